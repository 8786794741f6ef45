#include "extract/said/quotes.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "extract/said/speaker.h"
#include "morph/tagset.h"
#include "tables.h"

enum {
  MAX_QUOTE = 1500, /* characters between two marks */
  MAX_STEM = 12,    /* characters of a verb phrase before its stem */
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
  return k == KO_CLASS_HANGUL || k == KO_CLASS_LETTER || k == KO_CLASS_DIGIT || k == KO_CLASS_HAN;
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
  if (t->klass[at] == KO_CLASS_SPACE) word++, spaced = 1;
  for (stop = word; stop < t->n && stop < word + 6 && t->klass[stop] == KO_CLASS_HANGUL;) stop++;
  for (uint32_t e = stop; e > word; e--) {
    int row = ko_lookup(&ko_table_quotative, t, word, e);
    const char *kind;
    if (row < 0) continue;
    /* the particle is a word of its own, or its verb touches it: "..."고말했다 */
    if (e < t->n && t->klass[e] == KO_CLASS_HANGUL && (spaced || e - word < 2)) {
      if (spaced || ko_lookup(&ko_table_quotative, t, word, e) < 0) continue;
      if (t->ch[word].cp != 0xACE0 /* 고 */) continue;
    }
    *end = e;
    kind = ko_table_cell(&ko_table_quotative, row, 1);
    return kind[0] == 's' ? BY_SAY : kind[0] == 'l' ? BY_LINK : BY_NOUN;
  }
  if (spaced || t->klass[at] == KO_CLASS_SYMBOL) return BY_NOTHING;
  return BY_OTHER;
}

/* Do the words end as a sentence does: 한다, 할 것, 합니다., 할까? */
static int is_statement(const ko_reading *r, ko_span s) {
  const ko_document *d = r->document;
  uint32_t c;
  size_t k;
  while (s.end > s.start && d->text.klass[s.end - 1] == KO_CLASS_SYMBOL) {
    c = d->text.ch[s.end - 1].cp;
    if (c == '.' || c == '?' || c == '!') return s.end - s.start > 3;
    s.end--;
  }
  k = ko_morpheme_from(d, s.end);
  while (k > 0 && d->morph[k - 1].start >= s.end) k--;
  if (k == 0 || d->morph[k - 1].start < s.start) return 0;
  k--;
  if (ko_tag_group(d->morph[k].tag) == 'E') return d->morph[k].tag != KO_TAG_ETM;
  if (d->morph[k].tag == KO_TAG_NNB) return 1; /* 것, 듯 */
  c = d->text.ch[s.end - 1].cp;
  return c == 0xB2E4 && s.end - s.start > 4; /* 다 */
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
  size_t last;   /* its last morpheme */
} verb;

typedef struct finder {
  const ko_reading *r;
  ko_quotes *out;
  ko_speaker last;        /* who spoke or was spoken of last */
  ko_speaker last_person; /* the same, people only */
  uint32_t scanned;       /* sentences before this one gave their topics */
  ko_buf key;             /* for looking predicates up */
} finder;

static int row_is(int row, const char *kind) {
  return row >= 0 && ko_cell_is(&ko_table_reporting, row, 1, kind);
}

/* Look up a predicate in dictionary form: words of the text and the stem behind them. */
static int lookup_stem(const ko_reading *r, ko_span before, const ko_morpheme *stem, ko_buf *key) {
  ko_buf_clear(key);
  for (uint32_t i = before.start; i < before.end; i++)
    if (r->document->text.klass[i] != KO_CLASS_SPACE) ko_buf_char(key, r->document->text.ch[i].cp);
  ko_document_form(r->document, stem, key);
  ko_buf_str(key, "다");
  return key->failed ? -1 : ko_table_find(&ko_table_reporting, key->data, key->n);
}

/* The last morpheme of the word with morpheme k; 시사하기도 했다 is one. */
static size_t verb_last(const ko_document *d, size_t k, size_t last) {
  int nominal = 0;
  for (k++; k < last; k++) {
    char group = ko_tag_group(d->morph[k].tag);
    int spaced = d->morph[k].start > d->morph[k - 1].end;
    if (spaced && !(nominal && (d->morph[k].tag == KO_TAG_VX || d->morph[k].tag == KO_TAG_VV)))
      break;
    if (d->morph[k].tag == KO_TAG_ETN) nominal = 1;
    if (group != 'E' && group != 'J' && group != 'V' && d->morph[k].tag != KO_TAG_XSV) break;
    if (group == 'J' && !nominal) break;
  }
  return k - 1;
}

/* Is morpheme k the stem of a predicate? *before gets the words that belong to it. */
static int is_predicate(const ko_document *d, size_t k, size_t first, ko_span *before) {
  const ko_morpheme *m = &d->morph[k];
  before->start = before->end = m->start;
  if (m->tag == KO_TAG_XSV || m->tag == KO_TAG_XSA) {
    if (k == first) return 0;
    before->start = d->morph[k - 1].start;
    if (k - 1 > first && d->morph[k - 2].end == d->morph[k - 1].start &&
        ko_tag_group(d->morph[k - 2].tag) == 'N' &&
        d->morph[k - 1].end - d->morph[k - 1].start == 1)
      before->start = d->morph[k - 2].start;
    return before->end - before->start <= MAX_STEM;
  }
  return m->tag == KO_TAG_VV || m->tag == KO_TAG_VA;
}

/* The row of the predicate with the stem k, with the words before it if they are a phrase together
** (말을 아끼다); -1 if it reports nothing. */
static int reporting_row(const ko_reading *r, size_t k, size_t first, ko_span *before,
                         ko_buf *key) {
  const ko_document *d = r->document;
  if (d->morph[k].tag == KO_TAG_VV && k > first + 1 && ko_tag_group(d->morph[k - 1].tag) == 'J') {
    ko_span phrase = {d->morph[k - 2].start, d->morph[k - 1].end};
    int row =
        phrase.end - phrase.start <= MAX_STEM ? lookup_stem(r, phrase, &d->morph[k], key) : -1;
    if (row >= 0) {
      *before = phrase;
      return row;
    }
  }
  return lookup_stem(r, *before, &d->morph[k], key);
}

/* The verb of saying in morphemes [first, last), quoted ones left out: the first that ends a clause,
** else the first that describes a noun (진술한 직원), else any predicate. Returns 0 when there is none. */
static int find_verb(finder *f, followed by, size_t first, size_t last, verb *v) {
  const ko_reading *r = f->r;
  const ko_document *d = r->document;
  ko_span before;
  int rank = 0; /* of what is found: 1 any predicate, 2 it ends a clause, 3 it reports, 4 both */
  unsigned unclosed = 0;
  v->row = -1;
  v->span.start = v->span.end = 0;
  if (last > first + MAX_VERB) last = first + MAX_VERB;
  for (size_t k = first; k < last && rank < 4; k++) {
    uint32_t at = d->morph[k].start, c = d->text.ch[at].cp;
    int row, better;
    size_t end;
    if (c > 0x2000 || c == '"' || c == '\'') {
      uint32_t behind =
          unclosed & 1u << (c & 31) ? at : ko_after_quoted(&d->text, at, d->morph[last - 1].end);
      if (behind == at) unclosed |= 1u << (c & 31);
      for (; behind > at && k + 1 < last && d->morph[k + 1].start < behind; k++) {
      }
      if (behind > at) continue;
    }
    if (!is_predicate(d, k, first, &before)) continue;
    row = reporting_row(r, k, first, &before, &f->key);
    if (row >= 0 && !row_is(row, "verb") && !row_is(row, "naming")) row = -1;
    end = verb_last(d, k, last);
    better =
        (row >= 0 ? 3 : 1) + (d->morph[end].tag == KO_TAG_EF || d->morph[end].tag == KO_TAG_EC ||
                              (by == BY_SAY && rank == 0)); /* 라고 belongs to the next verb */
    if (better <= rank) continue;
    rank = better;
    v->row = row;
    v->describes = d->morph[end].tag == KO_TAG_ETM;
    v->last = end;
    v->span.start = before.start;
    v->span.end = d->morph[end].end;
  }
  return rank > 0;
}

/* Does the sentence that ends before morpheme `last` end with a verb of saying? */
static int last_verb(finder *f, size_t first, size_t last, verb *v) {
  verb next;
  v->row = -1;
  for (int n = 0; n < 8 && find_verb(f, BY_NOTHING, first, last, &next); n++) {
    *v = next;
    first = next.last + 1;
  }
  return row_is(v->row, "verb") && last - v->last < 3;
}

/* The noun of speech that begins at morpheme k: its row, -1 if it is none. */
static int speech_noun(const ko_document *d, size_t k, ko_span *span) {
  for (size_t j = k; j < k + 5 && j < d->n; j++) {
    int row;
    if (d->morph[j].tag == KO_TAG_JKG && j > k) continue; /* 기자의 질문 */
    if (ko_tag_group(d->morph[j].tag) != 'N' && d->morph[j].tag != KO_TAG_XSN) break;
    row = ko_lookup(&ko_table_reporting, &d->text, d->morph[j].start, d->morph[j].end);
    if (!row_is(row, "noun") && !row_is(row, "ask")) continue;
    span->start = d->morph[j].start, span->end = d->morph[j].end;
    return row;
  }
  return -1;
}

/* ---- one after the other ---- */

static ko_quote *add(finder *f, const marked *m, const ko_speaker *who, ko_span said, int row) {
  ko_quotes *q = f->out;
  ko_quote *x;
  if (ko_grow(q->mem, &q->item, &q->cap, q->n + 1, sizeof *q->item)) return NULL;
  x = &q->item[q->n++];
  memset(x, 0, sizeof *x);
  x->text = m->text;
  x->sentence = ko_sentence_at(f->r->document, m->text.start);
  x->entity = who->found ? who->entity : -1;
  if (who->found && who->entity < 0) x->speaker = who->span;
  x->verb = said;
  x->lemma = row >= 0 ? ko_table_cell(&ko_table_reporting, row, 0) : NULL;
  return x;
}

static void remember(finder *f, const ko_speaker *who) {
  if (!who->found) return;
  f->last = *who;
  if (who->entity >= 0 && f->r->entity[who->entity].type == KO_MENTION_PERSON)
    f->last_person = *who;
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

/* The topics of the sentences up to this one, whether somebody speaks in them or not. */
static void catch_up(finder *f, uint32_t sentence) {
  const ko_document *d = f->r->document;
  for (; f->scanned < sentence; f->scanned++) {
    ko_speaker topic = ko_subject_between(f->r, d->first[f->scanned], d->first[f->scanned + 1]);
    resolve(f, &topic);
    remember(f, &topic);
  }
}

static uint32_t stop_of(const ko_document *d, uint32_t sentence) {
  uint32_t end = d->sentences.span[sentence].end, start = d->sentences.span[sentence].start;
  for (int marks = 0; marks < 4 && end > start + 1 && d->text.klass[end - 1] == KO_CLASS_SYMBOL;
       marks++, end--) {
    uint32_t c = d->text.ch[end - 1].cp;
    if (c == '.' || c == '?' || c == '!') return end;
  }
  return 0;
}

/* A quotation in a headline: 홍길동 "...", or 홍길동, ... "..." */
static int read_headline(finder *f, const marked *m, int statement) {
  static const ko_span none = {0, 0};
  const ko_document *d = f->r->document;
  uint32_t sentence = ko_sentence_at(d, m->text.start), c;
  ko_speaker who = ko_speaker_before(f->r, d->first[sentence], m->text.start - 1);
  int words = count_words(&d->text, m->text), adjacent = who.found, person;
  if (!who.found) who = ko_speaker_at_comma(f->r, d->first[sentence], m->text.start - 1);
  if (!who.found || !(m->is_double || statement)) return 0;
  person = who.entity >= 0 && f->r->entity[who.entity].type == KO_MENTION_PERSON;
  if (!statement && words < (adjacent && person ? 1 : 3)) return 0;
  if (!statement && m->behind < d->sentences.span[sentence].end) { /* the title of something */
    c = d->text.ch[m->behind].cp;
    if (d->text.klass[m->behind] != KO_CLASS_SYMBOL || c == '(') return 0;
  }
  if (!add(f, m, &who, none, -1)) return -1;
  remember(f, &who);
  return 0;
}

/* Does the line go on to end without a stop, as headlines do? */
static int in_headline(const ko_text *t, uint32_t at) {
  uint32_t end = at;
  while (end < t->n && end - at < MAX_QUOTE && !is_break(t->ch[end].cp)) end++;
  if (end < t->n && !is_break(t->ch[end].cp)) return 0;
  while (end > at && t->klass[end - 1] == KO_CLASS_SPACE) end--;
  return end > at && is_word(t->klass[end - 1]);
}

/* A quotation that is a sentence of its own: who spoke stands in a bracket behind it, in the sentence
** after it, or is the one who spoke before. */
static int read_alone(finder *f, const marked *m, uint32_t sentence) {
  static const ko_span none = {0, 0};
  const ko_document *d = f->r->document;
  size_t first = ko_morpheme_from(d, m->behind), last;
  uint32_t next = ko_sentence_at(d, m->behind), nl;
  ko_speaker who;
  verb v = {{0, 0}, -1, 0, 0};
  memset(&who, 0, sizeof who);
  who.entity = -1;
  if (m->behind < d->text.n && d->text.ch[m->behind].cp == '(') {
    who = ko_speaker_at(f->r, first + 1, d->first[next + 1]);
    if (who.entity < 0) who.found = 0;
  } else if (m->behind >= d->sentences.span[sentence].end && sentence + 1 < d->sentences.n) {
    next = sentence + 1;
    for (nl = m->behind; nl < d->sentences.span[next].start && !is_break(d->text.ch[nl].cp);) nl++;
    if (nl == d->sentences.span[next].start) { /* in the same line */
      first = d->first[next];
      last = d->first[next + 1];
      if (last_verb(f, first, last, &v))
        who = ko_subject_between(f->r, first, last);
      else
        v.span = none, v.row = -1;
    }
  }
  resolve(f, &who);
  if (!who.found) who = f->last;
  if (!add(f, m, &who, v.span, v.row)) return -1;
  remember(f, &who);
  return 0;
}

/* Past other quotations that stand side by side with this one: "..." "..."라고 했다. */
static uint32_t chain_end(const ko_text *t, uint32_t behind) {
  for (int n = 0; n < 4; n++) {
    uint32_t at = behind, after;
    if (at < t->n && t->klass[at] == KO_CLASS_SPACE && !is_break(t->ch[at].cp)) at++;
    if (at >= t->n || !closing_for(t, at)) break;
    after = ko_after_quoted(t, at, t->n - at > MAX_QUOTE ? at + MAX_QUOTE : (uint32_t)t->n);
    if (after == at) break;
    behind = after;
  }
  return behind;
}

/* Nothing quotative follows. */
static int read_bare(finder *f, const marked *m, int statement) {
  const ko_document *d = f->r->document;
  uint32_t sentence = ko_sentence_at(d, m->text.start), stop = stop_of(d, sentence);
  verb v = {{0, 0}, -1, 0, 0};
  ko_speaker who;
  size_t first;
  if (!stop || in_headline(&d->text, m->behind)) return read_headline(f, m, statement);
  if (!m->is_double || !statement) return 0;
  if (m->text.start - 1 == d->sentences.span[sentence].start &&
      (m->behind >= d->sentences.span[sentence].end || d->text.ch[m->behind].cp == '('))
    return read_alone(f, m, sentence);
  /* "..." 그는 이렇게 말했다 */
  first = ko_morpheme_from(d, m->behind);
  if (!last_verb(f, first, d->first[sentence + 1], &v)) return 0;
  who = ko_subject_before(f->r, d->first[sentence], m->text.start - 1);
  if (!who.found || who.weak) who = ko_subject_between(f->r, first, d->first[sentence + 1]);
  resolve(f, &who);
  if (!who.found) return 0;
  if (!add(f, m, &who, v.span, v.row)) return -1;
  remember(f, &who);
  return 0;
}

/* A particle follows: find the verb or the noun of speech, and who it belongs to. */
static int read_reported(finder *f, const marked *m, followed by, uint32_t end, int statement) {
  const ko_document *d = f->r->document;
  uint32_t sentence = ko_sentence_at(d, m->text.start), after = ko_sentence_at(d, end - 1);
  size_t first = ko_morpheme_from(d, end), last = d->first[after + 1];
  verb v = {{0, 0}, -1, 0, 0};
  ko_span noun = {0, 0};
  int row = by == BY_NOUN ? speech_noun(d, first, &noun) : -1;
  ko_speaker who;
  if (by == BY_NOUN) {
    if (row_is(row, "ask")) { /* whose question it was: not of whom the sentence tells */
      who = ko_speaker_at(f->r, first, last);
      if (!who.found) who = ko_asker_before(f->r, d->first[sentence], m->text.start - 1);
      return add(f, m, &who, noun, row) ? 0 : -1;
    }
    if (row < 0 && !statement) return 0;
    who = ko_speaker_at(f->r, first, last);
    if (who.found) { /* "..."는 홍길동, "..."는 시민들의 목소리 */
      if (!add(f, m, &who, noun, row)) return -1;
      remember(f, &who);
      return 0;
    }
    if (row < 0 && !m->is_double) return 0;
  }
  find_verb(f, by, first, last, &v);
  if (row_is(v.row, "naming")) return 0;
  if (v.row < 0) {
    if (by == BY_NOUN && row < 0) return 0;
    if (!m->is_double && !(statement && by != BY_NOUN)) return 0;
    if (by == BY_SAY && !statement && count_words(&d->text, m->text) < 2) return 0;
    if (row >= 0) v.span = noun, v.row = row;
  }
  who = ko_subject_before(f->r, d->first[sentence], m->text.start - 1);
  if (who.weak && f->last.found && by != BY_NOUN) who = f->last;
  if (!who.found || v.describes) {
    ko_speaker behind = v.describes
                            ? ko_speaker_at(f->r, v.last + 1, last)
                            : ko_subject_between(f->r, first, ko_morpheme_from(d, v.span.start));
    if (behind.found) who = behind;
  }
  resolve(f, &who);
  if (!who.found && !m->is_double) return 0; /* nobody's thought */
  if (!who.found && by != BY_NOUN) who = f->last;
  if (!add(f, m, &who, v.span, v.row)) return -1;
  remember(f, &who);
  return 0;
}

/* Quotations inside the words of another: "장관이 '검토하라'고 지시했다"고 전했다. Only what is reported
** outright, by somebody named inside. */
static int read_inner(finder *f, const marked *outer) {
  const ko_document *d = f->r->document;
  size_t inside = ko_morpheme_from(d, outer->text.start);
  uint32_t at = outer->text.start, end;
  marked m;
  while (at < outer->text.end && next_marked(&d->text, &at, &m) && m.behind <= outer->text.end) {
    verb v = {{0, 0}, -1, 0, 0};
    ko_speaker who;
    followed by = read_particle(&d->text, m.behind, &end);
    if ((by != BY_SAY && by != BY_LINK) || end > outer->text.end) continue;
    find_verb(f, by, ko_morpheme_from(d, end), ko_morpheme_from(d, outer->text.end), &v);
    who = ko_subject_before(f->r, inside, m.text.start - 1);
    if (!row_is(v.row, "verb") || !who.found || who.weak || who.pronoun) continue;
    if (!add(f, &m, &who, v.span, v.row)) return -1;
  }
  return 0;
}

static int read_marked(finder *f, const marked *m) {
  const ko_document *d = f->r->document;
  uint32_t behind = chain_end(&d->text, m->behind), end;
  int statement = is_statement(f->r, m->text);
  followed by = read_particle(&d->text, behind, &end);
  if (by == BY_NOTHING && behind > m->behind) by = read_particle(&d->text, m->behind, &end);
  catch_up(f, ko_sentence_at(d, m->text.start));
  if (by == BY_OTHER) return 0;
  if (by == BY_NOTHING) return read_bare(f, m, statement);
  return read_reported(f, m, by, end, statement);
}

int ko_quotes_find(const ko_reading *r, ko_quotes *out) {
  finder f;
  uint32_t at = 0;
  marked m;
  int failed = 0;
  memset(&f, 0, sizeof f);
  f.r = r;
  f.out = out;
  ko_buf_init(&f.key, r->mem);
  while (!failed && next_marked(&r->document->text, &at, &m))
    failed = read_marked(&f, &m) || read_inner(&f, &m) || f.key.failed;
  ko_buf_free(&f.key);
  return failed ? -1 : 0;
}
