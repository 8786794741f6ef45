#include <string.h>

#include "bind/query_word.h"
#include "bind/sqlite.h"
#include "bind/typing.h"

typedef ko_query query;
typedef ko_query_word word;
typedef ko_query_tokens tokens;

void ko_query_put_bytes(query *q, size_t from, size_t n) {
  for (const char *s = q->text.data + from; n > 0; s++, n--) {
    if (*s == '"') ko_buf_str(q->out, "\"");
    ko_buf_add(q->out, s, 1);
  }
}

void ko_query_put_term(query *q, const char *term) {
  static const char sign[] = {'"', KO_TERM_SIGN, 0};
  ko_buf_str(q->out, sign);
  for (; *term; term++) ko_buf_str(q->out, *term == '"' ? "\"\"" : (char[]){*term, 0});
  ko_buf_str(q->out, "\"");
}

/* The tokens, each as a term: with `every` all positions are wanted, else any of the tokens. The last
** position may go on with `prefix`. */
static void put_tokens(query *q, const tokens *t, int every, int prefix) {
  int position = 0;
  if (t->n == 0) ko_buf_str(q->out, "\"\"");
  if (t->n > 1) ko_buf_str(q->out, "(");
  for (const char *a = NULL, *b; (a = ko_query_next(t, a)) != NULL;) {
    b = ko_query_next(t, a);
    if (a[0] == '+' && ++position > 1) ko_buf_str(q->out, every ? " AND " : " OR ");
    if (a[0] == '=') ko_buf_str(q->out, " OR ");
    if (a[0] == '+' && b && b[0] == '=') ko_buf_str(q->out, "(");
    ko_query_put_term(q, a + 1);
    if (prefix && position == t->n) ko_buf_str(q->out, "*");
    if (a[0] == '=' && !(b && b[0] == '=')) ko_buf_str(q->out, ")");
  }
  if (t->n > 1) ko_buf_str(q->out, ")");
}

static int has_hanja(const query *q, size_t from, size_t n) {
  ko_reader r;
  ko_char c;
  ko_reader_init(&r, q->text.data + from, n);
  while (ko_reader_next(&r, &c))
    if (ko_class_of(c.cp) == KO_CLASS_HAN) return 1;
  return 0;
}

/* Read as a table with `decompound none` or with `hanja off` does. */
static int read_otherwise(query *q, size_t from, size_t n, int whole, tokens *out) {
  ko_tokens *t = ko_state_tokens(q->state);
  int rc;
  if (whole)
    t->terms.decompound = KO_DECOMPOUND_NONE;
  else
    t->hanja = 0;
  rc = ko_query_read(q, from, n, 1, out);
  t->terms.decompound = KO_DECOMPOUND_DISCARD;
  t->hanja = 1;
  return rc;
}

/* The tokens of bytes [from, from + n) of the text, as put_tokens has them; hanja also as it stands and, if all
** are wanted, compounds also whole, which is what tables with those options have. */
static int put_terms(query *q, size_t from, size_t n, int every, int prefix) {
  int hanja = has_hanja(q, from, n), whole = 0;
  if (ko_query_read(q, from, n, 1, &q->asked)) return -1;
  if (every && q->asked.n > 1) {
    if (read_otherwise(q, from, n, 1, &q->indexed)) return -1;
    whole = q->indexed.n > 0 && q->indexed.n < q->asked.n;
  }
  if (hanja || whole) ko_buf_str(q->out, "(");
  put_tokens(q, &q->asked, every, prefix);
  if (whole) {
    ko_buf_str(q->out, " OR ");
    put_tokens(q, &q->indexed, every, prefix);
  }
  if (hanja) {
    if (read_otherwise(q, from, n, 0, &q->indexed)) return -1;
    ko_buf_str(q->out, " OR ");
    put_tokens(q, &q->indexed, every, prefix);
  }
  if (hanja || whole) ko_buf_str(q->out, ")");
  return 0;
}

int ko_query_put_text(query *q, size_t from, size_t n, int prefix) {
  if (q->phrases) {
    ko_buf_str(q->out, "\"");
    ko_query_put_bytes(q, from, n);
    ko_buf_str(q->out, prefix ? "\"*" : "\"");
    return 0;
  }
  return put_terms(q, from, n, 1, prefix);
}

int ko_query_put_any(query *q, const word *w) {
  return put_terms(q, w->from, w->length, 0, 0);
}

int ko_query_put_words(query *q, const word *a, const word *b, int prefix) {
  return ko_query_put_text(q, a->from, b->from + b->length - a->from, prefix);
}

/* What a document with the word has instead. */
static int put_other(query *q, const word *w) {
  if (ko_query_read(q, w->from, w->length, 0, &q->indexed)) return -1;
  ko_buf_str(q->out, " OR ");
  ko_query_put_term(q, ko_query_next(&q->indexed, NULL) + 1);
  return 0;
}

/* A piece of the text behind a sign of the tokenizer. */
static void put_signed(query *q, char sign, size_t from, size_t n) {
  ko_buf_str(q->out, (char[]){'"', sign, 0});
  ko_query_put_bytes(q, from, n);
  ko_buf_str(q->out, "\"");
}

/* One of the ways to look at a word that may go on. */
static int put_way(query *q, const ko_typed *way) {
  int divided = way->before > 0 && way->length > 0 && !q->phrases;
  ko_buf_str(q->out, divided ? " OR (" : " OR ");
  if (way->length == 0) return ko_query_put_text(q, way->from, way->before, 0);
  if (way->before > 0 && q->phrases) {
    put_signed(q, KO_READ_SIGN, way->from, way->before);
    ko_buf_str(q->out, " + ");
  } else if (way->before > 0) {
    if (ko_query_put_text(q, way->from, way->before, 0)) return -1;
    ko_buf_str(q->out, " AND ");
  }
  put_signed(q, KO_TERM_SIGN, way->last, way->length);
  ko_buf_str(q->out, divided ? "*)" : "*");
  return 0;
}

/* A word that the dictionary does not know may be cut otherwise in a document, and is indexed in one piece too. */
int ko_query_put_word(query *q, const word *w, int prefix) {
  int whole = w->writings.doubtful && w->tokens > 1, rc;
  ko_typing typing = {.n = 0};
  if (prefix) ko_typing_of(&q->text, w->from, w->length, &typing);
  if (w->other || whole || w->writings.n || typing.n) ko_buf_str(q->out, "(");
  rc = ko_query_put_words(q, w, w, prefix);
  if (rc == 0 && w->other) rc = put_other(q, w);
  if (whole) {
    ko_buf_str(q->out, " OR ");
    put_signed(q, KO_TERM_SIGN, w->from, w->length);
  }
  for (size_t i = 0; i < w->writings.n && rc == 0; i++) {
    const ko_writing *x = &w->writings.writing[i];
    ko_buf_str(q->out, " OR ");
    rc = ko_query_put_text(q, x->from, x->length, prefix);
  }
  for (size_t i = 0; i < typing.n && rc == 0; i++) rc = put_way(q, &typing.way[i]);
  if (w->other || whole || w->writings.n || typing.n) ko_buf_str(q->out, ")");
  return q->text.failed ? -1 : rc;
}
