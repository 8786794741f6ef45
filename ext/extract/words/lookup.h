/* Looking stretches of a document up in the tables. */
#ifndef KO_LOOKUP_H
#define KO_LOOKUP_H

#include "base/table.h"
#include "text/chars.h"

enum { KO_MAX_KEY = 24 }; /* longest key that is looked for, in characters */

/* The word of the lexicon that is exactly the characters [start, end). */
ko_lexeme ko_lexeme_at(const ko_text *text, uint32_t start, uint32_t end);
/* The row whose key is exactly the characters [start, end), -1 if there is none. */
int ko_lookup(const ko_table *table, const ko_text *text, uint32_t start, uint32_t end);
/* The same for the longest key that ends at `end` and starts at `from` or later; *start is where it
** does. */
int ko_lookup_ending(const ko_table *table, const ko_text *text, uint32_t from, uint32_t end,
                     uint32_t *start);
/* The same for the longest key that begins at `start` and ends at `limit` or before; *end is where it
** does. With `spaced`, single white space inside the words counts for nothing. */
int ko_lookup_starting(const ko_table *table, const ko_text *text, uint32_t start, uint32_t limit,
                       int spaced, uint32_t *end);
/* The same for the longest key that has one of these classes; `classes_of` is the accessor of a column
** of classes of the table. */
int ko_lookup_class(const ko_table *table, int (*classes_of)(int row), int classes,
                    const ko_text *text, uint32_t start, uint32_t limit, uint32_t *end);
/* May a key begin at `start`, with or without white space inside it? 0 says no for certain. */
int ko_lookup_may_start(const ko_table *table, const ko_text *text, uint32_t start);
/* How many keys begin with the character at `at`; *row is the first of them, the others follow. */
uint32_t ko_lookup_head(const ko_table *table, const ko_text *text, uint32_t at, int *row);

#endif
