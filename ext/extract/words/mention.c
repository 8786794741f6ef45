#include "extract/words/mention.h"

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

int ko_mentions_find_morphemes(ko_mentions *m, const ko_document *d) {
  uint32_t at = 0;
  for (size_t i = 0; i < m->n; i++) {
    ko_mention *x = &m->item[i];
    if (ko_work(m->mem, 1)) return -1;
    if (at < d->first[x->sentence]) at = d->first[x->sentence];
    while (at < d->n && d->morph[at].end <= x->start) at++;
    x->first = x->last = at;
    while (x->last < d->n && d->morph[x->last].start < x->end) x->last++;
  }
  return 0;
}

static int is_before(const ko_mention *a, const ko_mention *b) {
  if (a->start != b->start) return a->start < b->start;
  if (a->end != b->end) return a->end < b->end;
  return a->type < b->type;
}

/* Merge x[0 .. cut) and x[cut .. n), which are in order. What stands in order already stays; the rest of the
** second list is put aside, into *room of *cap mentions. */
static int merge(const ko_mem *mem, ko_mention *x, size_t cut, size_t n, ko_mention **room,
                 size_t *cap) {
  size_t first = 0, k;
  if (ko_work(mem, n / 8)) return -1;
  while (first < cut && !is_before(&x[cut], &x[first])) first++;
  while (n > cut && first < cut && !is_before(&x[n - 1], &x[cut - 1])) n--;
  if (first == cut || n == cut) return 0;
  k = n - cut;
  if (ko_grow(mem, room, cap, k, sizeof **room)) return -1;
  memcpy(*room, x + cut, k * sizeof *x);
  while (k > 0) { /* from the end */
    int later = cut > first && is_before(&(*room)[k - 1], &x[cut - 1]);
    x[--n] = later ? x[--cut] : (*room)[--k];
  }
  return 0;
}

/* qsort() could not be ended, and takes memory that nobody counts. */
static int sort(const ko_mem *mem, ko_mention *x, size_t n, ko_mention **room, size_t *cap) {
  size_t sorted = 1;
  while (sorted < n && !is_before(&x[sorted], &x[sorted - 1])) sorted++;
  if (sorted >= n) return 0;
  if (sorted < n / 2) {
    sorted = n / 2;
    if (sort(mem, x, sorted, room, cap)) return -1;
  }
  return sort(mem, x + sorted, n - sorted, room, cap) || merge(mem, x, sorted, n, room, cap) ? -1
                                                                                             : 0;
}

int ko_mentions_sort(ko_mentions *m, const ko_document *d) {
  ko_mention *room = NULL;
  size_t cap = 0;
  int failed = sort(m->mem, m->item, m->n, &room, &cap);
  ko_free(m->mem, room);
  return failed ? -1 : ko_mentions_find_morphemes(m, d);
}

int ko_mention_words(const ko_mention *m, const ko_text *t, uint32_t *first, uint32_t *last) {
  *first = ko_until_blank(t, m->start, m->end);
  *last = ko_since_blank(t, m->end, m->start);
  return *first < m->end;
}
