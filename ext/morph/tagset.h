/* Part-of-speech tags. */
#ifndef KO_TAGSET_H
#define KO_TAGSET_H

typedef enum ko_tag {
#define KO_TAG(name, outside, group) KO_TAG_##name,
#include "morph/tags.def"
#undef KO_TAG
  KO_N_TAGS
} ko_tag;

const char *ko_tag_name(unsigned tag);  /* the Sejong tag; "NA" for a number out of range */
const char *ko_tag_inner(unsigned tag); /* the same, with counters told apart as NNBC */
char ko_tag_group(unsigned tag);        /* see tags.def; '?' for a number out of range */
/* May a morpheme with this tag be part of a noun: a noun, number, affix, root, hanja, foreign letters? */
int ko_tag_is_nominal(unsigned tag);

#endif
