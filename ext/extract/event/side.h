/* Whom the subject meets: each of these fills side 1 of the frame, or sets `subject` or `blocked`. */
#ifndef KO_SIDE_H
#define KO_SIDE_H

#include "extract/event/frame.h"

void ko_frame_before_noun(ko_frame *f);
void ko_frame_around_noun(ko_frame *f);
void ko_frame_before_predicate(ko_frame *f);

#endif
