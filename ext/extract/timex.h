/* Expressions of time: one date, period, hour or length of time as written, taken apart. What days
** a date means is worked out in dates.c; this file only reads. */
#ifndef KO_TIMEX_H
#define KO_TIMEX_H

#include "extract/mention.h"

/* What a part of a date is counted from. */
typedef enum ko_base {
  KO_UNSAID,    /* the part is not there */
  KO_ABSOLUTE,  /* 2024년, 6월, 10일: the number itself */
  KO_PUBLISHED, /* 작년, 지난달, 내일: an offset to the day of publication */
  KO_STORY      /* 같은 해, 이날: an offset to where the story is at */
} ko_base;

typedef struct ko_date_part {
  uint8_t base;    /* ko_base */
  int16_t n, last; /* number or offset; `last` of several (8~10월), equal to n for one */
} ko_date_part;

typedef enum ko_direction { KO_PAST = -1, KO_NO_DIRECTION = 0, KO_FUTURE = 1 } ko_direction;

/* A date as written, coarse to fine. */
typedef struct ko_when {
  ko_date_part year, quarter, month, week, weekend, day, weekday;
  ko_date_part decade;            /* its first year; n < 100: of the century that is nearest */
  ko_date_part span;              /* months of the year (13, 14: of the next) */
  ko_date_part century;
  uint8_t part;              /* 1 beginning, 2 middle, 3 end of the finest part above; 0 whole */
  int8_t direction;          /* ko_direction: 지난, 오는 */
  int8_t span_year;          /* span: 1 the one of this year, 2 the last one; 0 open */
  uint8_t unresolvable;      /* a word of time that stands for no days that can be worked out */
  int16_t holiday;           /* row of the table; -1 none */
  uint8_t around;            /* holiday: days before and after it that belong to it (연휴) */
  int32_t shift;             /* 3일 전: -3 */
  char shift_unit;           /* d w m y; 0: none */
} ko_when;

typedef struct ko_timex {
  ko_mention_type type;      /* KO_DATE, KO_TIME or KO_DURATION */
  uint32_t start, end;
  ko_when from, to;          /* KO_DATE */
  int is_range;              /* `to` is there */
  int minute, minute_end;    /* KO_TIME; -1: not told */
  double low, high;          /* KO_DURATION */
  const char *unit;          /* KO_DURATION: a constant */
  int some;                  /* KO_DURATION: its number is not told (몇 달) */
} ko_timex;

/* Read the expression that begins at character `at` of a sentence that ends at `limit`. Returns 1 if
** there is one. */
int ko_timex_read(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out);

#endif
