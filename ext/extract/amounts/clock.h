/* Hours of the day as written: 오전 10시 30분, 밤 11시, 14:30, 새벽, 오후 5시∼8시, 전반 6분. */
#ifndef KO_CLOCK_H
#define KO_CLOCK_H

#include "morph/document.h"

/* Read the time that begins at character `at`; its first and last minute of the day are equal for a
** point of time, and -1 when a time of a game (후반 24분) tells no hour. Returns the character after
** it, or 0 if there is none. */
uint32_t ko_clock_read(const ko_document *d, uint32_t at, uint32_t limit, int *minute,
                       int *minute_end);

#endif
