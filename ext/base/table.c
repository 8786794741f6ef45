#include "base/table.h"

#include <string.h>

const char *ko_table_cell(const ko_table *t, int row, int column) {
  return t->blob + t->cell[(uint32_t)row * t->columns + (uint32_t)column];
}

static int compare(const ko_table *t, uint32_t row, const char *key, size_t n) {
  const char *have = t->blob + t->cell[row * t->columns];
  size_t n_have = strlen(have); /* the key may hold NUL characters, so strncmp will not do */
  int c = memcmp(have, key, n_have < n ? n_have : n);
  return c ? c : (n_have > n) - (n_have < n);
}

int ko_table_find(const ko_table *t, const char *key, size_t n) {
  uint32_t lo = 0, hi = t->rows;
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if (compare(t, mid, key, n) < 0) lo = mid + 1;
    else hi = mid;
  }
  return lo < t->rows && compare(t, lo, key, n) == 0 ? (int)lo : -1;
}

int ko_table_has(const ko_table *t, int row, const char *key, size_t n) {
  return row >= 0 && (uint32_t)row < t->rows && compare(t, (uint32_t)row, key, n) == 0;
}

/* The first row of [lo, hi) whose key has at least the byte b at `depth`; keys agree before it. */
static uint32_t first_at_least(const ko_table *t, uint32_t lo, uint32_t hi, size_t depth, unsigned b) {
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if ((unsigned char)t->blob[t->cell[mid * t->columns] + depth] < b) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

int ko_table_longest(const ko_table *t, const char *s, size_t n, size_t *length) {
  uint32_t lo = 0, hi = t->rows;
  int best = -1;
  *length = 0;
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
