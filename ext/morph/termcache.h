/* A cache of search terms by run of Hangul. A run has the same terms wherever it stands, so what the
** cache gives is what an analysis would give, only sooner.
**
** Of fixed size: sets of KO_CACHE_WAYS slots of 32 bytes; a run whose terms do not fit a slot is not
** kept. What is used again stays longest: each use adds to a slot's count, and the search for a slot
** to give up takes from the counts it passes.
*/
#ifndef KO_TERMCACHE_H
#define KO_TERMCACHE_H

#include "morph/terms.h"

enum { KO_CACHE_SETS = 1024, KO_CACHE_WAYS = 8, KO_CACHE_SLOT = 32 };

typedef struct ko_cache_slot {
  uint8_t n, after;                /* syllables, 0 when empty; what stands before the run */
  uint8_t data[KO_CACHE_SLOT - 2]; /* the syllables; then the terms, see termcache.c */
} ko_cache_slot;

typedef struct ko_cache_set {
  uint16_t mark[KO_CACHE_WAYS]; /* of the run in each slot, so that most slots need no look */
  uint8_t uses[KO_CACHE_WAYS];
  uint8_t hand, unused[7]; /* the slot at which the next search for a victim begins */
  ko_cache_slot slot[KO_CACHE_WAYS];
} ko_cache_set;

typedef struct ko_termcache {
  const ko_mem *mem;
  ko_cache_set *set;        /* NULL until first used, and when there is no memory for it */
  ko_decompound decompound; /* the options that its terms were made with */
  uint64_t dropped;
} ko_termcache;

void ko_termcache_init(ko_termcache *c, const ko_mem *mem);
void ko_termcache_free(ko_termcache *c);
/* Like ko_terms_run for a document, through the cache. */
int ko_termcache_run(ko_termcache *c, ko_terms *t, const ko_text *text, size_t from, size_t to,
                     unsigned right_boundary);

#endif
