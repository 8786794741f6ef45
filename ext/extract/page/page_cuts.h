/* A page cut into lines, and these into pieces (line_cuts.h, headline_end.h). */
#ifndef KO_PAGE_CUTS_H
#define KO_PAGE_CUTS_H

#include "extract/page/lines.h"

/* Fill l with the pieces of the page, of which nothing is known yet but where they stand. Returns 0, or -1
** when memory is out. */
int ko_cut_page(ko_lines *l, const ko_text *t);

#endif
