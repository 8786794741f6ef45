#include "bind/query_text.h"

#include <string.h>

#include "tables.h"

typedef ko_query query;
typedef ko_query_word word;
typedef ko_query_tokens tokens;

/* ---- what a text is searched by ---- */

static int add_token(void *arg, int colocated, const char *text, size_t n, size_t start,
                     size_t end) {
  tokens *t = arg;
  if (!colocated && t->n == t->most) return 1;
  if (t->n == 0) t->start = start;
  t->end = end;
  ko_buf_str(&t->text, colocated ? "=" : "+");
  ko_buf_add(&t->text, text, n);
  ko_buf_add(&t->text, "", 1);
  if (colocated) return 0;
  t->n++;
  t->asking += ko_table_find(&ko_table_question, text, n) >= 0;
  return 0;
}

int ko_query_read(query *q, size_t from, size_t n, int is_query, tokens *out) {
  ko_tokens *t = ko_state_tokens(q->state);
  t->terms.lattice.own = q->words ? &q->words->list.own : NULL;
  ko_buf_clear(&out->text);
  out->n = out->asking = 0;
  out->most = is_query ? KO_MAX_ASKED : 2;
  if (ko_tokens_run(t, q->text.data + from, n, is_query ? KO_ASKED_ALL : KO_ASKED_NOT, add_token,
                    out) < 0)
    return -1;
  return out->text.failed ? -1 : 0;
}

const char *ko_query_next(const tokens *t, const char *at) {
  at = at ? at + strlen(at) + 1 : t->text.data;
  return at && at < t->text.data + t->text.n ? at : NULL;
}

/* Is one word asked for and another one, only, indexed? */
static int differ(const tokens *asked, const tokens *indexed) {
  if (asked->n != 1 || indexed->n != 1) return 0;
  for (const char *a = NULL; (a = ko_query_next(asked, a)) != NULL;)
    for (const char *b = NULL; (b = ko_query_next(indexed, b)) != NULL;)
      if (strcmp(a + 1, b + 1) == 0) return 0;
  return 1;
}

/* ---- words ---- */

/* The next word at or behind *at: 1 and its place, or 0. A sign that would make it a term is no part of
** it. */
static int next_word(const ko_buf *text, size_t *at, word *w) {
  const char *s = text->data;
  while (*at < text->n && (s[*at] == ' ' || s[*at] == KO_TERM_SIGN || s[*at] == KO_READ_SIGN))
    ++*at;
  w->from = *at;
  while (*at < text->n && s[*at] != ' ') ++*at;
  w->length = *at - w->from;
  return w->length > 0;
}

int ko_query_normalize(query *q, const char *s, size_t n) {
  enum { STEP = 1 << 12 }; /* characters */
  ko_reader r;
  ko_char c;
  ko_reader_init(&r, s, n);
  for (size_t i = 0; ko_reader_next(&r, &c); i++) {
    if (i % STEP == 0 && ko_work(&q->state->mem, STEP / 8)) return -1;
    ko_buf_char(&q->text, ko_class_of(c.cp) == KO_CLASS_SPACE ? ' ' : c.cp);
  }
  return q->text.failed ? -1 : 0;
}

int ko_query_read_words(query *q, int question) {
  size_t at = 0, kept = 0;
  int most = 0;
  while (q->n < KO_QUERY_WORDS && next_word(&q->text, &at, &q->word[q->n])) {
    word *w = &q->word[q->n];
    if (ko_query_read(q, w->from, w->length, 1, &q->asked) ||
        ko_query_read(q, w->from, w->length, 0, &q->indexed))
      return -1;
    w->tokens = q->asked.n;
    w->worth = q->indexed.n == 0 ? 0 : question && q->asked.asking == q->asked.n ? 1 : 2;
    w->joined = 0;
    w->other = differ(&q->asked, &q->indexed);
    if (w->tokens == 0) continue;
    if (w->worth > most) most = w->worth;
    q->n++;
  }
  for (size_t i = 0; i < q->n; i++)
    if (q->word[i].worth == most) q->word[kept++] = q->word[i];
  q->n = kept;
  for (size_t i = 0; i < q->n; i++) {
    word *w = &q->word[i];
    if (ko_writings_of(&q->state->tokens, &q->text, w->from, w->length, q->phrases && !question,
                       &w->writings))
      return -1;
  }
  return 0;
}
