#include "extract/names/repeats.h"

#include <string.h>

#include "base/map.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

enum {
  SCORE = 700,  /* of a mention found here */
  SHORTEST = 2, /* characters of a name that is looked for */
  LONGEST = 60, /* and of one at most */
  SURE = 700,   /* the score of a mention that is sure */
  PART = 3,     /* a word of a longer name tells this much more than a mention of the word alone */
  CLEAR = 60,   /* per cent of what speaks for any type that must speak for one */
};

typedef struct spelling { /* what speaks for each type: the sum of its mentions' scores */
  int64_t weight[KO_MENTION_LOCATION + 1];
  int sure; /* how many of the mentions are surely of organisations or places */
} spelling;

typedef struct work {
  const ko_document *d;
  ko_mentions *m;
  ko_map map; /* spelling to its number */
  ko_buf key;
  spelling *s;
  size_t n, cap;
  uint8_t longest
      [1024]; /* the longest spelling that begins with a character, modulo its size; 0: none */
} work;

/* The number of the spelling [start, end), KO_MAP_NONE if it has none; a failure shows in w->key. */
static int number_of(work *w, uint32_t start, uint32_t end) {
  ko_buf_clear(&w->key);
  for (uint32_t i = start; i < end; i++) ko_buf_char(&w->key, w->d->text.ch[i].cp);
  return w->key.failed ? KO_MAP_NONE : ko_map_get(&w->map, w->key.data, w->key.n);
}

static int learn(work *w, ko_mention_type type, uint32_t start, uint32_t end, int weight) {
  uint8_t *longest;
  int i;
  if (end - start < SHORTEST || end - start > LONGEST) return 0;
  i = number_of(w, start, end);
  if (w->key.failed) return -1;
  if (i == KO_MAP_NONE) {
    if (ko_grow(w->m->mem, &w->s, &w->cap, w->n + 1, sizeof *w->s)) return -1;
    i = (int)w->n++;
    memset(&w->s[i], 0, sizeof w->s[i]);
    longest = &w->longest[w->d->text.ch[start].cp % sizeof w->longest];
    if (end - start > *longest) *longest = (uint8_t)(end - start);
    if (ko_map_put(&w->map, w->key.data, w->key.n, i)) return -1;
  }
  w->s[i].weight[type] += weight;
  w->s[i].sure += type != KO_MENTION_PERSON && weight >= SURE;
  return 0;
}

/* The type that a spelling clearly has; -1 if there is none. */
static int type_of(const spelling *s) {
  int64_t all = 0;
  int best = 0;
  for (int t = 0; t <= KO_MENTION_LOCATION; t++) {
    all += s->weight[t];
    if (s->weight[t] > s->weight[best]) best = t;
  }
  return 100 * s->weight[best] >= CLEAR * all ? best : -1;
}

/* Is this stretch a common word of the language, which must not be taken for a name everywhere? */
static int is_common(const ko_document *d, uint32_t start, uint32_t end) {
  uint32_t k = ko_morpheme_at(d, start);
  if (k >= d->n || d->morph[k].start != start || d->morph[k].end < end) return 0;
  return d->morph[k].origin == KO_ORIGIN_KNOWN && d->morph[k].tag != KO_TAG_NNP &&
         d->morph[k].tag != KO_TAG_SL;
}

/* Learn the names as they are found. */
static int learn_wholes(work *w) {
  for (size_t i = 0; i < w->m->n; i++) {
    const ko_mention *x = &w->m->item[i];
    if (ko_work(w->m->mem, KO_MENTION_WORK)) return -1;
    if (!ko_is_name(x->type)) continue;
    if (x->end - x->start == SHORTEST && is_common(w->d, x->start, x->end)) continue;
    if (learn(w, x->type, x->start, x->end, x->score)) return -1;
  }
  return 0;
}

/* Learn of a person's name in several words (샘 올트먼) the last, and the first if it is long enough
** to be a surname of its own (다카이치 사나에). */
static int learn_parts(work *w) {
  for (size_t i = 0; i < w->m->n; i++) {
    const ko_mention *x = &w->m->item[i];
    uint32_t first, last;
    if (ko_work(w->m->mem, KO_MENTION_WORK)) return -1;
    if (x->type != KO_MENTION_PERSON) continue;
    if (!ko_mention_words(x, &w->d->text, &first, &last)) continue;
    if (learn(w, x->type, last, x->end, PART * x->score)) return -1;
    if (first - x->start > SHORTEST && learn(w, x->type, x->start, first, PART * x->score))
      return -1;
  }
  return 0;
}

/* ---- people and organisations run together ---- */

/* Is this spelling elsewhere clearly that of an organisation or a place? */
static int is_elsewhere(work *w, uint32_t start, uint32_t end) {
  int number = number_of(w, start, end), type;
  if (number == KO_MAP_NONE || w->s[number].sure == 0) return 0;
  type = type_of(&w->s[number]);
  return type == KO_MENTION_ORGANIZATION || type == KO_MENTION_LOCATION;
}

/* The end of the noun that goes on after `at`, inside a word; `at` if none does. */
static uint32_t noun_end(const ko_document *d, uint32_t at) {
  uint32_t k = ko_morpheme_at(d, at), end = at;
  for (; k < d->n && d->morph[k].start == end && d->text.klass[end] != KO_CLASS_SPACE; k++) {
    if (!ko_is_noun(d->morph[k].tag)) break;
    end = d->morph[k].end;
  }
  return end > at && ko_lookup(&ko_table_title, &d->text, at, end) < 0 ? end : at;
}

/* A person and what follows or stands before may look like one name of several words: 마커스 벨로
** 큐보라 최고경영자, 다카쓰 겐이치로 미나토|그룹. Cut them where the rest is known or goes on. */
static int split_people(work *w) {
  size_t n = w->m->n;
  for (size_t i = 0; i < n; i++) {
    ko_mention x = w->m->item[i];
    uint32_t first, last, end;
    if (ko_work(w->m->mem, KO_MENTION_WORK)) return -1;
    if (x.type != KO_MENTION_PERSON) continue;
    if (!ko_mention_words(&x, &w->d->text, &first, &last)) continue;
    end = noun_end(w->d, x.end);
    if (i + 1 < n && w->m->item[i + 1].start < end) continue;
    if (end > x.end || (last - x.start > SHORTEST && is_elsewhere(w, last, x.end))) {
      if (!ko_mentions_add(w->m, KO_MENTION_ORGANIZATION, last, end, x.sentence, x.score))
        return -1;
      w->m->item[i].end = ko_skip_blanks_back(&w->d->text, last, x.start);
    } else if (x.end - first > SHORTEST && is_elsewhere(w, x.start, first)) {
      if (!ko_mentions_add(w->m, KO_MENTION_ORGANIZATION, x.start, first, x.sentence, x.score))
        return -1;
      w->m->item[i].start = ko_skip_blanks(&w->d->text, first);
    }
    if (w->key.failed) return -1;
  }
  return w->m->n > n ? ko_mentions_sort(w->m, w->d) : 0;
}

/* ---- what is said elsewhere ---- */

/* A mention whose spelling clearly belongs to people elsewhere is one, and the other way round. An
** organisation and a place may well be spelled alike (미국). */
static int correct(work *w) {
  for (size_t i = 0; i < w->m->n; i++) {
    ko_mention *x = &w->m->item[i];
    int number, type;
    if (ko_work(w->m->mem, KO_MENTION_WORK)) return -1;
    if (!ko_is_name(x->type) || x->end - x->start < SHORTEST || x->end - x->start > LONGEST)
      continue;
    number = number_of(w, x->start, x->end);
    if (w->key.failed) return -1;
    type = number == KO_MAP_NONE ? -1 : type_of(&w->s[number]);
    if (type >= 0 && (type == KO_MENTION_PERSON) != (x->type == KO_MENTION_PERSON))
      x->type = (ko_mention_type)type;
  }
  return 0;
}

/* May a name begin at this character? */
static int may_begin(const ko_document *d, uint32_t at) {
  ko_class before = at > 0 ? (ko_class)d->text.klass[at - 1] : KO_CLASS_SPACE;
  if (before == KO_CLASS_HANGUL || before == KO_CLASS_HAN) return 0;
  return !((before == KO_CLASS_LETTER || before == KO_CLASS_DIGIT) &&
           (d->text.klass[at] == KO_CLASS_LETTER || d->text.klass[at] == KO_CLASS_DIGIT));
}

/* May it end before this one? At the end of a word, before particles, or before a title. */
static int may_end(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t stop;
  if (at >= limit) return 1;
  switch (ko_class_at(d, at, limit)) {
  case KO_CLASS_SPACE:
  case KO_CLASS_SYMBOL: return 1;
  case KO_CLASS_HANGUL: break;
  default: return d->text.klass[at - 1] == KO_CLASS_HANGUL;
  }
  for (stop = at; stop < limit && d->text.klass[stop] == KO_CLASS_HANGUL && stop - at <= KO_MAX_KEY;
       stop++) {
  }
  if (ko_lookup(&ko_table_particle_tail, &d->text, at, stop) >= 0) return 1;
  {
    uint32_t k = ko_morpheme_at(d, at);
    return k < d->n && d->morph[k].start == at && ko_tag_group(d->morph[k].tag) == 'J';
  }
}

static int search(work *w) {
  const ko_document *d = w->d;
  size_t n = w->m->n, next = 0;
  for (uint32_t s = 0; s < d->sentences.n; s++) {
    uint32_t limit = d->sentences.span[s].end;
    for (uint32_t at = d->sentences.span[s].start; at < limit; at++) {
      uint32_t free, length = w->longest[d->text.ch[at].cp % sizeof w->longest];
      if (ko_work(d->mem, 1)) return -1;
      if (!length || !may_begin(d, at)) continue;
      while (next < n && w->m->item[next].end <= at) next++;
      free = next < n && w->m->item[next].start < limit ? w->m->item[next].start : limit;
      if (free <= at) continue;
      if (length > free - at) length = free - at;
      for (; length >= SHORTEST; length--) {
        int type, number;
        if (!may_end(d, at + length, limit)) continue;
        number = number_of(w, at, at + length);
        if (w->key.failed) return -1;
        if (number == KO_MAP_NONE) continue;
        type = type_of(&w->s[number]);
        if (type < 0) continue;
        if (!ko_mentions_add(w->m, (ko_mention_type)type, at, at + length, s, SCORE)) return -1;
        at += length - 1;
        break;
      }
    }
  }
  return 0;
}

int ko_repeats_find(const ko_document *d, ko_mentions *m) {
  work w;
  size_t n = m->n;
  int failed;
  memset(&w, 0, sizeof w);
  w.d = d;
  w.m = m;
  ko_map_init(&w.map, m->mem);
  ko_buf_init(&w.key, m->mem);
  failed = learn_wholes(&w) || split_people(&w) || learn_parts(&w) || correct(&w) ||
           (w.n > 0 && search(&w));
  ko_map_free(&w.map);
  ko_buf_free(&w.key);
  ko_free(m->mem, w.s);
  if (failed) return -1;
  return m->n > n ? ko_mentions_sort(m, d) : 0;
}
