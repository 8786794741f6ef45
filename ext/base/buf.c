#include "base/buf.h"

#include <stdio.h>
#include <string.h>

void ko_buf_init(ko_buf *b, const ko_mem *mem) {
  memset(b, 0, sizeof *b);
  b->mem = mem;
}

void ko_buf_clear(ko_buf *b) {
  b->n = 0;
  b->failed = 0;
}

void ko_buf_free(ko_buf *b) {
  if (b->mem) ko_free(b->mem, b->data);
  b->data = NULL;
  b->n = b->cap = 0;
}

void ko_buf_add(ko_buf *b, const void *bytes, size_t n) {
  if (b->failed || n == 0) return;
  if (ko_grow(b->mem, &b->data, &b->cap, b->n + n, 1)) {
    b->failed = 1;
    return;
  }
  memcpy(b->data + b->n, bytes, n);
  b->n += n;
}

void ko_buf_str(ko_buf *b, const char *s) {
  ko_buf_add(b, s, strlen(s));
}

size_t ko_encode(uint32_t c, char *out) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xC0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xE0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | (c >> 18 & 7));
  out[1] = (char)(0x80 | (c >> 12 & 0x3F));
  out[2] = (char)(0x80 | (c >> 6 & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

void ko_buf_char(ko_buf *b, uint32_t c) {
  char u[4];
  if (!b->failed && b->cap - b->n >= sizeof u)
    b->n += ko_encode(c, b->data + b->n);
  else
    ko_buf_add(b, u, ko_encode(c, u));
}

void ko_buf_int(ko_buf *b, long long v) {
  char s[24];
  int n = snprintf(s, sizeof s, "%lld", v);
  ko_buf_add(b, s, (size_t)n);
}

const char *ko_buf_text(ko_buf *b) {
  size_t n = b->n;
  ko_buf_add(b, "", 1);
  if (b->failed) return "";
  b->n = n;
  return b->data;
}
