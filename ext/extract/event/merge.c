/* One row for each event: tellings of the same people on the same day are one meeting. */
#include <string.h>

#include "extract/event/meeting_reader.h"
#include "extract/clause/countries.h"
#include "extract/names/titles.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "tables.h"

enum {
  LOOK_BACK = 64,         /* events told before that a new telling is compared with, */
  MAX_COMPARED = 1 << 14, /* unless their parties make more pairs with its own than these */
  PAIRS_OF_WORK = 8       /* compared in the time that ko_work counts as one */
};

static int has(const ko_meeting_reader *x, const ko_telling *t, const ko_party *y) {
  for (int i = 0; i < t->n; i++)
    if (ko_party_same(x, &t->party[i], y)) return 1;
  return 0;
}

/* Leave out a country whose leader is there himself. */
static void drop_led(const ko_meeting_reader *x, ko_telling *t) {
  for (int i = t->n - 1; i >= 0; i--) {
    int led = 0;
    for (int k = 0; k < t->n && t->party[i].type == KO_PARTY_COUNTRY; k++)
      led |= t->party[k].entity >= 0 && t->party[i].country >= 0 &&
             ko_country_led(x, t->party[k].entity) == t->party[i].country;
    if (!led || t->n <= 2) continue;
    memmove(&t->party[i], &t->party[i + 1], (size_t)(t->n - i - 1) * sizeof t->party[0]);
    t->n--;
  }
}

enum { NO_LEADER = -1, MANY_LEADERS = -2 };

/* For each country the person who leads it, NO_LEADER or MANY_LEADERS; NULL when memory is out. */
static int *find_leaders(const ko_meeting_reader *x) {
  size_t n = (size_t)ko_table_country.rows;
  int *leader = ko_alloc(x->mem, n * sizeof *leader);
  if (!leader) return NULL;
  for (size_t i = 0; i < n; i++) leader[i] = NO_LEADER;
  for (size_t i = 0; i < x->r->n_entities; i++) {
    int country = ko_country_led(x, (int)i);
    if (country >= 0) leader[country] = leader[country] == NO_LEADER ? (int)i : MANY_LEADERS;
  }
  return leader;
}

/* Replace countries of a summit by their leaders where the document names them. */
static void name_leaders(const ko_meeting_reader *x, const int *leaders, ko_telling *t) {
  for (int i = 0; i < t->n; i++) {
    ko_party *y = &t->party[i];
    int leader;
    if (y->type != KO_PARTY_COUNTRY || !t->summit) continue;
    leader = leaders[y->country];
    if (leader < 0) continue;
    y->type = KO_PARTY_PERSON;
    y->entity = leader;
    y->mention = -1;
  }
  for (int i = 0; i < t->n; i++)
    for (int k = t->n - 1; k > i; k--)
      if (ko_party_same(x, &t->party[i], &t->party[k])) {
        memmove(&t->party[k], &t->party[k + 1], (size_t)(t->n - k - 1) * sizeof t->party[0]);
        t->n--;
      }
}

/* A day of the month in a headline, read as the last one or the next one? */
static int in_wrong_month(const ko_telling *headline, const ko_telling *t) {
  int y1, m1, d1, y2, m2, d2;
  if (!headline->headline || headline->cue > 0 || t->headline) return 0;
  ko_day_split(headline->m.day, &y1, &m1, &d1);
  ko_day_split(t->m.day, &y2, &m2, &d2);
  return d1 == d2 && headline->m.day - t->m.day < 32 && t->m.day - headline->m.day < 32;
}

static int overlaps(const ko_telling *a, const ko_telling *b) {
  if (a->m.day == KO_NO_DAY || b->m.day == KO_NO_DAY) return 1;
  if (a->m.day <= b->m.day_end && b->m.day <= a->m.day_end) return 1;
  return in_wrong_month(a, b) || in_wrong_month(b, a);
}

static int country_of(const ko_meeting_reader *x, const ko_party *y) {
  if (y->type == KO_PARTY_COUNTRY || y->type == KO_PARTY_OFFICE) return y->country;
  return y->entity >= 0 ? x->holder[y->entity].country : -1;
}

/* Does the phrase (스웨덴 외무) begin the person's office (외무장관), or end with it? */
static int holds_office(const ko_meeting_reader *x, const ko_party *office,
                        const ko_party *person) {
  const ko_span t = x->r->entity[person->entity].title;
  const ko_char *ch = x->r->document->text.ch;
  uint32_t n = office->end - office->start;
  if (t.end <= t.start || n < 2) return 0;
  for (uint32_t at = office->start; at + 1 < office->end; at++)
    if (ch[at].cp == ch[t.start].cp && ch[at + 1].cp == ch[t.start + 1].cp) return 1;
  return 0;
}

static int no_conflict(int a, int b) {
  return a < 0 || b < 0 || a == b;
}

static int a_meal(const ko_telling *t) {
  return (ko_meeting_trigger_marks_of(t->trigger) & KO_MEETING_TRIGGER_MARKS_PART);
}

/* Does the person belong to the organisation? */
static int is_of(const ko_meeting_reader *x, const ko_party *person, const ko_party *organization) {
  ko_span name = {organization->start, organization->end};
  if (person->entity < 0) return 0;
  if (organization->entity >= 0 && x->holder[person->entity].organization == organization->entity)
    return 1;
  return ko_stands_within(&x->r->document->text, name, x->r->entity[person->entity].organization,
                          1);
}

/* May the person stand for the country? */
static int may_lead(const ko_meeting_reader *x, const ko_party *person, int country) {
  const ko_office_holder *h = person->entity >= 0 ? &x->holder[person->entity] : NULL;
  if (!h || (h->head && !h->leader)) return 0;
  return h->country < 0 || h->country == country;
}

/* 여야 대표, 노사: sides without names. */
static int is_sides(const ko_party *y) {
  return y->type == KO_PARTY_ORGANIZATION && y->entity < 0;
}

/* Pairs of a party of one telling and one of the other. */
static size_t pairs_of(const ko_telling *a, const ko_telling *b) {
  return (size_t)a->n * (size_t)b->n;
}

static size_t work_of(const ko_telling *a, const ko_telling *b) {
  return pairs_of(a, b) / PAIRS_OF_WORK;
}

/* May the two lists be the same people, a country standing for its leader? */
static int same_parties(const ko_meeting_reader *x, const ko_telling *a, const ko_telling *b) {
  int shared = 0, may = 0;
  uint8_t shares[KO_MAX_PARTIES]; /* of each party of b: is it one of a? */
  for (int i = 0; i < a->n; i++) shared += has(x, b, &a->party[i]);
  if (shared == a->n || shared == b->n) return 2;
  for (int way = 0; way < 2; way++) {
    const ko_telling *s = way ? b : a, *l = way ? a : b;
    if (shared == s->n - 1 && l->n > s->n)
      for (int i = 0; i < s->n; i++)
        if (is_sides(&s->party[i])) return 1;
  }
  if (a->n != b->n) return shared >= 2 ? 1 : 0;
  for (int k = 0; k < b->n; k++) shares[k] = (uint8_t)has(x, a, &b->party[k]);
  for (int i = 0; i < a->n; i++) {
    const ko_party *y = &a->party[i];
    int found = has(x, b, y);
    for (int k = 0; k < b->n && !found; k++) {
      const ko_party *z = &b->party[k];
      if (shares[k]) continue;
      if (y->type == KO_PARTY_PERSON && z->type == KO_PARTY_COUNTRY)
        found = b->summit && may_lead(x, y, z->country);
      else if (z->type == KO_PARTY_PERSON && y->type == KO_PARTY_COUNTRY)
        found = a->summit && may_lead(x, z, y->country);
      else if (y->type == KO_PARTY_ORGANIZATION && z->type == KO_PARTY_PERSON)
        found = is_of(x, z, y) && !a_meal(a) && !a_meal(b);
      else if (z->type == KO_PARTY_ORGANIZATION && y->type == KO_PARTY_PERSON)
        found = is_of(x, y, z) && !a_meal(a) && !a_meal(b);
      else if (y->type == KO_PARTY_OFFICE && z->type == KO_PARTY_PERSON)
        found = no_conflict(y->country, country_of(x, z)) && holds_office(x, y, z);
      else if (z->type == KO_PARTY_OFFICE && y->type == KO_PARTY_PERSON)
        found = no_conflict(z->country, country_of(x, y)) && holds_office(x, z, y);
    }
    may += found;
  }
  return may == a->n;
}

/* Is the dated one a meeting long before the undated one, which the news is about? Or one of only
** some of its people? */
static int is_background(const ko_meeting_reader *x, const ko_telling *undated,
                         const ko_telling *dated) {
  if (undated->m.day != KO_NO_DAY || dated->m.day == KO_NO_DAY ||
      dated->m.sentence < undated->m.sentence)
    return 0;
  if (undated->n > 2 && dated->n < undated->n && undated->n - dated->n > 0 &&
      dated->m.sentence > undated->m.sentence + 1)
    return 1;
  return x->r->published != KO_NO_DAY && dated->m.day_end + 21 < x->r->published;
}

static int same_event(const ko_meeting_reader *x, const ko_telling *a, const ko_telling *b) {
  int same = same_parties(x, a, b);
  int had = a->m.status == KO_STATUS_HELD || a->m.status == KO_STATUS_ONGOING,
      has_been = b->m.status == KO_STATUS_HELD || b->m.status == KO_STATUS_ONGOING;
  if (!same || !overlaps(a, b)) return 0;
  if ((a->talks && b->summit) || (b->talks && a->summit)) return 0;
  if (a->alone != b->alone && a->n != b->n) return 0;
  if (a->three != b->three && a->n != b->n && a->m.status != b->m.status && a->cue > 0 &&
      b->cue > 0)
    return 0;
  if (b->earlier && had == has_been && a->m.day != KO_NO_DAY && b->m.day == KO_NO_DAY) return 0;
  if (a_meal(a) != a_meal(b) && (b->again || (same == 1 && a->n != b->n))) return 0;
  if (is_background(x, a, b) || is_background(x, b, a)) return 0;
  if (had != has_been) {
    int dated = a->m.day != KO_NO_DAY && b->m.day != KO_NO_DAY;
    if (!dated && a->cue > 1 && b->cue > 1) return 0;
    if (!dated && b->again) return 0;
  } else if (b->again && a->m.sentence == b->m.sentence &&
             (a->m.day == KO_NO_DAY) != (b->m.day == KO_NO_DAY)) {
    return 0;
  }
  return 1;
}

/* Which of two statuses a document with both means. */
static void merge_status(ko_telling *a, const ko_telling *b) {
  if (a->m.status == b->m.status) {
    if (b->m.evidential < a->m.evidential) a->m.evidential = b->m.evidential;
    if (b->cue > a->cue) a->cue = b->cue;
    return;
  }
  if (b->cue > a->cue ||
      (a->headline && !b->headline && b->cue > 0 && a->m.status != KO_STATUS_UNLIKELY &&
       b->m.status != KO_STATUS_EXPECTED) ||
      (b->m.status == KO_STATUS_UNLIKELY && b->cue > 1)) {
    a->m.status = b->m.status;
    a->m.evidential = b->m.evidential;
    a->cue = b->cue;
  }
}

static uint32_t length(ko_span s) {
  return s.end > s.start ? s.end - s.start : 0;
}

static int has_member(const ko_meeting_reader *x, const ko_telling *t,
                      const ko_party *organization) {
  for (int i = 0; i < t->n; i++)
    if (t->party[i].type == KO_PARTY_PERSON && is_of(x, &t->party[i], organization)) return 1;
  return 0;
}

/* Sides need no mention once their people are named. */
static void drop_sides(ko_telling *t) {
  for (int i = t->n - 1; i >= 0; i--)
    if (is_sides(&t->party[i])) {
      memmove(&t->party[i], &t->party[i + 1], (size_t)(t->n - i - 1) * sizeof t->party[0]);
      t->n--;
    }
}

static void join(ko_meeting_reader *x, ko_telling *a, const ko_telling *b) {
  for (int i = 0; i < b->n; i++) {
    const ko_party *y = &b->party[i];
    if (has(x, a, y)) continue;
    if (a->n == b->n) { /* the leader for the country, where only one of them is named */
      int put = 0;
      for (int k = 0; k < a->n && !put; k++)
        if (y->type == KO_PARTY_PERSON && !has(x, b, &a->party[k]) &&
            ((a->party[k].type == KO_PARTY_COUNTRY && may_lead(x, y, a->party[k].country)) ||
             (a->party[k].type == KO_PARTY_ORGANIZATION && is_of(x, y, &a->party[k])) ||
             (a->party[k].type == KO_PARTY_OFFICE &&
              no_conflict(a->party[k].country, country_of(x, y))))) {
          int c = a->party[k].country;
          a->party[k] = *y;
          if (y->country < 0) a->party[k].country = c;
          put = 1;
        }
      if (put) continue;
      if (y->type == KO_PARTY_COUNTRY && a->party[i].type == KO_PARTY_PERSON &&
          country_of(x, &a->party[i]) < 0)
        a->party[i].country = y->country;
      if (y->type == KO_PARTY_COUNTRY || y->type == KO_PARTY_ORGANIZATION) continue;
    }
    if (is_sides(y) && a->n > b->n) continue;
    if (y->type == KO_PARTY_ORGANIZATION && has_member(x, a, y)) continue;
    if (y->type != KO_PARTY_COUNTRY && y->type != KO_PARTY_OFFICE) ko_telling_add(x, a, y);
  }
  if (a->n > 2) drop_sides(a);
  drop_led(x, a);
  if (!length(a->m.kind)) a->m.kind = b->m.kind, a->m.kind_lemma = b->m.kind_lemma;
  if (a->m.day == KO_NO_DAY || (b->m.day != KO_NO_DAY && in_wrong_month(a, b)) ||
      (b->m.day != KO_NO_DAY && b->m.day_end - b->m.day < a->m.day_end - a->m.day)) {
    a->m.day = b->m.day;
    a->m.day_end = b->m.day_end;
  }
  if (b->n > 0) merge_status(a, b);
  if (a->m.minute < 0) a->m.minute = b->m.minute;
  if (a->m.duration == 0) a->m.duration = b->m.duration;
  if (length(b->m.place) > length(a->m.place)) a->m.place = b->m.place;
  if (!length(a->m.topic)) a->m.topic = b->m.topic;
  if (b->summit) a->summit = 1;
}

/* The form of a meeting of this kind, by the words in it; the first class goes before the others. */
static ko_meeting_form_form form_of(const ko_text *t, const ko_meeting *m) {
  ko_meeting_form_form form = KO_MEETING_FORM_FORM_ABSENT;
  uint32_t end;
  if (!length(m->kind))
    return ko_meeting_form_form_of(
        ko_table_find(&ko_table_meeting_form, m->kind_lemma, strlen(m->kind_lemma)));
  for (uint32_t at = m->kind.start; at < m->kind.end; at++) {
    int row = ko_lookup_starting(&ko_table_meeting_form, t, at, m->kind.end, 0, &end);
    ko_meeting_form_form found = ko_meeting_form_form_of(row);
    if (found && (!form || found < form)) form = found;
  }
  return form;
}

/* Is the last word of a name a title (차 회장, 미국 상무장관), so that it is no full name? */
static int is_titled(const char *name) {
  const char *space = strrchr(name, ' '), *last = space ? space + 1 : name;
  size_t n = strlen(last);
  if (ko_table_find(&ko_table_title, last, n) >= 0) return 1;
  for (size_t at = 1; space && at < n; at++)
    if (!ko_is_continuation(last[at]) && ko_table_find(&ko_table_title, last + at, n - at) >= 0)
      return 1;
  return 0;
}

/* The words of a party that is no entity, in the arena of the meetings; NULL when memory is out. */
static const char *words_of(const ko_meeting_reader *x, ko_meetings *out, const ko_party *y) {
  char *name = NULL;
  ko_buf b;
  ko_buf_init(&b, x->mem);
  for (uint32_t k = y->start; k < y->end; k++) ko_buf_char(&b, x->r->document->text.ch[k].cp);
  if (!b.failed) name = ko_arena_alloc(&out->arena, b.n + 1);
  if (name) {
    if (b.n) memcpy(name, b.data, b.n);
    name[b.n] = 0;
  }
  ko_buf_free(&b);
  return name;
}

/* Is it an office of the country of the news that is held now (대통령)? Not 전 대통령, 미 대통령. */
static int is_of_home(const ko_text *t, ko_span title) {
  ko_title_sense sense = ko_title_read(t, title);
  int row = ko_lookup(&ko_table_title, t, sense.office.start, sense.office.end);
  return !sense.former && ko_title_bare_of(row) == KO_TITLE_BARE_HOME;
}

/* The title and organisation of a party that is an entity: as stated here, or anywhere. */
static void set_office(const ko_meeting_reader *x, const ko_party *y, ko_participant *p) {
  const ko_mention *here = y->mention >= 0 ? &x->r->mentions.item[y->mention] : NULL;
  const ko_entity *e = &x->r->entity[y->entity];
  const ko_text *t = &x->r->document->text;
  p->title = here && length(here->title) ? here->title : e->title;
  p->organization = here && length(here->organization) ? here->organization : e->organization;
  if (length(p->title) && !length(p->organization) && is_of_home(t, p->title))
    p->home = ko_country_name_of(ko_country_of_news());
}

static int write_participant(const ko_meeting_reader *x, ko_meetings *out, const ko_party *y) {
  static const char *const types[] = {"person", "organization", "country", "person"};
  ko_participant *p;
  if (ko_grow(out->mem, &out->participant, &out->cap_participants, out->n_participants + 1,
              sizeof *out->participant))
    return -1;
  p = &out->participant[out->n_participants++];
  memset(p, 0, sizeof *p);
  p->entity = y->entity;
  p->attendee = y->attendee;
  p->type = types[y->type];
  p->name = y->entity >= 0                ? x->r->entity[y->entity].name
            : y->type == KO_PARTY_COUNTRY ? ko_country_name_of(y->country)
                                          : words_of(x, out, y);
  if (!p->name) return -1;
  if (y->entity >= 0) set_office(x, y, p);
  p->titled = (y->type == KO_PARTY_PERSON || y->type == KO_PARTY_OFFICE) && is_titled(p->name);
  return 0;
}

static int write_one(ko_meeting_reader *x, ko_meetings *out, const ko_telling *t) {
  ko_meeting *m;
  if (ko_grow(out->mem, &out->item, &out->cap, out->n + 1, sizeof *out->item)) return -1;
  m = &out->item[out->n++];
  *m = t->m;
  m->form = (int)form_of(&x->r->document->text, m);
  m->participant = out->n_participants;
  m->n_participants = (size_t)t->n;
  m->score = t->back ? 700 : t->m.evidential == KO_EVIDENTIAL_DIRECT ? 900 : 800;
  for (int i = 0; i < t->n; i++)
    if (write_participant(x, out, &t->party[i])) return -1;
  return 0;
}

/* Give a telling without parties those of an earlier one; talks are between their countries. */
static void take_over(ko_meeting_reader *x, ko_telling *t, const ko_telling *from) {
  for (int i = 0; i < from->n; i++) {
    ko_party y = from->party[i];
    int c = y.country >= 0 ? y.country : country_of(x, &y);
    if (y.attendee) continue;
    if (t->talks && c >= 0) {
      y.type = KO_PARTY_COUNTRY;
      y.country = c;
      y.entity = y.mention = -1;
    }
    ko_telling_add(x, t, &y);
  }
  t->back = 1;
}

/* 통화를 하고 … 다음 주 회담을 갖기로: a planned meeting after one that was held. */
static int is_next(const ko_telling *last, const ko_telling *t) {
  return last->m.status == KO_STATUS_HELD && t->m.status == KO_STATUS_PLANNED && t->cue >= 1 &&
         (t->m.day != KO_NO_DAY || length(t->m.place)) && t->m.sentence <= last->m.sentence + 1;
}

/* Does a telling without parties of its own speak of another meeting of the same people? */
static int is_another(const ko_telling *last, const ko_telling *t) {
  int marks = ko_meeting_trigger_marks_of(t->trigger);
  if (last->n < 2 || (!t->talks && (marks & KO_MEETING_TRIGGER_MARKS_WEAK))) return 0;
  return (t->m.day != KO_NO_DAY && !overlaps(last, t)) ||
         (t->talks && !last->talks && length(t->m.place) > 0) || is_next(last, t);
}

/* A telling without parties: give it those of the one before, or take what it says of that one.
** Returns 1 if it now stands for a meeting. */
static int read_bare(ko_meeting_reader *x, ko_telling *t, ko_telling *last) {
  if (t->n > 0 || !last || last->m.sentence + 2 < t->m.sentence) return 0;
  if (is_another(last, t)) {
    take_over(x, t, last);
    return t->n >= 2;
  }
  if (overlaps(last, t) && !t->again && t->talks == last->talks) {
    t->summit = last->summit;
    join(x, last, t);
  }
  return 0;
}

/* A headline without a verb speaks of what the story speaks of. */
static void set_headline_status(const ko_meeting_reader *x, ko_telling *t) {
  if (t->cue < 0 && t->headline && x->present_story && t->m.status == KO_STATUS_HELD)
    t->m.status = KO_STATUS_PLANNED;
}

/* 오찬 뒤 B와는 단독 회동: of the same day as the larger meeting. */
static void share_day(const ko_meeting_reader *x, ko_telling *t, const ko_telling *larger) {
  int shared = 0;
  if (t->m.day != KO_NO_DAY || larger->m.day == KO_NO_DAY || t->m.status != larger->m.status)
    return;
  for (int i = 0; i < t->n; i++) shared += has(x, larger, &t->party[i]);
  for (int i = 0; i < larger->n; i++) shared += is_sides(&larger->party[i]);
  if (shared < t->n || shared == larger->n + 1) return;
  t->m.day = larger->m.day;
  t->m.day_end = larger->m.day_end;
}

/* Put leaders in the place of their countries. Returns 0, or -1 when memory is out. */
static int settle_leaders(ko_meeting_reader *x) {
  int *leaders = find_leaders(x), ended = 0;
  if (!leaders) return -1;
  for (size_t i = 0; i < x->n_tellings && !ended; i++) {
    ended = ko_work(x->mem, KO_MENTION_WORK + work_of(&x->telling[i], &x->telling[i]));
    name_leaders(x, leaders, &x->telling[i]);
    drop_led(x, &x->telling[i]);
  }
  ko_free(x->mem, leaders);
  return ended;
}

/* The last of n events that the telling tells again; NULL if none does. */
static ko_telling *event_of(const ko_meeting_reader *x, ko_telling *event, size_t n,
                            const ko_telling *t, size_t *work) {
  size_t pairs = 0;
  for (size_t back = 0; back < n && back < LOOK_BACK && pairs < MAX_COMPARED; back++) {
    ko_telling *e = &event[n - 1 - back];
    pairs += pairs_of(e, t);
    *work += work_of(e, t);
    if (same_event(x, e, t)) return e;
  }
  return NULL;
}

int ko_meeting_merge(ko_meeting_reader *x, ko_meetings *out) {
  ko_telling *event = x->telling,
             *last = NULL; /* the events so far, in the place of the tellings */
  size_t n = 0;
  if (settle_leaders(x)) return -1;
  for (size_t i = 0; i < x->n_tellings; i++) {
    ko_telling t = x->telling[i], *same;
    size_t work = KO_MENTION_WORK;
    if (t.n < 2 && !read_bare(x, &t, last)) continue;
    same = event_of(x, event, n, &t, &work);
    if (ko_work(x->mem, work)) return -1;
    if (same) {
      last = same;
      join(x, last, &t);
    } else {
      event[n] = t;
      last = &event[n++];
    }
  }
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < n && k < LOOK_BACK && event[i].alone; k++)
      share_day(x, &event[i], &event[k]);
  if (x->failed) return -1;
  for (size_t i = 0; i < n; i++) {
    set_headline_status(x, &event[i]);
    if (write_one(x, out, &event[i])) return -1;
  }
  return 0;
}
