#include "morph/terms.h"

#include <string.h>

#include "morph/chains.h"
#include "morph/meant.h"
#include "morph/tagset.h"
#include "morph/words.h"

/* Costs. A reading is indexed beside the best one if its probability (ko_posterior) costs less than
** LIKELY_*; KO_NAT * -ln 0.02 is 1174. What somebody types may cost so much more than the cheapest
** reading. Both were chosen by what searches find and miss in treebanks and encyclopedia texts. */
enum {
  LIKELY_NOUN = 1200,  /* a noun of one syllable */
  LIKELY_TWO = 2400,   /* of two */
  LIKELY_LONG = 4000,  /* of more: hardly there by accident */
  LIKELY_GUESS = 2150, /* a noun that no dictionary has, if the run begins with it */
  LIKELY_PIECE = 1100, /* a noun and a particle that could be one noun of the dictionary */
  LIKELY_VERB = 3600,  /* a verb: most of them are wrong, meant.h tells which */
  LIKELY_OTHER = 600,  /* what is neither: it says less */
  WHOLE = 6000,        /* a typed word of the dictionary */
  MEANT = 2000,        /* a typed noun made of several words */
  GUESSED = 2400,      /* one with a part that no dictionary has */
  BARE = 700,          /* nouns instead of nouns and particles */
  PIECES = 2200        /* shorter nouns that make up one of the dictionary */
};

enum { DA = 0xB2E4 }; /* 다 */

/* ---- set-up ---- */

void ko_terms_init(ko_terms *t, const ko_model *model, const ko_mem *mem) {
  memset(t, 0, sizeof *t);
  t->mem = mem;
  ko_lattice_init(&t->lattice, model, mem);
  ko_spelling_init(&t->spelling, mem);
  ko_posterior_init(&t->posterior, mem);
  ko_buf_init(&t->text, mem);
  t->decompound = KO_DECOMPOUND_DISCARD;
  t->dropped = ko_terms_default_dropped();
}

void ko_terms_free(ko_terms *t) {
  if (!t->mem) return;
  ko_lattice_free(&t->lattice);
  ko_spelling_free(&t->spelling);
  ko_posterior_free(&t->posterior);
  ko_buf_free(&t->text);
  ko_free(t->mem, t->term);
  ko_free(t->mem, t->best);
  ko_free(t->mem, t->back);
  t->mem = NULL;
}

static int room(ko_terms *t) {
  size_t n = t->lattice.n + 1;
  return ko_grow(t->mem, &t->best, &t->cap_best, n, sizeof *t->best) ||
         ko_grow(t->mem, &t->back, &t->cap_back, n, sizeof *t->back);
}

uint64_t ko_terms_default_dropped(void) {
  uint64_t out = 0;
  for (unsigned tag = 0; tag < KO_N_TAGS; tag++) {
    char group = ko_tag_group(tag);
    if (group == 'J' || group == 'E') out |= (uint64_t)1 << tag;
  }
  return out | (uint64_t)1 << KO_TAG_NNB | (uint64_t)1 << KO_TAG_VX | (uint64_t)1 << KO_TAG_VCP |
         (uint64_t)1 << KO_TAG_VCN | (uint64_t)1 << KO_TAG_MAJ;
}

/* ---- for the index ---- */

/* Where a chain takes a verb of the dictionary apart (없어지다: 없어 지다), add that too. */
static void add_longer_verbs(ko_terms *t, ko_words *w, const ko_chain *c) {
  const ko_lattice *l = &t->lattice;
  for (size_t i = 0; i < c->n; i++) {
    if (!ko_node_is_verb(t, ko_node_at(t, c->node[i]))) continue;
    for (size_t j = i + 1; j < c->n; j++)
      for (int32_t a = l->ends[ko_node_end(ko_node_at(t, c->node[j]))]; a >= 0;
           a = l->node[a].next_end)
        if (l->node[a].start == ko_node_at(t, c->node[i])->start && ko_node_is_verb(t, &l->node[a]))
          ko_words_chain(w, &a, 1, 0);
  }
}

static void slice_of(ko_words *w, const ko_node *first, const ko_node *last, int head) {
  ko_words_slice(w, (uint32_t)(w->base + first->start), (uint32_t)(w->base + ko_node_end(last)),
                 head);
}

/* Add the whole run as one term: the first to get a position if there is none yet. */
static void slice_all(const ko_terms *t, ko_words *w) {
  const ko_lattice *l = &t->lattice;
  ko_words_slice(w, (uint32_t)l->from, (uint32_t)l->to, t->n == t->first);
}

/* Index doubtful nouns in one piece, and nouns with something else between them, which may be no
** particle but a part of a name (미래에셋증권). */
static void add_pieces(ko_terms *t, ko_words *w, const ko_chain *c) {
  size_t first = c->n, last = 0;
  for (size_t i = 0, j; i < c->n; i = j + (j == i)) {
    for (j = i; j < c->n && ko_node_is_nominal(t, ko_node_at(t, c->node[j]));) j++;
    if (j == i) continue;
    if (ko_chain_is_doubtful(t, c, i, j))
      slice_of(w, ko_node_at(t, c->node[i]), ko_node_at(t, c->node[j - 1]), 0);
    if (first == c->n) first = i;
    last = j;
  }
  for (size_t i = first; i < last; i++)
    if (!ko_node_is_nominal(t, ko_node_at(t, c->node[i]))) {
      slice_of(w, ko_node_at(t, c->node[first]), ko_node_at(t, c->node[last - 1]), 0);
      return;
    }
}

static int is_shorter(const ko_terms *t, const ko_node *node, size_t all) {
  (void)all;
  return node->origin == KO_ORIGIN_KNOWN && node->length < t->longest &&
         ko_node_is_nominal(t, node);
}

/* A noun of the dictionary is also indexed under shorter ones that make it up, if that costs little
** more: 지하철 역, but not 서울 대. Decided by the noun alone, so that it has the same terms with any
** particle. */
static void add_shorter(ko_terms *t, ko_words *w, const ko_chain *c) {
  ko_chain parts;
  for (size_t i = 0; i < c->n; i++) {
    const ko_node *whole = ko_node_at(t, c->node[i]);
    if (whole->origin != KO_ORIGIN_KNOWN || whole->length < 3 || !ko_node_is_noun(t, whole))
      continue;
    t->longest = whole->length;
    if (ko_chain_cheapest(t, is_shorter, whole->start, ko_node_end(whole), &parts) <
        ko_node_cost(t, whole) + PIECES)
      for (size_t k = 0; k < parts.n; k++) ko_words_chain(w, &parts.node[k], 1, 0);
  }
}

static int32_t likely(const ko_terms *t, const ko_node *node) {
  if (ko_node_is_guess(node))
    return node->start > 0 ? 0 : node->length > 1 ? LIKELY_GUESS : LIKELY_NOUN;
  if (ko_node_is_noun(t, node))
    return node->length > 2 ? LIKELY_LONG : node->length == 2 ? LIKELY_TWO : LIKELY_NOUN;
  return ko_node_is_verb(t, node) ? LIKELY_VERB : LIKELY_OTHER;
}

/* The number before the run goes on with its first syllables: units, 만, 억 and the like before one,
** and a suffix (2번째). */
static void count(ko_terms *t) {
  unsigned before = KO_TAG_NR;
  for (size_t i = 0; i < t->lattice.n_path; i++) {
    const ko_node *node = ko_node_at(t, t->lattice.path[i]);
    unsigned tag = ko_node_tag(t, node);
    int goes_on = before == KO_TAG_NR ? tag == KO_TAG_NNBC || tag == KO_TAG_NNB || tag == KO_TAG_NR
                                      : before != KO_TAG_XSN && tag == KO_TAG_XSN;
    if (!goes_on) break;
    t->counted_less = t->counted;
    t->counted = (uint32_t)ko_node_end(node);
    before = tag;
  }
}

/* Is it an auxiliary behind 어, by the best chain? */
static int is_helping(const ko_terms *t, const ko_words *w, const ko_node *node) {
  ko_part part[KO_MAX_PARTS];
  uint16_t cuts;
  const ko_lattice *l = &t->lattice;
  if (node->origin != KO_ORIGIN_KNOWN || node->start == 0) return 0;
  ko_model_expand(l->model, node->what, node->length, part, &cuts);
  if (!ko_words_is_auxiliary(w, &part[0], (uint32_t)(w->base + node->start))) return 0;
  for (size_t i = 0; i < l->n_path; i++) {
    const ko_node *before = ko_node_at(t, l->path[i]);
    int n;
    if (ko_node_end(before) != node->start || before->origin != KO_ORIGIN_KNOWN) continue;
    n = ko_model_expand(l->model, before->what, before->length, part, &cuts);
    return part[n - 1].tag == KO_TAG_EC;
  }
  return 0;
}

/* May syllables [start, end) be a particle? */
static int is_particle(const ko_terms *t, size_t start, size_t end) {
  const ko_lattice *l = &t->lattice;
  for (int32_t a = l->ends[end]; a >= 0; a = l->node[a].next_end)
    if (l->node[a].start == start && ko_tag_group(ko_node_tag(t, &l->node[a])) == 'J') return 1;
  return 0;
}

/* How likely a reading must be that is only a piece of a noun of the dictionary: 서울 of 서울대 is none,
** 이유 of 이유만 (a name) may be one, with a particle behind it. */
static int32_t likely_piece(const ko_terms *t, const ko_node *whole, const ko_node *node) {
  return node->start == whole->start && node->length > 1 && ko_node_is_noun(t, node) &&
                 is_particle(t, ko_node_end(node), ko_node_end(whole))
             ? LIKELY_PIECE
             : 0;
}

/* The noun of the dictionary in the chain that a noun is a piece of; NULL if there is none. */
static const ko_node *whole_of(const ko_terms *t, const ko_chain *c, const ko_node *node) {
  if (!ko_node_is_nominal(t, node)) return NULL;
  for (size_t i = 0; i < c->n; i++) {
    const ko_node *whole = ko_node_at(t, c->node[i]);
    if (whole->origin == KO_ORIGIN_KNOWN && whole->length > node->length &&
        ko_node_is_noun(t, whole) && whole->start <= node->start &&
        ko_node_end(node) <= ko_node_end(whole))
      return whole;
  }
  return NULL;
}

static int has_node(const ko_chain *c, int32_t node) {
  for (size_t i = 0; i < c->n; i++)
    if (c->node[i] == node) return 1;
  return 0;
}

/* Terms of other readings than the chain c, where they are likely enough. What the likeliest reading has
** and c has not is what was put together to a noun of the dictionary, or cut otherwise. */
static void add_other_readings(ko_terms *t, ko_words *w, const ko_chain *c) {
  const ko_lattice *l = &t->lattice;
  for (size_t i = 0, k = 0; i < l->n; i++) {
    const ko_node *node = &l->node[i], *whole;
    int32_t index = (int32_t)i;
    size_t on_path = k < l->n_path && l->path[k] == index;
    if (t->posterior.p[i] >= KO_NEVER) continue; /* most nodes; none of the path */
    k += on_path;
    if (node->start < t->counted || (on_path && has_node(c, index))) continue;
    w->p = t->posterior.p[i];
    whole = whole_of(t, c, node);
    if (on_path && !whole) continue;
    w->why = whole ? KO_WHY_INSIDE : KO_WHY_OTHER;
    if (w->p < (whole ? likely_piece(t, whole, node) : likely(t, node)) && !is_helping(t, w, node))
      ko_words_chain(w, &index, 1, 0);
  }
  w->p = 0;
}

/* ---- lists of terms ---- */

/* Order: by start; at one start the terms that have a position of their own first, then the longer
** ones. Terms of other readings join the position of the word that they start in. */
static void order(ko_terms *t) {
  size_t n = t->n - t->first, first = 0;
  ko_term *term, head;
  if (n == 0) return;
  term = t->term + t->first;
  for (size_t i = 1; i < n; i++) {
    ko_term x = term[i];
    size_t k = i;
    for (; k > 0; k--) {
      const ko_term *y = &term[k - 1];
      if (y->start < x.start) break;
      if (y->start == x.start && y->colocated < x.colocated) break;
      if (y->start == x.start && y->colocated == x.colocated && y->end >= x.end) break;
      term[k] = *y;
    }
    term[k] = x;
  }
  while (first < n && term[first].colocated) first++;
  if (first == n) first = 0; /* no reading has a position: the first term gets one */
  head = term[first];
  head.colocated = 0;
  memmove(term + 1, term, first * sizeof *term);
  term[0] = head;
}

/* The end of the terms at the position whose first term is i. */
static size_t position_end(const ko_terms *t, size_t i, size_t n) {
  for (i++; i < n && t->term[i].colocated;) i++;
  return i;
}

static int same_text(const ko_terms *t, const ko_term *a, const ko_term *b) {
  return a->n == b->n && memcmp(t->text.data + a->at, t->text.data + b->at, a->n) == 0;
}

/* Have the positions of terms i and k, of lists that end at ni and nk, a term in common? */
static int meet(const ko_terms *t, size_t i, size_t ni, size_t k, size_t nk) {
  size_t end_i = position_end(t, i, ni), end_k = position_end(t, k, nk);
  for (size_t a = i; a < end_i; a++)
    for (size_t b = k; b < end_k; b++)
      if (same_text(t, &t->term[a], &t->term[b])) return 1;
  return 0;
}

/* Do the positions of terms [n, t->n) stand side by side among those of terms [0, n)? With `all`
** they must be as many. */
static int is_found(const ko_terms *t, size_t n, int all) {
  for (size_t start = 0; start < n; start = position_end(t, start, n)) {
    size_t i = start, k = n;
    while (i < n && k < t->n && meet(t, i, n, k, t->n)) {
      i = position_end(t, i, n);
      k = position_end(t, k, t->n);
    }
    if (k == t->n && (!all || i == n)) return 1;
    if (all) return 0;
  }
  return 0;
}

static size_t n_positions(const ko_terms *t, size_t from, size_t to) {
  size_t n = 0;
  for (size_t i = from; i < to; i++) n += !t->term[i].colocated;
  return n;
}

/* Keep the terms from `from` on. */
static void keep(ko_terms *t, size_t from) {
  memmove(t->term, t->term + from, (t->n - from) * sizeof *t->term);
  t->n -= from;
}

/* ---- what somebody who types a run means ---- */

/* A noun made of a verb (알림)? */
static int is_gerund(const ko_terms *t, const ko_node *node) {
  ko_part part[KO_MAX_PARTS];
  uint16_t cuts;
  return node->origin == KO_ORIGIN_KNOWN &&
         ko_model_expand(t->lattice.model, node->what, node->length, part, &cuts) == 2 &&
         (part[0].tag == KO_TAG_VV || part[0].tag == KO_TAG_VA) && part[1].tag == KO_TAG_ETN;
}

static int is_dictionary_form(const ko_terms *t, const ko_node *node, size_t all) {
  unsigned tag = ko_node_tag(t, node);
  if (tag == KO_TAG_VV || tag == KO_TAG_VA) return node->start == 0 && ko_node_end(node) + 1 == all;
  return (tag == KO_TAG_EF || tag == KO_TAG_EC) && node->length == 1 && ko_node_end(node) == all &&
         t->lattice.text->ch[t->lattice.from + node->start].cp == DA;
}

static int is_whole_noun(const ko_terms *t, const ko_node *node, size_t all) {
  return node->origin == KO_ORIGIN_KNOWN && node->length == all && ko_node_is_noun(t, node);
}

static int is_whole_word(const ko_terms *t, const ko_node *node, size_t all) {
  unsigned tag = ko_node_tag(t, node);
  return node->origin == KO_ORIGIN_KNOWN && node->length == all &&
         (tag == KO_TAG_NP || tag == KO_TAG_NNB || tag == KO_TAG_NNBC || tag == KO_TAG_MAG ||
          tag == KO_TAG_MM || ko_node_is_affix(t, node) || is_gerund(t, node));
}

static int is_noun_or_guess(const ko_terms *t, const ko_node *node, size_t all) {
  (void)all;
  return ko_node_is_nominal(t, node);
}

/* What a run may mean when somebody types it, in the order in which it is tried. */
static const struct {
  ko_allows *allows;
  int32_t limit; /* how much more than the cheapest reading it may cost */
} meanings[] = {
    {is_dictionary_form, WHOLE}, /* goes together with one of the others */
    {is_whole_noun, WHOLE},
    {is_whole_word, WHOLE},
    {is_noun_or_guess, MEANT},
};

static int add_meaning(ko_terms *t, ko_words *w, size_t k, int head) {
  const ko_lattice *l = &t->lattice;
  size_t all = l->to - l->from;
  ko_chain c;
  int32_t cost = ko_chain_cheapest(t, meanings[k].allows, 0, all, &c);
  int32_t limit = ko_chain_has_guess(t, &c) ? GUESSED : meanings[k].limit;
  if (cost >= l->cost + limit || (!head && k > 0 && c.n > 1)) return 0;
  ko_chain_settle(t, &c);
  if (ko_chain_is_doubtful(t, &c, 0, c.n))
    ko_words_slice(w, (uint32_t)w->base, (uint32_t)(w->base + all), head);
  else
    ko_words_chain(w, c.node, c.n, head);
  return 1;
}

/* Add the terms of what is meant, if it is a noun, another word or a dictionary form. */
static void add_meant(ko_terms *t, ko_words *w) {
  int verb;
  w->typed = 1;
  verb = add_meaning(t, w, 0, 1);
  for (size_t k = 1; k < sizeof meanings / sizeof *meanings; k++)
    if (add_meaning(t, w, k, !verb)) break;
  w->typed = 0;
}

/* A verb in dictionary form is indexed as that too, however the text reads it (기대되다, in texts 기대). */
static void add_dictionary_form(ko_terms *t, ko_words *w) {
  const ko_lattice *l = &t->lattice;
  if (l->text->ch[l->to - 1].cp != DA) return;
  w->typed = 1;
  add_meaning(t, w, 0, 0);
  w->typed = 0;
}

/* ---- positions ---- */

/* Does a term begin behind the one whose position it joins? */
static int has_joined(const ko_terms *t) {
  for (size_t i = 0, head = 0; i < t->n; i++) {
    if (!t->term[i].colocated) head = i;
    if (t->term[i].start > t->term[head].start) return 1;
  }
  return 0;
}

/* The term in the list from `from` to `to` that is the same as x; `to` if there is none. */
static size_t find_term(const ko_terms *t, const ko_term *x, size_t from, size_t to) {
  while (from < to && !(t->term[from].start == x->start && same_text(t, &t->term[from], x))) from++;
  return from;
}

/* What a chain is besides nouns: 0 nothing, 1 particles, 2 more. */
static int besides_nouns(const ko_terms *t, const ko_chain *c) {
  int most = 0;
  for (size_t i = 0; i < c->n; i++) {
    const ko_node *node = ko_node_at(t, c->node[i]);
    if (ko_node_is_nominal(t, node)) continue;
    if (ko_tag_group(ko_node_tag(t, node)) != 'J') return 2;
    most = 1;
  }
  return most;
}

/* A run that could be nouns side by side (대출이자, of which 이자 could be an ending too): where all of
** them are indexed anyway, each gets its position, as it has where a particle follows. */
static void set_apart(ko_terms *t, ko_words *w, const ko_chain *c) {
  size_t n = t->n, k;
  int besides = besides_nouns(t, c);
  ko_chain nouns;
  if (besides == 0 || !has_joined(t) ||
      ko_chain_nominal(t, 0, t->lattice.to - t->lattice.from, &nouns) >=
          t->lattice.cost + (besides == 1 ? BARE : MEANT))
    return;
  ko_chain_settle(t, &nouns);
  if (ko_chain_is_doubtful(t, &nouns, 0, nouns.n)) return;
  t->first = n;
  w->variants = 0;
  w->typed = 1;
  ko_words_chain(w, nouns.node, nouns.n, 1);
  w->typed = 0;
  for (k = n; k < t->n && find_term(t, &t->term[k], 0, n) < n;) k++;
  if (k == t->n && n_positions(t, n, t->n) > 1)
    for (size_t i = 0; i < n; i++) {
      k = find_term(t, &t->term[i], n, t->n);
      t->term[i].colocated = k == t->n || t->term[k].colocated;
    }
  t->n = n;
  t->first = 0;
  order(t);
}

/* ---- all together ---- */

/* What a document with the run is indexed under. */
static void add_indexed(ko_terms *t, ko_words *w, const ko_chain *c) {
  w->variants = 1;
  ko_words_chain(w, c->node, c->n, 1);
  w->why = KO_WHY_PIECE;
  if (ko_chain_has_guess(t, c)) slice_all(t, w); /* who knows */
  add_pieces(t, w, c);
  w->why = KO_WHY_LONGER;
  add_longer_verbs(t, w, c);
  w->why = KO_WHY_SHORTER;
  add_shorter(t, w, c);
  add_other_readings(t, w, c);
  w->why = KO_WHY_FORM;
  add_dictionary_form(t, w);
  if (!t->all_kept) ko_meant_keep(w, 0);
  order(t);
}

/* What a query with the run would ask for, were it read as a document is. */
static void add_read(ko_terms *t, ko_words *w, const ko_chain *c) {
  w->variants = 0;
  w->why = KO_WHY_READ;
  ko_words_chain(w, c->node, c->n, 1);
  w->why = KO_WHY_PIECE;
  if (ko_chain_has_guess(t, c)) slice_all(t, w);
  w->why = KO_WHY_LONGER;
  add_longer_verbs(t, w, c);
  if (!ko_chain_has_noun(t, c)) add_other_readings(t, w, c);
  ko_meant_keep(w, 1);
  order(t);
}

/* Put in place of the terms for the index those that a query asks for. All that it asks for is
** indexed, position for position, so that a text finds itself. One word typed by itself may mean
** something else than a text does (만나, a noun; in a text 만나다): then that is asked for. */
static void ask(ko_terms *t, ko_words *w, const ko_chain *c, int as_word) {
  size_t n = t->n, indexed = n_positions(t, 0, n), meant;
  t->first = n;
  if (as_word) {
    w->variants = 0;
    w->whole = 1;
    add_meant(t, w);
    w->whole = 0;
    order(t);
    meant = n_positions(t, n, t->n);
    if (meant && (indexed == 0 || (indexed == 1 && meant == 1) || is_found(t, n, 0))) {
      keep(t, n);
      return;
    }
    t->n = n;
  }
  add_read(t, w, c);
  if (t->n > n && is_found(t, n, 1)) {
    keep(t, n);
    return;
  }
  t->n = 0;
  for (size_t i = 0; i < n; i++)
    if (!t->term[i].colocated) t->term[t->n++] = t->term[i];
}

/* The terms and what is counted were found in standard spelling: say where they are in the text. */
static void place(ko_terms *t) {
  const ko_spelling *s = &t->spelling;
  for (size_t i = 0; i < t->n; i++) {
    t->term[i].start = s->start[t->term[i].start];
    t->term[i].end = s->end[t->term[i].end - 1];
  }
  if (t->counted) t->counted = s->end[t->counted - 1] - s->start[0];
  if (t->counted_less) t->counted_less = s->end[t->counted_less - 1] - s->start[0];
}

int ko_terms_run(ko_terms *t, const ko_text *text, size_t from, size_t to, unsigned right_boundary,
                 ko_purpose purpose) {
  ko_lattice *l = &t->lattice;
  ko_words w;
  ko_chain c = {.n = 0};
  int respelt;
  t->n = t->first = 0;
  t->counted = t->counted_less = 0;
  ko_buf_clear(&t->text);
  respelt =
      ko_spelling_run(&t->spelling, l, text, from, to, right_boundary, KO_LEFT_ALONE, KO_MAX_RUN);
  if (respelt < 0 || room(t) || ko_posterior_run(&t->posterior, l)) return -1;
  if (respelt) text = &t->spelling.text, from = 0;
  if (right_boundary == KO_RIGHT_AFTER_DIGIT) count(t);
  for (size_t i = 0; i < l->n_path; i++)
    if (ko_node_at(t, l->path[i])->start >= t->counted) c.node[c.n++] = l->path[i];
  ko_chain_recut(t, &c);
  ko_chain_settle(t, &c);
  ko_words_init(&w, t, text, from);
  add_indexed(t, &w, &c);
  if (right_boundary == KO_RIGHT_ALONE) set_apart(t, &w, &c);
  if (purpose != KO_TO_INDEX)
    ask(t, &w, &c, purpose == KO_ASKED_WORD && right_boundary == KO_RIGHT_ALONE);
  if (respelt) place(t);
  return w.failed || t->text.failed ? -1 : 0;
}
