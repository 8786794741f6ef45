/* Characters: UTF-8 bytes in, normalised characters with a map back to the bytes out.
**
** What one character of the output is
**  - A unit of the input is what SQLite's length() and substr() count as one character: a byte
**    below 0xC0, or a byte from 0xC0 up with all continuation bytes behind it. A unit that is no
**    valid UTF-8 (overlong, surrogate, truncated, above U+10FFFF) stands for U+FFFD.
**  - Units that form one letter are composed (NFD to NFC, conjoining jamo to a syllable). A
**    conjoining jamo left alone becomes its compatibility letter (U+11AB to U+3134), so that
**    there is one form of each jamo.
**  - Full and half width, circled, superscript and squared forms are replaced by what they stand
**    for (one unit may then give several characters, all of which map to it). General
**    punctuation stays as it is.
**  - Invisible characters (soft hyphen, zero width joiner, byte order mark, variation selectors)
**    are dropped.
*/
#ifndef KO_CHARS_H
#define KO_CHARS_H

#include <stddef.h>
#include <stdint.h>
#include "base/mem.h"

typedef enum ko_class {
  KO_CLASS_SPACE,  /* white space, NUL and other control characters */
  KO_CLASS_HANGUL, /* a composed syllable */
  KO_CLASS_JAMO,   /* a compatibility jamo */
  KO_CLASS_HAN,    /* hanja */
  KO_CLASS_DIGIT,  /* a decimal digit of any script */
  KO_CLASS_LETTER, /* a letter of any other script, and marks that belong to it */
  KO_CLASS_SYMBOL  /* all the rest */
} ko_class;

typedef struct ko_char {
  uint32_t cp;         /* the normalised character */
  uint32_t start, end; /* bytes of the input it comes from: [start, end) */
} ko_char;

enum { KO_CLUSTER = 32 }; /* most units composed at once; a longer pile of marks is cut */

typedef struct ko_reader {
  const unsigned char *z;
  size_t n, at;                    /* bytes, and the next one to read */
  ko_char pending[KO_CLUSTER * 4]; /* characters read and not yet given out */
  int n_pending, i_pending;
} ko_reader;

/* `n` must be below 2^32; the text is not copied. */
void ko_reader_init(ko_reader *r, const char *text, size_t n);
/* The next normalised character; 0 at the end of the text. */
int ko_reader_next(ko_reader *r, ko_char *out);
/* At most `most` of the next characters, which are Hangul syllables and quick to read; there may be more
** of them that are not. Returns how many were read. */
size_t ko_reader_syllables(ko_reader *r, ko_char *out, size_t most);

ko_class ko_class_of(uint32_t cp);
uint32_t ko_lower(uint32_t cp);

/* Decode one unit (see above) at z[0..n), n > 0. Returns its length in bytes; *cp is U+FFFD for
** an invalid one. */
size_t ko_unit(const unsigned char *z, size_t n, uint32_t *cp);

/* A whole text, read into arrays. */
typedef struct ko_text {
  const ko_mem *mem;
  ko_char *ch;    /* n characters */
  uint8_t *klass; /* the ko_class of each */
  size_t n, cap, cap_klass;
} ko_text;

void ko_text_init(ko_text *t, const ko_mem *mem);
/* Append all that the reader still has, but at most `limit` characters. Returns 0, or -1 when
** memory is out or the work is to end (what was read stays). */
int ko_text_read(ko_text *t, ko_reader *r, size_t limit);
/* Append one character. Returns 0, or -1 when memory is out. */
int ko_text_push(ko_text *t, const ko_char *c);
void ko_text_clear(ko_text *t);
/* For a loop that does little with each character: ko_work, once in a few thousand of them. */
static inline int ko_text_work(const ko_text *t, size_t i) {
  enum { STEP = 1 << 12 };
  return i % STEP ? 0 : ko_work(t->mem, STEP / 8);
}
void ko_text_free(ko_text *t);

/* The character at i; 0 beyond the end. */
static inline uint32_t ko_char_at(const ko_text *t, uint32_t i) {
  return i < t->n ? t->ch[i].cp : 0;
}
/* Does this character end a line? */
static inline int ko_is_line_end(uint32_t cp) {
  return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}
/* Is white space at i, or the end of the text? */
static inline int ko_is_blank(const ko_text *t, uint32_t i) {
  return i >= t->n || t->klass[i] == KO_CLASS_SPACE;
}
/* The first character from i on that is no white space. */
static inline uint32_t ko_skip_blanks(const ko_text *t, uint32_t i) {
  while (i < t->n && t->klass[i] == KO_CLASS_SPACE) i++;
  return i;
}
/* Where the white space right before character i begins, down to `from`; i if there is none. */
static inline uint32_t ko_skip_blanks_back(const ko_text *t, uint32_t i, uint32_t from) {
  while (i > from && t->klass[i - 1] == KO_CLASS_SPACE) i--;
  return i;
}
/* Where the characters from i on, up to `end`, or those before i, down to `from`, have no white space. */
static inline uint32_t ko_until_blank(const ko_text *t, uint32_t i, uint32_t end) {
  while (i < end && !ko_is_blank(t, i)) i++;
  return i;
}
static inline uint32_t ko_since_blank(const ko_text *t, uint32_t i, uint32_t from) {
  while (i > from && !ko_is_blank(t, i - 1)) i--;
  return i;
}

#endif
