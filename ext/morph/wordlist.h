/* A list of words of one's own, made of rows: a word, how it is cut, what else it is called, what it is.
**
**      word        without white space, KO_OWN_LONGEST characters at most
**      parts       the word again, with a space at each cut; empty: cut as the dictionary would
**      synonyms    other names, with commas between them; they widen queries, never the index
**      type        one of wordlist.c's; empty: a name of no type
**
** Several rows may tell of one word if they agree. What comes out, an error too, does not depend on their order.
*/
#ifndef KO_WORDLIST_H
#define KO_WORDLIST_H

#include "morph/own.h"
#include "morph/synonyms.h"
#include "morph/tokens.h"

enum { KO_WORDLIST_NAMES = 64 }; /* most names in the synonyms of one row */

typedef enum ko_wordlist_field {
  KO_WORDLIST_WORD,
  KO_WORDLIST_PARTS,
  KO_WORDLIST_SYNONYMS,
  KO_WORDLIST_TYPE,
  KO_WORDLIST_N_FIELDS
} ko_wordlist_field;

typedef struct ko_wordlist_row { /* UTF-8, not terminated */
  const char *field[KO_WORDLIST_N_FIELDS];
  size_t n[KO_WORDLIST_N_FIELDS];
} ko_wordlist_row;

typedef struct ko_wordlist {
  const ko_mem *mem;
  ko_own own;
  /* The synonyms of a name as terms of an index, of those that are one term; and of all as texts, in lower
  ** case and with single spaces. */
  ko_synonyms terms, texts;
  ko_buf wrong;   /* what is wrong with a row; empty: nothing */
  ko_tokens asks; /* scratch, as are all that follow */
  ko_text text, part;
  ko_buf name[KO_WORDLIST_NAMES + 1], term[KO_WORDLIST_NAMES + 1];
} ko_wordlist;

void ko_wordlist_init(ko_wordlist *w, const ko_model *model, const ko_mem *mem);
void ko_wordlist_free(ko_wordlist *w);
/* A list is made in three passes over all rows: the words, which of them have synonyms, and these. Each returns
** 0, or -1 when memory is out. */
int ko_wordlist_add(ko_wordlist *w, const ko_wordlist_row *row);
int ko_wordlist_mark(ko_wordlist *w, const ko_wordlist_row *row);
int ko_wordlist_widen(ko_wordlist *w, const ko_wordlist_row *row);
/* The words are complete: what was needed to make them is given back. */
void ko_wordlist_finish(ko_wordlist *w);
/* Note that something is wrong with a row; of several such messages the first by their bytes stays. */
void ko_wordlist_wrong(ko_wordlist *w, const ko_wordlist_row *row, const char *what);

/* Put a text as a key of w->texts into out. */
void ko_wordlist_key(const ko_text *text, ko_buf *out);

#endif
