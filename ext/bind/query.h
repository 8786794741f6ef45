/* The inside of korean_query(): what its files share. */
#ifndef KO_QUERY_H
#define KO_QUERY_H

#include "bind/state.h"
#include "bind/writings.h"
#include "bind/vocabulary.h"
#include "bind/word_table.h"

enum { KO_QUERY_WORDS = 128 }; /* what is over is passed over */

/* The tokens of a piece of text. */
typedef struct ko_query_tokens {
  ko_buf text; /* each with a NUL behind it and before it '+', or '=' if it shares a position */
  int n;       /* positions */
  int most;    /* not more of them: of a document two say as much as many */
  int asking;  /* how many of those are in question.tsv */
  size_t start, end; /* the bytes of the piece that they come from, first to last */
} ko_query_tokens;

typedef struct ko_query_word {
  size_t from, length; /* bytes of query.text */
  int tokens;          /* in a query */
  int worth;  /* 0: documents have no tokens for it; 1: it only makes a question; 2: any other */
  int joined; /* 1: goes with the word before it, as 29일 after 8월 */
  int other;  /* 1: documents have another term for it */
  ko_writings writings; /* ways to write it, appended to query.text */
} ko_query_word;

typedef struct ko_query {
  ko_state *state;
  ko_buf text; /* normalised, and behind it what else words are written like */
  ko_query_tokens asked, indexed;
  ko_query_word word[KO_QUERY_WORDS];
  size_t n;
  int phrases;               /* 1: the table has positions */
  ko_word_table *words;      /* of the table that is searched, read; NULL: none */
  ko_vocabulary *vocabulary; /* of that table, in the mode fuzzy; else NULL */
  ko_buf more;               /* see ko_query_widen */
  ko_buf *out;
} ko_query;

/* Find the tokens of bytes [from, from + n) of the query, asked for or indexed. -1 when memory is out. */
int ko_query_read(ko_query *q, size_t from, size_t n, int is_query, ko_query_tokens *out);
/* The token behind the one at `at`, the first for NULL; NULL at the end. */
const char *ko_query_next(const ko_query_tokens *t, const char *at);
/* Ask for bytes [from, from + n) of the text, side by side where the table can tell. -1 when memory is out. */
int ko_query_put_text(ko_query *q, size_t from, size_t n, int prefix);
/* The same of the words from a to b as one text. */
int ko_query_put_words(ko_query *q, const ko_query_word *a, const ko_query_word *b, int prefix);
/* Ask for one word, with all that it may stand for in a document. -1 when memory is out. */
int ko_query_put_word(ko_query *q, const ko_query_word *w, int prefix);
/* Ask for any of the terms of a word. -1 when memory is out. */
int ko_query_put_any(ko_query *q, const ko_query_word *w);
/* Bytes [from, from + n) of the text, as they stand inside quotation marks. */
void ko_query_put_bytes(ko_query *q, size_t from, size_t n);
/* Ask for one term, as it stands in an index. */
void ko_query_put_term(ko_query *q, const char *term);

/* Put into q->more what word i is asked for besides itself, " OR x OR y": its synonyms and, with a vocabulary, what
** it may be meant for. *covered is how many words from i on that is about, at least 1. -1 when memory is out or
** the work is to end. */
int ko_query_widen(ko_query *q, size_t i, size_t *covered);

/* Like it, of one word, in the mode fuzzy (bind/query_fuzzy.c). */
int ko_query_guess(ko_query *q, const ko_query_word *w);

#endif
