#include "extract/page/headline_end.h"

#include <string.h>

#include "text/marks.h"

enum {
  LOOKED = 30000, /* characters of a page that are counted */
  NEAREST = 4,    /* characters of a headline, or of what is behind it, at least */
  WORDS = 3       /* on either side of a place, whose last syllables are looked at */
};

/* ---- what a page has ---- */

static uint32_t slot(uint32_t a, uint32_t b, uint32_t c) {
  uint32_t h = a * 0x9E3779B1u ^ (b * 0x85EBCA6Bu) ^ (c * 0xC2B2AE35u);
  h ^= h >> 15;
  return (h * 0x2C1B3C6Du) >> 17;
}

_Static_assert(KO_HEADLINE_SLOTS == 1 << 15, "slot() gives 15 bits");

static void count(uint8_t *n) {
  if (*n < 3) ++*n;
}

static int is_letter(const ko_text *t, uint32_t i) {
  uint8_t k = t->klass[i];
  return k == KO_CLASS_HANGUL || k == KO_CLASS_LETTER || k == KO_CLASS_DIGIT || k == KO_CLASS_HAN;
}

void ko_headline_look(ko_headline_page *p, const ko_text *t) {
  uint32_t n = t->n < LOOKED ? (uint32_t)t->n : LOOKED;
  memset(p, 0, sizeof *p);
  for (uint32_t i = 0; i + 1 < n; i++) {
    const ko_char *c = &t->ch[i];
    if (!is_letter(t, i) || !is_letter(t, i + 1)) continue;
    count(&p->inner[slot(c[0].cp, c[1].cp, 0)]);
    if (i && is_letter(t, i - 1)) continue;
    count(&p->start2[slot(c[0].cp, c[1].cp, 0)]);
    if (i + 2 < n && is_letter(t, i + 2)) count(&p->start3[slot(c[0].cp, c[1].cp, c[2].cp)]);
  }
}

/* ---- places ---- */

static int closes_headline(const ko_text *t, uint32_t i) {
  uint32_t c = t->ch[i].cp;
  return is_letter(t, i) || c == '%' || c == '?' || c == '!' || ko_closes(c) ||
         ko_mark_of(c) == KO_MARK_CLASS_ELLIPSIS;
}

static int opens_sentence(const ko_text *t, uint32_t i) {
  ko_mark_class class = ko_mark_of(t->ch[i].cp);
  return is_letter(t, i) || (class == KO_MARK_CLASS_QUOTE && ko_mark_closing(t->ch[i].cp));
}

int ko_headline_may_end(const ko_text *t, uint32_t from, uint32_t stop, uint32_t i) {
  if (i < from + NEAREST || i + NEAREST > stop || i > from + KO_HEADLINE_REACH) return 0;
  if (!closes_headline(t, i - 1) || !opens_sentence(t, i)) return 0;
  /* "..." that is a sentence, or a mark that opens */
  if (ko_closes(t->ch[i - 1].cp) && (ko_is_stop(t->ch[i - 2].cp) || ko_is_blank(t, i - 2)))
    return 0;
  return t->klass[i] != t->klass[i - 1] || t->klass[i] == KO_CLASS_HANGUL;
}

/* ---- features ---- */

typedef struct list {
  uint16_t *out;
  size_t n;
} list;

static void add(list *l, uint32_t kind, uint32_t a, uint32_t b) {
  uint32_t h = (kind + 1) * 0x9E3779B1u ^ (a * 0x85EBCA6Bu + 0x27D4EB2Fu) ^ (b * 0xC2B2AE35u);
  h ^= h >> 15;
  h *= 0x2C1B3C6Du;
  h ^= h >> 13;
  if (l->n < KO_HEADLINE_MAX) l->out[l->n++] = (uint16_t)(h & ((1u << KO_HEADLINE_BITS) - 1));
}

/* n in steps that grow. */
static uint32_t bucket(uint32_t n) {
  uint32_t step = 0;
  for (uint32_t most = 4; n > most && step < 8; most = most * 7 / 4) step++;
  return step;
}

static uint32_t kind_of(const ko_text *t, uint32_t i) {
  return is_letter(t, i) ? t->klass[i] : 16 + t->ch[i].cp;
}

/* The last syllables of the words before and behind a place, by which particles and endings show. */
static void add_words(list *l, const ko_text *t, uint32_t from, uint32_t stop, uint32_t i) {
  uint32_t words = 0, behind = 0;
  for (uint32_t k = i; k > from + 1; k--) {
    if (t->klass[k - 1] != KO_CLASS_SPACE || t->klass[k - 2] == KO_CLASS_SPACE) continue;
    if (words++ < WORDS) add(l, 1, t->ch[k - 2].cp, 0);
  }
  for (uint32_t k = i; k + 1 < stop && behind < WORDS; k++)
    if (t->klass[k + 1] == KO_CLASS_SPACE && t->klass[k] != KO_CLASS_SPACE)
      add(l, 2 + (behind++ > 0), t->ch[k].cp, 0);
  add(l, 4, words < 8 ? words : 8, 0);
}

/* What the part before a place is punctuated with. */
static void add_marks(list *l, const ko_text *t, uint32_t from, uint32_t i) {
  uint32_t marks = 0;
  for (uint32_t k = from; k < i; k++) {
    ko_mark_class class = t->klass[k] == KO_CLASS_SYMBOL ? ko_mark_of(t->ch[k].cp) : 0;
    if (class != 0) marks |= 1u << class;
  }
  add(l, 5, marks, 0);
}

size_t ko_headline_features(const ko_headline_page *p, const ko_text *t, uint32_t from,
                            uint32_t stop, uint32_t i, uint16_t out[KO_HEADLINE_MAX]) {
  list l = {out, 0};
  uint32_t a = t->ch[i - 1].cp, b = t->ch[i].cp, left = i, right = i, starts2, starts3 = 0,
           inner = 0;
  uint32_t a2 = t->ch[i - 2].cp, b2 = i + 1 < stop ? t->ch[i + 1].cp : 0;
  uint32_t word = opens_sentence(t, i) && !is_letter(t, i) ? i + 1 : i;
  while (left > from && is_letter(t, left - 1)) left--;
  for (right = word; right < stop && is_letter(t, right);) right++;
  starts2 = right >= word + 2 ? p->start2[slot(t->ch[word].cp, t->ch[word + 1].cp, 0)] : 4;
  if (right >= word + 3)
    starts3 = p->start3[slot(t->ch[word].cp, t->ch[word + 1].cp, t->ch[word + 2].cp)] + 1u;
  if (is_letter(t, i - 1) && is_letter(t, i)) inner = p->inner[slot(a, b, 0)];
  add(&l, 0, 0, 0);
  add(&l, 6, kind_of(t, i - 1), kind_of(t, i));
  add(&l, 7, a, 0);
  add(&l, 8, a2, a);
  add(&l, 9, b, 0);
  add(&l, 10, b, b2);
  if (i >= from + 3) add(&l, 20, t->ch[i - 3].cp * 31 + a2, a);
  if (right >= word + 3) add(&l, 21, t->ch[word].cp * 31 + t->ch[word + 1].cp, t->ch[word + 2].cp);
  add(&l, 11, starts2, starts3);
  add(&l, 12, inner, 0);
  add(&l, 13, inner, starts2 * 5 + starts3);
  add(&l, 14, bucket(i - from), 0);
  add(&l, 15, bucket(stop - i), 0);
  add(&l, 16, i - left < 5 ? i - left : 5, 0);
  add(&l, 17, right - word < 6 ? right - word : 6, 0);
  add(&l, 18, right > word ? t->ch[right - 1].cp : 0, right - word < 2 ? right - word : 2);
  add(&l, 19, kind_of(t, i - 1), right - word < 3 ? b : 0);
  add_words(&l, t, from, stop, i);
  add_marks(&l, t, from, i);
  return l.n;
}

/* ---- choosing ---- */

static const int8_t weights[1 << KO_HEADLINE_BITS] = {
#include "data/headlines.def"
};

uint32_t ko_headline_end(const ko_headline_page *p, const ko_text *t, uint32_t from,
                         uint32_t stop) {
  uint32_t best = from;
  int high = 0;
  for (uint32_t i = from; i < stop; i++) {
    uint16_t feature[KO_HEADLINE_MAX];
    size_t n;
    int score = 0;
    if (!ko_headline_may_end(t, from, stop, i)) continue;
    n = ko_headline_features(p, t, from, stop, i, feature);
    for (size_t k = 0; k < n; k++) score += weights[feature[k]];
    if (score > high) high = score, best = i;
  }
  return best;
}
