/* ext/extract/amounts: numbers as written, expressions of time and amounts, which days dates mean; and
** that nothing which looks like them leads anywhere outside the text. */
#include <math.h>

#include "fixture.h"
#include "extract/amounts/dates.h"
#include "extract/amounts/expression.h"
#include "extract/amounts/numbers.h"

static void test_numbers(void) {
  static const struct {
    const char *text;
    double low, high;
    uint32_t characters;
  } one[] = {{"1,234명", 1234, 1234, 5},
             {"2천488개", 2488, 2488, 5},
             {"1조2천억원", 1.2e12, 1.2e12, 5},
             {"3.5%", 3.5, 3.5, 3},
             {"이십오 명", 25, 25, 3},
             {"열두 마리", 12, 12, 2},
             {"서너 곳", 3, 4, 2},
             {"150~250억 달러", 1.5e10, 2.5e10, 8},
             {"100만원", 1e6, 1e6, 4}};
  for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
    ko_number x;
    const ko_document *d = fixture_analysed(one[i].text, strlen(one[i].text));
    if (!ko_number_read(d, 0, (uint32_t)d->text.n, &x))
      check_failures++, printf("%s: no number\n", one[i].text);
    else if (fabs(x.low - one[i].low) > 1e-6 || fabs(x.high - one[i].high) > 1e-6 ||
             x.end != one[i].characters)
      check_failures++, printf("%s: %f to %f, %u characters\n", one[i].text, x.low, x.high, x.end);
  }
}

static void find(const ko_document *d, ko_mentions *m, int32_t published) {
  ko_dates dates;
  ko_dates_init(&dates, &ko_mem_std);
  CHECK(ko_expressions_find(d, m, &dates) == 0);
  CHECK(ko_dates_resolve(d, m, &dates, published) == 0);
  ko_dates_free(&dates);
}

/* The expressions of a text read on 4 February 2025: "date 어제 2025-02-03; ..." */
static const char *expressions(const char *text) {
  static ko_buf out;
  static char copy[1000];
  ko_mentions m;
  const ko_document *d = fixture_analysed(text, strlen(text));
  ko_buf_init(&out, &ko_mem_std);
  ko_mentions_init(&m, &ko_mem_std);
  find(d, &m, ko_day_of(2025, 2, 4));
  for (size_t i = 0; i < m.n; i++) {
    const ko_mention *x = &m.item[i];
    char value[80] = "";
    int year, month, day;
    if (x->type == KO_MENTION_DATE && x->value.known) {
      ko_day_split(x->value.day, &year, &month, &day);
      snprintf(value, sizeof value, " %04d-%02d-%02d", year, month, day);
      ko_day_split(x->value.day_end, &year, &month, &day);
      if (x->value.day != x->value.day_end)
        snprintf(value + strlen(value), 30, "/%04d-%02d-%02d", year, month, day);
    } else if (x->type == KO_MENTION_TIME) {
      snprintf(value, sizeof value, " %d", x->value.minute);
    } else if (x->value.known) {
      snprintf(value, sizeof value, " %.10g %s", x->value.low, x->value.unit ? x->value.unit : "");
    }
    if (i) ko_buf_str(&out, "; ");
    ko_buf_str(&out, ko_mention_type_name(x->type));
    ko_buf_str(&out, " ");
    ko_buf_str(&out, fixture_text(x->start, x->end));
    ko_buf_str(&out, value);
  }
  snprintf(copy, sizeof copy, "%s", ko_buf_text(&out));
  ko_buf_free(&out);
  ko_mentions_free(&m);
  return copy;
}

static void test_expressions(void) {
  CHECK_TEXT(expressions("어제 만났다."), "date 어제 2025-02-03");
  CHECK_TEXT(expressions("지난달 말 만났고 다음 달 3일 다시 만난다."),
             "date 지난달 말 2025-01-21/2025-01-31; date 다음 달 3일 2025-03-03");
  CHECK_TEXT(expressions("2024년 12월 30일부터 2일까지 열렸다."),
             "date 2024년 12월 30일 2024-12-30; date 2일 2025-01-02");
  CHECK_TEXT(expressions("오후 2시 30분에 시작해 90분간 이어졌다."),
             "time 오후 2시 30분 870; duration 90분 90 minute");
  CHECK_TEXT(expressions("2조원을 들여 15% 늘린 3위"),
             "money 2조원 2e+12 KRW; percent 15% 15 %; ordinal 3위 3 rank");
  CHECK_TEXT(expressions("한국은 오늘도 이 사회의 만약을"), "date 오늘 2025-02-04");
  CHECK_TEXT(expressions(""), "");
}

/* Whatever grammar finds, it lies in the text, in order, and its values are in their range. */
static void test_pieces(void) {
  static const char *const piece[] = {"3일",  "월요일", "지난", "오는", "다음 달",
                                      "초",   "말",     "~",    "∼",    "부터",
                                      "까지", "2025년", "13월", "32일", "99999999999999999999",
                                      "조",   "억",     "만",   "원",   "%",
                                      "시",   "30분",   ".",    "-",    ":",
                                      "반",   "두",     "서너", "수백", "전",
                                      "뒤",   "설",     "추석", "연휴", " ",
                                      " ",    "\n",     "·",    "제",   "번째",
                                      "위",   "달러",   "$",    "분의", "여",
                                      "간",   "만에",   "대",   "\xEA", "\xFF",
                                      "12·3", "’24년"};
  unsigned state = 5;
  for (int round = 0; round < 3000; round++) {
    char text[500];
    size_t n = fixture_pieces(piece, sizeof piece / sizeof *piece, &state, text, sizeof text);
    const ko_document *d = fixture_analysed(text, n);
    ko_mentions m;
    ko_mentions_init(&m, &ko_mem_std);
    find(d, &m, round % 2 ? KO_NO_DAY : ko_day_of(2025, 2, 28));
    for (size_t i = 0; i < m.n; i++) {
      const ko_mention *x = &m.item[i];
      CHECK(x->start < x->end && x->end <= d->text.n && (i == 0 || x[-1].end <= x->start));
      if (!x->value.known) continue;
      if (x->type == KO_MENTION_DATE)
        CHECK(x->value.day <= x->value.day_end && x->value.day > ko_day_of(1, 1, 1) &&
              x->value.day_end < ko_day_of(9999, 12, 31));
      else if (x->type == KO_MENTION_TIME)
        CHECK(x->value.minute >= 0 && x->value.minute < 1440 && x->value.minute_end < 1440);
      else
        CHECK(x->value.low <= x->value.high && isfinite(x->value.high));
    }
    ko_mentions_free(&m);
  }
}

int main(void) {
  fixture_open();
  test_numbers();
  test_expressions();
  test_pieces();
  fixture_close();
  return check_result();
}
