/* Small questions that a grammar over characters and morphemes asks: what stands at a character,
** whether a word may begin or end there. `limit` is the end of the sentence: beyond it there is
** nothing. */
#ifndef KO_SCAN_H
#define KO_SCAN_H

#include "base/table.h"
#include "morph/document.h"
#include "text/marks.h"

/* The first morpheme that ends after character `at`; d->n if there is none. */
uint32_t ko_morpheme_at(const ko_document *d, uint32_t at);
/* The tag of the morpheme over this character; -1 over white space. */
int ko_tag_at(const ko_document *d, uint32_t at);
/* Does a morpheme begin, or a stretch of white space, at this character? */
int ko_is_edge(const ko_document *d, uint32_t at);
/* May a word end before `at`: at such an edge, or where nothing but particles follow, which the
** analyser may have read as part of a longer word (59타로, 5개사의)? */
int ko_ends_word(const ko_document *d, uint32_t at, uint32_t limit);

uint32_t ko_cp_at(const ko_document *d, uint32_t at, uint32_t limit); /* 0 beyond the limit */
ko_class ko_class_at(const ko_document *d, uint32_t at,
                     uint32_t limit); /* KO_CLASS_SPACE beyond it */
/* The character after one white space that is no line break; `at` if there is none. */
uint32_t ko_skip_space(const ko_document *d, uint32_t at, uint32_t limit);

static inline int ko_is_digit(uint32_t cp) {
  return cp >= '0' && cp <= '9';
}
int ko_is_noun(int tag); /* common, proper or dependent noun, or counter */
/* Is what stands at `at` a nominal, modifier, adverb or affix, rather than a predicate, an ending or a
** particle? */
int ko_is_nominal_at(const ko_document *d, uint32_t at);
int ko_is_hangul(const ko_document *d, uint32_t at, uint32_t limit);

/* The lexeme of a morpheme's form, or of its last `n` characters if it is longer. */
ko_lexeme ko_form_lexeme(const ko_document *d, const ko_morpheme *m, size_t n);

/* Do n characters from a on and from b on agree? Both stretches are within the text. */
int ko_same_characters(const ko_text *t, uint32_t a, uint32_t b, uint32_t n);
/* Do the characters of `part`, which are at least `least`, stand somewhere within `whole`? */
int ko_stands_within(const ko_text *t, ko_span part, ko_span whole, uint32_t least);

#endif
