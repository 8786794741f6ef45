/* Texts as they should not be: every file of tests/fuzz/corpus and sql/articles, and mutations of
** them, goes through every function and into an index. Nothing may fail, and what a row says about
** its place must be so. ROUNDS=n in the environment sets the number of mutations, SEED=n their
** beginning; what is being read stands in EXTENSION.fuzz while the program runs. */
#include <dirent.h>

#include "../clients/client.h"

enum { MAX_FILES = 400, MAX_TEXT = 20000, MAX_QUERIES = 32 };

static struct {
  char *data;
  size_t n;
} corpus[MAX_FILES];
static size_t n_corpus;

static void read_folder(const char *folder) {
  DIR *d = opendir(folder);
  struct dirent *entry;
  while (d && (entry = readdir(d)) != NULL && n_corpus < MAX_FILES) {
    char path[1024];
    FILE *f;
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    if (entry->d_name[0] == '.' || (f = fopen(path, "rb")) == NULL) continue;
    corpus[n_corpus].data = malloc(MAX_TEXT);
    corpus[n_corpus].n = fread(corpus[n_corpus].data, 1, MAX_TEXT, f);
    n_corpus++;
    fclose(f);
  }
  if (d) closedir(d);
}

static unsigned long long state;

static unsigned below(unsigned n) {
  state = state * 6364136223846793005ull + 1442695040888963407ull;
  return n ? (unsigned)(state >> 33) % n : 0;
}

/* A text made of pieces of the corpus, and then damaged. Returns its length. */
static size_t mutate(char *out, size_t room) {
  static const char *const odd[] = {"\xEA\xB0",
                                    "\xED\xA0\x80",
                                    "\xC2\xAD",
                                    "\xE2\x80\x8D",
                                    "\xCC\x81",
                                    "\xE1\x84\x92",
                                    "\xE1\x85\xA1",
                                    "\xE1\x86\xAB",
                                    "\xEF\xA7\xA1",
                                    "\xE6\x9D\x8E",
                                    "\"",
                                    "\xE2\x80\x9C",
                                    "(",
                                    "\n",
                                    "\r\n",
                                    "\xE3\x80\x80",
                                    "\xF0\x9F\x91\x8D",
                                    "\xEF\xBC\xA1",
                                    "\xE3\x8E\x8F",
                                    "\xFF",
                                    ".",
                                    "\xC2\xB7",
                                    "3\xEC\x9D\xBC",
                                    "\xEC\x96\xB5"};
  size_t n = 0, pieces = 1 + below(4);
  while (pieces-- > 0) {
    size_t k = below((unsigned)n_corpus), from = below((unsigned)corpus[k].n),
           length = below((unsigned)(corpus[k].n - from)) + 1;
    if (length > 1500) length = 1500;
    if (from + length > corpus[k].n || n + length > room) continue;
    memcpy(out + n, corpus[k].data + from, length);
    n += length;
  }
  for (unsigned damages = below(12); damages > 0 && n > 0; damages--) {
    size_t at = below((unsigned)n);
    const char *s = odd[below(sizeof odd / sizeof *odd)];
    size_t length = strlen(s);
    switch (below(4)) {
    case 0: out[at] = (char)below(256); break;
    case 1: memmove(out + at, out + at + 1, --n - at); break;
    case 2:
      if (at + length <= n) memcpy(out + at, s, length);
      break;
    default:
      if (n + length > room) break;
      memmove(out + at + length, out + at, n - at);
      memcpy(out + at, s, length);
      n += length;
    }
  }
  return n;
}

/* Each gives one number, which must be 0; ?1 is the text. */
static const char *const queries[] = {
    "INSERT INTO doc VALUES (?1)",
    "SELECT count(*) FROM doc WHERE doc MATCH korean_query(substr(?1, 1, 200)) AND 0",
    "SELECT count(*) FROM doc WHERE doc MATCH korean_query(?1, 'any') AND 0",
    "SELECT count(*) FROM doc WHERE doc MATCH korean_query(substr(?1, 1, 50), 'prefix') AND 0",
    "SELECT sum(length(korean_normalize(?1)) + length(hanja_reading(?1)) + length(romanize(?1)) + "
    "length(chosung(?1))) < 0",
    "SELECT sum(CAST(substr(?1, start, length) AS BLOB) IS NOT CAST(surface AS BLOB)) FROM "
    "morphemes(?1)",
    "SELECT sum(CAST(substr(?1, start, length) AS BLOB) IS NOT CAST(text AS BLOB)) FROM "
    "sentences(?1)",
    "SELECT sum(start < 1 OR length < 1 OR start + length - 1 > length(?1) OR type IS NULL OR text "
    "IS NULL OR (name IS NULL AND type IN ('person', 'organization', 'location'))) FROM "
    "extract_entities(?1, '2025-02-04')",
    "SELECT sum(CAST(substr(?1, start, length) AS BLOB) IS NOT CAST(text AS BLOB)) FROM "
    "extract_entities(?1)",
    "SELECT sum(kind IS NULL OR status IS NULL OR NOT json_valid(participants) OR start < 1 OR "
    "start + length - 1 > length(?1)) FROM meetings(?1, '2025-02-04')",
    "SELECT sum(meeting IS NULL OR name IS NULL) FROM meeting_participants(?1, '2025-02-04')",
    "SELECT sum(start < 1 OR length < 1 OR start + length - 1 > length(?1) OR text IS NULL) FROM "
    "quotes(?1)",
    "SELECT sum(start < 1 OR length < 1 OR start + length - 1 > length(?1) OR person IS NULL) FROM "
    "relations(?1)",
    "SELECT count(*) <> 1 FROM parse_article(?1)",
};

static sqlite3_stmt *statement[MAX_QUERIES];

static void check(sqlite3 *db, const char *text, size_t n) {
  int has_nul = memchr(text, 0, n) != NULL; /* SQLite's own substr() and length() stop at it */
  for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
    sqlite3_stmt *s = statement[i];
    int rc;
    long long wrong = 0;
    if (!s) continue;
    sqlite3_bind_text64(s, 1, text, n, SQLITE_STATIC, SQLITE_UTF8);
    while ((rc = sqlite3_step(s)) == SQLITE_ROW) wrong = sqlite3_column_int64(s, 0);
    if (rc != SQLITE_DONE || (wrong && !has_nul)) {
      failures++;
      printf("%s\n  %lld wrong, %s\n  %.100s\n", queries[i], wrong, sqlite3_errmsg(db), text);
    }
    sqlite3_reset(s);
  }
}

static void check_file(sqlite3 *db, const char *kept, const char *text, size_t n) {
  FILE *f = fopen(kept, "wb");
  if (f) {
    fwrite(text, 1, n, f);
    fclose(f);
  }
  if (n) check(db, text, n);
}

int main(int argc, char **argv) {
  static char text[MAX_TEXT], kept[1024];
  const char *rounds = getenv("ROUNDS"), *seed = getenv("SEED");
  sqlite3 *db;
  extension = argc > 1 ? argv[1] : "build/korean";
  state = seed ? strtoull(seed, NULL, 10) : 1;
  snprintf(kept, sizeof kept, "%s.fuzz", extension);
  read_folder("tests/fuzz/corpus");
  read_folder("sql/articles");
  CHECK(n_corpus > 0);
  db = open_with_extension(":memory:");
  run(db, "CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean')");
  for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
    if (sqlite3_prepare_v2(db, queries[i], -1, &statement[i], NULL) != SQLITE_OK)
      failures++, printf("%s\n  %s\n", queries[i], sqlite3_errmsg(db));
  for (size_t i = 0; i < n_corpus && failures < 5; i++)
    check_file(db, kept, corpus[i].data, corpus[i].n);
  for (int i = rounds ? atoi(rounds) : 300; i > 0 && failures < 5; i--)
    check_file(db, kept, text, mutate(text, sizeof text));
  run(db, "INSERT INTO doc(doc) VALUES ('integrity-check')");
  run(db, "DELETE FROM doc WHERE rowid % 2");
  run(db, "INSERT INTO doc(doc) VALUES ('integrity-check')");
  for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) sqlite3_finalize(statement[i]);
  CHECK(sqlite3_close(db) == SQLITE_OK);
  for (size_t i = 0; i < n_corpus; i++) free(corpus[i].data);
  if (!failures) remove(kept);
  return failures > 0;
}
