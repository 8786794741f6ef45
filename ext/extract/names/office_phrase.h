/* Noun phrases with a title at their end, behind a name of a person and before it: 한서준 두레전자 전
** 반도체부문 사장(CEO), 두레그룹 회장 한서준. */
#ifndef KO_OFFICE_PHRASE_H
#define KO_OFFICE_PHRASE_H

#include "extract/names/reading.h"

enum {
  KO_OFFICE_BRACKET = 40, /* characters of a bracket behind a name that is passed over */
  KO_OFFICE_REACH = 40    /* characters from a name to the end of its title; README says so */
};

typedef struct ko_office_phrase {
  ko_span title, organization; /* start == end: none */
  uint32_t end;                /* of the title with the letters in a bracket behind it */
  int of_part;                 /* 1: the office is one of a part of an organisation */
} ko_office_phrase;

/* The character behind the bracket that opens at `at`; `at` itself if it does not close before `end`. */
uint32_t ko_after_bracket(const ko_text *t, uint32_t at, uint32_t end);

/* The phrase that begins at `from` and ends before `end`; `mention` is one that begins before it or the
** first behind `from`. Returns 1 if there is one. */
int ko_office_from(const ko_reading *r, size_t mention, uint32_t from, uint32_t end,
                   ko_office_phrase *p);
/* The phrase right before the name of mention i, also with 인 between: 오픈AI 창업자인 샘 올트먼. Text
** before `claimed` belongs to another person. Returns 1 if there is one. */
int ko_office_before(const ko_reading *r, size_t i, uint32_t claimed, ko_office_phrase *p);
/* The phrase that ends with morpheme k, wherever it stands. Returns 1 if there is one. */
int ko_office_ending(const ko_reading *r, uint32_t k, ko_office_phrase *p);

#endif
