#include "extract/amounts/numbers.h"

#include <string.h>

#include "extract/amounts/law_article.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

#define NO_POWER  1e9 /* larger than any */
#define NO_MYRIAD 1e30

enum {
  LONGEST = 40,    /* characters of a number; what is longer is a code and no number */
  LONGEST_SIGN = 3 /* and of a sign of money */
};

typedef struct word {
  ko_numeral_kind kind;
  double value, high;
  uint32_t end;
} word;

static word word_at(const ko_document *d, uint32_t at, uint32_t limit) {
  word w = {KO_NUMERAL_KIND_ABSENT, 0, 0, at};
  ko_class c = ko_class_at(d, at, limit);
  int row;
  if (c != KO_CLASS_HANGUL && c != KO_CLASS_HAN) return w;
  row = ko_lookup_starting(&ko_table_numeral, &d->text, at, limit, 0, &w.end);
  w.kind = ko_numeral_kind_of(row);
  w.value = ko_numeral_value_of(row);
  w.high = ko_numeral_highest_of(row);
  if (w.high < w.value) w.high = w.value;
  return w;
}

uint32_t ko_number_more(const ko_document *d, uint32_t at, uint32_t limit) {
  word w = word_at(d, at, limit);
  return w.kind == KO_NUMERAL_KIND_MORE ? w.end : at;
}

int ko_number_untold(const ko_document *d, uint32_t at, uint32_t limit) {
  return word_at(d, at, limit).kind == KO_NUMERAL_KIND_SOME;
}

int ko_number_note(const ko_document *d, uint32_t at, uint32_t limit) {
  return at < limit ? ko_numeral_note_of(ko_lookup(&ko_table_numeral, &d->text, at, at + 1)) : 0;
}

ko_number_head ko_number_begins(const ko_text *text, uint32_t at) {
  int row = -1;
  uint32_t n = ko_lookup_head(&ko_table_numeral, text, at, &row);
  ko_number_head head = KO_NUMBER_HEAD_NONE;
  for (; n > 0; n--, row++) {
    switch (ko_numeral_kind_of(row)) {
    case KO_NUMERAL_KIND_DIGIT:
    case KO_NUMERAL_KIND_POWER:
    case KO_NUMERAL_KIND_MYRIAD:
      if (head == KO_NUMBER_HEAD_NONE) head = KO_NUMBER_HEAD_SINO;
      break;
    case KO_NUMERAL_KIND_MORE: break;
    default: return KO_NUMBER_HEAD_NATIVE;
    }
  }
  return head;
}

/* Is the power of ten at `at` one, or the beginning of another word (3경기, 2조각)? */
static int is_numeral(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t end;
  switch (ko_tag_at(d, at)) {
  case KO_TAG_NNB:
  case KO_TAG_NNBC: /* 481조 is too much for teams */
    return at > 2 && ko_is_digit(d->text.ch[at - 1].cp) && ko_is_digit(d->text.ch[at - 2].cp) &&
           ko_is_digit(d->text.ch[at - 3].cp) && ko_ends_word(d, at + 1, limit);
  case KO_TAG_NR:
  case KO_TAG_SN:
  case KO_TAG_MM:
  case KO_TAG_SH: return 1;
  case KO_TAG_NNG:
  case KO_TAG_NNP: /* 160|만병, 5|천보: one word for the analyser */
    return at > 0 && d->text.klass[at - 1] == KO_CLASS_DIGIT &&
           ko_number_note(d, at, limit) & KO_NUMERAL_NOTE_JOINS &&
           ko_lookup_starting(&ko_table_unit, &d->text, at + 1, limit, 0, &end) >= 0 &&
           ko_ends_word(d, end, limit);
  default: return 0;
  }
}

/* Does what makes a year of a number stand at `at`? */
static int makes_year(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t end;
  ko_date_part_field field =
      ko_date_part_field_of(ko_lookup_starting(&ko_table_date_part, &d->text, at, limit, 0, &end));
  return field == KO_DATE_PART_FIELD_YEAR || field == KO_DATE_PART_FIELD_DECADE;
}

/* Groups of three digits behind commas: 1,234,567. */
static uint32_t read_groups(const ko_text *t, uint32_t at, uint32_t limit, double *value) {
  while (at + 3 < limit && t->ch[at].cp == ',' && ko_is_digit(t->ch[at + 1].cp) &&
         ko_is_digit(t->ch[at + 2].cp) && ko_is_digit(t->ch[at + 3].cp) &&
         !(at + 4 < limit && ko_is_digit(t->ch[at + 4].cp))) {
    for (uint32_t k = 1; k <= 3; k++) *value = *value * 10 + (double)(t->ch[at + k].cp - '0');
    at += 4;
  }
  return at;
}

/* A point and digits behind a whole number; 2024.6.10 is no decimal number. */
static uint32_t read_decimals(const ko_text *t, uint32_t at, uint32_t limit, double *value) {
  uint32_t p = at + 1;
  double sum = *value, whole = *value, scale = 1, unit = 1;
  if (at + 1 >= limit || t->ch[at].cp != '.' || !ko_is_digit(t->ch[at + 1].cp)) return at;
  for (; p < limit && ko_is_digit(t->ch[p].cp); p++) {
    double digit = (double)(t->ch[p].cp - '0');
    sum += digit * (unit /= 10);
    whole = whole * 10 + digit;
    scale *= 10;
  }
  if (p + 1 < limit && t->ch[p].cp == '.' && ko_is_digit(t->ch[p + 1].cp)) return at;
  *value =
      scale < 1e15 ? whole / scale : sum; /* the first is rounded once, as long as it is exact */
  return p;
}

/* A run of digits, with commas between groups of three and a decimal part. */
static uint32_t read_digits(const ko_text *t, uint32_t at, uint32_t limit, ko_number *out,
                            double *value) {
  uint32_t start = at, whole;
  *value = 0;
  while (at < limit && ko_is_digit(t->ch[at].cp))
    *value = *value * 10 + (double)(t->ch[at++].cp - '0');
  out->digits = at - start > 255 ? 255 : (uint8_t)(at - start);
  whole = at - start <= 3 ? read_groups(t, at, limit, value) : at;
  at = read_decimals(t, whole, limit, value);
  if (at > whole) out->decimal = 1;
  if (at > start + out->digits) out->digits = 0;
  return at;
}

/* Native numbers: tens, ones, both (열두), or two at once (서너). */
static uint32_t read_native(const ko_document *d, uint32_t at, uint32_t limit, ko_number *out) {
  word w = word_at(d, at, limit), next;
  out->native = out->words = 1;
  out->low = w.value;
  out->high = w.high;
  if (w.kind == KO_NUMERAL_KIND_TENS) {
    next = word_at(d, w.end, limit);
    if (next.kind == KO_NUMERAL_KIND_ONES || next.kind == KO_NUMERAL_KIND_ABOUT) {
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

/* Does money or what is counted stand at `at`, 여 before it or not: 원, 여 명? A length of time (1만 30분), a
** rank or a percentage is another expression. */
static int is_counted(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t p = ko_number_more(d, at, limit), end;
  ko_unit_type type;
  if (ko_class_at(d, p, limit) == KO_CLASS_SPACE) p++;
  type = ko_unit_type_of(ko_lookup_starting(&ko_table_unit, &d->text, p, limit, 0, &end));
  return type == KO_UNIT_TYPE_MONEY || type == KO_UNIT_TYPE_QUANTITY;
}

/* May figures and what stands behind them (3천, 400억, 900원) be the next group of the numeral? Behind 만
** or 억 four figures are left, behind 천 or 백 fewer. */
static int is_next_group(const ko_document *d, uint32_t at, uint32_t limit, const sum *s) {
  ko_number group;
  word next;
  uint32_t end;
  double x;
  memset(&group, 0, sizeof group);
  end = read_digits(&d->text, at, limit, &group, &x);
  next = word_at(d, end, limit);
  if (x >= 10000 || x >= s->power || makes_year(d, end, limit) || ko_cp_at(d, end, limit) == '.' ||
      ko_cp_at(d, end, limit) == '-')
    return 0;
  if (next.kind == KO_NUMERAL_KIND_POWER) return x * next.value < s->power;
  if (next.kind == KO_NUMERAL_KIND_MYRIAD) return next.value < s->myriad;
  if (group.digits >= 3 && s->section == 0) return 1;
  /* 만 18세 is no 10,018 */
  return (s->has_digits || s->section > 0) && is_counted(d, end, limit);
}

/* After one white space at `at`, does the numeral go on: 8만 8000, 1만 6천, 2조 3천 400억, 십이만 삼천? */
static int goes_on(const ko_document *d, uint32_t at, uint32_t limit, const sum *s) {
  word next;
  if (!s->has_words || s->current >= 0 || at + 1 >= limit) return 0;
  if (ko_is_digit(ko_cp_at(d, at + 1, limit))) return is_next_group(d, at + 1, limit, s);
  next = word_at(d, at + 1, limit);
  return !s->has_digits &&
         (next.kind == KO_NUMERAL_KIND_DIGIT || next.kind == KO_NUMERAL_KIND_POWER) &&
         word_at(d, next.end, limit).kind != KO_NUMERAL_KIND_ABSENT &&
         ko_tag_at(d, at + 1) == KO_TAG_NR;
}

/* Is the word, which stands behind figures alone, a counter (제5조)? */
static int is_article(const ko_document *d, uint32_t at, uint32_t limit, const ko_number *out,
                      const sum *s) {
  return ko_number_note(d, at, limit) & KO_NUMERAL_NOTE_ARTICLE && s->has_digits && !s->has_words &&
         !out->decimal && ko_law_article_counts(d, out->start, at, limit);
}

/* Add the number word at `at`. Returns 0 if the numeral ends before it. */
static int add_word(const ko_document *d, uint32_t at, uint32_t limit, word w, ko_number *out,
                    sum *s) {
  int starts = at == out->start;
  if (w.kind == KO_NUMERAL_KIND_SOME && starts) {
    out->some = 1;
    s->current = 1;
  } else if (w.kind == KO_NUMERAL_KIND_DIGIT && s->current < 0 &&
             !(s->has_digits && s->section == 0 && s->total == 0) &&
             (starts || is_numeral(d, at, limit))) {
    s->current = w.value;
  } else if (w.kind == KO_NUMERAL_KIND_POWER && (w.value < s->power || out->some) &&
             is_numeral(d, at, limit)) {
    s->section += (s->current < 0 ? 1 : s->current) * w.value;
    s->current = -1;
    s->power = w.value;
  } else if (w.kind == KO_NUMERAL_KIND_MYRIAD && w.value < s->myriad && is_numeral(d, at, limit) &&
             !is_article(d, at, limit, out, s)) {
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

/* Add the digits at `at`. Returns 0 if the numeral ends before them: 3만 5만 are two numbers. */
static int add_digits(const ko_document *d, uint32_t at, uint32_t limit, ko_number *out, sum *s) {
  ko_number group;
  double x;
  uint32_t end;
  memset(&group, 0, sizeof group);
  end = read_digits(&d->text, at, limit, &group, &x);
  if (s->has_digits || s->has_words) {
    if (x >= (s->power < s->myriad ? s->power : s->myriad)) return 0;
    out->digits = 0;
  } else {
    out->digits = group.digits;
  }
  out->decimal |= group.decimal;
  s->current = x;
  if (!s->has_digits) out->lead = x;
  s->has_digits = 1;
  s->done = end;
  return 1;
}

/* Does a sign of money stand before character `at`: $5M? */
static int follows_currency(const ko_document *d, uint32_t at) {
  uint32_t end = at > 0 && d->text.klass[at - 1] == KO_CLASS_SPACE ? at - 1 : at, start;
  int row = end > 0 ? ko_lookup_ending(&ko_table_number_prefix, &d->text,
                                       end > LONGEST_SIGN ? end - LONGEST_SIGN : 0, end, &start)
                    : -1;
  return ko_number_prefix_kind_of(row) == KO_NUMBER_PREFIX_KIND_CURRENCY;
}

/* 5 million, 3bn, $5M: a power of ten in Latin letters behind figures. */
static void read_latin_power(const ko_document *d, uint32_t limit, ko_number *out) {
  uint32_t p = ko_skip_space(d, out->end, limit), end;
  int row;
  if (ko_class_at(d, p, limit) != KO_CLASS_LETTER) return;
  row = ko_lookup_starting(&ko_table_numeral, &d->text, p, limit, 0, &end);
  if (ko_numeral_kind_of(row) != KO_NUMERAL_KIND_LATIN ||
      ko_class_at(d, end, limit) == KO_CLASS_LETTER || ko_is_digit(ko_cp_at(d, end, limit)) ||
      (ko_numeral_note_of(row) & KO_NUMERAL_NOTE_MONEY && !follows_currency(d, out->start)))
    return;
  out->low = out->high = out->low * ko_numeral_value_of(row);
  out->end = end;
  out->scaled = 1;
  out->digits = 0;
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
  if (w.kind == KO_NUMERAL_KIND_TENS || w.kind == KO_NUMERAL_KIND_ONES ||
      w.kind == KO_NUMERAL_KIND_ABOUT) {
    out->end = read_native(d, at, limit, out);
    return 1;
  }
  while (at < limit) {
    if (ko_is_digit(t->ch[at].cp) && s.current < 0) {
      if (!add_digits(d, at, limit, out, &s)) break;
      at = s.done;
    } else if (t->klass[at] == KO_CLASS_SPACE) {
      if (!goes_on(d, at, limit, &s)) break;
      at++;
    } else {
      w = word_at(d, at, limit);
      if (w.kind == KO_NUMERAL_KIND_MORE && s.done > out->start &&
          word_at(d, w.end, limit).kind == KO_NUMERAL_KIND_MYRIAD) { /* 6억4000여만 */
        at = w.end;
        continue;
      }
      if (!add_word(d, at, limit, w, out, &s)) break;
      out->digits = 0;
      at = s.done;
    }
  }
  if (s.done == out->start) return 0;
  out->end = s.done;
  out->words = !s.has_digits;
  out->low = out->high = s.total + s.section + (s.current > 0 ? s.current : 0);
  if (!s.has_words) read_latin_power(d, limit, out);
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
  if (out->digits == 4 && second.digits == 2 && low >= 1000 && makes_year(d, second.end, limit)) {
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
