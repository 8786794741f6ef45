#include "extract/event/proposal_features.h"

#include <string.h>

#include "base/feature.h"
#include "extract/event/frame.h"

enum {
  CHAIN = 24,   /* heads above a phrase that are looked at */
  NEAR = 5,     /* phrases from an adnominal predicate to its noun */
  FAR = 60,     /* from a phrase to its predicate */
  COUNTED = 48, /* phrases between a list and the trigger that are counted */
};

/* Where a list stands to the trigger. */
enum { LEFT, RIGHT, AROUND };
/* Cases, behind ko_case. */
enum { CASE_BETWEEN = KO_CASE_OTHER + 1, CASE_LISTED };

typedef struct describer {
  ko_proposals *p;
  const ko_meeting_reader *x;
  const ko_phrase *t; /* the trigger */
  int i;
  ko_proposal *out;
  uint32_t verbal, kind, text, marks, state;
  int chain[CHAIN], n_chain; /* the trigger and its heads */
} describer;

/* ---- numbers ---- */

static void add(describer *d, uint32_t kind, uint32_t a, uint32_t b, uint32_t c) {
  uint32_t h = ko_feature(kind, a, b, c);
  ko_proposal *o = d->out;
  if (o->n < KO_PROPOSAL_FEATURES) o->feature[o->n++] = (h & ((1u << KO_PROPOSAL_BITS) - 1));
}

static uint32_t string(const char *s, size_t n) {
  uint32_t h = 5;
  for (size_t i = 0; i < n; i++) h = ko_mix(h, (unsigned char)s[i]);
  return h;
}

static uint32_t word(const describer *d, int i) {
  return i >= 0 && i < (int)d->x->n_words ? string(d->x->word[i].form, d->x->word[i].n_form) : 0;
}

static uint32_t at_most(int n, int most) {
  return (uint32_t)(n < most ? n : most);
}

static uint32_t bucket(int n) {
  return n < 5 ? (uint32_t)n : n < 7 ? 5 : n < 10 ? 6 : n < 16 ? 7 : 8;
}

/* ---- phrases ---- */

/* The word that a phrase is known by; 0 for one outside of the sentence. */
static uint32_t base_of(const describer *d, int k) {
  const ko_phrase *p;
  if (k < 0 || k >= (int)d->x->n_phrases) return 0;
  p = &d->x->phrase[k];
  return word(d, p->type == KO_PHRASE_PREDICATE ? p->base : p->head);
}

/* Its first particle, or what it ends in. */
static uint32_t form_of(const describer *d, int k) {
  const ko_phrase *p = &d->x->phrase[k];
  return word(d, p->end > p->head + 1 ? p->head + 1 : p->head);
}

/* What phrase k belongs to; -1 if nothing behind it. */
static int governor_of(const ko_meeting_reader *x, int k) {
  const ko_phrase *p = &x->phrase[k];
  int n = (int)x->n_phrases;
  if (p->type == KO_PHRASE_PREDICATE && p->ending == KO_ENDING_ADNOMINAL) {
    for (int m = k + 1; m < n && m < k + NEAR; m++)
      if (x->phrase[m].type == KO_PHRASE_NOUNS) return m;
    return -1;
  }
  if (p->type == KO_PHRASE_NOUNS && (p->particle == KO_CASE_OF || p->join))
    return k + 1 < n ? k + 1 : -1;
  for (int m = k + 1; m < n && m < k + FAR; m++)
    if (x->phrase[m].type == KO_PHRASE_PREDICATE && x->phrase[m].quote == p->quote) return m;
  return -1;
}

/* A phrase and its heads. Returns how many. */
static int chain_of(const ko_meeting_reader *x, int k, int out[CHAIN]) {
  int n = 0;
  for (; k >= 0 && n < CHAIN; k = governor_of(x, k)) out[n++] = k;
  return n;
}

static int place_in(const int *chain, int n, int k) {
  for (int i = 0; i < n; i++)
    if (chain[i] == k) return i;
  return -1;
}

/* The predicate above a phrase; -1. */
static int predicate_of(const ko_meeting_reader *x, const int *chain, int n) {
  for (int i = 1; i < n; i++)
    if (x->phrase[chain[i]].type == KO_PHRASE_PREDICATE) return chain[i];
  return -1;
}

/* How the heads of a phrase meet those of the trigger. */
static uint32_t path_to(const describer *d, const int *chain, int n) {
  int up = place_in(chain, n, d->i), down = place_in(d->chain, d->n_chain, chain[0]);
  if (up >= 0) return at_most(up, 3);
  if (down >= 0) return 4 + at_most(down, 3);
  for (int i = 0; i < n; i++) {
    int k = place_in(d->chain, d->n_chain, chain[i]);
    if (k >= 0) return 8 + 4 * at_most(i, 3) + at_most(k, 3);
  }
  return 24;
}

/* ---- lists ---- */

/* What stands between two phrases. */
typedef struct between {
  int predicates, adnominal, closed, subjects, parties;
} between;

static between count_between(const describer *d, int from, int to) {
  between b = {0, 0, 0, 0, 0};
  for (int k = from + 1; k < to && k <= from + COUNTED; k++) {
    const ko_phrase *p = &d->x->phrase[k];
    if (p->type == KO_PHRASE_PREDICATE) {
      b.predicates++;
      b.adnominal += p->ending == KO_ENDING_ADNOMINAL;
      b.closed += p->ending == KO_ENDING_FINAL || p->ending == KO_ENDING_QUOTATIVE;
    } else if (p->type == KO_PHRASE_NOUNS) {
      b.subjects += p->particle == KO_CASE_SUBJECT;
      b.parties += d->x->role[k].who == KO_WHO_PARTY;
    }
  }
  return b;
}

static int has_subject_before(const describer *d) {
  for (int k = d->i - 1; k >= 0 && k > d->i - COUNTED; k--)
    if (d->x->phrase[k].type == KO_PHRASE_NOUNS && d->x->phrase[k].particle == KO_CASE_SUBJECT &&
        d->x->role[k].who != KO_WHO_NOBODY)
      return 1;
  return 0;
}

/* A list that was told before. Returns what stands for it in features of the whole. */
static uint32_t describe_told(describer *d, const ko_party_list *l, uint32_t tag) {
  uint32_t it = tag * 8 + (uint32_t)l->source;
  add(d, 1, it, 0, 0);
  add(d, 2, it, d->kind, 0);
  add(d, 3, it, d->verbal, (uint32_t)has_subject_before(d));
  return 4000 + (uint32_t)l->source;
}

/* What speaks for a list, which is one of two (tag 1) or alone (0). Returns what stands for it. */
static uint32_t describe_list(describer *d, const ko_party_list *l, uint32_t tag) {
  const ko_phrase *p, *t = d->t;
  int chain[CHAIN] = {0}, n, pred, trigger_pred, same, last = l->last, is_left = last < d->i;
  uint32_t side, particle, base, far, path, quote, next, shape;
  between b;
  if (l->first < 0) return describe_told(d, l, tag);
  p = &d->x->phrase[last];
  side = l->first <= d->i && d->i <= last ? AROUND : is_left ? LEFT : RIGHT;
  particle = p->between ? CASE_BETWEEN : p->particle;
  if (p->join == KO_JOIN_AND && last + 1 < (int)d->x->n_phrases) particle = CASE_LISTED;
  far = bucket(is_left ? d->i - last : last - d->i);
  b = is_left ? count_between(d, last, d->i) : count_between(d, d->i, last);
  quote = p->quote == t->quote ? 0 : p->quote == 0 ? 1 : t->quote == 0 ? 2 : 3;
  n = chain_of(d->x, last, chain);
  path = path_to(d, chain, n);
  pred = predicate_of(d->x, chain, n);
  trigger_pred = predicate_of(d->x, d->chain, d->n_chain);
  same = pred == trigger_pred || pred == d->i;
  next = last + 1 < (int)d->x->n_phrases && last + 1 != d->i ? base_of(d, last + 1) : 1;
  base = ((tag * 3 + side) * 16 + particle) * 2 + d->verbal;
  shape = (side * 16 + particle) * 16 + l->types;
  add(d, 4, base, 0, 0);
  add(d, 5, base, l->types, 0);
  add(d, 6, base, far, 0);
  add(d, 7, base, at_most(b.predicates, 3) * 8 + at_most(b.adnominal, 2), at_most(b.closed, 1));
  add(d, 8, base, path, 0);
  add(d, 9, tag, path, (uint32_t)same);
  add(d, 10, base, p->topic, (uint32_t)same);
  add(d, 11, base, quote, 0);
  add(d, 12, base, d->kind, 0);
  add(d, 13, base, pred >= 0 ? base_of(d, pred) : 0, 0);
  add(d, 14, tag, pred >= 0 ? base_of(d, pred) : 0, (uint32_t)same);
  add(d, 15, base, trigger_pred >= 0 ? base_of(d, trigger_pred) : 0, 0);
  add(d, 16, base, t->particle, 0);
  add(d, 17, base, (uint32_t)d->x->headline, p->join);
  add(d, 18, base, at_most(b.subjects, 2), 0);
  add(d, 19, base, at_most(b.parties, 2), 0);
  add(d, 20, base, at_most(l->n, 4), 0);
  add(d, 21, base, (uint32_t)l->source, 0);
  add(d, 22, base, d->marks, 0);
  add(d, 23, base, next, 0);
  add(d, 24, base, form_of(d, last), 0);
  add(d, 25, tag, l->types, d->kind);
  add(d, 26, base, d->x->role[d->i].who, 0);
  add(d, 27, tag * 3 + side, base_of(d, last), 0);
  add(d, 28, base, far, (uint32_t)d->x->headline);
  add(d, 29, base, l->first == 0, 0);
  return shape;
}

/* ---- proposals ---- */

/* What the frame has for the trigger. */
enum { RULES_NOTHING, RULES_BARE, RULES_ONE, RULES_TOLD };

static uint32_t state_of(const ko_proposals *p) {
  return !p->rules          ? RULES_NOTHING
         : p->rules->n == 0 ? RULES_BARE
         : p->rules->n == 1 ? RULES_ONE
                            : RULES_TOLD;
}

/* How the parties are to those of the frame. */
static uint32_t relation_of(const ko_proposals *p, const ko_party *all, int n) {
  int shared = 0, wanted = p->rules ? p->rules->n : 0;
  for (int k = 0; k < n; k++)
    shared += wanted > 0 && ko_party_in(p->x, p->rules->party, wanted, &all[k]);
  if (shared == n) return shared == wanted ? 0 : 1;
  return shared == wanted ? 2 : shared ? 3 : 4;
}

/* Of each type of party how many there are, up to 3. */
static uint32_t count_types(const ko_party *all, int n) {
  uint32_t of[4] = {0, 0, 0, 0};
  for (int k = 0; k < n; k++)
    if (of[all[k].type] < 3) of[all[k].type]++;
  return ((of[0] * 4 + of[1]) * 4 + of[2]) * 4 + of[3];
}

static void describe_nobody(describer *d) {
  const ko_phrase *t = d->t;
  int who = 0, governor = governor_of(d->x, d->i);
  for (int k = d->i < COUNTED ? 0 : d->i - COUNTED; k < (int)d->x->n_phrases && k < d->i + COUNTED;
       k++)
    who += d->x->role[k].who == KO_WHO_PARTY;
  add(d, 30, d->state, 0, 0);
  add(d, 31, d->state, d->kind, 0);
  add(d, 32, d->verbal, t->particle, 0);
  add(d, 33, d->state, d->marks, 0);
  add(d, 34, (uint32_t)d->x->headline, d->verbal, d->state);
  add(d, 35, d->text, 0, 0);
  add(d, 36, d->x->role[d->i].who, d->state, 0);
  add(d, 37, d->verbal, t->past * 4u + t->future * 2u + t->negated, 0);
  add(d, 38, at_most(who, 5), d->state, 0);
  add(d, 39, t->quote > 0, d->state, 0);
  add(d, 40, d->i > 0 ? base_of(d, d->i - 1) : 1, 0, 0);
  add(d, 41, base_of(d, d->i + 1), 0, 0);
  add(d, 42, form_of(d, d->i), d->verbal, 0);
  add(d, 43, base_of(d, d->i), 0, 0);
  add(d, 44, governor >= 0 ? base_of(d, governor) : 1, d->verbal, t->particle);
}

static void describe_some(describer *d, int k) {
  const ko_proposals *p = d->p;
  const ko_proposal *o = &p->item[k];
  ko_party all[KO_MAX_PARTIES];
  int n = ko_proposal_parties(p, k, all), two = o->list[1] >= 0;
  uint32_t how = d->state * 8 + relation_of(p, all, n), types = count_types(all, n), shapes = 3;
  add(d, 50, how, 0, 0);
  add(d, 51, how, d->verbal, 0);
  add(d, 52, how, (uint32_t)d->x->headline, 0);
  add(d, 53, how, at_most(n, 5), 0);
  add(d, 54, how, d->kind, 0);
  add(d, 55, how, d->marks, 0);
  for (int side = 0; side <= two; side++) {
    const ko_party_list *l = &p->list[o->list[side]];
    uint32_t shape = l->source == KO_LIST_RULES ? 4100 : describe_list(d, l, (uint32_t)two);
    add(d, 56, shape, how, 0);
    shapes = ko_mix(shapes, shape);
  }
  add(d, 57, shapes, d->verbal, 0);
  add(d, 58, shapes, d->verbal, d->kind);
  add(d, 59, shapes, d->verbal, how);
  add(d, 60, types, 0, 0);
  add(d, 61, types, d->kind, 0);
  if (two && p->list[o->list[1]].first >= 0) {
    const ko_party_list *a = &p->list[o->list[0]], *b = &p->list[o->list[1]];
    add(d, 62, bucket(b->first - a->last), d->verbal, 0);
    add(d, 63, a->last < d->i, b->first < d->i, d->verbal);
  }
}

void ko_proposals_describe(ko_proposals *p) {
  const ko_meeting_reader *x = p->x;
  const ko_role *role = &x->role[p->trigger];
  int row = x->trigger[role->trigger_end - 1];
  const char *kind = ko_meeting_trigger_kind_of(row);
  describer d = {.p = p, .x = x, .t = &x->phrase[p->trigger], .i = p->trigger};
  d.verbal = d.t->type == KO_PHRASE_PREDICATE;
  d.kind = string(kind, strlen(kind));
  d.marks = (uint32_t)ko_meeting_trigger_marks_of(row);
  d.text = 9;
  for (int i = role->trigger; i < role->trigger_end; i++) d.text = ko_mix(d.text, word(&d, i));
  d.state = state_of(p);
  d.n_chain = chain_of(x, d.i, d.chain);
  for (int k = 0; k < p->n; k++) {
    d.out = &p->item[k];
    d.out->n = 0;
    if (k == KO_PROPOSAL_NONE)
      describe_nobody(&d);
    else
      describe_some(&d, k);
  }
}
