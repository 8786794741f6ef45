/* What a word is asked for besides itself. */
#ifndef KO_QUERY_WIDEN_H
#define KO_QUERY_WIDEN_H

#include "bind/query_text.h"

/* Put into q->more what word i is asked for besides itself, " OR x OR y": its synonyms and, with a vocabulary, what
** it may be meant for. *covered is how many words from i on that is about, at least 1. -1 when memory is out or
** the work is to end. */
int ko_query_widen(ko_query *q, size_t i, size_t *covered);

#endif
