/* Memory runs out at every place where the extension asks for it: each statement is run with its n-th
** allocation failing, for every n; and for some n all that follow too. It must then give its
** rows or an error, the same connection must give the right rows when there is memory again, the
** index must be sound, and when the connection is closed nothing may be left.
**
** Only what the extension itself asks for fails, not what SQLite does: the library is given a table of
** SQLite's functions in which those that allocate are ours.
*/
#include <dlfcn.h>
#include <stdarg.h>

#include "../clients/client.h"

#define SQLITE_CORE 1 /* the table of functions alone, no macros in their place */
#include <sqlite3ext.h>

/* ---- allocators that fail ---- */

static long calls, fails_at; /* calls since arm(); the call that fails, 0 none */
static int fails_on;         /* 1: those behind it too */

static int fails(void) {
  calls++;
  return fails_at && (calls == fails_at || (fails_on && calls > fails_at));
}
static void *failing_malloc(int n) {
  return fails() ? NULL : sqlite3_malloc(n);
}
static void *failing_malloc64(sqlite3_uint64 n) {
  return fails() ? NULL : sqlite3_malloc64(n);
}
static void *failing_realloc(void *p, int n) {
  return fails() ? NULL : sqlite3_realloc(p, n);
}
static void *failing_realloc64(void *p, sqlite3_uint64 n) {
  return fails() ? NULL : sqlite3_realloc64(p, n);
}
static char *failing_vmprintf(const char *format, va_list arguments) {
  return fails() ? NULL : sqlite3_vmprintf(format, arguments);
}
static char *failing_mprintf(const char *format, ...) {
  va_list arguments;
  char *out;
  va_start(arguments, format);
  out = failing_vmprintf(format, arguments);
  va_end(arguments);
  return out;
}

static void arm(long at, int on) {
  calls = 0;
  fails_at = at;
  fails_on = on;
}

/* ---- the extension, loaded with them ---- */

static sqlite3_api_routines routines;
static int (*init)(sqlite3 *db, char **error, const sqlite3_api_routines *api);

static int take_routines(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
  (void)db, (void)error;
  routines = *api;
  return SQLITE_OK;
}

/* sqlite3_auto_extension is how a program that is no extension comes by SQLite's table. */
static void open_library(void) {
  char path[1024];
  sqlite3 *db;
  void *library;
  snprintf(path, sizeof path, "%s.so", extension);
  library = dlopen(path, RTLD_NOW);
  if (!library || !(*(void **)&init = dlsym(library, "sqlite3_korean_init"))) {
    printf("%s\n", dlerror());
    exit(77);
  }
  sqlite3_auto_extension((void (*)(void))take_routines);
  sqlite3_open(":memory:", &db);
  sqlite3_close(db);
  sqlite3_reset_auto_extension();
  routines.malloc = failing_malloc;
  routines.malloc64 = failing_malloc64;
  routines.realloc = failing_realloc;
  routines.realloc64 = failing_realloc64;
  routines.mprintf = failing_mprintf;
  routines.vmprintf = failing_vmprintf;
}

static int load(sqlite3 *db) {
  char *error = NULL;
  int rc = init(db, &error, &routines);
  sqlite3_free(error);
  return rc;
}

/* ---- statements ---- */

#define TEXT                                                                                                                   \
  "'[단독] 李대통령, 北 특사와 회동… \"대화 계속\"' || char(10) || '홍길동 한빛전자 회장은 12일 " \
  "오후 3시 서울 종로구 본사에서 미국 "                                                                          \
  "노바칩의 올리버 그랜트 최고경영자(CEO)와 만나 3조5000억원 규모의 공급 방안을 2시간가량 "   \
  "논의했다고 밝혔다. 그는 \"문제가 없다\"고 말했다. "                                                      \
  "배석자는 김철수 부회장이었다. 넘넘 봣는뎅 맛있닼ㅋㅋ (서울=한빛뉴스) 박민수 기자 "        \
  "abc@example.com'"
#define DAY "'2026-05-13'"

static const char *const statements[] = {
    "SELECT group_concat(form || tag || start || length) FROM morphemes(" TEXT ")",
    "SELECT group_concat(text || start) FROM sentences(" TEXT ")",
    "SELECT * FROM extract_entities(" TEXT ", " DAY ")",
    "SELECT * FROM meetings(" TEXT ", " DAY ")",
    "SELECT * FROM meeting_participants(" TEXT ", " DAY ")",
    "SELECT * FROM quotes(" TEXT ")",
    "SELECT * FROM relations(" TEXT ")",
    "SELECT * FROM parse_article(" TEXT ")",
    "SELECT korean_query('[단독] 이 대통령, 회동을 이끌었다 K9', 'any'), korean_query(" TEXT
    ", 'prefix')",
    "SELECT korean_normalize(" TEXT
    "), hanja_reading('李大統領'), romanize('종로구 독립문'), chosung('한빛전자')",
    "SELECT korean_version(), length(korean_debug()) > 0",
    "SELECT value FROM (SELECT '나' AS value UNION ALL SELECT '가' UNION ALL SELECT '다') ORDER BY "
    "value COLLATE korean",
    "CREATE VIRTUAL TABLE e USING fts5(x, tokenize = 'korean decompound mixed drop default')",
    "INSERT INTO d(body) VALUES (" TEXT ")",
    "SELECT highlight(d, 0, '<', '>'), bm25(d) FROM d WHERE d MATCH korean_query('한빛전자 회장')",
    "SELECT snippet(d, 0, '<', '>', '…', 5) FROM d WHERE d MATCH '이끌다 OR 北 OR 회장*'",
    "UPDATE d SET body = body || '추가로 알린 내용'",
    "CREATE VIRTUAL TABLE e USING fts5(x, tokenize = 'korean words mine')",
    "INSERT INTO own(body) VALUES ('한빛전자와 두리모아가 만났다')",
    "SELECT group_concat(rowid) FROM own WHERE own MATCH '두리모아 OR hanbit'",
    "SELECT korean_words('mine')",
    "SELECT korean_query('ㅎㅂㅈㅈ', 'fuzzy', NULL, 'own'), korean_query('gksqlcwjswk 한빚전자', "
    "'fuzzy', "
    "'none', 'own')",
    "SELECT korean_query('한빛전자가 두모를', 'all', NULL, 'own')",
    "SELECT group_concat(type || text) FROM extract_entities('두리모아 회장', NULL, 'mine')",
};

static char answer[1 << 16];
static size_t n_answer;

static int add_row(void *arg, int n, char **value, char **name) {
  (void)arg, (void)name;
  for (int i = 0; i < n; i++)
    n_answer += (size_t)snprintf(answer + n_answer, sizeof answer - n_answer, "%s|",
                                 value[i] ? value[i] : "");
  return n_answer + 1 >= sizeof answer;
}

static int ask(sqlite3 *db, const char *sql) {
  n_answer = 0;
  answer[0] = 0;
  return sqlite3_exec(db, sql, add_row, NULL, NULL);
}

static int is_change(const char *sql) {
  return strncmp(sql, "SELECT", 6) != 0;
}

static int uses_index(const char *sql) {
  return strstr(sql, "FROM d ") || is_change(sql);
}

static int uses_words(const char *sql) {
  return strstr(sql, "own") || strstr(sql, "mine");
}

static sqlite3 *prepared(const char *sql) {
  sqlite3 *db;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK || load(db) != SQLITE_OK) exit(1);
  if (uses_words(sql)) {
    run(db, "CREATE TABLE mine(word, parts, synonyms, type)");
    run(db, "INSERT INTO mine VALUES ('두리모아', '두리 모아', 'Duri, 두모', 'organization'), "
            "('한빛전자', NULL, 'Hanbit', NULL)");
    run(db, "CREATE VIRTUAL TABLE own USING fts5(body, tokenize = 'korean words mine')");
    run(db, "CREATE VIRTUAL TABLE own_vocab USING fts5vocab(own, row)");
    run(db, "INSERT INTO own VALUES ('한빛전자 회장'), ('두모는 Duri')");
  }
  if (!uses_index(sql)) return db;
  run(db, "CREATE VIRTUAL TABLE d USING fts5(body, tokenize = 'korean')");
  run(db,
      "INSERT INTO d VALUES ('한빛전자 회장이 회의를 이끌었다'), ('북한 특사와 만난 이 대통령')");
  return db;
}

static void wrong(const char *sql, long at, int on, const char *what) {
  failures++;
  printf("allocation %ld%s fails: %s\n  %s\n", at, on ? " and all behind it" : "", what, sql);
}

/* One statement with allocation `at` failing. Returns 0 when it has fewer allocations. */
static int try_once(const char *sql, const char *expected, long at, int on) {
  sqlite3 *db = prepared(sql);
  int rc, reached;
  arm(at, on);
  rc = ask(db, sql);
  reached = calls >= at;
  arm(0, 0);
  if (rc == SQLITE_OK && strcmp(answer, expected) != 0)
    wrong(sql, at, on, "other rows than there are");
  if (rc != SQLITE_OK || !is_change(sql)) {
    rc = ask(db, sql);
    if (rc != SQLITE_OK || strcmp(answer, expected) != 0)
      wrong(sql, at, on, "wrong with memory again");
  }
  if (uses_index(sql) && ask(db, "INSERT INTO d(d) VALUES ('integrity-check')") != SQLITE_OK)
    wrong(sql, at, on, "the index is damaged");
  if (sqlite3_close(db) != SQLITE_OK) wrong(sql, at, on, "the connection cannot be closed");
  if (sqlite3_memory_used() != 0) {
    wrong(sql, at, on, "memory is left");
    exit(1);
  }
  return reached;
}

static void try_statement(const char *sql) {
  sqlite3 *db = prepared(sql);
  static char expected[sizeof answer];
  if (ask(db, sql) != SQLITE_OK) {
    failures++;
    printf("%s\n  %s\n", sql, sqlite3_errmsg(db));
  }
  sqlite3_close(db);
  memcpy(expected, answer, sizeof answer);
  for (int on = 0; on < 2; on++)
    for (long at = 1; try_once(sql, expected, at, on) && failures < 20; at += on ? 4 : 1) {
    }
}

/* Loading the extension itself. */
static void try_loading(void) {
  for (int on = 0; on < 2; on++)
    for (long at = 1, reached = 1; reached && failures < 20; at++) {
      sqlite3 *db;
      int rc;
      sqlite3_open(":memory:", &db);
      arm(at, on);
      rc = load(db);
      reached = calls >= at;
      arm(0, 0);
      if (rc != SQLITE_OK && load(db) != SQLITE_OK)
        wrong("load", at, on, "cannot be loaded with memory again");
      if (ask(db, "SELECT count(*) FROM morphemes('회의를 열었다')") != SQLITE_OK)
        wrong("load", at, on, sqlite3_errmsg(db));
      sqlite3_close(db);
      if (sqlite3_memory_used() != 0) {
        wrong("load", at, on, "memory is left");
        exit(1);
      }
    }
}

int main(int argc, char **argv) {
  if (argc < 2) return 1;
  extension = argv[1];
  open_library();
  try_loading();
  for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) try_statement(statements[i]);
  if (!failures) return 0;
  printf("%d wrong\n", failures);
  return 1;
}
