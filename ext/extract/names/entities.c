#include "extract/names/entities.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "extract/names/bearers.h"
#include "extract/names/name_parts.h"
#include "extract/names/titles.h"
#include "extract/words/lookup.h"
#include "tables.h"
#include "text/hanja.h"

/* How mentions become entities
**  1. Mentions of the same spelling, white space put aside, are one. 美 is spelled 미국.
**  2. A name in brackets right behind another of its type is the same: 세계보건기구(WHO).
**  3. One word of a longer name of a person is that person: 올트먼, 샘 올트먼.
**  4. A short name of an organisation is the one longer name that begins with it: 삼성, 삼성전자.
**  5. A surname with a title is the person of that surname who has that title, or else the last
**     one of that surname who was named before.
*/

enum { LONGEST_NAME = 60 }; /* characters; a longer spelling is shown only if there is no other */

typedef struct proto { /* a spelling; those of one entity are joined to one of them */
  int parent;
  int first;       /* its first mention */
  int alias;       /* 1: stands in brackets only; never the name to show */
  uint32_t length; /* characters, without white space */
  int shown;       /* of a root: the spelling that is its name */
} proto;

typedef struct link { /* of a list of the people whose names share a word, the last one first */
  int proto, next;
} link;

typedef struct work {
  ko_reading *r;
  ko_map
      map; /* 'p' people, 'n' others: spelling to proto; 'w': word of a longer name to link; 'x', 'y':
                 two syllables of a whole name to proto, see piece */
  ko_buf key;
  proto *p;
  size_t n, cap;
  link *l;
  size_t n_links, cap_links;
  ko_bearers bearers; /* by the roots of their protos */
} work;

/* ---- keys ---- */

/* The key of characters [start, end): without white space, hanja of people by their reading.
** Returns how many characters it has. */
static uint32_t make_key(work *w, char kind, uint32_t start, uint32_t end) {
  const ko_text *t = &w->r->document->text;
  uint32_t n = 0;
  ko_buf_clear(&w->key);
  ko_buf_add(&w->key, &kind, 1);
  if (kind == 'n' && end - start == 1) {
    const char *country = ko_hanja_country(t->ch[start].cp);
    if (*country) {
      ko_buf_str(&w->key, country);
      return 2;
    }
  }
  for (uint32_t i = start; i < end; i++) {
    uint32_t c = t->ch[i].cp;
    if (t->klass[i] == KO_CLASS_SPACE) continue;
    if (kind != 'n' && t->klass[i] == KO_CLASS_HAN) {
      const char *surname = n == 0 ? ko_hanja_sense(c, KO_HANJA_SENSE_KIND_SURNAME) : "";
      if (*surname) {
        ko_buf_str(&w->key, surname);
        n++;
        continue;
      }
      ko_hanja_read(&w->r->document->model->hanja, &t->ch[i].cp, 1, &c, NULL);
      if (n == 0) c = ko_initial_sound(c);
    }
    ko_buf_char(&w->key, c);
    n++;
  }
  return n;
}

static int get(work *w) {
  return ko_map_get(&w->map, w->key.data, w->key.n);
}

static int put(work *w, int value) {
  return w->key.failed ? -1 : ko_map_put(&w->map, w->key.data, w->key.n, value);
}

/* ---- spellings ---- */

static int root(work *w, int i) {
  while (w->p[i].parent != i) i = w->p[i].parent = w->p[w->p[i].parent].parent;
  return i;
}

static void join(work *w, int a, int b) {
  a = root(w, a), b = root(w, b);
  if (a < b)
    w->p[b].parent = a;
  else
    w->p[a].parent = b;
}

/* The proto of the key in w->key, made if there is none. -1 when memory is out. */
static int proto_of_key(work *w, int mention, uint32_t length) {
  int i = get(w);
  if (w->key.failed) return -1;
  if (i != KO_MAP_NONE) return i;
  if (ko_grow(w->r->mem, &w->p, &w->cap, w->n + 1, sizeof *w->p) || put(w, (int)w->n)) return -1;
  i = (int)w->n++;
  memset(&w->p[i], 0, sizeof w->p[i]);
  w->p[i].parent = w->p[i].shown = i;
  w->p[i].first = mention;
  w->p[i].length = length;
  return i;
}

/* The mention in front of the bracket in which mention i stands and says only in other words what
** is in front: 세계보건기구(WHO), 손정의(일본명 손 마사요시). -1 if it stands in none. */
static int before_bracket(const ko_reading *r, size_t i) {
  const ko_text *t = &r->document->text;
  const ko_mention *item = r->mentions.item, *m = &item[i];
  uint32_t label = m->type == KO_MENTION_PERSON ? 6 : 0;
  if (m->end >= t->n || t->ch[m->end].cp != ')') return -1;
  for (size_t k = i;
       k-- > 0 && item[k].sentence == m->sentence && item[k].end + 1 + label >= m->start;)
    if (item[k].type == m->type && t->ch[item[k].end].cp == '(') return (int)k;
  return -1;
}

static int find_spellings(work *w) {
  ko_mentions *m = &w->r->mentions;
  for (size_t i = 0; i < m->n; i++) {
    ko_mention *x = &m->item[i];
    uint32_t length;
    int before;
    if (ko_work(m->mem, KO_MENTION_WORK)) return -1;
    if (!ko_is_name(x->type)) continue;
    length = make_key(w, x->type == KO_MENTION_PERSON ? 'p' : 'n', x->start, x->end);
    if (x->type == KO_MENTION_PERSON && length < 2) continue; /* see find_surnames */
    x->entity = proto_of_key(w, (int)i, length);
    if (x->entity < 0) return -1;
    before = before_bracket(w->r, i);
    if (before >= 0 && m->item[before].entity >= 0) {
      if (w->p[x->entity].first == (int)i) w->p[x->entity].alias = x->type == KO_MENTION_PERSON;
      join(w, x->entity, m->item[before].entity);
    }
  }
  return 0;
}

/* ---- people who share a word ---- */

/* Put a proto on the list of the key in w->key. */
static int add_link(work *w, int p) {
  int head = get(w);
  if (head != KO_MAP_NONE && w->l[head].proto == p) return 0;
  if (ko_grow(w->r->mem, &w->l, &w->cap_links, w->n_links + 1, sizeof *w->l)) return -1;
  w->l[w->n_links].proto = p;
  w->l[w->n_links].next = head == KO_MAP_NONE ? -1 : head;
  return put(w, (int)w->n_links++);
}

static int find_words(work *w) {
  const ko_text *t = &w->r->document->text;
  for (size_t i = 0; i < w->n; i++) {
    const ko_mention *m = &w->r->mentions.item[w->p[i].first];
    uint32_t first, last;
    if (ko_work(w->r->mem, KO_MENTION_WORK)) return -1;
    if (m->type != KO_MENTION_PERSON || !ko_mention_words(m, t, &first, &last)) continue;
    make_key(w, 'w', m->start, first);
    if (add_link(w, (int)i)) return -1;
    make_key(w, 'w', last, m->end);
    if (add_link(w, (int)i)) return -1;
  }
  return 0;
}

/* Join a name of one word to the one longer name that has this word; if there are several, to the
** one named last before it, or else to the first. Each list is walked once, by the name of that word. */
static int join_words(work *w) {
  for (size_t i = 0; i < w->n; i++) {
    const ko_mention *m = &w->r->mentions.item[w->p[i].first];
    int best = -1;
    if (ko_work(w->r->mem, KO_MENTION_WORK)) return -1;
    if (m->type != KO_MENTION_PERSON) continue;
    make_key(w, 'w', m->start, m->end);
    if (w->key.failed) return -1;
    for (int k = get(w); k >= 0; k = w->l[k].next) {
      int p = w->l[k].proto;
      if (p == (int)i || root(w, p) == root(w, (int)i)) continue;
      if (best < 0 || w->p[best].first > w->p[i].first) best = p;
    }
    if (best >= 0) join(w, (int)i, best);
  }
  return 0;
}

/* ---- pieces of names without white space ---- */

/* Two syllables that are all that is said of a person whose whole name has three or four. */
typedef struct piece {
  char kind;     /* of the key */
  uint32_t from; /* which syllable of the whole is its first */
  int (*is_whole)(const ko_text *t, const ko_mention *m);
  int (*is_piece)(const ko_text *t, const ko_mention *m);
} piece;

static int is_person_of(const ko_text *t, const ko_mention *m, uint32_t least, uint32_t most) {
  if (m->type != KO_MENTION_PERSON || m->end - m->start < least || m->end - m->start > most)
    return 0;
  for (uint32_t i = m->start; i < m->end; i++)
    if (t->klass[i] != KO_CLASS_HANGUL) return 0;
  return 1;
}

static int has_surname(const ko_text *t, const ko_mention *m) {
  return ko_lookup(&ko_table_surname, t, m->start, m->start + 1) >= 0;
}

/* A Chinese name begins with no surname of Koreans: 자오러지. */
static int is_chinese(const ko_text *t, const ko_mention *m) {
  return is_person_of(t, m, 3, 4) && !has_surname(t, m);
}
static int is_chinese_surname(const ko_text *t, const ko_mention *m) {
  return is_person_of(t, m, 2, 2) && !has_surname(t, m) && m->title.start >= m->end;
}
static int is_korean(const ko_text *t, const ko_mention *m) {
  return is_person_of(t, m, 3, 3) && has_surname(t, m);
}
static int is_given_name(const ko_text *t, const ko_mention *m) {
  return is_person_of(t, m, 2, 2);
}

/* Join each such piece to the one whole name of the document that has it. */
static int join_pieces(work *w, const piece *x) {
  enum { SEVERAL = -2 };
  const ko_text *t = &w->r->document->text;
  const ko_mention *item = w->r->mentions.item;
  for (size_t i = 0; i < w->n; i++) {
    const ko_mention *m = &item[w->p[i].first];
    int other;
    if (!x->is_whole(t, m)) continue;
    make_key(w, x->kind, m->start + x->from, m->start + x->from + 2);
    other = get(w);
    if (put(w, other == KO_MAP_NONE || (other >= 0 && root(w, other) == root(w, (int)i)) ? (int)i
                                                                                         : SEVERAL))
      return -1;
  }
  for (size_t i = 0; i < w->n; i++) {
    const ko_mention *m = &item[w->p[i].first];
    int whole;
    if (ko_work(w->r->mem, KO_MENTION_WORK)) return -1;
    if (!x->is_piece(t, m)) continue;
    make_key(w, x->kind, m->start, m->end);
    if (w->key.failed) return -1;
    whole = get(w);
    if (whole >= 0) join(w, whole, (int)i);
  }
  return 0;
}

static const piece surname = {'x', 0, is_chinese, is_chinese_surname}; /* 자오 위원장 */
static const piece given_name = {'y', 1, is_korean, is_given_name}; /* 하늘 씨, of 김하늘 */

/* ---- organisations ---- */

typedef struct spelling {
  const char *key;
  size_t n;
  int proto;
} spelling;

static int by_key(const void *x, const void *y) {
  const spelling *a = x, *b = y;
  int c = memcmp(a->key, b->key, a->n < b->n ? a->n : b->n);
  return c ? c : (a->n > b->n) - (a->n < b->n);
}

/* Does the name go on, after its first n characters, within a word: 삼성|전자, but not 오픈AI| 서비스? */
static int goes_on(const ko_text *t, const ko_mention *m, uint32_t n) {
  uint32_t at = m->start;
  for (; at < m->end && n > 0; at++) n -= t->klass[at] != KO_CLASS_SPACE;
  return at < m->end && t->klass[at] != KO_CLASS_SPACE;
}

static int join_prefixes(work *w) {
  size_t n = 0;
  spelling *s;
  if (w->n == 0) return 0;
  s = ko_alloc(w->r->mem, w->n * sizeof *s);
  if (!s) return -1;
  for (size_t i = 0; i < w->map.cap; i++) {
    const ko_map_slot *slot = &w->map.slot[i];
    if (slot->value == KO_MAP_NONE || w->map.keys.data[slot->at] != 'n') continue;
    if (w->r->mentions.item[w->p[slot->value].first].type != KO_MENTION_ORGANIZATION) continue;
    s[n].key = w->map.keys.data + slot->at;
    s[n].n = slot->n;
    s[n++].proto = slot->value;
  }
  qsort(s, n, sizeof *s, by_key);
  for (size_t i = 0; i < n; i++) {
    int only = -1, several = 0, whole = -1;
    for (size_t k = i + 1; k < n; k++) { /* all together, no more than the names have characters */
      size_t more = s[k].n - s[i].n;
      if (s[k].n < s[i].n || memcmp(s[k].key, s[i].key, s[i].n) != 0) break;
      if (ko_organization_part_names_of(
              ko_table_find(&ko_table_organization_part, s[k].key + s[i].n, more)) ==
          KO_ORGANIZATION_PART_NAMES_WHOLE)
        whole = s[k].proto;
      if (only >= 0 && root(w, only) != root(w, s[k].proto)) several = 1;
      only = s[k].proto;
    }
    if (whole >= 0)
      join(w, s[i].proto, whole);
    else if (only >= 0 && !several && w->p[s[i].proto].length >= 2 &&
             w->p[only].length >= w->p[s[i].proto].length + 2 &&
             goes_on(&w->r->document->text, &w->r->mentions.item[w->p[only].first],
                     w->p[s[i].proto].length))
      join(w, s[i].proto, only);
  }
  ko_free(w->r->mem, s);
  return 0;
}

/* ---- surnames ---- */

/* The one syllable of the surname that a Korean name, or a Chinese one (리창), begins with; 0 if it has
** none. */
static uint32_t surname_of(const ko_document *d, uint32_t start, uint32_t end) {
  if (end - start < 2 || end - start > 4) return 0;
  if (end - start > 3 && ko_lookup(&ko_table_surname, &d->text, start, start + 2) >= 0) return 0;
  return ko_surname_sound(d, start);
}

/* Note the surnames that the name of proto p gives: 황 of 젠슨 황 and of 황도윤. */
static int add_surnames(work *w, int p) {
  const ko_document *d = w->r->document;
  const ko_mention *m = &w->r->mentions.item[w->p[p].first];
  uint32_t first, last, found[2] = {0};
  if (m->type != KO_MENTION_PERSON) return 0;
  if (ko_mention_words(m, &d->text, &first, &last)) {
    if (first == m->start + 1) found[0] = ko_surname_sound(d, m->start);
    if (last + 1 == m->end) found[1] = ko_surname_sound(d, last);
  } else {
    found[0] = surname_of(d, m->start, m->end);
  }
  for (int k = 0; k < 2; k++)
    if (found[k] && ko_bearers_add(&w->bearers, found[k], root(w, p))) return -1;
  return 0;
}

/* A surname whose bearer the document does not name: with its title it is all there is of somebody. */
static int add_unknown(work *w, int i) {
  const ko_mention *m = &w->r->mentions.item[i];
  int title = ko_title_main(ko_title_at_end(&w->r->document->text, m->title));
  uint32_t length = make_key(w, 'p', m->start, m->end);
  if (title >= 0) ko_buf_str(&w->key, ko_title_word_of(title));
  return proto_of_key(w, i, length);
}

static int find_surnames(work *w) {
  ko_reading *r = w->r;
  const ko_document *d = r->document;
  for (size_t i = 0; i < w->n; i++)
    if (add_surnames(w, (int)i)) return -1;
  for (size_t k = 0; k < r->n_offices; k++) {
    int p = r->mentions.item[r->office[k].mention].entity;
    if (p >= 0 && ko_bearers_add_title(&w->bearers, &d->text, r->office[k].title, root(w, p)))
      return -1;
  }
  for (size_t i = 0; i < r->mentions.n; i++) {
    ko_mention *m = &r->mentions.item[i];
    if (ko_work(r->mem, KO_MENTION_WORK)) return -1;
    if (m->type != KO_MENTION_PERSON) continue;
    if (m->entity < 0)
      m->entity = ko_bearers_find(&w->bearers, ko_surname_sound(d, m->start),
                                  ko_title_at_end(&d->text, m->title));
    if (m->entity < 0) m->entity = add_unknown(w, (int)i);
    if (m->entity < 0) return -1;
    ko_bearers_name(&w->bearers, root(w, m->entity));
  }
  return 0;
}

/* ---- the entities ---- */

/* The words of a mention as a name. A lone surname is shown with its title. */
static const char *name_of(ko_reading *r, const ko_mention *m) {
  const ko_text *t = &r->document->text;
  uint32_t end = m->end, from = m->start;
  int space = 0;
  char *name;
  ko_buf b;
  ko_buf_init(&b, r->mem);
  if (m->type == KO_MENTION_PERSON && end - from == 1 && m->title.end > end) end = m->title.end;
  if (m->type != KO_MENTION_PERSON && end - from == 1) {
    const char *country = ko_hanja_country(t->ch[from].cp);
    ko_buf_str(&b, country);
    if (*country) from = end;
  }
  for (; from < end; from++) {
    if (t->klass[from] == KO_CLASS_SPACE) {
      space = 1;
      continue;
    }
    if (space) ko_buf_char(&b, ' ');
    space = 0;
    ko_buf_char(&b, t->ch[from].cp);
  }
  name = b.failed ? NULL : ko_arena_alloc(&r->arena, b.n + 1);
  if (name) {
    if (b.n) memcpy(name, b.data, b.n);
    name[b.n] = 0;
  }
  ko_buf_free(&b);
  return name;
}

static int make_entities(work *w) {
  ko_reading *r = w->r;
  int *number; /* of the entity of each root, -1 none yet */
  int failed = 0;
  if (w->n == 0) return 0;
  number = ko_alloc(r->mem, w->n * sizeof *number);
  if (!number) return -1;
  for (size_t i = 0; i < w->n; i++) number[i] = -1;
  for (size_t i = 0; i < r->mentions.n && !failed; i++) {
    ko_mention *m = &r->mentions.item[i];
    int p;
    if (m->entity < 0) continue;
    p = root(w, m->entity);
    if (number[p] < 0) {
      if (ko_grow(r->mem, &r->entity, &r->cap_entities, r->n_entities + 1, sizeof *r->entity)) {
        failed = 1;
        break;
      }
      number[p] = (int)r->n_entities;
      memset(&r->entity[r->n_entities], 0, sizeof *r->entity);
      r->entity[r->n_entities++].type = m->type;
    }
    m->entity = number[p];
  }
  for (size_t i = 0; i < w->n; i++) { /* the longest spelling is the name */
    proto *top = &w->p[root(w, (int)i)], *best = &w->p[top->shown];
    if (w->p[i].alias < best->alias ||
        (w->p[i].alias == best->alias && w->p[i].length > best->length &&
         w->p[i].length <= LONGEST_NAME))
      top->shown = (int)i;
  }
  for (size_t i = 0; i < w->n && !failed; i++)
    if (number[i] >= 0) {
      const char *name = name_of(r, &r->mentions.item[w->p[w->p[i].shown].first]);
      r->entity[number[i]].name = name;
      failed = !name;
    }
  ko_free(r->mem, number);
  return failed ? -1 : 0;
}

/* ---- offices of entities ---- */

/* The organisation whose name is the first word of a place: 삼성전자 평택 공장. */
static int begins_with_organization(work *w, const ko_mention *m, ko_span *out) {
  const ko_text *t = &w->r->document->text;
  uint32_t end = m->start;
  int p;
  while (end < m->end && t->klass[end] != KO_CLASS_SPACE) end++;
  if (end == m->end) return 0;
  make_key(w, 'n', m->start, end);
  p = w->key.failed ? KO_MAP_NONE : get(w);
  if (p == KO_MAP_NONE || w->r->mentions.item[w->p[p].first].type != KO_MENTION_ORGANIZATION)
    return 0;
  *out = (ko_span){m->start, end};
  return 1;
}

/* 이정배 메모리사업부장 after 삼성전자 경 사장과: the head of a part belongs where the one before
** does. *where is the last place of the sentence that a mention names; note what mention i adds. */
static void note_place(work *w, int i, ko_span *where) {
  const ko_reading *r = w->r;
  const ko_mention *m = &r->mentions.item[i];
  if (m->type == KO_MENTION_ORGANIZATION)
    *where = (ko_span){m->start, m->end};
  else if (m->type == KO_MENTION_LOCATION)
    begins_with_organization(w, m, where);
  else if (m->type == KO_MENTION_PERSON && r->entity[m->entity].organization.end)
    *where = r->entity[m->entity].organization;
}

static void inherit_organizations(work *w) {
  ko_reading *r = w->r;
  ko_span where = {0, 0};
  size_t k = 0;
  for (int i = 0; i < (int)r->mentions.n; i++) {
    const ko_mention *m = &r->mentions.item[i];
    if (i && m[-1].sentence != m->sentence) where = (ko_span){0, 0};
    for (; k < r->n_offices && r->office[k].mention == i; k++) {
      ko_office *o = &r->office[k];
      ko_entity *e = &r->entity[m->entity];
      if (o->organization.end || !o->of_part) continue;
      o->organization = where;
      if (!e->organization.end) e->organization = where;
    }
    note_place(w, i, &where);
  }
}

static void give_offices(work *w) {
  ko_reading *r = w->r;
  for (int pass = 0; pass < 2; pass++) /* an office with its organisation goes before one without */
    for (size_t k = 0; k < r->n_offices; k++) {
      const ko_office *o = &r->office[k];
      ko_entity *e = &r->entity[r->mentions.item[o->mention].entity];
      if (pass == 0 && !o->organization.end) continue;
      if (!e->title.end) {
        e->title = o->title;
        e->organization = o->organization;
      }
    }
  inherit_organizations(w);
}

/* ---- people within the names of others ---- */

/* The person of this spelling, or the one named last of those whose name has it as a word. */
static int person_at(void *of, uint32_t start, uint32_t end) {
  work *w = of;
  int p;
  if (make_key(w, 'p', start, end) < 2) return -1;
  p = get(w);
  if (p == KO_MAP_NONE) {
    make_key(w, 'w', start, end);
    p = get(w);
    if (p != KO_MAP_NONE) p = w->l[p].proto;
  }
  return w->key.failed || p == KO_MAP_NONE ? -1 : w->r->mentions.item[w->p[p].first].entity;
}

int ko_entities_resolve(ko_reading *r) {
  work w;
  int failed;
  memset(&w, 0, sizeof w);
  w.r = r;
  ko_map_init(&w.map, r->mem);
  ko_buf_init(&w.key, r->mem);
  ko_bearers_init(&w.bearers, r->mem);
  failed = find_spellings(&w) || find_words(&w) || join_words(&w) || join_pieces(&w, &surname) ||
           join_pieces(&w, &given_name) || join_prefixes(&w) || find_surnames(&w) ||
           make_entities(&w);
  if (!failed) give_offices(&w);
  failed = failed || ko_name_parts_find(r, person_at, &w);
  ko_map_free(&w.map);
  ko_buf_free(&w.key);
  ko_bearers_free(&w.bearers);
  ko_free(r->mem, w.p);
  ko_free(r->mem, w.l);
  return failed ? -1 : 0;
}
