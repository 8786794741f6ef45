#include "extract/page/line_cuts.h"

#include "base/buf.h"
#include "text/marks.h"
#include "text/style.h"

enum {
  MIN_LINE = 16,       /* characters of a line that is worth looking into */
  MAX_SOURCE = 90,     /* of a bracket that says where something is from, or of a signature */
  MAX_CREDIT = 30,     /* of the source of a picture without brackets */
  MAX_CAPTION = 2,     /* sentences of a caption that runs into text */
  MAX_NAMED = 16,      /* of a reporter's name and what makes it one */
  MAX_REQUEST = 100,   /* of a sentence that is looked at for furniture */
  REQUEST_REACH = 400, /* before the end of the line's last sentence */
  MIN_REQUEST = 4,     /* letters of furniture in it */
  REQUEST_SHARE = 38,  /* percent of a sentence's letters that make it furniture */
  MIN_LEFT_LINE = 120, /* characters of a line whose last words may be none of its sentences */
  MAX_LEFT = 60,
  MAX_STAMP = 14, /* of a date behind a picture's source */
  MIN_PRESS = 3,  /* characters of a publisher's name that stands before other letters */
  MAX_SUFFIX = 4  /* of what makes a longer name of a publisher's */
};

typedef struct cutter {
  const ko_text *t;
  uint32_t to;        /* where the line ends */
  uint32_t prose;     /* and its last sentence */
  uint32_t piece;     /* where the piece begins */
  uint32_t last;      /* where the last sentence that ended in it begins */
  uint32_t stop;      /* has its stop */
  uint32_t ended;     /* and ends; `piece` if none did */
  uint32_t sentences; /* that ended in it */
  int told;           /* 1: it has told readers something of the page */
  int telling;        /* 1: its last sentence did */
  int scene;          /* 1: the first sentence of the piece tells what a picture shows */
  int shown;          /* 1: the line has begun with captions, and nothing else */
  ko_spans *out;
} cutter;

/* ---- sentences ---- */

uint32_t ko_sentence_stop(const ko_text *t, uint32_t from, uint32_t to, uint32_t i,
                          ko_sentence_style_class *style) {
  uint32_t after = i + 1, end = i;
  if (t->klass[i] != KO_CLASS_SYMBOL || i == from || !ko_is_stop(t->ch[i].cp)) return 0;
  while (end > from && ko_closes(t->ch[end - 1].cp)) end--;
  *style = ko_style_at_end(t, from, end);
  if (*style == KO_SENTENCE_STYLE_CLASS_ABSENT) return 0;
  while (after < to && (ko_closes(t->ch[after].cp) || ko_is_stop(t->ch[after].cp))) after++;
  return after;
}

/* Does the rest of a word, [i, to) up to a space or a mark, consist of particles (은, 에서는) or of what makes
** a predicate of the word before it (했다, 된다)? */
static int goes_on(const ko_text *t, uint32_t i, uint32_t to) {
  char rest[64];
  size_t n = 0, bytes;
  for (uint32_t k = i; k < to && t->klass[k] == KO_CLASS_HANGUL && n + 4 < sizeof rest; k++)
    n += ko_encode(t->ch[k].cp, rest + n);
  if (n == 0) return 0;
  if (ko_page_cue(t, i, to, KO_PAGE_CUE_CLASS_FURTHER)) return 1;
  for (size_t at = 0; at < n; at += bytes)
    if (ko_table_longest(&ko_table_particle_tail, rest + at, n - at, &bytes) < 0) return 0;
  return 1;
}

/* ---- what is no running text ---- */

/* The mark that closes the bracket c, or the triangle that is used as one (◀ 앵커 ▶); 0 for others. */
static uint32_t partner(uint32_t c) {
  if (c == 0x25C0) return 0x25B6;
  return ko_mark_of(c) == KO_MARK_CLASS_BRACKET ? ko_mark_closing(c) : 0;
}

static int opens(uint32_t c) {
  return partner(c) != 0;
}

static int is_square(uint32_t c) {
  return c == '[' || c == 0x3010;
}

/* The bracket that closes the one at i, within some dozens of characters; 0 if there is none. */
static uint32_t closing(const ko_text *t, uint32_t i, uint32_t to) {
  uint32_t open = t->ch[i].cp, close = partner(open);
  for (uint32_t k = i + 1; k < to && k < i + MAX_SOURCE; k++) {
    if (t->ch[k].cp == close) return k;
    if (t->ch[k].cp == open) return 0;
  }
  return 0;
}

typedef enum source_kind {
  NONE,
  DATELINE, /* where the news is from, and who wrote it */
  CREDIT,   /* whose picture it is */
  PRESS,    /* a publisher: either of the two */
  PART      /* who speaks from here on, in a broadcast */
} source_kind;

/* What does a bracket at i, which closes at `close`, say of the text around it? */
static source_kind source_of(const ko_text *t, uint32_t i, uint32_t close) {
  uint32_t a = i + 1, b = close, equals = 0;
  int round = t->ch[i].cp == '(' || t->ch[i].cp == '<';
  ko_trim(t, &a, &b);
  if (a == b) return NONE;
  if (ko_page_cue(t, a, b, KO_PAGE_CUE_CLASS_PART) == b) return PART;
  for (uint32_t k = a; k < b && !equals; k++)
    if (t->ch[k].cp == '=') equals = k;
  if (ko_page_cue(t, a, b, KO_PAGE_CUE_CLASS_PHOTO)) return CREDIT;
  if (ko_ends_in_page_word(t, a, b, KO_PAGE_WORDS_KIND_CREDIT) ||
      ko_ends_in_page_cue(t, a, b, KO_PAGE_CUE_CLASS_GIVEN))
    return CREDIT;
  if (ko_ends_in_reporter(t, a, b)) return round && !equals ? NONE : DATELINE;
  if (equals) {
    int left = ko_is_press(t, a, equals), right = ko_is_press(t, equals + 1, b);
    return right && ko_is_known_press(t, a, equals) ? CREDIT : left || right ? DATELINE : NONE;
  }
  return !round && ko_is_press(t, a, b) ? PRESS : NONE;
}

/* Does the sentence at i, or what else stands there, tell the readers something of the page? */
static int is_request(const ko_text *t, uint32_t i, uint32_t to) {
  uint32_t letters = 0, covered = 0, end = i, n;
  for (; end < to && end < i + MAX_REQUEST; end++) {
    ko_sentence_style_class style;
    if (end > i && t->klass[end] == KO_CLASS_SYMBOL &&
        (ko_sentence_stop(t, i, to, end, &style) ||
         ko_page_cue(t, end, to, KO_PAGE_CUE_CLASS_ARROW)))
      break;
    letters += t->klass[end] != KO_CLASS_SPACE;
  }
  for (uint32_t k = i; k < end; k += n) {
    ko_page_words_kind kind = ko_page_word_from(t, k, end, &n);
    int counts = kind == KO_PAGE_WORDS_KIND_TIP || kind == KO_PAGE_WORDS_KIND_BOILER ||
                 kind == KO_PAGE_WORDS_KIND_RIGHTS || kind == KO_PAGE_WORDS_KIND_FOOTER ||
                 kind == KO_PAGE_WORDS_KIND_LIST;
    for (uint32_t c = k; counts && c < k + n; c++) covered += t->klass[c] != KO_CLASS_SPACE;
  }
  return covered >= MIN_REQUEST && covered * 100 >= letters * REQUEST_SHARE;
}

/* Where what says whose picture it is ends, if it begins at k: a word for it, a publisher's name at the beginning of a
** word (and not of a longer name), or behind a space 제공; 0 if nothing does. `from` is where the source begins. */
static uint32_t maker_at(const ko_text *t, uint32_t from, uint32_t k, uint32_t to) {
  uint32_t n, end;
  if (ko_page_word_from(t, k, to, &n) == KO_PAGE_WORDS_KIND_CREDIT) return k + n;
  if (k > from && !ko_is_blank(t, k - 1)) return 0;
  end = k > from + 1 ? ko_page_cue(t, k, to, KO_PAGE_CUE_CLASS_GIVEN) : 0;
  if (end) return end;
  n = ko_press_name_at(t, k, to);
  if (n < MIN_PRESS) return 0;
  for (end = k + n + 1; end <= k + n + MAX_SUFFIX && end <= to; end++)
    if (ko_is_press(t, k, end)) return 0;
  return k + n;
}

/* May text begin at x, right behind the source of a picture? */
static int begins_text(const ko_text *t, uint32_t x, uint32_t to) {
  uint32_t c = t->ch[x].cp;
  if (ko_is_blank(t, x)) return x + 1 < to && ko_is_blank(t, x + 1);
  if (t->klass[x] == t->klass[x - 1] && t->klass[x] != KO_CLASS_HANGUL) return 0; /* AP|EC */
  if (t->klass[x] == KO_CLASS_SYMBOL && !opens(c) && !ko_mark_closing(c)) return 0;
  return !goes_on(t, x, to);
}

/* Where the source of a picture ends that stands at i behind a sentence and runs into the text behind it
** (가나시 제공최근 ...); 0 if none does. */
static uint32_t bare_credit(const ko_text *t, uint32_t i, uint32_t to) {
  if (i >= to || opens(t->ch[i].cp)) return 0;
  for (uint32_t k = i; k < to && k < i + MAX_CREDIT; k++) {
    uint32_t end;
    if (ko_is_stop(t->ch[k].cp) || t->ch[k].cp == ',') return 0;
    end = maker_at(t, i, k, to);
    if (end && end < to && begins_text(t, end, to)) return end;
  }
  return 0;
}

/* Where a dateline without brackets ends that has its = at i and runs into the text behind it (나래=한서준 특파원두레시는
** ...); 0 if there is none. */
static uint32_t bare_dateline(const ko_text *t, uint32_t i, uint32_t to) {
  for (uint32_t x = i + 4; x < to && x < i + MAX_NAMED; x++) {
    if (t->klass[x] == KO_CLASS_SYMBOL && !opens(t->ch[x].cp)) return 0;
    if (!ko_is_blank(t, x) && !ko_is_blank(t, x - 1) && ko_ends_in_reporter(t, i + 1, x) &&
        !goes_on(t, x, to) && !ko_page_cue(t, x, to, KO_PAGE_CUE_CLASS_COMPOUND))
      return x;
  }
  return 0;
}

/* ---- cutting ---- */

static int cut_at(cutter *c, uint32_t i) {
  uint32_t a = c->piece, b = i;
  ko_trim(c->t, &a, &b);
  if (a < b && ko_spans_add(c->out, a, b)) return -1;
  c->piece = c->last = c->ended = i;
  c->sentences = 0;
  return 0;
}

/* Cut before and behind [start, end). Returns where to read on, 0 when memory is out. */
static uint32_t cut_out(cutter *c, uint32_t start, uint32_t end) {
  return cut_at(c, start) || cut_at(c, end) ? 0 : end;
}

/* Does the last sentence tell what a picture shows? */
static int tells_scene(const cutter *c) {
  return c->sentences && ko_ends_in_page_cue(c->t, c->last, c->stop, KO_PAGE_CUE_CLASS_GOING);
}

/* The source of a picture in [start, end), with text behind it. It belongs to what the line begins with, if that
** is short, or to the sentence before it, if that tells of a picture. */
static uint32_t cut_behind_credit(cutter *c, uint32_t start, uint32_t end) {
  uint32_t open = ko_skip_blanks(c->t, c->ended);
  if (c->shown && c->sentences <= MAX_CAPTION + 2 * (uint32_t)c->scene) {
    c->scene = 0;
    return cut_at(c, end) ? 0 : end;
  }
  c->shown = 0;
  if (open < start) /* 한서준 시장. (사진=가나시) */
    start = open;
  else if (tells_scene(c))
    start = c->last;
  return cut_out(c, start, end);
}

/* Is the text at i, behind a bracket that opens at `open`, part of the sentence it stands in? */
static int runs_on(const cutter *c, uint32_t open, uint32_t i) {
  return ko_skip_blanks_back(c->t, open, c->piece) > c->ended &&
         (goes_on(c->t, i, c->to) || (c->t->klass[i] == KO_CLASS_SYMBOL && !opens(c->t->ch[i].cp)));
}

/* A bracket that ends the line: who wrote, whose picture, which series. */
static uint32_t cut_at_last(cutter *c, uint32_t i, uint32_t end, source_kind kind) {
  int alone = i > c->piece && ko_skip_blanks(c->t, c->ended) == i;
  int cut = kind == DATELINE || (c->sentences > 1 && (kind != NONE || is_square(c->t->ch[i].cp)));
  return alone && cut && cut_at(c, i) ? 0 : end;
}

/* A bracket at i. Returns where to read on, 0 when memory is out. */
static uint32_t cut_at_bracket(cutter *c, uint32_t i) {
  const ko_text *t = c->t;
  uint32_t close = closing(t, i, c->to);
  int headline = c->sentences == 0, after = ko_skip_blanks(t, c->ended) == i;
  source_kind kind;
  if (close == 0) return i + 1;
  kind = source_of(t, i, close);
  close++;
  if (ko_skip_blanks(t, close) + MAX_STAMP >= c->to) return cut_at_last(c, i, close, kind);
  if (kind == NONE && after && tells_scene(c) && !ko_is_blank(t, close) && is_square(t->ch[i].cp))
    kind = CREDIT; /* ... 전달하고 있다. [가나그룹]가나그룹은 */
  if (kind == PRESS) kind = i == c->piece || ko_is_blank(t, close) ? DATELINE : CREDIT;
  switch (kind) {
  case PART: return cut_out(c, i, close);
  case CREDIT: return runs_on(c, i, close) ? close : cut_behind_credit(c, i, close);
  case DATELINE:
    if (!headline && !after) return close;
    c->shown = 0;
    return cut_at(c, i) ? 0 : close;
  default: return close;
  }
}

/* A dateline without brackets, with its = at i. */
static uint32_t cut_at_equals(cutter *c, uint32_t i) {
  uint32_t end = bare_dateline(c->t, i, c->to), word = i;
  if (!end) return i + 1;
  while (word > c->piece && c->t->klass[word - 1] == KO_CLASS_HANGUL) word--;
  c->shown = 0;
  return cut_out(c, word, end);
}

/* A sentence has ended, its stop at i and its marks at `end`: what begins behind it? */
static uint32_t cut_after_sentence(cutter *c, uint32_t i, uint32_t end) {
  const ko_text *t = c->t;
  uint32_t next = ko_skip_blanks(t, end), credit;
  ko_span name;
  c->last = ko_skip_blanks(t, c->ended);
  c->stop = i;
  c->ended = end;
  if (c->sentences++ == 0) c->scene = ko_ends_in_page_cue(t, c->piece, i, KO_PAGE_CUE_CLASS_GOING);
  if (next >= c->to || opens(t->ch[next].cp)) return end;
  credit = bare_credit(t, next, c->to);
  if (credit) return cut_behind_credit(c, next, credit);
  /* at the end of a line, or near its beginning */
  if ((c->sentences < 4 || next + REQUEST_REACH > c->prose) && is_request(t, next, c->to)) {
    c->told = c->telling = 1;
    return cut_at(c, next) ? 0 : next;
  }
  if (c->telling || ko_page_cue(t, next, c->to, KO_PAGE_CUE_CLASS_NOTE) ||
      ko_signs_off(t, next, c->to, &name)) {
    c->telling = 0;
    return cut_at(c, next) ? 0 : next;
  }
  return end;
}

/* What the line ends with behind its last sentence, if it is short or leads to other pages. */
static int cut_left(cutter *c, uint32_t from) {
  uint32_t next = ko_skip_blanks(c->t, c->ended);
  int leads = 0;
  if (next >= c->to || c->sentences < 2 || c->to - from < MIN_LEFT_LINE ||
      ko_is_stop(c->t->ch[c->to - 1].cp))
    return 0;
  for (uint32_t i = next; i < c->to && !leads; i++)
    leads = ko_page_cue(c->t, i, c->to, KO_PAGE_CUE_CLASS_URL) != 0;
  return leads || c->to - next <= MAX_LEFT ? cut_at(c, next) : 0;
}

/* Is the # at i that of a tag behind the sentences of the line? */
static int begins_tag(const cutter *c, uint32_t i) {
  const ko_text *t = c->t;
  int behind = i >= c->prose || ko_skip_blanks(t, c->ended) == i || t->ch[c->piece].cp == '#';
  return behind && (i == c->ended || ko_is_blank(t, i - 1)) && i + 1 < c->to &&
         t->klass[i + 1] >= KO_CLASS_HANGUL && t->klass[i + 1] <= KO_CLASS_LETTER;
}

/* Look at the character at i. Returns where to read on, 0 when memory is out. */
static uint32_t step(cutter *c, uint32_t i) {
  const ko_text *t = c->t;
  ko_sentence_style_class style;
  uint32_t cp = t->ch[i].cp, end;
  if (t->klass[i] != KO_CLASS_SYMBOL) return i + 1;
  if (opens(cp)) return cut_at_bracket(c, i);
  if (cp == '=') return cut_at_equals(c, i);
  if (ko_page_cue(t, i, c->to, KO_PAGE_CUE_CLASS_ARROW)) {
    c->told |= is_request(t, i + 1, c->to);
    return c->told && cut_at(c, i) ? 0 : i + 1;
  }
  if (cp == '#' && begins_tag(c, i)) return cut_at(c, i) ? 0 : i + 1;
  end = ko_sentence_stop(t, c->ended, c->to, i, &style);
  if (end) return cut_after_sentence(c, i, end);
  /* 나루시의 새 다리. 나루시 제공최근 ... */
  end = ko_is_stop(cp) && c->shown && c->sentences == 0
            ? bare_credit(t, ko_skip_blanks(t, i + 1), c->to)
            : 0;
  return end ? cut_behind_credit(c, i, end) : i + 1;
}

int ko_cut_line(const ko_text *t, uint32_t from, uint32_t to, ko_spans *pieces) {
  cutter c = {.t = t, .to = to, .piece = from, .last = from, .ended = from, .shown = 1};
  ko_sentence_style_class style;
  c.out = pieces;
  for (uint32_t i = from; to - from >= MIN_LINE && i < to; i++) {
    uint32_t end = t->klass[i] == KO_CLASS_SYMBOL ? ko_sentence_stop(t, from, to, i, &style) : 0;
    if (ko_text_work(t, i)) return -1;
    if (end) c.prose = end;
  }
  for (uint32_t i = from; to - from >= MIN_LINE && i < to;) {
    i = step(&c, i);
    if (i == 0 || ko_text_work(t, i)) return -1;
  }
  return cut_left(&c, from) || cut_at(&c, to) ? -1 : 0;
}
