#include "text/hangul.h"

#include <stddef.h>

/* Compatibility letters (offset from U+3131) in the order of the composition formula. */
static const uint8_t initial_letter[19] = {0,  1,  3,  6,  7,  8,  16, 17, 18, 20,
                                           21, 22, 23, 24, 25, 26, 27, 28, 29};
static const uint8_t final_letter[28] = {0,  0,  1,  2,  3,  4,  5,  6,  8,  9,  10, 11, 12, 13,
                                         14, 15, 16, 17, 19, 20, 21, 22, 23, 25, 26, 27, 28, 29};

int ko_is_conjoining(uint32_t c) {
  return c >= 0x1100 && c <= 0x11FF;
}

int ko_jamo_joins(uint32_t before, uint32_t c) {
  int l = before >= 0x1100 && before <= 0x1112, v = before >= 0x1161 && before <= 0x1175;
  if (c >= 0x1161 && c <= 0x1175) return l;
  if (c >= 0x11A8 && c <= 0x11C2) return v || (ko_is_syllable(before) && ko_final(before) == 0);
  return 0;
}

uint32_t ko_compat_jamo(uint32_t c) {
  if (c >= 0x1100 && c <= 0x1112) return 0x3131u + initial_letter[c - 0x1100];
  if (c >= 0x1161 && c <= 0x1175) return 0x314Fu + (c - 0x1161);
  if (c >= 0x11A8 && c <= 0x11C2) return 0x3131u + final_letter[c - 0x11A7];
  return c;
}

uint32_t ko_initial_letter(int initial) {
  return 0x3131u + initial_letter[initial];
}

uint32_t ko_final_letter(int final) {
  return final ? 0x3131u + final_letter[final] : 0;
}

/* What the letter at index `from` of vowels, or of finals, may become. */
typedef struct pairing {
  uint8_t from, first, last;
} pairing;

static const pairing *find_pairing(const pairing *p, size_t n, int from) {
  for (; n > 0; p++, n--)
    if (p->from == from) return p;
  return NULL;
}

int ko_typed_on(uint32_t c, ko_syllables range[2]) {
  static const pairing vowels[] = {{8, 9, 11}, {13, 14, 16}, {18, 19, 19}}; /* ㅗ ㅜ ㅡ */
  static const pairing finals[] = {
      {1, 3, 3}, {4, 5, 6}, {8, 9, 15}, {17, 18, 18}}; /* ㄱ ㄴ ㄹ ㅂ */
  const pairing *p;
  int n = 0;
  if (!ko_is_syllable(c)) {
    for (int i = 0; i < 19; i++)
      if (ko_initial_letter(i) == c)
        range[n++] = (ko_syllables){ko_syllable(i, 0, 0), ko_syllable(i, 0, 0) + 588};
    return n;
  }
  if (ko_final(c)) {
    p = find_pairing(finals, sizeof finals / sizeof *finals, ko_final(c));
    if (p) {
      uint32_t open = c - (uint32_t)ko_final(c);
      range[n++] = (ko_syllables){open + p->first, open + p->last + 1u};
    }
    return n;
  }
  range[n++] = (ko_syllables){c + 1, c + 28};
  p = find_pairing(vowels, sizeof vowels / sizeof *vowels, ko_vowel(c));
  if (p)
    range[n++] = (ko_syllables){ko_syllable(ko_initial(c), p->first, 0),
                                ko_syllable(ko_initial(c), p->last, 27) + 1};
  return n;
}
