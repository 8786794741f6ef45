/* Whether the work of a call is still wanted: sqlite3_interrupt() and progress handlers end statements
** between SQLite's own steps, of which a call of ours is one, however long its text. */
#ifndef KO_WATCH_H
#define KO_WATCH_H

#include <stddef.h>

struct sqlite3;
struct sqlite3_stmt;

typedef struct ko_watch {
  struct sqlite3 *db;
  struct sqlite3_stmt *probe; /* NULL but in a call that has taken long */
  size_t work;                /* done since SQLite was last asked, as ko_work counts */
  int ended;                  /* 1: SQLite wants the statement to end */
} ko_watch;

/* ko_mem.work; `watch` is a ko_watch. */
int ko_watch_work(void *watch, size_t n);
/* A call is over: nothing of it stays with the connection. Returns 1 if it was ended, so that its result is
** SQLITE_INTERRUPT. */
int ko_watch_end(ko_watch *w);

#endif
