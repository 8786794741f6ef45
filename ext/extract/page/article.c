#include "extract/page/article.h"

#include <string.h>

#include "extract/page/line_places.h"
#include "extract/page/imprint.h"

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
};

enum { NO = -1000 };

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
static void classify(const ko_lines *l, uint8_t *from, uint8_t *class_of) {
  int best[N_CLASSES], next[N_CLASSES], score[N_CLASSES], last = 0;
  for (size_t i = 0; i < l->n; i++) {
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
}

/* ---- the parts ---- */

static int add_span(const ko_mem *mem, ko_spans *s, uint32_t start, uint32_t end) {
  if (start >= end) return 0;
  if (ko_grow(mem, &s->item, &s->cap, s->n + 1, sizeof *s->item)) return -1;
  s->item[s->n].start = start;
  s->item[s->n++].end = end;
  return 0;
}

static int same_text(const ko_text *t, ko_span a, uint32_t start, uint32_t end) {
  if (a.end - a.start != end - start) return 0;
  for (uint32_t i = 0; i < end - start; i++)
    if (t->ch[a.start + i].cp != t->ch[start + i].cp) return 0;
  return 1;
}

/* Add a line unless it is there already; only the last few are compared, so that time stays linear.
 */
static int add_once(const ko_mem *mem, const ko_text *t, ko_spans *s, uint32_t start,
                    uint32_t end) {
  for (size_t k = s->n > 8 ? s->n - 8 : 0; k < s->n; k++)
    if (same_text(t, s->item[k], start, end)) return 0;
  return add_span(mem, s, start, end);
}

static int add_reporters(ko_article *a, const ko_text *t, uint32_t from, uint32_t to) {
  ko_span names[8];
  int n;
  if (a->bylines.n >= 8) return 0;
  n = ko_find_reporters(t, from, to, names, 8);
  for (int k = 0; k < n; k++)
    if (add_once(a->mem, t, &a->bylines, names[k].start, names[k].end)) return -1;
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
static void take_source(ko_article *a, const ko_text *t, const ko_line *line, uint32_t from,
                        uint32_t to) {
  int32_t day;
  ko_span found;
  int signature = from > line->start || ko_line_is(line, KO_LINE_REPORTER);
  int newsroom = ko_line_is(line, KO_LINE_FOOTER) || ko_line_is(line, KO_LINE_LABEL);
  if (!newsroom && (a->email.start == a->email.end || (signature && !a->email_is_signed)))
    a->email_is_signed = ko_find_email(t, from, to, &a->email) && signature;
  if (a->published == KO_NO_DAY && ko_line_is(line, KO_LINE_STAMP) &&
      ko_find_stamp(t, from, to, &day, &found))
    a->published = day;
}

/* A caption, without a mark or a dateline before it. */
static int add_caption(ko_article *a, const ko_text *t, const ko_line *line) {
  uint32_t start = line->text;
  if (start == line->start && ko_line_is(line, KO_LINE_SHAPE)) start++;
  while (start < line->end && t->klass[start] == KO_CLASS_SPACE) start++;
  return add_once(a->mem, t, &a->captions, start, line->end);
}

static int add_line(ko_article *a, const ko_text *t, const ko_line *line, line_class c) {
  switch (c) {
  case TITLE:
    a->title.start = line->start;
    a->title.end =
        ko_line_is(line, KO_LINE_SITE) ? ko_before_site(t, line->start, line->end) : line->end;
    return 0;
  case SUBTITLE:
    return same_text(t, a->title, line->start, line->end)
               ? 0
               : add_once(a->mem, t, &a->subtitles, line->start, line->end);
  case PHOTO:
  case INSET: return add_caption(a, t, line);
  case BODY:
    if (line->text > line->start && add_reporters(a, t, line->start, line->text)) return -1;
    if (line->text_end < line->end) {
      take_source(a, t, line, line->text_end, line->end);
      if (add_reporters(a, t, line->text_end, line->end)) return -1;
    }
    return add_span(a->mem, &a->body, line->text, line->text_end);
  case META:
  case SIGNED:
    take_source(a, t, line, line->start, line->end);
    /* who took a picture did not write the article */
    if (ko_line_is(line, KO_LINE_CREDIT) && ko_text_has(t, line->start, line->end, "사진"))
      return 0;
    return add_reporters(a, t, line->start, line->end);
  case TOP:
  case HEAD: take_source(a, t, line, line->start, line->end); return 0;
  case TAIL: /* a signature below the copyright line */
    if (!ko_line_is(line, KO_LINE_REPORTER) || !ko_line_is(line, KO_LINE_EMAIL)) return 0;
    take_source(a, t, line, line->start, line->end);
    return a->bylines.n ? 0 : add_reporters(a, t, line->start, line->end);
  default: return 0;
  }
}

/* Lines that name the publisher, the surest first: who holds the rights, a dateline, the title of the
** page, a line of its own below the body, and above it. */
static void take_publisher(ko_article *a, const ko_text *t, const ko_lines *l,
                           const uint8_t *class_of) {
  for (int pass = 0; pass < 5; pass++)
    for (size_t i = 0; i < l->n; i++) {
      const ko_line *line = &l->item[i];
      int after = class_of[i] == SIGNED || class_of[i] == TAIL, look = 0;
      uint32_t from = line->start, to = line->end;
      switch (pass) {
      case 0: look = ko_line_is(line, KO_LINE_RIGHTS); break;
      case 1: look = class_of[i] == BODY && line->text > from, to = line->text; break;
      case 2:
        look = ko_line_is(line, KO_LINE_SITE), from = look ? ko_before_site(t, from, to) : from;
        break;
      case 3: look = class_of[i] == SIGNED && ko_line_is(line, KO_LINE_PRESS); break;
      default: look = !after && ko_line_is(line, KO_LINE_PRESS);
      }
      if (look && find_publisher(t, from, to, &a->publisher)) return;
    }
}

int ko_article_parse(ko_article *a, const ko_text *t) {
  ko_lines l;
  uint8_t *from = NULL, *class_of;
  int rc = -1;
  ko_lines_init(&l, a->mem);
  if (ko_lines_read(&l, t)) goto done;
  ko_lines_compare(&l);
  rc = 0;
  if (l.n == 0) goto done;
  rc = -1;
  from = ko_alloc(a->mem, l.n * (N_CLASSES + 1));
  if (!from) goto done;
  class_of = from + l.n * N_CLASSES;
  classify(&l, from, class_of);
  for (size_t i = 0; i < l.n; i++)
    if (add_line(a, t, &l.item[i], (line_class)class_of[i])) goto done;
  take_publisher(a, t, &l, class_of);
  rc = 0;
done:
  ko_free(a->mem, from);
  ko_lines_free(&l);
  return rc;
}
