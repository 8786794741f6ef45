/* What the name model sees: a sentence cut into units, and the features of each unit. The trainer
** (ext/data/names/train_names.c) and the extension both use this file, so that a model is always
** read with the features that it was trained on. Whoever changes a feature trains the model anew
** and raises KO_NAMES_VERSION.
**
** A unit is a morpheme or a part of one: a name may end inside a dictionary word (한·미 in 한미, 미국
** in 미국산), so compounds are cut where their parts meet, and nouns before the syllables of
** ext/data/tables/name_affix.tsv.
*/
#ifndef KO_NAME_FEATURES_H
#define KO_NAME_FEATURES_H

#include "extract/words/mention.h"

enum { KO_NAMES_VERSION = 3 };

/* Labels: 0 for units outside of names, and for each type four: the first, a middle and the last unit
** of a name, and a name of one unit. */
typedef enum ko_name_type { KO_NAME_PS, KO_NAME_OG, KO_NAME_LC, KO_N_NAME_TYPES } ko_name_type;
typedef enum ko_name_place {
  KO_NAME_FIRST,
  KO_NAME_MIDDLE,
  KO_NAME_LAST,
  KO_NAME_SINGLE,
  KO_N_NAME_PLACES
} ko_name_place;
enum { KO_N_NAME_LABELS = 1 + KO_N_NAME_PLACES * KO_N_NAME_TYPES };

static inline int ko_name_label(int type, int place) {
  return 1 + KO_N_NAME_PLACES * type + place;
}
static inline int ko_name_label_type(int label) {
  return (label - 1) / KO_N_NAME_PLACES;
}
static inline int ko_name_label_place(int label) {
  return (label - 1) % KO_N_NAME_PLACES;
}

/* Is a name not yet complete after this label? Does one go on with it? */
static inline int ko_name_opens(int label) {
  return label > 0 && ko_name_label_place(label) <= KO_NAME_MIDDLE;
}
static inline int ko_name_goes_on(int label) {
  return label > 0 && (ko_name_label_place(label) == KO_NAME_MIDDLE ||
                       ko_name_label_place(label) == KO_NAME_LAST);
}
/* May label `to` follow label `from`? Sentences begin and end as after and before label 0. */
static inline int ko_name_follows(int from, int to) {
  if (ko_name_opens(from) != ko_name_goes_on(to)) return 0;
  return !ko_name_opens(from) || ko_name_label_type(from) == ko_name_label_type(to);
}

/* The words that the model knows something about besides its weights: hash of the word, its two
** clusters and the lists it is in, in an open hash table of 2^bits slots. */
typedef struct ko_name_word {
  uint32_t key;  /* ko_name_hash_add of the characters; 0: an empty slot */
  uint32_t what; /* coarse cluster << 24 | fine cluster << 12 | a bit for each list; 0 no cluster */
} ko_name_word;
/* The lists, as ext/data/names/lexicon.py numbers them. */
typedef enum ko_name_list {
  KO_NAME_LIST_COUNTRY = 1 << 0,
  KO_NAME_LIST_PROVINCE = 1 << 1,
  KO_NAME_LIST_DISTRICT = 1 << 2,
  KO_NAME_LIST_TOWN = 1 << 3,
  KO_NAME_LIST_CITY = 1 << 4,
  KO_NAME_LIST_PLACE = 1 << 5,
  KO_NAME_LIST_TITLE = 1 << 6,
  KO_NAME_LIST_GIVEN = 1 << 7,
  KO_NAME_LIST_ORGANIZATION = 1 << 8,
  KO_NAME_LIST_PERSON = 1 << 9,
  KO_NAME_LIST_PART = 1 << 10,
  KO_NAME_LISTS_NAMES = KO_NAME_LIST_COUNTRY | KO_NAME_LIST_PROVINCE | KO_NAME_LIST_DISTRICT |
                        KO_NAME_LIST_TOWN | KO_NAME_LIST_CITY | KO_NAME_LIST_PLACE |
                        KO_NAME_LIST_ORGANIZATION | KO_NAME_LIST_PERSON
} ko_name_list;
static inline uint32_t ko_name_lists(const ko_name_word *w) {
  return w->what & 0xFFF;
}

typedef struct ko_name_lexicon {
  const ko_name_word *slot;
  uint32_t bits; /* 0: the table is empty */
} ko_name_lexicon;

typedef struct ko_name_unit {
  uint32_t start, end;       /* characters of the text */
  uint32_t morpheme;         /* its number in the document */
  uint32_t form;             /* hash of its form */
  uint32_t word;             /* hash of the whole morpheme, when the unit is a part of one */
  uint32_t suffix1, suffix2; /* hashes of its last one and two characters */
  uint32_t prefix1, prefix2;
  uint32_t run_last; /* the last unit of the run of nouns that it is in */
  uint32_t run_first;
  uint16_t coarse, fine, lists;
  uint16_t matched; /* the lists of an entry of several units that covers it */
  uint8_t match;    /* 0 none, 1 that entry begins here, 2 it goes on here */
  uint8_t tag, origin, flags;
  uint8_t length; /* in characters, at most 15 */
  uint8_t shape;
  uint8_t space;  /* 1: white space before it */
  uint8_t part;   /* 0 a whole morpheme, 1 first, 2 middle, 3 last part */
  uint8_t inside; /* bits: in quotation marks, in brackets */
} ko_name_unit;

typedef struct ko_name_units {
  const ko_mem *mem;
  const ko_name_lexicon *lexicon;
  ko_name_unit *unit;
  size_t n, cap;
  int style;
} ko_name_units;

enum { KO_MAX_NAME_FEATURES = 96 };

void ko_name_units_init(ko_name_units *u, const ko_mem *mem, const ko_name_lexicon *lexicon);
void ko_name_units_free(ko_name_units *u);
/* Cut morphemes [first, last) of the document into units. Returns 0, or -1 when memory is out. */
int ko_name_units_read(ko_name_units *u, const ko_document *d, size_t first, size_t last);
/* The features of unit i, as hashes that are never 0. Returns how many. */
int ko_name_features(const ko_name_units *u, size_t i, uint32_t out[KO_MAX_NAME_FEATURES]);

/* The entry of characters [start, end), white space put aside; NULL if there is none. */
const ko_name_word *ko_name_word_at(const ko_name_lexicon *l, const ko_text *t, uint32_t start,
                                    uint32_t end);

/* The hash of a word, character by character from KO_NAME_HASH_START. */
enum { KO_NAME_HASH_START = 0x9E3779B9 };
static inline uint32_t ko_name_hash_add(uint32_t h, uint32_t cp) {
  h = (h ^ cp) * 0x85EBCA6Bu;
  return h ^ h >> 15;
}

#endif
