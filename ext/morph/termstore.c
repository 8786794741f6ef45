#include "morph/termstore.h"

#include <string.h>

#include "text/hangul.h"

enum { COLOCATED = 0x80, SLICE = 0, VERB = 1, LITERAL = 2 }; /* see termstore.h */
enum { FIRST_SLOTS = 256, FIRST_BYTES = 4096 };

static const char da[] = "\xEB\x8B\xA4"; /* 다 */

/* ---- runs ---- */

static uint32_t hash_of(const uint8_t *key) {
  uint32_t hash = 0x9E3779B9u * ((key[0] & 15u) + 1), n = key[0] >> 4;
  for (uint32_t i = 0; i < n; i++) {
    hash = (hash ^ (key[1 + 2 * i] | (uint32_t)key[2 + 2 * i] << 8)) * 0x01000193u;
    hash ^= hash >> 15;
  }
  hash *= 0x85EBCA6Bu;
  return hash ^ hash >> 16;
}

int ko_run_key_of(ko_run_key *k, const ko_text *text, size_t from, size_t to, unsigned before) {
  size_t n = to - from;
  if (n > KO_STORED_SYLLABLES || before > 15) return 0;
  k->bytes[0] = (uint8_t)(n << 4 | before);
  for (size_t i = 0; i < n; i++) {
    uint32_t c = text->ch[from + i].cp;
    k->bytes[1 + 2 * i] = (uint8_t)c;
    k->bytes[2 + 2 * i] = (uint8_t)(c >> 8);
  }
  k->n = (uint32_t)(1 + 2 * n);
  k->hash = hash_of(k->bytes);
  return 1;
}

static size_t put_syllables(char *out, const uint8_t *key, unsigned from, unsigned to) {
  for (unsigned i = from; i < to; i++, out += 3)
    ko_encode_syllable(key[1 + 2 * i] | (uint32_t)key[2 + 2 * i] << 8, out);
  return 3 * (size_t)(to - from);
}

/* ---- packing ---- */

int ko_terms_pack(const ko_terms *t, const ko_run_key *k, uint32_t from,
                  uint8_t out[KO_STORED_BYTES]) {
  size_t at = 3;
  if (t->n > 15 || t->counted > 15) return 0;
  out[1] = (uint8_t)(t->counted << 4 | t->n);
  out[2] = (uint8_t)t->counted_less;
  for (size_t i = 0; i < t->n; i++) {
    const ko_term *x = &t->term[i];
    const char *text = t->text.data + x->at;
    char slice[3 * KO_STORED_SYLLABLES];
    size_t n = put_syllables(slice, k->bytes, x->start - from, x->end - from);
    int same = x->n >= n && memcmp(text, slice, n) == 0;
    unsigned how = LITERAL + x->n;
    if (same && x->n == n)
      how = SLICE;
    else if (same && x->n == n + 3 && memcmp(text + n, da, 3) == 0)
      how = VERB;
    if (how >= COLOCATED || at + 2 + (how < LITERAL ? 0 : x->n) > KO_STORED_BYTES) return 0;
    out[at++] = (uint8_t)((x->start - from) << 4 | (x->end - from));
    out[at++] = (uint8_t)(how | (x->colocated ? COLOCATED : 0));
    if (how >= LITERAL) {
      memcpy(out + at, text, x->n);
      at += x->n;
    }
  }
  out[0] = (uint8_t)(at - 1);
  return 1;
}

int ko_terms_unpack(const uint8_t *packed, const ko_run_key *k, ko_terms *t, uint32_t from) {
  const uint8_t *p = packed + 3;
  unsigned count = packed[1] & 15;
  ko_buf *text = &t->text;
  t->counted = packed[1] >> 4;
  t->counted_less = packed[2];
  t->n = 0;
  ko_buf_clear(text);
  if (ko_grow(t->mem, &t->term, &t->cap, count, sizeof *t->term) ||
      ko_grow(text->mem, &text->data, &text->cap, count * 3 * (KO_STORED_SYLLABLES + 1), 1))
    return -1;
  for (unsigned i = 0; i < count; i++) {
    ko_term *x = &t->term[t->n++];
    unsigned start = p[0] >> 4, end = p[0] & 15, how = p[1] & ~(unsigned)COLOCATED;
    x->start = from + start;
    x->end = from + end;
    x->at = (uint32_t)text->n;
    x->p = 0;
    x->colocated = p[1] >= COLOCATED;
    p += 2;
    if (how >= LITERAL) {
      memcpy(text->data + text->n, p, how - LITERAL);
      text->n += how - LITERAL;
      p += how - LITERAL;
    } else {
      text->n += put_syllables(text->data + text->n, k->bytes, start, end);
      if (how == VERB) {
        memcpy(text->data + text->n, da, 3);
        text->n += 3;
      }
    }
    x->n = (uint32_t)text->n - x->at;
  }
  return 0;
}

/* ---- the store ---- */

static size_t slot_of(const ko_termstore *s, uint32_t hash) {
  return (size_t)((uint64_t)hash * s->n_index >> 32);
}

/* The slots are chosen by the upper bits of the hash. */
static uint32_t mark_of(uint32_t hash) {
  return hash << 24;
}

/* Most keys are of a few bytes, for which memcmp takes longer. */
static int is_same(const uint8_t *a, const ko_run_key *k) {
  uint32_t i = 0;
  while (i < k->n && a[i] == k->bytes[i]) i++;
  return i == k->n;
}

const uint8_t *ko_termstore_find(const ko_termstore *s, const ko_run_key *k) {
  uint32_t mark = mark_of(k->hash), x;
  size_t i;
  if (!s->n_index) return NULL;
  for (i = slot_of(s, k->hash); (x = s->index[i]) != 0; i = i + 1 < s->n_index ? i + 1 : 0) {
    const uint8_t *entry = s->data + (x & 0xFFFFFF) - 1;
    if ((x & 0xFF000000u) == mark && is_same(entry, k)) return entry + k->n;
  }
  return NULL;
}

static void enter(ko_termstore *s, uint32_t hash, size_t at) {
  size_t i = slot_of(s, hash);
  while (s->index[i]) i = i + 1 < s->n_index ? i + 1 : 0;
  s->index[i] = mark_of(hash) | (uint32_t)(at + 1);
}

int ko_termstore_index(ko_termstore *s, const ko_mem *mem, size_t slots) {
  uint32_t *index = ko_calloc(mem, slots * sizeof *index);
  if (!index) return -1;
  ko_free(mem, s->index);
  s->index = index;
  s->n_index = slots;
  for (size_t at = 0; at < s->n_data;) {
    const uint8_t *key = s->data + at;
    size_t n_key = 1 + 2 * (size_t)(key[0] >> 4);
    enter(s, hash_of(key), at);
    at += n_key + 1 + key[n_key];
  }
  return 0;
}

/* The index doubles, if the limit lets it. */
static int grow_index(ko_termstore *s, const ko_mem *mem, size_t limit) {
  size_t n = s->n_index ? 2 * s->n_index : FIRST_SLOTS;
  if (n * sizeof *s->index + s->cap_data > limit) return 0;
  return ko_termstore_index(s, mem, n) ? -1 : 1;
}

/* Room for n more bytes of data; it doubles, up to what the limit leaves beside the index. */
static int grow_data(ko_termstore *s, const ko_mem *mem, size_t limit, size_t n) {
  size_t most = limit > s->n_index * sizeof *s->index ? limit - s->n_index * sizeof *s->index : 0;
  size_t cap = s->cap_data ? 2 * s->cap_data : FIRST_BYTES;
  uint8_t *data;
  if (most > KO_STORE_LIMIT - 1) most = KO_STORE_LIMIT - 1;
  if (s->n_data + n > most) return 0;
  if (s->n_data + n <= s->cap_data) return 1;
  if (cap > most) cap = most;
  data = mem->resize(mem->ctx, s->data, cap);
  if (!data) return -1;
  s->data = data;
  s->cap_data = cap;
  return 1;
}

int ko_termstore_add(ko_termstore *s, const ko_mem *mem, size_t limit, const ko_run_key *k,
                     const uint8_t *packed) {
  size_t n = 1 + (size_t)packed[0], at = s->n_data;
  int rc = 1;
  if (4 * (s->count + 1) > 3 * s->n_index) rc = grow_index(s, mem, limit);
  if (rc == 1) rc = grow_data(s, mem, limit, k->n + n);
  if (rc != 1) return rc;
  memcpy(s->data + at, k->bytes, k->n);
  memcpy(s->data + at + k->n, packed, n);
  s->n_data += k->n + n;
  s->count++;
  enter(s, k->hash, at);
  return 1;
}

void ko_termstore_clear(ko_termstore *s) {
  if (s->n_index) memset(s->index, 0, s->n_index * sizeof *s->index);
  s->n_data = s->count = 0;
}

void ko_termstore_free(ko_termstore *s, const ko_mem *mem) {
  ko_free(mem, s->data);
  ko_free(mem, s->index);
  memset(s, 0, sizeof *s);
}

int ko_termstore_open(ko_termstore *s, const void *image, size_t n) {
  const uint32_t *head = image, *index = head + 2;
  const uint8_t *data;
  memset(s, 0, sizeof *s);
  if (n < 8 || n != 8 + (uint64_t)head[0] * sizeof *index + head[1]) return 0;
  data = (const uint8_t *)(index + head[0]);
  memcpy(&s->index, &index, sizeof index); /* what they point to stays as it is */
  memcpy(&s->data, &data, sizeof data);
  s->n_index = head[0];
  s->n_data = head[1];
  return 1;
}
