/* The words of a sentence as clauses are made of them: its morphemes, with every name, date and
** country list that the reading found taken together. */
#ifndef KO_CLAUSE_WORDS_H
#define KO_CLAUSE_WORDS_H

#include "extract/names/reading.h"
#include "tables.h"

enum { KO_MAX_COUNTRIES = 8 };

/* Bits of ko_clause_word.flags. */
enum {
  KO_WORD_INSIDE = 1, /* in brackets, or a bracket or quotation mark itself */
  KO_WORD_TIME = 2,   /* a date, a time of day or a duration */
  KO_WORD_GLUED = 4   /* no white space before it */
};

typedef struct ko_clause_word {
  uint32_t start, end; /* characters */
  const char *form;    /* UTF-8: a morpheme's in dictionary shape, of a mention or list its text; of
                       ** punctuation "" */
  uint16_t n_form;
  uint16_t flags;
  ko_lexeme lexeme;  /* what the tables say of the form */
  ko_lexeme joined;  /* the same of it together with the one glued to it (가능 + 성); 0: none */
  uint32_t function; /* KO_FUNCTION_WORD_CLASS_... of the form */
  uint8_t tag;
  uint8_t n_countries;
  int16_t country[KO_MAX_COUNTRIES]; /* rows of ko_table_country */
  int16_t home; /* the country that a name begins with (중국 상무부), -1 */
  int mention;  /* in the reading; -1 */
} ko_clause_word;

typedef struct ko_clause_words {
  const ko_mem *mem;
  ko_arena arena; /* the forms */
  ko_clause_word *item;
  size_t n, cap;
} ko_clause_words;

void ko_clause_words_init(ko_clause_words *w, const ko_mem *mem);
void ko_clause_words_free(ko_clause_words *w);
/* Append the words of a sentence. Returns 0, or -1 when memory is out. */
int ko_clause_words_read(ko_clause_words *w, const ko_reading *r, uint32_t sentence);

/* May the word be part of a noun phrase; does it begin a predicate? */
int ko_word_is_nominal(const ko_clause_word *w);
int ko_word_is_predicate(const ko_clause_word *w);

/* The table's row of the word together with the one glued to it, or by itself; -1. */
static inline int ko_word_joined_row(const ko_clause_word *w, const ko_table *t) {
  int row = ko_lexeme_row(w->joined, t);
  return row >= 0 ? row : ko_lexeme_row(w->lexeme, t);
}
static inline int ko_word_row(const ko_clause_word *w, const ko_table *t) {
  return ko_lexeme_row(w->lexeme, t);
}
/* Does the form end, behind a syllable or more, in a word of two or more of which `is` says yes
** (외무|장관)? */
int ko_word_ends_in(const ko_clause_word *w, int (*is)(ko_lexeme lexeme));

#endif
