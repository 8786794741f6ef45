/* What the lines of a page look like among their neighbours: the second half of lines.h. */
#include "extract/page/line_places.h"

enum {
  CAPTION_MARK = 0x25B2, /* before a picture's caption */
  N_RUN = 3,             /* lines that begin alike before we call them a list */
  N_CROWD = 5,           /* short lines in a row */
  MIN_WRAP = 14,         /* letters of a line that is broken at a width */
  MAX_WRAP = 60,
  EARLY_REACH = 12,    /* lines below its head that a list above the article may have */
  LIST_REACH = 40,     /* and any other */
  MAX_SUBTITLES = 200, /* of all subtitles */
  MIN_TITLE = 8,
  MAX_TITLE = 50,  /* letters of a title, or of one subtitle */
  AMID_REACH = 12, /* lines between two of prose that may belong to the same article */
};

static void find_style(ko_lines *l) {
  size_t plain = 0, polite = 0;
  for (size_t i = 0; i < l->n; i++) {
    const ko_line *line = &l->item[i];
    if (ko_line_is(line, KO_LINE_SENTENCE))
      plain += line->letters;
    else if (ko_line_is(line, KO_LINE_ODD) && line->cover < 20)
      polite += line->letters;
  }
  if (polite <= plain) return;
  for (size_t i = 0; i < l->n; i++) { /* the whole page is polite: nothing odd about it */
    ko_line *line = &l->item[i];
    if (!ko_line_is(line, KO_LINE_ODD)) continue;
    ko_line_unset(line, KO_LINE_ODD);
    ko_line_set(line, KO_LINE_SENTENCE);
  }
}

static void find_runs(ko_lines *l) {
  for (size_t i = 0; i < l->n;) { /* numbers that go up or down by one */
    size_t j = i + 1;
    int64_t step = j < l->n ? (int64_t)l->item[j].number - (int64_t)l->item[i].number : 0;
    if (l->item[i].number != UINT32_MAX && (step == 1 || step == -1))
      while (j < l->n && l->item[j].number != UINT32_MAX &&
             (int64_t)l->item[j].number - (int64_t)l->item[j - 1].number == step)
        j++;
    if (j - i >= N_RUN)
      for (size_t k = i; k < j; k++) ko_line_set(&l->item[k], KO_LINE_NUMBERED);
    i = j - i >= N_RUN ? j : i + 1;
  }
  for (size_t i = 0; i < l->n;) { /* the same mark */
    size_t j = i;
    while (j < l->n && l->item[i].mark && l->item[j].mark == l->item[i].mark &&
           ko_line_is(&l->item[j], KO_LINE_OPEN))
      j++;
    if (j - i >= N_RUN)
      for (size_t k = i; k < j; k++) ko_line_set(&l->item[k], KO_LINE_ALIKE);
    i = j > i ? j : i + 1;
  }
  for (size_t i = 0; i < l->n;) { /* short and open */
    size_t j = i;
    while (j < l->n && ko_line_is(&l->item[j], KO_LINE_OPEN) && l->item[j].letters <= 50 &&
           !ko_line_is(&l->item[j], KO_LINE_TAILED))
      j++;
    if (j - i >= N_CROWD)
      for (size_t k = i; k < j; k++)
        if (!ko_line_is(&l->item[k], KO_LINE_SHAPE)) ko_line_set(&l->item[k], KO_LINE_CROWD);
    i = j > i ? j : i + 1;
  }
}

static int is_prose(const ko_line *line) {
  int asks = ko_line_is(line, KO_LINE_STOPPED) && ko_line_is(line, KO_LINE_MANY) &&
             ko_line_is(line, KO_LINE_PARAGRAPH);
  return (ko_line_is(line, KO_LINE_SENTENCE) || asks) && line->letters > 24 && line->cover < 20;
}

/* Which lines stand below the head of a list, of comments, of a summary? Comments are counted above
** an article, too, but read only below it. */
static void find_sections(ko_lines *l) {
  int list = 0, talk = 0, summary = 0, summed = 0, prose_lines = 0, begun = 0;
  size_t first_item = 0;
  for (size_t i = 0; i < l->n; i++) {
    ko_line *line = &l->item[i];
    prose_lines = is_prose(line) ? prose_lines + 1 : 0;
    begun |= prose_lines && summary <= 0;
    if (ko_line_is(line, KO_LINE_LIST_HEAD) || ko_line_is(line, KO_LINE_TALK_HEAD) ||
        ko_line_is(line, KO_LINE_SUMMARY_HEAD)) {
      if (ko_line_is(line, KO_LINE_LIST_HEAD))
        list = begun ? LIST_REACH : EARLY_REACH, first_item = i + 1;
      if (ko_line_is(line, KO_LINE_TALK_HEAD)) talk = begun;
      if (ko_line_is(line, KO_LINE_SUMMARY_HEAD)) summary = 6, summed = 0;
      continue;
    }
    if (prose_lines || line->mark != l->item[first_item].mark ||
        (i && ko_line_is(&l->item[i - 1], KO_LINE_NUMBERED) && !ko_line_is(line, KO_LINE_NUMBERED)))
      list = 0; /* items of a list begin alike, and numbers come to their end */
    if (prose_lines > 2) talk = 0;
    if (list > 0 && list-- &&
        (begun || ko_line_is(line, KO_LINE_NUMBERED) || ko_line_is(line, KO_LINE_ALIKE) ||
         (i && ko_line_is(&l->item[i - 1], KO_LINE_DIGITS))))
      ko_line_set(line, KO_LINE_IN_LIST);
    if (talk) ko_line_set(line, KO_LINE_IN_TALK);
    if (ko_line_is(line, KO_LINE_COVERED) && !summed) summary -= 3; /* it was a button */
    if (summary > 0) {
      int sentence = !ko_line_is(line, KO_LINE_OPEN) || (line->mark && line->letters > 14);
      if ((summed && !sentence) || (summed && ko_line_is(line, KO_LINE_MANY)) || summed >= 4)
        summary = 0;
      else
        ko_line_set(line, KO_LINE_IN_SUMMARY), summary--;
      summed += sentence && line->cover < 20;
    }
  }
}

static int is_caption(const ko_line *line) {
  return ko_line_is(line, KO_LINE_CREDIT) || ko_line_is(line, KO_LINE_SIDES) ||
         (ko_line_is(line, KO_LINE_TAILED) && ko_line_is(line, KO_LINE_SCENE));
}

static void set_amid(ko_line *line) {
  if (!ko_line_is(line, KO_LINE_OPEN) || ko_line_is(line, KO_LINE_TAILED) ||
      ko_line_is(line, KO_LINE_SIDES))
    return;
  ko_line_set(line, KO_LINE_AMID);
  ko_line_unset(line, KO_LINE_CROWD); /* no menu: a table, or a list of what is told */
}

static int is_headline(const ko_line *line) {
  return ko_line_is(line, KO_LINE_OPEN) && line->letters >= 8 && line->letters <= 60 &&
         line->cover < 30 && !ko_line_is(line, KO_LINE_STAMP) &&
         !ko_line_is(line, KO_LINE_REPORTER);
}

/* Above an article other headlines may run. Its own stands together with what lies under it, right above
** the date or the reporter, but for a line or two of furniture. */
static void find_ticker(ko_lines *l, size_t first_prose) {
  for (size_t anchor = 0; anchor < first_prose; anchor++) {
    size_t top;
    if (!ko_line_is(&l->item[anchor], KO_LINE_STAMP) &&
        !ko_line_is(&l->item[anchor], KO_LINE_REPORTER))
      continue;
    for (top = anchor; top > 0 && anchor - top < 2 && !is_headline(&l->item[top - 1]);) top--;
    if (top == 0 || !is_headline(&l->item[top - 1])) continue; /* the date of the page, perhaps */
    while (top > 0 && is_headline(&l->item[top - 1])) top--;
    for (size_t i = 0; i < top; i++)
      if (is_headline(&l->item[i])) ko_line_set(&l->item[i], KO_LINE_TICKER);
    return;
  }
}

/* Above the prose a long line without a sentence is subtitles run together. */
static void set_early(ko_line *line, int titled) {
  ko_line_set(line, KO_LINE_EARLY);
  if (!titled || line->letters > MAX_SUBTITLES || ko_line_is(line, KO_LINE_MANY) ||
      !ko_line_is(line, KO_LINE_OPEN) || line->letters <= MAX_TITLE || is_caption(line) ||
      ko_line_is(line, KO_LINE_SCENE) || ko_line_is(line, KO_LINE_STAMP) ||
      line->mark == KO_LINE_MARK(CAPTION_MARK))
    return;
  ko_line_unset(line, KO_LINE_SHAPE);
  ko_line_unset(line, KO_LINE_PARAGRAPH);
  ko_line_set(line, KO_LINE_LONG);
  ko_line_set(line, KO_LINE_SUBTITLES);
}

/* Where is a line, seen from the prose of the page? */
static void find_places(ko_lines *l) {
  size_t first = 0, last = l->n, prose_lines = 0;
  int past = 0, titled = 0;
  for (size_t i = 0; i + 1 < l->n; i++)
    if (ko_line_is(&l->item[i], KO_LINE_OPEN) && !ko_line_is(&l->item[i], KO_LINE_TAILED) &&
        is_caption(&l->item[i + 1]) && !ko_line_is(&l->item[i + 1], KO_LINE_GAP))
      ko_line_set(&l->item[i], KO_LINE_ABOVE_PHOTO);
  while (first < l->n &&
         !(is_prose(&l->item[first]) && !ko_line_is(&l->item[first], KO_LINE_IN_SUMMARY)))
    first++;
  for (size_t i = 0; i < first && first < l->n; i++) {
    set_early(&l->item[i], titled);
    titled |= l->item[i].letters >= MIN_TITLE;
  }
  if (first < l->n) find_ticker(l, first);
  for (size_t i = first; i < l->n; i++) {
    ko_line *line = &l->item[i];
    if (past) ko_line_set(line, KO_LINE_PAST);
    if (ko_line_is(line, KO_LINE_SENTENCE) && line->letters > 11 && line->cover < 20) {
      for (size_t k = last; k < i && i - last <= AMID_REACH; k++) set_amid(&l->item[k]);
      last = i;
    }
    prose_lines += (size_t)is_prose(line);
    if (past || ko_line_is(line, KO_LINE_TALK_HEAD)) last = l->n;
    if (ko_line_is(line, KO_LINE_RIGHTS) || (ko_line_is(line, KO_LINE_EMAIL) && prose_lines > 1))
      past = 1;
  }
}

static int is_stopped(const ko_line *line) {
  return ko_line_is(line, KO_LINE_SENTENCE) || ko_line_is(line, KO_LINE_ODD);
}

static int may_wrap(const ko_line *line) {
  return line->letters <= MAX_WRAP && (line->letters >= MIN_WRAP || is_stopped(line)) &&
         line->cover < 30 && !line->mark && !ko_line_is(line, KO_LINE_CREDIT) &&
         !ko_line_is(line, KO_LINE_STAMP) && !ko_line_is(line, KO_LINE_REPORTER) &&
         !ko_line_is(line, KO_LINE_EMAIL);
}

static void make_prose(ko_line *line) {
  static const ko_trait gone[] = {KO_LINE_TAILED, KO_LINE_SCENE,   KO_LINE_OPEN,
                                  KO_LINE_CROWD,  KO_LINE_HEADING, KO_LINE_SHORT};
  for (size_t i = 0; i < sizeof gone / sizeof *gone; i++) ko_line_unset(line, gone[i]);
  ko_line_set(line, KO_LINE_SENTENCE);
  ko_line_set(line, KO_LINE_LONG);
  line->text_end = line->end;
}

/* Text whose lines are broken at a width: neighbours of one length, with sentences that end inside
** them. Each counts as prose then. */
static void find_wraps(ko_lines *l) {
  for (size_t i = 0; i < l->n;) {
    size_t j = i, inner = 0;
    uint32_t low = UINT32_MAX, high = 0;
    for (; j < l->n && may_wrap(&l->item[j]); j++) {
      uint32_t n = l->item[j].letters;
      if (ko_line_is(&l->item[j], KO_LINE_GAP) && j > i && !is_stopped(&l->item[j - 1])) break;
      if (is_stopped(&l->item[j])) continue; /* the last of a paragraph */
      if ((n < low ? n : low) * 4 < (n > high ? n : high) * 3) break;
      low = n < low ? n : low, high = n > high ? n : high;
      inner += (size_t)ko_line_is(&l->item[j], KO_LINE_TAILED);
    }
    if (j - i >= N_RUN && inner * 4 >= j - i && inner > 1)
      for (size_t k = i; k < j; k++) make_prose(&l->item[k]);
    i = j > i ? j : i + 1;
  }
}

static void find_first(ko_lines *l) {
  int begun = 0; /* 1: a line was seen that may be a title, however it looks */
  for (size_t i = 0; i < l->n; i++) {
    ko_line *line = &l->item[i];
    if (line->letters >= 10 && line->cover < 30 && !ko_line_is(line, KO_LINE_STAMP) &&
        !ko_line_is(line, KO_LINE_REPORTER)) {
      ko_line_set(line, KO_LINE_FIRST);
      return;
    }
    if (!begun && ko_line_is(line, KO_LINE_STAMP)) ko_line_set(line, KO_LINE_ABOVE);
    begun |= !ko_line_is(line, KO_LINE_TINY) && !ko_line_is(line, KO_LINE_COVERED) &&
             !ko_line_is(line, KO_LINE_STAMP);
  }
}

void ko_lines_compare(ko_lines *l) {
  find_style(l);
  find_runs(l);
  find_wraps(l);
  find_sections(l);
  find_places(l);
  find_first(l);
}
