#include "extract/expression.h"

#include "morph/tagset.h"

void ko_expressions_init(ko_expressions *s, const ko_document *d) {
  s->d = d;
  s->next = 0;
  s->from = 0;
}

static int may_begin(const ko_document *d, const ko_morpheme *m) {
  const ko_text *t = &d->text;
  uint32_t at = m->start, before = at > 0 ? t->ch[at - 1].cp : ' ';
  ko_class c = at > 0 ? (ko_class)t->klass[at - 1] : KO_SPACE;
  switch (m->tag) {
    case KO_SN:
      if (c == KO_LETTER || c == KO_DIGIT) return 0; /* K9 */
      if (at > 1 && (before == '-' || before == '.' || before == '/' || before == ',' || before == ':')) {
        ko_class cc = (ko_class)t->klass[at - 2];
        if (cc == KO_DIGIT || cc == KO_LETTER) return 0; /* B-1, 305-4000 */
      }
      return 1;
    case KO_NR:
    case KO_MM:
    case KO_NNG:
    case KO_NNP:
    case KO_NNB:
    case KO_NNBC:
    case KO_NP:
    case KO_MAG:
    case KO_SH:
    case KO_VV:
    case KO_VX:
    case KO_VA:
    case KO_XPN:
      return 1;
    case KO_SW:
    case KO_SO:
    case KO_SS:
    case KO_SP:
      return c != KO_DIGIT && c != KO_LETTER && at + 1 < t->n && t->klass[at + 1] == KO_DIGIT;
    default:
      return 0;
  }
}

int ko_expressions_next(ko_expressions *s, ko_expression *out) {
  const ko_document *d = s->d;
  while (s->next < d->n) {
    const ko_morpheme *m = &d->morph[s->next++];
    uint32_t limit;
    if (m->start < s->from || !may_begin(d, m)) continue;
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
