#include "extract/page/article.h"

#include <string.h>

#include "base/map.h"
#include "extract/page/imprint.h"
#include "extract/page/line_places.h"
#include "extract/page/page_days.h"
#include "text/marks.h"

/* What a line of the page is. The order is that of the page. */
typedef enum line_class {
  TOP, /* furniture before the title */
  TITLE,
  HEAD, /* furniture under the title */
  SUBTITLE,
  META,    /* who and when */
  SUMMARY, /* written by a machine */
  PHOTO,   /* a caption before the body */
  BODY,
  INSET,  /* a caption within the body */
  NOISE,  /* furniture within the body */
  SIGNED, /* who, and who may copy, after the body */
  TAIL,   /* all the rest */
  N_CLASSES
} line_class;

/* clang-format off */
/* How much a trait speaks for a class, in tenths of a nat or so; set by hand. */
static const int8_t weights[KO_LINE_N_TRAITS][N_CLASSES] = {
    /*                       TOP  TIT HEAD  SUB META  SUM  PHO BODY  INS NOIS SIGN TAIL */
    [KO_LINE_TINY] =         { 20, -60,  20, -40,   0, -40, -30, -25, -30,  10,   0,  20},
    [KO_LINE_SHORT] =        { 10,  -6,  10,  12,   0, -15,  -8, -12,  -8,   0,   5,  10},
    [KO_LINE_HEADING] =      {  0,  20,   0,  18,   0,   0,   5,   0,   5,   0,   0,   5},
    [KO_LINE_LONG] =         {-10,  -5, -10, -10, -15,   0,   5,  20,   5, -12, -12,  -8},
    [KO_LINE_PARAGRAPH] =    {-30, -80, -30, -80, -50, -10,   0,  45,   0, -30, -30, -25},
    [KO_LINE_SENTENCE] =     {-20, -30, -20, -35, -40, -15, -15,  35, -15, -25, -35, -15},
    [KO_LINE_ODD] =          {  0, -30,   0, -35, -30,   0, -20,   0, -20,   0, -15,   5},
    [KO_LINE_STOPPED] =      { -5,   0,  -5,  -3, -10,  -5,   0,  10,   0,  -5, -10,   0},
    [KO_LINE_OPEN] =         {  5,   8,   5,   8,   0, -10,   0, -20,   0,   0,   5,   5},
    [KO_LINE_MANY] =         {-20, -50, -20, -50, -30, -10, -10,  25, -10, -20, -25, -10},
    [KO_LINE_COVERED] =      { 40, -60,  40, -50,  30, -50, -50, -60, -50,  35,  10,  40},
    [KO_LINE_HALF] =         { 25, -30,  25, -20,  20, -10, -30, -35, -30,  25,  10,  25},
    [KO_LINE_SOME] =         {  8,  -8,   5,  -3,   3,   0,  -5, -10,  -5,   5,   5,   8},
    [KO_LINE_WORDS] =        {  0,   5,  -3,   8,  -5,   0,   0,   0,   0,   0,  -5,   0},
    [KO_LINE_RIGHTS] =       {  5, -60,   5, -60,  10, -60, -40, -90, -40,  10,  45,  35},
    [KO_LINE_FOOTER] =       {  5, -50,   0, -50,   0, -50, -40, -60, -40,   5,  15,  30},
    [KO_LINE_EMAIL] =        {  0, -60,   5, -60,  30, -50, -40, -50, -30,   5,  40,  10},
    [KO_LINE_URL] =          { 10, -40,  10, -40,   5, -30, -20, -20, -20,  15,  15,  15},
    [KO_LINE_STAMP] =        {  5, -60,   5, -60,  45, -50, -40, -50, -40,   5,  15,  15},
    [KO_LINE_AGO] =          { 15, -30,  15, -30,  10, -30, -30, -40, -30,  10,   0,  30},
    [KO_LINE_REPORTER] =     {  0, -50,   0, -50,  45, -40, -20, -35, -20,   0,  40,  10},
    [KO_LINE_DATELINE] =     {-20, -30, -20, -30, -20, -20, -10,  35, -10, -15, -20, -20},
    [KO_LINE_CREDIT] =       {-10, -30, -10, -30, -10, -30,  50, -20,  50, -10, -10, -10},
    [KO_LINE_TAILED] =       {  0, -20,   0, -20, -10,   0,  20,   0,  20,   0,  -5,   0},
    [KO_LINE_SIDES] =        {-10, -15, -10, -15, -20, -10,  60, -30,  60, -10, -20, -15},
    [KO_LINE_DASH] =         {  5, -25,   5,   0,   0,  10, -10,  -5, -10,   0,   5,   5},
    [KO_LINE_LINK] =         { 10, -30,  10, -30, -10, -10, -10, -25, -10,  15,   5,  15},
    [KO_LINE_SHAPE] =        {-10, -40, -10, -30, -20,   0,   8,  30,   8,   0, -10, -15},
    [KO_LINE_NUMBERED] =     { 10, -40,   5, -20, -10,  10, -20, -10, -20,   5,   0,  25},
    [KO_LINE_ALIKE] =        { 10, -30,   5, -15, -10,   5, -15,   0, -15,   5,   0,  10},
    [KO_LINE_NEWSY] =        { -5,  15,  -5,  10, -10,   0,   0,   0,   0,  -5, -10,   5},
    [KO_LINE_TAGGED] =       {  0,  15,   0,  -5,   0,   0,   0,  -5,   0,   5,   0,   8},
    [KO_LINE_PRESS] =        { 25, -50,  20, -50,  25, -50, -30, -40, -30,  10,  40,  25},
    [KO_LINE_SITE] =         {  0,   0,   0, -30, -30, -30, -30, -30, -30,   0,   0,   0},
    [KO_LINE_AGAIN] =        {  0, -40,  10,   0,   5,   0,   5, -20,   5,  10,   5,  15},
    [KO_LINE_BARS] =         { 25, -30,  25, -30,  10, -30, -20, -30, -20,  20,  10,  25},
    [KO_LINE_DIGITS] =       { 10, -30,  10, -30,   5, -30, -30, -10, -30,  10,   0,  10},
    [KO_LINE_GAP] =          {  0,   3,   0,   0,   0,   0,   0,   2,   0,   0,   2,   0},
    [KO_LINE_CROWD] =        {  5,  -3,   5,   3,   0, -10,  -5, -10,  -8,  -5,   0,  10},
    [KO_LINE_CHATTY] =       {  0, -10,   0,  -5, -10,   0,  -5, -10,  -5,   0, -10,  10},
    [KO_LINE_LIST_HEAD] =    { 20, -60,  20, -60, -20, -60, -60, -70, -60,  20,  10,  40},
    [KO_LINE_TALK_HEAD] =    { 15, -60,  15, -60,   0, -60, -60, -70, -60,  10,  10,  40},
    [KO_LINE_SUMMARY_HEAD] = {  5, -60,  20, -60,   0,  40, -60, -70, -60,  10,   0,  10},
    [KO_LINE_IN_LIST] =      { 15, -20,  12, -12, -10, -10, -15, -25, -15,  12,   0,  25},
    [KO_LINE_IN_TALK] =      {  5, -15,   0, -15, -10, -20, -25, -30, -25,   5,   0,  30},
    [KO_LINE_IN_SUMMARY] =   {  0, -25,   0, -10, -20,  70, -15, -10, -15,   0,   0,   0},
    [KO_LINE_FIRST] =        { -5,  12,   0,   5,   0,   0,   0,   0,   0,   0,   0,   0},
    [KO_LINE_SCENE] =        { -5, -10,  -5, -10, -10,   0,  20,   0,  20,   0,   0,   0},
    [KO_LINE_TICKER] =       { 10, -50,   0, -50,   0,   0,   0,   0,   0,   0,   0,   0},
    [KO_LINE_ABOVE_PHOTO] =  {  0,   0,   0,   0,   0,   0,   0, -25,  15,  20,   0,   0},
    [KO_LINE_LABEL] =        {  0, -15,   0, -25,   5,  -5,   0,  20,   0,   0,   5,   0},
    [KO_LINE_EARLY] =        {  0,   0,   0,   0,   0,   0,   0, -20, -60, -60, -60, -60},
    [KO_LINE_AMID] =         {-25, -25, -25, -25, -25, -10,   0,  25,   0,   0, -30, -20},
    [KO_LINE_PAST] =         {-60, -60, -60, -60, -60, -60, -60, -40, -20, -10,   5,  10},
    [KO_LINE_TIP] =          {  5, -60,   0, -60,   0, -60, -40, -90, -40,  20,  20,  40},
    [KO_LINE_TAGS] =         {  5, -60,   5, -40,   0, -60, -40, -60, -40,   0,  10,  30},
    [KO_LINE_SUBTITLES] =    {  0, -10,   0,  35,   0,   0,   0, -25,   0,   0,   0,   0},
    [KO_LINE_ABOVE] =        { 45,   0,   0,   0, -20,   0,   0,   0,   0,   0,   0,   0},
    [KO_LINE_REST] =         {  0, -20,   0, -20,   0, -20,   0, -20,   5,   0,   5,  10},
};

enum {
  NO = -1000,
  MAX_PUBLISHER = 20, /* characters */
  MIN_AGAIN = 30      /* letters of a line that stands in a body once */
};

/* What it costs or gains to go from one class to another. */
static const int16_t steps[N_CLASSES][N_CLASSES] = {
    /*            TOP  TIT HEAD  SUB META  SUM  PHO BODY  INS NOIS SIGN TAIL */
    [TOP] =      {  0,   0,  NO, -35,  NO, -10, -10, -15,  NO,  NO,  NO,  NO},
    [TITLE] =    { NO,  NO,   0,   5,  10,   0,   0,  10,  NO,  NO,  NO,  NO},
    [HEAD] =     { NO,  NO,   0,  -5,   0,   0,   0,   0,  NO,  NO,  NO,  NO},
    [SUBTITLE] = { NO,  NO,   0,   0,   0,   0,   0,   0,  NO,  NO,  NO,  NO},
    [META] =     { NO,  NO,   0,   0,   0,   0,   0,   5,  NO,  NO,  NO,  NO},
    [SUMMARY] =  { NO,  NO,   0,   0,   0,   5,   0, -10,  NO,  NO,  NO,  NO},
    [PHOTO] =    { NO,  NO,   0,   0,   0,   0,   0,   5,  NO,  NO,  NO,  NO},
    [BODY] =     { NO,  NO,  NO,  NO,  NO,  NO,  NO,  10, -10, -15,   0,   0},
    [INSET] =    { NO,  NO,  NO,  NO,  NO,  NO,  NO,   0,   0,  -5,  -5,  -5},
    [NOISE] =    { NO,  NO,  NO,  NO,  NO,  NO,  NO, -10,  -5,   0,  NO,  NO},
    [SIGNED] =   { NO,  NO,  NO,  NO,  NO,  NO,  NO,  NO,  NO,  NO,   5,   0},
    [TAIL] =     { NO,  NO,  NO,  NO,  NO,  NO,  NO,  NO,  NO,  NO,  -5,   2},
};
/* ... and to begin or end the page there. */
static const int16_t begin[N_CLASSES] = {0, 0, NO, -15, -5, -10, -10, -10, NO, NO, NO, NO};
static const int16_t finish[N_CLASSES] = {-30, -30, -30, -30, -30, -30, -10, 0, 0, -10, 0, 0};

/* clang-format on */

void ko_article_init(ko_article *a, const ko_mem *mem) {
  memset(a, 0, sizeof *a);
  a->mem = mem;
  a->subtitles.mem = a->bylines.mem = a->body.mem = a->captions.mem = mem;
  a->published = KO_NO_DAY;
}

void ko_article_free(ko_article *a) {
  if (!a->mem) return;
  ko_free(a->mem, a->subtitles.item);
  ko_free(a->mem, a->bylines.item);
  ko_free(a->mem, a->body.item);
  ko_free(a->mem, a->captions.item);
  ko_article_init(a, a->mem);
}

/* ---- the classes ---- */

static void score_line(const ko_line *line, int *score) {
  memset(score, 0, N_CLASSES * sizeof *score);
  for (int trait = 0; trait < KO_LINE_N_TRAITS; trait++)
    if (ko_line_is(line, (ko_trait)trait))
      for (int c = 0; c < N_CLASSES; c++) score[c] += weights[trait][c];
}

/* The best class of every line, into class_of[0 .. l->n). `from` has room for N_CLASSES a line. */
static int classify(const ko_lines *l, uint8_t *from, uint8_t *class_of) {
  int best[N_CLASSES], next[N_CLASSES], score[N_CLASSES], last = 0;
  for (size_t i = 0; i < l->n; i++) {
    if (ko_work(l->mem, 1)) return -1;
    score_line(&l->item[i], score);
    for (int c = 0; c < N_CLASSES; c++) {
      int top = i ? best[0] + steps[0][c] : begin[c], arg = 0;
      for (int p = 1; i && p < N_CLASSES; p++)
        if (best[p] + steps[p][c] > top) top = best[p] + steps[p][c], arg = p;
      next[c] = top + score[c];
      from[i * N_CLASSES + (size_t)c] = (uint8_t)arg;
    }
    for (int c = 1, high = next[0]; c < N_CLASSES; c++) /* keep sums small on endless pages */
      if (next[c] > high)
        high = next[c];
      else if (c == N_CLASSES - 1 && (high > 1 << 24 || high < -(1 << 24)))
        for (int k = 0; k < N_CLASSES; k++) next[k] -= high;
    memcpy(best, next, sizeof best);
  }
  for (int c = 1; c < N_CLASSES; c++)
    if (best[c] + finish[c] > best[last] + finish[last]) last = c;
  for (size_t i = l->n; i-- > 0;) {
    class_of[i] = (uint8_t)last;
    last = from[i * N_CLASSES + (size_t)last];
  }
  return 0;
}

/* ---- the parts ---- */

typedef struct sorter { /* of the lines of a page into the parts of an article */
  ko_article *a;
  const ko_text *t;
  ko_lines lines;
  uint8_t *class_of; /* of each line */
  ko_map seen;       /* the part and the text of what is in a part only once */
  ko_buf key;
  ko_spans names; /* room for reporters */
} sorter;

/* Was this text not yet added to that part? Notes that it is now. -1 when memory is out. */
static int is_new(sorter *s, line_class part, uint32_t start, uint32_t end) {
  size_t known;
  ko_buf_clear(&s->key);
  ko_buf_char(&s->key, (uint32_t)part + 1);
  for (uint32_t i = start; i < end; i++) ko_buf_char(&s->key, s->t->ch[i].cp);
  if (s->key.failed) return -1;
  known = s->seen.n;
  if (ko_map_put(&s->seen, s->key.data, s->key.n, 1)) return -1;
  return s->seen.n > known;
}

/* Add a line to a part of the article unless it is there already. */
static int add_once(sorter *s, line_class part, ko_spans *to, uint32_t start, uint32_t end) {
  int new = start < end ? is_new(s, part, start, end) : 0;
  return new > 0 ? ko_spans_add(to, start, end) : new;
}

static int add_reporters(sorter *s, uint32_t from, uint32_t to) {
  s->names.n = 0;
  if (ko_find_reporters(s->t, from, to, &s->names)) return -1;
  for (size_t k = 0; k < s->names.n; k++)
    if (add_once(s, META, &s->a->bylines, s->names.item[k].start, s->names.item[k].end)) return -1;
  return 0;
}

static int divides(const ko_text *t, uint32_t i) {
  return t->klass[i] == KO_CLASS_SPACE ||
         (t->klass[i] == KO_CLASS_SYMBOL && t->ch[i].cp != '-' && t->ch[i].cp != '\'');
}

/* The publisher named in a line about copying ("ⓒ 가나일보, 무단 전재"), in a dateline ("서울=가나일보")
** or by itself. */
static int find_publisher(const ko_text *t, uint32_t from, uint32_t to, ko_span *found) {
  int best = 0, after_sign = 0;
  for (uint32_t i = from, end; i < to; i = end) {
    int score;
    end = i + 1;
    if (ko_is_copyright(t, i)) {
      after_sign = 1;
      continue;
    }
    if (divides(t, i)) {
      if (t->ch[i].cp == ',' || t->ch[i].cp == '.') after_sign = 0;
      continue;
    }
    while (end < to && !divides(t, end) && !ko_is_copyright(t, end)) end++;
    if (t->klass[i] == KO_CLASS_DIGIT || ko_is_page_word(t, i, end)) continue; /* ⓒ 2025 가나일보 */
    score = 3 * ko_is_press(t, i, end) + 2 * after_sign;
    if (score > best) best = score, found->start = i, found->end = end;
    after_sign = 0;
  }
  return best > 0;
}

/* An address and a date in [from, to) of a line. An address beside a name is the reporter's, others may be
** the newsroom's. */
static void take_source(sorter *s, const ko_line *line, uint32_t from, uint32_t to) {
  ko_article *a = s->a;
  int32_t day;
  int signature = from > line->start || ko_line_is(line, KO_LINE_REPORTER);
  int newsroom = ko_line_is(line, KO_LINE_FOOTER) || ko_line_is(line, KO_LINE_LABEL);
  if (!newsroom && (a->email.start == a->email.end || (signature && !a->email_is_signed)))
    a->email_is_signed = ko_find_email(s->t, from, to, &a->email) && signature;
  if (a->published == KO_NO_DAY && ko_line_is(line, KO_LINE_STAMP) &&
      ko_find_published(s->t, from, to, &day))
    a->published = day;
}

/* A title without the label that a crawler's front matter has (title: "...") and the marks behind it. */
static ko_span bare_title(const ko_text *t, ko_span title) {
  uint32_t a = ko_page_cue(t, title.start, title.end, KO_PAGE_CUE_CLASS_TITLE), b = title.end;
  if (a == 0) return title;
  ko_trim(t, &a, &b);
  if (a + 1 < b && ko_mark_of(t->ch[a].cp) == KO_MARK_CLASS_QUOTE &&
      t->ch[b - 1].cp == ko_mark_closing(t->ch[a].cp))
    a++, b--;
  ko_trim(t, &a, &b);
  return a < b ? (ko_span){a, b} : title;
}

/* The title, which is no subtitle if it comes again. */
static int take_title(sorter *s, const ko_line *line) {
  ko_span title = {line->start, line->end};
  if (ko_line_is(line, KO_LINE_SITE)) title.end = ko_before_site(s->t, title.start, title.end);
  s->a->title = title = bare_title(s->t, title);
  return is_new(s, SUBTITLE, title.start, title.end) < 0 ? -1 : 0;
}

/* A caption, without a mark or a dateline before it. */
static int add_caption(sorter *s, const ko_line *line) {
  uint32_t start = line->text;
  if (start == line->start && ko_line_is(line, KO_LINE_SHAPE)) start++;
  while (start < line->end && s->t->klass[start] == KO_CLASS_SPACE) start++;
  return add_once(s, PHOTO, &s->a->captions, start, line->end);
}

/* Does the text of the line stand right behind `end`? */
static int follows(const ko_text *t, uint32_t end, const ko_line *line) {
  return end <= line->text && ko_skip_blanks(t, end) == line->text;
}

/* The text, with what a dateline before it and a signature behind it say. */
static int add_body(sorter *s, const ko_line *line) {
  if (line->text > line->start && add_reporters(s, line->start, line->text)) return -1;
  if (line->text_end < line->end) {
    take_source(s, line, line->text_end, line->end);
    if (add_reporters(s, line->text_end, line->end)) return -1;
  }
  if (line->text == line->text_end) return 0;
  if (line->letters >= MIN_AGAIN) { /* the whole body may be there twice */
    int new = is_new(s, BODY, line->text, line->text_end);
    if (new <= 0) return new;
  }
  if (line->glued && s->a->body.n && follows(s->t, s->a->body.item[s->a->body.n - 1].end, line)) {
    s->a->body.item[s->a->body.n - 1].end = line->text_end;
    return 0;
  }
  return ko_spans_add(&s->a->body, line->text, line->text_end);
}

/* Is the line one pair of square brackets: [KBS 대전], [두레마트 제공], the name of a series? */
static int is_bracketed(const ko_text *t, const ko_line *line) {
  uint32_t i = line->start;
  if (t->ch[i].cp != '[') return 0;
  while (i < line->end && t->ch[i].cp != ']') i++;
  return i + 1 == line->end;
}

static int add_line(sorter *s, const ko_line *line, line_class c) {
  switch (c) {
  case TITLE: return take_title(s, line);
  case SUBTITLE:
    if (is_bracketed(s->t, line)) return 0;
    return add_once(s, SUBTITLE, &s->a->subtitles, line->start, line->end);
  case PHOTO:
  case INSET: return add_caption(s, line);
  case BODY: return add_body(s, line);
  case META:
  case SIGNED:
    take_source(s, line, line->start, line->end);
    /* who took a picture did not write the article */
    if (ko_line_is(line, KO_LINE_CREDIT) &&
        ko_page_cue(s->t, line->start, line->end, KO_PAGE_CUE_CLASS_PHOTO))
      return 0;
    return add_reporters(s, line->start, line->end);
  case TOP:
  case HEAD: take_source(s, line, line->start, line->end); return 0;
  case TAIL: /* a signature below the copyright line */
    if (!ko_line_is(line, KO_LINE_REPORTER) || !ko_line_is(line, KO_LINE_EMAIL)) return 0;
    take_source(s, line, line->start, line->end);
    return s->a->bylines.n ? 0 : add_reporters(s, line->start, line->end);
  default: return 0;
  }
}

/* The publisher before the date: 가나일보 | 2025-01-02 10:00. */
static int find_stamped(const ko_text *t, const ko_line *line, ko_span *found) {
  uint32_t a = line->start, b = a;
  int32_t day;
  ko_span stamp;
  while (b < line->end && t->ch[b].cp != '|' && t->klass[b] != KO_CLASS_DIGIT) b++;
  while (b < line->end && t->ch[b].cp != '|' && b < a + MAX_PUBLISHER) b++; /* 가나24 */
  if (b == line->end || t->ch[b].cp != '|' || t->klass[a] == KO_CLASS_DIGIT) return 0;
  ko_trim(t, &a, &b);
  if (a == b || b - a > MAX_PUBLISHER || ko_is_page_word(t, a, b) || ko_ends_in_reporter(t, a, b) ||
      ko_find_stamp(t, a, b, &day, &stamp))
    return 0;
  *found = (ko_span){a, b};
  return 1;
}

/* Lines that name the publisher, the surest first: who holds the rights, the date of publication, a dateline,
** the title of the page, a line of its own below the body, and above it. */
static void take_publisher(sorter *s) {
  for (int pass = 0; pass < 6; pass++)
    for (size_t i = 0; i < s->lines.n; i++) {
      const ko_line *line = &s->lines.item[i];
      line_class c = (line_class)s->class_of[i];
      int look = 0;
      uint32_t from = line->start, to = line->end;
      switch (pass) {
      case 0: look = ko_line_is(line, KO_LINE_RIGHTS); break;
      case 1:
        if (ko_line_is(line, KO_LINE_STAMP) && find_stamped(s->t, line, &s->a->publisher)) return;
        break;
      case 2: look = c == BODY && line->text > from, to = line->text; break;
      case 3:
        look = ko_line_is(line, KO_LINE_SITE), from = look ? ko_before_site(s->t, from, to) : from;
        break;
      case 4: look = c == SIGNED && ko_line_is(line, KO_LINE_PRESS); break;
      default: look = c != SIGNED && c != TAIL && ko_line_is(line, KO_LINE_PRESS);
      }
      if (look && find_publisher(s->t, from, to, &s->a->publisher)) return;
    }
}

static int sort_lines(sorter *s) {
  uint8_t *from;
  int failed;
  if (ko_lines_read(&s->lines, s->t)) return -1;
  ko_lines_compare(&s->lines);
  if (s->lines.n == 0) return 0;
  from = ko_alloc(s->a->mem, s->lines.n * (N_CLASSES + 1));
  if (!from) return -1;
  s->class_of = from + s->lines.n * N_CLASSES;
  failed = classify(&s->lines, from, s->class_of);
  for (size_t i = 0; i < s->lines.n && !failed; i++)
    failed = ko_work(s->a->mem, 2) || add_line(s, &s->lines.item[i], (line_class)s->class_of[i]);
  if (!failed) take_publisher(s);
  ko_free(s->a->mem, from);
  return failed ? -1 : 0;
}

int ko_article_parse(ko_article *a, const ko_text *t) {
  sorter s;
  int rc;
  memset(&s, 0, sizeof s);
  s.a = a;
  s.t = t;
  s.names.mem = a->mem;
  ko_lines_init(&s.lines, a->mem);
  ko_map_init(&s.seen, a->mem);
  ko_buf_init(&s.key, a->mem);
  rc = sort_lines(&s);
  ko_lines_free(&s.lines);
  ko_map_free(&s.seen);
  ko_buf_free(&s.key);
  ko_free(a->mem, s.names.item);
  return rc;
}
