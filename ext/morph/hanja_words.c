#include "morph/hanja_words.h"

#include <string.h>

#include "morph/chains.h"
#include "text/hangul.h"

enum {
  MOST = 5,    /* characters with two readings that are tried in both */
  SURNAMED = 3 /* a name has no more characters */
};

/* The syllable by which a surname is read that is written with this hanja; 0 if there is none such, or it is read
** as always. */
static uint32_t surname_of(uint32_t hanja) {
  const char *name = ko_hanja_sense(hanja, KO_HANJA_SENSE_KIND_SURNAME);
  uint32_t c = 0;
  if (*name) ko_unit((const unsigned char *)name, strlen(name), &c);
  return c;
}

/* The other reading of a character; 0 if it has none. The last one of a run begins no word. */
static uint32_t other_reading(const uint32_t *cp, size_t n, size_t i, uint32_t reading) {
  uint32_t c = 0;
  if (i == 0 && n <= SURNAMED) c = surname_of(cp[0]);
  if (i > 0 && i + 1 < n) c = ko_initial_sound(reading);
  return c != reading ? c : 0;
}

typedef struct trial {
  uint32_t reading[KO_MAX_HANJA];
  int32_t cost;   /* as nouns */
  uint64_t words; /* bit i: one of them begins at character i */
  int guessed;    /* 1: some of them are in no dictionary */
} trial;

/* Find what a reading costs. Returns 0, or -1 when memory is out. */
static int weigh(ko_terms *t, ko_text *text, trial *x, size_t n) {
  ko_chain nouns;
  ko_text_clear(text);
  for (size_t i = 0; i < n; i++)
    if (ko_text_push(text, &(ko_char){.cp = x->reading[i]})) return -1;
  if (ko_terms_run(t, text, 0, n, KO_RIGHT_ALONE, KO_TO_INDEX)) return -1;
  x->cost = ko_chain_nominal(t, 0, n, &nouns);
  x->guessed = ko_chain_has_guess(t, &nouns);
  x->words = 0;
  for (size_t i = 0; i < nouns.n; i++)
    x->words |= (uint64_t)1 << ko_node_at(t, nouns.node[i])->start;
  return 0;
}

/* Do words begin where the reading is another than plain, known ones but for names? A noun that is one word has
** its parts inside. */
static int is_lawful(const trial *x, uint64_t changed) {
  return (changed & ~x->words) == 0 ? changed == 1 || !x->guessed : x->words == 1 && !x->guessed;
}

int ko_hanja_words(ko_terms *t, ko_text *text, const uint32_t *cp, size_t n, uint32_t *out) {
  uint32_t other[MOST];
  uint8_t fixed[KO_MAX_HANJA];
  size_t at[MOST], k = 0;
  trial plain, best, x;
  ko_hanja_read(&t->lattice.model->hanja, cp, n, out, fixed);
  for (size_t i = 0; i < n; i++)
    if (!ko_is_syllable(out[i])) return 0; /* unknown */
  for (size_t i = 0; n > 1 && i < n && k < MOST; i++) {
    other[k] = fixed[i] ? 0 : other_reading(cp, n, i, out[i]);
    if (other[k]) at[k++] = i;
  }
  if (k == 0) return 0;
  memcpy(plain.reading, out, n * sizeof *out);
  if (weigh(t, text, &plain, n)) return -1;
  best = plain;
  for (unsigned chosen = 1; chosen < 1u << k; chosen++) {
    uint64_t changed = 0;
    x = plain;
    for (size_t i = 0; i < k; i++)
      if (chosen >> i & 1) x.reading[at[i]] = other[i], changed |= (uint64_t)1 << at[i];
    if (weigh(t, text, &x, n)) return -1;
    if (x.cost < best.cost && is_lawful(&x, changed)) best = x;
  }
  memcpy(out, best.reading, n * sizeof *out);
  return 0;
}
