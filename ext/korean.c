/* `korean`: Korean text analysis inside SQLite. The entry point; README.md says what it gives. */
#define KO_DEFINE_API
#include "bind/sqlite.h"
SQLITE_EXTENSION_INIT1

#include <string.h>

#include "bind/scalars.h"
#include "bind/state.h"
#include "bind/row_function.h"
#include "bind/tokenizer.h"
#include "extract/names/names.h"
#include "text/collate.h"

extern const unsigned char ko_image_data[], ko_image_end[]; /* ext/data/image.S */
extern const unsigned char ko_ready_data[], ko_ready_end[];

void ko_state_release(void *p) {
  ko_state *state = p;
  if (!state || --state->users > 0) return;
  ko_analyses_free(state);
  ko_tokens_free(&state->tokens);
  ko_termcache_free(&state->cache);
  ko_buf_free(&state->out);
  ko_collator_close(state->collator);
  sqlite3_free(state);
}

/* What must be there before anything is registered: the dictionary, the model of names, and what ICU
** does for us. Returns an SQLite result code; on failure *error says what is wrong. */
static int open_parts(ko_state *state, char **error) {
  const char *what = NULL, *wrong;
  wrong = ko_model_open(&state->model, ko_image_data, (size_t)(ko_image_end - ko_image_data));
  if (!wrong) wrong = ko_names_check();
  if (!wrong && !ko_termstore_open(&state->cache.ready, ko_ready_data,
                                   (size_t)(ko_ready_end - ko_ready_data)))
    wrong = "the terms made ready are cut short";
  if (wrong) {
    *error = sqlite3_mprintf("korean: %s", wrong);
    return SQLITE_ERROR;
  }
  ko_worker_init(&state->worker, &state->model, &state->mem);
  if ((wrong = ko_splitter_open(&state->worker.splitter)) != NULL)
    what = "sentence boundaries";
  else if (!(state->collator = ko_collator_open(&wrong)))
    what = "Korean order";
  if (!what) return SQLITE_OK;
  *error = sqlite3_mprintf("korean: ICU's %s: %s", what, wrong);
  return SQLITE_ERROR;
}

/* Everything that is registered, in order; the first failure ends it. */
static int (*const registrations[])(sqlite3 *db, ko_state *state, char **error) = {
    ko_scalars_register,
    ko_tables_register,
    ko_tokenizer_register,
};

/* All calls to SQLite go through one pointer, whatever connection they are for. So the library that loads
** this file first is the one it serves: functions of another library on its connections would mix the
** two. Returns whether `api` is that library's. (Threads may load at once.) */
static int is_ours(const sqlite3_api_routines *api) {
  const sqlite3_api_routines *before = NULL;
  return __atomic_compare_exchange_n(&sqlite3_api, &before, api, 0, __ATOMIC_ACQ_REL,
                                     __ATOMIC_ACQUIRE) ||
         before == api;
}

static int load(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
  ko_state *state;
  int rc;
  if (!is_ours(api)) {
    *error = api->mprintf("korean: this file serves another SQLite library of the process; load a "
                          "copy of the file");
    return SQLITE_ERROR;
  }
  *error = NULL;
  state = sqlite3_malloc64(sizeof *state);
  if (!state) return SQLITE_NOMEM;
  memset(state, 0, sizeof *state);
  state->db = db;
  state->users = 1;
  state->watch.db = db;
  state->mem = ko_mem_sqlite;
  state->mem.work = ko_watch_work;
  state->mem.ctx = &state->watch;
  ko_buf_init(&state->out, &ko_mem_sqlite);
  ko_termcache_init(&state->cache, &ko_mem_sqlite);
  rc = open_parts(state, error);
  for (size_t i = 0; rc == SQLITE_OK && i < sizeof registrations / sizeof *registrations; i++)
    rc = registrations[i](db, state, error);
  ko_state_release(state);
  return rc;
}

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

EXPORT int sqlite3_korean_init(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
  return load(db, error, api);
}

/* The name that SQLite tries first, so that a renamed file loads too. (It does not call the other: in a
** process with two copies of the file that might be the other copy's.) */
EXPORT int sqlite3_extension_init(sqlite3 *db, char **error, const sqlite3_api_routines *api) {
  return load(db, error, api);
}
