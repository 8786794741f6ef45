/* mkready RUNS OUT: make the search terms of the commonest runs of Hangul ready, for the cache of terms.
**
** RUNS is what common.py writes, OUT a store as ko_termstore_open reads it. Part of the build, so that what is
** ready is always what the dictionary and the code beside it would find.
*/
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "morph/termstore.h"

extern const unsigned char ko_image_data[], ko_image_end[]; /* ext/data/image.S */

static void die(const char *what, const char *why) {
  fprintf(stderr, "mkready: %s: %s\n", what, why);
  exit(1);
}

static unsigned before(char c) {
  switch (c) {
  case '0': return KO_RIGHT_AFTER_DIGIT;
  case 'a': return KO_RIGHT_AFTER_LETTER;
  case ')': return KO_RIGHT_AFTER_CLOSE;
  default: return KO_RIGHT_ALONE;
  }
}

static void add(ko_termstore *s, ko_terms *t, ko_text *text, const char *line, size_t n) {
  ko_reader reader;
  ko_run_key key;
  uint8_t packed[KO_STORED_BYTES];
  unsigned after = before(line[0]);
  size_t skip = after != KO_RIGHT_ALONE;
  ko_text_clear(text);
  ko_reader_init(&reader, line + skip, n - skip);
  if (ko_text_read(text, &reader, (size_t)-1)) die(line, "out of memory");
  for (size_t i = 0; i < text->n; i++)
    if (text->klass[i] != KO_CLASS_HANGUL) die(line, "is no run of Hangul");
  if (!text->n || !ko_run_key_of(&key, text, 0, text->n, after)) die(line, "is no run to keep");
  if (ko_termstore_find(s, &key)) die(line, "stands there twice");
  if (ko_terms_run(t, text, 0, text->n, after, KO_TO_INDEX)) die(line, "out of memory");
  if (ko_terms_pack(t, &key, 0, packed) &&
      ko_termstore_add(s, &ko_mem_std, KO_STORE_LIMIT, &key, packed) != 1)
    die(line, "has no room");
}

/* The index is written as small as finding allows: one slot in five stays empty. */
static void write_store(ko_termstore *s, const char *path) {
  uint32_t head[2];
  FILE *file = fopen(path, "wb");
  if (ko_termstore_index(s, &ko_mem_std, s->count * 5 / 4 + 1)) die(path, "out of memory");
  head[0] = (uint32_t)s->n_index;
  head[1] = (uint32_t)s->n_data;
  if (!file || fwrite(head, sizeof head, 1, file) != 1 ||
      fwrite(s->index, sizeof *s->index, s->n_index, file) != s->n_index ||
      fwrite(s->data, 1, s->n_data, file) != s->n_data || fclose(file))
    die(path, "cannot be written");
}

int main(int argc, char **argv) {
  const char *damage;
  ko_termstore store = {0};
  ko_model model;
  ko_terms terms;
  ko_text text;
  FILE *file;
  char line[256];
  if (argc != 3) die("usage", "mkready RUNS OUT");
  damage = ko_model_open(&model, ko_image_data, (size_t)(ko_image_end - ko_image_data));
  if (damage) die("dictionary", damage);
  if (!(file = fopen(argv[1], "r"))) die(argv[1], "cannot be read");
  ko_terms_init(&terms, &model, &ko_mem_std);
  ko_text_init(&text, &ko_mem_std);
  while (fgets(line, sizeof line, file)) {
    size_t n = strcspn(line, "\n");
    line[n] = 0;
    add(&store, &terms, &text, line, n);
  }
  fclose(file);
  write_store(&store, argv[2]);
  ko_termstore_free(&store, &ko_mem_std);
  ko_terms_free(&terms);
  ko_text_free(&text);
  return 0;
}
