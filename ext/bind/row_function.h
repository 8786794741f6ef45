/* Table-valued functions: one driver, and a descriptor for each function. */
#ifndef KO_ROW_FUNCTION_H
#define KO_ROW_FUNCTION_H

#include "bind/state.h"

/* ---- rows that a function gives ---- */

typedef enum ko_cell_type { KO_CELL_NULL, KO_CELL_INT, KO_CELL_REAL, KO_CELL_TEXT } ko_cell_type;

typedef struct ko_cell {
  ko_cell_type type;
  union {
    long long i;
    double r;
    struct {
      size_t at, n; /* in ko_rows.text */
    } t;
  } v;
} ko_cell;

typedef struct ko_rows {
  ko_cell *cell;
  size_t n, cap; /* cells */
  ko_buf text;
  int failed; /* 1 once memory was out */
} ko_rows;

/* Append one cell; rows follow one another, each with a cell for every column. */
void ko_row_null(ko_rows *r);
void ko_row_int(ko_rows *r, long long v);
void ko_row_real(ko_rows *r, double v);
void ko_row_text(ko_rows *r, const char *s, size_t n);
void ko_row_str(ko_rows *r, const char *s); /* NULL gives NULL */
/* A text cell made of what is appended to rows->text between the two calls. */
size_t ko_row_begin(ko_rows *r);
void ko_row_end(ko_rows *r, size_t begun);

/* ---- calls ---- */

typedef struct ko_call {
  ko_state *state;
  ko_analysis *analysis;
  ko_position position;
  int32_t published; /* KO_NO_DAY when not given */
  int any_day;       /* 1: a reading made for another day will do, only dates differ */
  size_t next;       /* what ko_call_batch goes on with */
  int done;          /* 1: there are no more rows */
} ko_call;

typedef struct ko_table_function {
  const char *columns; /* as in CREATE TABLE, without the arguments */
  int takes_published; /* 1: a second argument */
  int takes_words;     /* 1: a last argument names a table of words of one's own */
  /* Append rows: all, or the next of them. Called until it sets call->done. */
  void (*fill)(ko_call *call, ko_rows *rows);
} ko_table_function;

/* For a function that makes rows of n things: how far to go this time, from *from on. */
size_t ko_call_batch(ko_call *call, size_t n, size_t *from);

/* start and length of bytes [from, to) of the text, as substr() counts them: two cells. */
void ko_row_place(ko_call *call, ko_rows *rows, size_t from, size_t to);
/* The same of characters [from, to). */
void ko_row_span(ko_call *call, ko_rows *rows, uint32_t from, uint32_t to);
/* Characters [s.start, s.end) as the caller wrote them; NULL for none. */
void ko_row_words(ko_call *call, ko_rows *rows, ko_span s);
/* The office that a title names, without the organisation that may stand in it. */
void ko_row_office(ko_call *call, ko_rows *rows, ko_span title, ko_span organization);
void ko_row_day(ko_rows *rows, int32_t day);   /* YYYY-MM-DD; NULL for KO_NO_DAY */
void ko_row_minute(ko_rows *rows, int minute); /* HH:MM, of a minute of the day; NULL below 0 */
/* What the text says, read for this call's day of publication. NULL, and rows->failed set, when
** memory is out. Valid until the fill function returns. */
const ko_reading *ko_call_reading(ko_call *call, ko_rows *rows);
const ko_clauses *ko_call_clauses(ko_call *call, ko_rows *rows); /* the same, with its clauses */

struct sqlite3;
int ko_tables_register(struct sqlite3 *db, ko_state *state, char **error);

/* The descriptors, by the file that has them. */
/* morpheme_rows.c */
extern const ko_table_function ko_table_morphemes, ko_table_sentences;
/* reading_rows.c */
extern const ko_table_function ko_table_entities, ko_table_relations, ko_table_quotes;
/* article_rows.c */
extern const ko_table_function ko_table_article;
/* meeting_rows.c */
extern const ko_table_function ko_table_meetings, ko_table_meeting_participants;

#endif
