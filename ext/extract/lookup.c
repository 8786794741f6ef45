#include "extract/lookup.h"

#include <string.h>

/* Characters [start, end) as UTF-8, at most KO_MAX_KEY of them. Returns the number of bytes. */
static size_t utf8(const ko_text *t, uint32_t start, uint32_t end, char out[4 * KO_MAX_KEY]) {
  size_t n = 0;
  for (uint32_t i = start; i < end; i++) {
    uint32_t c = t->ch[i].cp;
    if (c < 0x80) {
      out[n++] = (char)c;
    } else if (c < 0x800) {
      out[n++] = (char)(0xC0 | c >> 6);
      out[n++] = (char)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      out[n++] = (char)(0xE0 | c >> 12);
      out[n++] = (char)(0x80 | (c >> 6 & 0x3F));
      out[n++] = (char)(0x80 | (c & 0x3F));
    } else {
      out[n++] = (char)(0xF0 | c >> 18);
      out[n++] = (char)(0x80 | (c >> 12 & 0x3F));
      out[n++] = (char)(0x80 | (c >> 6 & 0x3F));
      out[n++] = (char)(0x80 | (c & 0x3F));
    }
  }
  return n;
}

int ko_lookup(const ko_table *table, const ko_text *text, uint32_t start, uint32_t end) {
  char key[4 * KO_MAX_KEY];
  if (start >= end || end - start > KO_MAX_KEY) return -1;
  return ko_table_find(table, key, utf8(text, start, end, key));
}

int ko_lookup_ending(const ko_table *table, const ko_text *text, uint32_t from, uint32_t end,
                     uint32_t *start) {
  char key[4 * KO_MAX_KEY];
  if (end - from > KO_MAX_KEY) from = end - KO_MAX_KEY;
  for (uint32_t s = from; s < end; s++) {
    int row = ko_table_find(table, key, utf8(text, s, end, key));
    if (row >= 0) {
      *start = s;
      return row;
    }
  }
  return -1;
}

int ko_cell_is(const ko_table *table, int row, int column, const char *what) {
  return strcmp(ko_table_cell(table, row, column), what) == 0;
}
