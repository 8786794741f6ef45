/* The mode 'fuzzy' of korean_query(). */
#ifndef KO_QUERY_FUZZY_H
#define KO_QUERY_FUZZY_H

#include "bind/query_text.h"

/* Put into q->more what a word may be meant for, " OR x OR y", of what the table that is searched has. -1 when
** memory is out or the work is to end. */
int ko_query_guess(ko_query *q, const ko_query_word *w);

#endif
