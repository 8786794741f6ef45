#include "morph/tokens.h"

#include <string.h>

#include "tables.h"

enum {
  RUN_WORK = 4,   /* what a run takes, however short it is, see ko_work */
  WORK_STEP = 512 /* how much is done between two calls of it */
};

void ko_tokens_init(ko_tokens *t, const ko_model *model, const ko_mem *mem) {
  memset(t, 0, sizeof *t);
  t->mem = mem;
  ko_terms_init(&t->terms, model, mem);
  ko_text_init(&t->run, mem);
  ko_text_init(&t->reading, mem);
  ko_buf_init(&t->text, mem);
  ko_buf_init(&t->number, mem);
  t->hanja = 1;
  t->cache_limit = KO_CACHE_LIMIT;
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

/* Read what the run goes on with, as far as that is plain syllables. */
static int push_syllables(ko_tokens *t, size_t limit) {
  ko_text *x = &t->run;
  size_t n;
  if (ko_grow(x->mem, &x->ch, &x->cap, limit, sizeof *x->ch) ||
      ko_grow(x->mem, &x->klass, &x->cap_klass, limit, 1))
    return -1;
  n = ko_reader_syllables(&t->reader, x->ch + x->n, limit - x->n);
  memset(x->klass + x->n, KO_CLASS_HANGUL, n);
  x->n += n;
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
    if (push(&t->run, &c) || (kind == RUN_HANGUL && push_syllables(t, limit))) {
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

static int emit_hangul(ko_tokens *t, const output *o, const ko_text *run, unsigned after,
                       ko_purpose purpose, int *count) {
  int rc;
  if (t->cache && purpose == KO_TO_INDEX
          ? ko_termcache_run(t->cache, &t->terms, run, 0, run->n, after)
          : ko_terms_run(&t->terms, run, 0, run->n, after, purpose))
    return -1;
  if (t->held && (rc = emit_number(t, o, run, purpose != KO_TO_INDEX)) != 0) return rc;
  for (size_t i = 0; i < t->terms.n; i++) {
    const ko_term *x = &t->terms.term[i];
    rc = emit(o, x->colocated, t->terms.text.data + x->at, x->n, run, x->start, x->end);
    if (rc) return rc;
    ++*count;
  }
  return 0;
}

/* ---- hanja ---- */

/* The country or body that a hanja stands for; "" if it stands for none. */
static const char *stands_for(uint32_t c) {
  const char *country = ko_hanja_country(c);
  return *country ? country : ko_hanja_sense(c, KO_HANJA_SENSE_KIND_BODY);
}

/* Put the reading of the run into t->reading, character by character; what has none stays hanja. */
static int read_hanja(ko_tokens *t) {
  uint32_t in[KO_MAX_RUN], out[KO_MAX_RUN];
  for (size_t i = 0; i < t->run.n; i++) in[i] = t->run.ch[i].cp;
  ko_hanja_read(&t->terms.lattice.model->hanja, in, t->run.n, out);
  ko_text_clear(&t->reading);
  for (size_t i = 0; i < t->run.n; i++) {
    ko_char c = t->run.ch[i];
    c.cp = out[i];
    if (push(&t->reading, &c)) return -1;
  }
  return 0;
}

/* Put characters [from, to) of the reading into t->text. */
static int spell(ko_tokens *t, size_t from, size_t to) {
  ko_buf_clear(&t->text);
  for (size_t i = from; i < to; i++) ko_buf_char(&t->text, t->reading.ch[i].cp);
  return t->text.failed ? -1 : 0;
}

/* A single hanja is its syllable, as a word; a surname the one that it is read as there. */
static int emit_one_hanja(ko_tokens *t, const output *o, int *count) {
  const char *name = ko_hanja_sense(t->run.ch[0].cp, KO_HANJA_SENSE_KIND_SURNAME);
  ++*count;
  if (*name) return emit(o, 0, name, strlen(name), &t->run, 0, 1);
  return spell(t, 0, 1) ? -1 : emit(o, 0, t->text.data, t->text.n, &t->run, 0, 1);
}

/* The terms of the reading, each over the hanja it is the reading of. */
static int emit_reading(ko_tokens *t, const output *o, ko_purpose purpose, int *count) {
  const uint8_t *klass = t->reading.klass;
  int rc = 0;
  for (size_t from = 0, to; from < t->reading.n && rc == 0; from = to) {
    int hangul = klass[from] == KO_CLASS_HANGUL;
    ko_text part = t->reading;
    for (to = from; to < t->reading.n && (klass[to] == KO_CLASS_HANGUL) == hangul;) to++;
    part.ch += from;
    part.klass += from;
    part.n = to - from;
    if (part.n < t->reading.n && purpose == KO_ASKED_WORD) purpose = KO_ASKED_TEXT;
    if (hangul)
      rc = emit_hangul(t, o, &part, KO_RIGHT_ALONE, purpose, count);
    else if (spell(t, from, to))
      rc = -1;
    else
      rc = emit(o, 0, t->text.data, t->text.n, &t->run, from, to), ++*count;
  }
  return rc;
}

/* Does each hanja of the run stand for a country or a body? Not if one of these is what the whole is
** read as: 北韓 is no 한국. */
static int all_stand_for(const ko_tokens *t) {
  for (size_t i = 0; i < t->run.n; i++) {
    const char *name = stands_for(t->run.ch[i].cp);
    if (!*name) return 0;
    if (t->text.n == strlen(name) && memcmp(t->text.data, name, t->text.n) == 0) return 0;
  }
  return 1;
}

/* A run of hanja: its reading, then the names that its characters stand for, if all do. */
static int emit_hanja(ko_tokens *t, const output *o, ko_purpose purpose) {
  int count = 0, rc;
  if (!t->hanja) return emit_jamo(t, o);
  if (read_hanja(t)) return -1;
  rc = t->run.n == 1 ? emit_one_hanja(t, o, &count) : emit_reading(t, o, purpose, &count);
  if (rc) return rc;
  if (spell(t, 0, t->reading.n)) return -1;
  for (size_t i = 0, n = all_stand_for(t) ? t->run.n : 0; i < n && rc == 0; i++) {
    const char *name = stands_for(t->run.ch[i].cp);
    rc = emit(o, count++ > 0, name, strlen(name), &t->run, i, i + 1);
  }
  return rc;
}

/* What the next run of Hangul stands behind, given the run just read. */
static unsigned boundary(run_kind kind, const ko_text *run) {
  static const uint32_t closing[] = {')',    ']',    '}',    '>',    '"',    '\'',  0x201D,
                                     0x2019, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011};
  const ko_char *last = &run->ch[run->n - 1];
  if (last->cp == '%' || last->cp == ' ') return KO_RIGHT_ALONE;
  if (kind == RUN_WORD)
    return run->klass[run->n - 1] == KO_CLASS_DIGIT ? KO_RIGHT_AFTER_DIGIT : KO_RIGHT_AFTER_LETTER;
  if (kind == RUN_HANJA || kind == RUN_JAMO) return KO_RIGHT_AFTER_LETTER;
  for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
    if (last->cp == closing[i]) return KO_RIGHT_AFTER_CLOSE;
  return KO_RIGHT_ALONE;
}

/* ---- whole texts ---- */

/* Is the text one run, whatever signs stand around it? */
static int is_word(const char *text, size_t n) {
  ko_reader r;
  ko_char c;
  run_kind word = RUN_OTHER, before = RUN_OTHER;
  size_t length = 0;
  ko_reader_init(&r, text, n);
  while (ko_reader_next(&r, &c)) {
    run_kind kind = kind_of(ko_class_of(c.cp));
    if (kind != RUN_OTHER) {
      if ((word != RUN_OTHER && kind != before) || ++length > KO_MAX_RUN) return 0;
      word = kind;
    }
    before = kind;
  }
  return 1;
}

/* The rest of the text as the one token that it is. */
static int emit_term(ko_tokens *t, const output *o) {
  ko_char c;
  size_t start = t->reader.at, end = start;
  ko_buf_clear(&t->text);
  while (ko_reader_next(&t->reader, &c)) {
    ko_buf_char(&t->text, ko_lower(c.cp));
    end = c.end;
  }
  if (t->text.failed) return -1;
  return t->text.n ? o->sink(o->arg, 0, t->text.data, t->text.n, start, end) : 0;
}

static int emit_run(ko_tokens *t, const output *o, run_kind kind, unsigned after,
                    ko_purpose purpose) {
  int count = 0;
  switch (kind) {
  case RUN_HANGUL: return emit_hangul(t, o, &t->run, after, purpose, &count);
  case RUN_WORD: return emit_word(t, o, purpose != KO_TO_INDEX);
  case RUN_HANJA: return emit_hanja(t, o, purpose);
  case RUN_JAMO: return emit_jamo(t, o);
  default: return 0;
  }
}

int ko_tokens_run(ko_tokens *t, const char *text, size_t n, int is_query, ko_token_sink sink,
                  void *arg) {
  output o = {sink, arg};
  unsigned after = KO_RIGHT_ALONE;
  ko_purpose purpose = !is_query ? KO_TO_INDEX : is_word(text, n) ? KO_ASKED_WORD : KO_ASKED_TEXT;
  size_t read = 0, work = 0;
  int rc = 0, failed = 0;
  if (t->cache && !is_query) ko_termcache_limit(t->cache, t->cache_limit);
  ko_reader_init(&t->reader, text, n);
  t->has_ahead = t->held = 0;
  if (is_query && n > 0 && text[0] == KO_TERM_SIGN) {
    t->reader.at = 1;
    return emit_term(t, &o);
  }
  while (rc == 0) {
    run_kind kind;
    if (is_query && read >= KO_MAX_ASKED && !t->held) return 0;
    kind = read_run(t, &failed);
    work += RUN_WORK + t->run.n;
    if (failed || (work >= WORK_STEP && ko_work(t->mem, work))) return -1;
    if (work >= WORK_STEP) work = 0;
    if (kind == RUN_END) return 0;
    rc = emit_run(t, &o, kind, after, purpose);
    after = boundary(kind, &t->run);
    read += t->run.n;
  }
  return rc;
}
