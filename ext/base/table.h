/* Tables of language knowledge. Each file ext/data/tables/NAME.tsv becomes ko_table_NAME: lines of
** cells divided by tabs, the first one the key. Lines that begin with # are comments; a key may
** stand in several lines, which then stay in the order of the file. */
#ifndef KO_TABLE_H
#define KO_TABLE_H

#include <stddef.h>
#include <stdint.h>

typedef struct ko_table {
  const char *blob;     /* all cells, each NUL-terminated */
  const uint32_t *cell; /* rows * columns offsets into blob, rows sorted by the bytes of the key */
  uint32_t rows, columns;
} ko_table;

/* The first row with this key, -1 if there is none. */
int ko_table_find(const ko_table *t, const char *key, size_t n);
/* A cell; "" where a line had fewer cells than others. `row` and `column` must be in range. */
const char *ko_table_cell(const ko_table *t, int row, int column);
/* The row of the longest key that s[0..n) begins with, and the key's bytes in *length; -1 if none. */
int ko_table_longest(const ko_table *t, const char *s, size_t n, size_t *length);
/* Has `row` this key? For walking on from ko_table_find; rows out of range have none. */
int ko_table_has(const ko_table *t, int row, const char *key, size_t n);

#endif
