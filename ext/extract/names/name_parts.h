/* Names within names: 서울 and 중구 in 서울 중구, 국회 in 국회 외교통일위원회. */
#ifndef KO_NAME_PARTS_H
#define KO_NAME_PARTS_H

#include "extract/names/reading.h"

/* Fill r->part from the mentions of places and organisations. Returns 0, or -1 when memory is out. */
int ko_name_parts_find(ko_reading *r);

#endif
