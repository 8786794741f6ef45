#include "extract/said/office_statements.h"

#include <string.h>

#include "extract/names/office_phrase.h"
#include "extract/names/titles.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"

typedef ko_office_phrase phrase;

enum {
  NOBODY = -1,
  NEAR = 6,          /* morphemes within which a predicate behind a title has to stand */
  REACH = 60,        /* names that are looked back at for who a clause speaks of */
  LIST = 24,         /* people of a list that one title is looked for */
  LONGEST_TITLE = 12 /* syllables */
};

void ko_office_statements_init(ko_office_statements *x, const ko_mem *mem) {
  memset(x, 0, sizeof *x);
  x->mem = mem;
}

void ko_office_statements_free(ko_office_statements *x) {
  if (x->mem) ko_free(x->mem, x->item);
  memset(x, 0, sizeof *x);
}

static int add(ko_office_statements *x, int mention, ko_span title, ko_span organization) {
  ko_office *o;
  if (ko_grow(x->mem, &x->item, &x->cap, x->n + 1, sizeof *x->item)) return -1;
  o = &x->item[x->n++];
  memset(o, 0, sizeof *o);
  o->mention = mention;
  o->title = title;
  o->organization = organization;
  return 0;
}

static int is_place_or_firm(const ko_mention *m) {
  return m->type == KO_MENTION_ORGANIZATION || m->type == KO_MENTION_LOCATION;
}

/* The end of a name with the title behind it. */
static uint32_t end_of(const ko_mention *m) {
  return m->title.end > m->end ? m->title.end : m->end;
}

/* What the table says of the form of morpheme k. */
static ko_office_word_does does_at(const ko_document *d, uint32_t k) {
  if (k >= d->n) return KO_OFFICE_WORD_DOES_ABSENT;
  return ko_office_word_does_of(
      ko_lexeme_row(ko_form_lexeme(d, &d->morph[k], SIZE_MAX), &ko_table_office_word));
}

/* ---- who a clause speaks of ---- */

/* The person whose name begins at `at`, white space and a name of a body right before it put aside. */
static int person_from(const ko_reading *r, uint32_t at, uint32_t sentence) {
  const ko_mentions *ms = &r->mentions;
  size_t i;
  at = ko_skip_blanks(&r->document->text, at);
  for (i = ko_reading_from(r, at); i < ms->n && ms->item[i].start == at; i++) {
    if (ms->item[i].sentence != sentence) return NOBODY;
    if (ms->item[i].type == KO_MENTION_PERSON) return (int)i;
    if (!is_place_or_firm(&ms->item[i])) return NOBODY;
    at = ko_skip_blanks(&r->document->text, ms->item[i].end);
  }
  return NOBODY;
}

static int is_subject(int tag) {
  return tag == KO_TAG_JX || tag == KO_TAG_JKS;
}

static int is_object(int tag) {
  return tag == KO_TAG_JKO;
}

/* The last person of the sentence, before `at`, with such a particle behind the name and title. */
static int person_before(const ko_reading *r, uint32_t at, uint32_t sentence, int (*is)(int tag)) {
  size_t i = ko_reading_from(r, at);
  for (int n = 0; i-- > 0 && n < REACH; n++) {
    const ko_mention *m = &r->mentions.item[i];
    if (m->sentence != sentence) break;
    if (m->type == KO_MENTION_PERSON && end_of(m) < at && is(ko_tag_at(r->document, end_of(m))))
      return (int)i;
  }
  return NOBODY;
}

/* The one that the sentence or, where it names nobody before `at`, the one before it speaks of. */
static int topic_before(const ko_reading *r, uint32_t at, uint32_t sentence) {
  const ko_mention *item = r->mentions.item;
  size_t i = ko_reading_from(r, at), k = i;
  int found = person_before(r, at, sentence, is_subject);
  if (found != NOBODY || sentence == 0) return found;
  for (; k > 0 && i - k < REACH && item[k - 1].sentence == sentence; k--)
    if (item[k - 1].type == KO_MENTION_PERSON) return NOBODY;
  for (; k > 0 && i - k < REACH && item[k - 1].sentence + 1 == sentence; k--)
    if (item[k - 1].type == KO_MENTION_PERSON &&
        ko_tag_at(r->document, end_of(&item[k - 1])) == KO_TAG_JX)
      found = (int)k - 1;
  return found;
}

/* ---- predicates ---- */

/* The first word of such a use among the next few of the sentence, adverbs put aside; d->n if none. */
static uint32_t find_word(const ko_document *d, uint32_t k, ko_office_word_does does) {
  uint32_t n = d->first[d->morph[k - 1].sentence + 1];
  for (; k < n; k++) {
    if (does_at(d, k) == does) return k;
    if (d->morph[k].tag != KO_TAG_MAG) break;
  }
  return (uint32_t)d->n;
}

/* Where the predicate of morpheme k ends if it modifies what follows: 맡은, 지명된, 맡고 있는, 였던; 0 if it
** does not. */
static uint32_t modifier_end(const ko_document *d, uint32_t k) {
  uint32_t n = d->first[d->morph[k].sentence + 1], last = k + NEAR;
  for (k++; k < n && k < last; k++) {
    const ko_morpheme *m = &d->morph[k];
    switch (m->tag) {
    case KO_TAG_ETM: return m->end;
    case KO_TAG_EP:
    case KO_TAG_XSV:
    case KO_TAG_VX:
    case KO_TAG_VA:
    case KO_TAG_EC: break;
    default: return 0;
    }
  }
  return 0;
}

/* Who holds a title that is the object of a verb: 위원장을 맡은 한서준, 한서준은 위원장을 맡았다. */
static int holder(const ko_reading *r, const phrase *p, uint32_t k) {
  const ko_document *d = r->document;
  uint32_t s = d->morph[k].sentence, verb = find_word(d, k + 1, KO_OFFICE_WORD_DOES_HOLDS), end;
  if (verb >= d->n) return NOBODY;
  end = modifier_end(d, verb);
  return end ? person_from(r, end, s) : topic_before(r, p->title.start, s);
}

/* Is it 하, which makes a verb of a noun? */
static int is_do(const ko_document *d, const ko_morpheme *m) {
  return m->tag == KO_TAG_XSV && ko_function_word_class_of(ko_lexeme_row(
                                     ko_form_lexeme(d, m, SIZE_MAX), &ko_table_function_word)) &
                                     KO_FUNCTION_WORD_CLASS_DO;
}

/* Who becomes it, or is made it: 위원장에 선출된 한서준, 한서준을 위원장으로 지명했다. */
static int made(const ko_reading *r, const phrase *p, uint32_t k) {
  const ko_document *d = r->document;
  uint32_t s = d->morph[k].sentence, verb = find_word(d, k + 1, KO_OFFICE_WORD_DOES_BECOMES), end;
  int found;
  if (verb >= d->n) {
    verb = find_word(d, k + 1, KO_OFFICE_WORD_DOES_MAKES);
    if (verb >= d->n) return NOBODY;
    if (verb + 1 < d->n && is_do(d, &d->morph[verb + 1]))
      return person_before(r, p->title.start, s, is_object);
  }
  end = modifier_end(d, verb);
  if (end) return person_from(r, end, s);
  found = person_before(r, p->title.start, s, is_object);
  return found != NOBODY ? found : person_before(r, p->title.start, s, is_subject);
}

/* Who holds a title that is the subject: 위원장은 한서준 의원이 맡았다. */
static int held_by(const ko_reading *r, uint32_t k) {
  const ko_document *d = r->document;
  uint32_t s = d->morph[k].sentence, at;
  int i = person_from(r, d->morph[k].end, s);
  if (i == NOBODY) return NOBODY;
  at = ko_morpheme_at(d, end_of(&r->mentions.item[i]));
  return at < d->n && d->morph[at].tag == KO_TAG_JKS &&
                 find_word(d, at + 1, KO_OFFICE_WORD_DOES_HOLDS) < d->n
             ? i
             : NOBODY;
}

/* Who was or is it: 간사였던 한서준 의원, 성악가이자 교수인 한서준. k is the copula. */
static int predicated(const ko_reading *r, uint32_t k) {
  const ko_document *d = r->document;
  uint32_t s = d->morph[k].sentence, end = modifier_end(d, k), n = d->first[s + 1];
  if (end) {
    int i = person_from(r, end, s);
    if (i != NOBODY) return i;
  }
  if (k + 1 >= n || d->morph[k + 1].tag != KO_TAG_EC) return NOBODY;
  for (uint32_t next = k + 2; next < n && next < k + 2 + NEAR; next++)
    if (d->morph[next].tag == KO_TAG_VCP && (end = modifier_end(d, next)) != 0)
      return person_from(r, end, s);
  return NOBODY;
}

/* The person of whom the clause around a title says that it is theirs; the title ends with morpheme k. */
static int person_of(const ko_reading *r, const phrase *p, uint32_t k) {
  const ko_document *d = r->document;
  const ko_morpheme *next = &d->morph[k + 1];
  uint32_t s = d->morph[k].sentence;
  if (does_at(d, k + 1) == KO_OFFICE_WORD_DOES_PERIOD ||
      (next->start == d->morph[k].end && does_at(d, k + 1) == KO_OFFICE_WORD_DOES_ROLE))
    return person_before(r, p->title.start, s, is_subject);
  if (next->start != d->morph[k].end && next->tag != KO_TAG_VCP) return NOBODY;
  switch (next->tag) {
  case KO_TAG_JKO: return holder(r, p, k + 1);
  case KO_TAG_JKB: return made(r, p, k + 1);
  case KO_TAG_VCP: return predicated(r, k + 1);
  case KO_TAG_JX:
  case KO_TAG_JKS: return held_by(r, k + 1);
  default: return NOBODY;
  }
}

/* Does the name of a person end right before `at`, so that the title there is that person's? */
static int is_of_name(const ko_reading *r, uint32_t at) {
  size_t i = ko_reading_from(r, at);
  return i > 0 && r->mentions.item[i - 1].type == KO_MENTION_PERSON &&
         ko_skip_blanks(&r->document->text, end_of(&r->mentions.item[i - 1])) >= at;
}

/* Is the word an office whatever the clause speaks of: no 공사 (works), but 시장, of which the market takes
** none of these verbs? */
static int is_office(int row) {
  ko_title_kind kind = ko_title_kind_of(row);
  return row >= 0 && kind != KO_TITLE_KIND_ADDRESS && kind != KO_TITLE_KIND_PRESS &&
         (kind != KO_TITLE_KIND_COMMON || ko_title_joined_of(row) == KO_TITLE_JOINED_PLACE);
}

static int find_in_clauses(const ko_reading *r, ko_office_statements *out) {
  const ko_document *d = r->document;
  for (uint32_t k = 0; k + 1 < d->n; k++) {
    const ko_morpheme *m = &d->morph[k];
    uint32_t from = d->sentences.span[m->sentence].start, start;
    phrase p;
    int row, i;
    if (ko_work(r->mem, 1)) return -1;
    if (!ko_is_nominal(m) || m[1].sentence != m->sentence) continue;
    if (m->end > from + LONGEST_TITLE) from = m->end - LONGEST_TITLE;
    row = ko_title_ending(d, from, k, &start);
    if (!is_office(row)) continue;
    if (!ko_office_ending(r, k, &p)) continue;
    start = p.title.start;
    if (p.organization.end && p.organization.start < start) start = p.organization.start;
    if (is_of_name(r, start)) continue;
    i = person_of(r, &p, k);
    if (i != NOBODY && add(out, i, p.title, p.organization)) return -1;
  }
  return 0;
}

/* ---- brackets and slashes ---- */

/* 한서준 두레전자 회장(나래협회 회장): a bracket behind a title that is another one. */
static int find_in_brackets(const ko_reading *r, ko_office_statements *out) {
  const ko_text *t = &r->document->text;
  size_t n = out->n;
  for (size_t i = 0; i < n; i++) {
    ko_office o = out->item[i];
    const ko_mention *m = &r->mentions.item[o.mention];
    uint32_t end = r->document->sentences.span[m->sentence].end, close;
    phrase p;
    if (o.title.start < m->end) continue;
    close = ko_after_bracket(t, o.title.end, end);
    if (close == o.title.end ||
        !ko_office_from(r, (size_t)o.mention + 1, o.title.end + 1, close - 1, &p) ||
        p.end != close - 1)
      continue;
    if (add(out, o.mention, p.title, p.organization.end ? p.organization : o.organization))
      return -1;
  }
  return 0;
}

/* 한빛협회(회장 한서준), 형사1부(한서준 부장판사): the body right before the bracket that a statement opens. */
static ko_span before_bracket(const ko_reading *r, const ko_office *o) {
  const ko_text *t = &r->document->text;
  const ko_mention *m = &r->mentions.item[o->mention];
  uint32_t open = o->title.start < m->start ? o->title.start : m->start, word, start;
  ko_span none = {0, 0};
  size_t i;
  if (open == 0 || ko_char_at(t, --open) != '(') return none;
  i = ko_reading_from(r, open);
  if (i > 0 && r->mentions.item[i - 1].end == open && is_place_or_firm(&r->mentions.item[i - 1]))
    return (ko_span){r->mentions.item[i - 1].start, open};
  word = ko_since_blank(t, open, r->document->sentences.span[m->sentence].start);
  return ko_lookup_ending(&ko_table_organization_part, t, word, open, &start) >= 0
             ? (ko_span){word, open}
             : none;
}

/* 나래당 소속 한서준 의원, 한빛병원 내과 한서준 교수: the body before one noun before the name, which says that
** the holder is of it or is the name of its part. */
static ko_span before_noun(const ko_reading *r, const ko_office *o) {
  const ko_document *d = r->document;
  const ko_text *t = &d->text;
  const ko_mention *m = &r->mentions.item[o->mention], *b;
  uint32_t word, end, start;
  ko_span none = {0, 0};
  if (o->mention == 0) return none;
  b = m - 1;
  if (b->type != KO_MENTION_ORGANIZATION || b->sentence != m->sentence || o->title.start < m->end ||
      !ko_is_blank(t, b->end))
    return none;
  word = ko_skip_blanks(t, b->end);
  end = ko_until_blank(t, word, m->start);
  if (end == word || ko_skip_blanks(t, end) != m->start) return none;
  if (does_at(d, ko_morpheme_at(d, word)) == KO_OFFICE_WORD_DOES_BELONGS)
    return (ko_span){b->start, b->end};
  return ko_is_nominal(&d->morph[ko_morpheme_at(d, end - 1)]) && /* no particle: 회장과 */
                 ko_lookup_ending(&ko_table_organization_part, t, word, end, &start) >= 0
             ? (ko_span){b->start, end}
             : none;
}

/* 나래당 한서준·민도윤 의원: the body of the first of a list is that of who shares the title. */
static ko_span of_list(const ko_office_statements *x, size_t k) {
  const ko_office *o = &x->item[k];
  ko_span none = {0, 0};
  for (size_t i = k; i-- > 0 && k - i <= LIST && x->item[i].title.start == o->title.start;)
    if (x->item[i].organization.end && x->item[i].organization.end < o->title.start)
      return x->item[i].organization;
  return none;
}

/* [한서준 / 나래당 대표 : ...]: the office behind a slash, as broadcasters caption who speaks. */
static int find_behind_slashes(const ko_reading *r, ko_office_statements *out) {
  const ko_text *t = &r->document->text;
  for (size_t i = 0; i < r->mentions.n; i++) {
    const ko_mention *m = &r->mentions.item[i];
    uint32_t at = ko_skip_blanks(t, m->end), end = r->document->sentences.span[m->sentence].end;
    phrase p;
    if (m->type != KO_MENTION_PERSON || ko_char_at(t, at) != '/') continue;
    if (ko_office_from(r, i + 1, ko_skip_blanks(t, at + 1), end, &p) &&
        add(out, (int)i, p.title, p.organization))
      return -1;
  }
  return 0;
}

/* ---- lists ---- */

/* The character behind what parts two people of a list at `at`; `at` if nothing does. */
static uint32_t behind_separator(const ko_text *t, uint32_t at) {
  uint32_t cp = ko_char_at(t, at);
  return cp == ',' || ko_is_dot(cp) ? ko_skip_blanks(t, at + 1) : at;
}

/* The end of a word at `at` that looks like a Korean name, which a list may have between known ones. */
static uint32_t name_like(const ko_document *d, uint32_t at) {
  uint32_t end = at;
  while (ko_is_hangul(d, end, (uint32_t)d->text.n)) end++;
  return end - at >= 2 && end - at <= 4 && ko_lookup(&ko_table_surname, &d->text, at, at + 1) >= 0
             ? end
             : at;
}

/* 한서준, 민도윤, 이나래 의원: who has the title that stands behind the last of a list that i begins. */
static const ko_mention *end_of_list(const ko_reading *r, size_t i) {
  const ko_document *d = r->document;
  const ko_text *t = &d->text;
  uint32_t at = r->mentions.item[i].end;
  size_t next = i + 1;
  for (int n = 0; n < LIST; n++) {
    const ko_mention *m;
    uint32_t from = behind_separator(t, at);
    if (from == at) return NULL;
    while (next < r->mentions.n && r->mentions.item[next].start < from) next++;
    m = next < r->mentions.n ? &r->mentions.item[next] : NULL;
    if (m && m->start == from && is_place_or_firm(m)) {
      from = ko_skip_blanks(t, m->end);
      m = next + 1 < r->mentions.n ? m + 1 : NULL;
      if (!m || m->type != KO_MENTION_PERSON || m->start != from) return NULL;
    }
    if (m && m->start == from && m->type == KO_MENTION_PERSON) {
      if (m->title.start >= m->end) return m;
      at = m->end;
    } else {
      at = name_like(d, from);
      if (at == from) return NULL;
    }
  }
  return NULL;
}

static int find_in_lists(const ko_reading *r, ko_office_statements *out) {
  const ko_text *t = &r->document->text;
  const ko_mention *item = r->mentions.item;
  for (size_t i = 0; i < r->mentions.n; i++) {
    const ko_mention *m = &item[i], *last;
    ko_span none = {0, 0};
    if (ko_work(r->mem, KO_MENTION_WORK)) return -1;
    if (m->type != KO_MENTION_PERSON || m->title.end) continue;
    last = end_of_list(r, i);
    if (!last || last->sentence != m->sentence) continue;
    if (i > 0 && is_place_or_firm(m - 1) && ko_skip_blanks(t, m[-1].end) == m->start)
      none = (ko_span){m[-1].start, m[-1].end};
    else if (last->organization.start >= last->end)
      none = last->organization;
    if (add(out, (int)i, last->title, none)) return -1;
  }
  return 0;
}

int ko_office_statements_find(const ko_reading *r, ko_office_statements *out) {
  for (size_t k = 0; k < r->n_offices; k++)
    if (add(out, r->office[k].mention, r->office[k].title, r->office[k].organization)) return -1;
  for (size_t k = 0; k < out->n; k++) {
    ko_span *organization = &out->item[k].organization;
    if (!organization->end) *organization = before_bracket(r, &out->item[k]);
    if (!organization->end) *organization = before_noun(r, &out->item[k]);
    if (!organization->end) *organization = of_list(out, k);
  }
  return find_in_brackets(r, out) || find_behind_slashes(r, out) || find_in_lists(r, out) ||
                 find_in_clauses(r, out)
             ? -1
             : 0;
}
