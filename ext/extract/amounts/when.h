/* Dates as written, taken apart: 지난해 6월 10일 is the year before, month 6, day 10. */
#ifndef KO_WHEN_H
#define KO_WHEN_H

#include "morph/document.h"

/* What a part of a date is counted from. */
typedef enum ko_base {
  KO_BASE_UNSAID,    /* the part is not there */
  KO_BASE_ABSOLUTE,  /* 2024년, 6월, 10일: the number itself */
  KO_BASE_PUBLISHED, /* 작년, 지난달, 내일: an offset to the day of publication */
  KO_BASE_STORY,     /* 같은 해, 이날: an offset to where the story is at */
  KO_BASE_LAST       /* 같은 날: an offset to the last day told */
} ko_base;

typedef struct ko_date_part {
  uint8_t base;    /* ko_base */
  int16_t n, last; /* number or offset; `last` of several (8~10월), equal to n for one */
} ko_date_part;

typedef enum ko_direction {
  KO_DIRECTION_PAST = -1,
  KO_DIRECTION_NONE = 0,
  KO_DIRECTION_FUTURE = 1
} ko_direction;

/* A date as written, coarse to fine. */
typedef struct ko_when {
  ko_date_part year, quarter, month, week, weekend, day, weekday;
  ko_date_part decade; /* its first year; n < 100: of the century that is nearest */
  ko_date_part span;   /* months of the year (13, 14: of the next) */
  ko_date_part century;
  uint8_t part;         /* 1 beginning, 2 middle, 3 end of the finest part above; 0 whole */
  int8_t direction;     /* ko_direction: 지난, 오는 */
  int8_t span_year;     /* span: 1 the one of this year, 2 the last one; 0 open */
  uint8_t names_event;  /* 12·3: what happened that day, of whatever year */
  uint8_t unresolvable; /* a word of time that stands for no days that can be worked out */
  int16_t holiday;      /* row of the table; -1 none */
  uint8_t around;       /* holiday: days before and after it that belong to it (연휴) */
  int32_t shift;        /* 3일 전: -3 */
  uint8_t shift_unit;   /* ko_unit_time: of year, month, week and day; 0: no shift */
} ko_when;

/* How fine the last part of a date is; a date has its parts in this order. */
typedef enum ko_when_rank {
  KO_RANK_NONE,
  KO_RANK_CENTURY,
  KO_RANK_YEAR,
  KO_RANK_SPAN, /* a quarter, a season, half a year */
  KO_RANK_MONTH,
  KO_RANK_PART, /* 초, 중순, 말 */
  KO_RANK_WEEK,
  KO_RANK_DAY,
  KO_RANK_WEEKDAY
} ko_when_rank;

/* An expression of a date: one, or two with a dash between them. */
typedef struct ko_date {
  ko_when from, to;
  uint8_t is_range; /* `to` is there */
  uint8_t is_bare;  /* four figures alone, or two years so: `from` has nothing but a year */
} ko_date;

/* Read the date that begins at character `at`, and how fine it is. Returns the character after it,
** or 0 if there is none. */
uint32_t ko_when_read(const ko_document *d, uint32_t at, uint32_t limit, ko_when *out,
                      ko_when_rank *rank);
/* A word behind a date that has one of these roles (KO_DATE_TAIL_ROLE_...) at character `at`: the
** character after it, or 0. */
uint32_t ko_when_tail(const ko_document *d, uint32_t at, uint32_t limit, int roles);
/* A date that says nothing. */
void ko_when_clear(ko_when *w);
/* Say years as they are counted, the first and the last. */
void ko_when_set_years(ko_when *w, double first, double last);

#endif
