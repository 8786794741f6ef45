/* Mentions: the stretches of a document that name something or somebody, a day, an amount. All who find
** some append them to one list. */
#ifndef KO_MENTION_H
#define KO_MENTION_H

#include "base/mem.h"
#include "morph/document.h"
#include "text/calendar.h"

typedef enum ko_mention_type {
  KO_MENTION_PERSON,
  KO_MENTION_ORGANIZATION,
  KO_MENTION_LOCATION,
  KO_MENTION_DATE,     /* a day or a period of days */
  KO_MENTION_TIME,     /* an hour of the day */
  KO_MENTION_DURATION, /* a length of time */
  KO_MENTION_MONEY,
  KO_MENTION_PERCENT,
  KO_MENTION_QUANTITY, /* anything else counted or measured */
  KO_MENTION_ORDINAL,
  KO_MENTION_PRODUCT, /* only of a user's own list, as are events */
  KO_MENTION_EVENT,
  KO_MENTION_N_TYPES
} ko_mention_type;

/* The SQL name of a type: "person", "organization" ... */
const char *ko_mention_type_name(ko_mention_type type);

/* What a date, a time or an amount stands for. */
typedef struct ko_value {
  int known; /* 0: not worked out; the rest means nothing then */
  union {    /* by the type of the mention; the two are equal for one day, minute or number */
    struct { /* KO_MENTION_DATE: first and last day, counted from 1970-01-01 */
      int32_t day, day_end;
    };
    struct { /* KO_MENTION_TIME: first and last minute of the day, 0..1439 */
      int minute, minute_end;
    };
    struct { /* amounts and durations, in base units */
      double low, high;
    };
  };
  const char *unit; /* KRW, USD, %, 명, minute, day ...; a constant, NULL for dates and times */
} ko_value;

typedef struct ko_mention {
  ko_mention_type type;
  uint32_t start, end;  /* characters [start, end) of the document, without particles and quotes */
  uint32_t sentence;    /* 0-based */
  uint32_t first, last; /* the morphemes that overlap it: [first, last) */
  int score;            /* how sure it is a mention of this type and span: 0..1000 */
  int entity;           /* names: its entity in the reading; -1 for the rest */
  int date;      /* KO_MENTION_DATE: its place among the dates that were read; -1 for the rest */
  ko_span title; /* people: the office as stated with this mention; start == end: none */
  ko_span organization; /* people: where they hold it, as stated with this mention */
  ko_value value;       /* all but names */
} ko_mention;

enum { KO_MENTION_WORK = 8 }; /* what a finder says of each mention that it looks at, see ko_work */

typedef struct ko_mentions {
  const ko_mem *mem;
  ko_mention *item;
  size_t n, cap;
} ko_mentions;

void ko_mentions_init(ko_mentions *m, const ko_mem *mem);
void ko_mentions_free(ko_mentions *m);
/* Append a mention with nothing but type, span, sentence and score set. NULL when memory is out. */
ko_mention *ko_mentions_add(ko_mentions *m, ko_mention_type type, uint32_t start, uint32_t end,
                            uint32_t sentence, int score);

/* Fill in which morphemes overlap each mention; the mentions are in order of the text. Returns 0, or -1 when
** the work is to end. */
int ko_mentions_find_morphemes(ko_mentions *m, const ko_document *d);

/* Put the mentions in order of the text, and do the same. -1 when memory is out, too. */
int ko_mentions_sort(ko_mentions *m, const ko_document *d);

/* Its first word is [start, *first) and its last one [*last, end). Returns 0 if it has one word. */
int ko_mention_words(const ko_mention *m, const ko_text *t, uint32_t *first, uint32_t *last);

static inline int ko_is_name(ko_mention_type type) {
  return type <= KO_MENTION_LOCATION;
}

#endif
