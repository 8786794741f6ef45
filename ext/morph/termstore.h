/* Search terms kept by run of Hangul, packed: a run has the same terms wherever it stands, so that
** what was kept is what an analysis would give, only sooner.
**
** The data is a list of entries, one behind the other:
**     u8   the number of syllables << 4 | what stands before the run
**     u16  each syllable
**     u8   bytes of what follows
**     u8   ko_terms.counted << 4 | number of terms; ko_terms.counted_less
**     for each term
**       u8   start << 4 | end, in syllables of the run
**       u8   COLOCATED, and how its text is made: SLICE, the syllables from start to end; VERB, the
**            same and 다; or else LITERAL plus the number of bytes of UTF-8 that follow
** The index is an open hash table of any size: 0, or a mark of the run's hash << 24 and the offset of
** its entry in the data plus 1.
*/
#ifndef KO_TERMSTORE_H
#define KO_TERMSTORE_H

#include "morph/terms.h"

enum {
  KO_STORED_SYLLABLES = 15, /* of the longest run that is kept */
  KO_STORED_BYTES = 64,     /* of the terms of one; who has more is not kept */
  KO_STORE_LIMIT = 1 << 24  /* bytes of data */
};

typedef struct ko_run_key { /* a run, as an entry begins */
  uint8_t bytes[1 + 2 * KO_STORED_SYLLABLES];
  uint32_t n; /* bytes */
  uint32_t hash;
} ko_run_key;

typedef struct ko_termstore {
  uint8_t *data;
  uint32_t *index;
  size_t n_data, cap_data, n_index, count;
} ko_termstore;

/* Returns 0 if the run is too long to be kept. */
int ko_run_key_of(ko_run_key *k, const ko_text *text, size_t from, size_t to, unsigned before);
/* The packed terms of a run; NULL if the store has not got them. */
const uint8_t *ko_termstore_find(const ko_termstore *s, const ko_run_key *k);
/* Pack what ko_terms_run found for a run that begins at character `from`. Returns 0 if it does not fit. */
int ko_terms_pack(const ko_terms *t, const ko_run_key *k, uint32_t from,
                  uint8_t out[KO_STORED_BYTES]);
/* Put packed terms into t, as if ko_terms_run had found them. Returns 0, or -1 when memory is out. */
int ko_terms_unpack(const uint8_t *packed, const ko_run_key *k, ko_terms *t, uint32_t from);

/* Keep the terms of a run that the store has not got yet. It takes no more than `limit` bytes. Returns 1 if
** they were kept, 0 if it is full, -1 when memory is out. */
int ko_termstore_add(ko_termstore *s, const ko_mem *mem, size_t limit, const ko_run_key *k,
                     const uint8_t *packed);
/* Make the index anew, of so many slots, more than there are runs. Returns 0, or -1 when memory is out; the
** index is then as it was. */
int ko_termstore_index(ko_termstore *s, const ko_mem *mem, size_t slots);
void ko_termstore_clear(ko_termstore *s); /* keeps its memory */
void ko_termstore_free(ko_termstore *s, const ko_mem *mem);

/* A store as build/ready.bin has it: u32 slots of the index, u32 bytes of data, the index, the data; 4-byte
** aligned. Nothing is written to it. Returns 0 if that is not n bytes. */
int ko_termstore_open(ko_termstore *s, const void *image, size_t n);

#endif
