#include "extract/words/tense.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

enum {
  FARTHEST = 80, /* morphemes looked at: a predicate farther away belongs to something else */
  LONGEST = 8,   /* characters of a form in the table */
  NEAR = 14 /* 열리는 farther away than this modifies another noun than the event of that day */
};

/* Is this the form of the morpheme? */
static int form_is(const ko_document *d, const ko_morpheme *m, const char *word) {
  const unsigned char *z = (const unsigned char *)word;
  size_t n = strlen(word), length = m->form ? m->n_form : m->end - m->start, i = 0;
  while (n > 0) {
    uint32_t cp;
    size_t k = ko_unit(z, n, &cp);
    if (i >= length || (m->form ? m->form[i] : d->text.ch[m->start + i].cp) != cp) return 0;
    i++;
    z += k;
    n -= k;
  }
  return i == length;
}

/* Does the table have the form of the morpheme as this? */
static int is_any(const ko_document *d, const ko_morpheme *m, const char *what) {
  const ko_table *t = &ko_table_tense;
  char key[4 * LONGEST];
  size_t length = m->form ? m->n_form : m->end - m->start, n = 0;
  if (length > LONGEST) return 0;
  for (size_t i = 0; i < length; i++)
    n += ko_encode(m->form ? m->form[i] : d->text.ch[m->start + i].cp, key + n);
  for (int row = ko_table_find(t, key, n); ko_table_has(t, row, key, n); row++)
    if (ko_cell_is(t, row, 1, what)) return 1;
  return 0;
}

static uint32_t last_character(const ko_document *d, const ko_morpheme *m) {
  if (m->form) return m->n_form ? m->form[m->n_form - 1] : 0;
  return m->end > m->start ? d->text.ch[m->end - 1].cp : 0;
}

ko_tense ko_tense_after(const ko_document *d, uint32_t at, uint32_t sentence, int *modifies) {
  uint32_t first = ko_morpheme_at(d, at), end = d->first[sentence + 1];
  int depth = 0, verb = 0, points = 0;
  *modifies = 0;
  if (end > first + FARTHEST) end = first + FARTHEST;
  for (uint32_t i = first; i < end; i++) {
    const ko_morpheme *m = &d->morph[i];
    uint32_t cp = d->text.ch[m->start].cp;
    if (cp == 0x201C || cp == 0x2018) depth++;
    if ((cp == 0x201D || cp == 0x2019) && depth > 0) depth--;
    if (depth) continue;
    switch (m->tag) {
    case KO_TAG_VV:
    case KO_TAG_XSV:
      verb = 1;
      points = form_is(d, m, "오") || form_is(d, m, "지나"); /* 오는 20일, 지난 1월, 올 봄 */
      if (form_is(d, m, "앞두")) return KO_TENSE_FUTURE;
      break;
    case KO_TAG_VX:
    case KO_TAG_VA:
      if (form_is(d, m, "있") && i > first && form_is(d, m - 1, "고")) return KO_TENSE_PRESENT;
      if (m->tag == KO_TAG_VX) break;
      verb = 0;
      break;
    case KO_TAG_XSA:
    case KO_TAG_VCP:
    case KO_TAG_VCN: verb = 0; break;
    case KO_TAG_NNG:
    case KO_TAG_NNB:
      if (is_any(d, m, "planned")) return KO_TENSE_FUTURE;
      break;
    case KO_TAG_EP:
      if (is_any(d, m, "past")) return KO_TENSE_PAST;
      if (is_any(d, m, "future")) return KO_TENSE_FUTURE;
      break;
    case KO_TAG_ETM:
      if (points) break;
      *modifies = 1;
      if (is_any(d, m, "will")) return KO_TENSE_FUTURE;
      if (verb && is_any(d, m, "done")) return KO_TENSE_PAST;
      if (verb && i < first + NEAR && form_is(d, m, "는")) return KO_TENSE_FUTURE;
      *modifies = 0;
      break;
    case KO_TAG_ETN:
      if (form_is(d, m, "기") && i + 1 < end && form_is(d, m + 1, "로")) return KO_TENSE_FUTURE;
      break;
    case KO_TAG_EC:
      if (is_any(d, m, "intent")) return KO_TENSE_FUTURE;
      if (verb && is_any(d, m, "present")) return KO_TENSE_FUTURE;
      break;
    case KO_TAG_EF:
      if (verb && (is_any(d, m, "present") || last_character(d, m) == U'다'))
        return KO_TENSE_FUTURE;
      return KO_TENSE_NONE;
    default: break;
    }
  }
  return KO_TENSE_NONE;
}
