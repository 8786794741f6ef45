/* Sentences that no mark divides, as people speak and chat (안녕하세요 오늘은 날씨가 좋네요 그래서 나갔어요),
** and those that a mark does but no white space (힘을 내라.곧 봄이다).
**
** A sentence ends where white space follows a morpheme that is an ending and reads as a final one
** (ext/data/tables/sentence_style.tsv, column `unmarked`), unless it is quoted or the verb of a quotation
** follows. Polite endings are enough where the whole does not end in the style of news; 다 needs more:
** that no mark ends the whole but a final ending does, and that no verb follows (간다 해도). Where there is
** a mark any ending will do.
*/
#ifndef KO_UNMARKED_H
#define KO_UNMARKED_H

#include "morph/document.h"
#include "text/style.h"

typedef struct ko_unmarked { /* a span and what is known of its end */
  const ko_document *d;
  const ko_span *span;
  size_t from, to; /* its morphemes */
  uint32_t word;   /* the character where its last word ends */
  ko_sentence_style_class style;
  int marked; /* 1: a mark follows that word */
  int is_sentence; /* 1: the word is an ending, or makes a noun of a sentence (재미있음); -1: not known */
} ko_unmarked;

void ko_unmarked_begin(ko_unmarked *x, const ko_document *d, const ko_span *span, size_t from,
                       size_t to);
/* The first morpheme behind `at` that begins another sentence; x->to if none does. */
size_t ko_unmarked_next(ko_unmarked *x, size_t at);
/* Might the span have such an end? 0 says no for certain, without morphemes. */
int ko_unmarked_may_be(const ko_document *d, const ko_span *span);

#endif
