/* What the extension costs in time and memory, and what others cost in the same run.
**
**     bench LIBRARY [ARCHIVE [MECAB_DICTIONARY]]
**
** LIBRARY is the built extension, ARCHIVE lines of JSON with "title" and "text" (and "published"),
** as a newspaper archive has them; without one a short text of our own is repeated. With a
** directory of mecab-ko-dic, and libmecab installed, MeCab reads the same texts. Times are CPU
** time of this thread, the best of RUNS; MB are millions of bytes of UTF-8.
*/
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include <sqlite3.h>

#include "morph/analyser.h"
#include "morph/document.h"

enum { RUNS = 3 };

extern const unsigned char ko_image_data[], ko_image_end[]; /* ext/data/image.S */

static const char *const own[] = {
    "한빛전자 서지우 회장은 12일 오후 서울 종로구 본사에서 미국 반도체 기업 노바칩의 올리버 그랜트 "
    "최고경영자(CEO)와 만나 "
    "인공지능(AI) 반도체 공급 방안을 논의했다고 밝혔다.",
    ("두 사람은 이날 2시간가량 이어진 회동에서 차세대 메모리 GDDR7의 가격과 생산 일정, 3조5000억원 "
     "규모의 공동 투자 계획을 놓고 의견을 나눈 것으로 알려졌다."),
    ("회사 관계자는 \"구체적인 내용은 다음 달 이사회를 거쳐 공개할 예정\"이라며 \"시장의 우려와 "
     "달리 공급에는 문제가 없다\"고 말했다."),
};

static void die(const char *what, const char *why) {
  fprintf(stderr, "bench: %s: %s\n", what, why);
  exit(1);
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double wall(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- texts ---- */

typedef struct texts {
  char **text;
  size_t n, cap, bytes;
} texts;

static void add_text(texts *t, const char *s) {
  if (t->n == t->cap) t->text = realloc(t->text, (t->cap = t->cap * 2 + 64) * sizeof *t->text);
  if (!t->text || !(t->text[t->n++] = strdup(s))) die("texts", "out of memory");
  t->bytes += strlen(s);
}

static void exec(sqlite3 *db, const char *sql) {
  char *error = NULL;
  if (sqlite3_exec(db, sql, NULL, NULL, &error) != SQLITE_OK) die(sql, error ? error : "failed");
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK) die(sql, sqlite3_errmsg(db));
  return s;
}

static void read_archive(sqlite3 *db, const char *path, texts *t) {
  FILE *file = fopen(path, "r");
  sqlite3_stmt *s = prepare(db, "INSERT INTO news(published, text) SELECT ?1 ->> 'published',"
                                " coalesce(?1 ->> 'title', '') || char(10) || coalesce(?1 ->> "
                                "'text', ?1 ->> 'body', '') RETURNING text");
  char *line = NULL;
  size_t cap = 0;
  ssize_t n;
  if (!file) die(path, "cannot be read");
  while ((n = getline(&line, &cap, file)) > 0) {
    sqlite3_bind_text(s, 1, line, (int)n, SQLITE_STATIC);
    if (sqlite3_step(s) != SQLITE_ROW) die(path, sqlite3_errmsg(db));
    add_text(t, (const char *)sqlite3_column_text(s, 0));
    sqlite3_reset(s);
  }
  sqlite3_finalize(s);
  free(line);
  fclose(file);
}

static void repeat_own(sqlite3 *db, texts *t) {
  sqlite3_stmt *s = prepare(db, "INSERT INTO news(published, text) VALUES ('2026-05-12', ?1)");
  for (int i = 0; i < 9000; i++) {
    const char *text = own[(size_t)i % (sizeof own / sizeof *own)];
    add_text(t, text);
    sqlite3_bind_text(s, 1, text, -1, SQLITE_STATIC);
    sqlite3_step(s);
    sqlite3_reset(s);
  }
  sqlite3_finalize(s);
}

static void report(const char *what, size_t bytes, double best) {
  printf("%-44s %8.2f MB/s  %7.3f s\n", what, (double)bytes / 1e6 / best, best);
  fflush(stdout);
}

/* ---- analysing, without SQLite ---- */

static void bench_analyse(const texts *t) {
  ko_model model;
  ko_document d;
  ko_worker worker;
  double best = 1e9;
  size_t morphemes = 0;
  const char *damage = ko_model_open(&model, ko_image_data, (size_t)(ko_image_end - ko_image_data));
  if (damage) die("dictionary", damage);
  ko_worker_init(&worker, &model, &ko_mem_std);
  ko_document_init(&d, &worker);
  for (int run = 0; run < RUNS; run++) {
    double start = seconds();
    morphemes = 0;
    for (size_t i = 0; i < t->n; i++) {
      if (ko_document_read(&d, t->text[i], strlen(t->text[i])) || ko_document_analyse(&d))
        die("analyse", "out of memory");
      morphemes += d.n;
    }
    start = seconds() - start;
    if (start < best) best = start;
  }
  report("analyse: sentences and morphemes, in C", t->bytes, best);
  best = 1e9;
  for (int run = 0; run < RUNS; run++) {
    double start = seconds();
    for (size_t i = 0; i < t->n; i++) ko_document_read(&d, t->text[i], strlen(t->text[i]));
    start = seconds() - start;
    if (start < best) best = start;
  }
  report("  of this, characters and sentences alone", t->bytes, best);
  printf("%-44s %8zu\n", "  morphemes found", morphemes);
  ko_document_free(&d);
  ko_worker_free(&worker);
}

/* ---- MeCab, if it is there ---- */

static void bench_mecab(const texts *t, const char *dictionary) {
  void *library = dlopen("libmecab.so.2", RTLD_NOW);
  void *(*create)(const char *), (*destroy)(void *);
  const char *(*parse)(void *, const char *, size_t);
  void *mecab;
  char arguments[1024];
  double best = 1e9;
  if (!dictionary || !library) {
    printf("%-44s not measured: %s\n", "MeCab",
           library ? "no dictionary given" : "libmecab is not installed");
    return;
  }
  *(void **)&create = dlsym(library, "mecab_new2");
  *(void **)&parse = dlsym(library, "mecab_sparse_tonode2");
  *(void **)&destroy = dlsym(library, "mecab_destroy");
  snprintf(arguments, sizeof arguments, "-r /dev/null -d %s", dictionary);
  mecab = create && parse ? create(arguments) : NULL;
  if (!mecab) {
    printf("%-44s not measured: no dictionary in %s\n", "MeCab", dictionary);
    return;
  }
  for (int run = 0; run < RUNS; run++) {
    double start = seconds();
    for (size_t i = 0; i < t->n; i++)
      if (!parse(mecab, t->text[i], strlen(t->text[i]))) die("mecab", "cannot parse");
    start = seconds() - start;
    if (start < best) best = start;
  }
  report("MeCab with mecab-ko-dic, best path", t->bytes, best);
  destroy(mecab);
}

/* ---- through SQL ---- */

static void bench_query(sqlite3 *db, const texts *t, const char *what, const char *sql, int runs) {
  double best = 1e9;
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK) return; /* not built in yet */
  for (int run = 0; run < runs; run++) {
    double start = seconds();
    while (sqlite3_step(s) == SQLITE_ROW) {
    }
    if (sqlite3_reset(s) != SQLITE_OK) die(sql, sqlite3_errmsg(db));
    start = seconds() - start;
    if (start < best) best = start;
  }
  sqlite3_finalize(s);
  report(what, t->bytes, best);
}

static void bench_index(sqlite3 *db, const texts *t, const char *tokenizer) {
  double best = 1e9;
  char what[64], sql[160];
  for (int run = 0; run < RUNS; run++) {
    double start;
    snprintf(sql, sizeof sql,
             "CREATE VIRTUAL TABLE d USING fts5(text, content = 'news', tokenize = '%s')",
             tokenizer);
    exec(db, sql);
    start = seconds();
    exec(db, "BEGIN; INSERT INTO d(rowid, text) SELECT id, text FROM news; COMMIT");
    start = seconds() - start;
    if (start < best) best = start;
    exec(db, "DROP TABLE d");
  }
  snprintf(what, sizeof what, "FTS5 index in memory, %s", tokenizer);
  report(what, t->bytes, best);
}

/* What somebody with an archive does once: index it, and keep its entities and meetings in tables. */
static void bench_archive(sqlite3 *db, const texts *t) {
  double start = seconds();
  exec(db, "BEGIN;"
           "CREATE VIRTUAL TABLE d USING fts5(text, content = 'news', tokenize = 'korean');"
           "INSERT INTO d(rowid, text) SELECT id, text FROM news;"
           "CREATE TABLE entity AS SELECT news.id, x.* FROM news, extract_entities(news.text, "
           "news.published) x;"
           "CREATE TABLE meeting AS SELECT news.id, x.* FROM news, meetings(news.text, "
           "news.published) x;"
           "COMMIT");
  report("index, entities and meetings of all", t->bytes, seconds() - start);
}

static int no_token(void *context, int flags, const char *text, int n, int start, int end) {
  (void)context, (void)flags, (void)text, (void)n, (void)start, (void)end;
  return 0;
}

static void bench_tokenizer(sqlite3 *db, const texts *t, const char *name) {
  fts5_api *api = NULL;
  fts5_tokenizer methods;
  Fts5Tokenizer *tokenizer;
  void *context;
  double best = 1e9;
  char what[64];
  sqlite3_stmt *s = prepare(db, "SELECT fts5(?1)");
  sqlite3_bind_pointer(s, 1, (void *)&api, "fts5_api_ptr", NULL);
  sqlite3_step(s);
  sqlite3_finalize(s);
  if (!api || api->xFindTokenizer(api, name, &context, &methods) != SQLITE_OK ||
      methods.xCreate(context, NULL, 0, &tokenizer) != SQLITE_OK)
    die("tokenizer", name);
  for (int run = 0; run < RUNS; run++) {
    double start = seconds();
    for (size_t i = 0; i < t->n; i++)
      methods.xTokenize(tokenizer, NULL, FTS5_TOKENIZE_DOCUMENT, t->text[i],
                        (int)strlen(t->text[i]), no_token);
    start = seconds() - start;
    if (start < best) best = start;
  }
  methods.xDelete(tokenizer);
  snprintf(what, sizeof what, "tokenize, %s", name);
  report(what, t->bytes, best);
}

/* ---- start, size and memory ---- */

static sqlite3 *open_with(const char *library) {
  sqlite3 *db;
  char *error = NULL;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK) die("sqlite3_open", "failed");
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
  if (sqlite3_load_extension(db, library, NULL, &error) != SQLITE_OK)
    die(library, error ? error : "failed");
  return db;
}

/* What .load and a first answer add to the time of the sqlite3 shell; negative if there is no shell. */
static double first_answer(const char *library) {
  char command[2][1200];
  double best[2] = {1e9, 1e9};
  snprintf(command[0], sizeof command[0], "sqlite3 :memory: 'SELECT 1' >/dev/null");
  snprintf(command[1], sizeof command[1],
           "sqlite3 :memory: '.load %s' \"SELECT count(*) FROM morphemes('서울에서 열린 회의')\" "
           ">/dev/null",
           library);
  for (int run = 0; run < 20; run++) {
    double start = wall();
    if (system(command[run % 2])) return -1;
    start = wall() - start;
    if (start < best[run % 2]) best[run % 2] = start;
  }
  return best[1] - best[0];
}

/* What the extension keeps on the heap: after loading, and after every text was read once. */
static void bench_memory(const char *library, const texts *t) {
  sqlite3_int64 bare, loaded, used;
  sqlite3_stmt *s;
  sqlite3 *db;
  bare = sqlite3_memory_used();
  db = open_with(library);
  loaded = sqlite3_memory_used() - bare;
  s = prepare(db, "SELECT count(*) FROM morphemes(?1)");
  exec(db, "CREATE VIRTUAL TABLE d USING fts5(text, content = '', tokenize = 'korean')");
  for (size_t i = 0; i < t->n && i < 2000; i++) {
    sqlite3_bind_text(s, 1, t->text[i], -1, SQLITE_STATIC);
    sqlite3_step(s);
    sqlite3_reset(s);
  }
  sqlite3_finalize(s);
  s = prepare(
      db, "INSERT INTO d(d, rowid, text) VALUES ('delete', 1, ?1)"); /* tokenizes, keeps nothing */
  for (size_t i = 0; i < t->n && i < 2000; i++) {
    sqlite3_bind_text(s, 1, t->text[i], -1, SQLITE_STATIC);
    sqlite3_step(s);
    sqlite3_reset(s);
  }
  sqlite3_finalize(s);
  exec(db,
       "DROP TABLE d; CREATE VIRTUAL TABLE d USING fts5(text, content = '', tokenize = 'korean')");
  sqlite3_db_release_memory(db);
  used = sqlite3_memory_used() - bare;
  printf("%-44s %8.0f KB after loading, %.0f KB in use, SQLite's own included\n",
         "heap of a connection", (double)loaded / 1e3, (double)used / 1e3);
  sqlite3_close(db);
}

int main(int argc, char **argv) {
  const char *library = argc > 1 ? argv[1] : NULL, *archive = argc > 2 ? argv[2] : "";
  texts t = {NULL, 0, 0, 0};
  struct stat size;
  double start, all;
  sqlite3 *db;
  if (!library || stat(library, &size)) die("usage", "bench LIBRARY [ARCHIVE [MECAB_DICTIONARY]]");
  start = first_answer(library);
  all = wall();
  db = open_with(library);
  exec(db, "CREATE TABLE news(id INTEGER PRIMARY KEY, published TEXT, text TEXT)");
  if (archive[0])
    read_archive(db, archive, &t);
  else
    repeat_own(db, &t);
  printf("%-44s %8.2f MB in %zu texts%s\n", "read", (double)t.bytes / 1e6, t.n,
         archive[0] ? "" : " (our own, repeated)");
  printf("%-44s %8.2f MB\n", "file size", (double)size.st_size / 1e6);
  printf("%-44s %8.2f ms\n", "load to first answer", start * 1e3);
  bench_memory(library, &t);
  bench_analyse(&t);
  bench_mecab(&t, argc > 3 && argv[3][0] ? argv[3] : NULL);
  bench_query(db, &t, "morphemes(), counted in SQL",
              "SELECT count(*) FROM news, morphemes(news.text)", RUNS);
  bench_query(db, &t, "sentences(), counted in SQL",
              "SELECT count(*) FROM news, sentences(news.text)", RUNS);
  bench_tokenizer(db, &t, "korean");
  bench_index(db, &t, "korean");
  bench_index(db, &t, "unicode61");
  bench_index(db, &t, "trigram");
  bench_query(db, &t, "extract_entities(), counted in SQL",
              "SELECT count(*) FROM news, extract_entities(news.text, news.published)", 1);
  bench_query(db, &t, "meetings(), counted in SQL",
              "SELECT count(*) FROM news, meetings(news.text, news.published)", 1);
  bench_query(db, &t, "quotes(), counted in SQL", "SELECT count(*) FROM news, quotes(news.text)",
              1);
  bench_query(db, &t, "relations(), counted in SQL",
              "SELECT count(*) FROM news, relations(news.text)", 1);
  bench_archive(db, &t);
  printf("%-44s %8.1f s\n", "all of this took", wall() - all);
  sqlite3_close(db);
  for (size_t i = 0; i < t.n; i++) free(t.text[i]);
  free(t.text);
  return 0;
}
