/* Articles of laws: 제5조, 형법 5조, 11조 2항. Their 조 is no 10^12. */
#ifndef KO_LAW_ARTICLE_H
#define KO_LAW_ARTICLE_H

#include "morph/document.h"

/* Is 조 at character `at`, behind figures alone that begin at `start`, a counter (of articles, or of
** groups: 2인 1조) rather than a part of the number? */
int ko_law_article_counts(const ko_document *d, uint32_t start, uint32_t at, uint32_t limit);
/* Does the number at `start` say which article of a law is meant? */
int ko_law_article_names(const ko_document *d, uint32_t start, uint32_t at, uint32_t limit);

#endif
