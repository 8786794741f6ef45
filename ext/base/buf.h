/* A growable byte buffer with a sticky error: after memory ran out every call is a no-op, and the
** caller looks at `failed` once, at the end. */
#ifndef KO_BUF_H
#define KO_BUF_H

#include <stdint.h>
#include "base/mem.h"

typedef struct ko_buf {
  const ko_mem *mem;
  char *data; /* not terminated, see ko_buf_text */
  size_t n, cap;
  int failed; /* 1 once memory was out */
} ko_buf;

void ko_buf_init(ko_buf *b, const ko_mem *mem);
void ko_buf_clear(ko_buf *b); /* empties; keeps the room and forgets a failure */
void ko_buf_free(ko_buf *b);
void ko_buf_add(ko_buf *b, const void *bytes, size_t n);
void ko_buf_str(ko_buf *b, const char *s);
void ko_buf_char(ko_buf *b, uint32_t cp); /* one character, as UTF-8 */
void ko_buf_int(ko_buf *b, long long v);
const char *ko_buf_text(ko_buf *b); /* NUL-terminated; "" when failed. Valid until the next call */

/* Is this byte of valid UTF-8 none that a character begins with? */
static inline int ko_is_continuation(char byte) {
  return (byte & 0xC0) == 0x80;
}

/* Write a character as UTF-8, at most 4 bytes. Returns how many. */
size_t ko_encode(uint32_t cp, char *out);

#endif
