/* A cache of search terms by run of Hangul (see termstore.h), in front of ko_terms_run.
**
** It grows with use, up to its limit. What is new goes into the young store; when that is full it becomes
** the old one, whose runs move back into the new young store as they are used; the rest is forgotten.
** Behind both stand the terms of the commonest runs, ready made, for terms of the usual options.
*/
#ifndef KO_TERMCACHE_H
#define KO_TERMCACHE_H

#include "morph/termstore.h"

enum { KO_CACHE_LIMIT = 6000000 }; /* bytes, unless the user says otherwise */

typedef struct ko_termcache {
  const ko_mem *mem;
  ko_termstore young, old, ready;
  size_t limit;             /* bytes of young and old together */
  ko_decompound decompound; /* the options that its terms were made with */
  uint64_t dropped;
  int is_usual; /* 1: they are those that `ready` was made with */
} ko_termcache;

void ko_termcache_init(ko_termcache *c, const ko_mem *mem);
void ko_termcache_free(ko_termcache *c);
/* Another limit from now on; what is kept is forgotten if it takes more. */
void ko_termcache_limit(ko_termcache *c, size_t limit);
/* Like ko_terms_run for a document, through the cache. */
int ko_termcache_run(ko_termcache *c, ko_terms *t, const ko_text *text, size_t from, size_t to,
                     unsigned right_boundary);

#endif
