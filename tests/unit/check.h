/* What the unit tests share: CHECK(condition) prints what does not hold and goes on; main() ends
** with `return check_result();`. */
#ifndef KO_CHECK_H
#define KO_CHECK_H

#include <stdio.h>

static int check_failures;

#define CHECK(condition)                                                                           \
  ((condition) ? (void)0                                                                           \
               : (void)(check_failures++, printf("%s:%d: %s\n", __FILE__, __LINE__, #condition)))
#define CHECK_TEXT(got, wanted)                                                                    \
  (strcmp(got, wanted) == 0                                                                        \
       ? (void)0                                                                                   \
       : (void)(check_failures++,                                                                  \
                printf("%s:%d: %s is %s, not %s\n", __FILE__, __LINE__, #got, got, wanted)))

static int check_result(void) {
  return check_failures > 0;
}

#endif
