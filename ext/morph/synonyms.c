#include "morph/synonyms.h"

#include <string.h>

void ko_synonyms_init(ko_synonyms *s, const ko_mem *mem) {
  memset(s, 0, sizeof *s);
  s->mem = mem;
  ko_map_init(&s->first, mem);
  ko_buf_init(&s->text, mem);
}

void ko_synonyms_free(ko_synonyms *s) {
  if (!s->mem) return;
  ko_map_free(&s->first);
  ko_buf_free(&s->text);
  ko_free(s->mem, s->item);
  memset(s, 0, sizeof *s);
}

int32_t ko_synonyms_of(const ko_synonyms *s, const char *name, size_t n) {
  int first = ko_map_get(&s->first, name, n);
  return first == KO_MAP_NONE ? -1 : first;
}

static int compare(const char *a, size_t n_a, const char *b, size_t n_b) {
  int order = memcmp(a, b, n_a < n_b ? n_a : n_b);
  return order ? order : (n_a > n_b) - (n_a < n_b);
}

int ko_synonyms_add(ko_synonyms *s, const char *name, size_t n, const char *other, size_t n_other) {
  int32_t before = -1, next = ko_synonyms_of(s, name, n), new = (int32_t)s->n;
  if (compare(name, n, other, n_other) == 0) return 0;
  for (; next >= 0; before = next, next = s->item[next].next) {
    const ko_synonym *x = &s->item[next];
    int order = compare(s->text.data + x->at, x->n, other, n_other);
    if (order == 0) return 0;
    if (order > 0) break;
  }
  if (ko_grow(s->mem, &s->item, &s->cap, s->n + 1, sizeof *s->item)) return -1;
  s->item[new] = (ko_synonym){(uint32_t)s->text.n, (uint32_t)n_other, next};
  ko_buf_add(&s->text, other, n_other);
  if (s->text.failed || (before < 0 && ko_map_put(&s->first, name, n, new))) return -1;
  if (before >= 0) s->item[before].next = new;
  s->n++;
  return 0;
}
