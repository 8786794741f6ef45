/* From a chain of nodes to search terms: prefixes, nouns and suffixes are put together to words,
** and words become terms. */
#ifndef KO_WORDS_H
#define KO_WORDS_H

#include "morph/terms.h"

enum { KO_MAX_BREAKS = 24 }; /* most places at which one word is taken apart */

typedef struct ko_words {
  ko_terms *t; /* where the terms go */
  const ko_text *text;
  size_t base;  /* character of the text at which the run starts */
  int32_t p;    /* cost of the probability of what is added */
  int variants; /* 1: words are also indexed without their affixes */
  int whole;    /* 1: own words that have synonyms are not cut */
  int typed;    /* 1: no word is too short or too common to be meant */
  int failed;   /* 1 once memory was out */
  int head;     /* 1: the first term of each word gets a position of its own */
  ko_why why;   /* of what is added */
  struct {      /* the word being put together */
    int open;
    uint32_t start, end;
    uint32_t stem;               /* where it starts without its prefix */
    uint32_t cut[KO_MAX_BREAKS]; /* ends of shorter words that it contains, from its start */
    int n_cuts;
    ko_why why;
  } word;
} ko_words;

void ko_words_init(ko_words *w, ko_terms *t, const ko_text *text, size_t base);
/* Add the terms of the chain node[0..n) of t's lattice. With `head` each word gets a position of its
** own, else all join other words. */
void ko_words_chain(ko_words *w, const int32_t *node, size_t n, int head);
/* Add characters [start, end) of the text as one term. */
void ko_words_slice(ko_words *w, uint32_t start, uint32_t end, int head);
/* Is the morpheme, whose span begins at character `start`, a verb that is an auxiliary when it follows
** 어 in one word? */
int ko_words_is_auxiliary(const ko_words *w, const ko_part *part, uint32_t start);

#endif
