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

static int count_token(void *arg, int colocated, const char *text, size_t n, size_t start,
                       size_t end) {
  (void)colocated, (void)text, (void)n, (void)start, (void)end;
  ++*(int *)arg;
  return 0;
}

/* Has word[0..n) anything to search for? -1 when memory is out. */
static int has_tokens(ko_state *state, const char *word, size_t n) {
  int count = 0;
  if (!state->tokens.mem) ko_tokens_init(&state->tokens, &state->model, &ko_mem_sqlite);
  if (ko_tokens_run(&state->tokens, word, n, 1, count_token, &count)) return -1;
  return count > 0;
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

static int build(ko_state *state, const char *s, size_t n, query_mode mode, ko_buf *out) {
  size_t at = 0, from, length, words = 0;
  if (mode == MODE_PHRASE) {
    size_t end = 0;
    while (words < MAX_WORDS && next_word(s, n, &at, &from, &length)) {
      end = from + length;
      words++;
      if (length == MAX_WORD) break;
    }
    quote(out, s, end);
    return 0;
  }
  while (words < MAX_WORDS && next_word(s, n, &at, &from, &length)) {
    int found = has_tokens(state, s + from, length);
    if (found < 0) return -1;
    if (!found) continue;
    if (words++) ko_buf_str(out, mode == MODE_ANY ? " OR " : " AND ");
    quote(out, s + from, length);
  }
  if (words == 0)
    ko_buf_str(out, "\"\"");
  else if (mode == MODE_PREFIX)
    ko_buf_str(out, "*");
  return 0;
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
