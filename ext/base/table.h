/* Tables of language knowledge, and the lexicon of all their words.
**
** Each file ext/data/tables/NAME.tsv becomes ko_table_NAME, with an enum for each column of classes
** and a typed accessor for each column, ko_NAME_COLUMN_of(row) (build/tables.h, made by mktables from
** the schema that the file opens with). A row that is not there, -1, has empty texts, zeros and no
** class, so that the result of a search can be asked without a check. */
#ifndef KO_TABLE_H
#define KO_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* The keys that begin with one character. */
typedef struct ko_table_head {
  uint32_t cp;
  uint16_t first, n; /* rows [first, first + n); n 0: an empty slot */
} ko_table_head;

typedef struct ko_table {
  /* rows * columns values, rows sorted by the bytes of the key: of a text its place in
  ** ko_table_blob, of a number its place in ko_table_reals or itself, of a class its enumerator, of
  ** classes their bits */
  const int32_t *cell;
  /* Which characters keys begin with: an open hash table of 2^head_bits slots, at least half of them
  ** empty. Most texts looked up end there. */
  const ko_table_head *head;
  /* Which characters keys of more than one begin with: of 2^pair_bits bits that of the first two is
  ** set. */
  const uint8_t *pair;
  uint16_t rows, columns;
  uint8_t id, head_bits, pair_bits;
  uint8_t longest; /* characters of the longest key */
} ko_table;

extern const char
    ko_table_blob[]; /* all texts, each NUL-terminated and there once; first the empty one */
extern const double ko_table_reals[]; /* all numbers that may be broken */

/* A word of the lexicon; 0: no table has it. */
typedef uint16_t ko_lexeme;

typedef struct ko_lexicon_row {
  uint8_t table; /* ko_table.id */
  uint16_t row;  /* the first with the word as its key */
} ko_lexicon_row;

typedef struct ko_lexicon {
  const uint32_t *key;       /* of each entry, in ko_table_blob */
  const uint16_t *first;     /* entry e has row[first[e]] up to row[first[e + 1]] */
  const ko_lexicon_row *row; /* those of one entry in order of the tables */
  const uint16_t *slot; /* open hash table: an entry at ko_table_hash(word) & mask or behind it */
  uint32_t mask;
} ko_lexicon;

extern const ko_lexicon ko_all_words;

static inline uint32_t ko_table_hash(const char *s, size_t n) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)s[i]) * 16777619u;
  return h ^ h >> 15;
}
/* The bytes of the UTF-8 character that begins with this byte. */
static inline size_t ko_table_lead(unsigned char c) {
  return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}
/* The first character of s[0..n), of *lead bytes; 0, which begins no key, if it is not all there. */
static inline uint32_t ko_table_char(const char *s, size_t n, size_t *lead) {
  const unsigned char *z = (const unsigned char *)s;
  *lead = n ? ko_table_lead(z[0]) : 1;
  if (*lead > n) return 0;
  switch (*lead) {
  case 1: return z[0];
  case 2: return (uint32_t)(z[0] & 0x1F) << 6 | (z[1] & 0x3F);
  case 3: return (uint32_t)(z[0] & 0x0F) << 12 | (uint32_t)(z[1] & 0x3F) << 6 | (z[2] & 0x3F);
  default:
    return (uint32_t)(z[0] & 0x07) << 18 | (uint32_t)(z[1] & 0x3F) << 12 |
           (uint32_t)(z[2] & 0x3F) << 6 | (z[3] & 0x3F);
  }
}
static inline uint32_t ko_table_slot(uint32_t cp, unsigned bits) {
  return cp * 0x9E3779B1u >> (32 - bits);
}
/* The keys that begin with this character; NULL if there are none. */
static inline const ko_table_head *ko_table_begins(const ko_table *t, uint32_t cp) {
  uint32_t mask = (1u << t->head_bits) - 1;
  for (uint32_t i = ko_table_slot(cp, t->head_bits); t->head[i].n; i = (i + 1) & mask)
    if (t->head[i].cp == cp) return &t->head[i];
  return NULL;
}
static inline uint32_t ko_table_pair_bit(uint32_t first, uint32_t second, unsigned bits) {
  return (first * 0x9E3779B1u + second * 0x85EBCA77u) >> (32 - bits);
}
/* Can a key begin with these two characters? 0 says no for certain. */
static inline int ko_table_goes_on(const ko_table *t, uint32_t first, uint32_t second) {
  uint32_t bit = ko_table_pair_bit(first, second, t->pair_bits);
  return t->pair[bit / 8] >> bit % 8 & 1;
}
/* What the typed accessors of build/tables.h are made of. */
static inline int32_t ko_table_value(const ko_table *t, int row, unsigned column) {
  return row < 0 ? 0 : t->cell[(unsigned)row * t->columns + column];
}
static inline const char *ko_table_text(const ko_table *t, int row, unsigned column) {
  return ko_table_blob + ko_table_value(t, row, column);
}

/* The entry of a word; a NUL in it is in no word. */
ko_lexeme ko_lexicon_find(const char *word, size_t n);
/* The first row of the table with the entry's word as its key; -1 if there is none. */
int ko_lexeme_row(ko_lexeme lexeme, const ko_table *t);
/* The row behind this one if it has the same key, else -1. */
static inline int ko_table_next(const ko_table *t, int row) {
  return row >= 0 && row + 1 < t->rows && ko_table_value(t, row, 0) == ko_table_value(t, row + 1, 0)
             ? row + 1
             : -1;
}

/* The first row with this key, -1 if there is none. */
int ko_table_find(const ko_table *t, const char *key, size_t n);
/* The first row whose key is this character and no more. */
static inline int ko_table_find_char(const ko_table *t, uint32_t cp) {
  const ko_table_head *h = ko_table_begins(t, cp);
  const char *key = h ? ko_table_text(t, h->first, 0) : "";
  return h && key[ko_table_lead((unsigned char)key[0])] == 0 ? h->first : -1;
}
/* The row of the longest key that s[0..n) begins with, and the key's bytes in *length; -1 if none. */
int ko_table_longest(const ko_table *t, const char *s, size_t n, size_t *length);

#endif
