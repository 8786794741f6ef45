#include "extract/names/reading.h"

#include <string.h>

void ko_reading_init(ko_reading *r, const ko_mem *mem) {
  memset(r, 0, sizeof *r);
  r->mem = mem;
  ko_mentions_init(&r->mentions, mem);
  ko_dates_init(&r->dates, mem);
  ko_arena_init(&r->arena, mem);
}

void ko_reading_free(ko_reading *r) {
  if (!r->mem) return;
  ko_mentions_free(&r->mentions);
  ko_dates_free(&r->dates);
  ko_free(r->mem, r->entity);
  ko_free(r->mem, r->office);
  ko_free(r->mem, r->part);
  ko_arena_free(&r->arena);
  memset(r, 0, sizeof *r);
}

size_t ko_reading_from(const ko_reading *r, uint32_t character) {
  size_t low = 0, high = r->mentions.n;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (r->mentions.item[middle].start < character)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
