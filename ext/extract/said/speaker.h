/* Who a sentence is about: subjects that may have said something. */
#ifndef KO_SPEAKER_H
#define KO_SPEAKER_H

#include "extract/names/reading.h"

typedef struct ko_speaker {
  int found;
  int entity; /* in r->entity; -1: the words of `span` */
  int weak;   /* 1: only the subject of what describes a noun; the sentence's own may be left out */
  int pronoun;  /* 1: 그, 그녀; 2: 이 관계자, whoever spoke last */
  ko_span span; /* the noun phrase */
} ko_speaker;

/* The subject or topic that stands nearest before a character, in morphemes from `first` on; not
*one
** of a clause that only describes a noun. Quoted words are passed over. */
ko_speaker ko_subject_before(const ko_reading *r, size_t first, uint32_t character);
/* The first subject or topic of morphemes [first, last). */
ko_speaker ko_subject_between(const ko_reading *r, size_t first, size_t last);
/* The noun phrase of somebody right before a character, without a particle (headlines). */
ko_speaker ko_speaker_before(const ko_reading *r, size_t first, uint32_t character);
/* The noun phrase that a headline begins with, before a comma. */
ko_speaker ko_speaker_at_comma(const ko_reading *r, size_t first, uint32_t character);
/* The noun phrase of somebody that begins with morpheme `first`. */
ko_speaker ko_speaker_at(const ko_reading *r, size_t first, size_t last);
/* Who asks: the nearest mention of reporters before a character. */
ko_speaker ko_asker_before(const ko_reading *r, size_t first, uint32_t character);

/* The first morpheme that starts at or after a character; d->n if there is none. */
size_t ko_morpheme_from(const ko_document *d, uint32_t character);
/* The sentence that a character is in, or the last one before it. */
uint32_t ko_sentence_at(const ko_document *d, uint32_t character);
/* Where the words end that the quotation mark at `at` opens, one past the closing mark; `at` when
*it
** opens none before `limit`. */
uint32_t ko_after_quoted(const ko_text *t, uint32_t at, uint32_t limit);

#endif
