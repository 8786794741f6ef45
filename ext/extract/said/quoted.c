#include "extract/said/quoted.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "text/hangul.h"

enum {
  MAX_STEM = 12,      /* characters of a verb phrase before its stem */
  MAX_VERB = 200,     /* phrases from a quotation to its verb */
  MAX_LAST = 8,       /* verbs of a sentence that are passed on the way to its last */
  MAX_SLOT = 40,      /* characters of a page's form that names who speaks */
  MAX_HEADLINE = 1500 /* characters of a line that is looked at for its end */
};

int ko_is_reporting(int row, ko_reporting_kind kind) {
  return ko_reporting_kind_of(row) == kind;
}

static ko_span sentence_span(const ko_clauses *c, uint32_t sentence) {
  return c->r->document->sentences.span[sentence];
}

/* ---- marks ---- */

/* Is pair i one of speech, with something in it? */
static int is_speech(const ko_clauses *c, size_t i) {
  const ko_mark_pair *p = &c->r->document->pairs.item[i];
  int row = ko_mark_row(c->r->document->text.ch[p->open].cp);
  return ko_mark_class_of(row) == KO_MARK_CLASS_QUOTE &&
         ko_mark_level_of(row) != KO_MARK_LEVEL_WORK && p->close > p->open + 1;
}

/* The nearest pair of speech around pair i; -1. */
static int outer_speech(const ko_clauses *c, size_t i) {
  int k = c->r->document->pairs.item[i].outer;
  while (k >= 0 && !is_speech(c, (size_t)k)) k = c->r->document->pairs.item[k].outer;
  return k;
}

/* Past other quotations that stand side by side with the one that ends before `behind`. */
static uint32_t chain_end(const ko_clauses *c, uint32_t behind) {
  const ko_text *t = &c->r->document->text;
  const ko_pairs *pairs = &c->r->document->pairs;
  for (int n = 0; n < 4; n++) {
    uint32_t at = behind;
    size_t next;
    if (at < t->n && t->klass[at] == KO_CLASS_SPACE && !ko_is_line_end(t->ch[at].cp)) at++;
    next = ko_pairs_from(pairs, at);
    if (next >= pairs->n || pairs->item[next].open != at || !is_speech(c, next)) break;
    behind = pairs->item[next].close + 1;
  }
  return behind;
}

/* ---- what stands behind ---- */

static ko_followed followed_by(int row) {
  switch (ko_quotative_kind_of(row)) {
  case KO_QUOTATIVE_KIND_SAY: return KO_BY_SAY;
  case KO_QUOTATIVE_KIND_LINK: return KO_BY_LINK;
  default: return KO_BY_NOUN;
  }
}

/* Read the particle behind a closing mark; *end is where it ends. */
static ko_followed read_particle(const ko_text *t, uint32_t at, uint32_t *end) {
  uint32_t word = at, stop;
  int spaced = 0;
  *end = at;
  if (at >= t->n || ko_is_line_end(t->ch[at].cp)) return KO_BY_NOTHING;
  if (t->klass[at] == KO_CLASS_SPACE) word++, spaced = 1;
  for (stop = word; stop < t->n && stop < word + 6 && t->klass[stop] == KO_CLASS_HANGUL;) stop++;
  for (uint32_t e = stop; e > word; e--) {
    int row = ko_lookup(&ko_table_quotative, t, word, e);
    if (row < 0) continue;
    /* a short particle is a word of its own, unless its verb may touch it: "..."고말했다 */
    if (e < t->n && t->klass[e] == KO_CLASS_HANGUL && (spaced || e - word < 2) &&
        (spaced || ko_quotative_verb_of(row) != KO_QUOTATIVE_VERB_TOUCHES))
      continue;
    *end = e;
    return followed_by(row);
  }
  return spaced || t->klass[at] == KO_CLASS_SYMBOL ? KO_BY_NOTHING : KO_BY_OTHER;
}

/* Past a bracket that says who speaks: "..."(홍길동 의원)는 말. */
static uint32_t behind_bracket(const ko_clauses *c, uint32_t at) {
  const ko_pairs *pairs = &c->r->document->pairs;
  size_t k = ko_pairs_from(pairs, at);
  if (k >= pairs->n || pairs->item[k].open != at || pairs->item[k].close - at > MAX_SLOT ||
      ko_mark_of(c->r->document->text.ch[at].cp) != KO_MARK_CLASS_BRACKET)
    return at;
  return pairs->item[k].close + 1;
}

/* Do the words end as a sentence does: 한다, 할 것, 합니다., 할까? */
static int is_statement(const ko_reading *r, ko_span s) {
  const ko_document *d = r->document;
  size_t k;
  while (s.end > s.start && d->text.klass[s.end - 1] == KO_CLASS_SYMBOL) {
    if (ko_mark_of(d->text.ch[s.end - 1].cp) == KO_MARK_CLASS_STOP) return s.end - s.start > 3;
    s.end--;
  }
  k = ko_morpheme_at(d, s.end);
  while (k > 0 && d->morph[k - 1].start >= s.end) k--;
  if (k == 0 || d->morph[k - 1].start < s.start) return 0;
  k--;
  if (ko_tag_group(d->morph[k].tag) == 'E') return d->morph[k].tag != KO_TAG_ETM;
  if (d->morph[k].tag == KO_TAG_NNB) return 1; /* 것, 듯 */
  return d->text.ch[s.end - 1].cp == KO_LEMMA_SYLLABLE && s.end - s.start > 4;
}

static int count_words(const ko_text *t, ko_span s) {
  int n = 1;
  for (uint32_t i = s.start; i < s.end; i++) n += t->klass[i] == KO_CLASS_SPACE;
  return n;
}

/* ---- the verb ---- */

typedef struct reader {
  const ko_clauses *c;
  ko_buf *key; /* for looking predicates up */
  ko_quoted *q;
} reader;

/* Look up a predicate in dictionary form: words of the text and the stem behind them. */
static int lookup_stem(const reader *x, ko_span before, const ko_clause_word *stem) {
  const ko_text *t = &x->c->r->document->text;
  ko_buf_clear(x->key);
  for (uint32_t i = before.start; i < before.end; i++)
    if (t->klass[i] != KO_CLASS_SPACE) ko_buf_char(x->key, t->ch[i].cp);
  ko_buf_add(x->key, stem->form, stem->n_form);
  ko_buf_char(x->key, KO_LEMMA_SYLLABLE);
  return x->key->failed ? -1 : ko_table_find(&ko_table_reporting, x->key->data, x->key->n);
}

/* The words before the stem of predicate p that belong to it: 강조 of 강조하다, 재강조 of 재강조하다. */
static ko_span words_before(const ko_sentence *s, const ko_phrase *p) {
  ko_span before = {s->word[p->base].start, s->word[p->first].start};
  int k = p->base;
  if (p->base < p->first && k > 0 && s->word[k].end - s->word[k].start == 1 &&
      s->word[k - 1].end == s->word[k].start && ko_tag_group(s->word[k - 1].tag) == 'N')
    before.start = s->word[k - 1].start;
  return before;
}

/* The row of predicate i, with the noun before it if they are a phrase together (말을 아끼다); -1 if it
** reports nothing. *span begins where it does. */
static int reporting_row(const reader *x, const ko_sentence *s, int i, ko_span *span) {
  const ko_phrase *p = &s->phrase[i], *b = i > 0 ? p - 1 : NULL;
  const ko_clause_word *stem = &s->word[p->first];
  ko_span before = words_before(s, p);
  if (stem->tag == KO_TAG_VV && b && b->type == KO_PHRASE_NOUNS && b->end == p->first &&
      b->end > b->head + 1) {
    ko_span phrase = {s->word[b->head].start, s->word[b->end - 1].end};
    int row = phrase.end - phrase.start <= MAX_STEM ? lookup_stem(x, phrase, stem) : -1;
    if (row >= 0) {
      span->start = phrase.start;
      return row;
    }
  }
  span->start = before.start;
  return before.end - before.start > MAX_STEM ? -1 : lookup_stem(x, before, stem);
}

/* The last phrase of the verb that begins with predicate i; 시사하기도 했다 is one. */
static int verb_last(const ko_sentence *s, int i) {
  const ko_phrase *p = &s->phrase[i];
  if (s->word[p->head].tag == KO_TAG_ETN && i + 1 < s->n_phrases &&
      p[1].type == KO_PHRASE_PREDICATE && p[1].first > p->end)
    return i + 1;
  return i;
}

/* Is it a predicate that could be a verb of saying: no copula, no auxiliary? */
static int is_verb(const ko_sentence *s, int i) {
  int tag = s->word[s->phrase[i].first].tag;
  return s->phrase[i].type != KO_PHRASE_NOUNS &&
         (tag == KO_TAG_VV || tag == KO_TAG_VA || tag == KO_TAG_XSV || tag == KO_TAG_XSA);
}

/* Does phrase i stand in a pair of marks that opens at `from` or behind? */
static int is_quoted(const reader *x, const ko_sentence *s, int i, uint32_t from) {
  const ko_pairs *pairs = &x->c->r->document->pairs;
  int k = ko_pairs_around(pairs, s->word[s->phrase[i].first].start);
  for (; k >= 0 && pairs->item[k].open >= from; k = pairs->item[k].outer)
    if (is_speech(x->c, (size_t)k)) return 1;
  return 0;
}

/* The verb of saying in characters [from, to) of a sentence, quoted ones left out: the first that ends a
** clause, else the first that describes a noun (진술한 직원), else any predicate. */
static void find_verb(const reader *x, uint32_t sentence, uint32_t from, uint32_t to) {
  const ko_sentence s = ko_clauses_sentence(x->c, sentence);
  ko_quoted *q = x->q;
  q->rank = KO_VERB_NONE;
  q->verb_row = -1;
  q->verb = (ko_span){0, 0};
  for (int i = ko_sentence_phrase_from(&s, from), n = 0;
       i < s.n_phrases && n < MAX_VERB && q->rank < KO_VERB_REPORTS_END &&
       s.word[s.phrase[i].first].start < to;
       i++, n++) {
    ko_span span;
    int row, last, ends;
    ko_verb_rank rank;
    ko_ending ending;
    if (!is_verb(&s, i) || is_quoted(x, &s, i, from)) continue;
    row = reporting_row(x, &s, i, &span);
    if (!ko_is_reporting(row, KO_REPORTING_KIND_VERB) &&
        !ko_is_reporting(row, KO_REPORTING_KIND_NAMING))
      row = -1;
    last = verb_last(&s, i);
    ending = (ko_ending)s.phrase[last].ending;
    ends = (s.phrase[last].head > s.phrase[last].first && ending != KO_ENDING_ADNOMINAL &&
            s.word[s.phrase[last].head].tag != KO_TAG_ETN) ||
           (q->by == KO_BY_SAY && q->rank == KO_VERB_NONE); /* 라고 belongs to the next verb */
    rank = row >= 0 ? (ends ? KO_VERB_REPORTS_END : KO_VERB_REPORTS)
                    : (ends ? KO_VERB_ENDS : KO_VERB_ANY);
    if (rank <= q->rank) continue;
    q->rank = rank;
    q->verb_row = row;
    q->describes = ending == KO_ENDING_ADNOMINAL;
    q->verb = (ko_span){span.start, s.word[s.phrase[last].head].end};
  }
}

/* The verb that a sentence ends with, if it is one of saying; characters from `from` on. */
static int last_verb(const reader *x, uint32_t sentence, uint32_t from) {
  const ko_sentence s = ko_clauses_sentence(x->c, sentence);
  uint32_t to = sentence_span(x->c, sentence).end;
  ko_quoted last = *x->q;
  reader one = {x->c, x->key, &last};
  for (int n = 0; n < MAX_LAST; n++) {
    find_verb(&one, sentence, from, to);
    if (last.rank == KO_VERB_NONE) break;
    from = last.verb.end;
    if (!ko_is_reporting(last.verb_row, KO_REPORTING_KIND_VERB) ||
        ko_sentence_phrase_from(&s, from) < s.n_phrases)
      continue;
    *x->q = last;
    return 1;
  }
  return 0;
}

/* Is there a sentence behind the quotation's, on the same line? */
static int next_on_line(const ko_clauses *c, const ko_quoted *q) {
  const ko_sentences *all = &c->r->document->sentences;
  uint32_t at = q->behind;
  if (q->sentence + 1 >= all->n) return 0;
  while (at < all->span[q->sentence + 1].start && !ko_is_line_end(c->r->document->text.ch[at].cp))
    at++;
  return at == all->span[q->sentence + 1].start;
}

/* The noun of speech that begins behind the particle. */
static void find_noun(const reader *x) {
  const ko_sentence s = ko_clauses_sentence(x->c, x->q->after);
  int i = ko_sentence_phrase_from(&s, x->q->end), first;
  if (i >= s.n_phrases || s.phrase[i].type != KO_PHRASE_NOUNS) return;
  first = s.phrase[i].first;
  for (int k = first; k < first + 5 && k < s.n_words; k++) {
    const ko_clause_word *w = &s.word[k];
    int row;
    if (w->tag == KO_TAG_JKG && k > first) continue; /* 기자의 질문 */
    if (ko_tag_group(w->tag) != 'N' && w->tag != KO_TAG_XSN) break;
    row = ko_word_row(w, &ko_table_reporting);
    if (!ko_is_reporting(row, KO_REPORTING_KIND_NOUN) &&
        !ko_is_reporting(row, KO_REPORTING_KIND_ASK))
      continue;
    x->q->noun = (ko_span){w->start, w->end};
    x->q->noun_row = row;
    return;
  }
}

/* ---- where it stands ---- */

/* Does the sentence end with a full stop or the like, marks behind it put aside? */
static int has_stop(const ko_clauses *c, uint32_t sentence) {
  const ko_text *t = &c->r->document->text;
  ko_span s = sentence_span(c, sentence);
  for (int marks = 0; marks < 4 && s.end > s.start + 1 && t->klass[s.end - 1] == KO_CLASS_SYMBOL;
       marks++, s.end--)
    if (ko_mark_of(t->ch[s.end - 1].cp) == KO_MARK_CLASS_STOP) return 1;
  return 0;
}

/* Does the line go on to end without a stop, as headlines do? */
static int in_headline(const ko_text *t, uint32_t at) {
  uint32_t end = at;
  while (end < t->n && end - at < MAX_HEADLINE && !ko_is_line_end(t->ch[end].cp)) end++;
  if (end < t->n && !ko_is_line_end(t->ch[end].cp)) return 0;
  end = ko_skip_blanks_back(t, end, at);
  return end > at && t->klass[end - 1] != KO_CLASS_SYMBOL && t->klass[end - 1] != KO_CLASS_JAMO;
}

/* Who speaks by a page's form that ends before `to`: 홍길동 / 장관 : ..., <홍길동 / 장관> ... */
static ko_span slot_before(const ko_text *t, uint32_t to) {
  uint32_t from = to, slash = 0;
  while (from > 0 && to - from < MAX_SLOT) {
    uint32_t c = t->ch[from - 1].cp;
    ko_mark_class class = ko_mark_of(c);
    if (ko_is_line_end(c) || class == KO_MARK_CLASS_QUOTE || class == KO_MARK_CLASS_STOP) break;
    if (c == '/' && slash == 0) slash = from - 1;
    if (slash && from - 1 < slash && t->klass[from - 1] == KO_CLASS_SYMBOL) break;
    from--;
  }
  if (!slash) return (ko_span){0, 0};
  slash = ko_skip_blanks_back(t, slash, from);
  while (from < slash && t->klass[from] == KO_CLASS_SPACE) from++;
  return (ko_span){from, slash};
}

/* Does what stands before the mark end a page's form: 홍길동 / 장관 : "...", <홍길동 / 장관> "..."? */
static int is_slot_end(const ko_text *t, uint32_t open) {
  uint32_t at = ko_skip_blanks_back(t, open, 0), c;
  if (at == 0) return 0;
  c = t->ch[at - 1].cp;
  return c == ':' || ko_is_dash(c) || c == '>' || c == ']';
}

/* Words in brackets that begin with who says them: [홍길동 / 장관 : 비가 옵니다.] Returns 0 if they are none. */
static int read_slot(const ko_text *t, const ko_mark_pair *p, ko_quoted *q) {
  uint32_t at = p->open + 1;
  if (t->ch[p->open].cp != '[') return 0;
  while (at < p->close && at - p->open < MAX_SLOT && t->ch[at].cp != ':') at++;
  if (at >= p->close || t->ch[at].cp != ':') return 0;
  q->slot = slot_before(t, at);
  q->text.start = ko_skip_blanks(t, at + 1);
  q->text.end = p->close;
  return q->slot.end > q->slot.start && q->text.start < q->text.end &&
         ko_mark_of(t->ch[q->text.start].cp) != KO_MARK_CLASS_QUOTE;
}

int ko_quoted_read(const ko_clauses *c, size_t i, ko_buf *key, ko_quoted *q) {
  const ko_text *t = &c->r->document->text;
  const ko_mark_pair *p = &c->r->document->pairs.item[i];
  reader x = {c, key, q};
  ko_span s, behind;
  memset(q, 0, sizeof *q);
  if (is_speech(c, i)) {
    q->text = (ko_span){p->open + 1, p->close};
    q->is_double = ko_is_double_quote(t->ch[p->open].cp);
    if (is_slot_end(t, p->open)) q->slot = slot_before(t, p->open);
  } else if (!read_slot(t, p, q)) {
    return 0;
  }
  q->open = p->open;
  q->behind = p->close + 1;
  q->outer = outer_speech(c, i);
  q->statement = is_statement(c->r, q->text);
  q->words = count_words(t, q->text);
  q->verb_row = q->noun_row = -1;
  q->chain = chain_end(c, q->behind);
  q->by = read_particle(t, behind_bracket(c, q->chain), &q->end);
  if (q->by == KO_BY_NOTHING && q->chain > q->behind) q->by = read_particle(t, q->behind, &q->end);
  q->sentence = ko_clauses_sentence_at(c, q->text.start);
  q->after = ko_clauses_sentence_at(c, q->by == KO_BY_NOTHING ? q->behind - 1 : q->end - 1);
  s = sentence_span(c, q->sentence);
  behind = sentence_span(c, q->after);
  q->limit = q->outer >= 0 ? c->r->document->pairs.item[q->outer].close : behind.end;
  q->starts = q->open == s.start;
  q->ends = q->behind >= s.end;
  q->has_stop = has_stop(c, q->sentence);
  q->headline = in_headline(t, q->behind);
  if (q->by == KO_BY_NOTHING) {
    if (!last_verb(&x, q->after, q->behind) && q->starts && q->ends && next_on_line(c, q))
      last_verb(&x, q->sentence + 1, q->behind);
  } else {
    if (q->by == KO_BY_NOUN || q->by == KO_BY_OTHER) find_noun(&x);
    find_verb(&x, q->after, q->end, q->limit);
  }
  return 1;
}
