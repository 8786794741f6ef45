#include "extract/names/name_edges.h"

#include "base/map.h"
#include "extract/words/lookup.h"
#include "extract/words/scan.h"
#include "morph/tagset.h"
#include "tables.h"

static uint32_t cp(const ko_document *d, uint32_t i) {
  return d->text.ch[i].cp;
}

/* Is the word one that stands beside names: an office, a form of address, what goes with them? */
static int is_beside(ko_lexeme word) {
  return ko_lexeme_row(word, &ko_table_title) >= 0 ||
         ko_lexeme_row(word, &ko_table_title_modifier) >= 0 ||
         ko_name_word_place_of(ko_lexeme_row(word, &ko_table_name_word)) ==
             KO_NAME_WORD_PLACE_BESIDE;
}

/* Is the word [start, end) no part of a name: one of those, or a country? */
static int is_no_name(const ko_document *d, uint32_t start, uint32_t end) {
  ko_lexeme word = ko_lexeme_at(&d->text, start, end);
  ko_country_class country = ko_country_class_of(ko_lexeme_row(word, &ko_table_country));
  return is_beside(word) || country == KO_COUNTRY_CLASS_FULL ||
         (end - start == 1 && country == KO_COUNTRY_CLASS_SHORT);
}

/* A name that begins within a word (볼로디미르, of which 볼 was read by itself) begins with it. */
static void begin_with_word(const ko_document *d, ko_mention *m, uint32_t limit) {
  uint32_t start = m->start;
  if (m->end - m->start < 4) return; /* 비박, 친노: a surname within a word */
  while (start > limit && m->start - start < 2 && d->text.klass[start - 1] == KO_CLASS_HANGUL)
    start--;
  if (start == m->start || m->start - start > 1) return;
  if (start > limit && !ko_is_blank(&d->text, start - 1)) return;
  if (is_no_name(d, start, m->start) ||
      ko_lookup(&ko_table_country, &d->text, start, m->start) >= 0)
    return;
  m->start = start;
}

/* Cut what does not belong to the name off both ends. */
static void cut(const ko_document *d, ko_mention *m) {
  uint32_t n, w;
  while ((w = ko_since_blank(&d->text, m->end, m->start)) > m->start + 1 &&
         is_no_name(d, w, m->end)) {
    m->end = w;
    m->end = ko_skip_blanks_back(&d->text, m->end, m->start);
  }
  w = ko_until_blank(&d->text, m->start, m->end);
  if (w + 2 < m->end && is_no_name(d, m->start, w)) m->start = ko_skip_blanks(&d->text, w);
  n = (m->end - m->start) / 2;
  if (n >= 2 && (m->end - m->start) % 2 && ko_is_blank(&d->text, m->start + n) &&
      ko_same_characters(&d->text, m->start, m->start + n + 1, n))
    m->end = m->start + n;
}

/* 서울 0.5도: degrees are no part of a place. */
static void cut_degrees(const ko_document *d, ko_mention *m) {
  uint32_t w = ko_since_blank(&d->text, m->end, m->start);
  if (w == m->start || cp(d, m->end - 1) != 0xB3C4 /* 도 */ || m->end - w < 2) return;
  for (uint32_t i = w; i + 1 < m->end; i++)
    if (d->text.klass[i] != KO_CLASS_DIGIT && cp(d, i) != '.' && cp(d, i) != '-') return;
  if (ko_lookup(&ko_table_numbered_place, &d->text, m->start, m->end) >= 0) return;
  m->end = ko_skip_blanks_back(&d->text, w, m->start);
}

/* The end of the word of Hangul that starts at i. */
static uint32_t word_end(const ko_document *d, uint32_t i) {
  while (i < d->text.n && d->text.klass[i] == KO_CLASS_HANGUL) i++;
  return i;
}

/* Does a word that starts with an office stand at i? */
static int starts_title(const ko_document *d, uint32_t i) {
  uint32_t end;
  return ko_lookup_starting(&ko_table_title, &d->text, i, word_end(d, i), 0, &end) >= 0 &&
         end - i > 1;
}

/* 나래대 항공운항학과 교수: the last syllable of a part of a body, read as a particle (과), before an office. */
static void end_with_part(const ko_document *d, ko_mention *m) {
  uint32_t w = ko_since_blank(&d->text, m->end, m->start), end = m->end + 1, start, title;
  if (end >= d->text.n || d->text.klass[m->end] != KO_CLASS_HANGUL || !ko_is_blank(&d->text, end))
    return;
  if (ko_lookup_ending(&ko_table_organization_part, &d->text, w, end, &start) < 0 ||
      start >= m->end)
    return;
  title = ko_skip_blanks(&d->text, end);
  if (title < d->text.n && starts_title(d, title)) m->end = end;
}

/* ---- names of three syllables that the document has ---- */

typedef struct name { /* as a key */
  uint32_t cp[3];
} name;

static name name_at(const ko_document *d, uint32_t i) {
  return (name){{cp(d, i), cp(d, i + 1), cp(d, i + 2)}};
}

static int learn_names(const ko_document *d, const ko_mentions *m, ko_map *names) {
  for (size_t i = 0; i < m->n; i++) {
    const ko_mention *x = &m->item[i];
    name key;
    if (x->type != KO_MENTION_PERSON || x->end - x->start != 3) continue;
    key = name_at(d, x->start);
    if (ko_map_put(names, (const char *)&key, sizeof key, 1)) return -1;
  }
  return 0;
}

static int is_learnt(const ko_map *names, name key) {
  return ko_map_get(names, (const char *)&key, sizeof key) != KO_MAP_NONE;
}

/* ---- what goes on behind a name ---- */

/* Is the word [start, end) a common noun of the dictionary, or does it begin with one? */
static int is_common(const ko_document *d, uint32_t start, uint32_t end) {
  uint32_t k = ko_morpheme_at(d, start);
  const ko_morpheme *y = &d->morph[k];
  if (k >= d->n || y->start != start) return 0;
  return y->tag != KO_TAG_NNP && y->origin == KO_ORIGIN_KNOWN &&
         (y->end == end || y->end - start > 1);
}

/* The same for the office of a head of state or government. */
static int starts_leader(const ko_document *d, uint32_t i) {
  uint32_t end;
  int row = ko_lookup_starting(&ko_table_title, &d->text, i, word_end(d, i), 0, &end);
  return row >= 0 && end - i > 1 && ko_title_party_of(row) == KO_TITLE_PARTY_LEADER;
}

/* 구로세 다쓰야(黑瀨達也), 구로세 다쓰야 일본 총리: a name of one word goes on with the next where
** that stands before its hanja or before a country, in which somebody holds an office. */
static void go_on(const ko_document *d, ko_mention *m, uint32_t limit) {
  uint32_t w = m->end + 1, end, next, n = (uint32_t)d->text.n;
  if (ko_since_blank(&d->text, m->end, m->start) != m->start || m->end >= n || cp(d, m->end) != ' ')
    return;
  end = word_end(d, w);
  if (end - w < 1 || end - w > 5 || end >= n || end > limit || is_no_name(d, w, end) ||
      starts_title(d, w))
    return;
  if (is_common(d, w, end)) return;
  if (cp(d, end) == '(' && end + 1 < n && d->text.klass[end + 1] == KO_CLASS_HAN) {
    m->end = end;
    return;
  }
  if (!ko_is_blank(&d->text, end)) return;
  next = end + 1;
  if (starts_leader(
          d, next)) { /* 구로세 다쓰야 총리: between the name and this office stands no firm */
    m->end = end;
    return;
  }
  end = next;
  while (end < n && (d->text.klass[end] == KO_CLASS_HANGUL || d->text.klass[end] == KO_CLASS_HAN))
    end++;
  if (end == next || end + 1 >= n || !ko_is_blank(&d->text, end)) return;
  {
    int row = ko_lookup(&ko_table_country, &d->text, next, end);
    if (row < 0 || (d->text.klass[next] == KO_CLASS_HANGUL && end - next < 2)) return;
  }
  if (ko_lookup(&ko_table_title, &d->text, next, end) >= 0) return;
  if (starts_title(d, end + 1)) m->end = next - 1;
}

/* Take into a name of two syllables the one behind it, where the three are a name. */
static void take_syllable(const ko_document *d, ko_mention *m, uint32_t limit,
                          const ko_map *names) {
  if (m->end - m->start == 2 && m->end < limit && d->text.klass[m->end] == KO_CLASS_HANGUL &&
      is_learnt(names, name_at(d, m->start)))
    m->end++;
}

int ko_name_edges(const ko_document *d, ko_mentions *m) {
  ko_map names;
  for (size_t i = 0; i < m->n; i++)
    if (m->item[i].type == KO_MENTION_PERSON) {
      begin_with_word(d, &m->item[i], i ? m->item[i - 1].end : 0);
      cut(d, &m->item[i]);
    } else if (m->item[i].type == KO_MENTION_LOCATION) {
      cut_degrees(d, &m->item[i]);
    } else if (m->item[i].type == KO_MENTION_ORGANIZATION) {
      end_with_part(d, &m->item[i]);
    }
  ko_map_init(&names, m->mem);
  if (learn_names(d, m, &names)) {
    ko_map_free(&names);
    return -1;
  }
  for (size_t i = 0; i < m->n; i++) {
    ko_mention *x = &m->item[i];
    uint32_t limit = d->sentences.span[x->sentence].end;
    if (x->type != KO_MENTION_PERSON) continue;
    if (i + 1 < m->n && m->item[i + 1].start < limit) limit = m->item[i + 1].start;
    go_on(d, x, limit);
    take_syllable(d, x, limit, &names);
  }
  ko_map_free(&names);
  return 0;
}
