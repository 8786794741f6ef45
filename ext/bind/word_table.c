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

static void close_statements(ko_word_table *t) {
  for (int i = 0; i < KO_WORD_N_STATEMENTS; i++) {
    sqlite3_finalize(t->statement[i]);
    t->statement[i] = NULL;
  }
}

void ko_word_table_release(ko_word_table *t) {
  ko_word_table **at;
  if (!t || --t->users > 0) return;
  close_statements(t);
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

/* Prepare a statement with the two names in its format. */
static int prepare(sqlite3 *db, const char *format, const ko_place *place, sqlite3_stmt **out) {
  char *sql = sqlite3_mprintf(format, place->schema, place->table);
  int rc =
      sql ? sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, out, NULL) : SQLITE_NOMEM;
  sqlite3_free(sql);
  return rc;
}

/* Open the statement that reads NAME_version, if there is that table and triggers for each kind of change name it. */
static int open_version(ko_word_table *t, const ko_place *place) {
  static const char triggers[] =
      "SELECT count(*) FROM \"%w\".sqlite_schema, (SELECT '%q' AS listed) WHERE type = 'trigger' "
      "AND "
      "tbl_name = listed COLLATE NOCASE AND instr(lower(sql), lower(listed || '_version')) > 0";
  enum { KINDS = 3 };
  sqlite3 *db = t->state->db;
  sqlite3_stmt *s = NULL;
  int rc = prepare(db, triggers, place, &s), n = 0, last;
  if (rc == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW) n = sqlite3_column_int(s, 0);
  last = sqlite3_finalize(s);
  if (rc != SQLITE_OK || last != SQLITE_OK) return rc != SQLITE_OK ? rc : last;
  if (n < KINDS) return SQLITE_OK;
  rc = prepare(db, "SELECT * FROM \"%w\".\"%w_version\" LIMIT 1", place,
               &t->statement[KO_WORD_VERSION]);
  return rc == SQLITE_ERROR ? SQLITE_OK : rc; /* no such table */
}

static const char *const fields[KO_WORDLIST_N_FIELDS] = {"word", "parts", "synonyms", "type"};

/* Find the column of each field. */
static void find_columns(ko_word_table *t) {
  sqlite3_stmt *s = t->statement[KO_WORD_ROWS];
  for (int f = 0; f < KO_WORDLIST_N_FIELDS; f++) {
    int *column = &t->column[f];
    for (*column = sqlite3_column_count(s) - 1; *column >= 0; --*column) {
      const char *name = sqlite3_column_name(s, *column);
      if (name && sqlite3_stricmp(name, fields[f]) == 0) break;
    }
  }
}

/* Open the statements that read the table. */
static int open_table(ko_word_table *t, char **error) {
  sqlite3 *db = t->state->db;
  ko_place place;
  int rc = ko_place_find(db, t->name, &place);
  if (rc == SQLITE_OK && place.root <= 0) {
    rc = SQLITE_ERROR;
    *error =
        sqlite3_mprintf(place.root < 0 ? "no such table: %s" : "%s is no ordinary table", t->name);
  } else {
    if (rc == SQLITE_OK)
      rc = prepare(db, "SELECT * FROM \"%w\".\"%w\"", &place, &t->statement[KO_WORD_ROWS]);
    if (rc == SQLITE_OK) rc = open_version(t, &place);
    if (rc != SQLITE_OK) say_database(db, rc, error);
  }
  t->in_main = rc == SQLITE_OK && sqlite3_stricmp(place.schema, "main") == 0;
  ko_place_free(&place);
  if (rc == SQLITE_OK) find_columns(t);
  if (rc != SQLITE_OK || t->column[KO_WORDLIST_WORD] >= 0) return rc;
  *error = sqlite3_mprintf("%s has no column word", t->name);
  return SQLITE_ERROR;
}

/* ---- its rows ----
**
** t->rows has for each row and field an int, the number of bytes, or -1 less an SQLite type for what is neither
** text nor NULL, and those bytes.
*/

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

static int read_rows(ko_word_table *t, ko_buf *rows, char **error) {
  sqlite3_stmt *s = t->statement[KO_WORD_ROWS];
  int rc = SQLITE_OK, step;
  while (rc == SQLITE_OK && (step = sqlite3_step(s)) != SQLITE_DONE) {
    if (step != SQLITE_ROW) rc = say_database(t->state->db, step, error);
    for (int f = 0; f < KO_WORDLIST_N_FIELDS && rc == SQLITE_OK; f++)
      rc = add_field(rows, s, t->column[f]);
  }
  sqlite3_reset(s);
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

/* What NAME_version says; 0 if it says nothing. */
static int read_version(ko_word_table *t, long long *version) {
  sqlite3_stmt *s = t->statement[KO_WORD_VERSION];
  int is = s && sqlite3_step(s) == SQLITE_ROW && sqlite3_column_type(s, 0) == SQLITE_INTEGER;
  if (is) *version = sqlite3_column_int64(s, 0);
  sqlite3_reset(s);
  return is;
}

/* Was the schema changed since the statements were opened? Then they may be about other tables. */
static int is_stale(const ko_word_table *t) {
  for (int i = 0; i < KO_WORD_N_STATEMENTS; i++)
    if (t->statement[i] && sqlite3_stmt_status(t->statement[i], SQLITE_STMTSTATUS_REPREPARE, 0))
      return 1;
  return 0;
}

static int same(const ko_buf *a, const ko_buf *b) {
  return a->n == b->n && (a->n == 0 || memcmp(a->data, b->data, a->n) == 0);
}

/* Read the table with the statements that are open. The version comes first: what changes behind it has another. */
static int read_table(ko_word_table *t, char **error) {
  ko_buf rows;
  long long version = 0;
  int has_version = read_version(t, &version), rc;
  if (has_version && t->made && t->has_version && version == t->version) return SQLITE_OK;
  ko_buf_init(&rows, &ko_mem_sqlite);
  rc = read_rows(t, &rows, error);
  if (rc == SQLITE_OK && (!t->made || !same(&rows, &t->rows))) {
    ko_buf_free(&t->rows);
    t->rows = rows;
    ko_buf_init(&rows, &ko_mem_sqlite);
    t->made = 0;
    rc = make(t, error);
  }
  ko_buf_free(&rows);
  t->version = version;
  t->has_version = has_version && rc == SQLITE_OK;
  return rc;
}

int ko_word_table_read(ko_word_table *t, char **error) {
  unsigned version = 0;
  int rc, kept;
  *error = NULL;
  if (t->settled && version_of_main(t->state->db, &version) && version == t->main) return SQLITE_OK;
  t->settled = 0;
  do {
    sqlite3_free(*error);
    *error = NULL;
    kept = t->statement[KO_WORD_ROWS] != NULL;
    rc = kept ? SQLITE_OK : open_table(t, error);
    if (rc == SQLITE_OK) rc = read_table(t, error);
    if (is_stale(t)) rc = SQLITE_SCHEMA;
    if (rc != SQLITE_OK || !t->in_main) close_statements(t);
  } while (rc != SQLITE_OK && kept);
  if (rc != SQLITE_OK) return rc;
  t->settled = t->in_main && version_of_main(t->state->db, &t->main);
  return SQLITE_OK;
}
