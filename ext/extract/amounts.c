#include "extract/amounts.h"

#include "extract/expression.h"

int ko_amounts_find(const ko_document *d, ko_mentions *out) {
  ko_expressions all;
  ko_expression x;
  ko_expressions_init(&all, d);
  while (ko_expressions_next(&all, &x)) {
    ko_mention *m;
    if (x.type == KO_DATE || x.type == KO_TIME) continue;
    m = ko_mentions_add(out, x.type, x.start, x.end, x.sentence, x.score);
    if (!m) return -1;
    m->value.low = x.is_time ? x.timex.low : x.measure.low;
    m->value.high = x.is_time ? x.timex.high : x.measure.high;
    m->value.unit = x.is_time ? x.timex.unit : x.measure.unit;
    m->value.known = x.is_time ? !x.timex.some : !x.measure.some;
  }
  return 0;
}
