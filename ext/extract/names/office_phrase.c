#include "extract/names/office_phrase.h"

#include <string.h>

#include "extract/names/joined_office.h"
#include "extract/names/titles.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "text/marks.h"

typedef ko_office_phrase phrase;

uint32_t ko_after_bracket(const ko_text *t, uint32_t at, uint32_t end) {
  if (ko_char_at(t, at) != '(' && ko_char_at(t, at) != '[') return at;
  if (end > at + KO_OFFICE_BRACKET) end = at + KO_OFFICE_BRACKET;
  for (uint32_t i = at + 1; i < end; i++)
    if (ko_char_at(t, i) == ')' || ko_char_at(t, i) == ']') return i + 1;
  return at;
}

/* ---- the organisation before a title ---- */

/* Take the modifiers that are no part of a title (현, 신임) and white space off its front. */
static uint32_t trim_title(const ko_document *d, uint32_t start, uint32_t end) {
  for (uint32_t word;; start = word) {
    ko_title_modifier_does does;
    start = ko_skip_blanks(&d->text, start);
    word = ko_until_blank(&d->text, start, end);
    does = ko_title_modifier_at(d, start, word);
    if (word >= end || (does != KO_TITLE_MODIFIER_DOES_PASS && does != KO_TITLE_MODIFIER_DOES_JOIN))
      return start;
  }
}

/* Is there anything in [start, end) that must be a name, if no person's: an unknown word, a proper
** noun? */
static int has_proper_noun(const ko_document *d, uint32_t start, uint32_t end) {
  for (uint32_t k = ko_morpheme_at(d, start); k < d->n && d->morph[k].start < end; k++) {
    const ko_morpheme *m = &d->morph[k];
    if (m->start < start) continue;
    if (m->origin == KO_ORIGIN_UNKNOWN || m->origin == KO_ORIGIN_NAME ||
        (m->tag == KO_TAG_NNP && m->end > m->start + 1))
      return 1;
  }
  return 0;
}

static int is_place_or_firm(const ko_mention *m) {
  return m->type == KO_MENTION_ORGANIZATION || m->type == KO_MENTION_LOCATION;
}

/* Does the name of the organisation end as that of a body does? */
static int ends_as_body(const ko_text *t, ko_span s) {
  uint32_t start;
  return ko_lookup_ending(&ko_table_organization_part, t, s.start, s.end, &start) >= 0;
}

/* The organisations and places of [from, head), those side by side as one. Returns where they end. */
static uint32_t take_mentions(const ko_reading *r, size_t mention, uint32_t from, uint32_t head,
                              phrase *p) {
  const ko_text *t = &r->document->text;
  const ko_mention *m = r->mentions.item + mention, *end = r->mentions.item + r->mentions.n;
  uint32_t at = from;
  for (; m < end && m->end <= head; m++) {
    if (!is_place_or_firm(m)) continue;
    if (m->start < at) continue; /* in the bracket of the one before: 연방준비제도(Fed·연준) */
    if (m->end == m->start + 1 && !ko_is_blank(t, m->end) && t->klass[m->start] == KO_CLASS_HANGUL)
      continue; /* 한미연합사령관 is one word */
    if (p->organization.end == 0 || ko_skip_blanks(t, p->organization.end) != m->start)
      p->organization.start = m->start;
    p->organization.end = m->end;
    at = ko_after_bracket(t, m->end, head);
  }
  if (at > p->organization.end && p->organization.end) p->organization.end = at;
  if (p->organization.end && p->organization.start > from &&
      ko_char_at(t, p->organization.start - 1) == '(' && ko_char_at(t, at) == ')') {
    p->organization.start = ko_since_blank(t, p->organization.start, from); /* 한빛대회(한빛대) */
    p->organization.end = ++at;
  }
  return at;
}

/* Where what stands before a title begins, without any modifier of it: 당시 두레부 기획실장. */
static uint32_t behind_modifiers(const ko_document *d, uint32_t start, uint32_t end) {
  for (uint32_t word;; start = word) {
    ko_title_modifier_does does;
    start = trim_title(d, start, end);
    word = ko_until_blank(&d->text, start, end);
    does = ko_title_modifier_at(d, start, word);
    if (word >= end || does != KO_TITLE_MODIFIER_DOES_KEEP) return start;
  }
}

/* Words of [at, head) that end the name of a part of an organisation go with it. */
static void take_parts(const ko_document *d, uint32_t from, uint32_t at, uint32_t head, phrase *p) {
  const ko_text *t = &d->text;
  while (at < head) {
    uint32_t word = ko_skip_blanks(t, at), start;
    uint32_t end = at = ko_until_blank(t, word, head);
    if (word >= head) return;
    if (ko_char_at(t, end - 1) == ')')
      while (end > word && ko_char_at(t, end) != '(') end--; /* 전국인민대표대회(전인대) */
    if (at < head && !ko_title_modifier_at(d, word, end) &&
        ko_lookup_ending(&ko_table_organization_part, t, word, end, &start) >= 0 &&
        (end - start > 1 || end - word > 2)) {
      if (p->organization.end == 0) p->organization.start = behind_modifiers(d, from, head);
      p->organization.end = at;
    }
  }
}

/* An organisation that the model of names does not see: words with a proper noun among them. */
static void take_unseen(const ko_document *d, uint32_t head, phrase *p) {
  for (uint32_t at = p->title.start, end; p->organization.end == 0 && at < head;
       at = ko_skip_blanks(&d->text, end)) {
    end = ko_until_blank(&d->text, at, head);
    if (end >= head) return;
    if (!ko_title_modifier_at(d, at, end) && has_proper_noun(d, at, end))
      p->organization = (ko_span){p->title.start, end};
  }
}

/* Where a word that belongs to the title (전, 당시) stands in [from, to); `to` if nowhere. */
static uint32_t kept_word(const ko_document *d, uint32_t from, uint32_t to) {
  for (uint32_t at = ko_skip_blanks(&d->text, from), end; at < to;
       at = ko_skip_blanks(&d->text, end)) {
    end = ko_until_blank(&d->text, at, to);
    if (ko_title_modifier_at(d, at, end) == KO_TITLE_MODIFIER_DOES_KEEP) return at;
  }
  return to;
}

/* Divide [from, head) before a title into organisation and what belongs to the title. `mention` is
** the first one that could stand there. */
static void find_organization(const ko_reading *r, size_t mention, uint32_t from, uint32_t head,
                              phrase *p) {
  const ko_document *d = r->document;
  uint32_t at = take_mentions(r, mention, from, head, p), kept;
  p->title.start = trim_title(d, from, p->title.end);
  take_parts(d, from, at, head, p);
  take_unseen(d, head, p);
  if (!p->organization.end) return;
  kept = kept_word(d, from, p->organization.start);
  if (kept == p->organization.start) {
    p->title.start = trim_title(d, p->organization.end, p->title.end);
  } else { /* 전 외교부 장관 stays whole; in 당시 DS 부문장 the name is that of the part */
    p->title.start = kept;
    if (p->of_part && !ends_as_body(&d->text, p->organization)) p->organization = (ko_span){0, 0};
  }
}

/* ---- behind a name ---- */

/* The letters in a bracket right behind a title are short for it: 최고경영자(CEO). */
static uint32_t with_letters(const ko_text *t, uint32_t at, uint32_t end) {
  uint32_t i = at + 1;
  if (ko_char_at(t, at) != '(') return at;
  while (i < end && t->ch[i].cp < 0x80 && t->klass[i] == KO_CLASS_LETTER) i++;
  return i > at + 1 && ko_char_at(t, i) == ')' ? i + 1 : at;
}

typedef struct walk { /* along the words of a phrase */
  const ko_reading *r;
  phrase *p;
  size_t next; /* the first mention that ends behind the morpheme */
  uint32_t from, end;
  uint32_t head; /* where the first title begins; 0: none yet */
  int joined;    /* 1: behind 겸, after which another title is awaited */
} walk;

/* What morpheme k is to the phrase. */
typedef enum step { STOP, INSIDE, WORD } step;

static step step_at(walk *w, uint32_t *k) {
  const ko_document *d = w->r->document;
  const ko_mentions *ms = &w->r->mentions;
  const ko_morpheme *m = &d->morph[*k];
  uint32_t behind;
  while (w->next < ms->n && ms->item[w->next].end <= m->start) w->next++;
  if (w->next < ms->n && ms->item[w->next].start <= m->start) {
    if (!is_place_or_firm(&ms->item[w->next])) return STOP;
    if (m->end < ms->item[w->next].end || !ko_is_nominal(m))
      return INSIDE; /* inside a name anything may stand */
  } else if (!ko_is_nominal(m)) {
    behind = ko_after_bracket(&d->text, m->start, w->end);
    if (behind == m->start || w->head) return STOP;
    while (*k + 1 < d->n && d->morph[*k + 1].start < behind) ++*k; /* 디바이스솔루션(DS) 부문장 */
    return INSIDE;
  }
  return m->end > w->end ? STOP : WORD;
}

/* Take the word that ends with morpheme k if it belongs to the title. Returns 0 where the phrase ends. */
static int take_word(walk *w, uint32_t k) {
  const ko_document *d = w->r->document;
  uint32_t end = d->morph[k].end, start;
  uint32_t behind = w->head ? ko_skip_blanks(&d->text, w->p->title.end) : end;
  int row = ko_title_ending(d, w->head ? w->head : w->from, k, &start);
  if (ko_title_is_address(row)) return 0;
  if (row >= 0 || ko_title_modifier_at(d, behind, end) == KO_TITLE_MODIFIER_DOES_AFTER) {
    if (!w->head || (row >= 0 && behind > w->p->title.end && start >= behind && !w->joined &&
                     ends_as_body(&d->text, (ko_span){w->head, w->p->title.end})))
      w->head = start; /* 통일연구원 | 선임연구원 */
    w->p->title.end = end;
    w->joined = 0;
    if (ko_title_kind_of(row) == KO_TITLE_KIND_PART) w->p->of_part = 1;
  } else if (w->head && !w->joined && !ko_title_goes_on(d, k, end)) {
    w->joined = ko_title_modifier_at(d, behind, end) == KO_TITLE_MODIFIER_DOES_JOIN;
    return w->joined; /* any other word behind the title is no part of it */
  }
  return 1;
}

int ko_office_from(const ko_reading *r, size_t mention, uint32_t from, uint32_t end, phrase *p) {
  const ko_document *d = r->document;
  walk w = {r, p, 0, from, end, 0, 0};
  uint32_t k;
  memset(p, 0, sizeof *p);
  while (mention < r->mentions.n && r->mentions.item[mention].start < from) mention++;
  w.next = mention;
  if (w.end > from + KO_OFFICE_REACH) w.end = from + KO_OFFICE_REACH;
  k = mention > 0 ? r->mentions.item[mention - 1].first : 0;
  while (k < d->n && d->morph[k].start < from) k++;
  for (; k < d->n && d->morph[k].start < w.end; k++) {
    step s = step_at(&w, &k);
    if (s == STOP || (s == WORD && !take_word(&w, k))) break;
  }
  if (!w.head) return 0;
  find_organization(r, mention, from, w.head, p);
  ko_joined_office_divide(d, p);
  p->end = p->title.end = with_letters(&d->text, p->title.end, w.end);
  return p->title.start < p->title.end;
}

/* ---- before a name ---- */

/* The end of what stands right before a name, white space and 인 ("who is") put aside; the first
** character of the sentence if nothing does. */
static uint32_t end_before(const ko_document *d, const ko_mention *m, uint32_t *k) {
  uint32_t from = d->sentences.span[m->sentence].start;
  uint32_t at = ko_skip_blanks_back(&d->text, m->start, from);
  *k = m->first;
  if (*k == 0) return from;
  --*k;
  if (d->morph[*k].end == at && d->morph[*k].tag == KO_TAG_ETM && *k > 0 &&
      d->morph[*k - 1].tag == KO_TAG_VCP) {
    *k -= 1;
    at = d->morph[*k].start;
    if (*k == 0) return from;
    --*k;
  }
  return d->morph[*k].end == at ? at : from;
}

/* Back from morpheme k, the title's, to the beginning of the noun phrase, p->title.start. Returns the
** first of the names in it, i if it has none. */
static size_t walk_back(const ko_reading *r, size_t i, uint32_t k, uint32_t from, phrase *p) {
  const ko_document *d = r->document;
  const ko_mention *item = r->mentions.item;
  size_t first = i;
  for (; k > 0; k--) {
    const ko_morpheme *b = &d->morph[k - 1];
    size_t before = first;
    if (b->end <= from) break;
    while (before > 0 && item[before - 1].start >= b->end) before--;
    if (before > 0 && item[before - 1].end > b->start) {
      if (!is_place_or_firm(&item[before - 1])) break;
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
  return first;
}

/* No more than the word in which the title is, and modifiers before it: 전 대통령. */
static void take_last_word(const ko_document *d, uint32_t from, phrase *p) {
  const ko_text *t = &d->text;
  while (p->title.start > from && !ko_is_blank(t, p->title.start - 1) &&
         t->klass[p->title.start - 1] != KO_CLASS_SYMBOL)
    p->title.start--;
  while (p->title.start > from) {
    uint32_t end = p->title.start, start;
    end = ko_skip_blanks_back(t, end, from);
    start = ko_since_blank(t, end, from);
    if (ko_title_modifier_at(d, start, end) != KO_TITLE_MODIFIER_DOES_KEEP) return;
    p->title.start = start;
  }
}

/* The phrase that ends with morpheme k, which is in a sentence that begins at `from`; i is the first mention
** behind it. */
static int phrase_back(const ko_reading *r, size_t i, uint32_t k, uint32_t from, phrase *p) {
  const ko_document *d = r->document;
  const ko_text *t = &d->text;
  uint32_t head, end, last, reach = d->morph[k].end;
  size_t first;
  int row;
  memset(p, 0, sizeof *p);
  p->end = p->title.end = reach;
  if (p->title.end <= from) return 0;
  if (reach > from + KO_OFFICE_REACH) from = reach - KO_OFFICE_REACH;
  for (end = p->title.end;; end = ko_skip_blanks_back(t, last, from)) { /* 회장 직무대행 */
    last = ko_since_blank(t, end, from);
    if (last <= from || ko_title_modifier_at(d, last, end) != KO_TITLE_MODIFIER_DOES_AFTER) break;
  }
  row = ko_lookup_ending(&ko_table_title, t, from, end, &head);
  if (row < 0) row = ko_lookup_ending(&ko_table_title, t, from, end = p->title.end, &head);
  while (k > 0 && d->morph[k].start >= end) k--;
  if (row < 0 || ko_title_is_address(row)) return 0;
  if (!ko_starts_morpheme(d, k, head) && ko_title_ending(d, from, k, &head) < 0) return 0;
  p->title.start = head;
  while (k > 0 && d->morph[k].start > head) k--;
  first = walk_back(r, i, k, from, p);
  if (first < i) {
    find_organization(r, first, r->mentions.item[first].start, head, p);
    if (ko_is_possessive(d, p->title.start)) p->title.start = ko_skip_blanks(t, p->title.start + 1);
  } else {
    p->title.start = head;
    take_last_word(d, from, p);
  }
  ko_joined_office_divide(d, p);
  return p->title.start < p->title.end;
}

int ko_office_before(const ko_reading *r, size_t i, uint32_t claimed, phrase *p) {
  const ko_document *d = r->document;
  const ko_mention *m = &r->mentions.item[i];
  uint32_t k, from = d->sentences.span[m->sentence].start, end = end_before(d, m, &k);
  memset(p, 0, sizeof *p);
  if (claimed > from) from = claimed;
  return end > from && phrase_back(r, i, k, from, p);
}

int ko_office_ending(const ko_reading *r, uint32_t k, phrase *p) {
  const ko_document *d = r->document;
  return phrase_back(r, ko_reading_from(r, d->morph[k].end), k,
                     d->sentences.span[d->morph[k].sentence].start, p);
}
