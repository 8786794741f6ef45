/* ext/morph: the dictionary image, whole and damaged; documents, read again and again by one
** worker; search terms that do not depend on what stands around a word. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "morph/analyser.h"
#include "morph/document.h"
#include "morph/tagset.h"
#include "morph/tokens.h"
#include "tables.h"

extern const unsigned char ko_image_data[], ko_image_end[];

static ko_buf buf;

/* The morphemes of a text: 나/NP 는/JX ... */
static const char *analysed(ko_document *d, const char *text) {
  ko_buf_clear(&buf);
  CHECK(ko_document_read(d, text, strlen(text)) == 0);
  CHECK(ko_document_analyse(d) == 0);
  for (size_t i = 0; i < d->n; i++) {
    if (i) ko_buf_str(&buf, " ");
    ko_document_form(d, &d->morph[i], &buf);
    ko_buf_str(&buf, "/");
    ko_buf_str(&buf, ko_tag_name(d->morph[i].tag));
  }
  return ko_buf_text(&buf);
}

static void test_document(const ko_model *model) {
  static const char *const text[] = {"나는 학교에 갔다.",     "",         "가",
                                     "눈이 왔다. 비도 왔다!", "\xEA\xB0", "K9 10% 李"};
  enum { N = sizeof text / sizeof *text };
  ko_document used, fresh;
  ko_worker worker, new_worker;
  char first[400];
  ko_worker_init(&worker, model, &ko_mem_std);
  ko_document_init(&used, &worker);
  for (int round = 0; round < 2; round++) /* a worker used before gives what a new one gives */
    for (int i = 0; i < N; i++) {
      ko_worker_init(&new_worker, model, &ko_mem_std);
      ko_document_init(&fresh, &new_worker);
      snprintf(first, sizeof first, "%s", analysed(&fresh, text[i]));
      CHECK_TEXT(analysed(&used, text[i]), first);
      ko_document_free(&fresh);
      ko_worker_free(&new_worker);
    }
  CHECK_TEXT(analysed(&used, text[0]), "나/NP 는/JX 학교/NNG 에/JKB 가/VV 았/EP 다/EF ./SF");
  CHECK_TEXT(analysed(&used, ""), "");
  CHECK_TEXT(analysed(&used, " \n\t "), "");
  ko_document_free(&used);
  ko_worker_free(&worker);
}

/* ---- search terms ---- */

static int gather(void *arg, int colocated, const char *text, size_t n, size_t start, size_t end) {
  ko_buf *out = arg;
  CHECK(start < end);
  if (out->n) ko_buf_str(out, colocated ? "," : " ");
  ko_buf_add(out, text, n);
  return 0;
}

static const char *terms(ko_tokens *t, const char *text, int is_query) {
  ko_buf_clear(&buf);
  CHECK(ko_tokens_run(t, text, strlen(text), is_query, gather, &buf) == 0);
  return ko_buf_text(&buf);
}

static int stop_at_second(void *arg, int colocated, const char *text, size_t n, size_t start,
                          size_t end) {
  (void)colocated, (void)text, (void)n, (void)start, (void)end;
  return ++*(int *)arg == 2 ? 77 : 0;
}

static void test_terms(const ko_model *model) {
  /* a word, and what may stand around it */
  static const char *const word[] = {"회의록을", "아이스크림", "표현입니당",
                                     "이끌었다", "삼성전자가", "허미미는",
                                     "大學生",   "北韓",       "韓中日"};
  static const char *const around[][2] = {{"", ""},     {"그는 ", ""}, {"", " 보았다"}, {"(", ")"},
                                          {"\"", "\""}, {"", "."},     {"10% ", ", 3"}};
  ko_tokens t;
  int count = 0;
  ko_tokens_init(&t, model, &ko_mem_std);
  for (size_t i = 0; i < sizeof word / sizeof *word; i++) {
    char alone[200], text[200];
    snprintf(alone, sizeof alone, "%s", terms(&t, word[i], 0));
    for (size_t k = 0; k < sizeof around / sizeof *around; k++) {
      snprintf(text, sizeof text, "%s%s%s", around[k][0], word[i], around[k][1]);
      if (!strstr(terms(&t, text, 0), alone))
        check_failures++, printf("%s: %s, alone %s\n", text, ko_buf_text(&buf), alone);
    }
  }
  CHECK_TEXT(terms(&t, "K9 GDDR7 1,000 3.5 C# C++ a-b", 0), "k9 gddr7 1000 3.5 c# c++ a b");
  CHECK_TEXT(terms(&t, "", 1), "");
  CHECK_TEXT(terms(&t, "… \"(*", 1), "");
  CHECK(ko_tokens_run(&t, "a b c", 5, 0, stop_at_second, &count) == 77 && count == 2);
  ko_tokens_free(&t);
}

/* What a query with the text asks for stands in a document with it, at the same positions. */
static void test_asked(const ko_model *model) {
  static const struct {
    const char *text, *indexed, *asked;
  } item[] = {
      {"대출이자", "대출 이자", "대출 이자"}, /* nouns side by side, though 이자 ends words too */
      {"제한속도", "제한,제한속 속도", "제한 속도"},
      {"국빈만찬", "국빈 만찬,차다", "국빈 만찬"},
      {"삼성동의", "삼성동,동의", "삼성동"},        /* a noun and its particle */
      {"만나", "만나다", "만나"},                   /* typed by itself: a noun */
      {"장관 만나 ", "장관 만나다", "장관 만나다"}, /* in a text: a verb */
      {"14%에", "14%,14", "14%"},                   /* what no document has is not asked for */
      {"에", "", "에"},                             /* unless there is nothing else */
      {"알려졌다", "알리다,알려지다", "알려지다"},  /* one of several at a position */
      {"기대되다", "기대,기대되다", "기대되다"},    /* a verb in dictionary form */
      {"=이끌었다", "이끌다", "이끌었다"},          /* one term as it stands */
      {"李대통령은 北에", "이 대통령 북,북한", "이 대통령 북,북한"},
  };
  ko_tokens t;
  ko_tokens_init(&t, model, &ko_mem_std);
  for (size_t i = 0; i < sizeof item / sizeof *item; i++) {
    CHECK_TEXT(terms(&t, item[i].text, 0), item[i].indexed);
    CHECK_TEXT(terms(&t, item[i].text, 1), item[i].asked);
  }
  ko_tokens_free(&t);
}

/* ---- damaged images ---- */

static void test_damage(void) {
  size_t n = (size_t)(ko_image_end - ko_image_data), headers = 16 + 12 * KO_SEC_LAST;
  unsigned char *copy = malloc(n);
  unsigned state = 99;
  int refused = 0;
  CHECK(copy != NULL);
  if (!copy) return;
  memcpy(copy, ko_image_data, n);
  for (size_t cut = 0; cut < n; cut = cut * 3 + 7) {
    ko_model m;
    CHECK(ko_model_open(&m, copy, cut) != NULL);
  }
  for (int round = 0; round < 60; round++) {
    ko_model m;
    ko_document d;
    ko_worker w;
    size_t at[8];
    for (int i = 0; i < 8; i++) {
      state = state * 1103515245 + 12345;
      at[i] = (state >> 4) % (round % 2 ? headers : n);
      copy[at[i]] ^= (unsigned char)(1u << (state >> 16) % 8);
    }
    if (ko_model_open(&m, copy, n)) {
      refused++;
    } else { /* wrong words are no harm; a read outside the image is, and the sanitizer sees it */
      ko_worker_init(&w, &m, &ko_mem_std);
      ko_document_init(&d, &w);
      analysed(&d, "그는 李 장관과 10일 서울에서 만났다고 한빛일보가 보도했다.");
      ko_document_free(&d);
      ko_worker_free(&w);
    }
    for (int i = 0; i < 8; i++) copy[at[i]] = ko_image_data[at[i]];
  }
  CHECK(refused > 10);
  free(copy);
}

/* ---- spelling ---- */

/* Rows of more syllables than are looked at, or of a cost that a word cannot have, would do nothing. */
static void test_spelling_rows(void) {
  for (int row = 0; row < ko_table_spelling.rows; row++) {
    CHECK(strlen(ko_spelling_typed_of(row)) <= 3 * 4);
    CHECK(strlen(ko_spelling_meant_of(row)) <= 3 * KO_MAX_SPELT);
    CHECK(abs(ko_spelling_cost_of(row)) <= 5000);
  }
}

int main(void) {
  ko_model model;
  ko_buf_init(&buf, &ko_mem_std);
  CHECK(ko_model_open(&model, ko_image_data, (size_t)(ko_image_end - ko_image_data)) == NULL);
  test_document(&model);
  test_terms(&model);
  test_asked(&model);
  test_damage();
  test_spelling_rows();
  ko_buf_free(&buf);
  return check_result();
}
