/* Does the clause after an expression of time speak of the past or of the future? */
#ifndef KO_TENSE_H
#define KO_TENSE_H

#include "morph/document.h"

typedef enum ko_tense {
  KO_TENSE_NONE, /* no predicate: a headline */
  KO_TENSE_PAST,
  KO_TENSE_PRESENT, /* 하고 있다 */
  KO_TENSE_FUTURE
} ko_tense;

/* The tense of the first predicate behind character `at` in the sentence, outside quotation marks that
** open after it. *modifies: that predicate only modifies a noun (열린 회의). The present of a verb (만난다,
** 열린다고) is the future of news. */
ko_tense ko_tense_after(const ko_document *d, uint32_t at, uint32_t sentence, int *modifies);
/* Does an ending of reported speech, or the quotation itself, end before character `at`: is the day there
** the one of the remark (…했다고 30일 밝혔다)? */
int ko_tense_is_told(const ko_document *d, uint32_t at);

#endif
