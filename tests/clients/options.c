/* Options that the tokenizer refuses. FTS5 itself says only "error in tokenizer constructor"; the
** reason goes to the log of the process, which a client sets up as here. */
#include "client.h"

static char last[400];

static void keep(void *unused, int code, const char *message) {
  (void)unused, (void)code;
  if (strncmp(message, "tokenizer korean", 16) == 0) snprintf(last, sizeof last, "%s", message);
}

int main(int argc, char **argv) {
  static const char *const refused[][2] = {
      {"korean decompound", "tokenizer korean: option decompound lacks a value"},
      {"korean decompound all",
       "tokenizer korean: decompound takes none, discard or mixed, not all"},
      {"korean hanja 1", "tokenizer korean: hanja takes on or off, not 1"},
      {"korean hanja ''", "tokenizer korean: hanja takes on or off, not "},
      {"korean drop XYZ",
       "tokenizer korean: drop takes tags such as NNB, MAG, J or E, or default or none, not XYZ"},
      {"korean drop 'NNB,,averylongname'",
       "tokenizer korean: drop takes tags such as NNB, MAG, J or E, or default or none, "
       "not NNB,,averylongname"},
      {"korean remove_diacritics 2", "tokenizer korean: unknown option remove_diacritics "
                                     "(decompound, hanja, drop, cache, words)"},
      {"korean cache 1000000",
       "tokenizer korean: cache takes a number of kilobytes of up to six digits, not 1000000"},
      {"korean cache 8MB",
       "tokenizer korean: cache takes a number of kilobytes of up to six digits, not 8MB"},
      {"korean words ''", "tokenizer korean: words takes the name of a table, not "},
      {"korean hanja on hanja", "tokenizer korean: option hanja lacks a value"},
  };
  sqlite3 *db;
  extension = argc > 1 ? argv[1] : "build/korean";
  sqlite3_config(SQLITE_CONFIG_LOG, keep, NULL);
  db = open_with_extension(":memory:");
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
    char *sql =
        sqlite3_mprintf("CREATE VIRTUAL TABLE t USING fts5(body, tokenize = %Q)", refused[i][0]);
    last[0] = 0;
    CHECK(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_ERROR);
    CHECK(strcmp(sqlite3_errmsg(db), "error in tokenizer constructor") == 0);
    if (strcmp(last, refused[i][1]) != 0) failures++, printf("%s\n  %s\n", sql, last);
    sqlite3_free(sql);
  }
  sqlite3_close(db);
  return failures > 0;
}
