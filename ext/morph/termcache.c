#include "morph/termcache.h"

#include <string.h>

#include "text/hangul.h"

/* The data of a slot: the syllables, two bytes each; a byte with ko_terms.counted << 4 and the number
** of terms; and for each term
**     start << 4 | end, in syllables of the run
**     COLOCATED, and how its text is made: SLICE, the syllables from start to end; VERB, the same
**     and 다; or else the number of bytes of UTF-8 that follow, plus LITERAL
*/
enum { COLOCATED = 0x80, SLICE = 0, VERB = 1, LITERAL = 2, MAX_SYLLABLES = 12 };

_Static_assert(sizeof(ko_cache_slot) == KO_CACHE_SLOT, "no padding");

void ko_termcache_init(ko_termcache *c, const ko_mem *mem) {
  memset(c, 0, sizeof *c);
  c->mem = mem;
}

void ko_termcache_free(ko_termcache *c) {
  if (!c->mem) return;
  ko_free(c->mem, c->set);
  c->set = NULL;
}

/* ---- text ---- */

static size_t put_syllables(char *out, const uint8_t *syllables, unsigned from, unsigned to) {
  for (unsigned i = from; i < to; i++, out += 3)
    ko_encode_syllable(syllables[2 * i] | (uint32_t)syllables[2 * i + 1] << 8, out);
  return 3 * (size_t)(to - from);
}

static const char da[] = "\xEB\x8B\xA4"; /* 다 */

/* ---- a slot ---- */

static int encode(ko_cache_slot *s, const ko_terms *t, unsigned n, uint32_t from) {
  size_t at = 2 * (size_t)n;
  if (t->n > 15 || t->counted_less || at >= sizeof s->data) return 0;
  s->data[at++] = (uint8_t)(t->counted << 4 | t->n);
  for (size_t i = 0; i < t->n; i++) {
    const ko_term *x = &t->term[i];
    const char *text = t->text.data + x->at;
    char slice[3 * MAX_SYLLABLES];
    size_t n_slice = put_syllables(slice, s->data, x->start - from, x->end - from);
    int same = x->n >= n_slice && memcmp(text, slice, n_slice) == 0;
    unsigned how = LITERAL + x->n;
    if (same && x->n == n_slice)
      how = SLICE;
    else if (same && x->n == n_slice + 3 && memcmp(text + n_slice, da, 3) == 0)
      how = VERB;
    if (at + 2 + (how < LITERAL ? 0 : x->n) > sizeof s->data) return 0;
    s->data[at++] = (uint8_t)((x->start - from) << 4 | (x->end - from));
    s->data[at++] = (uint8_t)(how | (x->colocated ? COLOCATED : 0));
    if (how >= LITERAL) {
      memcpy(s->data + at, text, x->n);
      at += x->n;
    }
  }
  return 1;
}

/* Fill t with the terms of a slot. */
static int decode(const ko_cache_slot *s, ko_terms *t, uint32_t from) {
  const uint8_t *p = s->data + 2 * s->n;
  unsigned count = *p & 15;
  ko_buf *text = &t->text;
  t->counted_less = 0;
  t->counted = *p++ >> 4;
  t->n = 0;
  ko_buf_clear(text);
  if (ko_grow(t->mem, &t->term, &t->cap, count, sizeof *t->term) ||
      ko_grow(text->mem, &text->data, &text->cap, count * 3 * (MAX_SYLLABLES + 1), 1))
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
      text->n += put_syllables(text->data + text->n, s->data, start, end);
      if (how == VERB) {
        memcpy(text->data + text->n, da, 3);
        text->n += 3;
      }
    }
    x->n = (uint32_t)text->n - x->at;
  }
  return 0;
}

/* ---- the cache ---- */

static int ready(ko_termcache *c, const ko_terms *t) {
  if (!c->set) {
    c->set = ko_calloc(c->mem, KO_CACHE_SETS * sizeof *c->set);
    if (!c->set) return 0; /* works without */
  } else if (c->decompound != t->decompound || c->dropped != t->dropped) {
    memset(c->set, 0, KO_CACHE_SETS * sizeof *c->set);
  }
  c->decompound = t->decompound;
  c->dropped = t->dropped;
  return 1;
}

int ko_termcache_run(ko_termcache *c, ko_terms *t, const ko_text *text, size_t from, size_t to,
                     unsigned right_boundary) {
  ko_cache_slot key;
  ko_cache_set *set;
  uint32_t hash = 0x9E3779B9u * (right_boundary + 1), way;
  unsigned n = (unsigned)(to - from);
  uint16_t mark;
  if (to - from > MAX_SYLLABLES || !ready(c, t))
    return ko_terms_run(t, text, from, to, right_boundary, KO_TO_INDEX);
  for (unsigned i = 0; i < n; i++) {
    uint32_t s = text->ch[from + i].cp;
    key.data[2 * i] = (uint8_t)s;
    key.data[2 * i + 1] = (uint8_t)(s >> 8);
    hash = (hash ^ s) * 0x01000193u;
    hash ^= hash >> 15;
  }
  hash *= 0x85EBCA6Bu;
  set = &c->set[hash >> 22];
  mark = (uint16_t)hash;
  for (way = 0; way < KO_CACHE_WAYS; way++) {
    const ko_cache_slot *s = &set->slot[way];
    if (set->mark[way] != mark || s->n != n || s->after != right_boundary ||
        memcmp(s->data, key.data, 2 * n) != 0)
      continue;
    if (set->uses[way] < 3) set->uses[way]++;
    return decode(s, t, (uint32_t)from);
  }
  if (ko_terms_run(t, text, from, to, right_boundary, KO_TO_INDEX)) return -1;
  key.n = (uint8_t)n;
  key.after = (uint8_t)right_boundary;
  if (!encode(&key, t, n, (uint32_t)from)) return 0;
  for (way = set->hand; set->uses[way] > 0; way = (way + 1) % KO_CACHE_WAYS) set->uses[way]--;
  set->hand = (uint8_t)((way + 1) % KO_CACHE_WAYS);
  set->mark[way] = mark;
  set->slot[way] = key;
  return 0;
}
