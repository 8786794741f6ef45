/* Turn tables of language knowledge into C: mktables OUTPUT.c OUTPUT.h NAME.tsv ...
**
** Of each table NAME the header gets an enum for each column of classes and a typed accessor for each
** column; the result's form is described in ext/base/table.h. All tables together become one lexicon,
** in which a word is looked up once for all of them. */
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/table.h"
#include "schema.h"

enum { MAX_TABLES = 100 };

static void fail(const char *what) {
  fprintf(stderr, "mktables: %s\n", what);
  exit(1);
}

/* ---- strings: each stands once in the blob ---- */

static char *blob;
static size_t n_blob, cap_blob;
static uint32_t *string_slot;
static size_t n_strings, cap_strings;

static void grow_strings(void) {
  uint32_t *old = string_slot;
  size_t n = cap_strings;
  cap_strings = cap_strings ? cap_strings * 2 : 4096;
  string_slot = calloc(cap_strings, sizeof *string_slot);
  if (!string_slot) fail("out of memory");
  for (size_t i = 0; i < n; i++)
    if (old[i]) {
      const char *s = blob + old[i];
      size_t k = ko_table_hash(s, strlen(s)) & (cap_strings - 1);
      while (string_slot[k]) k = (k + 1) & (cap_strings - 1);
      string_slot[k] = old[i];
    }
  free(old);
}

/* Where the string stands in the blob; 0 for the empty one. */
static uint32_t offset_of(const char *s) {
  size_t n = strlen(s), k;
  if (n == 0) return 0;
  if (2 * n_strings >= cap_strings) grow_strings();
  for (k = ko_table_hash(s, n) & (cap_strings - 1); string_slot[k]; k = (k + 1) & (cap_strings - 1))
    if (strcmp(blob + string_slot[k], s) == 0) return string_slot[k];
  if (n_blob + n + 2 > cap_blob) {
    cap_blob = 2 * (n_blob + n + 2);
    blob = realloc(blob, cap_blob);
    if (!blob) fail("out of memory");
  }
  if (n_blob == 0) blob[n_blob++] = 0;
  string_slot[k] = (uint32_t)n_blob;
  n_strings++;
  memcpy(blob + n_blob, s, n + 1);
  n_blob += n + 1;
  return string_slot[k];
}

/* ---- the header ---- */

static const char *upper(const char *s) {
  static char out[4][64];
  static unsigned turn;
  char *to = out[turn = (turn + 1) % 4];
  size_t i = 0;
  for (; s[i] && i < sizeof out[0] - 1; i++) to[i] = (char)toupper((unsigned char)s[i]);
  to[i] = 0;
  return to;
}

static void write_enum(FILE *h, const char *name, const column *c) {
  fprintf(h, "typedef enum ko_%s_%s {\n  KO_%s_%s_ABSENT,\n", name, c->name, upper(name),
          upper(c->name));
  for (unsigned k = 0; k < c->n_classes; k++)
    fprintf(h, "  KO_%s_%s_%s = %lu,\n", upper(name), upper(c->name), upper(c->class_name[k]),
            c->type == TYPE_CLASS ? k + 1UL : 1UL << k);
  fprintf(h, "} ko_%s_%s;\n", name, c->name);
}

static void write_accessor(FILE *h, const char *name, const column *c, unsigned i) {
  switch (c->type) {
  case TYPE_CLASS:
    fprintf(h,
            "static inline ko_%s_%s ko_%s_%s_of(int row) {\n"
            "  return (ko_%s_%s)ko_table_value(&ko_table_%s, row, %u);\n}\n",
            name, c->name, name, c->name, name, c->name, name, i);
    break;
  case TYPE_CLASSES:
  case TYPE_INT:
    fprintf(h,
            "static inline int ko_%s_%s_of(int row) {\n"
            "  return ko_table_value(&ko_table_%s, row, %u);\n}\n",
            name, c->name, name, i);
    break;
  case TYPE_REAL:
    fprintf(h,
            "static inline double ko_%s_%s_of(int row) {\n"
            "  return ko_table_reals[ko_table_value(&ko_table_%s, row, %u)];\n}\n",
            name, c->name, name, i);
    break;
  default:
    fprintf(h,
            "static inline const char *ko_%s_%s_of(int row) {\n"
            "  return ko_table_text(&ko_table_%s, row, %u);\n}\n",
            name, c->name, name, i);
  }
}

static void write_header(FILE *h, const table *t) {
  fprintf(h, "\nextern const ko_table ko_table_%s;\n", t->name);
  for (unsigned i = 0; i < t->n_columns; i++) {
    if (t->column[i].n_classes) write_enum(h, t->name, &t->column[i]);
    write_accessor(h, t->name, &t->column[i], i);
  }
}

/* ---- tables ---- */

static double *reals;
static size_t n_reals;

/* The index of a number among all; 0 for 0, or none. */
static long real_index(double v) {
  size_t i = 0;
  while (i < n_reals && memcmp(&reals[i], &v, sizeof v) != 0) i++;
  if (i == n_reals) {
    reals = realloc(reals, (n_reals + 1) * sizeof *reals);
    if (!reals) fail("out of memory");
    reals[n_reals++] = v;
  }
  return (long)i;
}

/* The same whatever the locale. */
static double real_of(const char *s) {
  double v = 0, unit = 1, sign = *s == '-' ? -1 : 1;
  s += *s == '-';
  for (; *s >= '0' && *s <= '9'; s++) v = v * 10 + (*s - '0');
  if (*s == '.')
    for (s++; *s; s++) v += (*s - '0') * (unit /= 10);
  return sign * v;
}

/* The cell as it is kept. Rows of one key share their classes. */
static long value_of(const table *t, unsigned r, unsigned i) {
  const column *c = &t->column[i];
  const char *key = t->rows[r].cell[0], *cell = t->rows[r].cell[i];
  long bits = 0;
  if (c->type == TYPE_REAL) return real_index(real_of(cell));
  if (c->type == TYPE_CLASS || c->type == TYPE_INT) return cell_value(c, cell);
  if (c->type != TYPE_CLASSES) return (long)offset_of(cell);
  while (r > 0 && strcmp(t->rows[r - 1].cell[0], key) == 0) r--;
  for (; r < t->n && strcmp(t->rows[r].cell[0], key) == 0; r++)
    bits |= cell_value(c, t->rows[r].cell[i]);
  return bits;
}

static void write_cells(FILE *out, const table *t) {
  fprintf(out, "static const int32_t %s_cell[] = {", t->name);
  for (unsigned r = 0; r < t->n; r++)
    for (unsigned i = 0; i < t->n_columns; i++) fprintf(out, "%ld,", value_of(t, r, i));
  fprintf(out, "};\n");
}

/* The first character of the key of a row; *second is the one behind it, 0 none. */
static uint32_t head_of(const table *t, unsigned r, uint32_t *second) {
  const char *key = t->rows[r].cell[0];
  size_t n = strlen(key), lead, next;
  uint32_t first = ko_table_char(key, n, &lead);
  *second = lead < n ? ko_table_char(key + lead, n - lead, &next) : 0;
  return first;
}

/* Returns the number of bits of a slot. */
static unsigned write_heads(FILE *out, const table *t) {
  unsigned bits = 1, heads = 0, mask;
  uint32_t before = 0, second;
  ko_table_head *slot;
  for (unsigned r = 0; r < t->n; r++) {
    uint32_t cp = head_of(t, r, &second);
    heads += cp != before;
    before = cp;
  }
  while (1u << bits < 2 * heads) bits++;
  mask = (1u << bits) - 1;
  slot = calloc(mask + 1, sizeof *slot);
  if (!slot) fail("out of memory");
  for (unsigned r = 0; r < t->n; r++) {
    uint32_t cp = head_of(t, r, &second), i = ko_table_slot(cp, bits);
    while (slot[i].n && slot[i].cp != cp) i = (i + 1) & mask;
    if (slot[i].n++ == 0) slot[i].first = (uint16_t)r;
    slot[i].cp = cp;
  }
  fprintf(out, "static const ko_table_head %s_head[] = {", t->name);
  for (unsigned i = 0; i <= mask; i++)
    fprintf(out, "{%u,%u,%u},", slot[i].cp, slot[i].first, slot[i].n);
  fprintf(out, "};\n");
  free(slot);
  return bits;
}

/* Returns the number of bits of a bit's number: at most one in twelve is set. */
static unsigned write_pairs(FILE *out, const table *t) {
  unsigned bits = 8;
  unsigned char *pair;
  while (1u << bits < 12 * t->n) bits++;
  pair = calloc(1u << (bits - 3), 1);
  if (!pair) fail("out of memory");
  for (unsigned r = 0; r < t->n; r++) {
    uint32_t second, first = head_of(t, r, &second), bit = ko_table_pair_bit(first, second, bits);
    if (second) pair[bit / 8] |= (unsigned char)(1 << bit % 8);
  }
  fprintf(out, "static const uint8_t %s_pair[] = {", t->name);
  for (unsigned i = 0; i < 1u << (bits - 3); i++) fprintf(out, "%u,", pair[i]);
  fprintf(out, "};\n");
  free(pair);
  return bits;
}

static unsigned longest_key(const table *t) {
  unsigned longest = 0;
  for (unsigned r = 0; r < t->n; r++) {
    const char *key = t->rows[r].cell[0];
    size_t n = strlen(key), lead;
    unsigned characters = 0;
    for (size_t i = 0; i < n; i += lead, characters++) ko_table_char(key + i, n - i, &lead);
    longest = characters > longest ? characters : longest;
  }
  if (longest > 255) fail("a key is too long");
  return longest;
}

static void write_table(FILE *out, const table *t, unsigned id) {
  unsigned head_bits, pair_bits;
  write_cells(out, t);
  head_bits = write_heads(out, t);
  pair_bits = write_pairs(out, t);
  fprintf(out,
          "const ko_table ko_table_%s = {%s_cell, %s_head, %s_pair, %u, %u, %u, %u, %u, %u};\n",
          t->name, t->name, t->name, t->name, t->n, t->n_columns, id, head_bits, pair_bits,
          longest_key(t));
}

/* ---- the lexicon ---- */

typedef struct entry {
  const char *key;
  unsigned table, row;
} entry;

static int by_key(const void *a, const void *b) {
  const entry *x = a, *y = b;
  int c = strcmp(x->key, y->key);
  return c ? c : (x->table > y->table) - (x->table < y->table);
}

static void write_lexicon(FILE *out, const table *tables, unsigned n_tables) {
  entry *e = NULL;
  unsigned n = 0, keys = 0, size = 4, *first, *slot;
  for (unsigned k = 0; k < n_tables; k++) n += tables[k].n;
  e = calloc(n + 1, sizeof *e);
  first = calloc(n + 2, sizeof *first);
  while (size < 2 * n) size *= 2;
  slot = calloc(size, sizeof *slot);
  if (!e || !first || !slot) fail("out of memory");
  n = 0;
  for (unsigned k = 0; k < n_tables; k++)
    for (unsigned r = 0; r < tables[k].n; r++)
      if (r == 0 || strcmp(tables[k].rows[r].cell[0], tables[k].rows[r - 1].cell[0]) != 0)
        e[n++] = (entry){tables[k].rows[r].cell[0], k, r};
  qsort(e, n, sizeof *e, by_key);
  fprintf(out, "static const ko_lexicon_row lexicon_row[] = {");
  for (unsigned i = 0; i < n; i++) {
    if (i == 0 || strcmp(e[i].key, e[i - 1].key) != 0) first[++keys] = i;
    fprintf(out, "{%u,%u},", e[i].table, e[i].row);
  }
  if (keys >= 0xFFFF) fail("too many words");
  first[keys + 1] = n;
  fprintf(out, "};\nstatic const uint32_t lexicon_key[] = {0,");
  for (unsigned i = 1; i <= keys; i++) fprintf(out, "%u,", offset_of(e[first[i]].key));
  fprintf(out, "};\nstatic const uint16_t lexicon_first[] = {0,");
  for (unsigned i = 1; i <= keys + 1; i++) fprintf(out, "%u,", first[i]);
  for (unsigned i = 1; i <= keys; i++) {
    const char *key = e[first[i]].key;
    unsigned s = ko_table_hash(key, strlen(key)) & (size - 1);
    while (slot[s]) s = (s + 1) & (size - 1);
    slot[s] = i;
  }
  fprintf(out, "};\nstatic const uint16_t lexicon_slot[] = {");
  for (unsigned i = 0; i < size; i++) fprintf(out, "%u,", slot[i]);
  fprintf(out,
          "};\nconst ko_lexicon ko_all_words = {lexicon_key, lexicon_first, lexicon_row, "
          "lexicon_slot, %u};\n",
          size - 1);
  free(e);
  free(first);
  free(slot);
}

static void write_strings(FILE *out) {
  fprintf(out, "const char ko_table_blob[] = {");
  for (size_t i = 0; i < n_blob; i++) fprintf(out, "%d,", (signed char)blob[i]);
  fprintf(out, "0};\nconst double ko_table_reals[] = {");
  for (size_t i = 0; i < n_reals; i++) fprintf(out, "%.17g,", reals[i]);
  fprintf(out, "};\n");
}

int main(int argc, char **argv) {
  static const char made[] = "/* Made by mktables from ext/data/tables; do not edit. */\n";
  static table tables[MAX_TABLES];
  unsigned n = argc > 3 ? (unsigned)argc - 3 : 0;
  FILE *out, *header;
  if (n == 0 || n > MAX_TABLES) {
    fprintf(stderr, "usage: mktables OUTPUT.c OUTPUT.h NAME.tsv ...\n");
    return 2;
  }
  for (unsigned i = 0; i < n; i++) table_read(&tables[i], argv[i + 3]);
  out = fopen(argv[1], "wb");
  header = fopen(argv[2], "wb");
  if (!out || !header) fail("the output cannot be written");
  fprintf(out, "%s#include \"tables.h\"\n", made);
  fprintf(header, "%s#ifndef KO_TABLES_H\n#define KO_TABLES_H\n\n#include \"base/table.h\"\n",
          made);
  real_index(0);
  for (unsigned i = 0; i < n; i++) {
    write_table(out, &tables[i], i);
    write_header(header, &tables[i]);
  }
  write_lexicon(out, tables, n);
  write_strings(out);
  fprintf(header, "\n#endif\n");
  return fclose(out) || fclose(header);
}
