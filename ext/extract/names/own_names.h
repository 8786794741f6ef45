/* Names that the user listed, with their types (morph/own.h). */
#ifndef KO_OWN_NAMES_H
#define KO_OWN_NAMES_H

#include "extract/words/mention.h"

/* Put the listed names of a document among its mentions, which are in order of the text and stay so. They take
** the place of what overlaps them, but not of a longer name of one word that they are part of: 한빛 is listed,
** 한빛은행 is another name. Returns 0, or -1 when memory is out. */
int ko_own_names_find(const ko_document *d, ko_mentions *m);

#endif
