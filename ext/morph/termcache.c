#include "morph/termcache.h"

#include <string.h>

void ko_termcache_init(ko_termcache *c, const ko_mem *mem) {
  memset(c, 0, sizeof *c);
  c->mem = mem;
  c->limit = KO_CACHE_LIMIT;
  c->decompound = KO_DECOMPOUND_DISCARD;
  c->dropped = ko_terms_default_dropped();
  c->is_usual = 1;
}

void ko_termcache_free(ko_termcache *c) {
  if (!c->mem) return;
  ko_termstore_free(&c->young, c->mem);
  ko_termstore_free(&c->old, c->mem);
}

static size_t bytes(const ko_termstore *s) {
  return s->cap_data + s->n_index * sizeof *s->index;
}

void ko_termcache_limit(ko_termcache *c, size_t limit) {
  c->limit = limit;
  if (bytes(&c->young) + bytes(&c->old) > limit) ko_termcache_free(c);
}

/* Terms that were made with other options are forgotten. */
static void expect(ko_termcache *c, const ko_terms *t) {
  if (c->decompound == t->decompound && c->dropped == t->dropped) return;
  ko_termstore_clear(&c->young);
  ko_termstore_clear(&c->old);
  c->decompound = t->decompound;
  c->dropped = t->dropped;
  c->is_usual = t->decompound == KO_DECOMPOUND_DISCARD && t->dropped == ko_terms_default_dropped();
}

/* Keep the terms of a run. Without memory for that the cache stays as it is. */
static void keep(ko_termcache *c, const ko_run_key *k, const uint8_t *packed) {
  ko_termstore old = c->old;
  size_t half = c->limit / 2;
  if (ko_termstore_add(&c->young, c->mem, half, k, packed) != 0) return;
  ko_termstore_clear(&old);
  c->old = c->young;
  c->young = old;
  ko_termstore_add(&c->young, c->mem, half, k, packed);
}

int ko_termcache_run(ko_termcache *c, ko_terms *t, const ko_text *text, size_t from, size_t to,
                     unsigned right_boundary) {
  ko_run_key key;
  uint8_t fresh[KO_STORED_BYTES];
  const uint8_t *packed = NULL;
  if (!ko_run_key_of(&key, text, from, to, right_boundary))
    return ko_terms_run(t, text, from, to, right_boundary, KO_TO_INDEX);
  expect(c, t);
  if (c->is_usual) packed = ko_termstore_find(&c->ready, &key);
  if (!packed) packed = ko_termstore_find(&c->young, &key);
  if (!packed && (packed = ko_termstore_find(&c->old, &key)) != NULL) {
    memcpy(fresh, packed, 1 + (size_t)packed[0]); /* keeping it may clear where it is */
    packed = fresh;
    keep(c, &key, packed);
  }
  if (packed) return ko_terms_unpack(packed, &key, t, (uint32_t)from);
  if (ko_terms_run(t, text, from, to, right_boundary, KO_TO_INDEX)) return -1;
  if (ko_terms_pack(t, &key, (uint32_t)from, fresh)) keep(c, &key, fresh);
  return 0;
}
