/* Hanja: how they are read in Hangul. */
#ifndef KO_HANJA_H
#define KO_HANJA_H

#include <stddef.h>
#include <stdint.h>

#include "tables.h"

typedef struct ko_hanja { /* data of the dictionary image, see hanja.py */
  const uint16_t *rows;   /* pairs (character, reading), by character */
  uint32_t n_rows;
  const uint16_t *words; /* odd words: count, places, strings of length, hanja, reading */
  uint32_t n_words;      /* in 16-bit units, at least 1 */
} ko_hanja;

/* The reading of hanja cp[0..n) as one word into out[0..n), character by character; the
** initial-sound rule applies to the first. A character without a known reading stays as it is. fixed[i] is 1
** where a word that is read in its own way has the character; fixed may be NULL. */
void ko_hanja_read(const ko_hanja *h, const uint32_t *cp, size_t n, uint32_t *out, uint8_t *fixed);

/* A syllable as it sounds at the start of a word: 리 이, 로 노, 녀 여. */
uint32_t ko_initial_sound(uint32_t syllable);

/* The country that a hanja stands for by itself; "" if for none. */
const char *ko_hanja_country(uint32_t hanja);
/* The name that a hanja stands for as what `kind` says; "" if for none, or for its own sound. */
const char *ko_hanja_sense(uint32_t hanja, ko_hanja_sense_kind kind);

#endif
