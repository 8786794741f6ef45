/* Phrases: nouns with their particles, predicates with their endings, adverbs. Of any event. */
#ifndef KO_PHRASES_H
#define KO_PHRASES_H

#include "extract/clause/clause_words.h"

typedef enum ko_phrase_type {
  KO_PHRASE_NOUNS,
  KO_PHRASE_PREDICATE,
  KO_PHRASE_ADVERB
} ko_phrase_type;

typedef enum ko_case {
  KO_CASE_BARE,
  KO_CASE_SUBJECT,
  KO_CASE_OBJECT,
  KO_CASE_WITH,
  KO_CASE_WITH_OF, /* 와의 */
  KO_CASE_OF,
  KO_CASE_AT,
  KO_CASE_TO,
  KO_CASE_TOWARD,
  KO_CASE_OTHER
} ko_case;

typedef enum ko_join { KO_JOIN_APART, KO_JOIN_COMMA, KO_JOIN_DOT, KO_JOIN_AND } ko_join;

typedef enum ko_ending {
  KO_ENDING_FINAL,
  KO_ENDING_CONNECTIVE,
  KO_ENDING_QUOTATIVE,
  KO_ENDING_ADNOMINAL,
  KO_ENDING_NOMINAL
} ko_ending;

/* Words are counted within their sentence. */
typedef struct ko_phrase {
  int first;        /* its first word */
  int head;         /* its last without particles; of a predicate the last ending */
  int end;          /* the word behind it, with its particles and the comma or dot that joins it */
  int base;         /* predicate: the word with its meaning (회동 of 회동했다) */
  uint8_t type;     /* ko_phrase_type */
  uint8_t particle; /* nouns: ko_case */
  uint8_t topic;    /* nouns: 은/는 or 도 */
  uint8_t join;     /* nouns: ko_join with the next phrase */
  uint8_t time;     /* nouns: dates and times only */
  uint8_t between;  /* nouns: ends in 간, 사이 */
  uint8_t ending;   /* predicate: ko_ending */
  uint8_t past, future, negated; /* predicate */
  uint8_t quote; /* 0: outside of speech; the number of the speech in its sentence else */
  uint8_t stop;  /* an ellipsis or a full stop follows */
} ko_phrase;

typedef struct ko_phrases {
  const ko_mem *mem;
  ko_phrase *item;
  size_t n, cap;
} ko_phrases;

/* Append the phrases of a sentence, n words. Marks which words stand in brackets. Returns 0, or -1
** when memory is out. */
int ko_phrases_read(ko_phrases *p, const ko_reading *r, ko_clause_word *word, int n);

#endif
