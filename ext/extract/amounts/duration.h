/* Lengths of time as written: 3년 6개월, 넉 달 반, 1박 2일, 사흘. */
#ifndef KO_DURATION_H
#define KO_DURATION_H

#include "morph/document.h"

typedef struct ko_length {
  double low, high; /* equal for one number */
  const char *unit; /* a constant: century, year, quarter, month, week, day, hour, minute, second */
  int some;         /* the number is not told (몇 달) */
  int words;        /* no digits in it */
  uint32_t end;
} ko_length;

/* Read the length that begins at character `at`. Returns 1 if there is one. */
int ko_length_read(const ko_document *d, uint32_t at, uint32_t limit, ko_length *out);

/* Coarse to fine, -1 for what is no unit of time. */
int ko_time_unit_rank(const char *unit);

/* Does what follows character `at` (or stands before it) show that "10일", "3년" is a length: 10일간, 3년
** 만에, 5일 전, 최장 10일? With `strict`, 전 before a noun is not enough (18일 전 지역). */
int ko_length_follows(const ko_document *d, uint32_t at, uint32_t limit, int strict);
int ko_length_precedes(const ko_document *d, uint32_t at);

#endif
