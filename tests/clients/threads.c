/* Connections in several threads, each of its own, closed by another thread than opened them; they
** share the model and nothing else. All must find the same. */
#include <pthread.h>

#include "client.h"

enum { THREADS = 8, ROUNDS = 40 };

static void *work(void *arg) {
  sqlite3 *db = open_with_extension(":memory:");
  long long *sum = arg;
  run(db, "CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean')");
  for (int i = 0; i < ROUNDS; i++) {
    run(db, "INSERT INTO doc VALUES ('한빛전자는 3일 평택 공장에서 회의록을 공개했다'), ('서울에는 "
            "눈이 내렸다고 한다')");
    *sum += number(db, "SELECT count(*) FROM doc('회의록 공개')");
    *sum += number(db, "SELECT sum(start * length) FROM doc, morphemes(body)");
    *sum += number(db, "SELECT length(group_concat(romanize(body))) FROM doc");
    *sum += number(db, "SELECT count(*) FROM doc WHERE doc MATCH korean_query('서울 눈')");
    *sum += number(db, "SELECT '가' < '나' COLLATE korean");
    *sum += number(db, "SELECT sum(start * length) FROM doc, extract_entities(body, '2025-02-04')");
    *sum += number(db, "SELECT sum(length) FROM meetings('한서준 회장이 3일 서울에서 민도윤 대표를 "
                       "만나 \"투자하겠다\"고 말했다.', '2025-02-04')");
    *sum += number(db, "SELECT sum(length(text)) FROM quotes('한서준 회장은 \"투자하겠다\"고 "
                       "말했다.')");
    *sum += number(db, "SELECT length(body) FROM parse_article('눈이 왔다. 길이 막혔다.')");
  }
  return db;
}

int main(int argc, char **argv) {
  pthread_t thread[THREADS];
  long long sum[THREADS] = {0};
  extension = argc > 1 ? argv[1] : "build/korean";
  for (int i = 0; i < THREADS; i++) CHECK(pthread_create(&thread[i], NULL, work, &sum[i]) == 0);
  for (int i = 0; i < THREADS; i++) {
    void *db;
    CHECK(pthread_join(thread[i], &db) == 0);
    CHECK(sqlite3_close(db) == SQLITE_OK);
  }
  for (int i = 1; i < THREADS; i++) CHECK(sum[i] == sum[0]);
  CHECK(sum[0] > 0);
  return failures > 0;
}
