#include "extract/names/lone_surnames.h"

#include "extract/names/bearers.h"
#include "extract/names/titles.h"
#include "morph/tagset.h"

enum {
  TITLED = 900,
  LONE = 700
}; /* scores of a surname before a title, and of a hanja by itself */

/* Those with a Korean name or a surname of one syllable (젠슨 황). */
static int find_bearers(const ko_reading *r, ko_bearers *b) {
  const ko_document *d = r->document;
  for (size_t i = 0; i < r->mentions.n; i++) {
    const ko_mention *m = &r->mentions.item[i];
    if (ko_work(r->mem, KO_MENTION_WORK)) return -1;
    if (m->type != KO_MENTION_PERSON || m->end - m->start < 2) continue;
    if (ko_bearers_add(b, ko_surname_sound(d, m->start), (int)i) ||
        (ko_is_blank(&d->text, m->end - 2) &&
         ko_bearers_add(b, ko_surname_sound(d, m->end - 1), (int)i)) ||
        ko_bearers_add_title(b, &d->text, m->title, (int)i))
      return -1;
  }
  return 0;
}

/* Does morpheme k, one hanja, stand alone (車-벨로 회동) and not for a country or a party? */
static int is_lone_hanja(const ko_reading *r, uint32_t k) {
  const ko_document *d = r->document;
  const ko_morpheme *m = &d->morph[k];
  if (d->text.klass[m->start] != KO_CLASS_HAN) return 0;
  if (m->end < d->text.n &&
      (d->text.klass[m->end] == KO_CLASS_HAN || d->text.klass[m->end] == KO_CLASS_LETTER))
    return 0;
  if (m->end < d->text.n && d->text.klass[m->end] == KO_CLASS_HANGUL &&
      (k + 1 >= d->n || ko_tag_group(d->morph[k + 1].tag) != 'J'))
    return 0;
  return !*ko_hanja_country(d->text.ch[m->start].cp) &&
         !*ko_hanja_sense(d->text.ch[m->start].cp, KO_HANJA_SENSE_KIND_BODY);
}

/* The title that the word behind morpheme k is, its row; -1 if it is none. */
static int title_behind(const ko_document *d, uint32_t k) {
  uint32_t from = ko_skip_blanks(&d->text, d->morph[k].end), start;
  for (uint32_t t = k + 1; t < d->n && t <= k + 3; t++) {
    int row;
    if (d->morph[t].sentence != d->morph[k].sentence || !ko_is_nominal(&d->morph[t])) break;
    row = ko_title_ending(d, from, t, &start);
    if (row >= 0 && start == from && !ko_title_is_address(row)) return row;
  }
  return -1;
}

/* How sure it is that morpheme k, a syllable that begins a word, is a surname and means one of those who
** bear it; 0: it does not. Where it could be another word (이 means "this" as well), the title must be
** theirs, too. */
static int is_surname(const ko_reading *r, uint32_t k, const ko_bearers *b) {
  const ko_morpheme *m = &r->document->morph[k];
  uint32_t surname = ko_surname_sound(r->document, m->start);
  int row;
  if (!ko_bearers_have(b, surname, -1)) return 0;
  row = title_behind(r->document, k);
  if (row < 0) return is_lone_hanja(r, k) ? LONE : 0;
  return m->tag == KO_TAG_NNP || m->tag == KO_TAG_SH || ko_bearers_have(b, surname, row) ? TITLED
                                                                                         : 0;
}

static int add_surnames(ko_reading *r, const ko_bearers *b) {
  const ko_document *d = r->document;
  size_t next = 0, n = r->mentions.n;
  for (uint32_t k = 0; k + 1 < d->n; k++) {
    const ko_morpheme *m = &d->morph[k];
    int score;
    if (ko_work(r->mem, 1)) return -1;
    if (m->end != m->start + 1 || (m->start > 0 && d->text.klass[m->start - 1] == KO_CLASS_HANGUL))
      continue;
    if (d->text.klass[m->start] != KO_CLASS_HANGUL && d->text.klass[m->start] != KO_CLASS_HAN)
      continue;
    while (next < n && r->mentions.item[next].end <= m->start) next++;
    if (next < n && r->mentions.item[next].start < m->end) continue;
    score = is_surname(r, k, b);
    if (score &&
        !ko_mentions_add(&r->mentions, KO_MENTION_PERSON, m->start, m->end, m->sentence, score))
      return -1;
  }
  return 0;
}

int ko_lone_surnames_find(ko_reading *r) {
  ko_bearers b;
  size_t n = r->mentions.n;
  int failed;
  ko_bearers_init(&b, r->mem);
  failed = find_bearers(r, &b) || add_surnames(r, &b);
  ko_bearers_free(&b);
  if (failed) return -1;
  return r->mentions.n > n ? ko_mentions_sort(&r->mentions, r->document) : 0;
}
