/* Other names of things: strings that a query asks for besides another one. Nothing depends on the order in
** which they are added. */
#ifndef KO_SYNONYMS_H
#define KO_SYNONYMS_H

#include "base/map.h"

typedef struct ko_synonym {
  uint32_t at, n; /* its bytes, in ko_synonyms.text */
  int32_t next;   /* of the same name, by their bytes; -1 none */
} ko_synonym;

typedef struct ko_synonyms {
  const ko_mem *mem;
  ko_map first; /* a name to the first of its synonyms */
  ko_synonym *item;
  size_t n, cap;
  ko_buf text;
} ko_synonyms;

void ko_synonyms_init(ko_synonyms *s, const ko_mem *mem);
void ko_synonyms_free(ko_synonyms *s);
/* Ask for `other` where `name` is asked for; once is enough, and a name is no synonym of itself. Returns 0,
** or -1 when memory is out. */
int ko_synonyms_add(ko_synonyms *s, const char *name, size_t n, const char *other, size_t n_other);
/* The first synonym of a name and, with `next`, the others: its place in s->item, -1 none. */
int32_t ko_synonyms_of(const ko_synonyms *s, const char *name, size_t n);

#endif
