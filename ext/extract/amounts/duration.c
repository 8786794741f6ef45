#include "extract/amounts/duration.h"

#include <string.h>

#include "extract/amounts/numbers.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"

enum { LONGEST_CUE = 4 }; /* syllables of a word before a length */

const char *ko_duration_unit_name(ko_unit_time unit) {
  static const char *const names[] = {
      [KO_UNIT_TIME_ABSENT] = "",         [KO_UNIT_TIME_SEMESTER] = "semester",
      [KO_UNIT_TIME_QUARTER] = "quarter", [KO_UNIT_TIME_CENTURY] = "century",
      [KO_UNIT_TIME_YEAR] = "year",       [KO_UNIT_TIME_MONTH] = "month",
      [KO_UNIT_TIME_WEEK] = "week",       [KO_UNIT_TIME_DAY] = "day",
      [KO_UNIT_TIME_HOUR] = "hour",       [KO_UNIT_TIME_MINUTE] = "minute",
      [KO_UNIT_TIME_SECOND] = "second"};
  return names[unit];
}

/* How many of the finer unit make the coarse one; 1 where that is not told. */
static double unit_ratio(ko_unit_time coarse, ko_unit_time fine) {
  static const double seconds[] = {[KO_UNIT_TIME_CENTURY] = 3153600000.0,
                                   [KO_UNIT_TIME_YEAR] = 31536000,
                                   [KO_UNIT_TIME_MONTH] = 2628000,
                                   [KO_UNIT_TIME_WEEK] = 604800,
                                   [KO_UNIT_TIME_DAY] = 86400,
                                   [KO_UNIT_TIME_HOUR] = 3600,
                                   [KO_UNIT_TIME_MINUTE] = 60,
                                   [KO_UNIT_TIME_SECOND] = 1};
  if (coarse == KO_UNIT_TIME_YEAR && fine == KO_UNIT_TIME_MONTH) return 12;
  return seconds[coarse] > 0 && seconds[fine] > 0 ? seconds[coarse] / seconds[fine] : 1;
}

/* ---- what stands beside a length ---- */

uint32_t ko_duration_cue(const ko_document *d, uint32_t at, uint32_t limit, int roles) {
  uint32_t end;
  return ko_lookup_class(&ko_table_length_cue, ko_length_cue_role_of, roles, &d->text, at, limit,
                         &end) >= 0
             ? end
             : 0;
}

/* The roles of the word before `at` and one white space. */
static int roles_before(const ko_document *d, uint32_t at) {
  uint32_t start, end = at;
  if (end == 0 || d->text.klass[end - 1] != KO_CLASS_SPACE) return 0;
  end--;
  for (start = end;
       start > 0 && end - start < LONGEST_CUE && d->text.klass[start - 1] == KO_CLASS_HANGUL;)
    start--;
  return ko_length_cue_role_of(ko_lookup(&ko_table_length_cue, &d->text, start, end));
}

int ko_duration_precedes(const ko_document *d, uint32_t at) {
  return (roles_before(d, at) & KO_LENGTH_CUE_ROLE_BEFORE) != 0;
}

/* What makes months of the number behind years, or of the one of a punishment, at `at`: the character
** after it, or 0. */
static uint32_t read_months(const ko_document *d, uint32_t at, uint32_t limit, ko_number *n) {
  uint32_t end;
  return ko_is_digit(ko_cp_at(d, at, limit)) && ko_number_single(d, at, limit, n) && n->digits &&
                 ko_date_part_field_of(
                     ko_lookup_starting(&ko_table_date_part, &d->text, n->end, limit, 0, &end)) ==
                     KO_DATE_PART_FIELD_MONTH &&
                 ko_ends_word(d, end, limit)
             ? end
             : 0;
}

int ko_duration_is_term(const ko_document *d, uint32_t at, uint32_t limit) {
  ko_number n;
  uint32_t end, p;
  ko_date_part_field field;
  if (!(roles_before(d, at) & KO_LENGTH_CUE_ROLE_TERM) || !ko_is_digit(ko_cp_at(d, at, limit)) ||
      !ko_number_single(d, at, limit, &n))
    return 0;
  field = ko_date_part_field_of(
      ko_lookup_starting(&ko_table_date_part, &d->text, n.end, limit, 0, &end));
  if (field == KO_DATE_PART_FIELD_MONTH) return 1;
  p = field == KO_DATE_PART_FIELD_YEAR ? ko_skip_space(d, end, limit) : 0;
  return p > 0 && n.low < 100 && read_months(d, p, limit, &n) != 0;
}

int ko_duration_follows(const ko_document *d, uint32_t at, uint32_t limit, int strict) {
  uint32_t p = ko_skip_space(d, at, limit), end;
  if (!ko_is_edge(d, p)) return 0;
  if (ko_duration_cue(d, p, limit,
                      KO_LENGTH_CUE_ROLE_AFTER | (p == at ? KO_LENGTH_CUE_ROLE_JOINED : 0)))
    return 1;
  end = ko_duration_cue(d, p, limit,
                        KO_LENGTH_CUE_ROLE_BACK | KO_LENGTH_CUE_ROLE_ON | KO_LENGTH_CUE_ROLE_ONLY);
  if (!end ||
      (ko_is_hangul(d, end, limit) && (!ko_ends_word(d, end, limit) || ko_is_nominal_at(d, end))))
    return 0;
  /* 18일 전 지역: 전 belongs to the noun behind it */
  return !strict || !ko_duration_cue(d, p, limit, KO_LENGTH_CUE_ROLE_BACK) || end >= limit ||
         d->text.klass[end] != KO_CLASS_SPACE || !ko_is_noun(ko_tag_at(d, end + 1));
}

uint32_t ko_duration_half(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t end;
  int row = ko_lookup_starting(&ko_table_clock_part, &d->text, at, limit, 0, &end);
  return ko_clock_part_part_of(row) == KO_CLOCK_PART_PART_HALF ? end : 0;
}

/* ---- one number and its unit, or one word (사흘) ---- */

/* May a number that counts time begin here? */
static int begins_number(const ko_document *d, uint32_t at, uint32_t limit) {
  int tag = ko_tag_at(d, at);
  return ko_is_digit(ko_cp_at(d, at, limit)) || tag == KO_TAG_NR || tag == KO_TAG_MM ||
         tag == KO_TAG_SH || ko_is_noun(tag);
}

/* The unit of time behind a number, at `p` or after one white space: its row, or -1. */
static int read_unit_of_time(const ko_document *d, const ko_number *n, uint32_t p, uint32_t limit,
                             uint32_t *end) {
  int row = ko_lookup_starting(&ko_table_unit, &d->text, p, limit, 0, end);
  if (row < 0 && p < limit && d->text.klass[p] == KO_CLASS_SPACE)
    row = ko_lookup_starting(&ko_table_unit, &d->text, p + 1, limit, 0, end);
  if (ko_unit_type_of(row) != KO_UNIT_TYPE_DURATION) return -1;
  return n->words && ko_is_noun(ko_tag_at(d, n->start)) &&
                 !(ko_unit_note_of(row) & KO_UNIT_NOTE_FUSED)
             ? -1
             : row;
}

/* 5분의 3: is the unit, which ends at `end`, the one of a fraction? */
static int is_fraction(const ko_document *d, uint32_t end, uint32_t limit) {
  uint32_t after;
  return ko_lookup_class(&ko_table_amount_tail, ko_amount_tail_role_of,
                         KO_AMOUNT_TAIL_ROLE_FRACTION, &d->text, end - 1, limit, &after) >= 0 &&
         ko_is_digit(ko_cp_at(d, ko_skip_space(d, after, limit), limit));
}

/* A unit of one syllable before `end` may be another word. */
static int is_other_word(const ko_document *d, const ko_number *n, ko_unit_time unit, uint32_t end,
                         uint32_t limit) {
  int tag = ko_tag_at(d, n->start);
  /* 두 분: people; 두 일, 두 초: nothing */
  if (n->native &&
      (unit == KO_UNIT_TIME_MINUTE || unit == KO_UNIT_TIME_SECOND || unit == KO_UNIT_TIME_DAY))
    return 1;
  /* 3 일본 기업 */
  if (n->end < d->text.n && d->text.klass[n->end] == KO_CLASS_SPACE &&
      ko_is_hangul(d, end, limit) && ko_tag_at(d, end) == KO_TAG_MM)
    return 1;
  /* 10분기, 3주차, 5일장 */
  if (ko_is_hangul(d, end, limit) && !ko_is_edge(d, end) &&
      !ko_duration_cue(d, end, limit, KO_LENGTH_CUE_ROLE_TAIL))
    return 1;
  if (!n->words || n->native || n->some) return 0;
  if (tag != KO_TAG_NR && tag != KO_TAG_SH) return 1;
  return n->end == n->start + 1 && unit == KO_UNIT_TIME_DAY &&
         !ko_duration_follows(d, end, limit, 1); /* 만일, 이 일 */
}

/* A number and a unit. Returns 1, 0, or -1 if what stands there is neither a length nor a word. */
static int read_counted_length(const ko_document *d, uint32_t at, uint32_t limit,
                               ko_duration *out) {
  ko_number n;
  uint32_t p, end = 0;
  int row, spaced;
  if (ko_duration_is_term(d, at, limit) && (end = read_months(d, at, limit, &n)) != 0) {
    *out = (ko_duration){n.low, n.high, KO_UNIT_TIME_MONTH, 0, 0, end};
    return 1;
  }
  if (!begins_number(d, at, limit) || !ko_number_read(d, at, limit, &n) || n.list) return 0;
  p = ko_is_edge(d, n.end) ? ko_number_more(d, n.end, limit) : n.end;
  if (ko_number_untold(d, p, limit)) return -1;
  row = read_unit_of_time(d, &n, p, limit, &end);
  if (row < 0) return 0;
  spaced = p < limit && d->text.klass[p] == KO_CLASS_SPACE;
  out->unit = ko_unit_time_of(row);
  if (is_fraction(d, end, limit) ||
      (end == p + 1 + (uint32_t)spaced && is_other_word(d, &n, out->unit, end, limit)))
    return -1;
  out->low = n.low;
  out->high = n.high;
  out->some = n.some;
  out->words = n.words;
  out->end = end;
  return 1;
}

/* The units of the words of time that are lengths. */
static ko_unit_time unit_of_word(int row) {
  switch (ko_time_word_base_of(row)) {
  case KO_TIME_WORD_BASE_HOUR: return KO_UNIT_TIME_HOUR;
  case KO_TIME_WORD_BASE_DAY: return KO_UNIT_TIME_DAY;
  case KO_TIME_WORD_BASE_WEEK: return KO_UNIT_TIME_WEEK;
  case KO_TIME_WORD_BASE_MONTH: return KO_UNIT_TIME_MONTH;
  default: return KO_UNIT_TIME_YEAR;
  }
}

static int read_length_word(const ko_document *d, uint32_t at, uint32_t limit, ko_duration *out) {
  uint32_t end;
  int row = ko_lookup_starting(&ko_table_time_word, &d->text, at, limit, 1, &end);
  if (ko_time_word_field_of(row) != KO_TIME_WORD_FIELD_LENGTH || !ko_ends_word(d, end, limit))
    return 0;
  out->unit = unit_of_word(row);
  out->low = out->high = ko_time_word_value_of(row);
  out->words = 1;
  out->end = end;
  return 1;
}

static int read_once(const ko_document *d, uint32_t at, uint32_t limit, ko_duration *out) {
  int found;
  memset(out, 0, sizeof *out);
  found = read_counted_length(d, at, limit, out);
  if (found) return found > 0;
  return !ko_is_digit(ko_cp_at(d, at, limit)) && read_length_word(d, at, limit, out);
}

/* ---- several of them ---- */

/* 3박 4일. */
static int read_nights(const ko_document *d, uint32_t at, uint32_t limit, ko_duration *out) {
  ko_number nights;
  uint32_t end;
  return ko_is_digit(ko_cp_at(d, at, limit)) && ko_number_single(d, at, limit, &nights) &&
         ko_lookup_class(&ko_table_amount_tail, ko_amount_tail_role_of, KO_AMOUNT_TAIL_ROLE_NIGHTS,
                         &d->text, nights.end, limit, &end) >= 0 &&
         read_once(d, ko_skip_space(d, end, limit), limit, out) && out->unit == KO_UNIT_TIME_DAY;
}

/* 10분~15분: the second length of a range, behind the first. */
static int read_range(const ko_document *d, uint32_t limit, ko_duration *out) {
  ko_duration more;
  if (!ko_is_dash(ko_cp_at(d, out->end, limit)) || !ko_is_digit(ko_cp_at(d, out->end + 1, limit)) ||
      !read_once(d, out->end + 1, limit, &more) || more.unit != out->unit || more.low <= out->high)
    return 0;
  out->high = more.high;
  out->end = more.end;
  return 1;
}

/* 징역 1년6월: 월 instead of 개월 behind years. */
static int read_term(const ko_document *d, uint32_t at, uint32_t limit, ko_duration *out) {
  ko_number n;
  uint32_t p = ko_duration_is_term(d, at, limit) ? ko_skip_space(d, out->end, limit) : out->end,
           end;
  if (out->unit != KO_UNIT_TIME_YEAR || out->high >= 50) return 0;
  end = read_months(d, p, limit, &n);
  if (!end || n.low >= 12) return 0;
  out->low = out->low * 12 + n.low;
  out->high = out->high * 12 + n.low;
  out->unit = KO_UNIT_TIME_MONTH;
  out->end = end;
  return 1;
}

/* May a length in the unit `fine` go on one in `coarse`: 1년 3개월, 1시간 30분, but not 5일 90분? */
static int goes_on_in(ko_unit_time coarse, ko_unit_time fine) {
  switch (coarse) {
  case KO_UNIT_TIME_YEAR: return fine > coarse && fine <= KO_UNIT_TIME_DAY;
  case KO_UNIT_TIME_DAY: return fine == KO_UNIT_TIME_HOUR;
  default: return fine > coarse;
  }
}

/* 4년 5개월, 1시간 30분, 한 시간 삼십 분: finer ones behind the first. */
static void read_finer(const ko_document *d, uint32_t limit, ko_duration *out) {
  ko_duration more;
  for (int k = 0; k < 3 && (!out->words || out->unit >= KO_UNIT_TIME_HOUR); k++) {
    uint32_t p = ko_skip_space(d, out->end, limit);
    double ratio;
    if (!(ko_is_digit(ko_cp_at(d, p, limit)) ||
          (out->unit >= KO_UNIT_TIME_HOUR && ko_tag_at(d, p) == KO_TAG_NR)) ||
        !read_once(d, p, limit, &more) || more.some || !goes_on_in(out->unit, more.unit))
      return;
    ratio = unit_ratio(out->unit, more.unit);
    out->low = out->low * ratio + more.low;
    out->high = out->high * ratio + more.high;
    out->unit = more.unit;
    out->end = more.end;
  }
}

/* 넉 달 반, 3년 반 동안. */
static void read_half(const ko_document *d, uint32_t limit, ko_duration *out) {
  uint32_t p = ko_skip_space(d, out->end, limit), end = ko_duration_half(d, p, limit);
  int goes_on = end && ko_is_edge(d, end) &&
                (ko_duration_cue(d, end, limit,
                                 KO_LENGTH_CUE_ROLE_LASTS | KO_LENGTH_CUE_ROLE_AFTER |
                                     KO_LENGTH_CUE_ROLE_TAIL) || /* 2시간 반가량 */
                 ko_duration_cue(d, ko_skip_space(d, end, limit), limit,
                                 KO_LENGTH_CUE_ROLE_LASTS | KO_LENGTH_CUE_ROLE_AFTER));
  if (!end || ko_cp_at(d, end, limit) == '(' || (!ko_ends_word(d, end, limit) && !goes_on) ||
      (p > out->end && !ko_is_noun(ko_tag_at(d, p)) && !goes_on))
    return;
  out->low += 0.5;
  out->high += 0.5;
  out->end = end;
}

int ko_duration_read(const ko_document *d, uint32_t at, uint32_t limit, ko_duration *out) {
  if (read_nights(d, at, limit, out)) return 1;
  if (!read_once(d, at, limit, out)) return 0;
  if (read_range(d, limit, out) || read_term(d, at, limit, out)) return 1;
  read_finer(d, limit, out);
  read_half(d, limit, out);
  return 1;
}
