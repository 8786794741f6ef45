/* Who bears a surname: the people whose full name a document gives, found by their surname alone or
** with any word of their titles (구 부총리 after 구도현 경제부총리 겸 재정부 장관). A person is a number of
** the caller's; the surname is one syllable as it sounds. */
#ifndef KO_BEARERS_H
#define KO_BEARERS_H

#include "base/map.h"
#include "morph/document.h"

typedef struct ko_bearer_group { /* those who share a surname, or a surname and a title */
  uint32_t surname;
  int title;    /* a row of the table of titles; -1: whatever it is */
  int earliest; /* the one named first, which is the lowest number */
  int latest;   /* the one named last so far; -1: nobody yet */
  int several;  /* 1: more than one person */
} ko_bearer_group;

typedef struct ko_bearer_link { /* a person's place in a group */
  int group, next;
} ko_bearer_link;

typedef struct ko_bearers {
  const ko_mem *mem;
  ko_map map; /* surname and row of the table of titles to the group */
  ko_bearer_group *group;
  ko_bearer_link *link;
  int *first; /* of each person: the first of the links; -1 none */
  size_t n_groups, cap_groups, n_links, cap_links, n_people, cap_people;
} ko_bearers;

void ko_bearers_init(ko_bearers *b, const ko_mem *mem);
void ko_bearers_free(ko_bearers *b);

/* The syllable that a surname's only character is read as. */
uint32_t ko_surname_sound(const ko_document *d, uint32_t at);
/* Note that a person has this surname, one of perhaps two. Returns 0, or -1 when memory is out. */
int ko_bearers_add(ko_bearers *b, uint32_t surname, int person);
/* Note that a person whose surnames are known has every word of a title. */
int ko_bearers_add_title(ko_bearers *b, const ko_text *t, ko_span title, int person);
/* Note that the text names the person here. */
void ko_bearers_name(ko_bearers *b, int person);
/* Does anybody have this surname and this title, a row or -1 for any? */
int ko_bearers_have(const ko_bearers *b, uint32_t surname, int title);
/* Whom the surname with this title (-1: with none) means: of those who have the title the one named
** last, or else the one who will be named first; if nobody has it, the one of that surname named last.
** -1 if nobody. */
int ko_bearers_find(const ko_bearers *b, uint32_t surname, int title);

#endif
