/* Amounts as written: a number with its counter, measure, currency or percent sign. */
#ifndef KO_MEASURE_H
#define KO_MEASURE_H

#include "extract/words/mention.h"

typedef struct ko_measure {
  /* money, a percentage, a quantity or an ordinal; a date for a bare year, or years `low` to `high` */
  ko_mention_type type;
  uint32_t start, end;
  double low, high;
  const char *unit; /* a constant; NULL: none, or a noun that no table has */
  int some;         /* the number is not told (수백 명) */
  int score;        /* 0..1000 */
} ko_measure;

/* Read the amount that begins at character `at` of a sentence that ends at `limit`. Returns 1 if
** there is one. */
int ko_measure_read(const ko_document *d, uint32_t at, uint32_t limit, ko_measure *out);

#endif
