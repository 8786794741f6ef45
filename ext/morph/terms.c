#include "morph/terms.h"

#include <string.h>

#include "morph/tagset.h"
#include "morph/words.h"

/* Costs. A reading is indexed beside the best one if its probability (ko_posterior) costs less than
** LIKELY_*; KO_NAT * -ln 0.02 is 1174. What somebody types may cost so much more than the cheapest
** reading. Both were chosen by what searches find and miss in treebanks and encyclopedia texts. */
enum {
  LIKELY_NOUN = 1200,  /* a noun of one syllable */
  LIKELY_TWO = 2400,   /* of two */
  LIKELY_LONG = 4000,  /* of more: hardly there by accident */
  LIKELY_GUESS = 2800, /* a noun that no dictionary has, if the run begins with it */
  LIKELY_VERB = 600,   /* a reading with a verb: it says less, and more of them are wrong */
  WHOLE = 6000,        /* a typed word of the dictionary */
  MEANT = 2000,        /* a typed noun made of several words */
  GUESSED = 2400,      /* one with a part that no dictionary has */
  PIECES = 2200,       /* shorter nouns that make up one of the dictionary */
  STRAY = 3000,        /* nouns instead of a chain with an adverb or the like among them */
  FAR = 1 << 29
};

/* ---- set-up ---- */

void ko_terms_init(ko_terms *t, const ko_model *model, const ko_mem *mem) {
  memset(t, 0, sizeof *t);
  t->mem = mem;
  ko_lattice_init(&t->lattice, model, mem);
  ko_posterior_init(&t->posterior, mem);
  ko_buf_init(&t->text, mem);
  t->decompound = KO_DECOMPOUND_DISCARD;
  t->dropped = ko_terms_default_dropped();
}

void ko_terms_free(ko_terms *t) {
  if (!t->mem) return;
  ko_lattice_free(&t->lattice);
  ko_posterior_free(&t->posterior);
  ko_buf_free(&t->text);
  ko_free(t->mem, t->term);
  ko_free(t->mem, t->best);
  ko_free(t->mem, t->back);
  t->mem = NULL;
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

/* ---- what kind of word a node is ---- */

/* The tag of a node of one morpheme that stands in the text as it is; KO_N_TAGS for any other. */
static unsigned plain_tag(const ko_terms *t, const ko_node *node) {
  if (node->origin != KO_ORIGIN_KNOWN) return node->what;
  return ko_model_plain(t->lattice.model, node->what) ? ko_model_tag(t->lattice.model, node->what)
                                                      : KO_N_TAGS;
}

static int is_noun(const ko_terms *t, const ko_node *node) {
  unsigned tag = plain_tag(t, node);
  return tag == KO_TAG_NNG || tag == KO_TAG_NNP || tag == KO_TAG_NR || tag == KO_TAG_XR;
}

static int is_affix(const ko_terms *t, const ko_node *node) {
  unsigned tag = plain_tag(t, node);
  return tag == KO_TAG_XPN || tag == KO_TAG_XSN;
}

static int is_guess(const ko_node *node) {
  return node->origin == KO_ORIGIN_UNKNOWN || node->origin == KO_ORIGIN_NAME;
}

/* A noun made of a verb (알림)? */
static int is_gerund(const ko_terms *t, const ko_node *node) {
  ko_part part[KO_MAX_PARTS];
  uint16_t cuts;
  return node->origin == KO_ORIGIN_KNOWN &&
         ko_model_expand(t->lattice.model, node->what, node->length, part, &cuts) == 2 &&
         (part[0].tag == KO_TAG_VV || part[0].tag == KO_TAG_VA) && part[1].tag == KO_TAG_ETN;
}

/* ---- chains ---- */

typedef struct chain {
  int32_t node[KO_MAX_RUN];
  size_t n;
} chain;

static const ko_node *node_at(const ko_terms *t, int32_t i) {
  return &t->lattice.node[i];
}
static size_t end_of(const ko_node *node) {
  return node->start + node->length;
}

static int room(ko_terms *t) {
  size_t n = t->lattice.n + 1;
  return ko_grow(t->mem, &t->best, &t->cap_best, n, sizeof *t->best) ||
         ko_grow(t->mem, &t->back, &t->cap_back, n, sizeof *t->back);
}

/* The cheapest chain of nodes that `allows` lets through over syllables [from, to) of the run, which
** has `all`; its cost, FAR if there is none. */
static int32_t cheapest_allowed(ko_terms *t,
                                int (*allows)(const ko_terms *t, const ko_node *node, size_t all),
                                size_t from, size_t to, chain *out) {
  const ko_lattice *l = &t->lattice;
  int32_t cost = FAR, last = -1;
  out->n = 0;
  for (size_t i = 0; i < l->n; i++) {
    const ko_node *node = &l->node[i];
    t->best[i] = FAR;
    t->back[i] = -1;
    if (node->start < from || end_of(node) > to || !allows(t, node, l->to - l->from)) continue;
    if (node->start == from)
      t->best[i] = ko_connect(l->model, KO_RIGHT_ALONE, node->left, 0);
    else
      for (int32_t a = l->ends[node->start]; a >= 0; a = l->node[a].next_end) {
        int32_t c = t->best[a];
        if (c >= FAR) continue;
        c += ko_connect(l->model, l->node[a].right, node->left, 0);
        if (c < t->best[i]) t->best[i] = c, t->back[i] = a;
      }
    if (t->best[i] < FAR) t->best[i] += node->cost;
  }
  for (int32_t a = l->ends[to]; a >= 0; a = l->node[a].next_end) {
    int32_t c = t->best[a];
    if (c >= FAR) continue;
    c += ko_connect(l->model, l->node[a].right, KO_LEFT_ALONE, 0);
    if (c < cost) cost = c, last = a;
  }
  for (int32_t i = last; i >= 0; i = t->back[i]) ++out->n;
  for (int32_t i = last, k = (int32_t)out->n; i >= 0; i = t->back[i]) out->node[--k] = i;
  return cost;
}

static int is_whole_part(const ko_terms *t, const ko_node *node, size_t all) {
  (void)all;
  return node->origin == KO_ORIGIN_KNOWN &&
         (is_affix(t, node) || (is_noun(t, node) && node->length > 1));
}

/* Take an unknown noun apart into known ones (사회취약자: 사회 취약 자), so that it is found by them.
** Returns 1 if it could be. */
static int split_unknown(ko_terms *t, const ko_node *node, chain *out) {
  enum { SPLIT = 4000 }; /* known nouns may cost this much more than the unknown one they make up */
  const ko_lattice *l = &t->lattice;
  int32_t whole = ko_connect(l->model, KO_RIGHT_ALONE, node->left, 0) + node->cost +
                  ko_connect(l->model, node->right, KO_LEFT_ALONE, 0);
  return cheapest_allowed(t, is_whole_part, node->start, end_of(node), out) <= whole + SPLIT &&
         out->n > 1;
}

/* The dictionary noun over exactly the syllables of c->node[i .. j]; -1 if there is none. */
static int32_t noun_over(const ko_terms *t, const chain *c, size_t i, size_t j) {
  const ko_lattice *l = &t->lattice;
  size_t start = node_at(t, c->node[i])->start, end = end_of(node_at(t, c->node[j]));
  for (int32_t a = l->ends[end]; a >= 0; a = l->node[a].next_end)
    if (l->node[a].start == start && (l->node[a].flags & KO_ENTRY_NOUN)) return a;
  return -1;
}

/* May the noun over c->node[i .. j] take their place? Over nouns and affixes always; over a verb
** or a particle only a long noun, which cannot be there by accident (열린우리당). */
static int may_replace(const ko_terms *t, const chain *c, size_t i, size_t j, const ko_node *noun) {
  if (noun->length > 3) return 1;
  for (size_t k = i; k <= j; k++)
    if (!is_noun(t, node_at(t, c->node[k])) && !is_affix(t, node_at(t, c->node[k]))) return 0;
  return noun->length > 2;
}

/* One way to cut a word for all its readings: words of the chain that make up a dictionary noun
** become that noun, the longest first, and unknown nouns made of known ones become those. */
static void settle(ko_terms *t, chain *c) {
  chain out = {.n = 0};
  for (size_t i = 0; i < c->n; i++) {
    size_t j = c->n - 1;
    int32_t noun = -1;
    for (; j > i; j--) {
      noun = noun_over(t, c, i, j);
      if (noun >= 0 && may_replace(t, c, i, j, node_at(t, noun))) break;
      noun = -1;
    }
    if (noun >= 0) {
      out.node[out.n++] = noun;
      i = j;
    } else if (node_at(t, c->node[i])->origin == KO_ORIGIN_UNKNOWN &&
               node_at(t, c->node[i])->length > 3 && t->decompound != KO_DECOMPOUND_NONE) {
      chain parts;
      if (split_unknown(t, node_at(t, c->node[i]), &parts))
        for (size_t k = 0; k < parts.n; k++) out.node[out.n++] = parts.node[k];
      else
        out.node[out.n++] = c->node[i];
    } else {
      out.node[out.n++] = c->node[i];
    }
  }
  *c = out;
}

/* A stretch of nouns is cut by itself, whatever comes before or after it, so that 행정안전부는 and
** 행정안전부 are cut alike. */
static int is_nominal(const ko_terms *t, const ko_node *node, size_t all) {
  (void)all;
  return is_noun(t, node) || is_affix(t, node) || is_guess(node);
}

/* What stands inside a noun only when the analyser errs: 안 and 전부 in 행정안전부. */
static int is_stray(const ko_terms *t, const ko_node *node) {
  unsigned tag = plain_tag(t, node);
  return tag == KO_TAG_MAG || tag == KO_TAG_MM || tag == KO_TAG_NNBC || tag == KO_TAG_NP ||
         tag == KO_TAG_IC;
}

/* The cost of nodes [i, j) of a chain as a word by itself. */
static int32_t cost_of(const ko_terms *t, const chain *c, size_t i, size_t j) {
  const ko_model *m = t->lattice.model;
  unsigned right = KO_RIGHT_ALONE;
  int32_t cost = 0;
  for (size_t k = i; k < j; k++) {
    const ko_node *node = node_at(t, c->node[k]);
    cost += ko_connect(m, right, node->left, 0) + node->cost;
    right = node->right;
  }
  return cost + ko_connect(m, right, KO_LEFT_ALONE, 0);
}

static void recut(ko_terms *t, chain *c) {
  chain out = {.n = 0}, cut;
  size_t j;
  for (size_t i = 0; i < c->n; i = j) {
    size_t nominal = i, start = node_at(t, c->node[i])->start;
    int32_t cost = FAR;
    while (nominal < c->n && is_nominal(t, node_at(t, c->node[nominal]), 0)) nominal++;
    for (j = nominal; j > i && j < c->n;) {
      if (!is_stray(t, node_at(t, c->node[j])) && !is_nominal(t, node_at(t, c->node[j]), 0)) break;
      j++;
    }
    if (j > nominal) {
      cost = cheapest_allowed(t, is_nominal, start, end_of(node_at(t, c->node[j - 1])), &cut);
      if (cost > cost_of(t, c, i, j) + STRAY) cost = FAR;
    }
    if (cost >= FAR) {
      j = nominal;
      if (j > i + 1)
        cost = cheapest_allowed(t, is_nominal, start, end_of(node_at(t, c->node[j - 1])), &cut);
    }
    if (cost < FAR)
      for (size_t k = 0; k < cut.n; k++) out.node[out.n++] = cut.node[k];
    else
      for (size_t k = i; k < j; k++) out.node[out.n++] = c->node[k];
    if (j == i) out.node[out.n++] = c->node[j++];
  }
  *c = out;
}

/* Is a verb or adjective the first morpheme of the node? */
static int is_verb(const ko_terms *t, const ko_node *node) {
  unsigned tag =
      node->origin == KO_ORIGIN_KNOWN ? ko_model_tag(t->lattice.model, node->what) : KO_N_TAGS;
  return tag == KO_TAG_VV || tag == KO_TAG_VA;
}

/* Where a chain takes a verb of the dictionary apart (없어지다: 없어 지다), add that too. */
static void add_longer_verbs(ko_terms *t, ko_words *w, const chain *c) {
  const ko_lattice *l = &t->lattice;
  for (size_t i = 0; i < c->n; i++) {
    if (!is_verb(t, node_at(t, c->node[i]))) continue;
    for (size_t j = i + 1; j < c->n; j++)
      for (int32_t a = l->ends[end_of(node_at(t, c->node[j]))]; a >= 0; a = l->node[a].next_end)
        if (l->node[a].start == node_at(t, c->node[i])->start && is_verb(t, &l->node[a]))
          ko_words_chain(w, &a, 1, 0);
  }
}

/* Nouns [i, j) of a chain of which one is a guess may be cut wrong: they are also indexed in one piece,
** and a query asks for that. */
static int is_doubtful(const ko_terms *t, const chain *c, size_t i, size_t j) {
  for (size_t k = i; k < j && j - i > 1; k++)
    if (is_guess(node_at(t, c->node[k]))) return 1;
  return 0;
}

static void slice_of(ko_words *w, const ko_node *first, const ko_node *last, int head) {
  ko_words_slice(w, (uint32_t)(w->base + first->start), (uint32_t)(w->base + end_of(last)), head);
}

/* Index doubtful nouns in one piece, and nouns with something else between them, which may be no
** particle but a part of a name (미래에셋증권). */
static void add_pieces(ko_terms *t, ko_words *w, const chain *c) {
  size_t first = c->n, last = 0;
  for (size_t i = 0, j; i < c->n; i = j + (j == i)) {
    for (j = i; j < c->n && is_nominal(t, node_at(t, c->node[j]), 0);) j++;
    if (j == i) continue;
    if (is_doubtful(t, c, i, j)) slice_of(w, node_at(t, c->node[i]), node_at(t, c->node[j - 1]), 0);
    if (first == c->n) first = i;
    last = j;
  }
  for (size_t i = first; i < last; i++)
    if (!is_nominal(t, node_at(t, c->node[i]), 0)) {
      slice_of(w, node_at(t, c->node[first]), node_at(t, c->node[last - 1]), 0);
      return;
    }
}

static int is_shorter(const ko_terms *t, const ko_node *node, size_t all) {
  return node->origin == KO_ORIGIN_KNOWN && node->length < t->longest && is_nominal(t, node, all);
}

/* A noun of the dictionary is also indexed under shorter ones that make it up, if that costs little
** more: 지하철 역, but not 서울 대. Decided by the noun alone, so that it has the same terms with any
** particle. */
static void add_shorter(ko_terms *t, ko_words *w, const chain *c) {
  const ko_lattice *l = &t->lattice;
  chain parts;
  for (size_t i = 0; i < c->n; i++) {
    const ko_node *whole = node_at(t, c->node[i]);
    int32_t cost;
    if (whole->origin != KO_ORIGIN_KNOWN || whole->length < 3 || !is_noun(t, whole)) continue;
    cost = ko_connect(l->model, KO_RIGHT_ALONE, whole->left, 0) + whole->cost +
           ko_connect(l->model, whole->right, KO_LEFT_ALONE, 0);
    t->longest = whole->length;
    if (cheapest_allowed(t, is_shorter, whole->start, end_of(whole), &parts) < cost + PIECES)
      for (size_t k = 0; k < parts.n; k++) ko_words_chain(w, &parts.node[k], 1, 0);
  }
}

/* ---- queries ---- */

static int is_dictionary_form(const ko_terms *t, const ko_node *node, size_t all) {
  unsigned tag = plain_tag(t, node);
  if (tag == KO_TAG_VV || tag == KO_TAG_VA) return node->start == 0 && end_of(node) + 1 == all;
  return (tag == KO_TAG_EF || tag == KO_TAG_EC) && node->length == 1 && end_of(node) == all &&
         t->lattice.text->ch[t->lattice.from + node->start].cp == 0xB2E4; /* 다 */
}

static int is_whole_noun(const ko_terms *t, const ko_node *node, size_t all) {
  return node->origin == KO_ORIGIN_KNOWN && node->length == all && is_noun(t, node);
}

static int is_whole_word(const ko_terms *t, const ko_node *node, size_t all) {
  unsigned tag = plain_tag(t, node);
  return node->origin == KO_ORIGIN_KNOWN && node->length == all &&
         (tag == KO_TAG_NP || tag == KO_TAG_NNB || tag == KO_TAG_NNBC || tag == KO_TAG_MAG ||
          tag == KO_TAG_MM || is_affix(t, node) || is_gerund(t, node));
}

/* What a run may mean when somebody types it, in the order in which it is tried. */
static const struct {
  int (*allows)(const ko_terms *t, const ko_node *node, size_t all);
  int32_t limit; /* how much more than the cheapest reading it may cost */
} meanings[] = {
    {is_dictionary_form, WHOLE}, /* goes together with one of the others */
    {is_whole_noun, WHOLE},
    {is_whole_word, WHOLE},
    {is_nominal, MEANT},
};

static int has_guess(const ko_terms *t, const chain *c) {
  for (size_t i = 0; i < c->n; i++)
    if (is_guess(node_at(t, c->node[i]))) return 1;
  return 0;
}

static int has_noun(const ko_terms *t, const chain *c) {
  for (size_t i = 0; i < c->n; i++)
    if (is_nominal(t, node_at(t, c->node[i]), 0)) return 1;
  return 0;
}

/* What somebody who types this run means. Returns 1 if it is a noun or a dictionary form, 0 if it
** has to be read as a document is. */
static int add_meant(ko_terms *t, ko_words *w) {
  const ko_lattice *l = &t->lattice;
  size_t all = l->to - l->from;
  int verb = 0;
  chain c;
  w->typed = 1;
  for (size_t k = 0; k < sizeof meanings / sizeof *meanings; k++) {
    int32_t cost = cheapest_allowed(t, meanings[k].allows, 0, all, &c);
    int32_t limit = has_guess(t, &c) ? GUESSED : meanings[k].limit;
    if (cost >= l->cost + limit || (verb && c.n > 1)) continue;
    settle(t, &c);
    if (is_doubtful(t, &c, 0, c.n))
      slice_of(w, node_at(t, c.node[0]), node_at(t, c.node[c.n - 1]), !verb);
    else
      ko_words_chain(w, c.node, c.n, !verb);
    if (k > 0) return 1;
    verb = 1;
  }
  w->typed = 0;
  return verb;
}

/* ---- all together ---- */

static int32_t likely(const ko_terms *t, const ko_node *node) {
  if (is_guess(node)) return node->start > 0 ? 0 : node->length > 1 ? LIKELY_GUESS : LIKELY_NOUN;
  if (is_noun(t, node))
    return node->length > 2 ? LIKELY_LONG : node->length == 2 ? LIKELY_TWO : LIKELY_NOUN;
  return LIKELY_VERB;
}

/* The number before the run goes on with its first syllables: units, 만, 억 and the like before one,
** and a suffix (2번째). */
static void count(ko_terms *t) {
  unsigned before = KO_TAG_NR;
  for (size_t i = 0; i < t->lattice.n_path; i++) {
    const ko_node *node = node_at(t, t->lattice.path[i]);
    unsigned tag = plain_tag(t, node);
    int goes_on = before == KO_TAG_NR ? tag == KO_TAG_NNBC || tag == KO_TAG_NNB || tag == KO_TAG_NR
                                      : before != KO_TAG_XSN && tag == KO_TAG_XSN;
    if (!goes_on) break;
    t->counted_less = t->counted;
    t->counted = (uint32_t)end_of(node);
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
    const ko_node *before = node_at(t, l->path[i]);
    int n;
    if (end_of(before) != node->start || before->origin != KO_ORIGIN_KNOWN) continue;
    n = ko_model_expand(l->model, before->what, before->length, part, &cuts);
    return part[n - 1].tag == KO_TAG_EC;
  }
  return 0;
}

/* Is a noun only a piece of a noun of the dictionary, as 서울 of 서울대? */
static int is_piece(const ko_terms *t, const chain *c, const ko_node *node) {
  if (!is_noun(t, node) && !is_guess(node) && !is_affix(t, node)) return 0;
  for (size_t i = 0; i < c->n; i++) {
    const ko_node *whole = node_at(t, c->node[i]);
    if (whole->origin == KO_ORIGIN_KNOWN && whole->length > node->length && is_noun(t, whole) &&
        whole->start <= node->start && end_of(node) <= end_of(whole))
      return 1;
  }
  return 0;
}

/* Terms of other readings than the chain c, where they are likely enough. */
static void add_other_readings(ko_terms *t, ko_words *w, const chain *c) {
  const ko_lattice *l = &t->lattice;
  for (size_t i = 0, k = 0; i < l->n; i++) {
    const ko_node *node = &l->node[i];
    int32_t index = (int32_t)i;
    if (t->posterior.p[i] >= KO_NEVER) continue; /* most nodes; none of the path */
    if (k < l->n_path && l->path[k] == index) {
      k++;
      continue;
    }
    w->p = t->posterior.p[i];
    if (node->start < t->counted) continue;
    if (w->p < (is_piece(t, c, node) ? 0 : likely(t, node)) && !is_helping(t, w, node))
      ko_words_chain(w, &index, 1, 0);
  }
  w->p = 0;
}

/* Order: by start; at one start the terms that have a position of their own first, then the longer
** ones. Terms of other readings join the position of the word that they start in. */
static void order(ko_terms *t) {
  size_t first = 0;
  for (size_t i = 1; i < t->n; i++) {
    ko_term x = t->term[i];
    size_t k = i;
    for (; k > 0; k--) {
      const ko_term *y = &t->term[k - 1];
      if (y->start < x.start) break;
      if (y->start == x.start && y->colocated < x.colocated) break;
      if (y->start == x.start && y->colocated == x.colocated && y->end >= x.end) break;
      t->term[k] = *y;
    }
    t->term[k] = x;
  }
  while (first < t->n && t->term[first].colocated) first++;
  if (first == t->n) first = 0; /* no reading has a position: the first term gets one */
  if (t->n) {
    ko_term head = t->term[first];
    head.colocated = 0;
    memmove(t->term + 1, t->term, first * sizeof *t->term);
    t->term[0] = head;
  }
}

int ko_terms_run(ko_terms *t, const ko_text *text, size_t from, size_t to, unsigned right_boundary,
                 int is_query) {
  ko_lattice *l = &t->lattice;
  ko_words w;
  chain c;
  t->n = 0;
  t->counted = t->counted_less = 0;
  ko_buf_clear(&t->text);
  if (ko_lattice_run(l, text, from, to, right_boundary, KO_LEFT_ALONE) || room(t)) return -1;
  ko_words_init(&w, t, text, from);
  if (is_query && right_boundary == KO_RIGHT_ALONE && add_meant(t, &w) && t->n)
    return w.failed ? -1 : 0;
  t->n = 0;
  ko_buf_clear(&t->text);
  if (ko_posterior_run(&t->posterior, l)) return -1;
  w.variants = !is_query;
  if (right_boundary == KO_RIGHT_AFTER_DIGIT) count(t);
  c.n = 0;
  for (size_t i = 0; i < l->n_path; i++)
    if (node_at(t, l->path[i])->start >= t->counted) c.node[c.n++] = l->path[i];
  recut(t, &c);
  settle(t, &c);
  ko_words_chain(&w, c.node, c.n, 1);
  if (has_guess(t, &c))
    ko_words_slice(&w, (uint32_t)from, (uint32_t)to, t->n == 0); /* who knows: all of it */
  if (!is_query) add_pieces(t, &w, &c);
  add_longer_verbs(t, &w, &c);
  if (!is_query) add_shorter(t, &w, &c);
  if (!is_query || !has_noun(t, &c)) add_other_readings(t, &w, &c);
  if (w.failed || t->text.failed) return -1;
  order(t);
  return 0;
}
