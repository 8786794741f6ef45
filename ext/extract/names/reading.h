/* A reading: all that one document says of people, organisations, places, days and amounts; filled by
** reading_run.h. The functions above (relations, quotes, meetings) start from it.
*/
#ifndef KO_READING_H
#define KO_READING_H

#include "extract/amounts/dates.h"
#include "extract/words/mention.h"

/* Somebody or something that the document names, however often and however shortly. */
typedef struct ko_entity {
  ko_mention_type type; /* KO_MENTION_PERSON, KO_MENTION_ORGANIZATION or KO_MENTION_LOCATION */
  const char *name;     /* the fullest form that the document gives, UTF-8, NUL-terminated */
  ko_span title;        /* people: the first office stated anywhere in the document */
  ko_span organization;
} ko_entity;

/* One statement of an office: 오픈AI 창업자인 샘 올트먼 최고경영자(CEO) has two. */
typedef struct ko_office {
  int mention; /* of the person */
  ko_span title;
  ko_span organization; /* start == end: none stated */
  int of_part;          /* 1: of a part of an organisation (메모리사업부장) */
} ko_office;

/* A name within the name of a place or an organisation. */
typedef struct ko_name_part {
  int mention; /* the name that it is within */
  ko_span span;
  int is_person; /* 1: 이재명 in 이재명 정부 */
  int entity;    /* of the person; -1: the document names none who is called so */
} ko_name_part;

typedef struct ko_reading {
  const ko_mem *mem;
  const ko_document *document;
  int32_t published;    /* day of publication from 1970-01-01, KO_NO_DAY if not given */
  ko_mentions mentions; /* in order of the text, none overlapping */
  ko_dates dates;       /* those of them that are dates, as written */
  ko_entity *entity;
  size_t n_entities, cap_entities;
  ko_office *office; /* in order of the text */
  size_t n_offices, cap_offices;
  ko_name_part *part; /* in order of the text */
  size_t n_parts, cap_parts;
  ko_arena arena; /* the names */
} ko_reading;

void ko_reading_init(ko_reading *r, const ko_mem *mem);
void ko_reading_free(ko_reading *r);
/* The first mention that starts at or after a character; r->mentions.n if there is none. */
size_t ko_reading_from(const ko_reading *r, uint32_t character);

#endif
