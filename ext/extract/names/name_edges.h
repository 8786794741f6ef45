/* The edges of names of people: what the model took into a name and does not belong to it. */
#ifndef KO_NAME_EDGES_H
#define KO_NAME_EDGES_H

#include "extract/words/mention.h"

/* Mend the mentions of people in place: leave out a determiner before the name (이번), an office or
** a country behind it (민도윤 회장, 안나 베르그 독일), a name said twice; take in the last syllable
** that was read as a particle where the document has the whole name elsewhere (김정 + 은). Returns 0,
** or -1 when memory is out. */
int ko_name_edges(const ko_document *d, ko_mentions *m);

#endif
