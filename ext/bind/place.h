/* Where the table is that a text names: `table`, or `schema.table`. Without a schema it is the one of main, else
** of an attached database, in their order, else of temp. */
#ifndef KO_PLACE_H
#define KO_PLACE_H

struct sqlite3;

typedef struct ko_place {
  const char *table; /* the end of the name that was looked for */
  char *schema,
      *sql; /* of the table: its schema and its CREATE statement; from SQLite's allocator */
  int root; /* its root page, 0 for a view or a virtual table, -1: there is none */
} ko_place;

/* Find a table or view. Returns an SQLite result code; that there is none is no failure. *out is to be freed in
** any case. */
int ko_place_find(struct sqlite3 *db, const char *name, ko_place *out);
void ko_place_free(ko_place *p);

#endif
