/* How the words of a document sound at the seams between their syllables. */
#ifndef KO_SPOKEN_H
#define KO_SPOKEN_H

#include "morph/document.h"

/* Put what lies between characters i and i + 1 of an analysed document into seam[i], a set of ko_seam, of all
** characters. seam has room for twice as many: the second half is workspace. Returns 0, or -1 when the work is
** to end. */
int ko_spoken(const ko_document *d, uint8_t *seam);

#endif
