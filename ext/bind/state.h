/* What one connection has: the model, an analysis or two kept for the next call, and the workspaces
** of the scalar functions. A connection is used by one thread at a time, so nothing here is locked;
** the model is the same constant bytes for all. */
#ifndef KO_STATE_H
#define KO_STATE_H

#include "base/mem.h"
#include "bind/watch.h"
#include "extract/event/meetings.h"
#include "morph/document.h"
#include "morph/image.h"
#include "morph/tokens.h"

struct sqlite3;
struct sqlite3_stmt;
struct ko_word_table;

/* SQLite's allocator, so that its limits and its fault injection reach us. (state->mem is the same, and
** ends work when SQLite wants that.) */
extern const ko_mem ko_mem_sqlite;

/* One analysed text. Calls for the same text share it; it may be reused once nobody holds it. */
typedef struct ko_analysis {
  int users;               /* cursors that hold it */
  unsigned long long used; /* when it was last asked for */
  char *text;              /* our copy */
  size_t n, cap;
  int divided;              /* 1: sentences are there too, */
  int analysed;             /* 1: and morphemes, */
  unsigned long long words; /* found with the list of words of this id, 0 none */
  ko_document document;
  ko_reading reading;   /* for one day of publication, */
  int read;             /* if this is 1 */
  ko_clauses clauses;   /* of the reading, */
  int parsed;           /* if this is 1 */
  ko_meetings meetings; /* of the clauses, */
  int met;              /* if this is 1 */
} ko_analysis;

enum { KO_N_ANALYSES = 4 };

typedef struct ko_state {
  struct sqlite3 *db;
  ko_watch watch; /* of the call that is running */
  ko_mem mem;     /* what works for long gets this one */
  ko_model model;
  int users; /* registrations that hold it; the last to go frees it */
  ko_analysis analysis[KO_N_ANALYSES];
  unsigned long long clock;          /* calls so far, to find the analysis unused for longest */
  ko_worker worker;                  /* of all analyses */
  ko_termcache cache;                /* of all tokenizers, */
  int tokenizers;                    /* of which there are so many */
  ko_tokens tokens;                  /* of the scalar functions, see ko_state_tokens */
  ko_buf out;                        /* what a scalar function is about to return */
  void *collator;                    /* ICU's */
  struct ko_word_table *word_tables; /* in use, see word_table.h */
  unsigned long long word_ids;       /* given to lists of words so far */
} ko_state;

/* The workspace of the scalar functions, ready for use. */
ko_tokens *ko_state_tokens(ko_state *state);
void ko_state_release(void *state); /* one user less; what SQLite calls as xDestroy */

/* The analysis of text[0..n). Held until ko_analysis_release. NULL when memory is
** out or the work was ended; so do the others, which find more when it is first asked for. With a table of
** words of one's own, which has been read, it has its morphemes too, since the table may change. */
ko_analysis *ko_analysis_of(ko_state *state, const char *text, size_t n,
                            const struct ko_word_table *words);
void ko_analysis_release(ko_analysis *a);
/* With its sentences; with its morphemes, too. */
const ko_document *ko_analysis_sentences(ko_analysis *a);
const ko_document *ko_analysis_document(ko_analysis *a);
/* What it says, read for a day of publication (KO_NO_DAY: none given). Kept
** until it is asked for another day. NULL when memory is out. */
const ko_reading *ko_analysis_reading(ko_analysis *a, int32_t published);
const ko_clauses *ko_analysis_clauses(ko_analysis *a, int32_t published);
const ko_meetings *ko_analysis_meetings(ko_analysis *a, int32_t published);
void ko_analyses_free(ko_state *state);

/* Positions as SQL counts them: the number of characters before a byte. Calls with rising bytes
** cost what lies between them. */
typedef struct ko_position {
  const unsigned char *text;
  size_t n, byte, characters;
} ko_position;

void ko_position_init(ko_position *p, const char *text, size_t n);
size_t ko_position_of(ko_position *p, size_t byte);

#endif
