#include "text/keystrokes.h"

#include <string.h>

#include "text/hangul.h"

enum { N_INITIALS = 19, N_VOWELS = 21, N_FINALS = 28 };

static const char *const initials[N_INITIALS] = {"r", "R", "s", "e", "E", "f", "a", "q", "Q", "t",
                                                 "T", "d", "w", "W", "c", "z", "x", "v", "g"};
static const char *const vowels[N_VOWELS] = {"k",  "o",  "i",  "O",  "j",  "p",  "u",
                                             "P",  "h",  "hk", "ho", "hl", "y",  "n",
                                             "nj", "np", "nl", "b",  "m",  "ml", "l"};
static const char *const finals[N_FINALS] = {
    "",   "r",  "R", "rt", "s",  "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx",
    "fv", "fg", "a", "q",  "qt", "t",  "T",  "d", "w", "c",  "z",  "x",  "v",  "g"};

/* The row of a list that is the first k of the keys; -1 if none is, or there are not so many keys. */
static int row_of(const char *const *list, int rows, const char *keys, size_t n, size_t k) {
  for (int i = 0; n >= k && i < rows; i++)
    if (strlen(list[i]) == k && memcmp(list[i], keys, k) == 0) return i;
  return -1;
}

int ko_key_initial(char key) {
  return row_of(initials, N_INITIALS, &key, 1, 1);
}

static size_t put(char *out, const char *keys) {
  size_t n = strlen(keys);
  memcpy(out, keys, n);
  return n;
}

size_t ko_keys_of(uint32_t c, char out[KO_MOST_KEYS]) {
  enum { FIRST_VOWEL = 0x314F };
  size_t n;
  if (ko_is_syllable(c)) {
    n = put(out, initials[ko_initial(c)]);
    n += put(out + n, vowels[ko_vowel(c)]);
    return n + put(out + n, finals[ko_final(c)]);
  }
  if (c >= FIRST_VOWEL && c < FIRST_VOWEL + N_VOWELS) return put(out, vowels[c - FIRST_VOWEL]);
  for (int i = 0; i < N_INITIALS; i++)
    if (ko_initial_letter(i) == c) return put(out, initials[i]);
  for (int i = 1; i < N_FINALS; i++)
    if (ko_final_letter(i) == c) return put(out, finals[i]);
  return 0;
}

static int is_vowel(const char *keys, size_t n) {
  return row_of(vowels, N_VOWELS, keys, n, 1) >= 0;
}

/* The keys of the final that the keys begin with, as far as they do not begin the next syllable. */
static size_t final_keys(const char *keys, size_t n, int *final) {
  for (size_t k = 2; k > 0; k--) {
    *final = row_of(finals, N_FINALS, keys, n, k);
    if (*final > 0 && !(n > k && is_vowel(keys + k, n - k))) return k;
  }
  *final = KO_FINAL_NONE;
  return 0;
}

size_t ko_keys_compose(const char *keys, size_t n, uint32_t *out) {
  size_t made = 0;
  while (n > 0) {
    int initial = ko_key_initial(keys[0]), vowel, final;
    size_t k = 2;
    vowel = row_of(vowels, N_VOWELS, keys + 1, n - 1, 2);
    if (vowel < 0) k = 1, vowel = row_of(vowels, N_VOWELS, keys + 1, n - 1, 1);
    if (initial < 0 || vowel < 0) return 0;
    k++;
    k += final_keys(keys + k, n - k, &final);
    out[made++] = ko_syllable(initial, vowel, final);
    keys += k;
    n -= k;
  }
  return made;
}

/* ---- slips ---- */

static int each_letter(uint32_t *c, size_t n, ko_near_visitor visitor, void *arg) {
  for (size_t i = 0; i < n; i++) {
    uint32_t was = c[i];
    int initial = ko_initial(was), vowel = ko_vowel(was), final = ko_final(was), stop = 0;
    for (int k = 0; k < N_INITIALS + N_VOWELS + N_FINALS && !stop; k++) {
      c[i] = k < N_INITIALS              ? ko_syllable(k, vowel, final)
             : k < N_INITIALS + N_VOWELS ? ko_syllable(initial, k - N_INITIALS, final)
                                         : ko_syllable(initial, vowel, k - N_INITIALS - N_VOWELS);
      if (c[i] != was) stop = visitor(arg, c, n);
    }
    c[i] = was;
    if (stop) return stop;
  }
  return 0;
}

typedef struct slip {
  ko_near_visitor visitor;
  void *arg;
} slip;

static int visit_keys(const slip *s, const char *keys, size_t n) {
  uint32_t c[KO_NEAR_MOST * KO_MOST_KEYS + 1];
  size_t made = ko_keys_compose(keys, n, c);
  return made ? s->visitor(s->arg, c, made) : 0;
}

static int each_key(const char *keys, size_t n, const slip *s) {
  static const char all[] = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml";
  char other[KO_NEAR_MOST * KO_MOST_KEYS + 1];
  int stop = 0;
  for (size_t i = 0; i < n && !stop; i++) { /* one too many */
    memcpy(other, keys, i);
    memcpy(other + i, keys + i + 1, n - i - 1);
    stop = visit_keys(s, other, n - 1);
  }
  for (size_t i = 0; i + 1 < n && !stop; i++) { /* two in the wrong order */
    memcpy(other, keys, n);
    other[i] = keys[i + 1];
    other[i + 1] = keys[i];
    stop = visit_keys(s, other, n);
  }
  for (size_t i = 0; i <= n; i++) { /* one too few */
    memcpy(other, keys, i);
    memcpy(other + i + 1, keys + i, n - i);
    for (const char *k = all; *k && !stop; k++) {
      other[i] = *k;
      stop = visit_keys(s, other, n + 1);
    }
  }
  return stop;
}

int ko_near_each(const uint32_t *c, size_t n, ko_near_visitor visitor, void *arg) {
  uint32_t copy[KO_NEAR_MOST];
  char keys[KO_NEAR_MOST * KO_MOST_KEYS];
  size_t n_keys = 0;
  slip s = {visitor, arg};
  int stop;
  if (n > KO_NEAR_MOST) return 0;
  for (size_t i = 0; i < n; i++) {
    if (!ko_is_syllable(c[i])) return 0;
    copy[i] = c[i];
    n_keys += ko_keys_of(c[i], keys + n_keys);
  }
  stop = each_letter(copy, n, visitor, arg);
  return stop ? stop : each_key(keys, n_keys, &s);
}
