/* Who may meet by a trigger: every list of parties in its sentence, by itself or with another, and those told of
** before; and, once described, what speaks for each, as numbers that weights are learnt for. The first proposal is always that
** nobody does; one is what the rules of the frame found, whatever they are.
**
** ext/data/meetings/train_meetings.c learns the weights, ext/data/meetings.def, from the same features. Inside the meeting
** reader only. */
#ifndef KO_PROPOSALS_H
#define KO_PROPOSALS_H

#include "extract/event/meeting_reader.h"

enum {
  KO_PROPOSAL_BITS = 17,     /* of a feature's number */
  KO_PROPOSAL_UNIT = 64,     /* of a weight: so many are a factor of e */
  KO_PROPOSAL_FEATURES = 96, /* of a proposal; more are dropped */
  KO_MAX_LISTS = 16,
  KO_LIST_PARTIES = 32, /* a longer list is only proposed by the rules */
  KO_MAX_PROPOSALS = 48,
  KO_PROPOSAL_NONE = 0
};

/* Where a list of parties is from. */
typedef enum ko_list_source {
  KO_LIST_JOINED, /* A·B, A, B: all that a comma or a dot joins */
  KO_LIST_CHAIN,  /* those together that 와 joins */
  KO_LIST_FIRST,  /* A of A, B·C와 */
  KO_LIST_REST,   /* the others of it */
  KO_LIST_SINGLE, /* one phrase of such a list */
  KO_LIST_TOPIC,  /* whom the sentences before were about */
  KO_LIST_LAST,   /* the parties of the meeting told last */
  KO_LIST_RULES   /* what the frame has */
} ko_list_source;

typedef struct ko_party_list {
  ko_list_source source;
  int first, last; /* phrases of the sentence; -1: told before */
  uint8_t types;   /* a bit for each ko_party_type in it */
  int n;           /* parties, the same one counted once */
} ko_party_list;

typedef struct ko_proposal {
  int list[2]; /* in ko_proposals.list; -1: none */
  int n_parties;
  uint32_t set; /* a number for the set of its parties */
  uint16_t n;
  uint32_t feature[KO_PROPOSAL_FEATURES];
} ko_proposal;

typedef struct ko_proposals {
  const ko_meeting_reader *x;
  int trigger;       /* the phrase of it */
  ko_telling *rules; /* what the frame told; NULL: nothing */
  int by_rules;      /* the proposal that says the same; -1: none does */
  int n_lists, n;
  ko_party_list list[KO_MAX_LISTS];
  ko_proposal item[KO_MAX_PROPOSALS];
} ko_proposals;

/* Propose parties for the trigger in phrase i, for which the frame told what `rules` says (NULL: nothing). Their
** features are empty until they are described (proposal_features.h). */
void ko_proposals_find(const ko_meeting_reader *x, int i, ko_telling *rules, ko_proposals *out);
/* The parties of a proposal, each once. Returns how many. */
int ko_proposal_parties(const ko_proposals *p, int k, ko_party out[KO_MAX_PARTIES]);
/* Of described proposals the one that the weights are for, 1 << KO_PROPOSAL_BITS of them. */
int ko_proposals_choose(const ko_proposals *p, const int8_t *weight);
/* Those that the extension uses. */
extern const int8_t ko_proposal_weights[];

#endif
