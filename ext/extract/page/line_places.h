/* What a line is by the lines around it: early or late, in a run of its like, amid prose. */
#ifndef KO_LINE_PLACES_H
#define KO_LINE_PLACES_H

#include "extract/page/lines.h"

/* Add to the lines, which were read, the traits that follow from their neighbours. */
void ko_lines_compare(ko_lines *l);

#endif
