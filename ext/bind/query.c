/* korean_query(text [, mode [, detail]]): what a person typed, as a MATCH expression that never fails.
**
**   mode 'all'     every word is wanted (default)
**        'any'     at least one word, for questions: what only asks (무엇인가) is left out, and words
**                  side by side count once more where a text has them side by side
**        'phrase'  the words one after another
**        'prefix'  every word, and the last one may go on: 삼성전 finds 삼성전자
**   detail 'full'  (default) or 'column' or 'none', as the table has it. Without positions FTS5 knows no
**                  phrases: every term is wanted then, wherever it stands
**
** The text is normalised as documents are. A word is what stands between white space; it is quoted, so
** that no sign has a meaning to FTS5. Words that documents have no tokens for, such as a particle, 것 or a
** bracket, are passed over, unless there are no others; if nothing is left the expression finds
** nothing. A date is one thing: `8월 29일` asks for 8월 and 29일 side by side.
**
** The tokenizer reads a quoted word as what a person means (만나 as a noun), a quoted text as a document
** (morph/tokens.h). Where a document with the word has something else, that is asked for too, as a term,
** ("만나" OR "=만나다"), so that each text finds itself. So is the word written otherwise (bind/writings.h).
*/
#include <string.h>

#include "bind/index_options.h"
#include "bind/query_text.h"
#include "bind/query_widen.h"
#include "bind/query_word.h"
#include "bind/scalars.h"
#include "bind/place.h"
#include "bind/sqlite.h"
#include "tables.h"

enum { KEEP_NODES = 512 }; /* the workspace of a query that needed more is not kept */
enum { MAX_PHRASES = 16 }; /* that a phrase is written in at most */

typedef enum query_mode { MODE_ALL, MODE_ANY, MODE_PHRASE, MODE_PREFIX, MODE_FUZZY } query_mode;

static const char *const modes[] = {"all", "any", "phrase", "prefix", "fuzzy", NULL};
static const char *const details[] = {"full", "column", "none", NULL};

typedef ko_query query;
typedef ko_query_word word;
typedef ko_query_tokens tokens;

/* ---- words that go together ---- */

static const char *start_of(const query *q, const word *w) {
  return q->text.data + w->from;
}

static int is_number(const query *q, const word *w) {
  return *start_of(q, w) >= '0' && *start_of(q, w) <= '9';
}

/* Is the word a determiner or surname that says something only with what follows (두 명, 이 대통령)? */
static int leans_on_next(const query *q, const word *w) {
  return w->length == 3 && ko_table_find(&ko_table_determiner, start_of(q, w), w->length) >= 0;
}

/* Token i, counted from 0, of those that have a position of their own; "" if there are fewer. */
static const char *token_at(const tokens *t, int i) {
  for (const char *a = NULL; (a = ko_query_next(t, a)) != NULL;)
    if (a[0] == '+' && i-- == 0) return a + 1;
  return "";
}

/* Does word b go on with the number that word a ends with (2조 원)? -1 when memory is out. */
static int counts(query *q, const word *a, const word *b) {
  size_t digits = 0, n = b->from + b->length - a->from;
  for (size_t i = 0; i < a->length; i++)
    digits += start_of(q, a)[i] >= '0' && start_of(q, a)[i] <= '9';
  if (digits == 0) return 0;
  if (ko_query_read(q, a->from, a->length, 1, &q->asked) ||
      ko_query_read(q, a->from, n, 1, &q->indexed))
    return -1;
  return strcmp(token_at(&q->asked, a->tokens - 1), token_at(&q->indexed, a->tokens - 1)) != 0;
}

/* `8월 29일` is one thing, a number with its unit right after another; so are `두 명` and `2조 원`. Returns 0,
** or -1 when memory is out. */
static int join_words(query *q) {
  for (size_t i = 1; i < q->n; i++) {
    const word *a = &q->word[i - 1], *b = &q->word[i];
    int numbers = is_number(q, a) && is_number(q, b) && a->tokens == 1 && b->tokens == 1 &&
                  (unsigned char)start_of(q, a)[a->length - 1] >= 0x80;
    int unit = counts(q, a, b);
    if (unit < 0) return -1;
    q->word[i].joined = numbers || unit || leans_on_next(q, a);
  }
  return 0;
}

/* ---- two words that may be one ---- */

static int all_letters(const char *s, size_t n) {
  while (n > 0 && (*s | 32) >= 'a' && (*s | 32) <= 'z') s++, n--;
  return n == 0;
}

/* Does a piece of the text end, or begin, with Hangul? (Three bytes of the lead bytes EA to ED are all but always
** a syllable.) */
static int is_hangul(unsigned char lead) {
  return lead >= 0xEA && lead <= 0xED;
}

/* May two words be written as one: a name and its number (RTX 4090), or a number with its counter and what
** that says something of (1인 가구)? */
static int is_pair(const query *q, const word *a, const word *b) {
  enum { LONGEST = 12 }; /* bytes */
  const char *first = start_of(q, a), *second = start_of(q, b);
  if (a->length > LONGEST || b->length > LONGEST) return 0;
  if (is_number(q, b)) return all_letters(first, a->length);
  return is_number(q, a) && a->length > 3 && is_hangul((unsigned char)first[a->length - 3]) &&
         is_hangul((unsigned char)second[0]);
}

/* Append bytes of the text to it. */
static void repeat(query *q, size_t from, size_t n) {
  for (size_t end = from + n; from < end && !q->text.failed; from++) {
    char c = q->text.data[from];
    ko_buf_add(&q->text, &c, 1);
  }
}

/* Append the words without what stands between them; the place. */
static ko_writing write_as_one(query *q, const word *a, const word *b) {
  ko_writing x = {q->text.n, a->length + b->length};
  repeat(q, a->from, a->length);
  repeat(q, b->from, b->length);
  return x;
}

/* Two words, apart or as one. */
static int put_pair(query *q, const word *a, const word *b, int prefix) {
  ko_writing one = write_as_one(q, a, b);
  ko_buf_str(q->out, "((");
  if (ko_query_put_word(q, a, 0)) return -1;
  ko_buf_str(q->out, " AND ");
  if (ko_query_put_word(q, b, prefix)) return -1;
  ko_buf_str(q->out, ") OR ");
  if (q->text.failed || ko_query_put_text(q, one.from, one.length, prefix)) return -1;
  ko_buf_str(q->out, ")");
  return 0;
}

/* ---- the expression ---- */

/* Put what ko_query_widen found behind what was put. */
static void put_more(query *q) {
  ko_buf_add(q->out, q->more.data, q->more.n);
  q->out->failed |= q->more.failed;
}

/* Any of the words, and of a word that is two to the index (삼성전자) any of these, since a text may have
** only one; words that stand side by side in the question count once more where they do in a text. */
static int build_any(query *q) {
  for (size_t i = 0; i < q->n; i++) {
    const word *w = &q->word[i];
    size_t covered;
    if (i > 0) ko_buf_str(q->out, " OR ");
    if (ko_query_widen(q, i, &covered)) return -1;
    if (w->tokens == 1 ? ko_query_put_word(q, w, 0) : ko_query_put_any(q, w)) return -1;
    put_more(q);
  }
  for (size_t i = 1; q->phrases && i < q->n; i++) { /* without what stands between them */
    ko_buf_str(q->out, " OR \"");
    ko_query_put_bytes(q, q->word[i - 1].from, q->word[i - 1].length);
    ko_buf_str(q->out, " ");
    ko_query_put_bytes(q, q->word[i].from, q->word[i].length);
    ko_buf_str(q->out, "\"");
  }
  return 0;
}

/* Is the word at i one thing by itself, joined to none? */
static int is_single(const query *q, size_t i) {
  return i < q->n && !q->word[i].joined && (i + 1 == q->n || !q->word[i + 1].joined);
}

/* Words [i, j), which are one thing or a pair, and what they are asked for besides. */
static int put_group(query *q, size_t i, size_t j, int pair, int goes_on) {
  const word *first = &q->word[i], *last = &q->word[j - 1];
  int rc;
  if (q->more.n) ko_buf_str(q->out, "(");
  if (pair)
    rc = put_pair(q, first, last, goes_on);
  else
    rc = first == last ? ko_query_put_word(q, first, goes_on)
                       : ko_query_put_words(q, first, last, goes_on);
  if (rc) return -1;
  put_more(q);
  if (q->more.n) ko_buf_str(q->out, ")");
  return 0;
}

/* Every word; the last one may go on with `prefix`. */
static int build_all(query *q, int prefix) {
  if (join_words(q)) return -1;
  for (size_t i = 0, j, covered; i < q->n; i = j) {
    int pair;
    if (ko_query_widen(q, i, &covered)) return -1;
    pair = q->more.n == 0 && is_single(q, i) && is_single(q, i + 1) &&
           is_pair(q, &q->word[i], &q->word[i + 1]);
    for (j = i + covered + (size_t)pair; j < q->n && q->word[j].joined;) j++;
    if (j > i + covered) ko_buf_clear(&q->more); /* part of a longer thing */
    if (i > 0) ko_buf_str(q->out, " AND ");
    if (put_group(q, i, j, pair, prefix && j == q->n)) return -1;
  }
  return 0;
}

/* The words one after another, with a writing in place of the words from a to b. */
static int put_writing(query *q, const word *a, const word *b, ko_writing x) {
  const word *first = &q->word[0], *last = &q->word[q->n - 1];
  size_t from = q->text.n, behind = b->from + b->length;
  repeat(q, first->from, a->from - first->from);
  repeat(q, x.from, x.length);
  repeat(q, behind, last->from + last->length - behind);
  if (q->text.failed) return -1;
  ko_buf_str(q->out, " OR ");
  return ko_query_put_text(q, from, q->text.n - from, 0);
}

/* All words as one text, which may be a name that has synonyms, or with one of them written otherwise. */
static int build_phrase(query *q) {
  size_t phrases = 1, covered;
  if (ko_query_widen(q, 0, &covered)) return -1;
  if (covered < q->n) ko_buf_clear(&q->more);
  if (put_group(q, 0, q->n, 0, 0)) return -1;
  for (size_t i = 0; i < q->n; i++) {
    const word *w = &q->word[i];
    for (size_t k = 0; k < w->writings.n && phrases < MAX_PHRASES; k++, phrases++)
      if (put_writing(q, w, w, w->writings.writing[k])) return -1;
    if (i + 1 < q->n && phrases < MAX_PHRASES && is_pair(q, w, w + 1)) {
      if (put_writing(q, w, w + 1, write_as_one(q, w, w + 1))) return -1;
      phrases++;
    }
  }
  return 0;
}

static int build(query *q, query_mode mode) {
  if (ko_query_read_words(q, mode == MODE_ANY)) return -1;
  if (q->n == 0) ko_buf_str(q->out, "\"\"");
  if (mode == MODE_ANY) return build_any(q);
  if (mode == MODE_PHRASE && q->n > 1) return build_phrase(q);
  return build_all(q, mode == MODE_PREFIX);
}

/* Which of the names the argument is; -1 after an error if it is none. */
static int choice(sqlite3_context *context, sqlite3_value *v, const char *const *names,
                  const char *error) {
  const char *s = sqlite3_value_type(v) == SQLITE_TEXT ? (const char *)sqlite3_value_text(v) : NULL;
  for (int i = 0; s && names[i]; i++)
    if (sqlite3_stricmp(s, names[i]) == 0) return i;
  sqlite3_result_error(context, error, -1);
  return -1;
}

/* ---- the call ---- */

/* What the fourth argument says of the table that is searched: *detail unless it was given, its words, and with
** `fuzzy` its vocabulary. Returns an SQLite result code; *error is what is wrong. */
static int open_table(query *q, sqlite3_value *v, int *detail, int fuzzy, char **error) {
  sqlite3 *db = q->state->db;
  const char *name = (const char *)sqlite3_value_text(v);
  ko_index_options options;
  ko_place place;
  int rc, is_index = 0;
  if (!name) return SQLITE_NOMEM;
  ko_buf_init(&options.words, &ko_mem_sqlite);
  rc = ko_place_find(db, name, &place);
  if (rc == SQLITE_OK && place.root == 0) is_index = ko_index_options_read(place.sql, &options);
  if (rc != SQLITE_OK)
    *error = sqlite3_mprintf("%s", sqlite3_errmsg(db));
  else if (is_index < 0)
    rc = SQLITE_NOMEM;
  else if (!is_index)
    rc = SQLITE_ERROR,
    *error =
        sqlite3_mprintf("the argument table takes the name of an FTS5 table, not %.100s", name);
  if (rc == SQLITE_OK && *detail < 0) *detail = options.detail;
  if (rc == SQLITE_OK && options.words.n > 0) {
    q->words = ko_word_table_hold(q->state, options.words.data, options.words.n);
    rc = q->words ? ko_word_table_read(q->words, error) : SQLITE_NOMEM;
  }
  if (rc == SQLITE_OK && fuzzy) rc = ko_vocabulary_open(db, &place, &q->vocabulary, error);
  ko_buf_free(&options.words);
  ko_place_free(&place);
  return rc;
}

static void free_query(query *q) {
  ko_vocabulary_close(q->vocabulary);
  ko_word_table_release(q->words);
  ko_buf_free(&q->text);
  ko_buf_free(&q->asked.text);
  ko_buf_free(&q->indexed.text);
  ko_buf_free(&q->more);
  ko_free(&ko_mem_sqlite, q);
}

/* The modes and details of the arguments; 0 after an error. *detail is -1 where the table is to tell. */
static int read_choices(sqlite3_context *context, int argc, sqlite3_value **argv, int *mode,
                        int *detail) {
  int has_table = argc > 3 && sqlite3_value_type(argv[3]) != SQLITE_NULL;
  *mode = *detail = 0;
  if (argc > 1)
    *mode = choice(context, argv[1], modes,
                   "korean_query(): the argument mode takes 'all', 'any', 'phrase', 'prefix' or "
                   "'fuzzy'");
  if (*mode < 0) return 0;
  if (has_table && sqlite3_value_type(argv[3]) != SQLITE_TEXT) {
    sqlite3_result_error(context,
                         "korean_query(): the argument table takes the name of an FTS5 table", -1);
    return 0;
  }
  if (*mode == MODE_FUZZY && !has_table) {
    sqlite3_result_error(context,
                         "korean_query(): the mode 'fuzzy' needs the table that is searched as "
                         "fourth argument",
                         -1);
    return 0;
  }
  if (has_table && sqlite3_value_type(argv[2]) == SQLITE_NULL) {
    *detail = -1;
    return 1;
  }
  if (argc > 2)
    *detail = choice(context, argv[2], details,
                     "korean_query(): the argument detail takes 'full', 'column' or 'none'");
  return *detail >= 0;
}

void ko_query_function(sqlite3_context *context, int argc, sqlite3_value **argv) {
  ko_state *state = sqlite3_user_data(context);
  const char *text;
  char *error = NULL;
  size_t n;
  query *q;
  int mode, detail, rc = SQLITE_OK;
  if (ko_text_argument(context, argv[0], "korean_query", &text, &n) <= 0) return;
  if (!read_choices(context, argc, argv, &mode, &detail)) return;
  q = ko_calloc(&ko_mem_sqlite, sizeof *q);
  if (!q) {
    sqlite3_result_error_nomem(context);
    return;
  }
  q->state = state;
  q->out = &state->out;
  ko_buf_init(&q->text, &ko_mem_sqlite);
  ko_buf_init(&q->asked.text, &ko_mem_sqlite);
  ko_buf_init(&q->indexed.text, &ko_mem_sqlite);
  ko_buf_init(&q->more, &ko_mem_sqlite);
  ko_buf_clear(q->out);
  if (argc > 3 && sqlite3_value_type(argv[3]) != SQLITE_NULL)
    rc = open_table(q, argv[3], &detail, mode == MODE_FUZZY, &error);
  q->phrases = detail == 0;
  if (rc == SQLITE_OK && (ko_query_normalize(q, text, n) || build(q, (query_mode)mode)))
    q->out->failed = 1;
  if (rc == SQLITE_OK && q->vocabulary) rc = ko_vocabulary_error(q->vocabulary, &error);
  free_query(q);
  if (rc == SQLITE_OK)
    ko_result_out(context, state);
  else
    ko_result_failed(context, state, rc, "korean_query", error);
  state->tokens.terms.lattice.own = NULL;
  if (state->tokens.terms.lattice.cap > KEEP_NODES) ko_tokens_free(&state->tokens);
}
