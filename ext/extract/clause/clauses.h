/* The clauses of a document: words, phrases, and what belongs to what. Made once for a reading and
** used by all who ask who did what; nothing here knows of any event.
**
** Korean puts what belongs to a word before it, so a head always stands to the right. Today heads come
** from the rules of heads.c; who asks for a clause's governor, subject or described noun does not care
** who found it out. */
#ifndef KO_CLAUSES_H
#define KO_CLAUSES_H

#include "extract/clause/phrases.h"

typedef struct ko_clauses {
  const ko_mem *mem;
  const ko_reading *r;
  ko_clause_words words;
  ko_phrases phrases;
  size_t *first_word, *first_phrase; /* of each sentence, and one more */
  size_t cap_first_word, cap_first_phrase;
} ko_clauses;

/* One sentence of them. Words and phrases are counted from 0 within it. */
typedef struct ko_sentence {
  uint32_t number;
  const ko_clause_word *word;
  int n_words;
  const ko_phrase *phrase;
  int n_phrases;
} ko_sentence;

void ko_clauses_init(ko_clauses *c, const ko_mem *mem);
void ko_clauses_free(ko_clauses *c);
/* Read the clauses of a reading, which must stay as it is while they are used. Returns 0, or -1 when
** memory is out. */
int ko_clauses_read(ko_clauses *c, const ko_reading *r);
ko_sentence ko_clauses_sentence(const ko_clauses *c, uint32_t number);
/* The sentence that a character is in, or the last one before it. */
uint32_t ko_clauses_sentence_at(const ko_clauses *c, uint32_t character);

/* The characters of a phrase, without its particles and what joins it. */
static inline ko_span ko_phrase_span(const ko_sentence *s, int i) {
  return (ko_span){s->word[s->phrase[i].first].start, s->word[s->phrase[i].head].end};
}
/* The first phrase that starts at or behind a character; s->n_phrases if none does. */
int ko_sentence_phrase_from(const ko_sentence *s, uint32_t character);

#endif
