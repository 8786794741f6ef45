/* Verbs whose stem ends otherwise before a vowel (듣다: 들어; 짓다: 지어), where the dictionary has the
** stem as it stands there. */
#ifndef KO_IRREGULAR_H
#define KO_IRREGULAR_H

#include "morph/image.h"

typedef enum ko_stem_sense {
  KO_STEM_AS_IT_STANDS, /* the verb with the stem that stands there */
  KO_STEM_OTHER,        /* the other verb */
  KO_STEM_EITHER
} ko_stem_sense;

/* Which verb is meant by stem[0..n), UTF-8 of Hangul, before an ending that begins with the syllable
** `next`. Unless it is KO_STEM_AS_IT_STANDS the other verb's stem is the first *kept bytes of the stem
** and then *end. */
ko_stem_sense ko_irregular_sense(const ko_model *m, const char *stem, size_t n, uint32_t next,
                                 size_t *kept, const char **end);

#endif
