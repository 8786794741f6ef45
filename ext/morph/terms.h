/* Search terms: what one run of Hangul is indexed under, and what it asks for as a query.
**
** A run is analysed by itself, whatever stands around it, so that a word has the same terms
** wherever it stands. Content words become terms: nouns as they are, verbs and adjectives in
** dictionary form (이끌었다: 이끌다). Particles, endings, the copula, auxiliaries, dependent nouns
** and one-syllable adverbs and determiners do not.
**
**   document   terms of the likeliest reading, one position for each word; at the same position
**              the word without its affixes (한국인 also 한국), and terms of other readings that
**              are likely enough (가는: 가다, 갈다)
**   query      of what a document with the same run is indexed under, one term for each position,
**              so that a text finds itself. A run that is all that was typed asks for what the person
**              means, a noun or name if it can be one or a verb in dictionary form, where a document
**              has that too, or has nothing; and also instead of another single word (만나, a noun;
**              a document has 만나다)
*/
#ifndef KO_TERMS_H
#define KO_TERMS_H

#include "base/buf.h"
#include "morph/posterior.h"
#include "morph/spelling.h"

typedef enum ko_decompound {
  KO_DECOMPOUND_NONE,    /* 삼성전자: one term */
  KO_DECOMPOUND_DISCARD, /* 삼성 전자: its parts */
  KO_DECOMPOUND_MIXED    /* its parts, and the whole at the position of the first */
} ko_decompound;

typedef enum ko_purpose {
  KO_TO_INDEX,   /* the run stands in a document, */
  KO_ASKED_TEXT, /* in a query with others, */
  KO_ASKED_WORD  /* or is all that was typed */
} ko_purpose;

/* How a run came to a term. */
typedef enum ko_why {
  KO_WHY_READ,    /* a word of its likeliest reading */
  KO_WHY_AFFIX,   /* one without its affixes, or an affix */
  KO_WHY_PIECE,   /* a stretch of doubtful nouns, or the whole run */
  KO_WHY_LONGER,  /* a verb that the reading takes apart */
  KO_WHY_SHORTER, /* one of the nouns that make up one of the dictionary */
  KO_WHY_OTHER,   /* a word of another reading */
  KO_WHY_INSIDE,  /* the same, inside a noun of the likeliest */
  KO_WHY_FORM,    /* a verb in dictionary form */
  KO_WHY_OWN,     /* a word of one's own, or its owner's part of one */
  KO_N_WHY
} ko_why;

typedef struct ko_term {
  uint32_t start, end; /* characters of the text */
  uint32_t at, n;      /* its UTF-8 text in ko_terms.text */
  int32_t p;           /* cost of its probability, see posterior.h */
  uint8_t colocated;   /* 1: at the position of the term before it */
  uint8_t why;         /* ko_why */
} ko_term;

typedef struct ko_terms {
  ko_lattice lattice;
  ko_spelling spelling;
  ko_posterior posterior;
  const ko_mem *mem;
  ko_buf text;
  ko_term *term;
  size_t n, cap;
  size_t first;     /* scratch: where the list begins that terms are being added to */
  uint32_t counted; /* behind a number: how many syllables belong to it (25일: 1; 3만명: 2) */
  uint32_t counted_less; /* the same without its last word (3만명: 1); 0 when that leaves none */
  uint32_t longest;      /* scratch: longer nouns are not looked at */
  int32_t *best, *back;  /* scratch: for each node */
  size_t cap_best, cap_back;
  ko_decompound decompound;
  uint8_t all_kept; /* for training: terms are not weighed (meant.h) */
  uint64_t dropped; /* bit for each ko_tag: words of this tag give no term */
} ko_terms;

enum { KO_MAX_RUN = 64 }; /* a longer run of Hangul is analysed in pieces of this many syllables */

void ko_terms_init(ko_terms *t, const ko_model *model, const ko_mem *mem);
void ko_terms_free(ko_terms *t);
/* The tags whose words give no term, unless the user says otherwise. */
uint64_t ko_terms_default_dropped(void);

/* Fill t->term with the terms of characters [from, to), which must all be Hangul, at most
** KO_MAX_RUN. `right_boundary` says what stands before the run: KO_RIGHT_ALONE and on. Behind a
** number, t->counted is set, and those syllables give no terms. Returns 0, or -1 when memory is out. */
int ko_terms_run(ko_terms *t, const ko_text *text, size_t from, size_t to, unsigned right_boundary,
                 ko_purpose purpose);

#endif
