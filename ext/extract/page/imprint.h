/* What in the lines of a page says where it comes from: addresses, reporters, publishers. */
#ifndef KO_IMPRINT_H
#define KO_IMPRINT_H

#include "tables.h"
#include "text/sentence.h"

typedef struct ko_spans { /* a list of stretches of the page */
  const ko_mem *mem;
  ko_span *item;
  size_t n, cap;
} ko_spans;

/* Append [start, end). Returns 0, or -1 when memory is out. */
int ko_spans_add(ko_spans *s, uint32_t start, uint32_t end);

/* What the longest page word is that the UTF-8 letters s[0..n) begin with, and its bytes. */
ko_page_words_kind ko_page_word_at(const char *s, size_t n, size_t *length);

/* What kind of page word is [from, to)? */
ko_page_words_kind ko_page_word(const ko_text *t, uint32_t from, uint32_t to);
static inline int ko_is_page_word(const ko_text *t, uint32_t from, uint32_t to) {
  return ko_page_word(t, from, to) != KO_PAGE_WORDS_KIND_ABSENT;
}
/* The kind of the longest page word that begins at i, and its characters; 1 character if there is none. */
ko_page_words_kind ko_page_word_from(const ko_text *t, uint32_t i, uint32_t to, uint32_t *n);
/* Does a word of that kind end [from, to)? */
int ko_ends_in_page_word(const ko_text *t, uint32_t from, uint32_t to, ko_page_words_kind kind);

/* Where words that say this of their line end (page_cue.tsv), if they stand at i; else 0. */
uint32_t ko_page_cue(const ko_text *t, uint32_t i, uint32_t to, ko_page_cue_class class);
/* Where such words begin that end [from, to); `to` if none do. */
uint32_t ko_last_page_cue(const ko_text *t, uint32_t from, uint32_t to, ko_page_cue_class class);
static inline int ko_ends_in_page_cue(const ko_text *t, uint32_t from, uint32_t to,
                                      ko_page_cue_class class) {
  return ko_last_page_cue(t, from, to, class) < to;
}

/* The e-mail address in characters [from, to): 1 and *found, or 0. */
int ko_find_email(const ko_text *t, uint32_t from, uint32_t to, ko_span *found);
/* Append the reporters named in [from, to), in order. Returns 0, or -1 when memory is out. */
int ko_find_reporters(const ko_text *t, uint32_t from, uint32_t to, ko_spans *found);
/* Is there one? */
int ko_names_reporter(const ko_text *t, uint32_t from, uint32_t to);
/* Does the word for who reports end [from, to): 서울 한서준 기자? */
int ko_ends_in_reporter(const ko_text *t, uint32_t from, uint32_t to);
/* Does a sentence at `from` say nothing but who reported (나래뉴스 한서준입니다)? *name is who. */
int ko_signs_off(const ko_text *t, uint32_t from, uint32_t to, ko_span *name);
/* Is [from, to) a publisher's name, by a list of them or by how it ends? */
int ko_is_press(const ko_text *t, uint32_t from, uint32_t to);
/* ... by the list alone? */
int ko_is_known_press(const ko_text *t, uint32_t from, uint32_t to);
/* The characters of the longest name of the list that begins at i; 0 if none does. */
uint32_t ko_press_name_at(const ko_text *t, uint32_t i, uint32_t to);
/* Is the character at i a copyright sign? */
int ko_is_copyright(const ko_text *t, uint32_t i);
/* Where the text of a line begins after a dateline such as "(서울=연합뉴스) 홍길동 기자 = "; `from`
** when it has none. */
uint32_t ko_after_dateline(const ko_text *t, uint32_t from, uint32_t to);

/* Where the title ends in a page's title such as "제목 - 가나일보" or "제목 | 정치 | 가나일보"; `to` if
** [from, to) is none. */
uint32_t ko_before_site(const ko_text *t, uint32_t from, uint32_t to);

/* White space between [*from, *to) and its text is left out. */
void ko_trim(const ko_text *t, uint32_t *from, uint32_t *to);

#endif
