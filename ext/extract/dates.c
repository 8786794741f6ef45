#include "extract/dates.h"

int ko_dates_find(const ko_document *d, ko_mentions *out) {
  return (void)d, (void)out, 0;
}

int ko_dates_resolve(const ko_document *d, ko_mentions *m, int32_t published) {
  return (void)d, (void)m, (void)published, 0;
}

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
