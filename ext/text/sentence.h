/* Sentences: where one ends and the next begins.
**
** ICU finds the candidates (Unicode's sentence boundaries), and what follows a full stop behind Hangul
** is one too. A candidate is passed over inside quotation marks or brackets that close in the same line,
** before a quotative particle ("..." 고 말했다), where no white space divides (unless a final ending
** does: 했다.그는, 했다.2025년), after the number of a heading ("1-1. ...", "가. ...") or of a date
** ("3. 1"), an abbreviation or an initial, and after the ellipsis of a headline.
*/
#ifndef KO_SENTENCE_H
#define KO_SENTENCE_H

#include "text/pairs.h"

typedef struct ko_span {
  uint32_t start, end; /* characters [start, end); neither first nor last is white space */
} ko_span;

/* The sentences of a text, in order; between them is nothing but white space. */
typedef struct ko_sentences {
  const ko_mem *mem;
  ko_span *span;
  size_t n, cap;
} ko_sentences;

void ko_sentences_init(ko_sentences *s, const ko_mem *mem);
void ko_sentences_free(ko_sentences *s);

/* What finding them needs while it works; used again from text to text. */
typedef struct ko_splitter {
  const ko_mem *mem;
  void *iterator; /* ICU's */
  uint16_t *utf16;
  uint8_t *inside; /* 1: between this character and the next is no sentence boundary */
  size_t cap_utf16, cap_inside;
} ko_splitter;

void ko_splitter_init(ko_splitter *s, const ko_mem *mem);
void ko_splitter_free(ko_splitter *s);
/* Give back the buffers, which are as long as the longest text, but not the iterator. */
void ko_splitter_trim(ko_splitter *s);
/* Have ICU's iterator ready; without this call it is opened at first use. Returns NULL, or ICU's name of
** what is wrong. */
const char *ko_splitter_open(ko_splitter *s);
/* Find the sentences of the text, and its pairs of marks. Returns 0, or -1 when memory is out, ICU fails or
** the work is to end (ko_work). */
int ko_splitter_run(ko_splitter *s, const ko_text *text, ko_sentences *out, ko_pairs *pairs);
/* Do small letters begin at character i as the last part of the name of a file or a host does: 다음.com? */
int ko_is_name_suffix(const ko_text *t, size_t i);

#endif
