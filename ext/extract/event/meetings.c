#include "extract/event/meetings.h"

#include <string.h>

#include "extract/event/proposals.h"
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

/* May syllable c of a text be syllable k of a word, which ends with it? Endings take part in it (만났다,
** 회동입니다), of a verb in its vowel too. */
static int may_be_last(uint32_t c, uint32_t k, int verb) {
  if (c == k) return 1;
  if (!ko_is_syllable(c) || !ko_is_syllable(k) || ko_initial(c) != ko_initial(k)) return 0;
  return verb || (ko_vowel(c) == ko_vowel(k) && ko_final(k) == KO_FINAL_NONE);
}

/* May the word that a trigger begins with stand at character i? */
static int may_stand(const ko_text *t, uint32_t i, int row) {
  const char *key = ko_table_text(&ko_table_meeting_trigger, row, 0);
  const ko_meeting_trigger_class class = ko_meeting_trigger_class_of(row);
  size_t n = strcspn(key, " ");
  if (class == KO_MEETING_TRIGGER_CLASS_NOT) return 0;
  for (size_t at = 0; at < n; i++) {
    uint32_t k;
    at += ko_unit((const unsigned char *)key + at, n - at, &k);
    if (at == n) return may_be_last(ko_char_at(t, i), k, class == KO_MEETING_TRIGGER_CLASS_VERB);
    if (ko_char_at(t, i) != k) return 0;
  }
  return 0;
}

int ko_meetings_may_be(const ko_text *t) {
  for (uint32_t i = 0; i < t->n; i++) {
    const ko_table_head *head;
    if (!ko_is_syllable(t->ch[i].cp)) continue;
    head = ko_table_begins(&ko_table_meeting_trigger, t->ch[i].cp);
    for (int k = 0; head && k < head->n; k++)
      if (may_stand(t, i, head->first + k)) return 1;
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

static int choose(void *ctx, const ko_proposals *p) {
  (void)ctx;
  return ko_proposals_choose(p, ko_proposal_weights);
}

int ko_meetings_find(const ko_clauses *c, ko_meetings *out) {
  static const ko_meeting_chooser chooser = {choose, NULL};
  return ko_meetings_find_by(c, &chooser, out);
}

int ko_meetings_find_by(const ko_clauses *c, const ko_meeting_chooser *chooser, ko_meetings *out) {
  ko_meeting_reader x;
  int rc;
  memset(&x, 0, sizeof x);
  x.clauses = c;
  x.r = c->r;
  x.mem = out->mem;
  x.chooser = chooser;
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
