/* Train the model of names.
**
**     train_names IMAGE LEXICON cv GOLD ...             figures of five held-out folds; their models with -models PREFIX
**     train_names IMAGE LEXICON write MODEL GOLD ...    train on everything, write the model
**     train_names IMAGE LEXICON units TEXT ...          print the units of text, a sentence a line
**
** IMAGE is the dictionary image, LEXICON the words with their clusters and lists (lexicon.tsv), GOLD
** are files in KLUE-NER's form: "## id TAB text with <mention:TYPE>". Marks may leave open what a name is, or whether
** there is one (page_names.py).
**
** Method: a conditional random field, trained by stochastic gradient descent on the likelihood with
** L2 regularisation; features are left out at random (dropout), so that no word is learnt by heart
** where its neighbourhood would do. Seeded: a second run gives the same file. What is measured is the
** model as the extension reads it, with its weights rounded.
*/
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "extract/names/names.h"
#include "morph/analyser.h"

enum {
  N = KO_N_NAME_LABELS,
  PADDED = 16, /* room for N */
  N_FOLDS = 5,
  MAX_FEATURES = 1 << 22,
  MAX_TWINS = 2 * KO_MAX_NAME_FEATURES, /* features of a unit with their twins */
  UNIT = 24,
  FILTER_BITS = 20,
  MAX_SENTENCE = 4096
};

static struct { /* set with -name value, for experiments */
  double epochs, l2, rate, dropout, cutoff, bits, seeds, pages, twins;
} option = {12, 0.3, 0.08, 0.25, 2, 17, 3, 0.5, 2};

static void *must(void *p) {
  if (p) return p;
  fprintf(stderr, "out of memory\n");
  exit(1);
}

static void fail(const char *what, const char *which) {
  fprintf(stderr, "%s: %s\n", which, what);
  exit(1);
}

static const float IMPOSSIBLE = -1e4f;

static uint64_t seed;
static uint32_t dice(void) { /* xorshift64* */
  seed ^= seed >> 12;
  seed ^= seed << 25;
  seed ^= seed >> 27;
  return (uint32_t)(seed * 0x2545F4914F6CDD1DULL >> 32);
}

/* ---- gold ---- */

/* What a mark says the name is, as bits of ko_name_type. */
enum {
  PERSON = 1 << KO_NAME_PS,
  BODY = 1 << KO_NAME_OG,
  PLACE = 1 << KO_NAME_LC,
  OPEN = 1 << KO_N_NAME_TYPES
};
typedef struct mark {
  char name[3];
  uint8_t types;
} mark;
static const mark marks[] = {{"PS", PERSON},
                             {"OG", BODY},
                             {"LC", PLACE},
                             {"DT", 0},
                             {"TI", 0},
                             {"QT", 0}, /* not learnt */
                             {"CO", BODY | PLACE},
                             {"XX", OPEN}}; /* of page_names.py: either of them; names or none */
enum { N_MARKS = sizeof marks / sizeof *marks };

typedef struct span {
  uint32_t start, end; /* bytes of the plain text */
  int types;
} span;

typedef struct sample {
  char *text, *id;
  span *gold;
  int n_gold, fold;
  int is_copy; /* 1: with invented names, see rename.py; it is never measured */
  enum { KLUE_NEWS, KLUE_REVIEW, NEWS, PAGE, N_SOURCES } source;
  ko_document document;
} sample;

static const char *const source_name[N_SOURCES] = {"KLUE news", "KLUE reviews", "news lines",
                                                   "pages"};

static sample *samples;
static size_t n_samples, room_samples;

/* Take the mark-up out of `marked`, in place, and keep it as spans. */
static void read_marks(sample *s, char *marked) {
  char *out = marked, *at = marked;
  s->gold = NULL;
  s->n_gold = 0;
  while (*at) {
    char *close = NULL;
    const mark *kind = NULL;
    if (*at == '<') {
      close = at + 1 + strcspn(at + 1, "<>");
      for (int t = 0; *close == '>' && close - at >= 4 && t < N_MARKS; t++)
        if (close[-3] == ':' && memcmp(close - 2, marks[t].name, 2) == 0) kind = &marks[t];
    }
    if (!kind) {
      *out++ = *at++;
      continue;
    }
    s->gold = must(realloc(s->gold, sizeof(span) * (size_t)(s->n_gold + 1)));
    s->gold[s->n_gold].start = (uint32_t)(out - marked);
    for (at++; at < close - 3;) *out++ = *at++;
    s->gold[s->n_gold].end = (uint32_t)(out - marked);
    s->gold[s->n_gold++].types = kind->types;
    at = close + 1;
  }
  *out = 0;
  s->text = marked;
}

/* Analyse a text and keep what was found. `d` does the work. */
static void analyse(ko_document *d, const char *text, ko_document *kept) {
  if (ko_document_read(d, text, strlen(text)) || ko_document_analyse(d))
    fail("out of memory", text);
  *kept = *d;
#define KEEP(p, count)                                                                             \
  (kept->p = memcpy(must(malloc((count) * sizeof *kept->p + 1)), d->p, (count) * sizeof *kept->p))
  KEEP(morph, d->n);
  KEEP(spelt, d->n_spelt);
  KEEP(first, d->sentences.n + 1);
  KEEP(sentences.span, d->sentences.n);
  KEEP(text.ch, d->text.n);
  KEEP(text.klass, d->text.n);
#undef KEEP
}

static int fold_of(const char *id, size_t n) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)id[i]) * 16777619u;
  return (int)((h ^ h >> 15) % N_FOLDS);
}

static void read_gold(ko_document *d, const char *path) {
  static char line[1 << 16];
  FILE *f = fopen(path, "rb");
  if (!f) fail("cannot be read", path);
  while (fgets(line, sizeof line, f)) {
    char *tab, *dash;
    sample *s;
    line[strcspn(line, "\n")] = 0;
    tab = strchr(line, '\t');
    if (memcmp(line, "## ", 3) != 0 || !tab || memchr(line + 3, ' ', (size_t)(tab - line - 3)))
      continue;
    *tab = 0;
    if (n_samples == room_samples)
      samples = must(realloc(samples, sizeof *samples * (room_samples = room_samples * 2 + 1024)));
    s = &samples[n_samples++];
    s->id = must(strdup(line + 3));
    s->source = strstr(s->id, "wikitree")         ? KLUE_NEWS
                : strstr(s->id, "nsmc")           ? KLUE_REVIEW
                : strncmp(s->id, "page-", 5) == 0 ? PAGE
                                                  : NEWS;
    s->is_copy = s->id[strlen(s->id) - 1] == '+';
    dash = strrchr(s->id, '-'); /* the title and the text of an item go into the same fold */
    s->fold = s->source == PAGE
                  ? atoi(s->id + 5) % N_FOLDS
                  : fold_of(s->id, dash && s->source == NEWS ? (size_t)(dash - s->id)
                                                             : strlen(s->id) - (size_t)s->is_copy);
    read_marks(s, must(strdup(tab + 1)));
    analyse(d, s->text, &s->document);
  }
  fclose(f);
}

/* ---- the lexicon ---- */

static ko_name_lexicon lexicon;
static ko_name_word *words;
static size_t n_words, room_words;

static void add_word(ko_name_word w) {
  if (n_words == room_words)
    words = must(realloc(words, sizeof *words * (room_words = room_words * 2 + 4096)));
  words[n_words++] = w;
}

static void index_words(void) {
  static ko_name_word *slots;
  uint32_t bits = 10, mask;
  while ((1u << bits) < n_words * 2) bits++;
  mask = (1u << bits) - 1;
  slots = must(realloc(slots, sizeof *slots << bits));
  memset(slots, 0, sizeof *slots << bits);
  for (size_t i = 0; i < n_words; i++) {
    uint32_t at = words[i].key & mask;
    while (slots[at].key && slots[at].key != words[i].key) at = (at + 1) & mask;
    slots[at] = words[i];
  }
  lexicon.slot = slots;
  lexicon.bits = bits;
}

/* ---- numbers of features ---- */

static uint32_t *table_key, *table_number;
static uint32_t *count, *key_of; /* by number */
static uint8_t *is_twin;         /* by number, see twin_of */
static uint32_t n_keys;
enum { TABLE = 1 << 23 };

static uint32_t number_of(uint32_t key) {
  uint32_t i = key & (TABLE - 1);
  if (!table_key) {
    table_key = must(calloc(TABLE, sizeof *table_key));
    table_number = must(malloc(TABLE * sizeof *table_number));
    count = must(malloc(MAX_FEATURES * sizeof *count));
    key_of = must(malloc(MAX_FEATURES * sizeof *key_of));
    is_twin = must(calloc(MAX_FEATURES, sizeof *is_twin));
  }
  while (table_key[i] && table_key[i] != key) i = (i + 1) & (TABLE - 1);
  if (!table_key[i]) {
    if (n_keys == MAX_FEATURES) fail("too many features", "train_names");
    table_key[i] = key;
    table_number[i] = n_keys;
    key_of[n_keys++] = key;
  }
  return table_number[i];
}

/* Sets differ in what they call a name. In the sentences of pages the features of the least context (how often
** a label is, and the word by itself) have twins, which learn what is so there only, and which the extension reads
** without. */
static uint32_t twin_of(uint32_t number) {
  uint32_t twin = number_of(key_of[number] ^ 0x5BD1E995u);
  is_twin[twin] = 1;
  return twin;
}

/* ---- units of all samples ---- */

typedef struct store {
  uint32_t *features; /* numbers of features, unit after unit */
  size_t n_features, room_features;
  size_t *unit_feature; /* where the features of a unit begin; one more than units */
  uint16_t *labels;     /* those that the gold allows, a bit for each */
  uint8_t *first;       /* 1 at the start of a sentence */
  uint8_t *fold, *of_page;
  size_t n, room;
} store;

static void add_unit(store *s, const ko_name_units *u, size_t i, int labels, const sample *of) {
  uint32_t key[KO_MAX_NAME_FEATURES];
  int n = ko_name_features(u, i, key);
  if (s->n + 2 > s->room) {
    s->room = s->room * 2 + 4096;
    s->unit_feature = must(realloc(s->unit_feature, s->room * sizeof *s->unit_feature));
    s->labels = must(realloc(s->labels, s->room * sizeof *s->labels));
    s->first = must(realloc(s->first, s->room));
    s->fold = must(realloc(s->fold, s->room));
    s->of_page = must(realloc(s->of_page, s->room));
  }
  if (s->n_features + MAX_TWINS > s->room_features)
    s->features = must(realloc(s->features, sizeof *s->features *
                                                (s->room_features = s->room_features * 2 + 65536)));
  s->unit_feature[s->n] = s->n_features;
  for (int k = 0; k < n; k++) {
    s->features[s->n_features++] = number_of(key[k]);
    if (of->source == PAGE && k < option.twins) {
      s->features[s->n_features] = twin_of(s->features[s->n_features - 1]);
      s->n_features++;
    }
  }
  s->labels[s->n] = (uint16_t)labels;
  s->first[s->n] = i == 0;
  s->fold[s->n] = (uint8_t)of->fold;
  s->of_page[s->n] = of->source == PAGE;
  s->unit_feature[++s->n] = s->n_features;
}

/* The gold name that the unit at bytes [a, b) is mostly in, -1 none. */
static int name_at(const sample *s, uint32_t a, uint32_t b) {
  for (int g = 0; g < s->n_gold; g++) {
    const span *x = &s->gold[g];
    uint32_t from = a > x->start ? a : x->start, to = b < x->end ? b : x->end;
    if (x->types && from < to && 2 * (to - from) > b - a) return g;
  }
  return -1;
}

/* May gold names g and g + 1 be one? Sets differ: of places and bodies side by side some make one name. */
static int may_join(const sample *s, int g) {
  const span *x = &s->gold[g], *y = x + 1;
  return s->source == PAGE && g >= 0 && g + 1 < s->n_gold && y->start - x->end == 1 &&
         s->text[x->end] == ' ' && (x->types & (BODY | PLACE)) && (y->types & (BODY | PLACE));
}

/* The labels that a unit in gold name `here` may have, between units in names `before` and `after`. */
static int labels_in(const sample *s, int before, int here, int after) {
  int begins = here != before, ends = here != after, labels = 0, types;
  int joins_before = may_join(s, here - 1), joins_after = may_join(s, here);
  int goes_on = !begins || joins_before, opens = !ends || joins_after;
  int places = (begins && opens) << KO_NAME_FIRST | (goes_on && opens) << KO_NAME_MIDDLE |
               (goes_on && ends) << KO_NAME_LAST | (begins && ends) << KO_NAME_SINGLE;
  types = joins_before || joins_after ? BODY | PLACE : s->gold[here].types;
  if (types == OPEN) return (1 << N) - 1;
  for (int t = 0; t < KO_N_NAME_TYPES; t++)
    if (types >> t & 1) labels |= places << ko_name_label(t, KO_NAME_FIRST);
  return labels;
}

static void add_sentence(store *to, const sample *s, const ko_name_units *u) {
  const ko_char *ch = s->document.text.ch;
  int before = -1, here, after;
  here = u->n ? name_at(s, ch[u->unit[0].start].start, ch[u->unit[0].end - 1].end) : -1;
  for (size_t i = 0; i < u->n; i++, before = here, here = after) {
    after = i + 1 < u->n
                ? name_at(s, ch[u->unit[i + 1].start].start, ch[u->unit[i + 1].end - 1].end)
                : -1;
    add_unit(to, u, i, here < 0 ? 1 : labels_in(s, before, here, after), s);
  }
}

static void read_units(store *to, ko_name_units *u) {
  for (size_t i = 0; i < n_samples; i++) {
    sample *s = &samples[i];
    const ko_document *d = &s->document;
    for (size_t k = 0; k < d->sentences.n; k++) {
      if (ko_name_units_read(u, d, d->first[k], d->first[k + 1])) fail("out of memory", s->id);
      add_sentence(to, s, u);
    }
  }
}

/* ---- training ---- */

typedef struct
    weights { /* of the labels; as wide as the machine's cache lines and registers like it */
  _Alignas(4 * PADDED) float of[PADDED];
} weights;
typedef float row[N];
static weights *weight; /* by number of feature; times `scale` */
static double scale;
static float step[N][N];

typedef float table[N][N];

/* How probable each chain of labels is, of those that the units allow: forward and backward sums. */
typedef struct sums {
  row *alpha, *beta;
  size_t room;
} sums;

static void sum_up(sums *to, row *node, const table move, const uint16_t *labels, size_t n) {
  if (n > to->room) {
    to->room = n * 2;
    to->alpha = must(realloc(to->alpha, to->room * sizeof *to->alpha));
    to->beta = must(realloc(to->beta, to->room * sizeof *to->beta));
  }
  for (size_t i = 0; i < n; i++) {
    float sum = 0;
    for (int b = 0; b < N; b++) {
      float s = i == 0 ? 1 : 0;
      if (labels && !(labels[i] >> b & 1)) {
        to->alpha[i][b] = 0;
        continue;
      }
      if (i > 0)
        for (int a = 0; a < N; a++) s += to->alpha[i - 1][a] * move[a][b];
      sum += to->alpha[i][b] = s * node[i][b];
    }
    for (int b = 0; b < N; b++) to->alpha[i][b] /= sum;
  }
  for (size_t i = n; i-- > 0;) {
    float sum = 0, next[N];
    for (int b = 0; i + 1 < n && b < N; b++)
      next[b] = labels && !(labels[i + 1] >> b & 1) ? 0 : node[i + 1][b] * to->beta[i + 1][b];
    for (int a = 0; a < N; a++) {
      float s = i + 1 == n ? 1 : 0;
      if (i + 1 < n)
        for (int b = 0; b < N; b++) s += move[a][b] * next[b];
      sum += to->beta[i][a] = s;
    }
    for (int a = 0; a < N; a++) to->beta[i][a] /= sum;
  }
}

/* How probable each label of unit i is. */
static void chances(const sums *from, size_t i, row p) {
  float sum = 0;
  for (int l = 0; l < N; l++) sum += p[l] = from->alpha[i][l] * from->beta[i][l];
  for (int l = 0; l < N; l++) p[l] /= sum;
}

/* How probable each pair of labels of units i - 1 and i is, times `by`, added to `to`. */
static void add_pairs(const sums *from, row *node, const table move, const uint16_t *labels,
                      size_t i, float by, table to) {
  table pair;
  float all = 0, here[N];
  for (int b = 0; b < N; b++)
    here[b] = labels && !(labels[i] >> b & 1) ? 0 : node[i][b] * from->beta[i][b];
  for (int a = 0; a < N; a++)
    for (int b = 0; b < N; b++) all += pair[a][b] = from->alpha[i - 1][a] * move[a][b] * here[b];
  for (int a = 0; a < N; a++)
    for (int b = 0; b < N; b++) to[a][b] += by * pair[a][b] / all;
}

/* One step up the likelihood of what the gold says of n units. Where it leaves labels open, those
** count that are likely in the chains that it allows. */
static void likelihood(const store *d, size_t from, size_t n, const uint8_t *dropped, double rate) {
  static row *node;
  static size_t room;
  static sums any, gold;
  const uint16_t *labels = d->labels + from;
  table move, observed_step;
  if (n > room) {
    room = n * 2;
    node = must(realloc(node, room * sizeof *node));
  }
  for (int a = 0; a < N; a++)
    for (int b = 0; b < N; b++) move[a][b] = ko_name_follows(a, b) ? expf(step[a][b]) : 0;
  for (size_t i = 0; i < n; i++) { /* exp of the scores, up to a factor for each unit */
    float s[PADDED] = {0}, top;
    size_t base = d->unit_feature[from];
    for (size_t k = d->unit_feature[from + i]; k < d->unit_feature[from + i + 1]; k++) {
      if (dropped[k - base]) continue;
      for (int l = 0; l < PADDED; l++) s[l] += weight[d->features[k]].of[l];
    }
    for (int l = 0; l < N; l++) s[l] *= (float)scale;
    if (i == 0)
      for (int l = 0; l < N; l++) s[l] += ko_name_follows(0, l) ? step[0][l] : IMPOSSIBLE;
    if (i + 1 == n)
      for (int l = 0; l < N; l++) s[l] += ko_name_follows(l, 0) ? 0 : IMPOSSIBLE;
    top = s[0];
    for (int l = 1; l < N; l++) top = s[l] > top ? s[l] : top;
    for (int l = 0; l < N; l++) node[i][l] = expf(s[l] - top);
    for (int l = 0; l < N; l++) node[i][l] += labels[i] >> l & 1 ? 1e-30f : 0;
  }
  sum_up(&any, node, move, NULL, n);
  sum_up(&gold, node, move, labels, n);
  /* the gradient, applied at once */
  memset(observed_step, 0, sizeof observed_step);
  for (size_t i = 0; i < n; i++) {
    row p, q;
    float move_by[PADDED] = {0};
    float by = (float)(rate / scale);
    size_t base = d->unit_feature[from];
    chances(&any, i, q);
    chances(&gold, i, p);
    for (int l = 0; l < N; l++) move_by[l] = by * (p[l] -= q[l]);
    for (size_t k = d->unit_feature[from + i]; k < d->unit_feature[from + i + 1]; k++) {
      if (dropped[k - base]) continue;
      for (int l = 0; l < PADDED; l++) weight[d->features[k]].of[l] += move_by[l];
    }
    if (i == 0) {
      for (int l = 0; l < N; l++) observed_step[0][l] += p[l];
    } else {
      add_pairs(&any, node, move, NULL, i, -1, observed_step);
      add_pairs(&gold, node, move, labels, i, 1, observed_step);
    }
  }
  for (int a = 0; a < N; a++)
    for (int b = 0; b < N; b++)
      if (ko_name_follows(a, b)) step[a][b] += (float)rate * observed_step[a][b];
}

/* Train on all units but those of fold `held` (-1: on all). */
static void train_one(const store *d, int held) {
  size_t *order = must(malloc(d->n * sizeof *order)), n_order = 0, t = 0;
  uint8_t *dropped = must(malloc((size_t)MAX_TWINS * MAX_SENTENCE)), *rare;
  if (!weight) weight = must(aligned_alloc(sizeof *weight, MAX_FEATURES * sizeof *weight));
  memset(weight, 0, n_keys * sizeof *weight);
  memset(count, 0, n_keys * sizeof *count);
  memset(step, 0, sizeof step);
  scale = 1;
  for (size_t i = 0; i < d->n; i++) {
    if (d->fold[i] == held) continue;
    if (d->first[i]) order[n_order++] = i;
    for (size_t k = d->unit_feature[i]; k < d->unit_feature[i + 1]; k++) count[d->features[k]]++;
  }
  rare = must(malloc(n_keys));
  for (uint32_t i = 0; i < n_keys; i++) rare[i] = count[i] < option.cutoff;
  for (int epoch = 0; epoch < option.epochs; epoch++) {
    for (size_t i = n_order; i > 1; i--) {
      size_t j = dice() % i, swap = order[i - 1];
      order[i - 1] = order[j];
      order[j] = swap;
    }
    for (size_t i = 0; i < n_order; i++) {
      size_t from = order[i], n = 1, base = d->unit_feature[from];
      double done = (double)t++ / (option.epochs * (double)n_order);
      double rate = (option.rate * (1 - done) + 0.001) * (d->of_page[from] ? option.pages : 1);
      while (from + n < d->n && !d->first[from + n] && n < MAX_SENTENCE) n++;
      for (size_t k = base; k < d->unit_feature[from + n]; k++)
        dropped[k - base] = rare[d->features[k]] || dice() < option.dropout * 4294967296.0;
      likelihood(d, from, n, dropped, rate);
      scale *= 1 - rate * option.l2 / (double)n_order;
    }
  }
  for (uint32_t i = 0; i < n_keys; i++)
    for (int l = 0; l < N; l++)
      weight[i].of[l] *= rare[i] ? 0 : (float)(scale * (1 - option.dropout));
  free(order);
  free(dropped);
  free(rare);
}

/* The mean of several models, which differ in the order of sentences and in what was left out. */
static void train(const store *d, int held) {
  static weights *sum;
  float sum_step[N][N] = {{0}};
  float n = (float)option.seeds;
  seed = 20251121;
  if (!sum) sum = must(aligned_alloc(sizeof *sum, MAX_FEATURES * sizeof *sum));
  memset(sum, 0, n_keys * sizeof *sum);
  for (int k = 0; k < (int)option.seeds; k++) {
    train_one(d, held);
    for (uint32_t i = 0; i < n_keys; i++)
      for (int l = 0; l < N; l++) sum[i].of[l] += weight[i].of[l] / n;
    for (int a = 0; a < N; a++)
      for (int b = 0; b < N; b++) sum_step[a][b] += step[a][b] / n;
  }
  for (uint32_t i = 0; i < n_keys; i++)
    if (is_twin[i]) memset(&sum[i], 0, sizeof sum[i]);
  memcpy(weight, sum, n_keys * sizeof *weight);
  memcpy(step, sum_step, sizeof step);
}

/* ---- the model as the extension reads it ---- */

static int rounded(double v, int limit) {
  v = floor(v * UNIT + 0.5);
  return (int)(v > limit ? limit : v < -limit ? -limit : v);
}

static int by_strength(const void *a, const void *b) {
  const float *x = a, *y = b;
  return (x[0] < y[0]) - (x[0] > y[0]);
}

static void *build_model(size_t *size) {
  uint32_t bits = (uint32_t)option.bits, mask = (1u << bits) - 1, most = (1u << bits) / 10 * 8,
           kept = 0;
  size_t lexicon_size = lexicon.bits ? sizeof(ko_name_word) << lexicon.bits : 0;
  ko_name_header *h;
  ko_name_weights *slots;
  unsigned char *filter;
  float(*strength)[2] = must(malloc(n_keys * sizeof *strength)), least = 0.75f / UNIT;
  *size = sizeof *h + (1u << (FILTER_BITS - 3)) + (sizeof *slots << bits) + lexicon_size;
  h = must(calloc(1, *size));
  filter = (unsigned char *)(h + 1);
  slots = (void *)(filter + (1u << (FILTER_BITS - 3)));
  memcpy(h->magic, "KONAMES", 8);
  h->version = KO_NAMES_VERSION;
  h->n_labels = N;
  h->filter_bits = FILTER_BITS;
  h->feature_bits = bits;
  h->lexicon_bits = lexicon.bits;
  h->unit = UNIT;
  for (int a = 0; a < N; a++)
    for (int b = 0; b < N; b++) h->step[b][a] = (int16_t)rounded(step[b][a], KO_MAX_NAME_STEP);
  for (uint32_t i = 0; i < n_keys; i++) {
    float top = 0;
    for (int l = 1; l < N; l++) {
      float w = fabsf(weight[i].of[l] - weight[i].of[0]);
      top = w > top ? w : top;
    }
    strength[i][0] = top;
    strength[i][1] = (float)i;
  }
  if (n_keys > most) {
    float(*sorted)[2] = must(malloc(n_keys * sizeof *sorted));
    memcpy(sorted, strength, n_keys * sizeof *sorted);
    qsort(sorted, n_keys, sizeof *sorted, by_strength);
    if (sorted[most][0] > least) least = sorted[most][0];
    free(sorted);
  }
  for (uint32_t i = 0; i < n_keys; i++) {
    uint32_t at = key_of[i] & mask;
    if (strength[i][0] <= least) continue;
    while (slots[at].key) at = (at + 1) & mask;
    slots[at].key = key_of[i];
    filter[key_of[i] >> (35 - FILTER_BITS)] |=
        (unsigned char)(1 << (key_of[i] >> (32 - FILTER_BITS) & 7));
    for (int l = 1; l < N; l++)
      slots[at].weight[l - 1] = (int8_t)rounded(weight[i].of[l] - weight[i].of[0], 127);
    kept++;
  }
  free(strength);
  if (lexicon_size) memcpy((char *)h + *size - lexicon_size, lexicon.slot, lexicon_size);
  fprintf(stderr, "%u features, %u kept, all of weight %.3f and more\n", n_keys, kept,
          (double)least);
  return h;
}

/* ---- measuring ---- */

typedef struct score {
  int hit, extra, missing;
} score;

static double f1(score s) {
  return s.hit ? 200.0 * s.hit / (2 * s.hit + s.extra + s.missing) : 0;
}

static score scores[N_SOURCES][KO_N_NAME_TYPES];
static FILE *errors; /* what went wrong, NULL: not wanted */

static void measure(const ko_name_model *m, const sample *s) {
  const ko_document *d = &s->document;
  static const char *const name_of[] = {"PS", "OG", "LC"};
  static const int type_of[] = {[KO_MENTION_PERSON] = KO_NAME_PS,
                                [KO_MENTION_ORGANIZATION] = KO_NAME_OG,
                                [KO_MENTION_LOCATION] = KO_NAME_LC};
  ko_mentions found;
  uint8_t *hit = must(calloc((size_t)s->n_gold + 1, 1));
  int shown = 0;
  ko_mentions_init(&found, &ko_mem_std);
  if (ko_name_model_find(m, d, &found)) fail("out of memory", s->id);
  for (size_t i = 0; i < found.n; i++) {
    const ko_mention *x = &found.item[i];
    uint32_t a = d->text.ch[x->start].start, b = d->text.ch[x->end - 1].end;
    int type = type_of[x->type], right = 0;
    for (int g = 0; g < s->n_gold; g++)
      if (s->gold[g].start == a && s->gold[g].end == b && s->gold[g].types == 1 << type)
        right = hit[g] = 1;
    if (right)
      scores[s->source][type].hit++;
    else
      scores[s->source][type].extra++;
    if (!right && errors) {
      if (!shown++) fprintf(errors, "%s\n", s->text);
      fprintf(errors, "   + %s %.*s (%d)\n", name_of[type], (int)(b - a), s->text + a, x->score);
    }
  }
  for (int g = 0; g < s->n_gold; g++) {
    const span *x = &s->gold[g];
    int type = 0;
    while (type < KO_N_NAME_TYPES && x->types != 1 << type) type++;
    if (hit[g] || type == KO_N_NAME_TYPES) continue;
    scores[s->source][type].missing++;
    if (!errors) continue;
    if (!shown++) fprintf(errors, "%s\n", s->text);
    fprintf(errors, "   - %s %.*s\n", name_of[type], (int)(x->end - x->start), s->text + x->start);
  }
  free(hit);
  ko_mentions_free(&found);
}

static void add_score(score *to, score s) {
  to->hit += s.hit;
  to->extra += s.extra;
  to->missing += s.missing;
}

static void report_line(const char *name, const score by_type[KO_N_NAME_TYPES]) {
  score all = {0, 0, 0};
  double macro = 0;
  for (int t = 0; t < KO_N_NAME_TYPES; t++) {
    add_score(&all, by_type[t]);
    macro += f1(by_type[t]) / KO_N_NAME_TYPES;
  }
  printf("%-13s micro %5.2f macro %5.2f ", name, f1(all), macro);
  for (int t = 0; t < KO_N_NAME_TYPES; t++) printf(" %s %5.2f", marks[t].name, f1(by_type[t]));
  printf("\n");
}

static void report(void) {
  score klue[KO_N_NAME_TYPES];
  for (int t = 0; t < KO_N_NAME_TYPES; t++) {
    klue[t] = scores[KLUE_NEWS][t];
    add_score(&klue[t], scores[KLUE_REVIEW][t]);
  }
  for (int i = 0; i < PAGE; i++) report_line(source_name[i], scores[i]);
  report_line("KLUE all", klue);
}

/* ---- units of unlabelled text, for clusters.py ---- */

static void print_units(const char *path, ko_document *d, ko_name_units *u) {
  static char line[1 << 16];
  FILE *f = fopen(path, "rb");
  ko_buf b;
  if (!f) fail("cannot be read", path);
  ko_buf_init(&b, &ko_mem_std);
  while (fgets(line, sizeof line, f)) {
    if (ko_document_read(d, line, strcspn(line, "\n")) || ko_document_analyse(d))
      fail("out of memory", path);
    for (size_t k = 0; k < d->sentences.n; k++) {
      ko_buf_clear(&b);
      if (ko_name_units_read(u, d, d->first[k], d->first[k + 1])) fail("out of memory", path);
      for (size_t i = 0; i < u->n; i++) {
        const ko_name_unit *x = &u->unit[i];
        if (i) ko_buf_char(&b, ' ');
        if (x->part == 0 && d->morph[x->morpheme].form)
          ko_document_form(d, &d->morph[x->morpheme], &b);
        else
          for (uint32_t c = x->start; c < x->end; c++) ko_buf_char(&b, ko_lower(d->text.ch[c].cp));
      }
      puts(ko_buf_text(&b));
    }
  }
  ko_buf_free(&b);
  fclose(f);
}

/* ---- */

static void *read_file(const char *path, size_t *n) {
  FILE *f = fopen(path, "rb");
  void *p;
  long size = 0;
  if (!f || fseek(f, 0, SEEK_END) || (size = ftell(f)) < 0 || fseek(f, 0, SEEK_SET))
    fail("cannot be read", path);
  p = must(malloc((size_t)size + 1));
  *n = fread(p, 1, (size_t)size, f);
  fclose(f);
  return p;
}

static void write_file(const char *path, const void *p, size_t n) {
  FILE *f = fopen(path, "wb");
  if (!f || fwrite(p, 1, n, f) != n || fclose(f)) fail("cannot be written", path);
}

/* LEXICON: word, coarse cluster, fine cluster, lists (a number). */
static void read_lexicon(const char *path) {
  char line[1024];
  FILE *f = fopen(path, "rb");
  if (!f) fail("cannot be read", path);
  while (fgets(line, sizeof line, f)) {
    uint32_t key = KO_NAME_HASH_START, cp, coarse, fine, lists;
    size_t len = strcspn(line, "\t"), i = 0;
    if (line[0] == '#' || len == strlen(line) ||
        sscanf(line + len, "%u %u %u", &coarse, &fine, &lists) != 3)
      continue;
    while (i < len) {
      i += ko_unit((const unsigned char *)line + i, len - i, &cp);
      key = ko_name_hash_add(key, cp);
    }
    if (coarse > 255 || fine > 4095 || lists > 4095) fail("number too large", line);
    add_word((ko_name_word){key, coarse << 24 | fine << 12 | lists});
  }
  fclose(f);
  index_words();
}

int main(int argc, char **argv) {
  static const struct {
    const char *name;
    double *value;
  } options[] = {
      {"-epochs", &option.epochs},   {"-l2", &option.l2},         {"-rate", &option.rate},
      {"-dropout", &option.dropout}, {"-cutoff", &option.cutoff}, {"-bits", &option.bits},
      {"-seeds", &option.seeds},     {"-pages", &option.pages},   {"-twins", &option.twins}};
  ko_model dictionary;
  ko_name_model model;
  ko_document d;
  ko_worker worker;
  ko_name_units u;
  store units = {0};
  size_t n;
  void *image;
  const char *wrong, *models = NULL;
  while (argc > 2 && argv[1][0] == '-') {
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
      if (strcmp(argv[1], options[i].name) == 0) *options[i].value = atof(argv[2]);
    if (strcmp(argv[1], "-errors") == 0) errors = fopen(argv[2], "w");
    if (strcmp(argv[1], "-models") == 0) models = argv[2];
    argv += 2;
    argc -= 2;
  }
  if (argc < 5)
    fail("IMAGE LEXICON cv GOLD ... | IMAGE LEXICON write MODEL GOLD ...", "usage: train_names");
  image = read_file(argv[1], &n);
  wrong = ko_model_open(&dictionary, image, n);
  if (wrong) fail(wrong, argv[1]);
  if (argv[2][0]) read_lexicon(argv[2]);
  ko_worker_init(&worker, &dictionary, &ko_mem_std);
  ko_document_init(&d, &worker);
  ko_name_units_init(&u, &ko_mem_std, &lexicon);
  if (strcmp(argv[3], "units") == 0) {
    for (int i = 4; i < argc; i++) print_units(argv[i], &d, &u);
    return 0;
  }
  for (int i = strcmp(argv[3], "write") == 0 ? 5 : 4; i < argc; i++) read_gold(&d, argv[i]);
  read_units(&units, &u);
  if (strcmp(argv[3], "write") == 0) {
    train(&units, -1);
    image = build_model(&n);
    write_file(argv[4], image, n);
    free(image);
  } else {
    for (int fold = 0; fold < N_FOLDS; fold++) {
      train(&units, fold);
      image = build_model(&n);
      wrong = ko_name_model_open(&model, image, n);
      if (wrong) fail(wrong, "the model just built");
      if (models) {
        char path[4096];
        snprintf(path, sizeof path, "%s%d", models, fold);
        write_file(path, image, n);
      }
      for (size_t i = 0; i < n_samples; i++)
        if (samples[i].fold == fold && !samples[i].is_copy && samples[i].source != PAGE)
          measure(&model, &samples[i]);
      free(image);
    }
    report();
  }
  ko_name_units_free(&u);
  ko_document_free(&d);
  ko_worker_free(&worker);
  return 0;
}
