/* Verbs whose stem ends otherwise before some endings (듣다: 들어; 짓다: 지어; 놀다: 노는), where the
** dictionary has the stem as it stands there. */
#ifndef KO_IRREGULAR_H
#define KO_IRREGULAR_H

#include "morph/image.h"

typedef enum ko_stem_sense {
  KO_STEM_AS_IT_STANDS, /* the verb with the stem that stands there */
  KO_STEM_OTHER,        /* the other verb */
  KO_STEM_EITHER
} ko_stem_sense;

/* Which verb is meant by stem[0..n), UTF-8 of Hangul, before an ending that begins with the syllable
** or, fused with the stem, the letter `next`. Unless it is KO_STEM_AS_IT_STANDS the other verb's stem is the first *kept bytes of the stem
** and then *end. */
ko_stem_sense ko_irregular_sense(const ko_model *m, const char *stem, size_t n, uint32_t next,
                                 size_t *kept, const char **end);

/* Has the dictionary a verb or adjective whose stem is kept[0..n), UTF-8 of Hangul, and then `end`? */
int ko_is_verb(const ko_model *m, const char *kept, size_t n, const char *end);

/* Is stem[0..n), UTF-8 of Hangul, of a verb that the dictionary has together with one that helps it (보여주다)?
** Then 1, and the verb that is helped (보이다) in *verb, whose span is counted from the start of the stem. */
int ko_helped_verb(const ko_model *m, const char *stem, size_t n, ko_part *verb);

#endif
