/* The lattice: every way to read a stretch of text as a chain of words, and the cheapest one.
**
** A node is one reading of one word. The cost of a chain is the sum of its nodes' own costs and of
** the connection costs between neighbours, which depend on the right class of the left word, the
** left class of the right one, and whether white space is between them. What is no dictionary word
** becomes nodes by rule: a run of digits, of letters, of hanja or of loose jamo, a symbol, and, for
** Hangul, unknown nouns of up to KO_MAX_UNKNOWN syllables and personal names of three (a surname and
** a given name), where the dictionary has no noun of the same syllables. Where the caller says that
** syllables may be typed for others (ko_variant), the words that they then make are nodes too.
**
**      BOS ── 삼성/NNP ── 전자/NNG ── 는/JX ── EOS
**        └─── 삼성전자/NNP ──────────┘
**
** The workspace is reused from stretch to stretch; the model is shared and never changes.
*/
#ifndef KO_LATTICE_H
#define KO_LATTICE_H

#include "morph/image.h"
#include "morph/own.h"
#include "text/chars.h"

typedef enum ko_origin {
  KO_ORIGIN_KNOWN,
  KO_ORIGIN_UNKNOWN,
  KO_ORIGIN_NAME,
  KO_ORIGIN_NUMBER,
  KO_ORIGIN_FOREIGN,
  KO_ORIGIN_HANJA_RUN,
  KO_ORIGIN_JAMO_RUN,
  KO_ORIGIN_SYMBOL_RUN
} ko_origin;

typedef struct ko_node {
  int32_t total;        /* cost of the cheapest chain from the left boundary up to here */
  int32_t back;         /* the node before it in that chain, -1 the boundary */
  int32_t next_end;     /* the next node that ends at the same place, -1 none */
  uint32_t start;       /* first character, counted from the start of the stretch */
  uint16_t length;      /* in characters */
  uint8_t origin;       /* ko_origin */
  uint8_t space;        /* 1: white space before it */
  uint16_t left, right; /* from here on as in ko_entry */
  int16_t cost;
  uint16_t flags; /* KO_ENTRY_* */
  uint32_t what;  /* KO_ORIGIN_KNOWN: its expansion; else its tag */
} ko_node;

typedef struct ko_arrival { /* a chain that ends at the place that words are being added to */
  int64_t key; /* its cost, KO_ARRIVAL_STEP times, and its number here: of two that cost the same */
  int32_t node; /*   the first is taken */
  uint32_t right;
} ko_arrival;

enum { KO_ARRIVAL_STEP = 1 << 20 };

typedef struct ko_word { /* a string of the dictionary found in the text: its entries */
  const ko_entry *entries;
  uint16_t n, length;
  int16_t cost; /* of being spelt otherwise than the dictionary has it */
  uint16_t way; /* which variants that takes, see ko_way; 0: none */
} ko_word;

enum { KO_MAX_SPELT = 6, KO_MAX_VARIANTS = 3 }; /* syllables of one; in one word */

typedef struct ko_variant { /* what some characters of the stretch may be typed for */
  uint32_t place;
  uint8_t typed,
      n; /* characters of the stretch, at least 1; syllables that are meant, maybe none */
  int16_t cost;
  uint16_t syllable[KO_MAX_SPELT], code[KO_MAX_SPELT]; /* those, and their labels */
} ko_variant;

typedef struct ko_way { /* the last variant of a word, and the way with those before it */
  uint32_t variant;
  uint16_t before;
} ko_way;

typedef struct ko_reach { /* the cheapest way from the arrivals to a word of a given left class */
  int32_t total, back;
  uint32_t left;
} ko_reach;

enum { KO_MAX_REACHES = 64 }; /* ways remembered for one place; more are found again each time */

typedef struct ko_lattice {
  const ko_model *model;
  const ko_mem *mem;
  const ko_own *own; /* words beside those of the model, NULL none; set before each run */
  const ko_text *text;
  size_t from, to; /* the stretch: characters [from, to) of the text */
  ko_node *node;
  size_t n, cap;
  int32_t *ends;        /* for each place 0..length: the first node that ends there, -1 none */
  uint32_t *first_node; /* for each place: the first node that begins there or behind */
  int32_t *limit;  /* for each place: a chain that ends there and must come to more cannot win */
  uint16_t *code;  /* for each place: the label of its syllable in the dictionary, 0 none */
  uint8_t *spaced; /* for each place: 1 if white space follows */
  ko_word *word;   /* words that begin at place i: from first_word[i] on, to first_word[i + 1] */
  uint32_t *first_word;
  size_t cap_ends, cap_first_node, cap_limit, cap_code, cap_spaced, cap_word, cap_first_word;
  const ko_variant *variant;     /* of this stretch, by place; NULL: none. Set by spelling.c */
  const uint32_t *first_variant; /* for each place and one more: where in `variant` its own begin */
  ko_way *way;                   /* way[0] is not used */
  size_t n_word, n_way, cap_way; /* n_word: scratch */
  ko_arrival *in;
  size_t n_in, cap_in;
  unsigned n_reach;
  ko_reach reach[KO_MAX_REACHES + 1]; /* the last one for what is not remembered */
  uint16_t reach_at[KO_MAX_CLASSES];  /* for each left class: where it may be in `reach` */
  int32_t *path;                      /* the cheapest chain, left to right */
  size_t n_path, cap_path;
  int32_t cost; /* of that chain, with both boundaries */
  uint16_t left_boundary, right_boundary;
  uint8_t all_unknown; /* for training: unknown nouns also where the dictionary has a noun */
} ko_lattice;

/* Longest stretch for one call, in characters; callers cut longer ones. */
enum { KO_MAX_STRETCH = 4096 };

void ko_lattice_init(ko_lattice *l, const ko_model *model, const ko_mem *mem);
void ko_lattice_free(ko_lattice *l);

/* Build the lattice of characters [from, to) and find its cheapest chain. `right_boundary` is the
** right class of what stands before (KO_RIGHT_BOS, KO_RIGHT_ALONE ...), `left_boundary` the left
** class of what follows (KO_LEFT_EOS or KO_LEFT_ALONE). Returns 0, or -1 when memory is out; the
** path is then empty. */
int ko_lattice_run(ko_lattice *l, const ko_text *text, size_t from, size_t to,
                   unsigned right_boundary, unsigned left_boundary);

/* The variants that a node of the path takes, left to right, as many as the result says. */
size_t ko_lattice_variants(const ko_lattice *l, const ko_node *node,
                           const ko_variant *out[KO_MAX_VARIANTS]);

/* The place where the words before `start` end: `start` less the white space before it. */
size_t ko_lattice_before(const ko_lattice *l, size_t start);

/* The own word that a node of the last run is; NULL for all others. */
static inline const ko_own_word *ko_lattice_own(const ko_lattice *l, const ko_node *node) {
  size_t start = l->from + node->start;
  return l->own && node->flags & KO_ENTRY_OWN
             ? ko_own_find(l->own, l->text, start, start + node->length)
             : NULL;
}

/* Cost of `right` coming after a word of right class `left_word`. */
static inline int32_t ko_connect(const ko_model *m, unsigned left_word, unsigned right, int space) {
  return m->matrix[space][(size_t)right * m->n_right + left_word];
}

#endif
