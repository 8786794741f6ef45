/* All expressions of time and amounts of a document, one after the other: dates, times of day,
** durations, money, percentages, quantities and ordinals, by grammar. */
#ifndef KO_EXPRESSION_H
#define KO_EXPRESSION_H

#include "extract/amounts/dates.h"
#include "extract/amounts/measure.h"
#include "extract/amounts/timex.h"

typedef struct ko_expression {
  int is_time; /* 1: `timex` is filled in; 0: `measure` */
  ko_timex timex;
  ko_measure measure;
  ko_mention_type type;
  uint32_t start, end, sentence;
  int score;
} ko_expression;

typedef struct ko_expressions {
  const ko_document *d;
  uint32_t next; /* morpheme */
  uint32_t from; /* no expression begins before this character */
} ko_expressions;

void ko_expressions_init(ko_expressions *s, const ko_document *d);
/* The next expression: 1; 0 at the end of the document, -1 when the work is to end. */
int ko_expressions_next(ko_expressions *s, ko_expression *out);
/* Append them all, in order, none overlapping, with their values: durations in their own unit (minute,
** hour, day, week, month, year). What days dates mean, ko_dates_resolve works out: here they are put,
** taken apart, into `dates`, which are emptied before. Returns 0, or -1 when memory is out. */
int ko_expressions_find(const ko_document *d, ko_mentions *out, ko_dates *dates);

#endif
