/* Expressions of time: one date, period, hour or length of time as written, taken apart. What days
** a date means is worked out in dates.c; this file only reads. */
#ifndef KO_TIMEX_H
#define KO_TIMEX_H

#include "extract/amounts/dates.h"
#include "extract/words/mention.h"

typedef struct ko_timex {
  ko_mention_type type; /* KO_MENTION_DATE, KO_MENTION_TIME or KO_MENTION_DURATION */
  uint32_t start, end;
  ko_date date;           /* KO_MENTION_DATE */
  ko_when to;             /* the second one, if date.is_range */
  int minute, minute_end; /* KO_MENTION_TIME; -1: not told */
  double low, high;       /* KO_MENTION_DURATION */
  const char *unit;       /* KO_MENTION_DURATION: a constant */
  int some;               /* KO_MENTION_DURATION: its number is not told (몇 달) */
} ko_timex;

/* Read the expression that begins at character `at` of a sentence that ends at `limit`. Returns 1 if
** there is one. */
int ko_timex_read(const ko_document *d, uint32_t at, uint32_t limit, ko_timex *out);

#endif
