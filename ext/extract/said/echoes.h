/* Headlines say in short what is said in full further down: the quotations of a document whose words are
** nearly those of one that no particle follows. Who said the one said the other. */
#ifndef KO_ECHOES_H
#define KO_ECHOES_H

#include "extract/said/quoted.h"
#include "extract/said/speaker.h"

typedef struct ko_echo {
  size_t pair; /* of the document */
  ko_span text;
  int bare;       /* 1: no particle follows it */
  ko_speaker who; /* who said it, as far as is known */
  int of;         /* the one that it is the echo of, -1 */
} ko_echo;

typedef struct ko_echoes {
  const ko_mem *mem;
  ko_echo *item; /* in order of their pairs */
  size_t n, cap;
} ko_echoes;

void ko_echoes_init(ko_echoes *e, const ko_mem *mem);
void ko_echoes_free(ko_echoes *e);
/* Note a quotation, behind those before it. Returns 0, or -1 when memory is out. */
int ko_echoes_add(ko_echoes *e, size_t pair, const ko_quoted *q, const ko_speaker *who);
/* Find of each bare one what it is the echo of. Returns how many are, -1 when the work is to end. */
int ko_echoes_find(ko_echoes *e, const ko_text *t);
/* Who said what the pair's words are the echo of; nobody, before they were looked for. */
ko_speaker ko_echoes_of(const ko_echoes *e, size_t pair);

#endif
