#include "morph/pattern.h"

#include "text/chars.h"
#include "text/hangul.h"

static int add(ko_pattern *p, uint32_t low, uint32_t high) {
  if (p->n == KO_PATTERN_MOST) return 0;
  p->low[p->n] = low;
  p->high[p->n++] = high;
  return 1;
}

int ko_pattern_add_syllable(ko_pattern *p, uint32_t syllable) {
  return add(p, syllable, syllable);
}

int ko_pattern_add_initial(ko_pattern *p, int initial) {
  return add(p, ko_syllable(initial, 0, 0), ko_syllable(initial + 1, 0, 0) - 1);
}

int ko_pattern_is(const ko_pattern *p, size_t from, size_t to, const char *text, size_t n) {
  size_t i = from, at = 0;
  for (; at < n && i < to; i++) {
    uint32_t c;
    at += ko_unit((const unsigned char *)text + at, n - at, &c);
    if (c < p->low[i] || c > p->high[i]) return 0;
  }
  return i == to && at == n;
}

typedef struct search {
  const ko_pattern *p;
  const ko_model *model;
  const ko_mem *mem;
  ko_pattern_visitor visitor;
  void *arg;
  uint32_t c[KO_PATTERN_MOST];
} search;

/* All words that go on from `at`, which is behind i syllables. */
static int walk(search *s, uint32_t at, size_t i) {
  const ko_pattern *p = s->p;
  if (i == p->n) return ko_model_has_noun(s->model, at) ? s->visitor(s->arg, s->c, i) : 0;
  if (ko_work(s->mem, (p->high[i] - p->low[i]) / 64)) return -1;
  for (uint32_t c = p->low[i]; c <= p->high[i]; c++) {
    uint32_t next = at;
    int stop;
    if (!ko_model_follow(s->model, &next, s->model->codes[c - 0xAC00])) continue;
    s->c[i] = c;
    if ((stop = walk(s, next, i + 1)) != 0) return stop;
  }
  return 0;
}

int ko_pattern_nouns(const ko_pattern *p, const ko_model *model, const ko_mem *mem,
                     ko_pattern_visitor visitor, void *arg) {
  search s = {.p = p, .model = model, .mem = mem, .visitor = visitor, .arg = arg};
  return walk(&s, model->root, 0);
}
