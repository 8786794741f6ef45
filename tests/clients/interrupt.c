/* Long work ends when SQLite wants it to: sqlite3_interrupt(), also from another thread, and a progress
** handler that refuses. A statement here is one row of a few steps of SQLite's own, so that a handler
** called every 1,000 steps is called by what our functions do, or never. Afterwards the connection is as
** before: the same statement gives its answer, the index is sound, nothing keeps it from being closed. */
#include <pthread.h>

#include "client.h"

enum { STEPS = 1000, SIZE = 1500000 }; /* bytes of a text */

static const char *const texts[] = {
    ("이도윤 한빛그룹 회장이 3일 서울의 한 호텔에서 박서준 두레전자 사장을 만나 \"공급하겠다\"고 "
     "말했다. "),
    "(",       /* one sentence, of morphemes without a white space */
    "김하늘·", /* one sentence, of names */
    "가 나 다\n",
};

static const struct {
  const char *name, *sql;
} statements[] = {
    {"korean_normalize", "SELECT length(korean_normalize(?1))"},
    {"hanja_reading", "SELECT length(hanja_reading(?1))"},
    {"romanize", "SELECT length(romanize(?1))"},
    {"chosung", "SELECT length(chosung(?1))"},
    {"sentences", "SELECT length FROM sentences(?1) LIMIT 1"},
    {"morphemes", "SELECT length FROM morphemes(?1) LIMIT 1"},
    {"extract_entities", "SELECT 1 FROM extract_entities(?1, '2025-02-05') LIMIT 1"},
    {"meetings", "SELECT 1 FROM meetings(?1, '2025-02-05') LIMIT 1"},
    {"meeting_participants", "SELECT 1 FROM meeting_participants(?1) LIMIT 1"},
    {"quotes", "SELECT 1 FROM quotes(?1) LIMIT 1"},
    {"relations", "SELECT 1 FROM relations(?1) LIMIT 1"},
    {"parse_article", "SELECT length(body) FROM parse_article(?1)"},
    {"the tokenizer", "INSERT INTO doc VALUES (?1)"},
};
enum { N = sizeof statements / sizeof *statements, N_TEXTS = sizeof texts / sizeof *texts };

static int refuse(void *unused) {
  (void)unused;
  return 1;
}

/* Another thread interrupts while the function works; the handler itself lets it go on. */
static void *interrupt(void *db) {
  sqlite3_interrupt(db);
  return NULL;
}

static int let_interrupt(void *db) {
  pthread_t thread;
  CHECK(pthread_create(&thread, NULL, interrupt, db) == 0);
  CHECK(pthread_join(thread, NULL) == 0);
  return 0;
}

/* A function that gives its argument and interrupts: the work that follows begins interrupted. */
static void stop_function(sqlite3_context *context, int argc, sqlite3_value **argv) {
  (void)argc;
  sqlite3_interrupt(sqlite3_context_db_handle(context));
  sqlite3_result_value(context, argv[0]);
}

static sqlite3 *connect(void) {
  sqlite3 *db = open_with_extension(":memory:");
  CHECK(sqlite3_create_function_v2(db, "stop", 1, SQLITE_UTF8, NULL, stop_function, NULL, NULL,
                                   NULL) == SQLITE_OK);
  run(db, "CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean', content = '')");
  return db;
}

/* The result code of a statement over a text. */
static int result_of(sqlite3 *db, const char *sql, const char *text) {
  sqlite3_stmt *s = NULL;
  int rc;
  CHECK(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK);
  sqlite3_bind_text(s, 1, text, -1, SQLITE_STATIC);
  rc = sqlite3_step(s);
  sqlite3_finalize(s);
  return rc;
}

static int result(sqlite3 *db, int i, const char *text) {
  return result_of(db, statements[i].sql, text);
}

/* The same, interrupted just before the function is called. */
static int stopped(sqlite3 *db, int i, const char *text) {
  const char *sql = statements[i].sql, *at = strstr(sql, "?1");
  char *changed = sqlite3_mprintf("%.*sstop(?1)%s", (int)(at - sql), sql, at + 2);
  int rc = result_of(db, changed, text);
  sqlite3_free(changed);
  return rc;
}

static void check(int i, const char *text, const char *how, int rc) {
  if (rc == SQLITE_INTERRUPT) return;
  failures++;
  printf("%s of %.12s... goes on, %s: %d\n", statements[i].name, text, how, rc);
}

static char *repeated(const char *what) {
  size_t n = strlen(what), count = SIZE / n;
  char *text = malloc(count * n + 1);
  for (size_t i = 0; i < count; i++) memcpy(text + i * n, what, n);
  text[count * n] = 0;
  return text;
}

/* Every function, on one text. */
static void end_all(const char *text) {
  for (int i = 0; i < N; i++) {
    sqlite3 *db = connect();
    int rc;
    sqlite3_progress_handler(db, STEPS, refuse, NULL);
    check(i, text, "a progress handler refuses", result(db, i, text));
    sqlite3_progress_handler(db, STEPS, let_interrupt, db);
    check(i, text, "interrupted by another thread", result(db, i, text));
    sqlite3_progress_handler(db, 0, NULL, NULL);
    check(i, text, "interrupted before it works", stopped(db, i, text));
    rc = result(db, i,
                "한서준과 민도윤이 5일 \"만나자\"고 했다."); /* a short text, the same connection */
    CHECK(rc == SQLITE_ROW || rc == SQLITE_DONE);
    CHECK(sqlite3_close(db) == SQLITE_OK);
  }
}

/* What was ended gives its full answer when it is asked again, and leaves a sound index. */
static void go_on(void) {
  char *text = repeated(texts[0]);
  sqlite3 *db = connect(), *fresh = connect();
  const char *count = "SELECT count(*) FROM temp.given, morphemes(body)";
  for (int k = 0; k < 2; k++) {
    sqlite3 *each = k ? db : fresh;
    sqlite3_stmt *s = NULL;
    run(each, "CREATE TEMP TABLE given(body)");
    CHECK(sqlite3_prepare_v2(each, "INSERT INTO given VALUES (?1)", -1, &s, NULL) == SQLITE_OK);
    sqlite3_bind_text(s, 1, text, -1, SQLITE_STATIC);
    CHECK(sqlite3_step(s) == SQLITE_DONE);
    sqlite3_finalize(s);
  }
  sqlite3_progress_handler(db, STEPS, refuse, NULL);
  CHECK(sqlite3_exec(db, count, NULL, NULL, NULL) == SQLITE_INTERRUPT);
  CHECK(sqlite3_exec(db, "INSERT INTO doc SELECT body FROM given", NULL, NULL, NULL) ==
        SQLITE_INTERRUPT);
  sqlite3_progress_handler(db, 0, NULL, NULL);
  CHECK(number(db, count) == number(fresh, count));
  CHECK(number(db, "SELECT count(*) FROM doc('회장')") == 0);
  run(db, "INSERT INTO doc SELECT body FROM given");
  CHECK(number(db, "SELECT count(*) FROM doc('회장')") == 1);
  run(db, "INSERT INTO doc(doc) VALUES ('integrity-check')");
  CHECK(sqlite3_close(db) == SQLITE_OK);
  CHECK(sqlite3_close(fresh) == SQLITE_OK);
  free(text);
}

/* A handler that lets the work go on changes nothing, and is asked more than once. */
static int asked;
static int allow(void *unused) {
  (void)unused;
  asked++;
  return 0;
}

static void be_asked(void) {
  char *text = repeated(texts[0]);
  sqlite3 *db = connect();
  sqlite3_progress_handler(db, STEPS, allow, NULL);
  for (int i = 0; i < N; i++) {
    int rc;
    asked = 0;
    rc = result(db, i, text);
    CHECK(rc == SQLITE_ROW || rc == SQLITE_DONE);
    CHECK(asked > 1);
  }
  CHECK(sqlite3_close(db) == SQLITE_OK);
  free(text);
}

int main(int argc, char **argv) {
  extension = argc > 1 ? argv[1] : "build/korean";
  for (int k = 0; k < N_TEXTS; k++) {
    char *text = repeated(texts[k]);
    end_all(text);
    free(text);
  }
  go_on();
  be_asked();
  return failures > 0;
}
