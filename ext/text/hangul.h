/* Hangul: syllables and their letters. Letters are compatibility jamo (U+3131 ...) everywhere but
** in the input; indices follow the Unicode composition formula. */
#ifndef KO_HANGUL_H
#define KO_HANGUL_H

#include <stdint.h>

enum { KO_FINAL_NONE = 0, KO_FINAL_N = 4, KO_FINAL_L = 8 };

/* 다, which ends the dictionary form of a verb. */
enum { KO_LEMMA_SYLLABLE = 0xB2E4 };

static inline int ko_is_syllable(uint32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}
static inline int ko_initial(uint32_t c) {
  return (int)((c - 0xAC00) / 588);
} /* 0..18 */
static inline int ko_vowel(uint32_t c) {
  return (int)((c - 0xAC00) % 588 / 28);
} /* 0..20 */
static inline int ko_final(uint32_t c) {
  return (int)((c - 0xAC00) % 28);
} /* 0..27 */
static inline uint32_t ko_syllable(int initial, int vowel, int final) {
  return 0xAC00u + (uint32_t)(initial * 588 + vowel * 28 + final);
}

/* A syllable as UTF-8, which has 3 bytes; any character from U+0800 up to U+FFFF in fact. */
static inline void ko_encode_syllable(uint32_t c, char *out) {
  out[0] = (char)(0xE0 | c >> 12);
  out[1] = (char)(0x80 | (c >> 6 & 0x3F));
  out[2] = (char)(0x80 | (c & 0x3F));
}

/* Conjoining jamo (U+1100 ...), as NFD text has them. */
int ko_is_conjoining(uint32_t c);
/* May the conjoining jamo c continue the syllable that `before` began or continued? */
int ko_jamo_joins(uint32_t before, uint32_t c);
/* The compatibility letter of a conjoining jamo; any other character as it is. */
uint32_t ko_compat_jamo(uint32_t c);

/* Syllables [from, to). */
typedef struct ko_syllables {
  uint32_t from, to;
} ko_syllables;
/* Find the syllables that a consonant or a syllable may become as somebody goes on typing it: ㅈ any from 자
** on, 하 also 한, 고 also 과, 갑 also 값. Returns the number of ranges. */
int ko_typed_on(uint32_t c, ko_syllables range[2]);

uint32_t ko_initial_letter(int initial); /* 0 -> ㄱ */
uint32_t ko_final_letter(int final);     /* 1 -> ㄱ; 0 gives 0 */

#endif
