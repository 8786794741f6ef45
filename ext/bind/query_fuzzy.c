/* The mode 'fuzzy' of korean_query(): what a word may be meant for, of what the table that is searched has.
**
**   first letters            ㅅㅅㅈㅈ, 삼ㅅㅈㅈ, and ttww with the keyboard left in Latin: terms and nouns of the
**                            dictionary with these, and two terms that often stand side by side; where there are
**                            none, two that do so at all
**   keyboard left in Latin   tkatjd: 삼성, if the table has it and not what was typed; the reverse too
**   one slip                 삼섬: what differs by one letter or key, if the table has that and not what was typed
**
** The terms that most documents have are asked for, MOST of them.
*/
#include <string.h>

#include "bind/query_fuzzy.h"
#include "bind/query_word.h"
#include "bind/sqlite.h"
#include "morph/pattern.h"
#include "text/hangul.h"
#include "text/keystrokes.h"

enum {
  MOST = 24,         /* guesses that are asked for */
  MOST_TERMS = 6,    /* terms of one guess */
  MOST_TRIED = 2000, /* nouns of the dictionary that are looked up in the table */
  MOST_PAIRED = 8,   /* terms of each half of first letters in two words */
  LONGEST = 40,      /* characters of a word that is guessed about */
  ROOM = 3 * MOST_TERMS * KO_PATTERN_MOST /* bytes */
};

/* One thing that may be meant: terms side by side, with a NUL behind each. */
typedef struct guess {
  long long documents; /* that have the rarest of its terms, */
  size_t n;
  char terms[ROOM];
} guess;

typedef struct guesses {
  guess item[MOST]; /* the one with most documents first */
  size_t n, most;
} guesses;

typedef struct fuzzy {
  ko_query *q;
  ko_vocabulary *v;
  uint32_t c[LONGEST]; /* the word */
  size_t n;
  ko_pattern pattern;
  size_t from, to; /* places of the pattern that terms are looked for of */
  guesses *into;
  int tried;
} fuzzy;

/* ---- guesses ---- */

static int comes_before(const guess *a, const guess *b) {
  size_t n = a->n < b->n ? a->n : b->n;
  int order;
  if (a->documents != b->documents) return a->documents > b->documents;
  order = memcmp(a->terms, b->terms, n);
  return order ? order < 0 : a->n < b->n;
}

static void keep(guesses *into, const guess *g) {
  size_t i = into->n;
  for (size_t k = 0; k < into->n; k++)
    if (into->item[k].n == g->n && memcmp(into->item[k].terms, g->terms, g->n) == 0) return;
  if (into->n == into->most && !comes_before(g, &into->item[--i])) return;
  if (into->n < into->most) into->n++;
  for (; i > 0 && comes_before(g, &into->item[i - 1]); i--) into->item[i] = into->item[i - 1];
  into->item[i] = *g;
}

/* Put one more term into a guess; 0 if it has no room. */
static int add_term(guess *g, const char *term, size_t n) {
  if (g->n + n + 1 > sizeof g->terms) return 0;
  memcpy(g->terms + g->n, term, n);
  g->n += n;
  g->terms[g->n++] = 0;
  return 1;
}

static int is_one(const guess *g) {
  return strlen(g->terms) + 1 == g->n;
}

static void put_terms(ko_query *q, const guess *g) {
  const char *end = g->terms + g->n, *a = g->terms;
  int paren = !is_one(g) && !q->phrases;
  if (paren) ko_buf_str(q->out, "(");
  for (; a < end; a += strlen(a) + 1) {
    if (a > g->terms) ko_buf_str(q->out, q->phrases ? " + " : " AND ");
    ko_query_put_term(q, a);
  }
  if (paren) ko_buf_str(q->out, ")");
}

/* Have so many documents all terms of a guess as they are asked for? Each of the terms is in some. */
static int is_found(fuzzy *f, const guess *g, long long documents) {
  ko_query *q = f->q;
  ko_buf *out = q->out, b;
  int found;
  if (is_one(g)) return 1;
  ko_buf_init(&b, &ko_mem_sqlite);
  q->out = &b;
  put_terms(q, g);
  q->out = out;
  found = !b.failed && ko_vocabulary_finds(f->v, b.data, b.n, documents);
  out->failed |= b.failed;
  ko_buf_free(&b);
  return found;
}

static void keep_term(fuzzy *f, const char *term, size_t n, long long documents) {
  guess g = {.documents = documents};
  if (documents > 0 && add_term(&g, term, n)) keep(f->into, &g);
}

/* The terms that the tokens of a word stand for, one of each position; 0 unless the table has them. */
static int known(fuzzy *f, const ko_query_tokens *t, guess *g) {
  g->n = 0;
  g->documents = 0;
  for (const char *a = NULL; (a = ko_query_next(t, a)) != NULL;) {
    long long documents;
    if (*a != '+') continue;
    documents = ko_vocabulary_count(f->v, a + 1, strlen(a + 1));
    if (documents == 0 || !add_term(g, a + 1, strlen(a + 1))) return 0;
    if (g->documents == 0 || documents < g->documents) g->documents = documents;
  }
  return g->n > 0 && is_found(f, g, 1);
}

/* ---- words as they would be typed ---- */

/* Keep what syllables ask for, if the table has all of it; with `only_several`, if that is several terms which are all
** of the word. Returns 0, or -1 when memory is out or the work is to end. */
static int try_word(fuzzy *f, const uint32_t *c, size_t n, int only_several) {
  ko_query *q = f->q;
  const ko_query_tokens *t = &q->asked;
  size_t at = q->text.n, bytes;
  guess g;
  int rc;
  for (size_t i = 0; i < n; i++) ko_buf_char(&q->text, c[i]);
  if (q->text.failed) return -1;
  bytes = q->text.n - at;
  rc = ko_query_read(q, at, bytes, 1, &q->asked);
  q->text.n = at;
  if (only_several && (t->n < 2 || t->start > 0 || t->end < bytes)) return rc;
  if (rc == 0 && known(f, t, &g)) keep(f->into, &g);
  return rc;
}

static size_t spell(const uint32_t *c, size_t n, char *out) {
  size_t bytes = 0;
  for (size_t i = 0; i < n; i++) bytes += ko_encode(c[i], out + bytes);
  return bytes;
}

/* ---- first letters ---- */

/* Add the places that a character stands for; 0 if it is neither a syllable nor a consonant. */
static int add_place(ko_pattern *p, uint32_t c) {
  char keys[KO_MOST_KEYS];
  size_t n;
  if (ko_is_syllable(c)) return ko_pattern_add_syllable(p, c);
  n = ko_keys_of(c, keys);
  for (size_t i = 0; i < n; i++) { /* two for ㄳ */
    int initial = ko_key_initial(keys[i]);
    if (initial < 0 || !ko_pattern_add_initial(p, initial)) return 0;
  }
  return n > 0;
}

static int visit_term(void *arg, const char *term, size_t n, long long documents) {
  fuzzy *f = arg;
  if (ko_work(&f->q->state->mem, 1)) return -1;
  if (ko_pattern_is(&f->pattern, f->from, f->to, term, n)) keep_term(f, term, n, documents);
  return 0;
}

/* The terms that are like places [from, to) of the pattern. */
static int find_terms(fuzzy *f, size_t from, size_t to, guesses *into) {
  char low[5] = {0}, below[5] = {0};
  uint32_t first = f->pattern.low[from], last = f->pattern.high[from] + 1;
  ko_encode(first, low);
  ko_encode(last, below);
  f->from = from;
  f->to = to;
  f->into = into;
  return ko_vocabulary_each(f->v, low, below, visit_term, f) ? -1 : 0;
}

static int visit_noun(void *arg, const uint32_t *c, size_t n) {
  fuzzy *f = arg;
  if (f->tried++ == MOST_TRIED) return 1;
  return try_word(f, c, n, 0);
}

/* Verbs are terms in dictionary form, with which no word of several begins. */
static int ends_as_verb(const guess *g) {
  char da[3];
  ko_encode_syllable(KO_LEMMA_SYLLABLE, da);
  return g->n > sizeof da && memcmp(g->terms + g->n - 1 - sizeof da, da, sizeof da) == 0;
}

/* Keep a pair of terms: where they stand side by side in one of SHARE documents that have the rarer one, they are likely
** one word; where they do so at all it is kept apart. */
static void try_pair(fuzzy *f, const guess *a, const guess *b, guesses *into, guesses *apart) {
  enum { SHARE = 4 };
  guess g = *a;
  if (ends_as_verb(a)) return;
  if (b->documents < g.documents) g.documents = b->documents;
  if (!add_term(&g, b->terms, b->n - 1)) return;
  if (is_found(f, &g, 1 + (g.documents - 1) / SHARE))
    keep(into, &g);
  else if (into->n == 0 && is_found(f, &g, 1))
    keep(apart, &g);
}

/* Two terms side by side, of any lengths. */
static int find_pairs(fuzzy *f, guesses *into) {
  enum { FIRST, SECOND, APART, N };
  guesses *list = ko_calloc(&ko_mem_sqlite, N * sizeof *list);
  int rc = list ? 0 : -1;
  for (size_t cut = 2; rc == 0 && cut + 2 <= f->pattern.n; cut++) {
    list[FIRST].n = list[SECOND].n = 0;
    list[FIRST].most = list[SECOND].most = list[APART].most = MOST_PAIRED;
    rc = find_terms(f, 0, cut, &list[FIRST]);
    if (rc == 0 && list[FIRST].n > 0) rc = find_terms(f, cut, f->pattern.n, &list[SECOND]);
    for (size_t a = 0; a < list[FIRST].n; a++)
      for (size_t b = 0; b < list[SECOND].n; b++)
        if (rc == 0 && (rc = ko_work(&f->q->state->mem, 64)) == 0)
          try_pair(f, &list[FIRST].item[a], &list[SECOND].item[b], into, &list[APART]);
  }
  if (rc == 0 && into->n == 0)
    for (size_t i = 0; i < list[APART].n; i++) keep(into, &list[APART].item[i]);
  ko_free(&ko_mem_sqlite, list);
  return rc;
}

static int guess_by_letters(fuzzy *f, guesses *into) {
  enum { SHORTEST_COMPOUND = 4 };
  if (f->pattern.n < 2) return 0;
  if (find_terms(f, 0, f->pattern.n, into)) return -1;
  f->into = into;
  if (f->pattern.n >= SHORTEST_COMPOUND &&
      ko_pattern_nouns(&f->pattern, &f->q->state->model, &f->q->state->mem, visit_noun, f) < 0)
    return -1;
  return find_pairs(f, into);
}

/* ---- the keyboard ---- */

/* The Latin word as keys, in lower case: letters with Shift as they are with `shift`. How many begin a syllable. */
static size_t keys_of(const fuzzy *f, int shift, char *keys) {
  size_t initials = 0;
  for (size_t i = 0; i < f->n; i++) {
    keys[i] = (char)f->c[i];
    if (!shift || !strchr("QWERTOP", keys[i])) keys[i] = (char)ko_lower(f->c[i]);
    initials += ko_key_initial(keys[i]) >= 0;
  }
  return initials;
}

static int guess_from_latin(fuzzy *f, guesses *into) {
  char keys[LONGEST];
  uint32_t c[LONGEST];
  f->into = into;
  if (keys_of(f, 1, keys) == f->n) {
    for (size_t i = 0; i < f->n; i++)
      if (!ko_pattern_add_initial(&f->pattern, ko_key_initial(keys[i]))) return 0;
    return guess_by_letters(f, into);
  }
  for (int shift = 1; shift >= 0 && into->n == 0;
       shift--) { /* Shift, or capitals for their own sake */
    size_t n;
    keys_of(f, shift, keys);
    n = ko_keys_compose(keys, f->n, c);
    if (n > 0 && try_word(f, c, n, 0)) return -1;
  }
  return 0;
}

/* What the keys of Hangul are in Latin. */
static void guess_latin(fuzzy *f) {
  char keys[LONGEST * KO_MOST_KEYS];
  size_t n = 0;
  for (size_t i = 0; i < f->n; i++) n += ko_keys_of(f->c[i], keys + n);
  for (size_t i = 0; i < n; i++) keys[i] = (char)ko_lower((unsigned char)keys[i]);
  keep_term(f, keys, n, ko_vocabulary_count(f->v, keys, n));
}

/* ---- slips ---- */

/* Is it a noun of the dictionary? (One of the user's list is a term.) */
static int is_noun(const fuzzy *f, const uint32_t *c, size_t n) {
  const ko_model *m = &f->q->state->model;
  uint32_t at = m->root;
  for (size_t i = 0; i < n; i++)
    if (!ko_model_follow(m, &at, m->codes[c[i] - 0xAC00])) return 0;
  return ko_model_has_noun(m, at);
}

static int visit_near(void *arg, const uint32_t *c, size_t n) {
  fuzzy *f = arg;
  char text[4 * KO_NEAR_MOST * KO_MOST_KEYS] = "";
  size_t bytes = spell(c, n, text);
  if (ko_work(&f->q->state->mem, 1)) return -1;
  keep_term(f, text, bytes, ko_vocabulary_count(f->v, text, bytes));
  return try_word(f, c, n, !is_noun(f, c, n));
}

/* A term instead of one that the table lacks, among those that it has. */
typedef struct repair {
  fuzzy *f;
  guess before, after; /* the other terms */
} repair;

static int visit_near_term(void *arg, const uint32_t *c, size_t n) {
  repair *r = arg;
  char text[4 * KO_NEAR_MOST * KO_MOST_KEYS] = "";
  size_t bytes = spell(c, n, text);
  guess g = r->before;
  long long documents;
  if (ko_work(&r->f->q->state->mem, 1)) return -1;
  documents = ko_vocabulary_count(r->f->v, text, bytes);
  if (documents == 0 || !add_term(&g, text, bytes)) return 0;
  if (g.n + r->after.n > sizeof g.terms) return 0;
  memcpy(g.terms + g.n, r->after.terms, r->after.n);
  g.n += r->after.n;
  g.documents = documents;
  if (is_found(r->f, &g, 1)) keep(r->f->into, &g);
  return 0;
}

/* Of several terms one may be wrong: f->q->asked has them. */
static int guess_terms(fuzzy *f) {
  repair r = {.f = f};
  char wrong[ROOM];
  size_t n_wrong = 0, n = 0;
  uint32_t c[KO_NEAR_MOST];
  int positions = 0;
  for (const char *a = NULL; (a = ko_query_next(&f->q->asked, a)) != NULL;) {
    size_t length = strlen(a + 1);
    if (*a != '+') continue;
    positions++;
    if (ko_vocabulary_count(f->v, a + 1, length) > 0) {
      if (!add_term(n_wrong ? &r.after : &r.before, a + 1, length)) return 0;
    } else {
      if (n_wrong || length > 3 * KO_NEAR_MOST) return 0;
      memcpy(wrong, a + 1, n_wrong = length);
    }
  }
  if (positions < 2 || n_wrong == 0) return 0;
  for (size_t at = 0; at < n_wrong && n < KO_NEAR_MOST;)
    at += ko_unit((const unsigned char *)wrong + at, n_wrong - at, &c[n++]);
  return ko_near_each(c, n, visit_near_term, &r);
}

/* ---- a word ---- */

/* Read the word: how many of its characters are syllables, loose jamo, Latin letters. 0 if there are others, or too
** many; -1 when memory is out. */
static int read_word(fuzzy *f, const ko_query_word *w, size_t *syllables, size_t *jamo,
                     size_t *latin) {
  ko_reader r;
  ko_char c;
  ko_reader_init(&r, f->q->text.data + w->from, w->length);
  while (ko_reader_next(&r, &c)) {
    char keys[KO_MOST_KEYS];
    if (f->n == LONGEST) return 0;
    f->c[f->n++] = c.cp;
    *syllables += ko_is_syllable(c.cp) != 0;
    *jamo += !ko_is_syllable(c.cp) && ko_keys_of(c.cp, keys) > 0;
    *latin += (c.cp >= 'a' && c.cp <= 'z') || (c.cp >= 'A' && c.cp <= 'Z');
  }
  return *syllables + *jamo + *latin == f->n && f->n >= 2;
}

static int guess_word(fuzzy *f, const ko_query_word *w, guesses *into) {
  size_t syllables = 0, jamo = 0, latin = 0, i = 0;
  guess g;
  if (!read_word(f, w, &syllables, &jamo, &latin)) return 0;
  f->into = into;
  if (jamo > 0 && latin == 0) {
    while (i < f->n && add_place(&f->pattern, f->c[i])) i++;
    if (i == f->n) return guess_by_letters(f, into);
    guess_latin(f);
    return 0;
  }
  if (ko_query_read(f->q, w->from, w->length, 1, &f->q->asked)) return -1;
  if (known(f, &f->q->asked, &g)) return 0;
  if (latin == f->n) return guess_from_latin(f, into);
  if (syllables < f->n) return 0;
  if (guess_terms(f)) return -1;
  guess_latin(f);
  return f->n <= KO_NEAR_MOST ? ko_near_each(f->c, f->n, visit_near, f) : 0;
}

int ko_query_guess(ko_query *q, const ko_query_word *w) {
  fuzzy *f = ko_calloc(&ko_mem_sqlite, sizeof *f);
  guesses *found = ko_calloc(&ko_mem_sqlite, sizeof *found);
  int rc = -1;
  if (f && found) {
    f->q = q;
    f->v = q->vocabulary;
    found->most = MOST;
    rc = guess_word(f, w, found);
    for (size_t i = 0; i < found->n && rc == 0; i++) {
      ko_buf_str(q->out, " OR ");
      put_terms(q, &found->item[i]);
    }
  }
  ko_free(&ko_mem_sqlite, f);
  ko_free(&ko_mem_sqlite, found);
  return rc;
}
