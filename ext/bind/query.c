/* korean_query(text [, mode]): what a person typed, as a MATCH expression that never fails.
**
**   mode 'all'     every word is wanted (default)
**        'any'     at least one word, for questions: what only asks (무엇인가) is left out, and words
**                  side by side count once more where a text has them side by side
**        'phrase'  the words one after another
**        'prefix'  every word, and the last one may go on: 삼성전 finds 삼성전자
**
** A word is what stands between white space; it is quoted, so that no sign has a meaning to FTS5.
** Words that documents have no tokens for, such as a particle, 것 or a bracket, are passed over, unless
** there are no others; if nothing is left the expression finds nothing. A date is one thing: `8월 29일`
** asks for 8월 and 29일 side by side.
**
** The tokenizer reads a typed word as a word: 만나 as a noun, 본다 as what it is called. Where a document
** with the same letters would be read otherwise, that reading is asked for too, ("만나" OR "만나다"), so
** that a headline typed as it stands finds itself.
*/
#include <string.h>
#include <tables.h> /* the one that the build writes, not the one beside this file */

#include "bind/scalars.h"
#include "bind/sqlite.h"

enum { KEEP_NODES = 512 }; /* the workspace of a query that needed more is not kept */
enum { MAX_WORDS = 128, MAX_WORD = 1024 }; /* words; bytes of one: what is over is passed over */

typedef enum query_mode { MODE_ALL, MODE_ANY, MODE_PHRASE, MODE_PREFIX } query_mode;

static const char *const modes[] = {"all", "any", "phrase", "prefix"};

/* ---- what a word is searched by ---- */

typedef struct tokens {
  int n;        /* how many have a position of their own */
  int asking;   /* how many of those are in question.tsv */
  ko_buf *text; /* NULL, or where they are put, a NUL behind each */
  int all; /* 1: put those there too that share a position, '=' before them, '+' before others */
} tokens;

static int count_token(void *arg, int colocated, const char *text, size_t n, size_t start,
                       size_t end) {
  tokens *t = arg;
  (void)start, (void)end;
  if (t->all) {
    ko_buf_str(t->text, colocated ? "=" : "+");
    ko_buf_add(t->text, text, n);
    ko_buf_add(t->text, "", 1);
  }
  if (colocated) return 0;
  t->n++;
  t->asking += ko_table_find(&ko_table_question, text, n) >= 0;
  if (t->text && !t->all) {
    ko_buf_add(t->text, text, n);
    ko_buf_add(t->text, "", 1);
  }
  return 0;
}

/* The tokens of word[0..n) in a query or in a document. -1 when memory is out. */
static int count_tokens(ko_state *state, const char *word, size_t n, int is_query, tokens *out) {
  if (!state->tokens.mem) ko_tokens_init(&state->tokens, &state->model, &ko_mem_sqlite);
  return ko_tokens_run(&state->tokens, word, n, is_query, count_token, out) ? -1 : 0;
}

/* Is the token at `one`, without its mark, among the tokens in `all`? */
static int is_among(const char *one, const ko_buf *all) {
  for (size_t at = 0; at < all->n; at += strlen(all->data + at) + 1)
    if (strcmp(all->data + at + 1, one + 1) == 0) return 1;
  return 0;
}

/* Does a document with this word have, at each position of the query's tokens, one of them? */
static int finds_itself(const ko_buf *query, const ko_buf *document) {
  int found = 1;
  for (size_t at = 0; at < query->n; at += strlen(query->data + at) + 1) {
    if (query->data[at] == '+') {
      if (!found) return 0;
      found = 0;
    }
    found = found || is_among(query->data + at, document);
  }
  return found;
}

/* Is the only token of a query the word as it was typed, a verb in dictionary form? Then it is meant. */
static int is_dictionary_form(const ko_buf *query, const char *word, size_t n) {
  static const char da[] = "\xEB\x8B\xA4"; /* 다 */
  return n > 3 && query->n == n + 2 && memcmp(query->data + 1, word, n) == 0 &&
         memcmp(word + n - 3, da, 3) == 0;
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
  int tokens; /* in a query */
  int worth;  /* 0: documents have no tokens for it; 1: it only makes a question; 2: any other */
  int joined; /* 1: goes with the word before it, as 29일 after 8월 */
  int reads;  /* 1: a document with it would be read otherwise */
} word;

typedef struct words {
  word word[MAX_WORDS];
  size_t n;
} words;

/* The words worth searching for: those that documents have tokens for and, with `asked`, that do more
** than make a question of the rest; if there are none, all that a query has tokens for. */
static int read_words(ko_state *state, const char *s, size_t n, int asked, ko_buf text[2],
                      words *out) {
  size_t at = 0, kept = 0;
  int most = 0;
  out->n = 0;
  while (out->n < MAX_WORDS) {
    word *w = &out->word[out->n];
    tokens query = {.text = &text[0], .all = 1}, document = {.text = &text[1], .all = 1};
    if (!next_word(s, n, &at, &w->from, &w->length)) break;
    ko_buf_clear(&text[0]);
    ko_buf_clear(&text[1]);
    if (count_tokens(state, s + w->from, w->length, 1, &query) ||
        count_tokens(state, s + w->from, w->length, 0, &document) || text[0].failed ||
        text[1].failed)
      return -1;
    w->tokens = query.n;
    w->worth = document.n == 0 ? 0 : asked && query.asking == query.n ? 1 : 2;
    w->joined = 0;
    w->reads = document.n > 0 && !finds_itself(&text[0], &text[1]) &&
               !is_dictionary_form(&text[0], s + w->from, w->length);
    if (w->tokens == 0) continue;
    if (w->worth > most) most = w->worth;
    out->n++;
  }
  for (size_t i = 0; i < out->n; i++)
    if (out->word[i].worth == most) out->word[kept++] = out->word[i];
  out->n = kept;
  return 0;
}

static int is_number(const char *s, const word *w) {
  return s[w->from] >= '0' && s[w->from] <= '9';
}

/* Is the word a determiner or surname that says something only with what follows (두 명, 이 대통령)? */
static int leans_on_next(const char *s, const word *w) {
  return w->length == 3 && ko_table_find(&ko_table_determiner, s + w->from, w->length) >= 0;
}

/* `8월 29일` is one thing, a number with its unit right after another; so is `두 명`. */
static void join_words(const char *s, words *x) {
  for (size_t i = 1; i < x->n; i++) {
    const word *a = &x->word[i - 1], *b = &x->word[i];
    int numbers = is_number(s, a) && is_number(s, b) && a->tokens == 1 && b->tokens == 1 &&
                  (unsigned char)s[a->from + a->length - 1] >= 0x80;
    x->word[i].joined = numbers || leans_on_next(s, a);
  }
}

static void quote_word(ko_buf *out, const char *s, const word *w) {
  quote(out, s + w->from, w->length);
}

/* The tokens that a document with this word has, side by side. */
static int quote_reading(ko_state *state, ko_buf *out, const char *s, const word *w, ko_buf *text) {
  tokens document = {.text = text};
  ko_buf_clear(text);
  if (count_tokens(state, s + w->from, w->length, 0, &document) || text->failed) return -1;
  for (size_t at = 0; at < text->n; at += strlen(text->data + at) + 1) {
    if (at > 0) ko_buf_str(out, " + ");
    quote(out, text->data + at, strlen(text->data + at));
  }
  return 0;
}

/* x OR y for a word that is two to the index (삼성전자), since a text may have only one of them. */
static int quote_parts(ko_state *state, ko_buf *out, const char *s, const word *w) {
  ko_buf text;
  tokens parts = {.text = &text};
  int rc;
  if (w->tokens == 1) {
    quote_word(out, s, w);
    return 0;
  }
  ko_buf_init(&text, &ko_mem_sqlite);
  rc = count_tokens(state, s + w->from, w->length, 1, &parts);
  if (text.failed) rc = -1;
  for (size_t at = 0; rc == 0 && at < text.n; at += strlen(text.data + at) + 1) {
    if (at > 0) ko_buf_str(out, " OR ");
    quote(out, text.data + at, strlen(text.data + at));
  }
  ko_buf_free(&text);
  return rc;
}

/* Any of the words; those that stand side by side in the question count once more where they stand
** side by side in a text. */
static int build_any(ko_state *state, const char *s, const words *x, ko_buf *out) {
  for (size_t i = 0; i < x->n; i++) {
    if (i > 0) ko_buf_str(out, " OR ");
    if (quote_parts(state, out, s, &x->word[i])) return -1;
  }
  for (size_t i = 1; i < x->n; i++) {
    ko_buf_str(out, " OR ");
    quote_word(out, s, &x->word[i - 1]);
    ko_buf_str(out, " + ");
    quote_word(out, s, &x->word[i]);
  }
  return 0;
}

/* One after another; several words are text and no word, so that a document's reading is theirs. */
static int build_phrase(ko_state *state, const char *s, const words *x, ko_buf *text, ko_buf *out) {
  for (size_t i = 0; i < x->n; i++) {
    const word *w = &x->word[i];
    if (i > 0) ko_buf_str(out, " + ");
    if (!w->reads || x->n == 1)
      quote_word(out, s, w);
    else if (quote_reading(state, out, s, w, text))
      return -1;
  }
  return 0;
}

/* Bytes of the last n syllables of Hangul, behind which `before` more stand; 0 if there are not so many. */
static size_t last_syllables(const char *s, const word *w, size_t n, size_t before) {
  size_t bytes = 3 * (n + before);
  if (bytes > w->length) return 0;
  for (size_t at = w->from + w->length - bytes; at < w->from + w->length; at += 3)
    if ((unsigned char)s[at] < 0xEA || (unsigned char)s[at] > 0xED) return 0;
  return 3 * n;
}

/* A word that may go on. The index has a compound in parts, so that 삼성전 is also 삼성 and what begins
** with 전. */
static void quote_prefix(ko_buf *out, const char *s, const word *w) {
  enum { MOST = 3 }; /* syllables of a part that is being typed */
  quote_word(out, s, w);
  ko_buf_str(out, "*");
  for (size_t i = 1; i <= MOST; i++) {
    size_t last = last_syllables(s, w, i, 2);
    if (last == 0) break;
    ko_buf_str(out, " OR ");
    quote(out, s + w->from, w->length - last);
    ko_buf_str(out, " + ");
    quote(out, s + w->from + w->length - last, last);
    ko_buf_str(out, "*");
  }
}

static int build_all(ko_state *state, const char *s, words *x, int prefix, ko_buf *text,
                     ko_buf *out) {
  join_words(s, x);
  for (size_t i = 0; i < x->n; i++) {
    const word *w = &x->word[i];
    int alone = !w->joined && (i + 1 == x->n || !w[1].joined), goes_on = prefix && i + 1 == x->n;
    int group = alone && (w->reads || (goes_on && last_syllables(s, w, 1, 2)));
    if (i > 0) ko_buf_str(out, w->joined ? " + " : " AND ");
    if (group) ko_buf_str(out, "(");
    if (goes_on && alone)
      quote_prefix(out, s, w);
    else
      quote_word(out, s, w);
    if (goes_on && !alone) ko_buf_str(out, "*");
    if (alone && w->reads) {
      ko_buf_str(out, " OR ");
      if (quote_reading(state, out, s, w, text)) return -1;
    }
    if (group) ko_buf_str(out, ")");
  }
  return 0;
}

static int build(ko_state *state, const char *s, size_t n, query_mode mode, ko_buf text[2],
                 ko_buf *out) {
  words x;
  if (read_words(state, s, n, mode == MODE_ANY, text, &x)) return -1;
  if (x.n == 0) ko_buf_str(out, "\"\"");
  if (mode == MODE_ANY) return build_any(state, s, &x, out);
  if (mode == MODE_PHRASE) return build_phrase(state, s, &x, &text[0], out);
  return build_all(state, s, &x, mode == MODE_PREFIX, &text[0], out);
}

void ko_query_function(sqlite3_context *context, int argc, sqlite3_value **argv) {
  ko_state *state = sqlite3_user_data(context);
  const char *text, *mode = "all";
  ko_buf scratch[2];
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
  for (int i = 0; i < 2; i++) ko_buf_init(&scratch[i], &ko_mem_sqlite);
  ko_buf_clear(&state->out);
  if (build(state, text, n, (query_mode)k, scratch, &state->out)) state->out.failed = 1;
  for (int i = 0; i < 2; i++) ko_buf_free(&scratch[i]);
  ko_result_out(context, state);
  if (state->tokens.terms.lattice.cap > KEEP_NODES) ko_tokens_free(&state->tokens);
}
