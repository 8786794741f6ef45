#include "extract/names/joined_office.h"

#include "extract/names/titles.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"

enum {
  SHORTEST = 2, /* syllables of a name before a title */
  SURE = 3      /* from this many on, what ends as a body does is one: 국유림관리|소장 */
};

/* Does a name of a part of an organisation, or of one, end at `end`? */
static int ends_as_body(const ko_text *t, uint32_t from, uint32_t end) {
  uint32_t start;
  return ko_lookup_ending(&ko_table_organization_part, t, from, end, &start) >= 0 &&
         end - from >= SURE;
}

/* Are all words of [start, end) places to the dictionary? */
static int is_place(const ko_document *d, uint32_t start, uint32_t end) {
  uint32_t k = ko_morpheme_at(d, start), at = start;
  if (ko_lookup(&ko_table_country, &d->text, start, end) >= 0) return 1;
  for (; k < d->n && d->morph[k].start == at && at < end; k++) {
    const ko_morpheme *m = &d->morph[k];
    if (!(m->flags & KO_ENTRY_PLACE) && (m->tag != KO_TAG_NNP || m->end - m->start < SHORTEST))
      return 0;
    at = m->end;
  }
  return at == end;
}

/* Where the organisation ends that the word begins with; `start` if it begins with none. The title of
** `row` begins at `head`. */
static uint32_t organization_end(const ko_document *d, uint32_t start, uint32_t head, uint32_t end,
                                 int row) {
  switch (ko_title_joined_of(row)) {
  case KO_TITLE_JOINED_PLACE: return head;
  case KO_TITLE_JOINED_BESIDE:
    return is_place(d, start, head) || ends_as_body(&d->text, start, head) ? head : start;
  case KO_TITLE_JOINED_FIRST: return head + 1;
  case KO_TITLE_JOINED_NAMED: return ends_as_body(&d->text, start, end - 1) ? end - 1 : start;
  case KO_TITLE_JOINED_BODY:
    end--;
    if (ends_as_body(&d->text, start, end) || ko_is_edge(d, end) || head - start >= SURE)
      return end;
    return start;
  default: return start;
  }
}

void ko_joined_office_divide(const ko_document *d, ko_office_phrase *p) {
  const ko_text *t = &d->text;
  uint32_t end = p->title.end, word = ko_since_blank(t, end, p->title.start), longest, head;
  if (p->organization.end) return;
  for (uint32_t i = word; i < end; i++)
    if (t->klass[i] != KO_CLASS_HANGUL) return;
  if (ko_lookup_ending(&ko_table_title, t, word, end, &longest) < 0) return;
  for (head = longest; head + SHORTEST <= end; head++) {
    int row = ko_lookup(&ko_table_title, t, head, end);
    uint32_t found;
    if (row < 0 || head < word + SHORTEST || ko_title_modifier_at(d, word, head)) continue;
    if (head > longest &&
        (ko_title_joined_of(row) != KO_TITLE_JOINED_BESIDE || !ends_as_body(t, word, head)))
      continue; /* 위원장 is no 원장, but 법무부장관 no 부장관 */
    found = organization_end(d, word, head, end, row);
    if (found == word) continue;
    p->organization = (ko_span){word, found};
    p->of_part = 0;
    if (word == p->title.start) p->title.start = head;
    return;
  }
}
