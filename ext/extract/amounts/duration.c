#include "extract/amounts/duration.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "extract/amounts/numbers.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

/* Is the word before `at` one that stands before lengths: 최장 10일? */
int ko_length_precedes(const ko_document *d, uint32_t at) {
  uint32_t start, end = at;
  int row;
  if (end == 0 || d->text.klass[end - 1] != KO_CLASS_SPACE) return 0;
  end--;
  for (start = end; start > 0 && end - start < 4 && d->text.klass[start - 1] == KO_CLASS_HANGUL;)
    start--;
  row = ko_lookup(&ko_table_length_cue, &d->text, start, end);
  return row >= 0 && ko_cell_is(&ko_table_length_cue, row, 1, "before");
}

/* What shows that `10일`, `3년` before it is a length: 10일간, 3년 만에, 5일 전. */
int ko_length_follows(const ko_document *d, uint32_t at, uint32_t limit, int strict) {
  static const char *const shifts[] = {"전", "뒤", "후", "만", NULL};
  uint32_t p = ko_skip_space(d, at, limit), end;
  int row = ko_lookup_starting(&ko_table_length_cue, &d->text, p, limit, 0, &end);
  if (row >= 0 && ko_is_edge(d, p)) {
    if (ko_cell_is(&ko_table_length_cue, row, 1, "after")) return 1;
    if (ko_cell_is(&ko_table_length_cue, row, 1, "joined") && p == at) return 1;
  }
  end = ko_any_word_end(d, p, limit, shifts);
  if (!end || !ko_is_edge(d, p) ||
      (ko_is_hangul(d, end, limit) && (!ko_ends_word(d, end, limit) || ko_is_nominal_at(d, end))))
    return 0;
  /* 18일 전 지역: 전 belongs to the noun behind it */
  return ko_cp_at(d, end - 1, limit) != U'전' || !strict || end >= limit ||
         d->text.klass[end] != KO_CLASS_SPACE || !ko_is_noun(ko_tag_at(d, end + 1));
}

int ko_time_unit_rank(const char *unit) {
  static const char *const order[] = {"century", "year", "month",  "week",
                                      "day",     "hour", "minute", "second"};
  for (int i = 0; i < 8; i++)
    if (strcmp(order[i], unit) == 0) return i;
  return -1;
}

static double unit_ratio(const char *coarse, const char *fine) {
  static const double seconds[] = {3153600000.0, 31536000, 2628000, 604800, 86400, 3600, 60, 1};
  int a = ko_time_unit_rank(coarse), b = ko_time_unit_rank(fine);
  if (a == 1 && b == 2) return 12;
  return a < 0 || b < 0 ? 1 : seconds[a] / seconds[b];
}

/* One number and its unit, or one word (사흘). */
static int read_length_once(const ko_document *d, uint32_t at, uint32_t limit, ko_length *out) {
  ko_number n;
  uint32_t p, end;
  int row;
  memset(out, 0, sizeof *out);
  if (ko_is_digit(ko_cp_at(d, at, limit)) || ko_tag_at(d, at) == KO_TAG_NR ||
      ko_tag_at(d, at) == KO_TAG_MM || ko_tag_at(d, at) == KO_TAG_SH ||
      ko_is_noun(ko_tag_at(d, at))) {
    if (ko_number_read(d, at, limit, &n) && !n.list) {
      p = n.end;
      if (ko_cp_at(d, p, limit) == U'여' && ko_is_edge(d, p)) p++;
      if (ko_cp_at(d, p, limit) == U'몇') return 0;
      end = p;
      row = ko_lookup_starting(&ko_table_unit, &d->text, p, limit, 0, &end);
      if (row < 0 && p < limit && d->text.klass[p] == KO_CLASS_SPACE)
        row = ko_lookup_starting(&ko_table_unit, &d->text, p + 1, limit, 0, &end);
      if (row >= 0 && n.words && ko_is_noun(ko_tag_at(d, at)) &&
          !ko_cell_is(&ko_table_unit, row, 4, "fused"))
        row = -1;
      if (row >= 0 && ko_cell_is(&ko_table_unit, row, 1, "duration")) {
        const char *unit = ko_table_cell(&ko_table_unit, row, 2);
        double factor = (double)ko_cell_int(&ko_table_unit, row, 3, 1);
        int one = end == p + 1 || (p < limit && d->text.klass[p] == KO_CLASS_SPACE && end == p + 2);
        if (ko_cp_at(d, end - 1, limit) == U'분' && ko_cp_at(d, end, limit) == U'의' &&
            ko_is_digit(ko_cp_at(d, ko_skip_space(d, end + 1, limit), limit)))
          return 0; /* 5분의 3 */
        /* 두 분: people; 두 일, 두 초: nothing */
        if (n.native &&
            (strcmp(unit, "minute") == 0 || strcmp(unit, "second") == 0 ||
             (strcmp(unit, "day") == 0)) &&
            one)
          return 0;
        if (ko_is_hangul(d, end, limit) && one && !ko_is_edge(d, end)) {
          /* 10분기, 3주차, 5일장: another word, unless a known ending follows */
          static const char *const ok[] = {"간", "째", "여", "반", "전", "뒤", "후", "동안", "만",
                                           "께", "쯤", "당", "대", "치", "새", "내", NULL};
          if (!ko_any_word_end(d, end, limit, ok)) return 0;
        }
        if (n.words && !n.native && !n.some && one) {
          if (ko_tag_at(d, at) != KO_TAG_NR && ko_tag_at(d, at) != KO_TAG_SH) return 0;
          if (n.end == at + 1 && strcmp(unit, "day") == 0 && !ko_length_follows(d, end, limit, 1))
            return 0; /* 만일, 이 일 */
        }
        out->low = n.low * factor;
        out->high = n.high * factor;
        out->unit = unit;
        out->some = n.some;
        out->words = n.words;
        out->end = end;
        return 1;
      }
    }
    if (ko_is_digit(ko_cp_at(d, at, limit))) return 0;
  }
  row = ko_lookup_starting(&ko_table_time_word, &d->text, at, limit, 1, &end);
  if (row >= 0 && strcmp(ko_table_cell(&ko_table_time_word, row, 1), "length") == 0 &&
      ko_ends_word(d, end, limit)) {
    out->unit = ko_table_cell(&ko_table_time_word, row, 2);
    out->low = out->high = ko_cell_number(&ko_table_time_word, row, 3);
    out->words = 1;
    out->end = end;
    return 1;
  }
  return 0;
}

/* 4년 5개월, 1시간 30분, 넉 달 반, 3박 4일. */
int ko_length_read(const ko_document *d, uint32_t at, uint32_t limit, ko_length *out) {
  ko_length more;
  ko_number nights;
  uint32_t p;
  if (ko_is_digit(ko_cp_at(d, at, limit)) && ko_number_single(d, at, limit, &nights) &&
      ko_cp_at(d, nights.end, limit) == U'박') {
    p = ko_skip_space(d, nights.end + 1, limit);
    if (read_length_once(d, p, limit, out) && strcmp(out->unit, "day") == 0) return 1;
  }
  if (!read_length_once(d, at, limit, out)) return 0;
  if (ko_is_dash(ko_cp_at(d, out->end, limit)) && ko_is_digit(ko_cp_at(d, out->end + 1, limit)) &&
      read_length_once(d, out->end + 1, limit, &more) && strcmp(more.unit, out->unit) == 0 &&
      more.low > out->high) { /* 10분~15분 */
    out->high = more.high;
    out->end = more.end;
    return 1;
  }
  if (strcmp(out->unit, "year") == 0 && ko_is_digit(ko_cp_at(d, out->end, limit)) &&
      ko_number_single(d, out->end, limit, &nights) && nights.digits && nights.low < 12 &&
      ko_cp_at(d, nights.end, limit) == U'월' && out->high < 50) { /* 징역 1년6월 */
    out->low = out->low * 12 + nights.low;
    out->high = out->high * 12 + nights.low;
    out->unit = "month";
    out->end = nights.end + 1;
    return 1;
  }
  for (int k = 0; k < 3; k++) {
    p = ko_skip_space(d, out->end, limit);
    if (!ko_is_digit(ko_cp_at(d, p, limit)) || out->words) break;
    if (!read_length_once(d, p, limit, &more) ||
        ko_time_unit_rank(more.unit) <= ko_time_unit_rank(out->unit) || more.some)
      break;
    if (ko_time_unit_rank(out->unit) == 1 && ko_time_unit_rank(more.unit) > 4) break;
    {
      double ratio = unit_ratio(out->unit, more.unit);
      out->low = out->low * ratio + more.low;
      out->high = out->high * ratio + more.high;
      out->unit = more.unit;
      out->end = more.end;
    }
  }
  p = ko_skip_space(d, out->end, limit);
  if (ko_cp_at(d, p, limit) == U'반' && ko_cp_at(d, p + 1, limit) != '(' &&
      (ko_ends_word(d, p + 1, limit) || ko_word_end(d, p + 1, limit, "동안")) &&
      (p == out->end || ko_is_noun(ko_tag_at(d, p)))) {
    out->low += 0.5;
    out->high += 0.5;
    out->end = p + 1;
  }
  return 1;
}
