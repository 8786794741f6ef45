#include "morph/tokens.h"

#include <string.h>

#include "morph/hanja_words.h"
#include "tables.h"
#include "text/hangul.h"

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
    if (ko_text_push(&t->run, &c) || (kind == RUN_HANGUL && push_syllables(t, limit))) {
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

/* ---- numbers with what they count ----
**
** The unit goes with its number whether or not a space stands between them, and so do 만, 억 and the like
** and the syllable for "and more": 2조 원 is 2조원, 30여 명 is 30여명. So a number waits until the run behind it
** is read, which is then analysed as it is where it touches the number. */

static void hold_number(ko_tokens *t, size_t n) {
  ko_buf_clear(&t->number);
  ko_buf_add(&t->number, t->text.data, t->text.n);
  t->number_start = t->run.ch[0].start;
  t->number_end = t->run.ch[n - 1].end;
  t->held = 1;
  t->spaced = t->n_shorter = 0;
}

/* Characters [0, n) of the run go with the number. */
static void extend_number(ko_tokens *t, const ko_text *run, size_t n) {
  if (n == 0) return;
  if (t->n_shorter < KO_MAX_SHORTER) t->shorter[t->n_shorter++] = t->number.n;
  for (size_t i = 0; i < n; i++) ko_buf_char(&t->number, ko_lower(run->ch[i].cp));
  t->number_end = run->ch[n - 1].end;
}

/* The number that waits: as it is and, in a document, without its last words. */
static int emit_number(ko_tokens *t, const output *o, int is_query) {
  int rc;
  t->held = 0;
  if (t->number.failed) return -1;
  rc = o->sink(o->arg, 0, t->number.data, t->number.n, t->number_start, t->number_end);
  for (int i = t->n_shorter - 1; i >= 0 && rc == 0 && !is_query; i--)
    rc = o->sink(o->arg, 1, t->number.data, t->shorter[i], t->number_start, t->number_end);
  return rc;
}

static int is_blank(const ko_char *c) {
  return ko_class_of(c->cp) == KO_CLASS_SPACE && !ko_is_line_end(c->cp);
}

/* May the unit of a number stand behind this character, or begin with it? */
static int may_count(const ko_char *c) {
  ko_class is = ko_class_of(c->cp);
  return is_blank(c) || is == KO_CLASS_LETTER || is == KO_CLASS_HANGUL || is == KO_CLASS_HAN;
}

/* Letters and digits. A comma or a point that the run ended with was no part of a number. */
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
      may_count(&next) && (!is_blank(&next) || t->run.klass[0] == KO_CLASS_DIGIT)) {
    hold_number(t, n);
    return t->number.failed ? -1 : 0;
  }
  rc = emit(o, 0, t->text.data, t->text.n, &t->run, 0, n);
  if (rc || is_query || t->run.ch[n - 1].cp != '%') return rc;
  return emit(o, 1, t->text.data, t->text.n - 1, &t->run, 0, n);
}

/* Is the run the sign of a measure (kg)? */
static int is_measure(const ko_text *run) {
  char form[4 * 8];
  size_t n = 0;
  if (run->n > 8) return 0;
  for (size_t i = 0; i < run->n; i++) n += ko_encode(run->ch[i].cp, form + n);
  return ko_table_find(&ko_table_unit, form, n) >= 0;
}

/* What stands behind the number that waits is no Hangul: a blank, the sign of a measure behind one, or what
** has nothing to do with it. *done is 1 where the run needs nothing more. */
static int pass_number(ko_tokens *t, const output *o, run_kind kind, int is_query, int *done) {
  int rc;
  *done = 0;
  if (kind == RUN_OTHER && !t->spaced && is_blank(&t->run.ch[0])) {
    t->spaced = *done = 1;
    return 0;
  }
  if ((!t->spaced && kind != RUN_WORD) || !is_measure(&t->run)) return emit_number(t, o, is_query);
  *done = 1;
  extend_number(t, &t->run, t->run.n);
  rc = emit_number(t, o, is_query);
  if (rc || is_query || kind != RUN_WORD) return rc;
  ko_buf_clear(&t->text);
  for (size_t i = 0; i < t->run.n; i++) ko_buf_char(&t->text, ko_lower(t->run.ch[i].cp));
  if (t->text.failed) return -1;
  return emit(o, 1, t->text.data, t->text.n, &t->run, 0, t->run.n);
}

static int emit_jamo(ko_tokens *t, const output *o) {
  ko_buf_clear(&t->text);
  for (size_t i = 0; i < t->run.n; i++) ko_buf_char(&t->text, t->run.ch[i].cp);
  if (t->text.failed) return -1;
  return emit(o, 0, t->text.data, t->text.n, &t->run, 0, t->run.n);
}

static int analyse(ko_tokens *t, const ko_text *run, unsigned after, ko_purpose purpose) {
  return t->cache && purpose == KO_TO_INDEX
             ? ko_termcache_run(t->cache, &t->terms, run, 0, run->n, after)
             : ko_terms_run(&t->terms, run, 0, run->n, after, purpose);
}

/* Who asks for all tokens of a document wants, of one position, those that stand for the same syllables. */
static int is_wanted(const ko_tokens *t, const ko_term *x, const ko_term *head) {
  return !t->asks_all || (x->start == head->start && x->end >= head->end);
}

/* Are the terms those of nouns, up to the end of the run? What a particle is left of, or a verb of two syllables
** with its ending (하야, of 하다), begins no compound. */
static int are_nouns(const ko_tokens *t, const ko_text *run) {
  int whole = 0;
  for (size_t i = 0; i < t->terms.n; i++) {
    const ko_term *x = &t->terms.term[i];
    if (!x->colocated && x->n != 3 * (x->end - x->start) && x->end - x->start < 3) return 0;
    whole |= x->end == run->n;
  }
  return whole;
}

/* The terms that were found of the run. */
static int emit_terms(ko_tokens *t, const output *o, const ko_text *run, int *count) {
  static const char none[] = {KO_READ_SIGN};
  if (t->asks_all && !are_nouns(t, run)) return emit(o, 0, none, 1, run, 0, run->n);
  for (size_t i = 0, head = 0; i < t->terms.n; i++) {
    const ko_term *x = &t->terms.term[i];
    int rc;
    if (!x->colocated) head = i;
    if (!is_wanted(t, x, &t->terms.term[head])) continue;
    rc = emit(o, x->colocated, t->terms.text.data + x->at, x->n, run, x->start, x->end);
    if (rc) return rc;
    ++*count;
  }
  return 0;
}

/* (What a document reads as a verb may be meant as a noun, 대한 of 대한민국.) */
static int emit_hangul(ko_tokens *t, const output *o, const ko_text *run, unsigned after,
                       ko_purpose purpose, int *count) {
  if (analyse(t, run, after, purpose)) return -1;
  if (t->asks_all && !are_nouns(t, run) &&
      ko_terms_run(&t->terms, run, 0, run->n, after, KO_ASKED_WORD))
    return -1;
  return emit_terms(t, o, run, count);
}

/* ---- Hangul behind a number ---- */

static ko_text behind(const ko_text *run, size_t n) {
  ko_text rest = *run;
  rest.ch += n;
  rest.klass += n;
  rest.n -= n;
  return rest;
}

static ko_numeral_kind numeral(uint32_t c) {
  int row = ko_table_find_char(&ko_table_numeral, c);
  return row < 0 ? KO_NUMERAL_KIND_ABSENT : ko_numeral_kind_of(row);
}

/* Does the run, which touches the number, begin with 천, 만 or 억, which is then no part of a noun? */
static int cuts(const ko_tokens *t, const ko_text *run) {
  int row = ko_table_find_char(&ko_table_numeral, run->ch[0].cp);
  return !t->spaced && row >= 0 && (ko_numeral_note_of(row) & KO_NUMERAL_NOTE_CUTS);
}

/* Are syllables [0, n) of the run 만, 억 and the like? */
static int are_powers(const ko_text *run, size_t n) {
  for (size_t i = 0; i < n; i++) {
    ko_numeral_kind kind = numeral(run->ch[i].cp);
    if (kind != KO_NUMERAL_KIND_POWER && kind != KO_NUMERAL_KIND_MYRIAD) return 0;
  }
  return 1;
}

/* Does the run begin with the syllable for "and more", and can the number be one of "some 30"? */
static int is_more(const ko_tokens *t, const ko_text *run) {
  char last = t->number.n ? t->number.data[t->number.n - 1] : 0;
  return numeral(run->ch[0].cp) == KO_NUMERAL_KIND_MORE && (last == '0' || (last & 0x80));
}

/* Put the syllables that go with the number before its unit into it (조, 여), and analyse what is left of the
** run. Where this leads to no unit, nothing is put into it and the whole run is analysed. */
static int read_powers(ko_tokens *t, ko_text *run, ko_purpose purpose) {
  const ko_text whole = *run;
  size_t bytes = t->number.n, end = t->number_end;
  int shorter = t->n_shorter;
  while (run->n > 0) {
    size_t n;
    if (analyse(t, run, KO_RIGHT_AFTER_DIGIT, purpose)) return -1;
    n = t->terms.counted;
    if (n ? !are_powers(run, n) : !is_more(t, run) && !cuts(t, run)) break;
    if (n == 0) n = 1;
    extend_number(t, run, n);
    *run = behind(run, n);
  }
  if (run->n == 0 || t->terms.counted || run->n == whole.n) return 0;
  *run = whole;
  t->number.n = bytes;
  t->number_end = end;
  t->n_shorter = shorter;
  return analyse(t, run, KO_RIGHT_AFTER_DIGIT, purpose);
}

/* The terms that the run has by itself: those of its unit, for who asks for it without the number. */
static int emit_unit(ko_tokens *t, const output *o, const ko_text *rest) {
  uint32_t unit = (uint32_t)(t->run.n - rest->n) + t->terms.counted;
  if (analyse(t, &t->run, KO_RIGHT_ALONE, KO_TO_INDEX)) return -1;
  for (size_t i = 0; i < t->terms.n; i++) {
    const ko_term *x = &t->terms.term[i];
    int rc = x->start < unit
                 ? emit(o, 1, t->terms.text.data + x->at, x->n, &t->run, x->start, x->end)
                 : 0;
    if (rc) return rc;
  }
  return analyse(t, rest, KO_RIGHT_AFTER_DIGIT, KO_TO_INDEX);
}

/* A run of Hangul behind the number that waits. */
static int emit_counted(ko_tokens *t, const output *o, ko_purpose purpose, int *count) {
  int is_query = purpose != KO_TO_INDEX, spaced = t->spaced, rc;
  ko_text rest = t->run, unit;
  ko_char next;
  /* the syllable that makes an ordinal of the next number (제3조제2항) is no part of the unit */
  if (ko_class_of(peek(t, &next) ? next.cp : ' ') == KO_CLASS_DIGIT) {
    int row = ko_table_find_char(&ko_table_number_prefix, rest.ch[rest.n - 1].cp);
    if (row >= 0 && ko_number_prefix_kind_of(row) == KO_NUMBER_PREFIX_KIND_ORDINAL) rest.n--;
  }
  if (rest.n == 0) return emit_number(t, o, is_query);
  if (read_powers(t, &rest, purpose)) return -1;
  if (rest.n == 0) { /* the unit may stand behind a space */
    t->spaced = 0;
    return t->has_ahead && may_count(&t->ahead) ? 0 : emit_number(t, o, is_query);
  }
  if (spaced && t->terms.counted == 0) {
    rc = emit_number(t, o, is_query);
    return rc ? rc : emit_hangul(t, o, &rest, KO_RIGHT_ALONE, purpose, count);
  }
  unit = behind(&rest, t->terms.counted_less);
  extend_number(t, &rest, t->terms.counted_less);
  extend_number(t, &unit, t->terms.counted - t->terms.counted_less);
  rc = emit_number(t, o, is_query);
  if (rc == 0 && spaced && !is_query) rc = emit_unit(t, o, &rest);
  return rc ? rc : emit_terms(t, o, &rest, count);
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
  if (ko_hanja_words(&t->terms, &t->reading, in, t->run.n, out)) return -1;
  ko_text_clear(&t->reading);
  for (size_t i = 0; i < t->run.n; i++) {
    ko_char c = t->run.ch[i];
    c.cp = out[i];
    if (ko_text_push(&t->reading, &c)) return -1;
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

/* Put the reading in place of a run of hanja that is nothing but the unit of the number which waits (2兆, 25日); 1
** where it is, -1 when memory is out. It begins no word there. */
static int read_unit(ko_tokens *t, ko_purpose purpose) {
  enum { LONGEST = 3 };
  uint32_t in[LONGEST + 1] = {0}, out[LONGEST + 1];
  size_t n = t->run.n;
  ko_text_clear(&t->reading);
  if (!t->hanja || n > LONGEST) return 0;
  for (size_t i = 0; i < n; i++) in[i + 1] = t->run.ch[i].cp;
  ko_hanja_read(&t->terms.lattice.model->hanja, in, n + 1, out, NULL);
  for (size_t i = 0; i < n; i++) {
    ko_char c = t->run.ch[i];
    c.cp = out[i + 1];
    if (!ko_is_syllable(c.cp)) return 0;
    if (ko_text_push(&t->reading, &c)) return -1;
  }
  if (analyse(t, &t->reading, KO_RIGHT_AFTER_DIGIT, purpose)) return -1;
  if (t->terms.counted != n) return 0;
  ko_text_clear(&t->run);
  for (size_t i = 0; i < n; i++)
    if (ko_text_push(&t->run, &t->reading.ch[i])) return -1;
  return 1;
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

/* Is a syllable with this label one that words are made of? Labels are given by how often the dictionary has a
** syllable; those behind stand in a word or two (FTS5 looks for each of them). */
static int is_usual(unsigned label) {
  enum { USUAL = 1400 }; /* of 2,633 */
  return label > 0 && label <= USUAL;
}

/* The term that was read, with its last character becoming what it may yet be as somebody goes on typing: each
** at the same position. */
static int emit_typed_on(ko_tokens *t, const output *o, uint32_t last, size_t start, size_t end) {
  ko_syllables range[2];
  int n = ko_typed_on(last, range);
  size_t before = t->text.n - (n ? 3 : 0);
  for (int i = 0; i < n; i++)
    for (uint32_t c = range[i].from; c < range[i].to; c++) {
      int rc;
      if (!is_usual(t->terms.lattice.model->codes[c - 0xAC00])) continue;
      t->text.n = before;
      ko_buf_char(&t->text, c);
      if (t->text.failed) return -1;
      rc = o->sink(o->arg, 1, t->text.data, t->text.n, start, end);
      if (rc) return rc;
    }
  return 0;
}

/* The rest of the text as the one token that it is, or that it begins. */
static int emit_term(ko_tokens *t, const output *o, int goes_on) {
  ko_char c = {0, 0, 0};
  size_t start = t->reader.at, end = start;
  int rc;
  ko_buf_clear(&t->text);
  while (ko_reader_next(&t->reader, &c)) {
    ko_buf_char(&t->text, ko_lower(c.cp));
    end = c.end;
  }
  if (t->text.failed) return -1;
  rc = t->text.n ? o->sink(o->arg, 0, t->text.data, t->text.n, start, end) : 0;
  return rc || !goes_on ? rc : emit_typed_on(t, o, c.cp, start, end);
}

static int emit_run(ko_tokens *t, const output *o, run_kind kind, unsigned after,
                    ko_purpose purpose) {
  int count = 0, done = 0;
  if (t->held && kind == RUN_HANJA) {
    int unit = read_unit(t, purpose);
    if (unit < 0) return -1;
    if (unit) kind = RUN_HANGUL;
  }
  if (t->held && kind != RUN_HANGUL) {
    int rc = pass_number(t, o, kind, purpose != KO_TO_INDEX, &done);
    if (rc || done) return rc;
  }
  switch (kind) {
  case RUN_HANGUL:
    return t->held ? emit_counted(t, o, purpose, &count)
                   : emit_hangul(t, o, &t->run, after, purpose, &count);
  case RUN_WORD: return emit_word(t, o, purpose != KO_TO_INDEX);
  case RUN_HANJA: return emit_hanja(t, o, purpose);
  case RUN_JAMO: return emit_jamo(t, o);
  default: return 0;
  }
}

int ko_tokens_run(ko_tokens *t, const char *text, size_t n, ko_asked asked, ko_token_sink sink,
                  void *arg) {
  output o = {sink, arg};
  unsigned after = KO_RIGHT_ALONE;
  int is_query = asked != KO_ASKED_NOT, rc = 0, failed = 0;
  int sign = is_query && n > 0 ? text[0] : 0;
  ko_purpose purpose;
  size_t read = 0, work = 0;
  if (t->cache && !is_query) ko_termcache_limit(t->cache, t->cache_limit);
  ko_reader_init(&t->reader, text, n);
  t->has_ahead = t->held = 0;
  if (sign == KO_TERM_SIGN || sign == KO_READ_SIGN) t->reader.at = 1;
  if (sign == KO_TERM_SIGN) return emit_term(t, &o, asked == KO_ASKED_BEGINNING);
  t->asks_all = sign == KO_READ_SIGN;
  if (t->asks_all) is_query = 0;
  purpose = !is_query ? KO_TO_INDEX : is_word(text, n) ? KO_ASKED_WORD : KO_ASKED_TEXT;
  while (rc == 0) {
    run_kind kind;
    if (is_query && read >= KO_MAX_ASKED && !t->held) return 0;
    kind = read_run(t, &failed);
    work += RUN_WORK + t->run.n;
    if (failed || (work >= WORK_STEP && ko_work(t->mem, work))) return -1;
    if (work >= WORK_STEP) work = 0;
    if (kind == RUN_END) return t->held ? emit_number(t, &o, is_query) : 0;
    rc = emit_run(t, &o, kind, after, purpose);
    after = boundary(kind, &t->run);
    read += t->run.n;
  }
  return rc;
}
