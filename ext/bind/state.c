#include "bind/state.h"

#include <string.h>

#include "bind/sqlite.h"
#include "bind/word_table.h"
#include "extract/names/reading_run.h"
#include "morph/analyser.h"

enum {
  KEEP_LIMIT = 64 * 1024, /* bytes of text; the analysis of a longer one is not kept */
  KEEP_ONE = 8 * 1024     /* of texts longer than this one analysis is kept */
};

static void *sqlite_resize(void *context, void *p, size_t n) {
  (void)context;
  return sqlite3_realloc64(p, n);
}

static void sqlite_release(void *context, void *p) {
  (void)context;
  sqlite3_free(p);
}

const ko_mem ko_mem_sqlite = {.resize = sqlite_resize, .release = sqlite_release};

/* ---- analyses ---- */

static void forget_reading(ko_analysis *a) {
  ko_meetings_free(&a->meetings);
  ko_clauses_free(&a->clauses);
  a->read = a->parsed = a->met = 0;
}

static void forget(ko_analysis *a) {
  ko_free(&ko_mem_sqlite, a->text);
  forget_reading(a);
  ko_reading_free(&a->reading);
  ko_document_free(&a->document);
  memset(a, 0, sizeof *a);
}

static ko_analysis *slot_for(ko_state *state, const char *text, size_t n,
                             unsigned long long words) {
  ko_analysis *oldest = NULL;
  for (int i = 0; i < KO_N_ANALYSES; i++) {
    ko_analysis *a = &state->analysis[i];
    if (a->text && a->n == n && a->words == words && memcmp(a->text, text, n) == 0) return a;
  }
  for (int i = 0; i < KO_N_ANALYSES; i++) {
    ko_analysis *a = &state->analysis[i];
    if (a->users == 0 && a->cap > KEEP_ONE) forget(a);
    if (a->users == 0 && (!oldest || a->used < oldest->used)) oldest = a;
  }
  if (oldest) oldest->n = (size_t)-1; /* holds nothing until it is filled */
  return oldest;
}

static int fill(ko_state *state, ko_analysis *a, const char *text, size_t n) {
  if (ko_grow(&ko_mem_sqlite, &a->text, &a->cap, n + 1, 1)) return -1;
  if (n) memcpy(a->text, text, n);
  a->divided = a->analysed = 0;
  a->document.own = NULL;
  forget_reading(a);
  if (!a->document.mem) ko_document_init(&a->document, &state->worker);
  return ko_document_read(&a->document, a->text, n);
}

ko_analysis *ko_analysis_of(ko_state *state, const char *text, size_t n,
                            const ko_word_table *words) {
  unsigned long long id = words ? words->id : 0;
  ko_analysis *a = slot_for(state, text, n, id);
  if (!a) { /* all are held by cursors: one of its own, freed when it is released */
    a = sqlite3_malloc64(sizeof *a);
    if (!a) return NULL;
    memset(a, 0, sizeof *a);
    a->n = (size_t)-1;
    a->used = (unsigned long long)-1; /* marks it as not one of the state's */
  } else {
    a->used = ++state->clock;
  }
  a->users++;
  if (a->n != n) {
    if (fill(state, a, text, n)) goto failed;
    a->n = n;
    a->words = id;
  }
  if (words && !a->analysed) {
    a->document.own = &words->list.own;
    if (!ko_analysis_document(a)) goto failed;
  }
  return a;
failed:
  a->n = (size_t)-1;
  ko_analysis_release(a);
  return NULL;
}

const ko_document *ko_analysis_sentences(ko_analysis *a) {
  if (!a->divided && ko_document_divide(&a->document)) return NULL;
  a->divided = 1;
  return &a->document;
}

const ko_document *ko_analysis_document(ko_analysis *a) {
  if (!a->analysed && ko_document_analyse(&a->document)) return NULL;
  a->divided = a->analysed = 1;
  return &a->document;
}

const ko_reading *ko_analysis_reading(ko_analysis *a, int32_t published) {
  if (a->read && a->reading.published == published) return &a->reading;
  if (!a->reading.mem) ko_reading_init(&a->reading, a->document.mem);
  forget_reading(a);
  if (!ko_analysis_document(a)) return NULL;
  if (ko_reading_run(&a->reading, &a->document, published)) return NULL;
  a->read = 1;
  return &a->reading;
}

const ko_clauses *ko_analysis_clauses(ko_analysis *a, int32_t published) {
  const ko_reading *r = ko_analysis_reading(a, published);
  if (!r) return NULL;
  if (a->parsed) return &a->clauses;
  ko_clauses_init(&a->clauses, a->document.mem);
  if (ko_clauses_read(&a->clauses, r)) {
    ko_clauses_free(&a->clauses);
    return NULL;
  }
  a->parsed = 1;
  return &a->clauses;
}

const ko_meetings *ko_analysis_meetings(ko_analysis *a, int32_t published) {
  const ko_clauses *c = NULL;
  int may_be = ko_meetings_may_be(&a->document.text);
  if (may_be && !ko_analysis_reading(a, published)) return NULL;
  if (a->met) return &a->meetings;
  ko_meetings_init(&a->meetings, a->document.mem);
  if (may_be && (!(c = ko_analysis_clauses(a, published)) || ko_meetings_find(c, &a->meetings))) {
    ko_meetings_free(&a->meetings);
    return NULL;
  }
  a->met = 1;
  return &a->meetings;
}

void ko_analysis_release(ko_analysis *a) {
  if (!a || --a->users > 0) return;
  if (a->used == (unsigned long long)-1) {
    forget(a);
    sqlite3_free(a);
  } else if (a->n > KEEP_LIMIT) {
    forget(a);
  }
}

void ko_analyses_free(ko_state *state) {
  for (int i = 0; i < KO_N_ANALYSES; i++) forget(&state->analysis[i]);
  ko_worker_free(&state->worker);
}

/* ---- positions ---- */

void ko_position_init(ko_position *p, const char *text, size_t n) {
  p->text = (const unsigned char *)text;
  p->n = n;
  p->byte = p->characters = 0;
}

size_t ko_position_of(ko_position *p, size_t byte) {
  uint32_t c;
  if (byte < p->byte) p->byte = p->characters = 0;
  while (p->byte < byte && p->byte < p->n) {
    p->byte += ko_unit(p->text + p->byte, p->n - p->byte, &c);
    p->characters++;
  }
  return p->characters;
}

ko_tokens *ko_state_tokens(ko_state *state) {
  if (!state->tokens.mem) ko_tokens_init(&state->tokens, &state->model, &state->mem);
  return &state->tokens;
}
