/* Names of people, organisations and places, found by a sequence model over the morphemes: a
** linear-chain conditional random field with integer weights, decoded by Viterbi. */
#ifndef KO_NAMES_H
#define KO_NAMES_H

#include "extract/names/name_features.h"

/* Append the names of the document, in order, none overlapping. `d` has its morphemes. Spans are
** without titles, particles and quotation marks. Returns 0, or -1 when memory is out. */
int ko_names_find(const ko_document *d, ko_mentions *out);
/* The lists (ko_name_list) that characters [start, end) are in, white space put aside. */
uint32_t ko_names_lists(const ko_text *t, uint32_t start, uint32_t end);
/* Is the model of names that is inside whole? NULL, or what is wrong with it. */
const char *ko_names_check(void);

/* ---- the model, for those who train it ---- */

/* The image: this header; 2^filter_bits bits, of which the one numbered by the top bits of a key is
** set if there may be weights of it; 2^feature_bits ko_name_weights, an open hash table by the low
** bits of the key; 2^lexicon_bits ko_name_word. Little-endian. */
typedef struct ko_name_header {
  char magic[8];     /* "KONAMES" and NUL */
  uint32_t version;  /* KO_NAMES_VERSION */
  uint32_t n_labels; /* KO_N_NAME_LABELS */
  uint32_t filter_bits, feature_bits, lexicon_bits;
  int16_t step[KO_N_NAME_LABELS]
              [KO_N_NAME_LABELS]; /* from, to; a sentence begins as after label 0 */
  int16_t unit;                   /* the scores are in 1/unit of a natural logarithm */
  int16_t unused;
} ko_name_header;

enum { KO_MAX_NAME_STEP = 3000 }; /* of the scores in `step` */

typedef struct ko_name_weights {
  uint32_t key;                        /* 0: an empty slot */
  int8_t weight[KO_N_NAME_LABELS - 1]; /* of labels 1 and up; that of O is 0 */
} ko_name_weights;

typedef struct ko_name_model {
  const ko_name_header *header;
  const uint8_t *filter;
  const ko_name_weights *weights;
  ko_name_lexicon lexicon;
} ko_name_model;

/* Check image[0..n), aligned to 4 bytes, and set *m. Returns NULL, or what is wrong with it. */
const char *ko_name_model_open(ko_name_model *m, const void *image, size_t n);
/* ko_names_find with this model. */
int ko_name_model_find(const ko_name_model *m, const ko_document *d, ko_mentions *out);

#endif
