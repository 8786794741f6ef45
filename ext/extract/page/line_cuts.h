/* Where one line of a page holds several: crawlers run subtitle, caption, dateline, sentences and
** what stands below an article together, often without a space.
**
** A line is cut only where something begins that is no running text (a dateline, the source of a
** picture, a request to readers, tags), so that a paragraph stays one piece.
*/
#ifndef KO_LINE_CUTS_H
#define KO_LINE_CUTS_H

#include "extract/page/imprint.h"

/* Append the pieces of the line [from, to), trimmed and in order; the line itself if it is one. Returns 0,
** or -1 when memory is out. */
int ko_cut_line(const ko_text *t, uint32_t from, uint32_t to, ko_spans *pieces);

/* Where the sentence ends whose stop may be at i, with the marks that close behind it; 0 if none ends
** there. *style becomes that of the sentence, which begins at `from` or later. */
uint32_t ko_sentence_stop(const ko_text *t, uint32_t from, uint32_t to, uint32_t i,
                          ko_sentence_style_class *style);

#endif
