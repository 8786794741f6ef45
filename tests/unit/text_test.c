/* ext/text: characters and their map back to the bytes, Hangul, romanization, the collation. */
#include <string.h>

#include "check.h"
#include "base/buf.h"
#include "text/chars.h"
#include "text/collate.h"
#include "text/hangul.h"
#include "text/keystrokes.h"
#include "text/romanize.h"

static ko_text text;
static ko_buf buf;

static void read_text(const char *s, size_t n) {
  ko_reader r;
  ko_reader_init(&r, s, n);
  ko_text_clear(&text);
  CHECK(ko_text_read(&text, &r, (size_t)-1) == 0);
}

static const char *normalized(const char *s, size_t n) {
  read_text(s, n);
  ko_buf_clear(&buf);
  for (size_t i = 0; i < text.n; i++) ko_buf_char(&buf, text.ch[i].cp);
  return ko_buf_text(&buf);
}

#define NORMAL(in, out) CHECK_TEXT(normalized(in, sizeof in - 1), out)

static void test_normalisation(void) {
  NORMAL("", "");
  NORMAL("가", "가");
  NORMAL("\u1100\u1161\u11A8", "각"); /* conjoining jamo */
  NORMAL("가\u11A8", "각");           /* a syllable and a final */
  NORMAL("\u11AB", "ㄴ");             /* a final alone is its letter */
  NORMAL("ＡＢ１２", "AB12");         /* full width */
  NORMAL("ﾡﾢ", "ㄱㄲ");               /* half width */
  NORMAL("㈜", "(주)");
  NORMAL("㎏", "kg");
  NORMAL("\uF9E1", "李");                 /* compatibility hanja */
  NORMAL("회\u00AD의\u200D록", "회의록"); /* soft hyphen, joiner */
  NORMAL("e\u0301", "é");
  NORMAL("·‧ㆍ", "·‧ㆍ");
  NORMAL("a\0b", "a"); /* what C sees of it; see test_bytes() */
}

static void test_map(void) {
  read_text("\u1112\u116C의 ㎏", strlen("\u1112\u116C의 ㎏"));
  CHECK(text.n == 5);
  CHECK(text.ch[0].cp == 0xD68C && text.ch[0].start == 0 && text.ch[0].end == 6); /* 회 */
  CHECK(text.ch[1].start == 6 && text.ch[1].end == 9);
  CHECK(text.ch[3].start == 10 && text.ch[4].start == 10 && text.ch[4].end == 13); /* k and g */
  read_text("회\u00AD의", strlen("회\u00AD의"));
  CHECK(text.n == 2 && text.ch[0].end == 3 && text.ch[1].start == 5);
}

/* Whatever the bytes are, characters cover rising stretches of them. */
static void check_cover(const char *s, size_t n) {
  read_text(s, n);
  for (size_t i = 0; i < text.n; i++) {
    CHECK(text.ch[i].start < text.ch[i].end && text.ch[i].end <= n);
    CHECK(i == 0 || text.ch[i].start >= text.ch[i - 1].start);
    CHECK(text.klass[i] <= KO_CLASS_SYMBOL);
  }
}

static void test_bytes(void) {
  unsigned state = 12345;
  char bytes[40];
  read_text("a\0b", 3);
  CHECK(text.n == 3 && text.klass[1] == KO_CLASS_SPACE);
  read_text("\xEA\xB0", 2); /* 가, cut off */
  CHECK(text.n == 1 && text.ch[0].cp == 0xFFFD && text.ch[0].end == 2);
  read_text("\xED\xA0\x80", 3); /* a surrogate */
  CHECK(text.n == 1 && text.ch[0].cp == 0xFFFD);
  read_text("\xC0\x80\xF8\x88\x80\x80\x80\xFF", 8);
  CHECK(text.n == 3);
  for (int round = 0; round < 20000; round++) {
    size_t n = 0;
    for (; n < sizeof bytes; n++) {
      state = state * 1103515245 + 12345;
      bytes[n] = (char)(state >> 16);
      if (state & 0x4000) bytes[n] = (char)(0xE1 + (state >> 24) % 13); /* lead bytes of Korean */
    }
    check_cover(bytes, n);
  }
}

static void test_hangul(void) {
  CHECK(ko_syllable(ko_initial(0xD55C), ko_vowel(0xD55C), ko_final(0xD55C)) == 0xD55C);
  CHECK(ko_initial_letter(ko_initial(0xD55C)) == 0x314E); /* 한: ㅎ */
  CHECK(ko_final_letter(ko_final(0xD55C)) == 0x3134);     /* ㄴ */
}

static const char *roman(const char *s) {
  read_text(s, strlen(s));
  ko_buf_clear(&buf);
  CHECK(ko_romanize(&text, NULL, &buf) == 0);
  return ko_buf_text(&buf);
}

static void test_romanize(void) {
  static const char *const pair[][2] = {
      /* examples of the rule itself and of road signs */
      {"구미", "gumi"},         {"영동", "yeongdong"}, {"백암", "baegam"},
      {"옥천", "okcheon"},      {"합덕", "hapdeok"},   {"호법", "hobeop"},
      {"월곶", "wolgot"},       {"벚꽃", "beotkkot"},  {"한밭", "hanbat"},
      {"구리", "guri"},         {"설악", "seorak"},    {"칠곡", "chilgok"},
      {"임실", "imsil"},        {"울릉", "ulleung"},   {"대관령", "daegwallyeong"},
      {"백마", "baengma"},      {"종로", "jongno"},    {"왕십리", "wangsimni"},
      {"별내", "byeollae"},     {"신라", "silla"},     {"해돋이", "haedoji"},
      {"같이", "gachi"},        {"좋고", "joko"},      {"놓다", "nota"},
      {"독립문", "dongnimmun"}, {"좋소", "joso"},      {"많소", "manso"},
      {"많다", "manta"},        {"싫고", "silko"},     {"닫히다", "dachida"},
      {"맏형", "mathyeong"},    {"서울 2", "seoul 2"}, {"", ""}};
  for (size_t i = 0; i < sizeof pair / sizeof *pair; i++) CHECK_TEXT(roman(pair[i][0]), pair[i][1]);
}

static int order(const void *collator, const char *a, const char *b) {
  int result;
  CHECK(ko_collate(collator, a, (int)strlen(a), b, (int)strlen(b), &result) == 0);
  return result;
}

static void test_collation(void) {
  const char *error;
  void *c = ko_collator_open(&error);
  CHECK(c != NULL && error == NULL);
  CHECK(order(c, "가", "나") < 0);
  CHECK(order(c, "가", "가") == 0);
  CHECK(order(c, "각", "가나") > 0);
  CHECK(order(c, "\u1100\u1161", "가") != 0); /* equal letters, other bytes */
  CHECK(order(c, "\u1100\u1161", "나") < 0);
  CHECK(order(c, "", "가") < 0);
  ko_collator_close(c);
}

/* ---- keys ---- */

/* What keys make up, as UTF-8; "" for nothing. */
static const char *composed(const char *keys) {
  static char out[200];
  uint32_t c[40];
  size_t n = ko_keys_compose(keys, strlen(keys), c), bytes = 0;
  for (size_t i = 0; i < n; i++) bytes += ko_encode(c[i], out + bytes);
  out[bytes] = 0;
  return out;
}

static int count_near(void *arg, const uint32_t *c, size_t n) {
  const uint32_t *wanted = arg;
  return n == 2 && c[0] == wanted[0] && c[1] == wanted[1] ? 1 : 0;
}

static void test_keys(void) {
  char keys[KO_MOST_KEYS];
  uint32_t word[2] = {0xAC04, 0xC544} /* 간아 */, gana[2] = {0xAC00, 0xB098},
           other[2] = {0xB2ED, 0xAC00};
  CHECK_TEXT(composed("tkatjd"), "삼성");
  CHECK_TEXT(composed("ekfrrhk"), "닭과");
  CHECK_TEXT(composed("ekfrdl"), "닭이");
  CHECK_TEXT(composed("dksgrh"), "않고");
  CHECK_TEXT(composed("QkEk"), "빠따");
  CHECK_TEXT(composed("rkE"), ""); /* ㄸ ends no syllable */
  CHECK_TEXT(composed("apple"), "");
  CHECK_TEXT(composed(""), "");
  for (uint32_t c = 0xAC00; c <= 0xD7A3; c++) { /* every syllable there and back */
    uint32_t back[KO_MOST_KEYS];
    size_t n = ko_keys_of(c, keys);
    if (ko_keys_compose(keys, n, back) != 1 || back[0] != c) {
      CHECK(!"a syllable is other keys");
      break;
    }
  }
  CHECK(ko_keys_of('a', keys) == 0 && ko_keys_of(0x3133, keys) == 2); /* ㄳ */
  CHECK(ko_near_each(word, 2, count_near, gana) == 1);                /* a key too many */
  CHECK(ko_near_each(word, 2, count_near, other) == 0);
  CHECK(ko_near_each(word, 2, count_near, word) == 0);
}

int main(void) {
  ko_text_init(&text, &ko_mem_std);
  ko_buf_init(&buf, &ko_mem_std);
  test_normalisation();
  test_map();
  test_bytes();
  test_hangul();
  test_romanize();
  test_keys();
  test_collation();
  ko_text_free(&text);
  ko_buf_free(&buf);
  return check_result();
}
