#include "extract/entities.h"

#include <string.h>

#include "base/buf.h"

int ko_entities_resolve(ko_reading *r) {
  for (size_t i = 0; i < r->mentions.n; i++) {
    ko_mention *m = &r->mentions.item[i];
    ko_entity *e;
    ko_buf b;
    char *name;
    if (!ko_is_name(m->type)) continue;
    if (ko_grow(r->mem, &r->entity, &r->cap_entities, r->n_entities + 1, sizeof *r->entity))
      return -1;
    e = &r->entity[r->n_entities];
    memset(e, 0, sizeof *e);
    ko_buf_init(&b, r->mem);
    for (uint32_t k = m->start; k < m->end; k++) ko_buf_char(&b, r->document->text.ch[k].cp);
    name = b.failed ? NULL : ko_arena_alloc(&r->arena, b.n + 1);
    if (name) {
      memcpy(name, b.data, b.n);
      name[b.n] = 0;
    }
    ko_buf_free(&b);
    if (!name) return -1;
    e->type = m->type;
    e->name = name;
    e->first = (int)i;
    e->n = 1;
    m->entity = (int)r->n_entities++;
  }
  return 0;
}
