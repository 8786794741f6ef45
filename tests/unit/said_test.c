/* ext/extract/said: who said what, and who holds which office. */
#include "fixture.h"
#include "extract/said/quotes.h"
#include "extract/said/relations.h"
#include "extract/said/speaker.h"

static void test_quotes(void) {
  static const char text[] = "김하늘 새벽전자 사장은 3일 \"내년에 공장을 짓겠다\"고 말했다. 이어 "
                             "\"땅은 샀다\"고 덧붙였다. '방송 4법'이 있다.";
  const ko_clauses *c = fixture_parsed(text, sizeof text - 1, KO_NO_DAY);
  const ko_reading *r = c->r;
  ko_quotes q;
  ko_quotes_init(&q, &ko_mem_std);
  CHECK(ko_quotes_find(c, &q) == 0);
  CHECK(q.n == 2); /* the name of a law is none */
  for (size_t i = 0; i < q.n && i < 2; i++) {
    CHECK_TEXT(fixture_text(q.item[i].text.start, q.item[i].text.end),
               i ? "땅은 샀다" : "내년에 공장을 짓겠다");
    CHECK(q.item[i].entity >= 0);
    CHECK_TEXT(q.item[i].entity >= 0 ? r->entity[q.item[i].entity].name : "", "김하늘");
    CHECK(q.item[i].sentence == i);
  }
  ko_quotes_free(&q);
}

static void test_relations(void) {
  static const char text[] =
      "박하늘 전 국무총리와 정유진 한빛배터리 대표가 왔다. 정 대표는 웃었다.";
  const ko_reading *r = fixture_read(text, sizeof text - 1, KO_NO_DAY);
  ko_relations x;
  ko_relations_init(&x, &ko_mem_std);
  CHECK(ko_relations_find(r, &x) == 0 && x.n == 2);
  if (x.n == 2) {
    CHECK_TEXT(fixture_text(x.item[0].title.start, x.item[0].title.end), "전 국무총리");
    CHECK(x.item[0].organization.start == x.item[0].organization.end);
    CHECK_TEXT(r->entity[x.item[1].entity].name, "정유진");
    CHECK_TEXT(fixture_text(x.item[1].organization.start, x.item[1].organization.end),
               "한빛배터리");
  }
  ko_relations_free(&x);
}

static void test_speaker(void) {
  static const char text[] = "정가온 장관은 \"간다\"고 했다.";
  const ko_clauses *c = fixture_parsed(text, sizeof text - 1, KO_NO_DAY);
  ko_speaker s = ko_subject_before(c, 0, 0, 8);
  CHECK(s.found && s.entity >= 0);
  CHECK_TEXT(s.entity >= 0 ? c->r->entity[s.entity].name : "", "정가온");
  CHECK(!ko_subject_before(c, 0, 0, 0).found && !ko_asker_before(c, 0, 8).found);
  CHECK(!ko_subject_before(c, 0, 8, 8).found && !ko_subject_between(c, 0, 16, 999).found);
}

/* Marks and verbs of saying in any order: quotations lie in the text, in order, beside or within one another. */
static void test_pieces(void) {
  static const char *const piece[] = {
      "\"",    "\"",         "“",           "”",      "'",         "‘",          "’",
      "간다",  "비가 온다.", "고 말했다. ", "라고 ",  "며 ",       "는 질문에 ", "한서준 회장은 ",
      "그는 ", "이어 ",      "관계자는 ",   " ",      "\n",        "…",          "고",
      "(",     ")",          "「",          "」",     "기자들이 ", "\xE2\x80",   "했고, ",
      "라며 ", "[",          "]",           "이라는 "};
  unsigned state = 23;
  for (int round = 0; round < 2000; round++) {
    char text[500];
    size_t n = fixture_pieces(piece, sizeof piece / sizeof *piece, &state, text, sizeof text);
    const ko_clauses *c = fixture_parsed(text, n, KO_NO_DAY);
    const ko_reading *r = c->r;
    ko_quotes q;
    ko_relations x;
    ko_quotes_init(&q, &ko_mem_std);
    ko_relations_init(&x, &ko_mem_std);
    CHECK(ko_quotes_find(c, &q) == 0 && ko_relations_find(r, &x) == 0);
    for (size_t i = 0; i < q.n; i++) {
      const ko_quote *one = &q.item[i];
      CHECK(fixture_holds(one->text) && one->text.start < one->text.end);
      CHECK(i == 0 || one[-1].text.end <= one->text.start ||
            (one[-1].text.start < one->text.start && one->text.end < one[-1].text.end));
      CHECK(fixture_holds(one->verb) && fixture_holds(one->speaker) &&
            one->entity < (int)r->n_entities);
      CHECK(one->sentence < r->document->sentences.n);
    }
    for (size_t i = 0; i < x.n; i++)
      CHECK(x.item[i].entity < (int)r->n_entities && fixture_holds(x.item[i].title));
    ko_quotes_free(&q);
    ko_relations_free(&x);
  }
}

static int times_told;

static int count_work(void *ctx, size_t n) {
  (void)ctx, (void)n;
  times_told++;
  return 0;
}

/* Many offices are no single piece of work: an interrupt ends it at any of them. */
static void test_work(void) {
  enum { OFFICES = 1000 };
  static const char one[] = "한서준 회장은 ";
  static char text[OFFICES * (sizeof one - 1)];
  ko_mem mem = ko_mem_std;
  ko_reading r;
  ko_relations x;
  for (size_t i = 0; i < OFFICES; i++) memcpy(text + i * (sizeof one - 1), one, sizeof one - 1);
  mem.work = count_work;
  r = *fixture_read(text, sizeof text, KO_NO_DAY);
  r.mem = &mem;
  ko_relations_init(&x, &mem);
  CHECK(ko_relations_find(&r, &x) == 0 && x.n == 1 && times_told >= OFFICES);
  ko_relations_free(&x);
}

int main(void) {
  fixture_open();
  test_quotes();
  test_relations();
  test_speaker();
  test_pieces();
  test_work();
  fixture_close();
  return check_result();
}
