/* A page cut into lines, and these into pieces (line_cuts.h, headline_end.h). */
#ifndef KO_PAGE_CUTS_H
#define KO_PAGE_CUTS_H

#include "extract/page/headline_end.h"
#include "extract/page/imprint.h"

typedef struct ko_piece {
  ko_span span;  /* trimmed, not empty */
  uint8_t glued; /* 1: stands on one line of the page with the one before it */
  uint8_t gap;   /* 1: an empty line before it */
} ko_piece;

typedef struct ko_page_cuts {
  const ko_mem *mem;
  ko_piece *item; /* in order */
  size_t n, cap;
  ko_spans of_line;       /* pieces of one line of the page */
  ko_headline_page *page; /* NULL until a headline may run into text */
  uint32_t begun;         /* pieces with sentences so far */
} ko_page_cuts;

void ko_page_cuts_init(ko_page_cuts *c, const ko_mem *mem);
void ko_page_cuts_free(ko_page_cuts *c);
/* Returns 0, or -1 when memory is out. */
int ko_page_cuts_find(ko_page_cuts *c, const ko_text *t);

#endif
