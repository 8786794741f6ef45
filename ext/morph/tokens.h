/* Search tokens of a whole text, in order: Hangul through ko_terms, everything else by rule.
**
**   letters and digits that touch are one token, in lower case: K9, GDDR7, 10kg; a single comma
**   between digits is dropped (1,000 is 1000), a point kept; C# and C++ keep their sign
**   a number and its unit are one token, with a space between them or without, the number another at the
**   same position: 25일, 10%, 2조 원, 5 kg; behind a space the unit is one there too
**   hanja gives the tokens of its reading and, where newspapers use one for a country or an
**   institution, of that name: 北 is 북 and 북한
**   loose jamo are a token as they stand; everything else separates
**
** A query of one run is a word that somebody typed, any other a text (see terms.h). A query that begins
** with KO_TERM_SIGN is the one token that follows, as it stands in an index; if more may follow, its last
** syllable or consonant is also all that it may become: =하 also 한, =ㅈ also 자. A query that begins with
** KO_READ_SIGN has all tokens of a document with the text that follows, any of those of one position that stand
** for the same syllables; one that no document has if a run is no noun or ends in more, as a particle.
** Of a longer query than KO_MAX_ASKED characters the tokens are those that it begins with.
*/
#ifndef KO_TOKENS_H
#define KO_TOKENS_H

#include "morph/termcache.h"

enum { KO_TERM_SIGN = '=', KO_READ_SIGN = '~', KO_MAX_ASKED = 4096 };
enum { KO_MAX_SHORTER = 4 };

typedef struct ko_tokens {
  ko_terms terms;
  ko_termcache *cache; /* may be shared with others on the same thread; NULL: none */
  size_t cache_limit;  /* bytes, from the next text on */
  ko_reader reader;
  ko_text run;     /* the run of one class that is being read */
  ko_text reading; /* of a run of hanja */
  ko_buf text;
  ko_buf number; /* that a word ended with, until what follows is known */
  size_t number_start, number_end;
  size_t shorter[KO_MAX_SHORTER]; /* bytes of it that are indexed too: 2조 and 2 of 2조원 */
  int n_shorter;
  int held;      /* 1: it is waiting, */
  int spaced;    /* and a blank stands behind it */
  ko_char ahead; /* a character read but not used yet */
  int has_ahead;
  int asks_all; /* 1: a query has all tokens of a document */
  int hanja;    /* 1: index hanja by reading */
  const ko_mem *mem;
} ko_tokens;

/* A token: its text, UTF-8, and the bytes of the input it comes from. A nonzero result stops. */
typedef int (*ko_token_sink)(void *arg, int colocated, const char *text, size_t n, size_t start,
                             size_t end);

void ko_tokens_init(ko_tokens *t, const ko_model *model, const ko_mem *mem);
void ko_tokens_free(ko_tokens *t);
typedef enum ko_asked {
  KO_ASKED_NOT,      /* the text is a document */
  KO_ASKED_ALL,      /* it is a query */
  KO_ASKED_BEGINNING /* whose last token may be the beginning of one */
} ko_asked;

/* Give every token of text[0..n) to the sink. Returns what the sink returned, or -1 when memory is
** out. */
int ko_tokens_run(ko_tokens *t, const char *text, size_t n, ko_asked asked, ko_token_sink sink,
                  void *arg);

#endif
