#include "extract/amounts/clock.h"

#include "extract/amounts/duration.h"
#include "extract/amounts/numbers.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

enum { NOON = 12 * 60, DAY = 24 * 60 }; /* minutes */

/* What stands behind a number of hours, minutes or seconds; *end is the character after it. */
static ko_clock_part_part read_part(const ko_document *d, uint32_t at, uint32_t limit,
                                    uint32_t *end) {
  return ko_clock_part_part_of(
      ko_lookup_starting(&ko_table_clock_part, &d->text, at, limit, 0, end));
}

/* A number below 60, in figures or words (삼십), and this word: the character after them, or 0. */
static uint32_t read_sixtieth(const ko_document *d, uint32_t at, uint32_t limit,
                              ko_clock_part_part part, int *value) {
  ko_number n;
  uint32_t p, end;
  if (!(ko_is_digit(ko_cp_at(d, at, limit)) || ko_tag_at(d, at) == KO_TAG_NR) ||
      !ko_number_single(d, at, limit, &n) || !(n.digits || n.words) || n.native || n.some ||
      n.low >= 60)
    return 0;
  p = n.words ? ko_skip_space(d, n.end, limit) : n.end;
  if (read_part(d, p, limit, &end) != part || (n.words && !ko_ends_word(d, end, limit))) return 0;
  *value = (int)n.low;
  return end;
}

/* Two figures below 60 behind a colon at `at`: the character after them, or 0. */
static uint32_t read_figures(const ko_document *d, uint32_t at, uint32_t limit, int *value) {
  ko_number n;
  if (ko_cp_at(d, at, limit) != ':' || !ko_number_single(d, at + 1, limit, &n) || n.low > 59 ||
      !(n.digits == 2 || (n.decimal && ko_cp_at(d, at + 3, limit) == '.')))
    return 0;
  *value = (int)n.low;
  return n.end;
}

/* +09:00, +0900: the zone behind the time of a day in ISO 8601, or `at` if there is none. */
static uint32_t skip_zone(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t cp = ko_cp_at(d, at, limit), p = at + 1, digits = 0;
  if (cp == 'Z') return p;
  if (cp != '+' && cp != '-') return at;
  for (; digits < 4 && p < limit; p++) {
    if (ko_is_digit(d->text.ch[p].cp))
      digits++;
    else if (d->text.ch[p].cp != ':' || digits != 2)
      break;
  }
  return digits == 4 || (digits == 2 && p == at + 3) ? p : at;
}

/* 14:30, 14:30:15, from the colon on. */
static uint32_t read_colon(const ko_document *d, uint32_t limit, const ko_number *hour, int *minute,
                           int *minute_end) {
  int past = 0, seconds = 0;
  uint32_t end = read_figures(d, hour->end, limit, &past),
           longer = end ? read_figures(d, end, limit, &seconds) : 0;
  if (longer) end = longer;
  if (!end || ko_cp_at(d, end, limit) == ':' ||
      (ko_is_hangul(d, end, limit) && !ko_is_edge(d, end)))
    return 0;
  *minute = *minute_end = (int)hour->low * 60 + past;
  return hour->start > 0 && d->text.ch[hour->start - 1].cp == 'T' ? skip_zone(d, end, limit) : end;
}

/* 시 behind a number of hours. */
static uint32_t read_hour_word(const ko_document *d, uint32_t limit, const ko_number *hour) {
  uint32_t p = hour->words ? ko_skip_space(d, hour->end, limit) : hour->end, end, after;
  ko_clock_part_part next;
  if (read_part(d, p, limit, &end) != KO_CLOCK_PART_PART_HOUR) return 0;
  if (ko_ends_word(d, end, limit)) return end;
  next = read_part(d, end, limit, &after);
  return next == KO_CLOCK_PART_PART_HALF || next == KO_CLOCK_PART_PART_ABOUT ? end : 0;
}

/* The hour after a word for a part of the day, or alone: 10시 30분, 14:30, 8시20분. */
static uint32_t read_clock(const ko_document *d, uint32_t at, uint32_t limit, int *minute,
                           int *minute_end) {
  ko_number n;
  uint32_t p, q, end;
  int past, seconds;
  if (!ko_number_read(d, at, limit, &n) || n.decimal || n.scaled || n.some || n.list ||
      n.high > 24 || (n.words && !n.native))
    return 0;
  if (ko_cp_at(d, n.end, limit) == ':' && n.digits && n.digits <= 2 && !n.range)
    return read_colon(d, limit, &n, minute, minute_end);
  p = read_hour_word(d, limit, &n);
  if (!p) return 0;
  *minute = (int)n.low * 60;
  *minute_end = (int)n.high * 60;
  q = ko_skip_space(d, p, limit);
  end = ko_duration_half(d, q, limit);
  if (end && ko_ends_word(d, end, limit) && (q == p || ko_tag_at(d, q) == KO_TAG_NNG)) {
    *minute += 30;
    *minute_end += 30;
    return end;
  }
  end = read_sixtieth(d, q, limit, KO_CLOCK_PART_PART_MINUTE, &past);
  if (!end) return p;
  *minute = *minute_end = (int)n.high * 60 + past;
  p = end;
  end = read_sixtieth(d, ko_skip_space(d, p, limit), limit, KO_CLOCK_PART_PART_SECOND, &seconds);
  return end ? end : p;
}

/* The minute of the day that an hour after 오전, 밤 ... is. */
static int in_half_of_day(ko_time_word_base half, int minute) {
  int hour = minute / 60;
  switch (half) {
  case KO_TIME_WORD_BASE_AM: return hour == 12 ? minute - NOON : minute;
  case KO_TIME_WORD_BASE_PM: return hour < 12 && hour >= 1 ? minute + NOON : minute;
  case KO_TIME_WORD_BASE_LUNCH: return hour <= 4 && hour >= 1 ? minute + NOON : minute;
  case KO_TIME_WORD_BASE_NIGHT:
    return hour == 12 ? minute - NOON : hour >= 6 && hour < 12 ? minute + NOON : minute;
  default: return minute;
  }
}

/* 전반 6분: the minute of a half of a game; `at` is behind the word for the half. */
static uint32_t read_minute_of_half(const ko_document *d, uint32_t at, uint32_t limit) {
  ko_number n;
  uint32_t p = ko_skip_space(d, at, limit), end;
  if (!ko_is_digit(ko_cp_at(d, p, limit)) || !ko_number_single(d, p, limit, &n)) return 0;
  p = ko_number_more(d, n.end, limit);
  return ko_unit_time_of(ko_lookup_starting(&ko_table_unit, &d->text, p, limit, 0, &end)) ==
                     KO_UNIT_TIME_MINUTE &&
                 ko_ends_word(d, end, limit)
             ? end
             : 0;
}

/* 7회말. */
static uint32_t read_inning(const ko_document *d, uint32_t at, uint32_t limit) {
  ko_number n;
  uint32_t end;
  if (!ko_number_single(d, at, limit, &n) || !n.digits || n.low > 20) return 0;
  return ko_unit_note_of(ko_lookup_starting(&ko_table_unit, &d->text, n.end, limit, 0, &end)) &
                     KO_UNIT_NOTE_INNING &&
                 ko_ends_word(d, end, limit)
             ? end
             : 0;
}

/* Times of a game, of which the hour is not told. */
static uint32_t read_game_time(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t end;
  int row;
  if (ko_is_digit(ko_cp_at(d, at, limit))) return read_inning(d, at, limit);
  row = ko_lookup_starting(&ko_table_number_prefix, &d->text, at, limit, 0, &end);
  return ko_number_prefix_kind_of(row) == KO_NUMBER_PREFIX_KIND_HALF
             ? read_minute_of_half(d, end, limit)
             : 0;
}

/* 3:30 PM: the half of the day behind an hour. Returns the character after it, or `at`. */
static uint32_t read_half_behind(const ko_document *d, uint32_t at, uint32_t limit, int *minute,
                                 int *minute_end) {
  uint32_t p = ko_skip_space(d, at, limit), end;
  int row = ko_lookup_starting(&ko_table_time_word, &d->text, p, limit, 0, &end);
  if (!(ko_time_word_note_of(row) & KO_TIME_WORD_NOTE_BEHIND) ||
      ko_class_at(d, end, limit) == KO_CLASS_LETTER)
    return at;
  *minute = in_half_of_day(ko_time_word_base_of(row), *minute);
  *minute_end = in_half_of_day(ko_time_word_base_of(row), *minute_end);
  return end;
}

/* A part of the day, an hour, or both. Returns the character after it, or 0. */
static uint32_t read_time(const ko_document *d, uint32_t at, uint32_t limit, int *minute,
                          int *minute_end) {
  uint32_t end, stop;
  int row, tag = ko_tag_at(d, at);
  ko_time_word_base half;
  if (ko_is_digit(ko_cp_at(d, at, limit)) || tag == KO_TAG_MM || tag == KO_TAG_NR) {
    end = read_clock(d, at, limit, minute, minute_end);
    return end ? read_half_behind(d, end, limit, minute, minute_end) : 0;
  }
  row = ko_lookup_starting(&ko_table_time_word, &d->text, at, limit, 1, &end);
  if (ko_time_word_field_of(row) != KO_TIME_WORD_FIELD_DAYPART) return 0;
  if (!ko_is_nominal_at(d, at) && end == at + 1) return 0; /* 낮다 */
  if (!ko_ends_word(d, end, limit) && !ko_is_digit(ko_cp_at(d, end, limit))) return 0;
  half = ko_time_word_base_of(row);
  *minute = (int)ko_time_word_value_of(row);
  *minute_end = (int)ko_time_word_last_of(row);
  stop = read_clock(d, ko_skip_space(d, end, limit), limit, minute, minute_end);
  if (!stop) return ko_time_word_note_of(row) & KO_TIME_WORD_NOTE_HOUR ? 0 : end;
  *minute = in_half_of_day(half, *minute);
  *minute_end = in_half_of_day(half, *minute_end);
  if (*minute_end < *minute) *minute_end = *minute;
  return stop;
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
    if (from < *minute && from + NOON > *minute && from + NOON < DAY)
      from += NOON; /* 오후 5시∼8시 */
    *minute_end = from;
    end = stop;
  }
  if (*minute >= DAY && *minute_end >= DAY) *minute_end -= DAY; /* 24시 */
  if (*minute >= DAY) *minute -= DAY;
  if (*minute_end >= DAY) *minute_end = DAY - 1;
  return end;
}
