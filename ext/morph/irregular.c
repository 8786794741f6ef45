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

/* Has the dictionary a verb or adjective whose stem is kept[0..n) and then `end`? */
static int is_verb(const ko_model *m, const char *kept, size_t n, const char *end) {
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

ko_stem_sense ko_irregular_sense(const ko_model *m, const char *stem, size_t n, uint32_t next,
                                 size_t *kept, const char **end) {
  enum { NO_INITIAL = 11, A = 0, EO = 4, EU = 18 }; /* ㅇ; vowels */
  int vowel = ko_is_syllable(next) && ko_initial(next) == NO_INITIAL ? ko_vowel(next) : -1;
  if (vowel != A && vowel != EO && vowel != EU) return KO_STEM_AS_IT_STANDS;
  for (size_t length = n < MOST ? n : MOST; length > 0; length -= 3) {
    int row = ko_table_find(&ko_table_irregular, stem + n - length, length);
    if (row < 0) continue;
    *kept = n - length;
    *end = ko_irregular_stem_of(row);
    if (*kept && !is_verb(m, stem, *kept, *end)) continue;
    if (vowel == EU) return KO_STEM_OTHER;
    switch (ko_irregular_how_of(row)) {
    case KO_IRREGULAR_HOW_ONLY: return KO_STEM_OTHER;
    case KO_IRREGULAR_HOW_BOTH: return KO_STEM_EITHER;
    default: return KO_STEM_AS_IT_STANDS;
    }
  }
  return KO_STEM_AS_IT_STANDS;
}
