/* Lists of parties: A·B, A와 B, A, B 등. */
#include "extract/event/frame.h"
#include "tables.h"

int ko_party_in(const ko_meeting_reader *x, const ko_party *list, int n, const ko_party *y) {
  for (int i = 0; i < n; i++)
    if (ko_party_same(x, &list[i], y)) return 1;
  return 0;
}

void ko_frame_take(ko_frame *f, int side, const ko_party *y) {
  if (f->n[side] < KO_MAX_PARTIES && !ko_party_in(f->x, f->side[side], f->n[side], y))
    f->side[side][f->n[side]++] = *y;
}

void ko_frame_take_phrase(ko_frame *f, int side, int i) {
  const ko_phrase *p = ko_frame_phrase(f, i);
  for (int k = 0; k < ko_role_of(f->x, p)->n_parties; k++)
    ko_frame_take(f, side, &f->x->party[ko_role_of(f->x, p)->party + k]);
}

/* A place that is no party: 유럽 of 미국과 유럽, 우크라이나. */
static int is_region(const ko_frame *f, int j) {
  int m = ko_frame_word(f, ko_frame_phrase(f, j)->head)->mention;
  return (m >= 0 && f->x->r->mentions.item[m].type == KO_MENTION_LOCATION) ||
         (ko_party_noun(ko_frame_word(f, ko_frame_phrase(f, j)->head)) &
          KO_MEETING_PARTY_CLASS_REGION);
}

/* The phrase before i that is linked to it (A와, A·), stepping over a possessive; -1 if none. */
int ko_frame_linked(const ko_frame *f, int i) {
  int j = i - 1;
  if (j >= 0 && ko_frame_phrase(f, j)->type == KO_PHRASE_NOUNS &&
      ko_frame_phrase(f, j)->particle == KO_CASE_OF && ko_frame_role(f, j)->trigger < 0)
    j--;
  if (j > 0 && ko_frame_phrase(f, j)->type == KO_PHRASE_NOUNS &&
      ko_frame_phrase(f, j)->join != KO_JOIN_APART && ko_frame_role(f, j)->who == KO_WHO_NOBODY &&
      is_region(f, j))
    j--;
  if (j < 0 || ko_frame_phrase(f, j)->type != KO_PHRASE_NOUNS ||
      ko_frame_phrase(f, j)->join == KO_JOIN_APART)
    return -1;
  if (ko_frame_role(f, j)->who != KO_WHO_PARTY || ko_frame_role(f, j)->trigger >= 0 ||
      ko_frame_phrase(f, j)->quote != ko_frame_phrase(f, i)->quote)
    return -1;
  if (ko_frame_phrase(f, j)->join == KO_JOIN_COMMA && ko_frame_role(f, i)->who == KO_WHO_PARTY &&
      ko_frame_role(f, i)->trigger < 0 &&
      ko_is_person_like(&f->x->party[ko_frame_role(f, j)->party]) !=
          ko_is_person_like(&f->x->party[ko_frame_role(f, i)->party]))
    return -1;
  return j;
}

/* Is phrase j linked to a party behind it? */
int ko_frame_links(const ko_frame *f, int j) {
  for (int k = j + 1; k < ko_frame_size(f) && k <= j + 3; k++)
    if (ko_frame_linked(f, k) == j && ko_frame_role(f, k)->who == KO_WHO_PARTY) return 1;
  return 0;
}

/* Take a list that ends with phrase i. Returns its first phrase. */
int ko_frame_take_list(ko_frame *f, int side, int i) {
  int first = i, chain[KO_MAX_PARTIES], n = 0;
  chain[n++] = i;
  while (n < KO_MAX_PARTIES && (i = ko_frame_linked(f, i)) >= 0) chain[n++] = first = i;
  while (n > 0) ko_frame_take_phrase(f, side, chain[--n]);
  if (first < f->left) f->left = first;
  return first;
}

/* Take a list that begins with phrase i. */
void ko_frame_take_forward(ko_frame *f, int side, int i) {
  for (int k = 0; k < KO_MAX_PARTIES && i < ko_frame_size(f); k++) {
    const ko_phrase *p = ko_frame_phrase(f, i);
    if (p->type != KO_PHRASE_NOUNS) break;
    if (ko_role_of(f->x, p)->who != KO_WHO_PARTY || ko_role_of(f->x, p)->trigger >= 0) {
      if (p->particle != KO_CASE_OF) break;
      i++;
      continue;
    }
    ko_frame_take_phrase(f, side, i);
    if (p->join == KO_JOIN_APART) break;
    i++;
  }
}

int ko_frame_same_speech(const ko_frame *f, int j) {
  const ko_phrase *p = ko_frame_phrase(f, j), *t = ko_frame_phrase(f, f->i);
  return p->quote == t->quote || p->quote == 0;
}
