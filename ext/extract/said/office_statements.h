/* Offices that are stated of somebody otherwise than by a phrase beside the name: in a clause (위원장을 맡은
** 한서준 의원, 한서준은 시장을 지냈다), in a bracket behind another office, behind a slash, or once for a whole list. */
#ifndef KO_OFFICE_STATEMENTS_H
#define KO_OFFICE_STATEMENTS_H

#include "extract/names/reading.h"

typedef struct ko_office_statements {
  const ko_mem *mem;
  ko_office *item;
  size_t n, cap;
} ko_office_statements;

void ko_office_statements_init(ko_office_statements *x, const ko_mem *mem);
void ko_office_statements_free(ko_office_statements *x);
/* Append the offices of the reading and the others that its text states. Returns 0, or -1 when memory is
** out. */
int ko_office_statements_find(const ko_reading *r, ko_office_statements *out);

#endif
