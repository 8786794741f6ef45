/* One trigger after the other: who meets there. */
#include <string.h>

#include "extract/event/attend.h"
#include "extract/event/proposal_features.h"
#include "extract/event/side.h"
#include "extract/event/subject.h"
#include "extract/event/telling.h"
#include "tables.h"

enum { /* what finding the parties of a trigger takes, and each proposal; see ko_work */
       TRIGGER_WORK = 32,
       PROPOSAL_WORK = 8
};

/* Is the meeting said to be one of several, each with one of the list (각각, 연쇄)? */
static int is_one_by_one(const ko_frame *f) {
  int from = f->left < f->i ? f->left : f->i;
  if (from > 0) from--;
  for (int i = from; i <= f->i + 1 && i < ko_frame_size(f); i++)
    for (int u = ko_frame_phrase(f, i)->first; u < ko_frame_phrase(f, i)->end; u++)
      if ((ko_meeting_mark(ko_frame_word(f, u)) & KO_MEETING_MARK_CLASS_EACH)) return 1;
  return 0;
}

/* 한일·한미 정상회담, 한미(29일), 미중(30일) 회담: meetings of two countries each. */
static int pairs_of(ko_frame *f, int *told) {
  ko_party list[KO_MAX_PARTIES];
  int i = f->i, chain[KO_MAX_PARTIES], n = 0;
  *told = 0;
  if (ko_frame_role(f, i)->who != KO_WHO_PARTY) return 0;
  do chain[n++] = i;
  while (n < KO_MAX_PARTIES && (i = ko_frame_linked(f, i)) >= 0);
  for (int k = 0; k < n; k++) {
    const ko_phrase *p = ko_frame_phrase(f, chain[k]);
    if (ko_role_of(f->x, p)->n_parties < 2 || ko_role_of(f->x, p)->n_parties % 2 ||
        f->x->party[ko_role_of(f->x, p)->party].type != KO_PARTY_COUNTRY)
      return 0;
    if (ko_role_of(f->x, p)->n_parties > 2 &&
        f->x->party[ko_role_of(f->x, p)->party].start !=
            f->x->party[ko_role_of(f->x, p)->party + ko_role_of(f->x, p)->n_parties - 1].start)
      return 0;
    if (ko_role_of(f->x, p)->n_parties == 4) { /* four countries, or two pairs that share one */
      const ko_party *y = &f->x->party[ko_role_of(f->x, p)->party];
      if (y[0].country != y[2].country && y[1].country != y[3].country &&
          y[0].country != y[3].country && y[1].country != y[2].country)
        return 0;
    }
  }
  if (n == 1 && ko_frame_role(f, chain[0])->n_parties == 2) return 0;
  while (n-- > 0) {
    const ko_phrase *p = ko_frame_phrase(f, chain[n]);
    for (int k = 0; k + 1 < ko_role_of(f->x, p)->n_parties; k += 2) {
      memcpy(list, &f->x->party[ko_role_of(f->x, p)->party + k], 2 * sizeof *list);
      if (ko_frame_tell(f, list, 2)) return -1;
      f->x->telling[f->x->n_tellings - 1].phrase = chain[n];
      ko_meeting_slots(f->x, &f->x->telling[f->x->n_tellings - 1]);
      ++*told;
    }
  }
  return 0;
}

/* Does a word that is also used of other things name a meeting here? */
static int is_weak_enough(const ko_frame *f, int n_people, int n_all) {
  const ko_phrase *t = ko_frame_phrase(f, f->i);
  if ((f->marks & KO_MEETING_TRIGGER_MARKS_TALKS))
    return n_all >= 2 && t->particle != KO_CASE_TO &&
           f->x->telling[f->x->n_tellings - 1].m.place.end > 0;
  return n_people >= 2 || (n_people >= 1 && n_all >= 2);
}

/* A meeting with people without names, whom a later sentence may name (이날 행사에는 B가 참석했다). */
static int await_names(ko_frame *f) {
  int crossed;
  f->n[0] = f->n[1] = 0;
  f->left = f->i;
  if (!ko_frame_take_subject(f, &crossed) || f->n[0] != 1 || !ko_is_person_like(&f->side[0][0]))
    return 0;
  return ko_frame_tell(f, f->side[0], 1);
}

/* 저녁 식사에서 B를 만나: the phrase of the occasion, told just before without parties; -1. */
static int occasion_of(const ko_frame *f) {
  const ko_telling *t = f->x->n_tellings ? &f->x->telling[f->x->n_tellings - 1] : NULL;
  if (!t || t->n > 0 || t->m.sentence != f->x->sentence ||
      ko_frame_phrase(f, t->phrase)->particle != KO_CASE_AT)
    return -1;
  for (int k = t->phrase + 1; k < f->i; k++)
    if (ko_frame_phrase(f, k)->type == KO_PHRASE_PREDICATE) return -1;
  return t->phrase;
}

/* 만난 데 이어 … 또다시 만나. */
static int said_again(const ko_frame *f) {
  const ko_phrase *p = f->i > 0 ? ko_frame_phrase(f, f->i - 1) : NULL;
  return p && p->type == KO_PHRASE_ADVERB &&
         (ko_meeting_mark(ko_frame_word(f, p->first)) & KO_MEETING_MARK_CLASS_AGAIN);
}

/* A, B·C와 회동: the one before the comma meets the others. */
static void split_subject(ko_frame *f) {
  const ko_phrase *p = ko_frame_phrase(f, f->left);
  int n = 0, others = 0;
  if (f->n[1] < 3 || f->left >= f->i || ko_role_of(f->x, p)->who != KO_WHO_PARTY ||
      p->join != KO_JOIN_COMMA || ko_role_of(f->x, p)->n_parties != 1)
    return;
  for (int k = f->left + 1; k < f->i && ko_frame_role(f, k)->who == KO_WHO_PARTY; k++, n++)
    others |= ko_frame_phrase(f, k)->join == KO_JOIN_COMMA;
  if (n < 2 || others) return;
  ko_frame_take(f, 0, &f->side[1][0]);
  memmove(&f->side[1][0], &f->side[1][1], (size_t)--f->n[1] * sizeof f->side[1][0]);
  f->subject = f->left;
}

/* 얄타회담처럼: another one, only to compare with. */
static int only_compared(const ko_meeting_reader *x, const ko_phrase *p) {
  for (int u = p->head + 1; u < p->end; u++)
    if (ko_word_particle(&x->word[u], KO_PARTICLE_CLASS_LIKE)) return 1;
  return 0;
}

/* A와 B의 회동 has all its parties; A, B와 회동 lacks the one who meets them. */
static int is_complete(const ko_frame *f) {
  const ko_phrase *p = ko_frame_phrase(f, f->i);
  if (p->type == KO_PHRASE_PREDICATE) /* A·B 만난다 */
    return f->n[1] >= 2 && f->left < f->i - 1 &&
           ko_frame_phrase(f, f->i - 1)->particle == KO_CASE_BARE &&
           ko_frame_phrase(f, f->i - 2)->join == KO_JOIN_DOT;
  if (f->n[1] < 2 || f->left > f->i) return 0;
  for (int j = f->left; j < f->i; j++) {
    const ko_phrase *q = ko_frame_phrase(f, j);
    if (ko_role_of(f->x, q)->who != KO_WHO_PARTY) continue;
    if (q->particle == KO_CASE_WITH_OF) return 0;
    if (q->particle == KO_CASE_WITH && (j + 1 < f->i || ko_role_of(f->x, p)->who != KO_WHO_PARTY) &&
        !ko_frame_links(f, j))
      return 0;
  }
  for (int u = p->first; u < ko_role_of(f->x, p)->trigger; u++)
    if (f->n[1] == 2 && (ko_meeting_mark_joined(ko_frame_word(f, u)) & KO_MEETING_MARK_CLASS_THREE))
      return 0;
  return 1;
}

/* 만나볼 수 있다, 만나 볼까요: an invitation, not a meeting. */
static int only_invites(const ko_frame *f) {
  const ko_phrase *p = ko_frame_phrase(f, f->i), *next = f->i + 1 < ko_frame_size(f) ? p + 1 : NULL;
  if (p->past) return 0;
  if (p->future && next && ko_word_does(ko_frame_word(f, next->first), KO_FUNCTION_WORD_CLASS_ABLE))
    return 1;
  for (int u = p->first; u < p->end; u++)
    if (ko_frame_word(f, u)->tag == KO_TAG_VX &&
        ko_word_does(ko_frame_word(f, u), KO_FUNCTION_WORD_CLASS_ATTEMPT))
      return 1;
  return 0;
}

static void find_other_side(ko_frame *f) {
  if (ko_frame_phrase(f, f->i)->type == KO_PHRASE_NOUNS) {
    ko_frame_before_noun(f);
    if (f->n[1] == 0 && !f->blocked && f->subject < 0) ko_frame_around_noun(f);
  } else if (only_invites(f)) {
    f->blocked = f->press = 1;
  } else {
    ko_frame_before_predicate(f);
  }
}

/* The noun that the clause describes as its subject, in place of one found too far away. */
static int take_head_as_subject(ko_frame *f) {
  ko_party kept[KO_MAX_PARTIES];
  int n_kept = f->n[0];
  memcpy(kept, f->side[0], sizeof kept);
  f->n[0] = 0;
  if (ko_frame_take_head(f, 0)) return 1;
  memcpy(f->side[0], kept, sizeof kept);
  f->n[0] = n_kept;
  return 0;
}

static void find_subject(ko_frame *f) {
  const ko_meeting_reader *x = f->x;
  const ko_phrase *p = ko_frame_phrase(f, f->i);
  int found;
  if (x->headline && f->n[1] == 2 && f->left < f->i && p->type == KO_PHRASE_PREDICATE &&
      p->ending == KO_ENDING_ADNOMINAL && ko_frame_phrase(f, f->left)->join == KO_JOIN_COMMA) {
    f->side[1][0] = f->side[1][1]; /* A, B 만난 C에 …: A speaks of them */
    f->n[1] = 1;
  }
  found = f->n[0] > 0 || ko_frame_take_subject(f, &f->crossed);
  if (f->n[1] == 0) {
    if (f->n[0] < 2) f->described = ko_frame_take_head(f, 1) && p->type == KO_PHRASE_PREDICATE;
  } else if (!found || f->crossed > 0 ||
             (x->headline && f->subject >= 0 &&
              ko_frame_phrase(f, f->subject)->join == KO_JOIN_COMMA)) {
    found |= take_head_as_subject(f);
  }
  if (!found && !f->described && f->n[1] == 1 && x->has_topic &&
      !ko_party_in(x, f->side[1], 1, &x->topic))
    ko_frame_take(f, 0, &x->topic);
}

/* Does the sentence name an office or a body of the parties (외교 수장이 … 만나), so that countries
** can be said to meet? */
static int meet_through_people(const ko_frame *f) {
  for (int k = f->i < KO_REACH ? 0 : f->i - KO_REACH; k < f->i + 6 && k < ko_frame_size(f); k++) {
    const ko_phrase *p = ko_frame_phrase(f, k);
    if (ko_role_of(f->x, p)->who == KO_WHO_PARTY && ko_role_of(f->x, p)->n_parties > 0 &&
        ko_frame_word(f, p->head)->n_countries == 0 &&
        (ko_party_noun(ko_frame_word(f, p->head)) &
         (KO_MEETING_PARTY_CLASS_SIDE | KO_PARTY_NOUN_OFFICE)))
      return 1;
  }
  return 0;
}

/* 회동에 배석하는: the subject was there too. */
static int add_those_who_sit(ko_frame *f, ko_party *all, int n) {
  const ko_phrase *p = ko_frame_phrase(f, f->i);
  if (p->type != KO_PHRASE_NOUNS || p->particle != KO_CASE_TO || n < 2 || f->subject >= 0 ||
      f->governor < 0 ||
      !(ko_meeting_mark(ko_frame_word(f, ko_frame_phrase(f, f->governor)->base)) &
        KO_MEETING_MARK_CLASS_SIT) ||
      !ko_frame_take_subject(f, &f->crossed))
    return n;
  for (int k = 0; k < f->n[0]; k++)
    if (n < KO_MAX_PARTIES && ko_is_person_like(&f->side[0][k]) &&
        !ko_party_in(f->x, all, n, &f->side[0][k])) {
      all[n] = f->side[0][k];
      all[n++].attendee = 1;
    }
  return n;
}

/* All parties of the frame, in `all`. Returns how many: 0 when they are no meeting. */
static int join_sides(ko_frame *f, ko_party *all) {
  const ko_phrase *p = ko_frame_phrase(f, f->i);
  int n = 0;
  if (f->x->headline && f->n[1] >= 2 && f->subject >= 0 &&
      ko_frame_phrase(f, f->subject)->quote != p->quote)
    f->n[0] = 0;
  for (int side = 0; side < 2; side++)
    for (int k = 0; k < f->n[side]; k++)
      if (n < KO_MAX_PARTIES && !ko_party_in(f->x, all, n, &f->side[side][k]))
        all[n++] = f->side[side][k];
  n = add_those_who_sit(f, all, n);
  if (f->n[1] > 0) return n;
  if (f->n[0] < 2) return 0; /* a subject alone meets nobody: 트럼프는 회담에서 */
  if (p->type == KO_PHRASE_NOUNS && f->subject >= 0 &&
      ko_frame_role(f, f->subject)->who == KO_WHO_PARTY &&
      ((f->governor < 0 && p->particle != KO_CASE_BARE) || f->crossed > 1))
    return 0;
  return n;
}

/* 만난 데 이어 … 또다시 만나: those of the meeting told last, in the same sentence. */
static int take_over_last(const ko_frame *f, ko_party *all) {
  const ko_meeting_reader *x = f->x;
  const ko_phrase *p = ko_frame_phrase(f, f->i);
  const ko_telling *t = x->n_tellings ? &x->telling[x->n_tellings - 1] : NULL;
  if (p->type != KO_PHRASE_PREDICATE || f->n[1] > 0 || !t || t->m.sentence != x->sentence) return 0;
  if (!said_again(f) && (p->ending != KO_ENDING_NOMINAL || p->past)) return 0;
  memcpy(all, t->party, (size_t)t->n * sizeof *all);
  return t->n;
}

/* A subject who has a dinner with people without names: one party, and more may be named later. */
static int waits_for_names(const ko_frame *f) {
  return f->n[0] == 1 && f->governor >= 0 && ko_frame_phrase(f, f->i)->particle == KO_CASE_OBJECT &&
         ko_is_person_like(&f->side[0][0]) &&
         (ko_meeting_mark(ko_frame_word(f, ko_frame_phrase(f, f->governor)->base)) &
          KO_MEETING_MARK_CLASS_OPEN);
}

/* One meeting with each of the other side. */
static int tell_one_by_one(ko_frame *f) {
  for (int k = 0; k < f->n[1]; k++) {
    ko_party two[2] = {f->side[0][0], f->side[1][k]};
    if (!ko_party_same(f->x, &two[0], &two[1]) && ko_frame_tell(f, two, 2)) return -1;
  }
  return 0;
}

/* Call the telling made last after the occasion in phrase `meal`. */
static void set_occasion(ko_meeting_reader *x, int meal) {
  ko_telling *t = &x->telling[x->n_tellings - 1];
  const ko_phrase *p = &x->phrase[meal];
  t->trigger = x->trigger[ko_role_of(x, p)->trigger_end - 1];
  t->m.kind = (ko_span){x->word[ko_role_of(x, p)->trigger].start,
                        x->word[ko_role_of(x, p)->trigger_end - 1].end};
  t->m.kind_lemma = ko_meeting_trigger_kind_of(t->trigger);
}

static int tell_meeting(ko_frame *f, const ko_party *all, int n, int people) {
  ko_meeting_reader *x = f->x;
  int meal = ko_frame_phrase(f, f->i)->type == KO_PHRASE_PREDICATE ? occasion_of(f) : -1;
  if (meal >= 0) x->n_tellings--;
  if (ko_frame_tell(f, all, n)) return -1;
  if (meal >= 0) set_occasion(x, meal);
  if ((f->marks & KO_MEETING_TRIGGER_MARKS_WEAK) && !is_weak_enough(f, people, n)) {
    x->n_tellings--; /* no meeting, and none before it of the same people either */
    return 0;
  }
  if (f->subject >= 0 && ko_frame_role(f, f->subject)->who == KO_WHO_PAIR)
    x->telling[x->n_tellings - 1].back = 1;
  return ko_frame_tell_since(f, all, n);
}

static int read_trigger(ko_meeting_reader *x, int i) {
  ko_frame f = {.x = x, .i = i, .left = i, .subject = -1};
  const ko_phrase *p = &x->phrase[i];
  ko_party all[KO_MAX_PARTIES];
  int n, people = 0, told;
  f.marks = ko_meeting_trigger_marks_of(x->trigger[ko_role_of(x, p)->trigger_end - 1]);
  if (p->type == KO_PHRASE_NOUNS && only_compared(x, p)) return 0;
  f.governor = ko_head_governor(&x->s, i);
  if (p->type == KO_PHRASE_NOUNS && (pairs_of(&f, &told) || told)) return told ? 0 : -1;
  find_other_side(&f);
  if (f.blocked) return f.press ? 0 : await_names(&f);
  if (f.subject >= 0) {
    ko_frame_take_pair(&f, &x->phrase[f.subject]);
  } else if (!is_complete(&f)) {
    split_subject(&f);
    find_subject(&f);
  }
  n = join_sides(&f, all);
  for (int k = 0; k < n; k++) people += ko_is_person_like(&all[k]);
  if (n >= 2 && p->type == KO_PHRASE_PREDICATE && people == 0 && !meet_through_people(&f)) return 0;
  if (n < 2) n = take_over_last(&f, all);
  if (n >= 3 && f.n[0] == 1 && f.n[1] >= 2 && is_one_by_one(&f)) return tell_one_by_one(&f);
  if (n >= 2) return tell_meeting(&f, all, n, people);
  if (p->type == KO_PHRASE_PREDICATE) return 0;
  return ko_frame_tell(&f, f.side[0], waits_for_names(&f));
}

/* Put other parties into a telling; who sat in stays so. */
static void replace_parties(ko_meeting_reader *x, ko_telling *t, ko_party *all, int n) {
  for (int i = 0; i < n; i++)
    for (int k = 0; k < t->n; k++)
      if (ko_party_same(x, &all[i], &t->party[k])) all[i].attendee = t->party[k].attendee;
  t->n = 0;
  for (int i = 0; i < n; i++) ko_telling_add(x, t, &all[i]);
}

/* The first telling of the trigger in phrase i, where n were told before it: it may have taken the place of the
** last of those (저녁 식사에서 B를 만나). */
static size_t first_told(const ko_meeting_reader *x, int i, size_t n) {
  if (n > x->n_tellings) return x->n_tellings;
  while (n > 0 && x->telling[n - 1].m.sentence == x->sentence && x->telling[n - 1].phrase == i) n--;
  return n;
}

/* What the frame of the trigger in phrase i told, from telling `before` on, is one of many that the sentence may
** mean: let the weights choose. One that was told of several pairs stays. */
static int choose_parties(ko_meeting_reader *x, int i, size_t before) {
  ko_proposals p;
  ko_party all[KO_MAX_PARTIES];
  ko_frame f = {.x = x, .i = i, .left = i, .subject = -1};
  size_t told = x->n_tellings - before;
  int k, n;
  if (told > 1) return 0;
  ko_proposals_find(x, i, told ? &x->telling[before] : NULL, &p);
  ko_proposals_describe(&p);
  if (ko_work(x->mem, PROPOSAL_WORK * (size_t)p.n)) return -1;
  k = x->chooser->choose(x->chooser->ctx, &p);
  if (k == p.by_rules) return 0;
  if (k == KO_PROPOSAL_NONE) {
    x->n_tellings = before;
    return 0;
  }
  n = ko_proposal_parties(&p, k, all);
  if (told) {
    replace_parties(x, &x->telling[before], all, n);
    return 0;
  }
  f.marks = ko_meeting_trigger_marks_of(x->trigger[x->role[i].trigger_end - 1]);
  f.governor = ko_head_governor(&x->s, i);
  return ko_frame_tell(&f, all, n);
}

/* Forget the tellings from `from` on that are only supposed (만났다면). */
static void forget_supposed(ko_meeting_reader *x, size_t from) {
  size_t kept = from;
  for (size_t i = from; i < x->n_tellings; i++)
    if (!x->telling[i].supposed) x->telling[kept++] = x->telling[i];
  x->n_tellings = kept;
}

/* Whom the next sentence is about, if it does not say: the topic of this one, or the subject of
** its first clause, if that clause does not describe a noun. */
static void note_topic(ko_meeting_reader *x) {
  for (int topic = 1; topic >= 0; topic--)
    for (size_t i = 0, k = 0; i < x->n_phrases;
         i++) { /* k: the predicate behind i, once asked for */
      const ko_phrase *p = &x->phrase[i];
      if (p->type != KO_PHRASE_NOUNS || p->particle != KO_CASE_SUBJECT || p->quote ||
          ko_role_of(x, p)->trigger >= 0)
        continue;
      if (ko_role_of(x, p)->who == KO_WHO_NOBODY && topic && p->topic && i > 0 &&
          p[-1].particle == KO_CASE_OF)
        p--; /* A의 발걸음은 */
      if (ko_role_of(x, p)->who != KO_WHO_PARTY) continue;
      if ((p->particle != KO_CASE_OF && p->topic != topic) ||
          x->party[ko_role_of(x, p)->party].type != KO_PARTY_PERSON)
        continue;
      if (k <= i) k = i + 1;
      while (k < x->n_phrases && x->phrase[k].type != KO_PHRASE_PREDICATE) k++;
      if (!topic && k < x->n_phrases && x->phrase[k].ending == KO_ENDING_ADNOMINAL &&
          !(k + 1 < x->n_phrases && x->word[x->phrase[k + 1].first].tag == KO_TAG_NNB))
        continue;
      x->topic = x->party[ko_role_of(x, p)->party];
      x->has_topic = 1;
      return;
    }
}

/* The tense of the story: of its first finite predicate, outside of speech. */
static void note_tense(ko_meeting_reader *x) {
  for (size_t i = 0; i < x->n_phrases; i++) {
    const ko_phrase *p = &x->phrase[i];
    if (p->type != KO_PHRASE_PREDICATE || p->quote ||
        (p->ending != KO_ENDING_FINAL && p->ending != KO_ENDING_QUOTATIVE))
      continue;
    x->present_story = !p->past;
    x->told_tense = 1;
    return;
  }
}

/* Does the predicate say that somebody is there? */
static int attends(const ko_meeting_reader *x, int i) {
  const ko_clause_word *u = &x->word[x->phrase[i].base];
  return (ko_meeting_mark(u) & KO_MEETING_MARK_CLASS_ATTEND) ||
         (ko_meeting_mark(u) & KO_MEETING_MARK_CLASS_SIT) || ko_meeting_together(x, i);
}

int ko_meeting_frames(ko_meeting_reader *x) {
  for (int i = 0; i < (int)x->n_phrases; i++) {
    const ko_phrase *p = &x->phrase[i];
    size_t before = x->n_tellings;
    if (ko_work(x->mem, ko_role_of(x, p)->trigger >= 0 ? TRIGGER_WORK : 1)) return -1;
    if (ko_role_of(x, p)->trigger >= 0
            ? read_trigger(x, i) || choose_parties(x, i, first_told(x, i, before))
            : p->type == KO_PHRASE_PREDICATE && attends(x, i) && ko_meeting_attendance(x, i))
      return -1;
    forget_supposed(x, first_told(x, i, before));
  }
  if (ko_meeting_present(x)) return -1;
  if (!x->headline && !x->told_tense) note_tense(x);
  note_topic(x);
  return 0;
}
