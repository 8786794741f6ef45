/* Sentences: where one ends and the next begins.
**
** ICU finds the candidates (Unicode's sentence boundaries). A candidate is passed over inside
** quotation marks or brackets that close in the same line, before a quotative particle ("..." 고
** 말했다), where no white space divides (unless a final ending does: 했다.그는), after a number that
** counts or begins a date ("1. ...", "3. 1"), an abbreviation or an initial, and after the ellipsis
** of a headline.
*/
#ifndef KO_SENTENCE_H
#define KO_SENTENCE_H

#include "text/chars.h"

typedef struct ko_span {
  uint32_t start, end; /* characters [start, end); neither first nor last is white space */
} ko_span;

typedef struct ko_splitter {
  const ko_mem *mem;
  void *iterator; /* ICU's; opened at first use and kept */
  uint16_t *utf16;
  uint32_t *index; /* character of each UTF-16 unit, and one more */
  uint8_t *inside; /* 1: between this character and the next is no sentence boundary */
  size_t cap_utf16, cap_index, cap_inside;
  ko_span *span;
  size_t n, cap;
} ko_splitter;

void ko_splitter_init(ko_splitter *s, const ko_mem *mem);
void ko_splitter_free(ko_splitter *s);
/* Fill s->span with the sentences of the text, in order; between them is nothing but white space.
** Returns 0, or -1 when memory is out. */
int ko_splitter_run(ko_splitter *s, const ko_text *text);

#endif
