#include "bind/scalars.h"

#include <string.h>
#include <utf8proc.h>

#include "bind/argument.h"
#include "bind/sqlite.h"
#include "bind/word_table.h"
#include "morph/hanja_words.h"
#include "morph/spoken.h"
#include "text/collate.h"
#include "text/hangul.h"
#include "text/romanize.h"
#include "version.h"

int ko_text_argument(sqlite3_context *context, sqlite3_value *v, const char *function,
                     const char **text, size_t *n) {
  int rc = ko_argument_text(v, text, n);
  char *message = NULL;
  if (rc == SQLITE_OK) return *text != NULL;
  if (rc == SQLITE_MISMATCH)
    message = sqlite3_mprintf("%s(): the argument text takes text, not %s", function,
                              ko_argument_type(sqlite3_value_type(v)));
  if (message)
    sqlite3_result_error(context, message, -1);
  else
    sqlite3_result_error_nomem(context);
  sqlite3_free(message);
  return -1;
}

enum { KEEP_OUT = 16 * 1024 }; /* bytes; a larger buffer is not kept */

void ko_result_out(sqlite3_context *context, ko_state *state) {
  if (ko_watch_end(&state->watch))
    sqlite3_result_error_code(context, SQLITE_INTERRUPT);
  else if (state->out.failed)
    sqlite3_result_error_nomem(context);
  else
    sqlite3_result_text64(context, state->out.data ? state->out.data : "", state->out.n,
                          SQLITE_TRANSIENT, SQLITE_UTF8);
  if (state->out.cap > KEEP_OUT) ko_buf_free(&state->out);
}

void ko_result_failed(sqlite3_context *context, ko_state *state, int rc, const char *function,
                      char *error) {
  char *message = error ? sqlite3_mprintf("%s(): %s", function, error) : NULL;
  if (ko_watch_end(&state->watch)) rc = SQLITE_INTERRUPT;
  if (message && rc != SQLITE_INTERRUPT)
    sqlite3_result_error(context, message, -1);
  else
    sqlite3_result_error_code(context, error && rc != SQLITE_INTERRUPT ? SQLITE_NOMEM : rc);
  sqlite3_free(message);
  sqlite3_free(error);
}

/* ---- about the extension ---- */

static void version_function(sqlite3_context *context, int argc, sqlite3_value **argv) {
  (void)argc, (void)argv;
  sqlite3_result_text(context, KO_VERSION, -1, SQLITE_STATIC);
}

/* The value of key in the image's key=value lines. */
static int info_value(const ko_model *m, const char *key, const char **value) {
  size_t n_key = strlen(key);
  const char *line = m->info, *end = m->info + m->n_info;
  while (line < end) {
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    if (!stop) break;
    if ((size_t)(stop - line) > n_key && memcmp(line, key, n_key) == 0 && line[n_key] == '=') {
      *value = line + n_key + 1;
      return (int)(stop - *value);
    }
    line = stop + 1;
  }
  *value = "";
  return 0;
}

static void debug_function(sqlite3_context *context, int argc, sqlite3_value **argv) {
  ko_state *state = sqlite3_user_data(context);
  const char *dictionary, *sha256, *words;
  int n_dictionary = info_value(&state->model, "dictionary", &dictionary);
  int n_sha256 = info_value(&state->model, "sha256", &sha256);
  int n_words = info_value(&state->model, "words", &words);
  (void)argc, (void)argv;
  char *json = sqlite3_mprintf(
      "{\"version\":\"%s\",\"compiler\":\"%s\",\"dictionary\":\"%.*s\",\"dictionary_source_"
      "sha256\":\"%.*s\","
      "\"dictionary_format\":%d,\"words\":%.*s,\"entries\":%u,\"classes\":[%u,%u],"
      "\"sqlite\":\"%s\",\"sqlite_built_against\":\"%s\",\"icu\":\"%s\",\"utf8proc\":\"%s\"}",
      KO_VERSION,
#ifdef __VERSION__
      __VERSION__,
#else
      "",
#endif
      n_dictionary, dictionary, n_sha256, sha256, KO_IMAGE_VERSION, n_words, words,
      state->model.n_entries, state->model.n_left, state->model.n_right, sqlite3_libversion(),
      SQLITE_VERSION, ko_icu_version(), utf8proc_version());
  if (json)
    sqlite3_result_text(context, json, -1, sqlite3_free);
  else
    sqlite3_result_error_nomem(context);
}

/* ---- functions of a text: one driver, a row of the table below for each ---- */

/* Returns 0, or -1 when memory is out or the work is to end. */
typedef int (*transform)(ko_state *state, const ko_text *text, ko_buf *out);

static int normalize(ko_state *state, const ko_text *text, ko_buf *out) {
  (void)state;
  for (size_t i = 0; i < text->n; i++) {
    if (ko_text_work(text, i)) return -1;
    ko_buf_char(out, text->ch[i].cp);
  }
  return 0;
}

static int read_hanja(ko_state *state, const ko_text *text, ko_buf *out) {
  uint32_t in[KO_MAX_HANJA], reading[KO_MAX_HANJA];
  ko_tokens *t = ko_state_tokens(state);
  for (size_t i = 0; i < text->n;) {
    size_t n = 0;
    if (ko_work(text->mem, 1)) return -1;
    while (i + n < text->n && n < KO_MAX_HANJA && text->klass[i + n] == KO_CLASS_HAN) {
      in[n] = text->ch[i + n].cp;
      n++;
    }
    if (n == 0) {
      ko_buf_char(out, text->ch[i++].cp);
      continue;
    }
    if (ko_hanja_words(&t->terms, &t->reading, in, n, reading)) return -1;
    for (size_t k = 0; k < n; k++) ko_buf_char(out, reading[k]);
    i += n;
  }
  return 0;
}

static int initials(ko_state *state, const ko_text *text, ko_buf *out) {
  (void)state;
  for (size_t i = 0; i < text->n; i++) {
    uint32_t c = text->ch[i].cp;
    if (ko_text_work(text, i)) return -1;
    ko_buf_char(out, ko_is_syllable(c) ? ko_initial_letter(ko_initial(c)) : c);
  }
  return 0;
}

static void text_function(sqlite3_context *context, sqlite3_value *v, const char *name,
                          transform f) {
  ko_state *state = sqlite3_user_data(context);
  const char *text;
  size_t n;
  ko_text t;
  ko_reader r;
  if (ko_text_argument(context, v, name, &text, &n) <= 0) return;
  ko_text_init(&t, &state->mem);
  ko_reader_init(&r, text, n);
  ko_buf_clear(&state->out);
  if (ko_text_read(&t, &r, (size_t)-1) || f(state, &t, &state->out)) state->out.failed = 1;
  ko_text_free(&t);
  ko_result_out(context, state);
}

#define TEXT_FUNCTION(c_name, sql_name, f)                                                         \
  static void c_name(sqlite3_context *context, int argc, sqlite3_value **argv) {                   \
    (void)argc;                                                                                    \
    text_function(context, argv[0], sql_name, f);                                                  \
  }
TEXT_FUNCTION(normalize_function, "korean_normalize", normalize)
TEXT_FUNCTION(hanja_function, "hanja_reading", read_hanja)
TEXT_FUNCTION(chosung_function, "chosung", initials)

/* ---- words of one's own ---- */

static void words_function(sqlite3_context *context, int argc, sqlite3_value **argv) {
  ko_state *state = sqlite3_user_data(context);
  ko_word_table *t;
  const char *name;
  char *error = NULL;
  size_t n;
  int rc;
  (void)argc;
  if (ko_text_argument(context, argv[0], "korean_words", &name, &n) <= 0) return;
  t = ko_word_table_hold(state, name, n);
  rc = t ? ko_word_table_read(t, &error) : SQLITE_NOMEM;
  if (rc == SQLITE_OK)
    sqlite3_result_int64(context, (sqlite3_int64)t->list.own.n);
  else
    ko_result_failed(context, state, rc, "korean_words", error);
  ko_word_table_release(t);
}

/* Romanize an analysed text. */
static int romanize(ko_state *state, const ko_document *d, ko_buf *out) {
  uint8_t *seam = ko_alloc(&state->mem, 2 * d->text.n + 1);
  int rc = seam ? ko_spoken(d, seam) : -1;
  if (rc == 0) rc = ko_romanize(&d->text, seam, out);
  ko_free(&state->mem, seam);
  return rc;
}

static void romanize_function(sqlite3_context *context, int argc, sqlite3_value **argv) {
  ko_state *state = sqlite3_user_data(context);
  const ko_document *d;
  ko_analysis *a;
  const char *text;
  size_t n;
  (void)argc;
  if (ko_text_argument(context, argv[0], "romanize", &text, &n) <= 0) return;
  ko_buf_clear(&state->out);
  a = ko_analysis_of(state, text, n, NULL);
  d = a ? ko_analysis_document(a) : NULL;
  if (!d || romanize(state, d, &state->out)) state->out.failed = 1;
  if (a) ko_analysis_release(a);
  ko_result_out(context, state);
}

/* ---- collation ---- */

/* A collation cannot return an error. When ICU fails, which it does only for want of memory, the statement
** is ended rather than going on in another order, which an index would keep. (SQLite looks for that once
** in each row: the last row that a statement inserts may be in the index already.) */
static int compare(void *p, int n_a, const void *a, int n_b, const void *b) {
  ko_state *state = p;
  int order;
  if (ko_collate(state->collator, a, n_a, b, n_b, &order)) sqlite3_interrupt(state->db);
  return order;
}

/* ---- registration ---- */

/* A function changes nothing. PURE ones read their arguments and nothing else; those that read a table whose name
** is an argument are not for what a schema of somebody else's may call. */
enum { PURE = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, READS_TABLE = SQLITE_UTF8 };

static const struct {
  const char *name;
  int argc, flags;
  void (*function)(sqlite3_context *, int, sqlite3_value **);
} scalars[] = {
    {"korean_version", 0, PURE, version_function},
    {"korean_debug", 0, PURE, debug_function},
    {"korean_normalize", 1, PURE, normalize_function},
    {"hanja_reading", 1, PURE, hanja_function},
    {"romanize", 1, PURE, romanize_function},
    {"chosung", 1, PURE, chosung_function},
    {"korean_query", 1, PURE, ko_query_function},
    {"korean_query", 2, PURE, ko_query_function},
    {"korean_query", 3, PURE, ko_query_function},
    {"korean_query", 4, READS_TABLE, ko_query_function},
    {"korean_words", 1, READS_TABLE, words_function},
};

int ko_scalars_register(sqlite3 *db, ko_state *state, char **error) {
  int rc;
  for (size_t i = 0; i < sizeof scalars / sizeof *scalars; i++) {
    state->users++; /* given back by ko_state_release, which SQLite calls on failure too */
    rc = sqlite3_create_function_v2(db, scalars[i].name, scalars[i].argc, scalars[i].flags, state,
                                    scalars[i].function, NULL, NULL, ko_state_release);
    if (rc != SQLITE_OK) {
      *error = sqlite3_mprintf("korean: function %s: %s", scalars[i].name, sqlite3_errmsg(db));
      return rc;
    }
  }
  rc = sqlite3_create_collation_v2(db, "korean", SQLITE_UTF8, state, compare, ko_state_release);
  if (rc == SQLITE_OK)
    state->users++; /* on failure SQLite does not call ko_state_release */
  else
    *error = sqlite3_mprintf("korean: collation: %s", sqlite3_errmsg(db));
  return rc;
}
