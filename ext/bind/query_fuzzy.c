#include "bind/query.h"

int ko_query_guess(ko_query *q, const ko_query_word *w) {
  (void)q, (void)w;
  return 0;
}
