/* The lines of a raw page, and what each looks like by itself and among its neighbours. What they
** are is article.c's to decide.
*/
#ifndef KO_LINES_H
#define KO_LINES_H

#include "extract/page/page_cuts.h"

/* What a line may look like. Each is a bit of ko_line.traits and a row of the weights in article.c. */
typedef enum ko_trait {
  KO_LINE_TINY,      /* up to 4 letters; a letter is anything but white space */
  KO_LINE_SHORT,     /* 5 to 14 */
  KO_LINE_HEADING,   /* 15 to 50: headlines are of this length */
  KO_LINE_LONG,      /* 51 to 90 */
  KO_LINE_PARAGRAPH, /* more */
  KO_LINE_SENTENCE,  /* ends a sentence in the style of most of the page */
  KO_LINE_ODD,       /* ends a sentence politely where most of the page does not */
  KO_LINE_STOPPED,   /* ends with . ? ! otherwise */
  KO_LINE_OPEN,      /* ends without a stop */
  KO_LINE_MANY,      /* two sentences or more */
  KO_LINE_COVERED,   /* nearly all page words */
  KO_LINE_HALF,      /* much of it page words */
  KO_LINE_SOME,      /* a part of it page words */
  KO_LINE_WORDS,     /* open, and no page word at all */
  KO_LINE_RIGHTS,    /* says who may copy */
  KO_LINE_FOOTER,    /* says who publishes the site */
  KO_LINE_EMAIL,
  KO_LINE_URL,
  KO_LINE_STAMP,     /* a date of publication, or little more than a date */
  KO_LINE_AGO,       /* 3시간 전 */
  KO_LINE_REPORTER,  /* short, with a reporter's name */
  KO_LINE_DATELINE,  /* begins (서울=연합뉴스) 홍길동 기자 = or the like */
  KO_LINE_CREDIT,    /* ends by saying whose picture it is */
  KO_LINE_TAILED,    /* a few words after the last sentence */
  KO_LINE_SIDES,     /* (왼쪽) */
  KO_LINE_DASH,      /* begins with - or * or a dot */
  KO_LINE_LINK,      /* begins with an arrow: ▶ ☞ */
  KO_LINE_SHAPE,     /* begins with a geometric mark: ▲ ■ ◆ */
  KO_LINE_NUMBERED,  /* one of several lines that begin with successive numbers */
  KO_LINE_ALIKE,     /* one of three lines or more that begin with the same mark and stay open */
  KO_LINE_NEWSY,     /* punctuated like a headline: … · “ ” , and no stop */
  KO_LINE_TAGGED,    /* begins [단독] */
  KO_LINE_PRESS,     /* nothing but a publisher's name */
  KO_LINE_SITE,      /* among the first, and ends with a publisher's name: the title of the page */
  KO_LINE_AGAIN,     /* stood on the page before; the title of the page: stands on it again */
  KO_LINE_BARS,      /* divided by | > · into short pieces */
  KO_LINE_DIGITS,    /* mostly digits */
  KO_LINE_GAP,       /* an empty line before it */
  KO_LINE_CROWD,     /* in a row of five lines or more that are short and open */
  KO_LINE_CHATTY,    /* ㅋㅋ, ㅠㅠ, !! */
  KO_LINE_LIST_HEAD, /* heads a list of other articles */
  KO_LINE_TALK_HEAD, /* heads the readers' comments */
  KO_LINE_SUMMARY_HEAD,
  KO_LINE_IN_LIST, /* not far below such a line */
  KO_LINE_IN_TALK,
  KO_LINE_IN_SUMMARY,
  KO_LINE_FIRST,  /* the first of the page that is not furniture at sight */
  KO_LINE_SCENE,  /* describes a picture: ... 모습, ... 하고 있다 */
  KO_LINE_TICKER, /* like a headline, but another one stands nearer to the date or the reporter */
  KO_LINE_ABOVE_PHOTO, /* open, right above a caption */
  KO_LINE_LABEL,       /* begins with a short label (장소:), or has columns */
  KO_LINE_EARLY,       /* before all prose of the page */
  KO_LINE_AMID,        /* between lines of prose, with nothing there that ends an article */
  KO_LINE_PAST,        /* below prose and a copyright line or an address */
  KO_LINE_TIP,         /* asks readers to tell the newsroom something, or offers them help */
  KO_LINE_TAGS,        /* #하나 #둘 */
  KO_LINE_REST,        /* what a line of the page ends with, open, behind its sentences */
  KO_LINE_SUBTITLES,   /* early, open and long: subtitles run together */
  KO_LINE_ABOVE,       /* a date above the first headline of the page */
  KO_LINE_N_TRAITS
} ko_trait;

_Static_assert(KO_LINE_N_TRAITS <= 64, "one bit each in ko_line.traits");

/* ko_line.mark of a geometric mark */
#define KO_LINE_MARK(c) ((uint8_t)(((c)&0x7F) | 0x80))

typedef struct ko_line {
  uint64_t traits;
  uint32_t start, end;     /* characters [start, end), trimmed */
  uint32_t text, text_end; /* without a dateline before and a signature behind */
  uint16_t letters;
  uint8_t cover;   /* percent of the letters that page words cover */
  uint8_t mark;    /* what kind of mark or number it begins with */
  uint8_t glued;   /* 1: stands on one line of the page with the one before it */
  uint32_t number; /* the number it begins with */
} ko_line;

typedef struct ko_lines {
  const ko_mem *mem;
  ko_page_cuts cuts;
  ko_line *item; /* one for each piece of the page */
  size_t n, cap;
  char *letters;       /* of one line: UTF-8, lower case, no white space */
  uint32_t *letter_at; /* character that each of these bytes comes from */
  size_t cap_letters, cap_letter_at;
  uint32_t *seen; /* hash table of lines: index + 1 */
  size_t cap_seen;
} ko_lines;

void ko_lines_init(ko_lines *l, const ko_mem *mem);
void ko_lines_free(ko_lines *l);
/* Cut the text into lines and look at each; line_places.h then looks at them among one another.
** Returns 0, or -1 when memory is out. */
int ko_lines_read(ko_lines *l, const ko_text *t);

static inline void ko_line_set(ko_line *line, ko_trait trait) {
  line->traits |= (uint64_t)1 << trait;
}

static inline void ko_line_unset(ko_line *line, ko_trait trait) {
  line->traits &= ~((uint64_t)1 << trait);
}

static inline int ko_line_is(const ko_line *line, ko_trait trait) {
  return line->traits >> trait & 1;
}

#endif
