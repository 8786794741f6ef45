#include "text/calendar.h"

#include <math.h>
#include <unicode/ucal.h>

/* Days from 1970-01-01 and back, by eras of 400 years that begin on 1 March. */
int32_t ko_day_of(int year, int month, int day) {
  int y = month <= 2 ? year - 1 : year, era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400,
      day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

void ko_day_split(int32_t day, int *year, int *month, int *dom) {
  int z = day + 719468, era = (z >= 0 ? z : z - 146096) / 146097, day_of_era = z - era * 146097;
  int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int mp = (5 * day_of_year + 2) / 153;
  *dom = day_of_year - (153 * mp + 2) / 5 + 1;
  *month = mp < 10 ? mp + 3 : mp - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

int ko_month_length(int year, int month) {
  int next_year = month == 12 ? year + 1 : year, next = month == 12 ? 1 : month + 1;
  return (int)(ko_day_of(next_year, next, 1) - ko_day_of(year, month, 1));
}

int ko_weekday(int32_t day) { /* 1970-01-01 was a Thursday */
  int w = (int)((day + 3) % 7);
  return (w < 0 ? w + 7 : w) + 1;
}

enum { DAY_MS = 86400000 };

static UCalendar *open_lunar(UErrorCode *status) {
  static const UChar zone[] = {'G', 'M', 'T', '+', '0', '9', 0};
  return ucal_open(zone, -1, "ko@calendar=dangi", UCAL_DEFAULT, status);
}

const char *ko_lunar_check(void) {
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = open_lunar(&status);
  if (calendar) ucal_close(calendar);
  return U_FAILURE(status) ? u_errorName(status) : NULL;
}

int ko_lunar_day(int year, int month, int day, int32_t *out) {
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = open_lunar(&status);
  double noon = DAY_MS / 8.0; /* 12:00 in Korea is 03:00 UTC */
  int32_t lunar_year;
  UDate found;
  if (U_FAILURE(status)) return -1;
  /* On 1 June the lunar year is always the one that began in this Gregorian year. */
  ucal_setMillis(calendar, (double)ko_day_of(year, 6, 1) * DAY_MS + noon, &status);
  lunar_year = ucal_get(calendar, UCAL_EXTENDED_YEAR, &status);
  ucal_clear(calendar);
  ucal_set(calendar, UCAL_EXTENDED_YEAR, lunar_year);
  ucal_set(calendar, UCAL_MONTH, month - 1);
  ucal_set(calendar, UCAL_IS_LEAP_MONTH, 0);
  ucal_set(calendar, UCAL_DATE, day);
  ucal_set(calendar, UCAL_HOUR_OF_DAY, 12);
  found = ucal_getMillis(calendar, &status);
  ucal_close(calendar);
  if (U_FAILURE(status)) return -1;
  *out = (int32_t)floor((found + 9 * 3600000.0) / DAY_MS);
  return 0;
}

/* Apparent longitude of the sun in degrees, to about 0.01° (J. Meeus, Astronomical Algorithms,
** chapter 25); `d` is days since 2000-01-01 12:00 UTC. */
static double sun_longitude(double d) {
  const double degree = 3.14159265358979323846 / 180;
  double t = d / 36525, mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
  double anomaly = (357.52911 + 35999.05029 * t - 0.0001537 * t * t) * degree;
  double centre = (1.914602 - 0.004817 * t) * sin(anomaly) +
                  (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly);
  double node = (125.04 - 1934.136 * t) * degree;
  double x = fmod(mean + centre - 0.00569 - 0.00478 * sin(node), 360);
  return x < 0 ? x + 360 : x;
}

int32_t ko_solar_term(int year, int longitude) {
  /* Start from the day of a mean sun: the equinox (0°) is on about 20 March, winter before it. */
  double ahead = longitude >= 280 ? longitude - 360 : longitude;
  double d = (double)(ko_day_of(year, 3, 20) - ko_day_of(2000, 1, 1)) + ahead * 365.2422 / 360;
  for (int i = 0; i < 8; i++) {
    double off = longitude - sun_longitude(d);
    off -= 360 * floor((off + 180) / 360);
    d += off * 365.2422 / 360;
  }
  /* d counts from noon UTC; Korea is nine hours ahead, and Terrestrial Time about 70 s. */
  return ko_day_of(2000, 1, 1) + (int32_t)floor(d + 0.5 + 9 / 24.0 - 70 / 86400.0);
}
