#include "text/style.h"

#include "base/buf.h"
#include "text/hangul.h"

enum { LONGEST = 2 }; /* syllables of an ending behind the letter that ends the one before */

int ko_style_row(const ko_text *t, uint32_t from, uint32_t end) {
  for (uint32_t n = LONGEST; n > 0; n--) {
    char key[4 * (LONGEST + 1)];
    size_t letter = 0, bytes;
    int row;
    if (end < from + n) continue;
    if (end > from + n && ko_is_syllable(t->ch[end - n - 1].cp) &&
        ko_final(t->ch[end - n - 1].cp) != KO_FINAL_NONE)
      letter = ko_encode(ko_final_letter(ko_final(t->ch[end - n - 1].cp)), key);
    bytes = letter;
    for (uint32_t i = end - n; i < end; i++) bytes += ko_encode(t->ch[i].cp, key + bytes);
    row = letter ? ko_table_find(&ko_table_sentence_style, key, bytes) : -1;
    if (row < 0) row = ko_table_find(&ko_table_sentence_style, key + letter, bytes - letter);
    if (row >= 0) return row;
  }
  return -1;
}
