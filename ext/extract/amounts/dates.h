/* Dates and times of day: which day they mean. expression.h finds them. */
#ifndef KO_DATES_H
#define KO_DATES_H

#include "extract/words/mention.h"
#include "text/calendar.h"

/* Give the dates and times among m->item[0 .. m->n), which are in order of the text, their values.
** `published` is the day of publication (from 1970-01-01) or KO_NO_DAY: then only what the text
** itself fixes (2024년 6월 10일) gets a value. Returns 0, or -1 when memory is out. */
int ko_dates_resolve(const ko_document *d, ko_mentions *m, int32_t published);

#endif
