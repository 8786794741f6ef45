/* Dates as written, taken apart: 지난해 6월 10일 is the year before, month 6, day 10. */
#ifndef KO_WHEN_H
#define KO_WHEN_H

#include "morph/document.h"

/* What a part of a date is counted from. */
typedef enum ko_when_base {
  KO_WHEN_BASE_UNSAID,    /* the part is not there */
  KO_WHEN_BASE_ABSOLUTE,  /* 2024년, 6월, 10일: the number itself */
  KO_WHEN_BASE_PUBLISHED, /* 작년, 지난달, 내일: an offset to the day of publication */
  KO_WHEN_BASE_STORY,     /* 같은 해, 이날: an offset to where the story is at */
  KO_WHEN_BASE_LAST,      /* 같은 날: an offset to the last day told */
  KO_WHEN_BASE_TURN       /* 새해: an offset to the year that begins nearest to publication */
} ko_when_base;

typedef struct ko_when_part {
  uint8_t base;    /* ko_when_base */
  int16_t n, last; /* number or offset; `last` of several (8~10월), equal to n for one */
} ko_when_part;

typedef enum ko_when_direction {
  KO_WHEN_DIRECTION_PAST = -1,
  KO_WHEN_DIRECTION_NONE = 0,
  KO_WHEN_DIRECTION_FUTURE = 1
} ko_when_direction;

/* 초, 중순, 말 of the finest period that a date says; the numbers are those of the table of time words. */
typedef enum ko_when_portion {
  KO_WHEN_PORTION_WHOLE,
  KO_WHEN_PORTION_BEGINNING,
  KO_WHEN_PORTION_MIDDLE,
  KO_WHEN_PORTION_END
} ko_when_portion;

/* Of which year a span without one is. */
typedef enum ko_when_span {
  KO_WHEN_SPAN_OPEN, /* 여름 */
  KO_WHEN_SPAN_THIS, /* 올여름: of the year of publication */
  KO_WHEN_SPAN_LAST  /* 지난여름: the last one */
} ko_when_span;

/* A date as written, coarse to fine. */
typedef struct ko_when {
  ko_when_part year, quarter, month, week, weekend, day, weekday;
  ko_when_part decade; /* its first year; n < 100: of the century that is nearest */
  ko_when_part span;   /* months of the year (13, 14: of the next) */
  ko_when_part century;
  uint8_t portion;      /* ko_when_portion */
  int8_t direction;     /* ko_when_direction: 지난, 오는 */
  uint8_t span_year;    /* ko_when_span */
  uint8_t names_event;  /* 12·3: what happened that day, and no date */
  uint8_t unresolvable; /* a word of time that stands for no days that can be worked out */
  int16_t holiday;      /* row of the table; -1 none */
  int32_t shift;        /* 3일 전: -3 */
  uint8_t shift_unit;   /* ko_unit_time: of year, month, week and day; 0: no shift */
  uint8_t lunar;        /* month and day are those of the lunar calendar */
  uint8_t around;       /* holiday: days before and after it that belong to it (연휴) */
} ko_when;

/* How fine the last part of a date is; a date has its parts in this order. */
typedef enum ko_when_rank {
  KO_WHEN_RANK_NONE,
  KO_WHEN_RANK_CENTURY,
  KO_WHEN_RANK_YEAR,
  KO_WHEN_RANK_SPAN, /* a quarter, a season, half a year */
  KO_WHEN_RANK_MONTH,
  KO_WHEN_RANK_PART, /* 초, 중순, 말 */
  KO_WHEN_RANK_WEEK,
  KO_WHEN_RANK_DAY,
  KO_WHEN_RANK_WEEKDAY
} ko_when_rank;

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
