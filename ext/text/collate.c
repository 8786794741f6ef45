#include "text/collate.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/uversion.h>

void *ko_collator_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *c = ucol_open("ko", &status);
  if (U_FAILURE(status)) return NULL;
  ucol_setAttribute(c, UCOL_NORMALIZATION_MODE, UCOL_ON, &status); /* NFD sorts as NFC */
  return c;
}

void ko_collator_close(void *collator) {
  if (collator) ucol_close(collator);
}

int ko_collate(const void *collator, const char *a, int n_a, const char *b, int n_b) {
  UErrorCode status = U_ZERO_ERROR;
  int n = n_a < n_b ? n_a : n_b;
  int c = collator ? (int)ucol_strcollUTF8(collator, a, n_a, b, n_b, &status) : 0;
  if (c == 0 && n) c = memcmp(a, b, (size_t)n);
  return c ? c : n_a - n_b;
}

const char *ko_icu_version(void) {
  return U_ICU_VERSION;
}
