#include "extract/names/names.h"

#include <string.h>

#include "morph/tagset.h"

extern const unsigned char ko_names_data[], ko_names_end[]; /* data/image.S */

/* Units decoded at a time. Of a longer sentence what stands behind the last unit outside of names is
** decoded again, with what follows; the last MARGIN units do not count as read. */
enum { MAX_WINDOW = 1024, MARGIN = 32 };
enum { MAX_PIECE = 8192 }; /* morphemes read at a time; a longer sentence is cut there */
enum { AHEAD = 2 };        /* units whose features are read before they are needed */
enum { PAD = 16 };         /* scores of a unit, room for KO_N_NAME_LABELS */

/* ---- the model ---- */

const char *ko_name_model_open(ko_name_model *m, const void *image, size_t n) {
  const ko_name_header *h = image;
  size_t filter, weights, words;
  memset(m, 0, sizeof *m);
  if (n < sizeof *h || memcmp(h->magic, "KONAMES", 8) != 0) return "not a model of names";
  if (h->version != KO_NAMES_VERSION || h->n_labels != KO_N_NAME_LABELS)
    return "the model of names is of another version";
  if (h->filter_bits < 6 || h->filter_bits > 24 || h->feature_bits == 0 || h->feature_bits > 24 ||
      h->lexicon_bits > 24 || h->unit <= 0)
    return "the model of names is damaged";
  filter = (size_t)1 << (h->filter_bits - 3);
  weights = sizeof(ko_name_weights) << h->feature_bits;
  words = h->lexicon_bits ? sizeof(ko_name_word) << h->lexicon_bits : 0;
  if (n != sizeof *h + filter + weights + words) return "the model of names is cut off";
  for (int a = 0; a < KO_N_NAME_LABELS; a++)
    for (int b = 0; b < KO_N_NAME_LABELS; b++)
      if (h->step[a][b] > KO_MAX_NAME_STEP || h->step[a][b] < -KO_MAX_NAME_STEP)
        return "the model of names is damaged";
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
  for (uint32_t k = 0; m->weights[i].key != key && m->weights[i].key != 0 && k <= mask; k++)
    i = (i + 1) & mask;
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
  int16_t best[MAX_WINDOW][PAD]; /* of the best chain up to here, less that of the best label */
  uint8_t label[MAX_WINDOW];
  ko_name_units units;
} window;

typedef struct features {
  uint32_t key[KO_MAX_NAME_FEATURES];
  int n;
} features;

/* The features of unit i that the model may have weights of. */
static void read_features(const ko_name_model *m, const ko_name_units *u, size_t i, features *f) {
  uint32_t *key = f->key;
  const uint8_t *filter = m->filter;
  unsigned shift = 32 - m->header->filter_bits;
  int n = ko_name_features(u, i, key), kept = 0;
  for (int k = 0; k < n; k++) {
    uint32_t x = key[k], bit = x >> shift;
    key[kept] = x;
    kept += filter[bit >> 3] >> (bit & 7) & 1;
  }
  for (int k = 0; k < kept; k++) expect_weights(m, key[k]);
  f->n = kept;
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
  for (int l = 1; l < KO_N_NAME_LABELS; l++)
    score[l] = sum[offsetof(ko_name_weights, weight) + (size_t)l - 1];
}

/* ---- Viterbi ----
**
** What may follow what falls into two parts: a label that leaves no name open (0, last, single) is
** followed by one that begins anew (0, first, single); first and middle by middle and last of their
** type. The scores of a step are kept in 16 bits, less those of the best label, so that a machine
** finds eight maxima at once. */

enum { N_CLOSED = 1 + 2 * KO_N_NAME_TYPES, LANES = 8, FAR = -16000 };
static const uint8_t closed[N_CLOSED] = {0, 3,  4, 7,
                                         8, 11, 12};          /* labels that leave no name open */
static const uint8_t anew[N_CLOSED] = {0, 1, 4, 5, 8, 9, 12}; /* labels that may follow them */

typedef struct steps {
  int16_t closed[N_CLOSED][LANES]; /* from closed[k] to anew[j] */
} steps;

static int16_t clamp(int32_t v) {
  return (int16_t)(v < FAR ? FAR : v);
}

static void step(const ko_name_model *m, const steps *s, const int16_t before[PAD],
                 const int32_t score[PAD], int16_t now[PAD]) {
  int16_t top[LANES];
  int32_t raw[KO_N_NAME_LABELS], best;
  for (int j = 0; j < LANES; j++) top[j] = INT16_MIN;
  for (int k = 0; k < N_CLOSED; k++) {
    int16_t from = before[closed[k]];
    for (int j = 0; j < LANES; j++) {
      int16_t x = (int16_t)(from + s->closed[k][j]);
      top[j] = x > top[j] ? x : top[j];
    }
  }
  for (int j = 0; j < N_CLOSED; j++) raw[anew[j]] = top[j] + score[anew[j]];
  for (int first = 1; first < KO_N_NAME_LABELS; first += KO_N_NAME_PLACES)
    for (int to = first + KO_NAME_MIDDLE; to <= first + KO_NAME_LAST; to++) {
      int32_t begun = before[first] + m->header->step[first][to],
              on = before[first + 1] + m->header->step[first + 1][to];
      raw[to] = (begun > on ? begun : on) + score[to];
    }
  best = raw[0];
  for (int l = 1; l < KO_N_NAME_LABELS; l++) best = raw[l] > best ? raw[l] : best;
  for (int l = 0; l < KO_N_NAME_LABELS; l++) now[l] = clamp(raw[l] - best);
}

/* The best label before `to`. */
static int before(const ko_name_model *m, const int16_t best[PAD], int to) {
  int arg;
  if (ko_name_goes_on(to)) {
    int first = ko_name_label(ko_name_label_type(to), KO_NAME_FIRST), middle = first + 1;
    return best[middle] + m->header->step[middle][to] > best[first] + m->header->step[first][to]
               ? middle
               : first;
  }
  arg = closed[0];
  for (int k = 1; k < N_CLOSED; k++)
    if (best[closed[k]] + m->header->step[closed[k]][to] > best[arg] + m->header->step[arg][to])
      arg = closed[k];
  return arg;
}

/* Label units [from, from + n) of w->units. */
static void decode(const ko_name_model *m, window *w, size_t from, size_t n) {
  int16_t start[PAD];
  features f[AHEAD +
             1]; /* of this unit and of the next ones, whose weights are on their way from memory */
  steps s;
  int last = 0;
  memset(&s, 0, sizeof s);
  for (int k = 0; k < N_CLOSED; k++)
    for (int j = 0; j < N_CLOSED; j++) s.closed[k][j] = m->header->step[closed[k]][anew[j]];
  for (int l = 0; l < PAD; l++) start[l] = l ? FAR : 0;
  for (size_t i = 0; i < AHEAD && i < n; i++) read_features(m, &w->units, from + i, &f[i]);
  for (size_t i = 0; i < n; i++) {
    if (i + AHEAD < n) read_features(m, &w->units, from + i + AHEAD, &f[(i + AHEAD) % (AHEAD + 1)]);
    score_unit(m, &f[i % (AHEAD + 1)], w->score[i]);
    step(m, &s, i ? w->best[i - 1] : start, w->score[i], w->best[i]);
  }
  for (int l = 1; n && l < KO_N_NAME_LABELS; l++)
    if (ko_name_follows(l, 0) && w->best[n - 1][l] > w->best[n - 1][last]) last = l;
  for (size_t i = n; i-- > 0;) {
    w->label[i] = (uint8_t)last;
    if (i) last = before(m, w->best[i - 1], last);
  }
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
      if (!ko_name_follows(i > 0 ? w->label[i - 1] : 0, l) ||
          !ko_name_follows(l, i + 1 < n ? w->label[i + 1] : 0))
        continue;
      s += m->header->step[i > 0 ? w->label[i - 1] : 0][l];
      if (i + 1 < n) s += m->header->step[l][w->label[i + 1]];
      if (pass == 0)
        mine_score = s;
      else if (mine_score - s < gap)
        gap = mine_score - s;
    }
  }
  if (gap == INT32_MAX) return 1000;
  if (gap < 0) gap = 0;
  return (int)(1000 * (int64_t)(gap + m->header->unit) / (gap + 2 * (int64_t)m->header->unit));
}

/* ◀ 기자 ▶: signs alone are no name. */
static int has_letter(const ko_text *t, uint32_t start, uint32_t end) {
  while (start < end && (t->klass[start] == KO_CLASS_SYMBOL || t->klass[start] == KO_CLASS_SPACE))
    start++;
  return start < end;
}

static int gather(const ko_name_model *m, const window *w, size_t from, size_t n, uint32_t sentence,
                  const ko_text *t, ko_mentions *out) {
  static const ko_mention_type type_of[KO_N_NAME_TYPES] = {
      KO_MENTION_PERSON, KO_MENTION_ORGANIZATION, KO_MENTION_LOCATION};
  for (size_t i = 0; i < n; i++) {
    size_t first = i;
    uint32_t start, end;
    int score;
    if (w->label[i] == 0) continue;
    score = confidence(m, w, i, n);
    while (ko_name_opens(w->label[i])) {
      int s = confidence(m, w, ++i, n);
      if (s < score) score = s;
    }
    start = w->units.unit[from + first].start;
    end = w->units.unit[from + i].end;
    if (has_letter(t, start, end) && !ko_mentions_add(out, type_of[ko_name_label_type(w->label[i])],
                                                      start, end, sentence, score))
      return -1;
  }
  return 0;
}

/* How many of the n units of the window are read, when more follow. */
static size_t read_up_to(const window *w, size_t n) {
  for (size_t i = n - MARGIN; i > n / 2; i--)
    if (w->label[i - 1] == 0) return i;
  return n; /* a name of hundreds of units is none */
}

/* The names of morphemes [first, last), which are a sentence or a piece of one. */
static int find_between(const ko_name_model *m, window *w, const ko_document *d, uint32_t first,
                        uint32_t last, ko_mentions *out) {
  if (ko_name_units_read(&w->units, d, first, last)) return -1;
  for (size_t from = 0, n; from < w->units.n; from += n) {
    n = w->units.n - from < MAX_WINDOW ? w->units.n - from : MAX_WINDOW;
    if (ko_work(d->mem, 4 * n)) return -1;
    decode(m, w, from, n);
    if (from + n < w->units.n) n = read_up_to(w, n);
    if (gather(m, w, from, n, d->morph[first].sentence, &d->text, out)) return -1;
  }
  return 0;
}

static int find_in(const ko_name_model *m, window *w, const ko_document *d, ko_mentions *out) {
  for (size_t s = 0; s < d->sentences.n; s++)
    for (uint32_t first = d->first[s], end = d->first[s + 1], last; first < end; first = last) {
      last = end - first > MAX_PIECE ? first + MAX_PIECE : end;
      if (find_between(m, w, d, first, last, out)) return -1;
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

static const char *open_inside(ko_name_model *m) {
  return ko_name_model_open(m, ko_names_data, (size_t)(ko_names_end - ko_names_data));
}

const char *ko_names_check(void) {
  ko_name_model m;
  return open_inside(&m);
}

int ko_names_find(const ko_document *d, ko_mentions *out) {
  ko_name_model m;
  return open_inside(&m) ? -1 : ko_name_model_find(&m, d, out);
}

uint32_t ko_names_lists(const ko_text *t, uint32_t start, uint32_t end) {
  ko_name_model m;
  const ko_name_word *w = open_inside(&m) ? NULL : ko_name_word_at(&m.lexicon, t, start, end);
  return w ? ko_name_lists(w) : 0;
}
