/* Who else was there: sentences that add people to a meeting told before. */

#include "extract/event/attend.h"
#include "tables.h"

/* 함께하다, read as one word or as two. */
int ko_meeting_together(const ko_meeting_reader *x, int i) {
  const ko_phrase *p = &x->phrase[i];
  if ((ko_meeting_mark(&x->word[p->base]) & KO_MEETING_MARK_CLASS_TOGETHER)) return 1;
  return i > 0 && ko_word_does(&x->word[p->first], KO_FUNCTION_WORD_CLASS_DO) &&
         p[-1].type == KO_PHRASE_ADVERB &&
         (ko_meeting_mark(&x->word[p[-1].first]) & KO_MEETING_MARK_CLASS_TOGETHER);
}

static int is_meal(const ko_telling *t) {
  return (ko_meeting_trigger_marks_of(t->trigger) & KO_MEETING_TRIGGER_MARKS_PART);
}

/* Somebody more who was there. */
static void add_attendee(ko_meeting_reader *x, ko_telling *t, const ko_party *y) {
  ko_party there = *y;
  there.attendee = 1;
  if (ko_is_person_like(y) && !ko_party_in(x, t->party, t->n, y)) ko_telling_add(x, t, &there);
}

/* 이 자리에는 A도 배석했다: people who join the meeting told last. */
int ko_meeting_attendance(ko_meeting_reader *x, int i) {
  ko_frame f = {.x = x, .i = i, .left = i, .subject = -1};
  size_t n = x->n_tellings;
  ko_telling *last = NULL, *here = NULL;
  int taking = 0;
  int sits = (ko_meeting_mark(&x->word[x->phrase[i].base]) & KO_MEETING_MARK_CLASS_SIT),
      about = sits;
  if (n > 0 && x->telling[n - 1].n == 0 && x->telling[n - 1].m.sentence == x->sentence)
    here = &x->telling[n - 1];
  for (size_t k = n; k-- > 0 && n - k <= KO_REACH && x->telling[k].m.sentence + 3 >= x->sentence;) {
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
  if (last->n == 1 && (ko_meeting_trigger_marks_of(last->trigger) & KO_MEETING_TRIGGER_MARKS_WEAK))
    return 0;
  for (int j = i < KO_REACH ? 0 : i - KO_REACH; j < i; j++)
    for (int u = x->phrase[j].first; u < x->phrase[j].end; u++)
      if ((ko_meeting_mark(&x->word[u]) & KO_MEETING_MARK_CLASS_OCCASION) || x->trigger[u] >= 0)
        about = 1;
  for (int j = i < KO_REACH ? 0 : i - KO_REACH; j < i; j++)
    if (x->phrase[j].type == KO_PHRASE_NOUNS && x->phrase[j].particle == KO_CASE_SUBJECT &&
        x->role[j].who == KO_WHO_PARTY && x->phrase[j].topic && ko_meeting_together(x, i))
      about = 1;
  if (!about) return 0;
  for (int j = i - 1; j >= 0 && j > i - KO_REACH; j--) { /* all who are listed before it */
    const ko_phrase *p = &x->phrase[j];
    if (p->type == KO_PHRASE_PREDICATE && p->ending != KO_ENDING_ADNOMINAL) break;
    if (p->type != KO_PHRASE_NOUNS || p->quote != x->phrase[i].quote) continue;
    if (p->particle == KO_CASE_OF || (sits && p->particle == KO_CASE_AT)) continue;
    if (p->particle == KO_CASE_TO || p->particle == KO_CASE_AT) break;
    if (!taking && p->particle == KO_CASE_WITH) continue;
    taking = 1;
    if (ko_role_of(x, p)->who == KO_WHO_PARTY && ko_role_of(x, p)->trigger < 0)
      ko_frame_take_phrase(&f, 0, j);
  }
  for (int k = 0; k < f.n[0] / 2; k++) {
    ko_party y = f.side[0][k];
    f.side[0][k] = f.side[0][f.n[0] - 1 - k];
    f.side[0][f.n[0] - 1 - k] = y;
  }
  if (here && f.n[0] > 0 && last->n >= 2 && is_meal(here) && !is_meal(last) &&
      last->m.status != KO_STATUS_UNLIKELY) { /* 만찬에는 C도 참석했다, after the talks */
    for (int k = 0; k < last->n; k++)
      if (!last->party[k].attendee) ko_telling_add(x, here, &last->party[k]);
    here->again = 1;
    if (here->m.day == KO_NO_DAY) here->m.day = last->m.day, here->m.day_end = last->m.day_end;
    last = here;
  }
  for (int k = 0; k < f.n[0]; k++) add_attendee(x, last, &f.side[0][k]);
  return 0;
}

/* 간담회에는 A·B·C가 …: a sentence that was cut off before it says that they were there. */
int ko_meeting_present(ko_meeting_reader *x) {
  ko_telling *last = x->n_tellings ? &x->telling[x->n_tellings - 1] : NULL;
  size_t at = 0, k;
  if (!last || last->m.sentence + 3 < x->sentence) return 0;
  while (at < x->n_phrases &&
         !(x->phrase[at].type == KO_PHRASE_NOUNS && x->phrase[at].topic &&
           (x->phrase[at].particle == KO_CASE_TO || x->phrase[at].particle == KO_CASE_AT)))
    at++;
  if (at == x->n_phrases ||
      (x->role[at].trigger < 0 &&
       !(ko_meeting_mark(&x->word[x->phrase[at].head]) & KO_MEETING_MARK_CLASS_OCCASION)))
    return 0;
  for (k = at + 1; k < x->n_phrases; k++)
    if (x->phrase[k].type == KO_PHRASE_PREDICATE) return 0;
  while (last > x->telling && last->n == 0 && last->m.sentence + 3 >= x->sentence) last--;
  if (last->n == 0 || last->m.sentence + 3 < x->sentence) return 0;
  for (k = at + 1; k < x->n_phrases; k++)
    for (int i = 0; i < x->role[k].n_parties; i++) {
      const ko_party *y = &x->party[x->role[k].party + i];
      add_attendee(x, last, y);
    }
  return 0;
}
