/* Names of people, organisations and places, found by a sequence model over the morphemes. */
#ifndef KO_NAMES_H
#define KO_NAMES_H

#include "extract/mention.h"

/* Append the names of the document, in order, none overlapping. `d` has its morphemes. Spans are
** without titles, particles and quotation marks. Returns 0, or -1 when memory is out. */
int ko_names_find(const ko_document *d, ko_mentions *out);

#endif
