/* Triggers and the parties that each takes. Korean puts what belongs to a word before it, so a
** trigger looks to the left for its parties, and to the right only for the noun that a relative
** clause describes (시진핑을 만난 이 대통령). */
#include <string.h>

#include "extract/meeting.h"
#include "tables.h"

typedef struct frame {
  ko_meeting_reader *x;
  int i;        /* the trigger's phrase */
  int governor; /* the predicate that it belongs to, -1 */
  int blocked;  /* the other side is the press, a group or a thing */
  int press;    /* it is not a group */
  int left;     /* the leftmost phrase taken so far */
  int subject;  /* the phrase taken as the subject, -1 */
  const char *marks;
  ko_party side[2][KO_MAX_PARTIES]; /* 0: the subject's side, or all; 1: the other side */
  int n[2];
} frame;

static const ko_piece *word(const frame *f, int unit) {
  return &f->x->unit[unit];
}
static const ko_phrase *phrase(const frame *f, int i) {
  return &f->x->phrase[i];
}
static int n_phrases(const frame *f) {
  return (int)f->x->n_phrases;
}

static int is_person_like(const ko_party *y) {
  return y->type == KO_IS_PERSON || y->type == KO_IS_OFFICE;
}

static int has(const ko_meeting_reader *x, const ko_party *list, int n, const ko_party *y) {
  for (int i = 0; i < n; i++)
    if (ko_party_same(x, &list[i], y)) return 1;
  return 0;
}

static void take(frame *f, int side, const ko_party *y) {
  if (f->n[side] < KO_MAX_PARTIES && !has(f->x, f->side[side], f->n[side], y))
    f->side[side][f->n[side]++] = *y;
}

static void take_phrase(frame *f, int side, int i) {
  const ko_phrase *p = phrase(f, i);
  for (int k = 0; k < p->n_parties; k++) take(f, side, &f->x->party[p->party + k]);
}

/* A place that is no party: 유럽 of 미국과 유럽, 우크라이나. */
static int is_region(const frame *f, int j) {
  int m = word(f, phrase(f, j)->head)->mention;
  return (m >= 0 && f->x->r->mentions.item[m].type == KO_LOCATION) ||
         ko_unit_is(word(f, phrase(f, j)->head), "유럽");
}

/* The phrase before i that is linked to it (A와, A·), stepping over a possessive; -1 if none. */
static int linked_before(const frame *f, int i) {
  int j = i - 1;
  if (j >= 0 && phrase(f, j)->type == KO_NOUNS && phrase(f, j)->particle == KO_OF &&
      phrase(f, j)->trigger < 0)
    j--;
  if (j > 0 && phrase(f, j)->type == KO_NOUNS && phrase(f, j)->join != KO_APART &&
      phrase(f, j)->who == KO_NOBODY && is_region(f, j))
    j--;
  if (j < 0 || phrase(f, j)->type != KO_NOUNS || phrase(f, j)->join == KO_APART) return -1;
  if (phrase(f, j)->who != KO_PARTY || phrase(f, j)->trigger >= 0 ||
      phrase(f, j)->quote != phrase(f, i)->quote)
    return -1;
  if (phrase(f, j)->join == KO_COMMA && phrase(f, i)->who == KO_PARTY &&
      phrase(f, i)->trigger < 0 &&
      is_person_like(&f->x->party[phrase(f, j)->party]) !=
          is_person_like(&f->x->party[phrase(f, i)->party]))
    return -1;
  return j;
}

/* Is phrase j linked to a party behind it? */
static int links(const frame *f, int j) {
  for (int k = j + 1; k < n_phrases(f) && k <= j + 3; k++)
    if (linked_before(f, k) == j && phrase(f, k)->who == KO_PARTY) return 1;
  return 0;
}

/* Take a list that ends with phrase i. Returns its first phrase. */
static int take_list(frame *f, int side, int i) {
  int first = i, chain[KO_MAX_PARTIES], n = 0;
  chain[n++] = i;
  while (n < KO_MAX_PARTIES && (i = linked_before(f, i)) >= 0) chain[n++] = first = i;
  while (n > 0) take_phrase(f, side, chain[--n]);
  if (first < f->left) f->left = first;
  return first;
}

/* Take a list that begins with phrase i. */
static void take_list_forward(frame *f, int side, int i) {
  for (int k = 0; k < KO_MAX_PARTIES && i < n_phrases(f); k++) {
    const ko_phrase *p = phrase(f, i);
    if (p->type != KO_NOUNS) break;
    if (p->who != KO_PARTY || p->trigger >= 0) {
      if (p->particle != KO_OF) break;
      i++;
      continue;
    }
    take_phrase(f, side, i);
    if (p->join == KO_APART) break;
    i++;
  }
}

static int same_speech(const frame *f, int j) {
  const ko_phrase *p = phrase(f, j), *t = phrase(f, f->i);
  return p->quote == t->quote || p->quote == 0;
}

/* ---- the other side ---- */

/* C를 비롯한 B와: take C too. Returns 1 if there is one. */
static int take_included(frame *f, int j) {
  for (int k = 0; k < 8 && j > 1 && phrase(f, j - 1)->type == KO_NOUNS &&
                  (phrase(f, j - 1)->join != KO_APART || phrase(f, j - 1)->particle == KO_OF);
       k++)
    j--;
  if (j < 2 || phrase(f, j - 1)->type != KO_PREDICATE || phrase(f, j - 1)->ending != KO_ADNOMINAL)
    return 0;
  if (!ko_unit_in(&ko_table_meeting_mark, word(f, phrase(f, j - 1)->base), "include")) return 0;
  for (int k = j - 2; k >= 0 && k >= j - 3; k--) /* the base of 포함한 may be a phrase of its own */
    if (phrase(f, k)->particle == KO_OBJECT && phrase(f, k)->who == KO_PARTY) {
      f->n[1] = 0;
      take_list(f, 1, k);
      return 1;
    }
  return 0;
}

/* A와 B의 한미 정상회담, A와의 한미 정상회담, A와 한미 정상회담을 할: the people; -1 if none. */
static int people_before(const frame *f) {
  for (int j = f->i - 1; j >= 0 && j > f->i - 6; j--) {
    const ko_phrase *p = phrase(f, j);
    if (p->type == KO_ADVERB || p->time) continue;
    if (p->type != KO_NOUNS || p->trigger >= 0) return -1;
    if (p->who == KO_PARTY && is_person_like(&f->x->party[p->party])) {
      if (p->particle == KO_OF || p->particle == KO_WITH_OF || p->between) return j;
      if (p->particle == KO_WITH && f->governor >= 0 &&
          ko_unit_in(&ko_table_meeting_mark, word(f, phrase(f, f->governor)->base), "open"))
        return j;
      return -1;
    }
    if (p->particle != KO_AT) return -1;
  }
  return -1;
}

static int has_tag(const frame *f, int unit, ko_tag tag) {
  return unit < (int)f->x->n_units && word(f, unit)->tag == tag;
}

/* A는 B도 만났다: B is the object, as A is the subject. */
static int is_also_object(const frame *f, int j) {
  const ko_phrase *p = phrase(f, j);
  if (p->type != KO_NOUNS || p->who != KO_PARTY || p->particle != KO_SUBJECT ||
      !ko_unit_is(word(f, p->head + 1), "도") || j != f->i - 1)
    return 0;
  while (--j >= 0 && phrase(f, j)->type != KO_PREDICATE)
    if (phrase(f, j)->type == KO_NOUNS && phrase(f, j)->particle == KO_SUBJECT &&
        phrase(f, j)->who == KO_PARTY)
      return 1;
  return 0;
}

/* What stands before a noun that names a meeting: A·B 회동, A와 B의 회동, A와의 회동, A와 회동. */
static void before_noun(frame *f) {
  const ko_phrase *t = phrase(f, f->i);
  int crossed = 0, j = f->i - 1, verbal = has_tag(f, t->end, KO_XSV);
  if (t->who == KO_PARTY) {
    int first = take_list(f, 1, f->i), outer;
    if (first < f->i && t->n_parties == 1 && f->x->party[t->party].type == KO_IS_COUNTRY &&
        is_person_like(&f->side[1][0])) {
      f->n[1] = 0;
      f->left = f->i;
      goto before;
    }
    if (first < f->i && phrase(f, first)->join == KO_COMMA && phrase(f, f->i - 1)->join == KO_DOT &&
        f->n[1] > 2) { /* 러, A·B 회담에 */
      memmove(&f->side[1][0], &f->side[1][1], (size_t)--f->n[1] * sizeof f->side[1][0]);
    }
    if (first == f->i && f->x->party[t->party].type == KO_IS_COUNTRY && t->n_parties > 1 &&
        (outer = people_before(f)) >= 0) {
      f->n[1] = 0;
      take_list(f, 1, outer);
      return;
    }
    if (first < f->i || t->n_parties > 1 || is_person_like(&f->x->party[t->party]) ||
        f->x->party[t->party].type == KO_IS_ORGANIZATION)
      return;
    f->n[1] = 0; /* one country before 회담 is where it takes place */
  } else if (t->who == KO_A_GROUP || t->who == KO_THE_PRESS) {
    f->blocked = 1;
    f->press = t->who == KO_THE_PRESS;
    return;
  }
before:
  for (; j >= 0 && j > f->i - KO_REACH; j--) {
    const ko_phrase *p = phrase(f, j);
    if (!same_speech(f, j)) continue;
    if (p->type == KO_ADVERB || p->time) continue;
    if (p->type == KO_PREDICATE) {
      if (p->ending == KO_CONNECTIVE && ko_unit_in(&ko_table_meeting_mark, word(f, p->base),
                                                   "invite")) { /* B를 초대해 회동했다 */
        for (int k = j - 1; k >= 0 && k >= j - 3; k--)
          if (phrase(f, k)->type == KO_NOUNS && phrase(f, k)->particle == KO_OBJECT) {
            if (phrase(f, k)->who == KO_PARTY)
              take_list(f, 1, k);
            else if (phrase(f, k)->who == KO_A_GROUP)
              f->blocked = 1;
            return;
          }
        return;
      }
      if (p->ending != KO_ADNOMINAL || p->trigger >= 0 || ++crossed > 1) return;
      continue;
    }
    if (p->trigger >= 0 && p->particle != KO_BARE) return;
    if (verbal && !crossed && is_also_object(f, j)) {
      take_list(f, 1, j);
      return;
    }
    if (p->particle == KO_SUBJECT) return;
    if (p->who == KO_A_GROUP || p->who == KO_THE_PRESS) {
      if (p->particle == KO_WITH || p->particle == KO_WITH_OF || p->particle == KO_OF)
        f->blocked = !take_included(f, j), f->press = p->who == KO_THE_PRESS;
      if (p->particle != KO_AT && p->particle != KO_TO) return;
      continue;
    }
    if (p->who == KO_THE_PAIR && !crossed &&
        (p->particle == KO_OF || p->between || (p->particle == KO_BARE && j == f->i - 1))) {
      f->subject = j;
      return;
    }
    if (p->who == KO_PARTY && p->trigger < 0) {
      if (p->particle == KO_WITH || p->particle == KO_WITH_OF) {
        take_list(f, 1, j);
        take_included(f, j);
        return;
      }
      if (crossed) continue;
      if (p->particle == KO_OF || p->between ||
          (p->particle == KO_BARE && p->join != KO_COMMA &&
           (j == f->i - 1 || phrase(f, j + 1)->time) &&
           (p->n_parties > 1 || is_person_like(&f->x->party[p->party])))) {
        if (p->particle == KO_OF && p->n_parties == 1 &&
            f->x->party[p->party].type != KO_IS_PERSON && linked_before(f, j) < 0)
          continue;
        take_list(f, 1, j);
        return;
      }
    }
    if (p->particle == KO_TOWARD && crossed && j > 0 &&
        ko_unit_in(&ko_table_meeting_mark, word(f, p->head), "ask") &&
        phrase(f, j - 1)->who == KO_PARTY && phrase(f, j - 1)->particle == KO_OF) {
      take_list(f, 1, j - 1); /* B의 요청으로 가진 통화 */
      return;
    }
    if (p->particle == KO_OBJECT) { /* B를 면담했다 */
      if (verbal && !crossed && p->who == KO_PARTY && p->trigger < 0) take_list(f, 1, j);
      return;
    }
  }
}

/* What stands between a noun that names a meeting and its predicate: 만찬을 B와 함께 하며,
** 회동에서 B에게 요청했다. Before it, B에게 회담을 제안했다. */
static void around_noun(frame *f) {
  const ko_phrase *t = phrase(f, f->i);
  int to = f->governor < 0 ? f->i : f->governor;
  for (int k = f->i + 1; k < to; k++) {
    const ko_phrase *p = phrase(f, k);
    if (p->type != KO_NOUNS || p->who != KO_PARTY || p->trigger >= 0) continue;
    if ((p->particle == KO_WITH && !links(f, k) && t->particle != KO_AT) ||
        (p->particle == KO_TO && t->particle == KO_AT && is_person_like(&f->x->party[p->party]))) {
      take_list(f, 1, k);
      f->left = f->i;
      return;
    }
  }
  if (f->governor < 0 ||
      !ko_unit_in(&ko_table_meeting_mark, word(f, phrase(f, f->governor)->base), "ask"))
    return;
  for (int j = f->i - 1; j >= 0 && j > f->i - 6; j--) {
    const ko_phrase *p = phrase(f, j);
    if (p->type == KO_PREDICATE || p->particle == KO_SUBJECT) return;
    if (p->type == KO_NOUNS && p->who == KO_PARTY && p->particle == KO_TO) {
      take_list(f, 1, j);
      return;
    }
  }
}

/* What a predicate takes: B를 만나, B와 만나, B 만나. */
static void before_predicate(frame *f) {
  for (int j = f->i - 1; j >= 0 && j > f->i - KO_REACH; j--) {
    const ko_phrase *p = phrase(f, j);
    if (!same_speech(f, j)) continue;
    if (p->type == KO_ADVERB || p->time) continue;
    if (p->type == KO_PREDICATE) return;
    if (is_also_object(f, j)) {
      take_list(f, 1, j);
      return;
    }
    if (p->particle == KO_SUBJECT) return;
    if (p->particle == KO_OBJECT && phrase(f, j + 1)->type == KO_NOUNS &&
        phrase(f, j + 1)->particle == KO_TOWARD)
      continue; /* 참석을 계기로 */
    if (p->particle == KO_WITH || p->particle == KO_OBJECT ||
        (p->particle == KO_BARE && j == f->i - 1 && p->join != KO_COMMA && p->who != KO_NOBODY)) {
      if (p->who == KO_PARTY && p->trigger < 0) {
        take_list(f, 1, j);
        take_included(f, j);
      } else if (p->who == KO_A_GROUP && take_included(f, j)) {
        return;
      } else if (p->who == KO_THE_PAIR) {
        f->subject = j;
      } else if (p->who == KO_A_GROUP && linked_before(f, j) >= 0 &&
                 f->x->party[phrase(f, linked_before(f, j))->party].type == KO_IS_ORGANIZATION) {
        take_list(f, 1, linked_before(f, j)); /* 국방부와 해군성 인사들을 */
      } else if (p->particle != KO_BARE && p->trigger < 0 && take_included(f, j)) {
        return;
      } else if (p->particle != KO_BARE && p->trigger < 0) {
        f->blocked = 1;
        f->press = p->who != KO_A_GROUP;
      }
      return;
    }
  }
}

/* ---- the subject ---- */

static int x_headline(const frame *f) {
  return f->x->sentence == 0;
}

static ko_party person_at(const ko_reading *r, size_t mention) {
  const ko_mention *m = &r->mentions.item[mention];
  ko_party y = {.type = KO_IS_PERSON, .country = -1};
  y.entity = m->entity;
  y.mention = (int)mention;
  y.start = m->start;
  y.end = m->end;
  return y;
}

/* The people named last before mention `at` who hold the office. */
static void take_holders(frame *f, size_t at, const ko_piece *office, int wanted) {
  const ko_reading *r = f->x->r;
  for (int k = 0; at-- > 0 && k < KO_REACH && f->n[0] < wanted; k++) {
    const ko_mention *m = &r->mentions.item[at];
    ko_party y;
    if (m->type != KO_PERSON || m->entity < 0) continue;
    if (!f->x->holder[m->entity].head || strcmp(f->x->holder[m->entity].head, office->form) != 0)
      continue;
    y = person_at(r, at);
    take(f, 0, &y);
  }
}

/* Those whom 두 사람 means: the parties of the meeting told last, or the two people named last. */
static int take_pair(frame *f, const ko_phrase *pair) {
  ko_meeting_reader *x = f->x;
  uint32_t before = word(f, pair->first)->start;
  int of_countries = ko_unit_in(&ko_table_meeting_party, word(f, pair->first), "countries");
  int wanted = ko_unit_in(&ko_table_meeting_party, word(f, pair->first), "count") &&
                       ko_unit_is(word(f, pair->first), "세")
                   ? 3
                   : 2;
  size_t n = x->n_tellings;
  const ko_mentions *ms = &x->r->mentions;
  size_t at = ko_reading_from(x->r, before);
  if (word(f, pair->head)->word & KO_W_OFFICE) { /* 두 회장 */
    take_holders(f, at, word(f, pair->head), wanted);
    if (f->n[0] >= 2) return 1;
    f->n[0] = 0;
  }
  if (n > 0 && x->telling[n - 1].n >= 2 && x->telling[n - 1].m.sentence + 2 >= x->sentence) {
    for (int i = 0; i < x->telling[n - 1].n; i++)
      if (!x->telling[n - 1].party[i].attendee && (!of_countries || x->telling[n - 1].summit))
        take(f, 0, &x->telling[n - 1].party[i]);
    if (f->n[0] >= 2) return 1;
  }
  f->n[0] = 0;
  if (of_countries) return 0;
  for (int k = 0; at-- > 0 && k < KO_REACH && f->n[0] < 2; k++) {
    ko_party y;
    if (ms->item[at].type != KO_PERSON || ms->item[at].entity < 0) continue;
    y = person_at(x->r, at);
    take(f, 0, &y);
  }
  return f->n[0] >= 2;
}

/* Is the clause that begins with the subject j adnominal (오픈AI가 연 행사에서)? */
static int describes_a_noun(const frame *f, int j) {
  for (int k = j + 1; k < f->i; k++)
    if (phrase(f, k)->type == KO_PREDICATE) return phrase(f, k)->ending == KO_ADNOMINAL;
  return 0;
}

static int has_topic_before(const frame *f, int j) {
  while (--j >= 0 && j > f->i - KO_REACH)
    if (phrase(f, j)->type == KO_NOUNS && phrase(f, j)->topic &&
        phrase(f, j)->particle == KO_SUBJECT && phrase(f, j)->who == KO_PARTY &&
        phrase(f, j)->quote == phrase(f, f->i)->quote)
      return 1;
  return 0;
}

/* Take the subject of the clause. Returns 1 if there is one (or it blocks), 0 if none is stated. */
static int take_subject(frame *f, int *crossed) {
  int other = -1; /* the subject of another part of the same speech */
  *crossed = 0;
  for (int j = f->i - 1; j >= 0 && j > f->i - KO_REACH; j--) {
    const ko_phrase *p = phrase(f, j);
    if (!same_speech(f, j)) {
      if (phrase(f, f->i)->quote && other < 0 && p->type == KO_NOUNS && p->particle == KO_SUBJECT &&
          p->who == KO_PARTY && is_person_like(&f->x->party[p->party]))
        other = j;
      continue;
    }
    if (p->type == KO_PREDICATE) {
      if (p->ending == KO_FINAL && p->quote == phrase(f, f->i)->quote) return 0;
      ++*crossed;
      continue;
    }
    if (p->type != KO_NOUNS || p->time || j >= f->left) continue;
    if (p->trigger >= 0) continue;
    if (p->quote == 0 && phrase(f, f->i)->quote && phrase(f, j + 1)->quote &&
        p->particle == KO_BARE && p->who == KO_PARTY && is_person_like(&f->x->party[p->party])) {
      f->subject = j; /* 트럼프 “시진핑과 통화” */
      take_phrase(f, 0, j);
      return 1;
    }
    if (p->particle == KO_SUBJECT ||
        (p->particle == KO_BARE && p->join == KO_COMMA && p->who == KO_PARTY && !links(f, j) &&
         (x_headline(f) || is_person_like(&f->x->party[p->party])))) {
      if (p->who == KO_PARTY) {
        int side_one = f->n[1] == 1 && p->n_parties == 1 &&
                       ko_party_same(f->x, &f->side[1][0], &f->x->party[p->party]);
        if (side_one) continue;
        if (!p->topic && *crossed > 0 && !is_person_like(&f->x->party[p->party]) &&
            describes_a_noun(f, j) && has_topic_before(f, j))
          continue;
        if (other >= 0 && p->quote == 0 && !is_person_like(&f->x->party[p->party])) j = other;
        f->subject = j;
        take_list(f, 0, j);
        return 1;
      }
      if (p->who == KO_THE_PAIR) {
        f->subject = j;
        take_pair(f, p);
        return 1;
      }
      if (p->who == KO_A_GROUP || p->who == KO_THE_PRESS) {
        if (*crossed > 0 && !p->topic) continue;
        f->subject = j;
        return 1;
      }
    }
  }
  if (f->subject < 0) /* a particle left out */
    for (int j = f->i - 1; j >= 0 && j > f->i - KO_REACH; j--) {
      const ko_phrase *p = phrase(f, j);
      if (p->type != KO_NOUNS || p->who != KO_PARTY || p->trigger >= 0 || j >= f->left ||
          !same_speech(f, j))
        continue;
      if (p->particle != KO_BARE || p->join != KO_APART || !is_person_like(&f->x->party[p->party]))
        continue;
      f->subject = j;
      take_list(f, 0, j);
      return 1;
    }
  return 0;
}

/* Does nothing but punctuation stand between phrase k and the one before it? */
static int is_adjacent(const frame *f, int k) {
  for (int u = phrase(f, k - 1)->end; u < phrase(f, k)->first; u++)
    if (ko_tag_group(word(f, u)->tag) != 'S') return 0;
  return 1;
}

/* The noun that the clause describes. Returns 1 if it is a party. */
static int take_head(frame *f, int side) {
  const ko_phrase *g = f->governor >= 0 ? phrase(f, f->governor) : NULL;
  if (!g || g->ending != KO_ADNOMINAL) return 0;
  for (int k = f->governor + 1; k < n_phrases(f) && k < f->governor + 5; k++) {
    const ko_phrase *p = phrase(f, k);
    if (p->type == KO_ADVERB || p->time) continue;
    if (p->type != KO_NOUNS || !is_adjacent(f, k)) return 0;
    if (p->who == KO_PARTY && p->trigger < 0) {
      int before = f->n[side];
      take_list_forward(f, side, k);
      return f->n[side] > before;
    }
    if (p->particle != KO_OF) return 0;
  }
  return 0;
}

/* ---- one trigger ---- */

static int governor_of(const frame *f) {
  const ko_phrase *t = phrase(f, f->i);
  if (t->type == KO_PREDICATE) return f->i;
  for (int k = f->i + 1; k < n_phrases(f) && k < f->i + 8; k++) {
    const ko_phrase *p = phrase(f, k);
    if (p->quote != t->quote) return -1;
    if (p->type == KO_PREDICATE) return k;
    if (p->type == KO_NOUNS && p->particle == KO_SUBJECT && t->particle == KO_BARE && k > f->i + 1)
      return -1;
  }
  return -1;
}

static ko_telling *new_telling(ko_meeting_reader *x) {
  ko_telling *t;
  if (ko_grow(x->mem, &x->telling, &x->cap_tellings, x->n_tellings + 1, sizeof *x->telling))
    return NULL;
  t = &x->telling[x->n_tellings++];
  memset(t, 0, sizeof *t);
  t->trigger = -1;
  t->m.day = t->m.day_end = KO_NO_DAY;
  t->m.minute = -1;
  return t;
}

static int telling_of(frame *f, const ko_party *list, int n) {
  ko_meeting_reader *x = f->x;
  const ko_phrase *p = phrase(f, f->i);
  ko_telling *t = new_telling(x);
  int last = p->trigger_end - 1;
  if (!t) return -1;
  memcpy(t->party, list, (size_t)n * sizeof *list);
  t->n = n;
  t->phrase = f->i;
  t->trigger = t->first_trigger = x->unit[last].trigger;
  for (int i = last; i >= p->trigger; i--)
    if (x->unit[i].trigger >= 0) t->first_trigger = x->unit[i].trigger;
  t->summit = ko_cell_has(f->marks, "summit");
  for (int i = p->first; i < p->trigger_end; i++)
    if (ko_unit_is(&x->unit[i], "정상")) t->summit = 1;
  for (int i = p->first; p->type == KO_NOUNS && i < p->trigger_end; i++)
    if (ko_unit_in(&ko_table_meeting_mark, &x->unit[i], "talks")) t->talks = 1;
  if (ko_cell_has(f->marks, "talks")) t->talks = 1;
  if (f->subject >= 0 && ko_unit_is(word(f, phrase(f, f->subject)->head), "정상")) t->summit = 1;
  if (!t->talks && p->type == KO_NOUNS && p->who == KO_PARTY && p->n_parties > 1 &&
      x->party[p->party].end == x->unit[p->trigger - 1 < p->first ? p->first : p->trigger - 1].end)
    t->summit |= !ko_cell_has(f->marks, "weak"); /* 미·러 회담 */
  for (int i = f->i - 4 < 0 ? 0 : f->i - 4; i <= f->i; i++)
    for (int u = phrase(f, i)->first; u < phrase(f, i)->end; u++) {
      if (ko_unit_in(&ko_table_meeting_mark, word(f, u), "alone")) t->alone = 1;
      if (ko_unit_in(&ko_table_meeting_mark, word(f, u), "again")) t->again = 1;
      if (ko_unit_in(&ko_table_meeting_mark, word(f, u), "earlier")) t->earlier = 1;
      if (i == f->i && ko_unit_in(&ko_table_meeting_mark, word(f, u), "three")) t->three = 1;
      if (i == f->i && ko_unit_is(word(f, u), "3")) t->three = 1;
    }
  if (p->type == KO_NOUNS) t->m.kind = (ko_span){x->unit[p->trigger].start, x->unit[last].end};
  t->m.kind_lemma = ko_table_cell(&ko_table_meeting_trigger, t->trigger, 2);
  t->m.sentence = x->sentence;
  t->m.evidence = x->r->document->sentences.span[x->sentence];
  ko_meeting_status(x, t);
  ko_meeting_slots(x, t);
  return 0;
}

/* 만나는 것은 2019년 6월 오사카에서 열린 회의 이후 6년 만이다: the meeting before, of the same people. */
static int told_since(frame *f, const ko_party *list, int n) {
  ko_meeting_reader *x = f->x;
  int date = -1, since = -1;
  const ko_phrase *t = phrase(f, f->i), *next = f->i + 1 < n_phrases(f) ? t + 1 : NULL;
  int go = f->governor >= 0 ? f->governor : f->i;
  if (next && next->type == KO_PREDICATE) next = go + 1 < n_phrases(f) ? phrase(f, go + 1) : NULL;
  if (!(t->type == KO_NOUNS && t->topic) &&
      !(next && next->type == KO_NOUNS && next->topic && next->particle == KO_SUBJECT))
    return 0;
  for (int k = f->i + 1; k < n_phrases(f) && k < f->i + 14; k++) {
    const ko_phrase *p = phrase(f, k);
    for (int u = p->first; u < p->end; u++) {
      const ko_piece *w = word(f, u);
      const ko_mention *m = w->mention >= 0 ? &x->r->mentions.item[w->mention] : NULL;
      if (m && m->type == KO_DATE && m->value.known && since < 0 && !(w->word & KO_W_INSIDE))
        date = k;
      if (ko_unit_in(&ko_table_meeting_mark, w, "since") && date >= 0) since = k;
      if (ko_unit_in(&ko_table_meeting_mark, w, "span") && since >= 0) {
        ko_telling *t = new_telling(x);
        if (!t) return -1;
        memcpy(t->party, list, (size_t)n * sizeof *list);
        t->n = n;
        t->trigger = x->unit[phrase(f, f->i)->trigger_end - 1].trigger;
        t->m.kind_lemma = ko_table_cell(&ko_table_meeting_trigger, t->trigger, 2);
        t->m.sentence = x->sentence;
        t->m.evidence = x->r->document->sentences.span[x->sentence];
        t->m.status = KO_HELD;
        t->cue = 2;
        t->again = 1;
        ko_meeting_slots_since(x, t, date, since);
        t->since = 1;
        if (t > x->telling && t[-1].m.day == t->m.day) t[-1].m.day = t[-1].m.day_end = KO_NO_DAY;
        return 0;
      }
    }
  }
  return 0;
}

/* Is the meeting said to be one of several, each with one of the list (각각, 연쇄)? */
static int is_one_by_one(const frame *f) {
  int from = f->left < f->i ? f->left : f->i;
  if (from > 0) from--;
  for (int i = from; i <= f->i + 1 && i < n_phrases(f); i++)
    for (int u = phrase(f, i)->first; u < phrase(f, i)->end; u++)
      if (ko_unit_in(&ko_table_meeting_mark, word(f, u), "each")) return 1;
  return 0;
}

/* 한일·한미 정상회담, 한미(29일), 미중(30일) 회담: meetings of two countries each. */
static int pairs_of(frame *f, int *told) {
  ko_party list[KO_MAX_PARTIES];
  int i = f->i, chain[KO_MAX_PARTIES], n = 0;
  *told = 0;
  if (phrase(f, i)->who != KO_PARTY) return 0;
  do chain[n++] = i;
  while (n < KO_MAX_PARTIES && (i = linked_before(f, i)) >= 0);
  for (int k = 0; k < n; k++) {
    const ko_phrase *p = phrase(f, chain[k]);
    if (p->n_parties < 2 || p->n_parties % 2 || f->x->party[p->party].type != KO_IS_COUNTRY)
      return 0;
    if (p->n_parties > 2 &&
        f->x->party[p->party].start != f->x->party[p->party + p->n_parties - 1].start)
      return 0;
    if (p->n_parties == 4) { /* four countries, or two pairs that share one */
      const ko_party *y = &f->x->party[p->party];
      if (y[0].country != y[2].country && y[1].country != y[3].country &&
          y[0].country != y[3].country && y[1].country != y[2].country)
        return 0;
    }
  }
  if (n == 1 && phrase(f, chain[0])->n_parties == 2) return 0;
  while (n-- > 0) {
    const ko_phrase *p = phrase(f, chain[n]);
    for (int k = 0; k + 1 < p->n_parties; k += 2) {
      memcpy(list, &f->x->party[p->party + k], 2 * sizeof *list);
      if (telling_of(f, list, 2)) return -1;
      f->x->telling[f->x->n_tellings - 1].phrase = chain[n];
      ko_meeting_slots(f->x, &f->x->telling[f->x->n_tellings - 1]);
      ++*told;
    }
  }
  return 0;
}

/* Does a word that is also used of other things name a meeting here? */
static int is_weak_enough(const frame *f, int n_people, int n_all) {
  const ko_phrase *t = phrase(f, f->i);
  if (ko_cell_has(f->marks, "talks"))
    return n_all >= 2 && t->particle != KO_TO &&
           f->x->telling[f->x->n_tellings - 1].m.place.end > 0;
  return n_people >= 2 || (n_people >= 1 && n_all >= 2);
}

/* A meeting with people without names, whom a later sentence may name (이날 행사에는 B가 참석했다). */
static int await_names(frame *f) {
  int crossed;
  f->n[0] = f->n[1] = 0;
  f->left = f->i;
  if (!take_subject(f, &crossed) || f->n[0] != 1 || !is_person_like(&f->side[0][0])) return 0;
  return telling_of(f, f->side[0], 1);
}

/* 저녁 식사에서 B를 만나: the phrase of the occasion, told just before without parties; -1. */
static int occasion_of(const frame *f) {
  const ko_telling *t = f->x->n_tellings ? &f->x->telling[f->x->n_tellings - 1] : NULL;
  if (!t || t->n > 0 || t->m.sentence != f->x->sentence || phrase(f, t->phrase)->particle != KO_AT)
    return -1;
  for (int k = t->phrase + 1; k < f->i; k++)
    if (phrase(f, k)->type == KO_PREDICATE) return -1;
  return t->phrase;
}

/* 만난 데 이어 … 또다시 만나. */
static int said_again(const frame *f) {
  const ko_phrase *p = f->i > 0 ? phrase(f, f->i - 1) : NULL;
  return p && p->type == KO_ADVERB &&
         ko_unit_in(&ko_table_meeting_mark, word(f, p->first), "again");
}

/* A, B·C와 회동: the one before the comma meets the others. */
static void split_subject(frame *f) {
  const ko_phrase *p = phrase(f, f->left);
  int n = 0, others = 0;
  if (f->n[1] < 3 || f->left >= f->i || p->who != KO_PARTY || p->join != KO_COMMA ||
      p->n_parties != 1)
    return;
  for (int k = f->left + 1; k < f->i && phrase(f, k)->who == KO_PARTY; k++, n++)
    others |= phrase(f, k)->join == KO_COMMA;
  if (n < 2 || others) return;
  take(f, 0, &f->side[1][0]);
  memmove(&f->side[1][0], &f->side[1][1], (size_t)--f->n[1] * sizeof f->side[1][0]);
  f->subject = f->left;
}

/* 얄타회담처럼: another one, only to compare with. */
static int only_compared(const ko_meeting_reader *x, const ko_phrase *p) {
  for (int u = p->head + 1; u < p->end; u++)
    if (ko_unit_in(&ko_table_meeting_particle, &x->unit[u], "like")) return 1;
  return 0;
}

static int read_trigger(ko_meeting_reader *x, int i) {
  frame f = {.x = x, .i = i, .left = i, .subject = -1};
  const ko_phrase *p = &x->phrase[i];
  const char *marks =
      ko_table_cell(&ko_table_meeting_trigger, x->unit[p->trigger_end - 1].trigger, 3);
  ko_party all[KO_MAX_PARTIES];
  int described =
      0; /* the noun behind the clause is who was met: 현장에서 만난 B는, by the reporter */
  int n = 0, crossed = 0, has_subject = 0, told, complete, people = 0;
  f.marks = marks;
  if (p->type == KO_NOUNS && only_compared(x, p)) return 0;
  f.governor = governor_of(&f);
  if (p->type == KO_NOUNS) {
    if (pairs_of(&f, &told)) return -1;
    if (told) return 0;
    before_noun(&f);
    if (f.n[1] == 0 && !f.blocked && f.subject < 0) around_noun(&f);
  } else {
    const ko_phrase *next = i + 1 < n_phrases(&f) ? &x->phrase[i + 1] : NULL;
    if (p->future && next && ko_unit_is(&x->unit[next->first], "수") && !p->past)
      f.blocked = f.press = 1; /* 만나볼 수 있다 */
    for (int u = p->first; u < p->end; u++)
      if (x->unit[u].tag == KO_VX && ko_unit_is(&x->unit[u], "보") && !p->past)
        f.blocked = f.press = 1; /* 만나 볼까요 */
    before_predicate(&f);
  }
  if (f.blocked) return f.press ? 0 : await_names(&f);
  complete = f.n[1] >= 2 && p->type == KO_NOUNS && f.left <= i;
  if (f.subject >= 0) {
    take_pair(&f, &x->phrase[f.subject]);
    has_subject = 1;
  } else {
    /* A와 B의 회동 has all its parties; A, B와 회동 lacks the one who meets them. */
    if (complete) {
      int with = 0;
      for (int j = f.left; j < i; j++)
        if (x->phrase[j].who == KO_PARTY && (x->phrase[j].particle == KO_WITH_OF ||
                                             (x->phrase[j].particle == KO_WITH &&
                                              (j + 1 < i || p->who != KO_PARTY) && !links(&f, j))))
          with = 1;
      complete = !with;
      for (int u = p->first; u < p->trigger; u++) {
        int row = ko_unit_row(&ko_table_meeting_mark, &x->unit[u]);
        if (row >= 0 && strcmp(ko_table_cell(&ko_table_meeting_mark, row, 1), "three") == 0 &&
            f.n[1] == 2)
          complete = 0;
      }
    }
    if (!complete) split_subject(&f);
    if (x->sentence == 0 && f.n[1] == 2 && f.left < i && p->type == KO_PREDICATE &&
        p->ending == KO_ADNOMINAL && x->phrase[f.left].join == KO_COMMA) {
      f.side[1][0] = f.side[1][1]; /* A, B 만난 C에 …: A speaks of them */
      f.n[1] = 1;
    }
    if (!complete) {
      if (f.n[1] == 0 && p->type == KO_PREDICATE) {
        has_subject = take_subject(&f, &crossed);
        if (f.n[0] < 2) described = take_head(&f, 1);
      } else {
        has_subject = f.n[0] > 0 || take_subject(&f, &crossed);
        if (f.n[1] > 0 &&
            (!has_subject || crossed > 0 ||
             (x->sentence == 0 && f.subject >= 0 && x->phrase[f.subject].join == KO_COMMA))) {
          ko_party kept[KO_MAX_PARTIES];
          int n_kept = f.n[0];
          memcpy(kept, f.side[0], sizeof kept);
          f.n[0] = 0;
          if (take_head(&f, 0)) {
            has_subject = 1;
          } else {
            memcpy(f.side[0], kept, sizeof kept);
            f.n[0] = n_kept;
          }
        }
        if (f.n[1] == 0 && f.n[0] < 2 && p->type == KO_NOUNS) take_head(&f, 1);
      }
      if (!has_subject && !described && f.n[1] == 1 && x->has_topic &&
          !has(x, f.side[1], f.n[1], &x->topic))
        take(&f, 0, &x->topic);
    }
  }
  if (f.n[1] >= 2 && f.subject >= 0 && x->phrase[f.subject].quote != p->quote) f.n[0] = 0;
  for (int side = 0; side < 2; side++)
    for (int k = 0; k < f.n[side]; k++)
      if (n < KO_MAX_PARTIES && !has(x, all, n, &f.side[side][k])) all[n++] = f.side[side][k];
  if (p->type == KO_NOUNS && p->particle == KO_TO && n >= 2 && f.subject < 0 && f.governor >= 0 &&
      ko_unit_in(&ko_table_meeting_mark, &x->unit[x->phrase[f.governor].base], "sit") &&
      take_subject(&f, &crossed))
    for (int k = 0; k < f.n[0]; k++)
      if (n < KO_MAX_PARTIES && is_person_like(&f.side[0][k]) && !has(x, all, n, &f.side[0][k])) {
        all[n] = f.side[0][k]; /* 회동에 배석하는 */
        all[n++].attendee = 1;
      }
  /* a subject alone meets nobody: 트럼프는 회담에서 */
  if (f.n[1] == 0 && f.n[0] < 2) n = 0;
  if (p->type == KO_NOUNS && f.n[1] == 0 && f.n[0] >= 2 && f.subject >= 0 &&
      x->phrase[f.subject].who == KO_PARTY) {
    const ko_phrase *g = f.governor >= 0 ? &x->phrase[f.governor] : NULL;
    if ((!g && p->particle != KO_BARE) || crossed > 1) n = 0;
  }
  for (int k = 0; k < n; k++) people += is_person_like(&all[k]);
  if (n >= 2 && p->type == KO_PREDICATE && people == 0) {
    int summit = 0;
    for (int k = i < KO_REACH ? 0 : i - KO_REACH; k < i + 6 && k < n_phrases(&f); k++)
      if (x->phrase[k].who == KO_PARTY && x->phrase[k].n_parties > 0 &&
          x->unit[x->phrase[k].head].n_countries == 0 &&
          (x->unit[x->phrase[k].head].word & (KO_W_SIDE | KO_W_OFFICE)))
        summit = 1;
    if (!summit) return 0;
  }
  if (n < 2 && p->type == KO_PREDICATE && f.n[1] == 0 && x->n_tellings &&
      x->telling[x->n_tellings - 1].m.sentence == x->sentence && !f.blocked &&
      (said_again(&f) || (p->ending == KO_NOMINAL && !p->past))) {
    const ko_telling *t = &x->telling[x->n_tellings - 1];
    for (n = 0; n < t->n; n++) all[n] = t->party[n];
  }
  if (n < 2) {
    n = 0;
    if (p->type == KO_PREDICATE) return 0;
  }
  if (f.n[0] == 1 && f.n[1] >= 2 && n >= 3 && is_one_by_one(&f)) {
    for (int k = 0; k < f.n[1]; k++) {
      ko_party two[2] = {f.side[0][0], f.side[1][k]};
      if (!ko_party_same(x, &two[0], &two[1]) && telling_of(&f, two, 2)) return -1;
    }
    return 0;
  }
  if (n == 0 && f.n[0] == 1 && f.governor >= 0 && p->particle == KO_OBJECT &&
      is_person_like(&f.side[0][0]) &&
      ko_unit_in(&ko_table_meeting_mark, &x->unit[x->phrase[f.governor].base], "open"))
    all[n++] = f.side[0][0];
  if (n >= 2 || p->type == KO_NOUNS) {
    int meal = n >= 2 && p->type == KO_PREDICATE ? occasion_of(&f) : -1;
    if (meal >= 0) x->n_tellings--;
    if (telling_of(&f, all, n)) return -1;
    if (meal >= 0) {
      ko_telling *t = &x->telling[x->n_tellings - 1];
      t->trigger = x->unit[x->phrase[meal].trigger_end - 1].trigger;
      t->m.kind = (ko_span){x->unit[x->phrase[meal].trigger].start,
                            x->unit[x->phrase[meal].trigger_end - 1].end};
      t->m.kind_lemma = ko_table_cell(&ko_table_meeting_trigger, t->trigger, 2);
    }
    if (n >= 2 && ko_cell_has(marks, "weak") && !is_weak_enough(&f, people, n))
      x->n_tellings--;
    else if (n >= 2 && f.subject >= 0 && x->phrase[f.subject].who == KO_THE_PAIR)
      x->telling[x->n_tellings - 1].back = 1;
    if (n >= 2 && x->n_tellings && told_since(&f, all, n)) return -1;
  }
  return 0;
}

/* 함께하다, read as one word or as two. */
static int is_together(const ko_meeting_reader *x, int i) {
  const ko_phrase *p = &x->phrase[i];
  if (ko_unit_is(&x->unit[p->base], "함께")) return 1;
  return i > 0 && ko_unit_is(&x->unit[p->first], "하") && p[-1].type == KO_ADVERB &&
         ko_unit_is(&x->unit[p[-1].first], "함께");
}

static int is_meal(const ko_telling *t) {
  return ko_cell_has(ko_table_cell(&ko_table_meeting_trigger, t->trigger, 3), "part");
}

/* 이 자리에는 A도 배석했다: people who join the meeting told last. */
static int read_attendance(ko_meeting_reader *x, int i) {
  frame f = {.x = x, .i = i, .left = i, .subject = -1, .marks = ""};
  size_t n = x->n_tellings;
  ko_telling *last = NULL, *here = NULL;
  int taking = 0;
  int sits = ko_unit_in(&ko_table_meeting_mark, &x->unit[x->phrase[i].base], "sit"), about = sits;
  if (n > 0 && x->telling[n - 1].n == 0 && x->telling[n - 1].m.sentence == x->sentence)
    here = &x->telling[n - 1];
  for (size_t k = n; k-- > 0 && x->telling[k].m.sentence + 3 >= x->sentence;) {
    ko_telling *t = &x->telling[k];
    if (t->n == 0 || t->since) continue;
    if (!last) last = t;
    if (here &&
        (here->trigger == t->trigger ||
         here->trigger ==
             t->first_trigger)) { /* 조찬에는: of the breakfast, not of what was told after it */
      last = t;
      break;
    }
  }
  if (!last) return 0;
  if (last->n == 1 &&
      ko_cell_has(ko_table_cell(&ko_table_meeting_trigger, last->trigger, 3), "weak"))
    return 0;
  for (int j = i < KO_REACH ? 0 : i - KO_REACH; j < i; j++)
    for (int u = x->phrase[j].first; u < x->phrase[j].end; u++)
      if (ko_unit_in(&ko_table_meeting_mark, &x->unit[u], "occasion") || x->unit[u].trigger >= 0)
        about = 1;
  for (int j = i < KO_REACH ? 0 : i - KO_REACH; j < i; j++)
    if (x->phrase[j].type == KO_NOUNS && x->phrase[j].particle == KO_SUBJECT &&
        x->phrase[j].who == KO_PARTY && x->phrase[j].topic && is_together(x, i))
      about = 1;
  if (!about) return 0;
  for (int j = i - 1; j >= 0 && j > i - KO_REACH; j--) { /* all who are listed before it */
    const ko_phrase *p = &x->phrase[j];
    if (p->type == KO_PREDICATE && p->ending != KO_ADNOMINAL) break;
    if (p->type != KO_NOUNS || p->quote != x->phrase[i].quote) continue;
    if (p->particle == KO_OF || (sits && p->particle == KO_AT)) continue;
    if (p->particle == KO_TO || p->particle == KO_AT) break;
    if (!taking && p->particle == KO_WITH) continue;
    taking = 1;
    if (p->who == KO_PARTY && p->trigger < 0) take_phrase(&f, 0, j);
  }
  for (int k = 0; k < f.n[0] / 2; k++) {
    ko_party y = f.side[0][k];
    f.side[0][k] = f.side[0][f.n[0] - 1 - k];
    f.side[0][f.n[0] - 1 - k] = y;
  }
  if (here && f.n[0] > 0 && last->n >= 2 && is_meal(here) && !is_meal(last) &&
      last->m.status != KO_UNLIKELY) { /* 만찬에는 C도 참석했다, after the talks */
    for (int k = 0; k < last->n; k++)
      if (!last->party[k].attendee) here->party[here->n++] = last->party[k];
    here->again = 1;
    if (here->m.day == KO_NO_DAY) here->m.day = last->m.day, here->m.day_end = last->m.day_end;
    last = here;
  }
  for (int k = 0; k < f.n[0]; k++)
    if (is_person_like(&f.side[0][k]) && !has(x, last->party, last->n, &f.side[0][k]) &&
        last->n < KO_MAX_PARTIES) {
      last->party[last->n] = f.side[0][k];
      last->party[last->n++].attendee = 1;
    }
  return 0;
}

/* Whom the next sentence is about, if it does not say: the topic of this one, or the subject of
** its first clause, if that clause does not describe a noun. */
static void note_topic(ko_meeting_reader *x) {
  for (int topic = 1; topic >= 0; topic--)
    for (size_t i = 0; i < x->n_phrases; i++) {
      const ko_phrase *p = &x->phrase[i];
      size_t k = i + 1;
      if (p->type != KO_NOUNS || p->particle != KO_SUBJECT || p->quote || p->trigger >= 0) continue;
      if (p->who == KO_NOBODY && topic && p->topic && i > 0 && p[-1].particle == KO_OF)
        p--; /* A의 발걸음은 */
      if (p->who != KO_PARTY) continue;
      if ((p->particle != KO_OF && p->topic != topic) || x->party[p->party].type != KO_IS_PERSON)
        continue;
      while (k < x->n_phrases && x->phrase[k].type != KO_PREDICATE) k++;
      if (!topic && k < x->n_phrases && x->phrase[k].ending == KO_ADNOMINAL &&
          !(k + 1 < x->n_phrases && x->unit[x->phrase[k + 1].first].tag == KO_NNB))
        continue;
      x->topic = x->party[p->party];
      x->has_topic = 1;
      return;
    }
}

/* 간담회에는 A·B·C가 …: a sentence that was cut off before it says that they were there. */
static int read_list_of_those_present(ko_meeting_reader *x) {
  ko_telling *last = x->n_tellings ? &x->telling[x->n_tellings - 1] : NULL;
  size_t at = 0, k;
  if (!last || last->m.sentence + 3 < x->sentence) return 0;
  while (at < x->n_phrases &&
         !(x->phrase[at].type == KO_NOUNS && x->phrase[at].topic &&
           (x->phrase[at].particle == KO_TO || x->phrase[at].particle == KO_AT)))
    at++;
  if (at == x->n_phrases ||
      (x->phrase[at].trigger < 0 &&
       !ko_unit_in(&ko_table_meeting_mark, &x->unit[x->phrase[at].head], "occasion")))
    return 0;
  for (k = at + 1; k < x->n_phrases; k++)
    if (x->phrase[k].type == KO_PREDICATE) return 0;
  while (last > x->telling && last->n == 0) last--;
  if (last->n == 0) return 0;
  for (k = at + 1; k < x->n_phrases; k++)
    for (int i = 0; i < x->phrase[k].n_parties; i++) {
      const ko_party *y = &x->party[x->phrase[k].party + i];
      if (is_person_like(y) && !has(x, last->party, last->n, y) && last->n < KO_MAX_PARTIES) {
        last->party[last->n] = *y;
        last->party[last->n++].attendee = 1;
      }
    }
  return 0;
}

/* The tense of the story: of its first finite predicate, outside of speech. */
static void note_tense(ko_meeting_reader *x) {
  for (size_t i = 0; i < x->n_phrases; i++) {
    const ko_phrase *p = &x->phrase[i];
    if (p->type != KO_PREDICATE || p->quote || (p->ending != KO_FINAL && p->ending != KO_QUOTATIVE))
      continue;
    x->present_story = !p->past;
    x->told_tense = 1;
    return;
  }
}

int ko_meeting_frames(ko_meeting_reader *x) {
  for (size_t i = 0; i < x->n_phrases; i++) {
    const ko_phrase *p = &x->phrase[i];
    if (p->trigger >= 0) {
      if (read_trigger(x, (int)i)) return -1;
    } else if (p->type == KO_PREDICATE &&
               (ko_unit_in(&ko_table_meeting_mark, &x->unit[p->base], "attend") ||
                ko_unit_in(&ko_table_meeting_mark, &x->unit[p->base], "sit") ||
                is_together(x, (int)i))) {
      if (read_attendance(x, (int)i)) return -1;
    }
  }
  if (read_list_of_those_present(x)) return -1;
  if (x->sentence > 0 && !x->told_tense) note_tense(x);
  note_topic(x);
  return 0;
}
