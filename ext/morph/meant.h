/* Is a term that a run could also have meant by it? The likeliest reading gives a run's words; what the
** run may hold besides (parts of a word, other readings) and nouns side by side are weighed by a learnt
** model: what kind of thing the term is, how it lies in the word that holds it, how often its words are
** used. ext/data/train/train_meant.c makes ext/data/meant.def. */
#ifndef KO_MEANT_H
#define KO_MEANT_H

#include "morph/words.h"

enum {
  KO_MEANT_BITS = 16,
  KO_MEANT_MAX = 32, /* features of a term */
  KO_MEANT_UNIT = 32 /* of a weight: so many are a factor of e */
};

typedef struct ko_meant { /* the terms of a run, from t->first on */
  const ko_terms *t;
  const ko_text *text;
  /* For each place in the run: where the nouns of the likeliest reading that touch it begin and end */
  uint8_t left[KO_MAX_RUN + 1], right[KO_MAX_RUN + 1];
} ko_meant;

void ko_meant_look(ko_meant *x, const ko_terms *t, const ko_text *text);
/* What speaks for and against term i: features as numbers below 1 << KO_MEANT_BITS. Returns how many; 0
** for a term that is not weighed. */
size_t ko_meant_features(const ko_meant *x, size_t i, uint16_t out[KO_MEANT_MAX]);

/* Take the terms out of w's list that are not meant. Nouns side by side of which one is not meant (조지 아주)
** are one: the term for all of them joins the others, or in a query takes their place. */
void ko_meant_keep(ko_words *w, int is_query);

#endif
