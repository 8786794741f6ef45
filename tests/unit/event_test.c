/* ext/extract/event: meetings of a text. */
#include "fixture.h"
#include "extract/event/meetings.h"

static ko_meetings found;

static const ko_meetings *meetings(const char *text, size_t n, int32_t published) {
  const ko_clauses *c = fixture_parsed(text, n, published);
  ko_meetings_free(&found);
  ko_meetings_init(&found, &ko_mem_std);
  CHECK(ko_meetings_find(c, &found) == 0);
  return &found;
}

static void test_one(void) {
  static const char text[] =
      "한서준 회장은 지난 3일 부산의 한 호텔에서 민도윤 대표를 만나 투자 방안을 논의했다. "
      "이 자리에는 오세린 사장도 배석했다.";
  const ko_meetings *x = meetings(text, sizeof text - 1, ko_day_of(2026, 2, 5));
  const ko_meeting *m = x->item;
  CHECK(x->n == 1);
  if (x->n != 1) return;
  CHECK(m->status == KO_STATUS_HELD && m->evidential == KO_EVIDENTIAL_DIRECT);
  CHECK(m->day == ko_day_of(2026, 2, 3) && m->day_end == m->day && m->minute == -1);
  CHECK_TEXT(fixture_text(m->place.start, m->place.end), "부산의 한 호텔");
  CHECK(m->n_participants == 3);
  if (m->n_participants != 3) return;
  CHECK_TEXT(x->participant[m->participant].name, "한서준");
  CHECK_TEXT(x->participant[m->participant + 1].name, "민도윤");
  CHECK_TEXT(x->participant[m->participant + 2].name, "오세린");
  CHECK(!x->participant[m->participant].attendee && x->participant[m->participant + 2].attendee);
}

static void test_none(void) {
  static const char *const text[] = {"", "한서준 회장은 5일 기자들과 만나 투자 계획을 밝혔다.",
                                     "새 전기차를 전시장에서 만나볼 수 있다.",
                                     "회동 회동 만나 · , 간 면담"};
  for (size_t i = 0; i < sizeof text / sizeof *text; i++)
    if (meetings(text[i], strlen(text[i]), KO_NO_DAY)->n)
      check_failures++, printf("%s: a meeting\n", text[i]);
}

/* Without a day of publication none is guessed. */
static void test_no_day(void) {
  static const char text[] = "한서준 회장이 어제 민도윤 대표를 만났다.";
  const ko_meetings *x = meetings(text, sizeof text - 1, KO_NO_DAY);
  CHECK(x->n == 1 && x->item[0].day == KO_NO_DAY && x->item[0].day_end == KO_NO_DAY);
}

static void test_evidence(void) {
  static const struct {
    const char *text;
    ko_evidential evidential;
  } one[] = {{"한서준 회장이 3일 민도윤 대표를 만났다.", KO_EVIDENTIAL_DIRECT},
             {"한서준 회장이 3일 민도윤 대표를 만난 것으로 알려졌다.", KO_EVIDENTIAL_HEARSAY},
             {"한서준 회장이 3일 민도윤 대표를 만난 것으로 보인다.", KO_EVIDENTIAL_INFERRED}};
  for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
    const ko_meetings *x = meetings(one[i].text, strlen(one[i].text), ko_day_of(2026, 2, 5));
    CHECK(x->n == 1 && x->item[0].evidential == one[i].evidential);
  }
}

/* Words of meetings in any order: what a meeting says lies in the text, and somebody is in it. */
static void test_pieces(void) {
  static const char *const piece[] = {"한서준 회장", "민도윤 대표",
                                      "조아람 장관", "은 ",
                                      "이 ",         "과 ",
                                      "를 ",         "만나 ",
                                      "만났다. ",    "회동",
                                      "정상회담",    "을 가졌다. ",
                                      "한미",        "·",
                                      "한중 ",       "3일 ",
                                      "지난달 ",     "서울에서 ",
                                      "오찬",        "하기로 했다. ",
                                      "무산됐다. ",  "것으로 알려졌다. ",
                                      "배석했다. ",  "두 사람은 ",
                                      "이날 ",       "에 이어 ",
                                      "앞둔 ",       "\n",
                                      " ",           "\"",
                                      "통화했다. ",  "처음 ",
                                      "이후 ",       "만이다. ",
                                      "간 ",         "비롯한 ",
                                      "등 ",         "\xED\xA0",
                                      "(",           ")"};
  unsigned state = 31;
  for (int round = 0; round < 2000; round++) {
    char text[700];
    size_t n = fixture_pieces(piece, sizeof piece / sizeof *piece, &state, text, sizeof text);
    const ko_meetings *x = meetings(text, n, round % 2 ? KO_NO_DAY : ko_day_of(2026, 2, 5));
    for (size_t i = 0; i < x->n; i++) {
      const ko_meeting *m = &x->item[i];
      CHECK(fixture_holds(m->kind) && fixture_holds(m->place) && fixture_holds(m->topic));
      CHECK(fixture_holds(m->evidence) && m->evidence.start < m->evidence.end);
      CHECK(m->sentence < fixture_document.sentences.n && m->score >= 0 && m->score <= 1000);
      CHECK((m->day == KO_NO_DAY) == (m->day_end == KO_NO_DAY) && m->day <= m->day_end);
      CHECK(m->minute >= -1 && m->minute < 1440 && m->duration >= 0);
      CHECK(m->n_participants > 0 && m->participant + m->n_participants <= x->n_participants);
      for (size_t k = 0; k < m->n_participants; k++) {
        const ko_participant *p = &x->participant[m->participant + k];
        CHECK(p->name && *p->name && p->entity < (int)fixture_reading.n_entities);
        CHECK(fixture_holds(p->title) && fixture_holds(p->organization));
      }
    }
  }
}

/* How often what looks for the meetings of a text says that it works, see ko_work. */
static int times_told;

static int count_work(void *ctx, size_t n) {
  (void)ctx, (void)n;
  times_told++;
  return 0;
}

/* A sentence of many phrases is no single piece of work: an interrupt ends it at any of them. */
static void test_work(void) {
  enum { PHRASES = 2000 };
  static const char phrase[] = "한서준은 ", last[] = "민도윤을 만났다.";
  static char text[PHRASES * (sizeof phrase - 1) + sizeof last - 1];
  ko_mem mem = ko_mem_std;
  ko_meetings m;
  for (size_t i = 0; i < PHRASES; i++)
    memcpy(text + i * (sizeof phrase - 1), phrase, sizeof phrase - 1);
  memcpy(text + PHRASES * (sizeof phrase - 1), last, sizeof last - 1);
  mem.work = count_work;
  ko_meetings_init(&m, &mem);
  CHECK(ko_meetings_find(fixture_parsed(text, sizeof text, KO_NO_DAY), &m) == 0);
  CHECK(m.n == 1 && fixture_document.sentences.n == 1 && times_told > PHRASES);
  ko_meetings_free(&m);
}

/* A text without any word for meeting is told apart by its characters, whatever form the words have. */
static void test_may_be(void) {
  static const struct {
    const char *text;
    int may_be;
  } one[] = {{"한서준이 민도윤을 만났다.", 1},
             {"둘은 만난 적이 없다.", 1},
             {"한서준과 민도윤의 치맥회동", 1},
             {"방금 그것은 통홥니다.", 1},
             {"민도윤을 맞이한 한서준", 1},
             {"자리를 함께했다.", 1},
             {"기자는 만족했다.", 0},
             {"전면적 정상 부근", 0},
             {"회", 0},
             {"", 0},
             {"간담이 서늘하다", 1},
             {"식사량", 1},
             {"만두와 나물, 회사와 동네, 저녁 식탁", 0}};
  for (size_t i = 0; i < sizeof one / sizeof *one; i++)
    if (ko_meetings_may_be(&fixture_analysed(one[i].text, strlen(one[i].text))->text) !=
        one[i].may_be)
      check_failures++, printf("%s: may it tell of a meeting?\n", one[i].text);
}

int main(void) {
  fixture_open();
  test_may_be();
  test_one();
  test_none();
  test_no_day();
  test_evidence();
  test_pieces();
  test_work();
  ko_meetings_free(&found);
  fixture_close();
  return check_result();
}
