#include "text/pairs.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

enum {
  MAX_DEPTH = 32
}; /* marks that wait for their partner; of more nested ones the outermost are no pairs */

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

/* ---- marks of speech, which are typed one for another: “…“, ”…”, “…", '…" ---- */

enum { MAX_PARTICLE = 5 }; /* syllables of a quotative particle */

/* Speech, or speech within speech: 0 for any other mark. */
static ko_mark_level level_of(uint32_t c) {
  ko_mark_level level = ko_mark_level_of(ko_mark_row(c));
  return level == KO_MARK_LEVEL_WORK ? KO_MARK_LEVEL_ABSENT : level;
}

static int is_behind_word(const ko_text *t, uint32_t i) {
  return i > 0 && t->klass[i - 1] != KO_CLASS_SPACE;
}

static int is_before_word(const ko_text *t, uint32_t i) {
  return !ko_is_blank(t, i + 1);
}

/* Does a particle that reports stand right behind character i: "..."라고? */
static int is_reported(const ko_text *t, uint32_t i) {
  char key[MAX_PARTICLE * 4];
  size_t n = 0;
  for (uint32_t k = i + 1; k < t->n && k <= i + MAX_PARTICLE && t->klass[k] == KO_CLASS_HANGUL;
       k++) {
    n += ko_encode(t->ch[k].cp, key + n);
    if (ko_table_find(&ko_table_quotative, key, n) >= 0 &&
        (k > i + 1 || k + 1 >= t->n || t->klass[k + 1] != KO_CLASS_HANGUL))
      return 1;
  }
  return 0;
}

/* A straight mark stands before a word and behind none: it cannot close. */
static int is_opening(const ko_text *t, uint32_t i) {
  return !is_behind_word(t, i) && is_before_word(t, i) && !is_reported(t, i);
}

/* The mark that would close what the character opens; 0 if it opens nothing. */
static uint32_t wanted(const ko_text *t, uint32_t i) {
  uint32_t c = t->ch[i].cp, close = ko_mark_closing(c);
  if (c == '\'' && is_apostrophe(t, i)) return 0;
  if (!level_of(c)) return close;
  if (close == c) return is_before_word(t, i) || !is_behind_word(t, i) ? close : 0;
  return close ? close : is_opening(t, i) ? c : 0; /* ”...” */
}

/* Marks that wait for their partner, the innermost last. */
typedef struct waiting {
  uint32_t wants[MAX_DEPTH], at[MAX_DEPTH];
  int n;
} waiting;

static void wait_for(waiting *w, uint32_t close, uint32_t at) {
  if (w->n == MAX_DEPTH) { /* the outermost has waited for long */
    memmove(w->wants, w->wants + 1, (MAX_DEPTH - 1) * sizeof *w->wants);
    memmove(w->at, w->at + 1, (MAX_DEPTH - 1) * sizeof *w->at);
    w->n--;
  }
  w->wants[w->n] = close;
  w->at[w->n++] = at;
}

/* The place of the innermost mark that waits for this one, counted from 1; 0 if none does. */
static int waits_for(const waiting *w, uint32_t c) {
  int k = w->n;
  while (k > 0 && w->wants[k - 1] != c) k--;
  return k;
}

/* The same for a mark of speech that finds none of its own: one of its level that waits is closed where no
** word begins; what a single one opened, a double one closes only where a particle says that speech has
** ended. */
static int waits_for_another(const waiting *w, const ko_text *t, uint32_t i) {
  uint32_t c = t->ch[i].cp;
  ko_mark_level level = level_of(c);
  int k = w->n, reported;
  if (!level || !is_behind_word(t, i)) return 0;
  reported = is_reported(t, i);
  if (is_before_word(t, i) && ko_mark_closing(c) && ko_mark_closing(c) != c && !reported) return 0;
  while (k > 0 && level_of(w->wants[k - 1]) != level) k--;
  if (k > 0 || !reported || level != KO_MARK_LEVEL_DOUBLE) return k;
  return w->n > 0 && level_of(w->wants[w->n - 1]) ? w->n : 0;
}

static int by_opening(const void *x, const void *y) {
  const ko_mark_pair *a = x, *b = y;
  return (a->open > b->open) - (a->open < b->open);
}

static void find_outer(ko_pairs *p) {
  for (size_t i = 1; i < p->n; i++) {
    int outer = (int)i - 1;
    while (outer >= 0 && p->item[outer].close < p->item[i].open) outer = p->item[outer].outer;
    p->item[i].outer = outer;
  }
}

int ko_pairs_find(ko_pairs *p, const ko_text *t) {
  waiting w = {.n = 0};
  p->n = 0;
  for (uint32_t i = 0; i < t->n; i++) {
    uint32_t c = t->ch[i].cp, close;
    int k;
    if (ko_text_work(t, i)) return -1;
    if (ko_is_line_end(c)) w.n = 0;
    if (t->klass[i] != KO_CLASS_SYMBOL || ko_mark_row(c) < 0) continue;
    k = waits_for(&w, c);
    if (k == 0)
      k = waits_for_another(&w, t, i);
    else if (level_of(c) && is_opening(t, i)) /* what waited is a stray */
      w.n = k - 1, k = 0;
    if (k > 0) { /* what opened since then stays open: it is no pair */
      w.n = k - 1;
      if (w.at[w.n] + 1 == i) continue; /* nothing between them */
      if (ko_grow(p->mem, &p->item, &p->cap, p->n + 1, sizeof *p->item)) return -1;
      p->item[p->n++] = (ko_mark_pair){w.at[w.n], i, -1};
    } else if ((close = wanted(t, i)) != 0) {
      wait_for(&w, close, i);
    }
  }
  if (p->n) qsort(p->item, p->n, sizeof *p->item, by_opening);
  find_outer(p);
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
