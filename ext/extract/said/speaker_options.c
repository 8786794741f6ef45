#include "extract/said/speaker_options.h"

#include <string.h>

#include "base/feature.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"

enum {
  MAX_BEFORE = 32,   /* phrases of the sentence that are looked at before the quotation */
  MAX_AFTER = 12,    /* and behind it */
  MAX_SPELLING = 10, /* characters of a name that something is glued to */
  LEAST_SPELLING = 2,
  MAX_BRACKET = 24 /* characters of a bracket with a speaker in it */
};

/* How an option was come to. */
typedef enum way {
  SUBJECT,       /* the subject before the quotation */
  WEAK_SUBJECT,  /* only that of a description */
  BETWEEN,       /* a subject between the quotation and its verb */
  BEHIND,        /* a subject behind it */
  DESCRIBED,     /* "..."고 말한 홍길동 */
  NAMED,         /* "..."는 홍길동 */
  OF_NOUN,       /* "..."는 홍길동의 주장 */
  IN_BRACKET,    /* "..."(홍길동 의원) */
  ADJACENT,      /* 홍길동 "..." */
  SPELLED,       /* the same, glued to something: 압박홍길동 "..." */
  AT_COMMA,      /* 홍길동, ... "..." */
  IN_SLOT,       /* [홍길동 / 장관 : "..."] */
  NEXT_SENTENCE, /* "...". 홍길동은 웃었다 */
  ASKER,
  SPOKE, /* who spoke last */
  SPOKE_BEFORE,
  TOLD, /* who spoke or was spoken of last */
  TOLD_PERSON,
  TOLD_BODY,
  TOLD_BEFORE, /* who was spoken of before that */
  PHRASE,      /* any words before it that have a particle */
  PHRASE_BEHIND,
  PREVIOUS,   /* words of the sentence before */
  CORE,       /* what the words of another end in, named so elsewhere, or are without a place */
  FIRST_WORD, /* of words that end in an office */
  LAST_WORD,
  ECHO,  /* who says nearly the same elsewhere */
  CHIEF, /* whom the text is about */
  N_WAYS
} way;
_Static_assert(N_WAYS <= 32, "ways are bits");

/* What the sentence says of its subject. */
typedef enum subject_state {
  NO_SUBJECT,
  PRONOUN,
  POINTED, /* 이 관계자 */
  A_PERSON,
  A_BODY,
  A_KIND, /* 회사, 신문 */
  WORDS,
  A_TOPIC, /* something that is known for no speaker, with 은 / 는 */
  A_SUBJECT,
  A_GROUP /* 이들, 우리 */
} subject_state;

typedef struct builder {
  const ko_clauses *c;
  const ko_text *t;
  const ko_quoted *q;
  const ko_speech *said;
  ko_speaker_options *out;
  ko_span sentence; /* the characters that it may have its speaker in */
  /* what goes with every way */
  uint32_t mode, place, verb, lead, far;
  subject_state state;
} builder;

/* ---- features ---- */

static void add(ko_speaker_option *o, uint32_t kind, uint32_t a, uint32_t b, uint32_t c) {
  uint32_t h = ko_feature(kind, a, b, c);
  if (o->n < KO_OPTION_FEATURES) o->feature[o->n++] = (uint16_t)(h & ((1u << KO_SPEAKER_BITS) - 1));
}

static uint32_t string(const ko_text *t, uint32_t start, uint32_t end) {
  uint32_t h = 5;
  for (uint32_t i = start; i < end && i < t->n; i++) h = ko_mix(h, t->ch[i].cp);
  return h;
}

static uint32_t at_most(uint32_t n, uint32_t most) {
  return n < most ? n : most;
}

/* ---- the quotation ---- */

/* Does phrase i stand in quotation marks or brackets of its own? */
static int is_enclosed(const builder *b, const ko_sentence *s, int i) {
  const ko_pairs *pairs = &b->c->r->document->pairs;
  int k = ko_pairs_around(pairs, s->word[s->phrase[i].first].start);
  for (; k >= 0 && pairs->item[k].open >= b->sentence.start; k = pairs->item[k].outer)
    if (pairs->item[k].close < b->q->open || pairs->item[k].open >= b->q->behind) return 1;
  return 0;
}

static ko_reporting_kind kind_of(const builder *b, ko_span s) {
  uint32_t start;
  return ko_reporting_kind_of(ko_lookup_ending(&ko_table_reporting, b->t, s.start, s.end, &start));
}

/* What sort of speaker it is, as a number below 16. */
static uint32_t sort_of(const builder *b, const ko_speaker *who) {
  uint32_t start;
  if (who->pronoun) return who->pronoun == KO_PRONOUN_BODY ? 11 : 12;
  if (who->entity >= 0) return (uint32_t)b->c->r->entity[who->entity].type;
  switch (kind_of(b, who->span)) {
  case KO_REPORTING_KIND_SPEAKER: return 4;
  case KO_REPORTING_KIND_SIDE: return 5;
  case KO_REPORTING_KIND_ASKER: return 6;
  default: break;
  }
  if (ko_lookup_ending(&ko_table_title, b->t, who->span.start, who->span.end, &start) >= 0)
    return 7;
  if (ko_lookup_ending(&ko_table_press, b->t, who->span.start, who->span.end, &start) >= 0)
    return 8;
  return who->found ? 9 : 10;
}

static subject_state state_of(const builder *b, const ko_speaker *who) {
  if (!who->found) return NO_SUBJECT;
  if (who->pronoun == KO_PRONOUN_PERSON) return PRONOUN;
  if (who->pronoun == KO_PRONOUN_POINTED) return POINTED;
  if (who->pronoun == KO_PRONOUN_BODY) return A_KIND;
  if (who->entity >= 0)
    return b->c->r->entity[who->entity].type == KO_MENTION_PERSON ? A_PERSON : A_BODY;
  return WORDS;
}

/* A subject before the quotation that is known for no speaker. */
static subject_state unknown_subject(const builder *b) {
  const ko_sentence s = ko_clauses_sentence(b->c, b->q->sentence);
  subject_state state = NO_SUBJECT;
  for (int i = ko_sentence_phrase_from(&s, b->q->open) - 1, n = 0;
       i >= 0 && n < MAX_BEFORE && s.word[s.phrase[i].first].start >= b->sentence.start; i--, n++) {
    const ko_phrase *p = &s.phrase[i];
    if (p->type != KO_PHRASE_NOUNS || p->particle != KO_CASE_SUBJECT || is_enclosed(b, &s, i))
      continue;
    if (s.word[p->head].tag == KO_TAG_NP || s.word[p->first].tag == KO_TAG_NP) return A_GROUP;
    if (p->topic && !p->time) return A_TOPIC;
    if (!p->time) state = A_SUBJECT;
  }
  return state;
}

/* The word that the sentence begins with, if it joins it to the one before: 이어, 또. */
static uint32_t lead_of(const builder *b) {
  const ko_sentence s = ko_clauses_sentence(b->c, b->q->sentence);
  const ko_clause_word *w = s.word;
  if (s.n_words == 0 || w->start >= b->q->open || w->mention >= 0) return 0;
  if (w->tag != KO_TAG_MAJ && w->tag != KO_TAG_MAG && w->tag != KO_TAG_IC) return 1;
  return 2 + string(b->t, w->start, w->end) % 1021;
}

static int has_break(const ko_text *t, uint32_t from, uint32_t to) {
  while (from < to && !ko_is_line_end(t->ch[from].cp)) from++;
  return from < to;
}

static void look_around(builder *b) {
  const ko_quoted *q = b->q;
  const ko_speech *said = b->said;
  uint32_t kind = ko_is_reporting(q->verb_row, KO_REPORTING_KIND_VERB)     ? 1
                  : ko_is_reporting(q->verb_row, KO_REPORTING_KIND_NAMING) ? 2
                                                                           : 0;
  uint32_t apart = q->sentence - said->spoke_sentence;
  b->mode = ((uint32_t)q->by * 2 + (uint32_t)q->is_double) * 2 + (q->outer >= 0);
  b->place = (uint32_t)(q->starts | q->ends << 1 | q->has_stop << 2 | q->headline << 3);
  b->verb = (uint32_t)q->rank * 6 + kind * 2 + (uint32_t)q->describes;
  b->lead = lead_of(b);
  b->far = !said->spoke.found ? 15
           : apart == 0       ? 0
           : apart > 3 || !has_break(b->t, said->spoke_behind, b->sentence.start)
               ? at_most(apart, 5)
               : 5 + at_most(apart, 4);
}

/* What speaks for it being no quotation; `ways` is how the options for a speaker were come to. */
static void describe_none(const builder *b, ko_speaker_option *o, uint32_t ways) {
  const ko_quoted *q = b->q;
  const ko_text *t = b->t;
  const ko_sentence s = ko_clauses_sentence(b->c, q->after);
  uint32_t words = at_most((uint32_t)q->words, 8), state = (uint32_t)b->state;
  uint32_t said = (uint32_t)q->statement * 2 + (q->text.end - q->text.start > 8);
  uint32_t reported = (q->by == KO_BY_SAY || q->by == KO_BY_LINK) * 4u +
                      (uint32_t)(q->noun_row >= 0) * 2 +
                      (uint32_t)ko_is_reporting(q->verb_row, KO_REPORTING_KIND_VERB);
  int next = ko_sentence_phrase_from(&s, q->by == KO_BY_NOTHING ? q->behind : q->end);
  add(o, 1, 0, 0, 0);
  add(o, 2, b->mode, 0, 0);
  add(o, 3, b->mode, said, words);
  add(o, 4, b->mode, b->place, said);
  add(o, 5, b->mode, b->verb, said);
  add(o, 6, (uint32_t)q->verb_row + 1, b->mode, 0);
  add(o, 7, (uint32_t)q->noun_row + 1, b->mode, 0);
  add(o, 8, string(t, q->behind, q->end), b->mode, q->statement != 0);
  add(o, 9, string(t, q->behind, q->behind + 1), b->mode, 0);
  add(o, 10, string(t, q->behind, q->behind + 2), b->mode, 0);
  add(o, 11, q->open ? t->ch[q->open - 1].cp : 0, b->mode, said);
  add(o, 12, q->open > 1 ? string(t, q->open - 2, q->open) : 0, b->mode, 0);
  add(o, 13, string(t, q->text.end - 1, q->text.end), b->mode, 0);
  add(o, 14, b->mode, state, said);
  add(o, 15, b->place, words, said);
  add(o, 16, reported, said, (uint32_t)q->is_double);
  add(o, 28, reported, 0, 0);
  add(o, 29, reported, words, 0);
  add(o, 41, reported, state, 0);
  add(o, 42, said, words, (uint32_t)q->is_double);
  add(o, 17, q->chain > q->behind, b->mode, 0);
  add(o, 18, q->slot.end > q->slot.start, b->mode, 0);
  add(o, 19, b->verb, state, b->mode);
  add(o, 20, at_most(b->far, 15), b->mode, said);
  add(o, 21, words, state, 0);
  add(o, 27, b->said->echo.found != 0, b->place, said);
  for (uint32_t k = 0; k < N_WAYS; k++) {
    if (!(ways >> k & 1)) continue;
    add(o, 43, k, b->mode, said);
    add(o, 44, k, b->place, words);
  }
  if (next < s.n_phrases) {
    const ko_clause_word *w = &s.word[s.phrase[next].first], *h = &s.word[s.phrase[next].head];
    add(o, 22, string(t, w->start, w->end), b->mode, 0);
    add(o, 23, string(t, h->start, h->end), b->mode, 0);
    add(o, 24, s.phrase[next].type, (uint32_t)s.phrase[next].particle * 2 + s.phrase[next].topic,
        b->mode);
  }
  if (q->verb.end > q->verb.start) {
    int p = ko_sentence_phrase_from(&s, q->verb.start);
    add(o, 25, string(t, q->verb.start, q->verb.end), b->mode, 0);
    if (p < s.n_phrases) add(o, 26, s.phrase[p].ending, b->verb, s.phrase[p].past);
  }
}

/* ---- speakers ---- */

int ko_speaker_is(const ko_text *t, const ko_speaker *a, const ko_speaker *b) {
  uint32_t n = a->span.end - a->span.start;
  if (a->entity >= 0 || b->entity >= 0) return a->entity == b->entity;
  return b->span.end - b->span.start == n && ko_same_characters(t, a->span.start, b->span.start, n);
}

/* What speaks for an option however it was come to. */
static void describe_speaker(const builder *b, ko_speaker_option *o) {
  const ko_speech *said = b->said;
  const ko_speaker *who = &o->who;
  uint32_t sort = sort_of(b, who), inside = 0;
  uint32_t spoken = who->entity < 0 ? 4 : at_most((uint32_t)said->spoken[who->entity], 3);
  uint32_t named = who->entity < 0 ? 6 : at_most((uint32_t)said->named[who->entity], 5);
  uint32_t last = said->spoke.found && ko_speaker_is(b->t, who, &said->spoke);
  const ko_reading *r = b->c->r;
  for (size_t j = ko_reading_from(r, b->q->text.start), n = 0;
       who->entity >= 0 && n < 12 && j < r->mentions.n &&
       r->mentions.item[j].start < b->q->text.end;
       j++, n++)
    inside |= r->mentions.item[j].entity == who->entity;
  add(o, 30, sort, 0, 0);
  add(o, 31, sort, b->mode, 0);
  add(o, 32, spoken, sort, last);
  add(o, 33, named, sort, 0);
  add(o, 34, inside, sort, 0);
  add(o, 35, last, b->far, b->state);
  add(o, 36, sort, b->verb, 0);
  if (who->entity < 0) {
    add(o, 37, at_most(who->span.end - who->span.start, 12), sort, 0);
    add(o, 38, string(b->t, who->span.end - 1, who->span.end), 0, 0);
    add(o, 39,
        who->span.end - who->span.start > 1 ? string(b->t, who->span.end - 2, who->span.end) : 0, 0,
        0);
  } else if (r->entity[who->entity].type == KO_MENTION_PERSON) {
    add(o, 40, r->entity[who->entity].title.end > r->entity[who->entity].title.start, 0, 0);
  }
}

/* The option for somebody: one that is there, or a new one; NULL if there are too many. */
static ko_speaker_option *option_for(const builder *b, const ko_speaker *who) {
  ko_speaker_options *out = b->out;
  ko_speaker_option *o;
  for (int i = KO_OPTION_NOBODY + 1; i < out->n; i++)
    if (ko_speaker_is(b->t, &out->option[i].who, who)) return &out->option[i];
  if (out->n == KO_MAX_OPTIONS) return NULL;
  o = &out->option[out->n++];
  o->who = *who;
  o->ways = 0;
  o->n = 0;
  describe_speaker(b, o);
  return o;
}

/* Somebody may have said it, come to in this way. */
static ko_speaker_option *propose(const builder *b, const ko_speaker *who, way w) {
  ko_speaker_option *o;
  const uint32_t k = w;
  if (who->pronoun && who->pronoun != KO_PRONOUN_BODY &&
      (who->pronoun != KO_PRONOUN_POINTED || b->said->told.found))
    return NULL;
  if (who->entity < 0 && who->span.end <= who->span.start) return NULL;
  if (w != PHRASE && w != PHRASE_BEHIND && !who->found) return NULL;
  o = option_for(b, who);
  if (!o || o->ways & 1u << k) return NULL;
  o->ways |= 1u << k;
  add(o, 50, k, 0, 0);
  add(o, 51, k, b->mode, 0);
  add(o, 52, k, b->state, b->mode);
  add(o, 53, k, sort_of(b, who), b->state);
  add(o, 54, k, b->verb, 0);
  add(o, 55, k, b->lead, 0);
  add(o, 56, k, b->far, b->state);
  add(o, 57, k, b->place, b->mode);
  add(o, 58, k, (uint32_t)b->q->statement, b->mode);
  return o;
}

/* Pairs of ways that came to the same, once all are known. */
static void join_ways(ko_speaker_option *o, uint32_t state) {
  for (uint32_t i = 0; o->ways >> i > 1; i++)
    for (uint32_t k = i + 1; o->ways >> i & 1 && k < N_WAYS; k++)
      if (o->ways >> k & 1) add(o, 60, i, k, 0);
  add(o, 61, o->ways, 0, 0);
  add(o, 62, o->ways, state, 0);
}

/* ---- parts of words ---- */

/* The entity that is written so; -1. Sets the buffer's failure when memory is out. */
static int spelled(const builder *b, uint32_t from, uint32_t end) {
  ko_buf *key = &b->out->key;
  int entity;
  ko_buf_clear(key);
  for (uint32_t i = from; i < end; i++) ko_buf_char(key, b->t->ch[i].cp);
  if (key->failed) return -1;
  entity = ko_map_get(&b->said->spelling, key->data, key->n);
  return entity == KO_MAP_NONE ? -1 : entity;
}

/* The words that name the entity within a phrase. */
static ko_span name_in(const builder *b, const ko_speaker *who) {
  const ko_reading *r = b->c->r;
  ko_span s = who->span;
  for (size_t j = ko_reading_from(r, s.start);
       who->entity >= 0 && j < r->mentions.n && r->mentions.item[j].start < s.end; j++)
    if (r->mentions.item[j].entity == who->entity)
      return (ko_span){r->mentions.item[j].start, r->mentions.item[j].end};
  return s;
}

/* Behind something that is glued to it, or a place: 전환로토제약, 미국 백악관. Returns 0 if there is none. */
static int core_of(const builder *b, const ko_speaker *whole, ko_speaker *core) {
  ko_span name = name_in(b, whole);
  uint32_t from = name.start + 1;
  if (name.end - name.start > 2 * MAX_SPELLING) from = name.end - 2 * MAX_SPELLING;
  *core = *whole;
  for (; from + LEAST_SPELLING <= name.end; from++) {
    if (b->t->klass[from] == KO_CLASS_SPACE) continue;
    core->entity = spelled(b, from, name.end);
    if (core->entity < 0 || core->entity == whole->entity) continue;
    core->span.start = from;
    core->found = 1;
    return 1;
  }
  return 0;
}

/* Of words that end in an office, the first or the last, which may be a name that is not known as one.
** Returns 0 if there is none. */
static int word_of(const builder *b, const ko_speaker *whole, ko_speaker *who, way *w) {
  ko_span s = whole->span;
  uint32_t start, first = ko_until_blank(b->t, s.start, s.end),
                  last = ko_since_blank(b->t, s.end, s.start);
  if (whole->entity >= 0 || first >= s.end) return 0;
  *who = *whole;
  *w = FIRST_WORD;
  who->span = (ko_span){s.start, first};
  if (ko_lookup_ending(&ko_table_title, b->t, s.start, s.end, &start) < 0) {
    *w = LAST_WORD;
    who->span = (ko_span){last, s.end};
    last = ko_skip_blanks_back(b->t, last, s.start);
    if (ko_lookup_ending(&ko_table_title, b->t, s.start, last, &start) < 0) return 0;
  }
  who->found = 1;
  return who->span.end - who->span.start > 1 && who->span.end - who->span.start < 8;
}

static void describe_core(const builder *b, ko_speaker_option *o, uint32_t k,
                          const ko_speaker *whole, const ko_speaker *core) {
  uint32_t spaced = b->t->klass[core->span.start - 1] == KO_CLASS_SPACE;
  uint32_t named = whole->entity < 0 ? 0 : (uint32_t)b->said->named[whole->entity];
  add(o, 100 + k, spaced, at_most((uint32_t)b->said->named[core->entity], 4), at_most(named, 3));
  add(o, 102 + k, sort_of(b, whole), sort_of(b, core), spaced);
}

static void describe_word(const builder *b, ko_speaker_option *o, uint32_t k, way w, ko_span word) {
  const ko_document *d = b->c->r->document;
  uint32_t m = ko_morpheme_at(d, word.start), n = 0;
  while (m + n < d->n && d->morph[m + n].start < word.end) n++;
  if (n == 0) return;
  add(o, 110 + k, w, d->morph[m].tag, at_most(n, 4));
  add(o, 112 + k, w, d->morph[m].origin, word.end - word.start);
  add(o, 114 + k, w, d->morph[m].flags, at_most(n, 3));
  add(o, 116 + k, w, string(b->t, word.start, word.start + 1), 0);
}

/* Somebody and the parts of the words that may be meant alone, all come to in one way. Returns their options. */
static int propose_all(const builder *b, const ko_speaker *whole, way w,
                       ko_speaker_option *made[2]) {
  ko_speaker part;
  ko_speaker_option *o;
  way how = CORE;
  int n = 0, is_core;
  if ((made[0] = propose(b, whole, w)) != NULL) n = 1;
  if (whole->pronoun || (!whole->found && w != PHRASE)) return n;
  is_core = core_of(b, whole, &part);
  if (!is_core && !word_of(b, whole, &part, &how)) return n;
  if (!(o = propose(b, &part, w))) return n;
  made[n++] = o;
  for (int i = 0; i < n; i++) {
    uint32_t k = made[i] == o;
    if (is_core)
      describe_core(b, made[i], k, whole, &part);
    else
      describe_word(b, made[i], k, how, part.span);
  }
  o->ways |= 1u << how;
  return n;
}

static void propose_whole(const builder *b, const ko_speaker *who, way w) {
  ko_speaker_option *made[2];
  propose_all(b, who, w, made);
}

/* ---- words with particles ---- */

/* May the words of phrase i be who speaks? */
static int may_speak(const ko_sentence *s, int i) {
  const ko_phrase *p = &s->phrase[i];
  return p->type == KO_PHRASE_NOUNS && !p->time && p->particle != KO_CASE_OF &&
         (p->particle != KO_CASE_BARE || s->word[p->head].mention >= 0);
}

/* Does somebody who may speak stand before the quotation with 은 / 는? */
static uint32_t has_topic(const builder *b, const ko_sentence *s) {
  for (int i = ko_sentence_phrase_from(s, b->q->open) - 1, n = 0;
       i >= 0 && n < MAX_BEFORE && s->word[s->phrase[i].first].start >= b->sentence.start;
       i--, n++) {
    const ko_phrase *p = &s->phrase[i];
    if (p->type == KO_PHRASE_NOUNS && p->particle == KO_CASE_SUBJECT && p->topic && !p->time &&
        !is_enclosed(b, s, i) && ko_speaker_of(b->c, s, i, 0).found)
      return 1;
  }
  return 0;
}

/* Those before the quotation, from the nearest on. */
static void propose_phrases(const builder *b) {
  const ko_sentence s = ko_clauses_sentence(b->c, b->q->sentence);
  const uint32_t topic = has_topic(b, &s), before = b->q->open ? b->t->ch[b->q->open - 1].cp : 0;
  uint32_t rank = 0, subjects = 0, predicates = 0, next = 0;
  for (int i = ko_sentence_phrase_from(&s, b->q->open) - 1, n = 0;
       i >= 0 && n < MAX_BEFORE && s.word[s.phrase[i].first].start >= b->sentence.start; i--, n++) {
    const ko_phrase *p = &s.phrase[i];
    ko_speaker_option *made[2];
    ko_speaker who;
    uint32_t role = p->particle * 2u + p->topic, end;
    int n_made;
    if (is_enclosed(b, &s, i)) continue;
    if (p->type == KO_PHRASE_PREDICATE) {
      predicates++;
      next = 1 + (uint32_t)p->ending;
      continue;
    }
    if (!may_speak(&s, i)) continue;
    who = ko_speaker_of(b->c, &s, i, 0);
    if (!who.found && s.word[p->head].tag == KO_TAG_NNB) continue;
    end = s.word[p->end - 1].end;
    n_made = propose_all(b, &who, PHRASE, made);
    for (int k = 0; k < n_made; k++) {
      ko_speaker_option *o = made[k];
      add(o, 70, role, next, at_most(predicates, 3));
      add(o, 71, role, at_most(subjects, 3), at_most(rank, 4));
      add(o, 72, role, next, b->mode);
      add(o, 73, string(b->t, who.span.end, end), next, 0);
      add(o, 74, role, (uint32_t)who.found, sort_of(b, &o->who));
      add(o, 75, at_most(rank, 5), at_most(predicates, 3), role);
      add(o, 76, role, i == 0, p->join);
      add(o, 77, role, n == 0, b->mode);
      add(o, 78, role, at_most(subjects, 2), next * 4 + at_most(predicates, 3));
      add(o, 79, role, topic, (uint32_t)who.found * 2 + (subjects > 0));
      add(o, 63, role, n == 0, before);
    }
    rank++;
    subjects += p->particle == KO_CASE_SUBJECT;
  }
}

/* Those behind it. */
static void propose_phrases_behind(const builder *b) {
  const ko_sentence s = ko_clauses_sentence(b->c, b->q->after);
  uint32_t from = b->q->by == KO_BY_NOTHING ? b->q->behind : b->q->end, rank = 0, predicates = 0;
  for (int i = ko_sentence_phrase_from(&s, from), n = 0;
       i < s.n_phrases && n < MAX_AFTER && s.word[s.phrase[i].first].start < b->q->limit;
       i++, n++) {
    const ko_phrase *p = &s.phrase[i];
    ko_speaker_option *o;
    ko_speaker who;
    uint32_t role = p->particle * 2u + p->topic;
    if (is_enclosed(b, &s, i)) break;
    predicates += p->type == KO_PHRASE_PREDICATE;
    if (!may_speak(&s, i)) continue;
    who = ko_speaker_of(b->c, &s, i, 0);
    if ((o = propose(b, &who, PHRASE_BEHIND)) != NULL) {
      add(o, 80, role, at_most(rank, 3), at_most(predicates, 3));
      add(o, 81, role, b->mode, at_most(predicates, 2));
      add(o, 82, role, (uint32_t)who.found, sort_of(b, &who));
      add(o, 83, role, n == 0, b->mode);
    }
    rank++;
  }
}

/* Names in the sentence before. */
static void propose_previous(const builder *b) {
  const ko_sentence s = ko_clauses_sentence(b->c, b->q->sentence - 1);
  uint32_t rank = 0;
  for (int i = s.n_phrases - 1, n = 0; i >= 0 && n < MAX_BEFORE; i--, n++) {
    const ko_phrase *p = &s.phrase[i];
    ko_speaker_option *o;
    ko_speaker who;
    uint32_t role = p->particle * 2u + p->topic;
    if (p->quote || !may_speak(&s, i)) continue;
    who = ko_speaker_of(b->c, &s, i, 0);
    if (who.entity < 0) continue;
    if ((o = propose(b, &who, PREVIOUS)) != NULL) {
      add(o, 84, role, (uint32_t)b->state, at_most(rank, 3));
      add(o, 85, role, sort_of(b, &who), b->lead);
    }
    rank++;
  }
}

/* ---- other ways ---- */

/* "..."는 기자들의 질문: who stands before the noun of speech. */
static void propose_of_noun(const builder *b) {
  const ko_sentence s = ko_clauses_sentence(b->c, b->q->after);
  int i = ko_sentence_phrase_from(&s, b->q->end);
  ko_speaker who;
  memset(&who, 0, sizeof who);
  if (b->q->noun_row < 0 || i >= s.n_phrases) return;
  who = ko_speaker_of(b->c, &s, i, 0);
  if (s.word[s.phrase[i].first].start >= b->q->noun.start) return;
  if (who.span.end >= b->q->noun.start) { /* in one phrase with it */
    who.span.end = ko_skip_blanks_back(b->t, b->q->noun.start, who.span.start);
    if (who.entity < 0) who.found = 1;
  }
  propose(b, &who, OF_NOUN);
}

static void propose_slot(const builder *b) {
  const ko_reading *r = b->c->r;
  ko_speaker who;
  if (b->q->slot.end <= b->q->slot.start) return;
  memset(&who, 0, sizeof who);
  who.found = 1;
  who.entity = -1;
  who.span = b->q->slot;
  for (size_t j = ko_reading_from(r, b->q->slot.start);
       j < r->mentions.n && r->mentions.item[j].start < b->q->slot.end; j++)
    if (ko_is_name(r->mentions.item[j].type) && r->mentions.item[j].entity >= 0 && who.entity < 0)
      who.entity = r->mentions.item[j].entity;
  propose(b, &who, IN_SLOT);
  for (int i = KO_OPTION_NOBODY + 1; i < b->out->n; i++)
    if (ko_speaker_is(b->t, &b->out->option[i].who, &who)) b->out->certain = i;
}

/* The name that the characters before the mark end with, spelled so elsewhere. */
static void propose_spelled(const builder *b) {
  uint32_t end = b->q->open, from;
  ko_speaker who;
  while (end > b->sentence.start && (b->t->klass[end - 1] == KO_CLASS_SPACE ||
                                     b->t->ch[end - 1].cp == ',' || b->t->ch[end - 1].cp == ':'))
    end--;
  from = end;
  while (from > b->sentence.start && end - from < MAX_SPELLING &&
         b->t->klass[from - 1] == KO_CLASS_HANGUL)
    from--;
  memset(&who, 0, sizeof who);
  who.found = 1;
  for (; from + LEAST_SPELLING <= end; from++) {
    who.entity = spelled(b, from, end);
    if (who.entity < 0) continue;
    who.span = (ko_span){from, end};
    propose(b, &who, SPELLED);
    return;
  }
}

/* "..."(홍길동 의원) */
static void propose_bracket(const builder *b) {
  const ko_reading *r = b->c->r;
  const ko_pairs *pairs = &r->document->pairs;
  size_t k = ko_pairs_from(pairs, b->q->behind);
  ko_speaker who;
  memset(&who, 0, sizeof who);
  who.found = 1;
  if (k >= pairs->n || pairs->item[k].open != b->q->behind || b->t->ch[b->q->behind].cp != '(' ||
      pairs->item[k].close - pairs->item[k].open > MAX_BRACKET)
    return;
  for (size_t j = ko_reading_from(r, b->q->behind);
       j < r->mentions.n && r->mentions.item[j].start < pairs->item[k].close; j++) {
    who.entity = r->mentions.item[j].entity;
    if (who.entity >= 0 && ko_is_name(r->mentions.item[j].type)) propose(b, &who, IN_BRACKET);
  }
}

static void propose_history(const builder *b) {
  const ko_speech *said = b->said;
  propose(b, &said->spoke, SPOKE);
  propose(b, &said->before, SPOKE_BEFORE);
  propose(b, &said->told, TOLD);
  propose(b, &said->person, TOLD_PERSON);
  propose(b, &said->body, TOLD_BODY);
  propose(b, &said->told_before, TOLD_BEFORE);
  if (said->chief >= 0) {
    ko_speaker who = {1, said->chief, 0, 0, {0, 0}};
    propose(b, &who, CHIEF);
  }
}

/* Ways that only a quotation has which no particle follows. */
static void propose_bare(const builder *b) {
  const ko_clauses *c = b->c;
  const ko_quoted *q = b->q;
  const ko_sentences *all = &c->r->document->sentences;
  ko_speaker who = ko_speaker_before(c, q->sentence, q->open);
  propose_whole(b, &who, ADJACENT);
  who = ko_speaker_at_comma(c, q->sentence, q->open);
  propose(b, &who, AT_COMMA);
  propose(b, &b->said->echo, ECHO);
  if (q->ends && q->sentence + 1 < all->n &&
      !has_break(b->t, q->behind, all->span[q->sentence + 1].start)) {
    ko_span next = all->span[q->sentence + 1];
    who = ko_subject_between(c, q->sentence + 1, next.start, next.end);
    propose(b, &who, NEXT_SENTENCE);
  }
}

int ko_speaker_options_find(const ko_clauses *c, const ko_quoted *q, const ko_speech *said,
                            ko_speaker_options *out) {
  builder b = {.c = c, .t = &c->r->document->text, .q = q, .said = said, .out = out};
  const ko_mark_pair *pairs = c->r->document->pairs.item;
  ko_speaker subject, who;
  uint32_t ways = 0;
  b.sentence = c->r->document->sentences.span[q->sentence];
  if (q->outer >= 0) b.sentence = (ko_span){pairs[q->outer].open + 1, pairs[q->outer].close};
  out->n = KO_OPTION_NOBODY + 1;
  out->certain = -1;
  for (int i = 0; i < out->n; i++) {
    memset(&out->option[i].who, 0, sizeof out->option[i].who);
    out->option[i].who.entity = -1;
    out->option[i].n = 0;
  }
  subject = ko_subject_before(c, q->sentence, b.sentence.start, q->open);
  b.state = subject.weak ? NO_SUBJECT : state_of(&b, &subject);
  if (b.state == NO_SUBJECT && q->by != KO_BY_NOTHING && q->verb.end > q->verb.start) {
    who = ko_subject_between(c, q->after, q->end, q->verb.start);
    b.state = state_of(&b, &who);
  } else {
    who = out->option[0].who;
  }
  if (b.state == NO_SUBJECT) b.state = unknown_subject(&b);
  look_around(&b);
  propose_whole(&b, &subject, subject.weak ? WEAK_SUBJECT : SUBJECT);
  propose_whole(&b, &who, BETWEEN);
  who = ko_subject_between(c, q->after, q->behind, q->limit);
  propose_whole(&b, &who, BEHIND);
  if (q->describes) {
    who = ko_speaker_at(c, q->after, ko_skip_blanks(b.t, q->verb.end));
    propose(&b, &who, DESCRIBED);
  }
  if (q->by == KO_BY_NOUN) {
    who = ko_speaker_at(c, q->after, ko_skip_blanks(b.t, q->end));
    propose_whole(&b, &who, NAMED);
  }
  propose_of_noun(&b);
  if (q->by == KO_BY_NOTHING) propose_bare(&b);
  propose_spelled(&b);
  propose_bracket(&b);
  propose_slot(&b);
  who = ko_asker_before(c, q->sentence, q->open);
  if (ko_is_reporting(q->noun_row, KO_REPORTING_KIND_ASK)) propose(&b, &who, ASKER);
  propose_phrases(&b);
  propose_phrases_behind(&b);
  propose_history(&b);
  if (q->sentence > 0) propose_previous(&b);
  for (int i = KO_OPTION_NOBODY + 1; i < out->n; i++) ways |= out->option[i].ways;
  describe_none(&b, &out->option[KO_OPTION_NONE], ways);
  add(&out->option[KO_OPTION_NOBODY], 90, b.mode, 0, 0);
  add(&out->option[KO_OPTION_NOBODY], 91, b.mode, (uint32_t)b.state, 0);
  for (int i = KO_OPTION_NOBODY + 1; i < out->n; i++) join_ways(&out->option[i], (uint32_t)b.state);
  return out->key.failed ? -1 : 0;
}

/* ---- the choice ---- */

const int8_t ko_speaker_weights[1 << KO_SPEAKER_BITS] = {
#include "data/speakers.def"
};

/* A quotation may be less likely than not, in KO_SPEAKER_UNIT: annotators pass some over, and who wants few has
** the marks to look at. */
enum { DOUBT = 16 };

static int weigh(const ko_speaker_option *o, const int8_t *weight) {
  int sum = 0;
  for (int k = 0; k < o->n; k++) sum += weight[o->feature[k]];
  return sum;
}

int ko_speaker_options_choose(const ko_speaker_options *o, const int8_t *weight) {
  int best = KO_OPTION_NOBODY, most = 0;
  if (o->certain >= 0) return o->certain;
  if (weigh(&o->option[KO_OPTION_NONE], weight) > DOUBT) return KO_OPTION_NONE;
  for (int i = KO_OPTION_NOBODY; i < o->n; i++) {
    int sum = weigh(&o->option[i], weight);
    if (i == KO_OPTION_NOBODY || sum > most) best = i, most = sum;
  }
  return best;
}
