/* Units and phrases of a sentence: what the meeting reader works on. */
#include <string.h>

#include "extract/event/meeting_reader.h"
#include "tables.h"

/* ---- words ---- */

int ko_unit_is(const ko_piece *u, const char *form) {
  return strcmp(u->form, form) == 0;
}

int ko_unit_row(const ko_table *t, const ko_piece *u) {
  return ko_table_find(t, u->form, u->n_form);
}

int ko_unit_in(const ko_table *t, const ko_piece *u, const char *class) {
  for (int row = ko_unit_row(t, u); ko_table_has(t, row, u->form, u->n_form); row++)
    if (strcmp(ko_table_cell(t, row, 1), class) == 0) return 1;
  return 0;
}

int ko_joined_row(const ko_meeting_reader *x, const ko_table *t, int u, const char **key,
                  size_t *n) {
  const ko_piece *a = &x->unit[u], *b = u + 1 < (int)x->n_units ? a + 1 : NULL;
  if (b && (b->word & KO_WORD_IS_GLUED) && b->n_form && a->n_form + b->n_form < 48 &&
      ko_tag_group(a->tag) != 'J' && b->start >= a->end) {
    char both[64];
    int row;
    memcpy(both, a->form, a->n_form);
    memcpy(both + a->n_form, b->form, b->n_form);
    row = ko_table_find(t, both, (size_t)a->n_form + b->n_form);
    if (row >= 0) {
      *key = ko_table_cell(t, row, 0);
      *n = (size_t)a->n_form + b->n_form;
      return row;
    }
  }
  *key = a->form;
  *n = a->n_form;
  return ko_table_find(t, a->form, a->n_form);
}

int ko_joined_in(const ko_meeting_reader *x, const ko_table *t, int u, const char *class) {
  const char *key;
  size_t n;
  for (int row = ko_joined_row(x, t, u, &key, &n); ko_table_has(t, row, key, n); row++)
    if (strcmp(ko_table_cell(t, row, 1), class) == 0) return 1;
  return 0;
}

int ko_cell_has(const char *cell, const char *word) {
  size_t n = strlen(word);
  for (const char *at = cell; (at = strstr(at, word)) != NULL; at += n)
    if ((at == cell || at[-1] == ' ') && (at[n] == ' ' || at[n] == 0)) return 1;
  return 0;
}

/* The row of a key in a table whose cell in column 1 is `class`; -1. */
static int row_of(const ko_table *t, const char *key, size_t n, const char *class) {
  for (int row = ko_table_find(t, key, n); ko_table_has(t, row, key, n); row++)
    if (strcmp(ko_table_cell(t, row, 1), class) == 0) return row;
  return -1;
}

int ko_country_named(const char *name, size_t n) {
  for (int row = ko_table_find(&ko_table_country, name, n);
       ko_table_has(&ko_table_country, row, name, n); row++)
    if (strcmp(ko_table_cell(&ko_table_country, row, 2), "full") == 0) {
      const char *own = ko_table_cell(&ko_table_country, row, 1);
      return strlen(own) == n && memcmp(own, name, n) == 0
                 ? row
                 : ko_table_find(&ko_table_country, own, strlen(own));
    }
  return -1;
}

/* ---- countries, by their letters: 한미, 북·중·러, 韓美, 한-베트남 ---- */

enum { MAX_NAME = 8, KEY_BYTES = MAX_NAME * 4 + 1 };

/* The characters [from, to) as UTF-8. Returns the number of bytes. */
static size_t key_of(const ko_text *t, size_t from, size_t to, char *key) {
  size_t n = 0;
  for (size_t i = from; i < to; i++) n += ko_encode(t->ch[i].cp, key + n);
  key[n] = 0;
  return n;
}

typedef struct country_list {
  int n, hanja, pairs; /* hanja: all of one hanja each; pairs: each item is a compound of two */
  int16_t id[KO_MAX_COUNTRIES];
} country_list;

static int add_names(country_list *l, const char *names) {
  while (*names) {
    size_t n = strcspn(names, " ");
    int id = ko_country_named(names, n);
    if (id < 0 || l->n == KO_MAX_COUNTRIES) return -1;
    l->id[l->n++] = (int16_t)id;
    names += n;
    if (*names) names++;
  }
  return 0;
}

static int is_letter(const ko_text *t, size_t i) {
  return t->klass[i] != KO_CLASS_SPACE && t->klass[i] != KO_CLASS_SYMBOL;
}

/* One item at `at`: the longest name, compound or short form. Returns where it ends, `at` if none. */
static size_t country_item(const ko_text *t, size_t at, size_t end, country_list *l,
                           int *is_short) {
  char key[KEY_BYTES];
  *is_short = 0;
  for (size_t n = end - at < MAX_NAME ? end - at : MAX_NAME; n > 0; n--) {
    size_t bytes = key_of(t, at, at + n, key);
    for (int row = ko_table_find(&ko_table_country, key, bytes);
         ko_table_has(&ko_table_country, row, key, bytes); row++) {
      const char *class = ko_table_cell(&ko_table_country, row, 2);
      if (strcmp(class, "after") == 0) continue;
      int had = l->n;
      if (add_names(l, ko_table_cell(&ko_table_country, row, 1))) return at;
      if (l->n != had + 2) l->pairs = 0;
      *is_short = strcmp(class, "short") == 0;
      if (t->klass[at] != KO_CLASS_HAN) l->hanja = 0;
      return at + n;
    }
  }
  return at;
}

/* May a list of countries end before character i? */
static int may_end(const ko_text *t, size_t i, size_t end) {
  char key[KEY_BYTES];
  if (i == end || !is_letter(t, i)) return 1;
  for (size_t n = 1; n <= 3 && i + n <= end; n++) {
    size_t bytes = key_of(t, i, i + n, key);
    for (int row = ko_table_find(&ko_table_country, key, bytes);
         ko_table_has(&ko_table_country, row, key, bytes); row++)
      if (strcmp(ko_table_cell(&ko_table_country, row, 2), "after") == 0) return 1;
  }
  return 0;
}

static int separates(uint32_t c) {
  return c == 0xB7 || c == 0x318D || c == 0x2027 || c == 0x30FB || c == '-' || c == 0x2013 ||
         c == '/';
}

/* A list of countries at `at`. Returns where it ends, `at` if there is none. */
static size_t countries_at(const ko_text *t, size_t at, size_t end, country_list *l) {
  size_t i = at;
  int is_short;
  l->n = 0;
  l->hanja = l->pairs = 1;
  if (at > 0 && is_letter(t, at - 1)) return at;
  for (;;) {
    size_t next = country_item(t, i, end, l, &is_short);
    if (next == i) return at;
    i = next;
    if (i < end && t->klass[i] == KO_CLASS_HAN && l->hanja && is_short && l->n < 3) continue;
    if (i + 1 < end && separates(t->ch[i].cp)) {
      country_list before = *l;
      next = country_item(t, i + 1, end, l, &is_short);
      *l = before;
      if (next > i + 1) {
        i++;
        continue;
      }
    }
    break;
  }
  if (l->n >= 2) return may_end(t, i, end) ? i : at;
  if (l->hanja && is_short) return i == end || t->klass[i] != KO_CLASS_HAN ? i : at;
  return at;
}

/* ---- units ---- */

enum { MAX_FORM = 200 }; /* bytes of a unit's form */

static const char *form_of(ko_meeting_reader *x, const ko_morpheme *m, uint32_t from, uint32_t to,
                           uint16_t *n) {
  ko_buf b;
  char *out = NULL;
  ko_buf_init(&b, x->mem);
  if (m)
    ko_document_form(x->r->document, m, &b);
  else
    for (uint32_t i = from; i < to && b.n < MAX_FORM; i++)
      ko_buf_char(&b, x->r->document->text.ch[i].cp);
  if (b.n > MAX_FORM) /* no word of any table: cut between characters */
    for (b.n = MAX_FORM; b.n > 0 && ((unsigned char)b.data[b.n] & 0xC0) == 0x80;) b.n--;
  if (!b.failed) out = ko_arena_alloc(&x->arena, b.n + 1);
  if (out) {
    memcpy(out, b.data ? b.data : "", b.n);
    out[b.n] = 0;
    *n = (uint16_t)b.n;
  }
  ko_buf_free(&b);
  return out;
}

static ko_piece *new_unit(ko_meeting_reader *x, const ko_morpheme *m, uint32_t from, uint32_t to) {
  ko_piece *u;
  uint16_t n = 0;
  const char *form = form_of(x, m, from, to, &n);
  if (!form || ko_grow(x->mem, &x->unit, &x->cap_units, x->n_units + 1, sizeof *x->unit))
    return NULL;
  u = &x->unit[x->n_units++];
  memset(u, 0, sizeof *u);
  u->start = from;
  u->end = to;
  u->form = form;
  u->n_form = n;
  u->mention = u->trigger = u->home = -1;
  if (from > 0 && x->r->document->text.klass[from - 1] != KO_CLASS_SPACE)
    u->word |= KO_WORD_IS_GLUED;
  return u;
}

/* The row of the noun trigger that the form is or ends in. */
static int noun_trigger(const ko_piece *u) {
  static const char *const classes[] = {"not", "noun"};
  const ko_table *t = &ko_table_meeting_trigger;
  for (int c = 0; c < 2; c++) {
    int row = row_of(t, u->form, u->n_form, classes[c]);
    if (row >= 0) return c ? row : -1;
  }
  for (size_t cut = 3; cut + 6 <= u->n_form && u->n_form <= 30; cut++) {
    int row;
    if ((u->form[cut] & 0xC0) == 0x80) continue;
    row = row_of(t, u->form + cut, u->n_form - cut, "not");
    if (row >= 0) return -1;
    row = row_of(t, u->form + cut, u->n_form - cut, "noun");
    if (row >= 0 && !ko_cell_has(ko_table_cell(t, row, 3), "weak")) return row;
  }
  return -1;
}

/* The country that one syllable or hanja stands for, -1. */
static int short_country(const ko_piece *u) {
  int row = ko_unit_row(&ko_table_country, u);
  const char *name;
  if (row < 0 || strcmp(ko_table_cell(&ko_table_country, row, 2), "short") != 0) return -1;
  name = ko_table_cell(&ko_table_country, row, 1);
  return ko_country_named(name, strlen(name));
}

/* The country that a name begins with (중국 상무부), -1. */
static int home_of(const ko_piece *u) {
  for (size_t n = 3; n < u->n_form && n <= 24; n++) {
    ko_piece part = *u;
    int id;
    if ((u->form[n] & 0xC0) == 0x80) continue;
    part.n_form = (uint16_t)n;
    id = ko_country_named(u->form, n);
    if (id < 0 && n == 3 && u->form[n] == ' ') id = short_country(&part);
    if (id >= 0) return id;
  }
  return -1;
}

static void look_up(ko_piece *u) {
  static const struct {
    const char *class;
    unsigned bit;
  } bits[] = {{"leader", KO_WORD_IS_LEADER | KO_WORD_IS_OFFICE},
              {"office", KO_WORD_IS_OFFICE},
              {"side", KO_WORD_IS_SIDE},
              {"press", KO_WORD_IS_PRESS},
              {"group", KO_WORD_IS_GROUP},
              {"tail", KO_WORD_IS_TAIL}};
  for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
    if (ko_unit_in(&ko_table_meeting_party, u, bits[i].class)) u->word |= (uint16_t)bits[i].bit;
  if (u->mention >= 0) u->home = (int16_t)home_of(u);
  if (u->n_countries == 0 && ko_tag_group(u->tag) == 'N') {
    int id = ko_country_named(u->form, u->n_form);
    if (id < 0 && u->mention >= 0 && u->n_form == 3) id = short_country(u);
    if (id >= 0) {
      u->n_countries = 1;
      u->country[0] = (int16_t)id;
    }
  }
}

/* 미, 북, 러: a country only where the syllable stands alone. */
static void lone_syllable(const ko_text *t, ko_piece *u) {
  int id;
  if (u->end - u->start != 1 || u->n_countries || u->tag == KO_TAG_NNB || u->tag == KO_TAG_NNBC ||
      ko_tag_group(u->tag) != 'N')
    return;
  if ((u->start > 0 && is_letter(t, u->start - 1)) || (u->end < t->n && is_letter(t, u->end)))
    return;
  id = short_country(u);
  if (id >= 0) u->n_countries = 1, u->country[0] = (int16_t)id;
}

/* Amounts stay the words that they are: 두 사람, 3자. */
static int is_amount(ko_mention_type type) {
  return type > KO_MENTION_DURATION;
}

int ko_meeting_units(ko_meeting_reader *x, uint32_t sentence) {
  const ko_document *d = x->r->document;
  const ko_mentions *ms = &x->r->mentions;
  uint32_t at = d->first[sentence], last = d->first[sentence + 1];
  ko_span s = d->sentences.span[sentence];
  size_t i = ko_reading_from(x->r, s.start);
  x->n_units = 0;
  x->sentence = sentence;
  while (at < last) {
    const ko_morpheme *m = &d->morph[at];
    ko_piece *u;
    country_list list;
    size_t end;
    int taken = 1; /* more than this morpheme */
    while (i < ms->n && (ms->item[i].end <= m->start || is_amount(ms->item[i].type))) i++;
    end = countries_at(&d->text, m->start, s.end, &list);
    if (end > m->start && i < ms->n && ms->item[i].start == m->start && ms->item[i].end >= end &&
        (list.n < 2 || ms->item[i].end > end))
      end = m->start;
    if (end > m->start) {
      if (!(u = new_unit(x, NULL, m->start, (uint32_t)end))) return -1;
      u->tag = KO_TAG_NNP;
      u->n_countries = (uint8_t)list.n;
      u->pairs = list.pairs && list.n > 2;
      memcpy(u->country, list.id, sizeof list.id);
    } else if (i < ms->n && ms->item[i].start < m->end) {
      const ko_mention *y = &ms->item[i];
      end = y->end;
      if (!(u = new_unit(x, NULL, y->start, y->end))) return -1;
      u->mention = (int)i;
      u->tag = ko_is_name(y->type) ? KO_TAG_NNP : KO_TAG_NNG;
      if (y->type == KO_MENTION_DATE || y->type == KO_MENTION_TIME ||
          y->type == KO_MENTION_DURATION)
        u->word |= KO_WORD_IS_TIME;
      i++;
    } else {
      taken = 0;
      if (!(u = new_unit(x, m, m->start, m->end))) return -1;
      u->tag = m->tag;
      lone_syllable(&d->text, u);
    }
    if (u->mention < 0 || x->r->mentions.item[u->mention].type != KO_MENTION_PERSON) look_up(u);
    if (u->mention < 0 && ko_tag_group(u->tag) == 'N') u->trigger = noun_trigger(u);
    at++;
    while (taken && at < last && d->morph[at].start < end) at++;
  }
  return 0;
}

/* ---- phrases ---- */

static int is_nominal(const ko_piece *u) {
  char g = ko_tag_group(u->tag);
  if (u->mention >= 0 || u->n_countries) return 1;
  return g == 'N' || u->tag == KO_TAG_SL || u->tag == KO_TAG_SH || u->tag == KO_TAG_SN ||
         u->tag == KO_TAG_XPN || u->tag == KO_TAG_XSN || u->tag == KO_TAG_XR || u->tag == KO_TAG_MM;
}

static int is_predicate(const ko_piece *u) {
  return u->mention < 0 && !u->n_countries &&
         (ko_tag_group(u->tag) == 'V' || u->tag == KO_TAG_XSV || u->tag == KO_TAG_XSA);
}

static uint32_t letter(const ko_meeting_reader *x, const ko_piece *u) {
  return x->r->document->text.ch[u->start].cp;
}

static int opens_speech(uint32_t c) {
  return c == 0x201C || c == 0x300C;
}
static int closes_speech(uint32_t c) {
  return c == 0x201D || c == 0x300D;
}

static ko_phrase *new_phrase(ko_meeting_reader *x, ko_phrase_type type, int first) {
  ko_phrase *p;
  if (ko_grow(x->mem, &x->phrase, &x->cap_phrases, x->n_phrases + 1, sizeof *x->phrase))
    return NULL;
  p = &x->phrase[x->n_phrases++];
  memset(p, 0, sizeof *p);
  p->type = type;
  p->first = p->head = first;
  p->end = first + 1;
  p->trigger = p->trigger_end = -1;
  p->base = first;
  return p;
}

/* The case that particles [i, end) give. */
static void read_particles(const ko_meeting_reader *x, ko_phrase *p, int i, int end) {
  for (int first = 1; i < end; i++, first = 0) {
    const ko_piece *u = &x->unit[i];
    int row = ko_unit_row(&ko_table_meeting_particle, u);
    const char *c = row < 0 ? "other" : ko_table_cell(&ko_table_meeting_particle, row, 1);
    if (strcmp(c, "topic") == 0 || strcmp(c, "also") == 0) p->topic = 1;
    if (first) {
      p->particle = strcmp(c, "subject") == 0 || strcmp(c, "topic") == 0 || strcmp(c, "also") == 0
                        ? KO_CASE_SUBJECT
                    : strcmp(c, "object") == 0 ? KO_CASE_OBJECT
                    : strcmp(c, "with") == 0   ? KO_CASE_WITH
                    : strcmp(c, "of") == 0     ? KO_CASE_OF
                    : strcmp(c, "at") == 0     ? KO_CASE_AT
                    : strcmp(c, "to") == 0     ? KO_CASE_TO
                    : strcmp(c, "toward") == 0 ? KO_CASE_TOWARD
                                               : KO_CASE_OTHER;
      if (p->particle == KO_CASE_SUBJECT && u->tag == KO_TAG_JKS && ko_unit_is(u, "서"))
        p->particle = KO_CASE_AT;
    } else if (strcmp(c, "of") == 0) {
      p->particle = p->particle == KO_CASE_WITH ? KO_CASE_WITH_OF : KO_CASE_OF;
    }
  }
}

/* Does the noun make a longer word with the one before it? */
static int is_compound(const ko_piece *u) {
  if (!(u->word & KO_WORD_IS_GLUED) || u->trigger >= 0 || u->mention >= 0 ||
      ko_tag_group(u->tag) != 'N')
    return 0;
  return u->tag != KO_TAG_NNB && ko_unit_row(&ko_table_meeting_cue, u) < 0 &&
         !(u->word & KO_WORD_IS_TAIL);
}

/* Find the trigger in an NP: the last run of trigger nouns. */
static void find_trigger(const ko_meeting_reader *x, ko_phrase *p) {
  for (int i = p->head; i >= p->first; i--) {
    const ko_piece *u = &x->unit[i];
    if (u->trigger < 0 || (u->word & KO_WORD_IS_INSIDE)) continue;
    if (i < p->head && is_compound(&x->unit[i + 1])) continue; /* 회담장, 통화정책 */
    if (i > p->first && (x->unit[i - 1].word & KO_WORD_IS_PRESS)) continue; /* 기자 간담회 */
    p->trigger_end = i + 1;
    p->trigger = i;
    for (int k = i - 1; k >= p->first; k--) {
      if (x->unit[k].word & KO_WORD_IS_INSIDE) continue;
      if (x->unit[k].trigger < 0 && !ko_unit_is(&x->unit[k], "정상")) break;
      p->trigger = k;
    }
    return;
  }
}

/* The end of brackets that open at unit i, i + 1 when they do not close nearby. */
static int after_bracket(ko_meeting_reader *x, int i, int n) {
  uint32_t open = letter(x, &x->unit[i]), close = open == '('      ? ')'
                                                  : open == '['    ? ']'
                                                  : open == 0x3008 ? 0x3009
                                                                   : 0;
  if (!close) return i + 1;
  for (int k = i + 1; k < n && k < i + KO_REACH; k++)
    if (letter(x, &x->unit[k]) == close) {
      for (int j = i; j <= k; j++) x->unit[j].word |= KO_WORD_IS_INSIDE;
      return k + 1;
    }
  return i + 1;
}

/* A predicate from unit i. Returns the unit behind it. */
static int read_predicate(ko_meeting_reader *x, int i, int n) {
  ko_phrase *p = new_phrase(x, KO_PHRASE_PREDICATE, i);
  const ko_piece *u;
  char key[128];
  int k = i + 1;
  if (!p) return -1;
  u = &x->unit[i];
  if ((u->tag == KO_TAG_XSV || u->tag == KO_TAG_XSA) && i > 0 && is_nominal(&x->unit[i - 1]))
    p->base = i - 1;
  p->ending = KO_ENDING_CONNECTIVE;
  p->negated = u->tag == KO_TAG_VCN || ko_unit_is(u, "없");
  for (; k < n; k++) {
    u = &x->unit[k];
    if (u->mention >= 0 || u->n_countries) break;
    if (ko_tag_group(u->tag) == 'V' && u->tag != KO_TAG_VV && u->tag != KO_TAG_VA) {
      if (ko_unit_in(&ko_table_meeting_particle, u, "negation")) p->negated = 1;
      p->future = 0;
      continue;
    }
    if (ko_tag_group(u->tag) != 'E') break;
    if (u->tag == KO_TAG_EP) {
      if (ko_unit_in(&ko_table_meeting_particle, u, "past")) p->past = 1;
      if (ko_unit_in(&ko_table_meeting_particle, u, "future")) p->future = 1;
      continue;
    }
    p->present = (uint8_t)ko_unit_in(&ko_table_meeting_particle, u, "present");
    if (u->tag == KO_TAG_ETM) {
      p->ending = KO_ENDING_ADNOMINAL;
      if (ko_unit_in(&ko_table_meeting_particle, u, "future")) p->future = 1;
      if (ko_unit_in(&ko_table_meeting_particle, u, "past")) p->past = 1;
    } else if (u->tag == KO_TAG_EF) {
      p->ending = KO_ENDING_FINAL;
    } else if (u->tag == KO_TAG_ETN) {
      p->ending = KO_ENDING_NOMINAL;
    } else {
      p->ending = ko_unit_in(&ko_table_meeting_particle, u, "quotative") ? KO_ENDING_QUOTATIVE
                  : ko_unit_in(&ko_table_meeting_particle, u, "whether") ? KO_ENDING_NOMINAL
                                                                         : KO_ENDING_CONNECTIVE;
    }
  }
  p->end = k;
  p->head = k - 1;
  if (x->unit[i].tag == KO_TAG_VA && ko_unit_is(&x->unit[k - 1], "게"))
    p->type = KO_PHRASE_ADVERB; /* 늦게 */
  /* is it a trigger? */
  u = &x->unit[i];
  if (p->base != i && x->unit[p->base].n_form + u->n_form < sizeof key) {
    memcpy(key, x->unit[p->base].form, x->unit[p->base].n_form);
    memcpy(key + x->unit[p->base].n_form, u->form, u->n_form + 1u);
  } else if (u->n_form < sizeof key) {
    memcpy(key, u->form, u->n_form + 1u);
  } else {
    return k;
  }
  {
    const ko_table *t = &ko_table_meeting_trigger;
    int row = row_of(t, key, strlen(key), "verb");
    if (row < 0) {
      int before = p->base - 1;
      while (before >= 0 && (ko_tag_group(x->unit[before].tag) == 'J' ||
                             (x->unit[before].word & KO_WORD_IS_INSIDE)))
        before--;
      if (p->base != i) { /* 자리를 함께하다: the base may have been read as a noun */
        u = &x->unit[p->base];
      }
      if (before >= 0 && x->unit[before].n_form + u->n_form + 2u < sizeof key) {
        size_t nb = x->unit[before].n_form;
        memcpy(key, x->unit[before].form, nb);
        key[nb] = ' ';
        memcpy(key + nb + 1, u->form, u->n_form + 1u);
        row = row_of(t, key, strlen(key), "pair");
      }
    }
    if (row >= 0) {
      x->unit[i].trigger = row;
      p->trigger = i;
      p->trigger_end = i + 1;
    }
  }
  return k;
}

/* An NP from unit i. Returns the unit behind it and its particles. */
static int read_np(ko_meeting_reader *x, int i, int n) {
  ko_phrase *p = new_phrase(x, KO_PHRASE_NOUNS, i);
  int k, content = 0, person = 0, time = 0, triggered = 0, last = i;
  if (!p) return -1;
  for (k = i; k < n; k++) {
    const ko_piece *u = &x->unit[k];
    int is_time = (u->word & KO_WORD_IS_TIME) != 0, is_person;
    if (u->tag == KO_TAG_SS) {
      uint32_t c = letter(x, u);
      if (c == '(' || c == '[' || c == 0x3008) {
        int after = after_bracket(x, k, n);
        if (after == k + 1) break;
        k = after - 1;
        continue;
      }
      if (opens_speech(c) || closes_speech(c) || c == '"' || c == 0x3009 || c == ']' || c == ')')
        break;
      x->unit[k].word |= KO_WORD_IS_INSIDE;
      continue;
    }
    if (!is_nominal(u)) break;
    is_person = u->mention >= 0 && x->r->mentions.item[u->mention].type == KO_MENTION_PERSON;
    if (content && is_time != time) break;
    if (content == 1 && last == i && i > 0 && x->unit[i - 1].tag == KO_TAG_ETM &&
        (x->unit[i].tag == KO_TAG_NNB || ko_unit_in(&ko_table_meeting_mark, &x->unit[i], "edge")) &&
        !(u->word & KO_WORD_IS_GLUED))
      break; /* 만난 뒤 B는 */
    if (content && is_person && person) break;
    if (triggered && (is_person || is_time || u->n_countries > 1)) break;
    if (content && ko_unit_in(&ko_table_meeting_cue, &x->unit[last], "held") &&
        x->unit[last].tag != KO_TAG_NNB && triggered)
      break;
    triggered |= u->trigger >= 0;
    time = is_time;
    person |= is_person;
    content = 1;
    last = k;
  }
  if (!content) { /* only quotation marks */
    x->n_phrases--;
    return i + 1;
  }
  p->head = last;
  p->time = (uint8_t)time;
  i = k;
  while (k < n && ko_tag_group(x->unit[k].tag) == 'J' && x->unit[k].mention < 0) k++;
  read_particles(x, p, i, k);
  p->end = k;
  if (k < n && p->particle == KO_CASE_BARE && !is_predicate(&x->unit[k])) {
    uint32_t c = letter(x, &x->unit[k]);
    if (c == ',')
      p->join = KO_JOIN_COMMA, p->end = k + 1;
    else if (separates(c) || x->unit[k].tag == KO_TAG_SP)
      p->join = KO_JOIN_DOT, p->end = k + 1;
    else if (ko_unit_is(&x->unit[k], "및"))
      p->join = KO_JOIN_AND, p->end = k + 1;
  } else if (p->particle == KO_CASE_WITH) {
    p->join = KO_JOIN_AND;
    if (k < n && letter(x, &x->unit[k]) == ',') p->end = k + 1;
  } else if (k < n && letter(x, &x->unit[k]) == ',') {
    p->end = k + 1;
  }
  find_trigger(x, p);
  return p->end;
}

int ko_meeting_phrases(ko_meeting_reader *x) {
  int n = (int)x->n_units, i = 0, open = 0;
  unsigned speech = 0;
  x->n_phrases = 0;
  for (int k = 0; k < n && k < 24; k++) /* (서울=연합뉴스) 아무개 기자 = */
    if (!(x->unit[k].word & KO_WORD_IS_INSIDE) && letter(x, &x->unit[k]) == '=') i = k + 1;
  while (i < n) {
    const ko_piece *u = &x->unit[i];
    uint32_t c = letter(x, u);
    size_t before = x->n_phrases;
    int next;
    if (u->tag == KO_TAG_SS && (opens_speech(c) || closes_speech(c) || c == '"')) {
      open = c == '"' ? !open : opens_speech(c);
      if (open && speech < 254) speech++;
      i++;
      continue;
    }
    if (is_predicate(u) && c == 0xAC04 && i + 1 < n && x->unit[i + 1].end == u->end && before > 0 &&
        x->phrase[before - 1].type == KO_PHRASE_NOUNS && x->phrase[before - 1].end == i) {
      x->phrase[before - 1].between = 1; /* A와 B 간, read as a form of 가다 */
      next = i + 2;
    } else if (is_predicate(u) && i + 2 < n && x->unit[i + 1].tag == KO_TAG_ETM &&
               (x->unit[i + 2].word & KO_WORD_IS_TIME) &&
               ko_unit_in(&ko_table_meeting_mark, u, "bound")) {
      next = i + 2; /* 오는 30일 */
    } else if (is_predicate(u)) {
      next = read_predicate(x, i, n);
    } else if (is_nominal(u)) {
      next = read_np(x, i, n);
    } else if (u->tag == KO_TAG_SS && (c == '(' || c == '[')) {
      next = after_bracket(x, i, n);
    } else if (u->tag == KO_TAG_MAG || u->tag == KO_TAG_MAJ) {
      next = new_phrase(x, KO_PHRASE_ADVERB, i) ? i + 1 : -1;
    } else {
      next = i + 1;
    }
    if (next < 0) return -1;
    for (; before < x->n_phrases; before++) x->phrase[before].quote = (uint8_t)(open ? speech : 0);
    if ((u->tag == KO_TAG_SE || u->tag == KO_TAG_SF || c == 0x2026) && x->n_phrases)
      x->phrase[x->n_phrases - 1].stop = 1;
    i = next;
  }
  return 0;
}
