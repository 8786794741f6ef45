#include "bind/tokenizer.h"

#include <string.h>

#include "bind/sqlite.h"
#include "bind/word_table.h"
#include "morph/tagset.h"
#include "morph/tokens.h"

typedef struct tokenizer {
  ko_state *state;
  ko_tokens tokens;
  ko_word_table *words; /* NULL: none */
} tokenizer;

/* ---- options ---- */

/* Options take a value: 1, 0 for a value that they do not know, -1 when memory is out. */

static int set_decompound(tokenizer *t, const char *value) {
  if (strcmp(value, "none") == 0)
    t->tokens.terms.decompound = KO_DECOMPOUND_NONE;
  else if (strcmp(value, "discard") == 0)
    t->tokens.terms.decompound = KO_DECOMPOUND_DISCARD;
  else if (strcmp(value, "mixed") == 0)
    t->tokens.terms.decompound = KO_DECOMPOUND_MIXED;
  else
    return 0;
  return 1;
}

static int set_hanja(tokenizer *t, const char *value) {
  if (strcmp(value, "on") == 0)
    t->tokens.hanja = 1;
  else if (strcmp(value, "off") == 0)
    t->tokens.hanja = 0;
  else
    return 0;
  return 1;
}

/* Tags divided by spaces or commas, groups such as J or E standing for all their tags; "default"
** for those dropped without this option, "none" for none. */
static int set_drop(tokenizer *t, const char *value) {
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
  t->tokens.terms.dropped = dropped;
  return 1;
}

/* A number of kilobytes. */
static int set_cache(tokenizer *t, const char *value) {
  size_t n = strspn(value, "0123456789"), kilobytes = 0;
  if (n == 0 || n > 6 || value[n]) return 0;
  for (size_t i = 0; i < n; i++) kilobytes = 10 * kilobytes + (size_t)(value[i] - '0');
  t->tokens.cache_limit = 1000 * kilobytes;
  return 1;
}

/* The table need not be there: a table that nobody can read could not be dropped either. */
static int set_words(tokenizer *t, const char *value) {
  if (!*value) return 0;
  ko_word_table_release(t->words);
  t->words = ko_word_table_hold(t->state, value, strlen(value));
  return t->words ? 1 : -1;
}

static const struct {
  const char *name, *accepts;
  int (*set)(tokenizer *t, const char *value);
} options[] = {
    {"decompound", "none, discard or mixed", set_decompound},
    {"hanja", "on or off", set_hanja},
    {"drop", "tags such as NNB, MAG, J or E, or default or none", set_drop},
    {"cache", "a number of kilobytes of up to six digits", set_cache},
    {"words", "the name of a table", set_words},
};

/* FTS5 itself says only "error in tokenizer constructor"; sqlite3_log carries the reason. */
static int set_options(tokenizer *t, const char **arg, int n) {
  if (n % 2) {
    sqlite3_log(SQLITE_ERROR, "tokenizer korean: option %s lacks a value", arg[n - 1]);
    return SQLITE_ERROR;
  }
  for (int i = 0; i < n; i += 2) {
    size_t k = 0, count = sizeof options / sizeof *options;
    int taken;
    while (k < count && sqlite3_stricmp(arg[i], options[k].name) != 0) k++;
    if (k == count) {
      sqlite3_log(SQLITE_ERROR,
                  "tokenizer korean: unknown option %s (decompound, hanja, drop, cache, words)",
                  arg[i]);
      return SQLITE_ERROR;
    }
    taken = options[k].set(t, arg[i + 1]);
    if (taken < 0) return SQLITE_NOMEM;
    if (!taken) {
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
  ko_word_table_release(t->words);
  if (--t->state->tokenizers == 0) ko_termcache_free(&t->state->cache);
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
  state->tokenizers++;
  rc = set_options(t, arg, n);
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
  const ko_synonyms *widens; /* NULL: tokens stand for themselves alone */
} sink;

/* A token and, where a query asks for it, its synonyms at the same position. */
static int give(void *arg, int colocated, const char *text, size_t n, size_t start, size_t end) {
  const sink *s = arg;
  int flags = colocated ? FTS5_TOKEN_COLOCATED : 0;
  int rc = s->token(s->context, flags, text, (int)n, (int)start, (int)end);
  int32_t i = s->widens && !colocated && rc == SQLITE_OK ? ko_synonyms_of(s->widens, text, n) : -1;
  for (; i >= 0 && rc == SQLITE_OK; i = s->widens->item[i].next)
    rc = s->token(s->context, FTS5_TOKEN_COLOCATED, s->widens->text.data + s->widens->item[i].at,
                  (int)s->widens->item[i].n, (int)start, (int)end);
  return rc;
}

/* Have the user's words as they are now. */
static int take_words(tokenizer *t) {
  char *error = NULL;
  int rc = ko_word_table_read(t->words, &error);
  if (rc == SQLITE_OK) {
    t->tokens.terms.lattice.own = &t->words->list.own;
    t->tokens.cache = &t->words->cache;
    return SQLITE_OK;
  }
  sqlite3_log(rc, "tokenizer korean: words: %s", error ? error : sqlite3_errstr(rc));
  sqlite3_free(error);
  return rc;
}

static int tokenize(Fts5Tokenizer *p, void *context, int flags, const char *text, int n,
                    int (*token)(void *, int, const char *, int, int, int)) {
  tokenizer *t = (tokenizer *)p;
  int query = (flags & FTS5_TOKENIZE_QUERY) != 0, prefix = flags & FTS5_TOKENIZE_PREFIX;
  ko_asked asked = !query ? KO_ASKED_NOT : prefix ? KO_ASKED_BEGINNING : KO_ASKED_ALL;
  sink s = {context, token, NULL};
  int rc = SQLITE_OK;
  if (!text || n <= 0) return SQLITE_OK;
  if (t->words) rc = take_words(t);
  if (rc == SQLITE_OK) {
    if (t->words && query && !prefix && text[0] != KO_TERM_SIGN && text[0] != KO_READ_SIGN)
      s.widens = &t->words->list.terms;
    rc = ko_tokens_run(&t->tokens, text, (size_t)n, asked, give, &s);
  }
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
