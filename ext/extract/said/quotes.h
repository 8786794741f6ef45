/* Quotations: the words, who said them, and the reporting verb.
**
** What stands between quotation marks may be a quotation, a title, words in doubt; whoever is named around
** it may have said it. Grammar proposes, learnt weights choose (speaker_options.h). */
#ifndef KO_QUOTES_H
#define KO_QUOTES_H

#include "extract/said/speaker_options.h"

typedef struct ko_quote {
  ko_span text;      /* the words, without quotation marks */
  uint32_t sentence; /* in which it begins */
  int entity;        /* who said it, in r->entity; -1: not a named one */
  ko_span speaker; /* when entity is -1: who, as written (한국 취재진); start == end: not stated */
  ko_span verb; /* the verb as written; start == end: none (a headline) */
} ko_quote;

typedef struct ko_quotes {
  const ko_mem *mem;
  ko_quote *item;
  size_t n, cap;
} ko_quotes;

/* Who chooses among the options for a quotation. */
typedef struct ko_quote_chooser {
  int (*choose)(void *ctx, const ko_quoted *q, const ko_speaker_options *o);
  void *ctx;
} ko_quote_chooser;

void ko_quotes_init(ko_quotes *q, const ko_mem *mem);
void ko_quotes_free(ko_quotes *q);
/* May the document hold a quotation at all? */
int ko_quotes_may_be(const ko_text *t);
/* Append the quotations of a reading, from its clauses, in order of their opening marks but that one
** inside another comes behind it. Returns 0, or -1 when memory is out. */
int ko_quotes_find(const ko_clauses *c, ko_quotes *out);
/* The same with another choice, for those who train it. */
int ko_quotes_find_by(const ko_clauses *c, const ko_quote_chooser *chooser, ko_quotes *out);

#endif
