#include "extract/timex.h"

#include <stdlib.h>
#include <string.h>

#include "extract/lookup.h"
#include "extract/numbers.h"
#include "extract/scan.h"
#include "morph/tagset.h"
#include "tables.h"

/* ---- characters ---- */

static int is_hangul(const ko_document *d, uint32_t at, uint32_t limit) {
  return at < limit && d->text.klass[at] == KO_HANGUL;
}

/* Is what begins at `at` a noun rather than an ending or a particle? */
static int is_nominal(const ko_document *d, uint32_t at) {
  int tag = ko_tag_at(d, at);
  return tag == KO_NNG || tag == KO_NNP || tag == KO_NNB || tag == KO_NNBC || tag == KO_NR || tag == KO_NP ||
         tag == KO_SH || tag == KO_SN || tag == KO_MAG || tag == KO_MM || tag == KO_XPN || tag == KO_XSN;
}

/* ---- parts of a date ---- */

static void set(ko_date_part *p, ko_base base, double n, double last) {
  p->base = (uint8_t)base;
  p->n = (int16_t)n;
  p->last = (int16_t)last;
}

/* Coarse to fine; a date has its parts in this order. */
enum { R_NONE, R_CENTURY, R_YEAR, R_SPAN, R_MONTH, R_PART, R_WEEK, R_DAY, R_WEEKDAY };

typedef struct reader {
  const ko_document *d;
  uint32_t limit;
  ko_when *when;
  int rank;      /* of the last part read */
  int is_length; /* the last part read may be a length of time as well (3년, 10일) */
} reader;

static ko_base base_of(const char *name) {
  return strcmp(name, "published") == 0 || strcmp(name, "last") == 0 ? KO_PUBLISHED
         : strcmp(name, "story") == 0                                ? KO_STORY
                                                                     : KO_ABSOLUTE;
}

/* Is the word before `at` one that stands before lengths: 최장 10일? */
static int length_precedes(const ko_document *d, uint32_t at) {
  uint32_t start, end = at;
  int row;
  if (end == 0 || d->text.klass[end - 1] != KO_SPACE) return 0;
  end--;
  for (start = end; start > 0 && end - start < 4 && d->text.klass[start - 1] == KO_HANGUL;) start--;
  row = ko_lookup(&ko_table_length_cue, &d->text, start, end);
  return row >= 0 && ko_cell_is(&ko_table_length_cue, row, 1, "before");
}

/* What shows that `10일`, `3년` before it is a length: 10일간, 3년 만에, 5일 전. */
static int length_follows(const ko_document *d, uint32_t at, uint32_t limit, int strict) {
  static const char *const shifts[] = {"전", "뒤", "후", "만", NULL};
  uint32_t p = ko_skip_space(d, at, limit), end;
  int row = ko_lookup_starting(&ko_table_length_cue, &d->text, p, limit, 0, &end);
  if (row >= 0 && ko_is_edge(d, p)) {
    if (ko_cell_is(&ko_table_length_cue, row, 1, "after")) return 1;
    if (ko_cell_is(&ko_table_length_cue, row, 1, "joined") && p == at) return 1;
  }
  end = ko_any_word_end(d, p, limit, shifts);
  if (!end || !ko_is_edge(d, p) || (is_hangul(d, end, limit) && (!ko_ends_word(d, end, limit) || is_nominal(d, end)))) return 0;
  /* 18일 전 지역: 전 belongs to the noun behind it */
  return ko_cp_at(d, end - 1, limit) != U'전' || !strict || end >= limit || d->text.klass[end] != KO_SPACE || !ko_is_noun(ko_tag_at(d, end + 1));
}

/* 2024.6.10, 2025-02-04, 2024/6/10, '24.6.10; 6/10 and 6·3 only without a year. */
static uint32_t read_dotted(const ko_document *d, uint32_t at, uint32_t limit, ko_when *when) {
  uint32_t p = at, mark, n = 0, start[3], end[3];
  int value[3] = {0, 0, 0};
  uint32_t after;
  mark = 0;
  for (n = 0; n < 3; n++) {
    start[n] = p;
    while (p < limit && ko_is_digit(ko_cp_at(d, p, limit)) && p - start[n] < 5) value[n] = value[n] * 10 + (int)(d->text.ch[p++].cp - '0');
    end[n] = p;
    if (p == start[n]) return 0;
    if (n == 2) break;
    after = ko_cp_at(d, p, limit);
    if (n == 0) {
      if (after != '.' && after != '-' && after != '/' && after != 0xB7 && after != 0x318D && after != 0x30FB) {
        return 0;
      }
      mark = after;
    } else if (after != mark) {
      break;
    }
    if (n == 1 && !ko_is_digit(ko_cp_at(d, p + 1, limit)) && !(mark == '.' && ko_cp_at(d, p + 1, limit) == ' ' && ko_is_digit(ko_cp_at(d, p + 2, limit)))) break;
    p++;
    if (mark == '.' && ko_cp_at(d, p, limit) == ' ') p++;
  }
  if (n == 2) { /* three numbers */
    uint32_t digits = end[0] - start[0];
    if (ko_is_digit(ko_cp_at(d, p, limit)) || value[1] < 1 || value[1] > 12 || value[2] < 1 || value[2] > 31) return 0;
    if (digits == 4) set(&when->year, KO_ABSOLUTE, value[0], value[0]);
    else if (digits == 2 && (mark == '.' || mark == '/')) set(&when->year, KO_ABSOLUTE, value[0] + (value[0] < 70 ? 2000 : 1900), value[0] + (value[0] < 70 ? 2000 : 1900));
    else return 0;
    if (end[1] - start[1] > 2 || end[2] - start[2] > 2) return 0;
    set(&when->month, KO_ABSOLUTE, value[1], value[1]);
    set(&when->day, KO_ABSOLUTE, value[2], value[2]);
    return p;
  }
  /* two numbers: 12·3, 6·25, 9·11; with a full stop it may be a decimal number */
  if (mark != 0xB7 && mark != 0x318D && mark != 0x30FB) return 0;
  p = end[1];
  if (ko_is_digit(ko_cp_at(d, p, limit)) || value[0] < 1 || value[0] > 12 || value[1] < 1 || value[1] > 31 || end[0] - start[0] > 2 ||
      end[1] - start[1] > 2)
    return 0;
  after = ko_cp_at(d, p, limit);
  if (after == mark || after == '.' || after == '%' || (is_hangul(d, p, limit) && ko_tag_at(d, p) != KO_NNG)) return 0;
  if (is_hangul(d, p, limit)) return 0;
  set(&when->month, KO_ABSOLUTE, value[0], value[0]);
  set(&when->day, KO_ABSOLUTE, value[1], value[1]);
  when->unresolvable = 1; /* the name of what happened on that day, of whatever year */
  return p;
}

static void reset(ko_when *w) {
  memset(w, 0, sizeof *w);
  w->holiday = -1;
}

static uint32_t read_word(reader *r, uint32_t at);

/* A number with 년, 월, 일 ... Returns the character after it, or 0. */
static uint32_t read_numbered(reader *r, uint32_t at) {
  const ko_document *d = r->d;
  static const char *const year_suffix[] = {"학년도", "년도", "년", NULL};
  uint32_t limit = r->limit, p, end;
  ko_number n;
  ko_when *w = r->when;
  int quoted = 0;
  if (ko_cp_at(d, at, limit) == '\'' || ko_cp_at(d, at, limit) == 0x2019 || ko_cp_at(d, at, limit) == 0x2018) {
    quoted = 1;
    at++;
    if (!ko_is_digit(ko_cp_at(d, at, limit)) || (at > 1 && d->text.klass[at - 2] != KO_SPACE)) return 0;
    for (p = at; p < limit && p < at + 16; p++)
      if (d->text.ch[p].cp == '\'' || d->text.ch[p].cp == 0x2019) return 0; /* '10년 이상' */
  }
  if (!ko_number_read(d, at, limit, &n) || n.decimal || n.scaled || n.some || n.native || n.low < 1) return 0;
  p = n.end;
  if (n.words) { /* 이천이십사년, 삼월: Sino-Korean numerals, tagged as such */
    if (ko_tag_at(d, at) != KO_NR && ko_tag_at(d, at) != KO_SH) return 0;
  }
  if (quoted && (n.digits != 2 || ko_cp_at(d, p, limit) != U'년')) return 0;
  if ((end = ko_word_end(d, p, limit, "세기")) != 0 && n.high <= 30 && r->rank < R_CENTURY) {
    set(&w->century, KO_ABSOLUTE, n.low, n.high);
    r->rank = R_CENTURY;
    return end;
  }
  if ((end = ko_word_end(d, p, limit, "년대")) != 0 && r->rank < R_CENTURY && n.high < 3000) {
    set(&w->decade, KO_ABSOLUTE, n.low, n.high);
    r->rank = R_YEAR;
    return end;
  }
  if ((end = ko_any_word_end(d, p, limit, year_suffix)) != 0 && r->rank < R_YEAR) {
    uint32_t after = ko_skip_space(d, end, limit);
    double year = n.low, last = n.high;
    if (end > p + 1 && (n.digits == 1 || ko_cp_at(d, after, limit) == U'더')) return 0; /* 10년도 더 된 */
    if (length_follows(d, end, limit, 0) && !(n.digits == 4 && n.low >= 1000) && !quoted) return 0;
    if (n.high >= 3000) return 0;
    if (!quoted && end == p + 1 && n.high < 1000) {
      /* 97년 is a year when a part of it follows, or when it has a zero before it */
      ko_number next;
      uint32_t q = 0;
      int row = -1, zero = ko_cp_at(d, at, limit) == '0';
      if (n.digits != 2) return 0;
      if (ko_is_digit(ko_cp_at(d, after, limit)) && ko_number_read(d, after, limit, &next))
        q = ko_word_end(d, next.end, limit, "월") && !ko_word_end(d, next.end, limit, "월간") ? 1 : 0;
      if (!q) row = ko_lookup_starting(&ko_table_time_word, &d->text, after, limit, 0, &q);
      if (!zero && ko_cp_at(d, end, limit) != U'생' && !(q == 1 && row < 0 && n.low > 12) &&
          !(row >= 0 && strcmp(ko_table_cell(&ko_table_time_word, row, 1), "span") == 0) &&
          !(row >= 0 && after == end && n.low >= 50 && strcmp(ko_table_cell(&ko_table_time_word, row, 1), "part") == 0))
        return 0;
    }
    if (n.high < 100) { /* 24년 5월 is ahead of us at most some decades, 36년생 behind us */
      int pivot = ko_cp_at(d, end, limit) == U'생' ? 27 : 70;
      year += n.low < pivot ? 2000 : 1900;
      last += n.high < pivot ? 2000 : 1900;
    }
    set(&w->year, KO_ABSOLUTE, year, last);
    r->rank = R_YEAR;
    return end;
  }
  if (n.digits == 4 && n.low >= 1900 && n.high < 2100 && r->rank < R_YEAR && p < limit && d->text.klass[p] == KO_SPACE) {
    /* 2025 하반기, 2025 회계연도 4분기 */
    uint32_t q = ko_word_end(d, p + 1, limit, "회계연도"), stop;
    ko_when trial = *w;
    reader next = {d, limit, &trial, R_YEAR, 0};
    q = q ? ko_skip_space(d, q, limit) : p + 1;
    stop = ko_is_digit(ko_cp_at(d, q, limit)) ? read_numbered(&next, q) : read_word(&next, q);
    if (stop && next.rank == R_SPAN) {
      set(&w->year, KO_ABSOLUTE, n.low, n.high);
      r->rank = R_YEAR;
      return q;
    }
    return 0;
  }
  if ((end = ko_word_end(d, p, limit, "분기")) != 0 && r->rank < R_SPAN && n.high <= 4 && n.low >= 1 && !length_follows(d, end, limit, 0)) {
    set(&w->span, KO_ABSOLUTE, n.low * 3 - 2, n.high * 3);
    r->rank = R_SPAN;
    return end;
  }
  if (ko_word_end(d, p, limit, "/4분기") && r->rank < R_SPAN && n.high <= 4) {
    set(&w->span, KO_ABSOLUTE, n.low * 3 - 2, n.high * 3);
    r->rank = R_SPAN;
    return ko_word_end(d, p, limit, "/4분기");
  }
  if ((end = ko_word_end(d, p, limit, "학기")) != 0 && r->rank < R_SPAN && n.high <= 2) {
    set(&w->span, KO_ABSOLUTE, n.low == 1 ? 3 : 9, n.high == 1 ? 8 : 14);
    r->rank = R_SPAN;
    return end;
  }
  if ((end = ko_word_end(d, p, limit, "월")) != 0 && r->rank < R_MONTH && n.low >= 1 && n.high <= 12) {
    uint32_t month_end = ko_word_end(d, end, limit, "달");
    if (is_hangul(d, end, limit) && !ko_is_edge(d, end)) return 0; /* 3월드컵 */
    set(&w->month, KO_ABSOLUTE, n.low, n.high);
    r->rank = R_MONTH;
    return month_end ? month_end : end;
  }
  if ((end = ko_word_end(d, p, limit, "주차")) != 0 && w->month.base && r->rank < R_WEEK && n.high <= 6) {
    set(&w->week, KO_ABSOLUTE, n.low, n.high);
    r->rank = R_WEEK;
    return end;
  }
  if ((end = ko_word_end(d, p, limit, "일")) != 0 && r->rank < R_DAY && n.low >= 1 && n.high <= 31) {
    if (w->week.base || (!w->month.base && (length_follows(d, end, limit, 1) || length_precedes(d, at)))) return 0;
    if (is_hangul(d, end, limit) && !ko_ends_word(d, end, limit) && ko_tag_at(d, p) != KO_NNB && ko_tag_at(d, p) != KO_NNBC) return 0;
    if (n.words && !w->month.base) return 0;
    set(&w->day, KO_ABSOLUTE, n.low, n.high);
    r->rank = R_DAY;
    return end;
  }
  return 0;
}

/* 연말정산, 가을동화, 전달됐다: a word of time that begins another word. */
static int makes_compound(const ko_document *d, uint32_t at, uint32_t end, uint32_t limit) {
  static const char *const allowed[] = {"대비", "기준", "이후", "이전", "동안", "내내", "당시", "안", "동기", "들어", "밤", "새벽", "아침", "저녁", "오전", "오후", "말", "초", "쯤", "께", "경", "상반기", "하반기", "중순", "한정", "한때", "낮", "맞이", NULL};
  int tag;
  if (ko_class_at(d, end, limit) == KO_HAN) return ko_cp_at(d, end, limit) != 0x6BD4; /* 전년比 */
  if (!is_hangul(d, end, limit) || !ko_is_edge(d, end)) return 0;
  tag = ko_tag_at(d, end);
  if (tag == KO_XSV) return 1;
  if (tag != KO_NNG && tag != KO_NNP) return 0;
  if (ko_lookup_starting(&ko_table_time_word, &d->text, end, limit, 1, &at) >= 0) return 0;
  return !ko_any_word_end(d, end, limit, allowed);
}

/* A word of the table of time words that is a part of a date. Returns the character after it, or 0. */
static uint32_t read_word(reader *r, uint32_t at) {
  static const char *const compared[] = {"보다", "대비", " 대비", "과 비교", "와 비교", NULL};
  const ko_table *t = &ko_table_time_word;
  const ko_document *d = r->d;
  uint32_t limit = r->limit, end;
  int row = ko_lookup_starting(t, &d->text, at, limit, 1, &end), rank;
  const char *field;
  ko_when *w = r->when;
  ko_base base;
  double n, last;
  if (row < 0 || !ko_ends_word(d, end, limit)) return 0;
  if (ko_cell_is(t, row, 5, "compared") && !ko_any_word_end(d, end, limit, compared) && ko_cp_at(d, end, limit) != '(') return 0;
  if (r->rank == R_NONE && !is_nominal(d, at) && d->text.ch[at].cp != U'올' && !ko_word_end(d, at, limit, "지난") && !ko_word_end(d, at, limit, "같은")) return 0;
  if (makes_compound(d, at, end, limit)) return 0;
  field = ko_table_cell(t, row, 1);
  base = base_of(ko_table_cell(t, row, 2));
  n = (double)ko_cell_int(t, row, 3, 0);
  last = (double)ko_cell_int(t, row, 4, (long long)n);
  if (strcmp(field, "none") == 0) {
    if (r->rank != R_NONE) return 0;
    w->unresolvable = 1;
    r->rank = ko_cp_at(d, end - 1, limit) == U'주' ? R_DAY : R_WEEKDAY; /* 매주 목요일 */
    return end;
  }
  if (strcmp(field, "part") == 0) {
    /* 초, 말 need something before them: 6월 초, 작년 말; 월초 and the like stand alone */
    if (r->rank == R_NONE) {
      if (end - at < 2 || ko_cp_at(d, at, limit) == U'초' || ko_cp_at(d, at, limit) == U'중' || ko_cp_at(d, at, limit) == U'후' ||
          ko_cp_at(d, at, limit) == U'말' || ko_cp_at(d, at, limit) == U'상' || ko_cp_at(d, at, limit) == U'하')
        return 0;
      if (ko_cp_at(d, at, limit) == U'주') set(&w->week, KO_PUBLISHED, 0, 0);
      else set(&w->month, KO_PUBLISHED, 0, 0);
    } else if (r->rank >= R_DAY || w->part) {
      return 0;
    }
    w->part = (uint8_t)n;
    if (r->rank < R_PART) r->rank = R_PART;
    return end;
  }
  rank = strcmp(field, "year") == 0                                   ? R_YEAR
         : strcmp(field, "quarter") == 0                              ? R_SPAN
         : strcmp(field, "span") == 0 || strcmp(field, "spanof") == 0 ? R_SPAN
         : strcmp(field, "month") == 0                                ? R_MONTH
         : strcmp(field, "week") == 0 || strcmp(field, "weekend") == 0 ? R_WEEK
         : strcmp(field, "day") == 0                                  ? R_DAY
         : strcmp(field, "weekday") == 0                              ? R_WEEKDAY
                                                                      : R_NONE;
  if (rank == R_NONE || rank <= r->rank) return 0;
  switch (rank) {
    case R_YEAR:
      /* 올 is also the end of a verb: it needs a part of the year behind it */
      if (end == at + 1) {
        ko_when trial = *w;
        reader next = {d, limit, &trial, R_YEAR, 0};
        uint32_t p = ko_skip_space(d, end, limit), stop = read_numbered(&next, p);
        if (!stop) stop = read_word(&next, p);
        if (!stop || next.rank > R_MONTH) return 0;
      }
      set(&w->year, base, n, last);
      break;
    case R_SPAN:
      if (strcmp(field, "quarter") == 0) {
        set(&w->quarter, base, n, last);
      } else {
        set(&w->span, KO_ABSOLUTE, n, last);
        if (strcmp(field, "spanof") == 0) w->span_year = strcmp(ko_table_cell(t, row, 2), "last") == 0 ? 2 : 1;
      }
      break;
    case R_MONTH:
      if (r->rank != R_NONE) return 0;
      set(&w->month, base, n, last);
      break;
    case R_WEEK:
      if (base == KO_ABSOLUTE && !w->month.base) {
        w->unresolvable = 1;
      } else if (base != KO_ABSOLUTE && r->rank != R_NONE) {
        return 0;
      }
      set(strcmp(field, "week") == 0 ? &w->week : &w->weekend, base, n, last);
      break;
    case R_DAY:
      if (base == KO_ABSOLUTE) {
        if (!w->month.base) w->unresolvable = 1;
      } else if (r->rank != R_NONE) {
        return 0;
      }
      set(&w->day, base, n, last);
      break;
    default:
      set(&w->weekday, KO_ABSOLUTE, n, last);
  }
  r->rank = rank;
  return end;
}

static uint32_t read_holiday(reader *r, uint32_t at) {
  static const char *const season[] = {"연휴", NULL};
  const ko_document *d = r->d;
  uint32_t end, p, q;
  int row, tag = ko_tag_at(d, at);
  if (r->rank >= R_SPAN || (tag != KO_NNG && tag != KO_NNP && tag != KO_SN && tag != KO_SH && tag != KO_NR && tag != KO_VV)) return 0;
  row = ko_lookup_starting(&ko_table_holiday, &d->text, at, r->limit, 1, &end);
  if (row < 0 || !ko_ends_word(d, end, r->limit)) return 0;
  p = ko_skip_space(d, end, r->limit);
  q = ko_any_word_end(d, p, r->limit, season);
  if (tag == KO_VV && !(q && end == at + 1)) return 0; /* 설 연휴: 설 read as a verb */
  if (end == at + 1 && !q) { /* 설 alone is also a rumour */
    uint32_t next = ko_cp_at(d, end, r->limit);
    if (next == U'이' || next == U'은' || next == U'도' || next == U'을' || next == ')' || (at > 0 && d->text.klass[at - 1] == KO_HANGUL)) return 0;
  }
  if (strcmp(ko_table_cell(&ko_table_holiday, row, 1), "none") == 0) r->when->unresolvable = 1;
  else r->when->holiday = (int16_t)row;
  if (q) {
    r->when->around = 1;
    end = q;
  }
  r->rank = R_DAY;
  return end;
}

/* The parts of one date, one after the other. Returns the character after them, or 0. */
static uint32_t read_date(const ko_document *d, uint32_t at, uint32_t limit, ko_when *when, int rank, int *last_rank) {
  reader r = {d, limit, when, rank, 0};
  uint32_t end = 0, p = at;
  int tight = 1;
  if (rank == R_NONE) {
    uint32_t stop = read_dotted(d, at, limit, when);
    if (stop) {
      *last_rank = R_DAY;
      return stop;
    }
    reset(when);
  }
  for (;;) {
    uint32_t stop = 0;
    ko_when before = *when;
    int rank_before = r.rank;
    if (p >= limit) break;
    if (ko_is_digit(ko_cp_at(d, p, limit)) || ko_cp_at(d, p, limit) == '\'' || ko_cp_at(d, p, limit) == 0x2018 || ko_cp_at(d, p, limit) == 0x2019)
      stop = read_numbered(&r, p);
    else if (d->text.klass[p] == KO_HANGUL || d->text.klass[p] == KO_HAN) {
      if (ko_is_edge(d, p) || !tight) {
        int tag = ko_tag_at(d, p);
        if (tag == KO_NR || tag == KO_SH) stop = read_numbered(&r, p);
        if (!stop) stop = read_holiday(&r, p);
        if (!stop) stop = read_word(&r, p);
      }
    }
    if (!stop) {
      *when = before;
      r.rank = rank_before;
      break;
    }
    end = stop;
    if (r.rank >= R_WEEKDAY) break;
    p = ko_skip_space(d, end, limit);
    tight = p == end;
    /* 23일(토), 2024년(6월): brackets do not belong to it */
    if (r.rank == R_DAY && !is_hangul(d, p, limit)) break;
  }
  *last_rank = r.rank;
  return end;
}

/* ---- lengths of time ---- */

typedef struct length {
  double low, high;
  const char *unit;
  int some, words;
  uint32_t end;
} length;

static int unit_rank(const char *unit) {
  static const char *const order[] = {"century", "year", "month", "week", "day", "hour", "minute", "second"};
  for (int i = 0; i < 8; i++)
    if (strcmp(order[i], unit) == 0) return i;
  return -1;
}

static double unit_ratio(const char *coarse, const char *fine) {
  static const double seconds[] = {3153600000.0, 31536000, 2628000, 604800, 86400, 3600, 60, 1};
  int a = unit_rank(coarse), b = unit_rank(fine);
  if (a == 1 && b == 2) return 12;
  return a < 0 || b < 0 ? 1 : seconds[a] / seconds[b];
}

/* One number and its unit, or one word (사흘). */
static int read_length_once(const ko_document *d, uint32_t at, uint32_t limit, length *out) {
  ko_number n;
  uint32_t p, end;
  int row;
  memset(out, 0, sizeof *out);
  if (ko_is_digit(ko_cp_at(d, at, limit)) || ko_tag_at(d, at) == KO_NR || ko_tag_at(d, at) == KO_MM || ko_tag_at(d, at) == KO_SH || ko_is_noun(ko_tag_at(d, at))) {
    if (ko_number_read(d, at, limit, &n) && !n.list) {
      p = n.end;
      if (ko_cp_at(d, p, limit) == U'여' && ko_is_edge(d, p)) p++;
      if (ko_cp_at(d, p, limit) == U'몇') return 0;
      end = p;
      row = ko_lookup_starting(&ko_table_unit, &d->text, p, limit, 0, &end);
      if (row < 0 && p < limit && d->text.klass[p] == KO_SPACE) row = ko_lookup_starting(&ko_table_unit, &d->text, p + 1, limit, 0, &end);
      if (row >= 0 && n.words && ko_is_noun(ko_tag_at(d, at)) && !ko_cell_is(&ko_table_unit, row, 4, "fused")) row = -1;
      if (row >= 0 && ko_cell_is(&ko_table_unit, row, 1, "duration")) {
        const char *unit = ko_table_cell(&ko_table_unit, row, 2);
        double factor = (double)ko_cell_int(&ko_table_unit, row, 3, 1);
        int one = end == p + 1 || (p < limit && d->text.klass[p] == KO_SPACE && end == p + 2);
        if (ko_cp_at(d, end - 1, limit) == U'분' && ko_cp_at(d, end, limit) == U'의' && ko_is_digit(ko_cp_at(d, ko_skip_space(d, end + 1, limit), limit)))
          return 0; /* 5분의 3 */
        /* 두 분: people; 두 일, 두 초: nothing */
        if (n.native && (strcmp(unit, "minute") == 0 || strcmp(unit, "second") == 0 || (strcmp(unit, "day") == 0)) && one) return 0;
        if (is_hangul(d, end, limit) && one && !ko_is_edge(d, end)) {
          /* 10분기, 3주차, 5일장: another word, unless a known ending follows */
          static const char *const ok[] = {"간", "째", "여", "반", "전", "뒤", "후", "동안", "만", "께", "쯤", "당", "대", "치", "새", "내", NULL};
          if (!ko_any_word_end(d, end, limit, ok)) return 0;
        }
        if (n.words && !n.native && !n.some && one) {
          if (ko_tag_at(d, at) != KO_NR && ko_tag_at(d, at) != KO_SH) return 0;
          if (n.end == at + 1 && strcmp(unit, "day") == 0 && !length_follows(d, end, limit, 1)) return 0; /* 만일, 이 일 */
        }
        out->low = n.low * factor;
        out->high = n.high * factor;
        out->unit = unit;
        out->some = n.some;
        out->words = n.words;
        out->end = end;
        return 1;
      }
    }
    if (ko_is_digit(ko_cp_at(d, at, limit))) return 0;
  }
  row = ko_lookup_starting(&ko_table_time_word, &d->text, at, limit, 1, &end);
  if (row >= 0 && strcmp(ko_table_cell(&ko_table_time_word, row, 1), "length") == 0 && ko_ends_word(d, end, limit)) {
    out->unit = ko_table_cell(&ko_table_time_word, row, 2);
    out->low = out->high = strtod(ko_table_cell(&ko_table_time_word, row, 3), NULL);
    out->words = 1;
    out->end = end;
    return 1;
  }
  return 0;
}

/* 4년 5개월, 1시간 30분, 넉 달 반, 3박 4일. */
static int read_length(const ko_document *d, uint32_t at, uint32_t limit, length *out) {
  length more;
  ko_number nights;
  uint32_t p;
  if (ko_is_digit(ko_cp_at(d, at, limit)) && ko_number_single(d, at, limit, &nights) && ko_cp_at(d, nights.end, limit) == U'박') {
    p = ko_skip_space(d, nights.end + 1, limit);
    if (read_length_once(d, p, limit, out) && strcmp(out->unit, "day") == 0) return 1;
  }
  if (!read_length_once(d, at, limit, out)) return 0;
  if (ko_is_dash(ko_cp_at(d, out->end, limit)) && ko_is_digit(ko_cp_at(d, out->end + 1, limit)) &&
      read_length_once(d, out->end + 1, limit, &more) && strcmp(more.unit, out->unit) == 0 && more.low > out->high) { /* 10분~15분 */
    out->high = more.high;
    out->end = more.end;
    return 1;
  }
  if (strcmp(out->unit, "year") == 0 && ko_is_digit(ko_cp_at(d, out->end, limit)) && ko_number_single(d, out->end, limit, &nights) &&
      nights.digits && nights.low < 12 && ko_cp_at(d, nights.end, limit) == U'월' && out->high < 50) { /* 징역 1년6월 */
    out->low = out->low * 12 + nights.low;
    out->high = out->high * 12 + nights.low;
    out->unit = "month";
    out->end = nights.end + 1;
    return 1;
  }
  for (int k = 0; k < 3; k++) {
    p = ko_skip_space(d, out->end, limit);
    if (!ko_is_digit(ko_cp_at(d, p, limit)) || out->words) break;
    if (!read_length_once(d, p, limit, &more) || unit_rank(more.unit) <= unit_rank(out->unit) || more.some) break;
    if (unit_rank(out->unit) == 1 && unit_rank(more.unit) > 4) break;
    {
      double ratio = unit_ratio(out->unit, more.unit);
      out->low = out->low * ratio + more.low;
      out->high = out->high * ratio + more.high;
      out->unit = more.unit;
      out->end = more.end;
    }
  }
  p = ko_skip_space(d, out->end, limit);
  if (ko_cp_at(d, p, limit) == U'반' && ko_cp_at(d, p + 1, limit) != '(' &&
      (ko_ends_word(d, p + 1, limit) || ko_word_end(d, p + 1, limit, "동안")) && (p == out->end || ko_is_noun(ko_tag_at(d, p)))) {
    out->low += 0.5;
    out->high += 0.5;
    out->end = p + 1;
  }
  return 1;
}

/* ---- hours of the day ---- */

/* The hour after a word for a part of the day, or alone: 10시 30분, 14:30, 8시20분. */
static uint32_t read_clock(const ko_document *d, uint32_t at, uint32_t limit, int *minute, int *minute_end) {
  ko_number n, m;
  uint32_t p, q;
  int spelled = 0;
  if (!ko_number_read(d, at, limit, &n) || n.decimal || n.scaled || n.some || n.list || n.high > 24) return 0;
  if (n.words) {
    if (!n.native) return 0;
    spelled = 1;
  }
  p = n.end;
  if (ko_cp_at(d, p, limit) == ':' && n.digits && n.digits <= 2 && !n.range) {
    if (!ko_number_single(d, p + 1, limit, &m) || m.digits != 2 || m.low > 59) return 0;
    if (ko_cp_at(d, m.end, limit) == ':' || (is_hangul(d, m.end, limit) && !ko_is_edge(d, m.end))) return 0;
    *minute = *minute_end = (int)n.low * 60 + (int)m.low;
    return m.end;
  }
  if (spelled) p = ko_skip_space(d, p, limit);
  if (ko_cp_at(d, p, limit) != U'시') return 0;
  p++;
  if (ko_cp_at(d, p, limit) == U'간' || (is_hangul(d, p, limit) && !ko_is_edge(d, p) && ko_cp_at(d, p, limit) != U'반' && ko_cp_at(d, p, limit) != U'께'))
    return 0;
  *minute = (int)n.low * 60;
  *minute_end = (int)n.high * 60;
  q = ko_skip_space(d, p, limit);
  if (ko_cp_at(d, q, limit) == U'반' && ko_ends_word(d, q + 1, limit) && (q == p || ko_tag_at(d, q) == KO_NNG)) {
    *minute += 30;
    *minute_end += 30;
    return q + 1;
  }
  if (ko_is_digit(ko_cp_at(d, q, limit)) && ko_number_single(d, q, limit, &m) && m.digits && m.low < 60 && ko_cp_at(d, m.end, limit) == U'분' &&
      ko_cp_at(d, m.end + 1, limit) != U'간') {
    *minute = *minute_end = (int)n.high * 60 + (int)m.low;
    p = m.end + 1;
    q = ko_skip_space(d, p, limit);
    if (ko_is_digit(ko_cp_at(d, q, limit)) && ko_number_single(d, q, limit, &m) && m.digits && m.low < 60 && ko_cp_at(d, m.end, limit) == U'초') p = m.end + 1;
  }
  return p;
}

/* Which half of the day an hour after 오전, 밤 ... is in. */
static int half_of_day(const char *half, int minute) {
  int hour = minute / 60;
  if (strcmp(half, "am") == 0) return hour == 12 ? minute - 720 : minute;
  if (strcmp(half, "pm") == 0) return hour < 12 && hour >= 1 ? minute + 720 : minute;
  if (strcmp(half, "night") == 0) return hour == 12 ? minute - 720 : hour >= 6 && hour < 12 ? minute + 720 : minute;
  return minute;
}

/* 전반 6분, 7회말: times of a game, of which the hour is not told. */
static uint32_t read_game_time(const ko_document *d, uint32_t at, uint32_t limit) {
  static const char *const halves[] = {"전반", "후반", "초반", "종반", NULL}, *const innings[] = {"회말", "회초", NULL};
  ko_number n;
  uint32_t p = ko_any_word_end(d, at, limit, halves), end;
  if (p) {
    p = ko_skip_space(d, p, limit);
    if (!ko_is_digit(ko_cp_at(d, p, limit)) || !ko_number_single(d, p, limit, &n)) return 0;
    p = n.end;
    if (ko_cp_at(d, p, limit) == U'여') p++;
    return ko_cp_at(d, p, limit) == U'분' && ko_cp_at(d, p + 1, limit) != U'기' && ko_ends_word(d, p + 1, limit) ? p + 1 : 0;
  }
  if (!ko_is_digit(ko_cp_at(d, at, limit)) || !ko_number_single(d, at, limit, &n) || !n.digits || n.low > 20) return 0;
  end = ko_any_word_end(d, n.end, limit, innings);
  return end && ko_ends_word(d, end, limit) ? end : 0;
}

static uint32_t read_time(const ko_document *d, uint32_t at, uint32_t limit, int *minute, int *minute_end) {
  const ko_table *t = &ko_table_time_word;
  uint32_t end, p, stop;
  int row = -1;
  const char *half = "";
  if (ko_is_digit(ko_cp_at(d, at, limit)) || ko_tag_at(d, at) == KO_MM || ko_tag_at(d, at) == KO_NR) {
    stop = read_clock(d, at, limit, minute, minute_end);
    return stop;
  }
  row = ko_lookup_starting(t, &d->text, at, limit, 1, &end);
  if (row < 0 || strcmp(ko_table_cell(t, row, 1), "daypart") != 0) return 0;
  if (!is_nominal(d, at) && end == at + 1) return 0; /* 낮다 */
  if (!ko_ends_word(d, end, limit) && !ko_is_digit(ko_cp_at(d, end, limit))) return 0;
  half = ko_table_cell(t, row, 2);
  *minute = (int)ko_cell_int(t, row, 3, 0);
  *minute_end = (int)ko_cell_int(t, row, 4, *minute);
  p = ko_skip_space(d, end, limit);
  stop = read_clock(d, p, limit, minute, minute_end);
  if (stop) {
    *minute = half_of_day(half, *minute);
    *minute_end = half_of_day(half, *minute_end);
    if (*minute_end < *minute) *minute_end = *minute;
    return stop;
  }
  return end;
}

/* ---- all together ---- */

/* A clock time may be a score (2:1) or a code: hours need context or two digits of minutes, which
** read_clock asks for. */
static int read_time_range(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out) {
  uint32_t end = read_game_time(d, at, limit), stop;
  int from, to;
  if (end) {
    out->type = KO_TIME;
    out->start = at;
    out->end = end;
    out->minute = out->minute_end = -1;
    return 1;
  }
  end = read_time(d, at, limit, &out->minute, &out->minute_end);
  if (!end) return 0;
  if (ko_is_dash(ko_cp_at(d, end, limit)) && (stop = read_time(d, end + 1, limit, &from, &to)) != 0) {
    if (from < out->minute && from + 720 > out->minute && from + 720 < 1440) from += 720;
    out->minute_end = from;
    end = stop;
  }
  if (out->minute >= 1440) out->minute -= 1440;
  if (out->minute_end >= 1440) out->minute_end = 1439;
  out->type = KO_TIME;
  out->start = at;
  out->end = end;
  return 1;
}

static char shift_letter(const char *unit) {
  switch (unit_rank(unit)) {
    case 1: return 'y';
    case 2: return 'm';
    case 3: return 'w';
    case 4: return 'd';
    default: return 0;
  }
}

/* A length and what may follow it: 간, 동안, 째; 전, 뒤, 후 make it a date. */
static int read_length_timex(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out) {
  static const char *const inside[] = {"간", "동안", "째", "차", NULL};
  static const char *const before[] = {"전", NULL};
  static const char *const after[] = {"뒤", "후", NULL};
  length n;
  uint32_t p, end;
  if (!read_length(d, at, limit, &n) || (n.some && n.low < 1e8)) return 0; /* 수년, 몇 달 say nothing; 수십억 년 does */
  out->type = KO_DURATION;
  out->start = at;
  out->end = n.end;
  out->low = n.low;
  out->high = n.high;
  out->unit = n.unit;
  out->some = n.some;
  if (ko_cp_at(d, out->end, limit) == U'여' && (ko_is_edge(d, out->end) || ko_class_at(d, out->end + 1, limit) == KO_SPACE)) out->end++; /* 9년여 */
  p = ko_skip_space(d, out->end, limit);
  if ((end = ko_any_word_end(d, p, limit, inside)) != 0 && ko_ends_word(d, end, limit) && (p == out->end || ko_is_edge(d, p))) {
    out->end = end;
    return 1;
  }
  end = ko_any_word_end(d, p, limit, before);
  if (!end) end = ko_any_word_end(d, p, limit, after);
  if (end && ko_is_edge(d, p) && ko_ends_word(d, end, limit) && (ko_is_noun(ko_tag_at(d, p)) || ko_tag_at(d, p) == KO_XSN || ko_word_end(d, ko_skip_space(d, end, limit), limit, "대비")) &&
      (!is_hangul(d, end, limit) || !is_nominal(d, end)) &&
      !(n.unit[0] == 'd' && !n.words && ko_cp_at(d, p, limit) == U'전' && ko_class_at(d, end, limit) == KO_SPACE && ko_is_noun(ko_tag_at(d, end + 1)))) {
    char letter = shift_letter(n.unit);
    int sign = ko_cp_at(d, p, limit) == U'전' ? -1 : 1;
    out->end = end;
    if (letter) {
      out->type = KO_DATE;
      reset(&out->from);
      out->from.shift = n.low > 100000 ? 0 : sign * (int32_t)n.low;
      out->from.shift_unit = letter;
      if (n.some || n.low != n.high || n.low > 100000 || n.low != (double)(int32_t)n.low) out->from.unresolvable = 1;
    }
  }
  return 1;
}

/* 지난, 오는 and the like before a date or a length. Returns the character after it, or 0. */
static uint32_t read_direction(const ko_document *d, uint32_t at, uint32_t limit, int *direction) {
  static const char *const past[] = {"지난", NULL};
  static const char *const future[] = {"오는", NULL}, *const this[] = {"이번", NULL};
  uint32_t end;
  *direction = KO_PAST;
  end = ko_any_word_end(d, at, limit, past);
  if (!end) {
    *direction = KO_FUTURE;
    end = ko_any_word_end(d, at, limit, future);
  }
  if (!end) {
    *direction = KO_NO_DIRECTION;
    end = ko_any_word_end(d, at, limit, this);
  }
  return end ? ko_skip_space(d, end, limit) : 0;
}

/* The last part of a date has decided whether a second one may follow after a dash. */
static int read_date_timex(const ko_document *d, uint32_t at, uint32_t limit, int direction, ko_timex *out) {
  static const char *const whole[] = {"한 달간", "한달간", "한 달 동안", "한달 동안", "한 해 동안", "한해 동안", NULL};
  int rank = R_NONE, second_rank = R_NONE;
  uint32_t end, p, stop;
  reset(&out->from);
  end = read_date(d, at, limit, &out->from, R_NONE, &rank);
  if (!end) return 0;
  out->from.direction = (int8_t)direction;
  out->type = KO_DATE;
  out->start = at;
  out->end = end;
  if (ko_is_dash(ko_cp_at(d, end, limit)) && rank != R_NONE) {
    reset(&out->to);
    p = end + 1;
    stop = read_date(d, p, limit, &out->to, R_NONE, &second_rank);
    if (stop && (second_rank == rank || (rank == R_PART && second_rank >= R_YEAR))) {
      out->is_range = 1;
      out->end = stop;
    }
  }
  if ((rank == R_YEAR && out->from.year.base == KO_ABSOLUTE) || (rank == R_MONTH && out->from.month.base == KO_ABSOLUTE)) {
    p = ko_skip_space(d, out->end, limit);
    stop = ko_any_word_end(d, p, limit, whole);
    if (stop && ko_ends_word(d, stop, limit)) out->end = stop;
  }
  return 1;
}

int ko_timex_read(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out) {
  static const char *const lately[] = {"최근", NULL};
  ko_timex length;
  uint32_t p;
  int direction;
  memset(out, 0, sizeof *out);
  if (at >= limit) return 0;
  p = ko_any_word_end(d, at, limit, lately);
  if (p) { /* 최근 5년간 */
    p = ko_skip_space(d, p, limit);
    if (!read_length_timex(d, p, limit, out) || out->type != KO_DURATION) return 0;
    {
      uint32_t last = d->text.ch[out->end - 1].cp;
      if (last != U'간' && last != U'안') return 0; /* 간, 동안 */
    }
    out->start = at;
    return 1;
  }
  p = read_direction(d, at, limit, &direction);
  if (p) {
    if (read_date_timex(d, p, limit, direction, out) && (direction != KO_NO_DIRECTION || out->from.holiday >= 0 || out->from.span.base)) {
      out->start = at;
      return 1;
    }
    if (read_length_timex(d, p, limit, out) && out->type == KO_DURATION) {
      uint32_t last = d->text.ch[out->end - 1].cp;
      if (direction == KO_PAST && (last == U'간' || last == U'안')) {
        out->start = at;
        return 1;
      }
    }
    memset(out, 0, sizeof *out);
  }
  if (read_time_range(d, at, limit, out)) return 1;
  memset(out, 0, sizeof *out);
  if (read_date_timex(d, at, limit, KO_NO_DIRECTION, out)) {
    memset(&length, 0, sizeof length);
    if (!(out->from.year.base == KO_ABSOLUTE && out->from.year.n >= 1000) && read_length_timex(d, at, limit, &length) && length.end > out->end)
      *out = length;
    return 1;
  }
  memset(out, 0, sizeof *out);
  return read_length_timex(d, at, limit, out);
}
