#include "extract/names/people.h"

#include <stdlib.h>
#include <string.h>

#include "extract/names/lone_surnames.h"
#include "extract/names/office_phrase.h"
#include "extract/names/titles.h"
#include "extract/words/lookup.h"
#include "morph/tagset.h"
#include "text/marks.h"

enum { COMPANY = 600 }; /* the score of a company that was taken into a name */

typedef ko_office_phrase phrase;

static uint32_t sentence_end(const ko_reading *r, const ko_mention *m) {
  return r->document->sentences.span[m->sentence].end;
}

static int add_office(ko_reading *r, size_t mention, const phrase *p) {
  ko_office *o;
  if (ko_grow(r->mem, &r->office, &r->cap_offices, r->n_offices + 1, sizeof *r->office)) return -1;
  o = &r->office[r->n_offices++];
  o->mention = (int)mention;
  o->title = p->title;
  o->organization = p->organization;
  o->of_part = p->of_part;
  return 0;
}

/* ---- where an office is held ---- */

/* The organisation or place whose name ends right before this person's: SK텔레콤 유영상 대표이사. */
static ko_span name_before(const ko_reading *r, size_t i) {
  const ko_mention *m = &r->mentions.item[i], *b;
  uint32_t at;
  ko_span none = {0, 0};
  if (i == 0) return none;
  b = m - 1;
  if (b->sentence != m->sentence ||
      (b->type != KO_MENTION_ORGANIZATION && b->type != KO_MENTION_LOCATION))
    return none;
  at = b->end;
  if (ko_is_possessive(r->document, at)) at++;
  if (ko_skip_blanks(&r->document->text, at) != m->start || at == m->start) return none;
  return (ko_span){b->start, b->end};
}

/* 경계현 사장이 삼성전자를 대표해: the organisation that the holder of the title that ends at `end`
** stands for. */
static ko_span represented(const ko_reading *r, size_t mention, uint32_t end) {
  const ko_document *d = r->document;
  const ko_mention *m;
  ko_span none = {0, 0};
  uint32_t k;
  while (mention < r->mentions.n && r->mentions.item[mention].start < end) mention++;
  if (mention >= r->mentions.n) return none;
  m = &r->mentions.item[mention];
  if ((m->type != KO_MENTION_ORGANIZATION && m->type != KO_MENTION_LOCATION) || m->start > end + 4)
    return none;
  k = m->last;
  if (k + 1 >= d->n || d->morph[k].tag != KO_TAG_JKO ||
      ko_title_modifier_at(d, d->morph[k + 1].start, d->morph[k + 1].end) !=
          KO_TITLE_MODIFIER_DOES_FOR)
    return none;
  return (ko_span){m->start, m->end};
}

/* ---- one person ---- */

/* The office behind the name of mention i, or in brackets behind it: 이재용(삼성전자 회장). */
static int office_after(const ko_reading *r, size_t i, size_t next, uint32_t at, uint32_t end,
                        phrase *p) {
  const ko_text *t = &r->document->text;
  const ko_mention *m = &r->mentions.item[i];
  uint32_t from = ko_skip_blanks(t, at);
  if (from < end && ko_char_at(t, at) != ',' && ko_office_from(r, next, from, end, p)) return 1;
  return at > m->end && ko_office_from(r, i + 1, m->end + 1, at - 1, p);
}

/* Where the office behind the name of mention i is held, if that is said elsewhere than before it. */
static ko_span find_place(const ko_reading *r, size_t i, size_t next, uint32_t end,
                          const phrase *before) {
  ko_span place = {0, 0};
  if (before->organization.end) return before->organization;
  place = represented(r, next, end);
  return place.end ? place : name_before(r, i);
}

/* Read the offices of mention i. *claimed is the end of what belongs to the person before, and is
** moved on. */
static int read_person(ko_reading *r, size_t i, uint32_t *claimed) {
  const ko_text *t = &r->document->text;
  ko_mention *m = &r->mentions.item[i];
  uint32_t end = sentence_end(r, m), at = ko_after_bracket(t, m->end, end), close;
  phrase after, before, inside;
  size_t next = i + 1;
  if (end > m->end + KO_OFFICE_BRACKET + KO_OFFICE_REACH)
    end = m->end + KO_OFFICE_BRACKET + KO_OFFICE_REACH;
  while (next < r->mentions.n && r->mentions.item[next].start < at) next++;
  if (ko_office_before(r, i, *claimed, &before)) {
    if (add_office(r, i, &before)) return -1;
    m->title = before.title;
    m->organization = before.organization;
  } else {
    memset(&before, 0, sizeof before);
  }
  if (!office_after(r, i, next, at, end, &after)) return 0;
  if (after.organization.end == 0) after.organization = find_place(r, i, next, after.end, &before);
  if (add_office(r, i, &after)) return -1;
  m->title = after.title;
  m->organization = after.organization;
  *claimed = after.end;
  close = ko_after_bracket(t, after.end, end);
  if (close > after.end && ko_office_from(r, next, after.end + 1, close - 1, &inside) &&
      inside.title.start == after.end + 1) { /* 부문장(부회장) */
    if (inside.organization.end == 0) inside.organization = after.organization;
    if (add_office(r, i, &inside)) return -1;
    *claimed = close;
  }
  return 0;
}

static ko_title_kind kind_of(const ko_reading *r, ko_span title) {
  return ko_title_kind_of(ko_title_at_end(&r->document->text, title));
}

/* 이재용·최태원 회장: the title at the end is everybody's. */
static int share_title(ko_reading *r, size_t i) {
  const ko_text *t = &r->document->text;
  phrase p = {0};
  ko_mention *m = &r->mentions.item[i], *b;
  uint32_t at = m->end;
  if (m->title.end || i + 1 >= r->mentions.n) return 0;
  b = m + 1;
  if (b->type != KO_MENTION_PERSON || b->sentence != m->sentence || !b->title.end ||
      b->title.start < b->end)
    return 0;
  if (ko_char_at(t, at) == ',' || ko_is_dot(ko_char_at(t, at)))
    at++;
  else if (kind_of(r, b->title) != KO_TITLE_KIND_PRESS) /* 김가람 이나래 기자 */
    return 0;
  if (ko_skip_blanks(t, at) != b->start) return 0;
  p.title = m->title = b->title;
  p.organization = m->organization =
      b->organization.end > b->end ? b->organization : name_before(r, i);
  p.of_part = kind_of(r, m->title) == KO_TITLE_KIND_PART;
  return add_office(r, i, &p);
}

static int by_place(const void *x, const void *y) {
  const ko_office *a = x, *b = y;
  if (a->mention != b->mention) return a->mention < b->mention ? -1 : 1;
  if (a->title.start != b->title.start) return a->title.start < b->title.start ? -1 : 1;
  if (a->title.end != b->title.end) return a->title.end < b->title.end ? -1 : 1;
  return (a->organization.start > b->organization.start) -
         (a->organization.start < b->organization.start);
}

static int read_all(ko_reading *r) {
  uint32_t claimed = 0;
  r->n_offices = 0;
  for (size_t i = 0; i < r->mentions.n; i++)
    r->mentions.item[i].title = r->mentions.item[i].organization = (ko_span){0, 0};
  for (size_t i = 0; i < r->mentions.n; i++)
    if (r->mentions.item[i].type == KO_MENTION_PERSON &&
        (ko_work(r->mem, KO_MENTION_WORK) || read_person(r, i, &claimed)))
      return -1;
  for (size_t i = r->mentions.n; i-- > 0;)
    if (r->mentions.item[i].type == KO_MENTION_PERSON &&
        (ko_work(r->mem, KO_MENTION_WORK) || share_title(r, i)))
      return -1;
  if (r->n_offices) qsort(r->office, r->n_offices, sizeof *r->office, by_place);
  return 0;
}

/* ---- names and companies run together ---- */

/* Does the title, its letters in brackets put aside, say what somebody is in a company? */
static int is_of_company(const ko_text *t, ko_span title) {
  title.end = ko_until_blank(t, title.start, title.end);
  return ko_title_of_of(ko_title_at_end(t, title)) == KO_TITLE_OF_COMPANY;
}

/* Where the last of the three words of a name begins, if it may be a company's; 0 if the name has not
** three, or the second is one that only names have (반, 데). */
static uint32_t third_word(const ko_text *t, const ko_mention *m) {
  uint32_t first = ko_until_blank(t, m->start, m->end), second = ko_skip_blanks(t, first),
           end = ko_until_blank(t, second, m->end), third = ko_skip_blanks(t, end);
  if (first == m->end || end >= m->end || ko_until_blank(t, third, m->end) < m->end) return 0;
  return ko_name_word_place_of(ko_lookup(&ko_table_name_word, t, second, end)) ==
                 KO_NAME_WORD_PLACE_INSIDE
             ? 0
             : third;
}

/* 팀 쿡 애플 CEO: a name of three words right before an office of companies ends with the company's. */
static int cut_companies(ko_reading *r) {
  const ko_text *t = &r->document->text;
  size_t n = r->mentions.n;
  for (size_t i = 0; i < n; i++) {
    ko_mention *m = &r->mentions.item[i];
    uint32_t third, end = m->end;
    if (ko_work(r->mem, KO_MENTION_WORK)) return -1;
    if (m->type != KO_MENTION_PERSON || m->title.start <= m->end ||
        m->title.start != ko_skip_blanks(t, m->end) || !is_of_company(t, m->title))
      continue;
    third = third_word(t, m);
    if (!third) continue;
    m->end = third;
    while (ko_is_blank(t, m->end - 1)) m->end--;
    if (!ko_mentions_add(&r->mentions, KO_MENTION_ORGANIZATION, third, end, m->sentence, COMPANY))
      return -1;
  }
  return r->mentions.n > n ? ko_mentions_sort(&r->mentions, r->document) : 0;
}

/* ---- what is no name, and what is one ---- */

/* Is this mention a syllable of Hangul, taken for a surname, with no title behind it and no other name beside it
** (강 in 강 건너; but not in 강-한 회동), or a word that stands beside names (故)? */
static int is_stray(const ko_reading *r, const ko_mention *m) {
  const ko_text *t = &r->document->text;
  uint32_t next = ko_skip_blanks(t, m->end), end;
  uint32_t before = m->start ? ko_char_at(t, m->start - 1) : 0, behind = ko_char_at(t, m->end);
  if (!ko_is_name(m->type)) return 0;
  if (ko_lookup(&ko_table_title_modifier, t, m->start, m->end) >= 0 && m->type != KO_MENTION_PERSON)
    return 1;
  if (m->type != KO_MENTION_PERSON || m->end - m->start > 1 ||
      t->klass[m->start] != KO_CLASS_HANGUL || m->title.end)
    return 0;
  if (ko_is_dot(before) || before == '-' || ko_is_dot(behind) || behind == '-') return 0;
  return ko_lookup_starting(&ko_table_title, t, next, (uint32_t)t->n, 0, &end) < 0;
}

static void drop_strays(ko_reading *r) {
  size_t kept = 0;
  for (size_t i = 0; i < r->mentions.n; i++)
    if (!is_stray(r, &r->mentions.item[i])) r->mentions.item[kept++] = r->mentions.item[i];
  r->mentions.n = kept;
}

/* The organisation of an office, which no mention has yet: appended to `found`. */
static int add_organization(const ko_reading *r, const ko_office *o, ko_mentions *found) {
  const ko_text *t = &r->document->text;
  const ko_mention *m = r->mentions.item;
  ko_span x = o->organization;
  size_t next = ko_reading_from(r, x.start);
  uint32_t word = ko_until_blank(t, x.start, x.end);
  if (word < x.end && ko_title_modifier_at(r->document, x.start, word))
    x.start = ko_skip_blanks(t, word);
  if (x.end < x.start + 2 || ko_char_at(t, x.end - 1) == ')') return 0;
  if (next < r->mentions.n && m[next].start < x.end) return 0;
  if (next > 0 && m[next - 1].end > x.start) return 0;
  if (found->n && found->item[found->n - 1].end > x.start) return 0;
  return ko_mentions_add(found, KO_MENTION_ORGANIZATION, x.start, x.end, m[o->mention].sentence,
                         COMPANY)
             ? 0
             : -1;
}

/* Where somebody holds an office is an organisation, whether the model of names has found it or not. */
static int add_organizations(ko_reading *r) {
  ko_mentions found;
  int failed = 0;
  ko_mentions_init(&found, r->mem);
  for (size_t k = 0; k < r->n_offices && !failed; k++)
    failed = ko_work(r->mem, KO_MENTION_WORK) || add_organization(r, &r->office[k], &found);
  for (size_t i = 0; i < found.n && !failed; i++) {
    const ko_mention *x = &found.item[i];
    failed = !ko_mentions_add(&r->mentions, x->type, x->start, x->end, x->sentence, x->score);
  }
  if (found.n && !failed) failed = ko_mentions_sort(&r->mentions, r->document);
  ko_mentions_free(&found);
  return failed ? -1 : 0;
}

int ko_people_read(ko_reading *r) {
  size_t n;
  if (read_all(r)) return -1;
  n = r->mentions.n;
  drop_strays(r);
  if (r->mentions.n < n && read_all(r)) return -1;
  n = r->mentions.n;
  if (cut_companies(r) || (r->mentions.n > n && read_all(r))) return -1;
  n = r->mentions.n;
  return ko_lone_surnames_find(r) || add_organizations(r) || (r->mentions.n > n && read_all(r)) ? -1
                                                                                                : 0;
}
