/* The sentences and morphemes of a document that was read: each span between marks is analysed in one piece,
** in standard spelling where it is not, and then divided where no mark does (unmarked.h). */
#ifndef KO_ANALYSER_H
#define KO_ANALYSER_H

#include "morph/document.h"

/* Find the sentences. Returns 0, or -1 when memory is out. */
int ko_document_divide(ko_document *d);
/* Find the sentences and morphemes. Returns 0, or -1 when memory is out. */
int ko_document_analyse(ko_document *d);

#endif
