#include "extract/words/tense.h"

#include "base/table.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

enum {
  FARTHEST = 80, /* morphemes looked at: a predicate farther away belongs to something else */
  NEAR = 14 /* 열리는 farther away than this modifies another noun than the event of that day */
};

static int classes_of(ko_lexeme lexeme) {
  return ko_function_word_class_of(ko_lexeme_row(lexeme, &ko_table_function_word));
}

static int form_classes(const ko_document *d, const ko_morpheme *m) {
  return classes_of(ko_form_lexeme(d, m, SIZE_MAX));
}

/* A walk over the morphemes behind the expression. */
typedef struct walk {
  const ko_document *d;
  uint32_t first, end; /* morphemes */
  uint32_t from;       /* the character that it begins at */
  int verb;            /* the predicate is a verb */
  int points;          /* and says which day is meant (오는 20일) */
} walk;

/* Is this character inside a quotation that the walk met? */
static int in_quotation(const walk *w, uint32_t at) {
  const ko_pairs *pairs = &w->d->pairs;
  int k = ko_pairs_around(pairs, at);
  for (; k >= 0 && pairs->item[k].open >= w->from; k = pairs->item[k].outer)
    if (ko_mark_of(w->d->text.ch[pairs->item[k].open].cp) == KO_MARK_CLASS_QUOTE) return 1;
  return 0;
}

/* 하고 있다: does a predicate behind an ending say that it goes on? */
static int goes_on(const walk *w, uint32_t i) {
  return i > w->first && form_classes(w->d, &w->d->morph[i]) & KO_FUNCTION_WORD_CLASS_LASTING &&
         form_classes(w->d, &w->d->morph[i - 1]) & KO_FUNCTION_WORD_CLASS_GOING;
}

/* What the ending before a noun says; KO_TENSE_NONE if nothing. */
static ko_tense of_modifier(const walk *w, uint32_t i) {
  int classes = form_classes(w->d, &w->d->morph[i]);
  if (classes & KO_FUNCTION_WORD_CLASS_FUTURE) return KO_TENSE_FUTURE;
  if (w->verb && classes & KO_FUNCTION_WORD_CLASS_PAST) return KO_TENSE_PAST;
  return w->verb && i < w->first + NEAR && classes & KO_FUNCTION_WORD_CLASS_MODIFIER
             ? KO_TENSE_FUTURE
             : KO_TENSE_NONE;
}

/* What the ending of a clause or sentence says. */
static ko_tense of_ending(const walk *w, const ko_morpheme *m) {
  int classes = form_classes(w->d, m), present = classes & KO_FUNCTION_WORD_CLASS_PRESENT;
  if (m->tag == KO_TAG_EC && classes & KO_FUNCTION_WORD_CLASS_INTENT) return KO_TENSE_FUTURE;
  if (m->tag == KO_TAG_EF &&
      classes_of(ko_form_lexeme(w->d, m, 1)) & KO_FUNCTION_WORD_CLASS_STATEMENT)
    present = 1;
  return w->verb && present ? KO_TENSE_FUTURE : KO_TENSE_NONE;
}

/* What morpheme i says; KO_TENSE_NONE if nothing, so that the walk goes on. */
static ko_tense of_morpheme(walk *w, uint32_t i) {
  const ko_document *d = w->d;
  const ko_morpheme *m = &d->morph[i];
  int classes;
  switch (m->tag) {
  case KO_TAG_VV:
  case KO_TAG_XSV:
    classes = form_classes(d, m);
    w->verb = 1;
    w->points = (classes & KO_FUNCTION_WORD_CLASS_BOUND) != 0;
    return classes & KO_FUNCTION_WORD_CLASS_AHEAD ? KO_TENSE_FUTURE : KO_TENSE_NONE;
  case KO_TAG_VX:
  case KO_TAG_VA:
    if (goes_on(w, i)) return KO_TENSE_PRESENT;
    if (m->tag == KO_TAG_VA) w->verb = 0;
    return KO_TENSE_NONE;
  case KO_TAG_XSA:
  case KO_TAG_VCP:
  case KO_TAG_VCN: w->verb = 0; return KO_TENSE_NONE;
  case KO_TAG_NNG:
  case KO_TAG_NNB:
    return form_classes(d, m) & KO_FUNCTION_WORD_CLASS_PLANNED ? KO_TENSE_FUTURE : KO_TENSE_NONE;
  case KO_TAG_EP:
    classes = form_classes(d, m);
    return classes & KO_FUNCTION_WORD_CLASS_PAST     ? KO_TENSE_PAST
           : classes & KO_FUNCTION_WORD_CLASS_FUTURE ? KO_TENSE_FUTURE
                                                     : KO_TENSE_NONE;
  case KO_TAG_ETM: return w->points ? KO_TENSE_NONE : of_modifier(w, i);
  case KO_TAG_ETN:
    return form_classes(d, m) & KO_FUNCTION_WORD_CLASS_NOMINAL && i + 1 < w->end &&
                   ko_particle_class_of(
                       ko_lexeme_row(ko_form_lexeme(d, m + 1, SIZE_MAX), &ko_table_particle)) &
                       KO_PARTICLE_CLASS_TOWARD
               ? KO_TENSE_FUTURE
               : KO_TENSE_NONE;
  case KO_TAG_EC:
  case KO_TAG_EF: return of_ending(w, m);
  default: return KO_TENSE_NONE;
  }
}

ko_tense ko_tense_after(const ko_document *d, uint32_t at, uint32_t sentence, int *modifies) {
  uint32_t first = ko_morpheme_at(d, at);
  walk w = {d, first, d->first[sentence + 1], at, 0, 0};
  *modifies = 0;
  if (w.end > first + FARTHEST) w.end = first + FARTHEST;
  for (uint32_t i = first; i < w.end; i++) {
    const ko_morpheme *m = &d->morph[i];
    ko_tense tense;
    if (in_quotation(&w, m->start)) continue;
    tense = of_morpheme(&w, i);
    if (tense != KO_TENSE_NONE) {
      *modifies = m->tag == KO_TAG_ETM;
      return tense;
    }
    /* an ending before a particle is a word that was read wrongly */
    if (m->tag == KO_TAG_EF && !(i + 1 < w.end && ko_tag_group(d->morph[i + 1].tag) == 'J')) break;
  }
  return KO_TENSE_NONE;
}

int ko_tense_is_told(const ko_document *d, uint32_t at) {
  uint32_t m = ko_morpheme_at(d, at);
  return m > 0 && d->morph[m - 1].end <= at && at - d->morph[m - 1].end <= 1 &&
         form_classes(d, &d->morph[m - 1]) & KO_FUNCTION_WORD_CLASS_QUOTATIVE;
}
