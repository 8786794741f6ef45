#include "morph/meant.h"

#include <string.h>

#include "base/feature.h"
#include "morph/chains.h"
#include "morph/tagset.h"
#include "text/hangul.h"

/* ---- numbers for features ---- */

typedef struct evidence {
  uint16_t *out;
  size_t n;
} evidence;

static void add(evidence *e, uint32_t kind, uint32_t a, uint32_t b, uint32_t c) {
  uint32_t h = ko_feature(kind, a, b, c);
  if (e->n < KO_MEANT_MAX) e->out[e->n++] = (uint16_t)(h & ((1u << KO_MEANT_BITS) - 1));
}

/* A number for the characters [start, end) of the text. */
static uint32_t string(const ko_text *text, size_t start, size_t end) {
  uint32_t h = (uint32_t)(end - start);
  for (size_t i = start; i < end; i++) h = ko_mix(h, text->ch[i].cp);
  return h;
}

/* A number for the UTF-8 text of a term. */
static uint32_t term_string(const ko_terms *t, const ko_term *x) {
  uint32_t h = x->n;
  for (uint32_t i = 0; i < x->n; i++) h = ko_mix(h, (unsigned char)t->text.data[x->at + i]);
  return h;
}

static uint32_t at_most(size_t n, uint32_t most) {
  return n < most ? (uint32_t)n : most;
}

/* ---- what a term is ---- */

/* The noun of the lattice over exactly characters [start, end); NULL if there is none. */
static const ko_node *noun_over(const ko_terms *t, size_t start, size_t end) {
  const ko_lattice *l = &t->lattice;
  const ko_node *found = NULL;
  if (start >= end) return NULL;
  for (int32_t a = l->ends[end - l->from]; a >= 0; a = l->node[a].next_end) {
    const ko_node *node = &l->node[a];
    if (node->start != start - l->from || !ko_node_is_nominal(t, node)) continue;
    if (!found || found->cost > node->cost || ko_node_is_guess(found)) found = node;
  }
  return found;
}

/* What kind of noun it is and how often it is used, as one number; 0 for none. */
static uint32_t noun_kind(const ko_terms *t, const ko_node *node) {
  uint32_t tag, kind, flags;
  if (!node) return 0;
  if (ko_node_is_guess(node)) return 1;
  tag = ko_node_tag(t, node);
  kind = tag == KO_TAG_NNG ? 2 : tag == KO_TAG_NNP ? 3 : tag == KO_TAG_XSN ? 4 : 5;
  flags = node->flags;
  return kind + 8 * (flags & (KO_ENTRY_PERSON | KO_ENTRY_PLACE)) + 2 * (flags & KO_ENTRY_USED);
}

static uint32_t used(const ko_node *node) {
  return node ? 1 + ((node->flags & KO_ENTRY_USED) >> 4) : 0;
}

/* Does the term stand in the text as it is: no verb? */
static int is_in_text(const ko_terms *t, const ko_text *text, const ko_term *x) {
  char form[4];
  uint32_t at = x->at;
  if (x->n != 3 * (x->end - x->start)) return 0;
  for (uint32_t i = x->start; i < x->end; i++, at += 3) {
    ko_encode_syllable(text->ch[i].cp, form);
    if (memcmp(t->text.data + at, form, 3) != 0) return 0;
  }
  return 1;
}

static int is_noun(const ko_meant *x, size_t i) {
  return is_in_text(x->t, x->text, &x->t->term[i]);
}

static int is_read_noun(const ko_meant *x, size_t i) {
  return x->t->term[i].why == KO_WHY_READ && is_noun(x, i);
}

void ko_meant_look(ko_meant *x, const ko_terms *t, const ko_text *text) {
  size_t from = t->lattice.from, n = t->lattice.to - from;
  x->t = t;
  x->text = text;
  for (size_t i = 0; i <= n; i++) x->left[i] = x->right[i] = (uint8_t)i;
  for (size_t i = t->first; i < t->n; i++) {
    const ko_term *y = &t->term[i];
    if (!is_read_noun(x, i) || y->start >= y->end) continue;
    x->right[y->start - from] = (uint8_t)(y->end - from);
    x->left[y->end - from] = (uint8_t)(y->start - from);
  }
  for (size_t i = 0; i <= n; i++) x->left[i] = x->left[x->left[i]];
  for (size_t i = n + 1; i-- > 0;) x->right[i] = x->right[x->right[i]];
}

/* Where the nouns of the likeliest reading that end at `at` begin. */
static uint32_t left_of(const ko_meant *x, uint32_t at) {
  return (uint32_t)x->t->lattice.from + x->left[at - x->t->lattice.from];
}

/* Where those that begin at `at` end. */
static uint32_t right_of(const ko_meant *x, uint32_t at) {
  return (uint32_t)x->t->lattice.from + x->right[at - x->t->lattice.from];
}

/* The term of the likeliest reading that term i lies in, or meets; t->n if there is none. */
static size_t word_of(const ko_terms *t, size_t i) {
  const ko_term *x = &t->term[i];
  size_t met = t->n;
  for (size_t k = t->first; k < t->n; k++) {
    const ko_term *y = &t->term[k];
    if (k == i || y->why != KO_WHY_READ || y->end <= x->start || x->end <= y->start) continue;
    if (y->start <= x->start && x->end <= y->end) return k;
    if (met == t->n) met = k;
  }
  return met;
}

/* How a term lies to the word that it lies in or meets. */
enum { APART, BEGINS, ENDS, INSIDE, SAME, HOLDS, CROSSES };

static uint32_t lies(const ko_term *x, const ko_term *y) {
  if (!y) return APART;
  if (x->start == y->start && x->end == y->end) return SAME;
  if (y->start <= x->start && x->end <= y->end)
    return x->start == y->start ? BEGINS : x->end == y->end ? ENDS : INSIDE;
  return x->start <= y->start && y->end <= x->end ? HOLDS : CROSSES;
}

/* ---- what speaks for it ---- */

/* Is term i weighed, which meets word k? A noun of the likeliest reading is where it stands beside another.
** What makes up the whole run is not, so that what is typed is found; nor what holds a noun whole, nor what
** a word of no dictionary is without its affixes (순매수액: 순매수); nor a word of one's own. */
static int is_weighed(const ko_meant *x, size_t i, size_t k) {
  const ko_lattice *l = &x->t->lattice;
  const ko_term *y = &x->t->term[i];
  int behind_digit = l->right_boundary == KO_RIGHT_AFTER_DIGIT;
  if (y->why == KO_WHY_PIECE || y->why == KO_WHY_FORM || y->why == KO_WHY_OWN) return 0;
  if (!is_noun(x, i)) return y->why != KO_WHY_READ;
  if (y->why == KO_WHY_READ) return left_of(x, y->start) < y->start || right_of(x, y->end) > y->end;
  if (y->start == l->from && behind_digit) return 0;
  if (k == x->t->n) return 1;
  if (lies(y, &x->t->term[k]) == HOLDS && is_noun(x, k)) return 0;
  if (y->why == KO_WHY_AFFIX && is_noun(x, k)) {
    const ko_node *word = noun_over(x->t, x->t->term[k].start, x->t->term[k].end);
    if (!word || ko_node_is_guess(word)) return 0;
  }
  return y->start != l->from || y->end != l->to;
}

typedef struct
    place { /* of a term: the word that holds it, else the whole run, and what it leaves of that */
  uint32_t start, end, before, after, how;
  const ko_node *own, *whole, *rest_before, *rest_after;
} place;

static place place_of(const ko_meant *x, size_t i, size_t k) {
  const ko_terms *t = x->t;
  const ko_term *own = &t->term[i], *word = k < t->n ? &t->term[k] : NULL;
  place p = {.start = (uint32_t)t->lattice.from, .end = (uint32_t)t->lattice.to};
  p.how = lies(own, word);
  if (word && p.how <= SAME) p.start = word->start, p.end = word->end;
  p.before = own->start - p.start;
  p.after = p.end - own->end;
  p.own = is_noun(x, i) ? noun_over(t, own->start, own->end) : NULL;
  p.whole = word ? noun_over(t, word->start, word->end) : NULL;
  p.rest_before = noun_over(t, p.start, own->start);
  p.rest_after = noun_over(t, own->end, p.end);
  return p;
}

size_t ko_meant_features(const ko_meant *x, size_t i, uint16_t out[KO_MEANT_MAX]) {
  const ko_terms *t = x->t;
  const ko_text *text = x->text;
  const ko_term *y = &t->term[i];
  size_t k = word_of(t, i);
  evidence e = {out, 0};
  uint32_t why = 2u * y->why + !is_noun(x, i), length = at_most(y->end - y->start, 4);
  uint32_t form = term_string(t, y), in, word = k == t->n ? 0 : is_noun(x, k) ? 2 : 1;
  uint32_t cost = y->p < 0 ? 0 : at_most((size_t)(y->p + KO_NAT - 1) / KO_NAT, 14);
  place p;
  if (!is_weighed(x, i, k)) return 0;
  p = place_of(x, i, k);
  in = string(text, p.start, p.end);
  add(&e, 1, why, length, 0);
  add(&e, 2, why, length, cost);
  add(&e, 3, why, noun_kind(t, p.own), length);
  add(&e, 4, why, p.how, at_most(p.before, 3) * 4 + at_most(p.after, 3));
  add(&e, 5, why, noun_kind(t, p.whole), p.how);
  if (p.after && p.after < 4) add(&e, 6, why, string(text, y->end, p.end), p.how);
  if (p.before && p.before < 4) add(&e, 7, why, string(text, p.start, y->start), p.how);
  add(&e, 8, why, noun_kind(t, p.rest_after), at_most(p.after, 4));
  add(&e, 9, why, noun_kind(t, p.rest_before), at_most(p.before, 4));
  add(&e, 10, why, used(p.own), used(p.whole));
  add(&e, 11, form, 0, 0);
  add(&e, 12, form, why, 0);
  add(&e, 13, form, in, 0);
  add(&e, 14, why, word, p.how * 8 + length);
  add(&e, 15, why, text->ch[y->end - 1].cp, length);
  add(&e, 16, why, text->ch[y->start].cp, length);
  add(&e, 17, why, used(p.own), cost);
  add(&e, 18, why, in, 0);
  add(&e, 19, used(p.own), used(p.rest_before), used(p.rest_after));
  add(&e, 20, why, p.before > 1 && !p.rest_before, p.after > 1 && !p.rest_after);
  add(&e, 21, in, string(text, t->lattice.from, t->lattice.to), form);
  add(&e, 22, why, left_of(x, y->start) == t->lattice.from, right_of(x, y->end) == t->lattice.to);
  return e.n;
}

/* ---- which are kept ---- */

static const int8_t weight[1 << KO_MEANT_BITS] = {
#include "data/meant.def"
};

/* What is added for a term, so that searches miss little: chosen by what they find in treebanks. A noun of
** three syllables and more at the start of a run is hardly there by accident, and few search for one
** that is; nouns may make up the whole run (대출이자, where the likeliest reading has a copula). */
static int bonus(const ko_meant *x, size_t i) {
  static const int8_t of[KO_N_WHY] = {
      [KO_WHY_READ] = 56,  [KO_WHY_AFFIX] = 0,   [KO_WHY_SHORTER] = -16,
      [KO_WHY_OTHER] = 48, [KO_WHY_INSIDE] = 64,
  };
  enum { VERB = 12, LONG = 64, LAST = 64 };
  const ko_lattice *l = &x->t->lattice;
  const ko_term *y = &x->t->term[i];
  size_t k = word_of(x->t, i);
  int sum = of[y->why], first = y->start == l->from;
  if (!is_noun(x, i)) return VERB;
  if (first && y->end - y->start > 2 && !(k < x->t->n && is_noun(x, k))) sum += LONG;
  if (y->why == KO_WHY_OTHER && y->end - y->start > 1 && y->end == l->to && !first &&
      left_of(x, y->start) == l->from)
    sum += LAST;
  return sum;
}

static int is_meant(const ko_meant *x, size_t i) {
  uint16_t feature[KO_MEANT_MAX];
  size_t n = ko_meant_features(x, i, feature);
  int sum = n ? bonus(x, i) : 0;
  for (size_t k = 0; k < n; k++) sum += weight[feature[k]];
  return sum >= 0;
}

enum { MOST = 256 }; /* terms that are weighed; a run has some ten */

/* Nouns side by side, of which term i is not meant: the term for all of them, in a query in their place. */
static void join(ko_words *w, const ko_meant *x, size_t i, uint8_t *dropped, int is_query) {
  const ko_terms *t = w->t;
  uint32_t start = left_of(x, t->term[i].start), end = right_of(x, t->term[i].end);
  for (size_t k = t->first; is_query && k < t->n && k - t->first < MOST; k++)
    if (is_read_noun(x, k) && start <= t->term[k].start && t->term[k].end <= end)
      dropped[k - t->first] = 1;
  w->why = KO_WHY_PIECE;
  ko_words_slice(w, start, end, 0);
}

void ko_meant_keep(ko_words *w, int is_query) {
  ko_terms *t = w->t;
  ko_meant x;
  uint8_t dropped[MOST] = {0};
  size_t n = t->n - t->first < MOST ? t->n : t->first + MOST, kept = t->first;
  ko_meant_look(&x, t, w->text);
  for (size_t i = t->first; i < n; i++) dropped[i - t->first] = !is_meant(&x, i);
  for (size_t i = t->first; i < n; i++)
    if (dropped[i - t->first] && is_read_noun(&x, i)) join(w, &x, i, dropped, is_query);
  for (size_t i = t->first; i < t->n; i++)
    if (i >= n || !dropped[i - t->first]) t->term[kept++] = t->term[i];
  t->n = kept;
}
