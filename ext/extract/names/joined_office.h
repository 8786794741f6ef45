/* Titles that are run together with the name of the place or body where they are held: 나래시장,
** 법무부장관, 한빛감독원장. */
#ifndef KO_JOINED_OFFICE_H
#define KO_JOINED_OFFICE_H

#include "extract/names/office_phrase.h"

/* Divide the last word of the title of a phrase that has no organisation. The two may share syllables:
** 한빛감독원 and 원장; 전 나래시장 stays whole, as 전 외교부 장관 does. */
void ko_joined_office_divide(const ko_document *d, ko_office_phrase *p);

#endif
