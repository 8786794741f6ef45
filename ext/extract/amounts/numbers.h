/* Numbers as Korean writes them: 1,234 · 2천488 · 1조2천억 · 6억4000여만 · 이십오 · 열두 · 서너 · 수백 · 150~250억. */
#ifndef KO_NUMBERS_H
#define KO_NUMBERS_H

#include "morph/document.h"

typedef struct ko_number {
  uint32_t start, end; /* characters */
  double low, high;    /* equal for one number */
  double lead;         /* its first run of digits, as a number */
  uint8_t digits;      /* length of its first run of digits when it is nothing but one; else 0 */
  uint8_t native;      /* 1: native Korean (한, 열두) */
  uint8_t words;       /* 1: no digits in it */
  uint8_t decimal;     /* 1: it has a decimal point */
  uint8_t scaled;      /* 1: it has 만, 억 ... */
  uint8_t some;        /* 1: not told exactly (수백, 몇): low and high mean nothing */
  uint8_t range;       /* 1: two numbers with a dash between them */
  uint8_t list;        /* 1: two numbers with a dot or a comma between them */
} ko_number;

/* Read the number that begins at character `at`; no character from `limit` on is looked at.
** Returns 1 if there is one. */
int ko_number_read(const ko_document *d, uint32_t at, uint32_t limit, ko_number *out);
/* The same without ranges and lists. */
int ko_number_single(const ko_document *d, uint32_t at, uint32_t limit, ko_number *out);

/* The character after 여, "and some more", at `at`; `at` if it is not there. */
uint32_t ko_number_more(const ko_document *d, uint32_t at, uint32_t limit);
/* Does a word for a number that is not told (몇) stand at `at`? */
int ko_number_untold(const ko_document *d, uint32_t at, uint32_t limit);
/* The notes that the table of numerals has on the word of this one character. */
int ko_number_note(const ko_document *d, uint32_t at, uint32_t limit);

/* Which number words begin with a character: native ones and 수, "several", which may be one word
** with their counter (넉달, 수차례), or none but Sino-Korean ones. */
typedef enum ko_number_head {
  KO_NUMBER_HEAD_NONE,
  KO_NUMBER_HEAD_SINO,
  KO_NUMBER_HEAD_NATIVE
} ko_number_head;
ko_number_head ko_number_begins(const ko_text *text, uint32_t at);

#endif
