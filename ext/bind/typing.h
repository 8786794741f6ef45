/* A word that is still being typed, and what documents that it may lead to have.
**
** The index has a compound in parts, and cuts what it does not know in other places than a beginning of it: so
** the word may be the beginning of one term, or some of its syllables are a text and the others the beginning
** of the next term. What the last key gave may yet belong to the next syllable: 카든 is on the way to 카드뉴스
** too, so that it is also looked at as 카드ㄴ. And its end may become a particle (서울ㅇ), which has no terms, or
** an ending (어려우, as 어려운). */
#ifndef KO_TYPING_H
#define KO_TYPING_H

#include "base/buf.h"

enum { KO_MAX_TYPED = 24 }; /* syllables of Hangul that the word ends with */

typedef struct ko_typed { /* bytes of the text */
  size_t from, before;    /* what stands before the last term; before is 0 if nothing does */
  size_t last,
      length; /* what the last term begins with; length is 0 if what stands before is all */
} ko_typed;

typedef struct ko_typing {
  size_t n;
  ko_typed way[2 * KO_MAX_TYPED + 8];
} ko_typing;

/* Find the ways to look at the word text->data[from, from + n), to which other spellings may be appended;
** none for what does not end in Hangul. */
void ko_typing_of(ko_buf *text, size_t from, size_t n, ko_typing *out);

#endif
