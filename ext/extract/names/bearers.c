#include "extract/names/bearers.h"

#include <string.h>

#include "extract/names/titles.h"
#include "text/hanja.h"

void ko_bearers_init(ko_bearers *b, const ko_mem *mem) {
  memset(b, 0, sizeof *b);
  b->mem = mem;
  ko_map_init(&b->map, mem);
}

void ko_bearers_free(ko_bearers *b) {
  if (!b->mem) return;
  ko_map_free(&b->map);
  ko_free(b->mem, b->group);
  ko_free(b->mem, b->link);
  ko_free(b->mem, b->first);
  memset(b, 0, sizeof *b);
}

uint32_t ko_surname_sound(const ko_document *d, uint32_t at) {
  uint32_t c = d->text.ch[at].cp;
  const char *usual;
  if (d->text.klass[at] != KO_CLASS_HAN) return c;
  usual = ko_hanja_sense(c, KO_HANJA_SENSE_KIND_SURNAME);
  if (*usual) {
    ko_unit((const unsigned char *)usual, strlen(usual), &c);
    return c;
  }
  ko_hanja_read(&d->model->hanja, &d->text.ch[at].cp, 1, &c, NULL);
  return ko_initial_sound(c);
}

/* ---- groups ---- */

typedef struct key {
  uint32_t surname;
  int32_t title;
} key;

static const ko_bearer_group *group_of(const ko_bearers *b, uint32_t surname, int title) {
  const key k = {surname, title};
  int i = ko_map_get(&b->map, (const char *)&k, sizeof k);
  return i == KO_MAP_NONE ? NULL : &b->group[i];
}

/* The group's number, made if there is none; -1 when memory is out. */
static int make_group(ko_bearers *b, uint32_t surname, int title) {
  const key k = {surname, title};
  int i = ko_map_get(&b->map, (const char *)&k, sizeof k);
  if (i != KO_MAP_NONE) return i;
  if (ko_grow(b->mem, &b->group, &b->cap_groups, b->n_groups + 1, sizeof *b->group) ||
      ko_map_put(&b->map, (const char *)&k, sizeof k, (int)b->n_groups))
    return -1;
  b->group[b->n_groups] = (ko_bearer_group){surname, title, -1, -1, 0};
  return (int)b->n_groups++;
}

/* A person is in few groups: one for each word of the titles. */
static int is_in(const ko_bearers *b, int person, int group) {
  for (int l = b->first[person]; l >= 0; l = b->link[l].next)
    if (b->link[l].group == group) return 1;
  return 0;
}

static int join(ko_bearers *b, uint32_t surname, int title, int person) {
  int i = make_group(b, surname, title);
  ko_bearer_group *g;
  if (i < 0) return -1;
  if (is_in(b, person, i)) return 0;
  if (ko_grow(b->mem, &b->link, &b->cap_links, b->n_links + 1, sizeof *b->link)) return -1;
  b->link[b->n_links] = (ko_bearer_link){i, b->first[person]};
  b->first[person] = (int)b->n_links++;
  g = &b->group[i];
  g->several |= g->earliest >= 0;
  if (g->earliest < 0 || person < g->earliest) g->earliest = person;
  return 0;
}

int ko_bearers_add(ko_bearers *b, uint32_t surname, int person) {
  if (ko_grow(b->mem, &b->first, &b->cap_people, (size_t)person + 1, sizeof *b->first)) return -1;
  while (b->n_people <= (size_t)person) b->first[b->n_people++] = -1;
  return join(b, surname, -1, person);
}

/* Note that a person has a title, with each of the surnames. */
static int add_row(ko_bearers *b, int title, int person) {
  for (int l = b->first[person]; l >= 0; l = b->link[l].next) {
    const ko_bearer_group *g = &b->group[b->link[l].group];
    if (g->title < 0 && join(b, g->surname, ko_title_main(title), person)) return -1;
  }
  return 0;
}

int ko_bearers_add_title(ko_bearers *b, const ko_text *t, ko_span title, int person) {
  uint32_t at = 0;
  int row = ko_title_at_end(t, title);
  if ((size_t)person >= b->n_people) return 0;
  if (row >= 0 && add_row(b, row, person)) return -1;
  while ((row = ko_title_within(t, title, &at)) >= 0)
    if (add_row(b, row, person)) return -1;
  return 0;
}

void ko_bearers_name(ko_bearers *b, int person) {
  if ((size_t)person >= b->n_people) return;
  for (int l = b->first[person]; l >= 0; l = b->link[l].next)
    b->group[b->link[l].group].latest = person;
}

int ko_bearers_have(const ko_bearers *b, uint32_t surname, int title) {
  return group_of(b, surname, title < 0 ? -1 : ko_title_main(title)) != NULL;
}

int ko_bearers_find(const ko_bearers *b, uint32_t surname, int title) {
  const ko_bearer_group *all = group_of(b, surname, -1),
                        *g = title < 0 ? NULL : group_of(b, surname, ko_title_main(title));
  if (g) return g->latest >= 0 ? g->latest : g->earliest;
  if (!all) return -1;
  /* 金여사, 尹: nobody else is meant, even if the full name comes later */
  return all->latest < 0 && title < 0 && !all->several ? all->earliest : all->latest;
}
