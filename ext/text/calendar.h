/* Calendars: days counted from 1970-01-01 in the proleptic Gregorian calendar, the Korean lunisolar
** calendar (ICU's), and the sun's longitude, which the 24 solar terms follow. */
#ifndef KO_CALENDAR_H
#define KO_CALENDAR_H

#include <stdint.h>

#define KO_NO_DAY INT32_MIN /* no day is known */

int32_t ko_day_of(int year, int month, int day);
void ko_day_split(int32_t day, int *year, int *month, int *dom);
int ko_month_length(int year, int month);
/* 1 Monday .. 7 Sunday. */
int ko_weekday(int32_t day);

/* The day of the lunar year that begins in the Gregorian year `year` with this month and day (not
** of a leap month). Returns 0, or -1 when ICU could not be asked. */
int ko_lunar_day(int year, int month, int day, int32_t *out);
/* Whether it can: NULL, or ICU's name of what is wrong. */
const char *ko_lunar_check(void);
/* The day in Korea on which the sun reaches this longitude (degrees) in the Gregorian year. */
int32_t ko_solar_term(int year, int longitude);

#endif
