/* ext/extract/page: the article out of a page of lines, without morphemes. */
#include "fixture.h"
#include "extract/page/article.h"
#include "extract/page/imprint.h"
#include "extract/page/page_days.h"

static const char *lines(const ko_spans *s) {
  static ko_buf out;
  static char copy[2000];
  ko_buf_init(&out, &ko_mem_std);
  for (size_t i = 0; i < s->n; i++) {
    if (i) ko_buf_str(&out, "|");
    ko_buf_str(&out, fixture_text(s->item[i].start, s->item[i].end));
  }
  snprintf(copy, sizeof copy, "%s", ko_buf_text(&out));
  ko_buf_free(&out);
  return copy;
}

static const ko_text *read_page(const char *text, size_t n) {
  CHECK(ko_document_read(&fixture_document, text, n) == 0);
  return &fixture_document.text;
}

static void test_page(void) {
  static const char page[] =
      "로그인\n회원가입\n정치\n경제\n"
      "가온시, 강변에 새 도서관 연다\n입력 2025.03.02 10:00\n나루한 기자 "
      "naru@gaon.example\n글자크기\n"
      "가온시가 강변에 새 도서관을 연다. 시는 2일 건물을 공개하고 다음 달부터 시민을 맞는다고 "
      "밝혔다.\n"
      "▲ 새 도서관 전경. /가온시 제공\n"
      "도서관에는 책 3만 권이 있다. 시는 해마다 2천 권을 더 살 계획이다.\n"
      "무단 전재 및 재배포 금지\n댓글 0\n많이 본 뉴스\n버스요금 오른다…내달부터 1800원";
  ko_article a;
  ko_article_init(&a, &ko_mem_std);
  CHECK(ko_article_parse(&a, read_page(page, sizeof page - 1)) == 0);
  CHECK_TEXT(fixture_text(a.title.start, a.title.end), "가온시, 강변에 새 도서관 연다");
  CHECK_TEXT(lines(&a.bylines), "나루한");
  CHECK_TEXT(fixture_text(a.email.start, a.email.end), "naru@gaon.example");
  CHECK(a.published == ko_day_of(2025, 3, 2));
  CHECK(a.body.n == 2 && strstr(lines(&a.body), "2천 권을 더") && !strstr(lines(&a.body), "댓글"));
  CHECK(a.captions.n == 1 && strstr(lines(&a.captions), "새 도서관 전경"));
  ko_article_free(&a);
  ko_article_free(&a);
}

static void test_imprint(void) {
  ko_span found;
  int32_t day;
  const ko_text *t = read_page("2025-03-02", 10);
  CHECK(ko_find_stamp(t, 0, 10, &day, &found) && day == ko_day_of(2025, 3, 2));
  CHECK(found.start == 0 && found.end == 10);
  t = read_page("2025년 13월 2일", strlen("2025년 13월 2일"));
  CHECK(!ko_find_stamp(t, 0, (uint32_t)t->n, &day, &found));
  t = read_page("문의: a.b@c.example, @, x@", strlen("문의: a.b@c.example, @, x@"));
  CHECK(ko_find_email(t, 0, (uint32_t)t->n, &found));
  CHECK_TEXT(fixture_text(found.start, found.end), "a.b@c.example");
  CHECK(!ko_find_email(t, found.end, (uint32_t)t->n, &found));
}

/* Lines in any order: parts of the page lie in it, and the body is in order, no line twice. */
static void test_pieces(void) {
  static const char *const piece[] = {"로그인\n",
                                      "입력 2025.03.02\n",
                                      "나루한 기자\n",
                                      "\n",
                                      "\r\n",
                                      "▲ 사진 /제공\n",
                                      "댓글 0\n",
                                      "비가 왔다. 길이 막혔다.\n",
                                      "시는 2일 도서관을 열었다고 밝혔다.",
                                      " ",
                                      "(서울=가온뉴스) ",
                                      "[단독] ",
                                      "ⓒ",
                                      "무단 전재 금지\n",
                                      "@",
                                      "많이 본 뉴스\n",
                                      "1\n",
                                      "2\n",
                                      "|",
                                      "\xF0\x9F",
                                      "\xC0",
                                      "[",
                                      "…",
                                      "ㅋㅋ",
                                      "가온일보",
                                      " - "};
  unsigned state = 11;
  for (int round = 0; round < 3000; round++) {
    char text[2000];
    size_t n = fixture_pieces(piece, sizeof piece / sizeof *piece, &state, text, sizeof text);
    ko_article a;
    ko_article_init(&a, &ko_mem_std);
    CHECK(ko_article_parse(&a, read_page(text, n)) == 0);
    CHECK(fixture_holds(a.title) && fixture_holds(a.email) && fixture_holds(a.publisher));
    for (size_t i = 0; i < a.body.n; i++) {
      CHECK(fixture_holds(a.body.item[i]) && a.body.item[i].start < a.body.item[i].end);
      CHECK(i == 0 || a.body.item[i - 1].end <= a.body.item[i].start);
    }
    for (size_t i = 0; i < a.captions.n; i++) CHECK(fixture_holds(a.captions.item[i]));
    for (size_t i = 0; i < a.bylines.n; i++) CHECK(fixture_holds(a.bylines.item[i]));
    ko_article_free(&a);
  }
}

int main(void) {
  fixture_open();
  test_page();
  test_imprint();
  test_pieces();
  fixture_close();
  return check_result();
}
