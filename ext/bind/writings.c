#include "bind/writings.h"

#include <tables.h>

#include "morph/spacing.h"
#include "text/hangul.h"

typedef struct writer {
  ko_buf *text; /* that writings are appended to */
  const ko_text *word;
  ko_writings *out;
} writer;

/* What is appended from here on is a writing. */
static size_t begin(const writer *w) {
  return w->text->n;
}

static void end(writer *w, size_t at) {
  ko_writing *s = &w->out->writing[w->out->n++];
  s->from = at;
  s->length = w->text->n - at;
}

static int is_full(const writer *w) {
  return w->out->n == KO_MAX_WRITINGS;
}

static ko_class class_at(const ko_text *t, size_t i) {
  return i < t->n ? (ko_class)t->klass[i] : KO_CLASS_SPACE;
}

/* ---- model names ---- */

static int is_joint(const ko_text *t, size_t i) {
  ko_class after = class_at(t, i + 1);
  return t->ch[i].cp == '-' && i > 0 && class_at(t, i - 1) == KO_CLASS_LETTER &&
         (after == KO_CLASS_DIGIT || after == KO_CLASS_LETTER);
}

/* F-35: without the sign. */
static void add_joined(writer *w) {
  const ko_text *t = w->word;
  size_t at = begin(w), joints = 0;
  for (size_t i = 0; i < t->n; i++) joints += is_joint(t, i) != 0;
  if (joints == 0 || is_full(w)) return;
  for (size_t i = 0; i < t->n; i++)
    if (!is_joint(t, i)) ko_buf_char(w->text, t->ch[i].cp);
  end(w, at);
}

static int begins_digits(const ko_text *t, size_t i) {
  return class_at(t, i - 1) == KO_CLASS_LETTER && class_at(t, i) == KO_CLASS_DIGIT;
}

static int begins_capital(const ko_text *t, size_t i) {
  uint32_t before = t->ch[i - 1].cp, c = t->ch[i].cp;
  return class_at(t, i - 1) == KO_CLASS_LETTER && class_at(t, i) == KO_CLASS_LETTER &&
         ko_lower(before) == before && ko_lower(c) != c;
}

/* F35, WiFi: with a sign where the first such part of the name begins. */
static void add_divided(writer *w, int (*begins)(const ko_text *, size_t)) {
  const ko_text *t = w->word;
  size_t at = begin(w), cut = 1;
  while (cut < t->n && !begins(t, cut)) cut++;
  if (cut >= t->n || is_full(w)) return;
  for (size_t i = 0; i < t->n; i++) {
    if (i == cut) ko_buf_char(w->text, '-');
    ko_buf_char(w->text, t->ch[i].cp);
  }
  end(w, at);
}

/* ---- days ---- */

/* A number of at most two digits that ends before or begins at i; 0 if there is none such. */
static unsigned number_at(const ko_text *t, size_t i, int before) {
  size_t from = i, to = i;
  unsigned n = 0;
  if (before)
    while (from > 0 && class_at(t, from - 1) == KO_CLASS_DIGIT) from--;
  else
    while (class_at(t, to) == KO_CLASS_DIGIT) to++;
  if (to - from > 2) return 0;
  for (; from < to; from++) n = 10 * n + (t->ch[from].cp - '0');
  return n;
}

/* 3·1: with the other sign between month and day. */
static void add_day(writer *w) {
  static const uint32_t signs[] = {'.', 0xB7, 0x318D, 0x2027, 0x30FB, 0x2219};
  const ko_text *t = w->word;
  size_t at = begin(w), sign = 0;
  for (size_t i = 1; i + 1 < t->n && sign == 0; i++)
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
      if (t->ch[i].cp == signs[k]) sign = i;
  if (sign == 0 || is_full(w)) return;
  if (number_at(t, sign, 1) - 1 > 11 || number_at(t, sign + 1, 0) - 1 > 30) return;
  for (size_t i = 0; i < t->n; i++)
    ko_buf_char(w->text, i != sign ? t->ch[i].cp : t->ch[i].cp == '.' ? 0xB7 : '.');
  end(w, at);
}

/* ---- spaces ---- */

/* The word with a space at each cut of a run of Hangul that begins at `from`. */
static void add_spaced(writer *w, size_t from, uint32_t cuts) {
  const ko_text *t = w->word;
  size_t at = begin(w);
  if (is_full(w)) return;
  for (size_t i = 0; i < t->n; i++) {
    if (i > from && i - from < KO_MAX_SPACED && (cuts >> (i - from) & 1)) ko_buf_char(w->text, ' ');
    ko_buf_char(w->text, t->ch[i].cp);
  }
  end(w, at);
}

/* The row of a table whose key is characters [from, to) of Hangul; -1 if there is none. */
static int row_of(const ko_table *table, const ko_text *t, size_t from, size_t to) {
  enum { LONGEST = 6 };
  char form[3 * LONGEST];
  if (to - from > LONGEST) return -1;
  for (size_t i = from; i < to; i++) ko_encode_syllable(t->ch[i].cp, form + 3 * (i - from));
  return ko_table_find(table, form, 3 * (to - from));
}

/* A number in words and its counter (두명), or a counter behind digits and what that says something of (20대여성): the
** run [from, to) with a space behind the first. */
static void add_counter(writer *w, size_t from, size_t to) {
  const ko_text *t = w->word;
  int digits = from > 0 && class_at(t, from - 1) == KO_CLASS_DIGIT;
  for (size_t cut = from + 1; cut < to; cut++)
    if (digits ? to - cut > 1 && row_of(&ko_table_unit, t, from, cut) >= 0
               : row_of(&ko_table_numeral, t, from, cut) >= 0 &&
                     row_of(&ko_table_unit, t, cut, to) >= 0)
      add_spaced(w, from, (uint32_t)1 << (cut - from));
}

static int add_spacings(writer *w, ko_terms *terms) {
  const ko_text *t = w->word;
  ko_spacings s;
  for (size_t i = 0, j; i < t->n; i = j) {
    for (j = i; class_at(t, j) == KO_CLASS_HANGUL;) j++;
    if (j == i) {
      j++;
      continue;
    }
    if (j - i > KO_MAX_SPACED) continue;
    if (ko_spacings_of(terms, t, i, j, &s)) return -1;
    if (!s.entry) add_counter(w, i, j);
    for (size_t k = 0; k < s.n; k++) add_spaced(w, i, s.cuts[k]);
    w->out->doubtful |= s.doubtful && j - i == t->n;
  }
  return 0;
}

int ko_writings_of(ko_tokens *t, ko_buf *text, size_t from, size_t n, int phrases,
                   ko_writings *out) {
  enum { MOST = 64 }; /* characters of a word that is looked at */
  ko_text word;
  ko_reader r;
  writer w = {text, &word, out};
  int rc;
  out->n = 0;
  out->doubtful = 0;
  ko_text_init(&word, t->mem);
  ko_reader_init(&r, text->data + from, n);
  rc = ko_text_read(&word, &r, MOST + 1);
  if (rc == 0 && word.n > 1 && word.n <= MOST) {
    add_joined(&w);
    add_divided(&w, begins_digits);
    add_divided(&w, begins_capital);
    add_day(&w);
    if (phrases) rc = add_spacings(&w, &t->terms);
  }
  ko_text_free(&word);
  return rc || text->failed ? -1 : 0;
}
