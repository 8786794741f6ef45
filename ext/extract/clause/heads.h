/* What belongs to what in a sentence. The rules are those of a head-final language: a phrase belongs to one
** behind it. Whoever asks does not care how a head was found, so that learnt ones can take the rules'
** place. Phrases are counted within their sentence; -1: none. */
#ifndef KO_HEADS_H
#define KO_HEADS_H

#include "extract/clause/clauses.h"

/* The predicate that phrase i belongs to: itself, if it is one; else the next within reach, in the same
** speech, unless the subject of another clause stands between. */
int ko_head_governor(const ko_sentence *s, int i);
/* The noun phrase that the adnominal predicate i describes: 시진핑을 만난 | 이 대통령. */
int ko_head_described(const ko_sentence *s, int i);
/* The noun phrase that the possessive i belongs to: 한국의 | 대통령. */
int ko_head_possessed(const ko_sentence *s, int i);
/* The nearest noun phrase of this case before predicate i, in the same speech, that no other predicate
** comes between. */
int ko_head_argument(const ko_sentence *s, int i, ko_case particle);

#endif
