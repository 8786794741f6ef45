/* ext/extract/names: people and organisations, one entity for all mentions of one; and a model of names
** that is damaged. */
#include <stdlib.h>

#include "fixture.h"
#include "extract/names/names.h"

extern const unsigned char ko_names_data[], ko_names_end[];

static int n_mentions(const ko_reading *r, int entity) {
  int n = 0;
  for (size_t i = 0; i < r->mentions.n; i++) n += r->mentions.item[i].entity == entity;
  return n;
}

static void test_entities(void) {
  static const char text[] = "정한별 한빛전자 회장은 12일 서울에서 기자간담회를 열었다. 정 회장은 "
                             "투자를 늘리겠다고 말했다.";
  const ko_reading *r = fixture_read(text, sizeof text - 1, KO_NO_DAY);
  int person = -1;
  for (size_t i = 0; i < r->n_entities; i++)
    if (strcmp(r->entity[i].name, "정한별") == 0) person = (int)i;
  CHECK(person >= 0);
  if (person < 0) return;
  CHECK(r->entity[person].type == KO_MENTION_PERSON && n_mentions(r, person) == 2);
  CHECK_TEXT(fixture_text(r->entity[person].title.start, r->entity[person].title.end), "회장");
  CHECK_TEXT(fixture_text(r->entity[person].organization.start, r->entity[person].organization.end),
             "한빛전자");
  CHECK(ko_reading_from(r, 0) == 0 &&
        ko_reading_from(r, (uint32_t)r->document->text.n) == r->mentions.n);
}

/* Mentions lie in the text, in order, without overlap; entities are theirs and theirs alone. */
static void check_reading(const ko_reading *r) {
  for (size_t i = 0; i < r->mentions.n; i++) {
    const ko_mention *m = &r->mentions.item[i];
    CHECK(m->start < m->end && m->end <= r->document->text.n && (i == 0 || m[-1].end <= m->start));
    CHECK(m->first <= m->last && m->last <= r->document->n && m->score >= 0 && m->score <= 1000);
    CHECK(fixture_holds(m->title) && fixture_holds(m->organization));
    CHECK(ko_is_name(m->type) ? m->entity >= 0 && m->entity < (int)r->n_entities : m->entity == -1);
  }
  for (size_t i = 0; i < r->n_entities; i++)
    CHECK(n_mentions(r, (int)i) > 0 && r->entity[i].name && *r->entity[i].name);
  for (size_t i = 0; i < r->n_offices; i++)
    CHECK(fixture_holds(r->office[i].title) &&
          r->mentions.item[r->office[i].mention].type == KO_MENTION_PERSON);
}

static void test_pieces(void) {
  static const char *const piece[] = {
      "한서준", "한",     "민도윤",  " ",     " ",        "회장", "한빛전자",  "그룹",
      "(",      ")",      "·",       ",",     "은 ",      "이 ",  "와 ",       "씨",
      "전 ",    "대통령", "李",      "美",    "장관",     "측",   "샘 올트먼", "올트먼",
      "CEO",    "(왼쪽)", "서울",    "에서 ", "말했다. ", "\n",   "『",        "\"",
      "의원",   "\xEB",   "기자 = ", "3일 ",  "김",       "이"};
  unsigned state = 3;
  for (int round = 0; round < 1500; round++) {
    char text[500];
    size_t n = fixture_pieces(piece, sizeof piece / sizeof *piece, &state, text, sizeof text);
    check_reading(fixture_read(text, n, KO_NO_DAY));
  }
}

/* A damaged model is refused, or finds other names; it is never read beyond its end. */
static void test_damage(void) {
  static const char text[] = "정한별 한빛전자 회장과 안나 베르그 독일 총리가 베를린에서 만났다.";
  const ko_document *d = fixture_analysed(text, sizeof text - 1);
  size_t n = (size_t)(ko_names_end - ko_names_data);
  unsigned char *copy = malloc(n);
  unsigned state = 17;
  int refused = 0;
  ko_name_model m;
  if (!copy) return;
  memcpy(copy, ko_names_data, n);
  CHECK(ko_name_model_open(&m, copy, n) == NULL);
  for (size_t cut = 0; cut < n; cut = cut * 3 + 1) CHECK(ko_name_model_open(&m, copy, cut) != NULL);
  for (int round = 0; round < 400; round++) {
    size_t at = round < 300 ? (size_t)round % sizeof(ko_name_header) : (state >> 4) % n;
    unsigned char bit;
    state = state * 1103515245 + 12345;
    bit = (unsigned char)(1u << (state >> 16) % 8);
    copy[at] ^= bit;
    if (ko_name_model_open(&m, copy, n)) {
      refused++;
    } else {
      ko_mentions out;
      ko_mentions_init(&out, &ko_mem_std);
      CHECK(ko_name_model_find(&m, d, &out) == 0);
      for (size_t i = 0; i < out.n; i++)
        CHECK(out.item[i].start < out.item[i].end && out.item[i].end <= d->text.n);
      ko_mentions_free(&out);
    }
    copy[at] ^= bit;
  }
  CHECK(refused > 20);
  free(copy);
}

int main(void) {
  fixture_open();
  test_entities();
  test_pieces();
  test_damage();
  fixture_close();
  return check_result();
}
