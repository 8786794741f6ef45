#include "extract/amounts/expression.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "morph/tagset.h"
#include "tables.h"

enum { FIRST_SYLLABLE = 0xAC00, LAST_SYLLABLE = 0xD7A3 };

/* What may begin with a syllable. */
enum {
  BEGINS_WORD = 1, /* a word of time, a holiday ... */
  BEGINS_NATIVE =
      2, /* a native number or 수, which may be one word with its counter (넉달, 수차례) */
  BEGINS_SINO = 4 /* a Sino-Korean number: only where it is tagged as a number */
};

static void mark(ko_expressions *s, const char *word, int what) {
  uint32_t cp;
  ko_unit((const unsigned char *)word, strlen(word), &cp);
  if (cp >= FIRST_SYLLABLE && cp <= LAST_SYLLABLE) s->begins[cp - FIRST_SYLLABLE] |= (uint8_t)what;
}

void ko_expressions_init(ko_expressions *s, const ko_document *d) {
  static const ko_table *const tables[] = {&ko_table_time_word, &ko_table_holiday,
                                           &ko_table_number_prefix};
  /* words that the grammars know by themselves */
  static const char *const words[] = {"지난", "오는", "이번", "최근", "섭씨", "초반",
                                      "종반", "전반", "후반", "제",   "첫"};
  const ko_table *numbers = &ko_table_numeral;
  memset(s->begins, 0, sizeof s->begins);
  for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
    for (uint32_t row = 0; row < tables[t]->rows; row++)
      mark(s, ko_table_cell(tables[t], (int)row, 0), BEGINS_WORD);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) mark(s, words[i], BEGINS_WORD);
  for (int row = 0; row < (int)numbers->rows; row++) {
    int sino = ko_cell_is(numbers, row, 1, "digit") || ko_cell_is(numbers, row, 1, "power") ||
               ko_cell_is(numbers, row, 1, "myriad");
    mark(s, ko_table_cell(numbers, row, 0), sino ? BEGINS_SINO : BEGINS_NATIVE);
  }
  s->d = d;
  s->next = 0;
  s->from = 0;
}

static int may_begin(const ko_expressions *s, const ko_morpheme *m) {
  const ko_document *d = s->d;
  const ko_text *t = &d->text;
  uint32_t at = m->start, before = at > 0 ? t->ch[at - 1].cp : ' ', cp = t->ch[at].cp;
  ko_class c = at > 0 ? (ko_class)t->klass[at - 1] : KO_CLASS_SPACE;
  int begins =
      cp >= FIRST_SYLLABLE && cp <= LAST_SYLLABLE ? s->begins[cp - FIRST_SYLLABLE] : BEGINS_WORD;
  if (!begins) return 0;
  switch (m->tag) {
  case KO_TAG_SN:
    if (c == KO_CLASS_LETTER || c == KO_CLASS_DIGIT) return 0; /* K9 */
    if (at > 1 &&
        (before == '-' || before == '.' || before == '/' || before == ',' || before == ':')) {
      ko_class cc = (ko_class)t->klass[at - 2];
      if (cc == KO_CLASS_DIGIT || cc == KO_CLASS_LETTER) return 0; /* B-1, 305-4000 */
    }
    return 1;
  case KO_TAG_NR:
  case KO_TAG_MM:
  case KO_TAG_IC:
  case KO_TAG_SH:
  case KO_TAG_XPN: return 1;
  case KO_TAG_NNG:
  case KO_TAG_NNP:
  case KO_TAG_NNB:
  case KO_TAG_NNBC:
  case KO_TAG_MAG: return begins & (BEGINS_WORD | BEGINS_NATIVE);
  case KO_TAG_NP:
  case KO_TAG_VV:
  case KO_TAG_VX:
  case KO_TAG_VA: return begins & BEGINS_WORD;
  case KO_TAG_SW:
  case KO_TAG_SO:
  case KO_TAG_SS:
  case KO_TAG_SP:
    return c != KO_CLASS_DIGIT && c != KO_CLASS_LETTER && at + 1 < t->n &&
           t->klass[at + 1] == KO_CLASS_DIGIT;
  default: return 0;
  }
}

int ko_expressions_next(ko_expressions *s, ko_expression *out) {
  const ko_document *d = s->d;
  while (s->next < d->n) {
    const ko_morpheme *m = &d->morph[s->next++];
    uint32_t limit;
    if (m->start < s->from || !may_begin(s, m)) continue;
    limit = d->sentences.span[m->sentence].end;
    s->from = m->start + 1;
    out->sentence = m->sentence;
    if (ko_timex_read(d, m->start, limit, &out->timex)) {
      out->is_time = 1;
      out->type = out->timex.type;
      out->start = out->timex.start;
      out->end = out->timex.end;
      out->score = 900;
    } else if (ko_measure_read(d, m->start, limit, &out->measure)) {
      out->is_time = 0;
      out->type = out->measure.type;
      out->start = out->measure.start;
      out->end = out->measure.end;
      out->score = out->measure.score;
    } else {
      continue;
    }
    s->from = out->end;
    return 1;
  }
  return 0;
}

int ko_expressions_find(const ko_document *d, ko_mentions *out) {
  ko_expressions all;
  ko_expression x;
  ko_expressions_init(&all, d);
  while (ko_expressions_next(&all, &x)) {
    ko_mention *m = ko_mentions_add(out, x.type, x.start, x.end, x.sentence, x.score);
    if (!m) return -1;
    if (x.type == KO_MENTION_DATE || x.type == KO_MENTION_TIME) continue;
    m->value.low = x.is_time ? x.timex.low : x.measure.low;
    m->value.high = x.is_time ? x.timex.high : x.measure.high;
    m->value.unit = x.is_time ? x.timex.unit : x.measure.unit;
    m->value.known = x.is_time ? !x.timex.some : !x.measure.some;
  }
  return 0;
}
