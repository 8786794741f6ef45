/* Which phrases stand for a party of a meeting: people, countries, firms, and offices whose holder
** the text does not name. */
#include <string.h>

#include "extract/clause/countries.h"
#include "extract/event/meeting_reader.h"
#include "extract/words/scan.h"
#include "tables.h"

enum { MAX_HOLDERS = 200 }; /* of one office, among whom the one that is meant is looked for */

static const ko_mention *mention_of(const ko_meeting_reader *x, const ko_clause_word *u) {
  return u->mention >= 0 ? &x->r->mentions.item[u->mention] : NULL;
}

static int is_a(const ko_meeting_reader *x, const ko_clause_word *u, ko_mention_type type) {
  const ko_mention *m = mention_of(x, u);
  return m && m->type == type;
}

/* Is the word an office, or does it end in one (외무장관, 경제부총리)? Bits of KO_PARTY_NOUN_... */
static int office_bits(const ko_clause_word *w) {
  int bits = ko_office_of(w->lexeme);
  if (bits || ko_tag_group(w->tag) != 'N') return bits;
  return ko_word_ends_in(w, ko_office_of) ? KO_PARTY_NOUN_OFFICE : 0;
}

/* Does the word with the one glued to it make the office of a leader (국무 + 위원장)? */
static int leads_with(const ko_clause_word *w) {
  return (ko_office_of(w->joined) & KO_PARTY_NOUN_LEADER) != 0;
}

static ko_party *add_party(ko_meeting_reader *x, const ko_phrase *p, ko_party_type type,
                           uint32_t start, uint32_t end) {
  ko_party *y;
  if (ko_grow(x->mem, &x->party, &x->cap_parties, x->n_parties + 1, sizeof *x->party)) return NULL;
  if (ko_role_of(x, p)->n_parties == 0) ko_role_of(x, p)->party = (int)x->n_parties;
  y = &x->party[x->n_parties++];
  memset(y, 0, sizeof *y);
  y->type = type;
  y->entity = y->country = y->mention = -1;
  y->start = start;
  y->end = end;
  ko_role_of(x, p)->n_parties++;
  ko_role_of(x, p)->who = KO_WHO_PARTY;
  return y;
}

/* ---- office holders ---- */

/* A surname and one or two syllables more: a Korean name. */
static int is_korean_name(const char *name) {
  size_t n = strlen(name);
  return (n == 6 || n == 9) && ko_table_find(&ko_table_surname, name, 3) >= 0;
}

static void note_holder(ko_meeting_reader *x, int entity, int country, const ko_clause_word *head,
                        int bits) {
  if (head && head > x->word &&
      ko_title_modifier_held_of(ko_word_row(head - 1, &ko_table_title_modifier)) ==
          KO_TITLE_MODIFIER_HELD_FORMER)
    bits &= ~KO_PARTY_NOUN_LEADER; /* 전 대통령 */
  ko_office_holder *h = &x->holder[entity];
  if (h->country < 0 && country >= 0) h->country = country;
  if (bits & KO_PARTY_NOUN_LEADER) h->leader = 1;
  if (!h->head && head) {
    int other = ko_map_get(&x->office, head->form, strlen(head->form));
    h->head = head->form;
    h->next = other == KO_MAP_NONE ? -1 : other;
    if (ko_map_put(&x->office, head->form, strlen(head->form), entity)) x->failed = 1;
  }
}

static int country_of(const ko_meeting_reader *x, int from, int to) {
  for (int i = to - 1; i >= from; i--)
    if (!(x->word[i].flags & KO_WORD_INSIDE)) {
      if (x->word[i].n_countries == 1) return x->word[i].country[0];
      if (x->word[i].home >= 0) return x->word[i].home;
    }
  return -1;
}

/* The country of a phrase: in itself, or in the possessive before it (러시아의 푸틴 대통령). */
static int country_near(const ko_meeting_reader *x, const ko_phrase *p, int to) {
  int c = country_of(x, p->first, to);
  if (c < 0 && p > x->phrase && p[-1].type == KO_PHRASE_NOUNS && p[-1].particle == KO_CASE_OF)
    c = country_of(x, p[-1].first, p[-1].head + 1);
  return c;
}

/* Is the person's office said to be at this organisation? */
static int holds_at(const ko_meeting_reader *x, int entity, const ko_clause_word *organization) {
  ko_span name = {organization->start, organization->end};
  return ko_stands_within(&x->r->document->text, name, x->r->entity[entity].organization, 1);
}

/* The organisation in the phrase of a person, or in the possessive before it; -1. */
static int organization_near(const ko_meeting_reader *x, const ko_phrase *p, int to) {
  for (int back = 0; back < 2; back++, p--) {
    if (back && (p->type != KO_PHRASE_NOUNS || p->particle != KO_CASE_OF)) return -1;
    for (int i = p->first; i < (back ? p->head + 1 : to); i++)
      if (is_a(x, &x->word[i], KO_MENTION_ORGANIZATION)) return mention_of(x, &x->word[i])->entity;
    if (p == x->phrase) return -1;
  }
  return -1;
}

/* What a phrase says of the holder of an office: its country unless that is -1, and where not NULL the
** organisation and the word that the name begins with. */
typedef struct told {
  int country;
  const ko_clause_word *organization, *surname;
} told;

static int may_be(const ko_meeting_reader *x, int entity, const told *who) {
  if (who->country >= 0 && x->holder[entity].country != who->country) return 0;
  if (who->organization && !holds_at(x, entity, who->organization)) return 0;
  return !who->surname ||
         strncmp(x->r->entity[entity].name, who->surname->form, who->surname->n_form) == 0;
}

/* The only person of the document with this office of whom that may be told; -1 if not one, or if so
** many hold the office that none of them is the one. */
static int holder_of(const ko_meeting_reader *x, const char *head, told who) {
  int found = -1, i = ko_map_get(&x->office, head, strlen(head));
  for (int n = 0; i >= 0; i = x->holder[i].next, n++) {
    if (n == MAX_HOLDERS) return -1;
    if (!may_be(x, i, &who)) continue;
    if (found >= 0) return -1;
    found = i;
  }
  return found;
}

/* ---- phrases ---- */

static int is_plural(const ko_meeting_reader *x, const ko_phrase *p, int head) {
  for (int i = head + 1; i <= p->head; i++)
    if (ko_word_does(&x->word[i], KO_FUNCTION_WORD_CLASS_PLURAL)) return 1;
  for (int i = p->first; i < head; i++)
    if ((ko_party_noun(&x->word[i]) & KO_MEETING_PARTY_CLASS_MANY)) return 1;
  return 0;
}

/* 두 사람, 양측, 양국 정상. */
static int refers_back(const ko_meeting_reader *x, const ko_phrase *p, int head) {
  const ko_clause_word *first = &x->word[p->first];
  if ((ko_party_noun(first) & KO_MEETING_PARTY_CLASS_PAIR)) return 1;
  return p->first < head && (ko_party_noun(first) & KO_MEETING_PARTY_CLASS_COUNT) &&
         (ko_party_noun(&x->word[head]) &
          (KO_MEETING_PARTY_CLASS_SIDE | KO_MEETING_PARTY_CLASS_GROUP | KO_PARTY_NOUN_OFFICE));
}

/* May what stands between a name and the end of its phrase belong to the name (오픈AI 최고경영자)? */
static int names_a_person(const ko_meeting_reader *x, const ko_phrase *p, int person, int head) {
  const ko_mention *m = mention_of(x, &x->word[person]);
  const ko_clause_word *h = &x->word[head];
  (void)p;
  if (head == person) return 1;
  if (m->title.end > m->title.start && h->end <= m->title.end) return 1;
  if (office_bits(h)) return 1;
  if ((ko_party_noun(h) & KO_MEETING_PARTY_CLASS_CAMP)) return 1;
  for (int i = person + 1; i < head; i++) /* 일본 농림수산상 */
    if (x->word[i].n_countries == 1 || is_a(x, &x->word[i], KO_MENTION_ORGANIZATION)) {
      if ((h->n_form < 6 && !(h->flags & KO_WORD_GLUED)) || h->mention >= 0 || h->n_form < 3)
        return 0;
      return (ko_meeting_party_class_of(
                  ko_table_find(&ko_table_meeting_party, h->form + h->n_form - 3, 3)) &
              KO_MEETING_PARTY_CLASS_ENDING) != 0;
    }
  return head == person + 1 && (h->flags & KO_WORD_GLUED) && h->end - h->start == 1; /* 씨, 군 */
}

/* Does the name end in a word for an office? */
static int ends_in_office(const ko_clause_word *w) {
  const char *space = strrchr(w->form, ' ');
  return space && ko_office_of(ko_lexicon_find(space + 1, strlen(space + 1))) != 0;
}

/* Is it a newspaper, an agency, a channel: does its name end like one (NBC방송, 로이터통신)? */
static int is_press(const ko_clause_word *w) {
  for (size_t cut = 1; cut < w->n_form; cut++)
    if (!ko_is_continuation(w->form[cut]) &&
        ko_meeting_party_class_of(
            ko_table_find(&ko_table_meeting_party, w->form + cut, w->n_form - cut)) &
            KO_MEETING_PARTY_CLASS_PRESS)
      return 1;
  return 0;
}

static int read_party(ko_meeting_reader *x, const ko_phrase *p) {
  int a = p->first, b = ko_role_of(x, p)->trigger >= 0 ? ko_role_of(x, p)->trigger : p->head + 1,
      head = -1, person = -1;
  int countries = 0, organization = -1, country_word = -1;
  int bits;
  const ko_clause_word *h;
  for (int i = a; i < b; i++) {
    const ko_clause_word *u = &x->word[i];
    if (u->flags & KO_WORD_INSIDE) continue;
    if (ko_party_noun(u) & KO_MEETING_PARTY_CLASS_TAIL) {
      if (ko_word_does(u, KO_FUNCTION_WORD_CLASS_LISTING) &&
          (person >= 0 || organization >= 0 || countries))
        break; /* A 부회장 등 경영진 */
      if (head >= 0) continue;
    }
    if (is_a(x, u, KO_MENTION_PERSON)) person = i;
    if (is_a(x, u, KO_MENTION_ORGANIZATION)) organization = i;
    if (u->n_countries) countries += u->n_countries, country_word = i;
    head = i;
  }
  if (head < 0) return 0;
  h = &x->word[head];
  bits = office_bits(h);
  if (head > a && leads_with(&x->word[head - 1]))
    bits |= KO_PARTY_NOUN_LEADER | KO_PARTY_NOUN_OFFICE; /* 국무 + 위원장 */
  if (person >= 0) {
    const ko_mention *m = mention_of(x, &x->word[person]);
    ko_party *y;
    if (ko_role_of(x, p)->trigger >=
        0) /* 트럼프 백악관 회담: what stands between them belongs to the meeting */
      while (head > person && !names_a_person(x, p, person, head))
        head--, bits = office_bits(&x->word[head]);
    if (!names_a_person(x, p, person, head)) {
      if (ko_party_noun(h) & (KO_MEETING_PARTY_CLASS_GROUP | KO_MEETING_PARTY_CLASS_PRESS))
        ko_role_of(x, p)->who = KO_WHO_GROUP;
      return 0;
    }
    if (m->entity >= 0 && m->title.end > m->title.start && !bits)
      note_holder(x, m->entity, -1, &x->word[head], 0);
    if (m->entity >= 0)
      note_holder(x, m->entity, country_near(x, p, head),
                  head > person && bits ? &x->word[head] : NULL,
                  head > person || (a < person) ? bits : 0);
    if (m->entity >= 0 && x->holder[m->entity].organization < 0)
      x->holder[m->entity].organization = organization_near(x, p, head + 1);
    if (!(y = add_party(x, p, KO_PARTY_PERSON, m->start, m->end))) return -1;
    y->entity = m->entity;
    y->mention = x->word[person].mention;
    return 0;
  }
  if (organization >= 0 &&
      (ko_party_noun(&x->word[organization]) & KO_MEETING_PARTY_CLASS_GENERIC)) {
    if (organization == head) {
      if (ko_role_of(x, p)->trigger < 0) ko_role_of(x, p)->who = KO_WHO_GROUP; /* but 백악관 회담 */
      return 0;
    }
    organization = -1;
  }
  if (refers_back(x, p, head)) {
    ko_role_of(x, p)->who = KO_WHO_PAIR;
    return 0;
  }
  if (ko_party_noun(h) & KO_MEETING_PARTY_CLASS_PRESS) {
    ko_role_of(x, p)->who = KO_WHO_PRESS;
    return 0;
  }
  if (country_word == head ||
      (countries >= 2 && (bits || (ko_party_noun(h) & KO_MEETING_PARTY_CLASS_SIDE) ||
                          ko_role_of(x, p)->trigger >= 0)) ||
      (countries == 1 && (ko_party_noun(h) & KO_MEETING_PARTY_CLASS_SIDE) &&
       !(bits && !(ko_meeting_mark(h) & KO_MEETING_MARK_CLASS_SUMMIT)))) {
    const ko_clause_word *u = &x->word[country_word];
    for (int i = 0; i < u->n_countries; i++) {
      ko_party *y = add_party(x, p, KO_PARTY_COUNTRY, u->start, u->end);
      if (!y) return -1;
      y->country = u->country[i];
    }
    return 0;
  }
  if ((ko_party_noun(&x->word[a]) & KO_MEETING_PARTY_CLASS_SIDES) &&
      (ko_party_noun(h) & (KO_MEETING_PARTY_CLASS_SIDE | KO_MEETING_PARTY_CLASS_GROUP))) {
    if (!add_party(x, p, KO_PARTY_ORGANIZATION, x->word[a].start, h->end)) return -1;
    return 0;
  }
  if (is_plural(x, p, head)) {
    if (organization >= 0 && organization < head &&
        (ko_party_noun(h) & KO_MEETING_PARTY_CLASS_SIDE)) {
      ko_party *y = add_party(x, p, KO_PARTY_ORGANIZATION, x->word[organization].start,
                              x->word[organization].end);
      if (!y) return -1;
      y->mention = x->word[organization].mention;
      y->entity = mention_of(x, &x->word[organization])->entity;
      return 0;
    }
    if (bits || (ko_party_noun(h) & (KO_MEETING_PARTY_CLASS_SIDE | KO_MEETING_PARTY_CLASS_GROUP)))
      ko_role_of(x, p)->who = KO_WHO_GROUP;
    return 0;
  }
  if (organization == head && ends_in_office(h)) { /* 버라이즌 CEO, read as one name */
    ko_party *y = add_party(x, p, KO_PARTY_OFFICE, h->start, h->end);
    if (!y) return -1;
    y->country = h->home;
    return 0;
  }
  if (organization == head && is_press(h)) {
    ko_role_of(x, p)->who = KO_WHO_PRESS;
    return 0;
  }
  if (organization == head ||
      (organization >= 0 && (ko_party_noun(h) & KO_MEETING_PARTY_CLASS_SIDE))) {
    ko_party *y = add_party(x, p, KO_PARTY_ORGANIZATION, x->word[organization].start,
                            x->word[organization].end);
    if (!y) return -1;
    y->mention = x->word[organization].mention;
    y->entity = mention_of(x, &x->word[organization])->entity;
    return 0;
  }
  if (bits) {
    int from = country_word >= 0 && countries == 1 ? country_word : organization;
    int country = countries == 1      ? x->word[country_word].country[0]
                  : organization >= 0 ? x->word[organization].home
                                      : -1;
    int plain = 1; /* nothing before the office but determiners */
    int entity;
    ko_party *y;
    for (int i = a; i < head; i++)
      plain &= x->word[i].tag == KO_TAG_MM || (x->word[i].flags & KO_WORD_INSIDE);
    entity =
        !plain && from < 0
            ? -1
            : holder_of(x, h->form,
                        (told){country, organization >= 0 ? &x->word[organization] : NULL, NULL});
    if (entity < 0 && from < 0 && head == a + 1) /* 시 주석, where the document has 시진핑 주석 */
      entity = holder_of(x, h->form, (told){-1, NULL, &x->word[a]});
    if (!plain && from < 0 &&
        (x->word[head - 1].tag == KO_TAG_NNP || x->word[head - 1].tag == KO_TAG_SL))
      from = head - 1;
    if (organization >= 0 && organization < from) from = organization;
    if (from < 0 && entity < 0) {
      ko_role_of(x, p)->who = KO_WHO_GROUP;
      return 0;
    }
    if (from < 0) from = head;
    if (!(y = add_party(x, p, entity >= 0 ? KO_PARTY_PERSON : KO_PARTY_OFFICE, x->word[from].start,
                        h->end)))
      return -1;
    y->entity = entity;
    y->country = country;
    return 0;
  }
  if (ko_party_noun(h) & (KO_MEETING_PARTY_CLASS_GROUP | KO_MEETING_PARTY_CLASS_SIDE))
    ko_role_of(x, p)->who = KO_WHO_GROUP;
  return 0;
}

/* 박병석 전 의장을 단장으로 하는 특사단: who stands for a delegation. */
static void note_delegation(ko_meeting_reader *x, size_t i) {
  const ko_phrase *p = &x->phrase[i];
  if (i + 3 >= x->n_phrases || p[0].type != KO_PHRASE_NOUNS || p[0].particle != KO_CASE_OBJECT ||
      ko_role_of(x, p)->who != KO_WHO_PARTY)
    return;
  if (p[1].type != KO_PHRASE_NOUNS || p[1].particle != KO_CASE_TOWARD ||
      !(ko_party_noun(&x->word[p[1].head]) & KO_MEETING_PARTY_CLASS_HEAD))
    return;
  if (p[2].type != KO_PHRASE_PREDICATE || p[2].ending != KO_ENDING_ADNOMINAL ||
      p[3].type != KO_PHRASE_NOUNS)
    return;
  x->delegation = x->word[p[3].head].form;
  x->delegate = x->party[ko_role_of(x, p)->party];
}

/* Is one of the words the end of the other? */
static int ends_alike(const char *a, const char *b) {
  size_t na = strlen(a), nb = strlen(b), n = na < nb ? na : nb;
  return n >= 9 && memcmp(a + na - n, b + nb - n, n) == 0;
}

/* Phrases whose party stands elsewhere: in the possessive before them, or earlier in the text. */
static int borrow_party(ko_meeting_reader *x, size_t i) {
  const ko_phrase *p = &x->phrase[i], *b = i > 0 ? p - 1 : NULL;
  const ko_clause_word *h = &x->word[p->head];
  ko_party *y;
  if (x->delegation && ko_role_of(x, p)->trigger < 0 && ends_alike(h->form, x->delegation) &&
      x->delegate.type == KO_PARTY_PERSON) {
    ko_party who = x->delegate;
    ko_role_of(x, p)->n_parties = 0;
    if (!(y = add_party(x, p, KO_PARTY_PERSON, who.start, who.end))) return -1;
    y->entity = who.entity;
    y->mention = who.mention;
    return 0;
  }
  if (ko_role_of(x, p)->who == KO_WHO_PARTY && p->first == p->head &&
      x->word[p->head].mention < 0 && b && b->type == KO_PHRASE_NOUNS && b->join == KO_JOIN_DOT &&
      ko_role_of(x, b)->who == KO_WHO_GROUP &&
      (ko_party_noun(&x->word[p->head]) & KO_PARTY_NOUN_OFFICE)) {
    ko_role_of(x, p)->who = KO_WHO_GROUP; /* 역대 부총리·장관 */
    ko_role_of(x, p)->n_parties = 0;
    return 0;
  }
  if (ko_role_of(x, p)->who == KO_WHO_GROUP && b && b->type == KO_PHRASE_NOUNS &&
      b->particle == KO_CASE_OF && ko_role_of(x, b)->who == KO_WHO_PARTY) {
    int side = 0;
    for (int u = p->first; u <= p->head; u++)
      side |= (ko_party_noun(&x->word[u]) & KO_MEETING_PARTY_CLASS_SIDE);
    if (side && x->party[ko_role_of(x, b)->party].type == KO_PARTY_ORGANIZATION) {
      ko_role_of(x, p)->who = KO_WHO_PARTY;
      ko_role_of(x, p)->party = ko_role_of(x, b)->party;
      ko_role_of(x, p)->n_parties = ko_role_of(x, b)->n_parties;
    }
  }
  return 0;
}

int ko_meeting_parties(ko_meeting_reader *x) {
  x->n_parties = 0;
  for (size_t i = 0; i < x->n_phrases; i++) {
    const ko_phrase *p = &x->phrase[i];
    if (ko_work(x->mem, 2)) return -1;
    if (p->type == KO_PHRASE_NOUNS && !p->time && (read_party(x, p) || borrow_party(x, i)))
      return -1;
  }
  for (size_t i = 0; i < x->n_phrases; i++) note_delegation(x, i);
  return 0;
}

int ko_party_same(const ko_meeting_reader *x, const ko_party *a, const ko_party *b) {
  if (a->entity >= 0 || b->entity >= 0) return a->entity == b->entity;
  if (a->type == KO_PARTY_COUNTRY || b->type == KO_PARTY_COUNTRY)
    return a->type == b->type && a->country == b->country;
  if (a->end - a->start != b->end - b->start) return 0;
  for (uint32_t i = 0; i < a->end - a->start; i++)
    if (x->r->document->text.ch[a->start + i].cp != x->r->document->text.ch[b->start + i].cp)
      return 0;
  return 1;
}

int ko_country_led(const ko_meeting_reader *x, int entity) {
  const ko_office_holder *h = &x->holder[entity];
  if (!h->leader) return -1;
  if (h->country >= 0) return h->country;
  return is_korean_name(x->r->entity[entity].name) ? ko_country_of_news() : -1;
}
