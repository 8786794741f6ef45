/* The day of a text as a column of a table writes it (ext/data/tables/day_form.tsv): 2025-02-05,
** 2025. 2. 5., 20250205, 2025년 2월 5일 ..., with or without a time behind it. Full width, decomposed
** Hangul and any white space are taken as everywhere. */
#ifndef KO_DAY_FORM_H
#define KO_DAY_FORM_H

#include <stddef.h>
#include <stdint.h>

/* The day that text[0..n) is; time and zone are passed over, the day as written counts. Returns 1; 0 if
** it is empty or white space; -1 if it is no day that there is. *day is KO_NO_DAY but for 1. */
int ko_day_form_read(const char *text, size_t n, int32_t *day);

#endif
