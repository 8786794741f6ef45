/* How much memory a function takes of SQLite for each byte of a text, of every kind that nobody would write:
** about 40 bytes, and more only where it is said below. What SQLite itself keeps of the text is counted. */
#include "client.h"

enum { SIZE = 300000, USUAL = 46 }; /* bytes of a text; bytes for each of them */

/* A text: what it begins with, and what is repeated. `clauses` is what functions that read clauses may take
** of it, `dates` what those may that find dates. */
static const struct {
  const char *begin, *again;
  int clauses, dates;
} texts[] = {
    {"",
     "이도윤 한빛그룹 회장이 3일 서울의 한 호텔에서 박서준 두레전자 사장을 만나 \"공급하겠다\"고 "
     "말했다. ",
     0, 0},
    {"", "(", 0, 0},
    {"", "()", 0, 0},
    {"", "\"", 120, 0}, /* each mark is a word of a clause */
    {"", "“", 0, 0},
    {"", "가", 0, 0},
    {"", "1", 0, 0},
    {"", " ", 0, 0},
    {"", "\n", 0, 0},
    {"", "가\n", 0, 0},
    {"", "a", 0, 0},
    {"", "a b ", 0, 0},
    {"", "李", 0, 0},
    {"", "김하늘·", 0, 0},
    {"", "김하늘 회장 ", 0, 0},
    {"", "김하늘은 \"간다\"고 말했다. ", 60, 0},
    {"", "김하늘과 박서준이 만났다. ", 60, 0},
    {"한서준과 민도윤이 회동 ", "(", 120, 0},
    {"", "5억원 ", 0, 0},
    {"", "3일 ", 0, 60}, /* a date is kept as it was read */
    {"", "입력 2025.02.04 09:10\n", 0, 0},
};

static const struct {
  const char *sql;
  int clauses, dates;
} statements[] = {
    {"SELECT length(korean_normalize(?1))", 0, 0},
    {"SELECT length(hanja_reading(?1))", 0, 0},
    {"SELECT length(romanize(?1))", 0, 0},
    {"SELECT length(chosung(?1))", 0, 0},
    {"SELECT length(korean_query(?1))", 0, 0},
    {"SELECT count(*) FROM sentences(?1)", 0, 0},
    {"SELECT count(*) FROM morphemes(?1)", 0, 0},
    {"SELECT count(*) FROM extract_entities(?1, '2025-02-05')", 0, 1},
    {"SELECT count(*) FROM meetings(?1, '2025-02-05')", 1, 1},
    {"SELECT count(*) FROM meeting_participants(?1)", 1, 1},
    {"SELECT count(*) FROM quotes(?1)", 1, 1},
    {"SELECT count(*) FROM relations(?1)", 0, 1},
    {"SELECT length(body) FROM parse_article(?1)", 0, 0},
    {"INSERT INTO doc VALUES (?1)", 0, 0},
};

static void check(size_t t, size_t k, const char *text, size_t n) {
  sqlite3 *db = open_with_extension(":memory:");
  sqlite3_stmt *s = NULL;
  sqlite3_int64 before, most;
  int limit = USUAL, rc;
  if (statements[k].clauses && texts[t].clauses) limit = texts[t].clauses;
  if (statements[k].dates && texts[t].dates) limit = texts[t].dates;
  run(db, "CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean', content = '')");
  number(db, "SELECT count(*) FROM meetings('한서준과 민도윤이 만났다.')");
  CHECK(sqlite3_prepare_v2(db, statements[k].sql, -1, &s, NULL) == SQLITE_OK);
  sqlite3_bind_text(s, 1, text, (int)n, SQLITE_STATIC);
  before = sqlite3_memory_used();
  sqlite3_memory_highwater(1);
  rc = sqlite3_step(s);
  CHECK(rc == SQLITE_ROW || rc == SQLITE_DONE);
  most = (sqlite3_memory_highwater(0) - before) / (sqlite3_int64)n;
  if (most > limit) {
    failures++;
    printf("%s of %.10s...: %d bytes for each byte, not %d\n", statements[k].sql, texts[t].again,
           (int)most, limit);
  }
  sqlite3_finalize(s);
  CHECK(sqlite3_close(db) == SQLITE_OK);
}

int main(int argc, char **argv) {
  extension = argc > 1 ? argv[1] : "build/korean";
  for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
    size_t n = strlen(texts[t].begin), each = strlen(texts[t].again);
    char *text = malloc(SIZE + 200);
    memcpy(text, texts[t].begin, n);
    for (; n + each < SIZE + 100; n += each) memcpy(text + n, texts[t].again, each);
    for (size_t k = 0; k < sizeof statements / sizeof *statements; k++) check(t, k, text, n);
    free(text);
  }
  return failures > 0;
}
