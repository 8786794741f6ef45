/* Names of people in Latin letters behind the same in Hangul: 레오 마르틴(Leo Martin). */
#ifndef KO_LATIN_NAMES_H
#define KO_LATIN_NAMES_H

#include "extract/words/mention.h"

/* Make a person of what stands in brackets right behind each person of the list, which is in order, if it is a
** name in Latin letters. Returns 0, or -1 when memory is out. */
int ko_latin_names_find(const ko_document *d, ko_mentions *m);

#endif
