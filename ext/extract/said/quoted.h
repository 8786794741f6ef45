/* A stretch between quotation marks, and what the words around it say of it: the particle behind it, the
** verb or the noun of speech that the particle leads to, whether it is a sentence, where on its line it
** stands. Nothing here decides whether it was said. */
#ifndef KO_QUOTED_H
#define KO_QUOTED_H

#include "extract/clause/clauses.h"

typedef enum ko_followed {
  KO_BY_NOTHING, /* white space, a bracket, a stop, the end of the line */
  KO_BY_SAY,     /* "..."라고 */
  KO_BY_LINK,    /* "..."라며 */
  KO_BY_NOUN,    /* "..."라는, "..."는 */
  KO_BY_OTHER    /* other particles, or a word: "..."을 */
} ko_followed;

typedef enum ko_verb_rank { /* how sure it is that the verb is the one of the quotation */
                            KO_VERB_NONE,
                            KO_VERB_ANY,     /* any predicate */
                            KO_VERB_ENDS,    /* any that ends a clause */
                            KO_VERB_REPORTS, /* of the table, in a description: 말한 홍길동 */
                            KO_VERB_REPORTS_END /* of the table, and it ends a clause */
} ko_verb_rank;

typedef struct ko_quoted {
  ko_span text;          /* the words, without the marks */
  uint32_t open, behind; /* the opening mark, and what stands behind the closing one */
  ko_span slot; /* who speaks by the page's form: [홍길동 / 장관 : ...]; start == end: none */
  int is_double;
  int outer;      /* the pair of speech around it, -1 */
  uint32_t limit; /* where the words end that may belong to it: the sentence, the outer pair */
  uint32_t sentence, after; /* where it begins; where what stands behind it does */
  ko_followed by;
  uint32_t end;   /* of the particle */
  uint32_t chain; /* behind those that stand side by side with it: "..." "..."라고 했다 */
  int statement;  /* 1: the words end as a sentence does */
  int words;
  int starts, ends; /* 1: the sentence begins or ends with it */
  int has_stop;     /* 1: the sentence ends with a full stop */
  int headline;     /* 1: the line goes on to end without one */
  ko_span verb;
  int verb_row;  /* in the table of reporting words; -1: not in it */
  int describes; /* 1: it stands before a noun: 말한 홍길동 */
  ko_verb_rank rank;
  ko_span noun; /* of speech: 질문, 지적 */
  int noun_row; /* -1: none */
} ko_quoted;

/* Read the stretch in pair i of the document. Returns 0 if its marks are none of speech. `key` is room for
** looking words up. */
int ko_quoted_read(const ko_clauses *c, size_t i, ko_buf *key, ko_quoted *q);

/* Is the row of the table of reporting words of this kind? */
int ko_is_reporting(int row, ko_reporting_kind kind);

#endif
