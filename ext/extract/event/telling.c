/* A telling: what one clause says of a meeting. */
#include <string.h>

#include "extract/event/telling.h"
#include "tables.h"

enum { MAX_EVIDENCE = 1000 }; /* characters */

/* The sentence, or if it is very long as much of it around the phrase: texts without full stops
** must not be given back whole with each of their meetings. */
static ko_span evidence_at(const ko_meeting_reader *x, int phrase) {
  ko_span s = x->r->document->sentences.span[x->sentence];
  uint32_t at = x->word[x->phrase[phrase].first].start;
  if (s.end - s.start <= MAX_EVIDENCE) return s;
  if (at - s.start > MAX_EVIDENCE / 2) s.start = at - MAX_EVIDENCE / 2;
  if (s.end - s.start > MAX_EVIDENCE) s.end = s.start + MAX_EVIDENCE;
  return s;
}

void ko_telling_add(ko_meeting_reader *x, ko_telling *t, const ko_party *y) {
  if (t->n == KO_MAX_PARTIES) return;
  if (t->n == t->cap) {
    int cap = t->cap ? 2 * t->cap : 4;
    ko_party *more = ko_arena_alloc(&x->arena, (size_t)cap * sizeof *more);
    if (!more) {
      x->failed = 1;
      return;
    }
    if (t->n) memcpy(more, t->party, (size_t)t->n * sizeof *more);
    t->party = more;
    t->cap = cap;
  }
  t->party[t->n++] = *y;
}

static ko_telling *new_telling(ko_meeting_reader *x) {
  ko_telling *t;
  if (ko_grow(x->mem, &x->telling, &x->cap_tellings, x->n_tellings + 1, sizeof *x->telling))
    return NULL;
  t = &x->telling[x->n_tellings++];
  memset(t, 0, sizeof *t);
  t->trigger = -1;
  t->headline = x->headline;
  t->m.day = t->m.day_end = KO_NO_DAY;
  t->m.minute = -1;
  return t;
}

int ko_frame_tell(ko_frame *f, const ko_party *list, int n) {
  ko_meeting_reader *x = f->x;
  const ko_phrase *p = ko_frame_phrase(f, f->i);
  ko_telling *t = new_telling(x);
  int last = ko_role_of(x, p)->trigger_end - 1;
  if (!t) return -1;
  for (int i = 0; i < n; i++) ko_telling_add(x, t, &list[i]);
  t->phrase = f->i;
  t->trigger = t->first_trigger = x->trigger[last];
  for (int i = last; i >= ko_role_of(x, p)->trigger; i--)
    if (x->trigger[i] >= 0) t->first_trigger = x->trigger[i];
  t->summit = (f->marks & KO_MEETING_TRIGGER_MARKS_SUMMIT);
  for (int i = p->first; i < ko_role_of(x, p)->trigger_end; i++)
    if ((ko_meeting_mark(&x->word[i]) & KO_MEETING_MARK_CLASS_SUMMIT)) t->summit = 1;
  for (int i = p->first; p->type == KO_PHRASE_NOUNS && i < ko_role_of(x, p)->trigger_end; i++)
    if ((ko_meeting_mark(&x->word[i]) & KO_MEETING_MARK_CLASS_TALKS)) t->talks = 1;
  if ((f->marks & KO_MEETING_TRIGGER_MARKS_TALKS)) t->talks = 1;
  if (f->subject >= 0 && (ko_meeting_mark(ko_frame_word(f, ko_frame_phrase(f, f->subject)->head)) &
                          KO_MEETING_MARK_CLASS_SUMMIT))
    t->summit = 1;
  if (!t->talks && p->type == KO_PHRASE_NOUNS && ko_role_of(x, p)->who == KO_WHO_PARTY &&
      ko_role_of(x, p)->n_parties > 1 &&
      x->party[ko_role_of(x, p)->party].end ==
          x->word[ko_role_of(x, p)->trigger - 1 < p->first ? p->first
                                                           : ko_role_of(x, p)->trigger - 1]
              .end)
    t->summit |= !(f->marks & KO_MEETING_TRIGGER_MARKS_WEAK); /* 미·러 회담 */
  for (int i = f->i - 4 < 0 ? 0 : f->i - 4; i <= f->i; i++)
    for (int u = ko_frame_phrase(f, i)->first; u < ko_frame_phrase(f, i)->end; u++) {
      if ((ko_meeting_mark(ko_frame_word(f, u)) & KO_MEETING_MARK_CLASS_ALONE)) t->alone = 1;
      if ((ko_meeting_mark(ko_frame_word(f, u)) & KO_MEETING_MARK_CLASS_AGAIN)) t->again = 1;
      if ((ko_meeting_mark(ko_frame_word(f, u)) & KO_MEETING_MARK_CLASS_EARLIER)) t->earlier = 1;
      if (i == f->i && (ko_meeting_mark_joined(&x->word[u]) & KO_MEETING_MARK_CLASS_THREE))
        t->three = 1;
    }
  if (p->type == KO_PHRASE_NOUNS)
    t->m.kind = (ko_span){x->word[ko_role_of(x, p)->trigger].start, x->word[last].end};
  t->m.kind_lemma = ko_meeting_trigger_kind_of(t->trigger);
  t->m.sentence = x->sentence;
  t->m.evidence = evidence_at(x, f->i);
  ko_meeting_status(x, t);
  ko_meeting_slots(x, t);
  return 0;
}

/* 만나는 것은 2019년 6월 오사카에서 열린 회의 이후 6년 만이다: the meeting before, of the same people. */
int ko_frame_tell_since(ko_frame *f, const ko_party *list, int n) {
  ko_meeting_reader *x = f->x;
  int date = -1, since = -1;
  const ko_phrase *t = ko_frame_phrase(f, f->i), *next = f->i + 1 < ko_frame_size(f) ? t + 1 : NULL;
  int go = f->governor >= 0 ? f->governor : f->i;
  if (next && next->type == KO_PHRASE_PREDICATE)
    next = go + 1 < ko_frame_size(f) ? ko_frame_phrase(f, go + 1) : NULL;
  if (!(t->type == KO_PHRASE_NOUNS && t->topic) &&
      !(next && next->type == KO_PHRASE_NOUNS && next->topic && next->particle == KO_CASE_SUBJECT))
    return 0;
  for (int k = f->i + 1; k < ko_frame_size(f) && k < f->i + 14; k++) {
    const ko_phrase *p = ko_frame_phrase(f, k);
    for (int u = p->first; u < p->end; u++) {
      const ko_clause_word *w = ko_frame_word(f, u);
      const ko_mention *m = w->mention >= 0 ? &x->r->mentions.item[w->mention] : NULL;
      if (m && m->type == KO_MENTION_DATE && m->value.known && since < 0 &&
          !(w->flags & KO_WORD_INSIDE))
        date = k;
      if ((ko_meeting_mark(w) & KO_MEETING_MARK_CLASS_SINCE) && date >= 0) since = k;
      if ((ko_meeting_mark(w) & KO_MEETING_MARK_CLASS_SPAN) && since >= 0) {
        ko_telling *before = new_telling(x);
        if (!before) return -1;
        for (int i = 0; i < n; i++) ko_telling_add(x, before, &list[i]);
        before->trigger = x->trigger[ko_frame_role(f, f->i)->trigger_end - 1];
        before->m.kind_lemma = ko_meeting_trigger_kind_of(before->trigger);
        before->m.sentence = x->sentence;
        before->m.evidence = evidence_at(x, f->i);
        before->m.status = KO_STATUS_HELD;
        before->cue = 2;
        before->again = 1;
        ko_meeting_slots_since(x, before, date, since);
        before->since = 1;
        if (before > x->telling && before[-1].m.day == before->m.day)
          before[-1].m.day = before[-1].m.day_end = KO_NO_DAY;
        return 0;
      }
    }
  }
  return 0;
}
