#include "extract/said/echoes.h"

#include <string.h>

enum {
  MAX_BARE = 12,    /* quotations of a document whose full words are looked for */
  BITS = 12,        /* of the number of two characters side by side */
  LEAST = 4,        /* such pairs that two quotations share */
  LEAST_SHARE = 45, /* of those of the shorter one, in per cent */
  LONGEST = 120     /* characters of an echo */
};

void ko_echoes_init(ko_echoes *e, const ko_mem *mem) {
  memset(e, 0, sizeof *e);
  e->mem = mem;
}

void ko_echoes_free(ko_echoes *e) {
  if (e->mem) ko_free(e->mem, e->item);
  memset(e, 0, sizeof *e);
}

int ko_echoes_add(ko_echoes *e, size_t pair, const ko_quoted *q, const ko_speaker *who) {
  ko_echo *x;
  if (ko_grow(e->mem, &e->item, &e->cap, e->n + 1, sizeof *e->item)) return -1;
  x = &e->item[e->n++];
  *x = (ko_echo){pair, q->text, q->by == KO_BY_NOTHING || q->by == KO_BY_OTHER, *who, -1};
  return 0;
}

static int is_letter(uint8_t class) {
  return class != KO_CLASS_SPACE && class != KO_CLASS_SYMBOL;
}

/* A number for the two letters at i; -1 if they are none. */
static int two_letters(const ko_text *t, uint32_t i) {
  if (!is_letter(t->klass[i]) || !is_letter(t->klass[i + 1])) return -1;
  return (int)((t->ch[i].cp * 0x9E3779B1u ^ t->ch[i + 1].cp * 0x85EBCA6Bu) >> (32 - BITS));
}

typedef struct letters {
  uint8_t is[1 << BITS];    /* 1: two letters of the echo */
  uint32_t seen[1 << BITS]; /* the quotation that had them last, counted from 1 */
  uint32_t n;
} letters;

static void take_letters(letters *x, const ko_text *t, ko_span s) {
  memset(x->is, 0, sizeof x->is);
  x->n = 0;
  for (uint32_t i = s.start; i + 1 < s.end; i++) {
    int k = two_letters(t, i);
    if (k >= 0 && !x->is[k]) x->is[k] = 1, x->n++;
  }
}

static uint32_t shared_letters(letters *x, const ko_text *t, ko_span s, uint32_t number) {
  uint32_t n = 0;
  for (uint32_t i = s.start; i + 1 < s.end; i++) {
    int k = two_letters(t, i);
    if (k >= 0 && x->is[k] && x->seen[k] != number) x->seen[k] = number, n++;
  }
  return n;
}

/* What item i is the echo of. */
static int find_one(ko_echoes *e, const ko_text *t, size_t i, letters *x) {
  uint32_t most = 0;
  int best = -1;
  take_letters(x, t, e->item[i].text);
  memset(x->seen, 0, sizeof x->seen);
  for (size_t k = 0; k < e->n; k++) {
    const ko_echo *y = &e->item[k];
    uint32_t n;
    if (y->bare || !y->who.found) continue;
    n = shared_letters(x, t, y->text, (uint32_t)k + 1);
    if (n > most && n >= LEAST && n * 100 >= x->n * LEAST_SHARE) most = n, best = (int)k;
  }
  return best;
}

int ko_echoes_find(ko_echoes *e, const ko_text *t) {
  letters *x = NULL;
  int found = 0;
  for (size_t i = 0, bare = 0; i < e->n && bare < MAX_BARE; i++) {
    ko_echo *y = &e->item[i];
    if (!y->bare || y->text.end - y->text.start > LONGEST) continue;
    if (!x && (x = ko_alloc(e->mem, sizeof *x)) == NULL) return -1;
    if (ko_work(e->mem, t->n / 64 + 1)) {
      ko_free(e->mem, x);
      return -1;
    }
    bare++;
    y->of = find_one(e, t, i, x);
    found += y->of >= 0;
  }
  ko_free(e->mem, x);
  return found;
}

ko_speaker ko_echoes_of(const ko_echoes *e, size_t pair) {
  size_t low = 0, high = e->n;
  ko_speaker nobody;
  memset(&nobody, 0, sizeof nobody);
  nobody.entity = -1;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (e->item[middle].pair < pair)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == e->n || e->item[low].pair != pair || e->item[low].of < 0) return nobody;
  return e->item[e->item[low].of].who;
}
