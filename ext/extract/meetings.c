#include "extract/meetings.h"

#include <string.h>

#include "extract/meeting.h"

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

static int read_sentence(ko_meeting_reader *x, uint32_t s) {
  return ko_meeting_units(x, s) || ko_meeting_phrases(x) || ko_meeting_parties(x) ? -1 : 0;
}

static int read_document(ko_meeting_reader *x, ko_meetings *out) {
  const ko_reading *r = x->r;
  uint32_t n = (uint32_t)r->document->sentences.n;
  int triggers = 0;
  x->holder = ko_calloc(x->mem, (r->n_entities + 1) * sizeof *x->holder);
  if (!x->holder) return -1;
  for (size_t i = 0; i < r->n_entities; i++) x->holder[i].country = x->holder[i].organization = -1;
  for (uint32_t s = 0; s < n; s++) { /* the offices that people hold, wherever they are stated */
    if (read_sentence(x, s)) return -1;
    for (size_t k = 0; k < x->n_phrases; k++) triggers |= x->phrase[k].trigger >= 0;
  }
  if (!triggers) return 0;
  for (uint32_t s = 0; s < n; s++)
    if (read_sentence(x, s) || ko_meeting_frames(x)) return -1;
  return ko_meeting_merge(x, out);
}

int ko_meetings_find(const ko_reading *r, ko_meetings *out) {
  ko_meeting_reader x;
  int rc;
  memset(&x, 0, sizeof x);
  x.r = r;
  x.mem = out->mem;
  ko_arena_init(&x.arena, out->mem);
  rc = read_document(&x, out);
  ko_arena_free(&x.arena);
  ko_free(x.mem, x.unit);
  ko_free(x.mem, x.phrase);
  ko_free(x.mem, x.party);
  ko_free(x.mem, x.holder);
  ko_free(x.mem, x.telling);
  return rc;
}
