#include "extract/clause/clause_words.h"

#include <string.h>

#include "extract/clause/countries.h"
#include "morph/tagset.h"

enum {
  MAX_FORM = 200,  /* bytes of a form; a longer one is in no table */
  MAX_JOINED = 48, /* bytes of two forms together */
  MAX_HOME = 24,   /* bytes of the country that a name begins with */
  MAX_ENDING = 40, /* bytes of a word in which an ending is looked for */
  SYLLABLE = 3     /* bytes of a syllable in UTF-8 */
};

void ko_clause_words_init(ko_clause_words *w, const ko_mem *mem) {
  memset(w, 0, sizeof *w);
  w->mem = mem;
  ko_arena_init(&w->arena, mem);
}

void ko_clause_words_free(ko_clause_words *w) {
  if (!w->mem) return;
  ko_free(w->mem, w->item);
  ko_arena_free(&w->arena);
  memset(w, 0, sizeof *w);
}

int ko_word_is_nominal(const ko_clause_word *w) {
  return w->mention >= 0 || w->n_countries || ko_tag_is_nominal(w->tag) || w->tag == KO_TAG_MM;
}

int ko_word_is_predicate(const ko_clause_word *w) {
  return w->mention < 0 && !w->n_countries &&
         (ko_tag_group(w->tag) == 'V' || w->tag == KO_TAG_XSV || w->tag == KO_TAG_XSA);
}

int ko_word_ends_in(const ko_clause_word *w, int (*is)(ko_lexeme lexeme)) {
  if (w->n_form > MAX_ENDING) return 0;
  for (size_t cut = SYLLABLE; cut + 2 * SYLLABLE <= w->n_form; cut++)
    if (!ko_is_continuation(w->form[cut]) && is(ko_lexicon_find(w->form + cut, w->n_form - cut)))
      return 1;
  return 0;
}

/* ---- forms ---- */

static int is_punctuation(const ko_morpheme *m) {
  switch (m->tag) {
  case KO_TAG_SF:
  case KO_TAG_SP:
  case KO_TAG_SS:
  case KO_TAG_SE:
  case KO_TAG_SO:
  case KO_TAG_SW: return 1;
  default: return 0;
  }
}

/* The form of a morpheme, or without one the characters [from, to), in the arena. */
static const char *form_of(ko_clause_words *w, const ko_document *d, const ko_morpheme *m,
                           uint32_t from, uint32_t to, uint16_t *n) {
  const uint16_t *shape = m ? ko_document_form_of(d, m) : NULL;
  size_t length = shape ? m->n_form : to - from, bytes = 0;
  char form[MAX_FORM + 4], *out;
  if (m && is_punctuation(m)) return ""; /* a text of nothing else would need as much again */
  for (size_t i = 0; i < length && bytes < MAX_FORM; i++)
    bytes += ko_encode(shape ? shape[i] : d->text.ch[from + i].cp, form + bytes);
  if (bytes > MAX_FORM) /* cut between characters */
    for (bytes = MAX_FORM; bytes > 0 && ko_is_continuation(form[bytes]);) bytes--;
  out = ko_arena_alloc(&w->arena, bytes + 1);
  if (!out) return NULL;
  memcpy(out, form, bytes);
  out[bytes] = 0;
  *n = (uint16_t)bytes;
  return out;
}

static ko_clause_word *add_word(ko_clause_words *w, const ko_document *d, const ko_morpheme *m,
                                uint32_t from, uint32_t to) {
  ko_clause_word *x;
  uint16_t n = 0;
  const char *form = form_of(w, d, m, from, to, &n);
  if (!form || ko_grow(w->mem, &w->item, &w->cap, w->n + 1, sizeof *w->item)) return NULL;
  x = &w->item[w->n++];
  memset(x, 0, sizeof *x);
  x->start = from;
  x->end = to;
  x->form = form;
  x->n_form = n;
  x->mention = x->home = -1;
  if (from > 0 && d->text.klass[from - 1] != KO_CLASS_SPACE) x->flags |= KO_WORD_GLUED;
  return x;
}

/* ---- countries ---- */

/* The country that a name begins with. */
static int home_of(const ko_clause_word *w) {
  size_t lead;
  if (!ko_table_begins(&ko_table_country, ko_table_char(w->form, w->n_form, &lead))) return -1;
  for (size_t n = SYLLABLE; n < w->n_form && n <= MAX_HOME; n++) {
    int id;
    if (ko_is_continuation(w->form[n])) continue;
    id = ko_country_named(w->form, n);
    if (id < 0 && n == SYLLABLE && w->form[n] == ' ')
      id = ko_country_short(ko_lexicon_find(w->form, n));
    if (id >= 0) return id;
  }
  return -1;
}

static void set_country(ko_clause_word *w, int id) {
  if (id < 0) return;
  w->n_countries = 1;
  w->country[0] = (int16_t)id;
}

static int stands_alone(const ko_text *t, const ko_clause_word *w) {
  const int before = w->start > 0 ? t->klass[w->start - 1] : KO_CLASS_SPACE,
            behind = w->end < t->n ? t->klass[w->end] : KO_CLASS_SPACE;
  return (before == KO_CLASS_SPACE || before == KO_CLASS_SYMBOL) &&
         (behind == KO_CLASS_SPACE || behind == KO_CLASS_SYMBOL);
}

/* 미, 북, 러: a country only where the syllable stands alone. */
static void read_lone_syllable(const ko_text *t, ko_clause_word *w) {
  if (w->end - w->start == 1 && ko_tag_group(w->tag) == 'N' && w->tag != KO_TAG_NNB &&
      w->tag != KO_TAG_NNBC && stands_alone(t, w))
    set_country(w, ko_country_short(w->lexeme));
}

static void read_country(ko_clause_word *w) {
  int id;
  if (w->mention >= 0) w->home = (int16_t)home_of(w);
  if (w->n_countries || ko_tag_group(w->tag) != 'N') return;
  id = ko_country_named(w->form, w->n_form);
  if (id < 0 && w->mention >= 0 && w->n_form == SYLLABLE) id = ko_country_short(w->lexeme);
  set_country(w, id);
}

/* ---- the words of a sentence ---- */

/* Amounts stay the words that they are: 두 사람, 3자. */
static int is_amount(ko_mention_type type) {
  return type > KO_MENTION_DURATION;
}

static int is_time(ko_mention_type type) {
  return type == KO_MENTION_DATE || type == KO_MENTION_TIME || type == KO_MENTION_DURATION;
}

/* Add the word that begins at morpheme m: a list of countries, mention y (NULL: none in reach), or the
** morpheme by itself. Returns the character it ends at, 0 when memory is out. */
static uint32_t read_word(ko_clause_words *w, const ko_reading *r, const ko_morpheme *m,
                          const ko_mention *y, uint32_t limit) {
  const ko_document *d = r->document;
  ko_country_list list;
  uint32_t end = ko_countries_at(&d->text, m->start, limit, &list);
  ko_clause_word *x;
  if (y && y->start == m->start && y->end >= end && (list.n < 2 || y->end > end)) end = m->start;
  if (end > m->start) {
    if (!(x = add_word(w, d, NULL, m->start, end))) return 0;
    x->tag = KO_TAG_NNP;
    x->n_countries = (uint8_t)list.n;
    memcpy(x->country, list.id, sizeof list.id);
  } else if (y && y->start < m->end) {
    if (!(x = add_word(w, d, NULL, y->start, y->end))) return 0;
    x->mention = (int)(y - r->mentions.item);
    x->tag = ko_is_name(y->type) ? KO_TAG_NNP : KO_TAG_NNG;
    if (is_time(y->type)) x->flags |= KO_WORD_TIME;
  } else {
    if (!(x = add_word(w, d, m, m->start, m->end))) return 0;
    x->tag = m->tag;
  }
  x->lexeme = ko_lexicon_find(x->form, x->n_form);
  x->function =
      (uint32_t)ko_function_word_class_of(ko_lexeme_row(x->lexeme, &ko_table_function_word));
  if (x->mention < 0 && !x->n_countries) read_lone_syllable(&d->text, x);
  if (x->mention < 0 || y->type != KO_MENTION_PERSON) read_country(x);
  return x->end;
}

static int is_bound(const ko_clause_word *w) {
  char group = ko_tag_group(w->tag);
  return group == 'J' || group == 'E' || group == 'V';
}

/* What the tables say of two glued words as one: of nouns, numbers and affixes. */
static void join_words(ko_clause_word *a, const ko_clause_word *b) {
  char both[2 * MAX_JOINED];
  if (!(b->flags & KO_WORD_GLUED) || !b->n_form || a->n_form + b->n_form >= MAX_JOINED ||
      is_bound(a) || is_bound(b) || b->start < a->end)
    return;
  memcpy(both, a->form, a->n_form);
  memcpy(both + a->n_form, b->form, b->n_form);
  a->joined = ko_lexicon_find(both, (size_t)a->n_form + b->n_form);
}

int ko_clause_words_read(ko_clause_words *w, const ko_reading *r, uint32_t sentence) {
  const ko_document *d = r->document;
  const ko_mentions *ms = &r->mentions;
  uint32_t at = d->first[sentence], last = d->first[sentence + 1];
  ko_span s = d->sentences.span[sentence];
  size_t i = ko_reading_from(r, s.start), first = w->n;
  while (at < last) {
    const ko_morpheme *m = &d->morph[at++];
    uint32_t end;
    if (ko_work(w->mem, 2)) return -1;
    while (i < ms->n && (ms->item[i].end <= m->start || is_amount(ms->item[i].type))) i++;
    end = read_word(w, r, m, i < ms->n ? &ms->item[i] : NULL, s.end);
    if (!end) return -1;
    if (end > m->end || w->item[w->n - 1].mention >= 0 || w->item[w->n - 1].n_countries > 1)
      while (at < last && d->morph[at].start < end) at++;
    if (w->item[w->n - 1].mention >= 0) i++;
  }
  for (; first + 1 < w->n; first++) join_words(&w->item[first], &w->item[first + 1]);
  return 0;
}
