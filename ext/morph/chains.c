#include "morph/chains.h"

#include "morph/tagset.h"

enum {
  STRAY =
      3000, /* nouns may cost this much more than a chain with an adverb or the like among them */
  SPLIT = 4000 /* known nouns may cost this much more than the unknown one they make up */
};

/* ---- what kind of word a node is ---- */

unsigned ko_node_tag(const ko_terms *t, const ko_node *node) {
  if (node->origin != KO_ORIGIN_KNOWN) return node->what;
  return ko_model_plain(t->lattice.model, node->what) ? ko_model_tag(t->lattice.model, node->what)
                                                      : KO_N_TAGS;
}

static int is_noun(unsigned tag) {
  return tag == KO_TAG_NNG || tag == KO_TAG_NNP || tag == KO_TAG_NR || tag == KO_TAG_XR;
}

static int is_affix(unsigned tag) {
  return tag == KO_TAG_XPN || tag == KO_TAG_XSN;
}

int ko_node_is_noun(const ko_terms *t, const ko_node *node) {
  return is_noun(ko_node_tag(t, node));
}

int ko_node_is_affix(const ko_terms *t, const ko_node *node) {
  return is_affix(ko_node_tag(t, node));
}

int ko_node_is_guess(const ko_node *node) {
  return node->origin == KO_ORIGIN_UNKNOWN || node->origin == KO_ORIGIN_NAME;
}

int ko_node_is_nominal(const ko_terms *t, const ko_node *node) {
  unsigned tag = ko_node_tag(t, node); /* far away in memory */
  return is_noun(tag) || is_affix(tag) || ko_node_is_guess(node);
}

int ko_node_is_verb(const ko_terms *t, const ko_node *node) {
  unsigned tag =
      node->origin == KO_ORIGIN_KNOWN ? ko_model_tag(t->lattice.model, node->what) : KO_N_TAGS;
  return tag == KO_TAG_VV || tag == KO_TAG_VA;
}

/* ---- what a chain has ---- */

int ko_chain_has_guess(const ko_terms *t, const ko_chain *c) {
  for (size_t i = 0; i < c->n; i++)
    if (ko_node_is_guess(ko_node_at(t, c->node[i]))) return 1;
  return 0;
}

int ko_chain_has_noun(const ko_terms *t, const ko_chain *c) {
  for (size_t i = 0; i < c->n; i++)
    if (ko_node_is_nominal(t, ko_node_at(t, c->node[i]))) return 1;
  return 0;
}

int ko_chain_is_doubtful(const ko_terms *t, const ko_chain *c, size_t i, size_t j) {
  for (size_t k = i; k < j && j - i > 1; k++)
    if (ko_node_is_guess(ko_node_at(t, c->node[k]))) return 1;
  return 0;
}

/* ---- costs ---- */

/* The cost of nodes [i, j) of a chain as a word by itself. */
static int32_t cost_of(const ko_terms *t, const ko_chain *c, size_t i, size_t j) {
  const ko_model *m = t->lattice.model;
  unsigned right = KO_RIGHT_ALONE;
  int32_t cost = 0;
  for (size_t k = i; k < j; k++) {
    const ko_node *node = ko_node_at(t, c->node[k]);
    cost += ko_connect(m, right, node->left, 0) + node->cost;
    right = node->right;
  }
  return cost + ko_connect(m, right, KO_LEFT_ALONE, 0);
}

int32_t ko_node_cost(const ko_terms *t, const ko_node *node) {
  const ko_model *m = t->lattice.model;
  return ko_connect(m, KO_RIGHT_ALONE, node->left, 0) + node->cost +
         ko_connect(m, node->right, KO_LEFT_ALONE, 0);
}

/* Find the cheapest way to node i, which begins at or behind `from`, where node `first` is the first one
** that does. */
static void reach(ko_terms *t, int32_t i, size_t from, int32_t first) {
  const ko_lattice *l = &t->lattice;
  const ko_node *node = &l->node[i];
  const int16_t *row = l->model->matrix[0] + (size_t)node->left * l->model->n_right;
  int32_t best = KO_FAR, back = -1;
  if (node->start == from) best = row[KO_RIGHT_ALONE];
  for (int32_t a = node->start > from ? l->ends[node->start] : -1; a >= first;
       a = l->node[a].next_end) { /* later nodes come first */
    int32_t c = t->best[a];
    if (c >= KO_FAR) continue;
    c += row[l->node[a].right];
    if (c < best) best = c, back = a;
  }
  t->best[i] = best < KO_FAR ? best + node->cost : KO_FAR;
  t->back[i] = back;
}

int32_t ko_chain_cheapest(ko_terms *t, ko_allows *allows, size_t from, size_t to, ko_chain *out) {
  const ko_lattice *l = &t->lattice;
  int32_t cost = KO_FAR, last = -1, first = (int32_t)l->first_node[from];
  size_t k;
  out->n = 0;
  for (int32_t i = first; i < (int32_t)l->first_node[to]; i++) {
    const ko_node *node = &l->node[i];
    t->best[i] = KO_FAR;
    if (ko_node_end(node) <= to && allows(t, node, l->to - l->from)) reach(t, i, from, first);
  }
  for (int32_t a = l->ends[to]; a >= first; a = l->node[a].next_end) {
    int32_t c = t->best[a];
    if (c >= KO_FAR) continue;
    c += ko_connect(l->model, l->node[a].right, KO_LEFT_ALONE, 0);
    if (c < cost) cost = c, last = a;
  }
  for (int32_t i = last; i >= 0; i = t->back[i]) ++out->n;
  k = out->n;
  for (int32_t i = last; i >= 0; i = t->back[i]) out->node[--k] = i;
  return cost;
}

static int allows_nominal(const ko_terms *t, const ko_node *node, size_t all) {
  (void)all;
  return ko_node_is_nominal(t, node);
}

int32_t ko_chain_nominal(ko_terms *t, size_t from, size_t to, ko_chain *out) {
  return ko_chain_cheapest(t, allows_nominal, from, to, out);
}

/* ---- stretches of nouns ---- */

static void append(ko_chain *out, const ko_chain *c, size_t i, size_t j) {
  while (i < j) out->node[out->n++] = c->node[i++];
}

/* What stands inside a noun only when the analyser errs: 안 and 전부 in 행정안전부. */
static int is_stray(const ko_terms *t, const ko_node *node) {
  unsigned tag = ko_node_tag(t, node);
  return tag == KO_TAG_MAG || tag == KO_TAG_MM || tag == KO_TAG_NNBC || tag == KO_TAG_NP ||
         tag == KO_TAG_IC;
}

/* Where the nouns end that node i of a chain begins, with strays among them or without. */
static size_t stretch_end(const ko_terms *t, const ko_chain *c, size_t i, int strays) {
  size_t j = i;
  while (j < c->n && (ko_node_is_nominal(t, ko_node_at(t, c->node[j])) ||
                      (strays && j > i && is_stray(t, ko_node_at(t, c->node[j])))))
    j++;
  return j;
}

/* The cheapest chain of nouns over nodes [i, j) of another. */
static int32_t nominal_over(ko_terms *t, const ko_chain *c, size_t i, size_t j, ko_chain *out) {
  return ko_chain_nominal(t, ko_node_at(t, c->node[i])->start,
                          ko_node_end(ko_node_at(t, c->node[j - 1])), out);
}

void ko_chain_recut(ko_terms *t, ko_chain *c) {
  ko_chain out = {.n = 0}, cut;
  for (size_t i = 0, j; i < c->n; i = j) {
    size_t nouns = stretch_end(t, c, i, 0);
    j = stretch_end(t, c, i, 1);
    if (j > nouns && nominal_over(t, c, i, j, &cut) <= cost_of(t, c, i, j) + STRAY) {
      append(&out, &cut, 0, cut.n);
      continue;
    }
    j = nouns > i ? nouns : i + 1;
    if (nouns > i + 1 && nominal_over(t, c, i, nouns, &cut) < KO_FAR)
      append(&out, &cut, 0, cut.n);
    else
      append(&out, c, i, j);
  }
  *c = out;
}

/* ---- nouns of the dictionary ---- */

static int is_whole_part(const ko_terms *t, const ko_node *node, size_t all) {
  (void)all;
  return node->origin == KO_ORIGIN_KNOWN &&
         (ko_node_is_affix(t, node) || (ko_node_is_noun(t, node) && node->length > 1));
}

/* Take an unknown noun apart into known ones (사회취약자: 사회 취약 자), so that it is found by them.
** Returns 1 if it could be. */
static int split_unknown(ko_terms *t, const ko_node *node, ko_chain *out) {
  return node->origin == KO_ORIGIN_UNKNOWN && node->length > 3 &&
         t->decompound != KO_DECOMPOUND_NONE &&
         ko_chain_cheapest(t, is_whole_part, node->start, ko_node_end(node), out) <=
             ko_node_cost(t, node) + SPLIT &&
         out->n > 1;
}

/* The dictionary noun over exactly the syllables of c->node[i .. j]; -1 if there is none. */
static int32_t noun_over(const ko_terms *t, const ko_chain *c, size_t i, size_t j) {
  const ko_lattice *l = &t->lattice;
  size_t start = ko_node_at(t, c->node[i])->start, end = ko_node_end(ko_node_at(t, c->node[j]));
  for (int32_t a = l->ends[end]; a >= 0; a = l->node[a].next_end)
    if (l->node[a].start == start && (l->node[a].flags & KO_ENTRY_NOUN)) return a;
  return -1;
}

/* May the noun over c->node[i .. j] take their place? Over nouns and affixes always; over a verb
** or a particle only a long noun, which cannot be there by accident (열린우리당). */
static int may_replace(const ko_terms *t, const ko_chain *c, size_t i, size_t j,
                       const ko_node *noun) {
  if (noun->length > 3) return 1;
  for (size_t k = i; k <= j; k++)
    if (!ko_node_is_noun(t, ko_node_at(t, c->node[k])) &&
        !ko_node_is_affix(t, ko_node_at(t, c->node[k])))
      return 0;
  return noun->length > 2;
}

/* The longest such noun that begins with c->node[i]; *last is the node it ends with. -1 if there is
** none. */
static int32_t longest_noun(const ko_terms *t, const ko_chain *c, size_t i, size_t *last) {
  for (size_t j = c->n - 1; j > i; j--) {
    int32_t noun = noun_over(t, c, i, j);
    if (noun < 0 || !may_replace(t, c, i, j, ko_node_at(t, noun))) continue;
    *last = j;
    return noun;
  }
  return -1;
}

void ko_chain_settle(ko_terms *t, ko_chain *c) {
  ko_chain out = {.n = 0}, parts;
  for (size_t i = 0; i < c->n; i++) {
    int32_t noun = longest_noun(t, c, i, &i);
    if (noun >= 0)
      out.node[out.n++] = noun;
    else if (split_unknown(t, ko_node_at(t, c->node[i]), &parts))
      append(&out, &parts, 0, parts.n);
    else
      append(&out, c, i, i + 1);
  }
  *c = out;
}
