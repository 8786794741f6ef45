/* Learn which terms a run is meant by: ext/data/meant.def, the weights of ext/morph/meant.c.
**
**     train_meant IMAGE RUNS WEIGHTS
**
** RUNS are the runs of Hangul of an archive, of meant_runs.py: what stands before the run (KO_RIGHT_*), the
** run, how often it stands there, and for each string how often it is a word in it; tab between, the
** strings as `word=count`, divided by spaces. Prints how a fifth of the runs fares that was left out;
** WEIGHTS are learnt from all.
**
** Method: logistic regression of the share of a run's occurrences in which the term is a word, by stochastic
** gradient descent with AdaGrad's rates and L2 regularisation. Features are the extension's own, hashed;
** so collisions are learnt with. Seeded: a second run gives the same file.
*/
#define PROGRAM "train_meant"
#include "training.h"

#include "morph/meant.h"

enum { SIZE = 1 << KO_MEANT_BITS, ROUNDS = 20, FOLDS = 5, LINE = 1 << 17 };
static const double L2 = 0.00003, RATE = 0.15, POWER = 0.8; /* an item weighs count ** POWER */

typedef struct item {
  float count, words;
  uint8_t n, fold;
  uint16_t feature[KO_MEANT_MAX];
} item;

static item *items;
static size_t n_items, cap_items;
static float weight[SIZE], grown[SIZE];
static int8_t learnt[SIZE];

static uint32_t hash(const char *s) {
  uint32_t h = 2166136261u;
  while (*s) h = (h ^ (unsigned char)*s++) * 16777619u;
  h = (h ^ h >> 13) * 0x9E3779B1u;
  return h >> 24;
}

/* How often the term is a word, by ` word=count ` in the list. */
static double words_of(const ko_terms *t, const ko_term *x, const char *list) {
  char key[512];
  const char *found;
  if (x->n + 3 > sizeof key) return 0;
  snprintf(key, sizeof key, " %.*s=", (int)x->n, t->text.data + x->at);
  found = strstr(list, key);
  return found ? atof(found + strlen(key)) : 0;
}

static void add_items(ko_terms *t, const ko_text *text, const char *run, double count,
                      const char *list) {
  ko_meant meant;
  ko_meant_look(&meant, t, text);
  for (size_t i = t->first; i < t->n; i++) {
    item x = {.count = (float)count, .fold = (uint8_t)(hash(run) % FOLDS)};
    x.n = (uint8_t)ko_meant_features(&meant, i, x.feature);
    if (x.n == 0) continue;
    x.words = (float)words_of(t, &t->term[i], list);
    if (x.words > x.count) x.words = x.count;
    if (n_items == cap_items) {
      cap_items = cap_items ? cap_items * 2 : 1 << 16;
      items = must(realloc(items, cap_items * sizeof *items));
    }
    items[n_items++] = x;
  }
}

/* Read one line of RUNS, which is changed. */
static void read_run(ko_terms *t, char *line) {
  char *run = strchr(line, '\t'), *count = run ? strchr(run + 1, '\t') : NULL;
  char *list = count ? strchr(count + 1, '\t') : NULL;
  ko_text text;
  ko_reader reader;
  if (!list) return;
  *run++ = *count++ = 0;
  *list = ' ';
  ko_text_init(&text, &ko_mem_std);
  ko_reader_init(&reader, run, strlen(run));
  if (ko_text_read(&text, &reader, KO_MAX_RUN) ||
      ko_terms_run(t, &text, 0, text.n, (unsigned)atoi(line), KO_TO_INDEX))
    must(NULL);
  add_items(t, &text, run, atof(count), list);
  ko_text_free(&text);
}

static void read_runs(const ko_model *model, const char *path) {
  static char line[LINE];
  ko_terms t;
  FILE *f = must(fopen(path, "r"));
  ko_terms_init(&t, model, &ko_mem_std);
  t.all_kept = 1;
  while (fgets(line, sizeof line, f)) {
    line[strcspn(line, "\n")] = 0;
    read_run(&t, line);
  }
  fclose(f);
  ko_terms_free(&t);
}

static double score(const item *x) {
  double sum = 0;
  for (int i = 0; i < x->n; i++) sum += weight[x->feature[i]];
  return sum;
}

static void learn(const item *x) {
  double share = x->words / x->count, p = 1 / (1 + exp(-score(x)));
  double slope = pow(x->count, POWER) * (p - share);
  for (int i = 0; i < x->n; i++) {
    uint16_t k = x->feature[i];
    double g = slope + L2 * weight[k];
    grown[k] += (float)(g * g);
    weight[k] -= (float)(RATE * g / sqrt(grown[k]));
  }
}

/* Learn from all items but those of the fold. */
static void train(int fold) {
  uint64_t state = SEED;
  uint32_t *order = numbers(n_items);
  for (size_t i = 0; i < SIZE; i++) weight[i] = 0, grown[i] = 1e-6f;
  for (int round = 0; round < ROUNDS; round++) {
    shuffle(order, n_items, &state);
    for (size_t i = 0; i < n_items; i++)
      if (items[order[i]].fold != fold) learn(&items[order[i]]);
  }
  free(order);
}

static void report(int fold) {
  double words = 0, others = 0, kept = 0, kept_others = 0;
  for (size_t i = 0; i < n_items; i++) {
    const item *x = &items[i];
    int keep = score(x) >= 0;
    if (x->fold != fold) continue;
    words += x->words;
    others += x->count - x->words;
    kept += keep ? x->words : 0;
    kept_others += keep ? x->count - x->words : 0;
  }
  printf("held out: of terms that are words %.1f %% kept, of others %.1f %%\n", 100 * kept / words,
         100 * kept_others / others);
}

int main(int argc, char **argv) {
  ko_model model;
  size_t n;
  char *image;
  const char *wrong;
  if (argc != 4) {
    fprintf(stderr, "usage: train_meant IMAGE RUNS WEIGHTS\n");
    return 1;
  }
  image = read_all(argv[1], &n);
  wrong = ko_model_open(&model, image, n);
  if (wrong) {
    fprintf(stderr, "train_meant: %s: %s\n", argv[1], wrong);
    return 1;
  }
  read_runs(&model, argv[2]);
  printf("%zu terms\n", n_items);
  train(0);
  report(0);
  train(-1);
  for (int i = 0; i < SIZE; i++) learnt[i] = quantised(weight[i], KO_MEANT_UNIT);
  write_weights(argv[3], learnt, SIZE);
  free(items);
  free(image);
  return 0;
}
