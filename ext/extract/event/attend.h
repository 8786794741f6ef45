/* Sentences that add people to a meeting told before. */
#ifndef KO_ATTEND_H
#define KO_ATTEND_H

#include "extract/event/frame.h"

/* Is the predicate i 함께하다, read as one word or as two? */
int ko_meeting_together(const ko_meeting_reader *x, int i);
/* The predicate i says that somebody is there. */
int ko_meeting_attendance(ko_meeting_reader *x, int i);
/* The sentence lists who is there, and breaks off. */
int ko_meeting_present(ko_meeting_reader *x);

#endif
