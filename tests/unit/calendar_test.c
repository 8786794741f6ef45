/* ext/text/calendar: the Gregorian calendar, the Korean lunisolar one, the solar terms. */
#include "check.h"
#include "text/calendar.h"

static int is(int32_t day, int year, int month, int dom) {
  return day == ko_day_of(year, month, dom);
}

static void test_days(void) {
  CHECK(ko_day_of(1970, 1, 1) == 0);
  CHECK(ko_day_of(2000, 3, 1) - ko_day_of(2000, 2, 28) == 2);
  CHECK(ko_day_of(1900, 3, 1) - ko_day_of(1900, 2, 28) == 1);
  CHECK(ko_month_length(2024, 2) == 29 && ko_month_length(2025, 2) == 28);
  CHECK(ko_month_length(2025, 12) == 31);
  CHECK(ko_weekday(0) == 4);                      /* a Thursday */
  CHECK(ko_weekday(ko_day_of(2026, 3, 18)) == 3); /* a Wednesday */
  CHECK(ko_weekday(ko_day_of(1945, 8, 15)) == 3); /* before 1970 too */
  for (int32_t day = ko_day_of(1, 1, 1); day < ko_day_of(9999, 12, 31); day += 97) {
    int year, month, dom;
    ko_day_split(day, &year, &month, &dom);
    CHECK(is(day, year, month, dom));
  }
}

static void test_lunar(void) {
  static const int new_year[][3] = {{2023, 1, 22}, {2024, 2, 10}, {2025, 1, 29}, {2026, 2, 17}};
  int32_t day;
  for (int i = 0; i < 4; i++) {
    CHECK(ko_lunar_day(new_year[i][0], 1, 1, &day) == 0);
    CHECK(is(day, new_year[i][0], new_year[i][1], new_year[i][2]));
  }
  CHECK(ko_lunar_day(2027, 1, 1, &day) == 0);
  CHECK(is(day, 2027, 2, 7)); /* a day after China's */
  CHECK(ko_lunar_day(2025, 8, 15, &day) == 0);
  CHECK(is(day, 2025, 10, 6)); /* behind a leap month */
  CHECK(ko_lunar_day(2017, 8, 15, &day) == 0);
  CHECK(is(day, 2017, 10, 4));
  CHECK(ko_lunar_day(2025, 4, 8, &day) == 0);
  CHECK(is(day, 2025, 5, 5));
}

static void test_terms(void) {
  CHECK(is(ko_solar_term(2025, 180), 2025, 9, 23));  /* 추분 */
  CHECK(is(ko_solar_term(2024, 270), 2024, 12, 21)); /* 동지 */
  CHECK(is(ko_solar_term(2021, 315), 2021, 2, 3));   /* 입춘 */
  CHECK(is(ko_solar_term(2024, 315), 2024, 2, 4));
  CHECK(is(ko_solar_term(2024, 0), 2024, 3, 20)); /* 춘분 */
}

int main(void) {
  test_days();
  test_lunar();
  test_terms();
  return check_result();
}
