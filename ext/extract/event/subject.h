/* The subject of a frame: who meets. */
#ifndef KO_SUBJECT_H
#define KO_SUBJECT_H

#include "extract/event/frame.h"

/* Fill side 0 with those whom 두 사람 means. Returns 1 if they are known. */
int ko_frame_take_pair(ko_frame *f, const ko_phrase *pair);
/* Fill side 0 with the subject of the clause. Returns 1 if there is one (or it blocks), 0 if none is
** stated. */
int ko_frame_take_subject(ko_frame *f, int *crossed);
/* Take the noun that the clause describes. Returns 1 if it is a party. */
int ko_frame_take_head(ko_frame *f, int side);

#endif
