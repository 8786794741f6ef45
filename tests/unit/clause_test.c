/* ext/extract/clause: words, phrases and countries of sentences. */
#include "extract/clause/countries.h"
#include "extract/clause/heads.h"
#include "fixture.h"

static ko_buf drawn;

static const char *const cases[] = {"",   "s",  "o",  "with",   "with-of",
                                    "of", "at", "to", "toward", "?"};
static const char *const joins[] = {"", ",", "·", "&"};
static const char *const endings[] = {".", "..", "\"", "->", "~"};

/* The phrases of a sentence: nouns as [words|case], predicates as {words|ending}, adverbs as <words>. */
static const char *draw(const char *text) {
  const ko_clauses *c = fixture_parsed(text, strlen(text), KO_NO_DAY);
  const ko_sentence s = ko_clauses_sentence(c, 0);
  ko_buf_clear(&drawn);
  for (int i = 0; i < s.n_phrases; i++) {
    const ko_phrase *p = &s.phrase[i];
    ko_span words = ko_phrase_span(&s, i);
    char head[200];
    int nouns = p->type == KO_PHRASE_NOUNS, verb = p->type == KO_PHRASE_PREDICATE;
    if (verb && p->base < p->first) words.start = s.word[p->base].start;
    snprintf(head, sizeof head, "%s%s",
             nouns  ? "["
             : verb ? "{"
                    : "<",
             fixture_text(words.start, words.end));
    ko_buf_str(&drawn, head);
    if (nouns || verb) ko_buf_str(&drawn, "|");
    ko_buf_str(&drawn, nouns ? cases[p->particle] : verb ? endings[p->ending] : "");
    if (nouns && p->topic) ko_buf_str(&drawn, "!");
    if (verb && p->past) ko_buf_str(&drawn, "past");
    if (verb && p->negated) ko_buf_str(&drawn, "not");
    ko_buf_str(&drawn, nouns ? "]" : verb ? "}" : ">");
    if (nouns) ko_buf_str(&drawn, joins[p->join]);
    if (p->quote) ko_buf_str(&drawn, "'");
  }
  return ko_buf_text(&drawn);
}

static void test_phrases(void) {
  static const struct {
    const char *text, *phrases;
  } made[] = {
      {"", ""},
      {"한서준 회장은 5일 부산에서 민도윤 대표를 만났다.",
       "[한서준 회장|s!][5일|][부산|at][민도윤 대표|o]{만났다|.past}"},
      {"한서준 회장과 민도윤 대표의 회동", "[한서준 회장|with]&[민도윤 대표|of][회동|]"},
      {"한서준·민도윤이 함께했다", "[한서준|]·[민도윤|s][함께|]{함께했다|.past}"},
      {"민도윤 대표를 만난 한서준 회장", "[민도윤 대표|o]{만난|->past}[한서준 회장|]"},
      {"한서준 회장은 만나지 않았다고 말했다.",
       "[한서준 회장|s!]{만나지 않았다고|\"pastnot}[말|]{말했다|.past}"},
      {"회담 직후 한서준 회장은 웃었다.", "[회담 직후|][한서준 회장|s!]{웃었다|.past}"},
      {"한서준은 “비가 온다”고 했다.", "[한서준|s!][비|s]'{온다|.}'{했다|.past}"},
  };
  for (size_t i = 0; i < sizeof made / sizeof *made; i++)
    if (*made[i].text) CHECK_TEXT(draw(made[i].text), made[i].phrases);
}

/* The words of a phrase; "" for -1. */
static const char *words(const ko_sentence *s, int i) {
  ko_span span = i < 0 ? (ko_span){0, 0} : ko_phrase_span(s, i);
  return fixture_text(span.start, span.end);
}

static void test_heads(void) {
  static const char text[] =
      "민도윤 대표를 어제 만난 두레전자의 한서준 회장은 “비가 온다”고 말했다.";
  const ko_clauses *c = fixture_parsed(text, sizeof text - 1, KO_NO_DAY);
  const ko_sentence s = ko_clauses_sentence(c, 0);
  int met = ko_head_governor(&s, 0), firm = ko_head_described(&s, met);
  CHECK_TEXT(words(&s, met), "만난");
  CHECK_TEXT(words(&s, firm), "두레전자");
  CHECK_TEXT(words(&s, ko_head_possessed(&s, firm)), "한서준 회장");
  CHECK_TEXT(words(&s, ko_head_argument(&s, met, KO_CASE_OBJECT)), "민도윤 대표");
  CHECK(ko_head_argument(&s, met, KO_CASE_SUBJECT) == -1);
  CHECK(ko_head_described(&s, 0) == -1 && ko_head_possessed(&s, 0) == -1);
}

static void test_countries(void) {
  static const struct {
    const char *text;
    int n;
  } made[] = {{"한미", 2},      {"한·미·일", 3}, {"북중러", 3}, {"韓美", 2},
              {"한-베트남", 2}, {"미", 0},       {"한미르", 0}};
  for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
    const ko_document *d = fixture_analysed(made[i].text, strlen(made[i].text));
    ko_country_list list;
    uint32_t end = ko_countries_at(&d->text, 0, (uint32_t)d->text.n, &list);
    if ((end ? list.n : 0) != made[i].n)
      check_failures++, printf("%s: %d countries\n", made[i].text, end ? list.n : 0);
  }
  CHECK_TEXT(ko_country_name_of(ko_country_of_news()), "한국");
}

/* Words and phrases of any text follow one another and lie in it. */
static void test_pieces(void) {
  static const char *const piece[] = {
      "한서준 회장", "민도윤", "은 ", "과 ", "의 ", "를 ", "만나 ", "만났다. ", "한미",
      "·",           "(",      ")",   "“",   "”",   "\"",  "5일 ",  "지난달 ",  "오는 ",
      "직후 ",       "간 ",    "등 ", "않",  "\n",  "李",  "미 ",   "\xEA\xB0", "없다"};
  unsigned state = 7;
  for (int round = 0; round < 2000; round++) {
    char text[500];
    size_t n = fixture_pieces(piece, sizeof piece / sizeof *piece, &state, text, sizeof text);
    const ko_clauses *c = fixture_parsed(text, n, KO_NO_DAY);
    for (uint32_t k = 0; k < c->r->document->sentences.n; k++) {
      const ko_sentence s = ko_clauses_sentence(c, k);
      int at = 0;
      for (int i = 0; i < s.n_words; i++)
        CHECK(s.word[i].start <= s.word[i].end && s.word[i].end <= c->r->document->text.n);
      for (int i = 0; i < s.n_phrases; i++) {
        const ko_phrase *p = &s.phrase[i];
        CHECK(p->first >= at && p->first <= p->head && p->head < p->end && p->end <= s.n_words);
        CHECK(p->base >= 0 && p->base <= p->first);
        at = p->end;
      }
    }
  }
}

int main(void) {
  fixture_open();
  ko_buf_init(&drawn, &ko_mem_std);
  test_phrases();
  test_heads();
  test_countries();
  test_pieces();
  ko_buf_free(&drawn);
  fixture_close();
  return check_result();
}
