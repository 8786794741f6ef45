/* morphemes(text) and sentences(text). */
#include "bind/row_function.h"
#include "morph/tagset.h"

static void original(ko_call *call, ko_rows *rows, uint32_t from, uint32_t to) {
  const ko_text *t = &call->analysis->document.text;
  ko_row_text(rows, call->analysis->text + t->ch[from].start,
              t->ch[to - 1].end - t->ch[from].start);
}

static void fill_morphemes(ko_call *call, ko_rows *rows) {
  const ko_document *d = ko_analysis_document(call->analysis);
  size_t i, end;
  if (!d) {
    rows->failed = 1;
    return;
  }
  end = ko_call_batch(call, d->n, &i);
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
    .takes_words = 1,
    .fill = fill_morphemes,
};

/* Bytes [from, to) around sentences, where there is nothing but white space and what has no width. */
typedef struct gap {
  size_t from, to;
  size_t first; /* the first byte that is no white space */
  size_t end;   /* where the last piece without white space ends that white space follows */
  size_t last;  /* where the piece without white space begins that nothing follows */
} gap;

static gap read_gap(const char *text, size_t from, size_t to) {
  gap g = {from, to, to, from, from};
  for (size_t at = from, next; at < to; at = next) {
    uint32_t c;
    next = at + ko_unit((const unsigned char *)text + at, to - at, &c);
    if (ko_class_of(c) != KO_CLASS_SPACE) {
      if (g.first == to) g.first = at;
    } else {
      if (g.last < at) g.end = at;
      g.last = next;
    }
  }
  return g;
}

/* What has no width is no character of the text, and no white space either. It goes to the sentence that
** it touches, to the one before where it touches both or none, and at the beginning to the first. */
static void sentence_row(ko_call *call, ko_rows *rows, size_t s) {
  const ko_analysis *a = call->analysis;
  const ko_char *ch = a->document.text.ch;
  const ko_span *span = a->document.sentences.span;
  size_t n = a->document.sentences.n, from, to;
  gap before = read_gap(a->text, s ? ch[span[s - 1].end - 1].end : 0, ch[span[s].start].start);
  gap behind =
      read_gap(a->text, ch[span[s].end - 1].end, s + 1 < n ? ch[span[s + 1].start].start : a->n);
  from = s == 0 ? before.first : before.last == before.from ? before.to : before.last;
  to = behind.last == behind.from || (s + 1 == n && behind.last < behind.to) ? behind.to
                                                                             : behind.end;
  ko_row_int(rows, (long long)s + 1);
  ko_row_text(rows, a->text + from, to - from);
  ko_row_place(call, rows, from, to);
}

static void fill_sentences(ko_call *call, ko_rows *rows) {
  const ko_document *d = ko_analysis_sentences(call->analysis);
  size_t s, end;
  if (!d) {
    rows->failed = 1;
    return;
  }
  end = ko_call_batch(call, d->sentences.n, &s);
  for (; s < end; s++) sentence_row(call, rows, s);
}

const ko_table_function ko_table_sentences = {
    .columns = "seq INTEGER, text TEXT, start INTEGER, length INTEGER",
    .fill = fill_sentences,
};
