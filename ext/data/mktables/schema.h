/* A table of language knowledge as it is written: its schema, its rows and its examples, read and
** checked. ext/data/tables/README.md describes the form. */
#ifndef KO_SCHEMA_H
#define KO_SCHEMA_H

enum { MAX_COLUMNS = 8, MAX_CLASSES = 40 };

typedef enum column_type {
  TYPE_KEY,     /* the first column; each key stands in one row */
  TYPE_KEYS,    /* the first column; a key may stand in several rows */
  TYPE_TEXT,    /* any text */
  TYPE_CLASS,   /* one of the classes that the schema names */
  TYPE_CLASSES, /* several of them, divided by spaces; rows of one key add theirs together */
  TYPE_INT,
  TYPE_REAL /* digits, with or without a sign before and a decimal point between them */
} column_type;

typedef struct column {
  char *name;
  column_type type;
  int optional; /* an empty or missing cell is allowed; "-" stands for one */
  char *class_name[MAX_CLASSES];
  unsigned n_classes;
} column;

typedef struct row {
  char *cell[MAX_COLUMNS]; /* "" for an empty one */
  unsigned line;
} row;

typedef struct table {
  const char *path;
  char *name; /* the file's, without its suffix */
  column column[MAX_COLUMNS];
  unsigned n_columns;
  row *rows; /* in order of the bytes of the key, those of one key in order of the file */
  unsigned n, cap;
  unsigned examples;
  int has_answer; /* the schema says what answers the examples */
} table;

/* Read a table. Whatever is wrong in it ends the program with a message that names file and line. */
void table_read(table *t, const char *path);
/* The number of a class, from 1; 0 if the column has none of this name. */
unsigned class_number(const column *c, const char *name, unsigned n);
/* The value of a cell of TYPE_CLASS (a number), TYPE_CLASSES (bits) or TYPE_INT. */
long cell_value(const column *c, const char *cell);

#endif
