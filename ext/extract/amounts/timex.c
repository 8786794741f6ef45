#include "extract/amounts/timex.h"

#include <string.h>

#include "extract/amounts/clock.h"
#include "extract/amounts/duration.h"
#include "extract/amounts/numbers.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"

/* 3일 전, 2주 뒤, 1년 후: a date so far from another; 10분 전 stays a length. Returns the character
** after it, or 0. */
static uint32_t read_shift(const ko_document *d, uint32_t limit, const ko_duration *n,
                           ko_timex *out) {
  uint32_t p = ko_skip_space(d, out->end, limit), end;
  int before = ko_duration_cue(d, p, limit, KO_LENGTH_CUE_ROLE_BACK) != 0, tag = ko_tag_at(d, p);
  end = ko_duration_cue(d, p, limit, KO_LENGTH_CUE_ROLE_BACK | KO_LENGTH_CUE_ROLE_ON);
  if (!end || !ko_is_edge(d, p) || !ko_ends_word(d, end, limit)) return 0;
  if (!ko_is_noun(tag) && tag != KO_TAG_XSN &&
      !ko_when_tail(d, ko_skip_space(d, end, limit), limit, KO_DATE_TAIL_ROLE_APART))
    return 0;
  if (ko_is_hangul(d, end, limit) && ko_is_noun(ko_tag_at(d, end))) return 0; /* 전후, 전임 */
  if (before && n->unit == KO_UNIT_TIME_DAY && !n->words &&
      ko_class_at(d, end, limit) == KO_CLASS_SPACE && ko_is_noun(ko_tag_at(d, end + 1)))
    return 0; /* 18일 전 지역 */
  if (!before && n->unit > KO_UNIT_TIME_HOUR) return 0;
  if (n->unit >= KO_UNIT_TIME_YEAR && n->unit <= KO_UNIT_TIME_DAY) {
    int exact = !n->some && n->low == n->high && n->low <= 100000 && n->low == (double)(int)n->low;
    out->type = KO_MENTION_DATE;
    ko_when_clear(&out->date.when);
    out->date.when.shift = exact ? (before ? -1 : 1) * (int32_t)n->low : 0;
    out->date.when.shift_unit = (uint8_t)n->unit;
    out->date.when.unresolvable = !exact;
  }
  return end;
}

/* A length and what may follow it: 동안, 째, 차, 간, which belong to it; 전, 뒤, 후, which make it a
** date. */
static int read_length_timex(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out) {
  ko_duration n;
  uint32_t p, end;
  int is_long;
  if (!ko_duration_read(d, at, limit, &n) || (n.some && n.low < 1e8))
    return 0; /* 수년, 몇 달 say nothing; 수십억 년 does */
  is_long = n.unit < KO_UNIT_TIME_HOUR;
  out->type = KO_MENTION_DURATION;
  out->start = at;
  out->end = n.end;
  out->low = n.low;
  out->high = n.high;
  out->unit = ko_duration_unit_name(n.unit);
  out->some = n.some;
  p = ko_number_more(d, n.end, limit);
  if (is_long && p > n.end && (ko_is_edge(d, n.end) || ko_class_at(d, p, limit) == KO_CLASS_SPACE))
    out->end = p; /* 9년여 */
  p = ko_skip_space(d, out->end, limit);
  end = ko_duration_cue(d, p, limit,
                        KO_LENGTH_CUE_ROLE_PART | (is_long ? KO_LENGTH_CUE_ROLE_LONG : 0));
  if (!end || !ko_ends_word(d, end, limit) || (p > out->end && !ko_is_edge(d, p)))
    end = read_shift(d, limit, &n, out);
  if (end) out->end = end;
  return 1;
}

/* The last part of a date has decided whether a second one may follow after a dash. */
static int read_date_timex(const ko_document *d, uint32_t at, uint32_t limit,
                           ko_when_direction direction, ko_timex *out) {
  ko_when_rank rank = KO_WHEN_RANK_NONE, second_rank = KO_WHEN_RANK_NONE;
  uint32_t end, p, stop;
  ko_when_clear(&out->date.when);
  end = ko_when_read(d, at, limit, &out->date.when, &rank);
  if (!end) return 0;
  out->date.when.direction = direction;
  out->type = KO_MENTION_DATE;
  out->start = at;
  out->end = end;
  if (ko_is_dash(ko_cp_at(d, end, limit)) && rank != KO_WHEN_RANK_NONE) {
    ko_when_clear(&out->to);
    p = end + 1;
    stop = ko_when_read(d, p, limit, &out->to, &second_rank);
    if (stop &&
        (second_rank == rank || (rank == KO_WHEN_RANK_PART && second_rank >= KO_WHEN_RANK_YEAR))) {
      out->date.is_range = 1;
      out->end = stop;
    }
  }
  if ((rank == KO_WHEN_RANK_YEAR && out->date.when.year.base == KO_WHEN_BASE_ABSOLUTE) ||
      (rank == KO_WHEN_RANK_MONTH && out->date.when.month.base == KO_WHEN_BASE_ABSOLUTE)) {
    p = ko_skip_space(d, out->end, limit);
    stop = ko_when_tail(d, p, limit, KO_DATE_TAIL_ROLE_WHOLE);
    if (stop && ko_ends_word(d, stop, limit)) out->end = stop;
  }
  return 1;
}

static int read_clock_timex(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out) {
  uint32_t end = ko_clock_read(d, at, limit, &out->minute, &out->minute_end);
  out->type = KO_MENTION_TIME;
  out->start = at;
  out->end = end;
  return end != 0;
}

/* Does the expression say how long something lasted: 간, 동안? */
static int lasts(const ko_document *d, const ko_timex *x) {
  uint32_t start;
  int row = ko_lookup_ending(&ko_table_length_cue, &d->text, x->start, x->end, &start);
  return x->type == KO_MENTION_DURATION &&
         (ko_length_cue_role_of(row) & KO_LENGTH_CUE_ROLE_LASTS) != 0;
}

/* 음력 8월 15일; of a whole month the days are not worked out. Returns 1. */
static int make_lunar(ko_date *date) {
  ko_when *w = &date->when;
  w->lunar = w->month.base == KO_WHEN_BASE_ABSOLUTE && w->day.base == KO_WHEN_BASE_ABSOLUTE &&
             w->day.n > 0 && w->day.n == w->day.last && !date->is_range;
  w->unresolvable |= !w->lunar && w->holiday < 0;
  return 1;
}

/* 지난 25일, 오는 9월, 이번 추석, 지난 24시간 동안, 최근 5년간. */
static int read_directed(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out) {
  static const ko_when_direction directions[] = {
      [KO_TIME_DIRECTION_SIDE_PAST] = KO_WHEN_DIRECTION_PAST,
      [KO_TIME_DIRECTION_SIDE_FUTURE] = KO_WHEN_DIRECTION_FUTURE,
      [KO_TIME_DIRECTION_SIDE_THIS] = KO_WHEN_DIRECTION_NONE,
      [KO_TIME_DIRECTION_SIDE_LUNAR] = KO_WHEN_DIRECTION_NONE};
  uint32_t p;
  ko_time_direction_side side = ko_time_direction_side_of(
      ko_lookup_starting(&ko_table_time_direction, &d->text, at, limit, 0, &p));
  if (side == KO_TIME_DIRECTION_SIDE_ABSENT) return 0;
  p = ko_skip_space(d, p, limit);
  if (side == KO_TIME_DIRECTION_SIDE_LUNAR)
    return read_date_timex(d, p, limit, directions[side], out) && make_lunar(&out->date);
  if (side != KO_TIME_DIRECTION_SIDE_LATELY && read_date_timex(d, p, limit, directions[side], out))
    return side != KO_TIME_DIRECTION_SIDE_THIS || out->date.when.holiday >= 0 ||
           out->date.when.span.base;
  return (side == KO_TIME_DIRECTION_SIDE_PAST || side == KO_TIME_DIRECTION_SIDE_LATELY) &&
         read_length_timex(d, p, limit, out) && lasts(d, out);
}

int ko_timex_read(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out) {
  ko_timex longer;
  memset(out, 0, sizeof *out);
  if (at >= limit) return 0;
  if (read_directed(d, at, limit, out)) {
    out->start = at;
    return 1;
  }
  memset(out, 0, sizeof *out);
  if (read_clock_timex(d, at, limit, out)) return 1;
  memset(out, 0, sizeof *out);
  if (ko_duration_is_term(d, at, limit)) return read_length_timex(d, at, limit, out);
  if (!read_date_timex(d, at, limit, KO_WHEN_DIRECTION_NONE, out)) {
    memset(out, 0, sizeof *out);
    return read_length_timex(d, at, limit, out);
  }
  memset(&longer, 0, sizeof longer);
  if (!(out->date.when.year.base == KO_WHEN_BASE_ABSOLUTE && out->date.when.year.n >= 1000) &&
      read_length_timex(d, at, limit, &longer) && longer.end > out->end)
    *out = longer;
  return 1;
}
