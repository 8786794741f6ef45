/* Words for offices, as the table of titles has them, in a document. */
#ifndef KO_TITLES_H
#define KO_TITLES_H

#include "morph/document.h"
#include "tables.h"

/* May this morpheme stand inside a noun phrase? */
int ko_is_nominal(const ko_morpheme *m);
/* Does a morpheme, k or one before it, start at this character? */
int ko_starts_morpheme(const ko_document *d, uint32_t k, uint32_t at);

/* Is the possessive particle at this character, and ends the word? */
int ko_is_possessive(const ko_document *d, uint32_t at);

/* What the table of title modifiers says of characters [start, end). */
ko_title_modifier_does ko_title_modifier_at(const ko_document *d, uint32_t start, uint32_t end);
/* Does the word go on after `end`, which is the end of morpheme k? A particle does not count, and
** what follows a title but is no part of it (회장측) does not either. */
int ko_title_goes_on(const ko_document *d, uint32_t k, uint32_t end);
/* The title word that ends with morpheme k and starts at `from` or later: its row, -1 if none. */
int ko_title_ending(const ko_document *d, uint32_t from, uint32_t k, uint32_t *start);
/* The word for an office that a title ends with, what stands in brackets put aside (최고경영자(CEO)): its
** row, -1 if none. */
int ko_title_at_end(const ko_text *t, ko_span title);
/* The row of the word that this one is another one for (창업주, 창업자); most are their own. */
int ko_title_main(int row);
/* The words for offices that stand in a title, also within one another (정무수석비서관, 부총리 겸 외교부
** 장관): the row of the next one of two syllables or more, *at (from 0 on) moves behind it; -1 at the end. */
int ko_title_within(const ko_text *t, ko_span title, uint32_t *at);
/* What a title says: which office, and whether it is over. */
typedef struct ko_title_sense {
  ko_span office; /* without the words that say when it was held and what stands in brackets */
  /* the table's word for the office (최고경영자 for CEO); NULL: the words of `office` */
  const char *main;
  int former; /* 전, 前, 전임, 당시 */
} ko_title_sense;
ko_title_sense ko_title_read(const ko_text *t, ko_span title);
/* The same of an office whose organisation may stand in the title: 전 | 바다당 | 의원. */
ko_title_sense ko_title_read_at(const ko_text *t, ko_span title, ko_span organization);
/* Is this row only a way to address somebody (씨)? */
int ko_title_is_address(int row);

#endif
