/* The style of written sentences, as ext/data/tables/sentence_style.tsv lists their endings. */
#ifndef KO_STYLE_H
#define KO_STYLE_H

#include "tables.h"
#include "text/chars.h"

/* The row of ko_table_sentence_style for the ending with which the words [from, end) end; -1 if that is none
** of a sentence. */
int ko_style_row(const ko_text *t, uint32_t from, uint32_t end);
static inline ko_sentence_style_class ko_style_at_end(const ko_text *t, uint32_t from,
                                                      uint32_t end) {
  return ko_sentence_style_class_of(ko_style_row(t, from, end));
}

#endif
