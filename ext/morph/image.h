/* The dictionary image: words, their readings and costs, as ext/data/dictionary/mkdict.py writes
** them and as the extension carries them inside. It is read in place and never changed.
**
**     "KOREANDI", u32 version, u32 number of sections,
**     for each section u32 number, u32 offset, u32 size,
**     the sections, 8-byte aligned; the last one ends the image. All numbers little-endian.
**
** When to raise KO_IMAGE_VERSION: whenever an old reader would misread a new image. It has one
** value for all sections. History: 1 first format.
**
** Opening checks every section's bounds and every index that the search does not check itself, so
** that a damaged image gives an error or wrong words, never a read outside it.
*/
#ifndef KO_IMAGE_H
#define KO_IMAGE_H

#include <stddef.h>
#include <stdint.h>
#include "text/hanja.h"

enum { KO_IMAGE_VERSION = 1 };

typedef enum ko_section {
  KO_SEC_INFO = 1,   /* key=value lines */
  KO_SEC_CODES,      /* u16 for each Hangul syllable: its label in the double array, 0 none */
  KO_SEC_UNITS,      /* u32 root, u32 count, u32 units: see doublearray.py */
  KO_SEC_VALUES,     /* u32: where the entries of a value begin; one more than values */
  KO_SEC_ENTRIES,    /* ko_entry */
  KO_SEC_EXPANSIONS, /* byte strings: see image.py */
  KO_SEC_STRINGS,    /* u16: forms that are not in the text as they stand */
  KO_SEC_LEFT_NAMES, /* names of the connection classes, a line each, for people who look into one */
  KO_SEC_RIGHT_NAMES, /* the same for the right side */
  KO_SEC_MATRIX,      /* u32 lefts, u32 rights, i16 [space][left][right] */
  KO_SEC_UNKNOWN,     /* ko_unknown */
  KO_SEC_SYMBOLS,     /* ko_symbol, by character */
  KO_SEC_HANJA,       /* u16 pairs, see hanja.py */
  KO_SEC_HANJA_WORDS,
  KO_SEC_LAST = KO_SEC_HANJA_WORDS
} ko_section;

typedef struct ko_entry {
  uint16_t left, right; /* connection classes */
  int16_t cost;
  uint16_t flags;     /* KO_ENTRY_* */
  uint32_t expansion; /* byte offset in KO_SEC_EXPANSIONS */
} ko_entry;
enum {
  KO_ENTRY_PERSON = 1,
  KO_ENTRY_PLACE = 2,
  KO_ENTRY_NOUN = 4,   /* one noun and nothing else */
  KO_ENTRY_OWN = 8,    /* no entry of the dictionary: a word of one's own, see own.h */
  KO_ENTRY_USED = 0xF0 /* of a noun: how often it is used, 0 (never) to 9 */
};

typedef struct ko_pair {
  uint16_t left, right;
} ko_pair;

enum { KO_MAX_UNKNOWN = 8 }; /* longest unknown noun, in syllables */
typedef enum ko_fixed {
  KO_FIX_NOUN, /* three: ends in a vowel, in ㄹ, in another consonant */
  KO_FIX_NAME = 3,
  KO_FIX_SN = 6,
  KO_FIX_SH,
  KO_FIX_SL,
  KO_FIX_JAMO,
  KO_FIX_SW,
  KO_N_FIXED
} ko_fixed;
typedef enum ko_edge {
  KO_EDGE_FIRST,
  KO_EDGE_LAST,
  KO_EDGE_SURNAME,
  KO_EDGE_GIVEN1,
  KO_EDGE_GIVEN2,
  KO_N_EDGES
} ko_edge;
typedef struct ko_unknown {
  ko_pair fixed[KO_N_FIXED];          /* connection classes */
  int16_t length[KO_MAX_UNKNOWN + 1]; /* cost of an unknown noun by its syllables; [0]: of a name */
  uint16_t n_codes;
  int16_t edge[]; /* [KO_N_EDGES][n_codes]: what is added for a syllable in that place, by label */
} ko_unknown;
static inline int ko_edge_cost(const ko_unknown *u, ko_edge edge, uint16_t code) {
  return u->edge[edge * u->n_codes + code];
}

typedef struct ko_symbol {
  uint32_t cp;
  ko_pair pair;
  uint16_t tag, unused;
} ko_symbol;

/* Fixed numbers of the classes that no word has (classes.py). */
enum { KO_LEFT_EOS, KO_LEFT_ALONE };
enum {
  KO_RIGHT_BOS,
  KO_RIGHT_ALONE,
  KO_RIGHT_AFTER_DIGIT,
  KO_RIGHT_AFTER_LETTER,
  KO_RIGHT_AFTER_CLOSE
};

enum { KO_MAX_CLASSES = 800, KO_MAX_COST = 16383 }; /* connection classes of a side; cost of one */

typedef struct ko_model {
  const uint16_t *codes;
  const uint32_t *units;
  uint32_t n_units, root;
  const uint32_t *values;
  uint32_t n_values;
  const ko_entry *entries;
  uint32_t n_entries;
  const uint8_t *expansions;
  uint32_t n_expansions;
  const uint16_t *strings;
  uint32_t n_strings;
  const int16_t *matrix[2]; /* [space]: row of rights for each left */
  uint32_t n_left, n_right;
  /* Bounds of the connection costs, found at opening. For each left class l and right class r
  ** offset[l] + least[r] <= cost <= offset[l] + most[r]. */
  int16_t offset[2][KO_MAX_CLASSES], least[2][KO_MAX_CLASSES], most[2][KO_MAX_CLASSES];
  const ko_unknown *unknown;
  const ko_symbol *symbols;
  uint32_t n_symbols;
  ko_hanja hanja;
  const char *info; /* not terminated */
  uint32_t n_info;
} ko_model;

/* Fill *model from image[0..n), which must be 8-byte aligned and outlive it. Returns NULL, or what
** is wrong with the image (a constant string). */
const char *ko_model_open(ko_model *model, const void *image, size_t n);

/* Go on from *at, model->root at first, by the label of a syllable. Returns 0 when no word goes on that
** way; no word has label 0. */
static inline int ko_model_follow(const ko_model *m, uint32_t *at, uint32_t code) {
  uint32_t i = *at + code, unit;
  if (code == 0 || i >= m->n_units) return 0;
  unit = m->units[i];
  if ((unit & 0xFFF) != code) return 0;
  *at = unit >> 12;
  return 1;
}
/* The *n entries of the word that ends at `at`. */
static inline const ko_entry *ko_model_entries(const ko_model *m, uint32_t at, uint32_t *n) {
  uint32_t unit = at < m->n_units ? m->units[at] : 0xFFF, v = unit >> 12;
  if ((unit & 0xFFF) != 0 || v >= m->n_values) {
    *n = 0;
    return NULL;
  }
  *n = m->values[v + 1] - m->values[v];
  return m->entries + m->values[v];
}

/* Is the word that ends at `at` a noun? */
static inline int ko_model_has_noun(const ko_model *m, uint32_t at) {
  uint32_t n;
  const ko_entry *e = ko_model_entries(m, at, &n);
  for (; n > 0; n--, e++)
    if (e->flags & KO_ENTRY_NOUN) return 1;
  return 0;
}

/* One morpheme of an expansion. Positions in syllables from the start of the surface. */
typedef struct ko_part {
  uint8_t tag, start, length;
  uint8_t n_form;       /* 0: the form is the stretch of the surface itself */
  const uint16_t *form; /* n_form characters */
} ko_part;
enum { KO_MAX_PARTS = 12 };

/* Decode the expansion at `offset` of a surface of `n` syllables. Returns the number of parts (at
** least 1); *cuts is the mask of syllables at which a part of a compound begins. */
int ko_model_expand(const ko_model *m, uint32_t offset, int n, ko_part parts[KO_MAX_PARTS],
                    uint16_t *cuts);

/* The tag of its first part; 1 if it has no other part and its form is the surface. */
static inline unsigned ko_model_tag(const ko_model *m, uint32_t offset) {
  return m->expansions[offset + 1];
}
static inline int ko_model_plain(const ko_model *m, uint32_t offset) {
  return m->expansions[offset] == 1 && m->expansions[offset + 3] == 0;
}

#endif
