#include "extract/amounts/expression.h"

#include "extract/amounts/measure.h"
#include "extract/amounts/numbers.h"
#include "extract/amounts/timex.h"
#include "extract/words/lookup.h"
#include "morph/tagset.h"
#include "tables.h"
#include "text/hangul.h"

/* May an expression without a number word begin at this character: can one of the words be there, or,
** where a number may be, begin like it? What is no Korean may always. */
static int begins_word(const ko_text *t, uint32_t at) {
  static const ko_table *const tables[] = {&ko_table_time_word, &ko_table_time_direction,
                                           &ko_table_holiday, &ko_table_number_prefix,
                                           &ko_table_ordinal_word};
  int alike = 0, row;
  if (!ko_is_syllable(t->ch[at].cp)) return 1;
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    if (!ko_lookup_head(tables[i], t, at, &row)) continue;
    if (ko_lookup_may_start(tables[i], t, at)) return 1;
    alike = 1;
  }
  return alike && ko_number_begins(t, at) != KO_NUMBER_HEAD_NONE;
}

/* Two figures and a colon. */
static int begins_clock(const ko_text *t, uint32_t at) {
  return at + 2 < t->n && t->klass[at] == KO_CLASS_DIGIT && t->klass[at + 1] == KO_CLASS_DIGIT &&
         t->ch[at + 2].cp == ':';
}

/* Are the figures at `at` the beginning of a number, rather than a part of a code: K9, B-1, 305-4000? */
static int begins_figures(const ko_text *t, uint32_t at) {
  ko_class before = at > 0 ? (ko_class)t->klass[at - 1] : KO_CLASS_SPACE, first;
  uint32_t mark;
  if (before == KO_CLASS_LETTER && t->ch[at - 1].cp == 'T')
    return at > 2 && t->klass[at - 2] == KO_CLASS_DIGIT &&
           begins_clock(t, at); /* 2025-02-04T09:30 */
  if (before == KO_CLASS_LETTER || before == KO_CLASS_DIGIT) return 0;
  if (at < 2) return 1;
  mark = t->ch[at - 1].cp;
  first = (ko_class)t->klass[at - 2];
  return !((mark == '-' || mark == '.' || mark == '/' || mark == ',' || mark == ':') &&
           (first == KO_CLASS_DIGIT || first == KO_CLASS_LETTER));
}

/* Does a word or a sign that stands before figures begin with this character? */
static int begins_prefix(const ko_text *t, uint32_t at) {
  int row;
  return ko_lookup_head(&ko_table_number_prefix, t, at, &row) > 0;
}

/* PM 3:30. */
static int begins_half(const ko_text *t, uint32_t at) {
  int row;
  return ko_lookup_head(&ko_table_time_word, t, at, &row) > 0;
}

/* Is it a sign before figures: -5, $5? */
static int begins_sign(const ko_text *t, uint32_t at) {
  ko_class before = at > 0 ? (ko_class)t->klass[at - 1] : KO_CLASS_SPACE;
  uint32_t number = at + 1;
  if (number < t->n && t->klass[number] == KO_CLASS_SPACE && begins_prefix(t, at)) number++;
  return before != KO_CLASS_DIGIT && before != KO_CLASS_LETTER && number < t->n &&
         t->klass[number] == KO_CLASS_DIGIT;
}

/* May an expression begin with this morpheme? A Sino-Korean number does only where it is tagged as one:
** its syllables begin too many nouns. */
static int may_begin(const ko_text *t, const ko_morpheme *m) {
  switch (m->tag) {
  case KO_TAG_SN: return begins_figures(t, m->start);
  case KO_TAG_NR:
  case KO_TAG_MM:
  case KO_TAG_IC:
  case KO_TAG_SH:
  case KO_TAG_XPN:
    return begins_word(t, m->start) || ko_number_begins(t, m->start) != KO_NUMBER_HEAD_NONE;
  case KO_TAG_NNG:
  case KO_TAG_NNP:
  case KO_TAG_NNB:
  case KO_TAG_NNBC:
  case KO_TAG_MAG:
    return begins_word(t, m->start) || ko_number_begins(t, m->start) == KO_NUMBER_HEAD_NATIVE;
  case KO_TAG_NP:
  case KO_TAG_VV:
  case KO_TAG_VX:
  case KO_TAG_VA: return begins_word(t, m->start);
  case KO_TAG_SL: return begins_prefix(t, m->start) || begins_half(t, m->start);
  case KO_TAG_SW:
  case KO_TAG_SO:
  case KO_TAG_SS:
  case KO_TAG_SP: return begins_sign(t, m->start);
  default: return 0;
  }
}

typedef struct expression {
  int is_time; /* 1: `timex` is filled in; 0: `measure` */
  ko_timex timex;
  ko_measure measure;
  ko_mention_type type;
  uint32_t end;
  int score;
} expression;

/* The expression that begins at character `at`. Returns 1 if there is one. */
static int read_expression(const ko_document *d, uint32_t at, uint32_t limit, expression *x) {
  x->is_time = ko_timex_read(d, at, limit, &x->timex);
  if (x->is_time) {
    x->type = x->timex.type;
    x->end = x->timex.end;
    x->score = 900;
    return 1;
  }
  if (!ko_measure_read(d, at, limit, &x->measure)) return 0;
  x->type = x->measure.type;
  x->end = x->measure.end;
  x->score = x->measure.score;
  return 1;
}

/* The date that an expression is; a bare year counts as one without 년. */
static ko_date date_of(const expression *x) {
  ko_date date = {0};
  if (x->is_time) return x->timex.date;
  ko_when_clear(&date.when);
  ko_when_set_years(&date.when, x->measure.low, x->measure.high);
  date.is_bare = 1;
  return date;
}

/* What the expression stands for, as far as it says so by itself. */
static ko_value value_of(const expression *x) {
  ko_value v = {0};
  if (x->type == KO_MENTION_DATE) return v;
  if (x->type == KO_MENTION_TIME) {
    v.known = x->timex.minute >= 0;
    v.minute = v.known ? x->timex.minute : 0;
    v.minute_end = v.known ? x->timex.minute_end : 0;
    return v;
  }
  v.low = x->is_time ? x->timex.low : x->measure.low;
  v.high = x->is_time ? x->timex.high : x->measure.high;
  v.unit = x->is_time ? x->timex.unit : x->measure.unit;
  v.known = x->is_time ? !x->timex.some : !x->measure.some;
  return v;
}

static int add(ko_mentions *out, ko_dates *dates, const expression *x, uint32_t start,
               uint32_t sentence) {
  ko_mention *m = ko_mentions_add(out, x->type, start, x->end, sentence, x->score);
  if (!m) return -1;
  m->value = value_of(x);
  if (x->type != KO_MENTION_DATE) return 0;
  m->date = (int)dates->n;
  if (ko_grow(dates->mem, &dates->item, &dates->cap, dates->n + 2, sizeof *dates->item)) return -1;
  dates->item[dates->n++] = date_of(x);
  if (dates->item[dates->n - 1].is_range) dates->item[dates->n++] = (ko_date){.when = x->timex.to};
  return 0;
}

/* 12·3, 10·29 참사: what happened on a day, rather than the day. */
static int is_name(const expression *x) {
  return x->is_time && x->type == KO_MENTION_DATE && x->timex.date.when.names_event;
}

int ko_expressions_find(const ko_document *d, ko_mentions *out, ko_dates *dates) {
  uint32_t from = 0; /* no expression begins before this character */
  dates->n = 0;
  for (size_t i = 0; i < d->n; i++) {
    const ko_morpheme *m = &d->morph[i];
    expression x;
    if (ko_work(d->mem, 1)) return -1;
    if (m->start < from || !may_begin(&d->text, m)) continue;
    from = m->start + 1;
    if (!read_expression(d, m->start, d->sentences.span[m->sentence].end, &x)) continue;
    from = x.end;
    if (!is_name(&x) && add(out, dates, &x, m->start, m->sentence)) return -1;
  }
  return 0;
}
