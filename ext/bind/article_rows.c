/* parse_article(text). */
#include "bind/row_function.h"
#include "extract/page/article.h"

/* Text that the parts are read from, as the caller wrote it. */
static void append(const ko_call *call, ko_rows *rows, ko_span s) {
  const ko_text *t = &call->analysis->document.text;
  ko_buf_add(&rows->text, call->analysis->text + t->ch[s.start].start,
             t->ch[s.end - 1].end - t->ch[s.start].start);
}

static void row_spans(const ko_call *call, ko_rows *rows, const ko_spans *s, const char *between) {
  size_t begun;
  if (s->n == 0) {
    ko_row_null(rows);
    return;
  }
  begun = ko_row_begin(rows);
  for (size_t i = 0; i < s->n; i++) {
    if (i) ko_buf_str(&rows->text, between);
    append(call, rows, s->item[i]);
  }
  ko_row_end(rows, begun);
}

static void fill_article(ko_call *call, ko_rows *rows) {
  ko_article a;
  call->done = 1;
  ko_article_init(&a, call->analysis->document.mem);
  if (ko_article_parse(&a, &call->analysis->document.text)) {
    rows->failed = 1;
  } else {
    ko_row_words(call, rows, a.title);
    row_spans(call, rows, &a.subtitles, "\n");
    row_spans(call, rows, &a.bylines, ", ");
    ko_row_words(call, rows, a.email);
    ko_row_words(call, rows, a.publisher);
    ko_row_day(rows, a.published);
    row_spans(call, rows, &a.body, "\n");
    row_spans(call, rows, &a.captions, "\n");
  }
  ko_article_free(&a);
}

const ko_table_function ko_table_article = {
    .columns = "title TEXT, subtitle TEXT, byline TEXT, email TEXT, publisher TEXT, published "
               "TEXT, body TEXT, captions TEXT",
    .fill = fill_article,
};
