#include "extract/amounts/when.h"

#include <string.h>

#include "extract/amounts/duration.h"
#include "extract/words/lookup.h"
#include "extract/amounts/numbers.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

/* What is too large for any date stays too large. */
static int16_t to_part(double x) {
  return (int16_t)(x > INT16_MAX ? INT16_MAX : x < INT16_MIN ? INT16_MIN : x);
}

static void set(ko_date_part *p, ko_base base, double n, double last) {
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

static ko_base base_of(const char *name) {
  return strcmp(name, "published") == 0 ? KO_BASE_PUBLISHED
         : strcmp(name, "story") == 0   ? KO_BASE_STORY
         : strcmp(name, "last") == 0    ? KO_BASE_LAST
                                        : KO_BASE_ABSOLUTE;
}

static void set_one(ko_date_part *p, ko_base base, int n) {
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

/* 2024.6.10, 2025-02-04, 2024/6/10, 2024. 6. 10; without a year 12·3, 6/25. */
static uint32_t read_dotted(const ko_document *d, uint32_t at, uint32_t limit, ko_when *when) {
  int value[3] = {0, 0, 0}, n = 0;
  uint32_t length[3] = {0, 0, 0}, mark = 0, p = at, end = at, after;
  while (n < 3) {
    uint32_t start = p;
    while (ko_is_digit(ko_cp_at(d, p, limit)) && p - start < 5)
      value[n] = value[n] * 10 + (int)(d->text.ch[p++].cp - '0');
    if (p == start) break;
    length[n++] = p - start;
    end = p;
    after = ko_cp_at(d, p, limit);
    if (n == 1) mark = after;
    if (after != mark || (mark != '.' && mark != '-' && mark != '/' && !ko_is_dot(mark))) break;
    p++;
    if (mark == '.') p = ko_skip_space(d, p, limit);
  }
  after = ko_cp_at(d, end, limit);
  if (n < 2 || ko_is_digit(after)) return 0;
  if (n == 3) {
    if (!is_month_and_day(value + 1, length + 1) ||
        (length[0] != 4 && !(length[0] == 2 && mark != '-' && !ko_is_dot(mark))))
      return 0;
    set_one(&when->year, KO_BASE_ABSOLUTE,
            length[0] == 4 ? value[0] : value[0] + (value[0] < 70 ? 2000 : 1900));
    set_one(&when->month, KO_BASE_ABSOLUTE, value[1]);
    set_one(&when->day, KO_BASE_ABSOLUTE, value[2]);
    return end;
  }
  /* a dash may be anything; 1/4 is a fraction; a full stop is for decimals, but 10.29 참사 */
  if (!is_month_and_day(value, length) || after == mark || after == '.' || after == '%') return 0;
  if (mark == '.' ? !is_event(d, ko_skip_space(d, end, limit), limit)
                  : !ko_is_dot(mark) && !(mark == '/' && value[1] >= 10))
    return 0;
  if (mark != '.' && ko_is_hangul(d, end, limit) && !names_event(d, end, limit)) return 0;
  set_one(&when->month, KO_BASE_ABSOLUTE, value[0]);
  set_one(&when->day, KO_BASE_ABSOLUTE, value[1]);
  when->names_event = mark != '/';
  return end;
}

void ko_when_clear(ko_when *w) {
  memset(w, 0, sizeof *w);
  w->holiday = -1;
}

static uint32_t read_word(reader *r, uint32_t at);
static uint32_t read_numbered(reader *r, uint32_t at);

/* A part was read: how fine it is, and the character after it. */
static uint32_t done(reader *r, ko_when_rank rank, uint32_t end) {
  r->rank = rank;
  return end;
}

/* Is 97년, with two digits, a year rather than a length? It is one before a part of a year, as a year of
** birth, and with a zero before it. `end` is the character after 년. */
static int is_short_year(const reader *r, const ko_number *n, uint32_t end) {
  const ko_document *d = r->d;
  uint32_t after = ko_skip_space(d, end, r->limit), q;
  ko_number month;
  int row;
  if (n->digits != 2) return 0;
  if (ko_cp_at(d, n->start, r->limit) == '0' || ko_cp_at(d, end, r->limit) == U'생') return 1;
  if (ko_is_digit(ko_cp_at(d, after, r->limit)) && ko_number_read(d, after, r->limit, &month))
    return n->low > 12 && (q = ko_word_end(d, month.end, r->limit, "월")) != 0 &&
           ko_cp_at(d, q, r->limit) != U'간';
  row = ko_lookup_starting(&ko_table_time_word, &d->text, after, r->limit, 0, &q);
  if (row < 0) return 0;
  return ko_cell_is(&ko_table_time_word, row, 1, "span") ||
         (after == end && n->low >= 50 &&
          ko_cell_is(&ko_table_time_word, row, 1, "part")); /* 90년초 */
}

/* 2024년, 2025학년도, '24년, 97년 가을. */
static uint32_t read_year(reader *r, const ko_number *n, int quoted) {
  static const char *const suffixes[] = {"회계연도", "학년도", "년도", "년", NULL};
  const ko_document *d = r->d;
  uint32_t end = ko_any_word_end(d, n->end, r->limit, suffixes);
  double year = n->low, last = n->high;
  if (!end || n->high >= 3000) return 0;
  if (end > n->end + 1 &&
      (n->digits == 1 || ko_cp_at(d, ko_skip_space(d, end, r->limit), r->limit) == U'더'))
    return 0; /* 10년도 더 된 */
  if (ko_length_follows(d, end, r->limit, 0) && !(n->digits == 4 && n->low >= 1000) && !quoted)
    return 0;
  if (!quoted && end == n->end + 1 && n->high < 1000 && !is_short_year(r, n, end)) return 0;
  if (n->high < 100) { /* '24년 is some decades ahead of us at most, 36년생 behind us */
    int pivot = ko_cp_at(d, end, r->limit) == U'생' ? 27 : 70;
    year += n->low < pivot ? 2000 : 1900;
    last += n->high < pivot ? 2000 : 1900;
  }
  set(&r->when->year, KO_BASE_ABSOLUTE, year, last);
  return done(r, KO_RANK_YEAR, end);
}

/* A year without 년 before a part of it: 2025 하반기, 2025 회계연도 4분기. */
static uint32_t read_bare_year(reader *r, const ko_number *n) {
  const ko_document *d = r->d;
  ko_when trial = *r->when;
  reader next = {d, r->limit, &trial, KO_RANK_YEAR};
  uint32_t p = n->end, q, stop;
  if (n->digits != 4 || n->low < 1900 || n->high >= 2100 ||
      ko_class_at(d, p, r->limit) != KO_CLASS_SPACE)
    return 0;
  q = ko_word_end(d, p + 1, r->limit, "회계연도");
  q = q ? ko_skip_space(d, q, r->limit) : p + 1;
  stop = ko_is_digit(ko_cp_at(d, q, r->limit)) ? read_numbered(&next, q) : read_word(&next, q);
  if (!stop || next.rank != KO_RANK_SPAN) return 0;
  set(&r->when->year, KO_BASE_ABSOLUTE, n->low, n->high);
  return done(r, KO_RANK_YEAR, q);
}

/* 3분기, 2/4분기, 1학기: months of a year. */
static uint32_t read_span(reader *r, const ko_number *n) {
  const ko_document *d = r->d;
  uint32_t end = ko_word_end(d, n->end, r->limit, "분기");
  if (!end) end = ko_word_end(d, n->end, r->limit, "/4분기");
  if (end && n->high <= 4 && !ko_length_follows(d, end, r->limit, 0)) {
    set(&r->when->span, KO_BASE_ABSOLUTE, n->low * 3 - 2, n->high * 3);
    return done(r, KO_RANK_SPAN, end);
  }
  end = ko_word_end(d, n->end, r->limit, "학기");
  if (!end || n->high > 2) return 0;
  set(&r->when->span, KO_BASE_ABSOLUTE, n->low == 1 ? 3 : 9, n->high == 1 ? 8 : 14);
  return done(r, KO_RANK_SPAN, end);
}

static uint32_t read_day_of_month(reader *r, const ko_number *n) {
  const ko_document *d = r->d;
  const ko_when *w = r->when;
  uint32_t end = ko_word_end(d, n->end, r->limit, "일");
  int tag = ko_tag_at(d, n->end);
  if (!end || n->high > 31 || w->week.base || (n->words && !w->month.base)) return 0;
  if (!w->month.base && (ko_length_follows(d, end, r->limit, 1) || ko_length_precedes(d, n->start)))
    return 0;
  if (!ko_ends_word(d, end, r->limit) && tag != KO_TAG_NNB && tag != KO_TAG_NNBC) return 0;
  set(&r->when->day, KO_BASE_ABSOLUTE, n->low, n->high);
  return done(r, KO_RANK_DAY, end);
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

/* A number with 년, 월, 일 ... Returns the character after it, or 0. */
static uint32_t read_numbered(reader *r, uint32_t at) {
  const ko_document *d = r->d;
  ko_when *w = r->when;
  ko_number n;
  uint32_t end;
  int quoted = is_apostrophe(ko_cp_at(d, at, r->limit));
  if (quoted && !opens_year(r, at++)) return 0;
  if (!ko_number_read(d, at, r->limit, &n) || n.decimal || n.scaled || n.some || n.native ||
      n.low < 1)
    return 0;
  if (n.words && ko_tag_at(d, at) != KO_TAG_NR && ko_tag_at(d, at) != KO_TAG_SH) return 0;
  if (quoted)
    return r->rank < KO_RANK_YEAR && n.digits == 2 && ko_cp_at(d, n.end, r->limit) == U'년'
               ? read_year(r, &n, 1)
               : 0;
  if (r->rank < KO_RANK_CENTURY && n.high <= 30 &&
      (end = ko_word_end(d, n.end, r->limit, "세기")) != 0) {
    set(&w->century, KO_BASE_ABSOLUTE, n.low, n.high);
    return done(r, KO_RANK_CENTURY, end);
  }
  if (r->rank < KO_RANK_CENTURY && n.high < 3000 &&
      (end = ko_word_end(d, n.end, r->limit, "년대")) != 0) {
    set(&w->decade, KO_BASE_ABSOLUTE, n.low, n.high);
    return done(r, KO_RANK_YEAR, end);
  }
  if (r->rank < KO_RANK_YEAR &&
      ((end = read_year(r, &n, 0)) != 0 || (end = read_bare_year(r, &n)) != 0))
    return end;
  if (r->rank < KO_RANK_SPAN && (end = read_span(r, &n)) != 0) return end;
  if (r->rank < KO_RANK_MONTH && n.high <= 12 &&
      (end = ko_word_end(d, n.end, r->limit, "월")) != 0) {
    uint32_t longer = ko_word_end(d, end, r->limit, "달");               /* 5월달 */
    if (ko_is_hangul(d, end, r->limit) && !ko_is_edge(d, end)) return 0; /* 3월드컵 */
    set(&w->month, KO_BASE_ABSOLUTE, n.low, n.high);
    return done(r, KO_RANK_MONTH, longer ? longer : end);
  }
  if (r->rank < KO_RANK_WEEK && w->month.base && n.high <= 6 &&
      (end = ko_word_end(d, n.end, r->limit, "주차")) != 0) {
    set(&w->week, KO_BASE_ABSOLUTE, n.low, n.high);
    return done(r, KO_RANK_WEEK, end);
  }
  return r->rank < KO_RANK_DAY ? read_day_of_month(r, &n) : 0;
}

/* 연말정산, 가을동화, 전달됐다: a word of time that begins another word. */
static int makes_compound(const ko_document *d, uint32_t at, uint32_t end, uint32_t limit) {
  static const char *const allowed[] = {
      "대비", "기준",   "이후",   "이전", "동안", "내내", "당시", "안",   "동기", "들어",
      "밤",   "새벽",   "아침",   "저녁", "오전", "오후", "말",   "초",   "쯤",   "께",
      "경",   "상반기", "하반기", "중순", "한정", "한때", "낮",   "맞이", NULL};
  int tag;
  if (ko_class_at(d, end, limit) == KO_CLASS_HAN)
    return ko_cp_at(d, end, limit) != 0x6BD4; /* 전년比 */
  if (!ko_is_hangul(d, end, limit) || !ko_is_edge(d, end)) return 0;
  tag = ko_tag_at(d, end);
  if (tag == KO_TAG_XSV) return 1;
  if (tag != KO_TAG_NNG && tag != KO_TAG_NNP) return 0;
  if (ko_lookup_starting(&ko_table_time_word, &d->text, end, limit, 1, &at) >= 0) return 0;
  return !ko_any_word_end(d, end, limit, allowed);
}

/* May a word of time that the table has stand at [at, end)? */
static int is_word_of_time(const reader *r, int row, uint32_t at, uint32_t end) {
  static const char *const compared[] = {"보다", "대비", " 대비", "과 비교", "와 비교", NULL};
  static const char *const others[] = {"올", "지난", "같은", NULL}; /* tagged as predicates */
  const ko_document *d = r->d;
  if (!ko_ends_word(d, end, r->limit)) return 0;
  if (ko_cell_is(&ko_table_time_word, row, 5, "compared") &&
      !ko_any_word_end(d, end, r->limit, compared) && ko_cp_at(d, end, r->limit) != '(')
    return 0;
  if (r->rank == KO_RANK_NONE && !ko_is_nominal_at(d, at) &&
      !ko_any_word_end(d, at, r->limit, others))
    return 0;
  return !makes_compound(d, at, end, r->limit);
}

/* 초, 말 need something before them: 6월 초, 작년 말. 월초, 월말, 주초 stand alone. */
static uint32_t read_part(reader *r, int row, uint32_t end) {
  const ko_table *t = &ko_table_time_word;
  ko_when *w = r->when;
  if (r->rank == KO_RANK_NONE) {
    if (ko_cell_is(t, row, 2, "month"))
      set_one(&w->month, KO_BASE_PUBLISHED, 0);
    else if (ko_cell_is(t, row, 2, "week"))
      set_one(&w->week, KO_BASE_PUBLISHED, 0);
    else
      return 0;
  } else if (r->rank >= KO_RANK_DAY || w->part) {
    return 0;
  }
  w->part = (uint8_t)ko_cell_int(t, row, 3, 0);
  return done(r, r->rank < KO_RANK_PART ? KO_RANK_PART : r->rank, end);
}

/* 올 is also the end of a verb: it needs a part of the year behind it. */
static int has_part_of_year(const reader *r, uint32_t end) {
  ko_when trial = *r->when;
  reader next = {r->d, r->limit, &trial, KO_RANK_YEAR};
  uint32_t p = ko_skip_space(r->d, end, r->limit), stop = read_numbered(&next, p);
  if (!stop) stop = read_word(&next, p);
  return stop && next.rank <= KO_RANK_MONTH;
}

static ko_when_rank rank_of(const char *field) {
  static const struct {
    const char *field;
    ko_when_rank rank;
  } ranks[] = {{"year", KO_RANK_YEAR},    {"quarter", KO_RANK_SPAN}, {"span", KO_RANK_SPAN},
               {"spanof", KO_RANK_SPAN},  {"month", KO_RANK_MONTH},  {"week", KO_RANK_WEEK},
               {"weekend", KO_RANK_WEEK}, {"day", KO_RANK_DAY},      {"weekday", KO_RANK_WEEKDAY}};
  for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
    if (strcmp(ranks[i].field, field) == 0) return ranks[i].rank;
  return KO_RANK_NONE;
}

/* A word of the table of time words that is a part of a date. Returns the character after it, or 0. */
static uint32_t read_word(reader *r, uint32_t at) {
  const ko_table *t = &ko_table_time_word;
  uint32_t end;
  int row = ko_lookup_starting(t, &r->d->text, at, r->limit, 1, &end),
      alone = r->rank == KO_RANK_NONE;
  const char *field;
  ko_when *w = r->when;
  ko_when_rank rank;
  ko_base base;
  double n, last;
  /* the longest may run into the next word: 말 기준 is no 말기 */
  while (row >= 0 && !ko_ends_word(r->d, end, r->limit) && end > at + 1)
    row = ko_lookup_starting(t, &r->d->text, at, end - 1, 1, &end);
  if (row < 0 || !is_word_of_time(r, row, at, end)) return 0;
  field = ko_table_cell(t, row, 1);
  base = base_of(ko_table_cell(t, row, 2));
  n = (double)ko_cell_int(t, row, 3, 0);
  last = (double)ko_cell_int(t, row, 4, (long long)n);
  if (strcmp(field, "none") == 0) {
    if (!alone) return 0;
    w->unresolvable = 1;
    return done(r, ko_cp_at(r->d, end - 1, r->limit) == U'주' ? KO_RANK_DAY : KO_RANK_WEEKDAY,
                end); /* 매주 목요일 */
  }
  if (strcmp(field, "part") == 0) return read_part(r, row, end);
  rank = rank_of(field);
  if (rank == KO_RANK_NONE || rank <= r->rank) return 0;
  /* what is counted from another day stands first */
  if (!alone && rank != KO_RANK_YEAR && rank != KO_RANK_SPAN && base != KO_BASE_ABSOLUTE) return 0;
  switch (rank) {
  case KO_RANK_YEAR:
    if (end == at + 1 && !has_part_of_year(r, end)) return 0;
    set(&w->year, base, n, last);
    break;
  case KO_RANK_SPAN:
    if (strcmp(field, "quarter") == 0)
      set(&w->quarter, base, n, last);
    else
      set(&w->span, KO_BASE_ABSOLUTE, n, last);
    if (strcmp(field, "spanof") == 0) w->span_year = ko_cell_is(t, row, 2, "last") ? 2 : 1;
    break;
  case KO_RANK_MONTH: set(&w->month, base, n, last); break;
  case KO_RANK_WEEK:
    if (base == KO_BASE_ABSOLUTE && !w->month.base) w->unresolvable = 1;
    set(strcmp(field, "week") == 0 ? &w->week : &w->weekend, base, n, last);
    break;
  case KO_RANK_DAY:
    if (base == KO_BASE_ABSOLUTE && !w->month.base) w->unresolvable = 1;
    set(&w->day, base, n, last);
    break;
  default: set(&w->weekday, KO_BASE_ABSOLUTE, n, last);
  }
  return done(r, rank, end);
}

/* 설 alone is also a rumour, and the end of a verb. */
static int is_rumour(const ko_document *d, uint32_t at, uint32_t end, uint32_t limit) {
  static const char *const particles[] = {"이", "은", "도", "을", NULL};
  return end == at + 1 && (ko_any_word_end(d, end, limit, particles) ||
                           (at > 0 && d->text.klass[at - 1] == KO_CLASS_HANGUL));
}

/* 추석, 설 연휴, 광복절. */
static uint32_t read_holiday(reader *r, uint32_t at) {
  const ko_table *t = &ko_table_holiday;
  const ko_document *d = r->d;
  uint32_t end, days;
  int row, tag = ko_tag_at(d, at);
  if (r->rank >= KO_RANK_SPAN || (!ko_is_noun(tag) && tag != KO_TAG_SN && tag != KO_TAG_SH &&
                                  tag != KO_TAG_NR && tag != KO_TAG_VV))
    return 0;
  row = ko_lookup_starting(t, &d->text, at, r->limit, 1, &end);
  if (row < 0 || !ko_ends_word(d, end, r->limit)) return 0;
  days = ko_word_end(d, ko_skip_space(d, end, r->limit), r->limit, "연휴");
  if (!days && (tag == KO_TAG_VV || is_rumour(d, at, end, r->limit))) return 0;
  if (ko_cell_is(t, row, 1, "none"))
    r->when->unresolvable = 1;
  else
    r->when->holiday = (int16_t)row;
  r->when->around = days != 0;
  return done(r, KO_RANK_DAY, days ? days : end);
}

static uint32_t read_next(reader *r, uint32_t at, int joined) {
  const ko_document *d = r->d;
  uint32_t cp = ko_cp_at(d, at, r->limit), end = 0;
  int tag;
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
  reader r = {d, limit, out, KO_RANK_NONE};
  uint32_t end, p = at;
  int joined = 1;
  ko_when_clear(out);
  *rank = KO_RANK_DAY;
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
    if (r.rank >= KO_RANK_WEEKDAY) break;
    p = ko_skip_space(d, end, limit);
    joined = p == end;
    if (r.rank == KO_RANK_DAY && !ko_is_hangul(d, p, limit))
      break; /* 23일 토요일, but 23일 2024년 */
  }
  *rank = r.rank;
  return end;
}
