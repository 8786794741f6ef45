#include "extract/names/people.h"

#include <stdlib.h>
#include <string.h>

#include "extract/names/bearers.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "extract/names/titles.h"
#include "morph/tagset.h"

enum {
  MAX_BRACKET = 40, /* characters of a bracket after a name that is passed over */
  MAX_PHRASE = 40,  /* characters from a name to the end of its title */
};

/* ---- what stands where ---- */

static uint32_t cp(const ko_reading *r, uint32_t at) {
  return at < r->document->text.n ? r->document->text.ch[at].cp : 0;
}

static int is_space(const ko_reading *r, uint32_t at) {
  return at >= r->document->text.n || r->document->text.klass[at] == KO_CLASS_SPACE;
}

static uint32_t skip_space(const ko_reading *r, uint32_t at) {
  while (at < r->document->text.n && r->document->text.klass[at] == KO_CLASS_SPACE) at++;
  return at;
}

static uint32_t sentence_end(const ko_reading *r, const ko_mention *m) {
  return r->document->sentences.span[m->sentence].end;
}

/* The character after the bracket that opens at `at`; `at` itself if it does not close soon. */
static uint32_t after_bracket(const ko_reading *r, uint32_t at, uint32_t end) {
  if (cp(r, at) != '(' && cp(r, at) != '[') return at;
  if (end > at + MAX_BRACKET) end = at + MAX_BRACKET;
  for (uint32_t i = at + 1; i < end; i++)
    if (cp(r, i) == ')' || cp(r, i) == ']') return i + 1;
  return at;
}

/* ---- titles ---- */

/* Take the modifiers that are no part of a title (현, 신임) and white space off its front. */
static uint32_t trim_title(const ko_reading *r, uint32_t start, uint32_t end) {
  for (;;) {
    uint32_t word;
    start = skip_space(r, start);
    ko_title_modifier_does does;
    for (word = start; word < end && !is_space(r, word); word++) {
    }
    does = ko_title_modifier_at(r->document, start, word);
    if (word >= end || (does != KO_TITLE_MODIFIER_DOES_PASS && does != KO_TITLE_MODIFIER_DOES_JOIN))
      return start;
    start = word;
  }
}

static int add_office(ko_reading *r, size_t mention, ko_span title, ko_span organization,
                      int unit) {
  ko_office *o;
  if (ko_grow(r->mem, &r->office, &r->cap_offices, r->n_offices + 1, sizeof *r->office)) return -1;
  o = &r->office[r->n_offices++];
  o->mention = (int)mention;
  o->title = title;
  o->organization = organization;
  o->unit = unit;
  return 0;
}

typedef struct phrase { /* a noun phrase with a title at its end */
  ko_span title, organization;
  uint32_t end; /* of the title with the bracket behind it */
  int unit;
} phrase;

/* Is there anything in [start, end) that must be a name, if no person's: an unknown word, a proper
** noun? `k` is a morpheme before it. */
static int has_proper_noun(const ko_document *d, uint32_t k, uint32_t start, uint32_t end) {
  for (; k < d->n && d->morph[k].start < end; k++) {
    const ko_morpheme *m = &d->morph[k];
    if (m->start < start) continue;
    if (m->origin == KO_ORIGIN_UNKNOWN || m->origin == KO_ORIGIN_NAME ||
        (m->tag == KO_TAG_NNP && m->end > m->start + 1))
      return 1;
  }
  return 0;
}

/* Where a word that belongs to the title (전, 당시) stands in [from, to); `to` if nowhere. */
static uint32_t kept_word(const ko_reading *r, uint32_t from, uint32_t to) {
  for (uint32_t at = skip_space(r, from), end; at < to; at = skip_space(r, end)) {
    for (end = at; end < to && !is_space(r, end); end++) {
    }
    if (ko_title_modifier_at(r->document, at, end) == KO_TITLE_MODIFIER_DOES_KEEP) return at;
  }
  return to;
}

/* Divide [from, head) before a title into organisation and what belongs to the title. `mention` is
** the first one that could stand there. */
static void find_organization(const ko_reading *r, size_t mention, uint32_t from, uint32_t head,
                              phrase *p) {
  const ko_mention *item = r->mentions.item;
  uint32_t at = from;
  p->title.start = trim_title(r, from, p->title.end);
  for (size_t i = mention; i < r->mentions.n && item[i].end <= head; i++) {
    if (item[i].type != KO_MENTION_ORGANIZATION && item[i].type != KO_MENTION_LOCATION) continue;
    if (item[i].start < at) continue; /* in the bracket of the one before: 연방준비제도(Fed·연준) */
    if (item[i].end == item[i].start + 1 && !is_space(r, item[i].end) &&
        r->document->text.klass[item[i].start] == KO_CLASS_HANGUL)
      continue; /* 한미연합사령관 is one word */
    if (p->organization.end == 0 || skip_space(r, p->organization.end) != item[i].start)
      p->organization.start = item[i].start;
    p->organization.end = item[i].end;
    at = after_bracket(r, item[i].end, head);
  }
  if (at > p->organization.end && p->organization.end) p->organization.end = at;
  /* words that end the name of a part of an organisation go with it */
  while (at < head) {
    uint32_t word = skip_space(r, at), end = word, start;
    while (end < head && !is_space(r, end)) end++;
    if (word >= head) break;
    if (end < head && !ko_title_modifier_at(r->document, word, end) &&
        ko_lookup_ending(&ko_table_organization_part, &r->document->text, word, end, &start) >= 0 &&
        (end - start > 1 || end - word > 2)) {
      if (p->organization.end == 0) p->organization.start = trim_title(r, from, head);
      p->organization.end = end;
    }
    at = end;
  }
  /* an organisation that the model of names does not see */
  for (at = p->title.start; p->organization.end == 0 && at < head;) {
    uint32_t end = at;
    while (end < head && !is_space(r, end)) end++;
    if (end >= head) break;
    if (!ko_title_modifier_at(r->document, at, end) &&
        has_proper_noun(r->document, ko_morpheme_at(r->document, at), at, end))
      p->organization = (ko_span){p->title.start, end};
    at = skip_space(r, end);
  }
  if (p->organization.end) {
    uint32_t kept = kept_word(r, from, p->organization.start);
    if (kept == p->organization.start) {
      p->title.start = trim_title(r, p->organization.end, p->title.end);
    } else { /* 전 외교부 장관 stays whole; in 당시 DS 부문장 the name is that of the part */
      p->title.start = kept;
      if (p->unit) p->organization = (ko_span){0, 0};
    }
  }
}

/* The letters in a bracket right behind a title are short for it: 최고경영자(CEO). */
static uint32_t with_letters(const ko_reading *r, uint32_t at, uint32_t end) {
  uint32_t i = at + 1;
  if (cp(r, at) != '(') return at;
  while (i < end && cp(r, i) < 0x80 && r->document->text.klass[i] == KO_CLASS_LETTER) i++;
  return i > at + 1 && cp(r, i) == ')' ? i + 1 : at;
}

/* Read a noun phrase from `from` on that ends with a title. Returns 1 if there is one. */
static int read_phrase(const ko_reading *r, size_t mention, uint32_t from, uint32_t end,
                       phrase *p) {
  const ko_document *d = r->document;
  const ko_mention *item = r->mentions.item;
  uint32_t k, head = 0;
  size_t next;
  int joined = 0; /* 1: behind 겸, after which another title is awaited */
  memset(p, 0, sizeof *p);
  while (mention < r->mentions.n && item[mention].start < from) mention++;
  next = mention;
  if (end > from + MAX_PHRASE) end = from + MAX_PHRASE;
  k = mention > 0 ? item[mention - 1].first : 0;
  while (k < d->n && d->morph[k].start < from) k++;
  for (; k < d->n && d->morph[k].start < end; k++) {
    const ko_morpheme *m = &d->morph[k];
    uint32_t start;
    int row;
    while (next < r->mentions.n && item[next].end <= m->start) next++;
    if (next < r->mentions.n && item[next].start <= m->start) {
      if (item[next].type != KO_MENTION_ORGANIZATION && item[next].type != KO_MENTION_LOCATION)
        break;
      if (m->end < item[next].end || !ko_is_nominal(m))
        continue; /* inside a name anything may stand */
    } else if (!ko_is_nominal(m)) {
      uint32_t behind = after_bracket(r, m->start, end);
      if (behind == m->start || head) break;
      while (k + 1 < d->n && d->morph[k + 1].start < behind) k++; /* 디바이스솔루션(DS) 부문장 */
      continue;
    }
    if (m->end > end) break;
    row = ko_title_ending(r->document, head ? head : from, k, &start);
    if (row >= 0 && ko_title_is_address(row)) break;
    if (row >= 0 || (head && ko_title_modifier_at(r->document, skip_space(r, p->title.end),
                                                  m->end) == KO_TITLE_MODIFIER_DOES_AFTER)) {
      if (!head) head = start;
      p->title.end = m->end;
      joined = 0;
      if (ko_title_kind_of(row) == KO_TITLE_KIND_UNIT) p->unit = 1;
    } else if (head && !joined && !ko_title_goes_on(r->document, k, m->end)) {
      joined = ko_title_modifier_at(d, skip_space(r, p->title.end), m->end) ==
               KO_TITLE_MODIFIER_DOES_JOIN;
      if (!joined) break; /* the word behind the title is no part of it */
    }
  }
  if (!head) return 0;
  find_organization(r, mention, from, head, p);
  p->end = with_letters(r, p->title.end, end);
  p->title.end = p->end;
  return p->title.start < p->title.end;
}

/* ---- before the name ---- */

/* The end of what stands right before a name, white space and 인 ("who is") put aside; *is says
** that there was 인. */
static uint32_t end_before(const ko_reading *r, const ko_mention *m, uint32_t *k, int *is) {
  const ko_document *d = r->document;
  uint32_t from = d->sentences.span[m->sentence].start, at = m->start;
  *is = 0;
  while (at > from && is_space(r, at - 1)) at--;
  *k = m->first;
  if (*k == 0) return from;
  --*k;
  if (d->morph[*k].end == at && d->morph[*k].tag == KO_TAG_ETM && *k > 0 &&
      d->morph[*k - 1].tag == KO_TAG_VCP) {
    *k -= 1;
    at = d->morph[*k].start;
    *is = 1;
    if (*k == 0) return from;
    --*k;
  }
  return d->morph[*k].end == at ? at : from;
}

/* An office before the name of mention i: SK그룹 회장 최태원, 오픈AI 창업자인 샘 올트먼. Text before
** `claimed` belongs to another person. Returns 1 if there is one. */
static int office_before(const ko_reading *r, size_t i, uint32_t claimed, phrase *p) {
  const ko_document *d = r->document;
  const ko_mention *m = &r->mentions.item[i];
  uint32_t k, head, from = d->sentences.span[m->sentence].start;
  size_t first;
  int is, row;
  memset(p, 0, sizeof *p);
  if (claimed > from) from = claimed;
  p->title.end = end_before(r, m, &k, &is);
  if (p->title.end <= from) return 0;
  if (m->start > from + MAX_PHRASE) from = m->start - MAX_PHRASE;
  row = ko_lookup_ending(&ko_table_title, &d->text, from, p->title.end, &head);
  if (row < 0 || ko_title_is_address(row) || !ko_starts_morpheme(d, k, head)) return 0;
  /* back to the beginning of the noun phrase */
  p->title.start = head;
  while (k > 0 && d->morph[k].start > head) k--;
  for (first = i; k > 0; k--) {
    const ko_morpheme *b = &d->morph[k - 1];
    size_t before = first;
    if (b->end <= from) break;
    while (before > 0 && r->mentions.item[before - 1].start >= b->end) before--;
    if (before > 0 && r->mentions.item[before - 1].end > b->start) {
      if (!ko_is_name(r->mentions.item[before - 1].type) ||
          r->mentions.item[before - 1].type == KO_MENTION_PERSON)
        break;
      first = before - 1;
      p->title.start = b->start;
    } else if (b->tag == KO_TAG_JKG && first == i) {
      continue; /* SK그룹의 회장인 */
    } else if (ko_is_nominal(b) && first == i && b->tag != KO_TAG_NNB) {
      p->title.start = b->start;
    } else {
      break;
    }
  }
  if (first < i) {
    find_organization(r, first, r->mentions.item[first].start, head, p);
    if (cp(r, p->title.start) == 0xC758 && is_space(r, p->title.start + 1)) /* 의, the possessive */
      p->title.start = skip_space(r, p->title.start + 1);
  } else { /* no more than the word in which the title is */
    p->title.start = head;
    while (p->title.start > from && !is_space(r, p->title.start - 1) &&
           d->text.klass[p->title.start - 1] != KO_CLASS_SYMBOL)
      p->title.start--;
    while (p->title.start > from) { /* and a modifier before it: 전 대통령 */
      uint32_t end = p->title.start, start;
      while (end > from && is_space(r, end - 1)) end--;
      for (start = end; start > from && !is_space(r, start - 1); start--) {
      }
      if (ko_title_modifier_at(r->document, start, end) != KO_TITLE_MODIFIER_DOES_KEEP) break;
      p->title.start = start;
    }
  }
  p->end = p->title.end;
  return p->title.start < p->title.end;
}

/* The organisation or place whose name ends right before this person's: SK텔레콤 유영상 대표이사.
 */
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
  if (cp(r, at) == 0xC758 && is_space(r, at + 1)) at++; /* 의, the possessive */
  if (skip_space(r, at) != m->start || at == m->start) return none;
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
      cp(r, d->morph[k + 1].start) != 0xB300 || /* 대표 */
      cp(r, d->morph[k + 1].start + 1) != 0xD45C ||
      d->morph[k + 1].end != d->morph[k + 1].start + 2)
    return none;
  return (ko_span){m->start, m->end};
}

/* ---- one person ---- */

/* Read the offices of mention i. *claimed is the end of what belongs to the person before, and is
** moved on. */
static int read_person(ko_reading *r, size_t i, uint32_t *claimed) {
  ko_mention *m = &r->mentions.item[i];
  uint32_t end = sentence_end(r, m), at = after_bracket(r, m->end, end);
  phrase after, before, inside;
  size_t next = i + 1;
  int has_after, has_before = office_before(r, i, *claimed, &before);
  if (end > m->end + MAX_BRACKET + MAX_PHRASE) end = m->end + MAX_BRACKET + MAX_PHRASE;
  while (next < r->mentions.n && r->mentions.item[next].start < at) next++;
  has_after = (is_space(r, at) ? skip_space(r, at) : at) < end && cp(r, at) != ',' &&
              read_phrase(r, next, skip_space(r, at), end, &after);
  if (!has_after && at > m->end &&
      read_phrase(r, i + 1, m->end + 1, at - 1, &inside)) { /* 이재용(삼성전자 회장) */
    after = inside;
    has_after = 1;
  }
  if (has_after && after.organization.end == 0 && !(has_before && before.organization.end))
    after.organization = represented(r, next, after.end);
  if (has_before && has_after && after.organization.end == 0 && before.organization.end)
    after.organization = before.organization;
  if (has_after && after.organization.end == 0) after.organization = name_before(r, i);
  if (has_before && add_office(r, i, before.title, before.organization, before.unit)) return -1;
  if (has_after) {
    uint32_t close = after_bracket(r, after.end, end);
    if (add_office(r, i, after.title, after.organization, after.unit)) return -1;
    *claimed = after.end;
    if (close > after.end && read_phrase(r, next, after.end + 1, close - 1, &inside) &&
        inside.title.start == after.end + 1) { /* 부문장(부회장) */
      if (inside.organization.end == 0) inside.organization = after.organization;
      if (add_office(r, i, inside.title, inside.organization, inside.unit)) return -1;
      *claimed = close;
    }
    m->title = after.title;
    m->organization = after.organization;
  } else if (has_before) {
    m->title = before.title;
    m->organization = before.organization;
  }
  return 0;
}

/* 이재용·최태원 회장: the title at the end is everybody's. */
static int share_title(ko_reading *r, size_t i) {
  ko_mention *m = &r->mentions.item[i], *b;
  uint32_t at = m->end;
  if (m->title.end || i + 1 >= r->mentions.n) return 0;
  b = m + 1;
  if (b->type != KO_MENTION_PERSON || b->sentence != m->sentence || !b->title.end ||
      b->title.start < b->end)
    return 0;
  if (cp(r, at) == ',' || cp(r, at) == 0xB7 || cp(r, at) == 0x318D || cp(r, at) == 0x30FB ||
      cp(r, at) == 0x2027)
    at++;
  else if (ko_title_kind_of(ko_title_at_end(&r->document->text, b->title)) !=
           KO_TITLE_KIND_PRESS) /* 김가람 이나래 기자 */
    return 0;
  if (skip_space(r, at) != b->start) return 0;
  m->title = b->title;
  m->organization = b->organization.end > b->end ? b->organization : name_before(r, i);
  return add_office(r, i, m->title, m->organization,
                    ko_title_kind_of(ko_title_at_end(&r->document->text, m->title)) ==
                        KO_TITLE_KIND_UNIT);
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

/* 팀 쿡 애플 CEO: a name of three words right before an office of companies ends with the company's.
** *added grows by one for each that is cut in two. */
static int cut_companies(ko_reading *r, size_t *added) {
  const ko_text *t = &r->document->text;
  size_t n = r->mentions.n;
  for (size_t i = 0; i < n; i++) {
    ko_mention *m = &r->mentions.item[i];
    uint32_t word[3], words = 0, end, start;
    int row;
    if (ko_work(r->mem, KO_MENTION_WORK)) return -1;
    if (m->type != KO_MENTION_PERSON || m->title.end == 0 ||
        m->title.start != skip_space(r, m->end))
      continue;
    for (uint32_t at = m->start; at < m->end; at++)
      if (!is_space(r, at) && (at == m->start || is_space(r, at - 1)) && words++ < 3)
        word[words - 1] = at;
    if (words != 3 || m->title.start == m->end) continue;
    for (end = m->title.start; end < m->title.end && !is_space(r, end) && cp(r, end) != '(';
         end++) {
    }
    row = ko_lookup_ending(&ko_table_company_title, t, m->title.start, end, &start);
    if (ko_company_title_kind_of(row) != KO_COMPANY_TITLE_KIND_TITLE) continue;
    for (end = word[1]; !is_space(r, end); end++) {
    }
    row = ko_lookup_ending(&ko_table_company_title, t, word[1], end, &start);
    if (ko_company_title_kind_of(row) == KO_COMPANY_TITLE_KIND_INSIDE && start == word[1]) continue;
    start = m->end;
    m->end = end;
    if (!ko_mentions_add(&r->mentions, KO_MENTION_ORGANIZATION, word[2], start, m->sentence, 600))
      return -1;
    ++*added;
  }
  return 0;
}

/* ---- surnames ---- */

/* Those with a Korean name or a surname of one syllable (젠슨 황). */
static int find_bearers(const ko_reading *r, ko_bearers *b) {
  const ko_document *d = r->document;
  for (size_t i = 0; i < r->mentions.n; i++) {
    const ko_mention *m = &r->mentions.item[i];
    if (ko_work(r->mem, KO_MENTION_WORK)) return -1;
    if (m->type != KO_MENTION_PERSON || m->end - m->start < 2) continue;
    if (ko_bearers_add(b, ko_surname_sound(d, m->start), (int)i) ||
        (is_space(r, m->end - 2) && ko_bearers_add(b, ko_surname_sound(d, m->end - 1), (int)i)) ||
        ko_bearers_add_title(b, &d->text, m->title, (int)i))
      return -1;
  }
  return 0;
}

/* Is morpheme k a surname in hanja that stands alone (車-벨로 회동) for the one person who has it, and
** not short for a country or a party? */
static int is_lone_hanja(const ko_reading *r, uint32_t k, const ko_bearers *b) {
  const ko_document *d = r->document;
  const ko_morpheme *m = &d->morph[k];
  int row;
  if (d->text.klass[m->start] != KO_CLASS_HAN ||
      !ko_bearers_have(b, ko_surname_sound(d, m->start), -1))
    return 0;
  if (m->end < d->text.n &&
      (d->text.klass[m->end] == KO_CLASS_HAN || d->text.klass[m->end] == KO_CLASS_LETTER))
    return 0;
  if (m->end < d->text.n && d->text.klass[m->end] == KO_CLASS_HANGUL &&
      (k + 1 >= d->n || ko_tag_group(d->morph[k + 1].tag) != 'J'))
    return 0;
  row = ko_lookup(&ko_table_hanja_sense, &d->text, m->start, m->end);
  return row < 0 || ko_hanja_sense_kind_of(row) == KO_HANJA_SENSE_KIND_SURNAME;
}

/* A lone surname before a title is a person if the document names one of that surname: 이 회장,
** 李대통령. Where the syllable could be another word (이 means "this" as well), the title must be
** the same, too. The model of names sees one sentence at a time and misses some of these. */
static int add_surnames(ko_reading *r, const ko_bearers *b, size_t *added) {
  const ko_document *d = r->document;
  size_t next = 0, n = r->mentions.n;
  *added = 0;
  for (uint32_t k = 0; k + 1 < d->n; k++) {
    const ko_morpheme *m = &d->morph[k];
    uint32_t start;
    int row = -1;
    if (ko_work(r->mem, 1)) return -1;
    if (m->end != m->start + 1 || (m->start > 0 && d->text.klass[m->start - 1] == KO_CLASS_HANGUL))
      continue;
    if (d->text.klass[m->start] != KO_CLASS_HANGUL && d->text.klass[m->start] != KO_CLASS_HAN)
      continue;
    if (!ko_bearers_have(b, ko_surname_sound(d, m->start), -1)) continue;
    while (next < n && r->mentions.item[next].end <= m->start) next++;
    if (next < n && r->mentions.item[next].start < m->end) continue;
    for (uint32_t t = k + 1; t < d->n && t <= k + 3 && row < 0; t++) {
      uint32_t from = skip_space(r, m->end);
      if (d->morph[t].sentence != m->sentence || !ko_is_nominal(&d->morph[t])) break;
      row = ko_title_ending(r->document, from, t, &start);
      if (row >= 0 && (start != from || ko_title_is_address(row))) row = -1;
    }
    if (row < 0 && is_lone_hanja(r, k, b)) {
      if (!ko_mentions_add(&r->mentions, KO_MENTION_PERSON, m->start, m->end, m->sentence, 700))
        return -1;
      ++*added;
      continue;
    }
    if (row < 0 || !ko_bearers_have(b, ko_surname_sound(d, m->start),
                                    m->tag == KO_TAG_NNP || m->tag == KO_TAG_SH ? -1 : row))
      continue;
    if (!ko_mentions_add(&r->mentions, KO_MENTION_PERSON, m->start, m->end, m->sentence, 900))
      return -1;
    ++*added;
  }
  return 0;
}

int ko_people_read(ko_reading *r) {
  ko_bearers b;
  size_t added = 0;
  int failed;
  if (read_all(r)) return -1;
  if (cut_companies(r, &added)) return -1;
  if (added) {
    ko_mentions_sort(&r->mentions, r->document);
    if (read_all(r)) return -1;
    added = 0;
  }
  ko_bearers_init(&b, r->mem);
  failed = find_bearers(r, &b) || add_surnames(r, &b, &added);
  ko_bearers_free(&b);
  if (failed) return -1;
  if (added == 0) return 0;
  ko_mentions_sort(&r->mentions, r->document);
  return read_all(r);
}
