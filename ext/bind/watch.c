#include "bind/watch.h"

#include "bind/sqlite.h"

enum { EVERY = 1 << 16 }; /* of ko_work between two questions: some ten ms */

/* SQLite has no function, in the versions we know, to ask whether a statement is to end (the one of 3.41
** leaves progress handlers out). But a statement run inside another one ends when that is to end. This one
** touches nothing, has no result, and is some thousand of SQLite's steps long, since a progress handler is
** called once in so many. It stays prepared from one question to the next, so that those steps add up. */
static const char probe[] = "WITH v(x) AS (VALUES(1),(1),(1),(1),(1),(1),(1),(1),(1),(1))"
                            "SELECT 1 FROM v a, v b, v c WHERE a.x + b.x < c.x";

static int ask(ko_watch *w) {
  int rc = SQLITE_OK;
  if (!w->probe) rc = sqlite3_prepare_v2(w->db, probe, -1, &w->probe, NULL);
  if (rc == SQLITE_OK) rc = sqlite3_step(w->probe);
  sqlite3_reset(w->probe);
  w->ended = rc == SQLITE_INTERRUPT; /* an interrupted connection prepares nothing */
  return w->ended;
}

int ko_watch_work(void *watch, size_t n) {
  ko_watch *w = watch;
  if (w->ended) return 1;
  w->work += n;
  if (w->work < EVERY) return 0;
  w->work = 0;
  return ask(w);
}

int ko_watch_end(ko_watch *w) {
  int ended = w->ended;
  sqlite3_finalize(w->probe); /* a prepared statement would keep the connection from being closed */
  w->probe = NULL;
  w->work = 0;
  w->ended = 0;
  return ended;
}
