#include "extract/words/scan.h"

#include "extract/words/lookup.h"
#include "morph/tagset.h"
#include "tables.h"

enum { LONGEST_TAIL = 6 }; /* syllables of particles behind a word */

uint32_t ko_morpheme_at(const ko_document *d, uint32_t at) {
  uint32_t low = 0, high = (uint32_t)d->n;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (d->morph[middle].end <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

int ko_tag_at(const ko_document *d, uint32_t at) {
  uint32_t m = ko_morpheme_at(d, at);
  return m < d->n && d->morph[m].start <= at ? d->morph[m].tag : -1;
}

int ko_is_edge(const ko_document *d, uint32_t at) {
  uint32_t m;
  if (at == 0 || at >= d->text.n) return 1;
  m = ko_morpheme_at(d, at);
  return m >= d->n || d->morph[m].start >= at;
}

int ko_ends_word(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t end = at, stop;
  if (at >= limit || d->text.klass[at] != KO_CLASS_HANGUL || ko_is_edge(d, at)) return 1;
  while (end < limit && end - at <= LONGEST_TAIL && d->text.klass[end] == KO_CLASS_HANGUL) end++;
  if (end - at > LONGEST_TAIL) return 0;
  return ko_lookup_starting(&ko_table_particle_tail, &d->text, at, end, 0, &stop) >= 0 &&
         stop == end;
}

uint32_t ko_cp_at(const ko_document *d, uint32_t at, uint32_t limit) {
  return at < limit ? d->text.ch[at].cp : 0;
}

ko_class ko_class_at(const ko_document *d, uint32_t at, uint32_t limit) {
  return at < limit ? (ko_class)d->text.klass[at] : KO_CLASS_SPACE;
}

uint32_t ko_skip_space(const ko_document *d, uint32_t at, uint32_t limit) {
  return at < limit && d->text.klass[at] == KO_CLASS_SPACE && d->text.ch[at].cp != '\n' ? at + 1
                                                                                        : at;
}

int ko_is_noun(int tag) {
  return tag == KO_TAG_NNG || tag == KO_TAG_NNP || tag == KO_TAG_NNB || tag == KO_TAG_NNBC;
}

int ko_is_nominal_at(const ko_document *d, uint32_t at) {
  switch (ko_tag_at(d, at)) {
  case KO_TAG_NNG:
  case KO_TAG_NNP:
  case KO_TAG_NNB:
  case KO_TAG_NNBC:
  case KO_TAG_NR:
  case KO_TAG_NP:
  case KO_TAG_MM:
  case KO_TAG_MAG:
  case KO_TAG_XPN:
  case KO_TAG_XSN:
  case KO_TAG_SH:
  case KO_TAG_SN: return 1;
  default: return 0;
  }
}

int ko_is_hangul(const ko_document *d, uint32_t at, uint32_t limit) {
  return at < limit && d->text.klass[at] == KO_CLASS_HANGUL;
}

int ko_same_characters(const ko_text *t, uint32_t a, uint32_t b, uint32_t n) {
  uint32_t i = 0;
  while (i < n && t->ch[a + i].cp == t->ch[b + i].cp) i++;
  return i == n;
}

int ko_stands_within(const ko_text *t, ko_span part, ko_span whole, uint32_t least) {
  uint32_t n = part.end - part.start;
  for (uint32_t at = whole.start; n >= least && at + n <= whole.end; at++)
    if (ko_same_characters(t, at, part.start, n)) return 1;
  return 0;
}

ko_lexeme ko_form_lexeme(const ko_document *d, const ko_morpheme *m, size_t n) {
  enum { LONGEST = 8 }; /* characters of a form in the tables */
  char key[4 * LONGEST];
  const uint16_t *form = ko_document_form_of(d, m);
  size_t length = form ? m->n_form : m->end - m->start, bytes = 0;
  if (n > length) n = length;
  if (n > LONGEST) return 0;
  for (size_t i = length - n; i < length; i++)
    bytes += ko_encode(form ? form[i] : d->text.ch[m->start + i].cp, key + bytes);
  return ko_lexicon_find(key, bytes);
}
