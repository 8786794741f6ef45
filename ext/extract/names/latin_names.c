#include "extract/names/latin_names.h"

enum { SCORE = 800, LONGEST = 48 };

static int is_upper(const ko_text *t, uint32_t i) {
  return t->klass[i] == KO_CLASS_LETTER && ko_lower(t->ch[i].cp) != t->ch[i].cp;
}

/* Where the name ends that begins at `start`: at a closing bracket. It has two words or more, each begins with a
** capital letter, one of them at least with a small one behind it. 0 if there is no name. */
static uint32_t name_end(const ko_text *t, uint32_t start, uint32_t limit) {
  uint32_t at = start;
  int small = 0, words = 0;
  for (; at < limit && at - start < LONGEST && t->ch[at].cp != ')'; at++) {
    int begins = at == start || t->klass[at - 1] == KO_CLASS_SPACE;
    uint32_t cp = t->ch[at].cp;
    if (begins && !is_upper(t, at)) return 0;
    words += begins;
    if (t->klass[at] == KO_CLASS_LETTER)
      small |= !begins && !is_upper(t, at);
    else if (t->klass[at] != KO_CLASS_SPACE && cp != '.' && cp != '-' && cp != '\'' && cp != 0x2019)
      return 0;
  }
  return small && words > 1 && at < limit && t->ch[at].cp == ')' ? at : 0;
}

int ko_latin_names_find(const ko_document *d, ko_mentions *m) {
  const ko_text *t = &d->text;
  size_t n = m->n, kept = 0;
  for (size_t i = 0; i < n; i++) {
    const ko_mention x = m->item[i];
    uint32_t limit = d->sentences.span[x.sentence].end, end;
    if (ko_work(d->mem, KO_MENTION_WORK)) return -1;
    m->item[kept++] = x;
    if (x.type != KO_MENTION_PERSON || x.end >= limit || t->ch[x.end].cp != '(' ||
        t->klass[x.end - 1] != KO_CLASS_HANGUL)
      continue;
    end = name_end(t, x.end + 1, limit);
    if (!end) continue;
    while (i + 1 < n && m->item[i + 1].start < end) i++; /* whatever else it was taken for */
    if (!ko_mentions_add(m, KO_MENTION_PERSON, x.end + 1, end, x.sentence, SCORE)) return -1;
  }
  if (kept == m->n) return 0;
  for (size_t i = n; i < m->n; i++) m->item[kept++] = m->item[i];
  m->n = kept;
  return ko_mentions_sort(m, d);
}
