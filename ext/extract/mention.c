#include "extract/mention.h"

#include <string.h>

const char *ko_mention_type_name(ko_mention_type type) {
  static const char *const names[KO_N_MENTION_TYPES] = {
      "person",   "organization", "location", "date",     "time",
      "duration", "money",        "percent",  "quantity", "ordinal"};
  return names[type];
}

void ko_mentions_init(ko_mentions *m, const ko_mem *mem) {
  memset(m, 0, sizeof *m);
  m->mem = mem;
}

void ko_mentions_free(ko_mentions *m) {
  if (m->mem) ko_free(m->mem, m->item);
  m->item = NULL;
  m->n = m->cap = 0;
}

ko_mention *ko_mentions_add(ko_mentions *m, ko_mention_type type, uint32_t start, uint32_t end,
                            uint32_t sentence, int score) {
  ko_mention *x;
  if (ko_grow(m->mem, &m->item, &m->cap, m->n + 1, sizeof *m->item)) return NULL;
  x = &m->item[m->n++];
  memset(x, 0, sizeof *x);
  x->type = type;
  x->start = start;
  x->end = end;
  x->sentence = sentence;
  x->score = score;
  x->entity = -1;
  return x;
}
