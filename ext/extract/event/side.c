/* The other side of a meeting: whom the subject meets, or, before a noun, all who meet. */
#include <string.h>

#include "extract/event/side.h"
#include "tables.h"

/* Does phrase j stand outside of the speech that holds the trigger and more before it? Only the
** words right behind an opening mark reach over it: 김정은과 “만나고 싶다”. */
static int is_outside(const ko_frame *f, int j) {
  uint8_t quote = ko_frame_phrase(f, f->i)->quote;
  return ko_frame_phrase(f, j)->quote != quote && f->i > 0 &&
         ko_frame_phrase(f, f->i - 1)->quote == quote;
}

/* C를 비롯한 B와: take C too. Returns 1 if there is one. */
static int take_included(ko_frame *f, int j) {
  int object;
  for (int k = 0; k < 8 && j > 1 && ko_frame_phrase(f, j - 1)->type == KO_PHRASE_NOUNS &&
                  (ko_frame_phrase(f, j - 1)->join != KO_JOIN_APART ||
                   ko_frame_phrase(f, j - 1)->particle == KO_CASE_OF);
       k++)
    j--;
  if (j < 2 || ko_frame_phrase(f, j - 1)->type != KO_PHRASE_PREDICATE ||
      ko_frame_phrase(f, j - 1)->ending != KO_ENDING_ADNOMINAL)
    return 0;
  if (!(ko_meeting_mark(ko_frame_word(f, ko_frame_phrase(f, j - 1)->base)) &
        KO_MEETING_MARK_CLASS_INCLUDE))
    return 0;
  object = ko_head_argument(&f->x->s, j - 1, KO_CASE_OBJECT);
  if (object < 0 || ko_frame_role(f, object)->who != KO_WHO_PARTY) return 0;
  f->n[1] = 0;
  ko_frame_take_list(f, 1, object);
  return 1;
}

/* A와 B의 한미 정상회담, A와의 한미 정상회담, A와 한미 정상회담을 할: the people; -1 if none. */
static int people_before(const ko_frame *f) {
  for (int j = f->i - 1; j >= 0 && j > f->i - 6; j--) {
    const ko_phrase *p = ko_frame_phrase(f, j);
    if (p->type == KO_PHRASE_ADVERB || p->time) continue;
    if (p->type != KO_PHRASE_NOUNS || ko_role_of(f->x, p)->trigger >= 0) return -1;
    if (ko_role_of(f->x, p)->who == KO_WHO_PARTY &&
        ko_is_person_like(&f->x->party[ko_role_of(f->x, p)->party])) {
      if (p->particle == KO_CASE_OF || p->particle == KO_CASE_WITH_OF || p->between) return j;
      if (p->particle == KO_CASE_WITH && f->governor >= 0 &&
          (ko_meeting_mark(ko_frame_word(f, ko_frame_phrase(f, f->governor)->base)) &
           KO_MEETING_MARK_CLASS_OPEN))
        return j;
      return -1;
    }
    if (p->particle != KO_CASE_AT) return -1;
  }
  return -1;
}

static int has_tag(const ko_frame *f, int word, ko_tag tag) {
  return word < (int)f->x->n_words && ko_frame_word(f, word)->tag == tag;
}

/* A는 B도 만났다: B is the object, as A is the subject. */
static int is_also_object(const ko_frame *f, int j) {
  const ko_phrase *p = ko_frame_phrase(f, j);
  if (p->type != KO_PHRASE_NOUNS || ko_role_of(f->x, p)->who != KO_WHO_PARTY ||
      p->particle != KO_CASE_SUBJECT ||
      !ko_word_particle(ko_frame_word(f, p->head + 1), KO_PARTICLE_CLASS_ALSO) || j != f->i - 1)
    return 0;
  while (--j >= 0 && ko_frame_phrase(f, j)->type != KO_PHRASE_PREDICATE)
    if (ko_frame_phrase(f, j)->type == KO_PHRASE_NOUNS &&
        ko_frame_phrase(f, j)->particle == KO_CASE_SUBJECT &&
        ko_frame_role(f, j)->who == KO_WHO_PARTY)
      return 1;
  return 0;
}

/* What stands before a noun that names a meeting: A·B 회동, A와 B의 회동, A와의 회동, A와 회동. */
void ko_frame_before_noun(ko_frame *f) {
  const ko_phrase *t = ko_frame_phrase(f, f->i);
  int crossed = 0, j = f->i - 1, verbal = has_tag(f, t->end, KO_TAG_XSV);
  if (ko_role_of(f->x, t)->who == KO_WHO_PARTY) {
    int first = ko_frame_take_list(f, 1, f->i), outer;
    if (first < f->i && ko_role_of(f->x, t)->n_parties == 1 &&
        f->x->party[ko_role_of(f->x, t)->party].type == KO_PARTY_COUNTRY &&
        ko_is_person_like(&f->side[1][0])) {
      f->n[1] = 0;
      f->left = f->i;
      goto before;
    }
    if (first < f->i && ko_frame_phrase(f, first)->join == KO_JOIN_COMMA &&
        ko_frame_phrase(f, f->i - 1)->join == KO_JOIN_DOT && f->n[1] > 2) { /* 러, A·B 회담에 */
      memmove(&f->side[1][0], &f->side[1][1], (size_t)--f->n[1] * sizeof f->side[1][0]);
    }
    if (first == f->i && f->x->party[ko_role_of(f->x, t)->party].type == KO_PARTY_COUNTRY &&
        ko_role_of(f->x, t)->n_parties > 1 && (outer = people_before(f)) >= 0) {
      f->n[1] = 0;
      ko_frame_take_list(f, 1, outer);
      return;
    }
    if (first < f->i || ko_role_of(f->x, t)->n_parties > 1 ||
        ko_is_person_like(&f->x->party[ko_role_of(f->x, t)->party]) ||
        f->x->party[ko_role_of(f->x, t)->party].type == KO_PARTY_ORGANIZATION)
      return;
    f->n[1] = 0; /* one country before 회담 is where it takes place */
  } else if (ko_role_of(f->x, t)->who == KO_WHO_GROUP || ko_role_of(f->x, t)->who == KO_WHO_PRESS) {
    f->blocked = 1;
    f->press = ko_role_of(f->x, t)->who == KO_WHO_PRESS;
    return;
  }
before:
  for (; j >= 0 && j > f->i - KO_REACH; j--) {
    const ko_phrase *p = ko_frame_phrase(f, j);
    if (!ko_frame_same_speech(f, j)) continue;
    if (is_outside(f, j)) return;
    if (p->type == KO_PHRASE_ADVERB || p->time) continue;
    if (p->type == KO_PHRASE_PREDICATE) {
      if (p->ending == KO_ENDING_CONNECTIVE &&
          (ko_meeting_mark(ko_frame_word(f, p->base)) &
           KO_MEETING_MARK_CLASS_INVITE)) { /* B를 초대해 회동했다 */
        int guest = ko_head_argument(&f->x->s, j, KO_CASE_OBJECT);
        if (guest >= 0 && ko_frame_role(f, guest)->who == KO_WHO_PARTY)
          ko_frame_take_list(f, 1, guest);
        else if (guest >= 0 && ko_frame_role(f, guest)->who == KO_WHO_GROUP)
          f->blocked = 1;
        return;
      }
      if (p->ending != KO_ENDING_ADNOMINAL || ko_role_of(f->x, p)->trigger >= 0 || ++crossed > 1)
        return;
      continue;
    }
    if (ko_role_of(f->x, p)->trigger >= 0 && p->particle != KO_CASE_BARE) return;
    if (verbal && !crossed && is_also_object(f, j)) {
      ko_frame_take_list(f, 1, j);
      return;
    }
    if (p->particle == KO_CASE_SUBJECT) return;
    if (ko_role_of(f->x, p)->who == KO_WHO_GROUP || ko_role_of(f->x, p)->who == KO_WHO_PRESS) {
      if (p->particle == KO_CASE_WITH || p->particle == KO_CASE_WITH_OF ||
          p->particle == KO_CASE_OF)
        f->blocked = !take_included(f, j), f->press = ko_role_of(f->x, p)->who == KO_WHO_PRESS;
      if (p->particle != KO_CASE_AT && p->particle != KO_CASE_TO) return;
      continue;
    }
    if (ko_role_of(f->x, p)->who == KO_WHO_PAIR && !crossed &&
        (p->particle == KO_CASE_OF || p->between ||
         (p->particle == KO_CASE_BARE && j == f->i - 1))) {
      f->subject = j;
      return;
    }
    if (ko_role_of(f->x, p)->who == KO_WHO_PARTY && ko_role_of(f->x, p)->trigger < 0) {
      if (p->particle == KO_CASE_WITH || p->particle == KO_CASE_WITH_OF) {
        ko_frame_take_list(f, 1, j);
        take_included(f, j);
        return;
      }
      if (crossed) continue;
      if (p->particle == KO_CASE_OF || p->between ||
          (p->particle == KO_CASE_BARE && p->join != KO_JOIN_COMMA &&
           (j == f->i - 1 || ko_frame_phrase(f, j + 1)->time) &&
           (ko_role_of(f->x, p)->n_parties > 1 ||
            ko_is_person_like(&f->x->party[ko_role_of(f->x, p)->party])))) {
        if (p->particle == KO_CASE_OF && ko_role_of(f->x, p)->n_parties == 1 &&
            f->x->party[ko_role_of(f->x, p)->party].type != KO_PARTY_PERSON &&
            ko_frame_linked(f, j) < 0)
          continue;
        ko_frame_take_list(f, 1, j);
        return;
      }
    }
    if (p->particle == KO_CASE_TOWARD && crossed && j > 0 &&
        (ko_meeting_mark(ko_frame_word(f, p->head)) & KO_MEETING_MARK_CLASS_ASK) &&
        ko_frame_role(f, j - 1)->who == KO_WHO_PARTY &&
        ko_frame_phrase(f, j - 1)->particle == KO_CASE_OF) {
      ko_frame_take_list(f, 1, j - 1); /* B의 요청으로 가진 통화 */
      return;
    }
    if (p->particle == KO_CASE_OBJECT) { /* B를 면담했다 */
      if (verbal && !crossed && ko_role_of(f->x, p)->who == KO_WHO_PARTY &&
          ko_role_of(f->x, p)->trigger < 0)
        ko_frame_take_list(f, 1, j);
      return;
    }
  }
}

/* What stands between a noun that names a meeting and its predicate: 만찬을 B와 함께 하며,
** 회동에서 B에게 요청했다. Before it, B에게 회담을 제안했다. */
void ko_frame_around_noun(ko_frame *f) {
  const ko_phrase *t = ko_frame_phrase(f, f->i);
  int to = f->governor < 0 ? f->i : f->governor;
  for (int k = f->i + 1; k < to; k++) {
    const ko_phrase *p = ko_frame_phrase(f, k);
    if (p->type != KO_PHRASE_NOUNS || ko_role_of(f->x, p)->who != KO_WHO_PARTY ||
        ko_role_of(f->x, p)->trigger >= 0)
      continue;
    if ((p->particle == KO_CASE_WITH && !ko_frame_links(f, k) && t->particle != KO_CASE_AT) ||
        (p->particle == KO_CASE_TO && t->particle == KO_CASE_AT &&
         ko_is_person_like(&f->x->party[ko_role_of(f->x, p)->party]))) {
      ko_frame_take_list(f, 1, k);
      f->left = f->i;
      return;
    }
  }
  if (f->governor < 0 ||
      !(ko_meeting_mark(ko_frame_word(f, ko_frame_phrase(f, f->governor)->base)) &
        KO_MEETING_MARK_CLASS_ASK))
    return;
  for (int j = f->i - 1; j >= 0 && j > f->i - 6; j--) {
    const ko_phrase *p = ko_frame_phrase(f, j);
    if (p->type == KO_PHRASE_PREDICATE || p->particle == KO_CASE_SUBJECT) return;
    if (p->type == KO_PHRASE_NOUNS && ko_role_of(f->x, p)->who == KO_WHO_PARTY &&
        p->particle == KO_CASE_TO) {
      ko_frame_take_list(f, 1, j);
      return;
    }
  }
}

/* What a predicate takes: B를 만나, B와 만나, B 만나. */
void ko_frame_before_predicate(ko_frame *f) {
  for (int j = f->i - 1; j >= 0 && j > f->i - KO_REACH; j--) {
    const ko_phrase *p = ko_frame_phrase(f, j);
    if (!ko_frame_same_speech(f, j)) continue;
    if (is_outside(f, j)) return;
    if (p->type == KO_PHRASE_ADVERB || p->time) continue;
    if (p->type == KO_PHRASE_PREDICATE) return;
    if (is_also_object(f, j)) {
      ko_frame_take_list(f, 1, j);
      return;
    }
    if (p->particle == KO_CASE_SUBJECT) return;
    if (p->particle == KO_CASE_OBJECT && ko_frame_phrase(f, j + 1)->type == KO_PHRASE_NOUNS &&
        ko_frame_phrase(f, j + 1)->particle == KO_CASE_TOWARD)
      continue; /* 참석을 계기로 */
    if (p->particle == KO_CASE_WITH || p->particle == KO_CASE_OBJECT ||
        (p->particle == KO_CASE_BARE && j == f->i - 1 && p->join != KO_JOIN_COMMA &&
         ko_role_of(f->x, p)->who != KO_WHO_NOBODY)) {
      if (ko_role_of(f->x, p)->who == KO_WHO_PARTY && ko_role_of(f->x, p)->trigger < 0) {
        ko_frame_take_list(f, 1, j);
        take_included(f, j);
      } else if (ko_role_of(f->x, p)->who == KO_WHO_GROUP && take_included(f, j)) {
        return;
      } else if (ko_role_of(f->x, p)->who == KO_WHO_PAIR) {
        f->subject = j;
      } else if (ko_role_of(f->x, p)->who == KO_WHO_GROUP && ko_frame_linked(f, j) >= 0 &&
                 f->x->party[ko_frame_role(f, ko_frame_linked(f, j))->party].type ==
                     KO_PARTY_ORGANIZATION) {
        ko_frame_take_list(f, 1, ko_frame_linked(f, j)); /* 국방부와 해군성 인사들을 */
      } else if (p->particle != KO_CASE_BARE && ko_role_of(f->x, p)->trigger < 0 &&
                 take_included(f, j)) {
        return;
      } else if (p->particle != KO_CASE_BARE && ko_role_of(f->x, p)->trigger < 0) {
        f->blocked = 1;
        f->press = ko_role_of(f->x, p)->who != KO_WHO_GROUP;
      }
      return;
    }
  }
}
