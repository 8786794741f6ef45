#include "extract/clause/phrases.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "morph/tagset.h"
#include "text/marks.h"

enum {
  MAX_BRACKET = 48,  /* words of a bracket */
  MAX_DATELINE = 24, /* words before the = of a dateline */
  MAX_SPEECH = 254   /* speeches told apart in a sentence */
};

typedef struct parser {
  ko_phrases *out;
  const ko_reading *r;
  ko_clause_word *word;
  int n;
  size_t begun; /* the sentence's first phrase */
} parser;

static int has(const ko_clause_word *w, ko_function_word_class class) {
  return (w->function & class) != 0;
}

/* The first character of a word. */
static uint32_t letter(const parser *x, int i) {
  return x->r->document->text.ch[x->word[i].start].cp;
}

static int is_speech_mark(uint32_t c) {
  return ko_is_double_quote(c);
}

static ko_phrase *new_phrase(parser *x, ko_phrase_type type, int first) {
  ko_phrases *out = x->out;
  ko_phrase *p;
  if (ko_grow(out->mem, &out->item, &out->cap, out->n + 1, sizeof *out->item)) return NULL;
  p = &out->item[out->n++];
  memset(p, 0, sizeof *p);
  p->type = (uint8_t)type;
  p->first = p->head = p->base = first;
  p->end = first + 1;
  return p;
}

/* The phrase read last in this sentence; NULL if there is none. */
static ko_phrase *last_phrase(const parser *x) {
  return x->out->n > x->begun ? &x->out->item[x->out->n - 1] : NULL;
}

/* The word behind the bracket that opens at word i; i + 1 when it does not close nearby. */
static int after_bracket(parser *x, int i) {
  uint32_t close =
      ko_mark_of(letter(x, i)) == KO_MARK_CLASS_BRACKET ? ko_mark_closing(letter(x, i)) : 0;
  if (!close) return i + 1;
  for (int k = i + 1; k < x->n && k < i + MAX_BRACKET; k++)
    if (letter(x, k) == close) {
      for (int j = i; j <= k; j++) x->word[j].flags |= KO_WORD_INSIDE;
      return k + 1;
    }
  return i + 1;
}

/* ---- nouns ---- */

static ko_case case_of(int particle) {
  return particle & (KO_PARTICLE_CLASS_SUBJECT | KO_PARTICLE_CLASS_TOPIC | KO_PARTICLE_CLASS_ALSO)
             ? KO_CASE_SUBJECT
         : particle & KO_PARTICLE_CLASS_OBJECT ? KO_CASE_OBJECT
         : particle & KO_PARTICLE_CLASS_WITH   ? KO_CASE_WITH
         : particle & KO_PARTICLE_CLASS_OF     ? KO_CASE_OF
         : particle & KO_PARTICLE_CLASS_AT     ? KO_CASE_AT
         : particle & KO_PARTICLE_CLASS_TO     ? KO_CASE_TO
         : particle & KO_PARTICLE_CLASS_TOWARD ? KO_CASE_TOWARD
                                               : KO_CASE_OTHER;
}

/* The case that the particles [i, end) give. */
static void read_particles(const parser *x, ko_phrase *p, int i, int end) {
  for (int first = 1; i < end; i++, first = 0) {
    int class = ko_particle_class_of(ko_word_row(&x->word[i], &ko_table_particle));
    if (class & (KO_PARTICLE_CLASS_TOPIC | KO_PARTICLE_CLASS_ALSO)) p->topic = 1;
    if (first)
      p->particle = (uint8_t)case_of(class);
    else if (class & KO_PARTICLE_CLASS_OF)
      p->particle = p->particle == KO_CASE_WITH ? KO_CASE_WITH_OF : KO_CASE_OF;
  }
}

/* What joins the phrase, whose particles end before word k, with the next. */
static void read_join(const parser *x, ko_phrase *p, int k) {
  uint32_t c;
  if (p->particle == KO_CASE_WITH) p->join = KO_JOIN_AND;
  if (k >= x->n) return;
  c = letter(x, k);
  if (p->particle != KO_CASE_BARE || ko_word_is_predicate(&x->word[k])) {
    if (c == ',') p->end = k + 1;
    return;
  }
  if (c == ',')
    p->join = KO_JOIN_COMMA;
  else if (ko_is_dot(c) || ko_is_dash(c) || x->word[k].tag == KO_TAG_SP)
    p->join = KO_JOIN_DOT;
  else if (ko_particle_class_of(ko_word_row(&x->word[k], &ko_table_particle)) &
           KO_PARTICLE_CLASS_AND)
    p->join = KO_JOIN_AND;
  if (p->join) p->end = k + 1;
}

/* What a noun phrase holds so far. */
typedef struct nouns {
  int last; /* its last word that is no mark or bracket, -1 */
  int time, person;
} nouns;

static int is_person(const parser *x, const ko_clause_word *w) {
  return w->mention >= 0 && x->r->mentions.item[w->mention].type == KO_MENTION_PERSON;
}

static int is_title(ko_lexeme lexeme) {
  return ko_lexeme_row(lexeme, &ko_table_title) >= 0;
}

/* Is the word an office, or does it end in one: 대통령, 외무장관? */
static int is_office(const ko_clause_word *w) {
  return is_title(w->lexeme) || ko_word_ends_in(w, is_title);
}

/* Does a new phrase begin with word k, though it could go on? */
static int breaks(const parser *x, const nouns *so_far, int first, int k) {
  const ko_clause_word *w = &x->word[k], *last;
  if (so_far->last < 0) return 0;
  last = &x->word[so_far->last];
  if (((w->flags & KO_WORD_TIME) != 0) != so_far->time) return 1;
  if (is_person(x, w) && so_far->person) return 1;
  /* 만난 뒤 B는, 회담 직후 B는; but 전 대통령 */
  if ((w->flags & KO_WORD_GLUED) || last->tag == KO_TAG_MM || is_office(w)) return 0;
  if (so_far->last > first) return has(last, KO_FUNCTION_WORD_CLASS_EDGE);
  return first > 0 && x->word[first - 1].tag == KO_TAG_ETM &&
         (last->tag == KO_TAG_NNB || has(last, KO_FUNCTION_WORD_CLASS_EDGE));
}

/* Find the words of the noun phrase that begins with word i. Returns the word behind it. */
static int find_nouns(parser *x, int i, nouns *found) {
  int k;
  *found = (nouns){-1, 0, 0};
  for (k = i; k < x->n; k++) {
    ko_clause_word *w = &x->word[k];
    if (w->tag == KO_TAG_SS) {
      uint32_t c = letter(x, k);
      int behind = after_bracket(x, k);
      if (behind > k + 1) {
        k = behind - 1;
        continue;
      }
      if (is_speech_mark(c) || ko_mark_of(c) == KO_MARK_CLASS_BRACKET) break;
      w->flags |= KO_WORD_INSIDE;
      continue;
    }
    if (!ko_word_is_nominal(w) || breaks(x, found, i, k)) break;
    found->time = (w->flags & KO_WORD_TIME) != 0;
    found->person |= is_person(x, w);
    found->last = k;
  }
  return k;
}

/* A noun phrase from word i. Returns the word behind it and its particles, -1 when memory is out. */
static int read_nouns(parser *x, int i) {
  nouns found;
  int k = find_nouns(x, i, &found), end = k;
  ko_phrase *p;
  if (found.last < 0) return i + 1; /* only marks */
  p = new_phrase(x, KO_PHRASE_NOUNS, i);
  if (!p) return -1;
  p->head = found.last;
  p->time = (uint8_t)found.time;
  for (int j = i; j <= p->head; j++)
    if (has(&x->word[j], KO_FUNCTION_WORD_CLASS_BETWEEN) && j > i) p->between = 1;
  while (end < x->n && ko_tag_group(x->word[end].tag) == 'J' && x->word[end].mention < 0) end++;
  read_particles(x, p, k, end);
  p->end = end;
  read_join(x, p, end);
  return p->end;
}

/* ---- predicates ---- */

static ko_ending ending_of(const ko_clause_word *w) {
  switch (w->tag) {
  case KO_TAG_ETM: return KO_ENDING_ADNOMINAL;
  case KO_TAG_EF: return KO_ENDING_FINAL;
  case KO_TAG_ETN: return KO_ENDING_NOMINAL;
  default:
    return has(w, KO_FUNCTION_WORD_CLASS_QUOTATIVE) ? KO_ENDING_QUOTATIVE
           : has(w, KO_FUNCTION_WORD_CLASS_WHETHER) ? KO_ENDING_NOMINAL
                                                    : KO_ENDING_CONNECTIVE;
  }
}

/* What one more word says of the predicate. Returns 0 if the word is no part of it. */
static int read_auxiliary(ko_phrase *p, const ko_clause_word *w) {
  if (w->mention >= 0 || w->n_countries) return 0;
  if (ko_tag_group(w->tag) == 'V' && w->tag != KO_TAG_VV && w->tag != KO_TAG_VA) {
    if (has(w, KO_FUNCTION_WORD_CLASS_NEGATION)) p->negated = 1;
    p->future = 0;
    return 1;
  }
  if (ko_tag_group(w->tag) != 'E') return 0;
  if (w->tag == KO_TAG_EP || w->tag == KO_TAG_ETM) {
    if (has(w, KO_FUNCTION_WORD_CLASS_PAST)) p->past = 1;
    if (has(w, KO_FUNCTION_WORD_CLASS_FUTURE)) p->future = 1;
  }
  if (w->tag == KO_TAG_EP) return 1;
  p->ending = (uint8_t)ending_of(w);
  return 1;
}

/* A predicate from word i. Returns the word behind it, -1 when memory is out. */
static int read_predicate(parser *x, int i) {
  ko_phrase *p = new_phrase(x, KO_PHRASE_PREDICATE, i);
  const ko_clause_word *w = &x->word[i];
  int k = i + 1;
  if (!p) return -1;
  if ((w->tag == KO_TAG_XSV || w->tag == KO_TAG_XSA) && i > 0 &&
      ko_word_is_nominal(&x->word[i - 1]))
    p->base = i - 1;
  p->ending = KO_ENDING_CONNECTIVE;
  p->negated = w->tag == KO_TAG_VCN || has(w, KO_FUNCTION_WORD_CLASS_LACKING);
  while (k < x->n && read_auxiliary(p, &x->word[k])) k++;
  p->end = k;
  p->head = k - 1;
  if (w->tag == KO_TAG_VA && has(&x->word[k - 1], KO_FUNCTION_WORD_CLASS_ADVERBIAL))
    p->type = KO_PHRASE_ADVERB; /* 늦게 */
  return k;
}

/* A와 B 간, read as a form of 가다: the last phrase is meant. Returns 1 if it is so. */
static int is_between(const parser *x, int i) {
  const ko_clause_word *w = &x->word[i];
  ko_phrase *p = last_phrase(x);
  if (!p || p->type != KO_PHRASE_NOUNS || p->end != i || i + 1 >= x->n || w[1].end != w->end)
    return 0;
  if (!(ko_function_word_class_of(
            ko_lookup(&ko_table_function_word, &x->r->document->text, w->start, w->end)) &
        KO_FUNCTION_WORD_CLASS_BETWEEN))
    return 0;
  p->between = 1;
  return 1;
}

/* 오는 30일: the verb belongs to the date. */
static int is_bound(const parser *x, int i) {
  return i + 2 < x->n && x->word[i + 1].tag == KO_TAG_ETM &&
         (x->word[i + 2].flags & KO_WORD_TIME) && has(&x->word[i], KO_FUNCTION_WORD_CLASS_BOUND);
}

/* ---- the sentence ---- */

/* Read what begins with word i. Returns the word behind it, -1 when memory is out. */
static int read_phrase(parser *x, int i) {
  const ko_clause_word *w = &x->word[i];
  if (ko_word_is_predicate(w))
    return is_between(x, i) || is_bound(x, i) ? i + 2 : read_predicate(x, i);
  if (ko_word_is_nominal(w)) return read_nouns(x, i);
  if (w->tag == KO_TAG_SS) return after_bracket(x, i);
  if (w->tag == KO_TAG_MAG || w->tag == KO_TAG_MAJ)
    return new_phrase(x, KO_PHRASE_ADVERB, i) ? i + 1 : -1;
  return i + 1;
}

/* The word behind a dateline: (서울=한빛뉴스) 아무개 기자 = */
static int after_dateline(const parser *x) {
  int i = 0;
  for (int k = 0; k < x->n && k < MAX_DATELINE; k++)
    if (!(x->word[k].flags & KO_WORD_INSIDE) && letter(x, k) == '=') i = k + 1;
  return i;
}

int ko_phrases_read(ko_phrases *out, const ko_reading *r, ko_clause_word *word, int n) {
  parser x = {out, r, word, n, out->n};
  int open = 0, speech = 0;
  for (int i = after_dateline(&x); i < n;) {
    uint32_t c = letter(&x, i);
    size_t before = out->n;
    int next;
    if (ko_work(out->mem, 2)) return -1;
    if (word[i].tag == KO_TAG_SS && is_speech_mark(c)) {
      open = c == '"' ? !open : ko_mark_closing(c) != 0;
      if (open && speech < MAX_SPEECH) speech++;
      i++;
      continue;
    }
    next = read_phrase(&x, i);
    if (next < 0) return -1;
    for (; before < out->n; before++) out->item[before].quote = (uint8_t)(open ? speech : 0);
    if ((word[i].tag == KO_TAG_SE || word[i].tag == KO_TAG_SF ||
         ko_mark_of(c) == KO_MARK_CLASS_ELLIPSIS) &&
        last_phrase(&x))
      last_phrase(&x)->stop = 1;
    i = next;
  }
  return 0;
}
