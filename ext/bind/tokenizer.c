#include "bind/tokenizer.h"

#include <string.h>

#include "bind/sqlite.h"
#include "morph/tagset.h"
#include "morph/tokens.h"

typedef struct tokenizer {
  ko_state *state;
  ko_tokens tokens;
} tokenizer;

/* ---- options ---- */

static int set_decompound(ko_tokens *t, const char *value) {
  if (strcmp(value, "none") == 0)
    t->terms.decompound = KO_DECOMPOUND_NONE;
  else if (strcmp(value, "discard") == 0)
    t->terms.decompound = KO_DECOMPOUND_DISCARD;
  else if (strcmp(value, "mixed") == 0)
    t->terms.decompound = KO_DECOMPOUND_MIXED;
  else
    return 0;
  return 1;
}

static int set_hanja(ko_tokens *t, const char *value) {
  if (strcmp(value, "on") == 0)
    t->hanja = 1;
  else if (strcmp(value, "off") == 0)
    t->hanja = 0;
  else
    return 0;
  return 1;
}

/* Tags divided by spaces or commas, groups such as J or E standing for all their tags; "default"
** for those dropped without this option, "none" for none. */
static int set_drop(ko_tokens *t, const char *value) {
  uint64_t dropped = 0;
  const char *at = value;
  while (*at) {
    size_t n = strcspn(at, " ,");
    char name[8];
    int known = 0;
    if (n >= sizeof name) return 0;
    memcpy(name, at, n);
    name[n] = 0;
    for (unsigned tag = 0; n && tag < KO_N_TAGS; tag++)
      if (strcmp(name, ko_tag_name(tag)) == 0 || strcmp(name, ko_tag_inner(tag)) == 0 ||
          (n == 1 && strchr("JE", name[0]) && ko_tag_group(tag) == name[0])) {
        dropped |= (uint64_t)1 << tag;
        known = 1;
      }
    if (n && strcmp(name, "default") == 0) dropped |= ko_terms_default_dropped(), known = 1;
    if (n && strcmp(name, "none") == 0) known = 1;
    if (n && !known) return 0;
    at += n;
    while (*at == ' ' || *at == ',') at++;
  }
  t->terms.dropped = dropped;
  return 1;
}

/* A number of kilobytes. */
static int set_cache(ko_tokens *t, const char *value) {
  size_t n = strspn(value, "0123456789"), kilobytes = 0;
  if (n == 0 || n > 6 || value[n]) return 0;
  for (size_t i = 0; i < n; i++) kilobytes = 10 * kilobytes + (size_t)(value[i] - '0');
  t->cache_limit = 1000 * kilobytes;
  return 1;
}

static const struct {
  const char *name, *accepts;
  int (*set)(ko_tokens *t, const char *value);
} options[] = {
    {"decompound", "none, discard or mixed", set_decompound},
    {"hanja", "on or off", set_hanja},
    {"drop", "tags such as NNB, MAG, J or E, or default or none", set_drop},
    {"cache", "a number of kilobytes of up to six digits", set_cache},
};

/* FTS5 itself says only "error in tokenizer constructor"; sqlite3_log carries the reason. */
static int set_options(ko_tokens *t, const char **arg, int n) {
  if (n % 2) {
    sqlite3_log(SQLITE_ERROR, "tokenizer korean: option %s lacks a value", arg[n - 1]);
    return SQLITE_ERROR;
  }
  for (int i = 0; i < n; i += 2) {
    size_t k = 0, count = sizeof options / sizeof *options;
    while (k < count && sqlite3_stricmp(arg[i], options[k].name) != 0) k++;
    if (k == count) {
      sqlite3_log(SQLITE_ERROR,
                  "tokenizer korean: unknown option %s (decompound, hanja, drop, cache)", arg[i]);
      return SQLITE_ERROR;
    }
    if (!options[k].set(t, arg[i + 1])) {
      sqlite3_log(SQLITE_ERROR, "tokenizer korean: %s takes %s, not %s", options[k].name,
                  options[k].accepts, arg[i + 1]);
      return SQLITE_ERROR;
    }
  }
  return SQLITE_OK;
}

/* ---- the tokenizer ---- */

static void delete_tokenizer(Fts5Tokenizer *p) {
  tokenizer *t = (tokenizer *)p;
  if (!t) return;
  ko_tokens_free(&t->tokens);
  sqlite3_free(t);
}

static int create_tokenizer(void *context, const char **arg, int n, Fts5Tokenizer **out) {
  ko_state *state = context;
  tokenizer *t = sqlite3_malloc64(sizeof *t);
  int rc;
  *out = NULL;
  if (!t) return SQLITE_NOMEM;
  memset(t, 0, sizeof *t);
  ko_tokens_init(&t->tokens, &state->model, &state->mem);
  t->tokens.cache = &state->cache;
  t->state = state;
  rc = set_options(&t->tokens, arg, n);
  if (rc != SQLITE_OK) {
    delete_tokenizer((Fts5Tokenizer *)t);
    return rc;
  }
  *out = (Fts5Tokenizer *)t;
  return SQLITE_OK;
}

typedef struct sink {
  void *context;
  int (*token)(void *, int, const char *, int, int, int);
} sink;

static int give(void *arg, int colocated, const char *text, size_t n, size_t start, size_t end) {
  const sink *s = arg;
  return s->token(s->context, colocated ? FTS5_TOKEN_COLOCATED : 0, text, (int)n, (int)start,
                  (int)end);
}

static int tokenize(Fts5Tokenizer *p, void *context, int flags, const char *text, int n,
                    int (*token)(void *, int, const char *, int, int, int)) {
  tokenizer *t = (tokenizer *)p;
  sink s = {context, token};
  int rc;
  if (!text || n <= 0) return SQLITE_OK;
  rc = ko_tokens_run(&t->tokens, text, (size_t)n, (flags & FTS5_TOKENIZE_QUERY) != 0, give, &s);
  if (ko_watch_end(&t->state->watch)) return SQLITE_INTERRUPT;
  return rc == -1 ? SQLITE_NOMEM : rc;
}

/* ---- registration ---- */

/* The interface of the connection's FTS5. On failure *error has the reason as SQLite says it: no such
** function, or an authorizer that keeps us from it. */
static int fts5_api_of(sqlite3 *db, fts5_api **out, char **error) {
  sqlite3_stmt *statement = NULL;
  const char *reason = "an authorizer ignores fts5()";
  int rc = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL);
  *out = NULL;
  if (rc == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, out, "fts5_api_ptr", NULL);
    sqlite3_step(statement);
    rc = sqlite3_finalize(statement);
  }
  if (rc == SQLITE_NOMEM || *out) return rc;
  if (rc != SQLITE_OK) reason = sqlite3_errmsg(db);
  *error = sqlite3_mprintf("korean: FTS5 is needed: %s", reason);
  return rc == SQLITE_OK ? SQLITE_ERROR : rc;
}

int ko_tokenizer_register(sqlite3 *db, ko_state *state, char **error) {
  static fts5_tokenizer methods = {create_tokenizer, delete_tokenizer, tokenize};
  fts5_api *api;
  int rc = fts5_api_of(db, &api, error);
  if (rc != SQLITE_OK) return rc;
  if (api->iVersion < 2) {
    *error = sqlite3_mprintf("korean: the FTS5 of this SQLite is too old");
    return SQLITE_ERROR;
  }
  rc = api->xCreateTokenizer(api, "korean", state, &methods, ko_state_release);
  if (rc == SQLITE_OK) state->users++; /* on failure FTS5 does not call ko_state_release */
  return rc;
}
