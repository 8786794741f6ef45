#include "bind/vocabulary.h"

#include <string.h>

#include "bind/sqlite.h"

enum { COUNT, RANGE, FIND, N_STATEMENTS };

struct ko_vocabulary {
  sqlite3 *db;
  sqlite3_stmt *statement[N_STATEMENTS];
  int rc;      /* the first failure, */
  char *error; /* and what SQLite said of it */
};

static const char *const formats[N_STATEMENTS] = {
    [COUNT] = "SELECT term, doc FROM \"%w\".\"%w_vocab\" WHERE term = ?1",
    [FIND] = "SELECT count(*) FROM (SELECT 1 FROM \"%w\".\"%w\" WHERE \"%w\" MATCH ?1 LIMIT ?2)",
    [RANGE] = "SELECT term, doc FROM \"%w\".\"%w_vocab\" WHERE term >= ?1 AND term < ?2",
};

/* Note a failure; the first one stays. Returns whether rc is one. */
static int note(ko_vocabulary *v, int rc) {
  if (rc == SQLITE_OK || rc == SQLITE_ROW || rc == SQLITE_DONE) return 0;
  if (v->rc == SQLITE_OK) {
    v->rc = rc;
    if (rc != SQLITE_NOMEM && rc != SQLITE_INTERRUPT)
      v->error = sqlite3_mprintf("%s", sqlite3_errmsg(v->db));
  }
  return 1;
}

/* `schema` is that of the vocabulary. */
static int prepare(ko_vocabulary *v, const char *schema, const ko_place *place) {
  int rc = SQLITE_OK;
  for (int i = 0; i < N_STATEMENTS && rc == SQLITE_OK; i++) {
    char *sql =
        sqlite3_mprintf(formats[i], i == FIND ? place->schema : schema, place->table, place->table);
    sqlite3_finalize(v->statement[i]);
    v->statement[i] = NULL;
    rc = sql ? sqlite3_prepare_v2(v->db, sql, -1, &v->statement[i], NULL) : SQLITE_NOMEM;
    sqlite3_free(sql);
  }
  return rc;
}

int ko_vocabulary_open(sqlite3 *db, const ko_place *place, ko_vocabulary **out, char **error) {
  ko_vocabulary *v = sqlite3_malloc64(sizeof *v);
  int rc = SQLITE_NOMEM;
  *out = NULL;
  if (!v) return rc;
  memset(v, 0, sizeof *v);
  v->db = db;
  rc = prepare(v, place->schema, place);
  if (rc == SQLITE_ERROR) rc = prepare(v, "temp", place);
  if (rc == SQLITE_OK) {
    *out = v;
    return rc;
  }
  if (rc == SQLITE_ERROR)
    *error =
        sqlite3_mprintf("the mode 'fuzzy' reads the vocabulary of the table: CREATE VIRTUAL TABLE "
                        "\"%w_vocab\" USING fts5vocab(\"%w\", row)",
                        place->table, place->table);
  else if (rc != SQLITE_NOMEM)
    *error = sqlite3_mprintf("%s", sqlite3_errmsg(db));
  ko_vocabulary_close(v);
  return rc;
}

void ko_vocabulary_close(ko_vocabulary *v) {
  if (!v) return;
  for (int i = 0; i < N_STATEMENTS; i++) sqlite3_finalize(v->statement[i]);
  sqlite3_free(v->error);
  sqlite3_free(v);
}

long long ko_vocabulary_count(ko_vocabulary *v, const char *term, size_t n) {
  sqlite3_stmt *s = v->statement[COUNT];
  long long documents = 0;
  int rc = v->rc;
  if (rc == SQLITE_OK) rc = sqlite3_bind_text64(s, 1, term, n, SQLITE_STATIC, SQLITE_UTF8);
  if (rc == SQLITE_OK && (rc = sqlite3_step(s)) == SQLITE_ROW)
    documents = sqlite3_column_int64(s, 1);
  note(v, rc);
  sqlite3_reset(s);
  return documents;
}

int ko_vocabulary_finds(ko_vocabulary *v, const char *expression, size_t n, long long documents) {
  sqlite3_stmt *s = v->statement[FIND];
  int rc = v->rc, found = 0;
  if (rc == SQLITE_OK) rc = sqlite3_bind_text64(s, 1, expression, n, SQLITE_STATIC, SQLITE_UTF8);
  if (rc == SQLITE_OK) rc = sqlite3_bind_int64(s, 2, documents);
  if (rc == SQLITE_OK && (rc = sqlite3_step(s)) == SQLITE_ROW)
    found = sqlite3_column_int64(s, 0) == documents;
  note(v, rc);
  sqlite3_reset(s);
  return found;
}

int ko_vocabulary_each(ko_vocabulary *v, const char *from, const char *below,
                       ko_vocabulary_visitor visitor, void *arg) {
  sqlite3_stmt *s = v->statement[RANGE];
  int rc = v->rc, stop = 0;
  if (rc == SQLITE_OK) rc = sqlite3_bind_text(s, 1, from, -1, SQLITE_STATIC);
  if (rc == SQLITE_OK) rc = sqlite3_bind_text(s, 2, below, -1, SQLITE_STATIC);
  while (rc == SQLITE_OK && !stop && (rc = sqlite3_step(s)) == SQLITE_ROW) {
    const char *term = (const char *)sqlite3_column_text(s, 0);
    rc = term ? SQLITE_OK : SQLITE_NOMEM;
    if (term)
      stop = visitor(arg, term, (size_t)sqlite3_column_bytes(s, 0), sqlite3_column_int64(s, 1));
  }
  note(v, rc);
  sqlite3_reset(s);
  return stop;
}

int ko_vocabulary_error(ko_vocabulary *v, char **error) {
  *error = v->error;
  v->error = NULL;
  return v->rc;
}
