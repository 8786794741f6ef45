#include "schema.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const type_names[] = {"key", "keys", "text", "class", "classes", "int", "real"};

static void fail(const table *t, unsigned line, const char *what, const char *word) {
  fprintf(stderr, "%s:%u: %s%s%s\n", t->path, line, what, *word ? ": " : "", word);
  exit(1);
}

static char *copy(const table *t, const char *s, size_t n) {
  char *out = malloc(n + 1);
  if (!out) fail(t, 0, "out of memory", "");
  memcpy(out, s, n);
  out[n] = 0;
  return out;
}

static void check_identifier(const table *t, unsigned line, const char *name) {
  for (const char *s = name; *s; s++)
    if (!islower((unsigned char)*s) && *s != '_')
      fail(t, line, "a name is lower-case letters", name);
}

unsigned class_number(const column *c, const char *name, unsigned n) {
  for (unsigned i = 0; i < c->n_classes; i++)
    if (strlen(c->class_name[i]) == n && memcmp(c->class_name[i], name, n) == 0) return i + 1;
  return 0;
}

long cell_value(const column *c, const char *cell) {
  unsigned long bits = 0;
  if (c->type == TYPE_INT) return strtol(cell, NULL, 10);
  if (c->type == TYPE_CLASS) return (long)class_number(c, cell, (unsigned)strlen(cell));
  for (const char *s = cell; *s;) {
    size_t n = strcspn(s, " ");
    unsigned number = class_number(c, s, (unsigned)n);
    if (number) bits |= 1UL << (number - 1);
    s += n + (s[n] == ' ');
  }
  return (long)bits;
}

/* ---- the schema ---- */

/* The next word of a line, or NULL; *at moves behind it. */
static char *next_word(const table *t, char **at) {
  char *s = *at + strspn(*at, " ");
  size_t n = strcspn(s, " ");
  *at = s + n;
  return n ? copy(t, s, n) : NULL;
}

static void add_class(table *t, unsigned line, char *name) {
  column *c = t->n_columns ? &t->column[t->n_columns - 1] : NULL;
  if (!c || (c->type != TYPE_CLASS && c->type != TYPE_CLASSES))
    fail(t, line, "a class without a column of classes before it", name);
  check_identifier(t, line, name);
  if (class_number(c, name, (unsigned)strlen(name))) fail(t, line, "this class stands twice", name);
  if (c->n_classes == (c->type == TYPE_CLASSES ? 31 : MAX_CLASSES))
    fail(t, line, "too many classes", name);
  c->class_name[c->n_classes++] = name;
}

static void add_column(table *t, unsigned line, char *name, char *type) {
  column *c = &t->column[t->n_columns];
  size_t n = type ? strlen(type) : 0;
  unsigned k = 0;
  if (t->n_columns == MAX_COLUMNS) fail(t, line, "too many columns", name);
  check_identifier(t, line, name);
  if (n && type[n - 1] == '?') c->optional = 1, type[n - 1] = 0;
  while (k <= TYPE_REAL && (!type || strcmp(type, type_names[k]) != 0)) k++;
  if (k > TYPE_REAL)
    fail(t, line, "a column is key, keys, text, class, classes, int or real", name);
  c->type = (column_type)k;
  if ((c->type <= TYPE_KEYS) != (t->n_columns == 0) || (c->type <= TYPE_KEYS && c->optional))
    fail(t, line, "the first column, and no other, is the key", name);
  for (unsigned i = 0; i < t->n_columns; i++)
    if (strcmp(t->column[i].name, name) == 0) fail(t, line, "this column stands twice", name);
  c->name = name;
  t->n_columns++;
}

/* A line "#: name type what it is" or, further in, "#:   class what it is". */
static void read_schema_line(table *t, unsigned line, char *s) {
  unsigned indent = (unsigned)strspn(s, " ");
  char *word = next_word(t, &s);
  if (t->n) fail(t, line, "the schema stands before the first row", "");
  if (!word) fail(t, line, "an empty line of the schema", "");
  if (indent >= 3)
    add_class(t, line, word);
  else if (strcmp(word, "example") == 0)
    t->has_answer = 1;
  else
    add_column(t, line, word, next_word(t, &s));
}

/* ---- rows ---- */

static void check_cell(const table *t, const row *r, unsigned i) {
  const column *c = &t->column[i];
  const char *cell = r->cell[i];
  if (*cell == 0) {
    if (!c->optional) fail(t, r->line, "this cell is missing", c->name);
    return;
  }
  if (c->type == TYPE_CLASS || c->type == TYPE_CLASSES) {
    for (const char *s = cell; *s;) {
      size_t n = c->type == TYPE_CLASS ? strlen(s) : strcspn(s, " ");
      if (!class_number(c, s, (unsigned)n)) fail(t, r->line, "no such class", cell);
      s += n + (s[n] == ' ');
    }
  } else if (c->type == TYPE_INT) {
    char *end;
    long v = strtol(cell, &end, 10);
    if (*end || v > INT32_MAX || v <= INT32_MIN) fail(t, r->line, "no whole number", cell);
  } else if (c->type == TYPE_REAL) {
    size_t n = (size_t)(cell[0] == '-');
    n += strspn(cell + n, "0123456789");
    if (cell[n] == '.') n += 1 + strspn(cell + n + 1, "0123456789");
    if (cell[n]) fail(t, r->line, "no number", cell);
  }
}

static void read_row(table *t, unsigned line, char *s) {
  row *r;
  unsigned n = 0;
  if (!t->n_columns) fail(t, line, "a row before the schema", "");
  if (t->n == t->cap) {
    t->cap = t->cap * 2 + 64;
    t->rows = realloc(t->rows, t->cap * sizeof *t->rows);
    if (!t->rows) fail(t, line, "out of memory", "");
  }
  r = &t->rows[t->n++];
  r->line = line;
  for (char *at = s; at; n++) {
    char *tab = strchr(at, '\t');
    if (tab) *tab = 0;
    if (n == t->n_columns) fail(t, line, "more cells than columns", at);
    r->cell[n] = copy(t, at, n && strcmp(at, "-") == 0 ? 0 : strlen(at));
    at = tab ? tab + 1 : NULL;
  }
  for (; n < t->n_columns; n++) r->cell[n] = copy(t, "", 0);
  for (n = 0; n < t->n_columns; n++) check_cell(t, r, n);
}

/* A class that no row has is a word of the schema that means nothing. */
static void check_classes(const table *t) {
  for (unsigned i = 0; i < t->n_columns; i++)
    for (unsigned k = 0; k < t->column[i].n_classes; k++) {
      const column *c = &t->column[i];
      unsigned used = 0;
      for (unsigned r = 0; r < t->n && !used; r++) {
        long v = cell_value(c, t->rows[r].cell[i]);
        used = c->type == TYPE_CLASS ? v == (long)k + 1 : (unsigned)(v >> k & 1);
      }
      if (!used) fail(t, t->rows[0].line, "no row has this class", c->class_name[k]);
    }
}

static int by_key(const void *a, const void *b) {
  const row *x = a, *y = b;
  int c = strcmp(x->cell[0], y->cell[0]);
  return c ? c : (x->line > y->line) - (x->line < y->line);
}

/* Keys that stand once, unless rows of one key say more of it. */
static void check_keys(const table *t) {
  for (unsigned i = 1; i < t->n; i++) {
    const row *a = &t->rows[i - 1], *b = &t->rows[i];
    unsigned same = 0;
    if (strcmp(a->cell[0], b->cell[0]) != 0) continue;
    if (t->column[0].type == TYPE_KEY) fail(t, b->line, "this key stands twice", b->cell[0]);
    while (same < t->n_columns && strcmp(a->cell[same], b->cell[same]) == 0) same++;
    if (same == t->n_columns) fail(t, b->line, "this row stands twice", b->cell[0]);
  }
}

static void read_line(table *t, unsigned line, char *s) {
  if (s[0] == '#' && s[1] == ':')
    read_schema_line(t, line, s + 2);
  else if (s[0] == '#' && s[1] == '=') {
    if (!t->n || !strstr(s, " => "))
      fail(t, line, "an example is \"#= TEXT => ANSWER\" behind a row", "");
    t->examples++;
  } else if (s[0] && s[0] != '#')
    read_row(t, line, s);
}

void table_read(table *t, const char *path) {
  static char text[1 << 16];
  const char *slash = strrchr(path, '/');
  unsigned line = 0;
  FILE *f = fopen(path, "rb");
  memset(t, 0, sizeof *t);
  t->path = path;
  t->name = copy(t, slash ? slash + 1 : path, strcspn(slash ? slash + 1 : path, "."));
  if (!f) fail(t, 0, "cannot be read", "");
  check_identifier(t, 0, t->name);
  while (fgets(text, sizeof text, f)) {
    char *end = strchr(text, '\n');
    line++;
    if (!end) fail(t, line, "line too long or without an end", "");
    *end = 0;
    read_line(t, line, text);
  }
  fclose(f);
  if (!t->n) fail(t, line, "no rows", "");
  if (!t->has_answer || !t->examples) fail(t, line, "no example, or none says what answers it", "");
  qsort(t->rows, t->n, sizeof *t->rows, by_key);
  check_keys(t);
  check_classes(t);
}
