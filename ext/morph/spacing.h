/* Where a run of Hangul that somebody typed may be several words without their spaces: 손흥민골, 정부가발표한.
**
** Every cut is a reading of two words; one is likely if these, each by itself, cost hardly more than the
** run as one word. A noun or verb of the dictionary has none; neither is cut off what documents have no terms
** for. */
#ifndef KO_SPACING_H
#define KO_SPACING_H

#include "morph/terms.h"

enum {
  KO_MAX_SPACED = 24,  /* a longer run is one word */
  KO_MAX_SPACINGS = 4, /* readings with two words, and one with more */
};

typedef struct ko_spacings {
  size_t n;
  uint32_t
      cuts[KO_MAX_SPACINGS]; /* likeliest first; bit i: a word begins at syllable i of the run */
  int entry;                 /* 1: the run is a word of the dictionary */
  int doubtful;              /* 1: the run as one word has a part that no dictionary has */
} ko_spacings;

/* Find the readings of characters [from, to), which must all be Hangul, with the workspace of t, whose
** terms are lost. Returns 0, or -1 when memory is out. */
int ko_spacings_of(ko_terms *t, const ko_text *text, size_t from, size_t to, ko_spacings *out);

#endif
