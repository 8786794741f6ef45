#include "extract/words/lookup.h"

#include <string.h>

#include "base/buf.h"

/* Characters [start, end) as UTF-8, at most KO_MAX_KEY of them. Returns the number of bytes. */
static size_t utf8(const ko_text *t, uint32_t start, uint32_t end, char *out) {
  size_t n = 0;
  for (uint32_t i = start; i < end; i++) n += ko_encode(t->ch[i].cp, out + n);
  return n;
}

ko_lexeme ko_lexeme_at(const ko_text *text, uint32_t start, uint32_t end) {
  char key[4 * KO_MAX_KEY];
  if (start >= end || end - start > KO_MAX_KEY) return 0;
  return ko_lexicon_find(key, utf8(text, start, end, key));
}

int ko_lookup(const ko_table *table, const ko_text *text, uint32_t start, uint32_t end) {
  char key[4 * KO_MAX_KEY];
  if (start >= end || end - start > KO_MAX_KEY) return -1;
  return ko_table_find(table, key, utf8(text, start, end, key));
}

int ko_lookup_ending(const ko_table *table, const ko_text *text, uint32_t from, uint32_t end,
                     uint32_t *start) {
  char key[4 * KO_MAX_KEY];
  size_t n, at = 0;
  if (from >= end) return -1;
  if (end - from > KO_MAX_KEY) from = end - KO_MAX_KEY;
  n = utf8(text, from, end, key);
  for (uint32_t s = from; s < end; at += ko_table_lead((unsigned char)key[at]), s++) {
    int row = ko_table_find(table, key + at, n - at);
    if (row >= 0) {
      *start = s;
      return row;
    }
  }
  return -1;
}

/* The first row whose key is not less than these bytes. */
static uint32_t lower_bound(const ko_table *t, const char *key, size_t n) {
  uint32_t low = 0, high = t->rows;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (strncmp(ko_table_text(t, (int)middle, 0), key, n) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The row of this key; behind all if there is none. */
static uint32_t first_row(const ko_table *t, const char *key, size_t n) {
  int row = ko_table_find(t, key, n);
  return row < 0 ? t->rows : (uint32_t)row;
}

/* May a key have more than its first character, key[0..n), of those that begin at `start`? */
static int goes_on(const ko_table *t, const ko_text *text, uint32_t start, uint32_t limit,
                   int spaced, char *key, size_t n) {
  uint32_t next = start + 1;
  if (spaced && next < limit && text->klass[next] == KO_CLASS_SPACE) next++;
  return next < limit && ko_table_marked(t->pair, key, n + utf8(text, next, next + 1, key + n));
}

/* `classes_of` NULL: any key will do. */
static int longest(const ko_table *table, int (*classes_of)(int row), int classes,
                   const ko_text *text, uint32_t start, uint32_t limit, int spaced, uint32_t *end) {
  char key[4 * KO_MAX_KEY];
  size_t n = 0;
  uint32_t row = 0;
  int found = -1, after_space = 1;
  for (uint32_t at = start; at < limit && n + 4 <= sizeof key; at++) {
    const char *have;
    if (spaced && text->klass[at] == KO_CLASS_SPACE && !after_space) {
      after_space = 1;
      continue;
    }
    if (text->ch[at].cp == 0) break; /* no key has it, and strncmp ends there */
    after_space = 0;
    n += utf8(text, at, at + 1, key + n);
    if (at == start) {
      if (!ko_table_begins(table, key, n)) break;
      if (!goes_on(table, text, start, limit, spaced, key, n)) limit = at + 1;
      row = limit == at + 1 ? first_row(table, key, n) : lower_bound(table, key, n);
    }
    while (row < table->rows && strncmp(ko_table_text(table, (int)row, 0), key, n) < 0)
      row++; /* few: of one first character */
    if (row >= table->rows) break;
    have = ko_table_text(table, (int)row, 0);
    if (strncmp(have, key, n) != 0) break;
    if (have[n] == 0 && (!classes_of || classes_of((int)row) & classes)) {
      found = (int)row;
      *end = at + 1;
    }
  }
  return found;
}

int ko_lookup_starting(const ko_table *table, const ko_text *text, uint32_t start, uint32_t limit,
                       int spaced, uint32_t *end) {
  return longest(table, NULL, 0, text, start, limit, spaced, end);
}

int ko_lookup_class(const ko_table *table, int (*classes_of)(int row), int classes,
                    const ko_text *text, uint32_t start, uint32_t limit, uint32_t *end) {
  return longest(table, classes_of, classes, text, start, limit, 0, end);
}

uint32_t ko_lookup_head(const ko_table *table, const ko_text *text, uint32_t at, int *row) {
  char key[4];
  size_t n = utf8(text, at, at + 1, key);
  uint32_t first, last;
  if (text->ch[at].cp == 0 || !ko_table_begins(table, key, n)) return 0;
  first = last = lower_bound(table, key, n);
  while (last < table->rows && strncmp(ko_table_text(table, (int)last, 0), key, n) == 0) last++;
  *row = (int)first;
  return last - first;
}
