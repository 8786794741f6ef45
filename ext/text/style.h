/* The style of written sentences, as ext/data/tables/sentence_style.tsv lists their endings. */
#ifndef KO_STYLE_H
#define KO_STYLE_H

#include "tables.h"
#include "text/chars.h"

/* The style in which the words [from, end) end; absent if that is no ending of a sentence. */
ko_sentence_style_class ko_style_at_end(const ko_text *t, uint32_t from, uint32_t end);

#endif
