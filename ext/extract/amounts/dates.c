#include "extract/amounts/dates.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "extract/words/tense.h"
#include "tables.h"

/* ---- periods ---- */

typedef struct period {
  int32_t first, last;
} period;

static const period NOWHERE = {KO_NO_DAY, KO_NO_DAY};

static int is_known(period p) {
  return p.first != KO_NO_DAY;
}

/* Months counted on from the first of a year: 0 is December of the year before, 13 the next January. */
static void normalise_month(int *year, int *month) {
  int m = *month - 1;
  *year += m >= 0 ? m / 12 : -((11 - m) / 12);
  *month = (m % 12 + 12) % 12 + 1;
}

static period months(int year, int from, int to) {
  period p;
  int last_year = year;
  normalise_month(&year, &from);
  normalise_month(&last_year, &to);
  p.first = ko_day_of(year, from, 1);
  p.last = ko_day_of(last_year, to, ko_month_length(last_year, to));
  return p;
}

static period one_day(int32_t day) {
  return (period){day, day};
}

/* 초, 중순, 말 of a month: its days 1-10, 11-20 and the rest. */
static period part_of_month(period p, int part) {
  if (part == 1)
    p.last = p.first + 9;
  else if (part == 2)
    p = (period){p.first + 10, p.first + 19};
  else if (part == 3)
    p.first += 20;
  return p;
}

static int32_t monday_of(int32_t day) {
  return day - (ko_weekday(day) - 1);
}

/* ---- where the text is ---- */

enum { HOLIDAYS_KEPT = 64 };

typedef struct context {
  const ko_document *d;
  const ko_dates *dates;
  int32_t published;
  int32_t
      story; /* the day the story is at: the last one told without 지난, 오는; not yet to come */
  int32_t ahead; /* the last one told that is yet to come */
  int32_t
      local; /* the last one told with 지난, in a clause of its own: for this sentence and the next */
  uint32_t local_sentence;
  int32_t day; /* the last day told, whatever it is to the story */
  /* the last date that was worked out */
  int has_last;
  int year, month; /* month 0: only a year */
  int32_t first;
  int single; /* it was one day */
  uint32_t end, sentence;
  int explicit_year; /* it said its year itself */
  int explicit_day;  /* it said a month and a day of it, or a day of the month */
  int explicit_month;
  int failed; /* 1 once the lunar calendar could not be asked */
  /* quotation marks */
  uint32_t scanned;
  int depth;
  /* holidays asked for, by a hash of row and year: the lunar calendar is slow */
  struct {
    int16_t row, year; /* year 0: empty */
    int32_t day;
  } holiday[HOLIDAYS_KEPT];
} context;

/* Is a quotation open at this character? */
static int in_quotation(context *c, uint32_t at) {
  for (; c->scanned < at; c->scanned++) {
    uint32_t cp = c->d->text.ch[c->scanned].cp;
    if (cp == 0x201C)
      c->depth = 1;
    else if (cp == 0x201D || cp == '\n')
      c->depth = 0;
  }
  return c->depth;
}

/* ---- a date that leaves its year, month or week open ---- */

typedef struct choice {
  int32_t published;
  int direction; /* ko_direction */
  ko_tense tense;
  int32_t far,
      near; /* days: what is farther than this is passed over for what is nearer than that */
  int32_t
      recent; /* without a tense the past is meant up to so many days ago; -1: whatever is nearer */
} choice;

static int32_t distance(period p, int32_t day) {
  return day < p.first ? p.first - day : day > p.last ? day - p.last : 0;
}

/* The one of n periods, in order of time, that is meant. */
static period choose(const period *p, int n, const choice *c) {
  period past = NOWHERE, future = NOWHERE;
  for (int i = 0; i < n; i++) {
    if (!is_known(p[i])) continue;
    if (c->direction == KO_DIRECTION_PAST
            ? (p[i].last < c->published || p[i].first == c->published ||
               (p[i].last - p[i].first < 27 && p[i].first <= c->published))
            : p[i].first <= c->published)
      past = p[i];
    if (!is_known(future) && (c->direction == KO_DIRECTION_FUTURE && p[i].first == p[i].last
                                  ? p[i].first >= c->published
                                  : p[i].last >= c->published))
      future = p[i];
  }
  if (!is_known(past)) return future;
  if (!is_known(future)) return past;
  if (c->direction == KO_DIRECTION_PAST) return past;
  if (c->direction == KO_DIRECTION_FUTURE) return future;
  {
    int32_t ago = distance(past, c->published), ahead = distance(future, c->published);
    if (ago == 0) return past;
    if (ahead == 0) return future;
    if (c->tense == KO_TENSE_PAST) return ago > c->far && ahead < c->near ? future : past;
    if (c->tense == KO_TENSE_FUTURE) return ahead > c->far && ago < c->near ? past : future;
    if (c->tense == KO_TENSE_PRESENT) return ago <= 2 * ahead ? past : future;
    if (c->recent >= 0) return ago <= c->recent ? past : future;
    return ahead < ago ? future : past;
  }
}

/* Months [from, to] of the year that is meant. */
static period choose_year(int from, int to, const choice *c) {
  period p[4];
  int year, month, day;
  ko_day_split(c->published, &year, &month, &day);
  for (int i = 0; i < 4; i++) p[i] = months(year - 2 + i, from, to);
  return choose(p, 4, c);
}

/* Days [from, to] of the month that is meant. */
static period choose_month(int from, int to, const choice *c) {
  period p[5];
  int year, month, day;
  ko_day_split(c->published, &year, &month, &day);
  for (int i = 0; i < 5; i++) {
    int y = year, m = month - 2 + i, last_y, last_m;
    normalise_month(&y, &m);
    last_y = y, last_m = to < from ? m + 1 : m;
    normalise_month(&last_y, &last_m);
    p[i] = from > ko_month_length(y, m) || to > ko_month_length(last_y, last_m)
               ? NOWHERE
               : (period){ko_day_of(y, m, from), ko_day_of(last_y, last_m, to)};
  }
  return choose(p, 5, c);
}

/* ---- holidays ---- */

static int32_t holiday_of(context *c, int row, int year) {
  ko_holiday_calendar calendar = ko_holiday_calendar_of(row);
  int month = ko_holiday_month_of(row), day = ko_holiday_day_of(row);
  unsigned slot = (unsigned)(year * 31 + row) % HOLIDAYS_KEPT;
  int32_t found = KO_NO_DAY;
  if (year < 1000 || year > 2999) return KO_NO_DAY;
  if (calendar == KO_HOLIDAY_CALENDAR_SOLAR) return ko_day_of(year, month, day);
  if (c->holiday[slot].row == row && c->holiday[slot].year == year) return c->holiday[slot].day;
  if (calendar == KO_HOLIDAY_CALENDAR_TERM) {
    found = ko_solar_term(year, month);
  } else if (ko_lunar_day(year, month, day, &found)) {
    c->failed = 1;
    return KO_NO_DAY;
  }
  c->holiday[slot].row = (int16_t)row;
  c->holiday[slot].year = (int16_t)year;
  c->holiday[slot].day = found;
  return found;
}

static period holiday_period(context *c, const ko_when *w, int year) {
  int32_t day = holiday_of(c, w->holiday, year);
  return day == KO_NO_DAY ? NOWHERE : (period){day - w->around, day + w->around};
}

/* ---- one date ---- */

static int32_t anchor(const context *c, uint32_t sentence, ko_tense tense) {
  if (c->ahead != KO_NO_DAY && tense == KO_TENSE_FUTURE) return c->ahead;
  return c->local != KO_NO_DAY && sentence <= c->local_sentence + 1 ? c->local : c->story;
}

/* The year that the date says or implies by its words; 0 if none. */
static int year_of(const context *c, const ko_when *w) {
  int year, month, day;
  switch (w->year.base) {
  case KO_BASE_ABSOLUTE: return w->year.n;
  case KO_BASE_PUBLISHED:
    if (c->published == KO_NO_DAY) return 0;
    ko_day_split(c->published, &year, &month, &day);
    return year + w->year.n;
  case KO_BASE_STORY: return c->has_last ? c->year + w->year.n : 0;
  default: return 0;
  }
}

static period year_period(int from, int to, int part) {
  period p = months(from, 1, 12);
  p.last = months(to, 1, 12).last;
  if (part == 1)
    p.last = months(from, 1, 3).last;
  else if (part == 2)
    p = months(from, 5, 8);
  else if (part == 3)
    p.first = months(from, 10, 12).first;
  return p;
}

static period decade_period(const ko_when *w) {
  int from = w->decade.n < 100 ? 1900 + w->decade.n : w->decade.n,
      to = w->decade.last < 100 ? 1900 + w->decade.last : w->decade.last;
  if (w->decade.n < 30) from += w->decade.n < 100 ? 100 : 0;
  if (w->decade.last < 30) to += w->decade.last < 100 ? 100 : 0;
  to += 9;
  if (w->part == 1)
    to = from + 3;
  else if (w->part == 2)
    to = from + 6, from += 4;
  else if (w->part == 3)
    from += 7;
  return year_period(from, to, 0);
}

static int32_t add_months(int32_t day, int n) {
  int year, month, dom, length;
  ko_day_split(day, &year, &month, &dom);
  month += n;
  normalise_month(&year, &month);
  length = ko_month_length(year, month);
  return ko_day_of(year, month, dom < length ? dom : length);
}

static period shifted(const context *c, const ko_when *w, ko_tense tense, uint32_t sentence) {
  int32_t base = c->published, day;
  int year, month, dom;
  if (w->shift > 0 && tense != KO_TENSE_FUTURE) base = anchor(c, sentence, tense);
  if (base == KO_NO_DAY || w->shift < -40000 || w->shift > 40000) return NOWHERE;
  switch (w->shift_unit) {
  case KO_UNIT_TIME_DAY: return one_day(base + w->shift);
  case KO_UNIT_TIME_WEEK: day = monday_of(base + 7 * w->shift); return (period){day, day + 6};
  case KO_UNIT_TIME_MONTH:
    ko_day_split(add_months(base, w->shift), &year, &month, &dom);
    return months(year, month, month);
  default:
    ko_day_split(base, &year, &month, &dom);
    year += w->shift;
    return year < 1 || year > 9999 ? NOWHERE : year_period(year, year, 0);
  }
}

/* The month of a date, when it says or implies one. */
static int month_of(const context *c, const ko_when *w, int *year, int *month) {
  int day;
  switch (w->month.base) {
  case KO_BASE_PUBLISHED:
    if (c->published == KO_NO_DAY) return 0;
    ko_day_split(c->published, year, month, &day);
    *month += w->month.n;
    normalise_month(year, month);
    return 1;
  case KO_BASE_STORY:
    if (!c->has_last || c->month == 0) return 0;
    *year = c->year;
    *month = c->month + w->month.n;
    normalise_month(year, month);
    return 1;
  default: return 0;
  }
}

static period week_period(const context *c, const ko_when *w, int year, int month) {
  int32_t monday = KO_NO_DAY;
  if (w->week.base == KO_BASE_ABSOLUTE) {
    if (!month) return NOWHERE;
    if (w->week.n < 0) { /* a week belongs to the month that has its Thursday */
      monday = monday_of(ko_day_of(year, month, ko_month_length(year, month)) - 3);
    } else {
      int32_t first = ko_day_of(year, month, 1);
      monday = monday_of(first) + (ko_weekday(first) <= 4 ? 0 : 7) + 7 * (w->week.n - 1);
    }
  } else {
    int32_t base = w->week.base == KO_BASE_STORY ? c->story : c->published;
    if (base == KO_NO_DAY) return NOWHERE;
    monday = monday_of(base) + 7 * w->week.n;
  }
  if (w->weekday.base) return one_day(monday + w->weekday.n - 1);
  if (w->part == 1) return (period){monday, monday + 2};
  if (w->part == 3) return (period){monday + 3, monday + 6};
  return (period){monday, monday + 6};
}

/* One date to be worked out. */
typedef struct question {
  context *c;
  const ko_when *w;
  ko_tense tense;
  uint32_t start, sentence;
  choice pick;
  int year, month; /* as far as the date says or implies them; 0: it does not */
} question;

/* Is the year of the last date also the one of this? 내년 상반기 …, 12월 …, in one sentence. */
static int continues_year(const question *q, int month) {
  const context *c = q->c;
  return c->has_last && c->sentence == q->sentence && c->explicit_year && c->month &&
         c->month <= month && q->w->direction == KO_DIRECTION_NONE;
}

static period resolve_holiday(question *q) {
  period p[3];
  int year, month, day;
  if (q->year) return holiday_period(q->c, q->w, q->year);
  if (q->c->published == KO_NO_DAY) return NOWHERE;
  ko_day_split(q->c->published, &year, &month, &day);
  for (int i = 0; i < 3; i++) p[i] = holiday_period(q->c, q->w, year - 1 + i);
  return choose(p, 3, &q->pick);
}

/* 지난 분기, 다음 분기. */
static period resolve_quarter(const question *q) {
  int year, month, day;
  if (q->c->published == KO_NO_DAY) return NOWHERE;
  ko_day_split(q->c->published, &year, &month, &day);
  month = ((month - 1) / 3 + q->w->quarter.n) * 3 + 1;
  return months(year, month, month + 2);
}

/* 3분기, 상반기, 올여름. */
static period resolve_span(question *q) {
  const ko_when *w = q->w;
  int year = q->year, month, day;
  int from = w->span.n, to = w->span.last;
  if (!year && continues_year(q, from)) year = q->c->year;
  if (w->part == 1) /* 2분기 초 */
    to = from;
  else if (w->part == 2)
    from = to = (from + to) / 2;
  else if (w->part == 3)
    from = to;
  if (year) return months(year, from, to);
  if (q->c->published == KO_NO_DAY) return NOWHERE;
  if (w->span_year == 1) {
    ko_day_split(q->c->published, &year, &month, &day);
    return months(year, from, to);
  }
  if (w->span_year == 2) q->pick.direction = KO_DIRECTION_PAST;
  if (w->span.last - w->span.n == 2) {
    /* a quarter just over is spoken of more than the same one next year */
    q->pick.far = 200;
    q->pick.near = 60;
  }
  return choose_year(from, to, &q->pick);
}

/* The day of a month that is known. */
static period day_of_month(const question *q) {
  int first = q->w->day.n, last = q->w->day.last, length = ko_month_length(q->year, q->month);
  if (first < 0) return one_day(ko_day_of(q->year, q->month, length));
  if (first > length) return NOWHERE;
  if (last < first) /* 30일~2일 */
    return (period){ko_day_of(q->year, q->month, first),
                    ko_day_of(q->year, q->month, length) + last};
  return (period){ko_day_of(q->year, q->month, first),
                  ko_day_of(q->year, q->month, last < length ? last : length)};
}

/* 6월 10일 of the year that is meant: chosen by the day, not by the whole month. */
static period choose_day_of_year(const question *q) {
  period p[4];
  question of_year = *q;
  int year, month, day;
  ko_day_split(q->c->published, &year, &month, &day);
  of_year.month = q->w->month.n;
  for (int i = 0; i < 4; i++) {
    of_year.year = year - 2 + i;
    p[i] = day_of_month(&of_year);
  }
  return choose(p, 4, &q->pick);
}

/* 10일 without a month. */
static period resolve_bare_day(question *q) {
  const context *c = q->c;
  const ko_when *w = q->w;
  if (c->has_last && (c->explicit_day || c->explicit_month) && c->sentence == q->sentence &&
      q->start >= c->end && q->start - c->end <= 4 && w->direction == KO_DIRECTION_NONE) {
    /* 8월 29일부터 31일까지: the month goes on */
    int year, month, day;
    period p;
    ko_day_split(c->first, &year, &month, &day);
    q->year = c->year;
    q->month = c->explicit_day && w->day.n <= day ? c->month + 1 : c->month;
    normalise_month(&q->year, &q->month);
    p = day_of_month(q);
    if (is_known(p)) return p;
  }
  if (c->published == KO_NO_DAY) return NOWHERE;
  q->pick.far = 20;
  q->pick.near = 6;
  q->pick.recent = 4;
  return choose_month(w->day.n, w->day.last, &q->pick);
}

/* 월요일, 주말 without a week. */
static period resolve_weekday(question *q) {
  const ko_when *w = q->w;
  period p[4];
  int32_t monday;
  int from = w->weekend.base ? 6 : w->weekday.n, to = w->weekend.base ? 7 : w->weekday.n;
  if (q->c->published == KO_NO_DAY) return NOWHERE;
  monday = monday_of(q->c->published);
  if (w->weekend.base && w->weekend.n != 0)
    return (period){monday + 7 * w->weekend.n + 5, monday + 7 * w->weekend.n + 6};
  for (int i = 0; i < 4; i++)
    p[i] = (period){monday + 7 * (i - 2) + from - 1, monday + 7 * (i - 2) + to - 1};
  q->pick.far = 6;
  q->pick.near = 1;
  q->pick.recent = 0;
  /* 지난 월요일 on a Monday is a week ago */
  if (!w->weekend.base) q->pick.published += w->direction;
  return choose(p, 4, &q->pick);
}

/* 6월 첫 주말, 이달 마지막 주말: counted by Saturdays. */
static period weekend_of_month(const question *q) {
  int32_t first = ko_day_of(q->year, q->month, 1), saturday;
  if (q->w->weekend.base != KO_BASE_ABSOLUTE) return NOWHERE;
  saturday = first + (13 - ko_weekday(first)) % 7 + 7 * (q->w->weekend.n - 1);
  if (q->w->weekend.n < 0) {
    first += ko_month_length(q->year, q->month) - 1;
    saturday = first - (ko_weekday(first) + 1) % 7;
  }
  return (period){saturday, saturday + 1};
}

/* 6월, 8~10월, with or without a week or a day. */
static period resolve_month(question *q) {
  const ko_when *w = q->w;
  int from = w->month.n, to = w->month.last < from ? w->month.last + 12 : w->month.last, day;
  if (!q->year && continues_year(q, from)) q->year = q->c->year;
  if (!q->year) {
    if (q->c->published == KO_NO_DAY) return NOWHERE;
    if (w->day.base == KO_BASE_ABSOLUTE && w->day.n > 0) return choose_day_of_year(q);
    ko_day_split(choose_year(from, to, &q->pick).first, &q->year, &q->month, &day);
  }
  q->month = from;
  if (w->week.base) return week_period(q->c, w, q->year, q->month);
  if (w->weekend.base) return weekend_of_month(q);
  return w->day.base ? day_of_month(q) : part_of_month(months(q->year, from, to), w->part);
}

static period resolve_when(context *c, const ko_when *w, ko_tense tense, uint32_t start,
                           uint32_t sentence) {
  question q = {
      c, w, tense, start, sentence, {c->published, w->direction, tense, 200, 75, -1}, year_of(c, w),
      0};
  int32_t base;
  if (w->names_event) { /* 작년 12·3 */
    if (!c->has_last || c->month || c->sentence != sentence || start < c->end || start > c->end + 1)
      return NOWHERE;
    q.year = c->year;
  }
  if (w->unresolvable || (w->year.base && !q.year) || q.year < 0 || q.year > 9998) return NOWHERE;
  if (w->shift_unit) return shifted(c, w, tense, sentence);
  if (w->century.base) return year_period(w->century.n * 100 - 99, w->century.last * 100, 0);
  if (w->decade.base) return decade_period(w);
  if (w->holiday >= 0) return resolve_holiday(&q);
  if (w->quarter.base) return resolve_quarter(&q);
  if (w->span.base) return resolve_span(&q);
  if (w->month.base == KO_BASE_ABSOLUTE) return resolve_month(&q);
  if (w->month.base && !month_of(c, w, &q.year, &q.month)) return NOWHERE;
  if (w->week.base) return week_period(c, w, q.year, q.month);
  if (w->weekend.base == KO_BASE_ABSOLUTE && q.month) return weekend_of_month(&q);
  switch (w->day.base) {
  case KO_BASE_ABSOLUTE: return q.month ? day_of_month(&q) : resolve_bare_day(&q);
  case KO_BASE_PUBLISHED:
    return c->published == KO_NO_DAY ? NOWHERE : one_day(c->published + w->day.n);
  case KO_BASE_LAST: return c->day == KO_NO_DAY ? NOWHERE : one_day(c->day);
  case KO_BASE_STORY:
    base = anchor(c, sentence, tense);
    if (c->has_last && c->single && c->sentence == sentence && start >= c->end &&
        start - c->end <= 1)
      base = c->first; /* 추석 전날 */
    return base == KO_NO_DAY ? NOWHERE : one_day(base + w->day.n);
  default: break;
  }
  if (w->weekend.base || w->weekday.base) return resolve_weekday(&q);
  if (w->month.base) return part_of_month(months(q.year, q.month, q.month), w->part);
  if (!w->year.base) return NOWHERE;
  return year_period(q.year, w->year.base == KO_BASE_ABSOLUTE ? w->year.last : q.year, w->part);
}

/* What the date tells about where the text is now. */
static void remember(context *c, const ko_date *x, period p, const ko_mention *m, int quoted,
                     int modifies) {
  const ko_when *w = &x->from;
  const ko_text *t = &c->d->text;
  int dd, said_day = w->day.base == KO_BASE_ABSOLUTE || w->day.base == KO_BASE_PUBLISHED ||
                     w->weekday.base;
  int in_brackets = m->start > 0 && t->ch[m->start - 1].cp == '(';
  if (!w->shift_unit && w->day.base != KO_BASE_STORY && w->day.base != KO_BASE_LAST) {
    c->has_last = 1;
    ko_day_split(p.first, &c->year, &c->month, &dd);
    if (!w->month.base && !w->day.base && !w->week.base && !w->weekend.base && !w->weekday.base &&
        !w->span.base && w->holiday < 0)
      c->month = 0;
    c->explicit_year = w->year.base != KO_BASE_UNSAID;
    c->explicit_day = w->day.base == KO_BASE_ABSOLUTE;
    c->explicit_month = w->month.base != KO_BASE_UNSAID;
    c->first = p.first;
    c->single = p.first == p.last;
    c->end = m->end;
    c->sentence = m->sentence;
  }
  if (!said_day || w->names_event || p.first != p.last || quoted || in_brackets) return;
  c->day = p.first;
  if (c->published != KO_NO_DAY && p.first > c->published) {
    c->ahead = p.first;
  } else if (w->direction == KO_DIRECTION_NONE &&
             (c->published == KO_NO_DAY || (!w->month.base && !w->year.base) ||
              p.first > c->published - 10)) {
    c->story = p.first;
    c->local = c->ahead = KO_NO_DAY;
  } else if (!modifies) {
    c->local = p.first;
    c->local_sentence = m->sentence;
  }
}

/* The value of one mention, and what it tells about where the text is. */
static period resolve_mention(context *c, const ko_mention *m, int keep) {
  const ko_date *x = &c->dates->item[m->date];
  period p, q;
  ko_tense tense;
  int quoted, modifies;
  if (x->is_bare) return year_period(x->from.year.n, x->from.year.last, 0);
  tense = ko_tense_after(c->d, m->end, m->sentence, &modifies);
  quoted = in_quotation(c, m->start);
  p = resolve_when(c, &x->from, tense, m->start, m->sentence);
  if (is_known(p) && x->is_range) {
    /* the second date goes on from the first: 31일~11월 1일 */
    context after = *c;
    remember(&after, x, p, m, quoted, modifies);
    after.end = m->start;
    q = resolve_when(&after, &x->to, tense, m->start, m->sentence);
    if (is_known(q) && q.last >= p.first) p.last = q.last;
  }
  if (is_known(p) && keep) remember(c, x, p, m, quoted, modifies);
  return p;
}

/* 다음날인 30일, 전날(3일): does the second date say which day the first one is? */
static int is_explained(const ko_document *d, const ko_mention *m, const ko_mention *next) {
  const ko_text *t = &d->text;
  uint32_t p = m->end;
  if (next->type != KO_MENTION_DATE || next->sentence != m->sentence || next->start <= p ||
      next->start > p + 2)
    return 0;
  if (t->ch[p].cp == '(' ||
      (t->klass[p] == KO_CLASS_SPACE && ko_when_tail(d, m->end - 1, m->end, KO_DATE_TAIL_ROLE_DAY)))
    return next->start == p + 1;
  return ko_when_tail(d, p, next->start, KO_DATE_TAIL_ROLE_BEING) && next->start == p + 2 &&
         t->klass[p + 1] == KO_CLASS_SPACE;
}

static int is_same_day_of_month(period p, period q) {
  int year, month, a, b;
  ko_day_split(p.first, &year, &month, &a);
  ko_day_split(q.first, &year, &month, &b);
  return p.first == p.last && q.first == q.last && a == b;
}

int ko_dates_resolve(const ko_document *d, ko_mentions *m, const ko_dates *dates,
                     int32_t published) {
  context c;
  period said = NOWHERE; /* what the mention before has said of this one */
  memset(&c, 0, sizeof c);
  c.d = d;
  c.dates = dates;
  c.published = c.story = c.day = published;
  c.local = c.ahead = KO_NO_DAY;
  for (size_t i = 0; i < m->n && !c.failed; i++) {
    ko_mention *x = &m->item[i];
    period p;
    if (ko_work(d->mem, KO_MENTION_WORK)) return -1;
    if (x->type != KO_MENTION_DATE) continue;
    p = resolve_mention(&c, x, 1);
    if (is_known(said)) p = said;
    said = NOWHERE;
    if (i + 1 < m->n && is_explained(d, x, &m->item[i + 1])) {
      /* 광복절인 15일: the one says which day the other is; 다음날인 30일: the other way round */
      period q = resolve_mention(&c, &m->item[i + 1], 0);
      if (is_known(p) && is_known(q) && is_same_day_of_month(p, q))
        said = p;
      else if (is_known(q) && q.first == q.last)
        p = q;
    }
    x->value.known = is_known(p);
    x->value.day = p.first;
    x->value.day_end = p.last;
  }
  return c.failed ? -1 : 0;
}

void ko_dates_init(ko_dates *dates, const ko_mem *mem) {
  memset(dates, 0, sizeof *dates);
  dates->mem = mem;
}

void ko_dates_free(ko_dates *dates) {
  if (dates->mem) ko_free(dates->mem, dates->item);
  memset(dates, 0, sizeof *dates);
}
