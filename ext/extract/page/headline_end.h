/* Where a subtitle or a short headline ends that runs into the first sentence of a text without a space
** (...책 3만 권 갖춰나루시가 강변에 ...).
**
** Every place within a word of the sentence may be the end; features say what stands around it and what the
** page has elsewhere, and weights, learnt from subtitles that stand on lines of their own
** (ext/data/train/train_headlines.c), choose a place or none.
*/
#ifndef KO_HEADLINE_END_H
#define KO_HEADLINE_END_H

#include "text/chars.h"

enum {
  KO_HEADLINE_BITS = 15,
  KO_HEADLINE_MAX = 40,    /* features of a place */
  KO_HEADLINE_UNIT = 16,   /* of a weight: so many are a factor of e */
  KO_HEADLINE_REACH = 260, /* characters of a sentence that are looked at */
  KO_HEADLINE_SLOTS = 1 << 15
};

/* What a page has: how often, up to 3, each pair and triple of characters begins a word, and each pair stands within
** one. Hashed, so that there may be some too many. */
typedef struct ko_headline_page {
  uint8_t start2[KO_HEADLINE_SLOTS], start3[KO_HEADLINE_SLOTS], inner[KO_HEADLINE_SLOTS];
} ko_headline_page;

void ko_headline_look(ko_headline_page *p, const ko_text *t);
/* May a headline end before character i of the sentence [from, stop)? */
int ko_headline_may_end(const ko_text *t, uint32_t from, uint32_t stop, uint32_t i);
/* What speaks for and against it: features as numbers below 1 << KO_HEADLINE_BITS. Returns how many. */
size_t ko_headline_features(const ko_headline_page *p, const ko_text *t, uint32_t from,
                            uint32_t stop, uint32_t i, uint16_t out[KO_HEADLINE_MAX]);
/* Where the headline ends in front of the sentence [from, stop); `from` if there is none. */
uint32_t ko_headline_end(const ko_headline_page *p, const ko_text *t, uint32_t from, uint32_t stop);

#endif
