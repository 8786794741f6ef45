#include "extract/amounts/measure.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "extract/amounts/numbers.h"
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

static void set_unit(ko_measure *out, int row) {
  const ko_table *t = &ko_table_unit;
  const char *type = ko_table_cell(t, row, 1), *factor = ko_table_cell(t, row, 3);
  out->unit = ko_table_cell(t, row, 2);
  out->type = strcmp(type, "money") == 0     ? KO_MENTION_MONEY
              : strcmp(type, "percent") == 0 ? KO_MENTION_PERCENT
              : strcmp(type, "ordinal") == 0 ? KO_MENTION_ORDINAL
                                             : KO_MENTION_QUANTITY;
  if (strcmp(factor, "0.01") == 0) {
    out->low /= 100;
    out->high /= 100;
  }
}

/* What may stand behind a counter and belongs to it: 50억원대, 2승째, 10위권; 20대 초반. */
static uint32_t read_suffix(const ko_document *d, uint32_t at, uint32_t limit,
                            const ko_measure *m) {
  static const char *const parts[] = {"초반", "중반", "후반", NULL};
  uint32_t cp = ko_cp_at(d, at, limit), p = at;
  if (cp == U'여' && ko_ends_word(d, at + 1, limit) && ko_is_edge(d, at))
    cp = ko_cp_at(d, ++p, limit);
  if ((cp == U'대' || cp == U'째' || (cp == U'권' && m->type == KO_MENTION_ORDINAL)) &&
      ko_ends_word(d, p + 1, limit))
    p++;
  if (m->unit && strcmp(m->unit, "대") == 0) {
    uint32_t q = ko_skip_space(d, p, limit), end = ko_any_word_end(d, q, limit, parts);
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

/* Figures that are part of a code or a name, or are cut off, rather than a number. */
static int is_code(const ko_document *d, const ko_number *n, uint32_t limit) {
  uint32_t after = ko_cp_at(d, n->end, limit), next = ko_cp_at(d, n->end + 1, limit), noun;
  ko_class c = ko_class_at(d, n->end, limit);
  if (c == KO_CLASS_LETTER || c == KO_CLASS_JAMO || n->digits > 4) return 1;
  if (n->digits >= 2 && ko_cp_at(d, n->start, limit) == '0') return 1;
  if (after == '.' && ko_is_digit(next)) return 1;
  if (n->digits == 1 && (n->end >= d->text.n || (after == '.' && next == '.'))) return 1; /* 3... */
  if (n->start > 0 && d->text.klass[n->start - 1] == KO_CLASS_HANGUL &&
      (n->digits != 1 || d->text.ch[n->start - 1].cp == U'고'))
    return 1; /* 코로나19, 과학고3 */
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
  if (season) return 1;
  if (is_code(d, n, limit)) return 0;
  if (out->type == KO_MENTION_DATE) return 1;
  out->score = 500;
  return !n->list;
}

/* 3-1, 4대12, 10대 1: a score or a proportion. */
static uint32_t read_ratio(const ko_document *d, const ko_number *n, uint32_t limit) {
  ko_number second;
  uint32_t p = n->end;
  if (n->words || n->range || n->list) return 0;
  if (ko_cp_at(d, p, limit) == U'대' ||
      (ko_class_at(d, p, limit) == KO_CLASS_SPACE && ko_cp_at(d, p + 1, limit) == U'대' &&
       ko_class_at(d, p + 2, limit) == KO_CLASS_SPACE)) {
    p = ko_skip_space(d, p, limit) + 1;
    p = ko_skip_space(d, p, limit);
    if (ko_is_digit(ko_cp_at(d, p, limit)) && ko_number_single(d, p, limit, &second) &&
        !second.scaled && !second.decimal && ko_ends_word(d, second.end, limit) &&
        ko_cp_at(d, second.end, limit) != '%' && ko_cp_at(d, second.end, limit) != U'여' &&
        (ko_class_at(d, second.end, limit) != KO_CLASS_HANGUL ||
         !ko_is_noun(ko_tag_at(d, second.end))))
      return second.end;
    return 0;
  }
  if ((ko_cp_at(d, p, limit) == '-' || ko_cp_at(d, p, limit) == ':') && n->digits &&
      n->digits <= 3 && ko_number_single(d, p + 1, limit, &second) && second.digits &&
      second.digits <= 3) {
    uint32_t after = ko_cp_at(d, second.end, limit);
    if (after != '-' && after != ':' && ko_class_at(d, second.end, limit) != KO_CLASS_LETTER &&
        ko_ends_word(d, second.end, limit))
      return second.end;
  }
  return 0;
}

/* 제1차, 제 6회, 제1: an ordinal. */
static int read_numbered(const ko_document *d, uint32_t at, uint32_t limit, ko_measure *out) {
  ko_number n;
  uint32_t p = ko_skip_space(d, at + 1, limit), end;
  int row;
  if (!ko_is_digit(ko_cp_at(d, p, limit)) || !ko_number_read(d, p, limit, &n) || n.decimal)
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
  uint32_t p = ko_skip_space(d, at + 1, limit);
  if (ko_cp_at(d, at + 1, limit) == U'째') {
    p = at + 2;
  } else if (ko_cp_at(d, p, limit) == U'번' && ko_cp_at(d, p + 1, limit) == U'째') {
    p += 2;
  } else {
    return 0;
  }
  if (!ko_ends_word(d, p, limit)) return 0;
  out->type = KO_MENTION_ORDINAL;
  out->low = out->high = 1;
  out->unit = "번째";
  out->end = p;
  out->score = 900;
  return 1;
}

/* A dollar or euro sign before the number. */
static const char *currency_of(uint32_t cp) {
  switch (cp) {
  case '$': return "USD";
  case 0x20AC: return "EUR";
  case 0xA3: return "GBP";
  case 0xA5: return "JPY";
  case 0x20A9: return "KRW";
  default: return NULL;
  }
}

/* The counter behind a number and one white space: its row, or -1. 2025 대회, 10 이상: what follows
** must be a counter and nothing else. */
static int read_spaced_unit(const ko_document *d, uint32_t at, uint32_t limit, const ko_number *n,
                            uint32_t *end) {
  int row = read_unit(d, at, limit, end), tag = ko_tag_at(d, at), one = *end == at + 1;
  int about = at > n->end + 1; /* 10여 개 */
  if (row < 0) return -1;
  if (ko_class_at(d, at, limit) != KO_CLASS_HANGUL) /* 5 GHz, but 2025 V리그 */
    return one && ko_class_at(d, *end, limit) == KO_CLASS_HANGUL ? -1 : row;
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
  out->end = end;
  if (ko_cell_is(&ko_table_unit, row, 1, "duration")) {
    /* timex.c has refused it: 두 분 are people */
    if (!n->native || !ko_cell_is(&ko_table_unit, row, 2, "minute")) return 0;
    out->unit = "명";
    out->type = KO_MENTION_QUANTITY;
  } else {
    set_unit(out, row);
  }
  if (out->type == KO_MENTION_PERCENT && strcmp(out->unit, "%") == 0) {
    longer = ko_any_word_end(d, end, limit, (const char *const[]){"p", "P", " 포인트", NULL});
    if (longer) {
      out->end = longer;
      out->unit = "%p";
    }
  }
  if (strcmp(out->unit, "번") == 0 && ko_cp_at(d, end, limit) == U'째') { /* 3번째 */
    out->type = KO_MENTION_ORDINAL;
    out->unit = "번째";
    out->end = end + 1;
  }
  out->end = read_suffix(d, out->end, limit, out);
  p = ko_skip_space(d, out->end, limit);
  if (p > out->end && strcmp(out->unit, "개") == 0 && !n->words &&
      ko_lookup_starting(&ko_table_counted_group, &d->text, p, limit, 0, &end) >= 0 &&
      ko_ends_word(d, end, limit))
    out->end = end; /* 16개 동 */
  return 1;
}

/* 20홈런, 3형제: a noun that is counted without a counter. */
static int read_joined_noun(const ko_document *d, uint32_t at, uint32_t limit, const ko_number *n,
                            ko_measure *out) {
  uint32_t end = read_noun(d, at, limit), shorter, first = ko_cp_at(d, at, limit);
  int row;
  if (!end || is_no_counter(d, at, end)) return 0;
  if (first == U'천' || first == U'만' || first == U'억')
    return 0; /* 5천보: its value is unknown */
  if (n->start > 0 && d->text.klass[n->start - 1] == KO_CLASS_HANGUL) return 0;
  if (end - at > 2) { /* 8강진출, 3대지수: a counter runs into the next word */
    row = ko_lookup_starting(&ko_table_unit, &d->text, at, end - 1, 0, &shorter);
    if (row >= 0 && !ko_cell_is(&ko_table_unit, row, 1, "duration")) {
      set_unit(out, row);
      out->end = shorter;
      out->score = 600;
      return 1;
    }
  }
  out->end = read_suffix(d, end, limit, out);
  out->type = KO_MENTION_QUANTITY;
  out->score = 700;
  return 1;
}

/* The counter that stands behind the number, or the noun that it counts. Returns 1 if there is one. */
static int read_counted(const ko_document *d, uint32_t limit, const ko_number *n, ko_measure *out) {
  uint32_t p = n->end, end = 0, q;
  int row, tag = ko_tag_at(d, n->start);
  if (ko_cp_at(d, p, limit) == U'여' &&
      (ko_class_at(d, p + 1, limit) == KO_CLASS_SPACE || ko_is_edge(d, p)))
    p++;
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
  if (row < 0 || ko_table_unit.columns < 5 || !ko_cell_is(&ko_table_unit, row, 4, "fused") ||
      !ko_ends_word(d, end, limit))
    return 0;
  if (ko_is_edge(d, n->end) || (n->some && end < n->end + 2) ||
      ko_cell_is(&ko_table_unit, row, 1, "duration"))
    return 0;
  set_unit(out, row);
  out->end = end;
  out->score = 700;
  return 1;
}

/* 시즌2, 톱10, 중2: a word before the number belongs to it. */
static int read_prefixed(const ko_document *d, uint32_t at, uint32_t limit, ko_measure *out) {
  uint32_t p;
  ko_number n;
  int row = ko_lookup_starting(&ko_table_number_prefix, &d->text, at, limit, 0, &p);
  if (row < 0 || !ko_is_digit(ko_cp_at(d, p, limit)) ||
      (at > 0 && d->text.klass[at - 1] == KO_CLASS_HANGUL))
    return 0;
  if (!ko_number_single(d, p, limit, &n) || !n.digits ||
      n.low > (double)ko_cell_int(&ko_table_number_prefix, row, 1, 0))
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
  out->score = (int)ko_cell_int(&ko_table_number_prefix, row, 2, 600);
  return 1;
}

/* 5분의 3. */
static int read_fraction(const ko_document *d, const ko_number *n, uint32_t limit,
                         ko_measure *out) {
  uint32_t p = ko_word_end(d, n->end, limit, "분의");
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
    if (!ko_is_digit(ko_cp_at(d, p, limit)) || !ko_number_single(d, p, limit, &n)) break;
    row = read_unit(d, n.end, limit, &stop);
    if (row < 0) break;
    pair = ko_table_find(&ko_table_measure_pair, unit, strlen(unit));
    while (ko_table_has(&ko_table_measure_pair, pair, unit, strlen(unit)) &&
           !ko_cell_is(&ko_table_measure_pair, pair, 1, ko_table_cell(&ko_table_unit, row, 0)))
      pair++;
    if (!ko_table_has(&ko_table_measure_pair, pair, unit, strlen(unit))) break;
    unit = ko_table_cell(&ko_table_unit, row, 2);
    end = stop;
  }
  return end;
}

/* 이억원, 오만원: three syllables of which the first is a surname are a person; money has figures. */
static int is_name_like(const ko_document *d, const ko_number *n, uint32_t limit) {
  return n->words && n->scaled && n->end == n->start + 2 && ko_cp_at(d, n->end, limit) == U'원' &&
         ko_lookup(&ko_table_surname, &d->text, n->start, n->start + 1) >= 0;
}

int ko_measure_read(const ko_document *d, uint32_t at, uint32_t limit, ko_measure *out) {
  ko_number n;
  uint32_t p = at, cp = ko_cp_at(d, at, limit), end;
  int negative = 0, tag = ko_tag_at(d, at);
  const char *currency = currency_of(cp);
  memset(out, 0, sizeof *out);
  out->start = at;
  out->score = 900;
  if (cp == U'제' && tag == KO_TAG_XPN) return read_numbered(d, at, limit, out);
  if (cp == U'첫' && (tag == KO_TAG_MM || tag == KO_TAG_NR)) return read_first(d, at, limit, out);
  if (read_prefixed(d, at, limit, out)) return 1;
  if (ko_word_end(d, at, limit, "섭씨"))
    p = ko_skip_space(d, at + 2, limit);
  else if (at > 0 && d->text.klass[at - 1] == KO_CLASS_HANGUL && !currency)
    p = at;
  else if (currency || cp == '+' || cp == 0xB1)
    p = at + 1;
  else if (cp == '-' || cp == 0x2212)
    p = at + 1, negative = 1;
  if (p > at && !ko_is_digit(ko_cp_at(d, p, limit))) return 0;
  if (!ko_number_read(d, p, limit, &n)) return 0;
  if (n.words && cp == U'네' && tag == KO_TAG_IC) tag = KO_TAG_MM; /* 네 차례, read as "yes" */
  if (n.some && n.low >= 10 && tag == KO_TAG_NNG && ko_is_edge(d, n.end))
    tag = KO_TAG_NR;                                                           /* 수천 곡 */
  if (n.native && n.low == 1 && ko_word_end(d, n.end, limit, " 전")) return 0; /* 한 전 대표 */
  if (n.words && tag != KO_TAG_NR && tag != KO_TAG_SH &&
      !(tag == KO_TAG_MM && (n.native || n.some || n.end - p > 1)) &&
      !(n.some && tag == KO_TAG_XPN)) {
    /* 한번, 넉달, 수차례 in one word: only with a counter that has been seen so */
    if ((!n.native && !n.some) || !(ko_is_noun(tag) || tag == KO_TAG_MAG) ||
        !read_fused(d, limit, &n, out))
      return 0;
    out->low = n.low;
    out->high = n.high;
    out->some = n.some;
    return 1;
  }
  out->low = negative ? -n.low : n.low;
  out->high = negative ? -n.high : n.high;
  out->some = n.some;
  if (currency) {
    out->type = KO_MENTION_MONEY;
    out->unit = currency;
    out->end = n.end;
    return 1;
  }
  if (!n.native && read_fraction(d, &n, limit, out)) return 1;
  end = read_ratio(d, &n, limit);
  if (end && p == at) {
    out->type = KO_MENTION_QUANTITY;
    out->end = end;
    out->high = out->low;
    out->score = 600;
    return 1;
  }
  if (is_name_like(d, &n, limit)) return 0;
  if (read_counted(d, limit, &n, out)) {
    if (n.words && !n.native && !n.some && n.end - p == 1 && !out->unit) return 0;
    if (p == at && !n.words) out->end = read_pairs(d, limit, out);
    if (p == at + 3 && strcmp(out->unit ? out->unit : "", "°") == 0)
      out->unit = "°C"; /* 섭씨 5도 */
    return 1;
  }
  if (p > at && cp != '-' && cp != 0x2212) return 0;
  if (negative) return 0;
  return read_bare(d, limit, &n, out);
}
