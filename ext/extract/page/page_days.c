#include "extract/page/page_days.h"

#include "base/buf.h"
#include "extract/page/imprint.h"
#include "text/calendar.h"

enum {
  LONGEST_MONTH = 10, /* letters of a month's name */
  CENTURY = 2000      /* of years of two digits */
};

/* ---- numbers ---- */

static uint32_t read_number(const ko_text *t, uint32_t *i, uint32_t to, int *digits) {
  uint32_t v = 0;
  for (*digits = 0; *i < to && *digits < 9 && t->ch[*i].cp >= '0' && t->ch[*i].cp <= '9';
       ++*i, ++*digits)
    v = v * 10 + (t->ch[*i].cp - '0');
  return v;
}

/* A number of one or two digits up to `most` at *i; 0 if none is there. */
static uint32_t read_part(const ko_text *t, uint32_t *i, uint32_t to, uint32_t most) {
  int digits;
  uint32_t n = read_number(t, i, to, &digits);
  return digits <= 2 && n <= most ? n : 0;
}

/* Skip what divides the numbers of a date. */
static int skip_divider(const ko_text *t, uint32_t *i, uint32_t to, ko_page_cue_class unit) {
  int seen = 0;
  while (*i < to) {
    uint32_t c = t->ch[*i].cp, end = 0;
    if (t->klass[*i] == KO_CLASS_SPACE && seen < 3)
      end = *i + 1;
    else if (!(seen & 1))
      seen |= 1, end = c == '.' || c == '-' || c == '/' ? *i + 1 : ko_page_cue(t, *i, to, unit);
    if (!end) return seen;
    *i = end;
  }
  return seen;
}

/* ---- forms ---- */

/* May a year of two digits stand at i: 입력 25.02.05? */
static int may_be_short(const ko_text *t, uint32_t from, uint32_t i) {
  while (from < i) {
    uint32_t n = 1;
    if (t->klass[from] != KO_CLASS_SPACE && t->klass[from] != KO_CLASS_SYMBOL &&
        ko_page_word_from(t, from, i, &n) != KO_PAGE_WORDS_KIND_STAMP)
      return 0;
    from += n;
  }
  return 1;
}

/* Year, month and day in this order at i. Returns where they end; 0 if they do not stand there. */
static uint32_t read_numbers(const ko_text *t, uint32_t from, uint32_t i, uint32_t to,
                             int32_t *day) {
  uint32_t at = i, y, m, d;
  int digits;
  y = read_number(t, &at, to, &digits);
  if (digits == 2 && y < 80 && at < to && ko_char_at(t, at) == '.' && may_be_short(t, from, i))
    y += CENTURY;
  else if (digits != 4 || y < 1980 || y > 2099)
    return 0;
  if (!skip_divider(t, &at, to, KO_PAGE_CUE_CLASS_YEAR)) return 0;
  m = read_part(t, &at, to, 12);
  if (m == 0 || !skip_divider(t, &at, to, KO_PAGE_CUE_CLASS_MONTH)) return 0;
  d = read_part(t, &at, to, (uint32_t)ko_month_length((int)y, (int)m));
  if (d == 0) return 0;
  *day = ko_day_of((int)y, (int)m, (int)d);
  return at;
}

/* The month named at *i, with a full stop behind it perhaps; 0 if there is none. */
static uint32_t read_month(const ko_text *t, uint32_t *i, uint32_t to) {
  char name[LONGEST_MONTH + 4] = {0};
  size_t n = 0;
  uint32_t end = *i;
  int row;
  for (; end < to && t->klass[end] == KO_CLASS_LETTER && n < LONGEST_MONTH; end++)
    n += ko_encode(ko_lower(t->ch[end].cp), name + n);
  row = ko_table_find(&ko_table_month_name, name, n);
  if (row < 0 || (end < to && t->klass[end] == KO_CLASS_LETTER)) return 0;
  *i = end < to && t->ch[end].cp == '.' ? end + 1 : end;
  return (uint32_t)ko_month_name_month_of(row);
}

static uint32_t skip_comma(const ko_text *t, uint32_t i, uint32_t to) {
  if (i < to && t->ch[i].cp == ',') i++;
  return i < to ? ko_skip_blanks(t, i) : i;
}

/* A date with an English month at i: Feb. 5, 2025 or 5 February 2025. */
static uint32_t read_english(const ko_text *t, uint32_t i, uint32_t to, int32_t *day) {
  uint32_t at = i, y, m = 0, d = 0;
  int digits;
  if (t->klass[i] == KO_CLASS_LETTER) {
    m = read_month(t, &at, to);
    at = skip_comma(t, at, to);
    d = m ? read_part(t, &at, to, 31) : 0;
  } else {
    d = read_part(t, &at, to, 31);
    at = skip_comma(t, at, to);
    m = d && at < to ? read_month(t, &at, to) : 0;
  }
  if (m == 0 || d == 0) return 0;
  at = skip_comma(t, at, to);
  y = read_number(t, &at, to, &digits);
  if (digits != 4 || y < 1980 || y > 2099 || (int)d > ko_month_length((int)y, (int)m)) return 0;
  *day = ko_day_of((int)y, (int)m, (int)d);
  return at;
}

int ko_find_stamp(const ko_text *t, uint32_t from, uint32_t to, int32_t *day, ko_span *found) {
  for (uint32_t i = from; i < to; i++) {
    uint32_t end = 0;
    if (t->klass[i] != KO_CLASS_DIGIT && t->klass[i] != KO_CLASS_LETTER) continue;
    if (i > from && t->klass[i - 1] == t->klass[i]) continue; /* begins before */
    if (t->klass[i] == KO_CLASS_DIGIT) end = read_numbers(t, from, i, to, day);
    if (!end) end = read_english(t, i, to, day);
    if (!end) continue;
    *found = (ko_span){i, end};
    return 1;
  }
  return 0;
}

/* ---- publication ---- */

int ko_find_published(const ko_text *t, uint32_t from, uint32_t to, int32_t *day) {
  ko_span found;
  int32_t other;
  int any = 0;
  for (uint32_t at = from; ko_find_stamp(t, at, to, &other, &found); at = found.end) {
    int changed = 0;
    for (uint32_t i = at; i < found.start && !changed; i++)
      changed = ko_page_cue(t, i, found.start, KO_PAGE_CUE_CLASS_CHANGED) != 0;
    if (!any || !changed) *day = other;
    any = 1;
    if (!changed) return 1;
  }
  return any;
}
