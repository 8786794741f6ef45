#include "extract/amounts/when.h"

#include <string.h>

#include "extract/amounts/duration.h"
#include "extract/amounts/numbers.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

/* What is too large for any date stays too large. */
static int16_t to_part(double x) {
  return (int16_t)(x > INT16_MAX ? INT16_MAX : x < INT16_MIN ? INT16_MIN : x);
}

static void set(ko_when_part *p, ko_when_base base, double n, double last) {
  p->base = (uint8_t)base;
  p->n = to_part(n);
  p->last = to_part(last);
}

typedef struct reader {
  const ko_document *d;
  uint32_t limit;
  ko_when *when;
  ko_when_rank rank; /* of the last part read */
} reader;

static ko_when_base base_of(int row) {
  switch (ko_time_word_base_of(row)) {
  case KO_TIME_WORD_BASE_PUBLISHED: return KO_WHEN_BASE_PUBLISHED;
  case KO_TIME_WORD_BASE_STORY: return KO_WHEN_BASE_STORY;
  case KO_TIME_WORD_BASE_LAST: return KO_WHEN_BASE_LAST;
  case KO_TIME_WORD_BASE_TURN: return KO_WHEN_BASE_TURN;
  default: return KO_WHEN_BASE_ABSOLUTE;
  }
}

static void set_one(ko_when_part *p, ko_when_base base, int n) {
  set(p, base, n, n);
}

/* Does a noun of an event stand at `at`: 참사, 대책? */
static int is_event(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t end;
  return ko_lookup_starting(&ko_table_event_noun, &d->text, at, limit, 0, &end) >= 0;
}

static int is_month_and_day(const int value[2], const uint32_t length[2]) {
  return value[0] >= 1 && value[0] <= 12 && value[1] >= 1 && value[1] <= 31 && length[0] <= 2 &&
         length[1] <= 2;
}

/* Is it a noun of two syllables and more, and no counter, that stands behind 5·4: 5·4전당대회? */
static int names_event(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t m = ko_morpheme_at(d, at), end;
  if (m >= d->n || d->morph[m].start != at || !ko_is_noun(d->morph[m].tag) ||
      d->morph[m].end < at + 2)
    return 0;
  return ko_lookup_starting(&ko_table_unit, &d->text, at, limit, 0, &end) < 0 ||
         end < d->morph[m].end;
}

/* Up to three numbers with one mark between them: 2024.6.10, 2024. 6. 10, 12·3. */
typedef struct dotted {
  int n, value[3];
  uint32_t length[3]; /* digits */
  uint32_t mark, end;
} dotted;

static int is_mark(uint32_t cp) {
  return cp == '.' || cp == '-' || cp == '/' || ko_is_dot(cp);
}

static void split_dotted(const ko_document *d, uint32_t at, uint32_t limit, dotted *x) {
  uint32_t p = at, after;
  memset(x, 0, sizeof *x);
  while (x->n < 3) {
    uint32_t start = p;
    while (ko_is_digit(ko_cp_at(d, p, limit)) && p - start < 5)
      x->value[x->n] = x->value[x->n] * 10 + (int)(d->text.ch[p++].cp - '0');
    if (p == start) break;
    x->length[x->n++] = p - start;
    x->end = p;
    after = ko_cp_at(d, p, limit);
    if (x->n == 1) x->mark = after;
    if (after != x->mark || !is_mark(x->mark)) break;
    p++;
    if (x->mark == '.') p = ko_skip_space(d, p, limit);
  }
}

/* 2024.6.10, 2025-02-04, 24/6/10. */
static uint32_t read_full_dotted(const dotted *x, ko_when *when) {
  int year = x->value[0];
  if (!is_month_and_day(x->value + 1, x->length + 1)) return 0;
  if (x->length[0] == 2 && x->mark != '-' && !ko_is_dot(x->mark))
    year += year < 70 ? 2000 : 1900;
  else if (x->length[0] != 4)
    return 0;
  set_one(&when->year, KO_WHEN_BASE_ABSOLUTE, year);
  set_one(&when->month, KO_WHEN_BASE_ABSOLUTE, x->value[1]);
  set_one(&when->day, KO_WHEN_BASE_ABSOLUTE, x->value[2]);
  return x->end;
}

/* 12·3, 6/25: a dash may be anything, 1/4 is a fraction; a full stop is for decimals, but 10.29 참사. */
static uint32_t read_short_dotted(const ko_document *d, uint32_t limit, const dotted *x,
                                  ko_when *when) {
  uint32_t after = ko_cp_at(d, x->end, limit);
  if (!is_month_and_day(x->value, x->length) || after == x->mark || after == '.' || after == '%')
    return 0;
  if (x->mark == '.') {
    if (!is_event(d, ko_skip_space(d, x->end, limit), limit)) return 0;
  } else if (!(ko_is_dot(x->mark) || (x->mark == '/' && x->value[1] >= 10)) ||
             (ko_is_hangul(d, x->end, limit) && !names_event(d, x->end, limit))) {
    return 0;
  }
  set_one(&when->month, KO_WHEN_BASE_ABSOLUTE, x->value[0]);
  set_one(&when->day, KO_WHEN_BASE_ABSOLUTE, x->value[1]);
  when->names_event = x->mark != '/';
  return x->end;
}

static uint32_t read_dotted(const ko_document *d, uint32_t at, uint32_t limit, ko_when *when) {
  dotted x;
  split_dotted(d, at, limit, &x);
  if (x.n < 2 || ko_is_digit(ko_cp_at(d, x.end, limit))) return 0;
  return x.n == 3 ? read_full_dotted(&x, when) : read_short_dotted(d, limit, &x, when);
}

void ko_when_clear(ko_when *w) {
  memset(w, 0, sizeof *w);
  w->holiday = -1;
}

void ko_when_set_years(ko_when *w, double first, double last) {
  set(&w->year, KO_WHEN_BASE_ABSOLUTE, first, last);
}

uint32_t ko_when_tail(const ko_document *d, uint32_t at, uint32_t limit, int roles) {
  uint32_t end;
  return ko_lookup_class(&ko_table_date_tail, ko_date_tail_role_of, roles, &d->text, at, limit,
                         &end) >= 0
             ? end
             : 0;
}

static uint32_t tail(const reader *r, uint32_t at, int roles) {
  return ko_when_tail(r->d, at, r->limit, roles);
}

static uint32_t read_word(reader *r, uint32_t at);
static uint32_t read_numbered(reader *r, uint32_t at);

/* A part was read: how fine it is, and the character after it. */
static uint32_t done(reader *r, ko_when_rank rank, uint32_t end) {
  r->rank = rank;
  return end;
}

/* ---- a number and what makes a part of a date of it ---- */

/* What stands behind the number: its row of date_part, or -1. */
static int read_counted_part(const reader *r, uint32_t at, uint32_t *end) {
  return ko_lookup_starting(&ko_table_date_part, &r->d->text, at, r->limit, 0, end);
}

/* Is 97년, with two digits, a year rather than a length? It is one before a part of a year, as a year of
** birth, and with a zero before it. `end` is the character after 년. */
static int is_short_year(const reader *r, const ko_number *n, uint32_t end) {
  const ko_document *d = r->d;
  uint32_t after = ko_skip_space(d, end, r->limit), q;
  ko_number month;
  ko_time_word_field field;
  if (n->digits != 2) return 0;
  if (ko_cp_at(d, n->start, r->limit) == '0' || tail(r, end, KO_DATE_TAIL_ROLE_BORN)) return 1;
  if (ko_is_digit(ko_cp_at(d, after, r->limit)) && ko_number_read(d, after, r->limit, &month))
    return n->low > 12 &&
           ko_date_part_field_of(read_counted_part(r, month.end, &q)) == KO_DATE_PART_FIELD_MONTH &&
           !ko_duration_cue(d, q, r->limit, KO_LENGTH_CUE_ROLE_LONG); /* 3월간 */
  field = ko_time_word_field_of(
      ko_lookup_starting(&ko_table_time_word, &d->text, after, r->limit, 0, &q));
  return field == KO_TIME_WORD_FIELD_SPAN ||
         (field == KO_TIME_WORD_FIELD_PART && after == end && n->low >= 50); /* 90년초 */
}

/* 2024년, 2025학년도, '24년, 97년 가을. `end` is the character after it. */
static uint32_t read_year(reader *r, const ko_number *n, uint32_t end, int quoted) {
  const ko_document *d = r->d;
  int one = end == n->end + 1;
  double year = n->low, last = n->high;
  if (!one &&
      (n->digits == 1 || tail(r, ko_skip_space(d, end, r->limit), KO_DATE_TAIL_ROLE_LONGER)))
    return 0; /* 10년도 더 된 */
  if (ko_duration_follows(d, end, r->limit, 0) && !(n->digits == 4 && n->low >= 1000) && !quoted)
    return 0;
  if (!quoted && one && n->high < 1000 && !is_short_year(r, n, end)) return 0;
  if (n->high < 100) { /* '24년 is some decades ahead of us at most, 36년생 behind us */
    int pivot = tail(r, end, KO_DATE_TAIL_ROLE_BORN) ? 27 : 70;
    year += n->low < pivot ? 2000 : 1900;
    last += n->high < pivot ? 2000 : 1900;
  }
  set(&r->when->year, KO_WHEN_BASE_ABSOLUTE, year, last);
  return done(r, KO_WHEN_RANK_YEAR, end);
}

/* A year without 년 before a part of it: 2025 하반기, 2025 회계연도 4분기. */
static uint32_t read_bare_year(reader *r, const ko_number *n) {
  const ko_document *d = r->d;
  ko_when trial = *r->when;
  reader next = {d, r->limit, &trial, KO_WHEN_RANK_YEAR};
  uint32_t p = n->end, q, stop;
  if (n->digits != 4 || n->low < 1900 || n->high >= 2100 ||
      ko_class_at(d, p, r->limit) != KO_CLASS_SPACE)
    return 0;
  q = ko_date_part_note_of(read_counted_part(r, p + 1, &stop)) & KO_DATE_PART_NOTE_APART
          ? ko_skip_space(d, stop, r->limit)
          : p + 1;
  stop = ko_is_digit(ko_cp_at(d, q, r->limit)) ? read_numbered(&next, q) : read_word(&next, q);
  if (!stop || next.rank != KO_WHEN_RANK_SPAN) return 0;
  set(&r->when->year, KO_WHEN_BASE_ABSOLUTE, n->low, n->high);
  return done(r, KO_WHEN_RANK_YEAR, q);
}

/* The two figures of the year behind 1Q25, or none where nothing else is written to it (1Q, but 1Q5). Returns
** 0 if it is something else. */
static int read_figures_of_year(reader *r, uint32_t *end) {
  const ko_document *d = r->d;
  uint32_t p = *end;
  while (ko_is_digit(ko_cp_at(d, p, r->limit)) && p < *end + 3) p++;
  if (ko_class_at(d, p, r->limit) == KO_CLASS_LETTER || (p > *end && p != *end + 2)) return 0;
  if (p == *end) return r->when->year.base || ko_cp_at(d, *end - 1, r->limit) == 'Q';
  if (r->when->year.base) return 0;
  set_one(&r->when->year, KO_WHEN_BASE_ABSOLUTE,
          2000 + 10 * (int)(ko_cp_at(d, p - 2, r->limit) - '0') +
              (int)(ko_cp_at(d, p - 1, r->limit) - '0'));
  *end = p;
  return 1;
}

/* 3분기, 2/4분기, 1학기: months of a year. */
static uint32_t read_span(reader *r, const ko_number *n, int row, uint32_t end) {
  int first = ko_date_part_first_of(row), months = ko_date_part_months_of(row);
  if (ko_date_part_note_of(row) & KO_DATE_PART_NOTE_EITHER &&
      ko_duration_follows(r->d, end, r->limit, 0))
    return 0;
  if (ko_date_part_note_of(row) & KO_DATE_PART_NOTE_FIGURES && !read_figures_of_year(r, &end))
    return 0;
  set(&r->when->span, KO_WHEN_BASE_ABSOLUTE, first + (n->low - 1) * months,
      first + n->high * months - 1);
  return done(r, KO_WHEN_RANK_SPAN, end);
}

static uint32_t read_month(reader *r, const ko_number *n, uint32_t end) {
  if (ko_is_hangul(r->d, end, r->limit) && !ko_is_edge(r->d, end)) return 0; /* 3월드컵 */
  set(&r->when->month, KO_WHEN_BASE_ABSOLUTE, n->low, n->high);
  return done(r, KO_WHEN_RANK_MONTH, end);
}

static uint32_t read_day_of_month(reader *r, const ko_number *n, uint32_t end) {
  const ko_document *d = r->d;
  const ko_when *w = r->when;
  int tag = ko_tag_at(d, n->end);
  if (w->week.base || (n->words && !w->month.base)) return 0;
  if (!w->month.base &&
      (ko_duration_follows(d, end, r->limit, 1) || ko_duration_precedes(d, n->start)))
    return 0;
  if (!ko_ends_word(d, end, r->limit) && tag != KO_TAG_NNB && tag != KO_TAG_NNBC) return 0;
  set(&r->when->day, KO_WHEN_BASE_ABSOLUTE, n->low, n->high);
  return done(r, KO_WHEN_RANK_DAY, end);
}

/* An apostrophe for the century: '24년, but not '10년 이상'. */
static int opens_year(const reader *r, uint32_t at) {
  const ko_text *t = &r->d->text;
  if (!ko_is_digit(ko_cp_at(r->d, at + 1, r->limit)) ||
      (at > 0 && t->klass[at - 1] != KO_CLASS_SPACE))
    return 0;
  for (uint32_t p = at + 1; p < r->limit && p < at + 17; p++)
    if (t->ch[p].cp == '\'' || t->ch[p].cp == 0x2019) return 0;
  return 1;
}

static int is_apostrophe(uint32_t cp) {
  return cp == '\'' || cp == 0x2018 || cp == 0x2019;
}

/* The part of a date that a number makes with what stands behind it. Parts come coarse to fine. */
static uint32_t read_part_of_number(reader *r, const ko_number *n, int quoted) {
  ko_when *w = r->when;
  uint32_t end;
  int row = read_counted_part(r, n->end, &end);
  ko_date_part_field field = ko_date_part_field_of(row);
  if (quoted) /* '24년 */
    return field == KO_DATE_PART_FIELD_YEAR && r->rank < KO_WHEN_RANK_YEAR && n->digits == 2
               ? read_year(r, n, end, 1)
               : 0;
  if (row < 0) return r->rank < KO_WHEN_RANK_YEAR ? read_bare_year(r, n) : 0;
  if (n->high > ko_date_part_highest_of(row)) return 0;
  switch (field) {
  case KO_DATE_PART_FIELD_CENTURY:
    if (r->rank >= KO_WHEN_RANK_CENTURY) return 0;
    set(&w->century, KO_WHEN_BASE_ABSOLUTE, n->low, n->high);
    return done(r, KO_WHEN_RANK_CENTURY, end);
  case KO_DATE_PART_FIELD_DECADE:
    if (r->rank >= KO_WHEN_RANK_CENTURY) return 0;
    set(&w->decade, KO_WHEN_BASE_ABSOLUTE, n->low, n->high);
    return done(r, KO_WHEN_RANK_YEAR, end);
  case KO_DATE_PART_FIELD_YEAR: return r->rank < KO_WHEN_RANK_YEAR ? read_year(r, n, end, 0) : 0;
  case KO_DATE_PART_FIELD_SPAN: return r->rank < KO_WHEN_RANK_SPAN ? read_span(r, n, row, end) : 0;
  case KO_DATE_PART_FIELD_MONTH: return r->rank < KO_WHEN_RANK_MONTH ? read_month(r, n, end) : 0;
  case KO_DATE_PART_FIELD_WEEK:
    if (r->rank >= KO_WHEN_RANK_WEEK || !w->month.base) return 0;
    set(&w->week, KO_WHEN_BASE_ABSOLUTE, n->low, n->high);
    return done(r, KO_WHEN_RANK_WEEK, end);
  default: return r->rank < KO_WHEN_RANK_DAY ? read_day_of_month(r, n, end) : 0;
  }
}

/* The number before a part of a date: of 2·4분기 it is 2, of 1·2분기 both. */
static int read_number(const reader *r, uint32_t at, ko_number *n) {
  ko_number first;
  uint32_t end;
  if (!ko_number_read(r->d, at, r->limit, n)) return 0;
  if (n->list && ko_number_single(r->d, at, r->limit, &first) &&
      read_counted_part(r, first.end, &end) >= 0)
    *n = first;
  return 1;
}

/* A number with 년, 월, 일 ... Returns the character after it, or 0. */
static uint32_t read_numbered(reader *r, uint32_t at) {
  const ko_document *d = r->d;
  ko_number n;
  int quoted = is_apostrophe(ko_cp_at(d, at, r->limit));
  if (quoted && !opens_year(r, at++)) return 0;
  if (!read_number(r, at, &n) || n.decimal || n.scaled || n.some || n.native || n.low < 1) return 0;
  if (n.words && ko_tag_at(d, at) != KO_TAG_NR && ko_tag_at(d, at) != KO_TAG_SH) return 0;
  return read_part_of_number(r, &n, quoted);
}

/* ---- words of time ---- */

/* 연말정산, 가을동화, 전달됐다: a word of time that begins another word. */
static int makes_compound(const reader *r, uint32_t end) {
  const ko_document *d = r->d;
  uint32_t stop;
  int tag;
  if (ko_class_at(d, end, r->limit) == KO_CLASS_HAN)
    return !tail(r, end, KO_DATE_TAIL_ROLE_JOINED); /* 전년比 */
  if (!ko_is_hangul(d, end, r->limit) || !ko_is_edge(d, end)) return 0;
  tag = ko_tag_at(d, end);
  if (tag == KO_TAG_XSV) return 1;
  if (tag != KO_TAG_NNG && tag != KO_TAG_NNP) return 0;
  if (ko_lookup_starting(&ko_table_time_word, &d->text, end, r->limit, 1, &stop) >= 0) return 0;
  return !tail(r, end, KO_DATE_TAIL_ROLE_JOINED);
}

/* May a word of time that the table has stand at [at, end)? */
static int is_word_of_time(const reader *r, int row, uint32_t at, uint32_t end) {
  const ko_document *d = r->d;
  int note = ko_time_word_note_of(row);
  if (!ko_ends_word(d, end, r->limit)) return 0;
  if (note & KO_TIME_WORD_NOTE_COMPARED && !tail(r, end, KO_DATE_TAIL_ROLE_COMPARED) &&
      !tail(r, ko_skip_space(d, end, r->limit), KO_DATE_TAIL_ROLE_APART) &&
      ko_cp_at(d, end, r->limit) != '(')
    return 0;
  if (r->rank == KO_WHEN_RANK_NONE && !ko_is_nominal_at(d, at) &&
      !(note & KO_TIME_WORD_NOTE_PREDICATE))
    return 0;
  return !makes_compound(r, end);
}

/* 초, 말 need something before them: 6월 초, 작년 말. 월초, 월말, 주초 stand alone. */
static uint32_t read_part(reader *r, int row, uint32_t end) {
  ko_when *w = r->when;
  if (r->rank == KO_WHEN_RANK_NONE) {
    switch (ko_time_word_base_of(row)) {
    case KO_TIME_WORD_BASE_MONTH: set_one(&w->month, KO_WHEN_BASE_PUBLISHED, 0); break;
    case KO_TIME_WORD_BASE_WEEK: set_one(&w->week, KO_WHEN_BASE_PUBLISHED, 0); break;
    default: return 0;
    }
  } else if (r->rank >= KO_WHEN_RANK_DAY || w->portion) {
    return 0;
  }
  w->portion = (ko_when_portion)(int)ko_time_word_value_of(row);
  return done(r, r->rank < KO_WHEN_RANK_PART ? KO_WHEN_RANK_PART : r->rank, end);
}

/* 올 is also the end of a verb: it needs a part of the year behind it. */
static int has_part_of_year(const reader *r, uint32_t end) {
  ko_when trial = *r->when;
  reader next = {r->d, r->limit, &trial, KO_WHEN_RANK_YEAR};
  uint32_t p = ko_skip_space(r->d, end, r->limit), stop = read_numbered(&next, p);
  if (!stop) stop = read_word(&next, p);
  return stop && next.rank <= KO_WHEN_RANK_MONTH;
}

static ko_when_rank rank_of(ko_time_word_field field) {
  switch (field) {
  case KO_TIME_WORD_FIELD_YEAR: return KO_WHEN_RANK_YEAR;
  case KO_TIME_WORD_FIELD_QUARTER:
  case KO_TIME_WORD_FIELD_SPAN:
  case KO_TIME_WORD_FIELD_SPANOF: return KO_WHEN_RANK_SPAN;
  case KO_TIME_WORD_FIELD_MONTH: return KO_WHEN_RANK_MONTH;
  case KO_TIME_WORD_FIELD_WEEK:
  case KO_TIME_WORD_FIELD_WEEKEND: return KO_WHEN_RANK_WEEK;
  case KO_TIME_WORD_FIELD_DAY: return KO_WHEN_RANK_DAY;
  case KO_TIME_WORD_FIELD_WEEKDAY: return KO_WHEN_RANK_WEEKDAY;
  default: return KO_WHEN_RANK_NONE;
  }
}

/* Where a word of this field is kept. */
static ko_when_part *part_of(ko_when *w, ko_time_word_field field) {
  switch (field) {
  case KO_TIME_WORD_FIELD_YEAR: return &w->year;
  case KO_TIME_WORD_FIELD_QUARTER: return &w->quarter;
  case KO_TIME_WORD_FIELD_MONTH: return &w->month;
  case KO_TIME_WORD_FIELD_WEEK: return &w->week;
  case KO_TIME_WORD_FIELD_WEEKEND: return &w->weekend;
  case KO_TIME_WORD_FIELD_DAY: return &w->day;
  case KO_TIME_WORD_FIELD_WEEKDAY: return &w->weekday;
  default: return &w->span;
  }
}

/* The word of the row, [at, end), is the next part of the date. */
static uint32_t add_word(reader *r, int row, uint32_t at, uint32_t end) {
  ko_time_word_field field = ko_time_word_field_of(row);
  ko_when_rank rank = rank_of(field);
  ko_when_base base = base_of(row);
  ko_when *w = r->when;
  double n = ko_time_word_value_of(row), last = ko_time_word_last_of(row);
  if (rank == KO_WHEN_RANK_NONE || rank <= r->rank) return 0;
  /* what is counted from another day stands first */
  if (r->rank != KO_WHEN_RANK_NONE && rank != KO_WHEN_RANK_YEAR && rank != KO_WHEN_RANK_SPAN &&
      base != KO_WHEN_BASE_ABSOLUTE)
    return 0;
  if (rank == KO_WHEN_RANK_YEAR && end == at + 1 && !has_part_of_year(r, end)) return 0;
  if (field == KO_TIME_WORD_FIELD_SPANOF) {
    w->span_year = base == KO_WHEN_BASE_LAST ? KO_WHEN_SPAN_LAST : KO_WHEN_SPAN_THIS;
    base = KO_WHEN_BASE_ABSOLUTE;
  }
  if ((rank == KO_WHEN_RANK_WEEK || rank == KO_WHEN_RANK_DAY) && base == KO_WHEN_BASE_ABSOLUTE &&
      !w->month.base)
    w->unresolvable = 1;
  set(part_of(w, field), base, n, last > 0 ? last : n);
  return done(r, rank, end);
}

/* A word of the table of time words that is a part of a date. Returns the character after it, or 0. */
static uint32_t read_word(reader *r, uint32_t at) {
  uint32_t end;
  int row = ko_lookup_starting(&ko_table_time_word, &r->d->text, at, r->limit, 1, &end);
  /* the longest may run into the next word: 말 기준 is no 말기 */
  while (row >= 0 && !ko_ends_word(r->d, end, r->limit) && end > at + 1)
    row = ko_lookup_starting(&ko_table_time_word, &r->d->text, at, end - 1, 1, &end);
  if (row < 0 || !is_word_of_time(r, row, at, end)) return 0;
  switch (ko_time_word_field_of(row)) {
  case KO_TIME_WORD_FIELD_NONE:
    if (r->rank != KO_WHEN_RANK_NONE) return 0;
    r->when->unresolvable = 1;
    return done(r,
                ko_time_word_note_of(row) & KO_TIME_WORD_NOTE_WEEKLY ? KO_WHEN_RANK_DAY
                                                                     : KO_WHEN_RANK_WEEKDAY,
                end);
  case KO_TIME_WORD_FIELD_PART: return read_part(r, row, end);
  default: return add_word(r, row, at, end);
  }
}

/* Is what looks like a holiday an everyday word (설, a rumour), or the end of a verb? */
static int is_everyday(const reader *r, int row, uint32_t at, uint32_t end) {
  return ko_holiday_note_of(row) == KO_HOLIDAY_NOTE_WORD &&
         (tail(r, end, KO_DATE_TAIL_ROLE_WORD) ||
          (at > 0 && r->d->text.klass[at - 1] == KO_CLASS_HANGUL));
}

/* 추석, 설 연휴, 광복절. */
static uint32_t read_holiday(reader *r, uint32_t at) {
  const ko_document *d = r->d;
  uint32_t end, days;
  int row, tag = ko_tag_at(d, at);
  if (r->rank >= KO_WHEN_RANK_SPAN || (!ko_is_noun(tag) && tag != KO_TAG_SN && tag != KO_TAG_SH &&
                                       tag != KO_TAG_NR && tag != KO_TAG_VV))
    return 0;
  row = ko_lookup_starting(&ko_table_holiday, &d->text, at, r->limit, 1, &end);
  if (row < 0 || !ko_ends_word(d, end, r->limit)) return 0;
  days = tail(r, ko_skip_space(d, end, r->limit), KO_DATE_TAIL_ROLE_DAYS);
  if (!days && (tag == KO_TAG_VV || is_everyday(r, row, at, end))) return 0;
  if (ko_holiday_calendar_of(row) == KO_HOLIDAY_CALENDAR_NONE)
    r->when->unresolvable = 1;
  else
    r->when->holiday = (int16_t)row;
  r->when->around = days != 0;
  return done(r, KO_WHEN_RANK_DAY, days ? days : end);
}

static uint32_t read_next(reader *r, uint32_t at, int joined) {
  const ko_document *d = r->d;
  uint32_t cp = ko_cp_at(d, at, r->limit), end = 0;
  int tag;
  if (ko_is_digit(cp) && (end = read_holiday(r, at)) != 0) return end; /* 3·1절 */
  if (ko_is_digit(cp) || is_apostrophe(cp)) return read_numbered(r, at);
  if ((ko_class_at(d, at, r->limit) != KO_CLASS_HANGUL &&
       ko_class_at(d, at, r->limit) != KO_CLASS_HAN) ||
      (joined && !ko_is_edge(d, at)))
    return 0;
  tag = ko_tag_at(d, at);
  if (tag == KO_TAG_NR || tag == KO_TAG_SH) end = read_numbered(r, at);
  if (!end) end = read_holiday(r, at);
  if (!end) end = read_word(r, at);
  return end;
}

uint32_t ko_when_read(const ko_document *d, uint32_t at, uint32_t limit, ko_when *out,
                      ko_when_rank *rank) {
  reader r = {d, limit, out, KO_WHEN_RANK_NONE};
  uint32_t end, p = at;
  int joined = 1;
  ko_when_clear(out);
  *rank = KO_WHEN_RANK_DAY;
  if ((end = read_dotted(d, at, limit, out)) != 0) return end;
  ko_when_clear(out);
  while (p < limit) {
    ko_when before = *out;
    uint32_t stop = read_next(&r, p, joined);
    if (!stop) {
      *out = before;
      break;
    }
    end = stop;
    if (r.rank >= KO_WHEN_RANK_WEEKDAY) break;
    p = ko_skip_space(d, end, limit);
    joined = p == end;
    if (r.rank == KO_WHEN_RANK_DAY && !ko_is_hangul(d, p, limit))
      break; /* 23일 토요일, but 23일 2024년 */
  }
  *rank = r.rank;
  return end;
}
