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
  /* An open hash table of keys: slot[ko_table_hash(key) & mask] and the slots behind it hold 1 + the
  ** first row with the key; 0 ends the search. */
  const uint16_t *slot;
  uint32_t mask;
  /* Which characters keys begin with: bit ko_table_hash(character) % KO_TABLE_HEADS of head is set.
  ** Most texts looked up end there. */
  const uint8_t *head;
} ko_table;

enum { KO_TABLE_HEADS = 4096 };

static inline uint32_t ko_table_hash(const char *s, size_t n) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)s[i]) * 16777619u;
  return h ^ h >> 15;
}
/* The bytes of the UTF-8 character that begins with this byte. */
static inline size_t ko_table_lead(unsigned char c) {
  return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}
/* Can a key begin with the character at s, of n bytes that are there? 0 says no for certain. */
static inline int ko_table_begins(const ko_table *t, const char *s, size_t n) {
  size_t lead = n ? ko_table_lead((unsigned char)s[0]) : 0;
  uint32_t bit = ko_table_hash(s, lead < n ? lead : n) % KO_TABLE_HEADS;
  return t->head[bit / 8] >> bit % 8 & 1;
}

/* The first row with this key, -1 if there is none. */
int ko_table_find(const ko_table *t, const char *key, size_t n);
/* A cell; "" where a line had fewer cells than others. `row` and `column` must be in range. */
const char *ko_table_cell(const ko_table *t, int row, int column);
/* The row of the longest key that s[0..n) begins with, and the key's bytes in *length; -1 if none. */
int ko_table_longest(const ko_table *t, const char *s, size_t n, size_t *length);
/* Has `row` this key? For walking on from ko_table_find; rows out of range have none. */
int ko_table_has(const ko_table *t, int row, const char *key, size_t n);

#endif
