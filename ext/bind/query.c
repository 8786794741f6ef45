/* korean_query(text [, mode]): what a person typed, as a MATCH expression that never fails.
**
**   mode 'all'     every word is wanted (default)
**        'any'     at least one word
**        'phrase'  the words one after another
**        'prefix'  every word, and the last one may go on
**
** A word is what stands between white space; it is quoted, so that no sign has a meaning to FTS5.
** Words that leave nothing to search for, such as a lone particle or a bracket, are passed over; if
** none is left the expression finds nothing.
*/
#include <string.h>

#include "bind/scalars.h"
#include "bind/sqlite.h"

enum { MAX_WORDS = 128, MAX_WORD = 1024 }; /* words; bytes of one: what is over is passed over */

typedef enum query_mode { MODE_ALL, MODE_ANY, MODE_PHRASE, MODE_PREFIX } query_mode;

static const char *const modes[] = {"all", "any", "phrase", "prefix"};

/* ---- what a word is searched by ---- */

typedef struct tokens {
  ko_buf *text; /* of those that have a position of their own, a NUL behind each */
  int n;        /* how many */
} tokens;

static int collect(void *arg, int colocated, const char *text, size_t n, size_t start, size_t end) {
  tokens *t = arg;
  (void)start, (void)end;
  if (colocated) return 0;
  t->n++;
  if (t->text) {
    ko_buf_add(t->text, text, n);
    ko_buf_add(t->text, "", 1);
  }
  return 0;
}

/* How many tokens word[0..n) has in a query or in a document; -1 when memory is out. */
static int count_tokens(ko_state *state, const char *word, size_t n, int is_query, ko_buf *text) {
  tokens t = {text, 0};
  if (!state->tokens.mem) ko_tokens_init(&state->tokens, &state->model, &ko_mem_sqlite);
  if (text) ko_buf_clear(text);
  if (ko_tokens_run(&state->tokens, word, n, is_query, collect, &t)) return -1;
  return t.n;
}

static void quote(ko_buf *out, const char *s, size_t n) {
  ko_buf_str(out, "\"");
  for (size_t i = 0; i < n; i++) {
    if (s[i] == '"')
      ko_buf_str(out, "\"\"");
    else
      ko_buf_add(out, s[i] ? s + i : " ", 1); /* FTS5 would stop at a NUL */
  }
  ko_buf_str(out, "\"");
}

static int is_space(unsigned char c) {
  return c <= ' ' || c == 0x7F;
}

/* The next word at or behind *at: 1 and its place, or 0. Too long a word is cut between characters.
 */
static int next_word(const char *s, size_t n, size_t *at, size_t *from, size_t *length) {
  size_t end;
  while (*at < n && is_space((unsigned char)s[*at])) ++*at;
  if (*at == n) return 0;
  for (end = *at; end < n && !is_space((unsigned char)s[end]); end++) {
  }
  *from = *at;
  *at = end;
  if (end - *from > MAX_WORD) {
    end = *from + MAX_WORD;
    while (end > *from && ((unsigned char)s[end] & 0xC0) == 0x80) end--;
  }
  *length = end - *from;
  return 1;
}

/* ---- the expression ---- */

typedef struct word {
  size_t from, length;
  int tokens;  /* in a query */
  int indexed; /* 1: a document with it has tokens for it */
  int joined;  /* 1: goes with the word before it, as 29일 after 8월 */
} word;

typedef struct words {
  word word[MAX_WORDS];
  size_t n;
} words;

static int is_number(const char *s, const word *w) {
  return s[w->from] >= '0' && s[w->from] <= '9';
}

/* The words worth searching for: those that documents have tokens for; if there are none, those that
** a query has tokens for, such as a lone 것. */
static int read_words(ko_state *state, const char *s, size_t n, words *out) {
  size_t at = 0, kept = 0;
  int strong = 0;
  out->n = 0;
  while (out->n < MAX_WORDS) {
    word *w = &out->word[out->n];
    int indexed;
    if (!next_word(s, n, &at, &w->from, &w->length)) break;
    w->tokens = count_tokens(state, s + w->from, w->length, 1, NULL);
    indexed = count_tokens(state, s + w->from, w->length, 0, NULL);
    if (w->tokens < 0 || indexed < 0) return -1;
    w->indexed = indexed > 0;
    w->joined = 0;
    if (w->tokens == 0) continue;
    strong |= w->indexed;
    out->n++;
  }
  for (size_t i = 0; i < out->n; i++)
    if (out->word[i].indexed || !strong) out->word[kept++] = out->word[i];
  out->n = kept;
  return 0;
}

/* `8월 29일` is one thing: a number with its unit right after another. */
static void join_numbers(const char *s, words *x) {
  for (size_t i = 1; i < x->n; i++) {
    const word *a = &x->word[i - 1], *b = &x->word[i];
    x->word[i].joined = is_number(s, a) && is_number(s, b) && a->tokens == 1 && b->tokens == 1 &&
                        (unsigned char)s[a->from + a->length - 1] >= 0x80;
  }
}

static int build(ko_state *state, const char *s, size_t n, query_mode mode, ko_buf *out) {
  words x;
  ko_buf text;
  int rc = read_words(state, s, n, &x);
  if (rc) return rc;
  if (x.n == 0) ko_buf_str(out, "\"\"");
  if (mode == MODE_ALL || mode == MODE_PREFIX) join_numbers(s, &x);
  ko_buf_init(&text, &ko_mem_sqlite);
  for (size_t i = 0; i < x.n; i++) {
    word *w = &x.word[i];
    if (i > 0)
      ko_buf_str(out, mode == MODE_ANY                   ? " OR "
                      : mode == MODE_PHRASE || w->joined ? " + "
                                                         : " AND ");
    quote(out, s + w->from, w->length);
    if (0 && mode == MODE_ANY && w->tokens > 1) {
      if (count_tokens(state, s + w->from, w->length, 1, &text) < 0) rc = -1;
      for (size_t at = 0; at < text.n; at += strlen(text.data + at) + 1) {
        ko_buf_str(out, " OR ");
        quote(out, text.data + at, strlen(text.data + at));
      }
    }
  }
  if (text.failed) rc = -1;
  ko_buf_free(&text);
  if (x.n && mode == MODE_PREFIX) ko_buf_str(out, "*");
  return rc;
}

void ko_query_function(sqlite3_context *context, int argc, sqlite3_value **argv) {
  ko_state *state = sqlite3_user_data(context);
  const char *text, *mode = "all";
  size_t n;
  unsigned k = 0;
  if (ko_text_argument(context, argv[0], "korean_query", &text, &n) <= 0) return;
  if (argc > 1) {
    mode = sqlite3_value_type(argv[1]) == SQLITE_TEXT ? (const char *)sqlite3_value_text(argv[1])
                                                      : NULL;
    while (k < sizeof modes / sizeof *modes && (!mode || sqlite3_stricmp(mode, modes[k]) != 0)) k++;
  }
  if (k == sizeof modes / sizeof *modes) {
    sqlite3_result_error(
        context, "korean_query(): the argument mode takes 'all', 'any', 'phrase' or 'prefix'", -1);
    return;
  }
  ko_buf_clear(&state->out);
  if (build(state, text, n, (query_mode)k, &state->out)) state->out.failed = 1;
  ko_result_out(context, state);
}
