/* Countries by their letters: 한미, 북·중·러, 韓美, 한-베트남. */
#ifndef KO_COUNTRIES_H
#define KO_COUNTRIES_H

#include "extract/clause/clause_words.h"

typedef struct ko_country_list {
  int n;
  int hanja;                    /* all of one hanja each */
  int16_t id[KO_MAX_COUNTRIES]; /* rows of ko_table_country, each of the country's own name */
} ko_country_list;

/* A list of countries at `at`. Returns where it ends, `at` if there is none. */
uint32_t ko_countries_at(const ko_text *t, uint32_t at, uint32_t end, ko_country_list *l);
/* The row of the own name of the country that is called so; -1. */
int ko_country_named(const char *name, size_t n);
/* The country that one syllable or hanja stands for (미, 日); -1. */
int ko_country_short(ko_lexeme lexeme);
/* The row of the country that the news are written in. */
int ko_country_of_news(void);

#endif
