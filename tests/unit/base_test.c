/* ext/base: buffers, maps, arenas and tables, and what they do when memory runs out. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "base/map.h"
#include "tables.h"

/* An allocator that gives `left` times and then no more, and counts what is out. */
typedef struct meter {
  int left, blocks;
} meter;

static void *meter_resize(void *ctx, void *p, size_t n) {
  meter *m = ctx;
  if (m->left-- <= 0) return NULL;
  m->blocks += p == NULL;
  return realloc(p, n);
}
static void meter_release(void *ctx, void *p) {
  ((meter *)ctx)->blocks -= p != NULL;
  free(p);
}

static void test_memory(void) {
  meter out = {0, 0};
  ko_mem mem = {meter_resize, meter_release, NULL, &out};
  int *item = NULL;
  size_t cap = 0;
  CHECK(ko_alloc(&ko_mem_std, 0) == NULL);
  CHECK(ko_grow(&mem, &item, &cap, 1, sizeof *item) == -1 && item == NULL && cap == 0);
  out.left = 1;
  CHECK(ko_grow(&mem, &item, &cap, 1, sizeof *item) == 0 && item != NULL && cap >= 1);
  item[0] = 7;
  CHECK(ko_grow(&mem, &item, &cap, cap + 1, sizeof *item) == -1 && item[0] == 7);
  out.left = 1;
  CHECK(ko_grow(&mem, &item, &cap, SIZE_MAX, sizeof *item) == -1); /* the size overflows */
  CHECK(ko_grow(&mem, &item, &cap, SIZE_MAX / sizeof *item, sizeof *item) == -1 && out.left == 1);
  CHECK(ko_grow(&mem, &item, &cap, cap, sizeof *item) == 0 && out.left == 1); /* room enough */
  ko_free(&mem, item);
  ko_free(&mem, NULL);
  CHECK(out.blocks == 0);
}

static void test_buffer(void) {
  meter out = {1, 0};
  ko_mem mem = {meter_resize, meter_release, NULL, &out};
  ko_buf b;
  ko_buf_init(&b, &mem);
  ko_buf_str(&b, "한");
  ko_buf_char(&b, 0x20AC);
  ko_buf_int(&b, -9223372036854775807LL - 1);
  CHECK(b.failed == (b.cap < 29)); /* one allocation was to be had */
  out.left = 100;
  ko_buf_clear(&b);
  ko_buf_str(&b, "한");
  ko_buf_char(&b, 0x1F600);
  ko_buf_int(&b, -9223372036854775807LL - 1);
  CHECK_TEXT(ko_buf_text(&b), "한😀-9223372036854775808");
  out.left = 0;
  for (int i = 0; i < 10000; i++) ko_buf_str(&b, "xyz");
  CHECK(b.failed);
  CHECK_TEXT(ko_buf_text(&b), ""); /* half a text is none */
  out.left = 100;
  ko_buf_str(&b, "later");
  CHECK(b.failed); /* it stays so until the buffer is cleared */
  ko_buf_clear(&b);
  ko_buf_str(&b, "later");
  CHECK_TEXT(ko_buf_text(&b), "later");
  ko_buf_free(&b);
  CHECK(out.blocks == 0);
}

static void test_encode(void) {
  static const struct {
    uint32_t cp;
    const char *bytes;
  } one[] = {{'a', "a"},
             {0x7F, "\x7F"},
             {0x80, "\xC2\x80"},
             {0x7FF, "\xDF\xBF"},
             {0x800, "\xE0\xA0\x80"},
             {0xD7A3, "힣"},
             {0xFFFF, "\xEF\xBF\xBF"},
             {0x10000, "\xF0\x90\x80\x80"},
             {0x10FFFF, "\xF4\x8F\xBF\xBF"}};
  for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
    char out[5] = {0};
    CHECK(ko_encode(one[i].cp, out) == strlen(one[i].bytes));
    CHECK_TEXT(out, one[i].bytes);
  }
}

static void test_map(void) {
  meter out = {1000, 0};
  ko_mem mem = {meter_resize, meter_release, NULL, &out};
  ko_map m;
  char key[20];
  ko_map_init(&m, &mem);
  CHECK(ko_map_get(&m, "", 0) == KO_MAP_NONE);
  for (int i = 0; i < 5000; i++) {
    int n = snprintf(key, sizeof key, "%d", i);
    CHECK(ko_map_put(&m, key, (size_t)n, i) == 0);
    CHECK(2 * m.n <= m.cap); /* room to spare, or a search for what is not there never ends */
  }
  CHECK(ko_map_put(&m, "", 0, -1) == 0 && ko_map_put(&m, "a\0b", 3, -2) == 0);
  CHECK(ko_map_put(&m, "17", 2, 4711) == 0 && m.n == 5002); /* a key that is there */
  for (int i = 0; i < 5000; i++) {
    int n = snprintf(key, sizeof key, "%d", i);
    CHECK(ko_map_get(&m, key, (size_t)n) == (i == 17 ? 4711 : i));
  }
  CHECK(ko_map_get(&m, "", 0) == -1 && ko_map_get(&m, "a\0b", 3) == -2);
  CHECK(ko_map_get(&m, "a", 1) == KO_MAP_NONE && ko_map_get(&m, "5000", 4) == KO_MAP_NONE);
  out.left = 0;
  for (int i = 5000, failed = 0; i < 20000 && !failed; i++) {
    int n = snprintf(key, sizeof key, "%d", i);
    failed = ko_map_put(&m, key, (size_t)n, i);
    if (failed)
      CHECK(ko_map_get(&m, key, (size_t)n) == KO_MAP_NONE);
    else
      CHECK(i < 19999);
  }
  CHECK(ko_map_get(&m, "4999", 4) == 4999); /* what was there is there still */
  ko_map_free(&m);
  ko_map_free(&m);
  CHECK(out.blocks == 0);
}

static void test_arena(void) {
  meter out = {1000, 0};
  ko_mem mem = {meter_resize, meter_release, NULL, &out};
  ko_arena a;
  unsigned char *last = NULL;
  ko_arena_init(&a, &mem);
  ko_arena_reset(&a); /* nothing yet */
  for (size_t n = 1; n < 40000; n = n * 2 + 1) {
    unsigned char *p = ko_arena_alloc(&a, n);
    CHECK(p != NULL && (uintptr_t)p % 8 == 0);
    if (p) memset(p, 0xAB, n);
    CHECK(!last || *last == 0xAB);
    last = p;
  }
  CHECK(ko_arena_alloc(&a, SIZE_MAX) == NULL && ko_arena_alloc(&a, SIZE_MAX - 6) == NULL);
  ko_arena_reset(&a);
  CHECK(out.blocks == 1); /* the first block stays */
  out.left = 0;
  CHECK(ko_arena_alloc(&a, 100) != NULL && ko_arena_alloc(&a, 100000) == NULL);
  CHECK(ko_arena_alloc(&a, 100) != NULL);
  ko_arena_free(&a);
  ko_arena_free(&a);
  CHECK(out.blocks == 0);
}

static int find(const char *key) {
  return ko_table_find(&ko_table_surname, key, strlen(key));
}

static void test_tables(void) {
  int kim = find("김");
  size_t length = 99;
  CHECK(kim >= 0 && ko_table_next(&ko_table_surname, kim) == -1);
  CHECK_TEXT(ko_surname_surname_of(kim), "김");
  CHECK(find("김밥") == -1 && find("") == -1 && find("\xEA\xB9") == -1 && find("\xFF\xFF") == -1);
  CHECK(ko_table_find(&ko_table_surname, "김\0", 4) == -1); /* a NUL is in no word */
  CHECK(ko_table_longest(&ko_table_surname, "남궁민수", 12, &length) == find("남궁") &&
        length == 6);
  CHECK(ko_table_longest(&ko_table_surname, "김", 2, &length) == -1 && length == 0); /* cut off */
  CHECK(ko_table_longest(&ko_table_surname, "", 0, &length) == -1 && length == 0);
  CHECK_TEXT(ko_surname_surname_of(-1), ""); /* a row that is not there can be asked */
  CHECK(ko_lexeme_row(0, &ko_table_surname) == -1 && ko_lexicon_find("없는 말", 10) == 0);
  for (int row = 0; row < ko_table_surname.rows; row++) { /* each row is found by its own key */
    int first = find(ko_surname_surname_of(row));
    while (first >= 0 && first != row) first = ko_table_next(&ko_table_surname, first);
    CHECK(first == row);
  }
}

int main(void) {
  test_memory();
  test_buffer();
  test_encode();
  test_map();
  test_arena();
  test_tables();
  return check_result();
}
