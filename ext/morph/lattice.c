#include "morph/lattice.h"

#include <string.h>

#include "morph/tagset.h"
#include "text/hangul.h"

enum { FAR = 1 << 29 }; /* more than any chain of KO_MAX_STRETCH words costs */

void ko_lattice_init(ko_lattice *l, const ko_model *model, const ko_mem *mem) {
  memset(l, 0, sizeof *l);
  l->model = model;
  l->mem = mem;
}

void ko_lattice_free(ko_lattice *l) {
  if (!l->mem) return;
  ko_free(l->mem, l->node);
  ko_free(l->mem, l->ends);
  ko_free(l->mem, l->in);
  ko_free(l->mem, l->path);
  ko_lattice_init(l, l->model, l->mem);
}

static ko_class klass(const ko_lattice *l, size_t place) {
  return (ko_class)l->text->klass[l->from + place];
}

static uint32_t cp(const ko_lattice *l, size_t place) { return l->text->ch[l->from + place].cp; }

size_t ko_lattice_before(const ko_lattice *l, size_t start) {
  while (start > 0 && klass(l, start - 1) == KO_SPACE) start--;
  return start;
}

/* ---- arrivals ---- */

/* Collect the chains that end at `place` into l->in, the cheapest for each right class. */
static int collect(ko_lattice *l, size_t place) {
  l->n_in = 0;
  if (place == 0) {
    ko_arrival *a = l->in; /* room for one is made in ko_lattice_run */
    a->total = 0;
    a->node = -1;
    a->right = l->right_boundary;
    l->n_in = 1;
    return 0;
  }
  for (int32_t i = l->ends[place]; i >= 0; i = l->node[i].next_end) {
    const ko_node *node = &l->node[i];
    size_t k;
    if (node->total >= FAR) continue;
    for (k = 0; k < l->n_in && l->in[k].right != node->right; k++) {}
    if (k == l->n_in) {
      if (ko_grow(l->mem, &l->in, &l->cap_in, l->n_in + 1, sizeof *l->in)) return -1;
      l->n_in++;
    } else if (l->in[k].total <= node->total) {
      continue;
    }
    l->in[k].total = node->total;
    l->in[k].node = i;
    l->in[k].right = node->right;
  }
  return 0;
}

/* The cheapest way from the arrivals to a word of left class `left`. */
static int32_t cheapest(const ko_lattice *l, unsigned left, int space, int32_t *back) {
  const int16_t *row = l->model->matrix[space] + (size_t)left * l->model->n_right;
  int32_t best = FAR;
  *back = -1;
  for (size_t k = 0; k < l->n_in; k++) {
    int32_t total = l->in[k].total + row[l->in[k].right];
    if (total < best) {
      best = total;
      *back = l->in[k].node;
    }
  }
  return best;
}

/* ---- nodes ---- */

static ko_node *add(ko_lattice *l, size_t start, size_t length, unsigned left, unsigned right,
                    int space) {
  ko_node *node;
  int32_t index = (int32_t)l->n, reach, back;
  if (ko_grow(l->mem, &l->node, &l->cap, l->n + 1, sizeof *l->node)) return NULL;
  node = &l->node[l->n++];
  memset(node, 0, sizeof *node);
  node->start = (uint32_t)start;
  node->length = (uint16_t)length;
  node->left = (uint16_t)left;
  node->right = (uint16_t)right;
  node->space = (uint8_t)space;
  reach = cheapest(l, left, space, &back);
  node->back = back;
  node->total = reach;
  node->next_end = l->ends[start + length];
  l->ends[start + length] = index;
  return node;
}

static void set_cost(ko_node *node, int cost) {
  node->cost = (int16_t)cost;
  if (node->total < FAR) node->total += cost;
}

/* Dictionary words that start here. Returns how many nodes, -1 when memory is out. Bit i of *nouns:
** one of them is a noun of i syllables. */
static int add_known(ko_lattice *l, size_t start, int space, unsigned *nouns) {
  const ko_model *m = l->model;
  uint32_t at = m->root, n;
  size_t end = l->to - l->from;
  int found = 0;
  for (size_t i = start; i < end && klass(l, i) == KO_HANGUL; i++) {
    const ko_entry *e;
    if (!ko_model_step(m, &at, cp(l, i))) break;
    e = ko_model_entries(m, at, &n);
    for (uint32_t k = 0; k < n; k++) {
      ko_node *node = add(l, start, i + 1 - start, e[k].left, e[k].right, space);
      if (!node) return -1;
      set_cost(node, e[k].cost);
      node->origin = KO_KNOWN;
      node->flags = e[k].flags;
      node->what = e[k].expansion;
      if ((e[k].flags & KO_ENTRY_NOUN) && i + 1 - start <= KO_MAX_UNKNOWN) *nouns |= 1u << (i + 1 - start);
      found++;
    }
  }
  return found;
}

static const ko_pair *by_end(const ko_lattice *l, ko_fixed kind, size_t last) {
  int f = ko_final(cp(l, last));
  return &l->model->unknown->fixed[kind + (f == 0 ? 0 : f == KO_FINAL_L ? 1 : 2)];
}

static uint16_t code(const ko_lattice *l, size_t place) { return l->model->codes[cp(l, place) - 0xAC00]; }

static int add_guess(ko_lattice *l, size_t start, size_t length, int space, ko_origin origin, int cost) {
  const ko_pair *pair = by_end(l, origin == KO_NAME ? KO_FIX_NAME : KO_FIX_NOUN, start + length - 1);
  ko_node *node = add(l, start, length, pair->left, pair->right, space);
  if (!node) return -1;
  set_cost(node, cost);
  node->origin = (uint8_t)origin;
  node->flags = origin == KO_NAME ? KO_ENTRY_PERSON : 0;
  node->what = KO_NNP;
  return 0;
}

/* A surname and two syllables of which given names are made. */
static int add_name(ko_lattice *l, size_t start, int space) {
  const ko_unknown *u = l->model->unknown;
  int surname = ko_edge_cost(u, KO_EDGE_SURNAME, code(l, start));
  if (surname >= 2400) return 0; /* no surname */
  return add_guess(l, start, 3, space, KO_NAME,
                   u->length[0] + surname + ko_edge_cost(u, KO_EDGE_GIVEN1, code(l, start + 1)) +
                       ko_edge_cost(u, KO_EDGE_GIVEN2, code(l, start + 2)));
}

/* Bit i of `nouns`: no unknown noun of i syllables. */
static int add_unknown(ko_lattice *l, size_t start, int space, unsigned nouns) {
  const ko_unknown *u = l->model->unknown;
  int first = ko_edge_cost(u, KO_EDGE_FIRST, code(l, start));
  size_t end = l->to - l->from;
  for (size_t i = start; i < end && klass(l, i) == KO_HANGUL && i - start < KO_MAX_UNKNOWN; i++) {
    size_t length = i + 1 - start;
    if (nouns >> length & 1) continue;
    if (add_guess(l, start, length, space, KO_UNKNOWN,
                  u->length[length] + first + ko_edge_cost(u, KO_EDGE_LAST, code(l, i))))
      return -1;
    if (length == 3 && add_name(l, start, space)) return -1;
  }
  return 0;
}

/* Where the run of one class that starts here ends. A number takes in single commas and points
** between digits (1,000 and 3.5). */
static size_t run_end(const ko_lattice *l, size_t start) {
  size_t end = l->to - l->from, i = start + 1;
  ko_class k = klass(l, start);
  for (; i < end && i - start < 0xFFFF; i++) {
    if (klass(l, i) == k) continue;
    if (k == KO_DIGIT && i + 1 < end && (cp(l, i) == ',' || cp(l, i) == '.') &&
        klass(l, i + 1) == KO_DIGIT)
      continue;
    break;
  }
  return i;
}

static const ko_symbol *symbol(const ko_model *m, uint32_t c) {
  uint32_t lo = 0, hi = m->n_symbols;
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if (m->symbols[mid].cp == c) return &m->symbols[mid];
    if (m->symbols[mid].cp < c) lo = mid + 1;
    else hi = mid;
  }
  return NULL;
}

/* What is no Hangul: one node for the run. */
static int add_run(ko_lattice *l, size_t start, int space) {
  static const struct {
    uint8_t fixed, origin, tag;
  } kind[] = {[KO_DIGIT] = {KO_FIX_SN, KO_NUMBER, KO_SN},
              [KO_LETTER] = {KO_FIX_SL, KO_FOREIGN, KO_SL},
              [KO_HAN] = {KO_FIX_SH, KO_HANJA_RUN, KO_SH},
              [KO_JAMO] = {KO_FIX_JAMO, KO_JAMO_RUN, KO_IC},
              [KO_SYMBOL] = {KO_FIX_SW, KO_SYMBOL_RUN, KO_SW}};
  ko_class k = klass(l, start);
  const ko_pair *pair = &l->model->unknown->fixed[kind[k].fixed];
  size_t end = start + 1;
  unsigned tag = kind[k].tag;
  ko_node *node;
  if (k == KO_SYMBOL) {
    const ko_symbol *s = symbol(l->model, cp(l, start));
    if (s) {
      pair = &s->pair;
      tag = s->tag;
    }
    while (cp(l, start) == '.' && end < l->to - l->from && cp(l, end) == '.') end++;
    if (end - start > 1) tag = KO_SE;
  } else {
    end = run_end(l, start);
  }
  node = add(l, start, end - start, pair->left, pair->right, space);
  if (!node) return -1;
  set_cost(node, 0);
  node->origin = kind[k].origin;
  node->what = tag;
  return 0;
}

/* May an unknown noun begin here? At the start of a run of Hangul, and where nothing else can. */
static int add_hangul(ko_lattice *l, size_t start, int space) {
  unsigned nouns = 0;
  int found = add_known(l, start, space, &nouns);
  if (found < 0) return -1;
  if (found == 0 || space || start == 0 || klass(l, start - 1) != KO_HANGUL)
    return add_unknown(l, start, space, l->all_unknown ? 0 : nouns);
  return 0;
}

/* ---- the best chain ---- */

static int trace(ko_lattice *l, size_t end) {
  int32_t best;
  size_t n = 0;
  if (collect(l, end)) return -1;
  l->cost = cheapest(l, l->left_boundary, 0, &best);
  for (int32_t i = best; i >= 0; i = l->node[i].back) n++;
  if (ko_grow(l->mem, &l->path, &l->cap_path, n, sizeof *l->path)) return -1;
  l->n_path = n;
  for (int32_t i = best; i >= 0; i = l->node[i].back) l->path[--n] = i;
  return 0;
}

int ko_lattice_run(ko_lattice *l, const ko_text *text, size_t from, size_t to,
                   unsigned right_boundary, unsigned left_boundary) {
  size_t length = to - from, last = 0;
  l->text = text;
  l->from = from;
  l->to = to;
  l->n = l->n_path = 0;
  l->right_boundary = (uint16_t)right_boundary;
  l->left_boundary = (uint16_t)left_boundary;
  if (ko_grow(l->mem, &l->ends, &l->cap_ends, length + 1, sizeof *l->ends)) return -1;
  if (ko_grow(l->mem, &l->in, &l->cap_in, 1, sizeof *l->in)) return -1;
  for (size_t i = 0; i <= length; i++) l->ends[i] = -1;
  for (size_t i = 0; i < length; i++) {
    int space, failed;
    if (klass(l, i) == KO_SPACE) continue;
    space = i > 0 && klass(l, i - 1) == KO_SPACE;
    last = ko_lattice_before(l, i);
    if (last > 0 && l->ends[last] < 0) continue; /* inside a run, or no word ends here */
    if (collect(l, last)) return -1;
    failed = klass(l, i) == KO_HANGUL ? add_hangul(l, i, space) : add_run(l, i, space);
    if (failed) return -1;
  }
  return trace(l, ko_lattice_before(l, length));
}
