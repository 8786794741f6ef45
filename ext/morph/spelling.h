/* Informal spelling: what people type for what they mean (햇다 for 했다, 좋아욬 for 좋아요).
**
** ext/data/tables/spelling.tsv says what may be typed for what, and at what cost. Where a text has such
** syllables its lattice also gets the words of the standard spelling, over the syllables as typed; if
** the cheapest chain takes one of them, the text is read again as it would be in standard spelling. A
** text without such syllables only pays for the look at each of them.
*/
#ifndef KO_SPELLING_H
#define KO_SPELLING_H

#include "morph/lattice.h"

typedef enum ko_sign {                 /* of a syllable: a key of the table */
                       KO_SIGN_ANY,    /* begins with it, or is a letter that it ends with */
                       KO_SIGN_WHOLE,  /* is all of it, or such a letter */
                       KO_SIGN_SECOND, /* has it in the second place */
                       KO_N_SIGNS
} ko_sign;

typedef struct ko_spelling {
  const ko_mem *mem;
  uint8_t sign[KO_N_SIGNS][11172 / 8 + 1]; /* a bit for each syllable */
  ko_variant *variant;                     /* of the stretch, by place */
  uint32_t *first; /* for each place and one more: where its variants begin */
  size_t n, cap_variant, cap_first;
  ko_text
      text; /* the stretch in standard spelling; its characters have the bytes that were typed */
  uint32_t *start, *end; /* for each of them: the characters [start, end) that were typed */
  size_t cap_start, cap_end;
} ko_spelling;

void ko_spelling_init(ko_spelling *s, const ko_mem *mem);
void ko_spelling_free(ko_spelling *s);
/* ko_lattice_run over characters [from, to) of the text, in standard spelling where that is the cheaper
** reading and has at most `most` characters. Returns 0 if l is the lattice of the text as it stands, 1 if
** it is that of s->text, of all of it; -1 when memory is out. */
int ko_spelling_run(ko_spelling *s, ko_lattice *l, const ko_text *text, size_t from, size_t to,
                    unsigned right_boundary, unsigned left_boundary, size_t most);

#endif
