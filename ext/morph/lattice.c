#include "morph/lattice.h"

#include <string.h>

#include "morph/tagset.h"
#include "text/hangul.h"

#ifdef __GNUC__
#define KO_PREFETCH(p) __builtin_prefetch(p)
#else
#define KO_PREFETCH(p) ((void)(p))
#endif

enum { AHEAD = 6 };     /* characters */
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
  ko_free(l->mem, l->first_node);
  ko_free(l->mem, l->limit);
  ko_free(l->mem, l->code);
  ko_free(l->mem, l->word);
  ko_free(l->mem, l->first_word);
  ko_free(l->mem, l->way);
  ko_free(l->mem, l->spaced);
  ko_free(l->mem, l->in);
  ko_free(l->mem, l->path);
  ko_lattice_init(l, l->model, l->mem);
}

static ko_class klass(const ko_lattice *l, size_t place) {
  return (ko_class)l->text->klass[l->from + place];
}

static uint32_t cp(const ko_lattice *l, size_t place) {
  return l->text->ch[l->from + place].cp;
}

size_t ko_lattice_before(const ko_lattice *l, size_t start) {
  while (start > 0 && klass(l, start - 1) == KO_CLASS_SPACE) start--;
  return start;
}

/* ---- arrivals ---- */

/* Collect the chains that end at `place` into l->in, without those that cannot win whatever comes
** next. */
static int collect(ko_lattice *l, size_t place, int space, int32_t limit) {
  const int16_t *least = l->model->least[space];
  const ko_node *node = l->node;
  ko_arrival *in = l->in;
  size_t n = 0, room = l->cap_in;
  l->n_reach = 0;
  if (place == 0) {
    l->in[0] = l->in[1] =
        (ko_arrival){0, -1, l->right_boundary}; /* room is made in ko_lattice_run */
    l->n_in = 2;
    return 0;
  }
  for (int32_t i = l->ends[place]; i >= 0; i = node[i].next_end) {
    if (n + 2 > room) {
      if (ko_grow(l->mem, &l->in, &l->cap_in, n + 2, sizeof *l->in)) return -1;
      in = l->in;
      room = l->cap_in;
    }
    in[n] = (ko_arrival){(int64_t)node[i].total * KO_ARRIVAL_STEP + (int64_t)n, i, node[i].right};
    n += node[i].total + least[node[i].right] <= limit;
  }
  in[n] = in[0];
  l->n_in = n + (n & 1);
  return 0;
}

/* Find the cheapest way from the arrivals to a word of left class `left`. */
static void find_cheapest(const ko_lattice *l, unsigned left, int space, ko_reach *out) {
  const int16_t *row = l->model->matrix[space] + (size_t)left * l->model->n_right;
  int64_t best = INT64_MAX, other = INT64_MAX;
  size_t k;
  for (const ko_arrival *a = l->in, *end = a + l->n_in; a < end;
       a += 2) { /* they are even in number */
    int64_t x = a[0].key + (int64_t)row[a[0].right] * KO_ARRIVAL_STEP;
    int64_t y = a[1].key + (int64_t)row[a[1].right] * KO_ARRIVAL_STEP;
    best = x < best ? x : best;
    other = y < other ? y : other;
  }
  best = other < best ? other : best;
  k = (size_t)(best & (KO_ARRIVAL_STEP - 1));
  out->total = (int32_t)((best - (int64_t)k) / KO_ARRIVAL_STEP);
  out->back = l->in[k].node;
  out->left = left;
}

/* The same, found once for each class. Valid until the next call. */
static inline const ko_reach *reach(ko_lattice *l, unsigned left, int space) {
  unsigned k = l->reach_at[left];
  if (k < l->n_reach && l->reach[k].left == left) return &l->reach[k];
  k = l->n_reach;
  if (k < KO_MAX_REACHES) l->reach_at[left] = (uint16_t)l->n_reach++;
  find_cheapest(l, left, space, &l->reach[k]);
  return &l->reach[k];
}

/* ---- nodes ---- */

_Static_assert(offsetof(ko_node, what) - offsetof(ko_node, left) == offsetof(ko_entry, expansion) &&
                   sizeof(ko_node) - offsetof(ko_node, left) == sizeof(ko_entry),
               "a node ends as an entry");

/* Add nodes of one origin for n entries over the same characters, each `extra` dearer; room for them has
** been made. */
static void add_entries(ko_lattice *l, size_t start, size_t length, const ko_entry *e, size_t n,
                        ko_origin origin, int space, int extra) {
  size_t end = start + length;
  const int16_t *most = l->model->most[l->spaced[end]];
  int32_t limit = l->limit[end], last = l->ends[end], at = (int32_t)l->n;
  ko_node alike = {.start = (uint32_t)start,
                   .length = (uint16_t)length,
                   .origin = (uint8_t)origin,
                   .space = (uint8_t)space};
  for (ko_node *node = l->node + l->n; n-- > 0; node++, e++) {
    const ko_reach *r = reach(l, e->left, space);
    int32_t cost = e->cost + extra, total = r->total + cost, at_most = total + most[e->right];
    limit = at_most < limit ? at_most : limit;
    node->total = total;
    node->back = r->back;
    node->next_end = last;
    memcpy(&node->start, &alike.start, offsetof(ko_node, left) - offsetof(ko_node, start));
    memcpy(&node->left, e, sizeof *e);
    node->cost = (int16_t)cost;
    last = at++;
  }
  l->limit[end] = limit;
  l->ends[end] = last;
  l->n = (size_t)at;
}

static int make_room(ko_lattice *l, size_t nodes) {
  return l->n + nodes <= l->cap ? 0
                                : ko_grow(l->mem, &l->node, &l->cap, l->n + nodes, sizeof *l->node);
}

/* Say ahead where in the dictionary the words that start here are. */
static void expect_words(const ko_lattice *l, size_t start) {
  const ko_model *m = l->model;
  uint32_t at = m->root;
  if (!ko_model_follow(m, &at, l->code[start])) return;
  KO_PREFETCH(m->units + at);
  KO_PREFETCH(m->units + at + l->code[start + 1]);
}

static int room_for_word(ko_lattice *l, size_t n) {
  return n < l->cap_word ? 0 : ko_grow(l->mem, &l->word, &l->cap_word, n + 1, sizeof *l->word);
}

/* If what ends at `at` is a word, keep it as one over characters [start, end). */
static int keep_variant(ko_lattice *l, uint32_t at, size_t start, size_t end, int cost,
                        uint16_t way) {
  uint32_t n;
  const ko_entry *e = ko_model_entries(l->model, at, &n);
  if (n == 0) return 0;
  if (room_for_word(l, l->n_word)) return -1;
  l->word[l->n_word++] = (ko_word){e, (uint16_t)n, (uint16_t)(end - start), (int16_t)cost, way};
  return 0;
}

/* Words from `start` on that take variants: characters up to i have led to `at`, over `used` variants. */
static int find_variants(ko_lattice *l, size_t start, size_t i, uint32_t at, uint16_t way, int used,
                         int cost) {
  if (used == KO_MAX_VARIANTS) return 0;
  do {
    const ko_variant *v = l->variant + l->first_variant[i],
                     *end = l->variant + l->first_variant[i + 1];
    for (; v < end && l->n_way < UINT16_MAX; v++) {
      uint32_t to = at;
      size_t k = 0, next = i + v->typed;
      uint16_t on = (uint16_t)l->n_way;
      if (v->n == 0 && i == start) continue;
      while (k < v->n && ko_model_follow(l->model, &to, v->code[k])) k++;
      if (k < v->n) continue;
      if (ko_grow(l->mem, &l->way, &l->cap_way, l->n_way + 1, sizeof *l->way)) return -1;
      l->way[l->n_way++] = (ko_way){(uint32_t)(v - l->variant), way};
      if (keep_variant(l, to, start, next, cost + v->cost, on)) return -1;
      if (find_variants(l, start, next, to, on, used + 1, cost + v->cost)) return -1;
    }
    if (!ko_model_follow(l->model, &at, l->code[i++])) return 0;
    if (way && keep_variant(l, at, start, i, cost, way)) return -1;
  } while (1);
}

/* Look up the words that start at each place, all of them first: the look-ups of different places do
** not wait for one another, so that the machine overlaps their ways to memory. */
static int find_words(ko_lattice *l) {
  const ko_model *m = l->model;
  size_t end = l->to - l->from, count = 0;
  l->n_way = 1;
  for (size_t start = 0; start < end; start++) {
    uint32_t at = m->root, n;
    if (start + AHEAD < end) expect_words(l, start + AHEAD);
    l->first_word[start] = (uint32_t)count;
    for (size_t i = start; ko_model_follow(m, &at, l->code[i]); i++) { /* code[end] is 0 */
      const ko_entry *e = ko_model_entries(m, at, &n);
      if (n == 0) continue;
      if (room_for_word(l, count)) return -1;
      KO_PREFETCH(e);
      l->word[count++] = (ko_word){e, (uint16_t)n, (uint16_t)(i + 1 - start), 0, 0};
    }
    if (!l->variant) continue;
    l->n_word = count;
    if (find_variants(l, start, start, m->root, 0, 0, 0)) return -1;
    count = l->n_word;
  }
  l->first_word[end] = (uint32_t)count;
  return 0;
}

size_t ko_lattice_variants(const ko_lattice *l, const ko_node *node,
                           const ko_variant *out[KO_MAX_VARIANTS]) {
  if (node->origin != KO_ORIGIN_KNOWN || !l->variant) return 0;
  for (uint32_t i = l->first_word[node->start]; i < l->first_word[node->start + 1]; i++) {
    const ko_word *w = &l->word[i];
    size_t n = 0, k = 0;
    if (w->length != node->length) continue;
    while (k < w->n &&
           (w->entries[k].expansion != node->what || w->entries[k].left != node->left ||
            w->entries[k].right != node->right || w->entries[k].cost + w->cost != node->cost))
      k++;
    if (k == w->n) continue;
    for (unsigned way = w->way; way; way = l->way[way].before) n++;
    k = n;
    for (unsigned way = w->way; way; way = l->way[way].before)
      out[--k] = &l->variant[l->way[way].variant];
    return n;
  }
  return 0;
}

/* Dictionary words that start here. Returns how many nodes, -1 when memory is out. Bit i of *nouns:
** one of them is a noun of i syllables; NULL if nobody asks. */
static int add_known(ko_lattice *l, size_t start, int space, unsigned *nouns) {
  size_t before = l->n;
  for (uint32_t i = l->first_word[start]; i < l->first_word[start + 1]; i++) {
    ko_word w = l->word[i];
    if (make_room(l, w.n)) return -1;
    add_entries(l, start, w.length, w.entries, w.n, KO_ORIGIN_KNOWN, space, w.cost);
    for (uint16_t k = 0; nouns && k < w.n && w.length <= KO_MAX_UNKNOWN && !w.way; k++)
      if (w.entries[k].flags & KO_ENTRY_NOUN) *nouns |= 1u << w.length;
  }
  return (int)(l->n - before);
}

/* Words of one's own that start here. */
static int add_own(ko_lattice *l, size_t start, int space, unsigned *nouns) {
  int32_t found[KO_OWN_LONGEST];
  size_t n = ko_own_match(l->own, l->text, l->from + start, l->to, found);
  if (make_room(l, n)) return -1;
  for (size_t i = 0; i < n; i++) {
    const ko_own_word *w = &l->own->word[found[i]];
    ko_entry e = {w->left, w->right, w->cost, w->flags, w->what};
    add_entries(l, start, w->n, &e, 1, KO_ORIGIN_KNOWN, space, 0);
    if (w->n <= KO_MAX_UNKNOWN) *nouns |= 1u << w->n;
  }
  return 0;
}

static const ko_pair *by_end(const ko_lattice *l, ko_fixed kind, size_t last) {
  int f = ko_final(cp(l, last));
  return &l->model->unknown->fixed[kind + (f == 0 ? 0 : f == KO_FINAL_L ? 1 : 2)];
}

static int add_guess(ko_lattice *l, size_t start, size_t length, int space, ko_origin origin,
                     int cost) {
  const ko_pair *pair =
      by_end(l, origin == KO_ORIGIN_NAME ? KO_FIX_NAME : KO_FIX_NOUN, start + length - 1);
  ko_entry e = {pair->left, pair->right, (int16_t)cost,
                origin == KO_ORIGIN_NAME ? KO_ENTRY_PERSON : 0, KO_TAG_NNP};
  if (make_room(l, 1)) return -1;
  add_entries(l, start, length, &e, 1, origin, space, 0);
  return 0;
}

/* A surname and two syllables of which given names are made. */
static int add_name(ko_lattice *l, size_t start, int space) {
  const ko_unknown *u = l->model->unknown;
  int surname = ko_edge_cost(u, KO_EDGE_SURNAME, l->code[start]);
  if (surname >= 2400) return 0; /* no surname */
  return add_guess(l, start, 3, space, KO_ORIGIN_NAME,
                   u->length[0] + surname + ko_edge_cost(u, KO_EDGE_GIVEN1, l->code[start + 1]) +
                       ko_edge_cost(u, KO_EDGE_GIVEN2, l->code[start + 2]));
}

/* Bit i of `nouns`: no unknown noun of i syllables. */
static int add_unknown(ko_lattice *l, size_t start, int space, unsigned nouns) {
  const ko_unknown *u = l->model->unknown;
  int first = ko_edge_cost(u, KO_EDGE_FIRST, l->code[start]);
  size_t end = l->to - l->from;
  for (size_t i = start; i < end && klass(l, i) == KO_CLASS_HANGUL && i - start < KO_MAX_UNKNOWN;
       i++) {
    size_t length = i + 1 - start;
    if (nouns >> length & 1) continue;
    if (add_guess(l, start, length, space, KO_ORIGIN_UNKNOWN,
                  u->length[length] + first + ko_edge_cost(u, KO_EDGE_LAST, l->code[i])))
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
    if (k == KO_CLASS_DIGIT && i + 1 < end && (cp(l, i) == ',' || cp(l, i) == '.') &&
        klass(l, i + 1) == KO_CLASS_DIGIT)
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
    if (m->symbols[mid].cp < c)
      lo = mid + 1;
    else
      hi = mid;
  }
  return NULL;
}

/* What is no Hangul: one node for the run. */
static int add_run(ko_lattice *l, size_t start, int space) {
  static const struct {
    uint8_t fixed, origin, tag;
  } kind[] = {[KO_CLASS_DIGIT] = {KO_FIX_SN, KO_ORIGIN_NUMBER, KO_TAG_SN},
              [KO_CLASS_LETTER] = {KO_FIX_SL, KO_ORIGIN_FOREIGN, KO_TAG_SL},
              [KO_CLASS_HAN] = {KO_FIX_SH, KO_ORIGIN_HANJA_RUN, KO_TAG_SH},
              [KO_CLASS_JAMO] = {KO_FIX_JAMO, KO_ORIGIN_JAMO_RUN, KO_TAG_IC},
              [KO_CLASS_SYMBOL] = {KO_FIX_SW, KO_ORIGIN_SYMBOL_RUN, KO_TAG_SW}};
  ko_class k = klass(l, start);
  const ko_pair *pair = &l->model->unknown->fixed[kind[k].fixed];
  size_t end = start + 1;
  unsigned tag = kind[k].tag;
  if (k == KO_CLASS_SYMBOL) {
    const ko_symbol *s = symbol(l->model, cp(l, start));
    if (s) {
      pair = &s->pair;
      tag = s->tag;
    }
    while (cp(l, start) == '.' && end < l->to - l->from && cp(l, end) == '.') end++;
    if (end - start > 1) tag = KO_TAG_SE;
  } else {
    end = run_end(l, start);
  }
  if ((l->own && add_own(l, start, space, &(unsigned){0})) || make_room(l, 1)) return -1;
  add_entries(l, start, end - start, &(ko_entry){pair->left, pair->right, 0, 0, tag}, 1,
              (ko_origin)kind[k].origin, space, 0);
  return 0;
}

/* May an unknown noun begin here? At the start of a run of Hangul, and where nothing else can. */
static int add_hangul(ko_lattice *l, size_t start, int space) {
  unsigned nouns = 0;
  int begins = space || start == 0 || klass(l, start - 1) != KO_CLASS_HANGUL,
      found = add_known(l, start, space, begins ? &nouns : NULL);
  if (found < 0 || (l->own && add_own(l, start, space, &nouns))) return -1;
  if (found == 0 || begins) return add_unknown(l, start, space, l->all_unknown ? 0 : nouns);
  return 0;
}

/* ---- the best chain ---- */

static int trace(ko_lattice *l, size_t end) {
  ko_reach last;
  int32_t best;
  size_t n = 0;
  if (collect(l, end, 0, INT32_MAX)) return -1;
  find_cheapest(l, l->left_boundary, 0, &last);
  l->cost = last.total;
  best = last.back;
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
  if (ko_grow(l->mem, &l->ends, &l->cap_ends, length + 1, sizeof *l->ends) ||
      ko_grow(l->mem, &l->first_node, &l->cap_first_node, length + 1, sizeof *l->first_node) ||
      ko_grow(l->mem, &l->limit, &l->cap_limit, length + 1, sizeof *l->limit) ||
      ko_grow(l->mem, &l->code, &l->cap_code, length + 1, sizeof *l->code) ||
      ko_grow(l->mem, &l->first_word, &l->cap_first_word, length + 1, sizeof *l->first_word) ||
      ko_grow(l->mem, &l->spaced, &l->cap_spaced, length + 1, 1) ||
      ko_grow(l->mem, &l->in, &l->cap_in, 2, sizeof *l->in))
    return -1;
  for (size_t i = 0; i <= length; i++) {
    l->ends[i] = -1;
    l->limit[i] = INT32_MAX;
  }
  for (size_t i = 0; i < length; i++) {
    l->code[i] = klass(l, i) == KO_CLASS_HANGUL ? l->model->codes[cp(l, i) - 0xAC00] : 0;
    l->spaced[i] = klass(l, i) == KO_CLASS_SPACE;
  }
  l->code[length] = l->spaced[length] = 0;
  if (find_words(l)) return -1;
  for (size_t i = 0; i < length; i++) {
    int space, failed;
    l->first_node[i] = (uint32_t)l->n;
    if (klass(l, i) == KO_CLASS_SPACE) continue;
    space = i > 0 && klass(l, i - 1) == KO_CLASS_SPACE;
    last = ko_lattice_before(l, i);
    if (last > 0 && l->ends[last] < 0) continue; /* inside a run, or no word ends here */
    if (collect(l, last, space, l->limit[last])) return -1;
    failed = klass(l, i) == KO_CLASS_HANGUL ? add_hangul(l, i, space) : add_run(l, i, space);
    if (failed) return -1;
  }
  l->first_node[length] = (uint32_t)l->n;
  return trace(l, ko_lattice_before(l, length));
}
