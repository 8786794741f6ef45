#include "extract/amounts/law_article.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

enum { LONGEST_NOUN = 4 }; /* characters of a key of the table of laws' last words */

/* The character before the white space that may stand before `at`; `at` itself if there is none. */
static uint32_t skip_space_back(const ko_document *d, uint32_t at) {
  return at > 0 && d->text.klass[at - 1] == KO_CLASS_SPACE ? at - 1 : at;
}

/* 형법 5조, 특검법 제11조. */
static int follows_law(const ko_document *d, uint32_t start) {
  uint32_t end = skip_space_back(d, start), from = end > LONGEST_NOUN ? end - LONGEST_NOUN : 0;
  return end > 0 && ko_lookup_ending(&ko_table_law_noun, &d->text, from, end, &from) >= 0;
}

/* 제5조. */
static int is_numbered(const ko_document *d, uint32_t start) {
  uint32_t end = skip_space_back(d, start);
  return end > 0 && ko_tag_at(d, end - 1) == KO_TAG_XPN &&
         ko_number_prefix_kind_of(ko_lookup(&ko_table_number_prefix, &d->text, end - 1, end)) ==
             KO_NUMBER_PREFIX_KIND_ORDINAL;
}

/* Do amounts in the units [a, b) and `second`, a key of the table of units, stand one behind the other? */
static int are_pair(const ko_document *d, uint32_t a, uint32_t b, uint32_t c, uint32_t end) {
  int pair = ko_lookup(&ko_table_measure_pair, &d->text, a, b);
  int row = ko_lookup(&ko_table_unit, &d->text, c, end);
  while (pair >= 0 && row >= 0 &&
         strcmp(ko_measure_pair_second_of(pair), ko_unit_form_of(row)) != 0)
    pair = ko_table_next(&ko_table_measure_pair, pair);
  return pair >= 0 && row >= 0;
}

/* 5조 2항, from 조 on. */
static int precedes_clause(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t p = ko_skip_space(d, at + 1, limit), q = p;
  while (ko_is_digit(ko_cp_at(d, q, limit)) && q < p + 3) q++;
  return q > p && q < limit && are_pair(d, at, at + 1, q, q + 1);
}

/* 2인 1조, from the number of groups on. */
static int follows_group(const ko_document *d, uint32_t start, uint32_t at) {
  uint32_t end = skip_space_back(d, start);
  return end > 1 && ko_is_digit(d->text.ch[end - 2].cp) && are_pair(d, end - 1, end, at, at + 1);
}

/* 5조 원, 5조3천억: what money is told in stands behind 조. */
static int goes_on_as_money(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t p = ko_skip_space(d, at + 1, limit), end;
  return ko_is_digit(ko_cp_at(d, p, limit)) ||
         ko_unit_type_of(ko_lookup_starting(&ko_table_unit, &d->text, p, limit, 0, &end)) ==
             KO_UNIT_TYPE_MONEY;
}

int ko_law_article_names(const ko_document *d, uint32_t start, uint32_t at, uint32_t limit) {
  return is_numbered(d, start) || precedes_clause(d, at, limit) ||
         (follows_law(d, start) && !goes_on_as_money(d, at, limit));
}

int ko_law_article_counts(const ko_document *d, uint32_t start, uint32_t at, uint32_t limit) {
  return ko_law_article_names(d, start, at, limit) || follows_group(d, start, at);
}
