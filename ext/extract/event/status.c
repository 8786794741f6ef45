/* Held, planned, refused ...: what the words behind a trigger, in its clause, say of the meeting. */

#include "extract/event/meeting_reader.h"
#include "tables.h"

typedef struct scan {
  int unlikely, expected, planned, held, ongoing, after; /* seen so far */
  int future;                                            /* the last verb was in a future form */
  int stop;                                              /* what follows is of something else */
  int first; /* the next word is directly behind the trigger */
  int at;    /* what follows is said or done at the meeting */
  int aside; /* the predicate is not of the meeting itself: what it expects is something else */
  int weak;  /* planned by a word that is also used when all is over (위해) */
  int supposed;
  int intent;  /* 만나려 했다 */
  int fact;    /* the noun before the next predicate is one for whether it is so */
  int claim;   /* a noun for what is said, or for whether it is so, was seen */
  int failing; /* what follows tells what became of a plan */
} scan;

/* Take in what one row of the table says. */
static void see_cue(scan *s, int row) {
  ko_meeting_cue_how how = ko_meeting_cue_how_of(row);
  if (how == KO_MEETING_CUE_HOW_FUTURE && (!s->future || s->aside)) return;
  if (how == KO_MEETING_CUE_HOW_AFTER && !s->first) return;
  if (how == KO_MEETING_CUE_HOW_DENIAL && !s->claim) return;
  if (how == KO_MEETING_CUE_HOW_FAILED && !s->failing) return;
  if (how == KO_MEETING_CUE_HOW_WEAK) {
    s->weak = 1;
    return;
  }
  switch (ko_meeting_cue_status_of(row)) {
  case KO_MEETING_CUE_STATUS_UNLIKELY: s->unlikely |= !s->at; break;
  case KO_MEETING_CUE_STATUS_EXPECTED: s->expected |= !s->aside; break;
  case KO_MEETING_CUE_STATUS_PLANNED:
    s->planned |= !s->aside || how != KO_MEETING_CUE_HOW_OWN;
    break;
  case KO_MEETING_CUE_STATUS_ONGOING: s->ongoing = 1; break;
  case KO_MEETING_CUE_STATUS_STOP: s->stop = 1; break;
  case KO_MEETING_CUE_STATUS_FACT: s->fact = s->claim = 1; break;
  case KO_MEETING_CUE_STATUS_CLAIM: s->claim = 1; break;
  case KO_MEETING_CUE_STATUS_SUPPOSED: s->supposed = 1; break;
  case KO_MEETING_CUE_STATUS_HELD:
    if (how == KO_MEETING_CUE_HOW_AFTER)
      s->after = 1;
    else
      s->held = 1;
    break;
  default: break;
  }
}

/* Look at one word. Returns 1 if the table knows it. */
static int see(scan *s, const ko_meeting_reader *x, int i) {
  int first = ko_word_joined_row(&x->word[i], &ko_table_meeting_cue);
  if (x->word[i].flags & KO_WORD_INSIDE) return 0;
  for (int row = first; row >= 0; row = ko_table_next(&ko_table_meeting_cue, row)) see_cue(s, row);
  return first >= 0;
}

static int has_cue(const ko_clause_word *w, ko_meeting_cue_status status) {
  for (int row = ko_word_row(w, &ko_table_meeting_cue); row >= 0;
       row = ko_table_next(&ko_table_meeting_cue, row))
    if (ko_meeting_cue_status_of(row) == status) return 1;
  return 0;
}

static int see_phrase(scan *s, const ko_meeting_reader *x, int from, int to) {
  int known = 0;
  for (int u = from; u < to; u++) {
    known |= see(s, x, u);
    if (ko_tag_group(x->word[u].tag) != 'J') s->first = 0;
  }
  return known;
}

/* Does the noun phrase end in a word that the table knows? */
static int has_any_cue(const ko_meeting_reader *x, const ko_phrase *p) {
  return p->type == KO_PHRASE_NOUNS &&
         ko_word_joined_row(&x->word[p->head], &ko_table_meeting_cue) >= 0;
}

/* How sure the text is: from the predicates behind the meeting's, up to the end of the sentence. */
static ko_evidential evidence_of(const ko_meeting_reader *x, int from, uint8_t quote) {
  ko_evidential found = KO_EVIDENTIAL_DIRECT;
  for (int k = from; k < (int)x->n_phrases && k < from + KO_REACH; k++) {
    const ko_phrase *p = &x->phrase[k];
    const ko_clause_word *u;
    if (p->type != KO_PHRASE_PREDICATE || p->quote != quote) continue;
    u = &x->word[p->base];
    if (has_cue(u, KO_MEETING_CUE_STATUS_INFERRED))
      found = KO_EVIDENTIAL_INFERRED;
    else if (found == KO_EVIDENTIAL_DIRECT && has_cue(u, KO_MEETING_CUE_STATUS_HEARSAY))
      found = KO_EVIDENTIAL_HEARSAY;
    if (p->ending == KO_ENDING_FINAL) break;
  }
  return found;
}

/* … 하고 있다: what lasts began before. */
static int is_lasting(const ko_meeting_reader *x, const ko_phrase *p) {
  return x->word[p->head].tag == KO_TAG_VX ||
         ko_word_does(&x->word[p->first], KO_FUNCTION_WORD_CLASS_LASTING);
}

/* The tense that a clause without one takes from a later one; `ahead`: only a future form makes it
** planned. Returns a status, or -1. */
static int later_tense(const ko_meeting_reader *x, int from, uint8_t quote, int ahead) {
  for (int k = from; k < (int)x->n_phrases && k < from + KO_REACH; k++) {
    const ko_phrase *p = &x->phrase[k];
    if (p->type != KO_PHRASE_PREDICATE || p->quote != quote) continue;
    if (p->ending == KO_ENDING_ADNOMINAL && p->future && k + 2 < (int)x->n_phrases &&
        (x->word[x->phrase[k + 2].first].tag == KO_TAG_VCP ||
         x->word[x->phrase[k + 1].head].tag == KO_TAG_NNB)) {
      const ko_phrase *n = &x->phrase[k + 1];
      scan s = {.future = 1};
      if (n->type == KO_PHRASE_NOUNS && see_phrase(&s, x, n->first, n->head + 1))
        return s.expected ? KO_STATUS_EXPECTED : KO_STATUS_PLANNED;
    }
    if (p->ending == KO_ENDING_ADNOMINAL && p->past && k + 2 < (int)x->n_phrases &&
        x->word[x->phrase[k + 1].head].tag == KO_TAG_NNB &&
        x->phrase[k + 2].type == KO_PHRASE_PREDICATE)
      return KO_STATUS_HELD; /* 논의한 바 있다 */
    if (p->ending == KO_ENDING_QUOTATIVE && x->word[p->first].tag == KO_TAG_VCP)
      continue; /* “…”이라며 */
    if (p->ending == KO_ENDING_FINAL || p->ending == KO_ENDING_QUOTATIVE) {
      scan s = {0};
      if (p->past || (is_lasting(x, p) &&
                      !(k > 0 && ko_word_does(&x->word[p[-1].head], KO_FUNCTION_WORD_CLASS_ABLE))))
        return KO_STATUS_HELD;
      if (ahead && !p->future) return -1;
      for (int b = k - 1; b > from && x->phrase[b].type == KO_PHRASE_NOUNS && b >= k - 1; b--)
        see_phrase(&s, x, x->phrase[b].first, x->phrase[b].head + 1);
      see(&s, x, p->base);
      if (s.unlikely) return KO_STATUS_UNLIKELY;
      if (s.expected) return KO_STATUS_EXPECTED;
      return KO_STATUS_PLANNED;
    }
  }
  return -1;
}

/* 7개월 만이다: says nothing of the time of the meeting itself. */
static int marks_span(const ko_meeting_reader *x, const ko_phrase *p) {
  return p->type == KO_PHRASE_NOUNS &&
         (ko_meeting_mark(&x->word[p->head]) & KO_MEETING_MARK_CLASS_SPAN);
}

/* 부인하다, 무산되다: does the word say by itself that there is no meeting? */
static int refuses(const ko_clause_word *w) {
  for (int row = ko_word_joined_row(w, &ko_table_meeting_cue); row >= 0;
       row = ko_table_next(&ko_table_meeting_cue, row))
    if (ko_meeting_cue_status_of(row) == KO_MEETING_CUE_STATUS_UNLIKELY) return 1;
  return 0;
}

/* 만나려 하-: the second predicate of what somebody means to do; NULL if q is not the first. */
static const ko_phrase *rest_of_intent(const ko_meeting_reader *x, const ko_phrase *q) {
  const ko_phrase *next = q + 1 < x->phrase + x->n_phrases ? q + 1 : NULL;
  return next && next->type == KO_PHRASE_PREDICATE && next->past &&
                 ko_word_does(&x->word[q->head], KO_FUNCTION_WORD_CLASS_INTENT) &&
                 ko_word_does(&x->word[next->base], KO_FUNCTION_WORD_CLASS_DO)
             ? next
             : NULL;
}

/* The predicate q itself: what its words say, and whether they are denied. Returns whether it is negated and
** that says no more than its words (부인하지 않았다). */
static int see_predicate(scan *s, const ko_meeting_reader *x, const ko_phrase *q) {
  int lacks = ko_word_does(&x->word[q->base], KO_FUNCTION_WORD_CLASS_LACKING), fact = s->fact;
  s->fact = 0;
  see(s, x, q->base);
  if (q->base != q->first) see(s, x, q->first);
  if (!q->negated) return 0;
  if (refuses(&x->word[q->base])) {
    s->unlikely = 0;
    return 1;
  }
  if (fact || (lacks && q > x->phrase && has_any_cue(x, q - 1))) s->unlikely = 1;
  return 0;
}

/* What was meant to be may have come to nothing, as the clauses behind phrase `from` tell: 만나려 했으나
** 무산됐다. */
static void see_failure(scan *s, const ko_meeting_reader *x, int from, uint8_t quote) {
  s->failing = 1;
  for (int k = from; k < (int)x->n_phrases && k < from + 8; k++) {
    const ko_phrase *q = &x->phrase[k];
    if (q->type != KO_PHRASE_PREDICATE || q->quote != quote) continue;
    see(s, x, q->base);
    if (q->base != q->first) see(s, x, q->first);
    for (int b = k - 1; b >= from && x->phrase[b].type == KO_PHRASE_NOUNS && b >= k - 1; b--)
      see_phrase(s, x, x->phrase[b].first, x->phrase[b].head + 1);
    if (q->negated && (ko_role_of(x, q)->trigger >= 0 ||
                       ko_meeting_mark(&x->word[q->base]) & KO_MEETING_MARK_CLASS_OPEN))
      s->unlikely = 1;
    if (q->ending == KO_ENDING_FINAL || q->ending == KO_ENDING_QUOTATIVE) break;
  }
}

void ko_meeting_status(const ko_meeting_reader *x, ko_telling *t) {
  const ko_phrase *p = &x->phrase[t->phrase];
  scan s = {.first = 1};
  const ko_phrase *g = NULL; /* the predicate that gives the tense */
  int status = -1, negated = 0, doubled = 0, last = t->phrase, promised = 0, carry = 0;
  if (p->type == KO_PHRASE_NOUNS) see_phrase(&s, x, ko_role_of(x, p)->trigger_end, p->head + 1);
  if (p->type == KO_PHRASE_NOUNS && p->particle == KO_CASE_AT) s.aside = s.at = 1;
  for (int k = p->type == KO_PHRASE_NOUNS ? t->phrase + 1 : t->phrase;
       k < (int)x->n_phrases && k < t->phrase + 12; k++) {
    const ko_phrase *q = &x->phrase[k];
    int known;
    if (q->quote != p->quote) {
      if (q->quote == 0) break; /* the speech is over */
      continue;
    }
    if (s.after || s.stop || (k > t->phrase && x->phrase[k - 1].stop)) break;
    last = k;
    if (q->type != KO_PHRASE_PREDICATE) {
      if (ko_role_of(x, q)->trigger >= 0 && q->type == KO_PHRASE_NOUNS && k != t->phrase) {
        if (g) break;
        continue;
      }
      if (g && carry && q->topic && q->particle == KO_CASE_SUBJECT &&
          ko_word_does(&x->word[q->head], KO_FUNCTION_WORD_CLASS_THING) &&
          !(k + 1 < (int)x->n_phrases && has_cue(&x->word[q[1].head], KO_MEETING_CUE_STATUS_FACT)))
        break; /* 만난 것은, but 만난 것은 사실이 아니다 */
      known = see_phrase(&s, x, q->first, q->head + 1);
      if (g && carry && !known && q->type == KO_PHRASE_NOUNS && x->word[q->head].tag != KO_TAG_NNB)
        break; /* 만난 대통령은 */
      carry = 0;
      continue;
    }
    if (p->type == KO_PHRASE_NOUNS && !g && !s.aside)
      s.aside = !(ko_meeting_mark(&x->word[q->base]) & KO_MEETING_MARK_CLASS_OPEN) &&
                !has_cue(&x->word[q->base], KO_MEETING_CUE_STATUS_EXPECTED) && q->first != p->end;
    if (!g || promised) {
      if (promised && (ko_meeting_mark(&x->word[q->base]) & KO_MEETING_MARK_CLASS_OPEN))
        s.planned = 1;
      promised = 0;
    }
    doubled = see_predicate(&s, x, q);
    for (int u = q->first + 1; u < q->end; u++) {
      if (!g) s.supposed |= ko_word_does(&x->word[u], KO_FUNCTION_WORD_CLASS_SUPPOSED);
      if (ko_word_does(&x->word[u], KO_FUNCTION_WORD_CLASS_MUST)) s.expected = 1;
      if (x->word[u].tag == KO_TAG_VX &&
          ko_word_does(&x->word[u], KO_FUNCTION_WORD_CLASS_LASTING) && !q->past)
        s.ongoing |= 2;
      if (x->word[u].tag == KO_TAG_VX) see(&s, x, u);
    }
    negated |= (q->negated && !s.aside && !doubled) ||
               (k > 0 && x->phrase[k - 1].type == KO_PHRASE_ADVERB &&
                ko_word_does(&x->word[x->phrase[k - 1].first], KO_FUNCTION_WORD_CLASS_NEGATION));
    s.future = q->future;
    s.first = q->ending == KO_ENDING_ADNOMINAL;
    if (!g) {
      g = q;
      s.intent = rest_of_intent(x, q) != NULL;
      last += s.intent;
    }
    if (q->ending == KO_ENDING_FINAL || q->ending == KO_ENDING_QUOTATIVE ||
        q->ending == KO_ENDING_CONNECTIVE)
      break;
    if (q->ending == KO_ENDING_NOMINAL)
      promised = 1;
    else
      carry = 1;
  }
  if (g && x->phrase[last].past && x->phrase[last].ending == KO_ENDING_CONNECTIVE && !s.aside &&
      (s.intent || s.planned || s.expected))
    see_failure(&s, x, last + 1, p->quote);
  /* 만났다면, but 만난다면 is what may be */
  t->supposed = s.supposed && !s.aside && g && g->past;
  s.expected |= s.intent || (s.supposed && !s.aside);
  if (s.unlikely || (negated && !s.expected))
    status = KO_STATUS_UNLIKELY;
  else if (s.expected)
    status = KO_STATUS_EXPECTED;
  else if (s.after)
    status = -1;
  else if (s.planned)
    status = KO_STATUS_PLANNED;
  else if (s.held)
    status = KO_STATUS_HELD;
  else if ((s.ongoing & 2) && g &&
           (ko_meeting_mark(&x->word[g->base]) & KO_MEETING_MARK_CLASS_OPEN))
    status = KO_STATUS_ONGOING;
  t->cue = status >= 0 ? 2 : 1;
  if (status < 0 && !s.after && p->type == KO_PHRASE_NOUNS &&
      t->phrase > 0) { /* 3일 열린 회담, 30일 열리는 회담 */
    const ko_phrase *b = p - 1;
    for (int back = 0; back < 4 && b > x->phrase && b->type != KO_PHRASE_PREDICATE; back++) b--;
    if (b->type == KO_PHRASE_PREDICATE && b->ending == KO_ENDING_ADNOMINAL &&
        b->quote == p->quote && (ko_meeting_mark(&x->word[b->base]) & KO_MEETING_MARK_CLASS_OPEN))
      status = b->past ? KO_STATUS_HELD : KO_STATUS_PLANNED;
  }
  if (status < 0 && s.weak) {
    status = KO_STATUS_PLANNED;
    t->cue = 0;
  }
  if (status < 0 && s.after) {
    status = later_tense(x, t->phrase + 1, p->quote, 1);
    if (status != KO_STATUS_PLANNED && status != KO_STATUS_EXPECTED)
      status = KO_STATUS_HELD;
    else
      status = KO_STATUS_PLANNED;
    t->cue = 2;
  }
  if (status < 0 && p->type == KO_PHRASE_NOUNS &&
      p->particle == KO_CASE_AT) /* what is said or done at it */
    status = later_tense(x, t->phrase + 1, p->quote, 0);
  if (status < 0 && g) {
    if (g->past)
      status = KO_STATUS_HELD;
    else if (g->future)
      status = KO_STATUS_PLANNED;
    else if (g->ending == KO_ENDING_CONNECTIVE || g->ending == KO_ENDING_NOMINAL ||
             (g->type == KO_PHRASE_PREDICATE && p->type == KO_PHRASE_NOUNS &&
              p->particle == KO_CASE_AT))
      status = later_tense(x, last, p->quote, 0);
    else if (x->word[g->first].tag == KO_TAG_VCP && g > x->phrase && marks_span(x, g - 1))
      status = KO_STATUS_HELD, t->cue = 0;
    else
      status = KO_STATUS_PLANNED;
    if (status < 0) status = KO_STATUS_HELD;
  }
  t->m.evidential = evidence_of(x, t->phrase, p->quote);
  if (status < 0) { /* a headline without a verb */
    status = KO_STATUS_HELD;
    t->cue = -1;
  }
  t->m.status = (ko_status)status;
}
