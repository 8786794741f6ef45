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
  F_T = 25,
  F_H = 27,
  V_I = 20
};

static int has_h(int f) {
  return f == F_H || f == 6 || f == 15;
} /* ㅎ ㄶ ㅀ */

/* The sounds between final f and the syllable with initial i and vowel v. */
static void boundary(ko_buf *out, int f, int i, int v) {
  char s = final[f].sound;
  if (i == I_SILENT) { /* the final moves over; ㄷ and ㅌ soften before ㅣ (굳이, 같이) */
    if (v == V_I && (f == F_D || f == F_T))
      ko_buf_str(out, f == F_D ? "j" : "ch");
    else
      ko_buf_str(out, final[f].before_vowel);
    return;
  }
  if (has_h(f) &&
      (i == I_G || i == I_D || i == I_J || i == I_S)) { /* 좋고 joko, 많다 manta, 좋소 joso */
    if (f != F_H) ko_buf_str(out, s == 'n' ? "n" : "l");
    ko_buf_str(out, i == I_G ? "k" : i == I_D ? "t" : i == I_J ? "ch" : "s");
    return;
  }
  if (f == F_D && i == I_H && v == V_I) { /* 닫히다 dachida */
    ko_buf_str(out, "ch");
    return;
  }
  if (s == 0) {
    ko_buf_str(out, initial[i]);
    return;
  }
  if ((i == I_N || i == I_M || i == I_R) && (s == 'k' || s == 't' || s == 'p'))
    s = s == 'k' ? 'g' : s == 't' ? 'n' : 'm';
  if ((s == 'n' && i == I_R && f != 7) || (s == 'l' && (i == I_N || i == I_R))) {
    if (final[f].sound == 'n' || final[f].sound == 'l') {
      ko_buf_str(out, "ll"); /* 신라 silla, 칠년 chillyeon */
      return;
    }
  }
  if (s == 'g')
    ko_buf_str(out, "ng");
  else
    ko_buf_add(out, &s, 1);
  ko_buf_str(out, i == I_R ? "n" : initial[i]); /* 종로 jongno, 독립 dongnip */
}

int ko_romanize(const ko_text *t, ko_buf *out) {
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
      boundary(out, ko_final(c), ko_initial(n), ko_vowel(n));
    } else if (ko_final(c)) {
      char s = final[ko_final(c)].sound;
      if (s == 'g')
        ko_buf_str(out, "ng");
      else
        ko_buf_add(out, &s, 1);
    }
  }
  return out->failed ? -1 : 0;
}
