#include "morph/unmarked.h"

#include "base/buf.h"
#include "morph/tagset.h"
#include "tables.h"
#include "text/marks.h"
#include "text/style.h"

enum { MAX_QUOTATIVE = 8 };                                                /* syllables */
enum { HA = 0xD558, NEUN = 0xB294, EUM = 0xC74C, N = 0x3134, M = 0x3141 }; /* 하 는 음 ㄴ ㅁ */

/* How the words of the span end that end at a character. */
static ko_sentence_style_unmarked ending_at(const ko_document *d, const ko_span *span,
                                            uint32_t end) {
  return ko_sentence_style_unmarked_of(ko_style_row(&d->text, span->start, end));
}

static int space_behind(const ko_document *d, const ko_span *span, uint32_t end) {
  return end < span->end && d->text.klass[end] == KO_CLASS_SPACE;
}

void ko_unmarked_begin(ko_unmarked *x, const ko_document *d, const ko_span *span, size_t from,
                       size_t to) {
  *x = (ko_unmarked){d, span, from, to, span->end, KO_SENTENCE_STYLE_CLASS_ABSENT, 0, -1};
  for (; x->word > span->start; x->word--) {
    uint8_t klass = d->text.klass[x->word - 1];
    if (klass != KO_CLASS_SYMBOL && klass != KO_CLASS_JAMO && klass != KO_CLASS_SPACE) break;
    x->marked |= ko_is_stop(d->text.ch[x->word - 1].cp);
  }
  x->style = ko_style_at_end(&d->text, span->start, x->word);
}

/* Can an ending of this kind divide the span, given how it ends? */
static int may_divide(const ko_unmarked *x, ko_sentence_style_unmarked ends) {
  if (ends == KO_SENTENCE_STYLE_UNMARKED_MAY) return !x->marked;
  return ends == KO_SENTENCE_STYLE_UNMARKED_ENDS &&
         !(x->marked && x->style == KO_SENTENCE_STYLE_CLASS_PLAIN);
}

/* Are there marks that end a sentence from character i on, and is no white space behind them? */
static int touches(const ko_document *d, const ko_span *span, uint32_t i) {
  uint32_t from = i;
  while (i < span->end && ko_is_stop(d->text.ch[i].cp)) i++;
  return i > from && i < span->end && d->text.klass[i] != KO_CLASS_SPACE &&
         d->text.klass[i] != KO_CLASS_SYMBOL && d->text.klass[i] != KO_CLASS_JAMO;
}

int ko_unmarked_may_be(const ko_document *d, const ko_span *span) {
  ko_unmarked x;
  const uint8_t *klass = d->text.klass;
  ko_unmarked_begin(&x, d, span, 0, 0);
  for (uint32_t i = span->start + 1; i < span->end; i++) {
    if (klass[i - 1] != KO_CLASS_HANGUL) continue;
    if (klass[i] == KO_CLASS_SYMBOL && touches(d, span, i)) return 1;
    if (klass[i] == KO_CLASS_SPACE && may_divide(&x, KO_SENTENCE_STYLE_UNMARKED_ENDS) &&
        may_divide(&x, ending_at(d, span, i)))
      return 1;
  }
  return 0;
}

/* Does a quotative particle begin at the character: 고, 라며? */
static int is_quotative(const ko_text *t, uint32_t i) {
  char key[4 * MAX_QUOTATIVE];
  size_t n = 0, size = 0;
  for (; i < t->n && n < MAX_QUOTATIVE && t->klass[i] == KO_CLASS_HANGUL; i++, n++)
    size += ko_encode(t->ch[i].cp, key + size);
  return ko_table_find(&ko_table_quotative, key, size) >= 0;
}

/* May a sentence begin with the morpheme? */
static int may_begin(const ko_document *d, const ko_morpheme *m) {
  char group = ko_tag_group(m->tag);
  if (group == 'J' || group == 'E' || group == 'X' || m->tag == KO_TAG_VX || m->tag == KO_TAG_VCP ||
      d->text.klass[m->start] == KO_CLASS_SYMBOL || d->text.klass[m->start] == KO_CLASS_JAMO)
    return 0;
  return !is_quotative(&d->text, m->start);
}

static int is_ending(const ko_morpheme *m) {
  return m->tag == KO_TAG_EF || m->tag == KO_TAG_EC;
}

/* Is the morpheme the last of an ending, 어/EC 요/JX too, or of a noun with the copula that leaves no
** trace (화제다, which is also read as a noun with two particles)? */
static int closes(const ko_document *d, size_t from, size_t i) {
  const ko_morpheme *m = &d->morph[i];
  if (is_ending(m)) return 1;
  return m->tag == KO_TAG_JX && i > from && (is_ending(m - 1) || m[-1].start == m->start);
}

/* Is it ㅁ or 음: 재미있음? */
static int is_nominal(const ko_document *d, const ko_morpheme *m) {
  const uint16_t *form = ko_document_form_of(d, m);
  uint32_t c = form ? form[0] : d->text.ch[m->start].cp;
  return m->tag == KO_TAG_ETN && (c == M || c == EUM);
}

/* Does the morpheme at i take up what was said: 좋아요 했더니? */
static int takes_up(const ko_document *d, size_t i) {
  const ko_morpheme *m = &d->morph[i];
  return m->tag == KO_TAG_VV && m->end - m->start == 1 && d->text.ch[m->end - 1].cp == HA &&
         !ko_is_blank(&d->text, m->end);
}

/* Is it a verb that may go with 다 before it: 간다 해도, 간다 말하고? Not one that describes a noun. */
static int goes_with(const ko_document *d, size_t i, size_t to) {
  const ko_morpheme *m = &d->morph[i];
  if (m->tag != KO_TAG_VV) return 0;
  return i + 1 == to || m[1].tag != KO_TAG_ETM || takes_up(d, i);
}

static uint32_t length_of(const ko_morpheme *m) {
  return m->form ? m->n_form : m->end - m->start;
}

/* Is it ㄴ다 or 는다? */
static int is_present(const ko_document *d, const ko_morpheme *m) {
  const uint16_t *form = ko_document_form_of(d, m);
  uint32_t c = form ? form[0] : d->text.ch[m->start].cp;
  return length_of(m) == 2 && (c == N || c == NEUN);
}

/* Does 다, the last morpheme before i, end what can be a sentence: 했다, 좋다, 간다, and not 가다? */
static int states(const ko_document *d, size_t from, size_t i) {
  const ko_morpheme *end = &d->morph[i - 1], *stem = end - 1;
  if (end->tag == KO_TAG_JX) return 1;
  if (is_present(d, end)) return 1;
  if (length_of(end) != 1 || i - 1 == from) return 0;
  if (stem->tag == KO_TAG_VCP && stem > &d->morph[from] && stem[-1].tag == KO_TAG_NR)
    return 0; /* 둘다, two of them */
  return stem->tag == KO_TAG_EP || stem->tag == KO_TAG_VA || stem->tag == KO_TAG_VCP ||
         stem->tag == KO_TAG_VCN || stem->tag == KO_TAG_XSA || stem->tag == KO_TAG_VX ||
         (i - 2 > from && stem->tag == KO_TAG_XSV && stem[-1].tag == KO_TAG_XR);
}

static int is_sentence(ko_unmarked *x) {
  size_t i = x->to;
  if (x->is_sentence >= 0) return x->is_sentence;
  while (i > x->from && x->d->morph[i - 1].start >= x->word) i--;
  return x->is_sentence =
             i > x->from && (closes(x->d, x->from, i - 1) || x->d->morph[i - 1].tag == KO_TAG_ETN);
}

/* Does white space behind the morpheme before i divide sentences? */
static int space_divides(ko_unmarked *x, size_t i) {
  const ko_document *d = x->d;
  uint32_t end = d->morph[i - 1].end;
  ko_sentence_style_unmarked ends;
  if (!closes(d, x->from, i - 1) || !space_behind(d, x->span, end)) return 0;
  ends = ending_at(d, x->span, end);
  if (!may_divide(x, ends)) return 0;
  if (ends == KO_SENTENCE_STYLE_UNMARKED_ENDS) return !takes_up(d, i);
  return !goes_with(d, i, x->to) && is_sentence(x) && states(d, x->from, i);
}

/* Is the morpheme before i the last mark behind an ending, and no white space behind it? */
static int mark_divides(const ko_unmarked *x, size_t i) {
  const ko_document *d = x->d;
  const ko_morpheme *first = &d->morph[x->from], *m = &d->morph[i - 1];
  if (m->tag != KO_TAG_SF || m[1].tag == KO_TAG_SF || m->end != m[1].start ||
      ko_is_name_suffix(&d->text, m->end))
    return 0;
  while (m > first && m->tag == KO_TAG_SF && m[-1].end == m->start) m--;
  if (!touches(d, x->span, m->end)) return 0;
  return (closes(d, x->from, (size_t)(m - d->morph)) || is_nominal(d, m)) && !takes_up(d, i);
}

size_t ko_unmarked_next(ko_unmarked *x, size_t at) {
  const ko_document *d = x->d;
  for (size_t i = at + 1; i < x->to; i++)
    if ((space_divides(x, i) || mark_divides(x, i)) && may_begin(d, &d->morph[i]) &&
        ko_pairs_around(&d->pairs, d->morph[i - 1].end) < 0)
      return i;
  return x->to;
}
