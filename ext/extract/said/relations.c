#include "extract/said/relations.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "extract/names/titles.h"
#include "extract/said/office_statements.h"

void ko_relations_init(ko_relations *x, const ko_mem *mem) {
  memset(x, 0, sizeof *x);
  x->mem = mem;
}

void ko_relations_free(ko_relations *x) {
  if (x->mem) ko_free(x->mem, x->item);
  memset(x, 0, sizeof *x);
}

/* ---- what makes two statements the same fact ---- */

static void add_words(ko_buf *key, const ko_text *t, ko_span s) {
  for (uint32_t i = s.start; i < s.end; i++)
    if (t->klass[i] != KO_CLASS_SPACE) ko_buf_char(key, t->ch[i].cp);
}

/* The person and the title, by one word where there are two for the same office (CEO, 최고경영자) and
** without what stands in brackets. */
static void title_key(const ko_reading *r, int entity, ko_span title, ko_buf *key) {
  const ko_text *t = &r->document->text;
  ko_title_sense sense = ko_title_read(t, title);
  ko_buf_clear(key);
  ko_buf_int(key, entity);
  ko_buf_str(key, " ");
  if (sense.main && sense.office.start == title.start)
    ko_buf_str(key, sense.main);
  else
    add_words(key, t, (ko_span){title.start, sense.office.end});
}

static int is_none(ko_span s) {
  return s.start >= s.end;
}

static int is_of_company(const ko_text *t, ko_span title) {
  int row = ko_title_at_end(t, title);
  return ko_title_of_of(row) == KO_TITLE_OF_COMPANY ||
         ko_title_kind_of(row) == KO_TITLE_KIND_PART;
}

/* Where an office of which that is not said is held: at the company where the person is something else too;
** a member of parliament who was minister is none of the ministry. */
static ko_span of_company(const ko_reading *r, int entity, ko_span title) {
  const ko_text *t = &r->document->text;
  const ko_entity *e = &r->entity[entity];
  ko_span none = {0, 0};
  return is_of_company(t, title) && is_of_company(t, e->title) ? e->organization : none;
}

static int by_place(const void *x, const void *y) {
  const ko_relation *a = x, *b = y;
  if (a->mention != b->mention) return a->mention < b->mention ? -1 : 1;
  if (a->title.start != b->title.start) return a->title.start < b->title.start ? -1 : 1;
  if (a->title.end != b->title.end) return a->title.end < b->title.end ? -1 : 1;
  return (a->organization.start > b->organization.start) -
         (a->organization.start < b->organization.start);
}

int ko_relations_find(const ko_reading *r, ko_relations *out) {
  ko_office_statements told;
  ko_map seen; /* person and title to the relation; with the organisation behind it, to 0 */
  ko_buf key;
  int failed = 0;
  ko_map_init(&seen, r->mem);
  ko_buf_init(&key, r->mem);
  ko_office_statements_init(&told, r->mem);
  failed = ko_office_statements_find(r, &told);
  for (int pass = 0; pass < 2;
       pass++) /* a statement with its organisation makes one without needless */
    for (size_t k = 0; k < told.n && !failed; k++) {
      const ko_office *o = &told.item[k];
      ko_relation *x;
      int entity = r->mentions.item[o->mention].entity, at;
      if ((failed = ko_work(r->mem, KO_MENTION_WORK)) != 0) break;
      if (is_none(o->organization) != pass) continue;
      title_key(r, entity, o->title, &key);
      if (key.failed) {
        failed = 1;
        break;
      }
      at = ko_map_get(&seen, key.data, key.n);
      if (pass && at != KO_MAP_NONE) continue;
      if (at == KO_MAP_NONE) failed |= ko_map_put(&seen, key.data, key.n, (int)out->n);
      ko_buf_str(&key, " ");
      add_words(&key, &r->document->text, o->organization);
      if (!key.failed && ko_map_get(&seen, key.data, key.n) != KO_MAP_NONE) continue;
      failed |= key.failed || ko_map_put(&seen, key.data, key.n, 0) ||
                ko_grow(out->mem, &out->item, &out->cap, out->n + 1, sizeof *out->item);
      if (failed) break;
      x = &out->item[out->n++];
      x->entity = entity;
      x->title = o->title;
      x->organization = o->organization.end ? o->organization : of_company(r, entity, o->title);
      x->mention = o->mention;
    }
  ko_office_statements_free(&told);
  ko_map_free(&seen);
  ko_buf_free(&key);
  if (failed) return -1;
  if (out->n) qsort(out->item, out->n, sizeof *out->item, by_place);
  return 0;
}
