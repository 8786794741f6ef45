/* extract_entities(text, published), relations(text) and quotes(text). */
#include "bind/row_function.h"
#include "extract/names/titles.h"
#include "extract/said/quotes.h"
#include "extract/said/relations.h"

static void number_cell(ko_rows *rows, double x) {
  if (x >= -9e15 && x <= 9e15 && x == (double)(long long)x)
    ko_row_int(rows, (long long)x);
  else
    ko_row_real(rows, x);
}

/* value, value_end and unit. The end is NULL where it is the same as the beginning. */
static void value_cells(ko_rows *rows, const ko_mention *m) {
  const ko_value *v = &m->value;
  if (ko_is_name(m->type) || !v->known) {
    ko_row_null(rows);
    ko_row_null(rows);
  } else if (m->type == KO_MENTION_DATE) {
    ko_row_day(rows, v->day);
    ko_row_day(rows, v->day_end == v->day ? KO_NO_DAY : v->day_end);
  } else if (m->type == KO_MENTION_TIME) {
    ko_row_minute(rows, v->minute);
    ko_row_minute(rows, v->minute_end == v->minute ? -1 : v->minute_end);
  } else {
    number_cell(rows, v->low);
    if (v->high == v->low)
      ko_row_null(rows);
    else
      number_cell(rows, v->high);
  }
  ko_row_str(rows, ko_is_name(m->type) || m->type == KO_MENTION_DATE || m->type == KO_MENTION_TIME
                       ? NULL
                       : v->unit);
}

static void mention_row(ko_call *call, ko_rows *rows, const ko_reading *r, size_t seq,
                        const ko_mention *m) {
  const ko_entity *e = m->entity >= 0 ? &r->entity[m->entity] : NULL;
  ko_row_int(rows, (long long)seq);
  ko_row_str(rows, ko_mention_type_name(m->type));
  ko_row_words(call, rows, (ko_span){m->start, m->end});
  if (m->type == KO_MENTION_PRODUCT || m->type == KO_MENTION_EVENT)
    ko_row_words(call, rows, (ko_span){m->start, m->end});
  else
    ko_row_str(rows, e ? e->name : NULL);
  value_cells(rows, m);
  ko_row_words(call, rows, m->title.end > m->title.start || !e ? m->title : e->title);
  ko_row_words(call, rows,
               m->organization.end > m->organization.start || !e ? m->organization
                                                                 : e->organization);
  ko_row_span(call, rows, m->start, m->end);
  ko_row_int(rows, (long long)m->sentence + 1);
  ko_row_real(rows, m->score / 1000.0);
}

static void part_row(ko_call *call, ko_rows *rows, const ko_reading *r, size_t seq,
                     const ko_name_part *p) {
  enum { VALUE_TO_ORGANIZATION = 5 };
  const ko_mention *m = &r->mentions.item[p->mention];
  ko_row_int(rows, (long long)seq);
  ko_row_str(rows, p->is_person ? ko_mention_type_name(KO_MENTION_PERSON) : "part");
  ko_row_words(call, rows, p->span);
  if (p->entity >= 0)
    ko_row_str(rows, r->entity[p->entity].name);
  else
    ko_row_words(call, rows, p->span);
  for (int i = 0; i < VALUE_TO_ORGANIZATION; i++) ko_row_null(rows);
  ko_row_span(call, rows, p->span.start, p->span.end);
  ko_row_int(rows, (long long)m->sentence + 1);
  ko_row_real(rows, m->score / 1000.0);
}

/* How many parts stand before row `row`: each stands behind the mention that it is within. */
static size_t parts_before(const ko_reading *r, size_t row) {
  size_t low = 0, high = r->n_parts;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if ((size_t)r->part[middle].mention + 1 + middle < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void fill_entities(ko_call *call, ko_rows *rows) {
  const ko_reading *r = ko_call_reading(call, rows);
  size_t row, end, p;
  if (!r) return;
  end = ko_call_batch(call, r->mentions.n + r->n_parts, &row);
  for (p = parts_before(r, row); row < end; row++) {
    if (p < r->n_parts && (size_t)r->part[p].mention + 1 + p == row) {
      part_row(call, rows, r, row + 1, &r->part[p]);
      p++;
    } else {
      mention_row(call, rows, r, row + 1, &r->mentions.item[row - p]);
    }
  }
}

const ko_table_function ko_table_entities = {
    .columns =
        "seq INTEGER, type TEXT, text TEXT, name TEXT, value, value_end, unit TEXT, title TEXT, "
        "organization TEXT, start INTEGER, length INTEGER, sentence INTEGER, score REAL",
    .takes_published = 1,
    .takes_words = 1,
    .fill = fill_entities,
};

static void fill_relations(ko_call *call, ko_rows *rows) {
  const ko_reading *r;
  ko_relations x;
  call->done = 1;
  r = ko_call_reading(call, rows);
  if (!r) return;
  ko_relations_init(&x, r->mem);
  if (ko_relations_find(r, &x)) rows->failed = 1;
  for (size_t i = 0; i < x.n && !rows->failed; i++) {
    const ko_relation *f = &x.item[i];
    const ko_mention *m = &r->mentions.item[f->mention];
    uint32_t start = f->title.start < m->start ? f->title.start : m->start;
    uint32_t end = f->title.end > m->end ? f->title.end : m->end;
    ko_row_int(rows, (long long)i + 1);
    ko_row_str(rows, r->entity[f->entity].name);
    ko_row_words(call, rows, f->title);
    ko_row_words(call, rows, f->organization);
    ko_row_span(call, rows, start, end);
    ko_row_int(rows, (long long)m->sentence + 1);
    ko_row_office(call, rows, f->title, f->organization);
    ko_row_int(rows, ko_title_read(&call->analysis->document.text, f->title).former);
  }
  ko_relations_free(&x);
}

const ko_table_function ko_table_relations = {
    .columns = "seq INTEGER, person TEXT, title TEXT, organization TEXT, start INTEGER, length "
               "INTEGER, sentence INTEGER, office TEXT, former INTEGER",
    .takes_words = 1,
    .fill = fill_relations,
};

static void fill_quotes(ko_call *call, ko_rows *rows) {
  const ko_clauses *c;
  const ko_reading *r;
  ko_quotes q;
  call->done = 1;
  if (!ko_quotes_may_be(&call->analysis->document.text)) return;
  c = ko_call_clauses(call, rows);
  if (!c) return;
  r = c->r;
  ko_quotes_init(&q, r->mem);
  if (ko_quotes_find(c, &q)) rows->failed = 1;
  for (size_t i = 0; i < q.n && !rows->failed; i++) {
    const ko_quote *x = &q.item[i];
    ko_row_int(rows, (long long)i + 1);
    if (x->entity >= 0)
      ko_row_str(rows, r->entity[x->entity].name);
    else
      ko_row_words(call, rows, x->speaker);
    ko_row_words(call, rows, x->text);
    ko_row_words(call, rows, x->verb);
    ko_row_span(call, rows, x->text.start, x->text.end);
    ko_row_int(rows, (long long)x->sentence + 1);
  }
  ko_quotes_free(&q);
}

const ko_table_function ko_table_quotes = {
    .columns = "seq INTEGER, speaker TEXT, text TEXT, verb TEXT, start INTEGER, length INTEGER, "
               "sentence INTEGER",
    .takes_words = 1,
    .fill = fill_quotes,
};
