#include "extract/names/own_names.h"

#include "morph/tagset.h"

enum { SCORE = 1000 }; /* who lists a name is sure */

/* The type of mention that a morpheme is; KO_MENTION_N_TYPES if it is no listed name. */
static ko_mention_type type_of(const ko_morpheme *m) {
  if (!(m->flags & KO_ENTRY_OWN)) return KO_MENTION_N_TYPES;
  switch (m->own) {
  case KO_OWN_PERSON: return KO_MENTION_PERSON;
  case KO_OWN_ORGANIZATION: return KO_MENTION_ORGANIZATION;
  case KO_OWN_LOCATION: return KO_MENTION_LOCATION;
  case KO_OWN_PRODUCT: return KO_MENTION_PRODUCT;
  case KO_OWN_EVENT: return KO_MENTION_EVENT;
  default: return KO_MENTION_N_TYPES;
  }
}

/* Is the name, morpheme k, only part of a mention that is one word, all of it nouns? */
static int is_part(const ko_document *d, const ko_mention *x, size_t k) {
  const ko_morpheme *name = &d->morph[k];
  if (x->start > name->start || x->end < name->end ||
      x->end - x->start == name->end - name->start ||
      ko_until_blank(&d->text, x->start, x->end) < x->end)
    return 0;
  for (size_t i = k; i > 0 && d->morph[i - 1].end > x->start; i--)
    if (!ko_tag_is_nominal(d->morph[i - 1].tag)) return 0;
  for (size_t i = k + 1; i < d->n && d->morph[i].start < x->end; i++)
    if (!ko_tag_is_nominal(d->morph[i].tag)) return 0;
  return 1;
}

/* Put one name, morpheme k, among the first n mentions, of which those before *next end before it. */
static int add(const ko_document *d, ko_mentions *m, size_t n, size_t *next, size_t k,
               ko_mention_type type) {
  const ko_morpheme *name = &d->morph[k];
  while (*next < n && m->item[*next].end <= name->start) ++*next;
  for (size_t i = *next; i < n && m->item[i].start < name->end; i++)
    if (is_part(d, &m->item[i], k)) return 0;
  for (size_t i = *next; i < n && m->item[i].start < name->end; i++)
    m->item[i].end = m->item[i].start; /* empty: taken out below */
  return ko_mentions_add(m, type, name->start, name->end, name->sentence, SCORE) ? 0 : -1;
}

int ko_own_names_find(const ko_document *d, ko_mentions *m) {
  size_t n = m->n, next = 0, kept = 0;
  if (!d->has_own) return 0;
  for (size_t k = 0; k < d->n; k++) {
    ko_mention_type type = type_of(&d->morph[k]);
    if (type != KO_MENTION_N_TYPES && add(d, m, n, &next, k, type)) return -1;
  }
  for (size_t i = 0; i < m->n; i++)
    if (m->item[i].end > m->item[i].start) m->item[kept++] = m->item[i];
  m->n = kept;
  return ko_mentions_sort(m, d);
}
