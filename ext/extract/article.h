/* The parts of a raw scraped page. */
#ifndef KO_ARTICLE_H
#define KO_ARTICLE_H

#include "base/buf.h"
#include "morph/document.h"

typedef struct ko_article {
  ko_span title;     /* start == end: the page has none */
  ko_span *subtitle; /* lines */
  size_t n_subtitles, cap_subtitles;
  ko_span byline, email, publisher;
  int32_t published; /* day from 1970-01-01; INT32_MIN if the page has none */
  ko_span *body;     /* lines, in order */
  size_t n_body, cap_body;
  ko_span *caption;
  size_t n_captions, cap_captions;
  const ko_mem *mem;
} ko_article;

void ko_article_init(ko_article *a, const ko_mem *mem);
void ko_article_free(ko_article *a);
/* Sort the lines of the page. Returns 0, or -1 when memory is out. */
int ko_article_parse(ko_article *a, const ko_document *d);

#endif
