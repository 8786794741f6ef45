#include "extract/names.h"

#include <string.h>

#include "morph/tagset.h"

extern const unsigned char ko_names_data[], ko_names_end[]; /* data/image.S */

enum { MAX_WINDOW = 1024 }; /* units decoded at a time; a longer sentence is cut */
enum { PAD = 16 };          /* scores of a unit, room for KO_N_NAME_LABELS */
enum { IMPOSSIBLE = -(1 << 28) };

/* ---- the model ---- */

const char *ko_name_model_open(ko_name_model *m, const void *image, size_t n) {
  const ko_name_header *h = image;
  size_t filter, weights, words;
  memset(m, 0, sizeof *m);
  if (n < sizeof *h || memcmp(h->magic, "KONAMES", 8) != 0) return "not a model of names";
  if (h->version != KO_NAMES_VERSION || h->n_labels != KO_N_NAME_LABELS) return "the model of names is of another version";
  if (h->filter_bits < 6 || h->filter_bits > 24 || h->feature_bits == 0 || h->feature_bits > 24 ||
      h->lexicon_bits > 24 || h->unit <= 0)
    return "the model of names is damaged";
  filter = (size_t)1 << (h->filter_bits - 3);
  weights = sizeof(ko_name_weights) << h->feature_bits;
  words = h->lexicon_bits ? sizeof(ko_name_word) << h->lexicon_bits : 0;
  if (n != sizeof *h + filter + weights + words) return "the model of names is cut off";
  m->header = h;
  m->filter = (const uint8_t *)(h + 1);
  m->weights = (const ko_name_weights *)(const void *)(m->filter + filter);
  m->lexicon.slot = (const ko_name_word *)(const void *)(m->filter + filter + weights);
  m->lexicon.bits = h->lexicon_bits;
  return NULL;
}

/* The slot of a key; one with another key if the model has no weights of it. */
static const ko_name_weights *slot_of(const ko_name_model *m, uint32_t key) {
  uint32_t mask = (1u << m->header->feature_bits) - 1, i = key & mask;
  for (uint32_t k = 0; m->weights[i].key != key && m->weights[i].key != 0 && k <= mask; k++) i = (i + 1) & mask;
  return &m->weights[i];
}

/* Say ahead that the weights of this key will be asked for: they lie far apart in memory. */
static void expect_weights(const ko_name_model *m, uint32_t key) {
#ifdef __GNUC__
  __builtin_prefetch(&m->weights[key & ((1u << m->header->feature_bits) - 1)]);
#else
  (void)m, (void)key;
#endif
}

/* ---- decoding ---- */

typedef struct window { /* room for MAX_WINDOW units */
  int32_t score[MAX_WINDOW][PAD];
  uint8_t back[MAX_WINDOW][PAD];
  uint8_t label[MAX_WINDOW];
  ko_name_units units;
} window;

typedef struct features {
  uint32_t key[KO_MAX_NAME_FEATURES];
  int n;
} features;

/* The features of unit i that the model may have weights of. */
static void read_features(const ko_name_model *m, const ko_name_units *u, size_t i, features *f) {
  int n = ko_name_features(u, i, f->key);
  unsigned shift = 32 - m->header->filter_bits;
  f->n = 0;
  for (int k = 0; k < n; k++) {
    uint32_t bit = f->key[k] >> shift;
    f->key[f->n] = f->key[k];
    f->n += m->filter[bit >> 3] >> (bit & 7) & 1;
  }
  for (int k = 0; k < f->n; k++) expect_weights(m, f->key[k]);
}

_Static_assert(sizeof(ko_name_weights) == PAD, "added up as bytes");

/* All bytes of an entry are added up, those of its key for nothing, so that the machine can add them
** at once. */
static void score_unit(const ko_name_model *m, const features *f, int32_t score[PAD]) {
  int16_t sum[PAD] = {0};
  for (int k = 0; k < f->n; k++) {
    const ko_name_weights *w = slot_of(m, f->key[k]);
    const int8_t *byte = (const int8_t *)w;
    if (w->key != f->key[k]) continue;
    for (int j = 0; j < PAD; j++) sum[j] = (int16_t)(sum[j] + byte[j]);
  }
  memset(score, 0, PAD * sizeof *score);
  for (int l = 1; l < KO_N_NAME_LABELS; l++) score[l] = sum[offsetof(ko_name_weights, weight) + (size_t)l - 1];
}

/* The labels that each label may follow. */
typedef struct source {
  int n;
  uint8_t label[1 + 2 * KO_N_NAME_TYPES];
} source;
#define CLOSED {7, {0, 3, 4, 7, 8, 11, 12}} /* label 0, last and single units */
#define OPEN(type) {2, {1 + 4 * (type), 2 + 4 * (type)}}
#define TYPE(type) CLOSED, OPEN(type), OPEN(type), CLOSED
static const source sources[KO_N_NAME_LABELS] = {CLOSED, TYPE(0), TYPE(1), TYPE(2)};

/* Label units [from, from + n) of w->units. */
static void decode(const ko_name_model *m, window *w, size_t from, size_t n) {
  int32_t best[KO_N_NAME_LABELS] = {0}, next[KO_N_NAME_LABELS];
  features f[2]; /* of this unit and of the next one, whose weights are on their way from memory */
  int last = 0;
  for (int l = 1; l < KO_N_NAME_LABELS; l++) best[l] = IMPOSSIBLE;
  if (n) read_features(m, &w->units, from, &f[0]);
  for (size_t i = 0; i < n; i++) {
    if (i + 1 < n) read_features(m, &w->units, from + i + 1, &f[(i + 1) % 2]);
    score_unit(m, &f[i % 2], w->score[i]);
    for (int to = 0; to < KO_N_NAME_LABELS; to++) {
      const source *x = &sources[to];
      int arg = x->label[0];
      int32_t top = best[arg] + m->header->step[arg][to];
      for (int k = 1; k < x->n; k++) {
        int l = x->label[k];
        int32_t s = best[l] + m->header->step[l][to];
        if (s > top) top = s, arg = l;
      }
      next[to] = top + w->score[i][to];
      w->back[i][to] = (uint8_t)arg;
    }
    memcpy(best, next, sizeof best);
  }
  for (int l = 1; l < KO_N_NAME_LABELS; l++)
    if (ko_name_follows(l, 0) && best[l] > best[last]) last = l;
  for (size_t i = n; i-- > 0; last = w->back[i][last]) w->label[i] = (uint8_t)last;
}

/* How much likelier, in thousandths, the label of unit i is than any other one between the labels
** that its neighbours have. */
static int confidence(const ko_name_model *m, const window *w, size_t i, size_t n) {
  int mine = w->label[i];
  int32_t gap = INT32_MAX, mine_score = 0;
  for (int pass = 0; pass < 2; pass++) {
    for (int l = 0; l < KO_N_NAME_LABELS; l++) {
      int32_t s = w->score[i][l];
      if ((l == mine) != (pass == 0)) continue;
      if (!ko_name_follows(i > 0 ? w->label[i - 1] : 0, l) || !ko_name_follows(l, i + 1 < n ? w->label[i + 1] : 0)) continue;
      s += m->header->step[i > 0 ? w->label[i - 1] : 0][l];
      if (i + 1 < n) s += m->header->step[l][w->label[i + 1]];
      if (pass == 0) mine_score = s;
      else if (mine_score - s < gap) gap = mine_score - s;
    }
  }
  if (gap == INT32_MAX) return 1000;
  if (gap < 0) gap = 0;
  return (int)(1000 * (int64_t)(gap + m->header->unit) / (gap + 2 * (int64_t)m->header->unit));
}

static int gather(const ko_name_model *m, const window *w, size_t from, size_t n, uint32_t sentence, ko_mentions *out) {
  static const ko_mention_type type_of[KO_N_NAME_TYPES] = {KO_PERSON, KO_ORGANIZATION, KO_LOCATION};
  for (size_t i = 0; i < n; i++) {
    size_t first = i;
    int score;
    if (w->label[i] == 0) continue;
    score = confidence(m, w, i, n);
    while (ko_name_opens(w->label[i])) {
      int s = confidence(m, w, ++i, n);
      if (s < score) score = s;
    }
    if (!ko_mentions_add(out, type_of[ko_name_label_type(w->label[i])], w->units.unit[from + first].start,
                         w->units.unit[from + i].end, sentence, score))
      return -1;
  }
  return 0;
}

static int find_in(const ko_name_model *m, window *w, const ko_document *d, ko_mentions *out) {
  for (size_t s = 0; s < d->sentences.n; s++) {
    if (ko_name_units_read(&w->units, d, d->first[s], d->first[s + 1])) return -1;
    for (size_t from = 0; from < w->units.n; from += MAX_WINDOW) {
      size_t n = w->units.n - from < MAX_WINDOW ? w->units.n - from : MAX_WINDOW;
      decode(m, w, from, n);
      if (gather(m, w, from, n, (uint32_t)s, out)) return -1;
    }
  }
  return 0;
}

int ko_name_model_find(const ko_name_model *m, const ko_document *d, ko_mentions *out) {
  window *w = ko_alloc(d->mem, sizeof *w);
  int rc;
  if (!w) return -1;
  ko_name_units_init(&w->units, d->mem, &m->lexicon);
  rc = find_in(m, w, d, out);
  ko_name_units_free(&w->units);
  ko_free(d->mem, w);
  return rc;
}

/* ---- the model inside the extension ---- */

int ko_names_find(const ko_document *d, ko_mentions *out) {
  ko_name_model m;
  if (ko_name_model_open(&m, ko_names_data, (size_t)(ko_names_end - ko_names_data))) return 0; /* no model, no names */
  return ko_name_model_find(&m, d, out);
}
