#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void *std_resize(void *ctx, void *p, size_t n) {
  (void)ctx;
  return realloc(p, n);
}

static void std_release(void *ctx, void *p) {
  (void)ctx;
  free(p);
}

const ko_mem ko_mem_std = {.resize = std_resize, .release = std_release};

void *ko_alloc(const ko_mem *m, size_t n) {
  return n ? m->resize(m->ctx, NULL, n) : NULL;
}

void *ko_calloc(const ko_mem *m, size_t n) {
  void *p = ko_alloc(m, n);
  if (p) memset(p, 0, n);
  return p;
}

void ko_free(const ko_mem *m, void *p) {
  if (p) m->release(m->ctx, p);
}

enum { LARGE = 1 << 20 }; /* bytes of an array that takes less than half as much again */

int ko_grow_now(const ko_mem *m, void *p, size_t *cap, size_t need, size_t size) {
  void *old, *grown;
  size_t room;
  if (need > SIZE_MAX / 2 / size) return -1;
  room = *cap + (*cap < LARGE / size ? *cap / 2 : *cap / 8) + 16;
  if (room < need) room = need;
  memcpy(&old, p, sizeof old); /* p points to a pointer of any object type */
  grown = m->resize(m->ctx, old, room * size);
  if (!grown) return -1;
  memcpy(p, &grown, sizeof grown);
  *cap = room;
  return 0;
}

/* ---- arena ---- */

enum { ARENA_BLOCK = 16 * 1024 }; /* bytes of an ordinary block */

struct ko_arena_block {
  ko_arena_block *next;
  size_t size;
  uint64_t data[]; /* SQLite's allocator, too, aligns to 8 bytes only */
};

void ko_arena_init(ko_arena *a, const ko_mem *mem) {
  memset(a, 0, sizeof *a);
  a->mem = mem;
}

void *ko_arena_alloc(ko_arena *a, size_t n) {
  ko_arena_block *b = a->current;
  void *p;
  if (n > SIZE_MAX / 2) return NULL;
  n = (n + 7) & ~(size_t)7;
  if (!b || b->size - a->used < n) {
    size_t size = n > ARENA_BLOCK ? n : ARENA_BLOCK;
    b = ko_alloc(a->mem, sizeof *b + size);
    if (!b) return NULL;
    b->size = size;
    b->next = NULL;
    if (a->current)
      a->current->next = b;
    else
      a->first = b;
    a->current = b;
    a->used = 0;
  }
  p = (char *)b->data + a->used;
  a->used += n;
  return p;
}

static void free_blocks(const ko_mem *mem, ko_arena_block *b) {
  while (b) {
    ko_arena_block *next = b->next;
    ko_free(mem, b);
    b = next;
  }
}

void ko_arena_reset(ko_arena *a) {
  if (!a->first) return;
  free_blocks(a->mem, a->first->next);
  a->first->next = NULL;
  a->current = a->first;
  a->used = 0;
}

void ko_arena_free(ko_arena *a) {
  free_blocks(a->mem, a->first);
  a->first = a->current = NULL;
  a->used = 0;
}
