/* Learn where a headline ends that runs into a text: ext/data/headlines.def, the weights of
** ext/extract/page/headline_end.c.
**
**     train_headlines SAMPLES WEIGHTS
**
** SAMPLES is what headline_pages.py writes. Prints how each fifth fares when the others are learnt from; WEIGHTS are
** learnt from all.
**
** Method: multinomial logistic regression over the places of a sentence and none of them, by stochastic gradient descent
** with AdaGrad's rates and L2 regularisation. Features are the extension's own, hashed; so collisions are learnt
** with. Seeded: a second run gives the same file.
*/
#define PROGRAM "train_headlines"
#include "training.h"

#include "base/mem.h"
#include "extract/page/headline_end.h"

enum { SIZE = 1 << KO_HEADLINE_BITS, ROUNDS = 12, FOLDS = 5, LINE = 1 << 22 };
static const double L2 = 0.00002, RATE = 0.1;

typedef struct place {
  uint8_t n;
  uint16_t feature[KO_HEADLINE_MAX];
} place;

typedef struct sample {
  int fold, gold; /* place of the end; -1: none */
  size_t first, n;
} sample;

static place *places;
static sample *samples;
static size_t n_places, cap_places, n_samples, cap_samples;
static double weight[SIZE], grown[SIZE];

static void *room(void *p, size_t *cap, size_t need, size_t size) {
  if (need <= *cap) return p;
  *cap = need * 2;
  return must(realloc(p, *cap * size));
}

/* The character of the text at code point `point` of z. */
static uint32_t character_at(const ko_text *t, const char *z, size_t point) {
  size_t byte = 0, low = 0, high = t->n;
  for (; point > 0 && z[byte]; byte++)
    if (((unsigned char)z[byte + 1] & 0xC0) != 0x80) point--;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (t->ch[middle].start < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return (uint32_t)low;
}

static void read_sample(char *line, ko_headline_page *page) {
  ko_text t;
  ko_reader r;
  sample *s;
  int fold;
  size_t from, stop, cut, length = 0;
  if (sscanf(line, "%d\t%zu\t%zu\t%zu\t%zn", &fold, &from, &stop, &cut, &length) < 4) return;
  line += length;
  ko_text_init(&t, &ko_mem_std);
  ko_reader_init(&r, line, strlen(line));
  if (ko_text_read(&t, &r, SIZE_MAX)) exit(1);
  ko_headline_look(page, &t);
  from = character_at(&t, line, from);
  stop = character_at(&t, line, stop);
  cut = cut ? character_at(&t, line, cut) : 0;
  samples = room(samples, &cap_samples, n_samples + 1, sizeof *samples);
  s = &samples[n_samples];
  *s = (sample){.fold = fold, .gold = -1, .first = n_places};
  for (uint32_t i = (uint32_t)from; i < stop; i++) {
    if (!ko_headline_may_end(&t, (uint32_t)from, (uint32_t)stop, i)) continue;
    places = room(places, &cap_places, n_places + 1, sizeof *places);
    if (i == cut) s->gold = (int)(n_places - s->first);
    places[n_places].n = (uint8_t)ko_headline_features(page, &t, (uint32_t)from, (uint32_t)stop, i,
                                                       places[n_places].feature);
    n_places++;
  }
  s->n = n_places - s->first;
  if (s->n && (s->gold >= 0) == (cut > 0))
    n_samples++;
  else
    n_places = s->first;
  ko_text_free(&t);
}

static double score_of(const place *p) {
  double sum = 0;
  for (size_t k = 0; k < p->n; k++) sum += weight[p->feature[k]];
  return sum;
}

static void learn_from(const sample *s) {
  static double score[1 << 12];
  double high = 0, all = 0;
  size_t n = s->n < sizeof score / sizeof *score ? s->n : sizeof score / sizeof *score;
  for (size_t i = 0; i < n; i++) {
    score[i] = score_of(&places[s->first + i]);
    if (score[i] > high) high = score[i];
  }
  all = exp(-high);
  for (size_t i = 0; i < n; i++) all += exp(score[i] - high);
  for (size_t i = 0; i < n; i++) {
    const place *p = &places[s->first + i];
    double pull = (s->gold == (int)i) - exp(score[i] - high) / all;
    if (fabs(pull) < 1e-4) continue;
    for (size_t k = 0; k < p->n; k++) {
      uint16_t f = p->feature[k];
      double g = pull - L2 * weight[f];
      grown[f] += g * g;
      weight[f] += RATE * g / sqrt(grown[f] + 1e-6);
    }
  }
}

static void learn(int without) {
  unsigned state = 7;
  size_t *order = must(malloc(n_samples * sizeof *order));
  memset(weight, 0, sizeof weight);
  memset(grown, 0, sizeof grown);
  for (size_t i = 0; i < n_samples; i++) order[i] = i;
  for (int round = 0; round < ROUNDS; round++) {
    for (size_t i = n_samples; i > 1; i--) {
      size_t k, other;
      state = state * 1664525u + 1013904223u;
      k = state % i;
      other = order[k], order[k] = order[i - 1], order[i - 1] = other;
    }
    for (size_t i = 0; i < n_samples; i++)
      if (samples[order[i]].fold != without) learn_from(&samples[order[i]]);
  }
  free(order);
}

static void test(int fold, size_t *right, size_t *wrong, size_t *missed, size_t *ends, size_t *none,
                 size_t *invented) {
  for (size_t k = 0; k < n_samples; k++) {
    const sample *s = &samples[k];
    int best = -1;
    double high = 0;
    if (s->fold != fold) continue;
    for (size_t i = 0; i < s->n; i++) {
      double score = score_of(&places[s->first + i]);
      if (score > high) high = score, best = (int)i;
    }
    if (s->gold >= 0) {
      ++*ends;
      *right += best == s->gold;
      *missed += best < 0;
      *wrong += best >= 0 && best != s->gold;
    } else {
      ++*none;
      *invented += best >= 0;
    }
  }
}

int main(int n, char **arg) {
  static char line[LINE];
  ko_headline_page *page = must(malloc(sizeof *page));
  size_t right = 0, wrong = 0, missed = 0, ends = 0, none = 0, invented = 0;
  FILE *in = must(n > 2 ? fopen(arg[1], "r") : NULL), *out;
  while (fgets(line, sizeof line, in)) read_sample(line, page);
  fclose(in);
  for (int fold = 0; fold < FOLDS; fold++) {
    learn(fold);
    test(fold, &right, &wrong, &missed, &ends, &none, &invented);
  }
  printf("of %zu ends %zu right, %zu elsewhere, %zu missed; of %zu sentences without one %zu cut\n",
         ends, right, wrong, missed, none, invented);
  learn(-1);
  out = must(fopen(arg[2], "w"));
  for (size_t i = 0; i < SIZE; i++) {
    double w = weight[i] * KO_HEADLINE_UNIT;
    fprintf(out, "%d,%s",
            (int)(w < -127  ? -127
                  : w > 127 ? 127
                            : lround(w)),
            i % 32 == 31 ? "\n" : "");
  }
  return fclose(out) != 0;
}
