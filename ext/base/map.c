#include "base/map.h"

#include <string.h>

void ko_map_init(ko_map *m, const ko_mem *mem) {
  memset(m, 0, sizeof *m);
  m->mem = mem;
  ko_buf_init(&m->keys, mem);
}

void ko_map_free(ko_map *m) {
  if (!m->mem) return;
  ko_free(m->mem, m->slot);
  ko_buf_free(&m->keys);
  memset(m, 0, sizeof *m);
}

/* FNV-1a, stirred so that the low bits are good. */
static uint64_t hash_of(const char *key, size_t n) {
  uint64_t h = 1469598103934665603u;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)key[i]) * 1099511628211u;
  return h ^ h >> 29;
}

/* The slot of a key, or the empty one where it would go. */
static ko_map_slot *find(const ko_map *m, uint64_t hash, const char *key, size_t n) {
  for (size_t i = (size_t)hash & (m->cap - 1);; i = (i + 1) & (m->cap - 1)) {
    ko_map_slot *s = &m->slot[i];
    if (s->value == KO_MAP_NONE) return s;
    if (s->hash == hash && s->n == n && memcmp(m->keys.data + s->at, key, n) == 0) return s;
  }
}

int ko_map_get(const ko_map *m, const char *key, size_t n) {
  return m->n == 0 ? KO_MAP_NONE : find(m, hash_of(key, n), key, n)->value;
}

static int widen(ko_map *m) {
  size_t cap = m->cap ? 2 * m->cap : 64;
  ko_map old = *m;
  if (cap > SIZE_MAX / sizeof *m->slot) return -1;
  m->slot = ko_alloc(m->mem, cap * sizeof *m->slot);
  if (!m->slot) {
    m->slot = old.slot;
    return -1;
  }
  m->cap = cap;
  for (size_t i = 0; i < cap; i++) m->slot[i].value = KO_MAP_NONE;
  for (size_t i = 0; i < old.cap; i++)
    if (old.slot[i].value != KO_MAP_NONE)
      *find(m, old.slot[i].hash, m->keys.data + old.slot[i].at, old.slot[i].n) = old.slot[i];
  ko_free(m->mem, old.slot);
  return 0;
}

int ko_map_put(ko_map *m, const char *key, size_t n, int value) {
  uint64_t hash = hash_of(key, n);
  ko_map_slot *s;
  if (2 * (m->n + 1) > m->cap && widen(m)) return -1;
  s = find(m, hash, key, n);
  if (s->value == KO_MAP_NONE) {
    size_t at = m->keys.n;
    ko_buf_add(&m->keys, key, n);
    ko_buf_add(&m->keys, "", 1); /* so that an empty key has room too */
    if (m->keys.failed) return -1;
    s->hash = hash;
    s->at = at;
    s->n = n;
    m->n++;
  }
  s->value = value;
  return 0;
}
