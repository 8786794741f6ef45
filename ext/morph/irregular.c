#include "morph/irregular.h"

#include <string.h>

#include "morph/tagset.h"
#include "tables.h"
#include "text/chars.h"
#include "text/hangul.h"

enum { MOST = 6 }; /* bytes of the longest form in irregular.tsv */

/* Go on in the dictionary from *at by s[0..n), UTF-8 of Hangul. Returns 0 when no word goes on so. */
static int follow(const ko_model *m, uint32_t *at, const char *s, size_t n) {
  for (size_t i = 0, length; i < n; i += length) {
    uint32_t cp;
    length = ko_unit((const unsigned char *)s + i, n - i, &cp);
    if (!ko_is_syllable(cp) || !ko_model_follow(m, at, m->codes[cp - 0xAC00])) return 0;
  }
  return 1;
}

int ko_is_verb(const ko_model *m, const char *kept, size_t n, const char *end) {
  uint32_t at = m->root, n_entries;
  const ko_entry *entry;
  if (!follow(m, &at, kept, n) || !follow(m, &at, end, strlen(end))) return 0;
  entry = ko_model_entries(m, at, &n_entries);
  for (uint32_t i = 0; i < n_entries; i++) {
    unsigned tag = ko_model_tag(m, entry[i].expansion);
    if (ko_model_plain(m, entry[i].expansion) && (tag == KO_TAG_VV || tag == KO_TAG_VA)) return 1;
  }
  return 0;
}

/* What an ending begins with, 어 or 아, 으, or what ㄹ falls before; ELSE anything else. */
typedef enum onset { ELSE, EO, EU, LIQUID } onset;

static onset onset_of(uint32_t c) {
  enum { NIEUN = 2, SIOS = 9, NONE = 11 }; /* initials */
  enum { A = 0, EO_VOWEL = 4, EU_VOWEL = 18 };
  if (c == 0x3134 || c == 0x3139 || c == 0x3142) return LIQUID; /* ㄴ ㄹ ㅂ, fused with the stem */
  if (!ko_is_syllable(c)) return ELSE;
  if (ko_initial(c) == NIEUN || ko_initial(c) == SIOS) return LIQUID;
  if (ko_initial(c) != NONE) return ELSE;
  if (ko_vowel(c) == EU_VOWEL) return EU;
  return ko_vowel(c) == A || ko_vowel(c) == EO_VOWEL ? EO : ELSE;
}

static ko_stem_sense sense_of(int row, onset at, size_t kept) {
  ko_irregular_how how = ko_irregular_how_of(row);
  if (at == EU || kept || how == KO_IRREGULAR_HOW_ONLY) return KO_STEM_OTHER;
  return how == KO_IRREGULAR_HOW_BOTH ? KO_STEM_EITHER : KO_STEM_AS_IT_STANDS;
}

ko_stem_sense ko_irregular_sense(const ko_model *m, const char *stem, size_t n, uint32_t next,
                                 size_t *kept, const char **end) {
  onset at = onset_of(next);
  ko_irregular_before before =
      at == LIQUID ? KO_IRREGULAR_BEFORE_LIQUID : KO_IRREGULAR_BEFORE_VOWEL;
  if (at == ELSE) return KO_STEM_AS_IT_STANDS;
  for (size_t length = n < MOST ? n : MOST; length > 0; length -= 3)
    for (int row = ko_table_find(&ko_table_irregular, stem + n - length, length); row >= 0;
         row = ko_table_next(&ko_table_irregular, row)) {
      if (ko_irregular_before_of(row) != before) continue;
      *kept = n - length;
      *end = ko_irregular_stem_of(row);
      if (*kept == 0 || ko_is_verb(m, stem, *kept, *end)) return sense_of(row, at, *kept);
    }
  return KO_STEM_AS_IT_STANDS;
}

int ko_helped_verb(const ko_model *m, const char *stem, size_t n, ko_part *verb) {
  ko_part part[KO_MAX_PARTS];
  uint16_t cuts;
  size_t last = n < MOST ? n : MOST;
  uint32_t at = m->root, n_entries;
  const ko_entry *entry;
  while (last && ko_auxiliary_helped_of(ko_table_find(&ko_table_auxiliary, stem + n - last,
                                                      last)) != KO_AUXILIARY_HELPED_TERM)
    last -= 3;
  if (last == 0 || last == n || !follow(m, &at, stem, n - last)) return 0;
  entry = ko_model_entries(m, at, &n_entries);
  for (uint32_t i = 0; i < n_entries; i++)
    if (ko_model_expand(m, entry[i].expansion, (int)(n - last) / 3, part, &cuts) == 2 &&
        part[0].tag == KO_TAG_VV && part[1].tag == KO_TAG_EC) {
      *verb = part[0];
      return 1;
    }
  return 0;
}
