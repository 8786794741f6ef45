/* What the tests of ext/extract share: texts read with the dictionary inside the extension, and texts
** put together at random from pieces that a grammar looks for. */
#ifndef KO_FIXTURE_H
#define KO_FIXTURE_H

#include <string.h>

#include "check.h"
#include "extract/clause/clauses.h"
#include "extract/names/reading_run.h"
#include "morph/analyser.h"

extern const unsigned char ko_image_data[], ko_image_end[];

static ko_model fixture_model;
static ko_worker fixture_worker;
static ko_document fixture_document;
static ko_reading fixture_reading;
static ko_clauses fixture_clauses;

static inline void fixture_open(void) {
  CHECK(ko_model_open(&fixture_model, ko_image_data, (size_t)(ko_image_end - ko_image_data)) ==
        NULL);
  ko_worker_init(&fixture_worker, &fixture_model, &ko_mem_std);
  ko_document_init(&fixture_document, &fixture_worker);
}

static inline void fixture_close(void) {
  ko_clauses_free(&fixture_clauses);
  ko_reading_free(&fixture_reading);
  ko_document_free(&fixture_document);
  ko_worker_free(&fixture_worker);
}

/* A document with its morphemes; it stays until the next one is asked for. */
static inline const ko_document *fixture_analysed(const char *text, size_t n) {
  CHECK(ko_document_read(&fixture_document, text, n) == 0);
  CHECK(ko_document_analyse(&fixture_document) == 0);
  return &fixture_document;
}

/* The same and all that it says, read on a day (KO_NO_DAY: no day given). */
static inline const ko_reading *fixture_read(const char *text, size_t n, int32_t published) {
  const ko_document *d = fixture_analysed(text, n);
  ko_reading_free(&fixture_reading);
  ko_reading_init(&fixture_reading, &ko_mem_std);
  CHECK(ko_reading_run(&fixture_reading, d, published) == 0);
  return &fixture_reading;
}

/* The same and its clauses. */
static inline const ko_clauses *fixture_parsed(const char *text, size_t n, int32_t published) {
  const ko_reading *r = fixture_read(text, n, published);
  ko_clauses_free(&fixture_clauses);
  ko_clauses_init(&fixture_clauses, &ko_mem_std);
  CHECK(ko_clauses_read(&fixture_clauses, r) == 0);
  return &fixture_clauses;
}

/* Characters [start, end) of that document, as UTF-8; four stay valid at once. */
static inline const char *fixture_text(uint32_t start, uint32_t end) {
  static char room[4][1000];
  static int next;
  char *out = room[next++ % 4];
  size_t n = 0;
  CHECK(start <= end && end <= fixture_document.text.n);
  for (uint32_t i = start; i < end && i < fixture_document.text.n && n + 5 < sizeof room[0]; i++)
    n += ko_encode(fixture_document.text.ch[i].cp, out + n);
  out[n] = 0;
  return out;
}

/* Does it lie in the text, with something in it or not? */
static inline int fixture_holds(ko_span s) {
  return s.start <= s.end && s.end <= fixture_document.text.n;
}

/* A text of some twenty pieces, the same for the same state; its bytes. */
static inline size_t fixture_pieces(const char *const *piece, size_t n_pieces, unsigned *state,
                                    char *out, size_t room) {
  size_t n = 0;
  for (int i = 0; i < 20; i++) {
    const char *p;
    *state = *state * 1103515245 + 12345;
    p = piece[(*state >> 16) % n_pieces];
    if (n + strlen(p) >= room) break;
    memcpy(out + n, p, strlen(p));
    n += strlen(p);
  }
  return n;
}

#endif
