/* Punctuation that pairs or joins, as ext/data/tables/mark.tsv lists it. Characters are normalised
** ones (chars.h). */
#ifndef KO_MARKS_H
#define KO_MARKS_H

#include <stdint.h>

#include "tables.h"

/* The row of a mark; -1 for any other character. */
int ko_mark_row(uint32_t cp);
/* The mark that closes what this one opens; 0 if it opens nothing. */
uint32_t ko_mark_closing(uint32_t cp);
/* The mark that opens what this one closes; 0 if it closes nothing. */
uint32_t ko_mark_opening(uint32_t cp);

/* Does this mark close something; is that a quotation? */
int ko_closes(uint32_t cp);
int ko_closes_quote(uint32_t cp);

static inline ko_mark_class ko_mark_of(uint32_t cp) {
  return ko_mark_class_of(ko_mark_row(cp));
}
/* The dot between things of one kind: 한·미. */
static inline int ko_is_dot(uint32_t cp) {
  return ko_mark_of(cp) == KO_MARK_CLASS_DOT;
}
/* A mark that ends a sentence. */
static inline int ko_is_stop(uint32_t cp) {
  return ko_mark_of(cp) == KO_MARK_CLASS_STOP;
}

/* The dash of a range: 3~5일. */
static inline int ko_is_dash(uint32_t cp) {
  return ko_mark_of(cp) == KO_MARK_CLASS_DASH;
}
/* A quotation mark around speech rather than thoughts or titles. */
static inline int ko_is_double_quote(uint32_t cp) {
  return ko_mark_level_of(ko_mark_row(cp)) == KO_MARK_LEVEL_DOUBLE;
}

#endif
