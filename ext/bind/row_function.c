#include "bind/row_function.h"

#include <stdio.h>
#include <string.h>

#include "bind/argument.h"
#include "bind/sqlite.h"
#include "bind/word_table.h"
#include "extract/names/titles.h"
#include "text/calendar.h"
#include "text/day_form.h"

/* Every table-valued function, with every name it has. */
static const struct {
  const char *name;
  const ko_table_function *function;
} functions[] = {
    {"morphemes", &ko_table_morphemes},
    {"sentences", &ko_table_sentences},
    {"extract_entities", &ko_table_entities},
    {"relations", &ko_table_relations},
    {"quotes", &ko_table_quotes},
    {"parse_article", &ko_table_article},
    {"meetings", &ko_table_meetings},
    {"extract_meetings", &ko_table_meetings},
    {"meeting_participants", &ko_table_meeting_participants},
};

/* ---- rows ---- */

static ko_cell *new_cell(ko_rows *r, ko_cell_type type) {
  if (r->failed) return NULL;
  if (ko_grow(&ko_mem_sqlite, &r->cell, &r->cap, r->n + 1, sizeof *r->cell)) {
    r->failed = 1;
    return NULL;
  }
  r->cell[r->n].type = type;
  return &r->cell[r->n++];
}

void ko_row_null(ko_rows *r) {
  new_cell(r, KO_CELL_NULL);
}

void ko_row_int(ko_rows *r, long long v) {
  ko_cell *c = new_cell(r, KO_CELL_INT);
  if (c) c->v.i = v;
}

void ko_row_real(ko_rows *r, double v) {
  ko_cell *c = new_cell(r, KO_CELL_REAL);
  if (c) c->v.r = v;
}

size_t ko_row_begin(ko_rows *r) {
  return r->text.n;
}

void ko_row_end(ko_rows *r, size_t begun) {
  ko_cell *c = new_cell(r, KO_CELL_TEXT);
  if (!c) return;
  c->v.t.at = begun;
  c->v.t.n = r->text.n - begun;
}

void ko_row_text(ko_rows *r, const char *s, size_t n) {
  size_t begun = ko_row_begin(r);
  ko_buf_add(&r->text, s, n);
  ko_row_end(r, begun);
}

void ko_row_str(ko_rows *r, const char *s) {
  if (s)
    ko_row_text(r, s, strlen(s));
  else
    ko_row_null(r);
}

void ko_row_place(ko_call *call, ko_rows *rows, size_t from, size_t to) {
  size_t start = ko_position_of(&call->position, from);
  ko_position end =
      call->position; /* a copy, so that a span that overlaps this one need not go back */
  ko_row_int(rows, (long long)start + 1);
  ko_row_int(rows, (long long)(ko_position_of(&end, to) - start));
}

void ko_row_span(ko_call *call, ko_rows *rows, uint32_t from, uint32_t to) {
  const ko_text *t = &call->analysis->document.text;
  ko_row_place(call, rows, t->ch[from].start, t->ch[to - 1].end);
}

void ko_row_words(ko_call *call, ko_rows *rows, ko_span s) {
  const ko_text *t = &call->analysis->document.text;
  if (s.start >= s.end)
    ko_row_null(rows);
  else
    ko_row_text(rows, call->analysis->text + t->ch[s.start].start,
                t->ch[s.end - 1].end - t->ch[s.start].start);
}

/* YYYY-MM-DD. 0 for none, and for one that SQLite's date functions do not read. */
static int write_day(int32_t day, char iso[32]) {
  int y = -1, m, d;
  if (day != KO_NO_DAY) ko_day_split(day, &y, &m, &d);
  if (y < 0 || y > 9999) return 0;
  snprintf(iso, 32, "%04d-%02d-%02d", y, m, d);
  return 1;
}

void ko_row_office(ko_call *call, ko_rows *rows, ko_span title, ko_span organization) {
  ko_title_sense sense = ko_title_read_at(&call->analysis->document.text, title, organization);
  if (sense.main)
    ko_row_str(rows, sense.main);
  else
    ko_row_words(call, rows, sense.office);
}

void ko_row_day(ko_rows *rows, int32_t day) {
  char iso[32];
  ko_row_str(rows, write_day(day, iso) ? iso : NULL);
}

void ko_row_minute(ko_rows *rows, int minute) {
  char hhmm[32];
  if (minute < 0) {
    ko_row_null(rows);
    return;
  }
  snprintf(hhmm, sizeof hhmm, "%02d:%02d", minute / 60, minute % 60);
  ko_row_str(rows, hhmm);
}

/* The day that the call's text is to be read for. */
static int32_t day_of(const ko_call *call) {
  return call->any_day && call->analysis->read ? call->analysis->reading.published
                                               : call->published;
}

size_t ko_call_batch(ko_call *call, size_t n, size_t *from) {
  enum { BATCH = 512 };
  *from = call->next;
  call->next = n - call->next > BATCH ? call->next + BATCH : n;
  call->done = call->next == n;
  return call->next;
}

const ko_reading *ko_call_reading(ko_call *call, ko_rows *rows) {
  const ko_reading *r = ko_analysis_reading(call->analysis, day_of(call));
  if (!r) rows->failed = 1;
  return r;
}

const ko_clauses *ko_call_clauses(ko_call *call, ko_rows *rows) {
  const ko_clauses *c = ko_analysis_clauses(call->analysis, day_of(call));
  if (!c) rows->failed = 1;
  return c;
}

/* ---- the virtual table ---- */

/* The arguments are hidden columns behind all others, with names that no table of a user has: else the
** user's own column of that name would be ambiguous. */
#define TEXT_ARGUMENT      "korean_text_argument HIDDEN"
#define PUBLISHED_ARGUMENT ", korean_published_argument HIDDEN"
#define WORDS_ARGUMENT     ", korean_words_argument HIDDEN"
typedef enum argument { TEXT, PUBLISHED, WORDS, N_ARGUMENTS } argument;
/* idxNum says which arguments are given, bit i argument i; they are passed in this order. Without the text a
** plan can be made but not run. */
enum { PLAN_TEXT = 1 << TEXT, PLAN_PUBLISHED = 1 << PUBLISHED, PLAN_WORDS = 1 << WORDS };

typedef struct table {
  sqlite3_vtab base;
  ko_state *state;
  const ko_table_function *function;
  const char *name;
  int n_columns;        /* without the arguments */
  ko_word_table *words; /* that the last call named: the next one will, too */
} table;

typedef struct cursor {
  sqlite3_vtab_cursor base;
  ko_call call;
  ko_word_table *words; /* of the call */
  ko_rows rows;
  size_t row, n_rows;   /* of this batch */
  sqlite3_int64 number; /* rowid */
} cursor;

typedef struct module_data {
  ko_state *state;
  const ko_table_function *function;
  const char *name;
} module_data;

static int count_columns(const char *columns) {
  int n = 1;
  for (; *columns; columns++) n += *columns == ',';
  return n;
}

static int connect(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out,
                   char **error) {
  const module_data *data = aux;
  const ko_table_function *f = data->function;
  char *sql = sqlite3_mprintf("CREATE TABLE x(%s, " TEXT_ARGUMENT "%s%s)", f->columns,
                              f->takes_published ? PUBLISHED_ARGUMENT : "",
                              f->takes_words ? WORDS_ARGUMENT : "");
  table *t = NULL;
  int rc;
  (void)argc, (void)argv;
  *out = NULL;
  if (!sql) return SQLITE_NOMEM;
  rc = sqlite3_declare_vtab(db, sql);
  sqlite3_free(sql);
  if (rc != SQLITE_OK) {
    *error = sqlite3_mprintf("%s: %s", data->name, sqlite3_errmsg(db));
    return rc;
  }
  t = sqlite3_malloc64(sizeof *t);
  if (!t) return SQLITE_NOMEM;
  memset(t, 0, sizeof *t);
  t->state = data->state;
  t->function = f;
  t->name = data->name;
  t->n_columns = count_columns(f->columns);
  sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  *out = &t->base;
  return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *base) {
  ko_word_table_release(((table *)base)->words);
  sqlite3_free(base);
  return SQLITE_OK;
}

static void set_error(sqlite3_vtab *base, char *message) {
  sqlite3_free(base->zErrMsg);
  base->zErrMsg = message;
}

/* The argument that a column is, N_ARGUMENTS for none. */
static argument argument_of(const table *t, int column) {
  int which = column - t->n_columns;
  if (which < 0) return N_ARGUMENTS;
  return which > 0 && !t->function->takes_published ? WORDS : (argument)which;
}

/* As json_each(): a constraint on an argument that is not usable in a plan rules that plan out; a plan
** without the text is possible but dearest of all, since the planner also asks for plans that it then
** does not take. Only running it is an error (xFilter). */
static int best_index(sqlite3_vtab *base, sqlite3_index_info *info) {
  const table *t = (const table *)base;
  int given[N_ARGUMENTS] = {-1, -1, -1}, usable = 0, unusable = 0, n = 0;
  for (int i = 0; i < info->nConstraint; i++) {
    const struct sqlite3_index_constraint *c = &info->aConstraint[i];
    argument which = argument_of(t, c->iColumn);
    if (which == N_ARGUMENTS || c->op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    if (c->usable) {
      given[which] = i;
      usable |= 1 << which;
    } else {
      unusable |= 1 << which;
    }
  }
  if (unusable & ~usable) return SQLITE_CONSTRAINT;
  if (info->nOrderBy == 1 && info->aOrderBy[0].iColumn == 0 && !info->aOrderBy[0].desc)
    info->orderByConsumed = 1; /* rows come in the order of seq, their first column */
  if (!(usable & PLAN_TEXT)) {
    info->idxNum = 0;
    info->estimatedCost = 1e99;
    info->estimatedRows = INT32_MAX;
    return SQLITE_OK;
  }
  info->idxNum = usable;
  for (int i = 0; i < N_ARGUMENTS; i++)
    if (given[i] >= 0) {
      info->aConstraintUsage[given[i]].argvIndex = ++n;
      info->aConstraintUsage[given[i]].omit = 1;
    }
  info->estimatedCost = 1000;
  info->estimatedRows = 100;
  return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *base, sqlite3_vtab_cursor **out) {
  cursor *c = sqlite3_malloc64(sizeof *c);
  (void)base;
  if (!c) return SQLITE_NOMEM;
  memset(c, 0, sizeof *c);
  ko_buf_init(&c->rows.text, &ko_mem_sqlite);
  *out = &c->base;
  return SQLITE_OK;
}

static void reset(cursor *c) {
  ko_analysis_release(c->call.analysis);
  ko_word_table_release(c->words);
  c->words = NULL;
  memset(&c->call, 0, sizeof c->call);
  ko_buf_clear(&c->rows.text);
  c->rows.n = 0;
  c->rows.failed = 0;
  c->row = c->n_rows = 0;
  c->number = 0;
}

static int close_cursor(sqlite3_vtab_cursor *base) {
  cursor *c = (cursor *)base;
  reset(c);
  sqlite3_free(c->rows.cell);
  ko_buf_free(&c->rows.text);
  sqlite3_free(c);
  return SQLITE_OK;
}

/* A call is over, with `failed` unless it did all: what SQLite gets to know. */
static int outcome(cursor *c, int failed) {
  const table *t = (const table *)c->base.pVtab;
  const char *icu;
  if (ko_watch_end(&t->state->watch)) return SQLITE_INTERRUPT;
  if (!failed) return SQLITE_OK;
  icu = ko_lunar_check();
  if (!icu) return SQLITE_NOMEM;
  set_error(c->base.pVtab, sqlite3_mprintf("%s(): ICU's Korean calendar: %s", t->name, icu));
  return SQLITE_ERROR;
}

static int next_batch(cursor *c) {
  const table *t = (const table *)c->base.pVtab;
  c->rows.n = 0;
  ko_buf_clear(&c->rows.text);
  while (!c->call.done && c->rows.n == 0 && !c->rows.failed) t->function->fill(&c->call, &c->rows);
  c->row = 0;
  c->n_rows = c->rows.n / (size_t)t->n_columns;
  return outcome(c, c->rows.failed || c->rows.text.failed);
}

/* The day of the argument `published`: what ext/data/tables/day_form.tsv has, as text or as an integer of
** those digits. Returns an SQLite result code; on failure the table has a message. */
static int read_published(table *t, sqlite3_value *v, int32_t *day) {
  int type = sqlite3_value_type(v), read = -1;
  const char *text = NULL, *quote;
  *day = KO_NO_DAY;
  if (type == SQLITE_NULL) return SQLITE_OK;
  if (type != SQLITE_BLOB) {
    text = (const char *)sqlite3_value_text(v); /* before the length, which it may change */
    if (!text) return SQLITE_NOMEM;
    if (type != SQLITE_FLOAT) read = ko_day_form_read(text, (size_t)sqlite3_value_bytes(v), day);
  }
  if (read >= 0) return SQLITE_OK;
  quote = type == SQLITE_TEXT ? "'" : "";
  set_error(&t->base,
            sqlite3_mprintf("%s(): the argument published takes a day such as 2025-02-05, "
                            "2025.2.5 or 20250205, with or without a time behind it, "
                            "not %s%!.40s%s",
                            t->name, quote, text ? text : ko_argument_type(type), quote));
  return SQLITE_ERROR;
}

/* The table of words that the argument names, read. Innocuous functions may be called by a schema of somebody
** else's; where such schemas are not trusted they must not read tables by name for them, and who calls cannot be
** told. */
static int read_words(cursor *c, sqlite3_value *v) {
  table *t = (table *)c->base.pVtab;
  sqlite3 *db = t->state->db;
  const char *name;
  char *error = NULL;
  size_t n;
  int trusted = 0, rc = ko_argument_text(v, &name, &n);
  if (rc == SQLITE_MISMATCH) {
    set_error(&t->base,
              sqlite3_mprintf("%s(): the argument words takes the name of a table, not %s", t->name,
                              ko_argument_type(sqlite3_value_type(v))));
    return SQLITE_ERROR;
  }
  if (rc != SQLITE_OK || !name) return rc;
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, -1, &trusted);
  if (!trusted) {
    set_error(&t->base,
              sqlite3_mprintf("%s(): the argument words reads a table, which needs PRAGMA "
                              "trusted_schema = ON",
                              t->name));
    return SQLITE_ERROR;
  }
  c->words = ko_word_table_hold(t->state, name, n);
  if (!c->words) return SQLITE_NOMEM;
  rc = ko_word_table_read(c->words, &error);
  if (rc == SQLITE_OK) {
    ko_word_table_release(t->words);
    t->words = ko_word_table_hold(t->state, name, n);
    return SQLITE_OK;
  }
  if (ko_watch_end(&t->state->watch)) rc = SQLITE_INTERRUPT;
  if (error && rc != SQLITE_INTERRUPT)
    set_error(&t->base, sqlite3_mprintf("%s(): words: %s", t->name, error));
  sqlite3_free(error);
  return rc;
}

static int read_text(table *t, sqlite3_value *v, const char **text, size_t *n) {
  int rc = ko_argument_text(v, text, n);
  if (rc != SQLITE_MISMATCH) return rc;
  set_error(&t->base, sqlite3_mprintf("%s(): the argument text takes text, not %s", t->name,
                                      ko_argument_type(sqlite3_value_type(v))));
  return SQLITE_ERROR;
}

static int filter(sqlite3_vtab_cursor *base, int plan, const char *unused, int argc,
                  sqlite3_value **argv) {
  cursor *c = (cursor *)base;
  table *t = (table *)base->pVtab;
  const char *text;
  size_t n;
  int rc;
  (void)unused;
  reset(c);
  if (!(plan & PLAN_TEXT)) {
    set_error(&t->base, sqlite3_mprintf("%s() needs the text to read as its argument", t->name));
    return SQLITE_ERROR;
  }
  if ((rc = read_text(t, argv[0], &text, &n)) != SQLITE_OK || !text) return rc;
  c->call.state = t->state;
  c->call.any_day = !t->function->takes_published;
  c->call.published = KO_NO_DAY;
  if (plan & PLAN_PUBLISHED && (rc = read_published(t, argv[1], &c->call.published)) != SQLITE_OK)
    return rc;
  if (plan & PLAN_WORDS && (rc = read_words(c, argv[argc - 1])) != SQLITE_OK) return rc;
  c->call.analysis = ko_analysis_of(t->state, text, n, c->words);
  if (!c->call.analysis) return outcome(c, 1);
  ko_position_init(&c->call.position, c->call.analysis->text, n);
  return next_batch(c);
}

static int next(sqlite3_vtab_cursor *base) {
  cursor *c = (cursor *)base;
  c->number++;
  if (++c->row < c->n_rows) return SQLITE_OK;
  return next_batch(c);
}

static int eof(sqlite3_vtab_cursor *base) {
  const cursor *c = (const cursor *)base;
  return c->row >= c->n_rows;
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int i) {
  const cursor *c = (const cursor *)base;
  const table *t = (const table *)base->pVtab;
  const ko_cell *cell;
  char day[32];
  switch (argument_of(t, i)) {
  case TEXT:
    if (c->call.analysis)
      sqlite3_result_text64(context, c->call.analysis->text, c->call.analysis->n, SQLITE_TRANSIENT,
                            SQLITE_UTF8);
    return SQLITE_OK;
  case PUBLISHED:
    if (write_day(c->call.published, day)) sqlite3_result_text(context, day, -1, SQLITE_TRANSIENT);
    return SQLITE_OK;
  case WORDS:
    if (c->words) sqlite3_result_text(context, c->words->name, -1, SQLITE_TRANSIENT);
    return SQLITE_OK;
  case N_ARGUMENTS: break;
  }
  cell = &c->rows.cell[c->row * (size_t)t->n_columns + (size_t)i];
  switch (cell->type) {
  case KO_CELL_INT: sqlite3_result_int64(context, cell->v.i); break;
  case KO_CELL_REAL: sqlite3_result_double(context, cell->v.r); break;
  case KO_CELL_TEXT:
    sqlite3_result_text64(context, c->rows.text.data + cell->v.t.at, cell->v.t.n, SQLITE_TRANSIENT,
                          SQLITE_UTF8);
    break;
  case KO_CELL_NULL: break;
  }
  return SQLITE_OK;
}

static int rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *out) {
  *out = ((cursor *)base)->number + 1;
  return SQLITE_OK;
}

static const sqlite3_module module = {
    .iVersion = 0,
    .xConnect = connect,
    .xBestIndex = best_index,
    .xDisconnect = disconnect,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = filter,
    .xNext = next,
    .xEof = eof,
    .xColumn = column,
    .xRowid = rowid,
};

static void release_data(void *p) {
  module_data *data = p;
  ko_state_release(data->state);
  sqlite3_free(data);
}

int ko_tables_register(sqlite3 *db, ko_state *state, char **error) {
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    module_data *data = sqlite3_malloc64(sizeof *data);
    int rc;
    if (!data) return SQLITE_NOMEM;
    data->state = state;
    data->function = functions[i].function;
    data->name = functions[i].name;
    state->users++; /* given back by release_data, which SQLite calls on failure too */
    rc = sqlite3_create_module_v2(db, functions[i].name, &module, data, release_data);
    if (rc != SQLITE_OK) {
      if (!*error)
        *error =
            sqlite3_mprintf("korean: table function %s: %s", functions[i].name, sqlite3_errmsg(db));
      return rc;
    }
  }
  return SQLITE_OK;
}
