#include "morph/spoken.h"

#include <string.h>

#include "morph/tagset.h"
#include "tables.h"
#include "text/hangul.h"
#include "text/romanize.h"

/* What a character is: of a noun, its first one, of one that is a word. */
enum { NOUN = 1, FIRST = 2, WORD = 4 };

enum { LONGEST = 4 }; /* syllables of a form of spoken.tsv */

static int is_nominal(unsigned tag) {
  return ko_tag_is_nominal(tag) || tag == KO_TAG_MM;
}

/* The kinds of the document's characters. */
static void mark_nouns(const ko_document *d, uint8_t *kind) {
  memset(kind, 0, d->text.n);
  for (size_t i = 0; i < d->n; i++) {
    const ko_morpheme *m = &d->morph[i];
    int word = (m->tag == KO_TAG_NNG || m->tag == KO_TAG_NNP) && m->end - m->start > 1;
    if (!is_nominal(m->tag)) continue;
    for (uint32_t k = m->start; k < m->end; k++) kind[k] = (uint8_t)(NOUN | (word ? WORD : 0));
    kind[m->start] |= FIRST;
  }
}

static int is_hangul(const ko_text *t, size_t i) {
  return i < t->n && t->klass[i] == KO_CLASS_HANGUL;
}

/* Is character i silent before its vowel? *narrow is 1 if the vowel is ㅣ or begins with it. */
static int begins_with_vowel(const ko_text *t, size_t i, int *narrow) {
  /* ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ */
  enum { SILENT = 11, Y = 1 << 2 | 1 << 3 | 1 << 6 | 1 << 7 | 1 << 12 | 1 << 17 };
  if (!is_hangul(t, i) || ko_initial(t->ch[i].cp) != SILENT) return 0;
  *narrow = Y >> ko_vowel(t->ch[i].cp) & 1;
  return 1;
}

/* Between two nouns, the second of which is a word: a seam by rule. */
static unsigned between_nouns(const ko_text *t, const uint8_t *kind, size_t second) {
  int narrow;
  if (!(kind[second - 1] & NOUN) || !(kind[second] & FIRST) || !(kind[second] & WORD)) return 0;
  if (!begins_with_vowel(t, second, &narrow)) return 0;
  return narrow ? KO_SEAM_ADDED : KO_SEAM_APART;
}

/* The row of spoken.tsv whose form is characters [at, end); -1 if there is none. */
static int row_at(const ko_text *t, size_t at, size_t end) {
  char form[3 * LONGEST];
  size_t n = 0;
  if (end - at > LONGEST) return -1;
  for (; at < end; at++, n += 3) {
    if (!is_hangul(t, at)) return -1;
    ko_encode_syllable(t->ch[at].cp, form + n);
  }
  return ko_table_find(&ko_table_spoken, form, n);
}

/* Does the form of a row, characters [at, end), stand where it counts? */
static int stands(const ko_document *d, const uint8_t *kind, int row, size_t at, size_t end) {
  size_t before = 0, least = (size_t)ko_spoken_least_of(row);
  if (ko_spoken_seam_of(row) > 0) return 1;
  if (!(kind[at] & NOUN) || (is_hangul(&d->text, end) && (kind[end] & NOUN))) return 0;
  while (before < least && before < at && is_hangul(&d->text, at - before - 1) &&
         (kind[at - before - 1] & NOUN))
    before++;
  if (before < least) return 0;
  row = before > 0 ? row_at(&d->text, at - 1, end) : -1;
  return row < 0 || ko_spoken_sound_of(row) != KO_SPOKEN_SOUND_NONE;
}

static unsigned seam_of(ko_spoken_sound sound) {
  switch (sound) {
  case KO_SPOKEN_SOUND_ADDED: return KO_SEAM_ADDED;
  case KO_SPOKEN_SOUND_NASAL: return KO_SEAM_NASAL;
  case KO_SPOKEN_SOUND_APART: return KO_SEAM_APART;
  case KO_SPOKEN_SOUND_LIP: return KO_SEAM_LIP;
  default: return 0;
  }
}

/* Add the seams of the forms of spoken.tsv that begin at a character. */
static void add_forms(const ko_document *d, const uint8_t *kind, size_t at, uint8_t *seam) {
  for (size_t end = at + 1; end <= at + LONGEST && is_hangul(&d->text, end - 1); end++) {
    int row = row_at(&d->text, at, end);
    size_t second;
    if (row < 0 || !stands(d, kind, row, at, end)) continue;
    second = at + (size_t)ko_spoken_seam_of(row);
    if (second > 0) seam[second - 1] |= (uint8_t)seam_of(ko_spoken_sound_of(row));
  }
}

int ko_spoken(const ko_document *d, uint8_t *seam) {
  size_t n = d->text.n;
  uint8_t *kind = seam + n;
  memset(seam, 0, n);
  mark_nouns(d, kind);
  for (size_t i = 0; i < n; i++) {
    if (ko_text_work(&d->text, i)) return -1;
    if (!is_hangul(&d->text, i)) continue;
    if (is_hangul(&d->text, i + 1)) {
      if (!(kind[i] & NOUN)) seam[i] |= KO_SEAM_STEM;
      if (!(kind[i] & kind[i + 1] & NOUN)) seam[i] |= KO_SEAM_VERB;
      seam[i] |= (uint8_t)between_nouns(&d->text, kind, i + 1);
    }
    add_forms(d, kind, i, seam);
  }
  return 0;
}
