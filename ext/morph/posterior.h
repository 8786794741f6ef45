/* How probable each node of a lattice is, all chains considered. All in integers, so that every
** machine finds the same. Probabilities are costs: p stands for -KO_NAT * ln p, so 0 is certain. */
#ifndef KO_POSTERIOR_H
#define KO_POSTERIOR_H

#include "morph/lattice.h"

/* Costs that differ by this much differ by a factor of e in probability: the scale on which costs
** were trained (COST_UNIT in train_morphemes.c), sharpened a little. */
enum { KO_NAT = 300, KO_NEVER = 1 << 29 };

typedef struct ko_posterior {
  const ko_mem *mem;
  /* for each node: the cost of its share of all chains; KO_NEVER for almost none, see posterior.c */
  int32_t *p;
  int32_t *forward, *backward;
  int32_t *near; /* the nodes that count */
  size_t cap_p, cap_forward, cap_backward, cap_near;
} ko_posterior;

void ko_posterior_init(ko_posterior *x, const ko_mem *mem);
void ko_posterior_free(ko_posterior *x);
/* Fill x->p for the nodes of l, after ko_lattice_run. Returns 0, or -1 when memory is out. */
int ko_posterior_run(ko_posterior *x, const ko_lattice *l);

/* The cost of "a or b". */
int32_t ko_either(int32_t a, int32_t b);

#endif
