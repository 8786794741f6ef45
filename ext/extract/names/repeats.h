/* Names that come again: a document mostly introduces a name clearly (샘 올트먼 오픈AI 최고경영자) and
** repeats it barely (올트먼은). What the model of names found once is found wherever it stands. */
#ifndef KO_REPEATS_H
#define KO_REPEATS_H

#include "extract/words/mention.h"

/* Add the mentions of names that m, in order and with its morphemes, has elsewhere in the document.
** What the rest of the document says also divides a person from an organisation that was taken into
** the name, and corrects types. m stays in order. Returns 0, or -1 when memory is out. */
int ko_repeats_find(const ko_document *d, ko_mentions *m);

#endif
