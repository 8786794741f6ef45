/* What speaks for each of the proposals of a trigger: how its lists stand to the trigger and to each other, what
** kinds of parties they have, which words are around, and what the rules of the frame say. Inside the meeting
** reader only. */
#ifndef KO_PROPOSAL_FEATURES_H
#define KO_PROPOSAL_FEATURES_H

#include "extract/event/proposals.h"

/* Fill in the features of all proposals that ko_proposals_find made. */
void ko_proposals_describe(ko_proposals *p);

#endif
