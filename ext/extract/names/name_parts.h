/* Names within names: 서울 and 중구 in 서울 중구, 국회 in 국회 외교통일위원회. */
#ifndef KO_NAME_PARTS_H
#define KO_NAME_PARTS_H

#include "extract/names/reading.h"

/* The entity of the person who is called as characters [start, end) are; -1: the document names none. */
typedef int ko_person_at(void *of, uint32_t start, uint32_t end);

/* Fill r->part from the mentions of places and organisations. Returns 0, or -1 when memory is out. */
int ko_name_parts_find(ko_reading *r, ko_person_at *person_at, void *of);

#endif
