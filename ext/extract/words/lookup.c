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
  if (end == start + 1) return ko_table_find_char(table, text->ch[start].cp);
  if (!ko_table_goes_on(table, text->ch[start].cp, text->ch[start + 1].cp)) return -1;
  return ko_table_find(table, key, utf8(text, start, end, key));
}

int ko_lookup_ending(const ko_table *table, const ko_text *text, uint32_t from, uint32_t end,
                     uint32_t *start) {
  uint32_t longest = table->longest < KO_MAX_KEY ? table->longest : KO_MAX_KEY;
  if (from >= end) return -1;
  if (end - from > longest) from = end - longest;
  for (uint32_t s = from; s < end; s++) {
    int row = ko_lookup(table, text, s, end);
    if (row >= 0) {
      *start = s;
      return row;
    }
  }
  return -1;
}

/* May a key have more than its first character, of those that begin at `start`? */
static int goes_on(const ko_table *t, const ko_text *text, uint32_t start, uint32_t limit,
                   int spaced) {
  uint32_t next = start + 1;
  if (spaced && next < limit && text->klass[next] == KO_CLASS_SPACE) next++;
  return next < limit && ko_table_goes_on(t, text->ch[start].cp, text->ch[next].cp);
}

/* `classes_of` NULL: any key will do. */
static int longest(const ko_table *table, int (*classes_of)(int row), int classes,
                   const ko_text *text, uint32_t start, uint32_t limit, int spaced, uint32_t *end) {
  char key[4 * KO_MAX_KEY];
  const ko_table_head *head = start < limit ? ko_table_begins(table, text->ch[start].cp) : NULL;
  size_t n = 0;
  int found = -1, after_space = 1, row, last;
  if (!head) return -1;
  if (!goes_on(table, text, start, limit, spaced)) limit = start + 1;
  row = head->first;
  last = row + head->n;
  for (uint32_t at = start; at < limit && n + 4 <= sizeof key; at++) {
    const char *have;
    if (spaced && text->klass[at] == KO_CLASS_SPACE && !after_space) {
      after_space = 1;
      continue;
    }
    if (text->ch[at].cp == 0) break; /* no key has it, and strncmp ends there */
    after_space = 0;
    n += utf8(text, at, at + 1, key + n);
    while (row < last && strncmp(ko_table_text(table, row, 0), key, n) < 0)
      row++; /* few: of one first character */
    if (row >= last) break;
    have = ko_table_text(table, row, 0);
    if (strncmp(have, key, n) != 0) break;
    if (have[n] == 0 && (!classes_of || classes_of(row) & classes)) {
      found = row;
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

int ko_lookup_may_start(const ko_table *table, const ko_text *text, uint32_t start) {
  uint32_t limit = (uint32_t)text->n;
  return ko_table_find_char(table, text->ch[start].cp) >= 0 ||
         goes_on(table, text, start, limit, 0) || goes_on(table, text, start, limit, 1);
}

uint32_t ko_lookup_head(const ko_table *table, const ko_text *text, uint32_t at, int *row) {
  const ko_table_head *head = ko_table_begins(table, text->ch[at].cp);
  if (!head) return 0;
  *row = head->first;
  return head->n;
}
