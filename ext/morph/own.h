/* Words of one's own: what a user adds to the dictionary, laid over it. The model stays as it is; a lattice
** that is given an overlay (ko_lattice.own) has these words beside those of the dictionary.
**
** An own word is one noun. It costs less than a noun of the dictionary, the less the longer it is, so that
** it is read wherever it fits, but one of one or two syllables does not break up what stands around it.
**
** Made once, then only read. Nothing depends on the order of the words.
*/
#ifndef KO_OWN_H
#define KO_OWN_H

#include "base/map.h"
#include "morph/image.h"
#include "text/chars.h"

typedef enum ko_own_type {
  KO_OWN_NAME, /* a proper noun of no type */
  KO_OWN_NOUN, /* a common noun */
  KO_OWN_PERSON,
  KO_OWN_ORGANIZATION,
  KO_OWN_LOCATION,
  KO_OWN_PRODUCT,
  KO_OWN_EVENT,
  KO_OWN_N_TYPES
} ko_own_type;

enum {
  KO_OWN_LONGEST = 40, /* characters of a word */
  KO_OWN_CUT = 16      /* characters of a word that can be cut: bits of ko_own_word.cuts */
};

typedef struct ko_own_word {
  uint8_t n, type;      /* characters; ko_own_type */
  uint8_t exact;        /* 1: cut as its owner says, 0: as the dictionary would */
  uint8_t widened;      /* 1: it has synonyms, and a query asks for it in one piece */
  uint16_t cuts;        /* bit i: a part begins at character i */
  uint32_t last;        /* its last character */
  uint16_t left, right; /* of its node, */
  int16_t cost;         /*   as those of a ko_entry */
  uint16_t flags;
  uint32_t what;
} ko_own_word;

typedef struct ko_own {
  const ko_mem *mem;
  const ko_model *model;
  ko_map map; /* a word, in lower case, to its place in `word` */
  ko_own_word *word;
  size_t n, cap;
  uint64_t lengths;     /* bit n: there are words of n characters */
  uint8_t begins[4096]; /* a bit for each pair of first characters, of a short word for one */
  uint32_t what[2];     /* expansions of the model: one proper noun, one common noun */
} ko_own;

void ko_own_init(ko_own *o, const ko_model *model, const ko_mem *mem);
void ko_own_free(ko_own *o);

/* Add the word ch[0..n), 1 to KO_OWN_LONGEST characters without white space, as a proper noun of no type.
** Its place in o->word, -1 when memory is out. A word that is there is given back as it is. */
int32_t ko_own_add(ko_own *o, const ko_char *ch, size_t n);
/* Give a word its type. */
void ko_own_set_type(ko_own *o, int32_t word, ko_own_type type);

/* The word that characters [from, to) are; NULL if they are none. */
const ko_own_word *ko_own_find(const ko_own *o, const ko_text *t, size_t from, size_t to);
/* The words that begin at character `at` and end at or before `end`, the shorter first, as places into
** found[]; how many. None ends or begins inside a run of letters, digits, hanja or jamo. */
size_t ko_own_match(const ko_own *o, const ko_text *t, size_t at, size_t end,
                    int32_t found[KO_OWN_LONGEST]);

#endif
