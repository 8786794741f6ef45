/* The terms of an FTS5 table, read through fts5vocab: the table NAME_vocab beside the table NAME, or in temp,
** made by CREATE VIRTUAL TABLE NAME_vocab USING fts5vocab(NAME, row). */
#ifndef KO_VOCABULARY_H
#define KO_VOCABULARY_H

#include "base/buf.h"
#include "bind/place.h"

struct sqlite3;
typedef struct ko_vocabulary ko_vocabulary;

/* The vocabulary of the FTS5 table at a place. Returns an SQLite result code; on failure *error, to be freed by
** sqlite3_free, is what is wrong. */
int ko_vocabulary_open(struct sqlite3 *db, const ko_place *place, ko_vocabulary **out,
                       char **error);
void ko_vocabulary_close(ko_vocabulary *v); /* NULL-safe */

/* In how many documents a term stands; 0 if in none, and after a failure. */
long long ko_vocabulary_count(ko_vocabulary *v, const char *term, size_t n);
/* Do so many documents match the expression, or more? 0 also after a failure. */
int ko_vocabulary_finds(ko_vocabulary *v, const char *expression, size_t n, long long documents);
/* Give every term from `from` on and before `below` to the visitor, in order; its nonzero result stops and is
** returned. */
typedef int (*ko_vocabulary_visitor)(void *arg, const char *term, size_t n, long long documents);
int ko_vocabulary_each(ko_vocabulary *v, const char *from, const char *below,
                       ko_vocabulary_visitor visitor, void *arg);
/* SQLITE_OK, or what went wrong first in the calls so far; *error as above. */
int ko_vocabulary_error(ko_vocabulary *v, char **error);

#endif
