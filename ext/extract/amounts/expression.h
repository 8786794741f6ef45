/* All expressions of time and amounts of a document, one after the other: dates, times of day,
** durations, money, percentages, quantities and ordinals, by grammar. */
#ifndef KO_EXPRESSION_H
#define KO_EXPRESSION_H

#include "extract/amounts/dates.h"
#include "extract/words/mention.h"

/* Append them all, in order, none overlapping, with their values: durations in their own unit (minute,
** hour, day, week, month, year). What days dates mean, ko_dates_resolve works out: here they are put,
** taken apart, into `dates`, which are emptied before. Returns 0, or -1 when memory is out or the work
** is to end. */
int ko_expressions_find(const ko_document *d, ko_mentions *out, ko_dates *dates);

#endif
