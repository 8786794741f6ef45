/* Tables of words of one's own (morph/wordlist.h): ordinary tables of the user's, read when they are used.
**
** A table has a column `word` and may have `parts`, `synonyms` and `type`, and any others. It is named as in
** bind/place.h. Views and virtual tables are refused: reading one could run what a schema of
** somebody else's says.
**
** What was read holds as long as nothing can have changed. That is known for a table of main while no
** transaction writes to main, from the number that SQLite counts up with each change of a database file; and
** where the table NAME has triggers that change the one value of a table NAME_version, from that value, which is
** rolled back with what it counts. Otherwise the rows are read again, and the list is made anew if they are others
** than before.
*/
#ifndef KO_WORD_TABLE_H
#define KO_WORD_TABLE_H

#include "morph/termcache.h"
#include "morph/wordlist.h"

struct ko_state;
struct sqlite3_stmt;

enum { KO_WORD_ROWS, KO_WORD_VERSION, KO_WORD_N_STATEMENTS };

typedef struct ko_word_table {
  struct ko_state *state;
  struct ko_word_table *next;
  char *name;
  int users;
  struct sqlite3_stmt
      *statement[KO_WORD_N_STATEMENTS]; /* kept for a table of main; NULL: not open */
  int column[KO_WORDLIST_N_FIELDS];     /* of the rows; -1 none */
  int in_main;                          /* 1: the table is one of main */
  ko_buf rows;                          /* as they were read last, see word_table.c, */
  long long version;                    /*   when NAME_version said this, */
  int has_version;                      /*   if it did */
  ko_wordlist list;                     /* made of the rows, */
  int made;                             /*   if this is 1 */
  uint64_t id;                          /* of the list: another one for other words, never 0 */
  ko_termcache cache;                   /* terms of documents by this list */
  int settled;                          /* 1: holds while main stays at: */
  unsigned main;                        /* SQLITE_FCNTL_DATA_VERSION */
} ko_word_table;

/* The words of a name, the same object for all who use it. Nothing is read yet. NULL when memory is out. */
ko_word_table *ko_word_table_hold(struct ko_state *state, const char *name, size_t n);
void ko_word_table_release(ko_word_table *t); /* NULL-safe */

/* Have t->list as the table is now. Returns SQLITE_OK, or an SQLite result code after setting *error, to be
** freed by sqlite3_free, to what is wrong (NULL: memory is out, or the work is to end). */
int ko_word_table_read(ko_word_table *t, char **error);

#endif
