/* Turn tables of language knowledge into C: mktables OUTPUT.c OUTPUT.h NAME.tsv ...
** The form of the input and of the result is described in ext/base/table.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/table.h"

enum { MAX_CELLS = 12 };

typedef struct row {
  char *cell[MAX_CELLS];
  unsigned n, line;
} row;

static void fail(const char *what, const char *where, unsigned line) {
  fprintf(stderr, "%s:%u: %s\n", where, line, what);
  exit(1);
}

static char *copy(const char *s) {
  char *out = malloc(strlen(s) + 1);
  if (!out) fail("out of memory", s, 0);
  return strcpy(out, s);
}

static int by_key(const void *a, const void *b) {
  const row *x = a, *y = b;
  int c = strcmp(x->cell[0], y->cell[0]);
  return c ? c : (x->line > y->line) - (x->line < y->line);
}

static row *read_rows(const char *path, unsigned *count, unsigned *columns) {
  FILE *f = fopen(path, "rb");
  static char line[1 << 16];
  row *rows = NULL;
  unsigned n = 0, room = 0, number = 0;
  if (!f) fail("cannot be read", path, 0);
  *columns = 1;
  while (fgets(line, sizeof line, f)) {
    row *r;
    char *at = line, *end = strchr(line, '\n');
    number++;
    if (!end) fail("line too long or without an end", path, number);
    *end = 0;
    if (line[0] == '#' || line[0] == 0) continue;
    if (n == room) rows = realloc(rows, (room = room * 2 + 64) * sizeof *rows);
    if (!rows) fail("out of memory", path, number);
    r = &rows[n++];
    r->n = 0;
    r->line = number;
    while (at) {
      char *tab = strchr(at, '\t');
      if (tab) *tab = 0;
      if (r->n == MAX_CELLS) fail("too many cells", path, number);
      r->cell[r->n++] = copy(at);
      at = tab ? tab + 1 : NULL;
    }
    if (r->cell[0][0] == 0) fail("empty key", path, number);
    if (r->n > *columns) *columns = r->n;
  }
  fclose(f);
  if (n) qsort(rows, n, sizeof *rows, by_key);
  *count = n;
  return rows;
}

static void write_string(FILE *out, const char *s) {
  for (; *s; s++) fprintf(out, "%d,", (signed char)*s);
  fprintf(out, "0,");
}

/* The hash table of keys and the set of first characters, see ext/base/table.h. */
static unsigned write_index(FILE *out, const char *name, int n_name, const row *r, unsigned rows) {
  static unsigned char head[KO_TABLE_HEADS / 8];
  unsigned size = 4;
  unsigned *slot;
  while (size < 2 * rows) size *= 2;
  slot = calloc(size, sizeof *slot);
  if (!slot || rows >= 0xFFFF) fail("too many rows", name, rows);
  memset(head, 0, sizeof head);
  for (unsigned k = 0; k < rows; k++) {
    const char *key = r[k].cell[0];
    size_t n = strlen(key), lead = ko_table_lead((unsigned char)key[0]);
    uint32_t bit = ko_table_hash(key, lead < n ? lead : n) % KO_TABLE_HEADS, i;
    head[bit / 8] |= (unsigned char)(1 << bit % 8);
    if (k > 0 && strcmp(key, r[k - 1].cell[0]) == 0) continue;
    for (i = ko_table_hash(key, n) & (size - 1); slot[i]; i = (i + 1) & (size - 1)) {
    }
    slot[i] = k + 1;
  }
  fprintf(out, "static const uint16_t %.*s_slot[] = {", n_name, name);
  for (unsigned i = 0; i < size; i++) fprintf(out, "%u,", slot[i]);
  fprintf(out, "};\nstatic const uint8_t %.*s_head[] = {", n_name, name);
  for (unsigned i = 0; i < sizeof head; i++) fprintf(out, "%u,", head[i]);
  fprintf(out, "};\n");
  free(slot);
  return size;
}

static void write_table(FILE *out, FILE *header, const char *path) {
  const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
  int n_name = (int)strcspn(base, ".");
  unsigned rows, columns, size, offset = 1;
  row *r = read_rows(path, &rows, &columns);
  fprintf(header, "extern const ko_table ko_table_%.*s;\n", n_name, base);
  fprintf(out, "static const char %.*s_blob[] = {0,", n_name, base);
  for (unsigned i = 0; i < rows; i++)
    for (unsigned c = 0; c < r[i].n; c++)
      if (r[i].cell[c][0]) write_string(out, r[i].cell[c]);
  fprintf(out, "};\nstatic const uint32_t %.*s_cell[] = {", n_name, base);
  for (unsigned i = 0; i < rows; i++)
    for (unsigned c = 0; c < columns; c++) {
      if (c < r[i].n && r[i].cell[c][0]) {
        fprintf(out, "%u,", offset);
        offset += (unsigned)strlen(r[i].cell[c]) + 1;
      } else {
        fprintf(out, "0,");
      }
    }
  fprintf(out, "0};\n");
  size = write_index(out, base, n_name, r, rows);
  fprintf(
      out,
      "const ko_table ko_table_%.*s = {%.*s_blob, %.*s_cell, %u, %u, %.*s_slot, %u, %.*s_head};\n",
      n_name, base, n_name, base, n_name, base, rows, columns, n_name, base, size - 1, n_name,
      base);
}

int main(int argc, char **argv) {
  FILE *out, *header;
  if (argc < 3) {
    fprintf(stderr, "usage: mktables OUTPUT.c OUTPUT.h NAME.tsv ...\n");
    return 2;
  }
  out = fopen(argv[1], "wb");
  header = fopen(argv[2], "wb");
  if (!out || !header) fail("cannot be written", out ? argv[2] : argv[1], 0);
  fprintf(out,
          "/* Made by mktables from ext/data/tables; do not edit. */\n#include \"base/table.h\"\n");
  fprintf(out, "#include \"tables.h\"\n");
  fprintf(header,
          "/* Made by mktables from ext/data/tables; do not edit. */\n#include \"base/table.h\"\n");
  for (int i = 3; i < argc; i++) write_table(out, header, argv[i]);
  return fclose(out) || fclose(header);
}
