/* Chains of lattice nodes that search terms are made of: which are nouns, the cheapest of a kind, and
** one way to cut a stretch of nouns whatever stands around it. */
#ifndef KO_CHAINS_H
#define KO_CHAINS_H

#include "morph/terms.h"

enum { KO_FAR = 1 << 29 }; /* a cost that no chain has */

typedef struct ko_chain {
  int32_t node[KO_MAX_RUN]; /* of t->lattice, left to right */
  size_t n;
} ko_chain;

/* Whether a node may be part of a chain; `all` is the number of syllables of the run. */
typedef int ko_allows(const ko_terms *t, const ko_node *node, size_t all);

static inline const ko_node *ko_node_at(const ko_terms *t, int32_t i) {
  return &t->lattice.node[i];
}
static inline size_t ko_node_end(const ko_node *node) {
  return node->start + node->length;
}

/* The tag of a node of one morpheme that stands in the text as it is; KO_N_TAGS for any other. */
unsigned ko_node_tag(const ko_terms *t, const ko_node *node);
int ko_node_is_noun(const ko_terms *t, const ko_node *node);
int ko_node_is_affix(const ko_terms *t, const ko_node *node);
int ko_node_is_guess(const ko_node *node); /* in no dictionary */
/* A noun, an affix or a guess. */
int ko_node_is_nominal(const ko_terms *t, const ko_node *node);
/* Is a verb or adjective the first morpheme of the node? */
int ko_node_is_verb(const ko_terms *t, const ko_node *node);

int ko_chain_has_guess(const ko_terms *t, const ko_chain *c);
int ko_chain_has_noun(const ko_terms *t, const ko_chain *c);
/* Nouns [i, j) of a chain of which one is a guess may be cut wrong: they are also indexed in one
** piece, and a query asks for that. */
int ko_chain_is_doubtful(const ko_terms *t, const ko_chain *c, size_t i, size_t j);

/* The cheapest chain of nodes that `allows` lets through over syllables [from, to) of the run; its
** cost as a word by itself, KO_FAR if there is none. t->best and t->back have room for all nodes. */
int32_t ko_chain_cheapest(ko_terms *t, ko_allows *allows, size_t from, size_t to, ko_chain *out);
/* The same of nouns, affixes and guesses. */
int32_t ko_chain_nominal(ko_terms *t, size_t from, size_t to, ko_chain *out);
/* The cost of a node as a word by itself. */
int32_t ko_node_cost(const ko_terms *t, const ko_node *node);

/* Cut each stretch of nouns by itself, so that 행정안전부는 and 행정안전부 are cut alike. */
void ko_chain_recut(ko_terms *t, ko_chain *c);
/* One way to cut a word for all its readings: words of the chain that make up a dictionary noun
** become that noun, the longest first, and unknown nouns made of known ones become those. */
void ko_chain_settle(ko_terms *t, ko_chain *c);

#endif
