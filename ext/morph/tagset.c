#include "morph/tagset.h"

static const struct {
  const char *inner, *outside;
  char group;
} tags[KO_N_TAGS] = {
#define KO_TAG(name, outside, group) {#name, outside, group},
#include "morph/tags.def"
#undef KO_TAG
};

const char *ko_tag_name(unsigned tag) {
  return tag < KO_N_TAGS ? tags[tag].outside : "NA";
}

const char *ko_tag_inner(unsigned tag) {
  return tag < KO_N_TAGS ? tags[tag].inner : "NA";
}

char ko_tag_group(unsigned tag) {
  return tag < KO_N_TAGS ? tags[tag].group : '?';
}

int ko_tag_is_nominal(unsigned tag) {
  switch (tag) {
  case KO_TAG_XPN:
  case KO_TAG_XSN:
  case KO_TAG_XR:
  case KO_TAG_SL:
  case KO_TAG_SH:
  case KO_TAG_SN: return 1;
  default: return ko_tag_group(tag) == 'N';
  }
}
