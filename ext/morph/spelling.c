#include "morph/spelling.h"

#include <string.h>

#include "base/buf.h"
#include "base/table.h"
#include "tables.h"
#include "text/hangul.h"

enum { MAX_TYPED = 4 };     /* syllables of a key of the table */
enum { LENGTHENED = 1200 }; /* cost of a vowel typed again and again: 좋아아아 */
enum { SILENT = 11 };       /* the initial ㅇ */

/* ---- signs ---- */

static void set_sign(ko_spelling *s, ko_sign sign, uint32_t c) {
  s->sign[sign][(c - 0xAC00) / 8] |= (uint8_t)(1 << (c - 0xAC00) % 8);
}

static int has_sign(const ko_spelling *s, ko_sign sign, uint32_t c) {
  uint32_t i = c - 0xAC00;
  return i < 11172 && s->sign[sign][i / 8] >> i % 8 & 1;
}

/* Every syllable that ends with the letter. */
static void set_signs_of(ko_spelling *s, uint32_t letter) {
  for (uint32_t c = 0xAC00; c <= 0xD7A3; c++)
    if (ko_final_letter(ko_final(c)) == letter) {
      set_sign(s, KO_SIGN_ANY, c);
      set_sign(s, KO_SIGN_WHOLE, c);
    }
}

void ko_spelling_init(ko_spelling *s, const ko_mem *mem) {
  memset(s, 0, sizeof *s);
  s->mem = mem;
  ko_text_init(&s->text, mem);
  for (int row = 0; row < ko_table_spelling.rows; row++) {
    const unsigned char *key = (const unsigned char *)ko_spelling_typed_of(row);
    size_t n = strlen((const char *)key), at;
    uint32_t c, second;
    at = ko_unit(key, n, &c);
    if (!ko_is_syllable(c)) {
      set_signs_of(s, c);
      continue;
    }
    set_sign(s, KO_SIGN_ANY, c);
    if (at == n) set_sign(s, KO_SIGN_WHOLE, c);
    if (at < n && ko_unit(key + at, n - at, &second)) set_sign(s, KO_SIGN_SECOND, second);
  }
}

void ko_spelling_free(ko_spelling *s) {
  if (!s->mem) return;
  ko_free(s->mem, s->variant);
  ko_free(s->mem, s->first);
  ko_free(s->mem, s->start);
  ko_free(s->mem, s->end);
  ko_text_free(&s->text);
  s->mem = NULL;
}

/* ---- variants ---- */

typedef struct stretch { /* characters [from, to) of the text */
  const ko_model *model;
  const ko_text *text;
  size_t from, to;
} stretch;

static int is_hangul(const stretch *x, size_t i) {
  return i >= x->from && i < x->to && x->text->klass[i] == KO_CLASS_HANGUL;
}

/* Does the syllable before `i` stand in the list, or its last letter? */
static int follows(const stretch *x, size_t i, const char *list) {
  size_t n = strlen(list);
  uint32_t before, c;
  if (n == 0) return 1;
  if (i == x->from || !is_hangul(x, i - 1)) return 0;
  before = x->text->ch[i - 1].cp;
  for (size_t at = 0; at < n;) {
    at += ko_unit((const unsigned char *)list + at, n - at, &c);
    if (c == before || c == ko_final_letter(ko_final(before))) return 1;
  }
  return 0;
}

/* May the row be meant by characters [i, end)? */
static int stands(const stretch *x, int row, size_t i, size_t end) {
  unsigned where = (unsigned)ko_spelling_where_of(row);
  if (!follows(x, i, ko_spelling_after_of(row))) return 0;
  if (where & KO_SPELLING_WHERE_START && i > x->from && is_hangul(x, i - 1)) return 0;
  return !(where & (is_hangul(x, end) ? KO_SPELLING_WHERE_END : KO_SPELLING_WHERE_ON));
}

/* Characters [i, i + typed) may be typed for meant[0..n). Where both begin or end alike the variant is about
** the rest, so that its words may begin and end there too (않봤다: 안 봤다). */
static int add(ko_spelling *s, const stretch *x, size_t i, size_t typed, const uint32_t *meant,
               size_t n, int cost) {
  const ko_char *ch = x->text->ch;
  ko_variant *v;
  size_t at = s->n;
  while (typed > 1 && n > 1 && ch[i].cp == meant[0]) i++, typed--, meant++, n--;
  while (typed > 1 && n > 1 && ch[i + typed - 1].cp == meant[n - 1]) typed--, n--;
  if (ko_grow(s->mem, &s->variant, &s->cap_variant, s->n + 1, sizeof *s->variant)) return -1;
  for (; at > 0 && s->variant[at - 1].place > i - x->from; at--)
    s->variant[at] = s->variant[at - 1];
  v = &s->variant[at];
  s->n++;
  v->place = (uint32_t)(i - x->from);
  v->typed = (uint8_t)typed;
  v->n = (uint8_t)n;
  v->cost = (int16_t)cost;
  for (size_t k = 0; k < n; k++) {
    v->syllable[k] = (uint16_t)meant[k];
    v->code[k] = x->model->codes[meant[k] - 0xAC00];
  }
  return 0;
}

/* The syllables that the row puts in place of what was typed; a letter becomes the last one of the
** syllable `c`, and nothing takes its last letter away. */
static size_t meant_by(int row, uint32_t c, int is_letter, uint32_t meant[KO_MAX_SPELT]) {
  const char *z = ko_spelling_meant_of(row);
  size_t size = strlen(z), n = 0;
  if (is_letter) {
    int final = 0;
    if (size) ko_unit((const unsigned char *)z, size, &meant[0]);
    while (size && final < 27 && ko_final_letter(final) != meant[0]) final++;
    meant[0] = c - (uint32_t)ko_final(c) + (uint32_t) final;
    return 1;
  }
  for (size_t at = 0; at < size && n < KO_MAX_SPELT; n++)
    at += ko_unit((const unsigned char *)z + at, size - at, &meant[n]);
  return n;
}

static int add_rows(ko_spelling *s, const stretch *x, size_t i, size_t typed, const char *key,
                    size_t size, int is_letter) {
  uint32_t meant[KO_MAX_SPELT];
  for (int row = ko_table_find(&ko_table_spelling, key, size); row >= 0;
       row = ko_table_next(&ko_table_spelling, row))
    if (stands(x, row, i, i + typed) &&
        add(s, x, i, typed, meant, meant_by(row, x->text->ch[i].cp, is_letter, meant),
            ko_spelling_cost_of(row)))
      return -1;
  return 0;
}

enum { SYLLABLE = 3 }; /* bytes */

/* The rows about what is typed at i, a syllable. */
static int find_typed(ko_spelling *s, const stretch *x, size_t i) {
  const ko_char *ch = x->text->ch;
  char key[SYLLABLE * MAX_TYPED];
  int whole = has_sign(s, KO_SIGN_WHOLE, ch[i].cp),
      longer = i + 1 < x->to && has_sign(s, KO_SIGN_SECOND, ch[i + 1].cp);
  if (!whole && !longer) return 0;
  ko_encode_syllable(ch[i].cp, key);
  if (whole) {
    char letter[SYLLABLE];
    int final = ko_final(ch[i].cp);
    if (add_rows(s, x, i, 1, key, SYLLABLE, 0)) return -1;
    if (final) ko_encode_syllable(ko_final_letter(final), letter);
    if (final && add_rows(s, x, i, 1, letter, SYLLABLE, 1)) return -1;
  }
  for (size_t n = 2; longer && n <= MAX_TYPED && is_hangul(x, i + n - 1); n++) {
    ko_encode_syllable(ch[i + n - 1].cp, key + SYLLABLE * (n - 1));
    longer = n > 2 || ko_table_goes_on(&ko_table_spelling, ch[i].cp, ch[i + 1].cp);
    if (longer && add_rows(s, x, i, n, key, SYLLABLE * n, 0)) return -1;
  }
  return 0;
}

/* A vowel that is typed at least twice more than needed, from i on: all but what is needed is nothing.
** The syllable before may be the first that has it (최고오오). */
static int find_lengthened(ko_spelling *s, const stretch *x, size_t i) {
  const ko_char *ch = x->text->ch;
  uint32_t c = ch[i].cp, before;
  size_t end = i;
  if (!ko_is_syllable(c) || ko_initial(c) != SILENT || ko_final(c)) return 0;
  if (i == x->from || !is_hangul(x, i - 1) || i + 1 >= x->to || ch[i + 1].cp != c) return 0;
  before = ch[i - 1].cp;
  if (ko_vowel(before) != ko_vowel(c) || ko_final(before)) return 0;
  if (before == c && i > x->from + 1 && is_hangul(x, i - 2) &&
      ko_vowel(ch[i - 2].cp) == ko_vowel(c) && !ko_final(ch[i - 2].cp))
    return 0; /* begun before */
  while (end < x->to && ch[end].cp == c && end - i < UINT8_MAX) end++;
  return add(s, x, i, end - i, NULL, 0, LENGTHENED);
}

/* Fill s->variant, and s->first if there are any. */
static int find(ko_spelling *s, const stretch *x) {
  const ko_char *ch = x->text->ch;
  size_t length = x->to - x->from, v = 0;
  uint32_t before = 0;
  s->n = 0;
  for (size_t i = x->from; i < x->to; i++) {
    uint32_t c = ch[i].cp;
    if (has_sign(s, KO_SIGN_ANY, c) && find_typed(s, x, i)) return -1;
    if (c == before && i > x->from && find_lengthened(s, x, i - 1)) return -1;
    before = c;
  }
  if (s->n == 0) return 0;
  if (ko_grow(s->mem, &s->first, &s->cap_first, length + 2, sizeof *s->first)) return -1;
  for (size_t place = 0; place < length + 2; place++) {
    while (v < s->n && s->variant[v].place < place) v++;
    s->first[place] = (uint32_t)v;
  }
  return 0;
}

/* ---- the text in standard spelling ---- */

/* Append a character that was typed as characters [start, end) of the text. */
static int put(ko_spelling *s, const ko_text *text, uint32_t cp, size_t start, size_t end) {
  ko_text *x = &s->text;
  size_t n = x->n;
  if (ko_grow(s->mem, &x->ch, &x->cap, n + 1, sizeof *x->ch) ||
      ko_grow(s->mem, &x->klass, &x->cap_klass, n + 1, 1) ||
      ko_grow(s->mem, &s->start, &s->cap_start, n + 1, sizeof *s->start) ||
      ko_grow(s->mem, &s->end, &s->cap_end, n + 1, sizeof *s->end))
    return -1;
  x->ch[n] = (ko_char){cp, text->ch[start].start, text->ch[end - 1].end};
  x->klass[n] = (uint8_t)ko_class_of(cp);
  s->start[n] = (uint32_t)start;
  s->end[n] = (uint32_t)end;
  x->n++;
  return 0;
}

static int copy(ko_spelling *s, const ko_text *text, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (put(s, text, text->ch[i].cp, i, i + 1)) return -1;
  return 0;
}

static int put_variant(ko_spelling *s, const stretch *x, const ko_variant *v) {
  size_t from = x->from + v->place, to = from + v->typed;
  for (size_t k = 0; k < v->n; k++) {
    size_t start = v->n == v->typed ? from + k : from, end = v->n == v->typed ? start + 1 : to;
    if (put(s, x->text, v->syllable[k], start, end)) return -1;
  }
  if (v->n == 0) { /* it belongs to what it lengthens */
    s->end[s->text.n - 1] = (uint32_t)to;
    s->text.ch[s->text.n - 1].end = x->text->ch[to - 1].end;
  }
  return 0;
}

/* Fill s->text from the path of the lattice. Returns how many variants it took, -1 when memory is out. */
static int respell(ko_spelling *s, const ko_lattice *l, const stretch *x) {
  size_t at = x->from;
  int taken = 0;
  ko_text_clear(&s->text);
  for (size_t i = 0; i < l->n_path; i++) {
    const ko_variant *v[KO_MAX_VARIANTS];
    size_t n = ko_lattice_variants(l, &l->node[l->path[i]], v);
    for (size_t k = 0; k < n; k++) {
      if (copy(s, x->text, at, x->from + v[k]->place) || put_variant(s, x, v[k])) return -1;
      at = x->from + v[k]->place + v[k]->typed;
      taken++;
    }
  }
  return copy(s, x->text, at, x->to) ? -1 : taken;
}

int ko_spelling_run(ko_spelling *s, ko_lattice *l, const ko_text *text, size_t from, size_t to,
                    unsigned right_boundary, unsigned left_boundary, size_t most) {
  stretch x = {l->model, text, from, to};
  int taken = 0;
  if (find(s, &x)) return -1;
  if (s->n) {
    l->variant = s->variant;
    l->first_variant = s->first;
    taken =
        ko_lattice_run(l, text, from, to, right_boundary, left_boundary) ? -1 : respell(s, l, &x);
    l->variant = NULL;
  }
  if (taken < 0) return -1;
  if (taken && s->text.n <= most)
    return ko_lattice_run(l, &s->text, 0, s->text.n, right_boundary, left_boundary) ? -1 : 1;
  return ko_lattice_run(l, text, from, to, right_boundary, left_boundary);
}
