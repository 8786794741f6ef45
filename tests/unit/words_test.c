/* ext/extract/words: words looked up in tables, small questions about characters, tense, mentions. */
#include "fixture.h"
#include "extract/words/lookup.h"
#include "extract/words/mention.h"
#include "extract/words/scan.h"
#include "extract/words/tense.h"
#include "tables.h"

static const ko_document *analysed(const char *text) {
  return fixture_analysed(text, strlen(text));
}

static void test_lookup(void) {
  const ko_text *t = &analysed("박남궁 민수")->text;
  uint32_t at = 99;
  CHECK_TEXT(ko_surname_surname_of(ko_lookup(&ko_table_surname, t, 0, 1)), "박");
  CHECK(ko_lookup(&ko_table_surname, t, 0, 2) == -1 && ko_lookup(&ko_table_surname, t, 2, 2) == -1);
  CHECK_TEXT(ko_surname_surname_of(ko_lookup_ending(&ko_table_surname, t, 0, 3, &at)), "남궁");
  CHECK(at == 1);
  CHECK(ko_lookup_ending(&ko_table_surname, t, 2, 3, &at) == -1); /* 궁 */
  CHECK_TEXT(ko_surname_surname_of(ko_lookup_starting(&ko_table_surname, t, 1, 6, 0, &at)), "남궁");
  CHECK(at == 3);
  CHECK(ko_surname_surname_of(ko_lookup_starting(&ko_table_surname, t, 1, 2, 0, &at)) &&
        at == 2); /* 남 is one too, and 궁 beyond the limit */
  t = &analysed("남 궁이")->text;
  CHECK_TEXT(ko_surname_surname_of(ko_lookup_starting(&ko_table_surname, t, 0, 4, 1, &at)), "남궁");
  CHECK(at == 3);
}

static void test_scan(void) {
  const ko_document *d = analysed("서울에 눈이 왔다. 서울");
  uint32_t n = (uint32_t)d->text.n;
  CHECK(n == 13);
  CHECK(ko_ends_word(d, 2, n) && !ko_ends_word(d, 1, n));
  CHECK(ko_skip_space(d, 3, n) == 4 && ko_skip_space(d, 4, n) == 4);
  CHECK(ko_cp_at(d, 12, 12) == 0 && ko_cp_at(d, 99, 12) == 0);
  CHECK(ko_class_at(d, 12, 12) == KO_CLASS_SPACE);
  CHECK(ko_tag_at(d, 3) == -1 && ko_is_noun(ko_tag_at(d, 0)) && !ko_is_noun(-1));
  CHECK(ko_morpheme_at(d, n) == d->n);
  CHECK(ko_same_characters(&d->text, 0, 11, 2) && !ko_same_characters(&d->text, 0, 1, 2));
  CHECK(ko_stands_within(&d->text, (ko_span){11, 13}, (ko_span){0, 9}, 2));
  CHECK(!ko_stands_within(&d->text, (ko_span){11, 13}, (ko_span){0, 9}, 3)); /* too short */
  CHECK(!ko_stands_within(&d->text, (ko_span){0, 9}, (ko_span){11, 13}, 1));
}

static void test_tense(void) {
  static const struct {
    const char *text;
    ko_tense tense;
    int modifies;
  } one[] = {{"3일 서울에서 만났다.", KO_TENSE_PAST, 0},
             {"3일 서울에서 만난다.", KO_TENSE_FUTURE, 0},
             {"3일 서울에서 만날 예정이다.", KO_TENSE_FUTURE, 1},
             {"3일 서울에서 만나고 있다.", KO_TENSE_PRESENT, 0},
             {"3일 열린 회의", KO_TENSE_PAST, 1},
             {"3일 정상회담", KO_TENSE_NONE, 0},
             {"3일", KO_TENSE_NONE, 0}};
  for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
    int modifies = 9;
    ko_tense tense = ko_tense_after(analysed(one[i].text), 2, 0, &modifies);
    if (tense != one[i].tense || (tense != KO_TENSE_NONE && modifies != one[i].modifies))
      check_failures++, printf("%s: tense %d, modifies %d\n", one[i].text, (int)tense, modifies);
  }
}

static void test_mentions(void) {
  const ko_document *d = analysed("서울에서 부산까지");
  ko_mentions m;
  ko_mentions_init(&m, &ko_mem_std);
  CHECK(ko_mentions_add(&m, KO_MENTION_LOCATION, 5, 7, 0, 900) != NULL);
  CHECK(ko_mentions_add(&m, KO_MENTION_LOCATION, 0, 2, 0, 800) != NULL);
  CHECK(ko_mentions_sort(&m, d) == 0);
  CHECK(m.n == 2 && m.item[0].start == 0 && m.item[0].score == 800 && m.item[1].start == 5);
  CHECK(m.item[0].first == 0 && m.item[0].last == 1); /* 서울, without 에서 */
  CHECK(m.item[1].first == 2 && d->morph[m.item[1].first].start == 5);
  CHECK(m.item[0].value.known == 0 && m.item[0].title.start == m.item[0].title.end);
  ko_mentions_free(&m);
  CHECK_TEXT(ko_mention_type_name(KO_MENTION_PERSON), "person");
  CHECK_TEXT(ko_mention_type_name(KO_MENTION_ORDINAL), "ordinal");
}

/* Mentions of any order come into that of the text, and the work can be ended. */
static void test_order(void) {
  const ko_document *d = analysed("가나다라마바사아자차카타파하");
  ko_mentions m;
  unsigned state = 1;
  ko_mentions_init(&m, &ko_mem_std);
  for (size_t n = 0; n < 300; n++) {
    int in_order = 1;
    m.n = 0;
    for (size_t i = 0; i < n; i++) {
      uint32_t start;
      state = state * 1103515245 + 12345;
      start = i < n / 2 && n % 3 ? (uint32_t)(i * 13 / n) : (state >> 16) % 13;
      CHECK(ko_mentions_add(&m, (ko_mention_type)(state >> 20 & 3), start, start + 1, 0, (int)i) !=
            NULL);
    }
    CHECK(ko_mentions_sort(&m, d) == 0 && m.n == n);
    for (size_t i = 1; i < n; i++) {
      const ko_mention *a = &m.item[i - 1], *b = &m.item[i];
      in_order &= a->start < b->start ||
                  (a->start == b->start &&
                   (a->type < b->type || (a->type == b->type && a->score < b->score)));
    }
    CHECK(in_order);
  }
  ko_mentions_free(&m);
}

int main(void) {
  fixture_open();
  test_order();
  test_lookup();
  test_scan();
  test_tense();
  test_mentions();
  fixture_close();
  return check_result();
}
