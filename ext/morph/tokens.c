#include "morph/tokens.h"

#include <string.h>

#include "tables.h"

void ko_tokens_init(ko_tokens *t, const ko_model *model, const ko_mem *mem) {
  memset(t, 0, sizeof *t);
  t->mem = mem;
  ko_terms_init(&t->terms, model, mem);
  ko_text_init(&t->run, mem);
  ko_text_init(&t->reading, mem);
  ko_buf_init(&t->text, mem);
  ko_buf_init(&t->number, mem);
  t->hanja = 1;
}

void ko_tokens_free(ko_tokens *t) {
  if (!t->mem) return;
  ko_terms_free(&t->terms);
  ko_text_free(&t->run);
  ko_text_free(&t->reading);
  ko_buf_free(&t->text);
  ko_buf_free(&t->number);
  t->mem = NULL;
}

/* ---- reading runs ---- */

typedef enum run_kind { RUN_END, RUN_HANGUL, RUN_WORD, RUN_HANJA, RUN_JAMO, RUN_OTHER } run_kind;

static run_kind kind_of(ko_class c) {
  switch (c) {
  case KO_CLASS_HANGUL: return RUN_HANGUL;
  case KO_CLASS_LETTER:
  case KO_CLASS_DIGIT: return RUN_WORD;
  case KO_CLASS_HAN: return RUN_HANJA;
  case KO_CLASS_JAMO: return RUN_JAMO;
  default: return RUN_OTHER;
  }
}

static int peek(ko_tokens *t, ko_char *c) {
  if (!t->has_ahead) t->has_ahead = ko_reader_next(&t->reader, &t->ahead);
  *c = t->ahead;
  return t->has_ahead;
}

static int push(ko_text *x, const ko_char *c) {
  if (ko_grow(x->mem, &x->ch, &x->cap, x->n + 1, sizeof *x->ch)) return -1;
  if (ko_grow(x->mem, &x->klass, &x->cap_klass, x->n + 1, 1)) return -1;
  x->klass[x->n] = (uint8_t)ko_class_of(c->cp);
  x->ch[x->n++] = *c;
  return 0;
}

/* Does c belong to the run, whose last character is `before`? A word takes in a comma or a point
** after a digit, which another digit must follow, and the sign of C# and C++. */
static int joins(run_kind kind, const ko_text *run, const ko_char *c) {
  uint32_t before = run->ch[run->n - 1].cp;
  ko_class is = ko_class_of(c->cp);
  if (kind == RUN_WORD && (before == ',' || before == '.')) return is == KO_CLASS_DIGIT;
  if (before == '%') return 0;
  if (kind_of(is) == kind) return 1;
  if (kind != RUN_WORD) return 0;
  if (c->cp == ',' || c->cp == '.') return ko_class_of(before) == KO_CLASS_DIGIT;
  if (c->cp == '%') return ko_class_of(before) == KO_CLASS_DIGIT;
  if (c->cp == '#') return run->n == 1 && ko_class_of(before) == KO_CLASS_LETTER;
  if (c->cp == '+')
    return run->n == 1 ? ko_class_of(before) == KO_CLASS_LETTER : run->n == 2 && before == '+';
  return 0;
}

/* Read one run into t->run. A run is cut at KO_MAX_RUN characters (a word at 255). */
static run_kind read_run(ko_tokens *t, int *failed) {
  ko_char c;
  run_kind kind;
  size_t limit;
  ko_text_clear(&t->run);
  if (!peek(t, &c)) return RUN_END;
  kind = kind_of(ko_class_of(c.cp));
  limit = kind == RUN_WORD ? 255 : KO_MAX_RUN;
  do {
    if (push(&t->run, &c)) {
      *failed = 1;
      return RUN_END;
    }
    t->has_ahead = 0;
  } while (kind != RUN_OTHER && t->run.n < limit && peek(t, &c) && joins(kind, &t->run, &c));
  return kind;
}

/* ---- tokens of each kind ---- */

typedef struct output {
  ko_token_sink sink;
  void *arg;
} output;

static int emit(const output *o, int colocated, const char *text, size_t n, const ko_text *run,
                size_t from, size_t to) {
  return o->sink(o->arg, colocated, text, n, run->ch[from].start, run->ch[to - 1].end);
}

/* Letters and digits. A comma or a point that the run ended with was no part of a number. A number
** right before Hangul waits for its unit. */
static int emit_word(ko_tokens *t, const output *o, int is_query) {
  size_t n = t->run.n;
  ko_char next;
  int rc;
  while (n > 1 && (t->run.ch[n - 1].cp == ',' || t->run.ch[n - 1].cp == '.')) n--;
  ko_buf_clear(&t->text);
  for (size_t i = 0; i < n; i++)
    if (t->run.ch[i].cp != ',') ko_buf_char(&t->text, ko_lower(t->run.ch[i].cp));
  if (t->text.failed) return -1;
  if (t->run.klass[n - 1] == KO_CLASS_DIGIT && n == t->run.n && peek(t, &next) &&
      ko_class_of(next.cp) == KO_CLASS_HANGUL) {
    ko_buf_clear(&t->number);
    ko_buf_add(&t->number, t->text.data, t->text.n);
    t->number_start = t->run.ch[0].start;
    t->number_end = t->run.ch[n - 1].end;
    t->held = 1;
    return t->number.failed ? -1 : 0;
  }
  rc = emit(o, 0, t->text.data, t->text.n, &t->run, 0, n);
  if (rc || is_query || t->run.ch[n - 1].cp != '%') return rc;
  return emit(o, 1, t->text.data, t->text.n - 1, &t->run, 0, n);
}

/* The number that waits, before the run of Hangul whose first syllables may go with it. */
static int emit_number(ko_tokens *t, const output *o, const ko_text *run, int is_query) {
  const ko_terms *x = &t->terms;
  size_t digits = t->number.n, less = digits, end = t->number_end;
  int rc;
  t->held = 0;
  if (x->counted) {
    for (size_t i = 0; i < x->counted; i++) {
      ko_buf_char(&t->number, run->ch[i].cp);
      if (i + 1 == x->counted_less) less = t->number.n;
    }
    if (t->number.failed) return -1;
    end = run->ch[x->counted - 1].end;
    rc = o->sink(o->arg, 0, t->number.data, t->number.n, t->number_start, end);
    if (rc || is_query) return rc;
    if (less > digits && (rc = o->sink(o->arg, 1, t->number.data, less, t->number_start, end)) != 0)
      return rc;
  }
  return o->sink(o->arg, x->counted > 0, t->number.data, digits, t->number_start, end);
}

static int emit_jamo(ko_tokens *t, const output *o) {
  ko_buf_clear(&t->text);
  for (size_t i = 0; i < t->run.n; i++) ko_buf_char(&t->text, t->run.ch[i].cp);
  if (t->text.failed) return -1;
  return emit(o, 0, t->text.data, t->text.n, &t->run, 0, t->run.n);
}

/* Is the run just read part of a longer word, as 제 in 제18대? Then it is not typed by itself. */
static int goes_on(const ko_tokens *t) {
  return t->has_ahead && kind_of(ko_class_of(t->ahead.cp)) != RUN_OTHER;
}

static int emit_hangul(ko_tokens *t, const output *o, const ko_text *run, unsigned after,
                       int is_query, int *count) {
  int rc;
  if (t->cache && !is_query ? ko_termcache_run(t->cache, &t->terms, run, 0, run->n, after)
                            : ko_terms_run(&t->terms, run, 0, run->n, after, is_query))
    return -1;
  if (t->held && (rc = emit_number(t, o, run, is_query)) != 0) return rc;
  for (size_t i = 0; i < t->terms.n; i++) {
    const ko_term *x = &t->terms.term[i];
    rc = emit(o, x->colocated, t->terms.text.data + x->at, x->n, run, x->start, x->end);
    if (rc) return rc;
    ++*count;
  }
  return 0;
}

static const char *sense(uint32_t c, const char **kind) {
  char key[4];
  int row = ko_table_find(&ko_table_hanja_sense, key, ko_encode(c, key));
  *kind = row < 0 ? "" : ko_table_cell(&ko_table_hanja_sense, row, 2);
  return row < 0 ? NULL : ko_table_cell(&ko_table_hanja_sense, row, 1);
}

/* A run of hanja: the terms of its reading, each over the hanja it is the reading of; then the
** names that its characters stand for, if all do. */
static int emit_hanja(ko_tokens *t, const output *o, int is_query) {
  uint32_t in[KO_MAX_RUN], out[KO_MAX_RUN];
  const char *kind, *name;
  int count = 0, rc, all = 1;
  if (!t->hanja) return emit_jamo(t, o);
  for (size_t i = 0; i < t->run.n; i++) {
    in[i] = t->run.ch[i].cp;
    name = sense(in[i], &kind);
    if (!name || kind[0] == 's') all = 0;
  }
  ko_hanja_read(&t->terms.lattice.model->hanja, in, t->run.n, out);
  ko_text_clear(&t->reading);
  for (size_t i = 0; i < t->run.n; i++) {
    ko_char c = t->run.ch[i];
    c.cp = out[i];
    if (push(&t->reading, &c)) return -1;
  }
  if (t->run.n == 1) { /* a single hanja is that syllable, as a word */
    ko_buf_clear(&t->text);
    name = sense(in[0], &kind);
    if (name && kind[0] == 's')
      ko_buf_str(&t->text, name);
    else
      ko_buf_char(&t->text, out[0]);
    if (t->text.failed) return -1;
    if ((rc = emit(o, 0, t->text.data, t->text.n, &t->run, 0, 1)) != 0) return rc;
    count = 1;
  } else {
    for (size_t from = 0; from < t->reading.n;) { /* characters without a reading stay hanja */
      size_t to = from;
      ko_text part = t->reading;
      while (to < t->reading.n && (t->reading.klass[to] == KO_CLASS_HANGUL) ==
                                      (t->reading.klass[from] == KO_CLASS_HANGUL))
        to++;
      part.ch += from;
      part.klass += from;
      part.n = to - from;
      if (t->reading.klass[from] == KO_CLASS_HANGUL) {
        rc = emit_hangul(t, o, &part, KO_RIGHT_ALONE, is_query, &count);
      } else {
        ko_buf_clear(&t->text);
        for (size_t i = from; i < to; i++) ko_buf_char(&t->text, t->reading.ch[i].cp);
        if (t->text.failed) return -1;
        rc = emit(o, 0, t->text.data, t->text.n, &t->run, from, to);
        count++;
      }
      if (rc) return rc;
      from = to;
    }
  }
  ko_buf_clear(&t->text);
  for (size_t i = 0; i < t->reading.n; i++) ko_buf_char(&t->text, t->reading.ch[i].cp);
  if (t->text.failed) return -1;
  for (size_t i = 0; all && i < t->run.n; i++) { /* 北韓 is no 한국: it is what 北 stands for */
    name = sense(in[i], &kind);
    if (t->text.n == strlen(name) && memcmp(t->text.data, name, t->text.n) == 0) all = 0;
  }
  for (size_t i = 0; all && i < t->run.n; i++) {
    name = sense(in[i], &kind);
    rc = emit(o, count++ > 0, name, strlen(name), &t->run, i, i + 1);
    if (rc) return rc;
  }
  return 0;
}

/* What the next run of Hangul stands behind, given the run just read. */
static unsigned boundary(run_kind kind, const ko_text *run) {
  static const uint32_t closing[] = {')',    ']',    '}',    '>',    '"',    '\'',  0x201D,
                                     0x2019, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011};
  const ko_char *last = &run->ch[run->n - 1];
  if (last->cp == '%') return KO_RIGHT_ALONE;
  if (kind == RUN_WORD)
    return run->klass[run->n - 1] == KO_CLASS_DIGIT ? KO_RIGHT_AFTER_DIGIT : KO_RIGHT_AFTER_LETTER;
  if (kind == RUN_HANJA || kind == RUN_JAMO) return KO_RIGHT_AFTER_LETTER;
  for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
    if (last->cp == closing[i]) return KO_RIGHT_AFTER_CLOSE;
  return KO_RIGHT_ALONE;
}

int ko_tokens_run(ko_tokens *t, const char *text, size_t n, int is_query, ko_token_sink sink,
                  void *arg) {
  output o = {sink, arg};
  unsigned after = KO_RIGHT_ALONE;
  int rc = 0, failed = 0, count = 0;
  ko_reader_init(&t->reader, text, n);
  t->has_ahead = t->held = 0;
  while (rc == 0) {
    run_kind kind = read_run(t, &failed);
    if (failed) return -1;
    switch (kind) {
    case RUN_END: return 0;
    case RUN_HANGUL:
      rc = emit_hangul(t, &o, &t->run, after, is_query && !goes_on(t), &count);
      break;
    case RUN_WORD: rc = emit_word(t, &o, is_query); break;
    case RUN_HANJA: rc = emit_hanja(t, &o, is_query); break;
    case RUN_JAMO: rc = emit_jamo(t, &o); break;
    case RUN_OTHER: break;
    }
    after = boundary(kind, &t->run);
  }
  return rc;
}
