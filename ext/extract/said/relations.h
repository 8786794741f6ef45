/* Relations: which office at which organisation a person is said to hold. */
#ifndef KO_RELATIONS_H
#define KO_RELATIONS_H

#include "extract/names/reading.h"

typedef struct ko_relation {
  int entity;           /* the person, in r->entity */
  ko_span title;        /* as stated, with 전, 당시, 직무대행 */
  ko_span organization; /* start == end: none stated */
  int mention;          /* where it is stated first */
} ko_relation;

typedef struct ko_relations {
  const ko_mem *mem;
  ko_relation *item;
  size_t n, cap;
} ko_relations;

void ko_relations_init(ko_relations *x, const ko_mem *mem);
void ko_relations_free(ko_relations *x);
/* Append one relation for each distinct fact, in order of the text. Returns 0, or -1 when memory is
** out. */
int ko_relations_find(const ko_reading *r, ko_relations *out);

#endif
