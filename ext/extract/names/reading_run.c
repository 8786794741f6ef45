#include "extract/names/reading_run.h"

#include <string.h>

#include "extract/amounts/expression.h"
#include "extract/names/entities.h"
#include "extract/names/latin_names.h"
#include "extract/names/name_edges.h"
#include "extract/names/names.h"
#include "extract/names/own_names.h"
#include "extract/names/people.h"
#include "extract/names/repeats.h"
#include "extract/names/titled.h"

/* ---- one list out of two ---- */

/* Which of two mentions that overlap stays: the longer one; of equal length an amount or a date,
** which follow from grammar, before a name, which is a guess. */
static int beats(const ko_mention *a, const ko_mention *b) {
  uint32_t na = a->end - a->start, nb = b->end - b->start;
  if (na != nb) return na > nb;
  return ko_is_name(a->type) < ko_is_name(b->type);
}

/* The finders append ordered lists one after the other: names [0, cut), expressions [cut, n). Merge
** them into one in order of the text, and drop the weaker of any two that overlap. */
static int merge(ko_mentions *m, size_t cut) {
  ko_mention *names, *out = m->item; /* which never gets ahead of the expressions that are read */
  size_t i = 0, k = cut, n = 0;
  if (cut == 0) return 0;
  names = ko_alloc(m->mem, cut * sizeof *names);
  if (!names) return -1;
  memcpy(names, m->item, cut * sizeof *names);
  while (i < cut || k < m->n) {
    int name = k == m->n || (i < cut && names[i].start <= m->item[k].start), stays = 1;
    ko_mention x = name ? names[i++] : m->item[k++];
    if (ko_work(m->mem, 1)) break;
    while (n > 0 && out[n - 1].end > x.start && stays) {
      if (beats(&x, &out[n - 1]))
        n--;
      else
        stays = 0;
    }
    if (stays) out[n++] = x;
  }
  ko_free(m->mem, names);
  if (i < cut || k < m->n) return -1;
  m->n = n;
  return 0;
}

int ko_reading_run(ko_reading *r, const ko_document *d, int32_t published) {
  size_t cut;
  r->document = d;
  r->published = published;
  r->mentions.n = 0;
  r->n_entities = r->n_offices = r->n_parts = 0;
  ko_arena_reset(&r->arena);
  if (ko_names_find(d, &r->mentions)) return -1;
  if (ko_name_edges(d, &r->mentions) || ko_own_names_find(d, &r->mentions)) return -1;
  cut = r->mentions.n;
  if (ko_expressions_find(d, &r->mentions, &r->dates)) return -1;
  if (merge(&r->mentions, cut) || ko_mentions_find_morphemes(&r->mentions, d)) return -1;
  if (ko_titled_find(d, &r->mentions) || ko_latin_names_find(d, &r->mentions)) return -1;
  if (ko_repeats_find(d, &r->mentions)) return -1;
  if (ko_own_names_find(d, &r->mentions)) return -1; /* again: no guess takes their place */
  if (ko_people_read(r)) return -1;
  if (ko_entities_resolve(r)) return -1;
  return ko_dates_resolve(d, &r->mentions, &r->dates, published);
}
