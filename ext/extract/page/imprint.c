#include "extract/page/imprint.h"

#include "base/buf.h"
#include "text/marks.h"

enum {
  MAX_DATELINE = 60,
  MAX_PRESS = 24,
  MAX_NAME = 4,
  LONGEST_CUE = 8,   /* characters */
  LONGEST_WORD = 24, /* of a page word */
  LONGEST_END = 12,  /* of one that ends something */
  MAX_SIGN_OFF = 40  /* of the sentence by which a reporter signs off */
};

int ko_spans_add(ko_spans *s, uint32_t start, uint32_t end) {
  if (ko_grow(s->mem, &s->item, &s->cap, s->n + 1, sizeof *s->item)) return -1;
  s->item[s->n++] = (ko_span){start, end};
  return 0;
}

ko_page_words_kind ko_page_word_at(const char *s, size_t n, size_t *length) {
  return ko_page_words_kind_of(ko_table_longest(&ko_table_page_words, s, n, length));
}

void ko_trim(const ko_text *t, uint32_t *from, uint32_t *to) {
  while (*from < *to && ko_is_blank(t, *from)) ++*from;
  *to = ko_skip_blanks_back(t, *to, *from);
}

uint32_t ko_page_cue(const ko_text *t, uint32_t i, uint32_t to, ko_page_cue_class class) {
  char key[4 * LONGEST_CUE];
  size_t n = 0, bytes;
  int row;
  if (i >= to || !ko_table_begins(&ko_table_page_cue, t->ch[i].cp)) return 0;
  for (uint32_t k = i; k < to && k < i + LONGEST_CUE; k++) n += ko_encode(t->ch[k].cp, key + n);
  row = ko_table_longest(&ko_table_page_cue, key, n, &bytes);
  if (row < 0 || ko_page_cue_class_of(row) != class) return 0;
  for (n = 0; n < bytes; n += ko_table_lead((unsigned char)key[n])) i++;
  return i;
}

uint32_t ko_last_page_cue(const ko_text *t, uint32_t from, uint32_t to, ko_page_cue_class class) {
  for (uint32_t i = to > from + LONGEST_CUE ? to - LONGEST_CUE : from; i < to; i++)
    if (ko_page_cue(t, i, to, class) == to) return i;
  return to;
}

/* Characters [from, to) as lower-case UTF-8 without white space, cut to the room. Returns the
** bytes. */
static size_t squash(const ko_text *t, uint32_t from, uint32_t to, char *out, size_t room) {
  size_t n = 0;
  for (uint32_t i = from; i < to && n + 4 <= room; i++)
    if (t->klass[i] != KO_CLASS_SPACE) n += ko_encode(ko_lower(t->ch[i].cp), out + n);
  return n;
}

/* ---- page words ---- */

ko_page_words_kind ko_page_word(const ko_text *t, uint32_t from, uint32_t to) {
  char z[40];
  size_t bytes, n = squash(t, from, to, z, sizeof z);
  ko_page_words_kind word = ko_page_word_at(z, n, &bytes);
  return bytes == n ? word : KO_PAGE_WORDS_KIND_ABSENT;
}

ko_page_words_kind ko_page_word_from(const ko_text *t, uint32_t i, uint32_t to, uint32_t *n) {
  char z[4 * LONGEST_WORD];
  size_t bytes, at = 0;
  uint32_t first, second = i + 1;
  ko_page_words_kind kind = KO_PAGE_WORDS_KIND_ABSENT;
  *n = 1;
  if (t->klass[i] == KO_CLASS_SPACE) return kind;
  first = ko_lower(t->ch[i].cp);
  if (!ko_table_begins(&ko_table_page_words, first)) return kind;
  while (second < to && t->klass[second] == KO_CLASS_SPACE) second++;
  if (second < to && ko_table_goes_on(&ko_table_page_words, first, ko_lower(t->ch[second].cp)))
    bytes = squash(t, i, to, z, sizeof z);
  else /* no longer word can begin here */
    bytes = ko_encode(first, z);
  kind = ko_page_word_at(z, bytes, &bytes);
  if (kind == KO_PAGE_WORDS_KIND_ABSENT) return kind;
  for (*n = 0; at < bytes; ++*n)
    if (t->klass[i + *n] != KO_CLASS_SPACE) at += ko_table_lead((unsigned char)z[at]);
  return kind;
}

int ko_ends_in_page_word(const ko_text *t, uint32_t from, uint32_t to, ko_page_words_kind kind) {
  for (uint32_t i = to > from + LONGEST_END ? to - LONGEST_END : from; i < to; i++)
    if (ko_page_word(t, i, to) == kind) return 1;
  return 0;
}

/* ---- addresses ---- */

static int is_address(uint32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_' || c == '+';
}

int ko_find_email(const ko_text *t, uint32_t from, uint32_t to, ko_span *found) {
  for (uint32_t i = from + 1; i + 3 < to; i++) {
    uint32_t a = i, b = i + 1, dot = 0;
    if (t->ch[i].cp != '@') continue;
    while (a > from && is_address(t->ch[a - 1].cp)) a--;
    for (; b < to && is_address(t->ch[b].cp); b++)
      if (t->ch[b].cp == '.' && b + 1 < to && is_address(t->ch[b + 1].cp) && b > i + 1) dot = b;
    while (b > i && (t->ch[b - 1].cp == '.' || t->ch[b - 1].cp == '-')) b--;
    while (a < i && (t->ch[a].cp == '.' || t->ch[a].cp == '-')) a++;
    if (a == i || dot == 0) continue;
    found->start = a;
    found->end = b;
    return 1;
  }
  return 0;
}

/* ---- reporters and publishers ---- */

/* Does character i come from a character of three bytes all its own? */
static int is_wide(const ko_text *t, uint32_t i) {
  const ko_char *c = &t->ch[i];
  return c->end - c->start == 3 && (i == 0 || c[-1].start != c->start) &&
         (i + 1 == t->n || c[1].start != c->start);
}

int ko_is_copyright(const ko_text *t, uint32_t i) {
  uint32_t c = t->ch[i].cp;
  if (c == 0xA9) return 1;
  if (c != 'c' && c != 'C') return 0;
  if (i > 0 && i + 1 < t->n && t->ch[i - 1].cp == '(' && t->ch[i + 1].cp == ')') return 1;
  /* a circled letter is normalised to a plain one; full-width letters are too, but stand in words */
  if (!is_wide(t, i)) return 0;
  return !(i > 0 && t->klass[i - 1] == KO_CLASS_LETTER && is_wide(t, i - 1)) &&
         !(i + 1 < t->n && t->klass[i + 1] == KO_CLASS_LETTER && is_wide(t, i + 1));
}

uint32_t ko_press_name_at(const ko_text *t, uint32_t i, uint32_t to) {
  char z[4 * MAX_PRESS];
  size_t bytes, at = 0;
  uint32_t n = 0;
  int row;
  if (!ko_table_begins(&ko_table_press, ko_lower(t->ch[i].cp))) return 0;
  row = ko_table_longest(&ko_table_press, z, squash(t, i, to, z, sizeof z), &bytes);
  if (ko_press_kind_of(row) != KO_PRESS_KIND_NAME) return 0;
  for (; at < bytes; n++)
    if (t->klass[i + n] != KO_CLASS_SPACE) at += ko_table_lead((unsigned char)z[at]);
  return n;
}

int ko_is_known_press(const ko_text *t, uint32_t from, uint32_t to) {
  char name[MAX_PRESS * 3 + 8];
  size_t n;
  if (from == to || to - from > MAX_PRESS) return 0;
  n = squash(t, from, to, name, sizeof name);
  return ko_press_kind_of(ko_table_find(&ko_table_press, name, n)) == KO_PRESS_KIND_NAME;
}

int ko_is_press(const ko_text *t, uint32_t from, uint32_t to) {
  char name[MAX_PRESS * 3 + 8];
  size_t n;
  ko_trim(t, &from, &to);
  if (from == to || to - from > MAX_PRESS) return 0;
  for (uint32_t i = from; i < to; i++)
    if (t->klass[i] == KO_CLASS_SYMBOL && t->ch[i].cp != '&' && t->ch[i].cp != '.') return 0;
  n = squash(t, from, to, name, sizeof name);
  if (ko_press_kind_of(ko_table_find(&ko_table_press, name, n)) >= KO_PRESS_KIND_NAME) return 1;
  for (size_t at = 0; at < n;) {
    at += ko_table_lead((unsigned char)name[at]);
    if (at < n &&
        ko_press_kind_of(ko_table_find(&ko_table_press, name + at, n - at)) == KO_PRESS_KIND_SUFFIX)
      return 1;
  }
  return 0;
}

static int is_surname(const ko_text *t, uint32_t i, uint32_t to) {
  char z[16];
  for (uint32_t n = 1; n <= 2 && i + n <= to; n++)
    if (ko_table_find(&ko_table_surname, z, squash(t, i, i + n, z, sizeof z)) >= 0) return 1;
  return 0;
}

static uint32_t hangul_back(const ko_text *t, uint32_t from, uint32_t to) {
  while (to > from && t->klass[to - 1] == KO_CLASS_HANGUL) to--;
  return to;
}

/* May [a, b), which stands before the word 기자, be a name? `exact`: only one of three syllables. */
static int may_be_reporter(const ko_text *t, uint32_t a, uint32_t b, int exact) {
  if (b - a < 2 || b - a > MAX_NAME || (exact && b - a != 3)) return 0;
  return ((b - a == 3 && !exact) || is_surname(t, a, b)) && !ko_is_press(t, a, b) &&
         !ko_is_page_word(t, a, b);
}

/* The end of what stands before the name that begins at `a`, if it may be another name; else `from`.
** *exact says how the name must look. */
static uint32_t before_name(const ko_text *t, uint32_t from, uint32_t a, int *exact) {
  uint32_t to = ko_skip_blanks_back(t, a, from), c = to > from ? t->ch[to - 1].cp : 0;
  *exact = to < a; /* divided by a space only: it might be any word */
  if (c == ',' || ko_is_dot(c))
    to--, *exact = 0;
  else if (c == '/')
    to--, *exact = 1; /* 홍성/노을빛: a place */
  else if (to == a)
    to = from;
  return to;
}

/* Append the names before the word 기자 at `to`, in order, at most `most`; and the last word of a
** department (사회부) before it does not count. Returns how many, or -1 when memory is out. */
static int names_before(const ko_text *t, uint32_t from, uint32_t to, size_t most,
                        ko_spans *found) {
  size_t first = found->n;
  int exact = 0;
  uint32_t b = ko_skip_blanks_back(t, to, from), a = hangul_back(t, from, b);
  if (a < b && ko_page_word(t, a, b) == KO_PAGE_WORDS_KIND_DESK) to = a;
  while (to > from && found->n - first < most) {
    b = ko_skip_blanks_back(t, to, from), a = hangul_back(t, from, b);
    if (!may_be_reporter(t, a, b, exact)) break;
    if (ko_spans_add(found, a, b)) return -1;
    to = before_name(t, from, a, &exact);
  }
  for (size_t i = first, k = found->n; i + 1 < k; i++) {
    ko_span last = found->item[--k];
    found->item[k] = found->item[i];
    found->item[i] = last;
  }
  return (int)(found->n - first);
}

/* The name behind the word at [., end): 기자 홍길동, 글: 홍길동. */
static ko_span name_behind(const ko_text *t, uint32_t end, uint32_t to) {
  uint32_t a = end, b;
  while (a < to && (t->klass[a] == KO_CLASS_SPACE || t->ch[a].cp == ':')) a++;
  for (b = a; b < to && t->klass[b] == KO_CLASS_HANGUL;) b++;
  if (a > end && b - a >= 2 && b - a <= MAX_NAME && is_surname(t, a, b)) return (ko_span){a, b};
  return (ko_span){0, 0};
}

/* Where the word 기자 or another for who writes ends, if it stands at i and is not part of a longer
** word (기자회견); else 0. */
static uint32_t reporter_word(const ko_text *t, uint32_t i, uint32_t to) {
  char z[40];
  size_t n = 0, bytes;
  uint32_t end = i;
  if (t->klass[i] != KO_CLASS_HANGUL && t->klass[i] != KO_CLASS_LETTER) return 0;
  if (ko_page_word_at(z, squash(t, i, i + 6 < to ? i + 6 : to, z, sizeof z), &bytes) !=
      KO_PAGE_WORDS_KIND_REPORTER)
    return 0;
  for (; n < bytes; end++)
    n += t->klass[end] == KO_CLASS_SPACE ? 0 : squash(t, end, end + 1, z, sizeof z);
  return end < to && t->klass[end] == KO_CLASS_HANGUL ? 0 : end;
}

/* 홍길동(hong@...): a name right before an address. */
static int find_addressed(const ko_text *t, uint32_t from, uint32_t to, ko_spans *found) {
  ko_span email;
  uint32_t end;
  size_t n = found->n;
  if (!ko_find_email(t, from, to, &email)) return 0;
  for (end = email.start; end > from && (t->klass[end - 1] == KO_CLASS_SPACE ||
                                         t->ch[end - 1].cp == '(' || t->ch[end - 1].cp == '<');)
    end--;
  if (end <= from + 2 || end == email.start) return 0;
  if (names_before(t, from, end, 1, found) < 0) return -1;
  if (found->n > n &&
      (found->item[n].end - found->item[n].start != 3 || !is_surname(t, found->item[n].start, end)))
    found->n = n;
  return 0;
}

int ko_signs_off(const ko_text *t, uint32_t from, uint32_t to, ko_span *name) {
  uint32_t stop = from, word, end, before;
  while (stop < to && stop < from + MAX_SIGN_OFF && !ko_is_stop(t->ch[stop].cp)) stop++;
  if (stop == to || !ko_is_stop(t->ch[stop].cp)) return 0;
  for (word = stop; word > from && !ko_page_cue(t, word, stop, KO_PAGE_CUE_CLASS_IS);) word--;
  if (word == from || ko_page_cue(t, word, stop, KO_PAGE_CUE_CLASS_IS) != stop) return 0;
  end = ko_skip_blanks_back(t, word, from);
  name->start = hangul_back(t, from, end);
  name->end = end;
  if (!may_be_reporter(t, name->start, end, 0)) return 0;
  end = ko_skip_blanks_back(t, name->start, from);
  word = ko_since_blank(t, end, from);
  before = ko_since_blank(t, ko_skip_blanks_back(t, word, from), from);
  return ko_is_press(t, word, end) || ko_is_press(t, before, end);
}

static int find_reporters(const ko_text *t, uint32_t from, uint32_t to, size_t most,
                          ko_spans *found) {
  size_t n = found->n;
  uint32_t since = from;
  ko_span name;
  for (uint32_t i = from; i < to && found->n - n < most; i++) {
    uint32_t end = reporter_word(t, i, to);
    int got;
    if (!end) continue;
    got = names_before(t, since, i, most - (found->n - n), found);
    if (got < 0) return -1;
    if (!got && end < to && (i == from || t->klass[i - 1] == KO_CLASS_SPACE)) {
      name = name_behind(t, end, to);
      if (name.end && ko_spans_add(found, name.start, name.end)) return -1;
      if (name.end) end = name.end;
    }
    since = end;
    i = end - 1;
  }
  if (found->n == n && ko_signs_off(t, from, to, &name))
    return ko_spans_add(found, name.start, name.end);
  return found->n > n ? 0 : find_addressed(t, from, to, found);
}

int ko_find_reporters(const ko_text *t, uint32_t from, uint32_t to, ko_spans *found) {
  return find_reporters(t, from, to, SIZE_MAX, found);
}

int ko_names_reporter(const ko_text *t, uint32_t from, uint32_t to) {
  ko_span room;
  ko_spans first = {NULL, &room, 0, 1}; /* has room for all that is asked for */
  return find_reporters(t, from, to, 1, &first) == 0 && first.n > 0;
}

/* ---- datelines ---- */

int ko_ends_in_reporter(const ko_text *t, uint32_t from, uint32_t to) {
  to = ko_skip_blanks_back(t, to, from);
  for (uint32_t i = to > from + 6 ? to - 6 : from; i < to; i++) {
    char z[40];
    size_t bytes, n = squash(t, i, to, z, sizeof z);
    if (ko_page_word_at(z, n, &bytes) == KO_PAGE_WORDS_KIND_REPORTER && bytes == n) return 1;
  }
  return 0;
}

/* Does the inside of a bracket say where the news comes from: 서울=연합뉴스, 가나일보 홍길동 기자? */
static int names_source(const ko_text *t, uint32_t from, uint32_t to) {
  uint32_t word = from;
  if (ko_ends_in_reporter(t, from, to)) return 1;
  for (uint32_t i = from; i < to; i++) {
    uint32_t c = t->ch[i].cp;
    if (c == '=' || c == '|' || c == '/' || c == ',') {
      if (ko_is_press(t, word, i) || ko_is_press(t, i + 1, to)) return 1;
      if (c == '=') return 1;
      word = i + 1;
    }
  }
  return ko_is_press(t, from, to);
}

uint32_t ko_after_dateline(const ko_text *t, uint32_t from, uint32_t to) {
  uint32_t at = from, limit = to - from > MAX_DATELINE ? from + MAX_DATELINE : to, i;
  uint32_t c = from < to ? t->ch[from].cp : 0;
  uint32_t close = ko_mark_of(c) == KO_MARK_CLASS_BRACKET ? ko_mark_closing(c) : 0;
  if (close) {
    for (i = from + 1; i < limit && t->ch[i].cp != close; i++)
      if (t->ch[i].cp == c) return from;
    if (i == limit || !names_source(t, from + 1, i)) return from;
    at = i + 1;
    i = ko_skip_blanks(t, at);
    if (i < to && t->ch[i].cp == '=') at = i + 1; /* (서울=나래뉴스) = */
    limit = to - at > MAX_DATELINE ? at + MAX_DATELINE : to;
  }
  for (i = at; i < limit; i++) {
    c = t->ch[i].cp;
    if (c == '.' || c == '[' || c == '(' || (ko_is_double_quote(c) && ko_mark_closing(c))) break;
    if ((c == '=' || c == ']' || c == ')' || c == '|' || (c == '/' && i > at + 2)) &&
        ko_ends_in_reporter(t, at, i)) {
      at = i + 1;
      break;
    }
  }
  while (at < to && t->klass[at] == KO_CLASS_SPACE) at++;
  return at;
}

static int is_site_mark(uint32_t c) {
  return c == '-' || c == '|' || c == ':' || c == '<' || c == '>' || c == 0x2013 || c == 0x2014 ||
         ko_is_dot(c);
}

uint32_t ko_before_site(const ko_text *t, uint32_t from, uint32_t to) {
  uint32_t title = to;
  for (uint32_t end = to; end > from + 2;) {
    uint32_t at = end, a, b = end;
    while (at > from && b - at < MAX_PRESS && !is_site_mark(t->ch[at - 1].cp)) at--;
    if (at <= from + 2 || !is_site_mark(t->ch[at - 1].cp)) break;
    a = at;
    ko_trim(t, &a, &b);
    if (a < b && !ko_is_press(t, a, b) && (title == to || !ko_is_page_word(t, a, b))) break;
    if (a < b && t->klass[at - 2] != KO_CLASS_SPACE && !is_site_mark(t->ch[at - 2].cp)) break;
    if (a < b || title < to) title = at - 1;
    end = at - 1;
  }
  if (title < to) title = ko_skip_blanks_back(t, title, from);
  return title;
}
