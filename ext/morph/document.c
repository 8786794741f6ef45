#include "morph/document.h"

#include <string.h>

enum { KEEP_NODES = 4096, KEEP_CHARACTERS = 64 * 1024 }; /* larger workspaces are not kept */

void ko_worker_init(ko_worker *w, const ko_model *model, const ko_mem *mem) {
  memset(w, 0, sizeof *w);
  ko_splitter_init(&w->splitter, mem);
  ko_lattice_init(&w->lattice, model, mem);
  ko_spelling_init(&w->spelling, mem);
}

void ko_worker_free(ko_worker *w) {
  ko_splitter_free(&w->splitter);
  ko_lattice_free(&w->lattice);
  ko_spelling_free(&w->spelling);
}

void ko_worker_trim(ko_worker *w) {
  if (w->splitter.cap_inside > KEEP_CHARACTERS) ko_splitter_trim(&w->splitter);
  if (w->lattice.cap > KEEP_NODES) ko_lattice_free(&w->lattice);
}

void ko_document_init(ko_document *d, ko_worker *worker) {
  memset(d, 0, sizeof *d);
  d->worker = worker;
  d->model = worker->lattice.model;
  d->mem = worker->lattice.mem;
  ko_text_init(&d->text, d->mem);
  ko_sentences_init(&d->spans, d->mem);
  ko_sentences_init(&d->sentences, d->mem);
  ko_pairs_init(&d->pairs, d->mem);
}

void ko_document_free(ko_document *d) {
  if (!d->mem) return;
  ko_text_free(&d->text);
  ko_sentences_free(&d->spans);
  ko_sentences_free(&d->sentences);
  ko_pairs_free(&d->pairs);
  ko_free(d->mem, d->first);
  ko_free(d->mem, d->spelt);
  ko_free(d->mem, d->morph);
  memset(d, 0, sizeof *d);
}

int ko_document_read(ko_document *d, const char *text, size_t n) {
  ko_reader r;
  int rc;
  d->n = d->sentences.n = 0;
  ko_text_clear(&d->text);
  ko_reader_init(&r, text, n);
  if (ko_text_read(&d->text, &r, (size_t)-1)) return -1;
  rc = ko_splitter_run(&d->worker->splitter, &d->text, &d->spans, &d->pairs);
  ko_worker_trim(d->worker);
  return rc;
}

void ko_document_form(const ko_document *d, const ko_morpheme *m, ko_buf *out) {
  const uint16_t *form = ko_document_form_of(d, m);
  if (form)
    for (int i = 0; i < m->n_form; i++) ko_buf_char(out, form[i]);
  else
    for (uint32_t i = m->start; i < m->end; i++) ko_buf_char(out, d->text.ch[i].cp);
}
