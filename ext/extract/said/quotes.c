#include "extract/said/quotes.h"

#include <string.h>

#include "extract/said/echoes.h"

void ko_quotes_init(ko_quotes *q, const ko_mem *mem) {
  memset(q, 0, sizeof *q);
  q->mem = mem;
}

void ko_quotes_free(ko_quotes *q) {
  if (q->mem) ko_free(q->mem, q->item);
  memset(q, 0, sizeof *q);
}

typedef struct finder {
  const ko_clauses *c;
  const ko_quote_chooser *chooser;
  ko_quotes *out;
  ko_speech said;
  uint32_t scanned;            /* sentences before this one gave their topics */
  ko_speaker_options *options; /* of the quotation at hand */
  ko_echoes echoes;
} finder;

/* ---- what has been said ---- */

/* Who is meant by a pronoun. */
static void resolve(const finder *f, ko_speaker *who) {
  const ko_speech *said = &f->said;
  const ko_speaker *meant = who->pronoun == KO_PRONOUN_PERSON ? &said->person
                            : who->pronoun == KO_PRONOUN_BODY ? &said->body
                                                              : &said->told;
  if (!who->found || !who->pronoun) return;
  if (meant->found && (who->pronoun != KO_PRONOUN_POINTED || meant->entity < 0))
    *who = *meant;
  else if (who->pronoun == KO_PRONOUN_PERSON)
    who->found = 0;
  who->pronoun = KO_PRONOUN_NONE;
}

/* Somebody spoke or is spoken of. */
static void remember(finder *f, const ko_speaker *who) {
  ko_speech *said = &f->said;
  if (!who->found) return;
  if (!said->told.found || !ko_speaker_is(&f->c->r->document->text, &said->told, who))
    said->told_before = said->told;
  said->told = *who;
  if (who->entity < 0) return;
  if (f->c->r->entity[who->entity].type == KO_MENTION_PERSON)
    said->person = *who;
  else
    said->body = *who;
}

/* The topics of the sentences up to this one, whether somebody speaks in them or not. */
static void catch_up(finder *f, uint32_t sentence) {
  for (; f->scanned < sentence; f->scanned++) {
    ko_span s = f->c->r->document->sentences.span[f->scanned];
    ko_speaker topic = ko_subject_between(f->c, f->scanned, s.start, s.end);
    resolve(f, &topic);
    remember(f, &topic);
  }
}

/* Where every name stands, how often, and how it is written. Returns 0, or -1 when memory is out. */
static int count_names(finder *f) {
  const ko_reading *r = f->c->r;
  const ko_text *t = &r->document->text;
  ko_buf *key = &f->options->key;
  for (size_t i = 0; i < r->mentions.n; i++) {
    const ko_mention *m = &r->mentions.item[i];
    int other;
    if (ko_work(f->c->mem, 1)) return -1;
    if (!ko_is_name(m->type) || m->entity < 0) continue;
    f->said.named[m->entity]++;
    if (m->end - m->start < 2) continue;
    ko_buf_clear(key);
    for (uint32_t k = m->start; k < m->end; k++) ko_buf_char(key, t->ch[k].cp);
    if (key->failed) return -1;
    other = ko_map_get(&f->said.spelling, key->data, key->n);
    if (other == KO_MAP_NONE && ko_map_put(&f->said.spelling, key->data, key->n, m->entity))
      return -1;
  }
  f->said.chief = -1;
  for (size_t i = 0; i < r->n_entities; i++)
    if (r->entity[i].type == KO_MENTION_PERSON && f->said.named[i] > 1 &&
        (f->said.chief < 0 || f->said.named[i] > f->said.named[f->said.chief]))
      f->said.chief = (int)i;
  return 0;
}

/* ---- one after the other ---- */

/* Add the quotation, and remember who spoke. Returns 0, or -1 when memory is out. */
static int tell(finder *f, const ko_quoted *q, const ko_speaker *who) {
  ko_quotes *out = f->out;
  ko_speech *said = &f->said;
  ko_quote *x;
  if (ko_grow(out->mem, &out->item, &out->cap, out->n + 1, sizeof *out->item)) return -1;
  x = &out->item[out->n++];
  memset(x, 0, sizeof *x);
  x->text = q->text;
  x->sentence = q->sentence;
  x->entity = who->found ? who->entity : -1;
  if (who->found && who->entity < 0) x->speaker = who->span;
  x->verb = q->verb;
  if (ko_is_reporting(q->noun_row, KO_REPORTING_KIND_ASK)) x->verb = q->noun;
  if (!who->found || q->outer >= 0 || ko_is_reporting(q->noun_row, KO_REPORTING_KIND_ASK)) return 0;
  if (!said->spoke.found || !ko_speaker_is(&f->c->r->document->text, &said->spoke, who))
    said->before = said->spoke;
  said->spoke = *who;
  said->spoke_sentence = q->sentence;
  said->spoke_behind = q->behind;
  if (who->entity >= 0) said->spoken[who->entity]++;
  remember(f, who);
  return 0;
}

/* A quotation inside the words of another: "장관이 '검토하라'고 지시했다"고 전했다. Only what is reported
** outright, by somebody named inside. */
static int read_inner(finder *f, const ko_quoted *q) {
  const ko_mark_pair *outer = &f->c->r->document->pairs.item[q->outer];
  ko_speaker who;
  if ((q->by != KO_BY_SAY && q->by != KO_BY_LINK) || q->end > outer->close) return 0;
  who = ko_subject_before(f->c, q->sentence, outer->open + 1, q->open);
  if (!ko_is_reporting(q->verb_row, KO_REPORTING_KIND_VERB) || !who.found || who.weak ||
      who.pronoun)
    return 0;
  return tell(f, q, &who);
}

/* Does nothing around the words or in them say that they were said? */
static int is_mute(const ko_quoted *q) {
  return (q->by == KO_BY_NOTHING || q->by == KO_BY_OTHER) && !q->statement;
}

static int read_outer(finder *f, size_t pair, const ko_quoted *q) {
  int chosen;
  ko_speaker who;
  catch_up(f, q->sentence);
  if (ko_is_reporting(q->verb_row, KO_REPORTING_KIND_NAMING) && q->by != KO_BY_NOTHING) return 0;
  f->said.echo = ko_echoes_of(&f->echoes, pair);
  if (ko_speaker_options_find(f->c, q, &f->said, f->options)) return -1;
  chosen = f->chooser->choose(f->chooser->ctx, q, f->options);
  if (chosen == KO_OPTION_NOBODY && is_mute(q)) chosen = KO_OPTION_NONE;
  who = f->options->option[chosen].who;
  who.found = chosen > KO_OPTION_NOBODY;
  if (!f->options->last && ko_echoes_add(&f->echoes, pair, q, &who)) return -1;
  return chosen == KO_OPTION_NONE ? 0 : tell(f, q, &who);
}

static int read_all(finder *f, int last) {
  const ko_clauses *c = f->c;
  f->options->last = last;
  for (size_t i = 0; i < c->r->document->pairs.n; i++) {
    ko_quoted q;
    if (ko_work(c->mem, KO_MENTION_WORK)) return -1;
    if (!ko_quoted_read(c, i, &f->options->key, &q)) continue;
    if (q.outer >= 0 ? read_inner(f, &q) : read_outer(f, i, &q)) return -1;
    if (f->options->key.failed) return -1;
  }
  return 0;
}

/* Once more, if what is said in full tells who said it in short. */
static int read_again(finder *f, size_t n_before) {
  const ko_speech said = f->said;
  if (ko_echoes_find(&f->echoes, &f->c->r->document->text) < 0) return -1;
  memset(&f->said, 0, sizeof f->said);
  f->said.spoken = said.spoken;
  f->said.named = said.named;
  f->said.chief = said.chief;
  f->said.spelling = said.spelling;
  memset(said.spoken, 0, f->c->r->n_entities * sizeof *said.spoken);
  f->scanned = 0;
  f->out->n = n_before;
  return read_all(f, 1);
}

int ko_quotes_may_be(const ko_text *t) {
  for (size_t i = 0; i < t->n; i++)
    if (t->klass[i] == KO_CLASS_SYMBOL && ko_mark_closing(t->ch[i].cp) &&
        (ko_mark_of(t->ch[i].cp) == KO_MARK_CLASS_QUOTE || t->ch[i].cp == '['))
      return 1;
  return 0;
}

int ko_quotes_find_by(const ko_clauses *c, const ko_quote_chooser *chooser, ko_quotes *out) {
  finder f;
  size_t counts = (c->r->n_entities + 1) * sizeof *f.said.spoken, before = out->n;
  int failed = -1;
  memset(&f, 0, sizeof f);
  f.c = c;
  f.chooser = chooser;
  f.out = out;
  f.said.spoken = ko_calloc(c->mem, counts);
  f.said.named = ko_calloc(c->mem, counts);
  f.options = ko_alloc(c->mem, sizeof *f.options);
  ko_map_init(&f.said.spelling, c->mem);
  ko_echoes_init(&f.echoes, c->mem);
  if (f.options) ko_buf_init(&f.options->key, c->mem);
  if (f.options && f.said.spoken && f.said.named && count_names(&f) == 0 && read_all(&f, 0) == 0)
    failed = read_again(&f, before);
  if (f.options) ko_buf_free(&f.options->key);
  ko_echoes_free(&f.echoes);
  ko_map_free(&f.said.spelling);
  ko_free(c->mem, f.options);
  ko_free(c->mem, f.said.named);
  ko_free(c->mem, f.said.spoken);
  return failed;
}

static int choose(void *ctx, const ko_quoted *q, const ko_speaker_options *o) {
  (void)ctx, (void)q;
  return ko_speaker_options_choose(o, ko_speaker_weights);
}

int ko_quotes_find(const ko_clauses *c, ko_quotes *out) {
  const ko_quote_chooser chooser = {choose, NULL};
  return ko_quotes_find_by(c, &chooser, out);
}
