#include "morph/terms.h"

#include <string.h>

#include "morph/tagset.h"
#include "tables.h"

enum {
  LIKELY = 620,      /* a reading at least this likely is indexed too: KO_NAT * -ln 0.13 */
  MEANT = 2400,      /* a typed noun may cost this much more than the cheapest reading */
  FAR = 1 << 29,
  MAX_BREAKS = 24    /* most places at which a word is taken apart */
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
  ko_free(t->mem, t->allowed);
  ko_free(t->mem, t->best);
  ko_free(t->mem, t->back);
  ko_free(t->mem, t->path);
  t->mem = NULL;
}

uint64_t ko_terms_default_dropped(void) {
  uint64_t out = 0;
  for (unsigned tag = 0; tag < KO_N_TAGS; tag++) {
    char group = ko_tag_group(tag);
    if (group == 'J' || group == 'E') out |= (uint64_t)1 << tag;
  }
  return out | (uint64_t)1 << KO_NNB | (uint64_t)1 << KO_VX | (uint64_t)1 << KO_VCP |
         (uint64_t)1 << KO_VCN | (uint64_t)1 << KO_MAJ;
}

/* ---- terms ---- */

typedef struct word { /* a word being put together from a prefix, nouns and suffixes */
  uint32_t start, end;
  uint32_t stem;              /* where it starts without its prefix */
  uint32_t cut[MAX_BREAKS];   /* ends of shorter words that it contains, from its start */
  int n_cuts, open;
} word;

typedef struct builder {
  ko_terms *t;
  const ko_text *text;
  size_t base;     /* character of the text at which the run starts */
  int32_t p;
  int head;        /* 1: the first term of each word gets a position of its own */
  int variants;    /* 1: words are also indexed without their affixes */
  word w;
  int failed;
} builder;

static void add_term(builder *b, uint32_t start, uint32_t end, size_t at, int head) {
  ko_terms *t = b->t;
  size_t n = t->text.n - at;
  ko_term *x;
  for (size_t i = 0; i < t->n; i++) {
    x = &t->term[i];
    if (x->n == n && x->start == start && memcmp(t->text.data + x->at, t->text.data + at, n) == 0) {
      if (!head) x->p = ko_either(x->p, b->p);
      t->text.n = at;
      return;
    }
  }
  if (ko_grow(t->mem, &t->term, &t->cap, t->n + 1, sizeof *t->term)) {
    b->failed = 1;
    return;
  }
  x = &t->term[t->n++];
  x->start = start;
  x->end = end;
  x->at = (uint32_t)at;
  x->n = (uint32_t)n;
  x->p = b->p;
  x->colocated = (uint8_t)!head;
}

static void add_slice(builder *b, uint32_t start, uint32_t end, int head) {
  size_t at = b->t->text.n;
  for (uint32_t i = start; i < end; i++) ko_buf_char(&b->t->text, b->text->ch[i].cp);
  add_term(b, start, end, at, head);
}

static void flush(builder *b) {
  word *w = &b->w;
  if (!w->open) return;
  w->open = 0;
  add_slice(b, w->start, w->end, b->head);
  if (!b->variants) return;
  if (w->stem != w->start && w->end - w->stem > 1) add_slice(b, w->stem, w->end, 0);
  for (int i = 0; i < w->n_cuts; i++) {
    if (w->cut[i] - w->start > 1) add_slice(b, w->start, w->cut[i], 0);
    if (w->stem != w->start && w->cut[i] > w->stem + 1) add_slice(b, w->stem, w->cut[i], 0);
  }
}

static void begin(builder *b, uint32_t start, uint32_t end, uint32_t stem) {
  b->w.start = start;
  b->w.end = end;
  b->w.stem = stem;
  b->w.n_cuts = 0;
  b->w.open = 1;
}

static void extend(builder *b, uint32_t end, int shorter_too) {
  if (shorter_too && b->w.n_cuts < MAX_BREAKS) b->w.cut[b->w.n_cuts++] = b->w.end;
  b->w.end = end;
}

/* ---- morphemes to words ---- */

typedef struct morph {
  ko_part part;
  uint32_t start, end; /* characters of the text */
  uint16_t cuts;       /* of a compound, see ko_model_expand */
  uint8_t origin;
} morph;

static const char *suffix_rule(const ko_text *text, uint32_t start, uint32_t end) {
  char form[4 * KO_MAX_UNKNOWN];
  size_t n = 0;
  int row;
  for (uint32_t i = start; i < end && n + 3 < sizeof form; i++) {
    uint32_t c = text->ch[i].cp;
    form[n++] = (char)(0xE0 | c >> 12);
    form[n++] = (char)(0x80 | (c >> 6 & 0x3F));
    form[n++] = (char)(0x80 | (c & 0x3F));
  }
  row = ko_table_find(&ko_table_suffix, form, n);
  return row < 0 ? "" : ko_table_cell(&ko_table_suffix, row, 1);
}

/* A noun. A compound that the dictionary takes apart into words of two syllables and more becomes
** those words; a part of one syllable stays on its neighbour. */
static void add_noun(builder *b, const morph *m, uint32_t prefix) {
  uint32_t start = prefix, at = m->start, n = m->end - m->start;
  int joins = n == 1 && b->w.open && b->w.end == m->start && prefix == m->start;
  if (joins) {
    extend(b, m->end, 1);
    return;
  }
  flush(b);
  if (b->t->decompound == KO_DECOMPOUND_NONE || m->cuts == 0 || n > 15) {
    begin(b, start, m->end, m->start);
    return;
  }
  for (uint32_t i = 1; i <= n; i++) {
    uint32_t cut = m->start + i;
    if (i < n && !(m->cuts >> i & 1)) continue;
    if (cut - at == 1 && b->w.open) { /* the last part, or one in the middle, of one syllable */
      extend(b, cut, strcmp(suffix_rule(b->text, at, cut), "detach") == 0);
      at = cut;
    } else if (cut - at > 1 || i == n) {
      flush(b);
      begin(b, start, cut, at > m->start ? at : m->start);
      start = at = cut;
    } else { /* a first part of one syllable: goes with the next */
      at = cut;
    }
    if (b->w.open) start = at = b->w.end;
  }
}

static void add_suffix(builder *b, const morph *m) {
  const char *rule = suffix_rule(b->text, m->start, m->end);
  if (!b->w.open || b->w.end != m->start) {
    flush(b);
    return;
  }
  if (strcmp(rule, "drop") == 0) flush(b);
  else extend(b, m->end, 1);
}

static void add_stem(builder *b, const morph *m) {
  size_t at = b->t->text.n;
  flush(b);
  if (m->part.n_form)
    for (int i = 0; i < m->part.n_form; i++) ko_buf_char(&b->t->text, m->part.form[i]);
  else
    for (uint32_t i = m->start; i < m->end; i++) ko_buf_char(&b->t->text, b->text->ch[i].cp);
  ko_buf_char(&b->t->text, 0xB2E4); /* 다 */
  add_term(b, m->start, m->end, at, b->head);
}

/* Turn a chain of morphemes into terms. */
static void add_words(builder *b, const morph *m, size_t n) {
  uint32_t prefix = 0, prefix_end = 0;
  b->w.open = 0;
  for (size_t i = 0; i < n; i++) {
    unsigned tag = m[i].part.tag;
    if (b->t->dropped >> tag & 1) {
      flush(b);
      continue;
    }
    switch (tag) {
    case KO_XPN:
      flush(b);
      prefix = m[i].start;
      prefix_end = m[i].end;
      break;
    case KO_NNG: case KO_NNP: case KO_NR: case KO_XR: case KO_NP:
      if (m[i].part.n_form) { /* a form that is not in the text, as 나 in 내 */
        flush(b);
        break;
      }
      if (tag == KO_NP && m[i].end - m[i].start == 1) {
        flush(b);
        break;
      }
      add_noun(b, &m[i], prefix_end == m[i].start && prefix_end ? prefix : m[i].start);
      break;
    case KO_XSN: add_suffix(b, &m[i]); break;
    case KO_NNBC:
      flush(b);
      begin(b, m[i].start, m[i].end, m[i].start);
      flush(b);
      break;
    case KO_VV: case KO_VA:
      add_stem(b, &m[i]);
      if (b->variants && i + 1 < n && m[i + 1].part.tag == KO_ETN && m[i + 1].end - m[i].start > 1)
        add_slice(b, m[i].start, m[i + 1].end, 0); /* 알림 stands for a noun too */
      break;
    case KO_MAG: case KO_MM: case KO_IC:
      flush(b);
      if (m[i].end - m[i].start > 1) {
        begin(b, m[i].start, m[i].end, m[i].start);
        flush(b);
      }
      break;
    default: flush(b); break;
    }
  }
  flush(b);
}

/* The morphemes of a node, appended to out[]; returns how many. */
static int node_morphs(const ko_terms *t, const ko_node *node, size_t base, morph *out) {
  ko_part part[KO_MAX_PARTS];
  uint16_t cuts = 0;
  int n = 1;
  if (node->origin == KO_KNOWN) {
    n = ko_model_expand(t->lattice.model, node->what, node->length, part, &cuts);
  } else {
    memset(&part[0], 0, sizeof part[0]);
    part[0].tag = (uint8_t)node->what;
    part[0].length = (uint8_t)node->length;
  }
  for (int i = 0; i < n; i++) {
    out[i].part = part[i];
    out[i].start = (uint32_t)(base + node->start + part[i].start);
    out[i].end = out[i].start + part[i].length;
    if (n == 1) out[i].end = (uint32_t)(base + node->start + node->length);
    out[i].cuts = cuts;
    out[i].origin = node->origin;
  }
  return n;
}

static int add_path(builder *b, const int32_t *path, size_t n) {
  morph m[KO_MAX_RUN * KO_MAX_PARTS];
  size_t k = 0;
  for (size_t i = 0; i < n; i++)
    k += (size_t)node_morphs(b->t, &b->t->lattice.node[path[i]], b->base, m + k);
  add_words(b, m, k);
  return b->failed || b->t->text.failed;
}

/* ---- queries ---- */

/* Can this node be a word, or part of one, that somebody types to find it? */
static int is_nominal(const ko_terms *t, const ko_node *node) {
  morph m[KO_MAX_PARTS];
  int n = node_morphs(t, node, 0, m);
  if (n == 2) return (m[0].part.tag == KO_VV || m[0].part.tag == KO_VA) && m[1].part.tag == KO_ETN;
  if (n > 1) return 0;
  switch (m[0].part.tag) {
  case KO_NNG: case KO_NNP: case KO_NR: case KO_NP: case KO_NNBC: case KO_XPN: case KO_XSN: case KO_XR:
  case KO_MAG: case KO_MM: return 1;
  default: return 0;
  }
}

/* A stem (1), or 다 that makes a dictionary form of it (2)? */
static int dictionary_form(const ko_terms *t, const ko_node *node) {
  morph m[KO_MAX_PARTS];
  int n = node_morphs(t, node, 0, m);
  if (n != 1) return 0;
  if ((m[0].part.tag == KO_VV || m[0].part.tag == KO_VA) && !m[0].part.n_form) return 1;
  return (m[0].part.tag == KO_EF || m[0].part.tag == KO_EC) && node->length == 1 &&
         t->lattice.text->ch[t->lattice.from + node->start].cp == 0xB2E4 ? 2 : 0;
}

/* The cheapest chain of allowed nodes into t->path; its cost, FAR if there is none. */
static int32_t allowed_path(ko_terms *t, size_t *n) {
  const ko_lattice *l = &t->lattice;
  size_t end = l->to - l->from;
  int32_t cost = FAR, last = -1;
  for (size_t i = 0; i < l->n; i++) {
    const ko_node *node = &l->node[i];
    t->best[i] = FAR;
    t->back[i] = -1;
    if (!t->allowed[i]) continue;
    if (node->start == 0) t->best[i] = ko_connect(l->model, l->right_boundary, node->left, 0);
    else
      for (int32_t a = l->ends[node->start]; a >= 0; a = l->node[a].next_end) {
        int32_t c = t->best[a];
        if (c >= FAR) continue;
        c += ko_connect(l->model, l->node[a].right, node->left, 0);
        if (c < t->best[i]) t->best[i] = c, t->back[i] = a;
      }
    if (t->best[i] < FAR) t->best[i] += node->cost;
  }
  for (int32_t a = l->ends[end]; a >= 0; a = l->node[a].next_end) {
    int32_t c = t->best[a];
    if (c >= FAR) continue;
    c += ko_connect(l->model, l->node[a].right, l->left_boundary, 0);
    if (c < cost) cost = c, last = a;
  }
  *n = 0;
  for (int32_t i = last; i >= 0; i = t->back[i]) ++*n;
  for (int32_t i = last, k = (int32_t)*n; i >= 0; i = t->back[i]) t->path[--k] = i;
  return cost;
}

static int room(ko_terms *t) {
  size_t n = t->lattice.n + 1;
  return ko_grow(t->mem, &t->allowed, &t->cap_allowed, n, 1) ||
         ko_grow(t->mem, &t->best, &t->cap_best, n, sizeof *t->best) ||
         ko_grow(t->mem, &t->back, &t->cap_back, n, sizeof *t->back) ||
         ko_grow(t->mem, &t->path, &t->cap_path, n, sizeof *t->path);
}

/* What somebody who types this run means. Returns 1 if it is a noun or a dictionary form, 0 if it
** has to be read as a document is, -1 when memory is out. */
static int add_meant(builder *b) {
  ko_terms *t = b->t;
  const ko_lattice *l = &t->lattice;
  size_t n;
  int found = 0;
  if (room(t)) return -1;
  b->head = 1;
  for (size_t i = 0; i < l->n; i++) {
    int kind = dictionary_form(t, &l->node[i]);
    size_t end = l->node[i].start + l->node[i].length, all = l->to - l->from;
    t->allowed[i] = (uint8_t)((kind == 1 && l->node[i].start == 0 && end + 1 == all) ||
                              (kind == 2 && end == all));
  }
  if (allowed_path(t, &n) < l->cost + MEANT) {
    if (add_path(b, t->path, n)) return -1;
    found = 1;
    b->head = 0;
  }
  for (size_t i = 0; i < l->n; i++) t->allowed[i] = (uint8_t)is_nominal(t, &l->node[i]);
  if (allowed_path(t, &n) < l->cost + MEANT && !(found && n > 1)) {
    if (add_path(b, t->path, n)) return -1;
    found = 1;
  }
  return found;
}

/* ---- all together ---- */

/* Order: by start; at one start the terms that have a position of their own first, then the longer
** ones. Terms of other readings join the position of the word that they start in. */
static void order(ko_terms *t) {
  int heads = 0;
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
  for (size_t i = 0; i < t->n; i++) heads += !t->term[i].colocated;
  if (t->n && heads == 0) t->term[0].colocated = 0;
  for (size_t i = 0; i < t->n && t->term[i].colocated; i++) { /* before the first position */
    size_t k = i + 1;
    ko_term x = t->term[i];
    while (k < t->n && t->term[k].colocated) k++;
    if (k == t->n) break;
    for (size_t j = i; j < k; j++) t->term[j] = t->term[j + 1];
    t->term[k] = x;
    i--;
  }
}

int ko_terms_run(ko_terms *t, const ko_text *text, size_t from, size_t to, unsigned right_boundary,
                 int is_query) {
  builder b = {.t = t, .text = text, .base = from};
  ko_lattice *l = &t->lattice;
  t->n = 0;
  ko_buf_clear(&t->text);
  if (ko_lattice_run(l, text, from, to, right_boundary, KO_LEFT_ALONE)) return -1;
  if (is_query && right_boundary == KO_RIGHT_ALONE) {
    int meant = add_meant(&b);
    if (meant < 0) return -1;
    if (meant && t->n) return 0;
    t->n = 0;
    ko_buf_clear(&t->text);
  }
  if (ko_posterior_run(&t->posterior, l)) return -1;
  b.head = 1;
  b.variants = !is_query;
  if (add_path(&b, l->path, l->n_path)) return -1;
  b.head = 0;
  for (size_t i = 0, k = 0; i < l->n; i++) {
    int32_t node = (int32_t)i;
    if (k < l->n_path && l->path[k] == node) {
      k++;
      continue;
    }
    b.p = t->posterior.p[i];
    if (b.p < LIKELY && add_path(&b, &node, 1)) return -1;
  }
  if (b.failed || t->text.failed) return -1;
  order(t);
  return 0;
}
