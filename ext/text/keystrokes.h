/* The keys that Hangul is typed with, as the Latin letters that they bear on the keyboard of two sets that nearly
** everybody uses: 삼성 is tkatjd. And what a text may be when one of them was a slip. */
#ifndef KO_KEYSTROKES_H
#define KO_KEYSTROKES_H

#include <stddef.h>
#include <stdint.h>

enum { KO_MOST_KEYS = 5 }; /* of one syllable */

/* The keys of a syllable or a compatibility jamo; how many, 0 for any other character. */
size_t ko_keys_of(uint32_t c, char out[KO_MOST_KEYS]);
/* The syllables that keys make up, which out has room for n of. Returns how many, 0 if the keys are not those of
** whole syllables. */
size_t ko_keys_compose(const char *keys, size_t n, uint32_t *out);
/* The consonant that a key begins a syllable with, as ko_initial gives it; -1 for other keys. */
int ko_key_initial(char key);

/* Give every text to the visitor that differs from the syllables c[0..n) by one letter, or by one key pressed too
** many, too few, or before its neighbour; some several times. A nonzero result of the visitor stops and is
** returned. Of more than KO_NEAR_MOST syllables there are none. */
enum { KO_NEAR_MOST = 12 };
typedef int (*ko_near_visitor)(void *arg, const uint32_t *c, size_t n);
int ko_near_each(const uint32_t *c, size_t n, ko_near_visitor visitor, void *arg);

#endif
