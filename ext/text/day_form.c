#include "text/day_form.h"

#include <string.h>

#include "tables.h"
#include "text/calendar.h"
#include "text/chars.h"

enum { MAX_FORM = 64 }; /* characters; what is longer is no day */

typedef struct line {
  uint32_t c[MAX_FORM];
  uint8_t klass[MAX_FORM];
  int n;
} line;

/* What the letters of a form stand for; a form sets some. */
typedef struct fields {
  int year, month, day, hour, minute, second, fraction;
} fields;

static int read_line(const char *text, size_t n, line *out) {
  ko_reader r;
  ko_char c;
  ko_reader_init(&r, text, n);
  for (out->n = 0; ko_reader_next(&r, &c); out->n++) {
    if (out->n == MAX_FORM) return 0;
    out->c[out->n] = ko_lower(c.cp);
    out->klass[out->n] = (uint8_t)ko_class_of(c.cp);
  }
  return 1;
}

static int skip_space(const line *s, int at) {
  while (at < s->n && s->klass[at] == KO_CLASS_SPACE) at++;
  return at;
}

/* Which field a letter of a form stands for; NULL if it stands for itself. */
static int *field_of(fields *f, char letter) {
  switch (letter) {
  case 'Y': return &f->year;
  case 'M': return &f->month;
  case 'D': return &f->day;
  case 'h': return &f->hour;
  case 'm': return &f->minute;
  case 's': return &f->second;
  case 'f': return &f->fraction;
  default: return NULL;
  }
}

/* Digits at *at, as many as a run of `letters` equal letters asks for. */
static int read_digits(const line *s, int *at, int letters, int any_number, int *value) {
  int most = any_number ? MAX_FORM : letters == 1 ? 2 : letters, n = 0;
  for (*value = 0; n < most && *at < s->n && s->c[*at] >= '0' && s->c[*at] <= '9'; n++, ++*at)
    *value = any_number ? 0 : *value * 10 + (int)(s->c[*at] - '0');
  return n >= letters;
}

/* Match one form at `at`. Returns where it ends, -1 if it does not match. */
static int match(const line *s, int at, const char *form, fields *f) {
  while (*form) {
    int *field = field_of(f, *form), letters = 1;
    uint32_t c;
    if (field) {
      while (form[letters] == *form) letters++;
      if (!read_digits(s, &at, letters, *form == 'f', field)) return -1;
      form += letters;
    } else if (*form == ' ' || *form == '_') {
      int after = skip_space(s, at);
      if (*form == '_' && after == at) return -1;
      at = after;
      form++;
    } else {
      form += ko_unit((const unsigned char *)form, strlen(form), &c);
      if (at == s->n || s->c[at++] != ko_lower(c)) return -1;
    }
  }
  return at;
}

static int is_possible(const fields *f) {
  return f->month >= 1 && f->month <= 12 && f->day >= 1 &&
         f->day <= ko_month_length(f->year, f->month) && f->hour <= 24 && f->minute <= 59 &&
         f->second <= 60;
}

/* Is the line from `at` on a form of this part and those of the parts behind it, and nothing else? */
static int ends_well(const line *s, int at, int part, fields f, fields *out) {
  if (part > KO_DAY_FORM_PART_DAY && skip_space(s, at) == s->n) {
    *out = f;
    return 1;
  }
  for (int row = 0; row < ko_table_day_form.rows; row++) {
    fields g = f;
    int end;
    if ((int)ko_day_form_part_of(row) != part) continue;
    end = match(s, at, ko_day_form_form_of(row), &g);
    if (part == KO_DAY_FORM_PART_ZONE) g = f; /* the hours of a zone are none of the day */
    if (end >= 0 && is_possible(&g) && ends_well(s, end, part + 1, g, out)) return 1;
  }
  return 0;
}

int ko_day_form_read(const char *text, size_t n, int32_t *day) {
  static const fields none;
  line s;
  fields f;
  int at;
  *day = KO_NO_DAY;
  if (!read_line(text, n, &s)) return -1;
  at = skip_space(&s, 0);
  if (at == s.n) return 0;
  if (!ends_well(&s, at, KO_DAY_FORM_PART_DAY, none, &f)) return -1;
  *day = ko_day_of(f.year, f.month, f.day);
  return 1;
}
