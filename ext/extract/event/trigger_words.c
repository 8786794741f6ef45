/* Which words of a sentence say that people meet, and in which phrases they stand. */
#include <string.h>

#include "extract/event/meeting_reader.h"
#include "tables.h"

enum {
  MAX_KEY = 128,   /* bytes of a predicate with what stands before it */
  MAX_LONGER = 30, /* bytes of a noun that ends in a trigger */
  SYLLABLE = 3
};

static int row_of_class(int row, ko_meeting_trigger_class class) {
  return ko_meeting_trigger_class_of(row) == class ? row : -1;
}

/* The trigger that a noun is, or ends in (치맥회동): its row, -1. */
static int noun_trigger(const ko_clause_word *w) {
  int row = ko_word_row(w, &ko_table_meeting_trigger);
  if (ko_meeting_trigger_class_of(row) == KO_MEETING_TRIGGER_CLASS_NOT) return -1;
  if (ko_meeting_trigger_class_of(row) == KO_MEETING_TRIGGER_CLASS_NOUN) return row;
  for (size_t cut = SYLLABLE; cut + 2 * SYLLABLE <= w->n_form && w->n_form <= MAX_LONGER; cut++) {
    if (ko_is_continuation(w->form[cut])) continue;
    row = ko_table_find(&ko_table_meeting_trigger, w->form + cut, w->n_form - cut);
    if (ko_meeting_trigger_class_of(row) == KO_MEETING_TRIGGER_CLASS_NOT) return -1;
    if (ko_meeting_trigger_class_of(row) == KO_MEETING_TRIGGER_CLASS_NOUN &&
        !(ko_meeting_trigger_marks_of(row) & KO_MEETING_TRIGGER_MARKS_WEAK))
      return row;
  }
  return -1;
}

/* Does the noun make a longer word with the one before it: 회담장, 통화정책? */
static int is_compound(const ko_meeting_reader *x, int i) {
  const ko_clause_word *w = &x->word[i];
  if (!(w->flags & KO_WORD_GLUED) || x->trigger[i] >= 0 || w->mention >= 0 ||
      ko_tag_group(w->tag) != 'N')
    return 0;
  return w->tag != KO_TAG_NNB && ko_word_row(w, &ko_table_meeting_cue) < 0 &&
         !(ko_party_noun(w) & KO_MEETING_PARTY_CLASS_TAIL);
}

/* Find the trigger in a noun phrase: the last run of trigger nouns. */
static void find_in_nouns(const ko_meeting_reader *x, const ko_phrase *p, ko_role *role) {
  for (int i = p->head; i >= p->first; i--) {
    if (x->trigger[i] < 0 || (x->word[i].flags & KO_WORD_INSIDE)) continue;
    if (i < p->head && is_compound(x, i + 1)) continue;
    if (i > p->first && (ko_party_noun(&x->word[i - 1]) & KO_MEETING_PARTY_CLASS_PRESS))
      continue; /* 기자 간담회 */
    role->trigger_end = i + 1;
    role->trigger = i;
    for (int k = i - 1; k >= p->first; k--) {
      if (x->word[k].flags & KO_WORD_INSIDE) continue;
      if (x->trigger[k] < 0 && !(ko_meeting_mark(&x->word[k]) & KO_MEETING_MARK_CLASS_SUMMIT))
        break;
      role->trigger = k;
    }
    return;
  }
}

/* The row of two forms, one behind the other with this between them; -1. */
static int row_of_two(const ko_clause_word *a, const char *between, const ko_clause_word *b) {
  char key[MAX_KEY];
  size_t n = strlen(between);
  if (a->n_form + n + b->n_form > sizeof key) return -1;
  memcpy(key, a->form, a->n_form);
  memcpy(key + a->n_form, between, n);
  memcpy(key + a->n_form + n, b->form, b->n_form);
  return ko_table_find(&ko_table_meeting_trigger, key, a->n_form + n + b->n_form);
}

/* The trigger that a predicate is, by itself (만나다) or with the noun before it (자리를 함께하다). */
static int predicate_trigger(const ko_meeting_reader *x, const ko_phrase *p) {
  const ko_clause_word *verb = &x->word[p->first], *base = &x->word[p->base];
  int row = row_of_class(p->base != p->first ? row_of_two(base, "", verb)
                                             : ko_word_row(verb, &ko_table_meeting_trigger),
                         KO_MEETING_TRIGGER_CLASS_VERB),
      before = p->base - 1;
  if (row >= 0) return row;
  while (before >= 0 &&
         (ko_tag_group(x->word[before].tag) == 'J' || (x->word[before].flags & KO_WORD_INSIDE)))
    before--;
  return before < 0
             ? -1
             : row_of_class(row_of_two(&x->word[before], " ", base), KO_MEETING_TRIGGER_CLASS_PAIR);
}

int ko_meeting_triggers(ko_meeting_reader *x) {
  if (ko_grow(x->mem, &x->trigger, &x->cap_trigger, x->n_words, sizeof *x->trigger) ||
      ko_grow(x->mem, &x->role, &x->cap_role, x->n_phrases, sizeof *x->role))
    return -1;
  for (size_t i = 0; i < x->n_words; i++) {
    const ko_clause_word *w = &x->word[i];
    if (ko_work(x->mem, 1)) return -1;
    x->trigger[i] = w->mention < 0 && ko_tag_group(w->tag) == 'N' ? noun_trigger(w) : -1;
  }
  for (size_t i = 0; i < x->n_phrases; i++) {
    const ko_phrase *p = &x->phrase[i];
    ko_role *role = &x->role[i];
    memset(role, 0, sizeof *role);
    role->trigger = role->trigger_end = -1;
    if (p->type == KO_PHRASE_NOUNS) find_in_nouns(x, p, role);
    if (p->type != KO_PHRASE_PREDICATE) continue;
    x->trigger[p->first] = predicate_trigger(x, p);
    if (x->trigger[p->first] < 0) continue;
    role->trigger = p->first;
    role->trigger_end = p->first + 1;
  }
  return 0;
}
