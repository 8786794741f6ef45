/* The parts of a raw scraped page, whose only mark-up is line breaks.
**
** Each line is looked at by itself and among its neighbours (lines.h); a Viterbi path over the
** classes of article.c then says what the lines are, so that the page as a whole makes sense:
** furniture, a title, what stands under it, the body with its captions, what comes after it.
*/
#ifndef KO_ARTICLE_H
#define KO_ARTICLE_H

#include "extract/page/imprint.h"
#include "text/calendar.h"

typedef struct ko_article {
  const ko_mem *mem;
  ko_span title;      /* start == end: the page has none */
  ko_spans subtitles; /* lines */
  ko_spans bylines;   /* names of reporters */
  ko_span email, publisher;
  int email_is_signed; /* 1: it stood beside a reporter's name */
  int32_t published;   /* KO_NO_DAY: the page does not say */
  ko_spans body;       /* lines, in order, without datelines and signatures */
  ko_spans captions;
} ko_article;

void ko_article_init(ko_article *a, const ko_mem *mem);
void ko_article_free(ko_article *a);
/* Sort the lines of a page. Returns 0, or -1 when memory is out. */
int ko_article_parse(ko_article *a, const ko_text *t);

#endif
