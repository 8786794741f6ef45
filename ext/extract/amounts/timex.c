#include "extract/amounts/timex.h"

#include <string.h>

#include "extract/amounts/clock.h"
#include "extract/amounts/duration.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"

static char shift_letter(const char *unit) {
  switch (ko_time_unit_rank(unit)) {
  case 1: return 'y';
  case 2: return 'm';
  case 3: return 'w';
  case 4: return 'd';
  default: return 0;
  }
}

/* 3일 전, 2주 뒤, 1년 후: a date so far from another; 10분 전 stays a length. Returns the character
** after it, or 0. */
static uint32_t read_shift(const ko_document *d, uint32_t limit, const ko_length *n,
                           ko_timex *out) {
  static const char *const words[] = {"전", "뒤", "후", NULL};
  uint32_t p = ko_skip_space(d, out->end, limit), end = ko_any_word_end(d, p, limit, words);
  int before = ko_cp_at(d, p, limit) == U'전', tag = ko_tag_at(d, p);
  char letter = shift_letter(n->unit);
  if (!end || !ko_is_edge(d, p) || !ko_ends_word(d, end, limit)) return 0;
  if (!ko_is_noun(tag) && tag != KO_TAG_XSN &&
      !ko_word_end(d, ko_skip_space(d, end, limit), limit, "대비"))
    return 0;
  if (ko_is_hangul(d, end, limit) && ko_is_noun(ko_tag_at(d, end))) return 0; /* 전후, 전임 */
  if (before && letter == 'd' && !n->words && ko_class_at(d, end, limit) == KO_CLASS_SPACE &&
      ko_is_noun(ko_tag_at(d, end + 1)))
    return 0; /* 18일 전 지역 */
  if (!before && ko_time_unit_rank(n->unit) > ko_time_unit_rank("hour")) return 0;
  if (letter) {
    int exact = !n->some && n->low == n->high && n->low <= 100000 && n->low == (double)(int)n->low;
    out->type = KO_MENTION_DATE;
    ko_when_clear(&out->from);
    out->from.shift = exact ? (before ? -1 : 1) * (int32_t)n->low : 0;
    out->from.shift_unit = letter;
    out->from.unresolvable = !exact;
  }
  return end;
}

/* A length and what may follow it: 동안, 째, 차; 간, but not behind minutes and hours (40분|간), as
** news corpora mark them; 전, 뒤, 후, which make it a date. */
static int read_length_timex(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out) {
  static const char *const inside[] = {"동안", "째", "차", "간", NULL};
  ko_length n;
  uint32_t p, end;
  int short_unit;
  if (!ko_length_read(d, at, limit, &n) || (n.some && n.low < 1e8))
    return 0; /* 수년, 몇 달 say nothing; 수십억 년 does */
  short_unit = ko_time_unit_rank(n.unit) >= ko_time_unit_rank("hour");
  out->type = KO_MENTION_DURATION;
  out->start = at;
  out->end = n.end;
  out->low = n.low;
  out->high = n.high;
  out->unit = n.unit;
  out->some = n.some;
  if (!short_unit && ko_cp_at(d, out->end, limit) == U'여' &&
      (ko_is_edge(d, out->end) || ko_class_at(d, out->end + 1, limit) == KO_CLASS_SPACE))
    out->end++; /* 9년여 */
  p = ko_skip_space(d, out->end, limit);
  end = ko_any_word_end(d, p, limit, inside);
  if (!end || !ko_ends_word(d, end, limit) || (p > out->end && !ko_is_edge(d, p)) ||
      (short_unit && ko_cp_at(d, p, limit) == U'간'))
    end = read_shift(d, limit, &n, out);
  if (end) out->end = end;
  return 1;
}

/* 지난, 오는 and the like before a date or a length. Returns the character after it, or 0. */
static uint32_t read_direction(const ko_document *d, uint32_t at, uint32_t limit, int *direction) {
  static const char *const past[] = {"지난", NULL};
  static const char *const future[] = {"오는", NULL}, *const this[] = {"이번", NULL};
  uint32_t end;
  *direction = KO_DIRECTION_PAST;
  end = ko_any_word_end(d, at, limit, past);
  if (!end) {
    *direction = KO_DIRECTION_FUTURE;
    end = ko_any_word_end(d, at, limit, future);
  }
  if (!end) {
    *direction = KO_DIRECTION_NONE;
    end = ko_any_word_end(d, at, limit, this);
  }
  return end ? ko_skip_space(d, end, limit) : 0;
}

/* The last part of a date has decided whether a second one may follow after a dash. */
static int read_date_timex(const ko_document *d, uint32_t at, uint32_t limit, int direction,
                           ko_timex *out) {
  static const char *const whole[] = {"한 달간",    "한달간",    "한 달 동안", "한달 동안",
                                      "한 해 동안", "한해 동안", NULL};
  ko_when_rank rank = KO_RANK_NONE, second_rank = KO_RANK_NONE;
  uint32_t end, p, stop;
  ko_when_clear(&out->from);
  end = ko_when_read(d, at, limit, &out->from, &rank);
  if (!end) return 0;
  out->from.direction = (int8_t)direction;
  out->type = KO_MENTION_DATE;
  out->start = at;
  out->end = end;
  if (ko_is_dash(ko_cp_at(d, end, limit)) && rank != KO_RANK_NONE) {
    ko_when_clear(&out->to);
    p = end + 1;
    stop = ko_when_read(d, p, limit, &out->to, &second_rank);
    if (stop && (second_rank == rank || (rank == KO_RANK_PART && second_rank >= KO_RANK_YEAR))) {
      out->is_range = 1;
      out->end = stop;
    }
  }
  if ((rank == KO_RANK_YEAR && out->from.year.base == KO_BASE_ABSOLUTE) ||
      (rank == KO_RANK_MONTH && out->from.month.base == KO_BASE_ABSOLUTE)) {
    p = ko_skip_space(d, out->end, limit);
    stop = ko_any_word_end(d, p, limit, whole);
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

/* Does the length say how long something lasted: 간, 동안? */
static int lasts(const ko_document *d, const ko_timex *x) {
  uint32_t last = d->text.ch[x->end - 1].cp;
  return last == U'간' || last == U'안';
}

/* 최근 5년간. */
static int read_lately(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out) {
  uint32_t p = ko_word_end(d, at, limit, "최근");
  return p && read_length_timex(d, ko_skip_space(d, p, limit), limit, out) &&
         out->type == KO_MENTION_DURATION && lasts(d, out);
}

/* 지난 25일, 오는 9월, 이번 추석, 지난 24시간 동안. */
static int read_directed(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out) {
  int direction;
  uint32_t p = read_direction(d, at, limit, &direction);
  if (!p) return 0;
  if (read_date_timex(d, p, limit, direction, out))
    return direction != KO_DIRECTION_NONE || out->from.holiday >= 0 || out->from.span.base;
  return direction == KO_DIRECTION_PAST && read_length_timex(d, p, limit, out) &&
         out->type == KO_MENTION_DURATION && lasts(d, out);
}

int ko_timex_read(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out) {
  ko_timex longer;
  memset(out, 0, sizeof *out);
  if (at >= limit) return 0;
  if (read_lately(d, at, limit, out) || read_directed(d, at, limit, out)) {
    out->start = at;
    return 1;
  }
  memset(out, 0, sizeof *out);
  if (read_clock_timex(d, at, limit, out)) return 1;
  memset(out, 0, sizeof *out);
  if (!read_date_timex(d, at, limit, KO_DIRECTION_NONE, out)) {
    memset(out, 0, sizeof *out);
    return read_length_timex(d, at, limit, out);
  }
  memset(&longer, 0, sizeof longer);
  if (!(out->from.year.base == KO_BASE_ABSOLUTE && out->from.year.n >= 1000) &&
      read_length_timex(d, at, limit, &longer) && longer.end > out->end)
    *out = longer;
  return 1;
}
