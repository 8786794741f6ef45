/* Which days the dates of a document mean. expression.h finds them, when.h takes them apart. */
#ifndef KO_DATES_H
#define KO_DATES_H

#include "extract/amounts/when.h"
#include "extract/words/mention.h"
#include "text/calendar.h"

/* A date as written, or one of two with a dash between them. */
typedef struct ko_date {
  ko_when when;
  uint8_t is_range; /* the next date is the second one */
  uint8_t is_bare;  /* four figures alone, or two years so: it has nothing but a year */
} ko_date;

/* The dates of a document as written; ko_mention.date says which of them a mention is. */
typedef struct ko_dates {
  const ko_mem *mem;
  ko_date *item;
  size_t n, cap;
} ko_dates;

void ko_dates_init(ko_dates *dates, const ko_mem *mem);
void ko_dates_free(ko_dates *dates);

/* Give the dates among m->item[0 .. m->n), which are in order of the text, their values. `published`
** is the day of publication (from 1970-01-01) or KO_NO_DAY: then only what the text itself fixes
** (2024년 6월 10일) gets a value. Returns 0, or -1 when the work is to end or ICU knows no lunar
** calendar. */
int ko_dates_resolve(const ko_document *d, ko_mentions *m, const ko_dates *dates,
                     int32_t published);

#endif
