/* The day of a page as pages write it: 2025.02.05, 2025년 2월 5일, 25.02.05, Feb. 5, 2025, 5 February 2025. */
#ifndef KO_PAGE_DAYS_H
#define KO_PAGE_DAYS_H

#include "text/sentence.h"

/* The first day written in [from, to) as year, month and day of the month: 1, *day (from 1970-01-01) and where it
** stands; or 0. A year of two digits counts only where nothing but a word such as 입력 stands before it. */
int ko_find_stamp(const ko_text *t, uint32_t from, uint32_t to, int32_t *day, ko_span *found);
/* The day of publication among the days in [from, to): the first that is not said to be the day of a change (수정
** 2025.02.06), else the first. */
int ko_find_published(const ko_text *t, uint32_t from, uint32_t to, int32_t *day);

#endif
