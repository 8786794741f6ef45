#include "extract/amounts/clock.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "extract/amounts/numbers.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

/* The hour after a word for a part of the day, or alone: 10시 30분, 14:30, 8시20분. */
static uint32_t read_clock(const ko_document *d, uint32_t at, uint32_t limit, int *minute,
                           int *minute_end) {
  ko_number n, m;
  uint32_t p, q;
  int spelled = 0;
  if (!ko_number_read(d, at, limit, &n) || n.decimal || n.scaled || n.some || n.list || n.high > 24)
    return 0;
  if (n.words) {
    if (!n.native) return 0;
    spelled = 1;
  }
  p = n.end;
  if (ko_cp_at(d, p, limit) == ':' && n.digits && n.digits <= 2 && !n.range) {
    if (!ko_number_single(d, p + 1, limit, &m) || m.digits != 2 || m.low > 59) return 0;
    if (ko_cp_at(d, m.end, limit) == ':' ||
        (ko_is_hangul(d, m.end, limit) && !ko_is_edge(d, m.end)))
      return 0;
    *minute = *minute_end = (int)n.low * 60 + (int)m.low;
    return m.end;
  }
  if (spelled) p = ko_skip_space(d, p, limit);
  if (ko_cp_at(d, p, limit) != U'시') return 0;
  p++;
  if (ko_cp_at(d, p, limit) == U'간' ||
      (!ko_ends_word(d, p, limit) && ko_cp_at(d, p, limit) != U'반' &&
       ko_cp_at(d, p, limit) != U'께'))
    return 0;
  *minute = (int)n.low * 60;
  *minute_end = (int)n.high * 60;
  q = ko_skip_space(d, p, limit);
  if (ko_cp_at(d, q, limit) == U'반' && ko_ends_word(d, q + 1, limit) &&
      (q == p || ko_tag_at(d, q) == KO_TAG_NNG)) {
    *minute += 30;
    *minute_end += 30;
    return q + 1;
  }
  if (ko_is_digit(ko_cp_at(d, q, limit)) && ko_number_single(d, q, limit, &m) && m.digits &&
      m.low < 60 && ko_cp_at(d, m.end, limit) == U'분' && ko_cp_at(d, m.end + 1, limit) != U'간') {
    *minute = *minute_end = (int)n.high * 60 + (int)m.low;
    p = m.end + 1;
    q = ko_skip_space(d, p, limit);
    if (ko_is_digit(ko_cp_at(d, q, limit)) && ko_number_single(d, q, limit, &m) && m.digits &&
        m.low < 60 && ko_cp_at(d, m.end, limit) == U'초')
      p = m.end + 1;
  }
  return p;
}

/* Which half of the day an hour after 오전, 밤 ... is in. */
static int half_of_day(const char *half, int minute) {
  int hour = minute / 60;
  if (strcmp(half, "am") == 0) return hour == 12 ? minute - 720 : minute;
  if (strcmp(half, "pm") == 0) return hour < 12 && hour >= 1 ? minute + 720 : minute;
  if (strcmp(half, "night") == 0)
    return hour == 12 ? minute - 720 : hour >= 6 && hour < 12 ? minute + 720 : minute;
  return minute;
}

/* 전반 6분, 7회말: times of a game, of which the hour is not told. */
static uint32_t read_game_time(const ko_document *d, uint32_t at, uint32_t limit) {
  static const char *const halves[] = {"전반", "후반", "초반", "종반", NULL}, *const innings[] = {
                                                                                  "회말", "회초",
                                                                                  NULL};
  ko_number n;
  uint32_t p = ko_any_word_end(d, at, limit, halves), end;
  if (p) {
    p = ko_skip_space(d, p, limit);
    if (!ko_is_digit(ko_cp_at(d, p, limit)) || !ko_number_single(d, p, limit, &n)) return 0;
    p = n.end;
    if (ko_cp_at(d, p, limit) == U'여') p++;
    return ko_cp_at(d, p, limit) == U'분' && ko_cp_at(d, p + 1, limit) != U'기' &&
                   ko_ends_word(d, p + 1, limit)
               ? p + 1
               : 0;
  }
  if (!ko_is_digit(ko_cp_at(d, at, limit)) || !ko_number_single(d, at, limit, &n) || !n.digits ||
      n.low > 20)
    return 0;
  end = ko_any_word_end(d, n.end, limit, innings);
  return end && ko_ends_word(d, end, limit) ? end : 0;
}

/* A part of the day, an hour, or both. Returns the character after it, or 0. */
static uint32_t read_time(const ko_document *d, uint32_t at, uint32_t limit, int *minute,
                          int *minute_end) {
  const ko_table *t = &ko_table_time_word;
  uint32_t end, p, stop;
  int row = -1;
  const char *half = "";
  if (ko_is_digit(ko_cp_at(d, at, limit)) || ko_tag_at(d, at) == KO_TAG_MM ||
      ko_tag_at(d, at) == KO_TAG_NR) {
    stop = read_clock(d, at, limit, minute, minute_end);
    return stop;
  }
  row = ko_lookup_starting(t, &d->text, at, limit, 1, &end);
  if (row < 0 || strcmp(ko_table_cell(t, row, 1), "daypart") != 0) return 0;
  if (!ko_is_nominal_at(d, at) && end == at + 1) return 0; /* 낮다 */
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

uint32_t ko_clock_read(const ko_document *d, uint32_t at, uint32_t limit, int *minute,
                       int *minute_end) {
  uint32_t end = read_game_time(d, at, limit), stop;
  int from, to;
  if (end) {
    *minute = *minute_end = -1;
    return end;
  }
  end = read_time(d, at, limit, minute, minute_end);
  if (!end) return 0;
  if (ko_is_dash(ko_cp_at(d, end, limit)) &&
      (stop = read_time(d, end + 1, limit, &from, &to)) != 0) {
    if (from < *minute && from + 720 > *minute && from + 720 < 1440) from += 720; /* 오후 5시∼8시 */
    *minute_end = from;
    end = stop;
  }
  if (*minute >= 1440) *minute -= 1440;
  if (*minute_end >= 1440) *minute_end = 1439;
  return end;
}
