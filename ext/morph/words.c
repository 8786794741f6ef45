#include "morph/words.h"

#include <string.h>

#include "morph/irregular.h"
#include "morph/tagset.h"
#include "tables.h"
#include "text/hangul.h"

void ko_words_init(ko_words *w, ko_terms *t, const ko_text *text, size_t base) {
  memset(w, 0, sizeof *w);
  w->t = t;
  w->text = text;
  w->base = base;
}

/* ---- terms ---- */

/* The term is what was appended to the text from byte `at` on. */
static void add_term(ko_words *w, uint32_t start, uint32_t end, size_t at, int head) {
  ko_terms *t = w->t;
  size_t n = t->text.n - at;
  ko_term *x;
  for (size_t i = t->first; i < t->n; i++) {
    x = &t->term[i];
    if (x->n == n && x->start == start && memcmp(t->text.data + x->at, t->text.data + at, n) == 0) {
      x->p = ko_either(x->p, w->p);
      if (head) x->colocated = 0;
      if (x->why != KO_WHY_READ && (w->why == KO_WHY_FORM || w->why == KO_WHY_PIECE))
        x->why = (uint8_t)w->why;
      t->text.n = at;
      return;
    }
  }
  if (t->text.failed || ko_grow(t->mem, &t->term, &t->cap, t->n + 1, sizeof *t->term)) {
    w->failed = 1;
    return;
  }
  x = &t->term[t->n++];
  x->start = start;
  x->end = end;
  x->at = (uint32_t)at;
  x->n = (uint32_t)n;
  x->p = w->p;
  x->colocated = (uint8_t)!head;
  x->why = (uint8_t)w->why;
}

void ko_words_slice(ko_words *w, uint32_t start, uint32_t end, int head) {
  size_t at = w->t->text.n;
  for (uint32_t i = start; i < end; i++) ko_buf_char(&w->t->text, w->text->ch[i].cp);
  add_term(w, start, end, at, head);
}

/* The row of a table whose key is the form of the morpheme that starts at character `start`. */
static int find_form(const ko_table *table, const ko_text *text, const ko_part *part,
                     uint32_t start, uint32_t length) {
  char form[4 * KO_MAX_UNKNOWN];
  size_t n = 0;
  if (part && part->n_form) length = part->n_form;
  for (uint32_t i = 0; i < length && n + 3 < sizeof form; i++) {
    uint32_t c = part && part->n_form ? part->form[i] : text->ch[start + i].cp;
    ko_encode_syllable(c, form + n);
    n += 3;
  }
  return ko_table_find(table, form, n);
}

/* What suffix.tsv says of characters [start, end). */
static ko_suffix_how suffix_rule(const ko_text *text, uint32_t start, uint32_t end) {
  return ko_suffix_how_of(find_form(&ko_table_suffix, text, NULL, start, end - start));
}

/* ---- words ---- */

/* The word [start, end) without its affixes; from `stem` on it is without its prefix. */
static void add_variants(ko_words *w, uint32_t start, uint32_t end, uint32_t stem) {
  if (end - start > 2) {
    ko_suffix_how rule = suffix_rule(w->text, end - 1, end);
    int part = rule == KO_SUFFIX_HOW_PART;
    if (part || rule == KO_SUFFIX_HOW_WORD) ko_words_slice(w, end - 1, end, 0);
    if (part || rule == KO_SUFFIX_HOW_HONOUR) ko_words_slice(w, start, end - 1, 0);
  }
  if (stem != start && end - stem > 1) ko_words_slice(w, stem, end, 0);
  for (int i = 0; i < w->word.n_cuts; i++) {
    uint32_t cut = w->word.cut[i];
    ko_suffix_how rule = suffix_rule(w->text, cut, cut + 1);
    if (cut - start > 1 || rule == KO_SUFFIX_HOW_TITLE || rule == KO_SUFFIX_HOW_HONOUR)
      ko_words_slice(w, start, cut, 0);
    if (stem != start && cut > stem + 1) ko_words_slice(w, stem, cut, 0);
  }
}

static void flush(ko_words *w) {
  uint32_t start = w->word.start, end = w->word.end, stem = w->word.stem;
  ko_why why = w->why;
  if (!w->word.open) return;
  w->word.open = 0;
  w->why = w->word.why;
  ko_words_slice(w, start, end, w->head);
  if (w->why == KO_WHY_READ) w->why = KO_WHY_AFFIX;
  if (w->variants) add_variants(w, start, end, stem);
  w->why = why;
}

static void begin(ko_words *w, uint32_t start, uint32_t end, uint32_t stem) {
  w->word.start = start;
  w->word.end = end;
  w->word.stem = stem;
  w->word.n_cuts = 0;
  w->word.why = w->why;
  w->word.open = 1;
}

static void extend(ko_words *w, uint32_t end, int shorter_too) {
  if (shorter_too && w->word.n_cuts < KO_MAX_BREAKS) w->word.cut[w->word.n_cuts++] = w->word.end;
  w->word.end = end;
}

static void add_alone(ko_words *w, uint32_t start, uint32_t end) {
  flush(w);
  begin(w, start, end, start);
  flush(w);
}

/* ---- morphemes to words ---- */

typedef struct morph {
  ko_part part;
  uint32_t start, end;    /* characters of the text */
  uint16_t cuts;          /* of a compound, see ko_model_expand */
  const ko_own_word *own; /* NULL: a word of the dictionary */
} morph;

/* The words of a noun. A compound that the dictionary takes apart into words of two syllables and more becomes
** those words; a part of one syllable stays on its neighbour, unless it is its owner who cuts it off. An own
** word that is cut is indexed in one piece too, which is what a query for its synonyms asks for. */
static void cut_noun(ko_words *w, const morph *m, uint32_t start) {
  uint32_t at = m->start, n = m->end - m->start;
  int exact = m->own && m->own->exact, in_one = m->own && m->own->widened && w->whole;
  if (n == 1 && !m->own && w->word.open && w->word.end == m->start && start == m->start) {
    extend(w, m->end, 1);
    return;
  }
  flush(w);
  if (w->t->decompound == KO_DECOMPOUND_NONE || m->cuts == 0 || n > 15 || in_one) {
    begin(w, start, m->end, m->start);
    return;
  }
  for (uint32_t i = 1; i <= n; i++) {
    uint32_t cut = m->start + i;
    if (i < n && !(m->cuts >> i & 1)) continue;
    if (cut - at == 1 && w->word.open && !exact) { /* one syllable, behind another part */
      extend(w, cut, suffix_rule(w->text, at, cut) != KO_SUFFIX_HOW_ABSENT);
    } else if (cut - at > 1 || i == n || exact) {
      flush(w);
      begin(w, start, cut, at);
    } else { /* one syllable, the first part: goes with the next */
      at = cut;
      continue;
    }
    start = at = cut;
  }
  if ((w->t->decompound == KO_DECOMPOUND_MIXED && w->variants) || m->own)
    ko_words_slice(w, m->start, m->end, 0); /* a query asks for the parts, which say no less */
}

/* A noun; a word of one's own is not weighed (meant.h). */
static void add_noun(ko_words *w, const morph *m, uint32_t start) {
  ko_why why = w->why;
  if (m->own) w->why = KO_WHY_OWN;
  cut_noun(w, m, start);
  w->why = why;
}

static void add_suffix(ko_words *w, const morph *m) {
  if (!w->word.open || w->word.end != m->start ||
      suffix_rule(w->text, m->start, m->end) == KO_SUFFIX_HOW_DROP)
    flush(w);
  else
    extend(w, m->end, 1);
}

static int is_unit(unsigned tag) {
  return tag == KO_TAG_NNB || tag == KO_TAG_NNBC;
}

/* A dependent noun right behind a noun, that is a suffix in other places: 측 in 검찰측. */
static int is_suffix_too(const ko_words *w, const morph *m) {
  return is_unit(m->part.tag) && w->word.open && w->word.end == m->start &&
         m->end - m->start == 1 && suffix_rule(w->text, m->start, m->end) != KO_SUFFIX_HOW_ABSENT;
}

/* A unit and a suffix that makes it a word: 번째. */
static int is_ordinal(const ko_words *w, const morph *m) {
  return is_unit(m[0].part.tag) && m[1].part.tag == KO_TAG_XSN &&
         suffix_rule(w->text, m[1].start, m[1].end) == KO_SUFFIX_HOW_UNIT;
}

/* A verb of the stem that is stem[0..n) and then `end`, at the place of m. */
static void add_verb_of(ko_words *w, const morph *m, const char *stem, size_t n, const char *end,
                        int head) {
  size_t at = w->t->text.n;
  ko_buf_add(&w->t->text, stem, n);
  ko_buf_str(&w->t->text, end);
  ko_buf_char(&w->t->text, KO_LEMMA_SYLLABLE);
  add_term(w, m->start, m->end, at, head);
}

static void add_helped(ko_words *w, const morph *m, const char *stem, const ko_part *verb) {
  char form[4 * KO_MAX_UNKNOWN];
  size_t n = 0;
  for (; n < verb->n_form && 3 * n + 3 < sizeof form; n++)
    ko_encode_syllable(verb->form[n], form + 3 * n);
  if (n == 0)
    add_verb_of(w, m, stem, 3u * verb->length, "", 0);
  else
    add_verb_of(w, m, form, 3 * n, "", 0);
}

/* The verb or adjective m[0] of n in dictionary form, or the verbs that it may be a form of. */
static void add_stem(ko_words *w, const morph *m, size_t n) {
  char stem[4 * KO_MAX_UNKNOWN];
  const char *end;
  size_t length = 0, kept;
  int fused;
  ko_part helped;
  uint32_t next, n_stem = m->part.n_form ? m->part.n_form : m->end - m->start;
  ko_stem_sense sense = KO_STEM_AS_IT_STANDS;
  flush(w);
  for (uint32_t i = 0; i < n_stem && length + 3 < sizeof stem; i++, length += 3)
    ko_encode_syllable(m->part.n_form ? m->part.form[i] : w->text->ch[m->start + i].cp,
                       stem + length);
  fused = n > 1 && m[1].start < m->end;
  if (fused)
    next = m[1].part.n_form ? m[1].part.form[0] : 0;
  else
    next = m->end < w->t->lattice.to ? w->text->ch[m->end].cp : 0;
  if (!fused || !ko_is_syllable(next)) /* a vowel that is fused with the stem leaves it as it is */
    sense = ko_irregular_sense(w->t->lattice.model, stem, length, next, &kept, &end);
  if (w->variants && ko_helped_verb(w->t->lattice.model, stem, length, &helped))
    add_helped(w, m, stem, &helped);
  if (sense != KO_STEM_AS_IT_STANDS) add_verb_of(w, m, stem, kept, end, w->head);
  if (sense != KO_STEM_OTHER)
    add_verb_of(w, m, stem, length, "", w->head && sense != KO_STEM_EITHER);
}

int ko_words_is_auxiliary(const ko_words *w, const ko_part *part, uint32_t start) {
  return part->tag == KO_TAG_VV &&
         find_form(&ko_table_auxiliary, w->text, part, start, part->length) >= 0;
}

/* Does 지다 follow a stem and its 어 (없어지다, 알려졌다)? Then the two make up a verb too. */
static int is_become(const ko_words *w, const morph *m, size_t n) {
  uint32_t form;
  if (n < 3 || m[1].part.tag != KO_TAG_EC ||
      (m[2].part.tag != KO_TAG_VX && m[2].part.tag != KO_TAG_VV))
    return 0;
  if (m[2].part.n_form > 1 || m[2].start <= m[0].start) return 0;
  form = m[2].part.n_form ? m[2].part.form[0] : w->text->ch[m[2].start].cp;
  return form == 0xC9C0; /* 지 */
}

static void add_become(ko_words *w, const morph *m, int head) {
  size_t at = w->t->text.n;
  for (uint32_t i = m[0].start; i < m[2].start; i++) ko_buf_char(&w->t->text, w->text->ch[i].cp);
  ko_buf_char(&w->t->text, 0xC9C0); /* 지 */
  ko_buf_char(&w->t->text, 0xB2E4); /* 다 */
  add_term(w, m[0].start, m[2].end, at, head);
}

/* A verb, its 어 and one that helps it, of which the dictionary has all together too (보여줬다: 보여주다). */
static void add_with_helper(ko_words *w, const morph *m, size_t n) {
  char stem[4 * KO_MAX_UNKNOWN];
  size_t length = 0;
  const char *helper;
  int row = n > 2 && m[1].part.tag == KO_TAG_EC && m[2].start > m[0].start
                ? find_form(&ko_table_auxiliary, w->text, &m[2].part, m[2].start, m[2].part.length)
                : -1;
  if (ko_auxiliary_helped_of(row) != KO_AUXILIARY_HELPED_TERM) return;
  helper = ko_auxiliary_stem_of(row);
  for (uint32_t i = m[0].start; i < m[2].start && length + 3 < sizeof stem; i++, length += 3)
    ko_encode_syllable(w->text->ch[i].cp, stem + length);
  if (!ko_is_verb(w->t->lattice.model, stem, length, helper)) return;
  add_verb_of(w, m, stem, length, helper, 0);
}

/* The tag that decides. The treebanks' auxiliaries are more than a search should drop, and some are verbs
** where a run begins with them. */
static unsigned tag_of(const ko_words *w, const morph *m) {
  unsigned tag = m->part.tag;
  int row;
  if (tag != KO_TAG_VX) return tag;
  row = find_form(&ko_table_auxiliary, w->text, &m->part, m->start, m->part.length);
  if (row < 0) return KO_TAG_VV;
  return m->start == w->base && ko_auxiliary_alone_of(row) == KO_AUXILIARY_ALONE_VERB ? KO_TAG_VV
                                                                                      : tag;
}

/* Too short and common a word to be indexed, an adverb, determiner or interjection of one syllable? */
static int is_too_short(const ko_words *w, const morph *m) {
  return m->end - m->start == 1 && !w->typed &&
         find_form(&ko_table_determiner, w->text, &m->part, m->start, 1) < 0;
}

/* A verb or adjective, m[i] of n: in dictionary form, with 지다 behind it (알려지다), or as a noun too
** (알림). An auxiliary behind 어 is none. */
static void add_verb(ko_words *w, const morph *m, size_t i, size_t n) {
  int become = is_become(w, m + i, n - i);
  int gerund = i + 1 < n && m[i + 1].part.tag == KO_TAG_ETN && m[i + 1].end - m[i].start > 1;
  if (i > 0 && m[i - 1].part.tag == KO_TAG_EC && ko_words_is_auxiliary(w, &m[i].part, m[i].start))
    return;
  if (become) add_become(w, m + i, w->head && !w->variants);
  if (become && !w->variants) return;
  if (w->variants) add_with_helper(w, m + i, n - i);
  if (!gerund || !w->typed) add_stem(w, &m[i], n - i);
  if (gerund) ko_words_slice(w, m[i].start, m[i + 1].end, w->typed && w->head);
}

/* Where a noun begins, m[i], with its prefix if that is not to be left out. */
static uint32_t start_of(const ko_words *w, const morph *m, size_t i) {
  int prefixed = i > 0 && m[i - 1].part.tag == KO_TAG_XPN;
  return prefixed && (w->typed || !(w->t->dropped >> KO_TAG_XPN & 1)) ? m[i - 1].start : m[i].start;
}

/* A noun or pronoun, m[i]; one whose form is not in the text, as 나 in 내, is none. */
static void add_nominal(ko_words *w, const morph *m, size_t i) {
  int pronoun = m[i].part.tag == KO_TAG_NP && m[i].end - m[i].start == 1 && !w->typed;
  if (pronoun || m[i].part.n_form)
    flush(w);
  else
    add_noun(w, &m[i], start_of(w, m, i));
}

/* Add m[i] of n; returns how many morphemes that took. */
static size_t add_morph(ko_words *w, const morph *m, size_t i, size_t n) {
  unsigned tag = tag_of(w, &m[i]);
  if (is_suffix_too(w, &m[i])) {
    add_suffix(w, &m[i]);
    return 1;
  }
  if (i + 1 < n && is_ordinal(w, &m[i])) {
    add_alone(w, m[i].start, m[i + 1].end);
    return 2;
  }
  if ((w->t->dropped >> tag & 1) && !w->typed) {
    flush(w);
    return 1;
  }
  switch (tag) {
  case KO_TAG_XPN:
    flush(w);
    if (i + 1 == n && w->typed) add_alone(w, m[i].start, m[i].end);
    break;
  case KO_TAG_NP:
  case KO_TAG_NNG:
  case KO_TAG_NNP:
  case KO_TAG_NR:
  case KO_TAG_XR: add_nominal(w, m, i); break;
  case KO_TAG_XSN:
    if (i == 0 && w->typed)
      add_alone(w, m[i].start, m[i].end);
    else
      add_suffix(w, &m[i]);
    break;
  case KO_TAG_NNB:
  case KO_TAG_NNBC: add_alone(w, m[i].start, m[i].end); break;
  case KO_TAG_VV:
  case KO_TAG_VA: add_verb(w, m, i, n); break;
  case KO_TAG_MAG:
  case KO_TAG_MM:
  case KO_TAG_IC:
    if (is_too_short(w, &m[i]))
      flush(w);
    else
      add_alone(w, m[i].start, m[i].end);
    break;
  default: flush(w); break;
  }
  return 1;
}

/* The morphemes of a node, into out[]; returns how many. */
static int node_morphs(const ko_words *w, const ko_node *node, morph *out) {
  ko_part part[KO_MAX_PARTS];
  uint16_t cuts = 0;
  uint32_t start = (uint32_t)(w->base + node->start);
  const ko_own_word *own = ko_lattice_own(&w->t->lattice, node);
  int n = 1;
  if (node->origin == KO_ORIGIN_KNOWN) {
    n = ko_model_expand(w->t->lattice.model, node->what, node->length, part, &cuts);
  } else {
    memset(&part[0], 0, sizeof part[0]);
    part[0].tag = (uint8_t)node->what;
  }
  for (int i = 0; i < n; i++) {
    out[i].part = part[i];
    out[i].start = n == 1 ? start : start + part[i].start;
    out[i].end = n == 1 ? start + node->length : out[i].start + part[i].length;
    out[i].cuts = own ? own->cuts : cuts;
    out[i].own = own;
  }
  return n;
}

void ko_words_chain(ko_words *w, const int32_t *node, size_t n, int head) {
  morph m[KO_MAX_RUN * KO_MAX_PARTS];
  size_t k = 0;
  for (size_t i = 0; i < n; i++) k += (size_t)node_morphs(w, &w->t->lattice.node[node[i]], m + k);
  w->head = head;
  w->word.open = 0;
  for (size_t i = 0; i < k;) i += add_morph(w, m, i, k);
  flush(w);
}
