#include "bind/query_widen.h"

#include "bind/query_fuzzy.h"
#include "bind/query_word.h"
#include "bind/sqlite.h"

enum { LONGEST = 8 }; /* words of a name */

/* The first synonym of bytes [from, from + n) of the query; -1 if there is none, -2 when memory is out. */
static int32_t synonym_of(ko_query *q, size_t from, size_t n) {
  const ko_synonyms *texts = &q->words->list.texts;
  int32_t first = -2;
  ko_reader r;
  ko_text t;
  ko_buf key;
  ko_text_init(&t, &q->state->mem);
  ko_buf_init(&key, &ko_mem_sqlite);
  ko_reader_init(&r, q->text.data + from, n);
  if (ko_text_read(&t, &r, (size_t)-1) == 0) {
    ko_wordlist_key(&t, &key);
    if (!key.failed) first = ko_synonyms_of(texts, key.data, key.n);
  }
  ko_text_free(&t);
  ko_buf_free(&key);
  return first;
}

/* A name that is one term now, but several to the dictionary, is several in documents that were indexed before it
** was listed. */
static int put_unlisted(ko_query *q, size_t from, size_t n) {
  ko_word_table *words = q->words;
  int rc = ko_query_read(q, from, n, 1, &q->asked), first = 1;
  if (rc || q->asked.n != 1) return rc;
  q->words = NULL;
  rc = ko_query_read(q, from, n, 1, &q->asked);
  q->words = words;
  if (rc || q->asked.n < 2) return rc;
  ko_buf_str(q->out, q->phrases ? " OR " : " OR (");
  for (const char *a = NULL; (a = ko_query_next(&q->asked, a)) != NULL;) {
    if (*a != '+') continue;
    if (!first) ko_buf_str(q->out, q->phrases ? " + " : " AND ");
    first = 0;
    ko_query_put_term(q, a + 1);
  }
  if (!q->phrases) ko_buf_str(q->out, ")");
  return 0;
}

/* The synonyms of bytes [from, from + n), of which `i` is the first. */
static int put_synonyms(ko_query *q, size_t from, size_t n, int32_t i) {
  const ko_synonyms *texts = &q->words->list.texts;
  for (; i >= 0; i = texts->item[i].next) {
    size_t at = q->text.n;
    ko_buf_add(&q->text, texts->text.data + texts->item[i].at, texts->item[i].n);
    if (q->text.failed) return -1;
    ko_buf_str(q->out, " OR ");
    if (ko_query_put_text(q, at, texts->item[i].n, 0) || put_unlisted(q, at, texts->item[i].n))
      return -1;
  }
  return put_unlisted(q, from, n);
}

/* Look for the longest name that begins with word i, one word also without its particle. */
static int widen_by_synonyms(ko_query *q, size_t i, size_t *covered) {
  const ko_query_word *w = &q->word[i];
  int32_t first = -1;
  size_t from = w->from, n = 0;
  for (size_t k = q->n - i < LONGEST ? q->n - i : LONGEST; k > 0 && first == -1; k--) {
    n = w[k - 1].from + w[k - 1].length - from;
    first = synonym_of(q, from, n);
    *covered = k;
  }
  if (first == -1) {
    if (ko_query_read(q, from, w->length, 1, &q->asked)) return -1;
    n = q->asked.n ? q->asked.end - q->asked.start : 0;
    from += q->asked.start;
    if (n > 0 && n < w->length) first = synonym_of(q, from, n);
  }
  if (first < -1) return -1;
  return first < 0 ? 0 : put_synonyms(q, from, n, first);
}

int ko_query_widen(ko_query *q, size_t i, size_t *covered) {
  ko_buf *out = q->out;
  int rc = 0;
  *covered = 1;
  ko_buf_clear(&q->more);
  q->out = &q->more;
  if (q->words) rc = widen_by_synonyms(q, i, covered);
  if (rc == 0 && q->vocabulary && *covered == 1) rc = ko_query_guess(q, &q->word[i]);
  q->out = out;
  return rc;
}
