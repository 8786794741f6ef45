#include "extract/clause/countries.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "text/marks.h"

/* The row of the country with this own name among those of its key; -1. */
static int own_row(const char *name) {
  return ko_table_find(&ko_table_country, name, strlen(name));
}

int ko_country_named(const char *name, size_t n) {
  for (int row = ko_table_find(&ko_table_country, name, n); row >= 0;
       row = ko_table_next(&ko_table_country, row))
    if (ko_country_class_of(row) == KO_COUNTRY_CLASS_FULL) {
      const char *own = ko_country_name_of(row);
      return strlen(own) == n && memcmp(own, name, n) == 0 ? row : own_row(own);
    }
  return -1;
}

int ko_country_short(ko_lexeme lexeme) {
  int row = ko_lexeme_row(lexeme, &ko_table_country);
  const char *name = ko_country_name_of(row);
  return ko_country_class_of(row) == KO_COUNTRY_CLASS_SHORT ? ko_country_named(name, strlen(name))
                                                            : -1;
}

int ko_country_of_news(void) {
  int row = 0;
  while (row + 1 < ko_table_country.rows && !ko_country_home_of(row)) row++;
  return row;
}

/* ---- lists ---- */

/* Add names divided by spaces. Returns 0, or -1 when one is no country or there is no room. */
static int add_names(ko_country_list *l, const char *names) {
  while (*names) {
    size_t n = strcspn(names, " ");
    int id = ko_country_named(names, n);
    if (id < 0 || l->n == KO_MAX_COUNTRIES) return -1;
    l->id[l->n++] = (int16_t)id;
    names += n;
    if (*names) names++;
  }
  return 0;
}

static int is_letter(const ko_text *t, uint32_t i) {
  return t->klass[i] != KO_CLASS_SPACE && t->klass[i] != KO_CLASS_SYMBOL;
}

/* One item at `at`: the longest name, compound or short form. Returns where it ends, `at` if none. */
static uint32_t item_at(const ko_text *t, uint32_t at, uint32_t end, ko_country_list *l,
                        int *is_short) {
  uint32_t behind;
  int row = ko_lookup_starting(&ko_table_country, t, at, end, 0, &behind);
  while (ko_country_class_of(row) == KO_COUNTRY_CLASS_AFTER)
    row = ko_table_next(&ko_table_country, row);
  *is_short = ko_country_class_of(row) == KO_COUNTRY_CLASS_SHORT;
  if (row < 0 || add_names(l, ko_country_name_of(row))) return at;
  if (t->klass[at] != KO_CLASS_HAN) l->hanja = 0;
  return behind;
}

/* May a list of countries end before character i? */
static int may_end(const ko_text *t, uint32_t i, uint32_t end) {
  if (i == end || !is_letter(t, i)) return 1;
  for (uint32_t n = 1; n <= 3 && i + n <= end; n++)
    for (int row = ko_lookup(&ko_table_country, t, i, i + n); row >= 0;
         row = ko_table_next(&ko_table_country, row))
      if (ko_country_class_of(row) == KO_COUNTRY_CLASS_AFTER) return 1;
  return 0;
}

static int divides(uint32_t c) {
  return ko_is_dot(c) || ko_is_dash(c) || c == '/';
}

uint32_t ko_countries_at(const ko_text *t, uint32_t at, uint32_t end, ko_country_list *l) {
  uint32_t i = at, next;
  int is_short;
  l->n = 0;
  l->hanja = 1;
  if (at > 0 && is_letter(t, at - 1)) return at;
  for (;;) {
    ko_country_list before;
    next = item_at(t, i, end, l, &is_short);
    if (next == i) return at;
    i = next;
    if (i < end && t->klass[i] == KO_CLASS_HAN && l->hanja && is_short && l->n < 3) continue;
    if (i + 1 >= end || !divides(t->ch[i].cp)) break;
    before = *l;
    next = item_at(t, i + 1, end, l, &is_short);
    *l = before;
    if (next == i + 1) break;
    i++;
  }
  if (l->n >= 2) return may_end(t, i, end) ? i : at;
  if (l->hanja && is_short) return i == end || t->klass[i] != KO_CLASS_HAN ? i : at;
  return at;
}
