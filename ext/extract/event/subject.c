/* The subject of a meeting: stated in its clause, referred to (두 사람), or the noun that the clause
** describes (시진핑을 만난 이 대통령). */
#include <string.h>

#include "extract/event/subject.h"
#include "tables.h"

static ko_party person_at(const ko_reading *r, size_t mention) {
  const ko_mention *m = &r->mentions.item[mention];
  ko_party y = {.type = KO_PARTY_PERSON, .country = -1};
  y.entity = m->entity;
  y.mention = (int)mention;
  y.start = m->start;
  y.end = m->end;
  return y;
}

/* The people named last before mention `at` who hold the office. */
static void take_holders(ko_frame *f, size_t at, const ko_clause_word *office, int wanted) {
  const ko_reading *r = f->x->r;
  for (int k = 0; at-- > 0 && k < KO_REACH && f->n[0] < wanted; k++) {
    const ko_mention *m = &r->mentions.item[at];
    ko_party y;
    if (m->type != KO_MENTION_PERSON || m->entity < 0) continue;
    if (!f->x->holder[m->entity].head || strcmp(f->x->holder[m->entity].head, office->form) != 0)
      continue;
    y = person_at(r, at);
    ko_frame_take(f, 0, &y);
  }
}

/* Is it a country, or somebody who leads one? */
static int leads(const ko_meeting_reader *x, const ko_party *y) {
  return y->type == KO_PARTY_COUNTRY || (y->entity >= 0 && x->holder[y->entity].leader);
}

/* Those whom 두 사람 means: the parties of the meeting told last, or the two people named last. */
int ko_frame_take_pair(ko_frame *f, const ko_phrase *pair) {
  ko_meeting_reader *x = f->x;
  uint32_t before = ko_frame_word(f, pair->first)->start;
  int of_countries =
      (ko_party_noun(ko_frame_word(f, pair->first)) & KO_MEETING_PARTY_CLASS_COUNTRIES);
  int wanted = (ko_party_noun(ko_frame_word(f, pair->first)) & KO_MEETING_PARTY_CLASS_COUNT) &&
                       (ko_party_noun(ko_frame_word(f, pair->first)) & KO_MEETING_PARTY_CLASS_THREE)
                   ? 3
                   : 2;
  size_t n = x->n_tellings;
  const ko_mentions *ms = &x->r->mentions;
  size_t at = ko_reading_from(x->r, before);
  if (ko_party_noun(ko_frame_word(f, pair->head)) & KO_PARTY_NOUN_OFFICE) { /* 두 회장 */
    take_holders(f, at, ko_frame_word(f, pair->head), wanted);
    if (f->n[0] >= 2) return 1;
    f->n[0] = 0;
  }
  if (n > 0 && x->telling[n - 1].n >= 2 && x->telling[n - 1].m.sentence + 2 >= x->sentence) {
    for (int i = 0; i < x->telling[n - 1].n; i++)
      if (!x->telling[n - 1].party[i].attendee &&
          (!of_countries || x->telling[n - 1].summit || leads(x, &x->telling[n - 1].party[i])))
        ko_frame_take(f, 0, &x->telling[n - 1].party[i]);
    if (f->n[0] >= 2) return 1;
  }
  f->n[0] = 0;
  if (of_countries) return 0;
  for (int k = 0; at-- > 0 && k < KO_REACH && f->n[0] < 2; k++) {
    ko_party y;
    if (ms->item[at].type != KO_MENTION_PERSON || ms->item[at].entity < 0) continue;
    y = person_at(x->r, at);
    ko_frame_take(f, 0, &y);
  }
  return f->n[0] >= 2;
}

/* Is the clause that begins with the subject j adnominal (오픈AI가 연 행사에서)? */
static int describes_a_noun(const ko_frame *f, int j) {
  for (int k = j + 1; k < f->i; k++)
    if (ko_frame_phrase(f, k)->type == KO_PHRASE_PREDICATE)
      return ko_frame_phrase(f, k)->ending == KO_ENDING_ADNOMINAL;
  return 0;
}

static int has_topic_before(const ko_frame *f, int j) {
  while (--j >= 0 && j > f->i - KO_REACH)
    if (ko_frame_phrase(f, j)->type == KO_PHRASE_NOUNS && ko_frame_phrase(f, j)->topic &&
        ko_frame_phrase(f, j)->particle == KO_CASE_SUBJECT &&
        ko_frame_role(f, j)->who == KO_WHO_PARTY &&
        ko_frame_phrase(f, j)->quote == ko_frame_phrase(f, f->i)->quote)
      return 1;
  return 0;
}

/* Take the subject of the clause. Returns 1 if there is one (or it blocks), 0 if none is stated. */
int ko_frame_take_subject(ko_frame *f, int *crossed) {
  int other = -1; /* the subject of another part of the same speech */
  *crossed = 0;
  for (int j = f->i - 1; j >= 0 && j > f->i - KO_REACH; j--) {
    const ko_phrase *p = ko_frame_phrase(f, j);
    if (!ko_frame_same_speech(f, j)) {
      if (ko_frame_phrase(f, f->i)->quote && other < 0 && p->type == KO_PHRASE_NOUNS &&
          p->particle == KO_CASE_SUBJECT && ko_role_of(f->x, p)->who == KO_WHO_PARTY &&
          ko_is_person_like(&f->x->party[ko_role_of(f->x, p)->party]))
        other = j;
      continue;
    }
    if (p->type == KO_PHRASE_PREDICATE) {
      if (p->ending == KO_ENDING_FINAL && p->quote == ko_frame_phrase(f, f->i)->quote) return 0;
      ++*crossed;
      continue;
    }
    if (p->type != KO_PHRASE_NOUNS || p->time || j >= f->left) continue;
    if (ko_role_of(f->x, p)->trigger >= 0) continue;
    if (p->quote == 0 && ko_frame_phrase(f, f->i)->quote && ko_frame_phrase(f, j + 1)->quote &&
        p->particle == KO_CASE_BARE && ko_role_of(f->x, p)->who == KO_WHO_PARTY &&
        ko_is_person_like(&f->x->party[ko_role_of(f->x, p)->party])) {
      f->subject = j; /* 트럼프 “시진핑과 통화” */
      ko_frame_take_phrase(f, 0, j);
      return 1;
    }
    if (p->particle == KO_CASE_SUBJECT ||
        (p->particle == KO_CASE_BARE && p->join == KO_JOIN_COMMA &&
         ko_role_of(f->x, p)->who == KO_WHO_PARTY && !ko_frame_links(f, j) &&
         ((f->x->headline && ko_frame_phrase(f, f->i)->quote == 0) ||
          ko_is_person_like(&f->x->party[ko_role_of(f->x, p)->party])))) {
      if (ko_role_of(f->x, p)->who == KO_WHO_PARTY) {
        int side_one =
            f->n[1] == 1 && ko_role_of(f->x, p)->n_parties == 1 &&
            ko_party_same(f->x, &f->side[1][0], &f->x->party[ko_role_of(f->x, p)->party]);
        if (side_one) continue;
        if (!p->topic && *crossed > 0 &&
            !ko_is_person_like(&f->x->party[ko_role_of(f->x, p)->party]) &&
            describes_a_noun(f, j) && has_topic_before(f, j))
          continue;
        if (other >= 0 && p->quote == 0 &&
            !ko_is_person_like(&f->x->party[ko_role_of(f->x, p)->party]))
          j = other;
        f->subject = j;
        ko_frame_take_list(f, 0, j);
        return 1;
      }
      if (ko_role_of(f->x, p)->who == KO_WHO_PAIR) {
        f->subject = j;
        ko_frame_take_pair(f, p);
        return 1;
      }
      if (ko_role_of(f->x, p)->who == KO_WHO_GROUP || ko_role_of(f->x, p)->who == KO_WHO_PRESS) {
        if (*crossed > 0 && !p->topic) continue;
        f->subject = j;
        return 1;
      }
    }
  }
  if (f->subject < 0) /* a particle left out */
    for (int j = f->i - 1; j >= 0 && j > f->i - KO_REACH; j--) {
      const ko_phrase *p = ko_frame_phrase(f, j);
      if (p->type != KO_PHRASE_NOUNS || ko_role_of(f->x, p)->who != KO_WHO_PARTY ||
          ko_role_of(f->x, p)->trigger >= 0 || j >= f->left || !ko_frame_same_speech(f, j))
        continue;
      if (p->particle != KO_CASE_BARE || p->join != KO_JOIN_APART ||
          !ko_is_person_like(&f->x->party[ko_role_of(f->x, p)->party]))
        continue;
      f->subject = j;
      ko_frame_take_list(f, 0, j);
      return 1;
    }
  return 0;
}

/* The noun that the clause describes. Returns 1 if it is a party. */
int ko_frame_take_head(ko_frame *f, int side) {
  const ko_sentence *s = &f->x->s;
  int k = f->governor >= 0 ? ko_head_described(s, f->governor) : -1, before = f->n[side];
  while (k >= 0 && (ko_frame_role(f, k)->who != KO_WHO_PARTY || ko_frame_role(f, k)->trigger >= 0))
    k = ko_head_possessed(s, k);
  if (k >= 0) ko_frame_take_forward(f, side, k);
  return f->n[side] > before;
}
