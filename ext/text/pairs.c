#include "text/pairs.h"

#include <string.h>

enum { MAX_DEPTH = 32 }; /* marks that wait for their partner; those nested deeper are no pairs */

void ko_pairs_init(ko_pairs *p, const ko_mem *mem) {
  memset(p, 0, sizeof *p);
  p->mem = mem;
}

void ko_pairs_free(ko_pairs *p) {
  if (p->mem) ko_free(p->mem, p->item);
  memset(p, 0, sizeof *p);
}

static int is_word(uint8_t k) {
  return k != KO_CLASS_SPACE && k != KO_CLASS_SYMBOL && k != KO_CLASS_JAMO;
}

static int is_apostrophe(const ko_text *t, uint32_t i) {
  return (i > 0 && is_word(t->klass[i - 1])) || (i + 1 < t->n && t->klass[i + 1] == KO_CLASS_DIGIT);
}

/* The mark that would close what the character opens; 0 if it opens nothing. */
static uint32_t wanted(const ko_text *t, uint32_t i) {
  return t->ch[i].cp == '\'' && is_apostrophe(t, i) ? 0 : ko_mark_closing(t->ch[i].cp);
}

int ko_pairs_find(ko_pairs *p, const ko_text *t) {
  struct {
    uint32_t wants;
    size_t pair;
  } waiting[MAX_DEPTH];
  int depth = 0;
  size_t kept = p->n;
  for (uint32_t i = 0; i < t->n; i++) {
    uint32_t c = t->ch[i].cp, close;
    int k = depth;
    if (c == '\n' || c == '\r') depth = 0;
    if (t->klass[i] != KO_CLASS_SYMBOL) continue;
    while (k > 0 && waiting[k - 1].wants != c) k--;
    if (k > 0) { /* what opened since then stays open: it is no pair */
      p->item[waiting[k - 1].pair].close = i;
      depth = k - 1;
    } else if ((close = wanted(t, i)) != 0 && depth < MAX_DEPTH) {
      if (ko_grow(p->mem, &p->item, &p->cap, p->n + 1, sizeof *p->item)) return -1;
      waiting[depth].wants = close;
      waiting[depth++].pair = p->n;
      p->item[p->n++] = (ko_mark_pair){i, 0, -1};
    }
  }
  for (size_t i = kept; i < p->n; i++) /* those that were closed */
    if (p->item[i].close) p->item[kept++] = p->item[i];
  p->n = kept;
  for (size_t i = 1; i < p->n; i++) {
    int outer = (int)i - 1;
    while (outer >= 0 && p->item[outer].close < p->item[i].open) outer = p->item[outer].outer;
    p->item[i].outer = outer;
  }
  return 0;
}

size_t ko_pairs_from(const ko_pairs *p, uint32_t character) {
  size_t low = 0, high = p->n;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (p->item[middle].open < character)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

int ko_pairs_around(const ko_pairs *p, uint32_t character) {
  int i = (int)ko_pairs_from(p, character) - 1;
  while (i >= 0 && p->item[i].close <= character) i = p->item[i].outer;
  return i;
}
