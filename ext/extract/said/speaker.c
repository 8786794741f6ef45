#include "extract/said/speaker.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "morph/tagset.h"

enum {
  MAX_REACH = 200,
  MAX_WORDS = 60
}; /* phrases looked at; words of one that may name a speaker */

static ko_speaker nobody(void) {
  ko_speaker who;
  memset(&who, 0, sizeof who);
  who.entity = -1;
  return who;
}

static int has(const ko_clause_word *w, ko_function_word_class class) {
  return (w->function & (uint32_t) class) != 0;
}

/* ---- can these words say something? ---- */

/* What kind of speaker the words [from, end) end with, plural or not; ABSENT if they name none. */
static ko_reporting_kind speaker_kind(const ko_text *t, uint32_t from, uint32_t end) {
  for (uint32_t at = from, start; at < end;) {
    int row = ko_lookup_ending(&ko_table_reporting, t, at, end, &start);
    ko_reporting_kind kind = ko_reporting_kind_of(row);
    if (kind == KO_REPORTING_KIND_SPEAKER || kind == KO_REPORTING_KIND_SIDE ||
        kind == KO_REPORTING_KIND_ASKER)
      return kind;
    if (row >= 0) {
      at = start + 1;
    } else if (end > from + 2 &&
               ko_function_word_class_of(ko_lookup(&ko_table_function_word, t, end - 1, end)) &
                   KO_FUNCTION_WORD_CLASS_PLURAL) {
      end--;
      at = from;
    } else {
      break;
    }
  }
  return KO_REPORTING_KIND_ABSENT;
}

static int ends_in_title(const ko_text *t, uint32_t from, uint32_t end) {
  uint32_t start;
  return ko_lookup_ending(&ko_table_title, t, from, end, &start) >= 0;
}

/* The person or body of the reading that the words name: somebody with an office behind the name, or
** whatever they are the name of; -1. Strict words end with a name or an office. */
static int entity_in(const ko_clauses *c, ko_span words, ko_reporting_kind kind, int strict) {
  const ko_mentions *ms = &c->r->mentions;
  for (size_t j = ko_reading_from(c->r, words.end); j-- > 0 && ms->item[j].end > words.start;) {
    const ko_mention *m = &ms->item[j];
    if (!ko_is_name(m->type) || m->entity < 0 ||
        (m->type != KO_MENTION_PERSON && m->end != words.end))
      continue;
    if (strict && m->end != words.end && m->title.end < words.end &&
        kind == KO_REPORTING_KIND_ABSENT &&
        !ends_in_title(&c->r->document->text, m->end, words.end))
      continue;
    return m->entity;
  }
  return -1;
}

/* The first word of the phrase that belongs to who speaks: behind 이 and 그, which point at somebody, and
** behind 등. */
static int first_of(const ko_sentence *s, const ko_phrase *p) {
  int from = p->head - p->first > MAX_WORDS ? p->head - MAX_WORDS : p->first, first = from;
  for (int i = from; i < p->head; i++)
    if (has(&s->word[i], KO_FUNCTION_WORD_CLASS_LISTING) ||
        (s->word[i].tag == KO_TAG_MM && has(&s->word[i], KO_FUNCTION_WORD_CLASS_POINTING)))
      first = i + 1;
  while (first < p->head && ko_tag_group(s->word[first].tag) == 'S' &&
         s->word[first].tag != KO_TAG_SL && s->word[first].tag != KO_TAG_SH)
    first++;
  return first;
}

/* The words of phrase i with the phrases that a dot joins to it: 한서준 한빛전자·두레전자 의장. */
static ko_span with_list(const ko_sentence *s, int i, ko_span words) {
  const ko_phrase *p = s->phrase;
  while (i > 0 && p[i - 1].type == KO_PHRASE_NOUNS && p[i - 1].join == KO_JOIN_DOT &&
         p[i - 1].end == p[i].first)
    words.start = s->word[p[--i].first].start;
  return words;
}

/* The last word of the phrase that belongs to who speaks: before 등. */
static int last_of(const ko_sentence *s, const ko_phrase *p, int first) {
  int last = p->head;
  while (last > first && has(&s->word[last], KO_FUNCTION_WORD_CLASS_LISTING)) last--;
  return last;
}

/* Somebody who is called by a letter has no name: A씨. */
static int is_lettered(const ko_clauses *c, int entity) {
  const char *name = entity >= 0 ? c->r->entity[entity].name : "";
  return name[0] >= 'A' && name[0] <= 'Z' && name[1] == 0;
}

/* Are the words only the kind of a body that was named before: 신문, 회사 측? */
static int is_anaphor(const ko_text *t, const ko_sentence *s, int first, int last) {
  const ko_clause_word *w = s->word;
  if (last == first + 1 &&
      ko_reporting_kind_of(ko_word_row(&w[last], &ko_table_reporting)) == KO_REPORTING_KIND_SIDE &&
      w[last].tag == KO_TAG_NNB)
    last--;
  return last == first &&
         ko_reporting_kind_of(ko_lookup(&ko_table_reporting, t, w[first].start, w[first].end)) ==
             KO_REPORTING_KIND_ANAPHOR;
}

/* The pronoun that the words are: 그, 이들; 0 if they are none. */
static ko_pronoun pronoun_of(const ko_clauses *c, const ko_sentence *s, int first, int last) {
  const ko_clause_word *w = &s->word[last];
  if (w->tag == KO_TAG_NP && has(w, KO_FUNCTION_WORD_CLASS_PERSON)) return KO_PRONOUN_PERSON;
  if (last > first && has(w, KO_FUNCTION_WORD_CLASS_PLURAL)) w--;
  if (w->tag == KO_TAG_NP) return KO_PRONOUN_OTHER;
  return is_anaphor(&c->r->document->text, s, first, last) ? KO_PRONOUN_BODY : KO_PRONOUN_NONE;
}

ko_speaker ko_speaker_of(const ko_clauses *c, const ko_sentence *s, int i, int strict) {
  const ko_text *t = &c->r->document->text;
  const ko_phrase *p = &s->phrase[i];
  int first = first_of(s, p), last = last_of(s, p, first), some;
  ko_speaker who = nobody();
  ko_reporting_kind kind;
  who.span = (ko_span){s->word[first].start, s->word[last].end};
  who.pronoun = pronoun_of(c, s, first, last);
  if (who.pronoun) {
    who.found = who.pronoun != KO_PRONOUN_OTHER;
    return who;
  }
  kind = speaker_kind(t, who.span.start, who.span.end);
  if (kind != KO_REPORTING_KIND_SIDE) {
    who.entity = entity_in(c, who.span, kind, strict);
    if (who.entity < 0) {
      who.span = with_list(s, i, who.span);
      who.entity = entity_in(c, who.span, kind, strict);
    }
  }
  who.found = who.entity >= 0 || kind != KO_REPORTING_KIND_ABSENT ||
              ends_in_title(t, who.span.start, who.span.end);
  if (is_lettered(c, who.entity)) who.entity = -1;
  if (who.entity >= 0) return who;
  if (first > p->first && has(&s->word[first - 1], KO_FUNCTION_WORD_CLASS_POINTING))
    who.pronoun = KO_PRONOUN_POINTED;
  /* whose aide it is: 차 회장의 측근, 새벽전자의 한 임원 */
  some = has(&s->word[first], KO_FUNCTION_WORD_CLASS_SOME);
  if ((kind == KO_REPORTING_KIND_SIDE || some) && first == p->first && i > 0 &&
      s->phrase[i - 1].type == KO_PHRASE_NOUNS && s->phrase[i - 1].particle == KO_CASE_OF &&
      s->phrase[i - 1].end == p->first)
    who.span.start = s->word[first_of(s, &s->phrase[i - 1])].start;
  else if (some && first < p->head && s->word[first].tag == KO_TAG_MM)
    who.span.start = s->word[first + 1].start; /* 한 관계자 */
  return who;
}

/* ---- subjects ---- */

typedef enum ko_subject { NO_SUBJECT, OF_PLACE, OF_CLAUSE, OF_TOPIC } ko_subject;

/* What the particles make of a noun phrase: 에서는, 이 / 가, 은 / 는 / 도. */
static ko_subject subject_of(const ko_sentence *s, const ko_phrase *p) {
  if (p->type != KO_PHRASE_NOUNS || p->head + 1 >= s->n_words || p->end == p->head + 1)
    return NO_SUBJECT;
  if (p->particle == KO_CASE_SUBJECT) return p->topic ? OF_TOPIC : OF_CLAUSE;
  if (s->word[p->head + 1].tag == KO_TAG_JKS) return OF_CLAUSE;
  return p->particle == KO_CASE_AT && p->topic ? OF_PLACE : NO_SUBJECT;
}

/* Subjects met on the walk back, the best of each kind. */
typedef struct subjects {
  ko_speaker clause;    /* of a clause of its own, unless a topic stands over it */
  ko_speaker name;      /* nobody known, but a name, or a topic right before the words */
  ko_speaker place;     /* 재계에서는 */
  ko_speaker described; /* that of a description, in want of any other */
  ko_speaker loose; /* might belong to a description (의원이 미국을 방문한 동료에게) or not */
} subjects;

typedef enum clause_kind { NONE_YET, DESCRIBES, GOES_ON, ENDS } clause_kind;

/* What stands behind the phrase that the walk is at. */
typedef struct behind {
  clause_kind kind;  /* of the nearest clause */
  clause_kind outer; /* what `kind` was before the nearest description of a noun */
  int bound;         /* 1: that describes a dependent noun: ... 한 데 */
  int particles;     /* phrases with particles since */
  int clauses;       /* that ended since a clause's subject was found */
} behind;

/* Does the predicate do the work of a particle: 대한, 관련해? */
static int is_case(const ko_clauses *c, const ko_sentence *s, const ko_phrase *p) {
  const ko_text *t = &c->r->document->text;
  uint32_t start = s->word[p->base].start, end = s->word[p->head].end;
  return ko_reporting_kind_of(ko_lookup(&ko_table_reporting, t, start, end)) ==
         KO_REPORTING_KIND_CASE;
}

static void pass_predicate(const ko_clauses *c, const ko_sentence *s, int i, behind *b) {
  const ko_phrase *p = &s->phrase[i];
  if (p->head == p->first || is_case(c, s, p)) return;
  if (p->ending == KO_ENDING_ADNOMINAL && s->word[p->first].tag == KO_TAG_VA) return; /* 노란 */
  if (p->ending == KO_ENDING_ADNOMINAL || s->word[p->head].tag == KO_TAG_ETN) {
    if (b->kind != DESCRIBES) b->outer = b->kind;
    b->kind = DESCRIBES;
    b->bound = p->ending != KO_ENDING_ADNOMINAL ||
               (i + 1 < s->n_phrases && s->word[s->phrase[i + 1].first].tag == KO_TAG_NNB);
    b->particles = 0;
  } else {
    b->kind = p->ending == KO_ENDING_FINAL ? ENDS : GOES_ON;
    b->clauses++;
  }
}

/* Phrase i makes a subject of kind k. Returns 1 when there is no need to look further; *who says. */
static int take_subject(const ko_clauses *c, const ko_sentence *s, int i, ko_subject k,
                        int adjacent, behind *b, subjects *found, ko_speaker *who) {
  const ko_clause_word *head = &s->word[s->phrase[i].head];
  int described = k == OF_CLAUSE && b->kind == DESCRIBES;
  if (described) { /* the subject of a description; those before it are of what is outside */
    b->kind = b->outer;
    if (b->bound || b->particles == 0 || found->loose.found) {
      if (!found->described.found) found->described = ko_speaker_of(c, s, i, 0);
      return 0;
    }
  }
  if (found->clause.found && (k != OF_TOPIC || b->clauses)) return 0;
  if (k == OF_PLACE && found->place.found) return 0;
  *who = ko_speaker_of(c, s, i, 0);
  if (!who->found && k == OF_TOPIC && !found->name.found &&
      (head->tag == KO_TAG_NNP || (adjacent && head->tag != KO_TAG_NNB))) {
    found->name = *who;
    found->name.found = 1;
  }
  if (!who->found) return 0;
  if (described)
    found->loose = *who;
  else if (k == OF_PLACE)
    found->place = *who;
  else if (k == OF_TOPIC || b->kind == NONE_YET)
    return 1;
  else
    found->clause = *who, b->clauses = 0;
  return 0;
}

/* Does phrase i stand within a pair of marks that begins at `from` or behind and ends before `to`? */
static int is_enclosed(const ko_clauses *c, const ko_sentence *s, int i, uint32_t from,
                       uint32_t to) {
  int k = ko_pairs_around(&c->r->document->pairs, s->word[s->phrase[i].first].start);
  for (; k >= 0 && c->r->document->pairs.item[k].open >= from;
       k = c->r->document->pairs.item[k].outer)
    if (c->r->document->pairs.item[k].close < to) return 1;
  return 0;
}

ko_speaker ko_subject_before(const ko_clauses *c, uint32_t sentence, uint32_t from, uint32_t to) {
  const ko_sentence s = ko_clauses_sentence(c, sentence);
  const int last = ko_sentence_phrase_from(&s, to) - 1;
  subjects found = {nobody(), nobody(), nobody(), nobody(), nobody()};
  behind b = {NONE_YET, NONE_YET, 0, 0, 0};
  ko_speaker who;
  for (int i = last; i >= 0 && i > last - MAX_REACH && s.word[s.phrase[i].first].start >= from;
       i--) {
    const ko_phrase *p = &s.phrase[i];
    ko_subject k = subject_of(&s, p);
    if (is_enclosed(c, &s, i, from, to)) continue;
    if (p->type == KO_PHRASE_PREDICATE) pass_predicate(c, &s, i, &b);
    if (k != NO_SUBJECT && take_subject(c, &s, i, k, i == last, &b, &found, &who)) return who;
    b.particles += p->type == KO_PHRASE_NOUNS && p->particle != KO_CASE_BARE;
  }
  found.described.weak = 1;
  return found.clause.found  ? found.clause
         : found.name.found  ? found.name
         : found.place.found ? found.place
         : found.loose.found ? found.loose
                             : found.described;
}

ko_speaker ko_subject_between(const ko_clauses *c, uint32_t sentence, uint32_t from, uint32_t to) {
  const ko_sentence s = ko_clauses_sentence(c, sentence);
  for (int i = ko_sentence_phrase_from(&s, from), n = 0;
       i < s.n_phrases && n < MAX_REACH && s.word[s.phrase[i].first].start < to; i++, n++) {
    ko_speaker who;
    if (subject_of(&s, &s.phrase[i]) < OF_CLAUSE || is_enclosed(c, &s, i, from, to)) continue;
    who = ko_speaker_of(c, &s, i, 0);
    if (who.found) return who;
  }
  return nobody();
}

/* ---- noun phrases without particles ---- */

ko_speaker ko_speaker_before(const ko_clauses *c, uint32_t sentence, uint32_t to) {
  const ko_sentence s = ko_clauses_sentence(c, sentence);
  const ko_text *t = &c->r->document->text;
  int i = ko_sentence_phrase_from(&s, to) - 1;
  uint32_t end;
  if (i < 0 || s.phrase[i].type != KO_PHRASE_NOUNS || s.phrase[i].particle != KO_CASE_BARE)
    return nobody();
  for (end = ko_phrase_span(&s, i).end; end < to;
       end++) /* nothing but a comma or a colon between */
    if (t->klass[end] != KO_CLASS_SPACE && t->ch[end].cp != ',' && t->ch[end].cp != ':')
      return nobody();
  return ko_speaker_of(c, &s, i, 1);
}

ko_speaker ko_speaker_at_comma(const ko_clauses *c, uint32_t sentence, uint32_t to) {
  const ko_sentence s = ko_clauses_sentence(c, sentence);
  for (int i = 0; i < s.n_phrases && i < MAX_REACH && s.word[s.phrase[i].first].start < to; i++) {
    const ko_phrase *p = &s.phrase[i];
    if (p->type == KO_PHRASE_ADVERB) continue;
    if (p->type == KO_PHRASE_PREDICATE || p->particle != KO_CASE_BARE) break;
    if (p->join == KO_JOIN_COMMA) return ko_speaker_of(c, &s, i, 1);
  }
  return nobody();
}

ko_speaker ko_speaker_at(const ko_clauses *c, uint32_t sentence, uint32_t from) {
  const ko_sentence s = ko_clauses_sentence(c, sentence);
  int i = ko_sentence_phrase_from(&s, from);
  if (i >= s.n_phrases || s.phrase[i].type != KO_PHRASE_NOUNS) return nobody();
  for (uint32_t at = from; at < s.word[s.phrase[i].first].start; at++)
    if (c->r->document->text.klass[at] != KO_CLASS_SPACE) return nobody();
  return ko_speaker_of(c, &s, i, 1);
}

ko_speaker ko_asker_before(const ko_clauses *c, uint32_t sentence, uint32_t to) {
  const ko_sentence s = ko_clauses_sentence(c, sentence);
  const int last = ko_sentence_phrase_from(&s, to) - 1;
  for (int i = last; i >= 0 && i > last - MAX_REACH; i--) {
    ko_speaker who = nobody();
    if (s.phrase[i].type != KO_PHRASE_NOUNS) continue;
    who.span = (ko_span){s.word[first_of(&s, &s.phrase[i])].start, ko_phrase_span(&s, i).end};
    if (speaker_kind(&c->r->document->text, who.span.start, who.span.end) !=
        KO_REPORTING_KIND_ASKER)
      continue;
    who.found = 1;
    return who;
  }
  return nobody();
}
