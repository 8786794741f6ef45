#include "extract/words/mention.h"

#include <stdlib.h>
#include <string.h>

const char *ko_mention_type_name(ko_mention_type type) {
  static const char *const names[KO_MENTION_N_TYPES] = {
      "person", "organization", "location", "date",    "time",    "duration",
      "money",  "percent",      "quantity", "ordinal", "product", "event"};
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
  x->entity = x->date = -1;
  return x;
}

void ko_mentions_find_morphemes(ko_mentions *m, const ko_document *d) {
  uint32_t at = 0;
  for (size_t i = 0; i < m->n; i++) {
    ko_mention *x = &m->item[i];
    if (at < d->first[x->sentence]) at = d->first[x->sentence];
    while (at < d->n && d->morph[at].end <= x->start) at++;
    x->first = x->last = at;
    while (x->last < d->n && d->morph[x->last].start < x->end) x->last++;
  }
}

static int by_start(const void *x, const void *y) {
  const ko_mention *a = x, *b = y;
  if (a->start != b->start) return a->start < b->start ? -1 : 1;
  if (a->end != b->end) return a->end < b->end ? -1 : 1;
  return (a->type > b->type) - (a->type < b->type);
}

void ko_mentions_sort(ko_mentions *m, const ko_document *d) {
  if (m->n) qsort(m->item, m->n, sizeof *m->item, by_start);
  ko_mentions_find_morphemes(m, d);
}

int ko_mention_words(const ko_mention *m, const ko_text *t, uint32_t *first, uint32_t *last) {
  *first = ko_until_blank(t, m->start, m->end);
  *last = ko_since_blank(t, m->end, m->start);
  return *first < m->end;
}
