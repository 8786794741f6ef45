#include "extract/names/titles.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"

enum { SURE = 3 }; /* syllables of a title that is one at the end of any name */

int ko_is_nominal(const ko_morpheme *m) {
  return ko_tag_is_nominal(m->tag) || m->tag == KO_TAG_MM;
}

int ko_starts_morpheme(const ko_document *d, uint32_t k, uint32_t at) {
  for (;; k--) {
    if (d->morph[k].start == at) return 1;
    if (k == 0 || d->morph[k].start < at) return 0;
  }
}

int ko_is_possessive(const ko_document *d, uint32_t at) {
  return ko_tag_at(d, at) == KO_TAG_JKG && ko_is_blank(&d->text, at + 1);
}

ko_title_modifier_does ko_title_modifier_at(const ko_document *d, uint32_t start, uint32_t end) {
  return ko_title_modifier_does_of(ko_lookup(&ko_table_title_modifier, &d->text, start, end));
}

int ko_title_goes_on(const ko_document *d, uint32_t k, uint32_t end) {
  if (end >= d->text.n || d->text.klass[end] == KO_CLASS_SPACE) return 0;
  for (k++; k < d->n && d->morph[k].start < end; k++) {
  }
  return k < d->n && d->morph[k].start == end && d->morph[k].tag != KO_TAG_MM &&
         ko_is_nominal(&d->morph[k]) &&
         ko_title_modifier_at(d, end, d->morph[k].end) != KO_TITLE_MODIFIER_DOES_TAIL;
}

/* The title that ends a word which the analyser has as one: 광주|시장, which is a market too, 경기|도지사,
** 국제관계|센터장. */
static int within_word(const ko_document *d, uint32_t from, uint32_t k, uint32_t *start) {
  const ko_morpheme *m = &d->morph[k];
  int row = m->start < from || m->tag != KO_TAG_NNP
                ? -1
                : ko_lookup_ending(&ko_table_title, &d->text, m->start, m->end, start);
  return ko_title_joined_of(row) == KO_TITLE_JOINED_PLACE ||
                 (row >= 0 && m->end - *start >= SURE && !ko_title_is_address(row))
             ? row
             : -1;
}

int ko_title_ending(const ko_document *d, uint32_t from, uint32_t k, uint32_t *start) {
  uint32_t end = d->morph[k].end, first = k;
  if (ko_title_goes_on(d, k, end)) return -1;
  /* back to the beginning of the word: a title has no white space in it */
  while (first > 0 && d->morph[first - 1].start >= from &&
         d->morph[first - 1].end >= d->morph[first].start)
    first--;
  for (; first <= k; first++) {
    int row;
    *start = d->morph[first].start;
    if (*start < from) continue;
    row = ko_lookup(&ko_table_title, &d->text, *start, end);
    if (row >= 0) return row;
  }
  return within_word(d, from, k, start);
}

int ko_title_at_end(const ko_text *t, ko_span title) {
  uint32_t start;
  for (uint32_t i = title.start + 1; i < title.end; i++)
    if (t->ch[i].cp == '(') title.end = i;
  return ko_lookup_ending(&ko_table_title, t, title.start, title.end, &start);
}

int ko_title_main(int row) {
  const char *other = ko_title_same_of(row);
  return *other ? ko_table_find(&ko_table_title, other, strlen(other)) : row;
}

/* The end of a bracketed end of the title: 최고경영자|(CEO). */
static uint32_t before_bracket(const ko_text *t, ko_span title) {
  if (title.end == title.start || t->ch[title.end - 1].cp != ')') return title.end;
  for (uint32_t i = title.start + 1; i < title.end; i++)
    if (t->ch[i].cp == '(') return i;
  return title.end;
}

ko_title_sense ko_title_read(const ko_text *t, ko_span title) {
  return ko_title_read_at(t, title, (ko_span){0, 0});
}

ko_title_sense ko_title_read_at(const ko_text *t, ko_span title, ko_span organization) {
  ko_title_sense sense = {{title.start, before_bracket(t, title)}, NULL, 0};
  ko_span *s = &sense.office;
  uint32_t end;
  int row;
  for (;;) { /* 전 대통령, 前회장, 당시 장관 */
    row = ko_lookup_starting(&ko_table_title_modifier, t, s->start, s->end, 0, &end);
    if (row < 0 || end == s->end ||
        (t->klass[end] != KO_CLASS_SPACE && t->klass[s->start] != KO_CLASS_HAN))
      break;
    if (ko_title_modifier_held_of(row) == KO_TITLE_MODIFIER_HELD_ABSENT &&
        ko_title_modifier_does_of(row) != KO_TITLE_MODIFIER_DOES_PASS)
      break;
    sense.former |= ko_title_modifier_held_of(row) != KO_TITLE_MODIFIER_HELD_ABSENT;
    while (end < s->end && t->klass[end] == KO_CLASS_SPACE) end++;
    s->start = end;
  }
  if (organization.start == s->start && organization.end > s->start && organization.end < s->end) {
    row = ko_lookup_ending(&ko_table_title, t, s->start, s->end, &end);
    s->start = row >= 0 && end < organization.end ? end : ko_skip_blanks(t, organization.end);
  }
  row = ko_lookup(&ko_table_title, t, s->start, s->end);
  if (row >= 0) sense.main = ko_title_word_of(ko_title_main(row));
  return sense;
}

enum { SHORTEST = 2, LONGEST = 12 }; /* syllables of a title word that is looked for in a title */

int ko_title_within(const ko_text *t, ko_span title, uint32_t *at) {
  uint32_t n = LONGEST + 1 - SHORTEST;
  for (; *at < (title.end - title.start) * n; ++*at) {
    uint32_t start = title.start + *at / n, end = start + SHORTEST + *at % n;
    int row = end <= title.end ? ko_lookup(&ko_table_title, t, start, end) : -1;
    if (row >= 0) {
      ++*at;
      return row;
    }
  }
  return -1;
}

int ko_title_is_address(int row) {
  return ko_title_kind_of(row) == KO_TITLE_KIND_ADDRESS;
}
