#include "extract/event/meetings.h"

#include <string.h>

#include "extract/event/meeting_reader.h"
#include "tables.h"
#include "text/marks.h"
#include "text/hangul.h"

void ko_meetings_init(ko_meetings *m, const ko_mem *mem) {
  memset(m, 0, sizeof *m);
  m->mem = mem;
  ko_arena_init(&m->arena, mem);
}

void ko_meetings_free(ko_meetings *m) {
  if (!m->mem) return;
  ko_free(m->mem, m->item);
  ko_free(m->mem, m->participant);
  ko_arena_free(&m->arena);
  memset(m, 0, sizeof *m);
}

/* Two syllables as UTF-8: six bytes. Returns 0 for anything else. */
static int two_syllables(uint32_t a, uint32_t b, char key[6]) {
  if (!ko_is_syllable(a) || !ko_is_syllable(b)) return 0;
  return ko_encode(a, key) == 3 && ko_encode(b, key + 3) == 3;
}

/* Is there a trigger that begins with these bytes? */
static int begins_trigger(const char key[6]) {
  const ko_table *t = &ko_table_meeting_trigger;
  int low = 0, high = (int)t->rows;
  while (low < high) {
    int middle = (low + high) / 2, c = strncmp(ko_table_text(t, middle, 0), key, 6);
    if (c == 0) return 1;
    if (c < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return 0;
}

int ko_meetings_may_be(const ko_document *d) {
  char key[6];
  for (size_t i = 0; i + 1 < d->text.n; i++)
    if (two_syllables(d->text.ch[i].cp, d->text.ch[i + 1].cp, key) && begins_trigger(key)) return 1;
  for (size_t i = 0; i < d->n; i++) { /* 만났다 */
    const ko_morpheme *m = &d->morph[i];
    const uint16_t *form = m->tag == KO_TAG_VV ? ko_document_form_of(d, m) : NULL;
    if (form && m->n_form > 1 && two_syllables(form[0], form[1], key) && begins_trigger(key))
      return 1;
  }
  return 0;
}

/* Does the sentence end with a full stop, closing marks put aside? */
static int ends_with_stop(const ko_document *d, uint32_t number) {
  ko_span s = d->sentences.span[number];
  while (s.end > s.start && ko_mark_opening(d->text.ch[s.end - 1].cp)) s.end--;
  return s.end > s.start && d->text.ch[s.end - 1].cp == '.';
}

static int read_sentence(ko_meeting_reader *x, uint32_t number) {
  ko_sentence s = ko_clauses_sentence(x->clauses, number);
  if (ko_work(x->mem, (size_t)s.n_words + 1)) return -1;
  x->s = s;
  x->sentence = number;
  x->headline = number == 0 && !ends_with_stop(x->r->document, number);
  x->word = s.word;
  x->n_words = (size_t)s.n_words;
  x->phrase = s.phrase;
  x->n_phrases = (size_t)s.n_phrases;
  return ko_meeting_triggers(x) || ko_meeting_parties(x) ? -1 : 0;
}

static int read_document(ko_meeting_reader *x, ko_meetings *out) {
  const ko_reading *r = x->r;
  uint32_t n = (uint32_t)r->document->sentences.n;
  int triggers = 0;
  x->holder = ko_calloc(x->mem, (r->n_entities + 1) * sizeof *x->holder);
  if (!x->holder) return -1;
  for (size_t i = 0; i < r->n_entities; i++)
    x->holder[i].country = x->holder[i].organization = x->holder[i].next = -1;
  for (uint32_t s = 0; s < n; s++) { /* the offices that people hold, wherever they are stated */
    if (read_sentence(x, s)) return -1;
    for (size_t k = 0; k < x->n_phrases; k++) triggers |= x->role[k].trigger >= 0;
  }
  if (!triggers) return 0;
  for (uint32_t s = 0; s < n; s++)
    if (read_sentence(x, s) || ko_meeting_frames(x)) return -1;
  return ko_meeting_merge(x, out);
}

int ko_meetings_find(const ko_clauses *c, ko_meetings *out) {
  ko_meeting_reader x;
  int rc;
  memset(&x, 0, sizeof x);
  x.clauses = c;
  x.r = c->r;
  x.mem = out->mem;
  ko_arena_init(&x.arena, out->mem);
  ko_map_init(&x.office, out->mem);
  rc = read_document(&x, out);
  ko_arena_free(&x.arena);
  ko_map_free(&x.office);
  ko_free(x.mem, x.trigger);
  ko_free(x.mem, x.role);
  ko_free(x.mem, x.party);
  ko_free(x.mem, x.holder);
  ko_free(x.mem, x.telling);
  return rc;
}
