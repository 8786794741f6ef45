#include "extract/clause/clauses.h"

#include <string.h>

void ko_clauses_init(ko_clauses *c, const ko_mem *mem) {
  memset(c, 0, sizeof *c);
  c->mem = mem;
  ko_clause_words_init(&c->words, mem);
  c->phrases.mem = mem;
}

void ko_clauses_free(ko_clauses *c) {
  if (!c->mem) return;
  ko_clause_words_free(&c->words);
  ko_free(c->mem, c->phrases.item);
  ko_free(c->mem, c->first_word);
  ko_free(c->mem, c->first_phrase);
  memset(c, 0, sizeof *c);
}

int ko_clauses_read(ko_clauses *c, const ko_reading *r) {
  uint32_t n = (uint32_t)r->document->sentences.n;
  c->r = r;
  if (ko_grow(c->mem, &c->first_word, &c->cap_first_word, n + 1, sizeof *c->first_word) ||
      ko_grow(c->mem, &c->first_phrase, &c->cap_first_phrase, n + 1, sizeof *c->first_phrase))
    return -1;
  if (ko_grow(c->mem, &c->words.item, &c->words.cap, 1, sizeof *c->words.item) || /* a sentence */
      ko_grow(c->mem, &c->phrases.item, &c->phrases.cap, 1, sizeof *c->phrases.item))
    return -1; /* without any has a place in them too */
  for (uint32_t s = 0; s < n; s++) {
    size_t first = c->first_word[s] = c->words.n;
    c->first_phrase[s] = c->phrases.n;
    if (ko_clause_words_read(&c->words, r, s) ||
        ko_phrases_read(&c->phrases, r, c->words.item + first, (int)(c->words.n - first)))
      return -1;
  }
  c->first_word[n] = c->words.n;
  c->first_phrase[n] = c->phrases.n;
  return 0;
}

ko_sentence ko_clauses_sentence(const ko_clauses *c, uint32_t number) {
  size_t word = c->first_word[number], phrase = c->first_phrase[number];
  return (ko_sentence){number, c->words.item + word, (int)(c->first_word[number + 1] - word),
                       c->phrases.item + phrase, (int)(c->first_phrase[number + 1] - phrase)};
}

uint32_t ko_clauses_sentence_at(const ko_clauses *c, uint32_t character) {
  const ko_sentences *sentences = &c->r->document->sentences;
  size_t low = 0, high = sentences->n;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (sentences->span[middle].start <= character)
      low = middle + 1;
    else
      high = middle;
  }
  return low ? (uint32_t)low - 1 : 0;
}

int ko_sentence_phrase_from(const ko_sentence *s, uint32_t character) {
  int low = 0, high = s->n_phrases;
  while (low < high) {
    int middle = low + (high - low) / 2;
    if (s->word[s->phrase[middle].first].start < character)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
