/* What the CREATE statement of an FTS5 table says of how it is to be asked. */
#ifndef KO_INDEX_OPTIONS_H
#define KO_INDEX_OPTIONS_H

#include "base/buf.h"

typedef struct ko_index_options {
  int detail;   /* 0: full, 1: column, 2: none */
  ko_buf words; /* the value of the tokenizer's option words; empty: none */
} ko_index_options;

/* Read CREATE VIRTUAL TABLE ... USING fts5(...). Returns 1, 0 if it is no such statement, -1 when memory is out.
** The statement was accepted by SQLite and FTS5, which take more than is looked for here. */
int ko_index_options_read(const char *sql, ko_index_options *out);

#endif
