/* ext/morph/own: words of one's own in the lattice, in documents and in search terms. */
#include "fixture.h"
#include "morph/own.h"
#include "morph/tagset.h"
#include "morph/terms.h"

static ko_own own;

/* Add a word; `cuts` as in ko_own_word, and exact unless 0. */
static ko_own_word *add(const char *word, ko_own_type type, uint16_t cuts) {
  ko_text t;
  ko_reader r;
  int32_t i;
  ko_text_init(&t, &ko_mem_std);
  ko_reader_init(&r, word, strlen(word));
  CHECK(ko_text_read(&t, &r, (size_t)-1) == 0);
  i = ko_own_add(&own, t.ch, t.n);
  CHECK(i >= 0);
  ko_own_set_type(&own, i, type);
  own.word[i].cuts = cuts;
  own.word[i].exact = cuts != 0;
  ko_text_free(&t);
  return &own.word[i];
}

/* The morphemes of a text, as "form/tag form/tag". */
static const char *morphemes(const char *text) {
  static char out[1000];
  const ko_document *d;
  ko_buf b;
  fixture_document.own = &own;
  d = fixture_analysed(text, strlen(text));
  fixture_document.own = NULL;
  ko_buf_init(&b, &ko_mem_std);
  for (size_t i = 0; i < d->n; i++) {
    if (i) ko_buf_str(&b, " ");
    ko_document_form(d, &d->morph[i], &b);
    ko_buf_str(&b, "/");
    ko_buf_str(&b, ko_tag_name(d->morph[i].tag));
  }
  snprintf(out, sizeof out, "%s", ko_buf_text(&b));
  ko_buf_free(&b);
  return out;
}

/* The terms of a run, as "one +two": a sign before those that share a position. */
static const char *terms(const char *run, ko_purpose purpose) {
  static char out[1000];
  ko_terms t;
  ko_text text;
  ko_reader r;
  size_t n = 0;
  ko_terms_init(&t, &fixture_model, &ko_mem_std);
  ko_text_init(&text, &ko_mem_std);
  ko_reader_init(&r, run, strlen(run));
  CHECK(ko_text_read(&text, &r, (size_t)-1) == 0);
  t.lattice.own = &own;
  CHECK(ko_terms_run(&t, &text, 0, text.n, KO_RIGHT_ALONE, purpose) == 0);
  out[0] = 0;
  for (size_t i = 0; i < t.n; i++)
    n += (size_t)snprintf(out + n, sizeof out - n, "%s%s%.*s", i ? " " : "",
                          t.term[i].colocated ? "+" : "", (int)t.term[i].n,
                          t.text.data + t.term[i].at);
  ko_terms_free(&t);
  ko_text_free(&text);
  return out;
}

static void test_lattice(void) {
  CHECK_TEXT(morphemes("두리모아가 왔다"), "두리/NNG 모아/NNG 가/JKS 오/VV 았/EP 다/EF");
  add("두리모아", KO_OWN_PRODUCT, 0);
  add("오픈AI", KO_OWN_ORGANIZATION, 0);
  add("K-2", KO_OWN_NAME, 0);
  CHECK_TEXT(morphemes("두리모아가 왔다"), "두리모아/NNP 가/JKS 오/VV 았/EP 다/EF");
  CHECK_TEXT(morphemes("오픈ai는"), "오픈ai/NNP 는/JX");
  CHECK_TEXT(morphemes("K-2를"), "K-2/NNP 를/JKO");
  CHECK_TEXT(morphemes("K-29"), "K/SL -/SO 29/SN"); /* no word ends inside a number */
}

/* Short words stay out of what stands around them; a noun of the dictionary can be listed too. */
static void test_short(void) {
  add("정은", KO_OWN_PERSON, 0);
  add("대한", KO_OWN_NAME, 0);
  add("다음", KO_OWN_PRODUCT, 0);
  CHECK_TEXT(morphemes("김정은은"), "김정은/NNP 은/JX");
  CHECK_TEXT(morphemes("정은이"), "정은/NNP 이/JKS");
  CHECK_TEXT(morphemes("그에 대한 말"), "그/NP 에/JKB 대하/VV ㄴ/ETM 말/NNG");
  CHECK_TEXT(morphemes("다음을"), "다음/NNP 을/JKO");
}

static void test_terms(void) {
  ko_own_word *w;
  CHECK_TEXT(terms("두리모아에서는", KO_TO_INDEX), "두리모아");
  w = add("새빛대", KO_OWN_ORGANIZATION, 1 << 2);
  CHECK_TEXT(terms("새빛대에", KO_TO_INDEX), "새빛 +새빛대 대");
  CHECK_TEXT(terms("새빛대", KO_ASKED_WORD), "새빛 +새빛대 대");
  w->widened = 1;
  CHECK_TEXT(terms("새빛대", KO_ASKED_WORD), "새빛대");
  CHECK_TEXT(terms("새빛대에", KO_TO_INDEX), "새빛 +새빛대 대");
}

static void test_adding(void) {
  size_t n = own.n;
  CHECK(add("두리모아", KO_OWN_PERSON, 0)->type == KO_OWN_PERSON && own.n == n);
  CHECK(add("\xF0\x9F\x8C\xB1", KO_OWN_NAME, 0)->n == 1); /* a character beyond U+FFFF */
}

int main(void) {
  fixture_open();
  ko_own_init(&own, &fixture_model, &ko_mem_std);
  test_lattice();
  test_short();
  test_terms();
  test_adding();
  ko_own_free(&own);
  fixture_close();
  return check_result();
}
