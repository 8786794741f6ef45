#include "extract/amounts/dates.h"

#include <string.h>

#include "extract/amounts/period.h"
#include "extract/words/tense.h"
#include "tables.h"

/* ---- where the text is ---- */

enum { HOLIDAYS_KEPT = 64, LUNAR = 1000 };

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
  int32_t day;           /* the last day told, whatever it is to the story */
  uint32_t day_sentence; /* its sentence, counted from 1; 0: none was told */
  int32_t lead; /* the first day told that is over: of the news, which 이날 goes back to */
  int lead_is_plain; /* it was told without 지난; else the first that is takes its place */
  int32_t near; /* the last one told without 지난: what 이날 means in the next sentence */
  uint32_t near_sentence;
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
  /* days asked for, by a hash of key and year: the lunar calendar is slow */
  struct {
    int16_t key, year; /* year 0: empty; key: row of the table, or LUNAR and more */
    int32_t day;
  } holiday[HOLIDAYS_KEPT];
} context;

/* Does this character stand in what somebody says? */
static int in_quotation(const context *c, uint32_t at) {
  const ko_pairs *pairs = &c->d->pairs;
  int k = ko_pairs_around(pairs, at);
  while (k >= 0 && !ko_is_double_quote(c->d->text.ch[pairs->item[k].open].cp))
    k = pairs->item[k].outer;
  return k >= 0;
}

/* ---- holidays ---- */

/* A day of a calendar other than ours; `key` tells them apart within a year. */
static int32_t other_calendar(context *c, ko_holiday_calendar calendar, int key, int year,
                              int month, int day) {
  unsigned slot = (unsigned)(year * 31 + key) % HOLIDAYS_KEPT;
  int32_t found = KO_NO_DAY;
  if (year < 1000 || year > 2999) return KO_NO_DAY;
  if (c->holiday[slot].key == key && c->holiday[slot].year == year) return c->holiday[slot].day;
  if (calendar == KO_HOLIDAY_CALENDAR_TERM) {
    found = ko_solar_term(year, month);
  } else if (ko_lunar_day(year, month, day, &found)) {
    c->failed = 1;
    return KO_NO_DAY;
  }
  c->holiday[slot].key = (int16_t)key;
  c->holiday[slot].year = (int16_t)year;
  c->holiday[slot].day = found;
  return found;
}

static int32_t holiday_of(context *c, int row, int year) {
  ko_holiday_calendar calendar = ko_holiday_calendar_of(row);
  int month = ko_holiday_month_of(row), day = ko_holiday_day_of(row);
  if (year < 1000 || year > 2999) return KO_NO_DAY;
  return calendar == KO_HOLIDAY_CALENDAR_SOLAR ? ko_day_of(year, month, day)
                                               : other_calendar(c, calendar, row, year, month, day);
}

static ko_period holiday_period(context *c, const ko_when *w, int year) {
  int32_t day = w->lunar
                    ? other_calendar(c, KO_HOLIDAY_CALENDAR_LUNAR,
                                     LUNAR + w->month.n * 32 + w->day.n, year, w->month.n, w->day.n)
                    : holiday_of(c, w->holiday, year);
  return day == KO_NO_DAY ? ko_period_unknown() : (ko_period){day - w->around, day + w->around};
}

/* ---- one date ---- */

static int32_t anchor(const context *c, uint32_t sentence, ko_tense tense) {
  if (c->ahead != KO_NO_DAY && tense == KO_TENSE_FUTURE) return c->ahead;
  return c->local != KO_NO_DAY && sentence <= c->local_sentence + 1 ? c->local : c->story;
}

/* The day that 이날 is, and 전날 the one before. */
static int32_t day_of_news(const context *c, uint32_t sentence, ko_tense tense) {
  if (c->ahead != KO_NO_DAY && tense == KO_TENSE_FUTURE) return c->ahead;
  if (c->near != KO_NO_DAY && sentence == c->near_sentence + 1) return c->near;
  return c->lead != KO_NO_DAY ? c->lead : c->published;
}

/* The day on which a quotation in this sentence was said: “내일 만난다” counts from it. */
static int32_t day_of_remark(const context *c, uint32_t sentence) {
  if (c->near != KO_NO_DAY && (sentence == c->near_sentence || sentence == c->near_sentence + 1))
    return c->near;
  return c->lead != KO_NO_DAY ? c->lead : c->published;
}

/* The year that the date says or implies by its words; 0 if none. */
static int year_of(const context *c, const ko_when *w) {
  int year, month, day;
  switch (w->year.base) {
  case KO_WHEN_BASE_ABSOLUTE: return w->year.n;
  case KO_WHEN_BASE_PUBLISHED:
    if (c->published == KO_NO_DAY) return 0;
    ko_day_split(c->published, &year, &month, &day);
    return year + w->year.n;
  case KO_WHEN_BASE_TURN:
    if (c->published == KO_NO_DAY) return 0;
    ko_day_split(c->published, &year, &month, &day);
    return year + (month > 6) + w->year.n;
  case KO_WHEN_BASE_STORY: return c->has_last ? c->year + w->year.n : 0;
  default: return 0;
  }
}

static ko_period shifted(const context *c, const ko_when *w, ko_tense tense, uint32_t sentence) {
  int32_t base = c->published, day;
  int year, month, dom;
  if (w->shift > 0 && tense != KO_TENSE_FUTURE) base = anchor(c, sentence, tense);
  if (base == KO_NO_DAY || w->shift < -40000 || w->shift > 40000) return ko_period_unknown();
  switch (w->shift_unit) {
  case KO_UNIT_TIME_DAY: return ko_period_of_day(base + w->shift);
  case KO_UNIT_TIME_WEEK:
    day = ko_period_monday(base + 7 * w->shift);
    return (ko_period){day, day + 6};
  case KO_UNIT_TIME_MONTH:
    ko_day_split(ko_period_add_months(base, w->shift), &year, &month, &dom);
    return ko_period_of_months(year, month, month);
  default:
    ko_day_split(base, &year, &month, &dom);
    year += w->shift;
    return year < 1 || year > 9999 ? ko_period_unknown()
                                   : ko_period_of_years(year, year, KO_WHEN_PORTION_WHOLE);
  }
}

/* The month of a date, when it says or implies one. */
static int month_of(const context *c, const ko_when *w, int *year, int *month) {
  int day;
  switch (w->month.base) {
  case KO_WHEN_BASE_PUBLISHED:
    if (c->published == KO_NO_DAY) return 0;
    ko_day_split(c->published, year, month, &day);
    *month += w->month.n;
    ko_period_normalise_month(year, month);
    return 1;
  case KO_WHEN_BASE_STORY:
    if (!c->has_last || c->month == 0) return 0;
    *year = c->year;
    *month = c->month + w->month.n;
    ko_period_normalise_month(year, month);
    return 1;
  default: return 0;
  }
}

static ko_period week_period(const context *c, const ko_when *w, int year, int month) {
  int32_t monday;
  if (w->week.base == KO_WHEN_BASE_ABSOLUTE) {
    if (!month) return ko_period_unknown();
    monday = ko_period_week_of_month(year, month, w->week.n);
  } else {
    int32_t base = w->week.base == KO_WHEN_BASE_STORY ? c->story : c->published;
    if (base == KO_NO_DAY) return ko_period_unknown();
    monday = ko_period_monday(base) + 7 * w->week.n;
  }
  if (w->weekday.base) return ko_period_of_day(monday + w->weekday.n - 1);
  if (w->portion == KO_WHEN_PORTION_BEGINNING) return (ko_period){monday, monday + 2};
  if (w->portion == KO_WHEN_PORTION_END) return (ko_period){monday + 3, monday + 6};
  return (ko_period){monday, monday + 6};
}

/* One date to be worked out. */
typedef struct question {
  context *c;
  const ko_when *w;
  uint32_t start, sentence;
  ko_period_hints hints;
  int year, month; /* as far as the date says or implies them; 0: it does not */
} question;

/* Is the year of the last date also the one of this? 내년 상반기 …, 12월 …, in one sentence. */
static int continues_year(const question *q, int month) {
  const context *c = q->c;
  return c->has_last && c->sentence == q->sentence && c->explicit_year && c->month &&
         c->month <= month && q->w->direction == KO_WHEN_DIRECTION_NONE;
}

static ko_period resolve_holiday(question *q) {
  ko_period p[3];
  int year, month, day;
  if (q->year) return holiday_period(q->c, q->w, q->year);
  if (q->c->published == KO_NO_DAY) return ko_period_unknown();
  ko_day_split(q->c->published, &year, &month, &day);
  for (int i = 0; i < 3; i++) p[i] = holiday_period(q->c, q->w, year - 1 + i);
  return ko_period_choose(p, 3, &q->hints);
}

/* 지난 분기, 다음 분기. */
static ko_period resolve_quarter(const question *q) {
  int year, month, day;
  if (q->c->published == KO_NO_DAY) return ko_period_unknown();
  ko_day_split(q->c->published, &year, &month, &day);
  month = ((month - 1) / 3 + q->w->quarter.n) * 3 + 1;
  return ko_period_of_months(year, month, month + 2);
}

/* 3분기, 상반기, 올여름. */
static ko_period resolve_span(question *q) {
  const ko_when *w = q->w;
  int year = q->year, month, day;
  int from = w->span.n, to = w->span.last;
  if (!year && continues_year(q, from)) year = q->c->year;
  switch (w->portion) { /* 2분기 초 */
  case KO_WHEN_PORTION_BEGINNING: to = from; break;
  case KO_WHEN_PORTION_MIDDLE: from = to = (from + to) / 2; break;
  case KO_WHEN_PORTION_END: from = to; break;
  default: break;
  }
  if (year) return ko_period_of_months(year, from, to);
  if (q->c->published == KO_NO_DAY) return ko_period_unknown();
  if (w->span_year == KO_WHEN_SPAN_THIS) {
    ko_day_split(q->c->published, &year, &month, &day);
    return ko_period_of_months(year, from, to);
  }
  if (w->span_year == KO_WHEN_SPAN_LAST) q->hints.direction = KO_WHEN_DIRECTION_PAST;
  if (w->span.last - w->span.n == 2) {
    /* a quarter just over is spoken of more than the same one next year */
    q->hints.far = 200;
    q->hints.near = 60;
  }
  return ko_period_choose_year(from, to, &q->hints);
}

/* The day of a month that is known. */
static ko_period day_of_month(const question *q) {
  int first = q->w->day.n, last = q->w->day.last, length = ko_month_length(q->year, q->month);
  if (first < 0) return ko_period_of_day(ko_day_of(q->year, q->month, length));
  if (first > length) return ko_period_unknown();
  if (last < first) /* 30일~2일 */
    return (ko_period){ko_day_of(q->year, q->month, first),
                       ko_day_of(q->year, q->month, length) + last};
  return (ko_period){ko_day_of(q->year, q->month, first),
                     ko_day_of(q->year, q->month, last < length ? last : length)};
}

/* 6월 10일 of the year that is meant: chosen by the day, not by the whole month. */
static ko_period choose_day_of_year(const question *q) {
  ko_period p[4];
  question of_year = *q;
  int year, month, day;
  ko_day_split(q->c->published, &year, &month, &day);
  of_year.month = q->w->month.n;
  for (int i = 0; i < 4; i++) {
    of_year.year = year - 2 + i;
    p[i] = day_of_month(&of_year);
  }
  return ko_period_choose(p, 4, &q->hints);
}

/* 10일 without a month. */
static ko_period resolve_bare_day(question *q) {
  const context *c = q->c;
  const ko_when *w = q->w;
  if (c->has_last && (c->explicit_day || c->explicit_month) && c->sentence == q->sentence &&
      q->start >= c->end && q->start - c->end <= 4 && w->direction == KO_WHEN_DIRECTION_NONE) {
    /* 8월 29일부터 31일까지: the month goes on */
    int year, month, day;
    ko_period p;
    ko_day_split(c->first, &year, &month, &day);
    q->year = c->year;
    q->month = c->explicit_day && w->day.n <= day ? c->month + 1 : c->month;
    ko_period_normalise_month(&q->year, &q->month);
    p = day_of_month(q);
    if (ko_period_is_known(p)) return p;
  }
  if (c->published == KO_NO_DAY) return ko_period_unknown();
  q->hints.far = 20;
  q->hints.near = 6;
  q->hints.recent = 4;
  return ko_period_choose_month(w->day.n, w->day.last, &q->hints);
}

/* 월요일, 주말 without a week. */
static ko_period resolve_weekday(question *q) {
  const ko_when *w = q->w;
  ko_period p[4];
  int32_t monday;
  int from = w->weekend.base ? 6 : w->weekday.n, to = w->weekend.base ? 7 : w->weekday.n;
  if (q->c->published == KO_NO_DAY) return ko_period_unknown();
  monday = ko_period_monday(q->c->published);
  if (w->weekend.base && w->weekend.n != 0)
    return (ko_period){monday + 7 * w->weekend.n + 5, monday + 7 * w->weekend.n + 6};
  for (int i = 0; i < 4; i++)
    p[i] = (ko_period){monday + 7 * (i - 2) + from - 1, monday + 7 * (i - 2) + to - 1};
  q->hints.far = 6;
  q->hints.near = 1;
  q->hints.recent = 0;
  /* 지난 월요일 on a Monday is a week ago */
  if (!w->weekend.base) q->hints.published += w->direction;
  return ko_period_choose(p, 4, &q->hints);
}

/* 6월 첫 주말, 이달 마지막 주말. */
static ko_period weekend_of_month(const question *q) {
  return q->w->weekend.base == KO_WHEN_BASE_ABSOLUTE
             ? ko_period_weekend_of_month(q->year, q->month, q->w->weekend.n)
             : ko_period_unknown();
}

/* 6월, 8~10월, with or without a week or a day. */
static ko_period resolve_month(question *q) {
  const ko_when *w = q->w;
  int from = w->month.n, to = w->month.last < from ? w->month.last + 12 : w->month.last, day;
  if (!q->year && continues_year(q, from)) q->year = q->c->year;
  if (!q->year) {
    if (q->c->published == KO_NO_DAY) return ko_period_unknown();
    if (w->day.base == KO_WHEN_BASE_ABSOLUTE && w->day.n > 0) return choose_day_of_year(q);
    /* 3월 … 말했다 in December: nine months ago, and not in three; 11월에 연다 in January */
    if (q->hints.tense == KO_TENSE_PAST) q->hints.near = 0;
    if (q->hints.tense == KO_TENSE_FUTURE) q->hints.near = 31;
    ko_day_split(ko_period_choose_year(from, to, &q->hints).first, &q->year, &q->month, &day);
  }
  q->month = from;
  if (w->week.base) return week_period(q->c, w, q->year, q->month);
  if (w->weekend.base) return weekend_of_month(q);
  return w->day.base ? day_of_month(q)
                     : ko_period_part_of_month(ko_period_of_months(q->year, from, to), w->portion);
}

/* 10일, 내일, 같은 날, 이날. */
static ko_period resolve_day(question *q) {
  const context *c = q->c;
  const ko_when *w = q->w;
  int32_t base;
  switch (w->day.base) {
  case KO_WHEN_BASE_ABSOLUTE: return q->month ? day_of_month(q) : resolve_bare_day(q);
  case KO_WHEN_BASE_PUBLISHED:
    base = in_quotation(c, q->start) ? day_of_remark(c, q->sentence) : c->published;
    return c->published == KO_NO_DAY ? ko_period_unknown() : ko_period_of_day(base + w->day.n);
  case KO_WHEN_BASE_LAST:
    return c->day == KO_NO_DAY ? ko_period_unknown() : ko_period_of_day(c->day + w->day.n);
  default:
    base = day_of_news(c, q->sentence, q->hints.tense);
    if (c->has_last && c->single && c->sentence == q->sentence && q->start >= c->end &&
        q->start - c->end <= 1)
      base = c->first; /* 추석 전날 */
    return base == KO_NO_DAY ? ko_period_unknown() : ko_period_of_day(base + w->day.n);
  }
}

/* What has no month by its number. */
static ko_period resolve_parts(question *q) {
  const ko_when *w = q->w;
  if (w->month.base && !month_of(q->c, w, &q->year, &q->month)) return ko_period_unknown();
  if (w->week.base) return week_period(q->c, w, q->year, q->month);
  if (w->weekend.base == KO_WHEN_BASE_ABSOLUTE && q->month) return weekend_of_month(q);
  if (w->day.base) return resolve_day(q);
  if (w->weekend.base || w->weekday.base) return resolve_weekday(q);
  if (w->month.base)
    return ko_period_part_of_month(ko_period_of_months(q->year, q->month, q->month), w->portion);
  if (!w->year.base) return ko_period_unknown();
  return ko_period_of_years(q->year, w->year.base == KO_WHEN_BASE_ABSOLUTE ? w->year.last : q->year,
                            w->portion);
}

static ko_period resolve_when(context *c, const ko_when *w, ko_tense tense, uint32_t start,
                              uint32_t sentence) {
  question q = {c,
                w,
                start,
                sentence,
                {c->published, (ko_when_direction)w->direction, tense, 200, 75, -1},
                year_of(c, w),
                0};
  if (w->unresolvable || (w->year.base && !q.year) || q.year < 0 || q.year > 9998)
    return ko_period_unknown();
  if (w->shift_unit) return shifted(c, w, tense, sentence);
  if (w->century.base)
    return ko_period_of_years(w->century.n * 100 - 99, w->century.last * 100,
                              KO_WHEN_PORTION_WHOLE);
  if (w->decade.base) return ko_period_of_decades(w->decade.n, w->decade.last, w->portion);
  if (w->holiday >= 0 || w->lunar) return resolve_holiday(&q);
  if (w->quarter.base) return resolve_quarter(&q);
  if (w->span.base) return resolve_span(&q);
  return w->month.base == KO_WHEN_BASE_ABSOLUTE ? resolve_month(&q) : resolve_parts(&q);
}

/* Keep the date as the last one that was worked out. */
static void remember_last(context *c, const ko_when *w, ko_period p, const ko_mention *m) {
  int day;
  c->has_last = 1;
  ko_day_split(p.first, &c->year, &c->month, &day);
  if (!w->month.base && !w->day.base && !w->week.base && !w->weekend.base && !w->weekday.base &&
      !w->span.base && w->holiday < 0)
    c->month = 0;
  c->explicit_year = w->year.base != KO_WHEN_BASE_UNSAID;
  c->explicit_day = w->day.base == KO_WHEN_BASE_ABSOLUTE;
  c->explicit_month = w->month.base != KO_WHEN_BASE_UNSAID;
  c->first = p.first;
  c->single = p.first == p.last;
  c->end = m->end;
  c->sentence = m->sentence;
}

/* A day was told: is the story there now, or was or will something else be then? */
static void move_story(context *c, const ko_when *w, int32_t day, uint32_t sentence, int modifies,
                       int told) {
  int is_plain = w->direction == KO_WHEN_DIRECTION_NONE;
  int is_recent = c->published == KO_NO_DAY || (day <= c->published && day >= c->published - 10);
  if (!told) c->day = day, c->day_sentence = sentence + 1;
  if (is_recent && (c->lead == KO_NO_DAY || (is_plain && !told && !c->lead_is_plain)))
    c->lead = day, c->lead_is_plain = is_plain;
  if (is_recent && is_plain && !told) c->near = day, c->near_sentence = sentence;
  if (c->published != KO_NO_DAY && day > c->published) {
    c->ahead = day;
  } else if (w->direction == KO_WHEN_DIRECTION_NONE &&
             (c->published == KO_NO_DAY || (!w->month.base && !w->year.base) ||
              day > c->published - 10)) {
    c->story = day;
    c->local = c->ahead = KO_NO_DAY;
  } else if (!modifies) {
    c->local = day;
    c->local_sentence = sentence;
  }
}

/* Is it the day on which somebody says what happened on another one, which the sentence has told? */
static int is_of_remark(const context *c, const ko_mention *m) {
  return c->day_sentence == m->sentence + 1 && ko_tense_is_told(c->d, m->start);
}

/* What the date tells about where the text is now. */
static void remember(context *c, const ko_when *w, ko_period p, const ko_mention *m, int quoted,
                     int modifies) {
  const ko_text *t = &c->d->text;
  int said_day = w->day.base == KO_WHEN_BASE_ABSOLUTE || w->day.base == KO_WHEN_BASE_PUBLISHED ||
                 w->weekday.base;
  int in_brackets = m->start > 0 && t->ch[m->start - 1].cp == '(';
  if (!w->shift_unit && w->day.base != KO_WHEN_BASE_STORY && w->day.base != KO_WHEN_BASE_LAST)
    remember_last(c, w, p, m);
  if (w->day.base == KO_WHEN_BASE_STORY && w->day.n == 0 && !quoted) {
    c->near = p.first;
    c->near_sentence = m->sentence;
  }
  if (said_day && p.first == p.last && !quoted && !in_brackets)
    move_story(c, w, p.first, m->sentence, modifies, is_of_remark(c, m));
}

/* The value of one mention, and what it tells about where the text is. */
static ko_period resolve_mention(context *c, const ko_mention *m, int keep) {
  const ko_date *x = &c->dates->item[m->date];
  ko_period p, q;
  ko_tense tense;
  int quoted, modifies;
  if (x->is_bare)
    return ko_period_of_years(x->when.year.n, x->when.year.last, KO_WHEN_PORTION_WHOLE);
  tense = ko_tense_after(c->d, m->end, m->sentence, &modifies);
  quoted = in_quotation(c, m->start);
  p = resolve_when(c, &x->when, tense, m->start, m->sentence);
  if (ko_period_is_known(p) && x->is_range) {
    /* the second date goes on from the first: 31일~11월 1일 */
    context after = *c;
    remember(&after, &x->when, p, m, quoted, modifies);
    after.end = m->start;
    q = resolve_when(&after, &x[1].when, tense, m->start, m->sentence);
    c->failed |= after.failed;
    if (ko_period_is_known(q) && q.last >= p.first) p.last = q.last;
  }
  if (ko_period_is_known(p) && keep) remember(c, &x->when, p, m, quoted, modifies);
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

static int is_same_day_of_month(ko_period p, ko_period q) {
  int year, month, a, b;
  ko_day_split(p.first, &year, &month, &a);
  ko_day_split(q.first, &year, &month, &b);
  return p.first == p.last && q.first == q.last && a == b;
}

int ko_dates_resolve(const ko_document *d, ko_mentions *m, const ko_dates *dates,
                     int32_t published) {
  context c;
  ko_period said = ko_period_unknown(); /* what the mention before has said of this one */
  memset(&c, 0, sizeof c);
  c.d = d;
  c.dates = dates;
  c.published = c.story = c.day = published;
  c.local = c.ahead = c.lead = c.near = KO_NO_DAY;
  for (size_t i = 0; i < m->n && !c.failed; i++) {
    ko_mention *x = &m->item[i];
    ko_period p;
    if (ko_work(d->mem, KO_MENTION_WORK)) return -1;
    if (x->type != KO_MENTION_DATE) continue;
    p = resolve_mention(&c, x, 1);
    if (ko_period_is_known(said)) p = said;
    said = ko_period_unknown();
    if (i + 1 < m->n && is_explained(d, x, &m->item[i + 1])) {
      /* 광복절인 15일: the one says which day the other is; 다음날인 30일: the other way round */
      ko_period q = resolve_mention(&c, &m->item[i + 1], 0);
      if (ko_period_is_known(p) && ko_period_is_known(q) && is_same_day_of_month(p, q))
        said = p;
      else if (ko_period_is_known(q) && q.first == q.last)
        p = q;
    }
    x->value.known = ko_period_is_known(p);
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
