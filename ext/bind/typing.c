#include "bind/typing.h"

#include <string.h>
#include <tables.h>

#include "text/chars.h"
#include "text/hangul.h"

enum { BYTES = 3 }; /* of a syllable, and of a jamo */

typedef struct typed {
  ko_buf *text;
  ko_typing *out;
  size_t from, hangul; /* bytes of the text: the word, and the letters that it ends with, */
  uint32_t letter[KO_MAX_TYPED + 1];
  size_t n; /* which are so many */
} typed;

/* ---- pieces ---- */

/* Ways to cut the word. One syllable of a word is no text by itself. Behind so many syllables that hardly
** anything else begins with them, the consonant that `loose` says was put behind the last one is left out, which
** saves looking at all that it may become. */
static void add_cuts(typed *t, int loose) {
  enum { ENOUGH = 3 };
  for (size_t cut = 0; cut < t->n; cut++) {
    ko_typed *way = &t->out->way[t->out->n];
    size_t letters = t->n - cut;
    if (cut == 1 && t->hangul == t->from) continue;
    if (loose && letters > ENOUGH) letters--;
    way->from = t->from;
    way->last = t->hangul + cut * BYTES;
    way->before = way->last - t->from;
    way->length = letters * BYTES;
    t->out->n++;
  }
}

/* Append a copy of the first `letters` letters of the word, with what stands before them. */
static void copy(typed *t, size_t letters) {
  size_t end = t->hangul + letters * BYTES;
  for (size_t i = t->from; i < end && !t->text->failed; i++) {
    char byte = t->text->data[i];
    ko_buf_add(t->text, &byte, 1);
  }
}

/* ---- endings and particles ---- */

/* The word with another last letter, and one more if it is not 0. */
static void add_ending(typed *t, uint32_t last, uint32_t more) {
  size_t at = t->text->n;
  copy(t, t->n - 1);
  ko_buf_char(t->text, last);
  if (more) ko_buf_char(t->text, more);
  t->out->way[t->out->n++] = (ko_typed){.from = at, .before = t->text->n - at};
}

/* With the finals that verbs take before most of their endings, and in their other forms: 어려운, 갈, 갔. A past
** tense needs its ending. */
static void add_endings(typed *t) {
  enum { PAST = 20 }; /* the final ㅆ */
  uint32_t c = t->letter[t->n - 1];
  if (!ko_is_syllable(c)) return;
  if (ko_final(c) == PAST) add_ending(t, c, KO_LEMMA_SYLLABLE);
  if (ko_final(c)) return;
  add_ending(t, c + KO_FINAL_N, 0);
  add_ending(t, c + KO_FINAL_L, 0);
  add_ending(t, c + PAST, 0);
}

/* May the consonant become a particle of one syllable, other than one of places, which are short forms? */
static int is_particle(uint32_t consonant) {
  ko_syllables range[2];
  int n = ko_typed_on(consonant, range);
  for (int row = 0; n == 1 && row < ko_table_particle.rows; row++) {
    const char *form = ko_particle_form_of(row);
    uint32_t c;
    if (strlen(form) != BYTES || (ko_particle_class_of(row) & KO_PARTICLE_CLASS_AT)) continue;
    ko_unit((const unsigned char *)form, BYTES, &c);
    if (c >= range[0].from && c < range[0].to) return 1;
  }
  return 0;
}

/* Without what may become a particle: that has no terms. */
static void add_bare(typed *t) {
  uint32_t c = t->letter[t->n - 1];
  if (t->n > 2 && !ko_is_syllable(c) && is_particle(c))
    t->out->way[t->out->n++] =
        (ko_typed){.from = t->from, .before = t->hangul + (t->n - 1) * BYTES - t->from};
}

/* ---- the last key ---- */

/* The consonants that a final is typed with: what stays, what goes over. */
static void divide(int final, int *stays, int *goes) {
  /* of the finals ㄳ ㄵ ㄶ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅄ */
  static const struct {
    int8_t pair, stays, goes;
  } pairs[] = {{3, 1, 19},  {5, 4, 22},  {6, 4, 27},  {9, 8, 1},   {10, 8, 16}, {11, 8, 17},
               {12, 8, 19}, {13, 8, 25}, {14, 8, 26}, {15, 8, 27}, {18, 17, 19}};
  *stays = KO_FINAL_NONE;
  *goes = final;
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (pairs[i].pair == final) *stays = pairs[i].stays, *goes = pairs[i].goes;
}

/* Put the last consonant of the last syllable behind that, in a copy of the word. */
static void loosen(typed *t) {
  uint32_t c = t->letter[t->n - 1];
  size_t at = t->text->n;
  int stays, goes;
  divide(ko_final(c), &stays, &goes);
  copy(t, t->n - 1);
  t->letter[t->n - 1] = ko_syllable(ko_initial(c), ko_vowel(c), stays);
  t->letter[t->n] = ko_final_letter(goes);
  ko_buf_char(t->text, t->letter[t->n - 1]);
  ko_buf_char(t->text, t->letter[t->n++]);
  t->hangul = at + (t->hangul - t->from);
  t->from = at;
}

static uint32_t letter_at(const ko_buf *text, size_t at, size_t end) {
  uint32_t c;
  return ko_unit((const unsigned char *)text->data + at, end - at, &c) == BYTES ? c : 0;
}

/* Where the word begins behind its signs. */
static size_t skip_signs(const ko_buf *text, size_t from, size_t end) {
  while (from < end) {
    uint32_t c;
    size_t n = ko_unit((const unsigned char *)text->data + from, end - from, &c);
    if (ko_class_of(c) != KO_CLASS_SYMBOL) break;
    from += n;
  }
  return from;
}

void ko_typing_of(ko_buf *text, size_t from, size_t n, ko_typing *out) {
  typed t = {.text = text, .out = out, .from = from};
  size_t end = from + n, hangul = end;
  uint32_t c = n >= BYTES ? letter_at(text, end - BYTES, end) : 0;
  out->n = 0;
  if (ko_class_of(c) == KO_CLASS_JAMO) hangul -= BYTES;
  while (hangul >= from + BYTES && ko_is_syllable(letter_at(text, hangul - BYTES, end)))
    hangul -= BYTES;
  t.from = skip_signs(text, from, hangul);
  t.hangul = hangul;
  t.n = (end - hangul) / BYTES;
  if (t.n == 0 || t.n >= KO_MAX_TYPED) return;
  for (size_t i = 0; i < t.n; i++) t.letter[i] = letter_at(text, hangul + i * BYTES, end);
  add_cuts(&t, 0);
  add_bare(&t);
  add_endings(&t);
  if (!ko_is_syllable(c) || ko_final(c) == 0) return;
  loosen(&t);
  if (text->failed) return;
  add_cuts(&t, 1);
}
