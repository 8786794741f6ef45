#include "extract/clause/heads.h"

#include "morph/tagset.h"

enum {
  FAR = 8, /* phrases from a noun to its predicate */
  NEAR = 5 /* from a predicate to the noun it describes */
};

int ko_head_governor(const ko_sentence *s, int i) {
  const ko_phrase *t = &s->phrase[i];
  if (t->type == KO_PHRASE_PREDICATE) return i;
  for (int k = i + 1; k < s->n_phrases && k < i + FAR; k++) {
    const ko_phrase *p = &s->phrase[k];
    if (p->quote != t->quote) return -1;
    if (p->type == KO_PHRASE_PREDICATE) return k;
    if (p->type == KO_PHRASE_NOUNS && p->particle == KO_CASE_SUBJECT &&
        t->particle == KO_CASE_BARE && k > i + 1)
      return -1;
  }
  return -1;
}

/* Does nothing but punctuation stand between phrase k and the one before it? */
static int is_adjacent(const ko_sentence *s, int k) {
  for (int i = s->phrase[k - 1].end; i < s->phrase[k].first; i++)
    if (ko_tag_group(s->word[i].tag) != 'S') return 0;
  return 1;
}

/* The noun phrase in (i, limit), right behind phrase i but for adverbs and times. */
static int next_nouns(const ko_sentence *s, int i, int limit) {
  for (int k = i + 1; k < s->n_phrases && k < limit; k++) {
    if (s->phrase[k].type == KO_PHRASE_ADVERB || s->phrase[k].time) continue;
    return s->phrase[k].type == KO_PHRASE_NOUNS && is_adjacent(s, k) ? k : -1;
  }
  return -1;
}

int ko_head_described(const ko_sentence *s, int i) {
  const ko_phrase *p = &s->phrase[i];
  if (p->type == KO_PHRASE_NOUNS || p->ending != KO_ENDING_ADNOMINAL) return -1;
  return next_nouns(s, i, i + NEAR);
}

int ko_head_possessed(const ko_sentence *s, int i) {
  const ko_phrase *p = &s->phrase[i];
  if (p->type != KO_PHRASE_NOUNS || p->particle != KO_CASE_OF) return -1;
  return next_nouns(s, i, i + NEAR);
}

int ko_head_argument(const ko_sentence *s, int i, ko_case particle) {
  for (int k = i - 1; k >= 0; k--) {
    const ko_phrase *p = &s->phrase[k];
    if (p->quote != s->phrase[i].quote) continue;
    if (p->type == KO_PHRASE_PREDICATE) return -1;
    if (p->type == KO_PHRASE_NOUNS && p->particle == particle) return k;
  }
  return -1;
}
