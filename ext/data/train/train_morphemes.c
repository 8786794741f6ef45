/* Learn the costs of words and connections from sentences with gold morphemes.
**
**     train_morphemes IMAGE GOLD WEIGHTS [epochs [TEST]]
**
** IMAGE is a dictionary image with mecab-ko-dic's own costs; GOLD has a line for each sentence,
** text TAB form/TAG ... (gold_morphemes.py); WEIGHTS is written: what to add to which cost. With TEST,
** in the form of GOLD, each round ends with the F1 of the averaged weights on it.
**
** Method: a structured perceptron with averaged weights and a margin. The score of a chain is
** minus its cost in the image over COST_UNIT plus the weights of its features. The chain to
** learn is the one that shares most morphemes with the gold, in order; among those the one that
** scores best. Each run of Hangul is learned twice: in its sentence, and by itself, as the search
** tokenizer sees it. Now and then a rare noun is hidden from the dictionary, so that the costs of
** unknown nouns are learnt on words that are like them. The order of sentences is shuffled with a fixed
** seed, so a second run gives the same file.
*/
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "morph/lattice.h"
#include "morph/tagset.h"
#include "text/hangul.h"

enum { COST_UNIT = 400, TABLE_BITS = 22, MAX_GOLD = 2000, N_TAG = KO_N_TAGS + 5, N_FINAL = 4 };
static const float STEP = 0.25f, MARGIN = 0.3f;

static void *must(void *p) {
  if (!p) {
    fprintf(stderr, "out of memory\n");
    exit(1);
  }
  return p;
}

/* ---- weights: dense arrays, each averaged over time ---- */

typedef struct weights {
  float *w;
  double *sum;
  int *last;
  size_t n;
} weights;

static int now = 1; /* updates so far */

static weights new_weights(size_t n) {
  weights x = {must(calloc(n, sizeof(float))), must(calloc(n, sizeof(double))),
               must(calloc(n, sizeof(int))), n};
  return x;
}

static void bump(weights *x, size_t i, float by) {
  x->sum[i] += (double)x->w[i] * (now - x->last[i]);
  x->last[i] = now;
  x->w[i] += by;
}

static float average(const weights *x, size_t i) {
  return (float)((x->sum[i] + (double)x->w[i] * (now - x->last[i])) / now);
}

/* ---- names: strings to small numbers ---- */

typedef struct names {
  char **name;
  unsigned *slot; /* 1 + number */
  unsigned n, room;
} names;

static unsigned hash(const char *s, size_t n) {
  unsigned h = 2166136261u;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)s[i]) * 16777619u;
  return h ^ h >> 15;
}

static unsigned number_of(names *t, const char *s, size_t n) {
  unsigned i = hash(s, n) & ((1u << TABLE_BITS) - 1);
  while (t->slot[i]) {
    const char *have = t->name[t->slot[i] - 1];
    if (strlen(have) == n && memcmp(have, s, n) == 0) return t->slot[i] - 1;
    i = (i + 1) & ((1u << TABLE_BITS) - 1);
  }
  if (t->n == t->room) {
    t->room = t->room * 2 + 1024;
    t->name = must(realloc(t->name, t->room * sizeof(char *)));
  }
  t->name[t->n] = must(malloc(n + 1));
  memcpy(t->name[t->n], s, n);
  t->name[t->n][n] = 0;
  t->slot[i] = t->n + 1;
  return t->n++;
}

static names new_names(void) {
  names t = {NULL, must(calloc(1u << TABLE_BITS, sizeof(unsigned))), 0, 0};
  return t;
}

/* ---- one convention for forms and tags ---- */

static const char *merged_tag(unsigned tag) {
  switch (tag) {
  case KO_TAG_NNP:
  case KO_TAG_XR: return "NNG";
  case KO_TAG_NNBC: return "NNB";
  case KO_TAG_VA:
  case KO_TAG_VX: return "VV";
  case KO_TAG_XSA: return "XSV";
  case KO_TAG_MAJ: return "MAG";
  case KO_TAG_JKC: return "JKS";
  case KO_TAG_SF:
  case KO_TAG_SP:
  case KO_TAG_SS:
  case KO_TAG_SE:
  case KO_TAG_SO:
  case KO_TAG_SW: return "S";
  default: return ko_tag_inner(tag);
  }
}

static int begins(const char *s, const char *with) {
  return strncmp(s, with, strlen(with)) == 0;
}

/* Replace the first `drop` bytes of `form` by `put`, which is no longer. */
static void respell(char *form, size_t drop, const char *put) {
  size_t n = strlen(form + drop), k = strlen(put);
  memmove(form + k, form + drop, n + 1);
  memcpy(form, put, k);
}

static void merge_form(char *f, unsigned tag) {
  char group = ko_tag_group(tag);
  if (group == 'E') {
    static const char *const same[][2] = {{"아", "어"}, {"여", "어"}, {"았", "었"}, {"였", "었"},
                                          {"은", "ㄴ"}, {"을", "ㄹ"}, {"음", "ㅁ"}, {"와", "워"}};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
      if (begins(f, same[i][0])) {
        respell(f, 3, same[i][1]);
        return;
      }
    if (begins(f, "는다"))
      respell(f, 3, "ㄴ");
    else if (begins(f, "습") && f[3])
      respell(f, 3, "ㅂ");
    else if (begins(f, "으") && f[3])
      respell(f, 3, "");
    else if (begins(f, "에요"))
      respell(f, 3, "어");
  } else if (tag == KO_TAG_JX && (!strcmp(f, "은") || !strcmp(f, "ㄴ")))
    strcpy(f, "는");
  else if (tag == KO_TAG_JKO && (!strcmp(f, "을") || !strcmp(f, "ㄹ")))
    strcpy(f, "를");
  else if (group == 'J' && begins(f, "으로"))
    respell(f, 3, "");
  else if (group == 'N') {
    static const char *const same[][2] = {{"거", "것"},     {"그거", "그것"}, {"이거", "이것"},
                                          {"저거", "저것"}, {"뭐", "무엇"},   {"머", "무엇"}};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
      if (!strcmp(f, same[i][0])) strcpy(f, same[i][1]);
  }
}

/* ---- nodes with their features ---- */

typedef struct extra { /* what training adds to a ko_node */
  unsigned canon[KO_MAX_PARTS], morph[KO_MAX_PARTS];
  unsigned word; /* number of the whole word, for words of several morphemes; else 0 */
  uint8_t n, first_tag, last_tag;
  float own; /* score of the node by itself */
} extra;

static ko_model model;
static names all_names;
static unsigned *gold_count;       /* how often each canonical morpheme stands in GOLD */
static const float HIDDEN = -1e6f; /* the own score of a node that is hidden */
static weights w_morph, w_word, w_tt, w_rt, w_tl, w_rl, w_fl, w_length, w_first, w_final, w_noun;

static void slice(ko_buf *b, const ko_text *t, size_t at, size_t n) {
  for (size_t i = 0; i < n; i++) ko_buf_char(b, t->ch[at + i].cp);
}

static void describe(const ko_lattice *l, const ko_node *node, extra *x) {
  ko_part part[KO_MAX_PARTS];
  uint16_t cuts;
  static ko_buf b, whole;
  size_t at = l->from + node->start;
  b.mem = whole.mem = &ko_mem_std;
  ko_buf_clear(&whole);
  if (node->origin == KO_ORIGIN_KNOWN) {
    x->n = (uint8_t)ko_model_expand(&model, node->what, node->length, part, &cuts);
  } else {
    memset(part, 0, sizeof *part);
    x->n = 1;
    part[0].tag = (uint8_t)node->what;
  }
  slice(&whole, l->text, at, node->length);
  for (int i = 0; i < x->n; i++) {
    char form[256];
    ko_buf_clear(&b);
    if (part[i].n_form)
      for (int k = 0; k < part[i].n_form; k++) ko_buf_char(&b, part[i].form[k]);
    else if (x->n == 1)
      slice(&b, l->text, at, node->length);
    else
      slice(&b, l->text, at + part[i].start, part[i].length);
    snprintf(form, sizeof form, "%.200s", ko_buf_text(&b));
    ko_buf_str(&whole, "+");
    ko_buf_str(&whole, form);
    ko_buf_str(&whole, "/");
    ko_buf_str(&whole, ko_tag_inner(part[i].tag));
    ko_buf_str(&b, "/");
    ko_buf_str(&b, ko_tag_inner(part[i].tag));
    if (node->origin == KO_ORIGIN_KNOWN)
      x->morph[i] = number_of(&all_names, b.data, b.n);
    else
      x->morph[i] = number_of(&all_names, "?", 1);
    merge_form(form, part[i].tag);
    for (char *c = form; *c; c++)
      if (*c >= 'A' && *c <= 'Z') *c = (char)(*c + 32);
    ko_buf_clear(&b);
    ko_buf_str(&b, form);
    ko_buf_str(&b, "/");
    ko_buf_str(&b, merged_tag(part[i].tag));
    x->canon[i] = number_of(&all_names, b.data, b.n);
  }
  x->first_tag = part[0].tag;
  x->last_tag = part[x->n - 1].tag;
  x->word = x->n > 1 ? number_of(&all_names, whole.data, whole.n) : 0;
}

/* A feature is a weight array and an index; both scoring and updating walk them through here. */
typedef void (*visit)(weights *w, size_t i, void *arg);

static void add_score(weights *w, size_t i, void *arg) {
  *(float *)arg += w->w[i];
}
static void add_bump(weights *w, size_t i, void *arg) {
  bump(w, i, *(float *)arg);
}

enum { N_USED = 16, N_LENGTH = 8, RARE = 2 };

static size_t noun_feature(const ko_node *node, const extra *x) {
  size_t length = node->length < N_LENGTH ? node->length : N_LENGTH - 1;
  return ((size_t)x->first_tag * N_USED + ((node->flags & KO_ENTRY_USED) >> 4)) * N_LENGTH + length;
}

static void node_features(const ko_lattice *l, const ko_node *node, const extra *x, visit f,
                          void *arg) {
  for (int i = 0; i < x->n; i++) f(&w_morph, x->morph[i], arg);
  if (x->word) f(&w_word, x->word, arg);
  if (node->flags & KO_ENTRY_NOUN) f(&w_noun, noun_feature(node, x), arg);
  if (node->origin == KO_ORIGIN_NAME) f(&w_length, 0, arg);
  if (node->origin == KO_ORIGIN_UNKNOWN) {
    const ko_char *c = l->text->ch + l->from + node->start;
    f(&w_length, node->length, arg);
    f(&w_first, model.codes[c[0].cp - 0xAC00], arg);
    f(&w_final, model.codes[c[node->length - 1].cp - 0xAC00], arg);
  }
}

static unsigned final_class(const ko_lattice *l, size_t place) {
  uint32_t c = place ? l->text->ch[l->from + place - 1].cp : 0;
  if (!ko_is_syllable(c)) return 3;
  return ko_final(c) == 0 ? 0 : ko_final(c) == KO_FINAL_L ? 1 : 2;
}

static void edge_features(unsigned right, unsigned tag_right, unsigned left, unsigned tag_left,
                          int space, unsigned fin, visit f, void *arg) {
  size_t s = (size_t)space;
  f(&w_tt, (s * N_TAG + tag_right) * N_TAG + tag_left, arg);
  f(&w_rt, (s * model.n_right + right) * N_TAG + tag_left, arg);
  f(&w_tl, (s * model.n_left + left) * N_TAG + tag_right, arg);
  f(&w_rl, (s * model.n_left + left) * model.n_right + right, arg);
  f(&w_fl, ((s * model.n_left) + left) * N_FINAL + fin, arg);
}

static float edge_score(unsigned right, unsigned tag_right, unsigned left, unsigned tag_left,
                        int space, unsigned fin) {
  float sum = (float)-ko_connect(&model, right, left, space) / COST_UNIT;
  edge_features(right, tag_right, left, tag_left, space, fin, add_score, &sum);
  return sum;
}

static unsigned boundary_tag(unsigned right) {
  return KO_N_TAGS + right;
}
static unsigned end_tag(unsigned left) {
  return KO_N_TAGS + left;
}

/* ---- decoding ---- */

typedef struct decoder {
  ko_lattice l;
  extra *x;
  size_t cap;
  float *best;
  int *back;
  int *path;
  size_t n_path;
} decoder;

static void prepare(decoder *d, const ko_text *t, size_t from, size_t to, unsigned rb,
                    unsigned lb) {
  if (ko_lattice_run(&d->l, t, from, to, rb, lb)) must(NULL);
  if (d->l.n > d->cap) {
    d->cap = d->l.n * 2;
    d->x = must(realloc(d->x, d->cap * sizeof *d->x));
    d->best = must(realloc(d->best, d->cap * sizeof *d->best));
    d->back = must(realloc(d->back, d->cap * sizeof *d->back));
    d->path = must(realloc(d->path, d->cap * sizeof *d->path));
  }
  for (size_t i = 0; i < d->l.n; i++) {
    const ko_node *node = &d->l.node[i];
    extra *x = &d->x[i];
    describe(&d->l, node, x);
    x->own = (float)-node->cost / COST_UNIT;
    node_features(&d->l, node, x, add_score, &x->own);
  }
}

static unsigned long long seed = 1;

static unsigned dice(unsigned sides) {
  seed = seed * 6364136223846793005ull + 1442695040888963407ull;
  return (unsigned)(seed >> 33) % sides;
}

static int same_span(const ko_node *a, const ko_node *b) {
  return a->start == b->start && a->length == b->length;
}

/* Where the dictionary has a noun, hide the unknown one, as the analyser does. But where the noun
** is a rare one, in the gold and in the texts that uses were counted in, hide the dictionary's
** instead, with the odds of 1 to 4. */
static void hide_nouns(decoder *d, const unsigned *gold, size_t n) {
  for (size_t i = 0; i < d->l.n; i++) {
    const ko_node *u = &d->l.node[i];
    int wanted = 0, known = 0, rare = 1;
    if (u->origin != KO_ORIGIN_UNKNOWN && u->origin != KO_ORIGIN_NAME) continue;
    for (size_t k = 0; k < d->l.n; k++) {
      if (!same_span(&d->l.node[k], u) || !(d->l.node[k].flags & KO_ENTRY_NOUN)) continue;
      known = 1;
      rare &= (d->l.node[k].flags & KO_ENTRY_USED) <= RARE << 4;
    }
    if (!known) continue;
    for (size_t j = 0; j < n; j++) wanted |= gold[j] == d->x[i].canon[0];
    if (!wanted || !rare || u->length < 2 || gold_count[d->x[i].canon[0]] > 2 || dice(5) > 0) {
      d->x[i].own = HIDDEN;
      continue;
    }
    for (size_t k = 0; k < d->l.n; k++)
      if (same_span(&d->l.node[k], u) && d->l.node[k].origin == KO_ORIGIN_KNOWN)
        d->x[k].own = HIDDEN;
  }
}

static float into(const decoder *d, int a, int b, size_t before) {
  const ko_node *node = &d->l.node[b];
  unsigned right = a < 0 ? d->l.right_boundary : d->l.node[a].right;
  unsigned tag = a < 0 ? boundary_tag(right) : d->x[a].last_tag;
  return edge_score(right, tag, node->left, d->x[b].first_tag, node->space,
                    final_class(&d->l, before));
}

static float ending(const decoder *d, int a) {
  return edge_score(d->l.node[a].right, d->x[a].last_tag, d->l.left_boundary,
                    end_tag(d->l.left_boundary), 0, 3);
}

static void keep_path(decoder *d, int last) {
  size_t n = 0;
  for (int i = last; i >= 0; i = d->back[i]) n++;
  d->n_path = n;
  for (int i = last; i >= 0; i = d->back[i]) d->path[--n] = i;
}

/* The best chain. Nodes whose `wanted` is 0 get MARGIN for each of their syllables, if given. */
static void decode(decoder *d, const char *wanted) {
  size_t length = ko_lattice_before(&d->l, d->l.to - d->l.from);
  int last = -1;
  float top = -1e30f;
  for (size_t i = 0; i < d->l.n; i++) {
    size_t before = ko_lattice_before(&d->l, d->l.node[i].start);
    d->best[i] = -1e30f;
    d->back[i] = -1;
    if (before == 0)
      d->best[i] = into(d, -1, (int)i, before);
    else
      for (int a = d->l.ends[before]; a >= 0; a = d->l.node[a].next_end) {
        float s = d->best[a] + into(d, a, (int)i, before);
        if (s > d->best[i]) d->best[i] = s, d->back[i] = a;
      }
    d->best[i] += d->x[i].own + (wanted && !wanted[i] ? MARGIN * (float)d->x[i].n : 0);
  }
  for (int a = length ? d->l.ends[length] : -1; a >= 0; a = d->l.node[a].next_end) {
    float s = d->best[a] + ending(d, a);
    if (s > top) top = s, last = a;
  }
  keep_path(d, last);
}

/* The chain that shares most morphemes with gold[0..n), in order, then scores best. */
static void oracle(decoder *d, const unsigned *gold, size_t n) {
  enum { SLACK = 14 };
  const float EACH = 40;
  size_t length = ko_lattice_before(&d->l, d->l.to - d->l.from), width = n + 1, seen = 0;
  float *best = must(malloc(d->l.n * width * sizeof *best)), *in = must(malloc(width * sizeof *in));
  int *back = must(malloc(d->l.n * width * sizeof *back)),
      *from = must(malloc(width * sizeof *from));
  unsigned short *row0 = must(malloc(d->l.n * width * sizeof *row0));
  size_t *count = must(calloc(length + 1, sizeof *count)), total;
  int last = -1, last_j = 0;
  float top = -1e30f;
  for (size_t i = 0; i < length; i++) {
    if (d->l.text->klass[d->l.from + i] != KO_CLASS_SPACE) seen++;
    count[i + 1] = seen;
  }
  total = seen ? seen : 1;
#define LOW(place)  ((long)(count[place] * n / total) - SLACK - (long)n / 8)
#define HIGH(place) ((long)(count[place] * n / total) + SLACK + (long)n / 8)
  for (size_t i = 0; i < d->l.n; i++) {
    const ko_node *node = &d->l.node[i];
    const extra *x = &d->x[i];
    size_t before = ko_lattice_before(&d->l, node->start), end = node->start + node->length;
    long lo = LOW(end), hi = HIGH(end);
    for (size_t j = 0; j < width; j++) best[i * width + j] = in[j] = -1e30f, from[j] = -1;
    if (before == 0)
      in[0] = into(d, -1, (int)i, before);
    else
      for (int a = d->l.ends[before]; a >= 0; a = d->l.node[a].next_end) {
        float s = into(d, a, (int)i, before);
        for (size_t j = 0; j < width; j++)
          if (best[(size_t)a * width + j] + s > in[j])
            in[j] = best[(size_t)a * width + j] + s, from[j] = a;
      }
    for (size_t j = 0; j < width; j++) {
      int row[KO_MAX_PARTS + 1] = {0}; /* longest common subsequence with gold[j..k) */
      if (in[j] < -1e29f) continue;
      for (size_t k = j; k < width && k <= j + x->n + 3; k++) {
        float s;
        if (k > j)
          for (int p = 1, diagonal = 0; p <= x->n; p++) {
            int old = row[p], match = diagonal + (x->canon[p - 1] == gold[k - 1]);
            row[p] = row[p] > row[p - 1] ? row[p] : row[p - 1];
            if (match > row[p]) row[p] = match;
            diagonal = old;
          }
        if ((long)k < lo || (long)k > hi) continue;
        s = in[j] + x->own + EACH * (float)row[x->n];
        if (s > best[i * width + k]) {
          best[i * width + k] = s;
          back[i * width + k] = from[j];
          row0[i * width + k] = (unsigned short)j;
        }
      }
    }
  }
  for (int a = length ? d->l.ends[length] : -1; a >= 0; a = d->l.node[a].next_end)
    for (size_t j = 0; j < width; j++) {
      float s = best[(size_t)a * width + j] + ending(d, a);
      if (s > top) top = s, last = a, last_j = (int)j;
    }
  d->n_path = 0;
  for (int a = last, j = last_j; a >= 0;) {
    size_t at = (size_t)a * width + (size_t)j;
    d->path[d->n_path++] = a;
    a = back[at];
    j = row0[at];
  }
  for (size_t i = 0; i < d->n_path / 2; i++) {
    int t = d->path[i];
    d->path[i] = d->path[d->n_path - 1 - i];
    d->path[d->n_path - 1 - i] = t;
  }
  free(best), free(in), free(back), free(from), free(row0), free(count);
}

/* ---- compounds ---- */

typedef struct sentence {
  char *text;
  unsigned *gold;
  size_t n_text, n_gold;
} sentence;

/* A gold noun that the dictionary lacks but that is made of nouns which it has (보호관찰소) is learnt
** as those: treebanks disagree on where to split, and whoever searches wants the parts. Appends to
** out[] and returns how many, 0 to keep the noun whole. */
static size_t split_compound(decoder *d, ko_text *t, const char *noun, unsigned *out) {
  size_t n_bytes = strcspn(noun, "/"), n = 0;
  ko_reader r;
  int best[64], back[64], length;
  if (strcmp(noun + n_bytes, "/NNG") != 0) return 0;
  ko_reader_init(&r, noun, n_bytes);
  ko_text_clear(t);
  if (ko_text_read(t, &r, 64)) must(NULL);
  length = (int)t->n;
  if (length < 4 || length > 40) return 0;
  for (int i = 0; i < length; i++)
    if (t->klass[i] != KO_CLASS_HANGUL) return 0;
  prepare(d, t, 0, t->n, KO_RIGHT_ALONE, KO_LEFT_ALONE);
  for (int i = 1; i <= length; i++) best[i] = 1 << 29;
  best[0] = 0;
  for (int at = 0; at < length; at++) {
    if (best[at] >= 1 << 29) continue;
    for (size_t k = 0; k < d->l.n; k++) {
      const ko_node *node = &d->l.node[k];
      int end = (int)(node->start + node->length),
          suffix = node->length == 1 && d->x[k].first_tag == KO_TAG_XSN;
      if ((int)node->start != at || node->origin != KO_ORIGIN_KNOWN || d->x[k].n != 1) continue;
      if (!(suffix && at > 0) && !((node->flags & KO_ENTRY_NOUN) && node->length > 1)) continue;
      if (node->length == length) return 0;
      if (best[at] + 6000 + node->cost < best[end])
        best[end] = best[at] + 6000 + node->cost, back[end] = (int)k;
    }
  }
  if (best[length] >= 1 << 29) return 0;
  for (int at = length; at > 0; at = (int)d->l.node[back[at]].start)
    out[n++] = d->x[back[at]].canon[0];
  for (size_t i = 0; i < n / 2; i++) {
    unsigned swap = out[i];
    out[i] = out[n - 1 - i];
    out[n - 1 - i] = swap;
  }
  return n;
}

static void split_compounds(decoder *d, ko_text *t, sentence *all, size_t n) {
  size_t split = 0;
  for (size_t i = 0; i < n; i++) {
    unsigned *gold = must(malloc((all[i].n_gold * 20 + 1) * sizeof *gold));
    size_t k = 0;
    for (size_t j = 0; j < all[i].n_gold; j++) {
      size_t parts = split_compound(d, t, all_names.name[all[i].gold[j]], gold + k);
      if (!parts) gold[k++] = all[i].gold[j];
      k += parts;
      split += parts > 0;
    }
    free(all[i].gold);
    all[i].gold = gold;
    all[i].n_gold = k;
  }
  fprintf(stderr, "%zu compounds split\n", split);
}

/* ---- learning ---- */

static void update(decoder *d, const int *path, size_t n, float by) {
  int before = -1;
  for (size_t i = 0; i < n; i++) {
    const ko_node *node = &d->l.node[path[i]];
    unsigned right = before < 0 ? d->l.right_boundary : d->l.node[before].right;
    unsigned tag = before < 0 ? boundary_tag(right) : d->x[before].last_tag;
    node_features(&d->l, node, &d->x[path[i]], add_bump, &by);
    edge_features(right, tag, node->left, d->x[path[i]].first_tag, node->space,
                  final_class(&d->l, ko_lattice_before(&d->l, node->start)), add_bump, &by);
    before = path[i];
  }
  if (before >= 0)
    edge_features(d->l.node[before].right, d->x[before].last_tag, d->l.left_boundary,
                  end_tag(d->l.left_boundary), 0, 3, add_bump, &by);
}

/* Move towards chain want[0..n); returns 1 if the model had it right already. */
static int learn(decoder *d, const int *want, size_t n) {
  char *wanted = must(calloc(d->l.n + 1, 1));
  int right;
  for (size_t i = 0; i < n; i++) wanted[want[i]] = 1;
  decode(d, wanted);
  right = d->n_path == n && (n == 0 || memcmp(d->path, want, n * sizeof *want) == 0);
  if (!right) {
    update(d, want, n, STEP);
    update(d, d->path, d->n_path, -STEP);
  }
  now++;
  free(wanted);
  return right;
}

static sentence *read_gold(const char *path, size_t *count) {
  FILE *f = fopen(path, "rb");
  static char line[1 << 18];
  sentence *all = NULL;
  size_t n = 0, room = 0;
  if (!f) {
    perror(path);
    exit(1);
  }
  while (fgets(line, sizeof line, f)) {
    char *tab = strchr(line, '\t'), *m;
    sentence *s;
    if (!tab) continue;
    *tab = 0;
    if (n == room) all = must(realloc(all, (room = room * 2 + 1024) * sizeof *all));
    s = &all[n++];
    s->n_text = strlen(line);
    s->text = must(malloc(s->n_text + 1));
    memcpy(s->text, line, s->n_text + 1);
    s->gold = must(malloc(MAX_GOLD * sizeof *s->gold));
    s->n_gold = 0;
    for (m = strtok(tab + 1, " \n"); m && s->n_gold < MAX_GOLD; m = strtok(NULL, " \n"))
      s->gold[s->n_gold++] = number_of(&all_names, m, strlen(m));
    s->gold = must(realloc(s->gold, (s->n_gold + 1) * sizeof *s->gold));
  }
  fclose(f);
  *count = n;
  return all;
}

/* The boundary class of a run of Hangul that starts at character `at`, analysed by itself. */
static unsigned alone_after(const ko_text *t, size_t at) {
  static const char closing[] = ")]}>\"'";
  uint32_t c;
  if (at == 0 || t->klass[at - 1] == KO_CLASS_SPACE) return KO_RIGHT_ALONE;
  if (t->klass[at - 1] == KO_CLASS_DIGIT) return KO_RIGHT_AFTER_DIGIT;
  if (t->klass[at - 1] != KO_CLASS_SYMBOL) return KO_RIGHT_AFTER_LETTER;
  c = t->ch[at - 1].cp;
  if ((c < 0x80 && strchr(closing, (int)c)) || c == 0x201D || c == 0x2019 || c == 0x300B ||
      c == 0x3009 || c == 0x300D || c == 0x300F || c == 0x3011)
    return KO_RIGHT_AFTER_CLOSE;
  return KO_RIGHT_ALONE;
}

typedef struct want { /* a node of the chain to learn, found again in another lattice */
  size_t start;       /* character of the text */
  ko_node node;
} want;

/* What the sentence hid from the dictionary is hidden in the run too. */
static void show_unknown(decoder *d, size_t start, size_t length) {
  for (size_t i = 0; i < d->l.n; i++) {
    if (d->l.node[i].start != start || d->l.node[i].length != length) continue;
    if (d->l.node[i].origin == KO_ORIGIN_KNOWN) {
      d->x[i].own = HIDDEN;
    } else if (d->x[i].own <= HIDDEN) {
      d->x[i].own = (float)-d->l.node[i].cost / COST_UNIT;
      node_features(&d->l, &d->l.node[i], &d->x[i], add_score, &d->x[i].own);
    }
  }
}

static void learn_runs(decoder *d, const ko_text *t, const want *chain, size_t n, size_t right[2]) {
  static int path[4096];
  for (size_t at = 0; at < t->n;) {
    size_t end = at, k = 0;
    if (t->klass[at] != KO_CLASS_HANGUL) {
      at++;
      continue;
    }
    while (end < t->n && t->klass[end] == KO_CLASS_HANGUL) end++;
    prepare(d, t, at, end, alone_after(t, at), KO_LEFT_ALONE);
    hide_nouns(d, NULL, 0);
    for (size_t i = 0; i < n && k < 4096; i++) {
      if (chain[i].start < at || chain[i].start >= end) continue;
      if (chain[i].node.origin == KO_ORIGIN_UNKNOWN || chain[i].node.origin == KO_ORIGIN_NAME)
        show_unknown(d, chain[i].start - at, chain[i].node.length);
      for (size_t j = 0; j < d->l.n; j++) {
        const ko_node *a = &d->l.node[j], *b = &chain[i].node;
        if (a->start + at == chain[i].start && a->length == b->length && a->what == b->what &&
            a->left == b->left && a->right == b->right && a->origin == b->origin) {
          path[k++] = (int)j;
          break;
        }
      }
    }
    if (k) {
      right[0] += (size_t)learn(d, path, k);
      right[1]++;
    }
    at = end;
  }
}

static void epoch(decoder *d, sentence *all, const size_t *order, size_t n, ko_text *t) {
  size_t right[2] = {0, 0}, alone[2] = {0, 0};
  for (size_t i = 0; i < n; i++) {
    sentence *s = &all[order[i]];
    ko_reader r;
    int *path;
    want *chain;
    size_t n_path;
    ko_reader_init(&r, s->text, s->n_text);
    ko_text_clear(t);
    if (ko_text_read(t, &r, KO_MAX_STRETCH)) must(NULL);
    prepare(d, t, 0, t->n, KO_RIGHT_BOS, KO_LEFT_EOS);
    hide_nouns(d, s->gold, s->n_gold);
    oracle(d, s->gold, s->n_gold);
    n_path = d->n_path;
    path = must(malloc((n_path + 1) * sizeof *path));
    memcpy(path, d->path, n_path * sizeof *path);
    chain = must(malloc((n_path + 1) * sizeof *chain));
    for (size_t k = 0; k < n_path; k++) {
      chain[k].node = d->l.node[path[k]];
      chain[k].start = chain[k].node.start;
    }
    right[0] += (size_t)learn(d, path, n_path);
    right[1]++;
    learn_runs(d, t, chain, n_path, alone);
    free(path), free(chain);
  }
  fprintf(stderr, "sentences right %zu of %zu, runs alone %zu of %zu\n", right[0], right[1],
          alone[0], alone[1]);
}

/* Swap the weights with their averages; a second call swaps them back. */
static void swap_averages(void) {
  static weights *const every[] = {&w_morph, &w_word,   &w_tt,    &w_rt,    &w_tl,  &w_rl,
                                   &w_fl,    &w_length, &w_first, &w_final, &w_noun};
  static float *kept[sizeof every / sizeof *every];
  for (size_t k = 0; k < sizeof every / sizeof *every; k++) {
    weights *x = every[k];
    if (kept[k]) {
      free(x->w);
      x->w = kept[k];
      kept[k] = NULL;
      continue;
    }
    kept[k] = x->w;
    x->w = must(malloc(x->n * sizeof *x->w));
    for (size_t i = 0; i < x->n; i++)
      x->w[i] = (float)((x->sum[i] + (double)kept[k][i] * (now - x->last[i])) / now);
  }
}

static void evaluate(decoder *d, sentence *all, size_t n, ko_text *t) {
  size_t both = 0, gold = 0, mine = 0;
  swap_averages();
  for (size_t i = 0; i < n; i++) {
    sentence *s = &all[i];
    ko_reader r;
    char *used = must(calloc(s->n_gold + 1, 1));
    ko_reader_init(&r, s->text, s->n_text);
    ko_text_clear(t);
    if (ko_text_read(t, &r, KO_MAX_STRETCH)) must(NULL);
    prepare(d, t, 0, t->n, KO_RIGHT_BOS, KO_LEFT_EOS);
    hide_nouns(d, NULL, 0);
    decode(d, NULL);
    gold += s->n_gold;
    for (size_t k = 0; k < d->n_path; k++) {
      const extra *x = &d->x[d->path[k]];
      for (int p = 0; p < x->n; p++) {
        mine++;
        for (size_t j = 0; j < s->n_gold; j++)
          if (!used[j] && s->gold[j] == x->canon[p]) {
            used[j] = 1;
            both++;
            break;
          }
      }
    }
    free(used);
  }
  swap_averages();
  fprintf(stderr, "test F1 %.2f\n", 200.0 * (double)both / (double)(gold + mine));
}

/* ---- writing ---- */

static int cost_of(const weights *x, size_t i) {
  return (int)lrintf(-average(x, i) * COST_UNIT);
}

static void write_names(FILE *f, const char *kind, const weights *x) {
  for (size_t i = 0; i < all_names.n; i++)
    if (abs(cost_of(x, i)) >= 8) fprintf(f, "%s\t%s\t%d\n", kind, all_names.name[i], cost_of(x, i));
}

static void write_grid(FILE *f, const char *kind, const weights *x, size_t rows, size_t columns) {
  for (size_t i = 0; i < x->n; i++)
    if (abs(cost_of(x, i)) >= 8)
      fprintf(f, "%s\t%zu\t%zu\t%zu\t%d\n", kind, i / columns / rows, i / columns % rows,
              i % columns, cost_of(x, i));
}

static void write_weights(const char *path) {
  FILE *f = fopen(path, "wb");
  if (!f) {
    perror(path);
    exit(1);
  }
  write_names(f, "morph", &w_morph);
  write_names(f, "word", &w_word);
  write_grid(f, "tag-tag", &w_tt, N_TAG, N_TAG);
  write_grid(f, "right-tag", &w_rt, model.n_right, N_TAG);
  write_grid(f, "left-tag", &w_tl, model.n_left, N_TAG);
  write_grid(f, "left-right", &w_rl, model.n_left, model.n_right);
  write_grid(f, "left-final", &w_fl, model.n_left, N_FINAL);
  write_grid(f, "noun", &w_noun, N_USED, N_LENGTH);
  write_grid(f, "length", &w_length, 1, KO_MAX_UNKNOWN + 1);
  write_grid(f, "first", &w_first, 1, 4096);
  write_grid(f, "final", &w_final, 1, 4096);
  fclose(f);
}

static void *slurp(const char *path, size_t *n) {
  FILE *f = fopen(path, "rb");
  void *p;
  if (!f || fseek(f, 0, SEEK_END)) {
    perror(path);
    exit(1);
  }
  *n = (size_t)ftell(f);
  rewind(f);
  p = must(aligned_alloc(64, (*n + 63) / 64 * 64));
  if (fread(p, 1, *n, f) != *n) exit(1);
  fclose(f);
  return p;
}

int main(int argc, char **argv) {
  size_t size = 0, n, n_test = 0, *order, epochs = argc > 4 ? (size_t)atoi(argv[4]) : 8;
  const char *error;
  void *image;
  sentence *all, *test = NULL;
  decoder d;
  ko_text t;
  if (argc < 4) {
    fprintf(stderr, "usage: train_morphemes IMAGE GOLD WEIGHTS [epochs [TEST]]\n");
    return 2;
  }
  image = slurp(argv[1], &size);
  error = ko_model_open(&model, image, size);
  if (error) {
    fprintf(stderr, "%s: %s\n", argv[1], error);
    return 1;
  }
  all_names = new_names();
  all = read_gold(argv[2], &n);
  if (argc > 5) test = read_gold(argv[5], &n_test);
  gold_count = must(calloc(1u << TABLE_BITS, sizeof *gold_count));
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < all[i].n_gold; k++) gold_count[all[i].gold[k]]++;
  w_morph = new_weights(1u << TABLE_BITS);
  w_word = new_weights(1u << TABLE_BITS);
  w_tt = new_weights(2 * N_TAG * N_TAG);
  w_rt = new_weights((size_t)2 * model.n_right * N_TAG);
  w_tl = new_weights((size_t)2 * model.n_left * N_TAG);
  w_rl = new_weights((size_t)2 * model.n_left * model.n_right);
  w_fl = new_weights((size_t)2 * model.n_left * N_FINAL);
  w_length = new_weights(KO_MAX_UNKNOWN + 1);
  w_noun = new_weights(KO_N_TAGS * N_USED * N_LENGTH);
  w_first = new_weights(4096);
  w_final = new_weights(4096);
  memset(&d, 0, sizeof d);
  ko_lattice_init(&d.l, &model, &ko_mem_std);
  d.l.all_unknown = 1;
  ko_text_init(&t, &ko_mem_std);
  split_compounds(&d, &t, all, n);
  order = must(malloc(n * sizeof *order));
  for (size_t i = 0; i < n; i++) order[i] = i;
  for (size_t e = 0; e < epochs; e++) {
    for (size_t i = n; i-- > 1;) {
      size_t k = dice((unsigned)i + 1), swap = order[i];
      order[i] = order[k];
      order[k] = swap;
    }
    epoch(&d, all, order, n, &t);
    if (test) evaluate(&d, test, n_test, &t);
  }
  write_weights(argv[3]);
  return 0;
}
