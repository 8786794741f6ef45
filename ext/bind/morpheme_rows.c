/* morphemes(text) and sentences(text). */
#include "bind/row_function.h"
#include "morph/tagset.h"

static void original(ko_call *call, ko_rows *rows, uint32_t from, uint32_t to) {
  const ko_text *t = &call->analysis->document.text;
  ko_row_text(rows, call->analysis->text + t->ch[from].start,
              t->ch[to - 1].end - t->ch[from].start);
}

static void fill_morphemes(ko_call *call, ko_rows *rows) {
  const ko_document *d = &call->analysis->document;
  size_t i, end = ko_call_batch(call, d->n, &i);
  for (; i < end; i++) {
    const ko_morpheme *m = &d->morph[i];
    size_t begun;
    ko_row_int(rows, (long long)i + 1);
    begun = ko_row_begin(rows);
    ko_document_form(d, m, &rows->text);
    ko_row_end(rows, begun);
    ko_row_str(rows, ko_tag_name(m->tag));
    original(call, rows, m->start, m->end);
    ko_row_span(call, rows, m->start, m->end);
    ko_row_int(rows, (long long)m->sentence + 1);
  }
}

const ko_table_function ko_table_morphemes = {
    .columns = "seq INTEGER, form TEXT, tag TEXT, surface TEXT, start INTEGER, length INTEGER, "
               "sentence INTEGER",
    .needs_morphemes = 1,
    .fill = fill_morphemes,
};

static void fill_sentences(ko_call *call, ko_rows *rows) {
  const ko_document *d = &call->analysis->document;
  size_t s, end = ko_call_batch(call, d->sentences.n, &s);
  for (; s < end; s++) {
    const ko_span *span = &d->sentences.span[s];
    ko_row_int(rows, (long long)s + 1);
    original(call, rows, span->start, span->end);
    ko_row_span(call, rows, span->start, span->end);
  }
}

const ko_table_function ko_table_sentences = {
    .columns = "seq INTEGER, text TEXT, start INTEGER, length INTEGER",
    .fill = fill_sentences,
};
