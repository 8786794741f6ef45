/* Learn who meets by a trigger: ext/data/meetings.def, the weights of ext/extract/event/proposals.c.
**
**     train_meetings IMAGE DOCUMENTS list                       prints what there is to choose from, for answers.py
**     train_meetings IMAGE DOCUMENTS ANSWERS cv PREDICTIONS     five folds by document: PREDICTIONS, one line of JSON a
**                                                               document, is for score_meetings.py --predictions
**     train_meetings IMAGE DOCUMENTS ANSWERS write WEIGHTS      learns from all
**
** DOCUMENTS is what documents.py writes, ANSWERS what answers.py does of the list.
**
** Method: a log-linear choice among the proposals for a trigger, by stochastic gradient descent with AdaGrad's rates and L2
** regularisation. Features are the extension's own, hashed; so collisions are learnt with. Seeded: a second run
** gives the same file.
*/
#define PROGRAM "train_meetings"
#include "../train/training.h"

#include "extract/clause/countries.h"
#include "extract/event/proposals.h"
#include "extract/names/reading_run.h"
#include "morph/analyser.h"
#include "text/calendar.h"

enum { SIZE = 1 << KO_PROPOSAL_BITS, FOLDS = 5, ROUNDS = 10, UNKNOWN = -1 };
static const double L2 = 0.01, RATE = 0.1;

typedef struct document {
  char *id, *text;
  size_t n;
  int32_t day;
  int fold;
} document;

typedef struct answer {
  const char *id;
  uint32_t trigger; /* its first character */
  int right;
} answer;

typedef struct item {
  int n, right, fold;
  struct {
    uint16_t n;
    uint32_t *feature;
  } proposal[KO_MAX_PROPOSALS];
} item;

static document *documents;
static size_t n_documents;
static answer *answers;
static size_t n_answers;
static item *items;
static size_t n_items, cap_items;
static float weight[SIZE], grown[SIZE];
static int8_t learnt[SIZE];
static ko_model model;

static unsigned hash(const char *s) {
  unsigned h = 2166136261u;
  while (*s) h = (h ^ (unsigned char)*s++) * 16777619u;
  h = (h ^ h >> 13) * 0x9E3779B1u;
  return h >> 24;
}

/* `D id day bytes`, a line end, so many bytes of text, a line end. */
static void read_documents(const char *path) {
  size_t n;
  char *s = read_all(path, &n), *end = s + n;
  while (s < end) {
    document *d;
    char *line = s, *stop = must(strchr(s, '\n')), *day, *bytes;
    *stop = 0;
    documents = must(realloc(documents, (n_documents + 1) * sizeof *documents));
    d = &documents[n_documents++];
    bytes = must(strrchr(line, ' '));
    *bytes++ = 0;
    day = must(strrchr(line, ' '));
    *day++ = 0;
    d->id = line + 2;
    d->day = strcmp(day, "-") == 0 ? KO_NO_DAY : (int32_t)atol(day);
    d->n = (size_t)atol(bytes);
    d->text = stop + 1;
    d->fold = (int)(hash(d->id) % FOLDS);
    s = d->text + d->n;
    *s++ = 0;
  }
}

static int by_place(const void *a, const void *b) {
  const answer *x = a, *y = b;
  int c = strcmp(x->id, y->id);
  return c ? c : (x->trigger > y->trigger) - (x->trigger < y->trigger);
}

/* `id TAB character TAB proposal`. */
static void read_answers(const char *path) {
  size_t n;
  char *s = read_all(path, &n);
  for (char *line = strtok(s, "\n"); line; line = strtok(NULL, "\n")) {
    char *at = must(strchr(line, '\t')), *right = must(strchr(at + 1, '\t'));
    *at++ = *right++ = 0;
    answers = must(realloc(answers, (n_answers + 1) * sizeof *answers));
    answers[n_answers++] = (answer){line, (uint32_t)atol(at), atoi(right)};
  }
  if (n_answers) qsort(answers, n_answers, sizeof *answers, by_place);
}

/* ---- reading ---- */

typedef struct run { /* of one document */
  const document *d;
  int keep, list;
} run;

static int keep(const run *r, const ko_proposals *p) {
  const answer key = {r->d->id, p->x->word[p->x->phrase[p->trigger].first].start, 0},
               *found = n_answers ? bsearch(&key, answers, n_answers, sizeof key, by_place) : NULL;
  item *x;
  if (!found || found->right == UNKNOWN || found->right >= p->n) return 0;
  if (n_items == cap_items) {
    cap_items = cap_items ? cap_items * 2 : 1024;
    items = must(realloc(items, cap_items * sizeof *items));
  }
  x = &items[n_items++];
  x->n = p->n;
  x->right = found->right;
  x->fold = r->d->fold;
  for (int k = 0; k < p->n; k++) {
    size_t bytes = p->item[k].n * sizeof(uint32_t);
    x->proposal[k].n = p->item[k].n;
    x->proposal[k].feature = must(malloc(bytes + 1));
    memcpy(x->proposal[k].feature, p->item[k].feature, bytes);
  }
  return 1;
}

static void print_string(const char *s, size_t n) {
  putchar('"');
  for (size_t i = 0; i < n; i++) {
    if (s[i] == '"' || s[i] == '\\') putchar('\\');
    if ((unsigned char)s[i] < ' ')
      printf("\\u%04x", (unsigned char)s[i]);
    else
      putchar(s[i]);
  }
  putchar('"');
}

static void print_words(const run *r, const ko_text *t, uint32_t start, uint32_t end) {
  if (end > start)
    print_string(r->d->text + t->ch[start].start, t->ch[end - 1].end - t->ch[start].start);
  else
    printf("\"\"");
}

/* Unicode characters of the document before a character of the text. */
static size_t point_of(const run *r, const ko_text *t, uint32_t at) {
  size_t n = 0, byte = at < t->n ? t->ch[at].start : r->d->n;
  for (size_t i = 0; i < byte; i++) n += ((unsigned char)r->d->text[i] & 0xC0) != 0x80;
  return n;
}

static void print_party(const run *r, const ko_meeting_reader *x, const ko_party *y) {
  const ko_text *t = &x->r->document->text;
  const char *name = y->entity >= 0 ? x->r->entity[y->entity].name : NULL;
  if (y->type == KO_PARTY_COUNTRY) name = ko_country_name_of(y->country);
  printf("{\"start\":%zu,\"end\":%zu,\"words\":", point_of(r, t, y->start), point_of(r, t, y->end));
  print_words(r, t, y->start, y->end);
  printf(",\"name\":");
  if (name)
    print_string(name, strlen(name));
  else
    print_words(r, t, y->start, y->end);
  printf(",\"leaders\":[");
  for (size_t i = 0, n = 0; y->type == KO_PARTY_COUNTRY && i < x->r->n_entities; i++)
    if (x->holder[i].leader && x->holder[i].country == y->country) {
      if (n++) putchar(',');
      print_string(x->r->entity[i].name, strlen(x->r->entity[i].name));
    }
  printf("]}");
}

static void print_proposals(const run *r, const ko_proposals *p) {
  const ko_meeting_reader *x = p->x;
  const ko_text *t = &x->r->document->text;
  const ko_phrase *phrase = &x->phrase[p->trigger];
  const ko_role *role = &x->role[p->trigger];
  const char *kind = ko_meeting_trigger_kind_of(x->trigger[role->trigger_end - 1]);
  ko_span s = x->r->document->sentences.span[x->sentence];
  printf("{\"id\":");
  print_string(r->d->id, strlen(r->d->id));
  printf(",\"at\":%u,\"sentence\":[%zu,%zu],\"trigger\":[%zu,%zu],\"kind\":",
         x->word[phrase->first].start, point_of(r, t, s.start), point_of(r, t, s.end),
         point_of(r, t, x->word[phrase->first].start), point_of(r, t, x->word[phrase->head].end));
  print_string(kind, strlen(kind));
  printf(",\"words\":");
  print_words(r, t, x->word[role->trigger].start, x->word[role->trigger_end - 1].end);
  printf(",\"rules\":%d,\"proposals\":[", p->by_rules);
  for (int k = 0; k < p->n; k++) {
    ko_party all[KO_MAX_PARTIES];
    int n = ko_proposal_parties(p, k, all);
    printf("%s[", k ? "," : "");
    for (int i = 0; i < n; i++) {
      if (i) putchar(',');
      print_party(r, x, &all[i]);
    }
    printf("]");
  }
  printf("]}\n");
}

/* The rules choose while there is something to learn, the weights when they are measured. */
static int choose(void *ctx, const ko_proposals *p) {
  const run *r = ctx;
  if (r->list) print_proposals(r, p);
  if (r->keep) keep(r, p);
  return r->keep || r->list ? p->by_rules : ko_proposals_choose(p, learnt);
}

static void print_day(FILE *out, const char *name, int32_t day) {
  int y, m, d;
  if (day == KO_NO_DAY) {
    fprintf(out, ",\"%s\":null", name);
    return;
  }
  ko_day_split(day, &y, &m, &d);
  fprintf(out, ",\"%s\":\"%04d-%02d-%02d\"", name, y, m, d);
}

static void print_string_to(FILE *out, const char *s, size_t n) {
  fputc('"', out);
  for (size_t i = 0; i < n; i++) {
    if (s[i] == '"' || s[i] == '\\') fputc('\\', out);
    fputc((unsigned char)s[i] < ' ' ? ' ' : s[i], out);
  }
  fputc('"', out);
}

static void print_meetings(FILE *out, const document *d, const ko_text *t, const ko_meetings *m) {
  static const char *const statuses[] = {"held", "ongoing", "planned", "expected", "unlikely"};
  fprintf(out, "{\"id\":");
  print_string_to(out, d->id, strlen(d->id));
  fprintf(out, ",\"meetings\":[");
  for (size_t i = 0; i < m->n; i++) {
    const ko_meeting *x = &m->item[i];
    uint32_t from = x->place.end > x->place.start ? t->ch[x->place.start].start : 0,
             to = x->place.end > x->place.start ? t->ch[x->place.end - 1].end : 0;
    fprintf(out, "%s{\"kind\":\"%s\",\"status\":\"%s\",\"participants\":[", i ? "," : "",
            x->kind_lemma, statuses[x->status]);
    for (size_t k = 0; k < x->n_participants; k++) {
      const char *name = m->participant[x->participant + k].name;
      if (k) fputc(',', out);
      print_string_to(out, name, strlen(name));
    }
    fprintf(out, "]");
    print_day(out, "date", x->day);
    print_day(out, "date_end", x->day_end == x->day ? KO_NO_DAY : x->day_end);
    fprintf(out, ",\"place\":");
    print_string_to(out, d->text + from, to - from);
    fprintf(out, "}");
  }
  fprintf(out, "]}\n");
}

/* Read the documents of a fold (-1: all). */
static void read_fold(int fold, int keeps, int lists, FILE *out) {
  ko_worker worker;
  ko_worker_init(&worker, &model, &ko_mem_std);
  for (size_t i = 0; i < n_documents; i++) {
    ko_document d;
    ko_reading r;
    ko_clauses c;
    ko_meetings m;
    run x = {&documents[i], keeps, lists};
    const ko_meeting_chooser chooser = {choose, &x};
    if (fold >= 0 && documents[i].fold != fold) continue;
    ko_document_init(&d, &worker);
    ko_reading_init(&r, &ko_mem_std);
    ko_clauses_init(&c, &ko_mem_std);
    ko_meetings_init(&m, &ko_mem_std);
    if (ko_document_read(&d, documents[i].text, documents[i].n)) must(NULL);
    if (ko_meetings_may_be(&d.text) &&
        (ko_document_analyse(&d) || ko_reading_run(&r, &d, documents[i].day) ||
         ko_clauses_read(&c, &r) || ko_meetings_find_by(&c, &chooser, &m)))
      must(NULL);
    if (out) print_meetings(out, &documents[i], &d.text, &m);
    ko_meetings_free(&m);
    ko_clauses_free(&c);
    ko_reading_free(&r);
    ko_document_free(&d);
  }
  ko_worker_free(&worker);
}

/* ---- learning ---- */

/* The probabilities of an item's proposals. Returns the likeliest. */
static int weigh(const item *x, double p[KO_MAX_PROPOSALS]) {
  double sum = 0;
  int best = 0;
  for (int k = 0; k < x->n; k++) {
    p[k] = 0;
    for (int i = 0; i < x->proposal[k].n; i++) p[k] += weight[x->proposal[k].feature[i]];
    if (p[k] > p[best]) best = k;
  }
  for (int k = 0, most = best; k < x->n; k++)
    if (k != most) sum += p[k] = exp(p[k] - p[most]);
  p[best] = 1;
  sum += 1;
  for (int k = 0; k < x->n; k++) p[k] /= sum;
  return best;
}

static void learn(const item *x) {
  double p[KO_MAX_PROPOSALS];
  weigh(x, p);
  for (int k = 0; k < x->n; k++) {
    double slope = p[k] - (k == x->right);
    if (fabs(slope) < 1e-3) continue;
    for (int i = 0; i < x->proposal[k].n; i++) {
      uint32_t w = x->proposal[k].feature[i];
      double g = slope + L2 * weight[w];
      grown[w] += (float)(g * g);
      weight[w] -= (float)(RATE * g / sqrt(grown[w]));
    }
  }
}

/* Learn from all items but those of a fold (-1: none). */
static void train(int but) {
  uint64_t state = SEED;
  uint32_t *order = numbers(n_items);
  for (size_t i = 0; i < SIZE; i++) weight[i] = 0, grown[i] = 0.01f;
  for (int round = 0; round < ROUNDS; round++) {
    shuffle(order, n_items, &state);
    for (size_t i = 0; i < n_items; i++)
      if (items[order[i]].fold != but) learn(&items[order[i]]);
  }
  free(order);
  for (int i = 0; i < SIZE; i++) learnt[i] = quantised(weight[i], KO_PROPOSAL_UNIT);
}

static void cross_validate(const char *path) {
  FILE *out = must(fopen(path, "w"));
  size_t right = 0;
  for (int fold = 0; fold < FOLDS; fold++) {
    double p[KO_MAX_PROPOSALS];
    train(fold);
    for (size_t i = 0; i < n_items; i++)
      right += items[i].fold == fold && weigh(&items[i], p) == items[i].right;
    read_fold(fold, 0, 0, out);
  }
  fclose(out);
  printf("%zu triggers, of which left out %.1f %% are right\n", n_items,
         100. * (double)right / (double)n_items);
}

int main(int argc, char **argv) {
  size_t n;
  char *image;
  const char *wrong;
  if (argc != 4 && argc != 6) {
    fprintf(stderr, "usage: train_meetings IMAGE DOCUMENTS list | ANSWERS cv PREDICTIONS | ANSWERS "
                    "write WEIGHTS\n");
    return 1;
  }
  image = read_all(argv[1], &n);
  wrong = ko_model_open(&model, image, n);
  if (wrong) {
    fprintf(stderr, "train_meetings: %s: %s\n", argv[1], wrong);
    return 1;
  }
  read_documents(argv[2]);
  if (argc == 4) {
    read_fold(-1, 0, 1, NULL);
    return 0;
  }
  read_answers(argv[3]);
  read_fold(-1, 1, 0, NULL);
  if (strcmp(argv[4], "cv") == 0) {
    cross_validate(argv[5]);
  } else {
    train(-1);
    write_weights(argv[5], learnt, SIZE);
  }
  return 0;
}
