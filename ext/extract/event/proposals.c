#include "extract/event/proposals.h"

#include <string.h>

#include "extract/event/frame.h"

enum {
  MAX_BETWEEN = 3, /* phrases between the members of a list: A·서울의 B */
  SINCE = 2,       /* sentences since a meeting was told */
  TRUST = 110 /* what the rules' own proposal is given beside its weights, in KO_PROPOSAL_UNIT */
};

/* ---- lists ---- */

static int has_parties(const ko_meeting_reader *x, int i) {
  return x->phrase[i].type == KO_PHRASE_NOUNS && x->role[i].n_parties > 0;
}

/* The meeting told last, in one of the sentences before; NULL. */
static const ko_telling *told_last(const ko_meeting_reader *x) {
  const size_t n = x->n_tellings;
  for (size_t k = n; k-- > 0 && n - k <= KO_REACH;) {
    const ko_telling *t = &x->telling[k];
    if (t->n == 0 || t->m.sentence == x->sentence) continue;
    return t->m.sentence + SINCE >= x->sentence ? t : NULL;
  }
  return NULL;
}

static int take(const ko_meeting_reader *x, ko_party *out, int n, const ko_party *y) {
  if (n < KO_MAX_PARTIES && !ko_party_in(x, out, n, y)) out[n++] = *y;
  return n;
}

/* Append the parties of a list that are not there yet. Returns how many there are. */
static int collect(const ko_proposals *p, const ko_party_list *l, ko_party *out, int n) {
  const ko_meeting_reader *x = p->x;
  const ko_telling *last;
  switch (l->source) {
  case KO_LIST_TOPIC: return take(x, out, n, &x->topic);
  case KO_LIST_LAST:
    last = told_last(x);
    for (int k = 0; k < last->n; k++) n = take(x, out, n, &last->party[k]);
    return n;
  case KO_LIST_RULES:
    for (int k = 0; k < p->rules->n; k++) n = take(x, out, n, &p->rules->party[k]);
    return n;
  default:
    for (int i = l->first; i <= l->last; i++)
      for (int k = 0; k < x->role[i].n_parties; k++)
        n = take(x, out, n, &x->party[x->role[i].party + k]);
    return n;
  }
}

static void add_list(ko_proposals *p, ko_list_source source, int first, int last) {
  ko_party_list *l = &p->list[p->n_lists];
  ko_party all[KO_MAX_PARTIES];
  if (p->n_lists == KO_MAX_LISTS - (source != KO_LIST_RULES)) return; /* one is the rules' */
  for (int k = 0; k < p->n_lists && first >= 0; k++)
    if (p->list[k].first == first && p->list[k].last == last) return;
  *l = (ko_party_list){source, first, last, 0, 0};
  l->n = collect(p, l, all, 0);
  for (int k = 0; k < l->n; k++) l->types |= (uint8_t)(1u << all[k].type);
  p->n_lists += l->n > 0 && (l->n <= KO_LIST_PARTIES || source == KO_LIST_RULES);
}

/* The next member of the list that phrase i is in; -1 if it is the last. */
static int next_member(const ko_meeting_reader *x, int i) {
  int k = i + 1, n = (int)x->n_phrases;
  if (x->phrase[i].join == KO_JOIN_APART) return -1;
  while (k < n && k - i <= MAX_BETWEEN && x->phrase[k].type == KO_PHRASE_NOUNS &&
         !has_parties(x, k) && x->phrase[k].particle == KO_CASE_OF)
    k++;
  return k < n && has_parties(x, k) && x->phrase[k].quote == x->phrase[i].quote ? k : -1;
}

/* Add the lists that begin with phrase i. Returns the phrase behind them. */
static int add_lists_from(ko_proposals *p, int i) {
  const ko_meeting_reader *x = p->x;
  int begun = i, end = -1, last = i, next;
  while ((next = next_member(x, last)) >= 0) {
    if (x->phrase[last].join == KO_JOIN_AND) {
      add_list(p, KO_LIST_JOINED, begun, last);
      if (end < 0) end = last;
      begun = next;
    }
    last = next;
  }
  add_list(p, KO_LIST_JOINED, begun, last);
  if (end >= 0) add_list(p, KO_LIST_CHAIN, i, last);
  if (end < 0) end = last;
  if (end > i && x->phrase[i].join == KO_JOIN_COMMA) {
    add_list(p, KO_LIST_FIRST, i, i);
    add_list(p, KO_LIST_REST, i + 1, last);
  }
  for (int k = i; k <= end && end > i; k++)
    if (has_parties(x, k)) add_list(p, KO_LIST_SINGLE, k, k);
  return last + 1;
}

static void find_lists(ko_proposals *p) {
  const ko_meeting_reader *x = p->x;
  int from = p->trigger < KO_REACH ? 0 : p->trigger - KO_REACH, to = p->trigger + KO_REACH;
  for (int i = from; i < (int)x->n_phrases && i < to;)
    i = has_parties(x, i) ? add_lists_from(p, i) : i + 1;
  if (x->has_topic) add_list(p, KO_LIST_TOPIC, -1, -1);
  if (told_last(x) && told_last(x)->n > 1) add_list(p, KO_LIST_LAST, -1, -1);
}

/* ---- proposals ---- */

int ko_proposal_parties(const ko_proposals *p, int k, ko_party out[KO_MAX_PARTIES]) {
  int n = 0;
  for (int side = 0; side < 2; side++)
    if (p->item[k].list[side] >= 0) n = collect(p, &p->list[p->item[k].list[side]], out, n);
  return n;
}

/* A number for a party, which those that are the same have in common. */
static uint32_t party_number(const ko_meeting_reader *x, const ko_party *y) {
  uint32_t h = y->type == KO_PARTY_COUNTRY ? 2 : 3;
  if (y->entity >= 0) return (uint32_t)y->entity * 0x9E3779B1u + 1;
  if (y->type == KO_PARTY_COUNTRY) return (h + (uint32_t)y->country) * 0x85EBCA6Bu;
  for (uint32_t i = y->start; i < y->end; i++)
    h = (h ^ x->r->document->text.ch[i].cp) * 0x9E3779B1u;
  return h;
}

/* The same for a set, in whatever order. */
static uint32_t set_number(const ko_meeting_reader *x, const ko_party *all, int n) {
  uint32_t sum = 0;
  for (int k = 0; k < n; k++) {
    uint32_t h = party_number(x, &all[k]);
    sum += (h ^ h >> 15) * 0x2C1B3C6Du;
  }
  return sum;
}

/* The proposal of these parties; -1. */
static int find_set(const ko_proposals *p, int n, uint32_t set) {
  for (int k = 1; k < p->n; k++)
    if (p->item[k].n_parties == n && p->item[k].set == set) return k;
  return -1;
}

/* Propose that those of one list, or of two, meet. */
static void propose(ko_proposals *p, int one, int two) {
  ko_party all[KO_MAX_PARTIES];
  ko_proposal *o = &p->item[p->n];
  int sum = p->list[one].n + (two >= 0 ? p->list[two].n : 0);
  if (p->n == KO_MAX_PROPOSALS - 1) return; /* one is the rules' */
  *o = (ko_proposal){.list = {one, two}};
  o->n_parties = ko_proposal_parties(p, p->n, all);
  if (o->n_parties < 2 || o->n_parties < sum) return; /* one party on both sides */
  o->set = set_number(p->x, all, o->n_parties);
  if (find_set(p, o->n_parties, o->set) < 0) p->n++;
}

/* The proposal that is what the frame has. */
static void find_rules(ko_proposals *p) {
  p->by_rules = KO_PROPOSAL_NONE;
  if (!p->rules || p->rules->n < 2) return;
  p->by_rules = find_set(p, p->rules->n, set_number(p->x, p->rules->party, p->rules->n));
  if (p->by_rules >= 0) return;
  add_list(p, KO_LIST_RULES, -1, -1);
  p->by_rules = p->n++;
  p->item[p->by_rules] = (ko_proposal){.list = {p->n_lists - 1, -1}};
}

void ko_proposals_find(const ko_meeting_reader *x, int i, ko_telling *rules, ko_proposals *out) {
  out->x = x;
  out->trigger = i;
  out->rules = rules;
  out->n_lists = 0;
  out->n = 1;
  out->item[KO_PROPOSAL_NONE] = (ko_proposal){.list = {-1, -1}};
  find_lists(out);
  for (int a = 0; a < out->n_lists; a++) propose(out, a, -1);
  for (int a = 0; a < out->n_lists; a++)
    for (int b = a + 1; b < out->n_lists; b++) {
      const ko_party_list *l = &out->list[a], *m = &out->list[b];
      if (l->source == KO_LIST_LAST || m->source == KO_LIST_LAST) continue;
      if (l->first >= 0 && m->first >= 0 && l->first <= m->last && m->first <= l->last) continue;
      propose(out, a, b);
    }
  find_rules(out);
}

/* ---- the choice ---- */

const int8_t ko_proposal_weights[1 << KO_PROPOSAL_BITS] = {
#include "data/meetings.def"
};

int ko_proposals_choose(const ko_proposals *p, const int8_t *weight) {
  int best = 0, most = 0;
  for (int k = 0; k < p->n; k++) {
    int sum = k == p->by_rules ? TRUST : 0;
    for (int i = 0; i < p->item[k].n; i++) sum += weight[p->item[k].feature[i]];
    if (k == 0 || sum > most) best = k, most = sum;
  }
  return best;
}
