#include "extract/dates.h"

#include "extract/expression.h"

int ko_dates_find(const ko_document *d, ko_mentions *out) {
  ko_expressions all;
  ko_expression x;
  ko_expressions_init(&all, d);
  while (ko_expressions_next(&all, &x)) {
    if (x.type != KO_DATE && x.type != KO_TIME) continue;
    if (!ko_mentions_add(out, x.type, x.start, x.end, x.sentence, x.score)) return -1;
  }
  return 0;
}

int ko_dates_resolve(const ko_document *d, ko_mentions *m, int32_t published) {
  return (void)d, (void)m, (void)published, 0;
}
