#include "text/collate.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/uversion.h>

void *ko_collator_open(const char **error) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *c = ucol_open("ko", &status);
  *error = NULL;
  if (U_SUCCESS(status))
    ucol_setAttribute(c, UCOL_NORMALIZATION_MODE, UCOL_ON, &status); /* NFD sorts as NFC */
  if (U_SUCCESS(status)) return c;
  if (c) ucol_close(c);
  *error = u_errorName(status);
  return NULL;
}

void ko_collator_close(void *collator) {
  if (collator) ucol_close(collator);
}

int ko_collate(const void *collator, const char *a, int n_a, const char *b, int n_b, int *order) {
  UErrorCode status = U_ZERO_ERROR;
  int n = n_a < n_b ? n_a : n_b;
  int c = (int)ucol_strcollUTF8(collator, a, n_a, b, n_b, &status);
  *order = 0;
  if (U_FAILURE(status)) return -1;
  if (c == 0 && n) c = memcmp(a, b, (size_t)n);
  *order = c ? c : n_a - n_b;
  return 0;
}

const char *ko_icu_version(void) {
  return U_ICU_VERSION;
}
