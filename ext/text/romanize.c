#include "text/romanize.h"

#include "text/hangul.h"

static const char *const initial[19] = {"g",  "kk", "n", "d",  "tt", "r", "m", "b", "pp", "s",
                                        "ss", "",   "j", "jj", "ch", "k", "t", "p", "h"};
static const char *const vowel[21] = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo",
                                      "ye", "o",  "wa", "wae", "oe", "yo", "u",
                                      "wo", "we", "wi", "yu",  "eu", "ui", "i"};

/* For each final: its sound at the end of a syllable (k n t l m p or g for ng), and what it becomes
** before a vowel: what stays, then what moves over. */
static const struct {
  char sound;
  const char *before_vowel;
} final[28] = {{0, ""},     {'k', "g"},  {'k', "kk"}, {'k', "ks"}, {'n', "n"},  {'n', "nj"},
               {'n', "n"},  {'t', "d"},  {'l', "r"},  {'k', "lg"}, {'m', "lm"}, {'l', "lb"},
               {'l', "ls"}, {'l', "lt"}, {'p', "lp"}, {'l', "r"},  {'m', "m"},  {'p', "b"},
               {'p', "ps"}, {'t', "s"},  {'t', "ss"}, {'g', "ng"}, {'t', "j"},  {'t', "ch"},
               {'k', "k"},  {'t', "t"},  {'p', "p"},  {'t', ""}};

/* A final and the ㅎ behind it as one sound; "" where it stays as it is. */
static const char *const with_h[28] = {"",  "k",  "k",  "k",  "",  "nch", "",  "t", "",  "lk",
                                       "",  "lp", "",   "",   "",  "",    "",  "p", "p", "t",
                                       "t", "",   "ch", "ch", "k", "t",   "p", ""};

enum {
  I_G = 0,
  I_N = 2,
  I_D = 3,
  I_R = 5,
  I_M = 6,
  I_S = 9,
  I_SILENT = 11,
  I_J = 12,
  I_H = 18,
  F_D = 7,
  F_LG = 9,
  F_LB = 11,
  F_LT = 13,
  F_B = 17,
  F_T = 25,
  F_H = 27,
  V_YEO = 6,
  V_I = 20
};

static int has_h(int f) {
  return f == F_H || f == 6 || f == 15;
} /* ㅎ ㄶ ㅀ */

static void put_sound(ko_buf *out, char s) {
  if (s == 'g')
    ko_buf_str(out, "ng");
  else if (s)
    ko_buf_add(out, &s, 1);
}

/* The final moves over to a vowel; ㄷ, ㅌ and ㄾ soften before ㅣ (굳이, 같이), in verbs before ㅕ too (붙여). */
static void move_over(ko_buf *out, int f, int v, unsigned seam) {
  char s = final[f].sound;
  int soft = v == V_I || (v == V_YEO && (seam & KO_SEAM_VERB));
  if ((seam & KO_SEAM_APART) && f != F_H)
    ko_buf_str(out, s == 'k' ? "g" : s == 't' ? "d" : s == 'p' ? "b" : final[f].before_vowel);
  else if (soft && (f == F_D || f == F_T || f == F_LT))
    ko_buf_str(out, f == F_D ? "j" : f == F_T ? "ch" : "lch");
  else
    ko_buf_str(out, final[f].before_vowel);
}

/* ㅎ and what it joins: 좋고 joko, 많다 manta, 좋소 joso; 닫히다 dachida; in verbs 잡혀 japyeo. 1 if they are one sound. */
static int join_h(ko_buf *out, int f, int i, int v, unsigned seam) {
  if (has_h(f) && (i == I_G || i == I_D || i == I_J || i == I_S)) {
    if (f != F_H) ko_buf_str(out, final[f].sound == 'n' ? "n" : "l");
    ko_buf_str(out, i == I_G ? "k" : i == I_D ? "t" : i == I_J ? "ch" : "s");
    return 1;
  }
  if (i != I_H || !f) return 0;
  if (f == F_D && (v == V_I || ((seam & KO_SEAM_VERB) && v == V_YEO))) {
    ko_buf_str(out, "ch");
    return 1;
  }
  if (!(seam & KO_SEAM_VERB) || !*with_h[f]) return 0;
  ko_buf_str(out, with_h[f]);
  return 1;
}

/* The sounds between final f and the syllable with initial i and vowel v. */
static void boundary(ko_buf *out, int f, int i, int v, unsigned seam) {
  char s;
  if ((seam & KO_SEAM_ADDED) && i == I_SILENT && f) i = I_N;
  if (i == I_SILENT) {
    move_over(out, f, v, seam);
    return;
  }
  if (join_h(out, f, i, v, seam)) return;
  if ((seam & KO_SEAM_LIP) && f == F_LB) f = F_B;
  s = final[f].sound;
  if (f == F_LG && i == I_G && (seam & KO_SEAM_STEM)) s = 'l';
  if (s == 0) {
    ko_buf_str(out, initial[i]);
    return;
  }
  if ((i == I_N || i == I_M || i == I_R) && (s == 'k' || s == 't' || s == 'p'))
    s = s == 'k' ? 'g' : s == 't' ? 'n' : 'm';
  if ((final[f].sound == 'n' && i == I_R && !(seam & KO_SEAM_NASAL)) ||
      (s == 'l' && (i == I_N || i == I_R))) {
    ko_buf_str(out, "ll"); /* 신라 silla, 칠년 chillyeon */
    return;
  }
  put_sound(out, s);
  ko_buf_str(out, i == I_R ? "n" : initial[i]); /* 종로 jongno, 독립 dongnip */
}

int ko_romanize(const ko_text *t, const uint8_t *seam, ko_buf *out) {
  for (size_t k = 0; k < t->n; k++) {
    uint32_t c = t->ch[k].cp;
    if (ko_text_work(t, k)) return -1;
    if (!ko_is_syllable(c)) {
      ko_buf_char(out, c);
      continue;
    }
    if (k == 0 || !ko_is_syllable(t->ch[k - 1].cp)) ko_buf_str(out, initial[ko_initial(c)]);
    ko_buf_str(out, vowel[ko_vowel(c)]);
    if (k + 1 < t->n && ko_is_syllable(t->ch[k + 1].cp)) {
      uint32_t n = t->ch[k + 1].cp;
      boundary(out, ko_final(c), ko_initial(n), ko_vowel(n), seam ? seam[k] : 0);
    } else {
      put_sound(out, final[ko_final(c)].sound);
    }
  }
  return out->failed ? -1 : 0;
}
