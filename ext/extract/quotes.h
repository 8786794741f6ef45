/* Quotations: the words, who said them, and the reporting verb. */
#ifndef KO_QUOTES_H
#define KO_QUOTES_H

#include "extract/reading.h"

typedef struct ko_quote {
  ko_span text;      /* the words, without quotation marks */
  uint32_t sentence; /* in which it begins */
  int entity;        /* who said it, in r->entity; -1: not a named one */
  ko_span speaker; /* when entity is -1: who said it, as written (한국 취재진); start == end: nobody
                      stated */
  ko_span verb; /* characters of the verb as written; start == end: none (a headline) */
  const char
      *lemma; /* the verb in dictionary form, from the table of reporting verbs; NULL: none */
} ko_quote;

typedef struct ko_quotes {
  const ko_mem *mem;
  ko_quote *item;
  size_t n, cap;
} ko_quotes;

/* Append the quotations of a reading, in order. Returns 0, or -1 when memory is out. */
int ko_quotes_find(const ko_reading *r, ko_quotes *out);

#endif
