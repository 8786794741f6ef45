#include "extract/amounts/period.h"

void ko_period_normalise_month(int *year, int *month) {
  int m = *month - 1;
  *year += m >= 0 ? m / 12 : -((11 - m) / 12);
  *month = (m % 12 + 12) % 12 + 1;
}

ko_period ko_period_of_months(int year, int from, int to) {
  int last_year = year;
  ko_period_normalise_month(&year, &from);
  ko_period_normalise_month(&last_year, &to);
  return (ko_period){ko_day_of(year, from, 1),
                     ko_day_of(last_year, to, ko_month_length(last_year, to))};
}

ko_period ko_period_part_of_month(ko_period month, ko_when_portion portion) {
  switch (portion) {
  case KO_WHEN_PORTION_BEGINNING: return (ko_period){month.first, month.first + 9};
  case KO_WHEN_PORTION_MIDDLE: return (ko_period){month.first + 10, month.first + 19};
  case KO_WHEN_PORTION_END: return (ko_period){month.first + 20, month.last};
  default: return month;
  }
}

ko_period ko_period_of_years(int from, int to, ko_when_portion portion) {
  ko_period p = {ko_day_of(from, 1, 1), ko_day_of(to, 12, 31)};
  switch (portion) {
  case KO_WHEN_PORTION_BEGINNING: p.last = ko_day_of(from, 3, 31); break;
  case KO_WHEN_PORTION_MIDDLE: p = ko_period_of_months(from, 5, 8); break;
  case KO_WHEN_PORTION_END: p.first = ko_day_of(from, 10, 1); break;
  default: break;
  }
  return p;
}

static int first_of_decade(int year) {
  return year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year;
}

ko_period ko_period_of_decades(int from, int to, ko_when_portion portion) {
  from = first_of_decade(from);
  to = first_of_decade(to) + 9;
  switch (portion) {
  case KO_WHEN_PORTION_BEGINNING: to = from + 3; break;
  case KO_WHEN_PORTION_MIDDLE: to = from + 6, from += 4; break;
  case KO_WHEN_PORTION_END: from += 7; break;
  default: break;
  }
  return ko_period_of_years(from, to, KO_WHEN_PORTION_WHOLE);
}

int32_t ko_period_add_months(int32_t day, int n) {
  int year, month, dom, length;
  ko_day_split(day, &year, &month, &dom);
  month += n;
  ko_period_normalise_month(&year, &month);
  length = ko_month_length(year, month);
  return ko_day_of(year, month, dom < length ? dom : length);
}

int32_t ko_period_monday(int32_t day) {
  return day - (ko_weekday(day) - 1);
}

int32_t ko_period_week_of_month(int year, int month, int n) {
  int32_t first = ko_day_of(year, month, 1);
  return n < 0 ? ko_period_monday(first + ko_month_length(year, month) - 1 - 3)
               : ko_period_monday(first) + (ko_weekday(first) <= 4 ? 0 : 7) + 7 * (n - 1);
}

ko_period ko_period_weekend_of_month(int year, int month, int n) {
  int32_t first = ko_day_of(year, month, 1), last = first + ko_month_length(year, month) - 1;
  int32_t saturday = n < 0 ? last - (ko_weekday(last) + 1) % 7
                           : first + (13 - ko_weekday(first)) % 7 + 7 * (n - 1);
  return (ko_period){saturday, saturday + 1};
}

/* ---- which of several ---- */

static int32_t distance(ko_period p, int32_t day) {
  return day < p.first ? p.first - day : day > p.last ? day - p.last : 0;
}

/* Can the period be meant as one that is over, or going on? */
static int is_past(ko_period p, const ko_period_hints *h) {
  if (h->direction != KO_WHEN_DIRECTION_PAST) return p.first <= h->published;
  return p.last < h->published || p.first == h->published ||
         (p.last - p.first < 27 && p.first <= h->published);
}

/* And as one that is to come, or going on? */
static int is_future(ko_period p, const ko_period_hints *h) {
  return h->direction == KO_WHEN_DIRECTION_FUTURE && p.first == p.last ? p.first >= h->published
                                                                       : p.last >= h->published;
}

/* Of the last one that is over and the first one to come. */
static ko_period choose_side(ko_period past, ko_period future, const ko_period_hints *h) {
  int32_t ago = distance(past, h->published), ahead = distance(future, h->published);
  if (ago == 0) return past;
  if (ahead == 0) return future;
  switch (h->tense) {
  case KO_TENSE_PAST: return ago > h->far && ahead < h->near ? future : past;
  case KO_TENSE_FUTURE: return ahead > h->far && ago < h->near ? past : future;
  case KO_TENSE_PRESENT: return ago <= 2 * ahead ? past : future;
  default: break;
  }
  return h->recent >= 0 ? (ago <= h->recent ? past : future) : ahead < ago ? future : past;
}

ko_period ko_period_choose(const ko_period *p, int n, const ko_period_hints *hints) {
  ko_period past = ko_period_unknown(), future = ko_period_unknown();
  for (int i = 0; i < n; i++) {
    if (!ko_period_is_known(p[i])) continue;
    if (is_past(p[i], hints)) past = p[i];
    if (!ko_period_is_known(future) && is_future(p[i], hints)) future = p[i];
  }
  if (!ko_period_is_known(past)) return future;
  if (!ko_period_is_known(future) || hints->direction == KO_WHEN_DIRECTION_PAST) return past;
  if (hints->direction == KO_WHEN_DIRECTION_FUTURE) return future;
  return choose_side(past, future, hints);
}

ko_period ko_period_choose_year(int from, int to, const ko_period_hints *hints) {
  ko_period p[4];
  int year, month, day;
  ko_day_split(hints->published, &year, &month, &day);
  for (int i = 0; i < 4; i++) p[i] = ko_period_of_months(year - 2 + i, from, to);
  return ko_period_choose(p, 4, hints);
}

ko_period ko_period_choose_month(int from, int to, const ko_period_hints *hints) {
  ko_period p[5];
  int year, month, day;
  ko_day_split(hints->published, &year, &month, &day);
  for (int i = 0; i < 5; i++) {
    int y = year, m = month - 2 + i, last_y, last_m;
    ko_period_normalise_month(&y, &m);
    last_y = y, last_m = to < from ? m + 1 : m;
    ko_period_normalise_month(&last_y, &last_m);
    p[i] = from > ko_month_length(y, m) || to > ko_month_length(last_y, last_m)
               ? ko_period_unknown()
               : (ko_period){ko_day_of(y, m, from), ko_day_of(last_y, last_m, to)};
  }
  return ko_period_choose(p, 5, hints);
}
