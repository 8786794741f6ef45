#include "extract/names/name_features.h"

#include <string.h>

#include "base/buf.h"
#include "base/table.h"
#include "morph/tagset.h"
#include "tables.h"
#include "text/hangul.h"
#include "text/style.h"

void ko_name_units_init(ko_name_units *u, const ko_mem *mem, const ko_name_lexicon *lexicon) {
  memset(u, 0, sizeof *u);
  u->mem = mem;
  u->lexicon = lexicon;
}

void ko_name_units_free(ko_name_units *u) {
  if (u->mem) ko_free(u->mem, u->unit);
  u->unit = NULL;
  u->n = u->cap = 0;
}

/* The entry of a word; NULL if there is none. */
static const ko_name_word *look_up(const ko_name_lexicon *l, uint32_t key) {
  uint32_t mask = (1u << l->bits) - 1;
  if (l->bits == 0 || key == 0) return NULL;
  for (uint32_t i = key & mask, k = 0; k <= mask; i = (i + 1) & mask, k++) {
    if (l->slot[i].key == key) return &l->slot[i];
    if (l->slot[i].key == 0) return NULL;
  }
  return NULL;
}

/* Say ahead that an entry will be asked for: they lie far apart in memory. */
static void expect(const ko_name_lexicon *l, uint32_t key) {
#ifdef __GNUC__
  if (l->bits) __builtin_prefetch(&l->slot[key & ((1u << l->bits) - 1)]);
#else
  (void)l, (void)key;
#endif
}

enum { AHEAD = 4 }; /* units */

/* ---- units ---- */

enum {
  SHAPE_HANGUL,
  SHAPE_DIGIT,
  SHAPE_UPPER,
  SHAPE_LOWER,
  SHAPE_MIXED,
  SHAPE_HANJA,
  SHAPE_JAMO,
  SHAPE_OTHER
};

static int shape_of(const ko_text *t, uint32_t start, uint32_t end) {
  switch (t->klass[start]) {
  case KO_CLASS_HANGUL: return SHAPE_HANGUL;
  case KO_CLASS_DIGIT: return SHAPE_DIGIT;
  case KO_CLASS_HAN: return SHAPE_HANJA;
  case KO_CLASS_JAMO: return SHAPE_JAMO;
  case KO_CLASS_LETTER: {
    uint32_t upper = 0;
    for (uint32_t i = start; i < end; i++) upper += ko_lower(t->ch[i].cp) != t->ch[i].cp;
    return upper == end - start ? SHAPE_UPPER : upper ? SHAPE_MIXED : SHAPE_LOWER;
  }
  default: return SHAPE_OTHER;
  }
}

static uint32_t add_text(uint32_t h, const ko_text *t, uint32_t start, uint32_t end) {
  for (uint32_t i = start; i < end; i++) {
    uint32_t cp = t->ch[i].cp;
    h = ko_name_hash_add(h, t->klass[i] == KO_CLASS_LETTER ? ko_lower(cp) : cp);
  }
  return h;
}

const ko_name_word *ko_name_word_at(const ko_name_lexicon *l, const ko_text *t, uint32_t start,
                                    uint32_t end) {
  uint32_t key = KO_NAME_HASH_START;
  for (uint32_t i = start; i < end; i++)
    if (t->klass[i] != KO_CLASS_SPACE) key = add_text(key, t, i, i + 1);
  return look_up(l, key);
}

static uint32_t hash_text(const ko_text *t, uint32_t start, uint32_t end) {
  return add_text(KO_NAME_HASH_START, t, start, end);
}

static uint32_t hash_form(const ko_document *d, const ko_morpheme *m) {
  const uint16_t *form = ko_document_form_of(d, m);
  uint32_t h = KO_NAME_HASH_START;
  if (!form) return hash_text(&d->text, m->start, m->end);
  for (int i = 0; i < m->n_form; i++) h = ko_name_hash_add(h, form[i]);
  return h;
}

/* Append the unit of characters [start, end), which are morpheme m or a part of it. */
static int add(ko_name_units *u, const ko_document *d, const ko_morpheme *m, uint32_t start,
               uint32_t end, int part) {
  const ko_text *t = &d->text;
  ko_name_unit *x;
  uint32_t n = end - start;
  if (ko_grow(u->mem, &u->unit, &u->cap, u->n + 1, sizeof *u->unit)) return -1;
  x = &u->unit[u->n++];
  memset(x, 0, sizeof *x);
  x->start = start;
  x->end = end;
  x->morpheme = (uint32_t)(m - d->morph);
  x->word = hash_form(d, m);
  x->form = part ? hash_text(t, start, end) : x->word;
  x->prefix1 = hash_text(t, start, start + 1);
  x->prefix2 = hash_text(t, start, n < 2 ? end : start + 2);
  x->suffix1 = hash_text(t, end - 1, end);
  x->suffix2 = hash_text(t, n < 2 ? start : end - 2, end);
  x->tag = m->tag;
  x->origin = m->origin;
  x->flags = m->flags & (uint8_t)~KO_ENTRY_OWN; /* which the model has not seen */
  x->length = (uint8_t)(n < 15 ? n : 15);
  x->shape = (uint8_t)shape_of(t, start, end);
  x->space = start > 0 && t->klass[start - 1] == KO_CLASS_SPACE;
  x->part = (uint8_t)part;
  return 0;
}

/* What the lexicon says of each unit. */
static void mark_known(ko_name_units *u) {
  for (size_t i = 0; i < u->n; i++) {
    ko_name_unit *x = &u->unit[i];
    const ko_name_word *known;
    if (i + AHEAD < u->n) expect(u->lexicon, x[AHEAD].form);
    known = look_up(u->lexicon, x->form);
    if (!known) continue;
    x->coarse = (uint16_t)(known->what >> 24);
    x->fine = (uint16_t)(known->what >> 12 & 0xFFF);
    x->lists = (uint16_t)ko_name_lists(known);
  }
}

static int is_noun(int tag) {
  return tag == KO_TAG_NNG || tag == KO_TAG_NNP;
}

/* What the syllable may be in a compound: KO_NAME_AFFIX_PLACE_... */
static int place_of(uint32_t syllable) {
  return ko_name_affix_place_of(ko_table_find_char(&ko_table_name_affix, syllable));
}

static int is_country(uint32_t syllable) {
  return place_of(syllable) & KO_NAME_AFFIX_PLACE_COUNTRY;
}

enum { MAX_COUNTRIES = 4 }; /* in one noun */

/* Where to cut the noun at [start, end): bit i, before its character i. */
static uint32_t cuts_of(const ko_document *d, const ko_morpheme *m, uint32_t start, uint32_t end) {
  const ko_text *t = &d->text;
  uint32_t n = end - start, cuts = 0, countries = start;
  if (n < 2 || n > 31) return 0;
  if (t->klass[start] == KO_CLASS_HAN) return (1u << n) - 2;
  if (t->klass[start] != KO_CLASS_HANGUL || !is_noun(m->tag) || m->form) return 0;
  while (n <= MAX_COUNTRIES && countries < end && is_country(t->ch[countries].cp)) countries++;
  if (countries == end) return (1u << n) - 2;
  if (n == 2 && place_of(t->ch[start].cp) & KO_NAME_AFFIX_PLACE_BEFORE &&
      is_country(t->ch[start + 1].cp))
    return 2;
  cuts = m->cuts & ((1u << n) - 2);
  if (cuts == 0 && (m->origin != KO_ORIGIN_KNOWN || m->tag == KO_TAG_NNP) &&
      place_of(t->ch[end - 1].cp) & KO_NAME_AFFIX_PLACE_END)
    cuts = 1u << (n - 1);
  return cuts;
}

static void mark_runs(ko_name_units *u) {
  size_t i = 0;
  while (i < u->n) {
    size_t j = i + 1;
    int nominal = ko_tag_group(u->unit[i].tag) == 'N' || u->unit[i].tag == KO_TAG_XPN ||
                  u->unit[i].tag == KO_TAG_SL;
    while (nominal && j < u->n && !u->unit[j].space &&
           (ko_tag_group(u->unit[j].tag) == 'N' || u->unit[j].tag == KO_TAG_XSN ||
            u->unit[j].tag == KO_TAG_SL))
      j++;
    for (size_t k = i; k < j; k++) {
      u->unit[k].run_first = (uint32_t)i;
      u->unit[k].run_last = (uint32_t)(j - 1);
    }
    i = j;
  }
}

static void mark_inside(ko_name_units *u, const ko_document *d) {
  int quotes = 0, brackets = 0;
  for (size_t i = 0; i < u->n; i++) {
    uint32_t cp = d->text.ch[u->unit[i].start].cp;
    if (cp == 0x201C || cp == 0x2018 || cp == 0x300C || cp == 0x300A || cp == '<')
      quotes = 1;
    else if (cp == 0x201D || cp == 0x2019 || cp == 0x300D || cp == 0x300B || cp == '>')
      quotes = 0;
    else if (cp == '"' || cp == '\'')
      quotes = !quotes;
    else if (cp == '(' || cp == '[')
      brackets = 1;
    else if (cp == ')' || cp == ']')
      brackets = 0;
    u->unit[i].inside = (uint8_t)(quotes | brackets << 1);
  }
}

/* May a name begin with this unit? */
static int may_begin(const ko_name_unit *x) {
  return is_noun(x->tag) || x->tag == KO_TAG_SL || x->tag == KO_TAG_SH || x->tag == KO_TAG_NR ||
         x->tag == KO_TAG_XPN || x->tag == KO_TAG_MM || x->origin == KO_ORIGIN_UNKNOWN ||
         x->origin == KO_ORIGIN_NAME;
}

enum { MAX_MATCH = 6 }; /* units of the longest entry of the lexicon that is found */

/* The keys of the entries that may begin with a unit, by the number of their units. */
typedef struct match_keys {
  uint32_t key[MAX_MATCH + 1]; /* 0: none */
} match_keys;

static void read_keys(const ko_name_units *u, const ko_text *t, size_t i, match_keys *m) {
  const ko_name_unit *x = &u->unit[i];
  uint32_t key = KO_NAME_HASH_START;
  int nominal = may_begin(x), begins = x->space || i == 0 || ko_tag_group(x[-1].tag) == 'S';
  memset(m, 0, sizeof *m);
  if (!nominal && !begins) return;
  for (size_t j = i; j < u->n && j < i + MAX_MATCH; j++) {
    key = add_text(key, t, u->unit[j].start, u->unit[j].end);
    if (j == i || (!nominal && u->unit[j].end - x->start < 3)) continue;
    m->key[j + 1 - i] = key;
    expect(u->lexicon, key);
  }
}

/* Find the entries of the lexicon that are several units long; the longest one counts. What follows
** need not look like a name: 바이든 may have been read as 바 이 든. */
static void mark_matches(ko_name_units *u, const ko_text *t) {
  match_keys keys[AHEAD];
  size_t next = 0;
  for (size_t i = 0; i < AHEAD - 1 && i < u->n; i++) read_keys(u, t, i, &keys[i % AHEAD]);
  for (size_t i = 0; i < u->n; i++) {
    size_t end = 0;
    uint16_t lists = 0;
    if (i + AHEAD - 1 < u->n) read_keys(u, t, i + AHEAD - 1, &keys[(i + AHEAD - 1) % AHEAD]);
    for (size_t n = 2; n <= MAX_MATCH && i >= next; n++) {
      const ko_name_word *known = look_up(u->lexicon, keys[i % AHEAD].key[n]);
      if (!known || !ko_name_lists(known)) continue;
      end = i + n;
      lists = (uint16_t)ko_name_lists(known);
    }
    for (size_t k = i; k < end; k++) {
      u->unit[k].matched = lists;
      u->unit[k].match = k == i ? 1 : 2;
    }
    if (end) next = end;
  }
}

/* How the sentence is written: 0 as news, in full sentences; 1 as people chat; 2 as headlines, without
** a verb at the end. */
static int style_of(const ko_name_units *u, const ko_text *t) {
  size_t i = u->n;
  while (i > 0 && ko_tag_group(u->unit[i - 1].tag) == 'S' && u->unit[i - 1].tag != KO_TAG_SL) i--;
  if (i == 0) return 2;
  if (u->unit[i - 1].tag == KO_TAG_EF || u->unit[i - 1].tag == KO_TAG_EC)
    return ko_style_at_end(t, u->unit[i - 1].end - 1, u->unit[i - 1].end) ==
                   KO_SENTENCE_STYLE_CLASS_PLAIN
               ? 0
               : 1;
  return 2;
}

int ko_name_units_read(ko_name_units *u, const ko_document *d, size_t first, size_t last) {
  uint32_t done = 0;
  u->n = 0;
  for (size_t i = first; i < last; i++) {
    const ko_morpheme *m = &d->morph[i];
    uint32_t start = m->start < done ? done : m->start, from = start, cuts;
    if (m->end <= start) continue; /* an ending that shares its syllable with the stem */
    cuts = start == m->start ? cuts_of(d, m, start, m->end) : 0;
    for (uint32_t k = 1; k < m->end - start && cuts >> k; k++) {
      if (!(cuts >> k & 1)) continue;
      if (add(u, d, m, from, start + k, from == start ? 1 : 2)) return -1;
      from = start + k;
    }
    if (add(u, d, m, from, m->end, from == start ? 0 : 3)) return -1;
    done = m->end;
  }
  mark_known(u);
  mark_runs(u);
  mark_inside(u, d);
  mark_matches(u, &d->text);
  u->style = style_of(u, &d->text);
  return 0;
}

/* ---- features ---- */

static uint32_t mix(uint32_t template, uint32_t a, uint32_t b) {
  uint32_t h = (template * 0x9E3779B1u ^ a) * 0x85EBCA77u;
  h = (h ^ h >> 15 ^ b) * 0xC2B2AE3Du;
  h ^= h >> 16;
  return h ? h : 1;
}

static const ko_name_unit border = {.tag = KO_N_TAGS, .shape = SHAPE_OTHER};

static const ko_name_unit *at(const ko_name_units *u, size_t i, int offset) {
  size_t k = i + (size_t)offset; /* wraps above u->n when it would be negative */
  return k < u->n ? &u->unit[k] : &border;
}

/* May a unit of this tag well be in a name? */
static int is_nominal(const ko_name_unit *x) {
  switch (ko_tag_group(x->tag)) {
  case 'N': return x->tag != KO_TAG_NP;
  case 'X': return x->tag != KO_TAG_XSV && x->tag != KO_TAG_XSA;
  case 'S':
    return x->tag == KO_TAG_SL || x->tag == KO_TAG_SH || x->tag == KO_TAG_SN ||
           x->tag == KO_TAG_SW || x->tag == KO_TAG_SO;
  case 'M': return x->tag != KO_TAG_MAJ;
  default: return x->origin != KO_ORIGIN_KNOWN;
  }
}

int ko_name_features(const ko_name_units *u, size_t i, uint32_t out[KO_MAX_NAME_FEATURES]) {
  const ko_name_unit *x = &u->unit[i], *p = at(u, i, -1), *pp = at(u, i, -2), *n = at(u, i, 1),
                     *nn = at(u, i, 2);
  const ko_name_unit *last = &u->unit[x->run_last], *after = at(u, x->run_last, 1),
                     *after2 = at(u, x->run_last, 2);
  const ko_name_unit *before = at(u, x->run_first, -1), *begin = &u->unit[x->run_first];
  uint32_t spaces = (uint32_t)(x->space | n->space << 1 | p->space << 2);
  uint32_t kind = (uint32_t)(x->tag | x->origin << 6 | (x->flags & 7) << 10 | x->part << 13);
  uint32_t number = 0;
  int k = 0;
#define F(a, b) (number++, out[k++] = mix(number, (uint32_t)(a), (uint32_t)(b)))
#define IF(c, a, b)                                                                                \
  (number++, (c) ? (void)(out[k++] = mix(number, (uint32_t)(a), (uint32_t)(b))) : (void)0)
  F(0, 0);
  F(x->form, 0);
  F(x->form, x->tag);
  F(p->form, spaces & 1);
  F(n->form, spaces & 2);
  F(pp->form, 0);
  F(p->form, x->form);
  F(x->form, n->form);
  F(p->form, x->tag);
  F(n->form, x->tag);
  F(kind, spaces);
  F(p->tag << 6 | x->tag, (uint32_t)(n->tag << 3) | spaces);
  F(pp->tag << 6 | p->tag, x->tag);
  F(x->tag << 6 | n->tag, nn->tag);
  IF(p->fine, p->fine, 0);
  IF(n->fine, n->fine, 0);
  IF(x->matched, x->matched, x->match);
  IF(x->matched | n->matched, x->matched, n->matched << 4 | n->match << 2 | x->match);
  IF(p->lists, p->lists, x->lists);
  if (!is_nominal(x)) return k; /* seldom in a name: what stands around it says enough */
  F(nn->form, 0);
  F(x->word, x->part);
  F(kind, 0);
  F(p->tag, x->tag);
  F(x->tag, n->tag);
  F(x->prefix1, x->tag);
  F(x->prefix2, x->length);
  F(x->suffix1, x->tag);
  F(x->suffix2, x->length);
  F(x->prefix1, x->length | x->origin << 4 | (x->flags & 7) << 8);
  F(x->suffix1, x->length | x->origin << 4 | (x->flags & 7) << 8);
  F((uint32_t)(x->shape << 8 | x->length << 4) | spaces, 1);
  F(x->origin << 4 | x->length, x->flags);
  F(last->form, x == last);
  F(last->suffix1, x == last);
  F(last->form, x->tag);
  F(after->form, last->tag);
  F(after->form, after2->form);
  F(after->suffix1, after->tag);
  F(after->suffix2, 0);
  F(after2->form, after2->space);
  F(before->form, begin->space);
  F(x->inside | p->inside << 2, kind);
  F((x->run_last - (uint32_t)i) << 4 | (i - x->run_first), x->tag);
  F(p->suffix1, p->tag);
  F(n->suffix1, n->tag);
  F(u->style, x->tag);
  IF(u->style, x->form, u->style);
  IF(x->coarse, x->coarse, 0);
  IF(x->fine, x->fine, 0);
  IF(p->coarse | x->coarse, p->coarse, x->coarse);
  IF(x->coarse | n->coarse, x->coarse, n->coarse);
  IF(pp->coarse, pp->coarse, 0);
  IF(nn->coarse, nn->coarse, 0);
  IF(after->coarse | after2->coarse, after->coarse, after2->coarse);
  IF(last->fine, last->fine, x == last);
  IF(x->lists | x->matched, x->lists, x->matched | x->match << 16);
  IF(x->lists, x->lists, 0);
  IF(x->lists, x->lists, x->tag);
  IF(x->lists, x->lists, u->style);
  IF(last->lists, last->lists, x == last);
  IF(n->lists, x->lists, n->lists);
  IF(x->lists, x->lists, n->form);
  IF(after->lists | after2->lists, after->lists, after2->lists);
  IF(before->lists, before->lists, begin->space);
  IF(after->lists, after->lists, x->tag << 8 | x->length);
#undef IF
#undef F
  return k;
}
