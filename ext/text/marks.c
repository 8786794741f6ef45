#include "text/marks.h"

#include <string.h>

#include "text/chars.h"

int ko_mark_row(uint32_t cp) {
  if (cp >= 0xAC00 || (cp < 0x80 && ((cp | 32) - 'a' < 26 || cp - '0' < 10))) return -1;
  return ko_table_find_char(&ko_table_mark, cp);
}

/* The partner of a mark that stands on this side, or on both. */
static uint32_t partner(uint32_t cp, ko_mark_side side) {
  int row = ko_mark_row(cp);
  ko_mark_side is = ko_mark_side_of(row);
  uint32_t out = 0;
  const char *utf8 = ko_mark_partner_of(row);
  if ((is == side || is == KO_MARK_SIDE_BOTH) && *utf8)
    ko_unit((const unsigned char *)utf8, strlen(utf8), &out);
  return out;
}

uint32_t ko_mark_closing(uint32_t cp) {
  return partner(cp, KO_MARK_SIDE_OPEN);
}

uint32_t ko_mark_opening(uint32_t cp) {
  return partner(cp, KO_MARK_SIDE_CLOSE);
}

static int row_closes(int row) {
  ko_mark_side side = ko_mark_side_of(row);
  return side == KO_MARK_SIDE_CLOSE || side == KO_MARK_SIDE_BOTH;
}

int ko_closes(uint32_t cp) {
  return row_closes(ko_mark_row(cp));
}

int ko_closes_quote(uint32_t cp) {
  int row = ko_mark_row(cp);
  return ko_mark_class_of(row) == KO_MARK_CLASS_QUOTE && row_closes(row);
}
