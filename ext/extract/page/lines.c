#include "extract/page/lines.h"

#include <string.h>

#include "base/buf.h"
#include "extract/page/page_days.h"
#include "text/marks.h"
#include "text/style.h"

enum {
  N_TOP = 3,         /* lines where the page's own title may stand */
  MAX_TAIL = 60,     /* letters after the last sentence that may be a signature */
  BESIDE_STAMP = 16, /* letters beside a date and its words that say nothing else */
  MAX_PART = 8,      /* of a mark of a broadcast */
  MAX_SAID = 400,    /* letters of a line that an address or a credit is the point of */
  MAX_CREDIT = 40,   /* characters of a picture's source */
  SURE_CREDIT = 8,   /* letters about who may use a picture */
};

void ko_lines_init(ko_lines *l, const ko_mem *mem) {
  memset(l, 0, sizeof *l);
  l->mem = mem;
  ko_page_cuts_init(&l->cuts, mem);
}

void ko_lines_free(ko_lines *l) {
  if (!l->mem) return;
  ko_page_cuts_free(&l->cuts);
  ko_free(l->mem, l->item);
  ko_free(l->mem, l->letters);
  ko_free(l->mem, l->letter_at);
  ko_free(l->mem, l->seen);
  ko_lines_init(l, l->mem);
}

/* ---- sentences ---- */

/* The style of the words that stop before `end`. */
static ko_sentence_style_class style_of(const ko_text *t, uint32_t from, uint32_t end) {
  while (end > from && ko_closes(t->ch[end - 1].cp)) end--;
  return ko_style_at_end(t, from, end);
}

typedef struct prose {
  int sentences;
  int asks;                     /* 1: the last ends with ? or ! */
  ko_sentence_style_class last; /* of the last sentence */
  uint32_t after; /* where the last sentence ends, with closing marks; the line's text if none */
} prose;

static int read_prose(const ko_text *t, uint32_t from, uint32_t to, prose *out) {
  prose p = {0, 0, KO_SENTENCE_STYLE_CLASS_ABSENT, from};
  uint32_t after = from; /* where the stops and closing marks end that were looked at last */
  for (uint32_t i = from; i < to; i++) {
    ko_sentence_style_class e;
    if (ko_text_work(t, i)) return -1;
    if (t->klass[i] != KO_CLASS_SYMBOL || i == from || !ko_is_stop(t->ch[i].cp)) continue;
    if (t->ch[i].cp == '.' && i + 1 < to && t->ch[i + 1].cp == '.') { /* an ellipsis */
      while (i + 1 < to && t->ch[i + 1].cp == '.') i++;
      continue;
    }
    if (after <= i) after = i + 1;
    while (after < to && (ko_closes(t->ch[after].cp) || ko_is_stop(t->ch[after].cp))) after++;
    if (after < to && t->klass[after] != KO_CLASS_SPACE && t->klass[after] != KO_CLASS_SYMBOL &&
        t->klass[after] != KO_CLASS_HANGUL)
      continue;
    e = style_of(t, from, i);
    if (t->klass[i - 1] != KO_CLASS_HANGUL && !ko_closes(t->ch[i - 1].cp)) continue;
    if (after < to && t->klass[after] == KO_CLASS_HANGUL && e != KO_SENTENCE_STYLE_CLASS_PLAIN &&
        e != KO_SENTENCE_STYLE_CLASS_POLITE)
      continue;
    p.sentences++;
    p.asks = t->ch[i].cp != '.' && t->ch[i].cp != 0x3002;
    p.last = e;
    if (p.asks && e == KO_SENTENCE_STYLE_CLASS_PLAIN) /* 숙취가 없었다? asks the headline */
      p.last = KO_SENTENCE_STYLE_CLASS_ABSENT;
    p.after = after;
    i = after - 1;
  }
  *out = p;
  return 0;
}

/* ---- one line ---- */

/* What page words say of one line. */
typedef struct wording {
  uint32_t covered;                           /* letters */
  ko_page_words_kind first;                   /* of a word at the very beginning */
  uint32_t n_first;                           /* its letters */
  ko_page_words_kind last;                    /* of a word at the very end */
  uint32_t last_at;                           /* where that begins */
  uint32_t kind[KO_PAGE_WORDS_KIND_DESK + 1]; /* letters covered by each kind */
} wording;

/* FNV-1a */
#define HASH_START 1469598103934665603u
static uint64_t add_to_hash(uint64_t hash, char c) {
  return (hash ^ (unsigned char)c) * 1099511628211u;
}

static int gather_letters(ko_lines *l, const ko_text *t, ko_line *line, size_t *bytes,
                          uint64_t *hash) {
  size_t n = 0;
  uint32_t letters = 0;
  if (ko_grow(l->mem, &l->letters, &l->cap_letters, 4 * (size_t)(line->end - line->start) + 4, 1) ||
      ko_grow(l->mem, &l->letter_at, &l->cap_letter_at, 4 * (size_t)(line->end - line->start) + 4,
              sizeof *l->letter_at))
    return -1;
  *hash = HASH_START;
  for (uint32_t i = line->start; i < line->end; i++) {
    if (ko_text_work(t, i)) return -1;
    if (t->klass[i] == KO_CLASS_SPACE) continue;
    for (size_t end = n + ko_encode(ko_lower(t->ch[i].cp), l->letters + n); n < end; n++) {
      l->letter_at[n] = i;
      *hash = add_to_hash(*hash, l->letters[n]);
    }
    letters++;
  }
  *bytes = n;
  line->letters = letters < 0xFFFF ? (uint16_t)letters : 0xFFFF;
  return 0;
}

static int is_word_letter(ko_class k) {
  return k == KO_CLASS_HANGUL || k == KO_CLASS_LETTER || k == KO_CLASS_DIGIT || k == KO_CLASS_HAN;
}

static int read_words(const ko_lines *l, const ko_text *t, size_t bytes, wording *out) {
  wording w;
  int begun = 0; /* 1: a letter that is no mark was seen */
  memset(&w, 0, sizeof w);
  for (size_t i = 0; i < bytes;) {
    size_t n, lead;
    uint32_t cp = ko_table_char(l->letters + i, bytes - i, &lead), at = l->letter_at[i];
    ko_page_words_kind kind = ko_table_begins(&ko_table_page_words, cp)
                                  ? ko_page_word_at(l->letters + i, bytes - i, &n)
                                  : KO_PAGE_WORDS_KIND_ABSENT;
    int word = is_word_letter(t->klass[at]);
    if (ko_text_work(t, i)) return -1;
    if (kind != KO_PAGE_WORDS_KIND_ABSENT) {
      uint32_t letters = 0;
      for (size_t k = i; k < i + n; k++) letters += !ko_is_continuation(l->letters[k]);
      w.kind[kind] += letters;
      if (kind < KO_PAGE_WORDS_KIND_REPORTER) w.covered += letters;
      if (!begun) w.first = kind, w.n_first = letters;
      w.last = kind;
      w.last_at = at;
      begun = 1;
      i += n;
      continue;
    }
    if (word) w.last = KO_PAGE_WORDS_KIND_ABSENT, begun = 1;
    i += lead;
  }
  *out = w;
  return 0;
}

/* Does [a, b), in brackets or behind a slash, say where a picture is from? */
static int is_source(const ko_text *t, uint32_t a, uint32_t b) {
  return ko_is_press(t, a, b) || ko_page_cue(t, a, b, KO_PAGE_CUE_CLASS_PHOTO);
}

/* ... in the bracket at the end of the line: [사진 = 가나], (왼쪽) (서울=뉴스1)? -1: no more can be there. */
static int bracket_credits(const ko_text *t, const ko_line *line, uint32_t open) {
  uint32_t b = line->end - 1, i = b;
  while (i > line->start && line->end - i < MAX_CREDIT && t->ch[i].cp != open) i--;
  if (t->ch[i].cp != open || i == line->start) return -1;
  for (uint32_t k = i + 1; k < b; k++)
    if (t->ch[k].cp == '=' || ko_is_copyright(t, k)) return 1;
  return is_source(t, i + 1, b);
}

/* ... behind a mark at the end: /뉴스1, 사진: 가나, ⓒ 가나? -1: no such mark. */
static int tail_credits(const ko_text *t, const ko_line *line, uint32_t end, const wording *w) {
  for (uint32_t i = end; i > line->start && end - i < MAX_CREDIT; i--) {
    uint32_t c = t->ch[i - 1].cp, a = i;
    if (i - 1 > line->start + 5 && ko_is_copyright(t, i - 1) &&
        w->kind[KO_PAGE_WORDS_KIND_RIGHTS] == 0)
      return 1;
    if (c == '/' || c == '=' || c == '|' || c == ':') {
      if (a < end && t->ch[a].cp == ' ') a++;
      return is_source(t, i, end) || is_source(t, a, end) ||
             (w->kind[KO_PAGE_WORDS_KIND_CREDIT] + w->kind[KO_PAGE_WORDS_KIND_SOURCE] > 0 &&
              w->last_at + 4 > i);
    }
    if (ko_is_stop(c)) break;
  }
  return -1;
}

static int is_credit_word(ko_page_words_kind kind) {
  return kind == KO_PAGE_WORDS_KIND_CREDIT || kind == KO_PAGE_WORDS_KIND_SOURCE;
}

/* Does the line end by saying whose picture it is? */
static int ends_in_credit(const ko_text *t, const ko_line *line, const wording *w, const prose *p) {
  uint32_t end = line->end, last = t->ch[end - 1].cp, i;
  uint32_t open = ko_mark_of(last) == KO_MARK_CLASS_BRACKET ? ko_mark_opening(last) : 0;
  int found;
  if (w->last == KO_PAGE_WORDS_KIND_CREDIT || w->kind[KO_PAGE_WORDS_KIND_CREDIT] >= SURE_CREDIT)
    return 1;
  if (open) {
    found = bracket_credits(t, line, open);
    if (found) return found > 0;
    end--;
  }
  found = tail_credits(t, line, end, w);
  if (found >= 0) return found;
  if (is_credit_word(w->first)) { /* 사진= */
    i = line->start + w->n_first + 1;
    if (i < line->end && (t->ch[i - 1].cp == '=' || t->ch[i].cp == '=')) return 1;
  }
  if (t->ch[line->start].cp == '[' &&
      ko_page_cue(t, line->start + 1, line->end, KO_PAGE_CUE_CLASS_PHOTO))
    return 1;
  if (p->sentences && !p->asks && p->after < line->end)
    return w->last == KO_PAGE_WORDS_KIND_SOURCE || ko_is_press(t, p->after, line->end);
  return 0;
}

/* A Latin letter says half of what a syllable does. */
static void look_at_length(const ko_text *t, ko_line *line) {
  uint32_t n = line->letters, latin = 0;
  for (uint32_t i = line->start; i < line->end && n < 0xFFFF; i++)
    latin += t->klass[i] == KO_CLASS_LETTER;
  n -= latin / 2;
  ko_line_set(line, n <= 4    ? KO_LINE_TINY
                    : n <= 14 ? KO_LINE_SHORT
                    : n <= 50 ? KO_LINE_HEADING
                    : n <= 90 ? KO_LINE_LONG
                              : KO_LINE_PARAGRAPH);
}

/* Does the character make a line look like a headline: … · “ ” , as against > and |, which divide menus? */
static int is_newsy(uint32_t c) {
  switch (ko_mark_of(c)) {
  case KO_MARK_CLASS_ELLIPSIS:
  case KO_MARK_CLASS_DOT: return 1;
  case KO_MARK_CLASS_QUOTE: return ko_mark_closing(c) != 0;
  default: return c == ',';
  }
}

static int is_bar(uint32_t c) {
  return c == '|' || c == '>' || c == 0x203A || c == 0x00BB;
}

/* What the words at character i say of the line. */
static void look_at_cue(const ko_text *t, ko_line *line, uint32_t i) {
  uint32_t c = t->ch[i].cp;
  if (c == '(' && ko_page_cue(t, i + 1, line->end, KO_PAGE_CUE_CLASS_SIDE))
    ko_line_set(line, KO_LINE_SIDES);
  if ((c == 'h' || c == 'w') && ko_page_cue(t, i, line->end, KO_PAGE_CUE_CLASS_URL))
    ko_line_set(line, KO_LINE_URL);
  if (t->klass[i] == KO_CLASS_DIGIT && i + 3 < line->end && line->letters < 40 &&
      ko_page_cue(t, i + 1, line->end, KO_PAGE_CUE_CLASS_AGO))
    ko_line_set(line, KO_LINE_AGO);
}

static int look_at_characters(const ko_text *t, ko_line *line) {
  uint32_t digits = 0, bars = 0, newsy = 0, chatty = 0;
  for (uint32_t i = line->start; i < line->end; i++) {
    uint32_t c = t->ch[i].cp;
    if (ko_text_work(t, i)) return -1;
    if (t->klass[i] == KO_CLASS_HANGUL || c == ' ') continue;
    digits += t->klass[i] == KO_CLASS_DIGIT;
    chatty += c == '!' || c == '~' ||
              (t->klass[i] == KO_CLASS_JAMO && ko_page_cue(t, i, i + 1, KO_PAGE_CUE_CLASS_LAUGH));
    if (t->klass[i] == KO_CLASS_SYMBOL) bars += (uint32_t)is_bar(c), newsy += (uint32_t)is_newsy(c);
    if (c == '\t') ko_line_set(line, KO_LINE_LABEL);
    if (c == '.' && i + 2 < line->end && t->ch[i + 1].cp == '.' &&
        t->klass[i + 2] != KO_CLASS_SPACE)
      newsy++;
    look_at_cue(t, line, i);
  }
  if (digits * 2 > line->letters) ko_line_set(line, KO_LINE_DIGITS);
  if (bars * 14 > line->letters) ko_line_set(line, KO_LINE_BARS);
  if (newsy && line->letters < 80) ko_line_set(line, KO_LINE_NEWSY);
  if (chatty > 1) ko_line_set(line, KO_LINE_CHATTY);
  return 0;
}

static int is_arrow(uint32_t c) {
  return c == 0x25B6 || c == 0x25B7 || c == 0x25BA || c == 0x25B8 || c == 0x261B || c == 0x261E ||
         c == 0x27A1 || c == 0x2794;
}

/* The mark that the line begins with; returns what stands behind it. */
static uint32_t look_at_mark(const ko_text *t, ko_line *line) {
  uint32_t c = t->ch[line->start].cp;
  if (c == '*' || c == 0x2023 || ko_is_dot(c) || ko_is_dash(c)) {
    ko_line_set(line, KO_LINE_DASH);
    line->mark = 1;
  } else if (ko_page_cue(t, line->start, line->end, KO_PAGE_CUE_CLASS_NOTE)) {
    ko_line_set(line, KO_LINE_LINK);
    line->mark = 2;
  } else if (c >= 0x25A0 && c <= 0x27BF) {
    ko_line_set(line, is_arrow(c) ? KO_LINE_LINK : KO_LINE_SHAPE);
    line->mark = KO_LINE_MARK(c);
  }
  return line->start + (line->mark != 0);
}

/* The number at i, if the line goes on behind it. */
static void look_at_number(const ko_text *t, ko_line *line, uint32_t i) {
  uint32_t number = 0;
  int digits = 0;
  while (i < line->end && t->klass[i] == KO_CLASS_SPACE) i++;
  for (; i < line->end && t->klass[i] == KO_CLASS_DIGIT && digits < 9; i++, digits++)
    if (t->ch[i].cp >= '0' && t->ch[i].cp <= '9') number = number * 10 + t->ch[i].cp - '0';
  line->number = digits && i < line->end ? number : UINT32_MAX;
}

/* Does the line begin with a bracket, and go on behind it: [단독] ...? */
static int is_tagged(const ko_text *t, const ko_line *line) {
  uint32_t c = t->ch[line->start].cp, close = ko_mark_closing(c);
  if (c != '[' && c != '<' && c != 0x3010) return 0;
  for (uint32_t i = line->start + 1; i < line->end && i < line->start + 14; i++)
    if (t->ch[i].cp == close && i + 3 < line->end) return 1;
  return 0;
}

/* ... with a short label: 장소: ... */
static int is_labelled(const ko_text *t, const ko_line *line) {
  for (uint32_t i = line->start + 2; i + 2 < line->end && i < line->start + 9; i++)
    if (t->ch[i].cp == ':' && t->klass[i - 1] != KO_CLASS_DIGIT) return t->ch[i + 1].cp != '/';
  return 0;
}

static void look_at_beginning(const ko_text *t, ko_line *line) {
  look_at_number(t, line, look_at_mark(t, line));
  if (is_labelled(t, line)) ko_line_set(line, KO_LINE_LABEL);
  if (is_tagged(t, line)) ko_line_set(line, KO_LINE_TAGGED);
}

static uint32_t letters_of(const ko_line *line) {
  return line->letters ? line->letters : 1;
}

/* How much of the line page words cover. In a short one digits count as they do. */
static void look_at_cover(const ko_text *t, ko_line *line, const wording *w) {
  uint32_t letters = letters_of(line), digits = 0, covered = w->covered, share;
  for (uint32_t i = line->start; i < line->end && line->letters < 40; i++)
    digits += t->klass[i] == KO_CLASS_DIGIT;
  /* names of sections are words like others, unless the line is made of them */
  if ((w->covered + digits) * 100 < letters * 60) covered -= w->kind[KO_PAGE_WORDS_KIND_SECTION];
  share = (letters < 40 && covered ? covered + digits : covered) * 100 / letters;
  line->cover = (uint8_t)(share > 100 ? 100 : share);
  if (ko_line_is(line, KO_LINE_LINK) && ko_line_is(line, KO_LINE_OPEN) && covered == 0 &&
      !ko_line_is(line, KO_LINE_NEWSY)) { /* ▶ 쟁점 */
    ko_line_unset(line, KO_LINE_LINK);
    ko_line_set(line, KO_LINE_SHAPE);
  }
  if (w->covered == 0 && letters >= 8 && ko_line_is(line, KO_LINE_OPEN))
    ko_line_set(line, KO_LINE_WORDS);
  if (share >= 65 || (t->ch[line->start].cp == '[' && ko_line_is(line, KO_LINE_OPEN) &&
                      is_credit_word(w->first) && !ko_line_is(line, KO_LINE_CREDIT)))
    ko_line_set(line, KO_LINE_COVERED); /* [그래픽] what it shows */
  else if (share >= 38)
    ko_line_set(line, KO_LINE_HALF);
  else if (share >= 20)
    ko_line_set(line, KO_LINE_SOME);
}

/* Does the line say who may copy the page, or who publishes it? */
static void look_at_rights(const ko_text *t, ko_line *line, const wording *w) {
  uint32_t letters = letters_of(line), rights = w->kind[KO_PAGE_WORDS_KIND_RIGHTS],
           footer = w->kind[KO_PAGE_WORDS_KIND_FOOTER];
  int copyright = 0, has_digits = 0;
  for (uint32_t i = line->start; i < line->end && i < line->start + 30; i++)
    copyright |= ko_is_copyright(t, i);
  for (uint32_t i = line->start; i < line->end && !has_digits; i++)
    has_digits = t->klass[i] == KO_CLASS_DIGIT;
  if (rights * (copyright ? 20 : 6) >= letters + (copyright ? 0 : 8) ||
      (copyright && letters < 30 && !ko_line_is(line, KO_LINE_TAILED) &&
       !ko_line_is(line, KO_LINE_CREDIT)))
    ko_line_set(line, KO_LINE_RIGHTS);
  if (footer * 3 >= letters || footer >= 14 || (footer >= 7 && has_digits))
    ko_line_set(line, KO_LINE_FOOTER);
}

/* Does the line head a list of other articles, the readers' comments, a summary? */
static void look_for_heads(ko_line *line, const wording *w) {
  uint32_t letters = letters_of(line);
  int alone = w->covered * 100 >= letters * 55 && letters <= 24;
  if (letters > 60 || !ko_line_is(line, KO_LINE_OPEN)) return;
  if ((w->first == KO_PAGE_WORDS_KIND_LIST && (alone || w->n_first >= 4)) ||
      (alone && w->kind[KO_PAGE_WORDS_KIND_LIST] >= 3))
    ko_line_set(line, KO_LINE_LIST_HEAD);
  if (alone && (w->first == KO_PAGE_WORDS_KIND_COMMENT || w->kind[KO_PAGE_WORDS_KIND_COMMENT] >= 2))
    ko_line_set(line, KO_LINE_TALK_HEAD);
  if (alone && w->kind[KO_PAGE_WORDS_KIND_SUMMARY] * 2 >= letters)
    ko_line_set(line, KO_LINE_SUMMARY_HEAD);
}

/* Does the sentence that ends at `end` tell what a picture shows, with a date or a name behind it? */
static int tells_scene(const ko_text *t, const ko_line *line, uint32_t end) {
  ko_span found;
  int32_t day;
  uint32_t stop = end;
  while (stop > line->start && t->klass[stop - 1] == KO_CLASS_SYMBOL) stop--;
  if (ko_ends_in_page_cue(t, line->start, stop, KO_PAGE_CUE_CLASS_GOING)) return 1;
  return ko_line_is(line, KO_LINE_SIDES) || ko_find_stamp(t, end, line->end, &day, &found);
}

/* Is all of it in quotation marks? People speak politely on any page. */
static int is_speech(const ko_text *t, uint32_t from, uint32_t to) {
  uint32_t open = t->ch[from].cp;
  return ko_is_double_quote(open) && t->ch[to - 1].cp == ko_mark_closing(open);
}

/* A signature behind the last sentence is no text; anything else there says that the line tells of
** a picture. */
static int look_at_prose(const ko_text *t, ko_line *line, prose *p) {
  uint32_t tail, end = line->end;
  ko_span found;
  int email;
  if (read_prose(t, line->text, line->end, p)) return -1;
  tail = line->end - p->after;
  email = ko_find_email(t, p->sentences ? p->after : line->start, line->end, &found);
  if (p->sentences && tail) {
    if (p->sentences == 1 && tells_scene(t, line, p->after))
      ko_line_set(line, KO_LINE_TAILED), ko_line_set(line, KO_LINE_SCENE);
    else if (tail <= MAX_TAIL && (email || ko_names_reporter(t, p->after, line->end)))
      line->text_end = p->after;
    else if (tail <= MAX_CREDIT && !p->asks)
      ko_line_set(line, KO_LINE_TAILED);
  } else if (email) {
    ko_line_set(line, KO_LINE_EMAIL);
  }
  end = line->text_end;
  if (p->sentences == 1 && ko_signs_off(t, line->text, end, &found))
    p->sentences = 0, p->after = end;
  if (p->sentences > 1) ko_line_set(line, KO_LINE_MANY);
  if (p->sentences && p->after == end) {
    int polite = p->last == KO_SENTENCE_STYLE_CLASS_POLITE;
    if (p->last == KO_SENTENCE_STYLE_CLASS_PLAIN || (polite && is_speech(t, line->text, end)))
      ko_line_set(line, KO_LINE_SENTENCE);
    else /* which style is odd: see line_places.c */
      ko_line_set(line, polite ? KO_LINE_ODD : KO_LINE_STOPPED);
  } else if (line->letters >= 40 && style_of(t, line->text, end) == KO_SENTENCE_STYLE_CLASS_PLAIN) {
    ko_line_set(line, KO_LINE_SENTENCE);
  } else {
    ko_line_set(line, KO_LINE_OPEN);
  }
  return 0;
}

/* Is there a day of publication on the line, and little else? */
static int is_stamp(const ko_text *t, const ko_line *line, const wording *w) {
  ko_span found;
  int32_t day;
  uint32_t dated = 0; /* digits, and the letters of a month */
  if (line->letters > 80 || ko_line_is(line, KO_LINE_TAGGED) ||
      !ko_find_stamp(t, line->start, line->end, &day, &found))
    return 0;
  for (uint32_t i = line->start; i < line->end; i++)
    dated += t->klass[i] == KO_CLASS_DIGIT ||
             (t->klass[i] == KO_CLASS_LETTER && i >= found.start && i < found.end);
  return line->letters < dated + w->kind[KO_PAGE_WORDS_KIND_STAMP] + BESIDE_STAMP;
}

static void look_at_pieces(const ko_text *t, ko_line *line, const wording *w, const prose *p) {
  int named = 0;
  if (line->text > line->start) {
    if (line->text < line->end)
      ko_line_set(line, KO_LINE_DATELINE);
    else
      named = 1;
  }
  if (ends_in_credit(t, line, w, p)) ko_line_set(line, KO_LINE_CREDIT);
  if (!p->sentences && is_stamp(t, line, w)) ko_line_set(line, KO_LINE_STAMP);
  if (!p->sentences && !ko_line_is(line, KO_LINE_DATELINE) &&
      line->letters <= (ko_line_is(line, KO_LINE_CREDIT) ? 16 : 50) &&
      (named || ko_names_reporter(t, line->start, line->end) ||
       (w->last == KO_PAGE_WORDS_KIND_REPORTER && line->letters <= 16)))
    ko_line_set(line, KO_LINE_REPORTER);
  if (ko_is_press(t, line->start, line->end)) ko_line_set(line, KO_LINE_PRESS);
  if (w->last == KO_PAGE_WORDS_KIND_SCENE && ko_line_is(line, KO_LINE_OPEN))
    ko_line_set(line, KO_LINE_SCENE);
}

/* Has the text of line i been on the page before? */
static int seen_before(ko_lines *l, size_t i, const uint64_t *hashes) {
  size_t k = (size_t)hashes[i] & (l->cap_seen - 1);
  for (; l->seen[k]; k = (k + 1) & (l->cap_seen - 1))
    if (hashes[l->seen[k] - 1] == hashes[i]) return 1;
  l->seen[k] = (uint32_t)i + 1;
  return 0;
}

/* Is this the page's own title, with the site's name behind it? *hash becomes that of the title. */
static void look_for_site(const ko_lines *l, const ko_text *t, ko_line *line, uint64_t *hash) {
  uint32_t end = ko_before_site(t, line->start, line->end);
  *hash = 0;
  if (end == line->end) return;
  *hash = HASH_START;
  for (size_t n = 0; l->letter_at[n] < end; n++) *hash = add_to_hash(*hash, l->letters[n]);
  ko_line_unset(line, KO_LINE_CREDIT);
  ko_line_unset(line, KO_LINE_TAILED);
  ko_line_unset(line, KO_LINE_BARS);
  ko_line_set(line, KO_LINE_SITE);
}

/* Is the line a mark of a broadcast, [앵커], behind which somebody speaks? It stands in the body without being
** text of it. */
static int is_part(const ko_text *t, const ko_line *line) {
  uint32_t a = line->start + 1, b = line->end - 1;
  if (line->letters > MAX_PART || a >= b || t->klass[a - 1] != KO_CLASS_SYMBOL ||
      t->klass[b] != KO_CLASS_SYMBOL)
    return 0;
  ko_trim(t, &a, &b);
  return a < b && ko_page_cue(t, a, b, KO_PAGE_CUE_CLASS_PART) == b;
}

/* Is the line nothing but tags: #하나 #둘? */
static int is_tags(const ko_text *t, const ko_line *line) {
  uint32_t words = 0, tags = 0;
  for (uint32_t i = line->start; i < line->end; i++) {
    int begins = !ko_is_blank(t, i) && (i == line->start || ko_is_blank(t, i - 1));
    words += (uint32_t)begins;
    tags += t->ch[i].cp == '#';
  }
  return t->ch[line->start].cp == '#' && tags * 3 > words * 2;
}

/* What a piece behind the sentences of a line of the page says, and what asks something of the readers. */
static void look_at_rest(const ko_text *t, ko_line *line, const wording *w) {
  uint32_t tip = w->kind[KO_PAGE_WORDS_KIND_TIP];
  if (tip >= 4 && tip * 100 >= letters_of(line) * 12) ko_line_set(line, KO_LINE_TIP);
  if (is_tags(t, line)) ko_line_set(line, KO_LINE_TAGS);
  if (line->glued && ko_line_is(line, KO_LINE_OPEN)) ko_line_set(line, KO_LINE_REST);
}

/* What a few words may say of a short line they do not say of a long one. */
static void forgive_length(ko_line *line) {
  static const ko_trait traits[] = {KO_LINE_EMAIL, KO_LINE_URL,    KO_LINE_FOOTER,
                                    KO_LINE_SIDES, KO_LINE_CREDIT, KO_LINE_CHATTY};
  for (size_t i = 0; line->letters > MAX_SAID && i < sizeof traits / sizeof *traits; i++)
    ko_line_unset(line, traits[i]);
}

/* The first line of a page is a title, most often: [지금뉴스] behind it names a series and no publisher, [그래픽] before it
** no maker. */
static void forgive_title(ko_line *line, const wording *w) {
  if (w->kind[KO_PAGE_WORDS_KIND_CREDIT] + w->kind[KO_PAGE_WORDS_KIND_SOURCE] == 0)
    ko_line_unset(line, KO_LINE_CREDIT);
  if (line->cover < 65) ko_line_unset(line, KO_LINE_COVERED);
}

static int look_at_lines(ko_lines *l, const ko_text *t, uint64_t *hashes) {
  uint64_t site[N_TOP] = {0};
  for (size_t i = 0; i < l->n; i++) {
    ko_line *line = &l->item[i];
    size_t bytes;
    wording w;
    prose p;
    if (ko_work(l->mem, 2) || gather_letters(l, t, line, &bytes, &hashes[i]) ||
        read_words(l, t, bytes, &w))
      return -1;
    line->text = ko_after_dateline(t, line->start, line->end);
    look_at_length(t, line);
    if (look_at_characters(t, line)) return -1;
    look_at_beginning(t, line);
    if (look_at_prose(t, line, &p)) return -1;
    look_at_pieces(t, line, &w, &p);
    look_at_cover(t, line, &w);
    look_at_rights(t, line, &w);
    look_for_heads(line, &w);
    look_at_rest(t, line, &w);
    if (is_part(t, line)) {
      line->traits = 0;
      line->text = line->text_end;
      ko_line_set(line, KO_LINE_DATELINE);
    }
    forgive_length(line);
    if (i == 0) forgive_title(line, &w);
    if (i < N_TOP && line->letters > 11) look_for_site(l, t, line, &site[i]);
    for (size_t k = 0; k < N_TOP && k < i; k++)
      if (site[k] && site[k] == hashes[i]) ko_line_set(&l->item[k], KO_LINE_AGAIN);
    if (line->letters > 6 && seen_before(l, i, hashes)) ko_line_set(line, KO_LINE_AGAIN);
  }
  return 0;
}

/* One line for each piece, of which nothing is known yet but where it stands. */
static int lay_out(ko_lines *l) {
  l->n = 0;
  if (ko_grow(l->mem, &l->item, &l->cap, l->cuts.n, sizeof *l->item)) return -1;
  for (; l->n < l->cuts.n; l->n++) {
    const ko_piece *piece = &l->cuts.item[l->n];
    ko_line *line = &l->item[l->n];
    memset(line, 0, sizeof *line);
    line->start = line->text = piece->span.start;
    line->end = line->text_end = piece->span.end;
    line->glued = piece->glued;
    if (piece->gap) ko_line_set(line, KO_LINE_GAP);
  }
  return 0;
}

int ko_lines_read(ko_lines *l, const ko_text *t) {
  uint64_t *hashes;
  size_t room = 16;
  int rc;
  if (ko_page_cuts_find(&l->cuts, t) || lay_out(l)) return -1;
  if (l->n == 0) return 0;
  while (room < 2 * l->n) room *= 2;
  ko_free(l->mem, l->seen);
  l->cap_seen = 0;
  l->seen = ko_calloc(l->mem, room * sizeof *l->seen);
  hashes = ko_alloc(l->mem, l->n * sizeof *hashes);
  if (!l->seen || !hashes) {
    ko_free(l->mem, hashes);
    return -1;
  }
  l->cap_seen = room;
  rc = look_at_lines(l, t, hashes);
  ko_free(l->mem, hashes);
  return rc ? -1 : 0;
}
