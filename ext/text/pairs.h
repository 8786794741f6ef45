/* Pairs of quotation marks and brackets. A mark finds its partner on the same line only; one that finds
** none is no pair, nor are two marks with nothing between them. A straight mark within a word (don't) or
** before a number ('24) leaves something out. Marks of speech that are typed one for another pair where words
** and particles around them say which opens and which closes. */
#ifndef KO_PAIRS_H
#define KO_PAIRS_H

#include "text/chars.h"
#include "text/marks.h"

typedef struct ko_mark_pair {
  uint32_t open, close; /* characters: the two marks */
  int outer;            /* the pair around it, counted in the same list; -1 */
} ko_mark_pair;

typedef struct ko_pairs {
  const ko_mem *mem;
  ko_mark_pair *item; /* in order of their opening marks */
  size_t n, cap;
} ko_pairs;

void ko_pairs_init(ko_pairs *p, const ko_mem *mem);
void ko_pairs_free(ko_pairs *p);
/* Find those of a text, in place of what was there. Returns 0, or -1 when memory is out. */
int ko_pairs_find(ko_pairs *p, const ko_text *t);
/* The first pair that opens at or behind a character; p->n if none does. */
size_t ko_pairs_from(const ko_pairs *p, uint32_t character);
/* The innermost pair around a character, its marks not counted; -1. */
int ko_pairs_around(const ko_pairs *p, uint32_t character);

#endif
