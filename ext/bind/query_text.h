/* What korean_query() was asked: its text, the words in it and their tokens. */
#ifndef KO_QUERY_TEXT_H
#define KO_QUERY_TEXT_H

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
  ko_buf more;               /* see query_widen.h */
  ko_buf *out;
} ko_query;

/* Find the tokens of bytes [from, from + n) of the query, asked for or indexed. -1 when memory is out. */
int ko_query_read(ko_query *q, size_t from, size_t n, int is_query, ko_query_tokens *out);
/* The token behind the one at `at`, the first for NULL; NULL at the end. */
const char *ko_query_next(const ko_query_tokens *t, const char *at);

/* Put the text s[0..n) into q->text, with a space for white space of any kind. -1 when memory is out. */
int ko_query_normalize(ko_query *q, const char *s, size_t n);
/* Find the words worth searching for: those that documents have tokens for and, with `question`, that
** do more than make a question of the rest; if there are none, all that a query has tokens for. */
int ko_query_read_words(ko_query *q, int question);

#endif
