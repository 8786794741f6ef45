/* What the programs that learn weights share; each defines PROGRAM, its name in messages, before it includes this. */
#ifndef TRAINING_H
#define TRAINING_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void *must(void *p) {
  if (p) return p;
  fprintf(stderr, PROGRAM ": out of memory, or a file is missing\n");
  exit(1);
}

/* A whole file, with a NUL behind it. Aligned, as an image wants to be. */
static inline char *read_all(const char *path, size_t *n) {
  FILE *f = must(fopen(path, "rb"));
  char *s;
  fseek(f, 0, SEEK_END);
  *n = (size_t)ftell(f);
  rewind(f);
  s = must(aligned_alloc(64, (*n / 64 + 2) * 64));
  *n = fread(s, 1, *n, f);
  s[*n] = 0;
  fclose(f);
  return s;
}

#define SEED 88172645463325252u

static inline uint32_t next_random(uint64_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (uint32_t)(*state >> 16);
}

/* The numbers below n, in order. */
static inline uint32_t *numbers(size_t n) {
  uint32_t *order = must(malloc((n + 1) * sizeof *order));
  for (size_t i = 0; i < n; i++) order[i] = (uint32_t)i;
  return order;
}

static inline void shuffle(uint32_t *order, size_t n, uint64_t *state) {
  for (size_t i = n; i > 1; i--) {
    size_t k = next_random(state) % i;
    uint32_t x = order[i - 1];
    order[i - 1] = order[k];
    order[k] = x;
  }
}

/* A weight as the extension has it. */
static inline int8_t quantised(double weight, int unit) {
  long x = lrint(weight * unit);
  return (int8_t)(x > 127 ? 127 : x < -127 ? -127 : x);
}

/* Write n weights as a list of C. */
static inline void write_weights(const char *path, const int8_t *weight, int n) {
  FILE *f = must(fopen(path, "w"));
  for (int i = 0; i < n; i++) fprintf(f, "%d,%s", weight[i], i % 32 == 31 ? "\n" : "");
  if (fclose(f)) must(NULL);
}

#endif
