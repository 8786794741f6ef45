/* Print the Korean names of countries and of the cities of time zones, as ICU has them (CLDR, Unicode
** licence): class TAB name. Their lines are in places.tsv. */
#include <stdio.h>
#include <unicode/uchar.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

static void print(const char *class, const UChar *name, int n) {
  char utf8[512];
  UErrorCode e = U_ZERO_ERROR;
  u_strToUTF8(utf8, sizeof utf8, NULL, name, n, &e);
  if (U_SUCCESS(e) && (unsigned char)utf8[0] >= 0xEA) printf("%s\t%s\n", class, utf8);
}

int main(void) {
  UErrorCode e = U_ZERO_ERROR;
  UEnumeration *zones;
  const UChar *zone;
  UChar name[256];
  int32_t n;
  UDateFormat *format;
  for (const char *const *c = uloc_getISOCountries(); *c; c++) {
    char id[16];
    snprintf(id, sizeof id, "und_%s", *c);
    e = U_ZERO_ERROR;
    n = uloc_getDisplayCountry(id, "ko", name, 256, &e);
    if (U_SUCCESS(e)) print("country", name, n);
  }
  e = U_ZERO_ERROR;
  zones = ucal_openTimeZones(&e);
  while (U_SUCCESS(e) && (zone = uenum_unext(zones, &n, &e)) != NULL) {
    UErrorCode f = U_ZERO_ERROR;
    static const UChar pattern[] = {'V', 'V', 'V', 0};
    format = udat_open(UDAT_PATTERN, UDAT_PATTERN, "ko", zone, n, pattern, 3, &f);
    if (U_SUCCESS(f)) n = udat_format(format, 0, name, 256, NULL, &f);
    if (U_SUCCESS(f)) print("city", name, n);
    udat_close(format);
  }
  uenum_close(zones);
  return 0;
}
