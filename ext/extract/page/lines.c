#include "extract/page/lines.h"

#include <string.h>

#include "extract/page/imprint.h"
#include "base/buf.h"

enum {
  N_TOP = 3,       /* lines where the page's own title may stand */
  MAX_TAIL = 60,   /* letters after the last sentence that may be a signature */
  MAX_SAID = 400,  /* letters of a line that an address or a credit is the point of */
  MAX_CREDIT = 40, /* characters of a picture's source */
};

void ko_lines_init(ko_lines *l, const ko_mem *mem) {
  memset(l, 0, sizeof *l);
  l->mem = mem;
}

void ko_lines_free(ko_lines *l) {
  if (!l->mem) return;
  ko_free(l->mem, l->item);
  ko_free(l->mem, l->letters);
  ko_free(l->mem, l->letter_at);
  ko_free(l->mem, l->seen);
  ko_lines_init(l, l->mem);
}

/* ---- cutting ---- */

static int is_break(uint32_t c) {
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

static int cut(ko_lines *l, const ko_text *t) {
  uint32_t at = 0, n = (uint32_t)t->n;
  int breaks = 0;
  l->n = 0;
  while (at < n) {
    uint32_t end = at, a, b;
    while (end < n && !is_break(t->ch[end].cp)) end++;
    a = at, b = end;
    ko_trim(t, &a, &b);
    while (b > a && t->ch[b - 1].cp == '|') b--; /* what a table leaves behind */
    while (a < b && t->ch[a].cp == '|') a++;
    ko_trim(t, &a, &b);
    if (a < b) {
      ko_line *line;
      if (ko_grow(l->mem, &l->item, &l->cap, l->n + 1, sizeof *l->item)) return -1;
      line = &l->item[l->n++];
      memset(line, 0, sizeof *line);
      line->start = line->text = a;
      line->end = line->text_end = b;
      if (breaks > 1) ko_line_set(line, KO_LINE_GAP);
      breaks = 0;
    }
    breaks++;
    at = end + 1;
  }
  return 0;
}

/* ---- sentences ---- */

typedef enum ending { NO_END, PLAIN_END, POLITE_END, OTHER_END } ending;

static int is_closing(uint32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '>' || c == 0x201D || c == 0x2019 ||
         c == 0x300D || c == 0x300F || c == 0x3011;
}

static int is_stop(uint32_t c) {
  return c == '.' || c == '?' || c == '!' || c == 0x3002;
}

/* How do the words end that stop before `end`: 했다, 합니다 / 해요, or otherwise? */
static ending ending_of(const ko_text *t, uint32_t from, uint32_t end) {
  uint32_t c;
  while (end > from && is_closing(t->ch[end - 1].cp)) end--;
  if (end == from || t->klass[end - 1] != KO_CLASS_HANGUL) return OTHER_END;
  c = t->ch[end - 1].cp;
  if (c == 0xB2E4) { /* 다 */
    if (end >= from + 3 && t->ch[end - 2].cp == 0xB2C8 /* 니 */ &&
        t->klass[end - 3] == KO_CLASS_HANGUL &&
        (t->ch[end - 3].cp - 0xAC00) % 28 == 17 /* ㅂ below */)
      return POLITE_END;
    return PLAIN_END;
  }
  if (c == 0xC694 || c == 0xC8E0 || c == 0xC624) return POLITE_END; /* 요 죠 오 */
  return OTHER_END;
}

typedef struct prose {
  int sentences;
  int asks;       /* 1: the last ends with ? or ! */
  ending last;    /* of the last sentence */
  uint32_t after; /* where the last sentence ends, with closing marks; the line's text if none */
} prose;

static prose read_prose(const ko_text *t, uint32_t from, uint32_t to) {
  prose p = {0, 0, NO_END, from};
  for (uint32_t i = from; i < to; i++) {
    ending e;
    uint32_t after = i + 1;
    if (!is_stop(t->ch[i].cp) || i == from) continue;
    if (t->ch[i].cp == '.' && after < to && t->ch[after].cp == '.') { /* an ellipsis */
      while (i + 1 < to && t->ch[i + 1].cp == '.') i++;
      continue;
    }
    while (after < to && (is_closing(t->ch[after].cp) || is_stop(t->ch[after].cp))) after++;
    if (after < to && t->klass[after] != KO_CLASS_SPACE && t->klass[after] != KO_CLASS_SYMBOL &&
        t->klass[after] != KO_CLASS_HANGUL)
      continue;
    e = ending_of(t, from, i);
    if (t->klass[i - 1] != KO_CLASS_HANGUL && !is_closing(t->ch[i - 1].cp)) continue;
    if (after < to && t->klass[after] == KO_CLASS_HANGUL && e != PLAIN_END) continue;
    p.sentences++;
    p.asks = t->ch[i].cp != '.' && t->ch[i].cp != 0x3002;
    p.last = p.asks && e == PLAIN_END ? OTHER_END : e; /* 숙취가 없었다? asks the headline */
    p.after = after;
    i = after - 1;
  }
  return p;
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

static wording read_words(const ko_lines *l, const ko_text *t, size_t bytes) {
  wording w;
  int begun = 0; /* 1: a letter that is no mark was seen */
  memset(&w, 0, sizeof w);
  for (size_t i = 0; i < bytes;) {
    size_t n;
    uint32_t cp, at = l->letter_at[i];
    ko_page_words_kind kind = ko_page_word_at(l->letters + i, bytes - i, &n);
    int word = is_word_letter(t->klass[at]);
    if (kind != KO_PAGE_WORDS_KIND_ABSENT) {
      uint32_t letters = 0;
      for (size_t k = i; k < i + n; k++) letters += (l->letters[k] & 0xC0) != 0x80;
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
    i += ko_unit((const unsigned char *)l->letters + i, bytes - i, &cp);
  }
  return w;
}

/* Is there a picture's source at the end: [사진 = 가나], (왼쪽) /뉴스1, 자료사진? */
static int ends_in_credit(const ko_text *t, const ko_line *line, const wording *w, const prose *p) {
  uint32_t a = line->start, b = line->end, i;
  uint32_t last = t->ch[b - 1].cp;
  uint32_t open = last == ')'      ? '('
                  : last == ']'    ? '['
                  : last == '>'    ? '<'
                  : last == 0x3011 ? 0x3010
                                   : 0;
  if (w->last == KO_PAGE_WORDS_KIND_CREDIT) return 1;
  if (open) {
    for (i = b - 1; i > a && b - i < MAX_CREDIT && t->ch[i].cp != open; i--) {
    }
    if (t->ch[i].cp != open || i == a) return 0;
    a = i + 1, b--;
    for (i = a; i < b; i++)
      if (t->ch[i].cp == '=' || ko_is_copyright(t, i)) return 1;
    if (ko_is_press(t, a, b) || ko_text_has(t, a, b, "사진")) return 1;
    a = line->start;
  }
  for (i = b; i > a && b - i < MAX_CREDIT; i--) {
    uint32_t c = t->ch[i - 1].cp;
    if (i - 1 > a + 5 && ko_is_copyright(t, i - 1) && w->kind[KO_PAGE_WORDS_KIND_RIGHTS] == 0)
      return 1;
    if (c == '/' || c == '=' || c == '|' || c == ':')
      return ko_is_press(t, i, b) || ko_text_has(t, i, b, "사진") ||
             ko_text_has(t, i, b, " 사진") ||
             (w->kind[KO_PAGE_WORDS_KIND_CREDIT] + w->kind[KO_PAGE_WORDS_KIND_SOURCE] > 0 &&
              w->last_at + 4 > i);
    if (is_stop(c)) break;
  }
  if (w->first == KO_PAGE_WORDS_KIND_CREDIT || w->first == KO_PAGE_WORDS_KIND_SOURCE) { /* 사진= */
    i = line->start + w->n_first + 1;
    if (i < line->end && (t->ch[i - 1].cp == '=' || t->ch[i].cp == '=')) return 1;
  }
  if (ko_text_has(t, line->start, line->end, "[사진")) return 1;
  if (p->sentences && !p->asks && p->after < line->end)
    return w->last == KO_PAGE_WORDS_KIND_SOURCE || ko_is_press(t, p->after, line->end);
  return 0;
}

static void look_at_length(ko_line *line) {
  uint32_t n = line->letters;
  ko_line_set(line, n <= 4    ? KO_LINE_TINY
                    : n <= 14 ? KO_LINE_SHORT
                    : n <= 50 ? KO_LINE_HEADING
                    : n <= 90 ? KO_LINE_LONG
                              : KO_LINE_PARAGRAPH);
}

static void look_at_characters(const ko_text *t, ko_line *line) {
  uint32_t digits = 0, bars = 0, newsy = 0, chatty = 0;
  for (uint32_t i = line->start; i < line->end; i++) {
    uint32_t c = t->ch[i].cp;
    if (t->klass[i] == KO_CLASS_DIGIT)
      digits++;
    else if (c == '\t')
      ko_line_set(line, KO_LINE_LABEL);
    else if (c == '|' || c == '>' || c == 0x203A || c == 0x00BB)
      bars++;
    else if (c == 0x2026 || c == 0xB7 || c == 0x201C || c == 0x2018 || c == '"' || c == '\'' ||
             c == ',')
      newsy++;
    else if (c == 0x314B || c == 0x314E || c == 0x3160 || c == 0x315C || c == '!' || c == '~')
      chatty++; /* ㅋㅎㅠㅜ */
    if (c == '.' && i + 2 < line->end && t->ch[i + 1].cp == '.' &&
        t->klass[i + 2] != KO_CLASS_SPACE)
      newsy++;
    if (c == '(' &&
        (ko_text_has(t, i + 1, line->end, "왼쪽") || ko_text_has(t, i + 1, line->end, "오른쪽") ||
         ko_text_has(t, i + 1, line->end, "가운데") || ko_text_has(t, i + 1, line->end, "앞줄")))
      ko_line_set(line, KO_LINE_SIDES);
    if (c == 'h' &&
        (ko_text_has(t, i, line->end, "http:") || ko_text_has(t, i, line->end, "https:")))
      ko_line_set(line, KO_LINE_URL);
    if (c == 'w' && ko_text_has(t, i, line->end, "www.")) ko_line_set(line, KO_LINE_URL);
    if (t->klass[i] == KO_CLASS_DIGIT && i + 3 < line->end && line->letters < 40 &&
        (ko_text_has(t, i + 1, line->end, "분 전") || ko_text_has(t, i + 1, line->end, "시간 전") ||
         ko_text_has(t, i + 1, line->end, "일 전")))
      ko_line_set(line, KO_LINE_AGO);
  }
  if (digits * 2 > line->letters) ko_line_set(line, KO_LINE_DIGITS);
  if (bars * 14 > line->letters) ko_line_set(line, KO_LINE_BARS);
  if (newsy && line->letters < 80) ko_line_set(line, KO_LINE_NEWSY);
  if (chatty > 1) ko_line_set(line, KO_LINE_CHATTY);
}

static int is_arrow(uint32_t c) {
  return c == 0x25B6 || c == 0x25B7 || c == 0x25BA || c == 0x25B8 || c == 0x261B || c == 0x261E ||
         c == 0x27A1 || c == 0x2794;
}

/* The mark or number that the line begins with. */
static void look_at_beginning(const ko_text *t, ko_line *line) {
  uint32_t i = line->start, c = t->ch[i].cp, number = 0;
  int digits = 0;
  if (c == '-' || c == '*' || c == 0x2022 || c == 0xB7 || c == 0x2013 || c == 0x30FB ||
      c == 0x2023) {
    ko_line_set(line, KO_LINE_DASH);
    line->mark = 1;
    i++;
  } else if (c >= 0x25A0 && c <= 0x27BF) {
    ko_line_set(line, is_arrow(c) ? KO_LINE_LINK : KO_LINE_SHAPE);
    line->mark = (uint8_t)(c & 0x7F) | 0x80;
    i++;
  }
  while (i < line->end && t->klass[i] == KO_CLASS_SPACE) i++;
  for (; i < line->end && t->klass[i] == KO_CLASS_DIGIT && digits < 9; i++, digits++)
    if (t->ch[i].cp >= '0' && t->ch[i].cp <= '9') number = number * 10 + t->ch[i].cp - '0';
  line->number = digits && i < line->end ? number : UINT32_MAX;
  for (i = line->start; i < line->end && i < line->start + 9; i++)
    if (t->ch[i].cp == ':' && i > line->start + 1 && i + 2 < line->end &&
        t->klass[i - 1] != KO_CLASS_DIGIT)
      ko_line_set(line, KO_LINE_LABEL);
  if (c == '[' || c == '<' || c == 0x3010) {
    uint32_t close = c == '[' ? ']' : c == '<' ? '>' : 0x3011;
    for (i = line->start + 1; i < line->end && i < line->start + 14; i++)
      if (t->ch[i].cp == close && i + 3 < line->end) {
        ko_line_set(line, KO_LINE_TAGGED);
        break;
      }
  }
}

static void look_at_words(const ko_text *t, ko_line *line, const wording *w) {
  uint32_t letters = line->letters ? line->letters : 1, share;
  uint32_t digits = 0, covered = w->covered;
  int copyright = 0, has_digits = 0;
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
  if (share >= 65 ||
      (t->ch[line->start].cp == '[' && ko_line_is(line, KO_LINE_OPEN) &&
       (w->first == KO_PAGE_WORDS_KIND_CREDIT || w->first == KO_PAGE_WORDS_KIND_SOURCE) &&
       !ko_line_is(line, KO_LINE_CREDIT)))
    ko_line_set(line, KO_LINE_COVERED); /* [그래픽] what it shows */
  else if (share >= 38)
    ko_line_set(line, KO_LINE_HALF);
  else if (share >= 20)
    ko_line_set(line, KO_LINE_SOME);
  for (uint32_t i = line->start; i < line->end && i < line->start + 30; i++)
    copyright |= ko_is_copyright(t, i);
  for (uint32_t i = line->start; i < line->end && !has_digits; i++)
    has_digits = t->klass[i] == KO_CLASS_DIGIT;
  if (w->kind[KO_PAGE_WORDS_KIND_RIGHTS] * (copyright ? 20 : 6) >= letters + (copyright ? 0 : 8) ||
      (copyright && letters < 30 && !ko_line_is(line, KO_LINE_TAILED) &&
       !ko_line_is(line, KO_LINE_CREDIT)))
    ko_line_set(line, KO_LINE_RIGHTS);
  if (w->kind[KO_PAGE_WORDS_KIND_FOOTER] * 3 >= letters ||
      w->kind[KO_PAGE_WORDS_KIND_FOOTER] >= 14 ||
      (w->kind[KO_PAGE_WORDS_KIND_FOOTER] >= 7 && has_digits))
    ko_line_set(line, KO_LINE_FOOTER);
  if (letters <= 60 && ko_line_is(line, KO_LINE_OPEN)) {
    ko_page_words_kind k = w->first;
    int alone = w->covered * 100 >= letters * 55 && letters <= 24;
    if ((k == KO_PAGE_WORDS_KIND_LIST && (alone || w->n_first >= 4)) ||
        (alone && w->kind[KO_PAGE_WORDS_KIND_LIST] >= 3))
      ko_line_set(line, KO_LINE_LIST_HEAD);
    if (alone && (k == KO_PAGE_WORDS_KIND_COMMENT || w->kind[KO_PAGE_WORDS_KIND_COMMENT] >= 2))
      ko_line_set(line, KO_LINE_TALK_HEAD);
    if (alone && w->kind[KO_PAGE_WORDS_KIND_SUMMARY] * 2 >= letters)
      ko_line_set(line, KO_LINE_SUMMARY_HEAD);
  }
}

/* Does the sentence that ends at `end` tell what a picture shows, with a date or a name behind it? */
static int tells_scene(const ko_text *t, const ko_line *line, uint32_t end) {
  ko_span found;
  int32_t day;
  uint32_t stop = end;
  while (stop > line->start && t->klass[stop - 1] == KO_CLASS_SYMBOL) stop--;
  if (stop > line->start + 4 && ko_text_has(t, stop - 4, stop, "고 있다")) return 1;
  return ko_line_is(line, KO_LINE_SIDES) || ko_find_stamp(t, end, line->end, &day, &found);
}

/* Is all of it in quotation marks? People speak politely on any page. */
static int is_speech(const ko_text *t, uint32_t from, uint32_t to) {
  uint32_t a = t->ch[from].cp, b = t->ch[to - 1].cp;
  return (a == 0x201C && b == 0x201D) || (a == '"' && b == '"');
}

/* A signature behind the last sentence is no text; anything else there says that the line tells of
** a picture. */
static void look_at_prose(const ko_text *t, ko_line *line, prose *p) {
  uint32_t tail, end = line->end;
  ko_span found;
  int email;
  *p = read_prose(t, line->text, line->end);
  tail = line->end - p->after;
  email = ko_find_email(t, p->sentences ? p->after : line->start, line->end, &found);
  if (p->sentences && tail) {
    if (p->sentences == 1 && tells_scene(t, line, p->after))
      ko_line_set(line, KO_LINE_TAILED), ko_line_set(line, KO_LINE_SCENE);
    else if (tail <= MAX_TAIL && (email || ko_find_reporters(t, p->after, line->end, &found, 1)))
      line->text_end = p->after;
    else if (tail <= MAX_CREDIT && !p->asks)
      ko_line_set(line, KO_LINE_TAILED);
  } else if (email) {
    ko_line_set(line, KO_LINE_EMAIL);
  }
  end = line->text_end;
  if (p->sentences > 1) ko_line_set(line, KO_LINE_MANY);
  if (p->sentences && p->after == end) {
    if (p->last == POLITE_END && is_speech(t, line->text, end))
      ko_line_set(line, KO_LINE_SENTENCE);
    else if (p->last == OTHER_END)
      ko_line_set(line, KO_LINE_STOPPED);
    else
      ko_line_set(line, p->last == POLITE_END
                            ? KO_LINE_ODD
                            : KO_LINE_SENTENCE); /* which style is odd: see below */
  } else if (line->letters >= 40 && ending_of(t, line->text, end) == PLAIN_END) {
    ko_line_set(line, KO_LINE_SENTENCE);
  } else {
    ko_line_set(line, KO_LINE_OPEN);
  }
}

static void look_at_pieces(const ko_text *t, ko_line *line, const wording *w, const prose *p) {
  ko_span found;
  int32_t day;
  uint32_t digits = 0;
  int named = 0;
  if (line->text > line->start) {
    if (line->text < line->end)
      ko_line_set(line, KO_LINE_DATELINE);
    else
      named = 1;
  }
  if (ends_in_credit(t, line, w, p)) ko_line_set(line, KO_LINE_CREDIT);
  for (uint32_t i = line->start; i < line->end && line->letters <= 80; i++)
    digits += t->klass[i] == KO_CLASS_DIGIT;
  if (line->letters <= 80 && !p->sentences &&
      ko_find_stamp(t, line->start, line->end, &day, &found) &&
      line->letters < digits + w->kind[KO_PAGE_WORDS_KIND_STAMP] + 16)
    ko_line_set(line, KO_LINE_STAMP);
  if (!p->sentences && !ko_line_is(line, KO_LINE_DATELINE) &&
      line->letters <= (ko_line_is(line, KO_LINE_CREDIT) ? 16 : 50) &&
      (named || ko_find_reporters(t, line->start, line->end, &found, 1) ||
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

/* What a few words may say of a short line they do not say of a long one. */
static void forgive_length(ko_line *line) {
  static const ko_trait traits[] = {KO_LINE_EMAIL, KO_LINE_URL,    KO_LINE_FOOTER,
                                    KO_LINE_SIDES, KO_LINE_CREDIT, KO_LINE_CHATTY};
  for (size_t i = 0; line->letters > MAX_SAID && i < sizeof traits / sizeof *traits; i++)
    ko_line_unset(line, traits[i]);
}

static int look_at_lines(ko_lines *l, const ko_text *t, uint64_t *hashes) {
  uint64_t site[N_TOP] = {0};
  for (size_t i = 0; i < l->n; i++) {
    ko_line *line = &l->item[i];
    size_t bytes;
    wording w;
    prose p;
    if (gather_letters(l, t, line, &bytes, &hashes[i])) return -1;
    w = read_words(l, t, bytes);
    line->text = ko_after_dateline(t, line->start, line->end);
    look_at_length(line);
    look_at_characters(t, line);
    look_at_beginning(t, line);
    look_at_prose(t, line, &p);
    look_at_pieces(t, line, &w, &p);
    look_at_words(t, line, &w);
    forgive_length(line);
    if (i < N_TOP && line->letters > 11) look_for_site(l, t, line, &site[i]);
    for (size_t k = 0; k < N_TOP && k < i; k++)
      if (site[k] && site[k] == hashes[i]) ko_line_set(&l->item[k], KO_LINE_AGAIN);
    if (line->letters > 6 && seen_before(l, i, hashes)) ko_line_set(line, KO_LINE_AGAIN);
  }
  return 0;
}

int ko_lines_read(ko_lines *l, const ko_text *t) {
  uint64_t *hashes;
  size_t room = 16;
  int rc;
  if (cut(l, t)) return -1;
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
