/* Entities: which mentions name the same one, and its fullest name. */
#ifndef KO_ENTITIES_H
#define KO_ENTITIES_H

#include "extract/names/reading.h"

/* Fill r->entity and the mentions' `entity`. Returns 0, or -1 when memory is out. */
int ko_entities_resolve(ko_reading *r);

#endif
