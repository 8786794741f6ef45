/* Amounts: money, percentages, quantities, ordinals, durations, by grammar. */
#ifndef KO_AMOUNTS_H
#define KO_AMOUNTS_H

#include "extract/mention.h"

/* Append the amounts of the document with their values, in order, none overlapping. Durations are
** given in their own unit (minute, hour, day, week, month, year). Returns 0, or -1 when memory is
*out. */
int ko_amounts_find(const ko_document *d, ko_mentions *out);

#endif
