#include "extract/page/page_cuts.h"

#include <string.h>

#include "extract/page/line_cuts.h"

enum {
  MAX_BEGUN = 2 /* pieces with a sentence that a headline may run into */
};

void ko_page_cuts_init(ko_page_cuts *c, const ko_mem *mem) {
  memset(c, 0, sizeof *c);
  c->mem = c->of_line.mem = mem;
}

void ko_page_cuts_free(ko_page_cuts *c) {
  if (!c->mem) return;
  ko_free(c->mem, c->item);
  ko_free(c->mem, c->of_line.item);
  ko_free(c->mem, c->page);
  ko_page_cuts_init(c, c->mem);
}

static int add_piece(ko_page_cuts *c, uint32_t start, uint32_t end) {
  if (ko_grow(c->mem, &c->item, &c->cap, c->n + 1, sizeof *c->item)) return -1;
  c->item[c->n++] = (ko_piece){{start, end}, 0, 0};
  return 0;
}

/* Where a headline ends that runs into the first sentence of the piece; its start if none does. Only the first
** sentences of a page are looked at. */
static int find_headline(ko_page_cuts *c, const ko_text *t, ko_span piece, uint32_t *end) {
  *end = piece.start;
  if (c->begun >= MAX_BEGUN) return 0;
  for (uint32_t i = piece.start; i < piece.end && i < piece.start + KO_HEADLINE_REACH; i++) {
    ko_sentence_style_class style;
    uint32_t stop = ko_sentence_stop(t, piece.start, piece.end, i, &style);
    if (!stop) continue;
    c->begun++;
    if (ko_after_dateline(t, piece.start, piece.end) > piece.start) return 0;
    if (!c->page) {
      c->page = ko_alloc(c->mem, sizeof *c->page);
      if (!c->page) return -1;
      ko_headline_look(c->page, t);
    }
    for (uint32_t from = stop; *end != from;) { /* one behind the other */
      from = *end;
      *end = ko_headline_end(c->page, t, from, stop);
    }
    return 0;
  }
  return 0;
}

/* The pieces of the line [a, b), which comes after so many line breaks. */
static int add_pieces(ko_page_cuts *c, const ko_text *t, uint32_t a, uint32_t b, int breaks) {
  size_t first = c->n;
  c->of_line.n = 0;
  if (ko_cut_line(t, a, b, &c->of_line)) return -1;
  for (size_t i = 0; i < c->of_line.n; i++) {
    ko_span piece = c->of_line.item[i];
    uint32_t end;
    if (find_headline(c, t, piece, &end)) return -1;
    if (end > piece.start && add_piece(c, piece.start, end)) return -1;
    if (add_piece(c, end, piece.end)) return -1;
  }
  for (size_t i = first + 1; i < c->n; i++) c->item[i].glued = 1;
  if (first < c->n) c->item[first].gap = breaks > 1;
  return 0;
}

/* Where a line begins behind the marks of a heading in Markdown: ## ... */
static uint32_t after_heading(const ko_text *t, uint32_t from, uint32_t to) {
  uint32_t i = from;
  while (i < to && t->ch[i].cp == '#') i++;
  return i > from && i < to && t->klass[i] == KO_CLASS_SPACE ? i : from;
}

int ko_page_cuts_find(ko_page_cuts *c, const ko_text *t) {
  uint32_t at = 0, n = (uint32_t)t->n;
  int breaks = 0;
  c->n = 0;
  c->begun = 0;
  while (at < n) {
    uint32_t end = at, a, b;
    while (end < n && !ko_is_line_end(t->ch[end].cp)) end++;
    a = at, b = end;
    ko_trim(t, &a, &b);
    while (b > a && t->ch[b - 1].cp == '|') b--; /* what a table leaves behind */
    while (a < b && t->ch[a].cp == '|') a++;
    a = after_heading(t, a, b);
    ko_trim(t, &a, &b);
    if (a < b) {
      if (add_pieces(c, t, a, b, breaks)) return -1;
      breaks = 0;
    }
    breaks++;
    at = end + 1;
  }
  return 0;
}
