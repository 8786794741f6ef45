/* The day, hour, length, place and subject of a meeting. */
#include <string.h>

#include "extract/event/meeting_reader.h"
#include "extract/words/lookup.h"
#include "tables.h"

static const ko_mention *mention_of(const ko_meeting_reader *x, int word) {
  int m = x->word[word].mention;
  return m >= 0 ? &x->r->mentions.item[m] : NULL;
}

/* KO_MEETING_MARK_CLASS_... of a word. */
static int marked(const ko_meeting_reader *x, int i, ko_meeting_mark_class class) {
  return (ko_meeting_mark(&x->word[i]) & (int)class) != 0;
}

static int is_event(const ko_meeting_reader *x, const ko_phrase *p) {
  for (int u = p->head; u >= p->first; u--) {
    if ((x->word[u].flags & KO_WORD_INSIDE) ||
        (ko_party_noun(&x->word[u]) & KO_MEETING_PARTY_CLASS_TAIL))
      continue;
    if (x->trigger[u] >= 0) return 1;
    return marked(x, u, KO_MEETING_MARK_CLASS_EVENT);
  }
  return 0;
}

/* ---- the day ---- */

/* 지난 25일: before the story. */
static int is_bygone(const ko_meeting_reader *x, const ko_mention *m) {
  uint32_t end;
  return (ko_function_word_class_of(ko_lookup_starting(
              &ko_table_function_word, &x->r->document->text, m->start, m->end, 0, &end)) &
          KO_FUNCTION_WORD_CLASS_BYGONE) != 0;
}

enum { MAX_SPAN = 36500 }; /* days from a meeting to a day that is counted from it */

/* The last dated unit of a phrase, -1 if none. */
static int date_in(const ko_meeting_reader *x, const ko_phrase *p) {
  for (int u = p->end - 1; u >= p->first; u--) {
    const ko_mention *m = mention_of(x, u);
    if (m && m->type == KO_MENTION_DATE && m->value.known) return u;
  }
  return -1;
}

static void set_day(ko_telling *t, const ko_value *v) {
  t->m.day = v->day;
  t->m.day_end = v->day_end;
}

/* Is the next predicate after phrase k one of telling (30일 밝혔다)? */
static int is_reported_at(const ko_meeting_reader *x, int k) {
  for (int j = k + 1; j < (int)x->n_phrases && j <= k + 2; j++)
    if (x->phrase[j].type == KO_PHRASE_PREDICATE)
      return marked(x, x->phrase[j].base, KO_MEETING_MARK_CLASS_REPORT);
  return 0;
}

/* 회담을 하루 앞둔 24일, 회담 다음날인 30일, 회담 사흘 뒤인 18일: a day counted from the meeting. */
static int counted_day(const ko_meeting_reader *x, ko_telling *t) {
  int n = (int)x->n_phrases, before = 0, after = 0, span = 0, seen = 0;
  for (int k = t->phrase; k < n && k < t->phrase + 6; k++) {
    const ko_phrase *p = &x->phrase[k];
    for (int u = k == t->phrase && ko_role_of(x, p)->trigger >= 0 ? ko_role_of(x, p)->trigger_end
                                                                  : p->first;
         u < p->end; u++) {
      const ko_mention *m = mention_of(x, u);
      if (m && m->type == KO_MENTION_DURATION && m->value.known && m->value.unit &&
          strcmp(m->value.unit, "day") == 0 && m->value.low <= MAX_SPAN)
        span = (int)m->value.low;
      if (m && m->type == KO_MENTION_DATE && (before || after) && m->value.known &&
          m->value.day == m->value.day_end) {
        int32_t day = m->value.day + (before ? span : -span);
        t->m.day = t->m.day_end = day;
        return 1;
      }
      if (span && (ko_meeting_mark(&x->word[u]) & KO_MEETING_MARK_CLASS_EVE)) before = 1, seen = 1;
      if ((ko_meeting_mark_joined(&x->word[u]) & KO_MEETING_MARK_CLASS_MORROW))
        after = 1, span = 1, seen = 1;
      if (span && (ko_meeting_mark(&x->word[u]) & KO_MEETING_MARK_CLASS_PAST)) after = 1, seen = 1;
    }
    if (p->type == KO_PHRASE_PREDICATE && !seen) break;
  }
  if (before && span) { /* 하루 앞두고 …. 24일 …: the day of the story */
    uint32_t end = x->r->document->sentences.span[x->sentence].end;
    size_t at = ko_reading_from(x->r, end);
    for (int looked = 0; looked < KO_REACH && at < x->r->mentions.n &&
                         x->r->mentions.item[at].sentence <= x->sentence + 2;
         at++, looked++) {
      const ko_mention *m = &x->r->mentions.item[at];
      if (m->type != KO_MENTION_DATE || !m->value.known || m->value.day != m->value.day_end)
        continue;
      if (is_bygone(x, m)) return 0; /* 지난 6일 is before the story */
      t->m.day = t->m.day_end = m->value.day + span;
      return 1;
    }
  }
  return 0;
}

/* Does a topic stand before phrase k, but for adverbs (A는 앞서 지난해 1월)? */
static int follows_topic(const ko_meeting_reader *x, int k) {
  while (--k >= 0 && x->phrase[k].type == KO_PHRASE_ADVERB) {
  }
  return k < 0 || (x->phrase[k].type == KO_PHRASE_NOUNS && x->phrase[k].topic);
}

static int x_leads(const ko_meeting_reader *x, const ko_party *y) {
  return y->entity >= 0 && x->holder[y->entity].leader;
}

/* Is the phrase the subject of another clause: somebody who is not at the meeting and, for all the
** words between, does something else on that day (이 총재는 28일 … 정상회담에 대해 … 평가했다)? */
static int is_foreign_subject(const ko_meeting_reader *x, const ko_telling *t, const ko_phrase *p) {
  if (p->type != KO_PHRASE_NOUNS || p->particle != KO_CASE_SUBJECT ||
      ko_role_of(x, p)->who == KO_WHO_NOBODY || ko_role_of(x, p)->who == KO_WHO_PAIR || t->n < 2)
    return 0;
  for (int i = 0; i < ko_role_of(x, p)->n_parties; i++)
    for (int k = 0; k < t->n; k++)
      if (ko_party_same(x, &x->party[ko_role_of(x, p)->party + i], &t->party[k]) ||
          (t->party[k].type == KO_PARTY_COUNTRY &&
           x_leads(x, &x->party[ko_role_of(x, p)->party + i])))
        return 0;
  return 1;
}

static void find_day(const ko_meeting_reader *x, ko_telling *t) {
  const ko_phrase *p = &x->phrase[t->phrase];
  int n = (int)x->n_phrases, hops = 0, opened = 0, passed = 0, passed_subject = 0, u;
  if (counted_day(x, t)) return;
  if ((u = date_in(x, p)) >= 0) {
    set_day(t, &mention_of(x, u)->value);
    return;
  }
  /* between the meeting and the predicate that has it for its subject or object */
  if (p->type == KO_PHRASE_NOUNS &&
      (p->particle == KO_CASE_SUBJECT || p->particle == KO_CASE_OBJECT ||
       (p->particle == KO_CASE_BARE && ko_role_of(x, p)->trigger_end > p->head)) &&
      t->cue >= 0)
    for (int k = t->phrase + 1; k < n && k < t->phrase + 5; k++) {
      const ko_phrase *q = &x->phrase[k];
      if (q->type == KO_PHRASE_PREDICATE || q->quote != p->quote) break;
      if (q->type == KO_PHRASE_NOUNS && q->particle == KO_CASE_SUBJECT) break;
      if (q->type == KO_PHRASE_NOUNS && ko_role_of(x, q)->trigger < 0 && (u = date_in(x, q)) >= 0) {
        set_day(t, &mention_of(x, u)->value);
        return;
      }
    }
  if (p->type == KO_PHRASE_NOUNS && ko_role_of(x, p)->trigger_end <= p->head &&
      is_reported_at(x, t->phrase))
    return;
  for (int k = t->phrase - 1; k >= 0 && k > t->phrase - KO_REACH; k--) {
    const ko_phrase *q = &x->phrase[k];
    if (q->quote && q->quote != p->quote) continue;
    if (q->type == KO_PHRASE_PREDICATE) {
      if (q->ending == KO_ENDING_FINAL || q->ending == KO_ENDING_QUOTATIVE) return;
      if (ko_role_of(x, q)->trigger >= 0) return;
      if (q->ending == KO_ENDING_ADNOMINAL && marked(x, q->base, KO_MEETING_MARK_CLASS_OPEN)) {
        opened = 1;
        continue;
      }
      if (q->ending == KO_ENDING_CONNECTIVE && (marked(x, q->base, KO_MEETING_MARK_CLASS_VISIT) ||
                                                marked(x, q->base, KO_MEETING_MARK_CLASS_INVITE)))
        continue;
      if (q->ending == KO_ENDING_CONNECTIVE &&
          ko_word_row(&x->word[q->base], &ko_table_meeting_cue) >= 0)
        return;
      if (++hops > 1 && passed_subject) return;
      passed = q->ending == KO_ENDING_CONNECTIVE;
      continue;
    }
    if (ko_role_of(x, q)->trigger >= 0 && q->particle != KO_CASE_BARE &&
        q->particle != KO_CASE_OF && hops == 0 && q->type == KO_PHRASE_NOUNS &&
        q->particle != KO_CASE_AT)
      return;
    if (opened && q->type == KO_PHRASE_NOUNS && q->particle == KO_CASE_AT && is_event(x, q)) return;
    if (q->type == KO_PHRASE_NOUNS && q->particle == KO_CASE_SUBJECT) passed = passed_subject = 1;
    if (hops > 1 && passed_subject) return;
    if ((u = date_in(x, q)) < 0 || is_reported_at(x, k) || q->particle == KO_CASE_OTHER) continue;
    if (k > 0 && is_foreign_subject(x, t, &x->phrase[k - 1])) continue;
    if (hops && !passed && !follows_topic(x, k)) continue;
    if (hops > 1 && !follows_topic(x, k)) return; /* far away: the day of the whole sentence only */
    set_day(t, &mention_of(x, u)->value);
    return;
  }
  if (p->type == KO_PHRASE_NOUNS && p->particle == KO_CASE_BARE && p->join == KO_JOIN_APART &&
      !p->stop && ko_role_of(x, p)->trigger_end > p->head) /* a headline: 회동 8일 */
    for (int k = t->phrase + 1; k < n && k < t->phrase + 2; k++)
      if (x->phrase[k].time && (u = date_in(x, &x->phrase[k])) >= 0)
        set_day(t, &mention_of(x, u)->value);
}

/* 이후 A는, 이어 A는: the sentence goes on with the same day. */
static int goes_on(const ko_meeting_reader *x) {
  for (int u = 0; u < (int)x->n_words && u < 2; u++)
    if (marked(x, u, KO_MEETING_MARK_CLASS_THEN)) return 1;
  return 0;
}

/* 오후에는 B를 만났다: an hour without a day is of the day told last; so is a dinner. */
static void find_story_day(const ko_meeting_reader *x, ko_telling *t) {
  int hour = 0;
  size_t at;
  for (int k = t->phrase; k >= 0 && k > t->phrase - KO_REACH && !hour; k--)
    for (int u = x->phrase[k].first; u < x->phrase[k].end; u++) {
      const ko_mention *m = mention_of(x, u);
      if (m && m->type == KO_MENTION_DATE) return;
      if (m && m->type == KO_MENTION_TIME) hour = 1;
    }
  hour |= (ko_meeting_trigger_marks_of(t->trigger) & KO_MEETING_TRIGGER_MARKS_PART) || goes_on(x);
  if (!hour || t->n < 2 || t->m.status == KO_STATUS_EXPECTED || t->m.status == KO_STATUS_UNLIKELY)
    return;
  at = ko_reading_from(x->r, x->word[x->phrase[t->phrase].first].start);
  for (int back = 0; at-- > 0 && back < KO_REACH; back++) {
    const ko_mention *m = &x->r->mentions.item[at];
    if (m->sentence + 12 < x->sentence) return;
    if (m->type != KO_MENTION_DATE || !m->value.known || m->value.day != m->value.day_end) continue;
    if (is_bygone(x, m)) continue; /* 지난 25일 */
    set_day(t, &m->value);
    return;
  }
}

static void find_hour(const ko_meeting_reader *x, ko_telling *t) {
  for (int k = t->phrase + 3; k >= 0 && k > t->phrase - KO_REACH; k--) {
    const ko_phrase *q;
    if (k >= (int)x->n_phrases) continue;
    q = &x->phrase[k];
    if (k < t->phrase && q->type == KO_PHRASE_PREDICATE && q->ending != KO_ENDING_ADNOMINAL) return;
    for (int u = q->first; u < q->end; u++) {
      const ko_mention *m = mention_of(x, u);
      if (m && m->type == KO_MENTION_TIME && m->value.known &&
          m->value.minute == m->value.minute_end)
        t->m.minute = m->value.minute;
      if (m && m->type == KO_MENTION_DURATION && m->value.known && m->value.unit) {
        double scale = strcmp(m->value.unit, "minute") == 0 ? 1
                       : strcmp(m->value.unit, "hour") == 0 ? 60
                                                            : 0;
        if (u + 1 < (int)x->n_words &&
            (ko_word_does(&x->word[u + 1], KO_FUNCTION_WORD_CLASS_EDGE) ||
             marked(x, u + 1, KO_MEETING_MARK_CLASS_SPAN) ||
             marked(x, u + 1, KO_MEETING_MARK_CLASS_EVE)))
          scale = 0; /* 한 시간 전 */
        if (scale > 0 && t->m.duration == 0) t->m.duration = m->value.low * scale;
      }
    }
  }
}

/* ---- the place ---- */

static int has_name(const ko_meeting_reader *x, int from, int to) {
  for (int u = from; u < to; u++) {
    const ko_mention *m = mention_of(x, u);
    if (m && (m->type == KO_MENTION_LOCATION || m->type == KO_MENTION_ORGANIZATION)) return 1;
    if (x->word[u].n_countries == 1) return 1;
  }
  return 0;
}

/* The words of a place phrase that ends with phrase k, with the possessives and the bare nouns
** before it. */
static ko_span place_span(const ko_meeting_reader *x, int k) {
  const ko_phrase *p = &x->phrase[k];
  ko_span s;
  int last = p->head;
  while (last > p->first && (x->word[last].flags & KO_WORD_INSIDE)) last--;
  s.end = x->word[last].end;
  s.start = x->word[p->first].start;
  if (k > 0 && p->first < last &&
      (x->phrase[k - 1].type == KO_PHRASE_PREDICATE
           ? ko_word_does(&x->word[p->first], KO_FUNCTION_WORD_CLASS_EDGE)
           : x->phrase[k - 1].time && (ko_tag_group(x->word[p->first].tag) != 'N' ||
                                       x->word[p->first].tag == KO_TAG_NNB)))
    s.start = x->word[p->first + 1].start;
  for (int u = last - 1; u >= p->first; u--)
    if (marked(x, u, KO_MEETING_MARK_CLASS_EVENT) && has_name(x, u + 1, last + 1)) {
      s.start = x->word[u + 1].start;
      return s;
    }
  for (int u = p->first;
       u < last && (marked(x, u, KO_MEETING_MARK_CLASS_SINCE) || x->word[u].tag == KO_TAG_MAG); u++)
    s.start = x->word[u + 1].start;
  while (k > 0) {
    const ko_phrase *b = &x->phrase[k - 1];
    if (b->type != KO_PHRASE_NOUNS || b->time || ko_role_of(x, b)->who == KO_WHO_GROUP ||
        ko_role_of(x, b)->trigger >= 0 || b->quote != p->quote)
      break;
    if (ko_role_of(x, b)->who == KO_WHO_PARTY &&
        x->party[ko_role_of(x, b)->party].type == KO_PARTY_PERSON)
      break;
    if (b->particle != KO_CASE_OF) break;
    if (!has_name(x, b->first, b->head + 1)) break;
    s.start = x->word[b->first].start;
    k--;
  }
  return s;
}

static int has_place(const ko_meeting_reader *x, const ko_phrase *p) {
  for (int u = p->first; u <= p->head; u++)
    if (mention_of(x, u) && mention_of(x, u)->type == KO_MENTION_LOCATION) return 1;
  return 0;
}

static int set_place(ko_telling *t, ko_span s) {
  t->m.place = s;
  return 1;
}

/* Does phrase k, or the next one, say that somebody goes there (도착한, 방문한다)? */
static int goes(const ko_meeting_reader *x, int k) {
  for (int j = k; j <= k + 1 && j < (int)x->n_phrases; j++)
    if (x->phrase[j].type == KO_PHRASE_PREDICATE)
      return marked(x, x->phrase[j].base, KO_MEETING_MARK_CLASS_VISIT);
  return 0;
}

/* 일본과 미국을 잇따라 방문해 한일·한미 정상회담: of the countries visited before predicate k, the one
** that is a party. */
static int find_visited(const ko_meeting_reader *x, ko_telling *t, int k) {
  for (int b = k - 1; b >= 0 && b >= k - 5 && x->phrase[b].type != KO_PHRASE_PREDICATE; b--) {
    const ko_phrase *o = &x->phrase[b];
    if (ko_role_of(x, o)->who != KO_WHO_PARTY ||
        (o->particle != KO_CASE_OBJECT && o->join == KO_JOIN_APART))
      continue;
    for (int i = 0; i < t->n; i++) {
      const ko_party *y = &x->party[ko_role_of(x, o)->party];
      if (t->party[i].type == KO_PARTY_COUNTRY && ko_role_of(x, o)->n_parties == 1 &&
          y->country == t->party[i].country)
        return set_place(t, (ko_span){y->start, y->end});
    }
  }
  return 0;
}

static int find_place(const ko_meeting_reader *x, ko_telling *t) {
  const ko_phrase *p = &x->phrase[t->phrase];
  int n = (int)x->n_phrases, hops = 0, opened = 0;
  ko_span found = {0, 0};
  /* behind it: 회담이 30일 부산에서 열린 */
  if (p->type == KO_PHRASE_NOUNS)
    for (int k = t->phrase + 1; k < n && k < t->phrase + 5; k++) {
      const ko_phrase *q = &x->phrase[k];
      if (q->type == KO_PHRASE_PREDICATE || q->quote != p->quote ||
          (q->type == KO_PHRASE_NOUNS && ko_role_of(x, q)->trigger >= 0))
        break;
      if (q->type == KO_PHRASE_NOUNS && q->particle == KO_CASE_AT && !is_event(x, q) &&
          ko_role_of(x, q)->who != KO_WHO_PRESS &&
          (p->particle == KO_CASE_SUBJECT || p->particle == KO_CASE_OBJECT) &&
          has_name(x, q->first, q->head + 1))
        return set_place(t, place_span(x, k));
    }
  /* behind it: 정상회담을 위해 백악관에 도착한 */
  if (p->type == KO_PHRASE_NOUNS)
    for (int k = t->phrase + 1; k + 1 < n && k < t->phrase + 6; k++) {
      const ko_phrase *q = &x->phrase[k];
      if (q->quote != p->quote ||
          (q->type == KO_PHRASE_PREDICATE && !marked(x, q->base, KO_MEETING_MARK_CLASS_PURPOSE)))
        break;
      if (q->type == KO_PHRASE_NOUNS &&
          (q->particle == KO_CASE_TO || q->particle == KO_CASE_TOWARD ||
           q->particle == KO_CASE_OBJECT) &&
          has_name(x, q->first, q->head + 1) && goes(x, k + 1))
        found = place_span(x, k);
    }
  /* in its own words: 백악관 회담, 알래스카 정상회담 */
  for (int b = t->phrase; b >= 0 && b >= t->phrase - 1; b--) {
    const ko_phrase *q = &x->phrase[b];
    int to = b == t->phrase ? ko_role_of(x, q)->trigger : q->head + 1, end;
    if (p->type != KO_PHRASE_NOUNS ||
        (b < t->phrase && (q->type != KO_PHRASE_NOUNS || q->particle != KO_CASE_BARE || q->join ||
                           ko_role_of(x, q)->who == KO_WHO_PARTY || q->quote != p->quote)))
      break;
    for (end = to; end > q->first; end--) {
      const ko_mention *m = mention_of(x, end - 1);
      if (ko_party_noun(&x->word[end - 1]) & KO_PARTY_NOUN_OFFICE) break;
      if (m && (m->type == KO_MENTION_LOCATION || m->type == KO_MENTION_ORGANIZATION) &&
          !(x->word[end - 1].n_countries && t->n == 0 && !t->talks)) {
        int from = end - 1;
        int taken = 0;
        for (int k = 0; k < t->n; k++)
          taken |= t->party[k].start <= x->word[end - 1].start &&
                   x->word[end - 1].end <= t->party[k].end;
        if (taken || x->word[end - 1].end - x->word[end - 1].start < 2 ||
            (ko_party_noun(&x->word[end - 1]) & KO_MEETING_PARTY_CLASS_SIDE))
          continue;
        if (b < t->phrase && m->type != KO_MENTION_LOCATION) continue;
        while (from > q->first && mention_of(x, from - 1) &&
               mention_of(x, from - 1)->type == KO_MENTION_LOCATION)
          from--;
        return set_place(t, (ko_span){x->word[from].start, x->word[end - 1].end});
      }
    }
  }
  if (found.end) return set_place(t, found);
  for (int k = t->phrase - 1; k >= 0 && k > t->phrase - KO_REACH; k--) {
    const ko_phrase *q = &x->phrase[k];
    if (q->quote && q->quote != p->quote) continue;
    if (q->type == KO_PHRASE_PREDICATE) {
      if (q->ending == KO_ENDING_FINAL || q->ending == KO_ENDING_QUOTATIVE) return 0;
      if (ko_role_of(x, q)->trigger >= 0) return 0;
      if (q->ending == KO_ENDING_ADNOMINAL && marked(x, q->base, KO_MEETING_MARK_CLASS_OPEN)) {
        opened = 1;
        continue;
      }
      if (q->ending == KO_ENDING_CONNECTIVE && marked(x, q->base, KO_MEETING_MARK_CLASS_VISIT)) {
        if (find_visited(x, t, k)) return 1;
        for (int b = k - 1; b >= 0 && b >= k - 2; b--) {
          const ko_phrase *o = &x->phrase[b];
          if (o->type == KO_PHRASE_NOUNS &&
              (o->particle == KO_CASE_OBJECT || o->particle == KO_CASE_TO ||
               o->particle == KO_CASE_TOWARD || o->particle == KO_CASE_BARE) &&
              has_name(x, o->first, o->head + 1) &&
              !(ko_role_of(x, o)->who == KO_WHO_PARTY &&
                x->party[ko_role_of(x, o)->party].type == KO_PARTY_PERSON))
            return set_place(t, place_span(x, b));
        }
      }
      if (q->ending == KO_ENDING_CONNECTIVE && marked(x, q->base, KO_MEETING_MARK_CLASS_INVITE))
        continue;
      if (q->ending == KO_ENDING_CONNECTIVE || ++hops > 1) return 0;
      continue;
    }
    if (q->type == KO_PHRASE_NOUNS && q->particle == KO_CASE_BARE && !q->time &&
        ko_role_of(x, q)->trigger < 0 && q->first < q->head && !hops && mention_of(x, q->first) &&
        mention_of(x, q->first)->type == KO_MENTION_LOCATION)
      for (int u = q->first + 1; u <= q->head; u++)
        if ((ko_meeting_mark_joined(&x->word[u]) & KO_MEETING_MARK_CLASS_EVENT))
          return set_place(t, (ko_span){x->word[q->first].start, x->word[q->first].end});
    if (opened && q->type == KO_PHRASE_NOUNS && q->particle == KO_CASE_AT && is_event(x, q))
      return 0;
    if (q->type != KO_PHRASE_NOUNS || q->particle != KO_CASE_AT || is_event(x, q) ||
        ko_role_of(x, q)->who == KO_WHO_PRESS ||
        (ko_role_of(x, q)->who == KO_WHO_GROUP && !has_name(x, q->first, q->head + 1)))
      continue;
    if (hops && !has_name(x, q->first, q->head + 1)) continue;
    if (q->topic && !has_place(x, q)) continue; /* 당에선: who says so */
    return set_place(t, place_span(x, k));
  }
  return 0;
}

/* ---- the subject ---- */

/* Do phrases k and k + 1 say 에 대해, 에 관한? */
static int is_about(const ko_meeting_reader *x, int k) {
  return x->phrase[k].type == KO_PHRASE_NOUNS && x->phrase[k].particle == KO_CASE_TO &&
         x->phrase[k + 1].type == KO_PHRASE_PREDICATE &&
         marked(x, x->phrase[k + 1].base, KO_MEETING_MARK_CLASS_ABOUT);
}

/* May phrase k stand before phrase k + 1 inside one noun phrase? */
static int stands_before(const ko_meeting_reader *x, int k) {
  const ko_phrase *b = &x->phrase[k], *here = b + 1;
  int verbal = here->type == KO_PHRASE_PREDICATE; /* so is 포함 of 포함한 */
  if (here->type == KO_PHRASE_NOUNS && k + 2 < (int)x->n_phrases)
    verbal = here[1].type == KO_PHRASE_PREDICATE && here[1].base == here->head;
  if (b->type == KO_PHRASE_ADVERB) return 1;
  if (b->type == KO_PHRASE_PREDICATE) return b->ending == KO_ENDING_ADNOMINAL;
  if (ko_role_of(x, b)->trigger >= 0) return 0;
  if (ko_role_of(x, b)->who == KO_WHO_PARTY && b->particle != KO_CASE_OF &&
      x->party[ko_role_of(x, b)->party].type == KO_PARTY_PERSON)
    return 0;
  if (b->particle == KO_CASE_OF || b->particle == KO_CASE_WITH_OF || b->join != KO_JOIN_APART)
    return 1;
  return verbal && (b->particle == KO_CASE_OBJECT || b->particle == KO_CASE_TOWARD ||
                    b->particle == KO_CASE_BARE ||
                    (b->particle == KO_CASE_SUBJECT && ko_role_of(x, b)->who == KO_WHO_NOBODY));
}

/* Where the words that belong to the noun phrase `last` begin: possessives, lists and clauses that
** describe it. */
static int begin_of(const ko_meeting_reader *x, int from, int last) {
  int k = last;
  while (k > from && x->phrase[k - 1].quote == x->phrase[last].quote && stands_before(x, k - 1))
    k--;
  while (k < last && x->phrase[k].type != KO_PHRASE_NOUNS) k++;
  return k;
}

/* … 방안을 논의했다, …에 대해 의견을 나눴다: what a predicate of talking has for its object, behind
** the meeting in its sentence. */
static void find_topic(const ko_meeting_reader *x, ko_telling *t) {
  int n = (int)x->n_phrases, from = t->phrase + 1;
  for (int k = from; k < n && k < from + KO_REACH; k++) {
    const ko_phrase *q = &x->phrase[k];
    int o = -1;
    if (q->quote != x->phrase[t->phrase].quote) return;
    if (q->type != KO_PHRASE_PREDICATE) continue;
    if (ko_role_of(x, q)->trigger >= 0) return;
    if (marked(x, q->base, KO_MEETING_MARK_CLASS_DISCUSS) ||
        marked(x, q->base, KO_MEETING_MARK_CLASS_TALK))
      for (int j = k - 1; j >= from && j > k - 6 && o < 0; j--) {
        if (is_about(x, j))
          o = j;
        else if (x->phrase[j].type == KO_PHRASE_NOUNS && x->phrase[j].particle == KO_CASE_OBJECT &&
                 !marked(x, x->phrase[j].head, KO_MEETING_MARK_CLASS_TALK) &&
                 marked(x, q->base, KO_MEETING_MARK_CLASS_DISCUSS))
          o = j;
        else if (x->phrase[j].particle == KO_CASE_SUBJECT && x->phrase[j].type == KO_PHRASE_NOUNS)
          break;
      }
    if (o >= 0) {
      int first = begin_of(x, from, o);
      const ko_clause_word *head = &x->word[x->phrase[o].head];
      if (x->role[o].trigger >= 0 || (first == o && x->phrase[o].first == x->phrase[o].head))
        return;
      t->m.topic = (ko_span){x->word[x->phrase[first].first].start, head->end};
      return;
    }
    if (q->ending == KO_ENDING_FINAL) return;
  }
}

void ko_meeting_slots(const ko_meeting_reader *x, ko_telling *t) {
  int32_t published = x->r->published;
  t->m.day = t->m.day_end = KO_NO_DAY;
  t->m.minute = -1;
  find_day(x, t);
  if (t->m.day == KO_NO_DAY) find_story_day(x, t);
  find_hour(x, t);
  find_place(x, t);
  find_topic(x, t);
  if (t->m.status == KO_STATUS_EXPECTED && t->m.day != KO_NO_DAY && published != KO_NO_DAY &&
      t->m.day_end < published)
    t->m.day = t->m.day_end = KO_NO_DAY;
  if (t->m.day != KO_NO_DAY && published != KO_NO_DAY) {
    if (t->m.day > published && t->m.status == KO_STATUS_HELD) t->m.status = KO_STATUS_PLANNED;
    if (t->cue <= 1 && t->m.day_end < published && t->m.status == KO_STATUS_PLANNED)
      t->m.status = KO_STATUS_HELD;
    if (t->cue < 0 && t->m.day == published && t->m.status == KO_STATUS_HELD)
      t->m.status = KO_STATUS_PLANNED;
  }
}

void ko_meeting_slots_since(const ko_meeting_reader *x, ko_telling *t, int from, int to) {
  int k = from - 1;
  t->m.day = t->m.day_end = KO_NO_DAY;
  t->m.minute = -1;
  set_day(t, &mention_of(x, date_in(x, &x->phrase[from]))->value);
  if (k > 0 && x->phrase[k].type == KO_PHRASE_PREDICATE &&
      marked(x, x->phrase[k].base, KO_MEETING_MARK_CLASS_VISIT))
    while (--k >= 0 && x->phrase[k].type == KO_PHRASE_NOUNS) /* 북한을 방문했던 2019년 6월 이후 */
      if (x->phrase[k].particle == KO_CASE_OBJECT &&
          has_name(x, x->phrase[k].first, x->phrase[k].head + 1))
        set_place(t, place_span(x, k));
  for (k = from; k <= to; k++) {
    const ko_phrase *q = &x->phrase[k];
    if (q->type == KO_PHRASE_NOUNS && q->particle == KO_CASE_AT && !is_event(x, q))
      set_place(t, place_span(x, k));
    for (int u = q->first; k > from && u <= q->head && t->m.place.end == 0; u++)
      if (mention_of(x, u) && mention_of(x, u)->type == KO_MENTION_LOCATION)
        set_place(t, (ko_span){x->word[u].start, x->word[u].end}); /* 지난해 9월 도쿄 이후 */
  }
}
