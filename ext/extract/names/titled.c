#include "extract/names/titled.h"

#include "extract/words/lookup.h"
#include "extract/names/titles.h"
#include "morph/tagset.h"

enum {
  SCORE = 800,      /* of a mention found here */
  MAX_WORDS = 6,    /* between the beginning of a name and its title */
  LONGEST_WORD = 7, /* syllables of a word of a name */
  LONGEST_RUN = 40, /* characters without white space before a title that are looked at */
  LONGEST_TITLE = 12,
  COMMON_SURNAME = 100, /* thousands of bearers */
  COMMON = 6 /* from this use on (KO_ENTRY_USED, 0 to 9) a noun of two syllables is no name */
};

typedef enum word_kind {
  OTHER,
  PIECES,
  WEAK,
  PROPER,
  STRONG,
  ORGANIZATION,
  MODIFIER,
  PERSON,
  END
} word_kind;

typedef struct word {
  uint32_t start, end;
  word_kind kind;
} word;

static int is_korean_name(const ko_text *t, uint32_t start, uint32_t end) {
  if (end - start < 3 || end - start > 4) return 0;
  return (end - start == 3 && ko_lookup(&ko_table_surname, t, start, start + 1) >= 0) ||
         ko_lookup(&ko_table_surname, t, start, start + 2) >= 0;
}

/* A name of three syllables with a surname that many have. */
static int is_common_name(const ko_text *t, uint32_t start, uint32_t end) {
  int row = end - start == 3 ? ko_lookup(&ko_table_surname, t, start, start + 1) : -1;
  return ko_surname_bearers_of(row) >= COMMON_SURNAME;
}

/* What a word of nothing but Hangul could be: STRONG, a name and nothing else that is known; PROPER,
** a proper noun of any kind; PIECES, a Korean name that the analyser read as several nouns; WEAK, a
** short noun that may begin a foreign name (샘, 마크); or none of these. `k` is a morpheme in it. */
static word_kind shape(const ko_document *d, uint32_t start, uint32_t end, uint32_t k) {
  const ko_morpheme *m;
  for (uint32_t i = start; i < end; i++)
    if (d->text.klass[i] != KO_CLASS_HANGUL) return OTHER;
  if (end - start > LONGEST_WORD) return OTHER;
  while (k > 0 && d->morph[k].start > start) k--;
  m = &d->morph[k];
  if (m->start != start) return OTHER;
  if (m->end != end) return is_common_name(&d->text, start, end) ? PIECES : OTHER;
  if (m->origin == KO_ORIGIN_UNKNOWN || m->origin == KO_ORIGIN_NAME)
    return end - start > 1 ? STRONG : WEAK;
  if (m->tag == KO_TAG_NNP && m->flags & KO_ENTRY_PERSON) return end - start > 1 ? STRONG : WEAK;
  if (m->tag == KO_TAG_NNP && !(m->flags & KO_ENTRY_PLACE)) return end - start > 2 ? PROPER : WEAK;
  if (m->tag != KO_TAG_NNG && m->tag != KO_TAG_XR) return OTHER;
  return end - start == 1 || (end - start == 2 && m->flags >> 4 < COMMON) ? WEAK : OTHER;
}

/* The word that ends at `end`, not beyond `from`. `k` is the first morpheme after it; *mention the
** number of mentions that begin before `end`. */
static word read_word(const ko_document *d, const ko_mentions *m, uint32_t from, uint32_t end,
                      uint32_t *k, size_t *mention) {
  word w = {end, end, END};
  const ko_text *t = &d->text;
  uint32_t start;
  while (w.start > from && t->klass[w.start - 1] != KO_CLASS_SPACE &&
         t->klass[w.start - 1] != KO_CLASS_SYMBOL)
    if (end - --w.start > LONGEST_RUN) return w;
  if (w.start == end) return w;
  w.kind = OTHER;
  while (*mention > 0 && m->item[*mention - 1].start >= end) --*mention;
  if (*mention > 0 && m->item[*mention - 1].end > w.start) {
    const ko_mention *x = &m->item[*mention - 1];
    w.kind = x->type == KO_MENTION_PERSON ? PERSON : ko_is_name(x->type) ? ORGANIZATION : END;
    if (x->start < w.start) w.start = x->start;
    while (*k > 0 && d->morph[*k - 1].start >= w.start) --*k;
    return w;
  }
  for (; *k > 0 && d->morph[*k - 1].start >= w.start; --*k)
    if (!ko_is_nominal(&d->morph[*k - 1])) w.kind = END;
  if (w.kind == END || (*k > 0 && d->morph[*k - 1].end > w.start)) {
    w.kind = END;
  } else if (ko_lookup(&ko_table_title, t, w.start, end) >= 0) {
    w.kind = END;
  } else if (ko_title_modifier_at(d, w.start, end)) {
    w.kind = MODIFIER;
  } else if (ko_lookup_ending(&ko_table_organization_part, t, w.start, end, &start) >= 0 &&
             end - start > 1 && start > w.start) {
    w.kind = ORGANIZATION;
  } else {
    w.kind = shape(d, w.start, end, *k);
  }
  return w;
}

/* The name before a title that begins at `title`, in morpheme k: [*start, *end). Returns 1 if there
** is one that is no mention yet. With `press` another person's may stand before it. */
static int name_before(const ko_document *d, const ko_mentions *m, uint32_t from, uint32_t title,
                       uint32_t k, size_t mention, int press, uint32_t *start, uint32_t *end) {
  const ko_text *t = &d->text;
  word name[MAX_WORDS];                   /* from right to left */
  int n = 0, organization = 0, slash = 0; /* slash 1: just passed, 2: before */
  for (uint32_t run = title; title > from && (t->klass[title - 1] == KO_CLASS_HANGUL ||
                                              t->klass[title - 1] == KO_CLASS_DIGIT);
       title--)
    if (run - title > LONGEST_RUN) return 0; /* 메모리사업부장 is a long one */
  while (k > 0 && d->morph[k - 1].start >= title) k--;
  for (int i = 0; i < MAX_WORDS; i++) {
    word w;
    uint32_t at = title;
    while (at > from && t->klass[at - 1] == KO_CLASS_SPACE && t->ch[at - 1].cp != '\n') at--;
    if (at > from && t->ch[at - 1].cp == '/' && n == 0 && !slash) { /* 한서준 / 나래당 대표 */
      slash = organization = 1;
      title = at - 1;
      i--;
      continue;
    }
    if (at == title && i > 0 && slash != 1) break; /* a symbol before it */
    if (slash) slash = 2;
    while (k > 0 && d->morph[k - 1].start >= at) k--;
    w = read_word(d, m, from, at, &k, &mention);
    if (w.kind == END || w.kind == OTHER) break;
    title = w.start;
    if (w.kind == MODIFIER && n > 0 &&
        ko_title_modifier_at(d, w.start, w.end) == KO_TITLE_MODIFIER_DOES_KEEP)
      return 0;
    if (w.kind == MODIFIER && n == 0) continue;
    if (w.kind == ORGANIZATION && n == 0) {
      organization = 1;
      continue;
    }
    if (w.kind == PERSON && press && n == 1 && is_common_name(t, name[0].start, name[0].end)) {
      *start = name[0].start;
      *end = name[0].end;
      return 1;
    }
    if (w.kind == PERSON) return 0; /* whose title it is: 정한별 전 무궁대 교수 */
    if (w.kind > STRONG) break;
    name[n++] = w;
  }
  if (n == 0) return 0;
  *end = name[0].end;
  *start = name[0].start;
  if (name[0].kind == STRONG && is_korean_name(t, *start, *end)) return 1;
  if (n == 1)
    return (name[0].kind == STRONG || name[0].kind == PIECES) && organization && *end - *start > 2;
  if (name[0].kind == PIECES || name[1].kind == PIECES) return 0;
  if (name[0].kind == WEAK && !(organization && name[1].kind >= PROPER)) return 0;
  *start = name[1].start;
  if (n > 2 && name[1].kind >= PROPER && name[2].kind >= PROPER) *start = name[2].start;
  return 1;
}

/* Is this stretch nothing but white space? */
static int is_blank(const ko_text *t, uint32_t from, uint32_t to) {
  while (from < to && t->klass[from] == KO_CLASS_SPACE && t->ch[from].cp != '\n') from++;
  return from == to;
}

/* Two people side by side before one title are a person and an organisation (남궁솔 두레밭 대표), or
** one with a foreign name (요시무라 히로후미 대표); only those who write do share a title so (김가람
** 이나래 기자). The title is a row of its table and begins at `title`; `next` is the first mention
** behind it. */
static void part_two(const ko_document *d, ko_mentions *m, size_t next, uint32_t title, int row) {
  ko_mention *b;
  if (next < 2) return;
  b = &m->item[next - 1];
  if (ko_title_kind_of(row) == KO_TITLE_KIND_PRESS) {
    if (b->type == KO_MENTION_ORGANIZATION && is_blank(&d->text, b->end, title) &&
        is_common_name(&d->text, b->start, b->end))
      b->type = KO_MENTION_PERSON;
    return;
  }
  if (b->type != KO_MENTION_PERSON || b[-1].type != KO_MENTION_PERSON ||
      b[-1].sentence != b->sentence)
    return;
  if (!is_blank(&d->text, b->end, title) || !is_blank(&d->text, b[-1].end, b->start)) return;
  for (uint32_t i = b->start; i < b->end; i++)
    if (d->text.klass[i] != KO_CLASS_HANGUL) return;
  if (!is_korean_name(&d->text, b[-1].start, b[-1].end)) {
    b->start = b[-1].start;
    b[-1].end = b[-1].start; /* empty: taken out below */
    return;
  }
  if (!is_common_name(&d->text, b->start, b->end)) b->type = KO_MENTION_ORGANIZATION;
}

/* 김가람 이나래: two names of Koreans are two people. */
static int part_pairs(const ko_document *d, ko_mentions *m) {
  size_t n = m->n;
  for (size_t i = 0; i < n; i++) {
    const ko_mention x = m->item[i];
    uint32_t first = ko_until_blank(&d->text, x.start, x.end),
             second = ko_skip_blanks(&d->text, first);
    if (ko_work(d->mem, KO_MENTION_WORK)) return -1;
    if (x.type != KO_MENTION_PERSON || !is_common_name(&d->text, x.start, first) ||
        !is_common_name(&d->text, second, x.end))
      continue;
    m->item[i].end = first;
    if (!ko_mentions_add(m, x.type, second, x.end, x.sentence, x.score)) return -1;
  }
  return m->n > n ? ko_mentions_sort(m, d) : 0;
}

int ko_titled_find(const ko_document *d, ko_mentions *m) {
  size_t n, next = 0, kept = 0;
  if (part_pairs(d, m)) return -1;
  n = m->n;
  for (uint32_t s = 0; s < d->sentences.n; s++) {
    uint32_t from = d->sentences.span[s].start;
    for (uint32_t k = d->first[s]; k < d->first[s + 1]; k++) {
      uint32_t start, end, title, low = d->morph[k].end;
      int row;
      if (ko_work(d->mem, 1)) return -1;
      if (!ko_is_nominal(&d->morph[k])) continue;
      low = low > from + LONGEST_TITLE ? low - LONGEST_TITLE : from;
      row = ko_title_ending(d, low, k, &title);
      if (row < 0 || ko_title_is_address(row) || ko_title_kind_of(row) == KO_TITLE_KIND_COMMON)
        continue;
      while (next < n && m->item[next].start < title) next++;
      if (next > 0 && m->item[next - 1].end > title) continue;
      part_two(d, m, next, title, row);
      if (!name_before(d, m, from, title, k + 1, next, ko_title_kind_of(row) == KO_TITLE_KIND_PRESS,
                       &start, &end))
        continue;
      if (m->n > n && m->item[m->n - 1].end > start) continue;
      if (!ko_mentions_add(m, KO_MENTION_PERSON, start, end, s, SCORE)) return -1;
    }
  }
  for (size_t i = 0; i < m->n; i++)
    if (m->item[i].end > m->item[i].start) m->item[kept++] = m->item[i];
  m->n = kept;
  return ko_mentions_sort(m, d);
}
