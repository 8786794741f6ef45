/* Periods of days: months, years, weeks of them, and which of several is meant where a date leaves its
** year, month or week open. */
#ifndef KO_PERIOD_H
#define KO_PERIOD_H

#include "extract/amounts/when.h"
#include "extract/words/tense.h"
#include "text/calendar.h"

/* Days from 1970-01-01, both included. Not known: both are KO_NO_DAY. */
typedef struct ko_period {
  int32_t first, last;
} ko_period;

static inline ko_period ko_period_unknown(void) {
  return (ko_period){KO_NO_DAY, KO_NO_DAY};
}
static inline int ko_period_is_known(ko_period p) {
  return p.first != KO_NO_DAY;
}
static inline ko_period ko_period_of_day(int32_t day) {
  return (ko_period){day, day};
}

/* Bring a month counted on from the first of a year into 1..12: 0 is December of the year before, 13
** the next January. */
void ko_period_normalise_month(int *year, int *month);
/* Months [from, to] of a year, which may be counted on beyond it. */
ko_period ko_period_of_months(int year, int from, int to);
/* 초, 중순, 말 of a month: its days 1-10, 11-20 and the rest. */
ko_period ko_period_part_of_month(ko_period month, ko_when_portion portion);
/* Years [from, to] or a portion of them. */
ko_period ko_period_of_years(int from, int to, ko_when_portion portion);
/* The decades that begin with the years `from` and `to`; below 100 those of the nearest century. */
ko_period ko_period_of_decades(int from, int to, ko_when_portion portion);
/* The same day so many months later, or the last one of a shorter month. */
int32_t ko_period_add_months(int32_t day, int n);

/* The Monday of the week of this day. */
int32_t ko_period_monday(int32_t day);
/* The Monday of the n-th week of a month, or of its last (-1). A week belongs to the month that has its
** Thursday. */
int32_t ko_period_week_of_month(int year, int month, int n);
/* The n-th weekend of a month, or its last (-1), counted by Saturdays. */
ko_period ko_period_weekend_of_month(int year, int month, int n);

/* What helps to choose. */
typedef struct ko_period_hints {
  int32_t published; /* a day */
  ko_when_direction direction;
  ko_tense tense;
  /* days: what is farther than `far` is passed over for what is nearer than `near` */
  int32_t far, near;
  /* without a tense the past is meant up to so many days ago; -1: whatever is nearer */
  int32_t recent;
} ko_period_hints;

/* The one of n periods, in order of time, that is meant. */
ko_period ko_period_choose(const ko_period *p, int n, const ko_period_hints *hints);
/* Months [from, to] of the year that is meant. */
ko_period ko_period_choose_year(int from, int to, const ko_period_hints *hints);
/* Days [from, to] of the month that is meant; of two months where `to` is less. */
ko_period ko_period_choose_month(int from, int to, const ko_period_hints *hints);

#endif
