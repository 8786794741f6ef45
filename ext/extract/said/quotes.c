#include "extract/said/quotes.h"

#include <string.h>

#include "extract/said/speaker.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "text/hangul.h"

enum {
  MAX_STEM = 12,      /* characters of a verb phrase before its stem */
  MAX_VERB = 200,     /* phrases from a quotation to its verb */
  MAX_HEADLINE = 1500 /* characters of a line that is looked at for its end */
};

void ko_quotes_init(ko_quotes *q, const ko_mem *mem) {
  memset(q, 0, sizeof *q);
  q->mem = mem;
}

void ko_quotes_free(ko_quotes *q) {
  if (q->mem) ko_free(q->mem, q->item);
  memset(q, 0, sizeof *q);
}

/* ---- marks ---- */

typedef struct marked {
  ko_span text;    /* between the marks */
  uint32_t behind; /* after the closing mark */
  int is_double;
} marked;

/* Pair i as a stretch that may have been said. Returns 0 if its marks are none of speech. */
static int read_marks(const ko_clauses *c, size_t i, marked *m) {
  const ko_mark_pair *p = &c->r->document->pairs.item[i];
  uint32_t mark = c->r->document->text.ch[p->open].cp;
  int row = ko_mark_row(mark);
  if (ko_mark_class_of(row) != KO_MARK_CLASS_QUOTE || ko_mark_level_of(row) == KO_MARK_LEVEL_WORK ||
      p->close == p->open + 1)
    return 0;
  m->text = (ko_span){p->open + 1, p->close};
  m->behind = p->close + 1;
  m->is_double = ko_is_double_quote(mark);
  return 1;
}

/* Is the pair around this one, if any, none of speech? */
static int is_outermost(const ko_clauses *c, size_t i) {
  marked m;
  for (int k = c->r->document->pairs.item[i].outer; k >= 0; k = c->r->document->pairs.item[k].outer)
    if (read_marks(c, (size_t)k, &m)) return 0;
  return 1;
}

/* ---- what stands behind ---- */

typedef enum followed { BY_NOTHING, BY_SAY, BY_LINK, BY_NOUN, BY_OTHER } followed;

static followed followed_by(int row) {
  switch (ko_quotative_kind_of(row)) {
  case KO_QUOTATIVE_KIND_SAY: return BY_SAY;
  case KO_QUOTATIVE_KIND_LINK: return BY_LINK;
  default: return BY_NOUN;
  }
}

/* Read the particle behind a closing mark; *end is where it ends. */
static followed read_particle(const ko_text *t, uint32_t at, uint32_t *end) {
  uint32_t word = at, stop;
  int spaced = 0;
  *end = at;
  if (at >= t->n || ko_is_line_end(t->ch[at].cp)) return BY_NOTHING;
  if (t->klass[at] == KO_CLASS_SPACE) word++, spaced = 1;
  for (stop = word; stop < t->n && stop < word + 6 && t->klass[stop] == KO_CLASS_HANGUL;) stop++;
  for (uint32_t e = stop; e > word; e--) {
    int row = ko_lookup(&ko_table_quotative, t, word, e);
    if (row < 0) continue;
    /* a short particle is a word of its own, unless its verb may touch it: "..."고말했다 */
    if (e < t->n && t->klass[e] == KO_CLASS_HANGUL && (spaced || e - word < 2) &&
        (spaced || ko_quotative_verb_of(row) != KO_QUOTATIVE_VERB_TOUCHES))
      continue;
    *end = e;
    return followed_by(row);
  }
  return spaced || t->klass[at] == KO_CLASS_SYMBOL ? BY_NOTHING : BY_OTHER;
}

/* Do the words end as a sentence does: 한다, 할 것, 합니다., 할까? */
static int is_statement(const ko_reading *r, ko_span s) {
  const ko_document *d = r->document;
  size_t k;
  while (s.end > s.start && d->text.klass[s.end - 1] == KO_CLASS_SYMBOL) {
    if (ko_mark_of(d->text.ch[s.end - 1].cp) == KO_MARK_CLASS_STOP) return s.end - s.start > 3;
    s.end--;
  }
  k = ko_morpheme_at(d, s.end);
  while (k > 0 && d->morph[k - 1].start >= s.end) k--;
  if (k == 0 || d->morph[k - 1].start < s.start) return 0;
  k--;
  if (ko_tag_group(d->morph[k].tag) == 'E') return d->morph[k].tag != KO_TAG_ETM;
  if (d->morph[k].tag == KO_TAG_NNB) return 1; /* 것, 듯 */
  return d->text.ch[s.end - 1].cp == KO_LEMMA_SYLLABLE && s.end - s.start > 4;
}

static int count_words(const ko_text *t, ko_span s) {
  int n = 1;
  for (uint32_t i = s.start; i < s.end; i++) n += t->klass[i] == KO_CLASS_SPACE;
  return n;
}

/* ---- the verb ---- */

typedef struct verb {
  ko_span span;
  int row;       /* in the table of reporting words; -1: not in it */
  int describes; /* 1: it stands before a noun: 말한 홍길동 */
} verb;

static const verb no_verb = {{0, 0}, -1, 0};

typedef struct finder {
  const ko_clauses *c;
  ko_quotes *out;
  ko_speaker last;        /* who spoke or was spoken of last */
  ko_speaker last_person; /* the same, people only */
  uint32_t scanned;       /* sentences before this one gave their topics */
  ko_buf key;             /* for looking predicates up */
} finder;

static int is_kind(int row, ko_reporting_kind kind) {
  return ko_reporting_kind_of(row) == kind;
}

/* Look up a predicate in dictionary form: words of the text and the stem behind them. */
static int lookup_stem(finder *f, ko_span before, const ko_clause_word *stem) {
  const ko_text *t = &f->c->r->document->text;
  ko_buf_clear(&f->key);
  for (uint32_t i = before.start; i < before.end; i++)
    if (t->klass[i] != KO_CLASS_SPACE) ko_buf_char(&f->key, t->ch[i].cp);
  ko_buf_add(&f->key, stem->form, stem->n_form);
  ko_buf_char(&f->key, KO_LEMMA_SYLLABLE);
  return f->key.failed ? -1 : ko_table_find(&ko_table_reporting, f->key.data, f->key.n);
}

/* The words before the stem of predicate p that belong to it: 강조 of 강조하다, 재강조 of 재강조하다. */
static ko_span words_before(const ko_sentence *s, const ko_phrase *p) {
  ko_span before = {s->word[p->base].start, s->word[p->first].start};
  int k = p->base;
  if (p->base < p->first && k > 0 && s->word[k].end - s->word[k].start == 1 &&
      s->word[k - 1].end == s->word[k].start && ko_tag_group(s->word[k - 1].tag) == 'N')
    before.start = s->word[k - 1].start;
  return before;
}

/* The row of predicate i, with the noun before it if they are a phrase together (말을 아끼다); -1 if it
** reports nothing. *span begins where it does. */
static int reporting_row(finder *f, const ko_sentence *s, int i, ko_span *span) {
  const ko_phrase *p = &s->phrase[i], *b = i > 0 ? p - 1 : NULL;
  const ko_clause_word *stem = &s->word[p->first];
  ko_span before = words_before(s, p);
  if (stem->tag == KO_TAG_VV && b && b->type == KO_PHRASE_NOUNS && b->end == p->first &&
      b->end > b->head + 1) {
    ko_span phrase = {s->word[b->head].start, s->word[b->end - 1].end};
    int row = phrase.end - phrase.start <= MAX_STEM ? lookup_stem(f, phrase, stem) : -1;
    if (row >= 0) {
      span->start = phrase.start;
      return row;
    }
  }
  span->start = before.start;
  return before.end - before.start > MAX_STEM ? -1 : lookup_stem(f, before, stem);
}

/* The last phrase of the verb that begins with predicate i; 시사하기도 했다 is one. */
static int verb_last(const ko_sentence *s, int i) {
  const ko_phrase *p = &s->phrase[i];
  if (s->word[p->head].tag == KO_TAG_ETN && i + 1 < s->n_phrases &&
      p[1].type == KO_PHRASE_PREDICATE && p[1].first > p->end)
    return i + 1;
  return i;
}

/* Is it a predicate that could be a verb of saying: no copula, no auxiliary? */
static int is_verb(const ko_sentence *s, int i) {
  int tag = s->word[s->phrase[i].first].tag;
  return s->phrase[i].type != KO_PHRASE_NOUNS &&
         (tag == KO_TAG_VV || tag == KO_TAG_VA || tag == KO_TAG_XSV || tag == KO_TAG_XSA);
}

/* Does phrase i stand in a pair of marks within [from, to)? */
static int is_quoted(const finder *f, const ko_sentence *s, int i, uint32_t from) {
  int k = ko_pairs_around(&f->c->r->document->pairs, s->word[s->phrase[i].first].start);
  for (; k >= 0 && f->c->r->document->pairs.item[k].open >= from;
       k = f->c->r->document->pairs.item[k].outer) {
    marked m;
    if (read_marks(f->c, (size_t)k, &m)) return 1;
  }
  return 0;
}

/* The verb of saying in characters [from, to) of a sentence, quoted ones left out: the first that ends a
** clause, else the first that describes a noun (진술한 직원), else any predicate. Returns 0 when there
** is none. */
static int find_verb(finder *f, followed by, uint32_t sentence, uint32_t from, uint32_t to,
                     verb *v) {
  const ko_sentence s = ko_clauses_sentence(f->c, sentence);
  int rank = 0; /* of what is found: 1 any predicate, 2 it ends a clause, 3 it reports, 4 both */
  *v = no_verb;
  for (int i = ko_sentence_phrase_from(&s, from), n = 0;
       i < s.n_phrases && n < MAX_VERB && rank < 4 && s.word[s.phrase[i].first].start < to;
       i++, n++) {
    ko_span span;
    int row, last, better;
    ko_ending ending;
    if (!is_verb(&s, i) || is_quoted(f, &s, i, from)) continue;
    row = reporting_row(f, &s, i, &span);
    if (!is_kind(row, KO_REPORTING_KIND_VERB) && !is_kind(row, KO_REPORTING_KIND_NAMING)) row = -1;
    last = verb_last(&s, i);
    ending = (ko_ending)s.phrase[last].ending;
    better = (row >= 0 ? 3 : 1) +
             ((s.phrase[last].head > s.phrase[last].first && ending != KO_ENDING_ADNOMINAL &&
               s.word[s.phrase[last].head].tag != KO_TAG_ETN) ||
              (by == BY_SAY && rank == 0)); /* 라고 belongs to the next verb */
    if (better <= rank) continue;
    rank = better;
    v->row = row;
    v->describes = ending == KO_ENDING_ADNOMINAL;
    v->span = (ko_span){span.start, s.word[s.phrase[last].head].end};
  }
  return rank > 0;
}

/* Does the sentence end with a verb of saying, its characters from `from` on? */
static int last_verb(finder *f, uint32_t sentence, uint32_t from, verb *v) {
  const ko_sentence s = ko_clauses_sentence(f->c, sentence);
  uint32_t to = f->c->r->document->sentences.span[sentence].end;
  verb next;
  *v = no_verb;
  for (int n = 0; n < 8 && find_verb(f, BY_NOTHING, sentence, from, to, &next); n++) {
    *v = next;
    from = next.span.end;
  }
  return is_kind(v->row, KO_REPORTING_KIND_VERB) && s.n_phrases > 0 &&
         ko_sentence_phrase_from(&s, v->span.end) >= s.n_phrases;
}

/* The noun of speech that begins at a character: its row, -1 if it is none. */
static int speech_noun(const finder *f, uint32_t sentence, uint32_t at, ko_span *span) {
  const ko_sentence s = ko_clauses_sentence(f->c, sentence);
  int i = ko_sentence_phrase_from(&s, at), first;
  if (i >= s.n_phrases || s.phrase[i].type != KO_PHRASE_NOUNS) return -1;
  first = s.phrase[i].first;
  for (int k = first; k < first + 5 && k < s.n_words; k++) {
    const ko_clause_word *w = &s.word[k];
    int row;
    if (w->tag == KO_TAG_JKG && k > first) continue; /* 기자의 질문 */
    if (ko_tag_group(w->tag) != 'N' && w->tag != KO_TAG_XSN) break;
    row = ko_word_row(w, &ko_table_reporting);
    if (!is_kind(row, KO_REPORTING_KIND_NOUN) && !is_kind(row, KO_REPORTING_KIND_ASK)) continue;
    *span = (ko_span){w->start, w->end};
    return row;
  }
  return -1;
}

/* ---- one after the other ---- */

static ko_quote *add(finder *f, const marked *m, const ko_speaker *who, const verb *v) {
  ko_quotes *q = f->out;
  ko_quote *x;
  if (ko_grow(q->mem, &q->item, &q->cap, q->n + 1, sizeof *q->item)) return NULL;
  x = &q->item[q->n++];
  memset(x, 0, sizeof *x);
  x->text = m->text;
  x->sentence = ko_clauses_sentence_at(f->c, m->text.start);
  x->entity = who->found ? who->entity : -1;
  if (who->found && who->entity < 0) x->speaker = who->span;
  x->verb = v->span;
  return x;
}

static int is_person(const finder *f, const ko_speaker *who) {
  return who->entity >= 0 && f->c->r->entity[who->entity].type == KO_MENTION_PERSON;
}

static void remember(finder *f, const ko_speaker *who) {
  if (!who->found) return;
  f->last = *who;
  if (is_person(f, who)) f->last_person = *who;
}

/* Add the quotation, and remember who spoke. Returns 0, or -1 when memory is out. */
static int tell(finder *f, const marked *m, const ko_speaker *who, const verb *v) {
  if (!add(f, m, who, v)) return -1;
  remember(f, who);
  return 0;
}

/* Who is meant, now that pronouns can be replaced? */
static void resolve(const finder *f, ko_speaker *who) {
  const ko_speaker *meant = who->pronoun == 2 ? &f->last : &f->last_person;
  if (!who->found || !who->pronoun) return;
  if (meant->found && (who->pronoun == 1 || meant->entity < 0))
    *who = *meant;
  else if (who->pronoun == 1)
    who->found = 0;
  who->pronoun = 0;
}

static ko_span sentence_span(const finder *f, uint32_t sentence) {
  return f->c->r->document->sentences.span[sentence];
}

/* The topics of the sentences up to this one, whether somebody speaks in them or not. */
static void catch_up(finder *f, uint32_t sentence) {
  for (; f->scanned < sentence; f->scanned++) {
    ko_span s = sentence_span(f, f->scanned);
    ko_speaker topic = ko_subject_between(f->c, f->scanned, s.start, s.end);
    resolve(f, &topic);
    remember(f, &topic);
  }
}

/* Does the sentence end with a full stop or the like, marks behind it put aside? */
static int has_stop(const finder *f, uint32_t sentence) {
  const ko_text *t = &f->c->r->document->text;
  ko_span s = sentence_span(f, sentence);
  for (int marks = 0; marks < 4 && s.end > s.start + 1 && t->klass[s.end - 1] == KO_CLASS_SYMBOL;
       marks++, s.end--)
    if (ko_mark_of(t->ch[s.end - 1].cp) == KO_MARK_CLASS_STOP) return 1;
  return 0;
}

/* A quotation in a headline: 홍길동 "...", or 홍길동, ... "..." */
static int read_headline(finder *f, const marked *m, int statement) {
  const ko_text *t = &f->c->r->document->text;
  uint32_t sentence = ko_clauses_sentence_at(f->c, m->text.start);
  ko_speaker who = ko_speaker_before(f->c, sentence, m->text.start - 1);
  int words = count_words(t, m->text), adjacent = who.found;
  if (!who.found) who = ko_speaker_at_comma(f->c, sentence, m->text.start - 1);
  if (!who.found || !(m->is_double || statement)) return 0;
  if (!statement && words < (adjacent && is_person(f, &who) ? 1 : 3)) return 0;
  if (!statement && m->behind < sentence_span(f, sentence).end && /* the title of something */
      (t->klass[m->behind] != KO_CLASS_SYMBOL || t->ch[m->behind].cp == '('))
    return 0;
  return tell(f, m, &who, &no_verb);
}

/* Does the line go on to end without a stop, as headlines do? */
static int in_headline(const ko_text *t, uint32_t at) {
  uint32_t end = at;
  while (end < t->n && end - at < MAX_HEADLINE && !ko_is_line_end(t->ch[end].cp)) end++;
  if (end < t->n && !ko_is_line_end(t->ch[end].cp)) return 0;
  end = ko_skip_blanks_back(t, end, at);
  return end > at && t->klass[end - 1] != KO_CLASS_SYMBOL && t->klass[end - 1] != KO_CLASS_JAMO;
}

/* Is there a line break in characters [from, to)? */
static int has_break(const ko_text *t, uint32_t from, uint32_t to) {
  while (from < to && !ko_is_line_end(t->ch[from].cp)) from++;
  return from < to;
}

/* A quotation that is a sentence of its own: who spoke stands in a bracket behind it, in the sentence
** after it, or is the one who spoke before. */
static int read_alone(finder *f, const marked *m, uint32_t sentence) {
  const ko_text *t = &f->c->r->document->text;
  ko_speaker who;
  verb v = no_verb;
  memset(&who, 0, sizeof who);
  who.entity = -1;
  if (m->behind < t->n && t->ch[m->behind].cp == '(') {
    who = ko_speaker_at(f->c, ko_clauses_sentence_at(f->c, m->behind), m->behind + 1);
    if (who.entity < 0) who.found = 0;
  } else if (m->behind >= sentence_span(f, sentence).end &&
             sentence + 1 < f->c->r->document->sentences.n) {
    ko_span next = sentence_span(f, sentence + 1);
    if (!has_break(t, m->behind, next.start)) {
      if (last_verb(f, sentence + 1, next.start, &v))
        who = ko_subject_between(f->c, sentence + 1, next.start, next.end);
      else
        v = no_verb;
    }
  }
  resolve(f, &who);
  if (!who.found) who = f->last;
  return tell(f, m, &who, &v);
}

/* Past other quotations that stand side by side with this one: "..." "..."라고 했다. */
static uint32_t chain_end(const ko_clauses *c, uint32_t behind) {
  const ko_text *t = &c->r->document->text;
  for (int n = 0; n < 4; n++) {
    uint32_t at = behind;
    size_t next;
    marked m;
    if (at < t->n && t->klass[at] == KO_CLASS_SPACE && !ko_is_line_end(t->ch[at].cp)) at++;
    next = ko_pairs_from(&c->r->document->pairs, at);
    if (next >= c->r->document->pairs.n || c->r->document->pairs.item[next].open != at ||
        !read_marks(c, next, &m))
      break;
    behind = m.behind;
  }
  return behind;
}

/* Nothing quotative follows. */
static int read_bare(finder *f, const marked *m, int statement) {
  const ko_text *t = &f->c->r->document->text;
  uint32_t sentence = ko_clauses_sentence_at(f->c, m->text.start);
  ko_span s = sentence_span(f, sentence);
  verb v = no_verb;
  ko_speaker who;
  if (!has_stop(f, sentence) || in_headline(t, m->behind)) return read_headline(f, m, statement);
  if (!m->is_double || !statement) return 0;
  if (m->text.start - 1 == s.start && (m->behind >= s.end || t->ch[m->behind].cp == '('))
    return read_alone(f, m, sentence);
  /* "..." 그는 이렇게 말했다 */
  if (!last_verb(f, sentence, m->behind, &v)) return 0;
  who = ko_subject_before(f->c, sentence, s.start, m->text.start - 1);
  if (!who.found || who.weak) who = ko_subject_between(f->c, sentence, m->behind, s.end);
  resolve(f, &who);
  return who.found ? tell(f, m, &who, &v) : 0;
}

/* A noun of speech follows, or none: whose words it names. Returns 1 if the quotation is done with, 0 if
** it is to be read on, -1 when memory is out. *noun is where the noun stands, *row its row. */
static int read_named(finder *f, const marked *m, uint32_t end, int statement, ko_span *noun,
                      int *row) {
  uint32_t sentence = ko_clauses_sentence_at(f->c, m->text.start),
           after = ko_clauses_sentence_at(f->c, end - 1);
  const ko_text *t = &f->c->r->document->text;
  ko_speaker who;
  *row = speech_noun(f, after, end, noun);
  who = ko_speaker_at(f->c, after, ko_skip_blanks(t, end));
  if (is_kind(*row, KO_REPORTING_KIND_ASK)) { /* not of whom the sentence tells */
    const verb v = {*noun, *row, 0};
    if (!who.found) who = ko_asker_before(f->c, sentence, m->text.start - 1);
    return add(f, m, &who, &v) ? 1 : -1;
  }
  if (*row < 0 && !statement) return 1;
  if (who.found) { /* "..."는 홍길동, "..."는 시민들의 목소리 */
    const verb v = {*noun, *row, 0};
    return tell(f, m, &who, &v) ? -1 : 1;
  }
  return *row < 0 && !m->is_double;
}

/* A particle follows: find the verb or the noun of speech, and who it belongs to. */
static int read_reported(finder *f, const marked *m, followed by, uint32_t end, int statement) {
  uint32_t sentence = ko_clauses_sentence_at(f->c, m->text.start),
           after = ko_clauses_sentence_at(f->c, end - 1);
  ko_span s = sentence_span(f, sentence), behind = sentence_span(f, after), noun = {0, 0};
  verb v;
  int row = -1;
  ko_speaker who;
  if (by == BY_NOUN) {
    int done = read_named(f, m, end, statement, &noun, &row);
    if (done) return done < 0 ? -1 : 0;
  }
  find_verb(f, by, after, end, behind.end, &v);
  if (is_kind(v.row, KO_REPORTING_KIND_NAMING)) return 0;
  if (v.row < 0) {
    if (by == BY_NOUN && row < 0) return 0;
    if (!m->is_double && !(statement && by != BY_NOUN)) return 0;
    if (by == BY_SAY && !statement && count_words(&f->c->r->document->text, m->text) < 2) return 0;
    if (row >= 0) v.span = noun, v.row = row;
  }
  who = ko_subject_before(f->c, sentence, s.start, m->text.start - 1);
  if (who.weak && f->last.found && by != BY_NOUN) who = f->last;
  if (!who.found || v.describes) {
    const ko_text *t = &f->c->r->document->text;
    ko_speaker other = v.describes ? ko_speaker_at(f->c, after, ko_skip_blanks(t, v.span.end))
                                   : ko_subject_between(f->c, after, end, v.span.start);
    if (other.found) who = other;
  }
  resolve(f, &who);
  if (!who.found && !m->is_double) return 0; /* nobody's thought */
  if (!who.found && by != BY_NOUN) who = f->last;
  return tell(f, m, &who, &v);
}

/* A quotation inside the words of another: "장관이 '검토하라'고 지시했다"고 전했다. Only what is reported
** outright, by somebody named inside. */
static int read_inner(finder *f, const marked *outer, const marked *m) {
  uint32_t end, sentence = ko_clauses_sentence_at(f->c, m->text.start);
  followed by = read_particle(&f->c->r->document->text, m->behind, &end);
  verb v;
  ko_speaker who;
  if ((by != BY_SAY && by != BY_LINK) || end > outer->text.end) return 0;
  find_verb(f, by, ko_clauses_sentence_at(f->c, end - 1), end, outer->text.end, &v);
  who = ko_subject_before(f->c, sentence, outer->text.start, m->text.start - 1);
  if (!is_kind(v.row, KO_REPORTING_KIND_VERB) || !who.found || who.weak || who.pronoun) return 0;
  return add(f, m, &who, &v) ? 0 : -1;
}

static int read_outer(finder *f, const marked *m) {
  const ko_text *t = &f->c->r->document->text;
  uint32_t behind = chain_end(f->c, m->behind), end;
  int statement = is_statement(f->c->r, m->text);
  followed by = read_particle(t, behind, &end);
  if (by == BY_NOTHING && behind > m->behind) by = read_particle(t, m->behind, &end);
  catch_up(f, ko_clauses_sentence_at(f->c, m->text.start));
  if (by == BY_OTHER) return 0;
  if (by == BY_NOTHING) return read_bare(f, m, statement);
  return read_reported(f, m, by, end, statement);
}

int ko_quotes_may_be(const ko_text *t) {
  for (size_t i = 0; i < t->n; i++)
    if (t->klass[i] == KO_CLASS_SYMBOL && ko_mark_closing(t->ch[i].cp) &&
        ko_mark_of(t->ch[i].cp) == KO_MARK_CLASS_QUOTE)
      return 1;
  return 0;
}

int ko_quotes_find(const ko_clauses *c, ko_quotes *out) {
  finder f;
  marked outer = {{0, 0}, 0, 0}, m;
  int failed = 0;
  memset(&f, 0, sizeof f);
  f.c = c;
  f.out = out;
  ko_buf_init(&f.key, c->mem);
  for (size_t i = 0; i < c->r->document->pairs.n && !failed; i++) {
    if ((failed = ko_work(c->mem, KO_MENTION_WORK)) != 0) break;
    if (!read_marks(c, i, &m)) continue;
    if (is_outermost(c, i)) {
      outer = m;
      failed = read_outer(&f, &m);
    } else {
      failed = read_inner(&f, &outer, &m);
    }
    failed |= f.key.failed;
  }
  ko_buf_free(&f.key);
  return failed ? -1 : 0;
}
