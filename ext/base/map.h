/* A map from byte strings to numbers. */
#ifndef KO_MAP_H
#define KO_MAP_H

#include <stdint.h>
#include "base/buf.h"

typedef struct ko_map_slot {
  uint64_t hash;
  size_t at, n; /* the key, in ko_map.keys */
  int value;    /* KO_MAP_NONE: an empty slot */
} ko_map_slot;

typedef struct ko_map {
  const ko_mem *mem;
  ko_map_slot *slot;
  size_t n, cap; /* keys, and slots: a power of two or 0 */
  ko_buf keys;
} ko_map;

enum { KO_MAP_NONE = INT32_MIN };

void ko_map_init(ko_map *m, const ko_mem *mem);
void ko_map_free(ko_map *m);
/* The value of a key; KO_MAP_NONE if it has none. */
int ko_map_get(const ko_map *m, const char *key, size_t n);
/* Give a key a value, also one that has one. Returns 0, or -1 when memory is out. */
int ko_map_put(ko_map *m, const char *key, size_t n, int value);

#endif
