#include "base/table.h"

#include <string.h>

/* Is the text this word? A NUL in the word is in no text. */
static int is_word(const char *have, const char *word, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (have[i] != word[i] || have[i] == 0) return 0;
  return have[n] == 0;
}

ko_lexeme ko_lexicon_find(const char *word, size_t n) {
  const ko_lexicon *l = &ko_all_words;
  for (uint32_t i = ko_table_hash(word, n) & l->mask; l->slot[i]; i = (i + 1) & l->mask)
    if (is_word(ko_table_blob + l->key[l->slot[i]], word, n)) return l->slot[i];
  return 0;
}

int ko_lexeme_row(ko_lexeme lexeme, const ko_table *t) {
  const ko_lexicon *l = &ko_all_words;
  if (!lexeme) return -1;
  for (unsigned i = l->first[lexeme]; i < l->first[lexeme + 1]; i++)
    if (l->row[i].table == t->id) return l->row[i].row;
  return -1;
}

enum { FEW = 4 }; /* rows that are compared one by one */

int ko_table_find(const ko_table *t, const char *key, size_t n) {
  size_t lead, next;
  uint32_t cp = ko_table_char(key, n, &lead);
  const ko_table_head *h = ko_table_begins(t, cp);
  if (!h || (lead < n && !ko_table_goes_on(t, cp, ko_table_char(key + lead, n - lead, &next))))
    return -1;
  if (h->n > FEW) return ko_lexeme_row(ko_lexicon_find(key, n), t);
  for (int row = h->first; row < h->first + h->n; row++)
    if (is_word(ko_table_text(t, row, 0), key, n)) return row;
  return -1;
}

/* The first row of [lo, hi) whose key has at least the byte b at `depth`; keys agree before it. */
static uint32_t first_at_least(const ko_table *t, uint32_t lo, uint32_t hi, size_t depth,
                               unsigned b) {
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if ((unsigned char)ko_table_text(t, (int)mid, 0)[depth] < b)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

int ko_table_longest(const ko_table *t, const char *s, size_t n, size_t *length) {
  uint32_t lo, hi, cp;
  size_t lead, next;
  const ko_table_head *h;
  int best = -1;
  *length = 0;
  cp = ko_table_char(s, n, &lead);
  h = ko_table_begins(t, cp);
  if (!h || memcmp(ko_table_text(t, h->first, 0), s, lead) != 0) return -1;
  lo = h->first;
  hi = lo + h->n;
  if (ko_table_text(t, (int)lo, 0)[lead] == 0) { /* shorter keys sort first */
    best = (int)lo;
    *length = lead;
  }
  if (lead == n || !ko_table_goes_on(t, cp, ko_table_char(s + lead, n - lead, &next))) return best;
  for (size_t depth = lead; depth < n; depth++) {
    unsigned b = (unsigned char)s[depth];
    if (b == 0) break;
    lo = first_at_least(t, lo, hi, depth, b);
    hi = first_at_least(t, lo, hi, depth, b + 1);
    if (lo == hi) break;
    if (ko_table_text(t, (int)lo, 0)[depth + 1] == 0) {
      best = (int)lo;
      *length = depth + 1;
    }
  }
  return best;
}
