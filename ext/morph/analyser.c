#include "morph/analyser.h"

#include <string.h>

#include "morph/unmarked.h"

/* Where the characters of a stretch are that was read: as they stand, or in standard spelling. */
typedef struct reading {
  size_t from;                 /* of the stretch in the text */
  const ko_spelling *spelling; /* NULL: as they stand */
} reading;

/* Give the morpheme its place, from characters [start, end) of what was read, and the form that these
** have in standard spelling where that is its own. */
static int place(ko_document *d, ko_morpheme *m, const reading *r, uint32_t start, uint32_t end) {
  const ko_spelling *s = r->spelling;
  int as_typed = 1;
  if (!s) {
    m->start = (uint32_t)(r->from + start);
    m->end = (uint32_t)(r->from + end);
    return 0;
  }
  m->start = s->start[start];
  m->end = s->end[end - 1];
  for (uint32_t i = start; i < end; i++)
    as_typed &= s->end[i] - s->start[i] == 1 && d->text.ch[s->start[i]].cp == s->text.ch[i].cp;
  if (m->form || as_typed || end - start > UINT8_MAX) return 0;
  if (ko_grow(d->mem, &d->spelt, &d->cap_spelt, d->n_spelt + end - start, sizeof *d->spelt))
    return -1;
  m->form = KO_FORM_SPELT | (uint32_t)d->n_spelt;
  m->n_form = (uint8_t)(end - start);
  while (start < end) d->spelt[d->n_spelt++] = (uint16_t)s->text.ch[start++].cp;
  return 0;
}

static int add_node(ko_document *d, const ko_node *node, const reading *r) {
  ko_part part[KO_MAX_PARTS];
  uint16_t cuts = 0;
  const ko_own_word *own = ko_lattice_own(&d->worker->lattice, node);
  int n = 1;
  if (node->origin == KO_ORIGIN_KNOWN) {
    n = ko_model_expand(d->model, node->what, node->length, part, &cuts);
  } else {
    memset(&part[0], 0, sizeof part[0]);
    part[0].tag = (uint8_t)node->what;
  }
  if (ko_grow(d->mem, &d->morph, &d->cap, d->n + (size_t)n, sizeof *d->morph)) return -1;
  for (int i = 0; i < n; i++) {
    ko_morpheme *m = &d->morph[d->n++];
    uint32_t start = node->start + (n == 1 ? 0 : part[i].start);
    m->sentence = 0; /* see divide_span */
    m->form = part[i].form ? (uint32_t)(part[i].form - d->model->strings) + 1 : 0;
    m->n_form = part[i].n_form;
    m->tag = part[i].tag;
    m->origin = node->origin;
    m->flags = (uint8_t)node->flags;
    m->cuts = own ? own->cuts : cuts;
    m->own = own ? own->type : 0;
    d->has_own |= own != NULL;
    if (place(d, m, r, start, start + (n == 1 ? node->length : part[i].length))) return -1;
  }
  return 0;
}

/* Where to end a stretch that starts at `from`: at `to` if it is short enough, else at the last
** white space within reach, else after KO_MAX_STRETCH characters. */
static size_t stretch_end(const ko_text *t, size_t from, size_t to) {
  size_t end;
  if (to - from <= KO_MAX_STRETCH) return to;
  for (end = from + KO_MAX_STRETCH; end > from + KO_MAX_STRETCH / 2; end--)
    if (t->klass[end - 1] == KO_CLASS_SPACE) return end;
  return from + KO_MAX_STRETCH;
}

/* Append the morphemes of a span, as of one sentence. */
static int analyse_span(ko_document *d, const ko_span *s) {
  ko_lattice *l = &d->worker->lattice;
  ko_spelling *x = &d->worker->spelling;
  for (size_t from = s->start; from < s->end;) {
    size_t to = stretch_end(&d->text, from, s->end);
    int respelt;
    if (ko_work(d->mem, to - from)) return -1;
    respelt = ko_spelling_run(x, l, &d->text, from, to, KO_RIGHT_BOS, KO_LEFT_EOS, KO_MAX_STRETCH);
    if (respelt < 0) return -1;
    for (size_t k = 0; k < l->n_path; k++)
      if (add_node(d, &l->node[l->path[k]], &(reading){from, respelt ? x : NULL})) return -1;
    from = to;
  }
  return 0;
}

static int add_sentence(ko_document *d, uint32_t start, uint32_t end, size_t first) {
  ko_sentences *s = &d->sentences;
  if (ko_grow(s->mem, &s->span, &s->cap, s->n + 1, sizeof *s->span) ||
      ko_grow(d->mem, &d->first, &d->cap_first, s->n + 2, sizeof *d->first))
    return -1;
  while (end > start && d->text.klass[end - 1] == KO_CLASS_SPACE) end--;
  d->first[s->n] = (uint32_t)first;
  s->span[s->n++] = (ko_span){start, end};
  return 0;
}

/* Append the sentences of a span, whose morphemes are [from, d->n). */
static int divide_span(ko_document *d, const ko_span *span, size_t from) {
  uint32_t start = span->start;
  ko_unmarked x;
  ko_unmarked_begin(&x, d, span, from, d->n);
  for (size_t at = from, next; at < d->n || at == from; at = next) {
    next = ko_unmarked_next(&x, at);
    for (size_t i = at; i < next; i++) d->morph[i].sentence = (uint32_t)d->sentences.n;
    if (add_sentence(d, start, next < d->n ? d->morph[next].start : span->end, at)) return -1;
    if (next == d->n) break;
    start = d->morph[next].start;
  }
  return 0;
}

/* Find the sentences and, to be kept, all morphemes. */
static int analyse(ko_document *d, int keep) {
  d->worker->lattice.own = d->own;
  d->n = d->n_spelt = d->sentences.n = 0;
  d->has_own = 0;
  for (size_t i = 0; i < d->spans.n; i++) {
    const ko_span *span = &d->spans.span[i];
    size_t from = d->n;
    if ((keep || ko_unmarked_may_be(d, span)) && analyse_span(d, span)) return -1;
    if (divide_span(d, span, from)) return -1;
    if (!keep) d->n = d->n_spelt = 0;
  }
  if (ko_grow(d->mem, &d->first, &d->cap_first, d->sentences.n + 1, sizeof *d->first)) return -1;
  d->first[d->sentences.n] = (uint32_t)d->n;
  return 0;
}

int ko_document_divide(ko_document *d) {
  int rc = analyse(d, 0);
  ko_worker_trim(d->worker);
  return rc;
}

int ko_document_analyse(ko_document *d) {
  int rc = analyse(d, 1);
  ko_worker_trim(d->worker);
  return rc;
}
