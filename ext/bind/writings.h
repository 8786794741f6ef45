/* Other ways to write a word that somebody typed, of which documents may have any:
**
**   model names    F35 is F-35, and the reverse; RTX4090 and RTX 4090 are one with them
**   days           3·1운동 is 3.1운동, and the reverse
**   spaces         손흥민골 is 손흥민 골, where it is likely enough (morph/spacing.h)
*/
#ifndef KO_WRITINGS_H
#define KO_WRITINGS_H

#include "morph/tokens.h"

enum { KO_MAX_WRITINGS = 8 };

typedef struct ko_writing {
  size_t from, length; /* bytes of the text */
} ko_writing;

typedef struct ko_writings {
  size_t n;
  ko_writing writing[KO_MAX_WRITINGS]; /* not the word as it was typed */
  int doubtful;                        /* 1: Hangul that has a part which no dictionary has */
} ko_writings;

/* Find the writings of the word text->data[from, from + n) and append them to the text. The workspace
** of t is used. Without `phrases` no spaces are put in: two words that may stand anywhere say too little.
** Returns 0, or -1 when memory is out. */
int ko_writings_of(ko_tokens *t, ko_buf *text, size_t from, size_t n, int phrases,
                   ko_writings *out);

#endif
