#include "extract/names/name_parts.h"

#include "extract/names/names.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

/* A name of several words falls apart behind each word, or words, that is a name by itself: a country, a
** division, a city, a known organisation or person (이재명 정부), or that ends as those do. What is left
** behind the last of them is a part too: 더플라자 호텔 in 서울 중구 더플라자 호텔. */

enum {
  LONGEST = 100
}; /* characters of a name that is taken apart: pieces of it are looked up again and again */

typedef struct work {
  ko_reading *r;
  ko_person_at *person_at;
  void *of;
} work;

/* Does the piece [start, end) of the name of a place or an organisation end as such names do? */
static int ends_as_name(const ko_document *d, ko_mention_type type, uint32_t start, uint32_t end) {
  uint32_t tail;
  int row = ko_lookup_ending(&ko_table_name_tail, &d->text, start + 1, end, &tail);
  if (type == KO_MENTION_LOCATION)
    return row >= 0 && ko_name_tail_of_of(row) == KO_NAME_TAIL_OF_PLACE;
  return (row >= 0 && ko_name_tail_of_of(row) == KO_NAME_TAIL_OF_BODY) ||
         ko_lookup_ending(&ko_table_organization_part, &d->text, start + 1, end, &tail) >= 0;
}

/* SBS Biz: one name, however well the first word is known. */
static int goes_on_in_letters(const ko_text *t, uint32_t at, uint32_t limit) {
  uint32_t next = ko_skip_blanks(t, at);
  return next < limit && t->klass[at - 1] == KO_CLASS_LETTER && t->klass[next] == KO_CLASS_LETTER;
}

/* Is what is left over, [start, end), no name: a number, a sign, an office or a common noun (당국)? */
static int is_no_name(const ko_document *d, uint32_t start, uint32_t end) {
  const ko_morpheme *m = &d->morph[ko_morpheme_at(d, start)];
  if (ko_names_lists(&d->text, start, end) & KO_NAME_LISTS_NAMES) return 0;
  for (uint32_t i = start; i < end; i++)
    if (d->text.ch[i].cp == '(') return 1;
  return (d->text.klass[start] != KO_CLASS_HANGUL && d->text.klass[start] != KO_CLASS_LETTER &&
          d->text.klass[start] != KO_CLASS_HAN) ||
         ko_lookup(&ko_table_title, &d->text, start, end) >= 0 ||
         (m->start == start && m->end == end && m->tag == KO_TAG_NNG &&
          m->origin == KO_ORIGIN_KNOWN);
}

static int add(ko_reading *r, ko_name_part part) {
  if (ko_grow(r->mem, &r->part, &r->cap_parts, r->n_parts + 1, sizeof *r->part)) return -1;
  r->part[r->n_parts++] = part;
  return 0;
}

/* Is the part a name by itself? Says whose, if it is a person's. */
static int stands_alone(const work *w, ko_mention_type type, ko_name_part *part) {
  const ko_document *d = w->r->document;
  uint32_t lists = ko_names_lists(&d->text, part->span.start, part->span.end) & KO_NAME_LISTS_NAMES;
  if (type == KO_MENTION_ORGANIZATION && !(lists & ~(uint32_t)KO_NAME_LIST_PERSON)) {
    part->entity = w->person_at(w->of, part->span.start, part->span.end);
    part->is_person = lists || part->entity >= 0;
    if (part->is_person) return 1;
  }
  return lists || ko_lookup(&ko_table_country, &d->text, part->span.start, part->span.end) >= 0 ||
         ends_as_name(d, type, part->span.start, part->span.end);
}

/* Where a bracket opens in [start, end): 플로리다주(州). `end` if there is none. */
static uint32_t before_bracket(const ko_text *t, uint32_t start, uint32_t end) {
  for (uint32_t i = start + 1; i < end; i++)
    if (t->ch[i].cp == '(') return i;
  return end;
}

static int take_apart(const work *w, int mention) {
  const ko_document *d = w->r->document;
  const ko_mention *m = &w->r->mentions.item[mention];
  uint32_t start = m->start;
  if (m->end - m->start > LONGEST) return 0;
  for (uint32_t at = start, next; (at = ko_until_blank(&d->text, at, m->end)) < m->end; at = next) {
    ko_name_part part = {mention, {start, before_bracket(&d->text, start, at)}, 0, -1};
    next = ko_skip_blanks(&d->text, at);
    if (goes_on_in_letters(&d->text, at, m->end) || !stands_alone(w, m->type, &part)) continue;
    if (add(w->r, part)) return -1;
    start = next;
  }
  if (start == m->start || is_no_name(d, start, m->end)) return 0;
  return add(w->r, (ko_name_part){mention, {start, m->end}, 0, -1});
}

int ko_name_parts_find(ko_reading *r, ko_person_at *person_at, void *of) {
  const work w = {r, person_at, of};
  r->n_parts = 0;
  for (size_t i = 0; i < r->mentions.n; i++) {
    ko_mention_type type = r->mentions.item[i].type;
    if (ko_work(r->mem, KO_MENTION_WORK)) return -1;
    if ((type == KO_MENTION_LOCATION || type == KO_MENTION_ORGANIZATION) && take_apart(&w, (int)i))
      return -1;
  }
  return 0;
}
