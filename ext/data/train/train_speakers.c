/* Learn whether words in quotation marks were said, and by whom: ext/data/speakers.def, the weights of
** ext/extract/said/speaker_options.c.
**
**     train_speakers IMAGE GOLD cv          prints how five folds fare that were left out, by document
**     train_speakers IMAGE GOLD write FILE  learns from all
**
** GOLD is what speaker_gold.py writes.
**
** Method: logistic regression of whether it is a quotation; a log-linear choice among the options for its
** speaker, right ones sharing what is right; by stochastic gradient descent with AdaGrad's rates and L2
** regularisation, the weights of all rounds averaged. Features are the extension's own, hashed; so collisions
** are learnt with. What was said before a quotation is the gold's while it learns, and what was chosen when it
** is measured. Seeded: a second run gives the same file.
*/
#define PROGRAM "train_speakers"
#include "training.h"

#include "extract/names/reading_run.h"
#include "extract/said/quotes.h"
#include "morph/analyser.h"

enum { SIZE = 1 << KO_SPEAKER_BITS, FOLDS = 5, ROUNDS = 10 };
static const double L2 = 0.003, RATE = 0.05;

typedef struct gold {
  char *speaker, *words;
} gold;

typedef struct page {
  char *id, *text;
  size_t n;
  gold *quote;
  size_t n_quotes;
} page;

typedef struct option {
  uint16_t n;
  uint8_t right;
  uint16_t *feature;
} option;

typedef struct item {
  int n, page;
  option option[KO_MAX_OPTIONS];
} item;

static page *pages;
static size_t n_pages;
static item *items;
static size_t n_items, cap_items;
static float weight[SIZE], grown[SIZE];
static double sum[SIZE]; /* of the weights after each round */
static ko_model model;

static void read_gold(const char *path) {
  size_t n;
  char *s = read_all(path, &n), *end = s + n;
  while (s < end) {
    char *line = s, *stop = must(strchr(s, '\n'));
    *stop = 0;
    s = stop + 1;
    if (*line == 'D') {
      page *p;
      char *id = line + 2, *bytes = must(strrchr(line, ' '));
      pages = must(realloc(pages, (n_pages + 1) * sizeof *pages));
      p = &pages[n_pages++];
      memset(p, 0, sizeof *p);
      *bytes++ = 0;
      p->id = id;
      p->text = s;
      p->n = (size_t)atol(bytes);
      s += p->n;
      *s++ = 0;
    } else if (*line == 'Q') {
      page *p = &pages[n_pages - 1];
      char *words = must(strchr(line, '\t'));
      *words++ = 0;
      p->quote = must(realloc(p->quote, (p->n_quotes + 1) * sizeof *p->quote));
      p->quote[p->n_quotes++] = (gold){line + 2, words};
    }
  }
}

/* ---- what is right ---- */

/* Characters of the text without white space. */
static const char *squash(const ko_document *d, const char *text, ko_span s) {
  static char *room[2];
  static int next;
  const ko_text *t = &d->text;
  char *out;
  size_t n = 0, from, to;
  if (s.end > t->n) s.end = (uint32_t)t->n;
  if (s.start >= s.end) return "";
  from = t->ch[s.start].start;
  to = t->ch[s.end - 1].end;
  next = !next;
  out = room[next] = must(realloc(room[next], to - from + 1));
  for (size_t i = from; i < to; i++) {
    if ((unsigned char)text[i] <= ' ') continue;
    if ((unsigned char)text[i] == 0xC2 && (unsigned char)text[i + 1] == 0xA0) {
      i++;
      continue;
    }
    out[n++] = text[i];
  }
  out[n] = 0;
  return out;
}

static char *squash_name(const char *name) {
  static char room[1000];
  size_t n = 0;
  for (; *name && n < sizeof room - 1; name++)
    if ((unsigned char)*name > ' ') room[n++] = *name;
  room[n] = 0;
  return room;
}

typedef struct run { /* of one page */
  const ko_clauses *c;
  const page *p;
  int number, keep;
  const int8_t *weight; /* NULL: the gold chooses */
} run;

static const char *name_of(const run *r, const ko_speaker *who) {
  if (who->entity >= 0) return squash_name(r->c->r->entity[who->entity].name);
  return squash(r->c->r->document, r->p->text, who->span);
}

static int is_of(const char *words, const char *gold_words) {
  size_t a = strlen(words), b = strlen(gold_words);
  if (strstr(words, gold_words)) return 2 * b >= a;
  return strstr(gold_words, words) && 2 * a >= b;
}

/* Mark the right options; of a speaker whom no option names in full those that do in part, else all: that it
** was said. Returns the first of them. */
static int mark(const run *r, const ko_quoted *q, const ko_speaker_options *o, uint8_t *right) {
  const page *p = r->p;
  int said = 0, exact = 0, partly = 0, first = -1;
  char *words = must(strdup(squash(r->c->r->document, p->text, q->text)));
  memset(right, 0, KO_MAX_OPTIONS);
  for (size_t g = 0; g < p->n_quotes; g++) {
    if (!is_of(words, p->quote[g].words)) continue;
    said = 1;
    for (int i = KO_OPTION_NOBODY + 1; i < o->n; i++) {
      const char *name = name_of(r, &o->option[i].who);
      if (strcmp(name, p->quote[g].speaker) == 0)
        right[i] = 2, exact = 1;
      else if (strlen(name) > 5 && right[i] == 0 &&
               (strstr(name, p->quote[g].speaker) || strstr(p->quote[g].speaker, name)))
        right[i] = 1, partly = 1;
    }
  }
  free(words);
  for (int i = KO_OPTION_NOBODY; i < o->n; i++)
    right[i] = said && (exact ? right[i] == 2 : partly ? right[i] == 1 : 1);
  right[KO_OPTION_NONE] = !said;
  for (int i = 0; i < o->n && first < 0; i++)
    if (right[i]) first = i;
  return first;
}

static int choose(void *ctx, const ko_quoted *q, const ko_speaker_options *o) {
  run *r = ctx;
  uint8_t right[KO_MAX_OPTIONS];
  int gold_choice = mark(r, q, o, right);
  if (r->keep && o->last) {
    item *x;
    if (n_items == cap_items) {
      cap_items = cap_items ? cap_items * 2 : 1024;
      items = must(realloc(items, cap_items * sizeof *items));
    }
    x = &items[n_items++];
    x->n = o->n;
    x->page = r->number;
    for (int i = 0; i < o->n; i++) {
      size_t bytes = o->option[i].n * sizeof(uint16_t);
      x->option[i].n = o->option[i].n;
      x->option[i].right = right[i];
      x->option[i].feature = must(malloc(bytes + 1));
      memcpy(x->option[i].feature, o->option[i].feature, bytes);
    }
  }
  return r->weight ? ko_speaker_options_choose(o, r->weight) : gold_choice;
}

typedef struct figures {
  size_t gold, right, found, rows, false_rows;
} figures;

/* As score_articles.py counts. */
static void count(const run *r, const ko_quotes *q, figures *f) {
  const page *p = r->p;
  char *used = must(calloc(q->n + 1, 1));
  for (size_t g = 0; g < p->n_quotes; g++) {
    int found = 0, right = 0;
    for (size_t i = 0; i < q->n; i++) {
      const char *words = squash(r->c->r->document, p->text, q->item[i].text);
      ko_speaker who = {1, q->item[i].entity, 0, 0, q->item[i].speaker};
      if (!strstr(words, p->quote[g].words) && !strstr(p->quote[g].words, words)) continue;
      used[i] = 1;
      found = 1;
      right |= strcmp(name_of(r, &who), p->quote[g].speaker) == 0;
    }
    f->gold++;
    f->found += (size_t)found;
    f->right += (size_t)right;
  }
  for (size_t i = 0; i < q->n; i++) f->rows++, f->false_rows += !used[i];
  free(used);
}

/* Read the pages of a fold (-1: all): keep what there is to choose, count what was chosen. */
static void read_pages(int fold, int keep, const int8_t *weights, figures *f) {
  ko_worker worker;
  ko_worker_init(&worker, &model, &ko_mem_std);
  for (size_t i = 0; i < n_pages; i++) {
    ko_document d;
    ko_reading r;
    ko_clauses c;
    ko_quotes q;
    run x = {&c, &pages[i], (int)i, keep, weights};
    const ko_quote_chooser chooser = {choose, &x};
    if (fold >= 0 && (int)(i % FOLDS) != fold) continue;
    ko_document_init(&d, &worker);
    ko_reading_init(&r, &ko_mem_std);
    ko_clauses_init(&c, &ko_mem_std);
    ko_quotes_init(&q, &ko_mem_std);
    if (ko_document_read(&d, pages[i].text, pages[i].n) || ko_document_analyse(&d) ||
        ko_reading_run(&r, &d, KO_NO_DAY) || ko_clauses_read(&c, &r) ||
        ko_quotes_find_by(&c, &chooser, &q))
      must(NULL);
    if (f) count(&x, &q, f);
    ko_quotes_free(&q);
    ko_clauses_free(&c);
    ko_reading_free(&r);
    ko_document_free(&d);
  }
  ko_worker_free(&worker);
}

/* ---- learning ---- */

static void step(const option *o, double slope) {
  if (fabs(slope) < 1e-6) return;
  for (int k = 0; k < o->n; k++) {
    uint16_t w = o->feature[k];
    double g = slope + L2 * weight[w];
    grown[w] += (float)(g * g);
    weight[w] -= (float)(RATE * g / sqrt(grown[w]));
  }
}

/* Whether it is a quotation, and if it is one, whose. */
static void learn(const item *x) {
  double score[KO_MAX_OPTIONS], most = -1e9, all = 0, good = 0;
  for (int i = 0; i < x->n; i++) {
    score[i] = 0;
    for (int k = 0; k < x->option[i].n; k++) score[i] += weight[x->option[i].feature[k]];
    if (i > KO_OPTION_NONE && score[i] > most) most = score[i];
  }
  step(&x->option[KO_OPTION_NONE],
       1 / (1 + exp(-score[KO_OPTION_NONE])) - x->option[KO_OPTION_NONE].right);
  for (int i = KO_OPTION_NOBODY; i < x->n; i++) {
    score[i] = exp(score[i] - most);
    all += score[i];
    if (x->option[i].right) good += score[i];
  }
  if (good <= 0) return;
  for (int i = KO_OPTION_NOBODY; i < x->n; i++)
    step(&x->option[i], score[i] / all - (x->option[i].right ? score[i] / good : 0));
}

/* Learn from all items but those of a fold (-1: none). */
static void train(int but, int8_t *out) {
  uint64_t state = SEED;
  uint32_t *order = numbers(n_items);
  for (size_t i = 0; i < SIZE; i++) weight[i] = 0, grown[i] = 0.01f, sum[i] = 0;
  for (int round = 0; round < ROUNDS; round++) {
    shuffle(order, n_items, &state);
    for (size_t i = 0; i < n_items; i++) {
      if (items[order[i]].page % FOLDS != but) learn(&items[order[i]]);
    }
    for (size_t i = 0; i < SIZE; i++) sum[i] += weight[i];
  }
  free(order);
  for (int i = 0; i < SIZE; i++) out[i] = quantised(sum[i] / ROUNDS, KO_SPEAKER_UNIT);
}

static void print(const char *what, const figures *f) {
  printf("%-8s right %.1f  found %.1f  of %zu  rows %zu  false %.1f\n", what,
         100. * (double)f->right / (double)f->gold, 100. * (double)f->found / (double)f->gold,
         f->gold, f->rows, 100. * (double)f->false_rows / (double)f->rows);
}

static void add_figures(figures *a, const figures *b) {
  a->gold += b->gold, a->right += b->right, a->found += b->found, a->rows += b->rows,
      a->false_rows += b->false_rows;
}

int main(int argc, char **argv) {
  static int8_t w[SIZE];
  size_t n;
  char *image;
  const char *wrong;
  if (argc < 4) {
    fprintf(stderr, "usage: train_speakers IMAGE GOLD cv | write FILE\n");
    return 1;
  }
  image = read_all(argv[1], &n);
  wrong = ko_model_open(&model, image, n);
  if (wrong) {
    fprintf(stderr, "train_speakers: %s: %s\n", argv[1], wrong);
    return 1;
  }
  read_gold(argv[2]);
  read_pages(-1, 1, NULL, NULL);
  if (strcmp(argv[3], "cv") == 0) {
    figures all = {0};
    for (int fold = 0; fold < FOLDS; fold++) {
      figures one = {0};
      train(fold, w);
      read_pages(fold, 0, w, &one);
      print("fold", &one);
      add_figures(&all, &one);
    }
    print("all", &all);
  } else if (argc > 4) {
    figures all = {0};
    train(-1, w);
    write_weights(argv[4], w, SIZE);
    read_pages(-1, 0, w, &all);
    print("seen", &all);
  }
  return 0;
}
