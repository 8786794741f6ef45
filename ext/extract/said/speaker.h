/* Who a sentence is about: subjects that may have said something. */
#ifndef KO_SPEAKER_H
#define KO_SPEAKER_H

#include "extract/clause/clauses.h"

typedef enum ko_pronoun {
  KO_PRONOUN_NONE,
  KO_PRONOUN_PERSON,  /* 그, 그녀 */
  KO_PRONOUN_POINTED, /* 이 관계자: whoever spoke last */
  KO_PRONOUN_BODY,    /* 신문, 회사 측: a body named before */
  KO_PRONOUN_OTHER    /* 이들, 우리: said of nobody */
} ko_pronoun;

typedef struct ko_speaker {
  int found;
  int entity; /* in the reading; -1: the words of `span` */
  int weak;   /* 1: only the subject of what describes a noun; the sentence's own may be left out */
  ko_pronoun pronoun;
  ko_span span; /* the noun phrase */
} ko_speaker;

/* Can noun phrase i of the sentence say something? `found` says so; the words are given in any case. A
** strict one ends with a name or an office; otherwise a name anywhere in it will do. */
ko_speaker ko_speaker_of(const ko_clauses *c, const ko_sentence *s, int i, int strict);

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
