/* A frame: a trigger and the parties that belong to it. Korean puts what belongs to a word before
** it, so a trigger looks to the left for its parties, and to the right only for the noun that a
** relative clause describes (시진핑을 만난 이 대통령). Inside the meeting reader only. */
#ifndef KO_FRAME_H
#define KO_FRAME_H

#include "extract/event/meeting_reader.h"

typedef struct ko_frame {
  ko_meeting_reader *x;
  int i;        /* the trigger's phrase */
  int governor; /* the predicate that it belongs to, -1 */
  int blocked;  /* the other side is the press, a group or a thing */
  int press;    /* it is not a group */
  int left;     /* the leftmost phrase taken so far */
  int subject;  /* the phrase taken as the subject, -1 */
  int crossed;  /* predicates between the subject and the trigger */
  int described; /* the noun behind the clause is who was met: 현장에서 만난 B는, by the reporter */
  int marks;                        /* KO_MEETING_TRIGGER_MARKS_... of the trigger */
  ko_party side[2][KO_MAX_PARTIES]; /* 0: the subject's side, or all; 1: the other side */
  int n[2];
} ko_frame;

static inline const ko_clause_word *ko_frame_word(const ko_frame *f, int i) {
  return &f->x->word[i];
}
static inline const ko_phrase *ko_frame_phrase(const ko_frame *f, int i) {
  return &f->x->phrase[i];
}
static inline const ko_role *ko_frame_role(const ko_frame *f, int i) {
  return &f->x->role[i];
}
static inline int ko_frame_size(const ko_frame *f) {
  return (int)f->x->n_phrases;
}
static inline int ko_is_person_like(const ko_party *y) {
  return y->type == KO_PARTY_PERSON || y->type == KO_PARTY_OFFICE;
}

int ko_party_in(const ko_meeting_reader *x, const ko_party *list, int n, const ko_party *y);

/* ---- lists of parties ---- */

void ko_frame_take(ko_frame *f, int side, const ko_party *y);
void ko_frame_take_phrase(ko_frame *f, int side, int i);
/* The phrase before i that is linked to it (A와, A·), stepping over a possessive; -1 if none. */
int ko_frame_linked(const ko_frame *f, int i);
/* Is phrase j linked to a party behind it? */
int ko_frame_links(const ko_frame *f, int j);
/* Take a list that ends, or begins, with phrase i. The first returns where the list begins. */
int ko_frame_take_list(ko_frame *f, int side, int i);
void ko_frame_take_forward(ko_frame *f, int side, int i);
/* May phrase j belong to the trigger, as far as quotation marks go? */
int ko_frame_same_speech(const ko_frame *f, int j);

#endif
