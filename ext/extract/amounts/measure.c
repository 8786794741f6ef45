#include "extract/amounts/measure.h"

#include <string.h>

#include "extract/amounts/duration.h"
#include "extract/amounts/law_article.h"
#include "extract/amounts/numbers.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

enum { LONGEST_NOUN = 6 }; /* syllables of a noun that is counted without a counter */

/* The counter or measure at `at`: its row, or -1. */
static int read_unit(const ko_document *d, uint32_t at, uint32_t limit, uint32_t *end) {
  int row = ko_lookup_starting(&ko_table_unit, &d->text, at, limit, 0, end);
  if (row < 0) return -1;
  if (ko_class_at(d, *end - 1, limit) == KO_CLASS_HANGUL) {
    int tag = ko_tag_at(d, at);
    if (tag == KO_TAG_JX || tag == KO_TAG_JKS || tag == KO_TAG_JKO || tag == KO_TAG_JKB ||
        tag == KO_TAG_JC || tag == KO_TAG_JKG)
      return -1;
    if (tag == KO_TAG_VCP && (*end > at + 1 || ko_class_at(d, *end, limit) == KO_CLASS_HANGUL))
      return -1; /* 3인데; but 3인 */
    /* the longest key may run into a particle or another word: take a shorter one */
    while (!ko_ends_word(d, *end, limit)) {
      uint32_t shorter = *end - 1;
      if (shorter <= at) return -1;
      row = ko_lookup_starting(&ko_table_unit, &d->text, at, shorter, 0, end);
      if (row < 0) return -1;
    }
  } else if (ko_class_at(d, *end, limit) == KO_CLASS_LETTER ||
             ko_is_digit(ko_cp_at(d, *end, limit))) {
    return -1; /* 5GHz has matched above; 3M사 and the like are names */
  }
  return row;
}

/* The end of the noun, of one morpheme or several without a space, that is counted. */
static uint32_t read_noun(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t m = ko_morpheme_at(d, at), end = at;
  if (m >= d->n || d->morph[m].start != at) return 0;
  for (; m < d->n && d->morph[m].start == end && d->morph[m].end <= limit; m++) {
    const ko_morpheme *x = &d->morph[m];
    if (!ko_is_noun(x->tag) && x->tag != KO_TAG_XR && !(x->tag == KO_TAG_XSN && end > at) &&
        !(x->tag == KO_TAG_XPN && end == at))
      break;
    if (x->form) break; /* part of a contraction */
    end = x->end;
    if (end - at >= LONGEST_NOUN) break;
  }
  return end > at ? end : 0;
}

/* Is the noun one that makes a name of the number before it (3법, 1사단장)? */
static int is_no_counter(const ko_document *d, uint32_t at, uint32_t end) {
  return ko_lookup(&ko_table_no_counter, &d->text, at, end) >= 0;
}

/* A word behind an amount that has one of these roles: the character after it, or 0. */
static uint32_t read_tail(const ko_document *d, uint32_t at, uint32_t limit, int roles) {
  uint32_t end;
  return ko_lookup_class(&ko_table_amount_tail, ko_amount_tail_role_of, roles, &d->text, at, limit,
                         &end) >= 0
             ? end
             : 0;
}

static int is_duration(int row) {
  return ko_unit_type_of(row) == KO_UNIT_TYPE_DURATION;
}

static void set_unit(ko_measure *out, int row) {
  static const ko_mention_type types[] = {[KO_UNIT_TYPE_MONEY] = KO_MENTION_MONEY,
                                          [KO_UNIT_TYPE_PERCENT] = KO_MENTION_PERCENT,
                                          [KO_UNIT_TYPE_ORDINAL] = KO_MENTION_ORDINAL,
                                          [KO_UNIT_TYPE_QUANTITY] = KO_MENTION_QUANTITY,
                                          [KO_UNIT_TYPE_DURATION] = KO_MENTION_QUANTITY};
  int parts = ko_unit_parts_of(row);
  out->type = types[ko_unit_type_of(row)];
  out->unit = is_duration(row) ? ko_duration_unit_name(ko_unit_time_of(row)) : ko_unit_unit_of(row);
  if (parts) {
    out->low /= parts;
    out->high /= parts;
  }
}

/* What may stand behind a counter and belongs to it: 50억원대, 2승째, 10위권; 20대 초반. `row` is the
** counter's, -1 for a noun without one. */
static uint32_t read_suffix(const ko_document *d, uint32_t at, uint32_t limit, int row,
                            const ko_measure *m) {
  int roles = KO_AMOUNT_TAIL_ROLE_BAND | KO_AMOUNT_TAIL_ROLE_NTH;
  uint32_t p = ko_number_more(d, at, limit), end;
  if (m->type == KO_MENTION_ORDINAL) roles |= KO_AMOUNT_TAIL_ROLE_RANK;
  if (!ko_ends_word(d, p, limit) || !ko_is_edge(d, at)) p = at;
  end = read_tail(d, p, limit, roles);
  if (end && ko_ends_word(d, end, limit)) p = end;
  if (ko_unit_note_of(row) & KO_UNIT_NOTE_DECADE) {
    uint32_t q = ko_skip_space(d, p, limit);
    end = read_tail(d, q, limit, KO_AMOUNT_TAIL_ROLE_PART);
    if (end && ko_is_noun(ko_tag_at(d, q)) && ko_ends_word(d, end, limit)) return end;
  }
  return p;
}

/* 2015-16: a year and the next. */
static int is_season(const ko_document *d, const ko_number *n, uint32_t limit) {
  ko_number next;
  return n->digits == 4 && n->low >= 1900 && n->low < 2100 &&
         ko_is_dash(ko_cp_at(d, n->end, limit)) && ko_is_digit(ko_cp_at(d, n->end + 1, limit)) &&
         ko_number_single(d, n->end + 1, limit, &next) && next.digits == 2 &&
         (int)next.low == ((int)n->low + 1) % 100;
}

/* 코로나19, 과학고3: does the word before the number make a name of it? */
static int ends_name(const ko_document *d, const ko_number *n) {
  uint32_t at = n->start;
  return at > 0 && d->text.klass[at - 1] == KO_CLASS_HANGUL &&
         (n->digits != 1 ||
          ko_number_prefix_tail_of(ko_lookup(&ko_table_number_prefix, &d->text, at - 1, at)));
}

/* Figures that are part of a code or a name, or are cut off, rather than a number. */
static int is_code(const ko_document *d, const ko_number *n, uint32_t limit) {
  uint32_t after = ko_cp_at(d, n->end, limit), next = ko_cp_at(d, n->end + 1, limit), noun;
  ko_class c = ko_class_at(d, n->end, limit);
  if (c == KO_CLASS_LETTER || c == KO_CLASS_JAMO || n->digits > 4) return 1;
  if (n->digits >= 2 && ko_cp_at(d, n->start, limit) == '0') return 1;
  if (after == '.' && ko_is_digit(next)) return 1;
  if (n->digits == 1 && (n->end >= d->text.n || (after == '.' && next == '.'))) return 1; /* 3... */
  if (ends_name(d, n)) return 1;
  if ((after == '-' || after == '/' || after == ':') &&
      (ko_is_digit(next) || ko_class_at(d, n->end + 1, limit) == KO_CLASS_LETTER))
    return 1;
  if (c != KO_CLASS_HANGUL) return 0;
  if (!ko_is_edge(d, n->end)) return 1;
  noun = read_noun(d, n->end, limit);
  return noun && is_no_counter(d, n->end, noun);
}

static int is_year(const ko_number *n) {
  return n->digits == 4 && n->low >= 1900 && n->high < 2100;
}

/* A number with nothing behind it; four figures may be a year. */
static int read_bare(const ko_document *d, uint32_t limit, const ko_number *n, ko_measure *out) {
  int season = is_season(d, n, limit);
  out->end = season ? n->end + 3 : n->end;
  out->type = season || (!n->words && is_year(n)) ? KO_MENTION_DATE : KO_MENTION_QUANTITY;
  out->score = 600;
  if (n->words) /* 하나, 둘 */
    return n->native && ko_tag_at(d, n->start) == KO_TAG_NR && ko_is_edge(d, n->end);
  if (season) {
    out->high = out->low + 1;
    return 1;
  }
  if (is_code(d, n, limit)) return 0;
  if (out->type == KO_MENTION_DATE) return 1;
  out->score = 500;
  return !n->list;
}

/* 4대12, 10 대 1: a proportion. */
static uint32_t read_proportion(const ko_document *d, const ko_number *n, uint32_t limit) {
  ko_number second;
  uint32_t p = ko_skip_space(d, n->end, limit),
           end = read_tail(d, p, limit, KO_AMOUNT_TAIL_ROLE_AGAINST), q;
  if (!end || (p > n->end && ko_class_at(d, end, limit) != KO_CLASS_SPACE)) return 0;
  q = ko_skip_space(d, end, limit);
  if (!ko_is_digit(ko_cp_at(d, q, limit)) || !ko_number_single(d, q, limit, &second) ||
      second.scaled || second.decimal || !ko_ends_word(d, second.end, limit) ||
      ko_cp_at(d, second.end, limit) == '%' || ko_number_more(d, second.end, limit) != second.end ||
      (ko_class_at(d, second.end, limit) == KO_CLASS_HANGUL &&
       ko_is_noun(ko_tag_at(d, second.end))))
    return 0;
  return second.end;
}

/* 공덕동 35-2: does the name of a street or a quarter stand before the number and a white space? */
static int follows_address(const ko_document *d, uint32_t at) {
  return at > 2 && d->text.klass[at - 1] == KO_CLASS_SPACE &&
         ko_lookup(&ko_table_address_part, &d->text, at - 2, at - 1) >= 0 &&
         ko_is_hangul(d, at - 3, at) && ko_is_noun(ko_tag_at(d, at - 2));
}

/* 3-1, 2:1: a score. */
static uint32_t read_score(const ko_document *d, const ko_number *n, uint32_t limit) {
  ko_number second;
  uint32_t mark = ko_cp_at(d, n->end, limit), after;
  if ((mark != '-' && mark != ':') || !n->digits || n->digits > 3 ||
      (mark == '-' && follows_address(d, n->start)) ||
      !ko_number_single(d, n->end + 1, limit, &second) || !second.digits || second.digits > 3)
    return 0;
  after = ko_cp_at(d, second.end, limit);
  return after != '-' && after != ':' && ko_class_at(d, second.end, limit) != KO_CLASS_LETTER &&
                 ko_ends_word(d, second.end, limit)
             ? second.end
             : 0;
}

static int read_ratio(const ko_document *d, const ko_number *n, uint32_t limit, ko_measure *out) {
  uint32_t end = 0;
  if (n->words || n->range || n->list) return 0;
  end = read_proportion(d, n, limit);
  if (!end) end = read_score(d, n, limit);
  if (!end) return 0;
  out->type = KO_MENTION_QUANTITY;
  out->end = end;
  out->high = out->low;
  out->score = 600;
  return 1;
}

/* 제1차, 제 6회, 제1: an ordinal; its number begins at `at`. */
static int read_numbered(const ko_document *d, uint32_t at, uint32_t limit, ko_measure *out) {
  ko_number n;
  uint32_t end;
  int row;
  if (!ko_is_digit(ko_cp_at(d, at, limit)) || !ko_number_read(d, at, limit, &n) || n.decimal)
    return 0;
  out->low = n.low;
  out->high = n.high;
  row = read_unit(d, n.end, limit, &end);
  out->end = n.end;
  if (row >= 0) {
    set_unit(out, row);
    out->end = end;
  } else if (ko_class_at(d, n.end, limit) == KO_CLASS_HANGUL) {
    end = read_noun(d, n.end, limit);
    if (end && end - n.end <= 2) out->end = end;
  }
  out->type = KO_MENTION_ORDINAL;
  out->score = 800;
  return 1;
}

/* 첫 번째, 첫째. */
static int read_first(const ko_document *d, uint32_t at, uint32_t limit, ko_measure *out) {
  uint32_t end;
  int row = ko_lookup_starting(&ko_table_ordinal_word, &d->text, at, limit, 1, &end);
  if (row < 0 || !ko_ends_word(d, end, limit)) return 0;
  out->type = KO_MENTION_ORDINAL;
  out->low = out->high = ko_ordinal_word_value_of(row);
  out->unit = ko_ordinal_word_unit_of(row);
  out->end = end;
  out->score = 900;
  return 1;
}

/* The counter behind a number and one white space: its row, or -1. 2025 대회, 10 이상: what follows
** must be a counter and nothing else. */
static int read_spaced_unit(const ko_document *d, uint32_t at, uint32_t limit, const ko_number *n,
                            uint32_t *end) {
  int row = read_unit(d, at, limit, end), tag = ko_tag_at(d, at), one = *end == at + 1;
  int about = at > n->end + 1; /* 10여 개 */
  if (row < 0) return -1;
  if (ko_class_at(d, at, limit) != KO_CLASS_HANGUL) /* 5 GHz, 0.3 %, but 2025 V리그 */
    return one && ko_class_at(d, at, limit) == KO_CLASS_LETTER &&
                   ko_class_at(d, *end, limit) == KO_CLASS_HANGUL
               ? -1
               : row;
  if (ko_unit_type_of(row) == KO_UNIT_TYPE_MONEY && !one) return row; /* 500 홍콩 달러 */
  if (n->native && n->end - n->start > 2) return ko_is_edge(d, *end) ? row : -1; /* 서른한 살 */
  if (!ko_is_noun(tag) && tag != KO_TAG_XSN && tag != KO_TAG_NR) return -1;
  if (n->words) return ko_is_edge(d, *end) ? row : -1; /* 한 사람, but 한 사고 */
  if (n->scaled) return one && (tag == KO_TAG_NNG || tag == KO_TAG_NNP) ? -1 : row; /* 125억 집 */
  return about || tag == KO_TAG_NNB || tag == KO_TAG_NNBC ? row : -1;
}

/* The unit has been read up to `end`: what it makes of the number, and what else belongs to it. */
static int finish_unit(const ko_document *d, uint32_t limit, const ko_number *n, int row,
                       uint32_t end, ko_measure *out) {
  uint32_t p, longer;
  out->score = 900;
  /* timex.c has refused it as a length: 두 분 are people */
  if (is_duration(row) && !(n->native && *ko_unit_native_of(row))) return 0;
  set_unit(out, row);
  if (is_duration(row)) out->unit = ko_unit_native_of(row);
  longer = *ko_unit_nth_of(row) ? read_tail(d, end, limit, KO_AMOUNT_TAIL_ROLE_NTH) : 0;
  if (longer) { /* 3번째 */
    out->type = KO_MENTION_ORDINAL;
    out->unit = ko_unit_nth_of(row);
    end = longer;
  }
  if (ko_unit_note_of(row) & KO_UNIT_NOTE_ARTICLE &&
      ko_law_article_names(d, n->start, n->end, limit))
    out->type = KO_MENTION_ORDINAL;
  out->end = read_suffix(d, end, limit, row, out);
  p = ko_skip_space(d, out->end, limit);
  if (p > out->end && ko_unit_note_of(row) & KO_UNIT_NOTE_GROUP && !n->words &&
      ko_lookup_starting(&ko_table_counted_group, &d->text, p, limit, 0, &end) >= 0 &&
      ko_ends_word(d, end, limit))
    out->end = end; /* 16개 동 */
  return 1;
}

/* 20홈런, 3형제: a noun that is counted without a counter. */
static int read_joined_noun(const ko_document *d, uint32_t at, uint32_t limit, const ko_number *n,
                            ko_measure *out) {
  uint32_t end = read_noun(d, at, limit), shorter;
  int row;
  if (!end || is_no_counter(d, at, end)) return 0;
  if (ko_number_note(d, at, limit) & KO_NUMERAL_NOTE_CUTS)
    return 0; /* 5천보: its value is unknown */
  if (n->start > 0 && d->text.klass[n->start - 1] == KO_CLASS_HANGUL) return 0;
  if (end - at > 2) { /* 8강진출, 3대지수: a counter runs into the next word */
    row = ko_lookup_starting(&ko_table_unit, &d->text, at, end - 1, 0, &shorter);
    if (row >= 0 && !is_duration(row)) {
      set_unit(out, row);
      out->end = shorter;
      out->score = 600;
      return 1;
    }
  }
  out->end = read_suffix(d, end, limit, -1, out);
  out->type = KO_MENTION_QUANTITY;
  out->score = 700;
  return 1;
}

/* The counter that stands behind the number, or the noun that it counts. Returns 1 if there is one. */
static int read_counted(const ko_document *d, uint32_t limit, const ko_number *n, ko_measure *out) {
  uint32_t p = ko_number_more(d, n->end, limit), end = 0, q;
  int row, tag = ko_tag_at(d, n->start);
  if (ko_class_at(d, p, limit) != KO_CLASS_SPACE && !ko_is_edge(d, n->end)) p = n->end;
  q = ko_skip_space(d, p, limit);
  row = read_unit(d, p, limit, &end);
  if (row < 0 && q > p) row = read_spaced_unit(d, q, limit, n, &end);
  if (row >= 0) return finish_unit(d, limit, n, row, end, out);
  if (!n->words && ko_class_at(d, p, limit) == KO_CLASS_HANGUL)
    return read_joined_noun(d, p, limit, n, out);
  /* 두 나라, 세 작품; from five on the noun and the modifier are one word */
  if (q == p || !n->native || n->low < 2 || (tag != KO_TAG_MM && tag != KO_TAG_IC && n->low < 5))
    return 0;
  end = ko_class_at(d, q, limit) == KO_CLASS_HANGUL ? read_noun(d, q, limit) : 0;
  out->end = end;
  out->type = KO_MENTION_QUANTITY;
  out->score = 700;
  return end != 0;
}

/* A native number and its counter that the analyser took for one word. */
static int read_fused(const ko_document *d, uint32_t limit, const ko_number *n, ko_measure *out) {
  uint32_t end;
  int row = ko_lookup_starting(&ko_table_unit, &d->text, n->end, limit, 0, &end);
  if (!(ko_unit_note_of(row) & KO_UNIT_NOTE_FUSED) || is_duration(row) ||
      !ko_ends_word(d, end, limit) || ko_is_edge(d, n->end) || (n->some && end < n->end + 2))
    return 0;
  out->low = n->low;
  out->high = n->high;
  out->some = n->some;
  set_unit(out, row);
  out->end = end;
  out->score = 700;
  return 1;
}

/* 시즌2, 톱10, 중2: a word before the number, which begins at `p`, belongs to it. */
static int read_named(const ko_document *d, uint32_t p, uint32_t limit, int row, ko_measure *out) {
  ko_number n;
  if (!ko_is_digit(ko_cp_at(d, p, limit)) ||
      (out->start > 0 && d->text.klass[out->start - 1] == KO_CLASS_HANGUL))
    return 0;
  if (!ko_number_single(d, p, limit, &n) || !n.digits || n.low > ko_number_prefix_highest_of(row))
    return 0;
  if (ko_class_at(d, n.end, limit) == KO_CLASS_LETTER || ko_cp_at(d, n.end, limit) == '-' ||
      n.end >= d->text.n)
    return 0;
  if (ko_class_at(d, n.end, limit) == KO_CLASS_HANGUL && ko_is_noun(ko_tag_at(d, n.end)) &&
      !ko_ends_word(d, n.end, limit))
    return 0;
  out->low = out->high = n.low;
  out->type = KO_MENTION_QUANTITY;
  out->end = n.end;
  out->score = ko_number_prefix_score_of(row);
  return 1;
}

/* 5분의 3. */
static int read_fraction(const ko_document *d, const ko_number *n, uint32_t limit,
                         ko_measure *out) {
  uint32_t p = read_tail(d, n->end, limit, KO_AMOUNT_TAIL_ROLE_FRACTION);
  ko_number top;
  if (!p || n->low < 1) return 0;
  p = ko_skip_space(d, p, limit);
  if (!ko_number_single(d, p, limit, &top) || top.native || top.some) return 0;
  if (top.words && ko_tag_at(d, p) != KO_TAG_NR) return 0;
  out->low = out->high = top.low / n->low;
  out->type = KO_MENTION_QUANTITY;
  out->end = top.end;
  return 1;
}

/* 8승 2패: amounts that make one expression. */
static uint32_t read_pairs(const ko_document *d, uint32_t limit, const ko_measure *first) {
  const char *unit = first->unit;
  uint32_t end = first->end;
  for (int k = 0; k < 3 && unit; k++) {
    uint32_t p = ko_skip_space(d, end, limit), stop;
    ko_number n;
    int pair, row;
    const char *form;
    if (!ko_is_digit(ko_cp_at(d, p, limit)) || !ko_number_single(d, p, limit, &n)) break;
    row = read_unit(d, n.end, limit, &stop);
    if (row < 0) break;
    form = ko_unit_form_of(row);
    pair = ko_table_find(&ko_table_measure_pair, unit, strlen(unit));
    while (pair >= 0 && strcmp(ko_measure_pair_second_of(pair), form) != 0)
      pair = ko_table_next(&ko_table_measure_pair, pair);
    if (pair < 0) break;
    unit = ko_unit_unit_of(row);
    end = stop;
  }
  return end;
}

/* 이억원, 오만원: three syllables of which the first is a surname are a person; money has figures. */
static int is_name_like(const ko_document *d, const ko_number *n, uint32_t limit) {
  return n->words && n->scaled && n->end == n->start + 2 && n->end < limit &&
         ko_unit_note_of(ko_lookup(&ko_table_unit, &d->text, n->end, n->end + 1)) &
             KO_UNIT_NOTE_GIVEN &&
         ko_lookup(&ko_table_surname, &d->text, n->start, n->start + 1) >= 0;
}

/* What stands before a number. */
typedef struct lead {
  int row;         /* of number_prefix, -1: none */
  uint32_t number; /* where the number begins */
  int negative;
} lead;

static int is_minus(uint32_t cp) {
  return cp == '-' || cp == 0x2212;
}

static lead read_lead(const ko_document *d, uint32_t at, uint32_t limit) {
  uint32_t cp = ko_cp_at(d, at, limit), end = at;
  lead x = {ko_lookup_starting(&ko_table_number_prefix, &d->text, at, limit, 0, &end), at, 0};
  switch (ko_number_prefix_kind_of(x.row)) {
  case KO_NUMBER_PREFIX_KIND_COLD:
  case KO_NUMBER_PREFIX_KIND_MINUS: x.negative = 1; /* fall through */
  case KO_NUMBER_PREFIX_KIND_ORDINAL:
  case KO_NUMBER_PREFIX_KIND_HEAT:
  case KO_NUMBER_PREFIX_KIND_CURRENCY:
  case KO_NUMBER_PREFIX_KIND_CODE: x.number = ko_skip_space(d, end, limit); return x;
  case KO_NUMBER_PREFIX_KIND_NAME: x.number = end; return x;
  default: break;
  }
  if (at > 0 && d->text.klass[at - 1] == KO_CLASS_HANGUL) return x;
  x.negative = is_minus(cp);
  if (x.negative || cp == '+' || cp == 0xB1) x.number = at + 1;
  return x;
}

/* Is the number, which has no figures, one for the analyser? */
static int is_tagged(const ko_document *d, const ko_number *n, uint32_t limit, int tag) {
  if (tag == KO_TAG_NR || tag == KO_TAG_SH || (n->some && tag == KO_TAG_XPN)) return 1;
  if (tag == KO_TAG_IC && ko_number_note(d, n->start, limit) & KO_NUMERAL_NOTE_YES)
    tag = KO_TAG_MM; /* 네 차례 */
  if (n->some && n->low >= 10 && tag == KO_TAG_NNG && ko_is_edge(d, n->end)) return 1; /* 수천 곡 */
  return tag == KO_TAG_MM && (n->native || n->some || n->end - n->start > 1);
}

/* 한 전 대표: one of them who was that before. */
static int is_former(const ko_document *d, const ko_number *n, uint32_t limit) {
  uint32_t p = ko_skip_space(d, n->end, limit), end;
  return n->native && n->low == 1 && p > n->end &&
         ko_lookup_class(&ko_table_length_cue, ko_length_cue_role_of, KO_LENGTH_CUE_ROLE_BACK,
                         &d->text, p, limit, &end) >= 0;
}

/* 1/2컵: a fraction of what is counted. */
static int read_slashed(const ko_document *d, uint32_t limit, const ko_number *n, ko_measure *out) {
  ko_number whole;
  uint32_t end;
  int row;
  if (!n->digits || n->digits > 2 || ko_cp_at(d, n->end, limit) != '/' ||
      !ko_is_digit(ko_cp_at(d, n->end + 1, limit)) ||
      !ko_number_single(d, n->end + 1, limit, &whole) || !whole.digits || whole.digits > 2 ||
      whole.low <= n->low)
    return 0;
  row = read_unit(d, whole.end, limit, &end);
  if (row < 0 || ko_unit_type_of(row) != KO_UNIT_TYPE_QUANTITY) return 0;
  out->low = out->high = n->low / whole.low;
  set_unit(out, row);
  out->end = end;
  return 1;
}

/* A number that has been read, and what it counts; `bare`: nothing stands before it. */
static int read_counting(const ko_document *d, uint32_t limit, const ko_number *n, int bare,
                         ko_measure *out) {
  if (!n->native && read_fraction(d, n, limit, out)) return 1;
  if (bare && (read_slashed(d, limit, n, out) || read_ratio(d, n, limit, out))) return 1;
  if (is_name_like(d, n, limit)) return 0;
  if (!read_counted(d, limit, n, out))
    return (bare || (n->decimal && out->low < 0)) && read_bare(d, limit, n, out); /* -10.9 */
  if (n->words && !n->native && !n->some && n->end - n->start == 1 && !out->unit) return 0;
  if (bare && !n->words) out->end = read_pairs(d, limit, out);
  return 1;
}

/* AED 3대: does the number count something else than the money of its code? */
static int counts_other(const ko_document *d, uint32_t limit, const ko_number *n) {
  uint32_t end;
  return ko_class_at(d, n->end, limit) == KO_CLASS_LETTER || is_code(d, n, limit) ||
         read_unit(d, n->end, limit, &end) >= 0 ||
         read_unit(d, ko_skip_space(d, n->end, limit), limit, &end) >= 0;
}

/* The number behind a minus, or two: of 영하 10~5도 both are below zero, of -10~5도 the first, of -10~-5도
** each has its own sign. */
static void negate(const ko_document *d, uint32_t limit, const lead *x, ko_number *n,
                   ko_measure *out) {
  ko_number second;
  uint32_t at = n->end + 1;
  int both = x->row >= 0;
  out->low = -n->low;
  out->high = n->range && !both ? n->high : out->low;
  if (n->range && both) {
    out->low = -n->high;
    out->high = -n->low;
  }
  if (n->range || !ko_is_dash(ko_cp_at(d, n->end, limit))) return;
  if (!both && is_minus(ko_cp_at(d, at, limit))) both = 1, at++;
  if (!ko_is_digit(ko_cp_at(d, at, limit)) || !ko_number_single(d, at, limit, &second)) return;
  n->end = second.end;
  out->high = both ? -second.low : second.low;
}

/* The number behind `x`, and what it counts. */
static int read_amount(const ko_document *d, const lead *x, uint32_t limit, ko_measure *out) {
  int bare = x->number == out->start, tag;
  ko_number_prefix_kind kind =
      bare ? KO_NUMBER_PREFIX_KIND_ABSENT : ko_number_prefix_kind_of(x->row);
  ko_number n;
  if (!bare && !ko_is_digit(ko_cp_at(d, x->number, limit))) return 0;
  if (!ko_number_read(d, x->number, limit, &n) || is_former(d, &n, limit)) return 0;
  tag = ko_tag_at(d, n.start);
  if (n.words && !is_tagged(d, &n, limit, tag)) /* 한번, 넉달, 수차례 in one word */
    return (n.native || n.some) && (ko_is_noun(tag) || tag == KO_TAG_MAG) &&
           read_fused(d, limit, &n, out);
  out->low = n.low;
  out->high = n.high;
  if (x->negative) negate(d, limit, x, &n, out);
  out->some = n.some;
  if (kind == KO_NUMBER_PREFIX_KIND_CURRENCY ||
      (kind == KO_NUMBER_PREFIX_KIND_CODE && !counts_other(d, limit, &n))) {
    out->type = KO_MENTION_MONEY;
    out->unit = ko_number_prefix_unit_of(x->row);
    out->end = n.end;
    return 1;
  }
  if (kind == KO_NUMBER_PREFIX_KIND_CODE || !read_counting(d, limit, &n, bare, out)) return 0;
  if (kind == KO_NUMBER_PREFIX_KIND_COLD && !(out->unit && strcmp(out->unit, "°") == 0)) return 0;
  if (kind == KO_NUMBER_PREFIX_KIND_HEAT && out->unit && strcmp(out->unit, "°") == 0)
    out->unit = ko_number_prefix_unit_of(x->row); /* 섭씨 5도 */
  return 1;
}

int ko_measure_read(const ko_document *d, uint32_t at, uint32_t limit, ko_measure *out) {
  lead x = read_lead(d, at, limit);
  int tag = ko_tag_at(d, at);
  memset(out, 0, sizeof *out);
  out->start = at;
  out->score = 900;
  if ((tag == KO_TAG_MM || tag == KO_TAG_NR) && read_first(d, at, limit, out)) return 1;
  switch (ko_number_prefix_kind_of(x.row)) {
  case KO_NUMBER_PREFIX_KIND_ORDINAL:
    if (tag == KO_TAG_XPN) return read_numbered(d, x.number, limit, out);
    x = (lead){-1, at, 0};
    break;
  case KO_NUMBER_PREFIX_KIND_NAME:
    if (read_named(d, x.number, limit, x.row, out)) return 1;
    x = (lead){-1, at, 0};
    break;
  default: break;
  }
  return read_amount(d, &x, limit, out);
}
