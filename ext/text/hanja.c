#include "text/hanja.h"

#include <string.h>

#include "base/buf.h"
#include "text/chars.h"
#include "text/hangul.h"

uint32_t ko_initial_sound(uint32_t c) {
  /* vowels with a y in them: ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ, and ㅣ; ㄴ is dropped only before ㅕ ㅛ ㅠ ㅣ */
  enum {
    Y = 1 << 2 | 1 << 3 | 1 << 6 | 1 << 7 | 1 << 12 | 1 << 17 | 1 << 20,
    Y_AFTER_N = 1 << 6 | 1 << 12 | 1 << 17 | 1 << 20
  };
  int initial, vowel;
  if (!ko_is_syllable(c)) return c;
  initial = ko_initial(c);
  vowel = ko_vowel(c);
  if (initial == 5)
    initial = Y >> vowel & 1 ? 11 : 2;
  else if (initial == 2 && (Y_AFTER_N >> vowel & 1))
    initial = 11;
  return ko_syllable(initial, vowel, ko_final(c));
}

static uint32_t reading(const ko_hanja *h, uint32_t c) {
  uint32_t lo = 0, hi = h->n_rows;
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if (h->rows[2 * mid] == c) return h->rows[2 * mid + 1];
    if (h->rows[2 * mid] < c)
      lo = mid + 1;
    else
      hi = mid;
  }
  return c;
}

/* The string of odd word i; NULL if the data are damaged. */
static const uint16_t *odd_word(const ko_hanja *h, uint32_t i) {
  uint32_t at = h->words[1 + i];
  if (at >= h->n_words || 2u * h->words[at] + 1 > h->n_words - at || h->words[at] == 0) return NULL;
  return h->words + at;
}

/* The longest odd word that cp[0..n) begins with; NULL if there is none. */
static const uint16_t *longest_odd_word(const ko_hanja *h, const uint32_t *cp, size_t n) {
  const uint16_t *best = NULL;
  uint32_t count = h->words[0], lo = 0, hi;
  if (count > h->n_words - 1) count = h->n_words - 1;
  for (hi = count; lo < hi;) {
    uint32_t mid = (lo + hi) / 2;
    const uint16_t *w = odd_word(h, mid);
    if (w && w[1] < cp[0])
      lo = mid + 1;
    else
      hi = mid;
  }
  for (; lo < count; lo++) {
    const uint16_t *w = odd_word(h, lo);
    size_t k = 0;
    if (!w || w[1] != cp[0]) break;
    while (k < w[0] && k < n && w[1 + k] == cp[k]) k++;
    if (k == w[0] && (!best || w[0] > best[0])) best = w;
  }
  return best;
}

enum { LONGEST = 4 }; /* characters of a word in hanja_word.tsv */

/* The reading of the longest word of hanja_word.tsv that cp[0..n) begins with; its length, or 0. */
static size_t table_word(const uint32_t *cp, size_t n, uint32_t *out) {
  char key[3 * LONGEST];
  size_t length = 0;
  for (; length < n && length < LONGEST && cp[length] >= 0x800 && cp[length] < 0x10000; length++)
    ko_encode(cp[length], key + 3 * length);
  for (; length > 1; length--) {
    int row = ko_table_find(&ko_table_hanja_word, key, 3 * length);
    if (row >= 0) {
      const unsigned char *z = (const unsigned char *)ko_hanja_word_reading_of(row);
      size_t i = 0;
      for (; i < length && z[0] && z[1] && z[2]; i++, z += 3)
        out[i] = (uint32_t)(z[0] & 0x0F) << 12 | (uint32_t)(z[1] & 0x3F) << 6 | (z[2] & 0x3F);
      if (i == length) return length;
    }
  }
  return 0;
}

/* 렬 and 률 behind a vowel or ㄴ are 열 and 율: 비율, 나열, 전율. */
static uint32_t after(uint32_t before, uint32_t c) {
  enum { YEOL = 0xB82C, YUL = 0xB960, NEW_YEOL = 0xC5F4, NEW_YUL = 0xC728 };
  if ((c != YEOL && c != YUL) || !ko_is_syllable(before)) return c;
  if (ko_final(before) != KO_FINAL_NONE && ko_final(before) != KO_FINAL_N) return c;
  return c == YEOL ? NEW_YEOL : NEW_YUL;
}

void ko_hanja_read(const ko_hanja *h, const uint32_t *cp, size_t n, uint32_t *out, uint8_t *fixed) {
  if (fixed) memset(fixed, 0, n);
  for (size_t i = 0; i < n;) {
    const uint16_t *w = n - i > 1 ? longest_odd_word(h, cp + i, n - i) : NULL;
    size_t known = table_word(cp + i, n - i, out + i);
    if (known && (!w || known >= w[0])) {
      if (fixed) memset(fixed + i, 1, known);
      i += known;
      continue;
    }
    if (w) {
      for (size_t k = 0; k < w[0]; k++) out[i + k] = w[1 + w[0] + k];
      if (fixed) memset(fixed + i, 1, w[0]);
      i += w[0];
      continue;
    }
    out[i] = reading(h, cp[i]);
    out[i] = i == 0 ? ko_initial_sound(out[i]) : after(out[i - 1], out[i]);
    i++;
  }
}

const char *ko_hanja_country(uint32_t hanja) {
  const ko_table *t = &ko_table_country;
  if (ko_class_of(hanja) != KO_CLASS_HAN) return "";
  for (int row = ko_table_find_char(t, hanja); row >= 0; row = ko_table_next(t, row))
    if (ko_country_class_of(row) == KO_COUNTRY_CLASS_SHORT) return ko_country_name_of(row);
  return "";
}

const char *ko_hanja_sense(uint32_t hanja, ko_hanja_sense_kind kind) {
  const ko_table *t = &ko_table_hanja_sense;
  for (int row = ko_table_find_char(t, hanja); row >= 0; row = ko_table_next(t, row))
    if (ko_hanja_sense_kind_of(row) == kind) return ko_hanja_sense_name_of(row);
  return "";
}
