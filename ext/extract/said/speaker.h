/* Who a sentence is about: subjects that may have said something. */
#ifndef KO_SPEAKER_H
#define KO_SPEAKER_H

#include "extract/clause/clauses.h"

typedef struct ko_speaker {
  int found;
  int entity; /* in the reading; -1: the words of `span` */
  int weak;   /* 1: only the subject of what describes a noun; the sentence's own may be left out */
  int pronoun;  /* 1: 그, 그녀; 2: 이 관계자, whoever spoke last */
  ko_span span; /* the noun phrase */
} ko_speaker;

/* All look at phrases of one sentence, those of its characters [from, to), and give a speaker that is
** not `found` when there is none. */

/* The subject or topic that stands nearest before `to`; not one of a clause that only describes a noun.
** Quoted and bracketed words are passed over. */
ko_speaker ko_subject_before(const ko_clauses *c, uint32_t sentence, uint32_t from, uint32_t to);
/* The first subject or topic, quoted and bracketed words passed over. */
ko_speaker ko_subject_between(const ko_clauses *c, uint32_t sentence, uint32_t from, uint32_t to);
/* The noun phrase of somebody right before `to`, without a particle (headlines). */
ko_speaker ko_speaker_before(const ko_clauses *c, uint32_t sentence, uint32_t to);
/* The noun phrase that a headline begins with, before a comma. */
ko_speaker ko_speaker_at_comma(const ko_clauses *c, uint32_t sentence, uint32_t to);
/* The noun phrase of somebody that begins at `from`. */
ko_speaker ko_speaker_at(const ko_clauses *c, uint32_t sentence, uint32_t from);
/* Who asks: the nearest mention of reporters. */
ko_speaker ko_asker_before(const ko_clauses *c, uint32_t sentence, uint32_t to);

#endif
