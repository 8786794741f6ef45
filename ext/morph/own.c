#include "morph/own.h"

#include <string.h>

#include "morph/tagset.h"
#include "text/hangul.h"

/* The first plain expansion of a tag: any will do for a word that is one morpheme, whatever its length. */
static uint32_t plain_of(const ko_model *m, unsigned tag) {
  for (uint32_t i = 0; i < m->n_entries; i++) {
    uint32_t x = m->entries[i].expansion;
    if (ko_model_tag(m, x) == tag && ko_model_plain(m, x) && !m->expansions[x + 4] &&
        !m->expansions[x + 5])
      return x;
  }
  return 0; /* a dictionary without nouns */
}

void ko_own_init(ko_own *o, const ko_model *model, const ko_mem *mem) {
  memset(o, 0, sizeof *o);
  o->mem = mem;
  o->model = model;
  ko_map_init(&o->map, mem);
  o->what[0] = plain_of(model, KO_TAG_NNP);
  o->what[1] = plain_of(model, KO_TAG_NNG);
}

void ko_own_free(ko_own *o) {
  if (!o->mem) return;
  ko_map_free(&o->map);
  ko_free(o->mem, o->word);
  memset(o, 0, sizeof *o);
}

/* ---- words as bytes ---- */

enum { ROOM = 4 * KO_OWN_LONGEST };

static uint32_t bit_of(const char *key, size_t n) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)key[i]) * 16777619u;
  return (h ^ h >> 15) % (8 * sizeof((ko_own *)0)->begins);
}

static void mark(ko_own *o, const char *key, size_t n) {
  uint32_t bit = bit_of(key, n);
  o->begins[bit / 8] |= (uint8_t)(1u << bit % 8);
}

static int is_marked(const ko_own *o, const char *key, size_t n) {
  uint32_t bit = bit_of(key, n);
  return o->begins[bit / 8] >> bit % 8 & 1;
}

/* Bytes of the first two characters of a word, of the only one for a word of one. */
static size_t begin_of(const char *key, size_t n) {
  size_t i = 1, characters = 1;
  while (i < n && (characters += !ko_is_continuation(key[i])) <= 2) i++;
  return i;
}

/* ---- adding ---- */

/* Costs of an own word by its length, of one character first; the last one is for all longer ones. A noun of
** the dictionary costs 2,700 and more, a frequent one of two syllables 1,000; where there is one of the same
** syllables the own word costs LESS than it. */
static const int16_t costs[] = {2500, 1500, -2000, -4000};
enum { N_COSTS = sizeof costs / sizeof *costs, LESS = 300 };

static int16_t cost_of(const ko_model *m, const ko_char *ch, size_t n) {
  int cost = costs[n < N_COSTS ? n - 1 : N_COSTS - 1];
  uint32_t at = m->root, count, i = 0;
  const ko_entry *e;
  while (i < n && ko_is_syllable(ch[i].cp) && ko_model_follow(m, &at, m->codes[ch[i].cp - 0xAC00]))
    i++;
  if (i < n) return (int16_t)cost;
  for (e = ko_model_entries(m, at, &count); count > 0; count--, e++)
    if (e->flags & KO_ENTRY_NOUN && e->cost - LESS < cost) cost = e->cost - LESS;
  return (int16_t)cost;
}

/* The classes of a noun, by how it ends: in a vowel, in ㄹ, in another consonant, not in Hangul. */
static ko_pair pair_of(const ko_model *m, uint32_t last, int person) {
  const ko_pair *fixed = m->unknown->fixed, *pair = fixed + (person ? KO_FIX_NAME : KO_FIX_NOUN);
  ko_class k = ko_class_of(last);
  if (k == KO_CLASS_HANGUL) {
    int final = ko_final(last);
    return pair[final == KO_FINAL_NONE ? 0 : final == KO_FINAL_L ? 1 : 2];
  }
  return (ko_pair){pair->left, fixed[k == KO_CLASS_DIGIT ? KO_FIX_SN
                                     : k == KO_CLASS_HAN ? KO_FIX_SH
                                                         : KO_FIX_SL]
                                   .right};
}

void ko_own_set_type(ko_own *o, int32_t word, ko_own_type type) {
  ko_own_word *w = &o->word[word];
  ko_pair pair = pair_of(o->model, w->last, type == KO_OWN_PERSON);
  w->type = (uint8_t)type;
  w->left = pair.left;
  w->right = pair.right;
  w->flags = (uint16_t)(KO_ENTRY_NOUN | KO_ENTRY_OWN);
  if (type == KO_OWN_PERSON) w->flags |= KO_ENTRY_PERSON;
  if (type == KO_OWN_LOCATION) w->flags |= KO_ENTRY_PLACE;
  w->what = o->what[type == KO_OWN_NOUN];
}

int32_t ko_own_add(ko_own *o, const ko_char *ch, size_t n) {
  char key[ROOM];
  size_t bytes = 0;
  int word;
  for (size_t i = 0; i < n; i++) bytes += ko_encode(ko_lower(ch[i].cp), key + bytes);
  word = ko_map_get(&o->map, key, bytes);
  if (word != KO_MAP_NONE) return word;
  if (ko_grow(o->mem, &o->word, &o->cap, o->n + 1, sizeof *o->word) ||
      ko_map_put(&o->map, key, bytes, (int)o->n))
    return -1;
  mark(o, key, begin_of(key, bytes));
  o->lengths |= (uint64_t)1 << n;
  memset(&o->word[o->n], 0, sizeof *o->word);
  o->word[o->n].n = (uint8_t)n;
  o->word[o->n].last = ch[n - 1].cp;
  o->word[o->n].cost = cost_of(o->model, ch, n);
  ko_own_set_type(o, (int32_t)o->n, KO_OWN_NAME);
  return (int32_t)o->n++;
}

/* ---- finding ---- */

const ko_own_word *ko_own_find(const ko_own *o, const ko_text *t, size_t from, size_t to) {
  char key[ROOM];
  size_t bytes = 0;
  int word;
  if (to - from > KO_OWN_LONGEST) return NULL;
  for (size_t i = from; i < to; i++) bytes += ko_encode(ko_lower(t->ch[i].cp), key + bytes);
  word = ko_map_get(&o->map, key, bytes);
  return word == KO_MAP_NONE ? NULL : &o->word[word];
}

/* Are characters i - 1 and i of one run of a class that is no Hangul? */
static int goes_on(const ko_text *t, size_t i) {
  return i > 0 && i < t->n && t->klass[i] == t->klass[i - 1] && t->klass[i] != KO_CLASS_HANGUL &&
         t->klass[i] != KO_CLASS_SYMBOL;
}

size_t ko_own_match(const ko_own *o, const ko_text *t, size_t at, size_t end,
                    int32_t found[KO_OWN_LONGEST]) {
  char key[ROOM];
  size_t bytes = 0, n = 0, more = end - at < KO_OWN_LONGEST ? end - at : KO_OWN_LONGEST;
  int some = 0;
  if (goes_on(t, at)) return 0;
  for (size_t i = 0; i < more && t->klass[at + i] != KO_CLASS_SPACE && o->lengths >> (i + 1); i++) {
    int word;
    bytes += ko_encode(ko_lower(t->ch[at + i].cp), key + bytes);
    if (i < 2) some = is_marked(o, key, bytes);
    if (i == 1 && !some) break;
    if (!some || !(o->lengths >> (i + 1) & 1) || goes_on(t, at + i + 1)) continue;
    word = ko_map_get(&o->map, key, bytes);
    if (word != KO_MAP_NONE) found[n++] = word;
  }
  return n;
}
