#include "base/table.h"

#include <string.h>

const char *ko_table_cell(const ko_table *t, int row, int column) {
  return t->blob + t->cell[(uint32_t)row * t->columns + (uint32_t)column];
}

/* Has this row this key? A NUL in the key is in no row. */
static int is_key(const ko_table *t, uint32_t row, const char *key, size_t n) {
  const char *have = t->blob + t->cell[row * t->columns];
  for (size_t i = 0; i < n; i++)
    if (have[i] != key[i] || have[i] == 0) return 0;
  return have[n] == 0;
}

int ko_table_find(const ko_table *t, const char *key, size_t n) {
  if (!ko_table_begins(t, key, n)) return -1;
  for (uint32_t i = ko_table_hash(key, n) & t->mask; t->slot[i]; i = (i + 1) & t->mask)
    if (is_key(t, t->slot[i] - 1u, key, n)) return t->slot[i] - 1;
  return -1;
}

int ko_table_has(const ko_table *t, int row, const char *key, size_t n) {
  return row >= 0 && (uint32_t)row < t->rows && is_key(t, (uint32_t)row, key, n);
}

/* The first row of [lo, hi) whose key has at least the byte b at `depth`; keys agree before it. */
static uint32_t first_at_least(const ko_table *t, uint32_t lo, uint32_t hi, size_t depth,
                               unsigned b) {
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if ((unsigned char)t->blob[t->cell[mid * t->columns] + depth] < b)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

int ko_table_longest(const ko_table *t, const char *s, size_t n, size_t *length) {
  uint32_t lo = 0, hi = t->rows;
  int best = -1;
  *length = 0;
  if (!ko_table_begins(t, s, n)) return -1;
  for (size_t depth = 0; depth < n; depth++) {
    unsigned b = (unsigned char)s[depth];
    if (b == 0) break;
    lo = first_at_least(t, lo, hi, depth, b);
    hi = first_at_least(t, lo, hi, depth, b + 1);
    if (lo == hi) break;
    if (ko_table_cell(t, (int)lo, 0)[depth + 1] == 0) { /* shorter keys sort first */
      best = (int)lo;
      *length = depth + 1;
    }
  }
  return best;
}
