/* A document: a text with its sentences and morphemes. Everything above the search tokens starts
** from one. */
#ifndef KO_DOCUMENT_H
#define KO_DOCUMENT_H

#include "base/buf.h"
#include "morph/spelling.h"
#include "text/sentence.h"

typedef struct ko_morpheme {
  uint32_t start, end; /* characters of the text that it comes from */
  uint32_t sentence;   /* 0-based */
  uint32_t form;       /* 0: its form is as in the text; else see ko_document_form_of */
  uint8_t n_form;      /* characters of that form */
  uint8_t tag;         /* ko_tag */
  uint8_t origin;      /* ko_origin */
  uint8_t flags;       /* KO_ENTRY_* */
  uint16_t cuts;       /* of a compound: bit i says that a part begins at syllable i */
  uint8_t own;         /* the ko_own_type of a word with KO_ENTRY_OWN */
} ko_morpheme;
#define KO_FORM_SPELT 0x80000000u /* in `form`: of a form in ko_document.spelt */
_Static_assert(sizeof(ko_morpheme) == 24, "a text may have one for each byte");

/* What making a document needs only while it works. One worker makes any number of documents, one at a
** time, and outlives them. */
typedef struct ko_worker {
  ko_splitter splitter;
  ko_lattice lattice;
  ko_spelling spelling;
} ko_worker;

typedef struct ko_document {
  ko_worker *worker;
  const ko_model *model;
  const ko_own *own; /* for ko_document_analyse: words beside those of the model, NULL none */
  const ko_mem *mem;
  ko_text text;
  ko_sentences spans; /* as marks and line ends divide the text: what is analysed in one piece */
  ko_sentences sentences; /* the same, further divided where no mark does (unmarked.h) */
  ko_pairs pairs;         /* quotations and brackets */
  uint16_t *spelt;        /* forms that stand neither in the text nor in the model */
  size_t n_spelt, cap_spelt;
  uint32_t *first; /* for each sentence its first morpheme, and one more */
  ko_morpheme *morph;
  size_t n, cap, cap_first;
  int has_own; /* 1: some morphemes have KO_ENTRY_OWN */
} ko_document;

void ko_worker_init(ko_worker *w, const ko_model *model, const ko_mem *mem);
void ko_worker_free(ko_worker *w);
/* Give back what a long text made the worker need. */
void ko_worker_trim(ko_worker *w);

void ko_document_init(ko_document *d, ko_worker *worker);
void ko_document_free(ko_document *d);
/* Read the text. Returns 0, or -1 when memory is out. */
int ko_document_read(ko_document *d, const char *text, size_t n);
/* The form of a morpheme in dictionary shape, m->n_form characters; NULL: as in the text. */
static inline const uint16_t *ko_document_form_of(const ko_document *d, const ko_morpheme *m) {
  if (m->form & KO_FORM_SPELT) return d->spelt + (m->form & ~KO_FORM_SPELT);
  return m->form ? d->model->strings + (m->form - 1) : NULL;
}
/* Append the form of a morpheme, as UTF-8. */
void ko_document_form(const ko_document *d, const ko_morpheme *m, ko_buf *out);

#endif
