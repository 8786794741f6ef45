#include "extract/quotes.h"

#include <string.h>

#include "extract/lookup.h"
#include "extract/speaker.h"
#include "morph/tagset.h"
#include "tables.h"

enum {
  MAX_QUOTE = 1500, /* characters between two marks */
  MAX_VERB = 400,   /* morphemes from a quotation to its verb */
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

static int is_break(uint32_t c) {
  return c == '\n' || c == '\r';
}

static int is_word(ko_class k) {
  return k == KO_HANGUL || k == KO_LETTER || k == KO_DIGIT || k == KO_HAN;
}

/* The closing mark for what stands at i; 0 when that opens nothing. */
static uint32_t closing_for(const ko_text *t, uint32_t i) {
  uint32_t c = t->ch[i].cp;
  switch (c) {
  case 0x201C: return 0x201D;
  case 0x2018: return 0x2019;
  case 0x300C: return 0x300D;
  case '"': return '"';
  case '\'': return i > 0 && is_word(t->klass[i - 1]) ? 0 : '\'';
  default: return 0;
  }
}

/* The next marked stretch of the text at or after *at. Marks inside another pair are passed over.
** Returns 0 at the end. */
static int next_marked(const ko_text *t, uint32_t *at, marked *m) {
  for (uint32_t i = *at; i < t->n; i++) {
    uint32_t close = closing_for(t, i), k;
    uint32_t limit = t->n - i > MAX_QUOTE ? i + MAX_QUOTE : (uint32_t)t->n;
    if (!close) continue;
    for (k = i + 1; k < limit && !is_break(t->ch[k].cp) && t->ch[k].cp != t->ch[i].cp; k++)
      if (t->ch[k].cp == close) break;
    /* typists close one kind of mark with the other */
    if (k >= limit || is_break(t->ch[k].cp) || (t->ch[k].cp != close)) {
      if (k < limit && t->ch[k].cp == t->ch[i].cp && close != t->ch[i].cp) {
        *at = i = k - 1; /* opened again without being closed */
        continue;
      }
      continue;
    }
    m->text.start = i + 1;
    m->text.end = k;
    m->behind = k + 1;
    m->is_double = t->ch[i].cp == 0x201C || t->ch[i].cp == '"' || t->ch[i].cp == 0x300C;
    *at = k + 1;
    if (m->text.start < m->text.end) return 1;
    i = k;
  }
  *at = (uint32_t)t->n;
  return 0;
}

/* ---- what stands behind ---- */

typedef enum followed { BY_NOTHING, BY_SAY, BY_LINK, BY_NOUN, BY_OTHER } followed;

/* Read the particle behind a closing mark; *end is where it ends. */
static followed read_particle(const ko_text *t, uint32_t at, uint32_t *end) {
  uint32_t word = at, stop;
  int spaced = 0;
  *end = at;
  if (at >= t->n || is_break(t->ch[at].cp)) return BY_NOTHING;
  if (t->klass[at] == KO_SPACE) word++, spaced = 1;
  for (stop = word; stop < t->n && stop < word + 6 && t->klass[stop] == KO_HANGUL;) stop++;
  for (uint32_t e = stop; e > word; e--) {
    int row = ko_lookup(&ko_table_quotative, t, word, e);
    const char *kind;
    if (row < 0) continue;
    /* the particle is a word of its own, or its verb touches it: "..."고말했다 */
    if (e < t->n && t->klass[e] == KO_HANGUL && (spaced || e - word < 2)) {
      if (spaced || ko_lookup(&ko_table_quotative, t, word, e) < 0) continue;
      if (t->ch[word].cp != 0xACE0 /* 고 */) continue;
    }
    *end = e;
    kind = ko_table_cell(&ko_table_quotative, row, 1);
    return kind[0] == 's' ? BY_SAY : kind[0] == 'l' ? BY_LINK : BY_NOUN;
  }
  if (spaced || t->klass[at] == KO_SYMBOL) return BY_NOTHING;
  return BY_OTHER;
}

/* Do the words end as a sentence does: 한다, 할 것, 합니다., 할까? */
static int is_statement(const ko_reading *r, ko_span s) {
  const ko_document *d = r->document;
  uint32_t c;
  size_t k;
  while (s.end > s.start && d->text.klass[s.end - 1] == KO_SYMBOL) {
    c = d->text.ch[s.end - 1].cp;
    if (c == '.' || c == '?' || c == '!') return s.end - s.start > 3;
    s.end--;
  }
  k = ko_morpheme_from(d, s.end);
  while (k > 0 && d->morph[k - 1].start >= s.end) k--;
  if (k == 0 || d->morph[k - 1].start < s.start) return 0;
  k--;
  if (ko_tag_group(d->morph[k].tag) == 'E') return d->morph[k].tag != KO_ETM;
  if (d->morph[k].tag == KO_NNB) return 1; /* 것, 듯 */
  c = d->text.ch[s.end - 1].cp;
  return c == 0xB2E4 && s.end - s.start > 4; /* 다 */
}

static int count_words(const ko_text *t, ko_span s) {
  int n = 1;
  for (uint32_t i = s.start; i < s.end; i++) n += t->klass[i] == KO_SPACE;
  return n;
}

/* ---- the verb ---- */

typedef struct verb {
  ko_span span;
  int row; /* in the table of reporting words; -1: not in it */
} verb;

/* Look up a predicate in dictionary form: the words [from, end) of the text and a stem behind them.
 */
static int lookup_stem(const ko_reading *r, ko_span before, const ko_morpheme *stem) {
  char key[160];
  ko_buf b;
  int row;
  ko_buf_init(&b, r->mem);
  b.data = key;
  b.cap = sizeof key;
  if (before.end - before.start + stem->n_form + (stem->end - stem->start) > 24) return -1;
  for (uint32_t i = before.start; i < before.end; i++)
    if (r->document->text.klass[i] != KO_SPACE) ko_buf_char(&b, r->document->text.ch[i].cp);
  ko_document_form(r->document, stem, &b);
  ko_buf_str(&b, "다");
  row = b.failed ? -1 : ko_table_find(&ko_table_reporting, key, b.n);
  return row;
}

/* The end of the word with morpheme k, without a full stop; 시사하기도 했다 is one. */
static uint32_t verb_end(const ko_document *d, size_t k, size_t last) {
  size_t nominal = 0;
  for (k++; k < last; k++) {
    char group = ko_tag_group(d->morph[k].tag);
    int spaced = d->morph[k].start > d->morph[k - 1].end;
    if (spaced && !(nominal && (d->morph[k].tag == KO_VX || d->morph[k].tag == KO_VV))) break;
    if (d->morph[k].tag == KO_ETN) nominal = k;
    if (group != 'E' && group != 'J' && group != 'V' && d->morph[k].tag != KO_XSV) break;
    if (group == 'J' && !nominal) break;
  }
  return d->morph[k - 1].end;
}

/* Is morpheme k the stem of a predicate? *before gets the words that belong to it. */
static int is_predicate(const ko_document *d, size_t k, size_t first, ko_span *before) {
  const ko_morpheme *m = &d->morph[k];
  before->start = before->end = m->start;
  if (m->tag == KO_XSV || m->tag == KO_XSA) {
    if (k == first) return 0;
    before->start = d->morph[k - 1].start;
    if (k - 1 > first && d->morph[k - 2].end == d->morph[k - 1].start &&
        ko_tag_group(d->morph[k - 2].tag) == 'N' &&
        d->morph[k - 1].end - d->morph[k - 1].start == 1)
      before->start = d->morph[k - 2].start;
    return 1;
  }
  return m->tag == KO_VV || m->tag == KO_VA;
}

/* The reporting verb in morphemes [first, last), none of which is quoted; else the last
** predicate. Returns 0 when there is none. */
static int find_verb(const ko_reading *r, size_t first, size_t last, verb *v) {
  const ko_document *d = r->document;
  size_t stem = last;
  ko_span before, stem_before = {0, 0};
  v->row = -1;
  v->span.start = v->span.end = 0;
  if (last > first + MAX_VERB) last = first + MAX_VERB;
  for (size_t k = first; k < last; k++) {
    int row = -1;
    uint32_t behind = ko_after_quoted(&d->text, d->morph[k].start, d->morph[last - 1].end);
    if (behind > d->morph[k].start) {
      while (k + 1 < last && d->morph[k + 1].start < behind) k++;
      continue;
    }
    if (!is_predicate(d, k, first, &before)) continue;
    stem = k, stem_before = before;
    if (d->morph[k].tag == KO_VV && k > first + 1 && ko_tag_group(d->morph[k - 1].tag) == 'J') {
      ko_span phrase = {d->morph[k - 2].start, d->morph[k - 1].end}; /* 말을 아끼다 */
      row = lookup_stem(r, phrase, &d->morph[k]);
      if (row >= 0) before = phrase;
    }
    if (row < 0) row = lookup_stem(r, before, &d->morph[k]);
    if (row < 0) continue;
    v->row = row;
    v->span.start = before.start;
    v->span.end = verb_end(d, k, last);
    return 1;
  }
  if (stem == last) return 0;
  v->span.start = stem_before.start; /* the last predicate, whatever it means */
  v->span.end = verb_end(d, stem, last);
  return 1;
}

/* The noun of speech that begins at morpheme k: its row, -1 if it is none. */
static int speech_noun(const ko_document *d, size_t k, ko_span *span) {
  int row;
  size_t last = k;
  if (k >= d->n || ko_tag_group(d->morph[k].tag) != 'N') return -1;
  while (last + 1 < d->n && last < k + 3 && d->morph[last + 1].start == d->morph[last].end &&
         ko_tag_group(d->morph[last + 1].tag) == 'N')
    last++;
  span->start = d->morph[k].start;
  span->end = d->morph[last].end;
  row = ko_lookup(&ko_table_reporting, &d->text, span->start, span->end);
  if (row >= 0) return row;
  /* the last noun of two: 비판 의견, 반대 목소리 */
  for (size_t j = k; j < k + 4 && j < d->n && ko_tag_group(d->morph[j].tag) == 'N'; j++) {
    row = ko_lookup(&ko_table_reporting, &d->text, d->morph[j].start, d->morph[j].end);
    if (row >= 0) {
      span->start = d->morph[j].start, span->end = d->morph[j].end;
      return row;
    }
  }
  return -1;
}

static int row_is(int row, const char *kind) {
  return row >= 0 && ko_cell_is(&ko_table_reporting, row, 1, kind);
}

/* ---- one after the other ---- */

typedef struct finder {
  const ko_reading *r;
  ko_quotes *out;
  ko_speaker last; /* who spoke or was spoken of last */
  ko_speaker last_person;
  uint32_t scanned; /* sentences before this one gave their topics */
} finder;

static ko_quote *add(finder *f, const marked *m, const ko_speaker *who, ko_span verb, int row) {
  ko_quotes *q = f->out;
  ko_quote *x;
  if (ko_grow(q->mem, &q->item, &q->cap, q->n + 1, sizeof *q->item)) return NULL;
  x = &q->item[q->n++];
  memset(x, 0, sizeof *x);
  x->text = m->text;
  x->sentence = ko_sentence_at(f->r->document, m->text.start);
  x->entity = who->found ? who->entity : -1;
  if (who->found && who->entity < 0) x->speaker = who->span;
  x->verb = verb;
  x->lemma = row >= 0 ? ko_table_cell(&ko_table_reporting, row, 0) : NULL;
  return x;
}

static void remember(finder *f, const ko_speaker *who) {
  if (!who->found) return;
  f->last = *who;
  if (who->entity >= 0 && f->r->entity[who->entity].type == KO_PERSON) f->last_person = *who;
}

/* Who is meant, now that pronouns can be replaced? */
static void resolve(const finder *f, ko_speaker *who) {
  if (who->found && who->pronoun) {
    if (f->last_person.found)
      *who = f->last_person;
    else
      who->pronoun = 0;
  }
}

/* The topics of the sentences up to this one, whether somebody speaks in them or not. */
static void catch_up(finder *f, uint32_t sentence) {
  const ko_document *d = f->r->document;
  for (; f->scanned < sentence; f->scanned++) {
    ko_speaker topic = ko_subject_between(f->r, d->first[f->scanned], d->first[f->scanned + 1]);
    resolve(f, &topic);
    remember(f, &topic);
  }
}

/* A quotation in a headline: 홍길동 "..." */
static int read_headline(finder *f, const marked *m, int statement) {
  static const ko_span none = {0, 0};
  const ko_document *d = f->r->document;
  uint32_t sentence = ko_sentence_at(d, m->text.start);
  uint32_t behind = m->behind, end = d->sentences.span[sentence].end;
  ko_speaker who = ko_speaker_before(f->r, d->first[sentence], m->text.start - 1);
  int open = behind >= end || d->text.klass[behind] == KO_SYMBOL;
  if (!who.found) return 0;
  if (!m->is_double && !statement) return 0;
  if (!statement && (!open || who.entity < 0 || f->r->entity[who.entity].type != KO_PERSON))
    return 0;
  if (!add(f, m, &who, none, -1)) return -1;
  remember(f, &who);
  return 0;
}

static int read_marked(finder *f, const marked *m) {
  const ko_document *d = f->r->document;
  uint32_t end, sentence, after;
  int statement = is_statement(f->r, m->text), row;
  followed by = read_particle(&d->text, m->behind, &end);
  size_t first, last, noun_at;
  ko_speaker who;
  verb v = {{0, 0}, -1};
  ko_span noun = {0, 0};
  sentence = ko_sentence_at(d, m->text.start);
  catch_up(f, sentence);
  if (by == BY_OTHER) return 0;
  if (by == BY_NOTHING) return read_headline(f, m, statement);
  after = ko_sentence_at(d, end > m->behind ? end - 1 : m->behind - 1);
  first = ko_morpheme_from(d, end);
  last = d->first[after + 1];
  noun_at = first;
  row = by == BY_NOUN ? speech_noun(d, noun_at, &noun) : -1;
  if (by == BY_NOUN && !statement && row < 0) return 0;
  if (by == BY_NOUN && !m->is_double && row < 0) return 0;
  if (row_is(row, "ask")) { /* whose question it was: not of whom the sentence tells */
    who = ko_asker_before(f->r, d->first[sentence], m->text.start - 1);
    return add(f, m, &who, noun, row) ? 0 : -1;
  }
  if (!find_verb(f->r, first, last, &v)) v.span = noun, v.row = row;
  if (row_is(v.row, "naming")) return 0;
  if (v.row < 0 && !m->is_double && !(statement && by != BY_NOUN)) return 0;
  if (v.row < 0 && by == BY_NOUN && row < 0) return 0;
  if (v.row < 0 && by == BY_SAY && !statement && count_words(&d->text, m->text) < 2) return 0;
  if (v.row < 0 && row >= 0) v.span = noun, v.row = row;
  who = ko_subject_before(f->r, d->first[sentence], m->text.start - 1);
  if (!who.found) who = ko_subject_between(f->r, first, ko_morpheme_from(d, v.span.start));
  resolve(f, &who);
  if (!who.found && by != BY_NOUN) who = f->last;
  if (!add(f, m, &who, v.span, v.row)) return -1;
  remember(f, &who);
  return 0;
}

int ko_quotes_find(const ko_reading *r, ko_quotes *out) {
  finder f;
  uint32_t at = 0;
  marked m;
  memset(&f, 0, sizeof f);
  f.r = r;
  f.out = out;
  while (next_marked(&r->document->text, &at, &m))
    if (read_marked(&f, &m)) return -1;
  return 0;
}
