#include "base/table.h"

#include <string.h>

const char *ko_table_cell(const ko_table *t, int row, int column) {
  return t->blob + t->cell[(uint32_t)row * t->columns + (uint32_t)column];
}

static int compare(const ko_table *t, uint32_t row, const char *key, size_t n) {
  const char *have = t->blob + t->cell[row * t->columns];
  int c = strncmp(have, key, n);
  return c ? c : have[n] != 0;
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
