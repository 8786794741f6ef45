#include "text/sentence.h"

#include <string.h>
#include <unicode/ubrk.h>

enum { MAX_DEPTH = 8, MAX_QUOTE = 1500 }; /* nesting looked at; characters that a pair may span */

void ko_splitter_init(ko_splitter *s, const ko_mem *mem) {
  memset(s, 0, sizeof *s);
  s->mem = mem;
}

void ko_splitter_free(ko_splitter *s) {
  if (!s->mem) return;
  if (s->iterator) ubrk_close(s->iterator);
  ko_free(s->mem, s->utf16);
  ko_free(s->mem, s->index);
  ko_free(s->mem, s->inside);
  ko_free(s->mem, s->span);
  ko_splitter_init(s, s->mem);
}

/* ---- pairs of quotation marks and brackets ---- */

static uint32_t closer(uint32_t c) {
  static const uint32_t pair[][2] = {{'(', ')'},       {'[', ']'},       {'{', '}'},       {'"', '"'},
                                     {0x201C, 0x201D}, {0x2018, 0x2019}, {0x300C, 0x300D}, {0x300E, 0x300F},
                                     {0x300A, 0x300B}, {0x3008, 0x3009}, {0x3010, 0x3011}};
  for (size_t i = 0; i < sizeof pair / sizeof *pair; i++)
    if (pair[i][0] == c) return pair[i][1];
  return 0;
}

/* Mark what lies between a mark and its partner on the same line. */
static void mark_pairs(ko_splitter *s, const ko_text *t) {
  struct {
    uint32_t wants;
    size_t at;
  } open[MAX_DEPTH];
  int depth = 0;
  memset(s->inside, 0, t->n);
  for (size_t i = 0; i < t->n; i++) {
    uint32_t c = t->ch[i].cp, partner;
    int k = depth;
    if (c == '\n' || c == '\r') depth = 0;
    while (k > 0 && open[k - 1].wants != c) k--;
    if (k > 0) {
      if (k == 1 && i - open[0].at <= MAX_QUOTE) memset(s->inside + open[0].at, 1, i - open[0].at);
      depth = k - 1;
    } else if ((partner = closer(c)) != 0) {
      if (depth == MAX_DEPTH) depth = 0;
      open[depth].wants = partner;
      open[depth++].at = i;
    }
  }
}

/* ---- boundaries ---- */

static int to_utf16(ko_splitter *s, const ko_text *t, size_t *n) {
  size_t k = 0;
  if (ko_grow(s->mem, &s->utf16, &s->cap_utf16, 2 * t->n + 1, sizeof *s->utf16) ||
      ko_grow(s->mem, &s->index, &s->cap_index, 2 * t->n + 1, sizeof *s->index) ||
      ko_grow(s->mem, &s->inside, &s->cap_inside, t->n + 1, 1))
    return -1;
  for (size_t i = 0; i < t->n; i++) {
    uint32_t c = t->ch[i].cp;
    s->index[k] = (uint32_t)i;
    if (c >= 0x10000) {
      s->utf16[k++] = (uint16_t)(0xD7C0 + (c >> 10));
      s->index[k] = (uint32_t)i;
      c = 0xDC00 | (c & 0x3FF);
    }
    s->utf16[k++] = (uint16_t)c;
  }
  s->index[k] = (uint32_t)t->n;
  *n = k;
  return 0;
}

static void trim(const ko_text *t, size_t *start, size_t *end) {
  while (*start < *end && t->klass[*start] == KO_SPACE) ++*start;
  while (*end > *start && t->klass[*end - 1] == KO_SPACE) --*end;
}

/* Is this nothing but a number and a full stop? */
static int only_counts(const ko_text *t, size_t start, size_t end) {
  trim(t, &start, &end);
  if (end - start < 2 || end - start > 4 || t->ch[end - 1].cp != '.') return 0;
  for (size_t i = start; i + 1 < end; i++)
    if (t->klass[i] != KO_DIGIT) return 0;
  return 1;
}

static int add(ko_splitter *s, const ko_text *t, size_t start, size_t end) {
  trim(t, &start, &end);
  if (start == end) return 0;
  if (ko_grow(s->mem, &s->span, &s->cap, s->n + 1, sizeof *s->span)) return -1;
  s->span[s->n].start = (uint32_t)start;
  s->span[s->n++].end = (uint32_t)end;
  return 0;
}

int ko_splitter_run(ko_splitter *s, const ko_text *t) {
  UErrorCode status = U_ZERO_ERROR;
  size_t n, start = 0;
  s->n = 0;
  if (t->n == 0) return 0;
  if (to_utf16(s, t, &n)) return -1;
  mark_pairs(s, t);
  if (!s->iterator) s->iterator = ubrk_open(UBRK_SENTENCE, "ko", NULL, 0, &status);
  ubrk_setText(s->iterator, s->utf16, (int32_t)n, &status);
  if (U_FAILURE(status)) return -1;
  for (int32_t at = ubrk_first(s->iterator); (at = ubrk_next(s->iterator)) != UBRK_DONE;) {
    size_t end = s->index[at];
    int line_end = end > 0 && (t->ch[end - 1].cp == '\n' || t->ch[end - 1].cp == '\r');
    if (end < t->n && !line_end && (s->inside[end - 1] || only_counts(t, start, end))) continue;
    if (add(s, t, start, end)) return -1;
    start = end;
  }
  return add(s, t, start, t->n);
}
