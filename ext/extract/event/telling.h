/* What is known of a meeting once its parties are: a telling is made of the frame. The functions
** return 0, or -1 when memory is out. */
#ifndef KO_TELLING_H
#define KO_TELLING_H

#include "extract/event/frame.h"

int ko_frame_tell(ko_frame *f, const ko_party *list, int n);
int ko_frame_tell_since(ko_frame *f, const ko_party *list, int n);

#endif
