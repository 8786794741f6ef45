#include "text/sentence.h"

#include <string.h>
#include <unicode/ubrk.h>

#include "base/buf.h"
#include "base/table.h"
#include "tables.h"

enum { MAX_MARKS = 8, MAX_QUOTE = 1500 }; /* behind a stop; characters that a pair may span */
enum { MAX_COUNT = 3, MAX_ROMAN = 5 };    /* digits and letters of the number of a heading */
enum { MAX_HEADING = 48 };                /* of the number of a heading, with its marks */
enum { MAX_SUFFIX = 4 };                  /* letters that end the name of a file or a host */
enum { ORDINAL = 0xC81C };                /* 제 */

void ko_sentences_init(ko_sentences *s, const ko_mem *mem) {
  memset(s, 0, sizeof *s);
  s->mem = mem;
}

void ko_sentences_free(ko_sentences *s) {
  if (!s->mem) return;
  ko_free(s->mem, s->span);
  ko_sentences_init(s, s->mem);
}

void ko_splitter_init(ko_splitter *s, const ko_mem *mem) {
  memset(s, 0, sizeof *s);
  s->mem = mem;
}

void ko_splitter_trim(ko_splitter *s) {
  void *iterator = s->iterator;
  if (!s->mem) return;
  ko_free(s->mem, s->utf16);
  ko_free(s->mem, s->inside);
  ko_splitter_init(s, s->mem);
  s->iterator = iterator;
}

void ko_splitter_free(ko_splitter *s) {
  ko_splitter_trim(s);
  if (s->iterator) ubrk_close(s->iterator);
  s->iterator = NULL;
}

const char *ko_splitter_open(ko_splitter *s) {
  UErrorCode status = U_ZERO_ERROR;
  if (!s->iterator) s->iterator = ubrk_open(UBRK_SENTENCE, "ko", NULL, 0, &status);
  if (U_SUCCESS(status)) return NULL;
  if (s->iterator) ubrk_close(s->iterator);
  s->iterator = NULL;
  return u_errorName(status);
}

/* ---- pairs of quotation marks and brackets ---- */

/* Mark what lies between an outermost mark and its partner. */
static int mark_pairs(ko_splitter *s, const ko_text *t, ko_pairs *pairs) {
  memset(s->inside, 0, t->n);
  if (ko_pairs_find(pairs, t)) return -1;
  for (size_t i = 0; i < pairs->n; i++) {
    const ko_mark_pair *p = &pairs->item[i];
    if (p->outer < 0 && p->close - p->open <= MAX_QUOTE)
      memset(s->inside + p->open, 1, p->close - p->open);
  }
  return 0;
}

/* ---- boundaries ---- */

/* Characters [from, to) as UTF-16, for ICU. */
static int to_utf16(ko_splitter *s, const ko_text *t, size_t from, size_t to, size_t *n) {
  size_t k = 0;
  if (ko_grow(s->mem, &s->utf16, &s->cap_utf16, 2 * (to - from), sizeof *s->utf16)) return -1;
  for (size_t i = from; i < to; i++) {
    uint32_t c = t->ch[i].cp;
    if (c >= 0x10000) {
      s->utf16[k++] = (uint16_t)(0xD7C0 + (c >> 10));
      c = 0xDC00 | (c & 0x3FF);
    }
    s->utf16[k++] = (uint16_t)c;
  }
  *n = k;
  return 0;
}

static void trim(const ko_text *t, size_t *start, size_t *end) {
  while (*start < *end && t->klass[*start] == KO_CLASS_SPACE) ++*start;
  while (*end > *start && t->klass[*end - 1] == KO_CLASS_SPACE) --*end;
}

/* ---- candidates that are no boundaries ---- */

/* The end of what counts at `i`: 3, 가, IV; `i` if nothing does. */
static size_t count_end(const ko_text *t, size_t i, size_t end) {
  size_t k = i;
  while (k < end && k - i < MAX_COUNT && t->klass[k] == KO_CLASS_DIGIT) k++;
  if (k > i) return k < end && t->klass[k] == KO_CLASS_DIGIT ? i : k; /* 2024 is a year */
  if (k < end && ko_table_find_char(&ko_table_outline, t->ch[k].cp) >= 0) return k + 1;
  while (k < end && k - i < MAX_ROMAN && t->ch[k].cp < 0x80 && t->ch[k].cp &&
         strchr("ivxIVX", (int)t->ch[k].cp))
    k++;
  if (k == i && k < end && t->klass[k] == KO_CLASS_LETTER) k++;
  return k;
}

/* Is this nothing but the number of a heading and a full stop: 1. 1-1. 가. IV. Q2. 제3조. (1). ●3.? */
static int only_counts(const ko_text *t, size_t start, size_t end) {
  int ordinal = 0;
  trim(t, &start, &end);
  if (end == start || end - start > MAX_HEADING || t->ch[--end].cp != '.') return 0;
  while (start < end && t->klass[start] == KO_CLASS_SYMBOL) start++;
  while (end > start && ko_closes(t->ch[end - 1].cp)) end--;
  if (start < end && t->ch[start].cp == ORDINAL) ordinal = 1, start++;
  if (start + 1 < end && t->klass[start] == KO_CLASS_LETTER &&
      t->klass[start + 1] == KO_CLASS_DIGIT)
    start++;
  while (start < end) {
    size_t next = count_end(t, start, end);
    if (next == start) return 0;
    if (next == end) return 1;
    if (ordinal && next + 1 == end) return t->klass[next] == KO_CLASS_HANGUL;
    if (t->ch[next].cp != '-' && t->ch[next].cp != '.') return 0;
    start = next + 1;
  }
  return 0;
}

/* Do characters [from, to) say that what was quoted before them was said: 고, 라며, 는? */
static int is_quotative(const ko_text *t, size_t from, size_t to) {
  char key[4 * 8];
  size_t n = 0;
  if (to - from > 8) return 0;
  for (size_t i = from; i < to; i++) {
    if (t->klass[i] != KO_CLASS_HANGUL) return 0;
    n += ko_encode(t->ch[i].cp, key + n);
  }
  return n && ko_table_find(&ko_table_quotative, key, n) >= 0;
}

/* Does the full stop at `stop` stand after the last number of "2024. 6. 11."? */
static int ends_date(const ko_text *t, size_t start, size_t stop) {
  size_t i = stop;
  while (i > start && t->klass[i - 1] == KO_CLASS_DIGIT) i--;
  if (i == stop || stop - i > 2) return 0;
  while (i > start && t->klass[i - 1] == KO_CLASS_SPACE) i--;
  return i > start + 1 && t->ch[i - 1].cp == '.' && t->klass[i - 2] == KO_CLASS_DIGIT;
}

/* Does the full stop at `stop` only shorten a word: Mr. J. U.S. vs.? */
static int shortens(const ko_text *t, size_t start, size_t stop) {
  char key[8];
  size_t n = 0, from = stop;
  while (from > start && t->klass[from - 1] == KO_CLASS_LETTER && t->ch[from - 1].cp < 0x80 &&
         stop - from < sizeof key)
    from--;
  if (from == stop || (from > start && (t->klass[from - 1] == KO_CLASS_LETTER ||
                                        t->klass[from - 1] == KO_CLASS_DIGIT)))
    return 0;
  if (stop - from == 1) return 1;
  if (from > start && t->ch[from - 1].cp == '.') return 1;
  for (size_t i = from; i < stop; i++) key[n++] = (char)ko_lower(t->ch[i].cp);
  return ko_table_find(&ko_table_abbreviation, key, n) >= 0;
}

/* Does the line that begins a sentence at or before `at` end with a stop? Headlines do not. */
static int line_stops(const ko_text *t, size_t at, size_t *line_end) {
  size_t e;
  if (*line_end <= at) {
    for (e = at; e < t->n && !ko_is_line_end(t->ch[e].cp);) e++;
    *line_end = e + 1;
  }
  e = *line_end - 1;
  for (int marks = 0; e > at && marks < MAX_MARKS; marks++, e--)
    if (t->klass[e - 1] != KO_CLASS_SPACE && !ko_closes(t->ch[e - 1].cp)) break;
  return e > at && ko_is_stop(t->ch[e - 1].cp);
}

/* Is the syllable one that final endings end with, behind which a sentence may begin at once? */
static int is_final(uint32_t c) {
  int row = ko_table_find_char(&ko_table_sentence_style, c);
  return ko_sentence_style_glued_of(row) == KO_SENTENCE_STYLE_GLUED_GLUED;
}

int ko_is_name_suffix(const ko_text *t, size_t i) {
  size_t k = i;
  while (k < t->n && k - i <= MAX_SUFFIX && t->ch[k].cp < 0x80 && t->klass[k] == KO_CLASS_LETTER &&
         ko_lower(t->ch[k].cp) == t->ch[k].cp)
    k++;
  return k > i + 1 && k <= i + MAX_SUFFIX && (k == t->n || t->klass[k] != KO_CLASS_LETTER);
}

/* No white space stands before `end`, and what ends there is a stop only if `stops`. Is it a boundary,
** as where a final ending precedes the stop (했다.그는, 했다.EBS)? */
static int divides(const ko_splitter *s, const ko_text *t, size_t start, size_t end, int stops) {
  size_t last = end;
  if (!stops) return 0;
  while (last > start && ko_is_stop(t->ch[last - 1].cp)) last--;
  if (last < start + 2 || !is_final(t->ch[last - 1].cp)) return 0;
  if (t->klass[last - 2] == KO_CLASS_SPACE || ko_is_stop(t->ch[last - 2].cp)) return 0;
  if (ko_closes(t->ch[end].cp)) return s->inside[end]; /* a mark that opens where it could close */
  return !ko_is_name_suffix(t, end);
}

/* The text of a candidate is [start, end), and a sentence might begin at `end`. Does it not? */
static int goes_on(const ko_splitter *s, const ko_text *t, size_t start, size_t end,
                   size_t *line_end) {
  size_t last = end, stop, word = end, k;
  uint32_t c;
  while (last > start && t->klass[last - 1] == KO_CLASS_SPACE) last--;
  for (stop = last; stop > start && ko_closes(t->ch[stop - 1].cp);) stop--;
  if (last == start) return 1;
  c = t->ch[end].cp;
  if (stop > start && t->ch[stop - 1].cp == '.') {
    if (shortens(t, start, stop - 1) || ends_date(t, start, stop - 1)) return 1;
    if (stop < last && stop > start + 1 && t->klass[stop - 2] == KO_CLASS_LETTER)
      return 1; /* 'Odd Title.' */
    if (stop > start + 1 && t->klass[stop - 2] == KO_CLASS_DIGIT && t->klass[end] == KO_CLASS_DIGIT)
      return 1; /* 3. 1 */
  }
  if (only_counts(t, start, end) || t->ch[last - 1].cp == ']') return 1;
  if (t->klass[end] == KO_CLASS_SYMBOL && (c == 0x2026 || c == 0x2025 || c == 0xB7 ||
                                           ko_is_stop(c) || (c < 0x80 && strchr(",~:;", (int)c))))
    return 1;
  if (last < end && stop < last && ko_closes_quote(t->ch[last - 1].cp)) { /* "..." 고 말했다 */
    while (word < t->n && t->klass[word] == KO_CLASS_HANGUL && word < end + 8) word++;
    if ((word == t->n || t->klass[word] != KO_CLASS_HANGUL) && is_quotative(t, end, word)) return 1;
  }
  if (last == end && !divides(s, t, start, end, stop == last)) return 1;
  for (k = stop; k > start && (t->ch[k - 1].cp == '.' || t->ch[k - 1].cp == 0x2026);) k--;
  if (stop - k > 1 || (stop > k && t->ch[k].cp == 0x2026)) /* an ellipsis */
    return k == start || !is_final(t->ch[k - 1].cp) || !line_stops(t, end, line_end);
  return 0;
}

/* The first place in [from, end) where a sentence may begin that ICU passes over: behind a stop that
** follows Hangul, whatever comes after it (a digit, a small letter, a dash). `end` if there is none. */
static size_t next_start(const ko_text *t, size_t from, size_t end) {
  for (size_t i = from; i < end; i++) {
    if (t->klass[i] != KO_CLASS_SYMBOL || i == 0 || t->klass[i - 1] != KO_CLASS_HANGUL ||
        !ko_is_stop(t->ch[i].cp))
      continue;
    while (i < end && (ko_is_stop(t->ch[i].cp) || (ko_closes(t->ch[i].cp)))) i++;
    while (i < end && t->klass[i] == KO_CLASS_SPACE) i++;
    return i;
  }
  return end;
}

static int add(ko_sentences *s, const ko_text *t, size_t start, size_t end) {
  trim(t, &start, &end);
  if (start == end) return 0;
  if (ko_grow(s->mem, &s->span, &s->cap, s->n + 1, sizeof *s->span)) return -1;
  s->span[s->n].start = (uint32_t)start;
  s->span[s->n++].end = (uint32_t)end;
  return 0;
}

/* A text goes to ICU in pieces, each from a boundary on, so that the work can be ended and needs little
** memory. What is found less than AHEAD before the end of a piece is left to the next one: ICU looks on
** past a boundary, but only over marks. A sentence that is longer than a piece has no boundary in it. */
enum { PIECE = 1 << 14, AHEAD = 1 << 10 }; /* characters */

/* What has been found up to here. */
typedef struct progress {
  size_t start;    /* of the sentence */
  size_t line_end; /* see line_stops */
  size_t cut;      /* the last boundary of ICU's */
} progress;

/* A sentence may begin at `at`: end the one before if it does. */
static int try_boundary(ko_splitter *s, const ko_text *t, size_t at, progress *p,
                        ko_sentences *out) {
  if (at < t->n && at > 0 && !ko_is_line_end(t->ch[at - 1].cp) &&
      (s->inside[at - 1] || goes_on(s, t, p->start, at, &p->line_end)))
    return 0;
  if (add(out, t, p->start, at)) return -1;
  p->start = at;
  return 0;
}

/* Characters [from, to) of the text. */
static int split_piece(ko_splitter *s, const ko_text *t, size_t from, size_t to, progress *p,
                       ko_sentences *out) {
  UErrorCode status = U_ZERO_ERROR;
  size_t n, end = from, unit = 0;
  if (to_utf16(s, t, from, to, &n)) return -1;
  ubrk_setText(s->iterator, s->utf16, (int32_t)n, &status);
  if (U_FAILURE(status)) return -1;
  for (int32_t at = ubrk_first(s->iterator); (at = ubrk_next(s->iterator)) != UBRK_DONE;) {
    size_t own = end;
    for (; unit < (size_t)at; end++) unit += t->ch[end].cp >= 0x10000 ? 2 : 1;
    if (to < t->n && end > to - AHEAD) break;
    while ((own = next_start(t, own, end)) < end)
      if (try_boundary(s, t, own, p, out)) return -1;
    p->cut = end;
    if (try_boundary(s, t, end, p, out)) return -1;
  }
  return 0;
}

int ko_splitter_run(ko_splitter *s, const ko_text *t, ko_sentences *out, ko_pairs *pairs) {
  progress p = {0, 0, 0};
  out->n = 0;
  if (t->n == 0) return 0;
  if (ko_splitter_open(s) || ko_grow(s->mem, &s->inside, &s->cap_inside, t->n, 1) ||
      mark_pairs(s, t, pairs))
    return -1;
  for (size_t from = 0; from < t->n;) {
    size_t to = t->n - from > PIECE ? from + PIECE : t->n;
    if (ko_work(s->mem, (to - from) / 4) || split_piece(s, t, from, to, &p, out)) return -1;
    from = to == t->n ? to : p.cut > from ? p.cut : to - AHEAD;
  }
  return add(out, t, p.start, t->n);
}
