#include "extract/amounts/numbers.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

#define NO_POWER  1e9 /* larger than any */
#define NO_MYRIAD 1e30

enum { LONGEST = 40 }; /* characters of a number; what is longer is a code and no number */

typedef enum kind { NONE, DIGIT, POWER, MYRIAD, TENS, ONES, ABOUT, SOME } kind;

typedef struct word {
  kind kind;
  double value, high;
  uint32_t end;
} word;

static kind kind_of(const char *name) {
  static const char *const names[] = {"",     "digit", "power", "myriad",
                                      "tens", "ones",  "about", "some"};
  for (int k = DIGIT; k <= SOME; k++)
    if (strcmp(names[k], name) == 0) return (kind)k;
  return NONE;
}

static word word_at(const ko_document *d, uint32_t at, uint32_t limit) {
  word w = {NONE, 0, 0, at};
  int row;
  ko_class c = at < limit ? (ko_class)d->text.klass[at] : KO_CLASS_SPACE;
  if (c != KO_CLASS_HANGUL && c != KO_CLASS_HAN) return w;
  row = ko_lookup_starting(&ko_table_numeral, &d->text, at, limit, 0, &w.end);
  if (row < 0) return w;
  w.kind = kind_of(ko_table_cell(&ko_table_numeral, row, 1));
  w.value = (double)ko_cell_int(&ko_table_numeral, row, 2, 0);
  w.high = (double)ko_cell_int(&ko_table_numeral, row, 3, (long long)w.value);
  return w;
}

/* Is the power of ten at `at` one, or the beginning of another word (3경기, 2조각)? */
static int is_numeral(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t cp = ko_cp_at(d, at, limit), end;
  switch (ko_tag_at(d, at)) {
  case KO_TAG_NR:
  case KO_TAG_SN:
  case KO_TAG_MM:
  case KO_TAG_SH: return 1;
  case KO_TAG_NNG:
  case KO_TAG_NNP: /* 160|만병, 5|천보: one word for the analyser */
    return at > 0 && d->text.klass[at - 1] == KO_CLASS_DIGIT &&
           (cp == U'만' || cp == U'억' || cp == U'천' || cp == U'백') &&
           ko_lookup_starting(&ko_table_unit, &d->text, at + 1, limit, 0, &end) >= 0 &&
           ko_ends_word(d, end, limit);
  default: return 0;
  }
}

/* A run of digits, with commas between groups of three and a decimal part. */
static uint32_t read_digits(const ko_text *t, uint32_t at, uint32_t limit, ko_number *out,
                            double *value) {
  uint32_t start = at;
  double x = 0, unit = 1;
  int commas = 0;
  while (at < limit && ko_is_digit(t->ch[at].cp)) x = x * 10 + (double)(t->ch[at++].cp - '0');
  out->digits = at - start > 255 ? 255 : (uint8_t)(at - start);
  if (at - start <= 3)
    while (at + 3 < limit && t->ch[at].cp == ',' && ko_is_digit(t->ch[at + 1].cp) &&
           ko_is_digit(t->ch[at + 2].cp) && ko_is_digit(t->ch[at + 3].cp) &&
           !(at + 4 < limit && ko_is_digit(t->ch[at + 4].cp))) {
      for (int k = 1; k <= 3; k++) x = x * 10 + (double)(t->ch[at + (uint32_t)k].cp - '0');
      at += 4;
      commas = 1;
    }
  if (at + 1 < limit && t->ch[at].cp == '.' && ko_is_digit(t->ch[at + 1].cp)) {
    uint32_t p = at + 1;
    double y = x;
    while (p < limit && ko_is_digit(t->ch[p].cp)) y += (double)(t->ch[p++].cp - '0') * (unit /= 10);
    /* 2024.6.10 is no decimal number */
    if (!(p + 1 < limit && t->ch[p].cp == '.' && ko_is_digit(t->ch[p + 1].cp))) {
      double scale = 1, whole = x;
      for (uint32_t q = at + 1; q < p; q++) {
        whole = whole * 10 + (double)(t->ch[q].cp - '0');
        scale *= 10;
      }
      x = scale < 1e15 ? whole / scale : y;
      at = p;
      out->decimal = 1;
    }
  }
  if (commas || out->decimal) out->digits = 0;
  *value = x;
  return at;
}

/* Native numbers: tens, ones, both (열두), or two at once (서너). */
static uint32_t read_native(const ko_document *d, uint32_t at, uint32_t limit, ko_number *out) {
  word w = word_at(d, at, limit), next;
  out->native = out->words = 1;
  out->low = w.value;
  out->high = w.high;
  if (w.kind == TENS) {
    next = word_at(d, w.end, limit);
    if (next.kind == ONES || next.kind == ABOUT) {
      out->low += next.value;
      out->high += next.high;
      w.end = next.end;
    }
  }
  return w.end;
}

/* A numeral while it is read. */
typedef struct sum {
  double total;   /* what 만, 억 ... have closed */
  double section; /* below 10^4, what 십, 백, 천 have closed */
  double current; /* the digits since; -1: none */
  double power;   /* the last power of ten and the last myriad: what follows must be smaller */
  double myriad;
  uint32_t done; /* the character after what was read */
  int has_digits, has_words;
} sum;

/* After one white space at `at`, does the numeral go on: 8만 8000, 1만 6천, 십이만 삼천? */
static int goes_on(const ko_document *d, uint32_t at, uint32_t limit, const sum *s) {
  const ko_text *t = &d->text;
  ko_number group;
  double x;
  uint32_t end;
  word next;
  if (s->myriad >= NO_MYRIAD || s->current >= 0 || s->section > 0 || at + 1 >= limit) return 0;
  if (!ko_is_digit(t->ch[at + 1].cp)) {
    next = word_at(d, at + 1, limit);
    return !s->has_digits && (next.kind == DIGIT || next.kind == POWER) &&
           word_at(d, next.end, limit).kind != NONE && ko_tag_at(d, at + 1) == KO_TAG_NR;
  }
  memset(&group, 0, sizeof group);
  end = read_digits(t, at + 1, limit, &group, &x);
  next = word_at(d, end, limit);
  if (x >= 10000 ||
      (end < limit && (t->ch[end].cp == U'년' || t->ch[end].cp == '.' || t->ch[end].cp == '-')))
    return 0;
  return group.digits >= 3 || next.kind == POWER || (next.kind == MYRIAD && next.value < s->myriad);
}

/* Add the number word at `at`. Returns 0 if the numeral ends before it. */
static int add_word(const ko_document *d, uint32_t at, uint32_t limit, word w, ko_number *out,
                    sum *s) {
  int starts = at == out->start;
  if (w.kind == SOME && starts) {
    out->some = 1;
    s->current = 1;
  } else if (w.kind == DIGIT && s->current < 0 &&
             !(s->has_digits && s->section == 0 && s->total == 0) &&
             (starts || is_numeral(d, at, limit))) {
    s->current = w.value;
  } else if (w.kind == POWER && (w.value < s->power || out->some) && is_numeral(d, at, limit)) {
    s->section += (s->current < 0 ? 1 : s->current) * w.value;
    s->current = -1;
    s->power = w.value;
  } else if (w.kind == MYRIAD && w.value < s->myriad && is_numeral(d, at, limit)) {
    if (s->current >= 0) s->section += s->current;
    s->total += (s->section == 0 ? 1 : s->section) * w.value;
    s->section = 0;
    s->current = -1;
    s->power = NO_POWER;
    s->myriad = w.value;
    out->scaled = 1;
  } else {
    return 0;
  }
  s->has_words = 1;
  s->done = w.end;
  return 1;
}

int ko_number_single(const ko_document *d, uint32_t at, uint32_t limit, ko_number *out) {
  const ko_text *t = &d->text;
  sum s = {0, 0, -1, NO_POWER, NO_MYRIAD, at, 0, 0};
  word w;
  memset(out, 0, sizeof *out);
  out->start = at;
  if (limit > at + LONGEST) limit = at + LONGEST;
  if (at >= limit) return 0;
  w = word_at(d, at, limit);
  if (w.kind == TENS || w.kind == ONES || w.kind == ABOUT) {
    out->end = read_native(d, at, limit, out);
    return 1;
  }
  while (at < limit) {
    if (ko_is_digit(t->ch[at].cp) && s.current < 0) {
      ko_number group;
      double x;
      uint32_t end;
      memset(&group, 0, sizeof group);
      end = read_digits(t, at, limit, &group, &x);
      if (s.has_digits || s.has_words) {
        if (x >= (s.power < s.myriad ? s.power : s.myriad)) break; /* 3만 5만: two numbers */
        out->digits = 0;
      } else {
        out->digits = group.digits;
      }
      out->decimal |= group.decimal;
      s.current = x;
      if (!s.has_digits) out->lead = x;
      s.has_digits = 1;
      at = s.done = end;
    } else if (t->ch[at].cp == U'여' && s.done > out->start &&
               word_at(d, at + 1, limit).kind == MYRIAD) { /* 6억4000여만 */
      at++;
    } else if (t->klass[at] == KO_CLASS_SPACE) {
      if (!goes_on(d, at, limit, &s)) break;
      at++;
    } else {
      w = word_at(d, at, limit);
      if (!add_word(d, at, limit, w, out, &s)) break;
      out->digits = 0;
      at = s.done;
    }
  }
  if (s.done == out->start) return 0;
  out->end = s.done;
  out->words = !s.has_digits;
  out->low = out->high = s.total + s.section + (s.current > 0 ? s.current : 0);
  return 1;
}

/* How much larger the second number of a range is than its digits: 150~250억 is 10^8; 1 if that is no
** power of ten. */
static double scale_of(const ko_number *n) {
  double scale = n->lead > 0 ? n->low / n->lead : 1, power = 1;
  while (power < scale) power *= 10;
  return power == scale ? scale : 1;
}

/* 305-4000 is a telephone number, 2014-2015 a range of years. */
static int is_telephone(const ko_document *d, const ko_number *a, const ko_number *b) {
  if (d->text.ch[a->end].cp != '-') return 0;
  if (a->digits == 4 && b->digits == 4 && a->low >= 1000 && a->low < 2100 && b->low < 2100)
    return 0;
  return a->digits >= 3 || (a->digits == 2 && b->digits >= 3) || d->text.ch[a->start].cp == '0';
}

/* 150~250억, 24~25, 1970~80년대: a dash and a second number behind the first. */
static void read_range(const ko_document *d, uint32_t limit, ko_number *out) {
  ko_number second;
  double low = out->low;
  if (!ko_number_single(d, out->end + 1, limit, &second) || is_telephone(d, out, &second)) return;
  if (ko_is_dash(ko_cp_at(d, second.end, limit))) return;
  if (!out->scaled && out->low == out->lead && low * scale_of(&second) <= second.low)
    low *= scale_of(&second);
  if (out->digits == 4 && second.digits == 2 && low >= 1000 &&
      ko_cp_at(d, second.end, limit) == U'년') {
    double century = low - (double)((int)low % 100);
    if (century + second.low > low) second.low += century;
  }
  if (low > second.low) return;
  out->low = low;
  out->high = second.low;
  out->end = second.end;
  out->range = 1;
  out->decimal |= second.decimal;
  out->scaled |= second.scaled;
}

/* 8, 9일 · 1·2·3루: a list, of which the value is the first and the last. */
static void read_list(const ko_document *d, uint32_t limit, ko_number *out) {
  ko_number next;
  uint32_t at = ko_skip_space(d, out->end + 1, limit), last = 0;
  double x = 0;
  while (ko_is_digit(ko_cp_at(d, at, limit)) && ko_number_single(d, at, limit, &next) &&
         !next.decimal && !next.scaled && next.digits > 0 && next.digits <= 4) {
    last = next.end;
    x = next.low;
    if (!ko_is_dot(ko_cp_at(d, last, limit))) break;
    at = last + 1;
  }
  if (!last || x <= out->low) return;
  out->high = x;
  out->end = last;
  out->list = 1;
}

int ko_number_read(const ko_document *d, uint32_t at, uint32_t limit, ko_number *out) {
  uint32_t mark;
  if (!ko_number_single(d, at, limit, out)) return 0;
  if (out->words) return 1;
  if (limit > out->start + 2 * LONGEST) limit = out->start + 2 * LONGEST;
  mark = ko_cp_at(d, out->end, limit);
  if (ko_is_dash(mark) && ko_is_digit(ko_cp_at(d, out->end + 1, limit)))
    read_range(d, limit, out);
  else if ((ko_is_dot(mark) || mark == ',') && !out->decimal && !out->scaled)
    read_list(d, limit, out);
  return 1;
}
