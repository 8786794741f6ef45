/* Lone surnames before a title, 이 회장 and 李대통령, in a document that names somebody of that surname.
** The model of names sees one sentence at a time and misses some of these. */
#ifndef KO_LONE_SURNAMES_H
#define KO_LONE_SURNAMES_H

#include "extract/names/reading.h"

/* Add the mentions; the offices of the people in r are known. r's mentions stay in order. Returns 0, or
** -1 when memory is out. */
int ko_lone_surnames_find(ko_reading *r);

#endif
