/* Parts of a MATCH expression: words and texts, as they are asked for. */
#ifndef KO_QUERY_WORD_H
#define KO_QUERY_WORD_H

#include "bind/query_text.h"

/* Ask for bytes [from, from + n) of the text, side by side where the table can tell. -1 when memory is out. */
int ko_query_put_text(ko_query *q, size_t from, size_t n, int prefix);
/* The same of the words from a to b as one text. */
int ko_query_put_words(ko_query *q, const ko_query_word *a, const ko_query_word *b, int prefix);
/* Ask for one word, with all that it may stand for in a document. -1 when memory is out. */
int ko_query_put_word(ko_query *q, const ko_query_word *w, int prefix);
/* Ask for any of the terms of a word. -1 when memory is out. */
int ko_query_put_any(ko_query *q, const ko_query_word *w);
/* Bytes [from, from + n) of the text, as they stand inside quotation marks. */
void ko_query_put_bytes(ko_query *q, size_t from, size_t n);
/* Ask for one term, as it stands in an index. */
void ko_query_put_term(ko_query *q, const char *term);

#endif
