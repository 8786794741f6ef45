#include "morph/wordlist.h"

#include <string.h>

#include "morph/tagset.h"

static const char *const types[KO_OWN_N_TYPES] = {"",         "noun",    "person", "organization",
                                                  "location", "product", "event"};

void ko_wordlist_init(ko_wordlist *w, const ko_model *model, const ko_mem *mem) {
  memset(w, 0, sizeof *w);
  w->mem = mem;
  ko_own_init(&w->own, model, mem);
  ko_synonyms_init(&w->terms, mem);
  ko_synonyms_init(&w->texts, mem);
  ko_buf_init(&w->wrong, mem);
  ko_tokens_init(&w->asks, model, mem);
  ko_text_init(&w->text, mem);
  ko_text_init(&w->part, mem);
  for (int i = 0; i <= KO_WORDLIST_NAMES; i++) {
    ko_buf_init(&w->name[i], mem);
    ko_buf_init(&w->term[i], mem);
  }
}

void ko_wordlist_finish(ko_wordlist *w) {
  ko_tokens_free(&w->asks);
  ko_text_free(&w->text);
  ko_text_free(&w->part);
  for (int i = 0; i <= KO_WORDLIST_NAMES; i++) {
    ko_buf_free(&w->name[i]);
    ko_buf_free(&w->term[i]);
  }
}

void ko_wordlist_free(ko_wordlist *w) {
  if (!w->mem) return;
  ko_wordlist_finish(w);
  ko_own_free(&w->own);
  ko_synonyms_free(&w->terms);
  ko_synonyms_free(&w->texts);
  ko_buf_free(&w->wrong);
  memset(w, 0, sizeof *w);
}

/* ---- what is wrong ---- */

/* The bytes of the first characters of a text, up to a control character: what a message quotes of it. */
static size_t quoted(const char *s, size_t n) {
  enum { MOST = 90 };
  size_t end = 0;
  while (end < n && end < MOST && (unsigned char)s[end] >= ' ') end++;
  while (end < n && end > 0 && ko_is_continuation(s[end])) end--;
  return end;
}

void ko_wordlist_wrong(ko_wordlist *w, const ko_wordlist_row *row, const char *what) {
  ko_buf b;
  ko_buf_init(&b, w->mem);
  ko_buf_str(&b, "the row of '");
  ko_buf_add(&b, row->field[KO_WORDLIST_WORD],
             quoted(row->field[KO_WORDLIST_WORD], row->n[KO_WORDLIST_WORD]));
  ko_buf_str(&b, "': ");
  ko_buf_str(&b, what);
  if (b.failed || w->wrong.n == 0 || strcmp(ko_buf_text(&b), ko_buf_text(&w->wrong)) < 0) {
    ko_buf_free(&w->wrong);
    w->wrong = b;
  } else {
    ko_buf_free(&b);
  }
}

/* ---- texts ---- */

static int read(ko_text *t, const char *s, size_t n) {
  ko_reader r;
  ko_text_clear(t);
  ko_reader_init(&r, s, n);
  return ko_text_read(t, &r, (size_t)-1);
}

void ko_wordlist_key(const ko_text *text, ko_buf *out) {
  ko_buf_clear(out);
  for (size_t i = 0; i < text->n; i++) {
    if (text->klass[i] != KO_CLASS_SPACE) {
      if (out->n && text->klass[i - 1] == KO_CLASS_SPACE) ko_buf_char(out, ' ');
      ko_buf_char(out, ko_lower(text->ch[i].cp));
    }
  }
}

static int has_letters(const ko_text *t) {
  for (size_t i = 0; i < t->n; i++)
    if (t->klass[i] != KO_CLASS_SPACE && t->klass[i] != KO_CLASS_SYMBOL) return 1;
  return 0;
}

static int has_bad_bytes(const ko_text *t) {
  for (size_t i = 0; i < t->n; i++)
    if (t->ch[i].cp == 0xFFFD) return 1;
  return 0;
}

/* ---- words ---- */

/* What is wrong with the word in w->text; NULL for nothing. */
static const char *wrong_word(const ko_text *t) {
  if (has_bad_bytes(t)) return "word has bytes that are no UTF-8";
  for (size_t i = 0; i < t->n; i++)
    if (t->klass[i] == KO_CLASS_SPACE) return "word has white space or a control character in it";
  if (!has_letters(t)) return "word has no letters";
  if (t->n > KO_OWN_LONGEST) return "word is longer than 40 characters";
  return NULL;
}
_Static_assert(KO_OWN_LONGEST == 40 && KO_OWN_CUT == 16 && KO_WORDLIST_NAMES == 64,
               "said in messages");

/* Where the parts in w->part cut the word in w->text; -1 if they do not make it up. */
static int cuts_of(const ko_wordlist *w) {
  const ko_text *t = &w->text, *p = &w->part;
  size_t i = 0;
  int cuts = 0, space = 0;
  for (size_t k = 0; k < p->n; k++) {
    if (p->klass[k] == KO_CLASS_SPACE) {
      space = 1;
      continue;
    }
    if (i == t->n || ko_lower(t->ch[i].cp) != ko_lower(p->ch[k].cp)) return -1;
    if (space && i > 0 && i < KO_OWN_CUT) cuts |= 1 << i;
    space = 0;
    i++;
  }
  return i == t->n ? cuts : -1;
}

/* Take how the word is cut from a row. */
static int add_parts(ko_wordlist *w, const ko_wordlist_row *row, ko_own_word *word) {
  int cuts;
  if (read(&w->part, row->field[KO_WORDLIST_PARTS], row->n[KO_WORDLIST_PARTS])) return -1;
  if (!has_letters(&w->part)) return 0;
  cuts = cuts_of(w);
  if (cuts < 0)
    ko_wordlist_wrong(w, row, "parts takes the same word with a space at each cut");
  else if (cuts && word->n > KO_OWN_CUT)
    ko_wordlist_wrong(w, row, "parts: a word of more than 16 characters cannot be cut");
  else if (word->exact && word->cuts != cuts)
    ko_wordlist_wrong(w, row, "parts is not the same as in another row of this word");
  word->cuts = (uint16_t)(cuts < 0 ? 0 : cuts);
  word->exact = 1;
  return 0;
}

static void add_type(ko_wordlist *w, const ko_wordlist_row *row, int32_t word) {
  const char *s = row->field[KO_WORDLIST_TYPE];
  size_t n = row->n[KO_WORDLIST_TYPE];
  int type = 0, had = w->own.word[word].type;
  while (type < KO_OWN_N_TYPES &&
         (strlen(types[type]) != n || (n && memcmp(types[type], s, n) != 0)))
    type++;
  if (type == KO_OWN_N_TYPES)
    ko_wordlist_wrong(w, row,
                      "type takes person, organization, location, product, event, noun or NULL");
  else if (type && had != KO_OWN_NAME && had != type)
    ko_wordlist_wrong(w, row, "type is not the same as in another row of this word");
  else if (type)
    ko_own_set_type(&w->own, word, (ko_own_type)type);
}

/* Where a node that is part of a noun is cut, its own start included: bits by characters of the text; -1 if it
** is none. */
static int node_cuts(const ko_model *m, const ko_node *node) {
  ko_part part[KO_MAX_PARTS];
  uint16_t cuts;
  unsigned tag = node->origin == KO_ORIGIN_KNOWN && ko_model_plain(m, node->what)
                     ? ko_model_tag(m, node->what)
                     : KO_N_TAGS;
  if (tag != KO_TAG_NNG && tag != KO_TAG_NNP && tag != KO_TAG_NR && tag != KO_TAG_XR &&
      tag != KO_TAG_XPN && tag != KO_TAG_XSN)
    return -1;
  ko_model_expand(m, node->what, node->length, part, &cuts);
  return (1 | cuts) << node->start;
}

/* Cut a word, the whole text t, as the dictionary would: into the nouns that it is made of, if it is. `l` is
** a lattice without own words. Returns 0, or -1 when memory is out. */
static int cut(ko_own *o, int32_t word, ko_lattice *l, const ko_text *t) {
  int all = 0;
  o->word[word].cuts = 0;
  if (t->n > KO_OWN_CUT) return 0;
  if (ko_lattice_run(l, t, 0, t->n, KO_RIGHT_ALONE, KO_LEFT_ALONE)) return -1;
  for (size_t i = 0; i < l->n_path; i++) {
    int cuts = node_cuts(o->model, &l->node[l->path[i]]);
    if (cuts < 0) return 0;
    all |= cuts;
  }
  o->word[word].cuts = (uint16_t)(all & ~1);
  return 0;
}

int ko_wordlist_add(ko_wordlist *w, const ko_wordlist_row *row) {
  const char *wrong;
  size_t before = w->own.n;
  int32_t word;
  if (ko_work(w->mem, 16) || read(&w->text, row->field[KO_WORDLIST_WORD], row->n[KO_WORDLIST_WORD]))
    return -1;
  if ((wrong = wrong_word(&w->text)) != NULL) {
    ko_wordlist_wrong(w, row, wrong);
    return 0;
  }
  word = ko_own_add(&w->own, w->text.ch, w->text.n);
  if (word < 0 || (w->own.n > before && cut(&w->own, word, &w->asks.terms.lattice, &w->text)))
    return -1;
  add_type(w, row, word);
  return add_parts(w, row, &w->own.word[word]);
}

/* ---- synonyms ---- */

typedef struct gathered {
  ko_buf *term;
  int positions;
} gathered;

static int add_token(void *arg, int colocated, const char *text, size_t n, size_t start,
                     size_t end) {
  gathered *g = arg;
  (void)start, (void)end;
  if (colocated) return 0;
  if (g->positions++ == 0) ko_buf_add(g->term, text, n);
  return 0;
}

/* Make name i of the row: s[0..n) as a key, and its term if it is one. Returns 0 without if there is no
** name, 1, or -1 when memory is out. */
static int add_name(ko_wordlist *w, int i, const char *s, size_t n) {
  gathered g = {&w->term[i], 0};
  if (read(&w->text, s, n)) return -1;
  if (!has_letters(&w->text)) return 0;
  ko_wordlist_key(&w->text, &w->name[i]);
  ko_buf_clear(&w->term[i]);
  w->asks.terms.lattice.own = &w->own;
  if (ko_tokens_run(&w->asks, s, n, KO_ASKED_ALL, add_token, &g) < 0 || w->name[i].failed ||
      w->term[i].failed)
    return -1;
  if (g.positions != 1) ko_buf_clear(&w->term[i]);
  return 1;
}

static int join(ko_wordlist *w, int a, int b) {
  const ko_buf *x = w->name, *t = w->term;
  if (ko_synonyms_add(&w->texts, x[a].data, x[a].n, x[b].data, x[b].n)) return -1;
  if (t[a].n == 0 || t[b].n == 0) return 0;
  return ko_synonyms_add(&w->terms, t[a].data, t[a].n, t[b].data, t[b].n);
}

/* The next name of the row, its word first and then its synonyms, without the white space around it; 0 when
** there is none. *at is NULL before the first. */
static int next_name(const ko_wordlist_row *row, const char **at, const char **name, size_t *n) {
  static const char blank[] = " \t\r\n";
  const char *s = row->field[KO_WORDLIST_SYNONYMS], *end = s + row->n[KO_WORDLIST_SYNONYMS];
  const char *stop;
  if (!*at) {
    *at = s;
    *name = row->field[KO_WORDLIST_WORD];
    *n = row->n[KO_WORDLIST_WORD];
    return s < end;
  }
  if (*at >= end) return 0;
  s = *at;
  stop = memchr(s, ',', (size_t)(end - s));
  if (!stop) stop = end;
  *at = stop + 1;
  while (s < stop && *s && strchr(blank, *s)) s++;
  while (s < stop && stop[-1] && strchr(blank, stop[-1])) stop--;
  *name = s;
  *n = (size_t)(stop - s);
  return 1;
}

int ko_wordlist_mark(ko_wordlist *w, const ko_wordlist_row *row) {
  const char *at = NULL, *s;
  size_t n;
  while (next_name(row, &at, &s, &n)) {
    const ko_own_word *word;
    if (ko_work(w->mem, 16) || read(&w->text, s, n)) return -1;
    word = w->text.n ? ko_own_find(&w->own, &w->text, 0, w->text.n) : NULL;
    if (word) w->own.word[word - w->own.word].widened = 1;
  }
  return 0;
}

int ko_wordlist_widen(ko_wordlist *w, const ko_wordlist_row *row) {
  const char *at = NULL, *s;
  size_t length;
  int n = 0, rc;
  while (next_name(row, &at, &s, &length)) {
    if (n > KO_WORDLIST_NAMES) {
      ko_wordlist_wrong(w, row, "synonyms has more than 64 names");
      return 0;
    }
    if (ko_work(w->mem, 64) || (rc = add_name(w, n, s, length)) < 0) return -1;
    if (rc && has_bad_bytes(&w->text)) {
      ko_wordlist_wrong(w, row, "synonyms has bytes that are no UTF-8");
      return 0;
    }
    n += rc;
  }
  for (int a = 0; a < n; a++)
    for (int b = 0; b < n; b++)
      if (a != b && join(w, a, b)) return -1;
  return 0;
}
