/* Opening and closing: many times, with statements left half-way, with the extension loaded twice,
** and with a table left behind in a file for a connection that does not have the extension. */
#include "client.h"

int main(int argc, char **argv) {
  char *file = sqlite3_mprintf("%s.lifetime.db", argc > 1 ? argv[1] : "build/korean");
  sqlite3_stmt *s;
  sqlite3 *db;
  char *error = NULL;
  extension = argc > 1 ? argv[1] : "build/korean";
  remove(file);

  for (int i = 0; i < 200; i++) {
    db = open_with_extension(":memory:");
    if (i % 2) number(db, "SELECT count(*) FROM morphemes('가는 길')");
    CHECK(sqlite3_close(db) == SQLITE_OK);
  }

  db = open_with_extension(":memory:");
  CHECK(sqlite3_load_extension(db, extension, NULL, &error) == SQLITE_OK); /* a second time */
  CHECK(number(db, "SELECT count(*) FROM morphemes('가는 길')") == 3);
  CHECK(sqlite3_prepare_v2(db, "SELECT * FROM morphemes('가는 길'), sentences('하나. 둘.')", -1, &s,
                           NULL) == SQLITE_OK);
  CHECK(sqlite3_step(s) == SQLITE_ROW);
  CHECK(sqlite3_close(db) == SQLITE_BUSY); /* a statement is open */
  CHECK(sqlite3_finalize(s) == SQLITE_OK);
  CHECK(sqlite3_close(db) == SQLITE_OK);

  db = open_with_extension(":memory:"); /* closed while a statement runs: SQLite waits for it */
  CHECK(sqlite3_prepare_v2(db, "SELECT form FROM morphemes('가는 길에 만났다')", -1, &s, NULL) ==
        SQLITE_OK);
  CHECK(sqlite3_step(s) == SQLITE_ROW);
  CHECK(sqlite3_close_v2(db) == SQLITE_OK);
  CHECK(sqlite3_step(s) == SQLITE_ROW);
  CHECK(sqlite3_finalize(s) == SQLITE_OK);

  db = open_with_extension(file);
  run(db, "CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean'); INSERT INTO doc VALUES "
          "('회의록을 읽었다')");
  CHECK(sqlite3_close(db) == SQLITE_OK);
  CHECK(sqlite3_open(file, &db) == SQLITE_OK); /* without the extension: an error, no harm */
  CHECK(sqlite3_exec(db, "SELECT * FROM doc('회의록')", NULL, NULL, NULL) == SQLITE_ERROR);
  CHECK(strstr(sqlite3_errmsg(db), "no such tokenizer: korean") != NULL);
  CHECK(sqlite3_close(db) == SQLITE_OK);
  db = open_with_extension(file);
  CHECK(number(db, "SELECT count(*) FROM doc('회의록')") == 1);
  CHECK(sqlite3_close(db) == SQLITE_OK);

  remove(file);
  sqlite3_free(file);
  return failures > 0;
}
