/* Meetings: who met whom, when, where, about what, and how sure that is. */
#ifndef KO_MEETINGS_H
#define KO_MEETINGS_H

#include "extract/clause/clauses.h"

typedef enum ko_status {
  KO_STATUS_HELD,
  KO_STATUS_ONGOING,
  KO_STATUS_PLANNED,
  KO_STATUS_EXPECTED,
  KO_STATUS_UNLIKELY
} ko_status;
typedef enum ko_evidential {
  KO_EVIDENTIAL_DIRECT,
  KO_EVIDENTIAL_HEARSAY,
  KO_EVIDENTIAL_INFERRED
} ko_evidential;

typedef struct ko_participant {
  int entity;                  /* in r->entity; -1: only the words below */
  const char *name;            /* the entity's name, 미국 for 美, or the phrase as it stands */
  const char *type;            /* "person", "organization" or "country" */
  int attendee;                /* 1: sat in (배석, 동석, 참석); 0: a principal */
  int titled;                  /* 1: the last word of the name is a title: 차 회장 */
  ko_span title, organization; /* start == end: none stated */
  const char *home; /* without an organisation: the country whose office the title is; NULL */
} ko_participant;

typedef struct ko_meeting {
  ko_span kind; /* as written: 회동, 정상회담, 만찬; start == end: see kind_lemma */
  int form;     /* ko_meeting_form_form */
  const char *kind_lemma; /* its table form: 회동, 만남 ... */
  ko_status status;
  ko_evidential evidential;
  size_t participant, n_participants; /* in ko_meetings.participant */
  int32_t day, day_end;               /* KO_NO_DAY: not worked out; equal for one day */
  int minute;                         /* hour of the day it began, -1: none */
  double duration;                    /* minutes; 0: none stated */
  ko_span place, topic;               /* phrases of the text; start == end: none */
  ko_span evidence;                   /* the sentence, of a very long one the words around */
  uint32_t sentence;
  int score; /* 0..1000 */
} ko_meeting;

struct ko_proposals;

typedef struct ko_meetings {
  const ko_mem *mem;
  ko_meeting *item;
  size_t n, cap;
  ko_participant *participant;
  size_t n_participants, cap_participants;
  ko_arena arena; /* names that are not the reading's */
} ko_meetings;

/* Who chooses among those who may meet (proposals.h). */
typedef struct ko_meeting_chooser {
  int (*choose)(void *ctx, const struct ko_proposals *p);
  void *ctx;
} ko_meeting_chooser;

void ko_meetings_init(ko_meetings *m, const ko_mem *mem);
void ko_meetings_free(ko_meetings *m);
/* May the text tell of a meeting at all? Most do not, and need not be read further. */
int ko_meetings_may_be(const ko_text *t);
/* Append the meetings of a reading, from its clauses, in order of their first mention. Returns 0, or -1
** when memory is out. */
int ko_meetings_find(const ko_clauses *c, ko_meetings *out);
/* The same with another choice, for those who train it. */
int ko_meetings_find_by(const ko_clauses *c, const ko_meeting_chooser *chooser, ko_meetings *out);

#endif
