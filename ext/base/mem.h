/* Memory: an allocator that is handed in, and an arena on top of it; and the caller's wish to end work
** that takes long, which goes the same way.
**
** Nothing outside this file calls malloc or free. The allocator may fail at any call; every
** function here then returns NULL and changes nothing.
*/
#ifndef KO_MEM_H
#define KO_MEM_H

#include <stddef.h>

/* Where memory comes from. `resize(ctx, NULL, n)` allocates, `release(ctx, NULL)` does nothing. */
typedef struct ko_mem {
  void *(*resize)(void *ctx, void *p, size_t n); /* NULL on failure; p stays valid then */
  void (*release)(void *ctx, void *p);
  int (*work)(void *ctx, size_t n); /* see ko_work; NULL: nobody would end it */
  void *ctx;
} ko_mem;

/* The C library's allocator, for tools and unit tests. */
extern const ko_mem ko_mem_std;

/* Say, now and then, how much has been done since: n is about the number of characters whose morphemes
** could have been found in that time (some 2,500 are a ms). Whoever works for long says so every
** few ms. Returns 0, or -1 when the work is to end; the caller then gives up as when memory is out. */
static inline int ko_work(const ko_mem *m, size_t n) {
  return m->work && m->work(m->ctx, n) ? -1 : 0;
}

void *ko_alloc(const ko_mem *m, size_t n);  /* not zeroed; NULL when n is 0 or memory is out */
void *ko_calloc(const ko_mem *m, size_t n); /* zeroed */
void ko_free(const ko_mem *m, void *p);

int ko_grow_now(const ko_mem *m, void *p, size_t *cap, size_t need, size_t size); /* see below */
/* Make room for at least `need` items of `size` bytes in the array *p, whose room is *cap items.
** The room grows by half, of large arrays by an eighth, so that appending n items costs O(n). Returns 0,
** or -1 when memory is out or the size overflows; *p and *cap are then unchanged. */
static inline int ko_grow(const ko_mem *m, void *p, size_t *cap, size_t need, size_t size) {
  return need <= *cap ? 0 : ko_grow_now(m, p, cap, need, size);
}

/* An arena: many small allocations, freed all at once. Its first block stays for reuse. */
typedef struct ko_arena_block ko_arena_block;
typedef struct ko_arena {
  const ko_mem *mem;
  ko_arena_block *first, *current;
  size_t used; /* bytes used of the current block */
} ko_arena;

void ko_arena_init(ko_arena *a, const ko_mem *mem);
void *ko_arena_alloc(ko_arena *a, size_t n); /* aligned to 8 bytes, not zeroed; NULL when out */
void ko_arena_reset(ko_arena *a);            /* forget all; keep the first block */
void ko_arena_free(ko_arena *a);             /* NULL-safe inside; may be called twice */

#endif
