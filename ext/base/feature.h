/* Features of learnt choices: what speaks for one as a number, hashed, so that a table of weights needs no
** names. The same here and in the programs that learn. */
#ifndef KO_FEATURE_H
#define KO_FEATURE_H

#include <stddef.h>
#include <stdint.h>

static inline uint32_t ko_mix(uint32_t h, uint32_t x) {
  h = (h ^ x) * 0x9E3779B1u;
  return h ^ h >> 15;
}

/* A number for the feature of a kind with up to three values; its lowest bits choose the weight. */
static inline uint32_t ko_feature(uint32_t kind, uint32_t a, uint32_t b, uint32_t c) {
  return ko_mix(ko_mix(ko_mix(ko_mix(kind, a + 1), b + 1), c + 1), 7);
}

#endif
