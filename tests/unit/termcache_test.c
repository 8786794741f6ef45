/* ext/morph/termcache: what the cache gives, however small or full, is what an analysis gives. */
#include "fixture.h"
#include "morph/termcache.h"

extern const unsigned char ko_ready_data[], ko_ready_end[];

static const char *const noun[] = {"정부", "삼성전자", "국회의원", "김민수", "번째", "한국인",
                                   "명",   "만원",     "지하철",   "훕바라", "사람", "대책위원회"};
static const char *const ending[] = {"", "은", "에서", "했다", "하는", "가량", "들이", "이라고도"};
enum { N_NOUNS = sizeof noun / sizeof *noun, N_ENDINGS = sizeof ending / sizeof *ending };

static int same(const ko_terms *a, const ko_terms *b) {
  if (a->n != b->n || a->counted != b->counted || a->counted_less != b->counted_less) return 0;
  for (size_t i = 0; i < a->n; i++) {
    const ko_term *x = &a->term[i], *y = &b->term[i];
    if (x->start != y->start || x->end != y->end || x->colocated != y->colocated || x->n != y->n ||
        memcmp(a->text.data + x->at, b->text.data + y->at, x->n) != 0)
      return 0;
  }
  return 1;
}

/* Ask for some thousand runs of some hundred different ones, behind everything that a run may follow. */
static void run_all(ko_termcache *c, ko_terms *cached, ko_terms *fresh) {
  ko_text text;
  ko_text_init(&text, &ko_mem_std);
  for (unsigned i = 0; i < 4000; i++) {
    unsigned k = i * 2654435761u >> 8, before = KO_RIGHT_ALONE + k / 512 % 4;
    char run[100];
    ko_reader reader;
    snprintf(run, sizeof run, "다음%s%s", noun[k % N_NOUNS], ending[k / 16 % N_ENDINGS]);
    ko_text_clear(&text);
    ko_reader_init(&reader, run + (k & 6 ? 6 : 0), strlen(run) - (k & 6 ? 6 : 0));
    CHECK(ko_text_read(&text, &reader, (size_t)-1) == 0);
    CHECK(ko_terms_run(fresh, &text, 0, text.n, before, KO_TO_INDEX) == 0);
    CHECK(ko_termcache_run(c, cached, &text, 0, text.n, before) == 0);
    if (!same(cached, fresh)) check_failures++, printf("%s behind %u: other terms\n", run, before);
  }
  ko_text_free(&text);
}

int main(void) {
  static const size_t limits[] = {0, 1000, 3000, 20000, KO_CACHE_LIMIT};
  ko_terms cached, fresh;
  fixture_open();
  ko_terms_init(&cached, &fixture_model, &ko_mem_std);
  ko_terms_init(&fresh, &fixture_model, &ko_mem_std);
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
    for (int ready = 0; ready < 2; ready++) {
      ko_termcache c;
      ko_termcache_init(&c, &ko_mem_std);
      ko_termcache_limit(&c, limits[i]);
      if (ready)
        CHECK(ko_termstore_open(&c.ready, ko_ready_data, (size_t)(ko_ready_end - ko_ready_data)));
      run_all(&c, &cached, &fresh);
      cached.decompound = fresh.decompound = KO_DECOMPOUND_NONE; /* forgets what it has */
      run_all(&c, &cached, &fresh);
      cached.decompound = fresh.decompound = KO_DECOMPOUND_DISCARD;
      CHECK(c.young.cap_data + c.old.cap_data +
                (c.young.n_index + c.old.n_index) * sizeof *c.young.index <=
            limits[i]);
      ko_termcache_free(&c);
    }
  ko_terms_free(&cached);
  ko_terms_free(&fresh);
  fixture_close();
  return check_result();
}
