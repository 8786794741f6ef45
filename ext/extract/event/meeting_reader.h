/* What the files of the meeting reader share; nobody else includes it.
**
**   meeting_phrases.c  units, phrases with their particles, predicates with their endings
**   party.c            which phrases stand for a party of a meeting
**   trigger.c          one trigger word after the other, and the parties that each takes (frame.h)
**   status.c           held, planned, refused ..., and how sure the text is
**   slot.c             the day, hour, length, place and subject of a meeting
**   merge.c            one row for each event, however often it is told
*/
#ifndef KO_MEETING_READER_H
#define KO_MEETING_READER_H

#include "base/table.h"
#include "extract/event/meetings.h"
#include "morph/tagset.h"

/* ---- units: morphemes, with every mention taken together ---- */

enum { KO_MAX_COUNTRIES = 8, KO_REACH = 48 }; /* how many phrases or units a search may walk over */

/* What a word can be; bits. */
enum {
  KO_WORD_IS_LEADER = 1,
  KO_WORD_IS_OFFICE = 2,
  KO_WORD_IS_SIDE = 4,
  KO_WORD_IS_PRESS = 8,
  KO_WORD_IS_GROUP = 16,
  KO_WORD_IS_INSIDE = 32, /* in brackets, or a bracket or quotation mark itself */
  KO_WORD_IS_TIME = 64,   /* a date, a time of day or a duration */
  KO_WORD_IS_TAIL = 128,  /* 등, 들, 간: behind the head of a phrase */
  KO_WORD_IS_GLUED = 256  /* no white space before it */
};

typedef struct ko_piece {
  uint32_t start, end; /* characters */
  const char *form;    /* UTF-8; of a mention its text */
  uint16_t n_form, word;
  uint8_t tag;
  uint8_t n_countries;
  int16_t home;  /* the country that the name of an organisation begins with; -1 */
  uint8_t pairs; /* the countries are pairs of their own: 한일·한미 */
  int16_t country[KO_MAX_COUNTRIES]; /* rows of ko_table_country */
  int mention;                       /* in the reading; -1 */
  int trigger;                       /* row of ko_table_meeting_trigger; -1 */
} ko_piece;

/* ---- phrases ---- */

typedef enum ko_phrase_type {
  KO_PHRASE_NOUNS,
  KO_PHRASE_PREDICATE,
  KO_PHRASE_ADVERB
} ko_phrase_type;

typedef enum ko_case {
  KO_CASE_BARE,
  KO_CASE_SUBJECT,
  KO_CASE_OBJECT,
  KO_CASE_WITH,
  KO_CASE_WITH_OF,
  KO_CASE_OF,
  KO_CASE_AT,
  KO_CASE_TO,
  KO_CASE_TOWARD,
  KO_CASE_OTHER
} ko_case;

typedef enum ko_join { KO_JOIN_APART, KO_JOIN_COMMA, KO_JOIN_DOT, KO_JOIN_AND } ko_join;

typedef enum ko_ending {
  KO_ENDING_FINAL,
  KO_ENDING_CONNECTIVE,
  KO_ENDING_QUOTATIVE,
  KO_ENDING_ADNOMINAL,
  KO_ENDING_NOMINAL
} ko_ending;

typedef enum ko_who { KO_WHO_NOBODY, KO_WHO_PARTY, KO_WHO_PRESS, KO_WHO_GROUP, KO_WHO_PAIR } ko_who;

typedef struct ko_phrase {
  ko_phrase_type type;
  int first, head,
      end;          /* units: NP [first, head + 1), particles up to end; predicate [first, end) */
  uint8_t particle; /* ko_case of an NP */
  uint8_t topic;    /* 은/는 or 도 */
  uint8_t join;     /* ko_join with the next phrase */
  uint8_t quote;    /* 0: outside of speech; the number of the speech else */
  uint8_t time;     /* an NP of dates and times only */
  uint8_t who;      /* ko_who */
  uint8_t between;  /* ends in 간, 사이 */
  uint8_t stop;     /* an ellipsis or a full stop follows */
  int trigger, trigger_end; /* units of a trigger in the NP, or of a predicate; -1 */
  int party, n_parties;     /* in ko_meeting_reader.party */
  uint8_t ending;           /* ko_ending of a predicate */
  uint8_t past, future, present, negated;
  int base; /* predicate: the unit with its meaning (회동 of 회동했다) */
} ko_phrase;

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
} ko_office_holder;

enum { KO_MAX_PARTIES = 16 };

/* A meeting as one clause tells it, before those that are one event are joined. */
typedef struct ko_telling {
  ko_meeting m;
  ko_party party[KO_MAX_PARTIES];
  int n;
  int trigger;       /* row of ko_table_meeting_trigger */
  int first_trigger; /* the same of its first word: 조찬 of 조찬 회동 */
  int summit, alone; /* 정상회담; 단독, 따로: apart from a larger meeting */
  int talks;         /* 무역협상, 실무협의: between delegations */
  int three;         /* 3자: so many parties */
  int again;         /* 또다시, 두 번째: another one than before */
  int earlier;       /* 앞서: before what was told */
  int since;         /* told by how long ago it was */
  int back;          /* parties were taken from what was told before */
  int cue;           /* the status stands in words, not only in the tense */
  int phrase;
} ko_telling;

typedef struct ko_meeting_reader {
  const ko_reading *r;
  const ko_mem *mem;
  ko_arena arena;
  ko_piece *unit;
  size_t n_units, cap_units;
  ko_phrase *phrase; /* of the sentence at hand */
  size_t n_phrases, cap_phrases;
  ko_party *party; /* of the sentence at hand */
  size_t n_parties, cap_parties;
  ko_office_holder *holder; /* one for each entity */
  ko_telling *telling;
  size_t n_tellings, cap_tellings;
  uint32_t sentence;
  int headline;           /* the sentence at hand is a title */
  const char *delegation; /* the last word of a delegation (특사단) that a person leads; NULL */
  ko_party delegate;      /* who leads it */
  ko_party topic;         /* the person the sentences before were about */
  int has_topic;
  int told_tense;    /* present_story was set */
  int present_story; /* the first sentence of the story says what will be */
} ko_meeting_reader;

/* ---- words ---- */

int ko_unit_is(const ko_piece *u, const char *form);
/* The first row of the table with this unit's form as its key. */
int ko_unit_row(const ko_table *t, const ko_piece *u);
/* Does the table have the unit's form with `class` in column 1? */
int ko_unit_in(const ko_table *t, const ko_piece *u, const char *class);
/* The first row for unit u together with the one glued to it (가능 + 성), or by itself; -1. */
int ko_joined_row(const ko_meeting_reader *x, const ko_table *t, int u, const char **key,
                  size_t *n);
/* The same, for a row that has `class` in column 1. */
int ko_joined_in(const ko_meeting_reader *x, const ko_table *t, int u, const char *class);
/* Has a cell of words separated by spaces this word? */
int ko_cell_has(const char *cell, const char *word);

/* ---- the parts ---- all return 0, or -1 when memory is out */

int ko_meeting_units(ko_meeting_reader *x, uint32_t sentence);
int ko_meeting_phrases(ko_meeting_reader *x);
int ko_meeting_parties(ko_meeting_reader *x);
int ko_meeting_frames(ko_meeting_reader *x);
void ko_meeting_status(const ko_meeting_reader *x, ko_telling *t);
void ko_meeting_slots(const ko_meeting_reader *x, ko_telling *t);
/* Day and place of an earlier meeting, told in the phrases [from, to]. */
void ko_meeting_slots_since(const ko_meeting_reader *x, ko_telling *t, int from, int to);
int ko_meeting_merge(ko_meeting_reader *x, ko_meetings *out);

/* The person who leads the country, if the document names one; -1. */
int ko_leader_of(const ko_meeting_reader *x, int country);
int ko_country_named(const char *name, size_t n); /* row of the country's own name; -1 */

/* Does the person lead the country, as far as the document says? */
int ko_leads(const ko_meeting_reader *x, int entity, int country);
/* Do the two stand for the same party? */
int ko_party_same(const ko_meeting_reader *x, const ko_party *a, const ko_party *b);

#endif
