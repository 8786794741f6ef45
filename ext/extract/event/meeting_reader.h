/* What the files of the meeting reader share; nobody else includes it.
**
**   trigger_words.c  which words and phrases say that people meet
**   party.c          which phrases stand for a party of a meeting
**   trigger.c        one trigger after the other: a frame (frame.h) takes whom the subject meets (side.c) and
**                    the subject (subject.c), and becomes a telling (telling.c)
**   proposals.c      all who may meet there, of whom weights choose
**   attend.c         sentences that add people to a meeting told before
**   status.c         held, planned, refused ..., and how sure the text is
**   slot.c           the day, hour, length, place and subject of a meeting
**   merge.c          one row for each event, however often it is told
*/
#ifndef KO_MEETING_READER_H
#define KO_MEETING_READER_H

#include "base/map.h"
#include "extract/clause/heads.h"
#include "extract/event/meetings.h"
#include "morph/tagset.h"

enum { KO_REACH = 48 }; /* how many phrases, words or mentions a search may walk over */

typedef enum ko_who { KO_WHO_NOBODY, KO_WHO_PARTY, KO_WHO_PRESS, KO_WHO_GROUP, KO_WHO_PAIR } ko_who;

/* What a phrase of the sentence at hand is to a meeting. */
typedef struct ko_role {
  int trigger, trigger_end; /* words of a trigger in the phrase; -1 */
  uint8_t who;              /* ko_who */
  int party, n_parties;     /* in ko_meeting_reader.party */
} ko_role;

typedef enum ko_party_type {
  KO_PARTY_PERSON,
  KO_PARTY_ORGANIZATION,
  KO_PARTY_COUNTRY,
  KO_PARTY_OFFICE
} ko_party_type;

typedef struct ko_party {
  ko_party_type type;
  int entity;  /* persons and organisations */
  int country; /* row of ko_table_country, -1 */
  int attendee;
  int mention; /* where it is named here, -1 */
  uint32_t start, end;
} ko_party;

/* What the document says of a person, wherever it does. */
typedef struct ko_office_holder {
  int country; /* row of ko_table_country, -1 */
  int leader;
  int organization; /* entity of the organisation, -1 */
  const char *head; /* the last word of the office: 대통령, 장관; NULL */
  int next;         /* entity of another one whose head is the same word, -1 */
} ko_office_holder;

enum { KO_MAX_PARTIES = 256 }; /* of one meeting; README says so */

/* A meeting as one clause tells it, before those that are one event are joined. */
typedef struct ko_telling {
  ko_meeting m;
  ko_party *party; /* n of them, in the reader's arena */
  int n, cap;
  int trigger;       /* row of ko_table_meeting_trigger */
  int first_trigger; /* the same of its first word: 조찬 of 조찬 회동 */
  int summit, alone; /* 정상회담; 단독, 따로: apart from a larger meeting */
  int talks;         /* 무역협상, 실무협의: between delegations */
  int three;         /* 3자: so many parties */
  int again;         /* 또다시, 두 번째: another one than before */
  int earlier;       /* 앞서: before what was told */
  int headline;      /* told in one */
  int since;         /* told by how long ago it was */
  int back;          /* parties were taken from what was told before */
  int supposed;      /* and is only supposed (만났다면): it is no event */
  int cue;           /* the status stands in words, not only in the tense */
  int phrase;
} ko_telling;

typedef struct ko_meeting_reader {
  const ko_clauses *clauses;
  const ko_reading *r;
  const ko_mem *mem;
  const ko_meeting_chooser *chooser;
  /* the sentence at hand */
  ko_sentence s; /* for heads.h; what follows is the same, taken apart */
  uint32_t sentence;
  int headline; /* it is a title: the first sentence, without a full stop */
  const ko_clause_word *word;
  size_t n_words;
  const ko_phrase *phrase;
  size_t n_phrases;
  int *trigger; /* of each word, a row of ko_table_meeting_trigger; -1 */
  size_t cap_trigger;
  ko_role *role; /* of each phrase */
  size_t cap_role;
  ko_party *party;
  size_t n_parties, cap_parties;
  /* the document */
  ko_office_holder *holder; /* one for each entity */
  ko_map office;            /* from the head of an office to one who holds it */
  ko_telling *telling;
  size_t n_tellings, cap_tellings;
  ko_arena arena;         /* the parties of tellings */
  int failed;             /* 1 once memory was out for them */
  const char *delegation; /* the last word of a delegation (특사단) that a person leads; NULL */
  ko_party delegate;      /* who leads it */
  ko_party topic;         /* the person the sentences before were about */
  int has_topic;
  int told_tense;    /* present_story was set */
  int present_story; /* the first sentence of the story says what will be */
} ko_meeting_reader;

/* The role of a phrase of the sentence at hand. */
static inline ko_role *ko_role_of(const ko_meeting_reader *x, const ko_phrase *p) {
  return &x->role[p - x->phrase];
}

/* ---- what the tables say of a word ---- */

/* KO_MEETING_MARK_CLASS_... of the word, or of the word together with the one glued to it. */
static inline int ko_meeting_mark(const ko_clause_word *w) {
  return ko_meeting_mark_class_of(ko_word_row(w, &ko_table_meeting_mark));
}
static inline int ko_meeting_mark_joined(const ko_clause_word *w) {
  return ko_meeting_mark_class_of(ko_word_joined_row(w, &ko_table_meeting_mark));
}
/* Offices, beside KO_MEETING_PARTY_CLASS_... */
enum {
  KO_PARTY_NOUN_OFFICE = 1 << 29,
  KO_PARTY_NOUN_LEADER = 1 << 30 /* heads a state or government; an office too */
};
/* The bits of KO_PARTY_NOUN_... of a word. */
static inline int ko_office_of(ko_lexeme lexeme) {
  switch (ko_title_party_of(ko_lexeme_row(lexeme, &ko_table_title))) {
  case KO_TITLE_PARTY_LEADER: return KO_PARTY_NOUN_LEADER | KO_PARTY_NOUN_OFFICE;
  case KO_TITLE_PARTY_OFFICE: return KO_PARTY_NOUN_OFFICE;
  default:
    return ko_meeting_party_class_of(ko_lexeme_row(lexeme, &ko_table_meeting_party)) &
                   KO_MEETING_PARTY_CLASS_HOLDER
               ? KO_PARTY_NOUN_OFFICE
               : 0;
  }
}
/* Those and KO_MEETING_PARTY_CLASS_... of the word. */
static inline int ko_party_noun(const ko_clause_word *w) {
  return ko_meeting_party_class_of(ko_word_row(w, &ko_table_meeting_party)) |
         ko_office_of(w->lexeme);
}
static inline int ko_word_does(const ko_clause_word *w, ko_function_word_class class) {
  return (w->function & class) != 0;
}
static inline int ko_word_particle(const ko_clause_word *w, ko_particle_class class) {
  return (ko_particle_class_of(ko_word_row(w, &ko_table_particle)) & (int)class) != 0;
}

/* ---- the parts ---- all return 0, or -1 when memory is out */

int ko_meeting_triggers(ko_meeting_reader *x);
int ko_meeting_parties(ko_meeting_reader *x);
int ko_meeting_frames(ko_meeting_reader *x);
void ko_meeting_status(const ko_meeting_reader *x, ko_telling *t);
void ko_meeting_slots(const ko_meeting_reader *x, ko_telling *t);
/* Day and place of an earlier meeting, told in the phrases [from, to]. */
void ko_meeting_slots_since(const ko_meeting_reader *x, ko_telling *t, int from, int to);
int ko_meeting_merge(ko_meeting_reader *x, ko_meetings *out);

/* The country that the person leads, as far as the document says; -1. */
int ko_country_led(const ko_meeting_reader *x, int entity);
/* Add a party to a telling, unless it has as many as it may. */
void ko_telling_add(ko_meeting_reader *x, ko_telling *t, const ko_party *y);
/* Do the two stand for the same party? */
int ko_party_same(const ko_meeting_reader *x, const ko_party *a, const ko_party *b);

#endif
