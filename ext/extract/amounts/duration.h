/* Lengths of time as written: 3년 6개월, 넉 달 반, 1박 2일, 사흘. */
#ifndef KO_DURATION_H
#define KO_DURATION_H

#include "morph/document.h"
#include "tables.h"

typedef struct ko_duration {
  double low, high;  /* in `unit`; equal for one number */
  ko_unit_time unit; /* the finest that it is told in */
  int some;          /* the number is not told (몇 달) */
  int words;         /* no digits in it */
  uint32_t end;      /* the character after it */
} ko_duration;

/* Read the length that begins at character `at`. Returns 1 if there is one. */
int ko_duration_read(const ko_document *d, uint32_t at, uint32_t limit, ko_duration *out);

/* The SQL name of a unit of time, a constant: "year", "minute" ... */
const char *ko_duration_unit_name(ko_unit_time unit);

/* A word beside a length that has one of these roles (KO_LENGTH_CUE_ROLE_...) at character `at`: the
** character after it, or 0. */
uint32_t ko_duration_cue(const ko_document *d, uint32_t at, uint32_t limit, int roles);
/* Does what follows character `at` (or stands before it) show that "10일", "3년" is a length: 10일간, 3년
** 만에, 5일 전, 최장 10일? With `strict`, 전 before a noun is not enough (18일 전 지역). */
int ko_duration_follows(const ko_document *d, uint32_t at, uint32_t limit, int strict);
int ko_duration_precedes(const ko_document *d, uint32_t at);
/* Is what stands at `at` the length of a punishment, whose months are 월: 징역 1년 6월, 금고 10월? */
int ko_duration_is_term(const ko_document *d, uint32_t at, uint32_t limit);
/* 반, "and a half", at `at`: the character after it, or 0. */
uint32_t ko_duration_half(const ko_document *d, uint32_t at, uint32_t limit);

#endif
