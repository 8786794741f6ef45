/* What the C clients share: a database with the extension loaded, as argument 1 names it. */
#ifndef KO_CLIENT_H
#define KO_CLIENT_H

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *extension;
static int failures;

#define CHECK(condition)                                                                           \
  ((condition) ? (void)0                                                                           \
               : (void)(failures++, printf("%s:%d: %s\n", __FILE__, __LINE__, #condition)))

/* A database with the extension; ends the program when it does not load. */
static inline sqlite3 *open_with_extension(const char *path) {
  sqlite3 *db;
  char *error = NULL;
  if (sqlite3_open(path, &db) != SQLITE_OK || sqlite3_enable_load_extension(db, 1) != SQLITE_OK ||
      sqlite3_load_extension(db, extension, NULL, &error) != SQLITE_OK) {
    printf("%s: %s\n", extension, error ? error : sqlite3_errmsg(db));
    exit(1);
  }
  return db;
}

static inline void run(sqlite3 *db, const char *sql) {
  if (sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK) return;
  failures++;
  printf("%s\n  %s\n", sql, sqlite3_errmsg(db));
}

/* The first column of the first row as a number; -1 after an error, which is printed. */
static inline long long number(sqlite3 *db, const char *sql) {
  sqlite3_stmt *s = NULL;
  long long value = -1;
  if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
    value = sqlite3_column_int64(s, 0);
  if (sqlite3_finalize(s) != SQLITE_OK) failures++, printf("%s\n  %s\n", sql, sqlite3_errmsg(db));
  return value;
}

#endif
