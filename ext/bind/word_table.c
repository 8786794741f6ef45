#include "bind/word_table.h"

#include <string.h>

#include "bind/place.h"
#include "bind/sqlite.h"
#include "bind/state.h"

/* ---- who uses which ---- */

ko_word_table *ko_word_table_hold(ko_state *state, const char *name, size_t n) {
  ko_word_table *t = state->word_tables;
  while (t && (strlen(t->name) != n || memcmp(t->name, name, n) != 0)) t = t->next;
  if (t) {
    t->users++;
    return t;
  }
  t = ko_calloc(&ko_mem_sqlite, sizeof *t);
  if (!t || !(t->name = ko_alloc(&ko_mem_sqlite, n + 1))) {
    ko_free(&ko_mem_sqlite, t);
    return NULL;
  }
  memcpy(t->name, name, n);
  t->name[n] = 0;
  t->state = state;
  t->users = 1;
  ko_buf_init(&t->rows, &ko_mem_sqlite);
  ko_termcache_init(&t->cache, &ko_mem_sqlite);
  t->next = state->word_tables;
  state->word_tables = t;
  return t;
}

void ko_word_table_release(ko_word_table *t) {
  ko_word_table **at;
  if (!t || --t->users > 0) return;
  for (at = &t->state->word_tables; *at != t;) at = &(*at)->next;
  *at = t->next;
  ko_wordlist_free(&t->list);
  ko_termcache_free(&t->cache);
  ko_buf_free(&t->rows);
  ko_free(&ko_mem_sqlite, t->name);
  ko_free(&ko_mem_sqlite, t);
}

/* ---- the table ---- */

/* Set *error to what SQLite says went wrong; returns rc. */
static int say_database(sqlite3 *db, int rc, char **error) {
  if (rc != SQLITE_NOMEM && rc != SQLITE_INTERRUPT)
    *error = sqlite3_mprintf("%s", sqlite3_errmsg(db));
  return rc;
}

/* A statement that reads the table; *in_main says whether it is one of main. */
static int open_table(ko_word_table *t, sqlite3_stmt **out, int *in_main, char **error) {
  sqlite3 *db = t->state->db;
  char *sql = NULL;
  ko_place place;
  int rc = ko_place_find(db, t->name, &place);
  if (rc != SQLITE_OK) {
    say_database(db, rc, error);
  } else if (place.root <= 0) {
    rc = SQLITE_ERROR;
    *error =
        sqlite3_mprintf(place.root < 0 ? "no such table: %s" : "%s is no ordinary table", t->name);
  } else {
    sql = sqlite3_mprintf("SELECT * FROM \"%w\".\"%w\"", place.schema, place.table);
    rc = sql ? sqlite3_prepare_v2(db, sql, -1, out, NULL) : SQLITE_NOMEM;
    if (rc != SQLITE_OK) say_database(db, rc, error);
    *in_main = sqlite3_stricmp(place.schema, "main") == 0;
  }
  ko_place_free(&place);
  sqlite3_free(sql);
  return rc;
}

/* ---- its rows ----
**
** t->rows has for each row and field an int, the number of bytes, or -1 less an SQLite type for what is neither
** text nor NULL, and those bytes.
*/

static const char *const fields[KO_WORDLIST_N_FIELDS] = {"word", "parts", "synonyms", "type"};

/* The column of each field, -1 none. */
static void find_columns(sqlite3_stmt *s, int column[KO_WORDLIST_N_FIELDS]) {
  for (int f = 0; f < KO_WORDLIST_N_FIELDS; f++) {
    column[f] = sqlite3_column_count(s) - 1;
    while (column[f] >= 0) {
      const char *name = sqlite3_column_name(s, column[f]);
      if (name && sqlite3_stricmp(name, fields[f]) == 0) break;
      column[f]--;
    }
  }
}

static int add_field(ko_buf *rows, sqlite3_stmt *s, int column) {
  int type = column < 0 ? SQLITE_NULL : sqlite3_column_type(s, column), n = 0;
  const void *text = NULL;
  if (type == SQLITE_TEXT) {
    text = sqlite3_column_text(s, column); /* before the length, which it may change */
    n = sqlite3_column_bytes(s, column);
    if (!text) return SQLITE_NOMEM;
  } else if (type != SQLITE_NULL) {
    n = -1 - type;
  }
  ko_buf_add(rows, &n, sizeof n);
  if (n > 0) ko_buf_add(rows, text, (size_t)n);
  return rows->failed ? SQLITE_NOMEM : SQLITE_OK;
}

static int read_rows(ko_word_table *t, ko_buf *rows, int *in_main, char **error) {
  sqlite3_stmt *s = NULL;
  int column[KO_WORDLIST_N_FIELDS], rc = open_table(t, &s, in_main, error), step;
  if (rc != SQLITE_OK) return rc;
  find_columns(s, column);
  if (column[KO_WORDLIST_WORD] < 0) {
    rc = SQLITE_ERROR;
    *error = sqlite3_mprintf("%s has no column word", t->name);
  }
  while (rc == SQLITE_OK && (step = sqlite3_step(s)) != SQLITE_DONE) {
    if (step != SQLITE_ROW) rc = say_database(t->state->db, step, error);
    for (int f = 0; f < KO_WORDLIST_N_FIELDS && rc == SQLITE_OK; f++)
      rc = add_field(rows, s, column[f]);
  }
  sqlite3_finalize(s);
  return rc;
}

/* ---- the list ---- */

/* The next row of the rows: 1; 2 for one with something that is no text, which is noted with `list`; 0 at the
** end. */
static int next_row(const ko_buf *rows, size_t *at, ko_wordlist *list, ko_wordlist_row *row) {
  static const char *const messages[] = {"takes text, not an integer",
                                         "takes text, not a real number", "takes text, not text",
                                         "takes text, not a blob"};
  int wrong = -1, type = 0;
  if (*at >= rows->n) return 0;
  for (int f = 0; f < KO_WORDLIST_N_FIELDS; f++) {
    int n;
    memcpy(&n, rows->data + *at, sizeof n);
    *at += sizeof n;
    if (n < 0 && wrong < 0) wrong = f, type = -1 - n;
    row->field[f] = rows->data + *at;
    row->n[f] = n > 0 ? (size_t)n : 0;
    *at += row->n[f];
  }
  if (wrong >= 0) {
    char what[80];
    sqlite3_snprintf(sizeof what, what, "%s %s", fields[wrong], messages[type - SQLITE_INTEGER]);
    ko_wordlist_wrong(list, row, what);
  }
  return wrong < 0 ? 1 : 2;
}

typedef int pass(ko_wordlist *list, const ko_wordlist_row *row);

static int run(ko_wordlist *list, const ko_buf *rows, pass *p) {
  ko_wordlist_row row;
  size_t at = 0;
  for (int is; (is = next_row(rows, &at, list, &row)) != 0;)
    if (is == 1 && p(list, &row)) return -1;
  return list->wrong.failed ? -1 : 0;
}

/* Make the list of t->rows. */
static int make(ko_word_table *t, char **error) {
  ko_state *state = t->state;
  ko_wordlist *list = &t->list;
  int failed;
  ko_wordlist_free(list);
  ko_termcache_free(&t->cache);
  ko_wordlist_init(list, &state->model, &state->mem);
  failed = run(list, &t->rows, ko_wordlist_add);
  if (!failed && list->wrong.n == 0)
    failed = run(list, &t->rows, ko_wordlist_mark) || run(list, &t->rows, ko_wordlist_widen);
  ko_wordlist_finish(list);
  if (failed) return SQLITE_NOMEM;
  if (list->wrong.n) {
    *error = sqlite3_mprintf("%s: %s", t->name, ko_buf_text(&list->wrong));
    return list->wrong.failed ? SQLITE_NOMEM : SQLITE_ERROR;
  }
  t->made = 1;
  t->id = ++state->word_ids;
  return SQLITE_OK;
}

/* ---- whether it still holds ---- */

/* How often main was changed; 0 where that says nothing: while it is being written to, or is not read from,
** so that SQLite has not looked. */
static int version_of_main(sqlite3 *db, unsigned *version) {
  return sqlite3_txn_state(db, "main") == SQLITE_TXN_READ &&
         sqlite3_file_control(db, "main", SQLITE_FCNTL_DATA_VERSION, version) == SQLITE_OK;
}

static int same(const ko_buf *a, const ko_buf *b) {
  return a->n == b->n && (a->n == 0 || memcmp(a->data, b->data, a->n) == 0);
}

int ko_word_table_read(ko_word_table *t, char **error) {
  sqlite3 *db = t->state->db;
  ko_buf rows;
  unsigned version = 0;
  int rc, in_main = 0;
  *error = NULL;
  if (t->settled && version_of_main(db, &version) && version == t->version) return SQLITE_OK;
  t->settled = 0;
  ko_buf_init(&rows, &ko_mem_sqlite);
  rc = read_rows(t, &rows, &in_main, error);
  if (rc == SQLITE_OK && (!t->made || !same(&rows, &t->rows))) {
    ko_buf_free(&t->rows);
    t->rows = rows;
    ko_buf_init(&rows, &ko_mem_sqlite);
    t->made = 0;
    rc = make(t, error);
  }
  ko_buf_free(&rows);
  if (rc != SQLITE_OK) return rc;
  t->settled = in_main && version_of_main(db, &t->version);
  return SQLITE_OK;
}
