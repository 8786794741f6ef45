#include "text/chars.h"

#include <string.h>
#include <utf8proc.h>

#include "text/hangul.h"

#define BAD 0xFFFDu

size_t ko_unit(const unsigned char *z, size_t n, uint32_t *cp) {
  size_t len = 1, want;
  uint32_t c = z[0], least;
  if (c < 0x80) {
    *cp = c;
    return 1;
  }
  if (c < 0xC0) {
    *cp = BAD;
    return 1;
  }
  while (len < n && (z[len] & 0xC0) == 0x80) len++;
  if (c < 0xE0)
    want = 2, c &= 0x1F, least = 0x80;
  else if (c < 0xF0)
    want = 3, c &= 0x0F, least = 0x800;
  else
    want = 4, c &= 0x0F, least = 0x10000; /* F8 and up fail below */
  *cp = BAD;
  if (len != want || z[0] >= 0xF8) return len;
  for (size_t i = 1; i < want; i++) c = c << 6 | (z[i] & 0x3F);
  if (c >= least && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF)) *cp = c;
  return len;
}

/* ---- classes ---- */

static ko_class other_class(uint32_t c) {
  switch (utf8proc_category((utf8proc_int32_t)c)) {
  case UTF8PROC_CATEGORY_ZS:
  case UTF8PROC_CATEGORY_ZL:
  case UTF8PROC_CATEGORY_ZP:
  case UTF8PROC_CATEGORY_CC: return KO_CLASS_SPACE;
  case UTF8PROC_CATEGORY_ND: return KO_CLASS_DIGIT;
  case UTF8PROC_CATEGORY_LU:
  case UTF8PROC_CATEGORY_LL:
  case UTF8PROC_CATEGORY_LT:
  case UTF8PROC_CATEGORY_LM:
  case UTF8PROC_CATEGORY_LO:
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC: return KO_CLASS_LETTER;
  default: return KO_CLASS_SYMBOL;
  }
}

ko_class ko_class_of(uint32_t c) {
  if (c >= 0xAC00 && c <= 0xD7A3) return KO_CLASS_HANGUL;
  if (c < 0x80) {
    if (c <= ' ' || c == 0x7F) return KO_CLASS_SPACE;
    if (c >= '0' && c <= '9') return KO_CLASS_DIGIT;
    if ((c | 32) >= 'a' && (c | 32) <= 'z') return KO_CLASS_LETTER;
    return KO_CLASS_SYMBOL;
  }
  /* U+3164 is a filler that looks like a space; U+318D stands between words like a middle dot. */
  if (c >= 0x3131 && c <= 0x318E)
    return c == 0x3164 ? KO_CLASS_SPACE : c == 0x318D ? KO_CLASS_SYMBOL : KO_CLASS_JAMO;
  if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
      (c >= 0x20000 && c <= 0x3FFFF))
    return KO_CLASS_HAN;
  return other_class(c);
}

uint32_t ko_lower(uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xAC00 && c <= 0xD7A3) return c;
  return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

/* ---- normalisation ---- */

static int is_invisible(uint32_t c) {
  if (c < 0xAD) return 0;
  if (c == 0x3164 || c == 0xFFA0) return 0; /* fillers are spaces here */
  return utf8proc_get_property((utf8proc_int32_t)c)->ignorable != 0;
}

/* Does unit c join what stands before it? */
static int extends(uint32_t before, uint32_t c) {
  if (c < 0xAD) return 0;
  if (c >= 0xAC00 && c <= 0xD7A3) return 0;
  if (ko_is_conjoining(c)) return ko_jamo_joins(before, c);
  return utf8proc_get_property((utf8proc_int32_t)c)->combining_class != 0 || is_invisible(c);
}

/* Ranges whose compatibility decomposition says better what the writer meant. */
static int wants_compat(uint32_t c) {
  static const uint32_t range[][2] = {
      {0xB2, 0xB3},     {0xB9, 0xB9},     {0x2070, 0x209F},  {0x2100, 0x211F}, {0x2123, 0x214F},
      {0x2160, 0x217F}, {0x2460, 0x24FF}, {0x2F00, 0x2FDF},  {0x3200, 0x33FF}, {0xFB00, 0xFB4F},
      {0xFE30, 0xFE6F}, {0xFF01, 0xFFEF}, {0x1D400, 0x1D7FF}};
  for (size_t i = 0; i < sizeof range / sizeof *range; i++)
    if (c >= range[i][0] && c <= range[i][1]) return 1;
  return 0;
}

/* Compose the units u[0..n), of which the first starts at byte `start`. Fills r->pending. */
static void compose(ko_reader *r, const uint32_t *u, int n, uint32_t start, uint32_t end) {
  utf8proc_int32_t buf[KO_CLUSTER * 20];
  utf8proc_ssize_t m = 0, room = (utf8proc_ssize_t)(sizeof buf / sizeof *buf);
  int boundary = 0;
  for (int i = 0; i < n; i++) {
    int options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_ssize_t k;
    if (is_invisible(u[i])) continue;
    if (wants_compat(u[i])) options |= UTF8PROC_COMPAT;
    k = utf8proc_decompose_char((utf8proc_int32_t)u[i], buf + m, room - m,
                                (utf8proc_option_t)options, &boundary);
    if (k < 0 || k > room - m) break; /* cannot happen: 18 is the longest decomposition */
    m += k;
  }
  if (m > 1) {
    utf8proc_ssize_t k =
        utf8proc_normalize_utf32(buf, m, (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (k >= 0) m = k;
  }
  if (m > KO_CLUSTER * 4) m = KO_CLUSTER * 4;
  for (utf8proc_ssize_t i = 0; i < m; i++) {
    ko_char *c = &r->pending[i];
    c->cp = ko_compat_jamo((uint32_t)buf[i]);
    c->start = start;
    c->end = end;
  }
  r->n_pending = (int)m;
  r->i_pending = 0;
}

void ko_reader_init(ko_reader *r, const char *text, size_t n) {
  r->z = (const unsigned char *)text;
  r->n = n;
  r->at = 0;
  r->n_pending = r->i_pending = 0;
}

/* Can the unit that starts with this byte join the one before it? No for ASCII and for the lead
** bytes of Hangul syllables and of nearly all hanja. */
static int may_extend(unsigned char lead) {
  return lead >= 0x80 && !(lead >= 0xE4 && lead <= 0xED);
}

static int read_cluster(ko_reader *r) {
  uint32_t u[KO_CLUSTER], c;
  int n = 0;
  size_t start = r->at, end;
  r->at += ko_unit(r->z + r->at, r->n - r->at, &u[n++]);
  end = r->at;
  while (r->at < r->n && n < KO_CLUSTER) {
    size_t len = ko_unit(r->z + r->at, r->n - r->at, &c);
    if (!extends(u[n - 1], c)) break;
    r->at += len;
    if (is_invisible(c)) continue; /* never part of the range that a character covers */
    u[n++] = c;
    end = r->at;
  }
  compose(r, u, n, (uint32_t)start, (uint32_t)end);
  return r->n_pending;
}

/* The syllable at the reader's place, if it stands there as one unit that nothing behind it joins. */
static inline int read_syllable(ko_reader *r, ko_char *out) {
  const unsigned char *z = r->z + r->at;
  size_t left = r->n - r->at;
  uint32_t c;
  if (left < 3 || z[0] < 0xEA || z[0] > 0xED || (z[1] & 0xC0) != 0x80 || (z[2] & 0xC0) != 0x80 ||
      (left > 3 && may_extend(z[3])))
    return 0;
  c = (uint32_t)(z[0] & 0x0F) << 12 | (uint32_t)(z[1] & 0x3F) << 6 | (z[2] & 0x3F);
  if (c < 0xAC00 || c > 0xD7A3) return 0;
  out->cp = c;
  out->start = (uint32_t)r->at;
  r->at += 3;
  out->end = (uint32_t)r->at;
  return 1;
}

int ko_reader_next(ko_reader *r, ko_char *out) {
  while (r->i_pending == r->n_pending) {
    const unsigned char *z = r->z + r->at;
    size_t left = r->n - r->at;
    if (left == 0) return 0;
    if (z[0] < 0x80 && (left == 1 || !may_extend(z[1]))) {
      out->cp = z[0];
      out->start = (uint32_t)r->at++;
      out->end = (uint32_t)r->at;
      return 1;
    }
    if (read_syllable(r, out)) return 1;
    read_cluster(r);
  }
  *out = r->pending[r->i_pending++];
  return 1;
}

size_t ko_reader_syllables(ko_reader *r, ko_char *out, size_t most) {
  size_t n = 0;
  if (r->i_pending < r->n_pending) return 0;
  while (n < most && read_syllable(r, &out[n])) n++;
  return n;
}

/* ---- whole texts ---- */

void ko_text_init(ko_text *t, const ko_mem *mem) {
  memset(t, 0, sizeof *t);
  t->mem = mem;
}

/* Units that are left to read: about as many characters. */
static size_t units_left(const ko_reader *r) {
  size_t n = (size_t)(r->n_pending - r->i_pending);
  for (size_t i = r->at; i < r->n; i++) n += (r->z[i] & 0xC0) != 0x80;
  return n;
}

int ko_text_push(ko_text *t, const ko_char *c) {
  if (ko_grow(t->mem, &t->ch, &t->cap, t->n + 1, sizeof *t->ch)) return -1;
  if (ko_grow(t->mem, &t->klass, &t->cap_klass, t->n + 1, 1)) return -1;
  t->klass[t->n] = (uint8_t)ko_class_of(c->cp);
  t->ch[t->n++] = *c;
  return 0;
}

int ko_text_read(ko_text *t, ko_reader *r, size_t limit) {
  size_t room = units_left(r);
  ko_char c;
  if (limit < room) room = limit;
  if (ko_grow(t->mem, &t->ch, &t->cap, t->n + room, sizeof *t->ch) ||
      ko_grow(t->mem, &t->klass, &t->cap_klass, t->n + room, 1))
    return -1;
  while (limit-- > 0 && ko_reader_next(r, &c)) {
    if (ko_text_work(t, t->n) || ko_text_push(t, &c)) return -1;
  }
  return 0;
}

void ko_text_clear(ko_text *t) {
  t->n = 0;
}

void ko_text_free(ko_text *t) {
  if (!t->mem) return;
  ko_free(t->mem, t->ch);
  ko_free(t->mem, t->klass);
  ko_text_init(t, t->mem);
}
