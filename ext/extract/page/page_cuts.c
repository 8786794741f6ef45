#include "extract/page/page_cuts.h"

#include <string.h>

#include "extract/page/line_cuts.h"

enum {
  MAX_BEGUN = 2 /* pieces with a sentence that a headline may run into */
};

static ko_line *add_line(ko_lines *l, ko_span piece) {
  ko_line *line;
  if (ko_grow(l->mem, &l->item, &l->cap, l->n + 1, sizeof *l->item)) return NULL;
  line = &l->item[l->n++];
  memset(line, 0, sizeof *line);
  line->start = line->text = piece.start;
  line->end = line->text_end = piece.end;
  return line;
}

/* Where a headline ends that runs into the first sentence of the piece; its start if none does. Only the first
** sentences of a page are looked at. */
static int find_headline(ko_lines *l, const ko_text *t, ko_span piece, uint32_t *end) {
  *end = piece.start;
  if (l->begun >= MAX_BEGUN) return 0;
  for (uint32_t i = piece.start; i < piece.end && i < piece.start + KO_HEADLINE_REACH; i++) {
    ko_sentence_style_class style;
    uint32_t stop = ko_sentence_stop(t, piece.start, piece.end, i, &style);
    if (!stop) continue;
    l->begun++;
    if (ko_after_dateline(t, piece.start, piece.end) > piece.start) return 0;
    if (!l->page) {
      l->page = ko_alloc(l->mem, sizeof *l->page);
      if (!l->page) return -1;
      ko_headline_look(l->page, t);
    }
    for (uint32_t from = stop; *end != from;) { /* one behind the other */
      from = *end;
      *end = ko_headline_end(l->page, t, from, stop);
    }
    return 0;
  }
  return 0;
}

/* The pieces of the line [a, b), which comes after so many line breaks. */
static int add_pieces(ko_lines *l, const ko_text *t, uint32_t a, uint32_t b, int breaks) {
  size_t first = l->n;
  l->pieces.n = 0;
  if (ko_cut_line(t, a, b, &l->pieces)) return -1;
  for (size_t i = 0; i < l->pieces.n; i++) {
    ko_span piece = l->pieces.item[i];
    uint32_t end;
    if (find_headline(l, t, piece, &end)) return -1;
    if (end > piece.start && !add_line(l, (ko_span){piece.start, end})) return -1;
    piece.start = end;
    if (!add_line(l, piece)) return -1;
  }
  for (size_t i = first + 1; i < l->n; i++) l->item[i].glued = 1;
  if (first < l->n && breaks > 1) ko_line_set(&l->item[first], KO_LINE_GAP);
  return 0;
}

/* Where a line begins behind the marks of a heading in Markdown: ## ... */
static uint32_t after_heading(const ko_text *t, uint32_t from, uint32_t to) {
  uint32_t i = from;
  while (i < to && t->ch[i].cp == '#') i++;
  return i > from && i < to && t->klass[i] == KO_CLASS_SPACE ? i : from;
}

int ko_cut_page(ko_lines *l, const ko_text *t) {
  uint32_t at = 0, n = (uint32_t)t->n;
  int breaks = 0;
  l->n = 0;
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
      if (add_pieces(l, t, a, b, breaks)) return -1;
      breaks = 0;
    }
    breaks++;
    at = end + 1;
  }
  return 0;
}
