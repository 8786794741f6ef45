/* Words by their first letters: a pattern has for each syllable of a word that syllable, or only the consonant that
** it begins with (ㅅㅅㅈㅈ, 삼ㅅㅈㅈ). */
#ifndef KO_PATTERN_H
#define KO_PATTERN_H

#include "base/mem.h"
#include "morph/image.h"

enum { KO_PATTERN_MOST = 12 }; /* syllables */

typedef struct ko_pattern {
  uint32_t low[KO_PATTERN_MOST], high[KO_PATTERN_MOST]; /* each syllable is one from low to high */
  size_t n;
} ko_pattern;

/* Add one place: a syllable, or the number of an initial consonant. Returns 0 if there is no room. */
int ko_pattern_add_syllable(ko_pattern *p, uint32_t syllable);
int ko_pattern_add_initial(ko_pattern *p, int initial);

/* Is places [from, to) of the pattern a text of UTF-8? */
int ko_pattern_is(const ko_pattern *p, size_t from, size_t to, const char *text, size_t n);

/* Give every noun of the dictionary that is like the pattern to the visitor, in order of their syllables' labels. A
** nonzero result of the visitor stops and is returned; -1 also when `mem` ends the work. */
typedef int (*ko_pattern_visitor)(void *arg, const uint32_t *c, size_t n);
int ko_pattern_nouns(const ko_pattern *p, const ko_model *model, const ko_mem *mem,
                     ko_pattern_visitor visitor, void *arg);

#endif
