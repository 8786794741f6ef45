#include "morph/image.h"

#include <string.h>

#include "morph/tagset.h"

_Static_assert(sizeof(ko_entry) == 12, "as image.py packs it");
_Static_assert(sizeof(ko_symbol) == 12, "as mkdict.py packs it");

static uint32_t u32(const unsigned char *p) {
  return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

typedef struct section {
  const unsigned char *data;
  uint32_t size;
} section;

/* The section table: every section must lie inside the image, aligned, and the last must end it. */
static const char *read_sections(const unsigned char *image, size_t n,
                                 section out[KO_SEC_LAST + 1]) {
  uint32_t count;
  size_t end = 0;
  const uint16_t probe = 1;
  if (*(const unsigned char *)&probe != 1)
    return "the dictionary image needs a little-endian machine";
  if (n < 16 || memcmp(image, "KOREANDI", 8) != 0) return "not a dictionary image";
  if (u32(image + 8) != KO_IMAGE_VERSION) return "dictionary image of another version";
  count = u32(image + 12);
  if (count > 64 || n < 16 + 12 * (size_t)count) return "dictionary image cut short";
  memset(out, 0, sizeof(section) * (KO_SEC_LAST + 1));
  for (uint32_t i = 0; i < count; i++) {
    const unsigned char *row = image + 16 + 12 * i;
    uint32_t number = u32(row), at = u32(row + 4), size = u32(row + 8);
    if (at % 8 || at > n || size > n - at) return "dictionary image cut short";
    if (at + (size_t)size > end) end = at + (size_t)size;
    if (number >= 1 && number <= KO_SEC_LAST) {
      out[number].data = image + at;
      out[number].size = size;
    }
  }
  if (n - end > 7) return "dictionary image with something behind its end";
  for (int i = 1; i <= KO_SEC_LAST; i++)
    if (!out[i].data) return "dictionary image lacks a section";
  return NULL;
}

/* Walk one expansion; 0 if it runs over the section or names what does not exist. */
static int expansion_ok(const ko_model *m, uint32_t at) {
  const uint8_t *p = m->expansions;
  uint32_t n = m->n_expansions, count;
  if (at >= n) return 0;
  count = p[at++];
  if (count < 1 || count > KO_MAX_PARTS) return 0;
  while (count-- > 0) {
    uint32_t form;
    if (n - at < 3) return 0;
    form = p[at + 2];
    if (p[at] >= KO_N_TAGS) return 0;
    at += 3;
    if (form) {
      if (n - at < 3) return 0;
      if ((p[at] | (uint32_t)p[at + 1] << 8 | (uint32_t)p[at + 2] << 16) + form > m->n_strings)
        return 0;
      at += 3;
    }
  }
  return n - at >= 2;
}

static const char *check_entries(const ko_model *m) {
  for (uint32_t i = 0; i < m->n_values; i++)
    if (m->values[i] > m->values[i + 1]) return "dictionary image: values out of order";
  if (m->values[m->n_values] > m->n_entries) return "dictionary image: entries missing";
  for (uint32_t i = 0; i < m->n_entries; i++) {
    const ko_entry *e = &m->entries[i];
    if (e->left >= m->n_left || e->right >= m->n_right)
      return "dictionary image: class out of range";
    if (!expansion_ok(m, e->expansion)) return "dictionary image: bad expansion";
  }
  for (int i = 0; i < KO_N_FIXED; i++)
    if (m->unknown->fixed[i].left >= m->n_left || m->unknown->fixed[i].right >= m->n_right)
      return "dictionary image: class out of range";
  for (uint32_t i = 0; i < m->n_symbols; i++)
    if (m->symbols[i].pair.left >= m->n_left || m->symbols[i].pair.right >= m->n_right ||
        m->symbols[i].tag >= KO_N_TAGS)
      return "dictionary image: class out of range";
  return NULL;
}

/* GCC's -O2 leaves these loops as they are; vectorized they take a quarter of the time of opening. */
#if defined(__GNUC__) && !defined(__clang__)
#define KO_VECTORIZED __attribute__((optimize("O3")))
#else
#define KO_VECTORIZED
#endif

/* The offset of a left class is the mean cost of its connections: any number would do, this one
** gives narrow bounds. Returns 0 if a cost is out of range: differences must fit 16 bits. */
KO_VECTORIZED static int find_bounds(ko_model *m, int space) {
  int16_t *least = m->least[space], *most = m->most[space], low = 0, high = 0;
  for (uint32_t r = 0; r < m->n_right; r++) {
    least[r] = INT16_MAX;
    most[r] = INT16_MIN;
  }
  for (uint32_t l = 0; l < m->n_left; l++) {
    const int16_t *row = m->matrix[space] + (size_t)l * m->n_right;
    int32_t sum = 0;
    int16_t mean;
    for (uint32_t r = 0; r < m->n_right; r++) sum += row[r];
    mean = (int16_t)(sum / (int32_t)m->n_right);
    m->offset[space][l] = mean;
    for (uint32_t r = 0; r < m->n_right; r++) {
      int16_t x = (int16_t)(row[r] - mean);
      low = row[r] < low ? row[r] : low;
      high = row[r] > high ? row[r] : high;
      least[r] = x < least[r] ? x : least[r];
      most[r] = x > most[r] ? x : most[r];
    }
  }
  return low >= -KO_MAX_COST && high <= KO_MAX_COST;
}

const char *ko_model_open(ko_model *m, const void *image, size_t n) {
  section s[KO_SEC_LAST + 1];
  const char *error = read_sections(image, n, s);
  size_t cells;
  memset(m, 0, sizeof *m);
  if (error) return error;
  if (s[KO_SEC_CODES].size < 11172 * 2 || s[KO_SEC_UNITS].size < 8 || s[KO_SEC_VALUES].size < 4 ||
      s[KO_SEC_MATRIX].size < 8 || s[KO_SEC_UNKNOWN].size < sizeof(ko_unknown) ||
      s[KO_SEC_HANJA_WORDS].size < 2)
    return "dictionary image: a section is too small";
  m->codes = (const uint16_t *)(const void *)s[KO_SEC_CODES].data;
  m->root = u32(s[KO_SEC_UNITS].data);
  m->n_units = u32(s[KO_SEC_UNITS].data + 4);
  m->units = (const uint32_t *)(const void *)(s[KO_SEC_UNITS].data + 8);
  if (m->n_units > (s[KO_SEC_UNITS].size - 8) / 4) return "dictionary image: words cut short";
  m->values = (const uint32_t *)(const void *)s[KO_SEC_VALUES].data;
  m->n_values = s[KO_SEC_VALUES].size / 4 - 1;
  m->entries = (const ko_entry *)(const void *)s[KO_SEC_ENTRIES].data;
  m->n_entries = s[KO_SEC_ENTRIES].size / (uint32_t)sizeof(ko_entry);
  m->expansions = s[KO_SEC_EXPANSIONS].data;
  m->n_expansions = s[KO_SEC_EXPANSIONS].size;
  m->strings = (const uint16_t *)(const void *)s[KO_SEC_STRINGS].data;
  m->n_strings = s[KO_SEC_STRINGS].size / 2;
  m->n_left = u32(s[KO_SEC_MATRIX].data);
  m->n_right = u32(s[KO_SEC_MATRIX].data + 4);
  cells = (size_t)m->n_left * m->n_right;
  if (m->n_left > KO_MAX_CLASSES || m->n_right > KO_MAX_CLASSES || m->n_left <= KO_LEFT_ALONE ||
      m->n_right <= KO_RIGHT_AFTER_CLOSE || cells > (s[KO_SEC_MATRIX].size - 8) / 4)
    return "dictionary image: costs cut short";
  m->matrix[0] = (const int16_t *)(const void *)(s[KO_SEC_MATRIX].data + 8);
  m->matrix[1] = m->matrix[0] + cells;
  if (!find_bounds(m, 0) || !find_bounds(m, 1)) return "dictionary image: cost out of range";
  m->unknown = (const ko_unknown *)(const void *)s[KO_SEC_UNKNOWN].data;
  if (s[KO_SEC_UNKNOWN].size < sizeof(ko_unknown) + (size_t)m->unknown->n_codes * 2 * KO_N_EDGES)
    return "dictionary image: a section is too small";
  for (int i = 0; i < 11172; i++)
    if (m->codes[i] >= m->unknown->n_codes) return "dictionary image: label out of range";
  m->symbols = (const ko_symbol *)(const void *)s[KO_SEC_SYMBOLS].data;
  m->n_symbols = s[KO_SEC_SYMBOLS].size / (uint32_t)sizeof(ko_symbol);
  m->hanja.rows = (const uint16_t *)(const void *)s[KO_SEC_HANJA].data;
  m->hanja.n_rows = s[KO_SEC_HANJA].size / 4;
  m->hanja.words = (const uint16_t *)(const void *)s[KO_SEC_HANJA_WORDS].data;
  m->hanja.n_words = s[KO_SEC_HANJA_WORDS].size / 2;
  m->info = (const char *)s[KO_SEC_INFO].data;
  m->n_info = s[KO_SEC_INFO].size;
  return check_entries(m);
}

int ko_model_expand(const ko_model *m, uint32_t offset, int n, ko_part parts[KO_MAX_PARTS],
                    uint16_t *cuts) {
  const uint8_t *p = m->expansions + offset;
  int count = *p++;
  for (int i = 0; i < count; i++) {
    ko_part *part = &parts[i];
    int start = p[1] >> 4, length = p[1] & 15;
    if (length == 0) length = n; /* a word longer than the field holds: all of it */
    if (start > n - 1) start = n - 1;
    if (length > n - start) length = n - start;
    part->tag = p[0];
    part->start = (uint8_t)start;
    part->length = (uint8_t)length;
    part->n_form = p[2];
    part->form = NULL;
    p += 3;
    if (part->n_form) {
      part->form = m->strings + (p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16);
      p += 3;
    }
  }
  *cuts = (uint16_t)(p[0] | p[1] << 8);
  return count;
}
