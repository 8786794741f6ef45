/* People: the office that is stated with a name, and where it is held. */
#ifndef KO_PEOPLE_H
#define KO_PEOPLE_H

#include "extract/names/reading.h"

/* Fill in title and organization of the mentions of people, from the words around each. Returns 0,
** or -1 when memory is out. */
int ko_people_read(ko_reading *r);

#endif
