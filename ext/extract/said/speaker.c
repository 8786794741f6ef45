#include "extract/said/speaker.h"

#include <string.h>

#include "extract/words/lookup.h"
#include "morph/tagset.h"
#include "tables.h"

enum {
  MAX_REACH = 400, /* morphemes looked at on either side */
  MAX_PHRASE = 12, /* morphemes of a noun phrase */
};

size_t ko_morpheme_from(const ko_document *d, uint32_t character) {
  size_t lo = 0, hi = d->n;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    if (d->morph[mid].start < character)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

uint32_t ko_sentence_at(const ko_document *d, uint32_t character) {
  size_t lo = 0, hi = d->sentences.n;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    if (d->sentences.span[mid].start <= character)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo ? (uint32_t)lo - 1 : 0;
}

/* ---- quoted words ---- */

static uint32_t partner(uint32_t c) {
  switch (c) {
  case 0x201C: return 0x201D;
  case 0x2018: return 0x2019;
  case 0x300C: return 0x300D;
  case '"':
  case '\'': return c;
  default: return 0;
  }
}

uint32_t ko_after_quoted(const ko_text *t, uint32_t at, uint32_t limit) {
  uint32_t close = partner(t->ch[at].cp);
  if (!close) return at;
  for (uint32_t i = at + 1; i < limit; i++) {
    if (t->ch[i].cp == '\n') break;
    if (t->ch[i].cp == close) return i + 1;
  }
  return at;
}

/* Walking back over quoted and bracketed words. A mark that once had no partner in reach is not
** looked for again, so that a walk takes time in proportion to its length. */
typedef struct walk {
  size_t first;
  uint32_t alone[4]; /* closing marks without partners */
  int n_alone;
} walk;

static uint32_t opening_of(uint32_t c) {
  static const uint32_t pair[][2] = {{0x201D, 0x201C}, {0x2019, 0x2018}, {0x300D, 0x300C},
                                     {'"', '"'},       {'\'', '\''},     {']', '['}};
  for (size_t i = 0; i < sizeof pair / sizeof *pair; i++)
    if (pair[i][0] == c) return pair[i][1];
  return 0;
}

/* Morpheme k closes a quotation or a bracket: the morpheme that opens it; k if none does. */
static size_t before_quoted(const ko_document *d, walk *w, size_t k) {
  uint32_t c = d->text.ch[d->morph[k].start].cp, open = opening_of(c);
  if (!open || d->morph[k].end - d->morph[k].start != 1) return k;
  for (int i = 0; i < w->n_alone; i++)
    if (w->alone[i] == c) return k;
  for (size_t j = k; j-- > w->first;)
    if (d->text.ch[d->morph[j].start].cp == open) return j;
  if (w->n_alone < 4) w->alone[w->n_alone++] = c;
  return k;
}

/* ---- noun phrases ---- */

static int is_nominal(const ko_morpheme *m) {
  switch (m->tag) {
  case KO_TAG_NNG:
  case KO_TAG_NNP:
  case KO_TAG_NNB:
  case KO_TAG_NP:
  case KO_TAG_XPN:
  case KO_TAG_XSN:
  case KO_TAG_XR:
  case KO_TAG_SL:
  case KO_TAG_SH:
  case KO_TAG_SN: return 1;
  default: return 0;
  }
}

/* The last mention that begins before a character, -1 if there is none. */
static int mention_before(const ko_reading *r, uint32_t character) {
  size_t lo = 0, hi = r->mentions.n;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    if (r->mentions.item[mid].start < character)
      lo = mid + 1;
    else
      hi = mid;
  }
  return (int)lo - 1;
}

static int is_calendar(ko_mention_type type) {
  return type == KO_MENTION_DATE || type == KO_MENTION_TIME || type == KO_MENTION_DURATION;
}

/* A bracket that closes with morpheme k: the morpheme before it; k itself if there is none. */
static size_t before_bracket(const ko_document *d, size_t first, size_t k) {
  if (d->text.ch[d->morph[k].end - 1].cp != ')') return k;
  for (size_t j = k; j > first && j + 16 > k; j--)
    if (d->text.ch[d->morph[j].start].cp == '(') return j - 1;
  return k;
}

/* 이 or 그, which point at somebody. */
static int points(const ko_document *d, const ko_morpheme *m) {
  uint32_t c = d->text.ch[m->start].cp;
  return m->tag == KO_TAG_MM && m->end - m->start == 1 && (c == 0xC774 || c == 0xADF8);
}

/* A determiner that belongs to a noun phrase: 한 관계자, 강 전 사장. */
static int is_part(const ko_document *d, const ko_morpheme *m) {
  return m->tag == KO_TAG_MM && !points(d, m);
}

/* Where the noun phrase begins whose last morpheme is k. */
static uint32_t phrase_start(const ko_reading *r, size_t first, size_t k) {
  const ko_document *d = r->document;
  uint32_t start = d->morph[k].start, edge = start; /* what comes before must reach the edge */
  size_t last = k;
  for (int steps = 0; k > first && steps < MAX_PHRASE; steps++, k--) {
    const ko_morpheme *m = &d->morph[k - 1];
    uint32_t c = d->text.ch[m->start].cp;
    int i = mention_before(r, m->end);
    if (edge > m->end + 1) break;
    if (c == ')') { /* 캐시 킴(59)씨 */
      size_t open = before_bracket(d, first, k - 1);
      if (open == k - 1) break;
      edge = d->morph[open].end;
      k = open + 2;
      continue;
    }
    if (i >= 0 && is_calendar(r->mentions.item[i].type) && r->mentions.item[i].end > m->start)
      break;
    if (!is_nominal(m) && !is_part(d, m) && c != 0xB7 && c != '&' &&
        !(i >= 0 && ko_is_name(r->mentions.item[i].type) && r->mentions.item[i].end >= m->end))
      break;
    if (c == 0xB4F1 /* 등 */ && m->tag == KO_TAG_NNB) break;
    start = edge = m->start;
  }
  while (start < d->morph[last].end && d->text.klass[start] == KO_CLASS_SYMBOL) start++;
  return start;
}

/* What kind of speaker the words [from, end) end with, plural or not; "" if they name none. */
static const char *speaker_kind(const ko_reading *r, uint32_t from, uint32_t end) {
  const ko_text *t = &r->document->text;
  uint32_t start;
  for (uint32_t at = from; at < end;) {
    int row = ko_lookup_ending(&ko_table_reporting, t, at, end, &start);
    const char *kind = row < 0 ? "" : ko_table_cell(&ko_table_reporting, row, 1);
    if (strcmp(kind, "speaker") == 0 || strcmp(kind, "side") == 0 || strcmp(kind, "asker") == 0)
      return kind;
    if (row >= 0) {
      at = start + 1;
    } else if (end > from + 2 && t->ch[end - 1].cp == 0xB4E4 /* 들 */) {
      end--;
      at = from;
    } else {
      break;
    }
  }
  return "";
}

/* Where the phrase begins with the words for whose aide it is: 차 회장의 측근, 새벽전자의 한 임원. */
static uint32_t with_owner(const ko_reading *r, size_t first, size_t k, uint32_t start) {
  const ko_document *d = r->document;
  while (k > first && d->morph[k].start >= start) k--;
  if (d->morph[k].tag != KO_TAG_JKG || d->morph[k].end + 1 != start || k == first) return start;
  return phrase_start(r, first, k - 1);
}

/* Can the noun phrase whose last morpheme is k say something? A strict phrase ends with a name or an
** office; otherwise a name anywhere in it will do. */
static ko_speaker read_phrase(const ko_reading *r, size_t first, size_t k, int strict) {
  const ko_document *d = r->document;
  ko_speaker who;
  uint32_t end = d->morph[k].end, head, c;
  const char *kind;
  size_t before;
  int i;
  memset(&who, 0, sizeof who);
  who.entity = -1;
  k = before_bracket(d, first, k);
  head = d->morph[k].end;
  c = d->text.ch[d->morph[k].start].cp;
  if (d->morph[k].tag == KO_TAG_NP && (c == 0xADF8 /* 그 */)) {
    who.found = who.pronoun = 1;
    who.span.start = d->morph[k].start;
    who.span.end = end;
    return who;
  }
  i = mention_before(r, head);
  if (i >= 0 && !ko_is_name(r->mentions.item[i].type)) i = -1;
  who.span.start = phrase_start(r, first, k);
  who.span.end = head;
  kind = speaker_kind(r, who.span.start, head);
  for (int j = i; j >= 0 && strcmp(kind, "side") != 0; j--) {
    const ko_mention *m = &r->mentions.item[j];
    if (m->end <= who.span.start) break;
    /* somebody with an office behind the name, or whatever the phrase is the name of */
    if (m->entity < 0 || (m->type != KO_MENTION_PERSON && m->end != head)) continue;
    if (strict && m->end != head && m->title.end < head && !*kind &&
        ko_lookup_ending(&ko_table_title, &d->text, m->end, head, &c) < 0)
      continue;
    who.found = 1;
    who.entity = m->entity;
    return who;
  }
  who.found = *kind || ko_lookup_ending(&ko_table_title, &d->text, who.span.start, head, &c) >= 0;
  if (strcmp(kind, "side") == 0 || d->text.ch[who.span.start].cp == 0xD55C /* 한 */)
    who.span.start = with_owner(r, first, k, who.span.start);
  before = ko_morpheme_from(d, who.span.start);
  if (before > first && points(d, &d->morph[before - 1])) who.pronoun = 2;
  return who;
}

/* ---- subjects ---- */

typedef enum particle { NOT_ONE, OF_PLACE, OF_SUBJECT, OF_TOPIC } particle;

/* What the particle at k makes of the noun before it: 에서는, 이 / 가, 은 / 는 / 도. */
static particle particle_at(const ko_document *d, size_t k) {
  const ko_morpheme *m = &d->morph[k];
  uint32_t c = d->text.ch[m->start].cp;
  if (m->tag == KO_TAG_JKS) return OF_SUBJECT;
  if (m->tag == KO_TAG_JX && (c == 0xC740 || c == 0xB294 || c == 0xB3C4))
    return k > 0 && ko_tag_group(d->morph[k - 1].tag) == 'J' ? NOT_ONE : OF_TOPIC; /* 에는 */
  if (m->tag != KO_TAG_JKB || c != 0xC5D0 /* 에 */) return NOT_ONE;
  if (m->end - m->start == 2 && d->text.ch[m->start + 1].cp == 0xC120 /* 선 */) return OF_PLACE;
  return k + 1 < d->n && m->end - m->start == 2 && d->morph[k + 1].tag == KO_TAG_JX ? OF_PLACE
                                                                                    : NOT_ONE;
}

/* Does this ending belong to a verb that does the work of a particle: 대한, 관련해? */
static int is_case(const ko_document *d, const ko_morpheme *ending) {
  uint32_t start = ending->start;
  int row;
  while (start > 0 && ending->end - start < 6 && d->text.klass[start - 1] == KO_CLASS_HANGUL)
    start--;
  row = ko_lookup(&ko_table_reporting, &d->text, start, ending->end);
  return row >= 0 && ko_cell_is(&ko_table_reporting, row, 1, "case");
}

static int touches(const ko_document *d, size_t k) {
  return d->morph[k - 1].end == d->morph[k].start;
}

static ko_speaker nobody(void) {
  ko_speaker who;
  memset(&who, 0, sizeof who);
  who.entity = -1;
  return who;
}

/* Subjects met on the walk back, the best of each kind. */
typedef struct subjects {
  ko_speaker clause;    /* of a clause of its own, unless a topic stands over it */
  ko_speaker name;      /* nobody known, but a name, or a topic right before the words */
  ko_speaker place;     /* 재계에서는 */
  ko_speaker described; /* that of a description, in want of any other */
  ko_speaker loose; /* might belong to a description (의원이 미국을 방문한 동료에게) or not */
} subjects;

/* What stands behind the morpheme that the walk is at. */
typedef struct behind {
  int ending;    /* tag of the nearest ending, 0 for none */
  int outer;     /* what `ending` was before the nearest description of a noun */
  int bound;     /* 1: that describes a dependent noun: ... 한 데 */
  int particles; /* seen since */
  int clauses;   /* that ended since a clause's subject was found */
} behind;

static void pass_ending(const ko_document *d, size_t k, behind *b) {
  const ko_morpheme *m = &d->morph[k];
  if (is_case(d, m)) return;
  if (m->tag == KO_TAG_ETM && k > 0 && d->morph[k - 1].tag == KO_TAG_VA) return; /* 노란, 새로운 */
  if (m->tag == KO_TAG_ETM || m->tag == KO_TAG_ETN) {
    if (b->ending != KO_TAG_ETM) b->outer = b->ending;
    b->ending = KO_TAG_ETM;
    b->bound = m->tag == KO_TAG_ETN || (k + 1 < d->n && d->morph[k + 1].tag == KO_TAG_NNB);
    b->particles = 0;
  } else {
    b->ending = m->tag;
    b->clauses += m->tag == KO_TAG_EC || m->tag == KO_TAG_EF;
  }
}

/* The particle p at k makes a subject. Returns 1 when there is no need to look further; *who says. */
static int take_subject(const ko_reading *r, size_t first, size_t k, particle p, int adjacent,
                        behind *b, subjects *found, ko_speaker *who) {
  const ko_document *d = r->document;
  int described = p == OF_SUBJECT && b->ending == KO_TAG_ETM;
  if (described) { /* the subject of a description; those before it are of what is outside */
    b->ending = b->outer;
    if (b->bound || b->particles == 0 || found->loose.found) {
      if (!found->described.found) found->described = read_phrase(r, first, k - 1, 0);
      return 0;
    }
  }
  if (found->clause.found && (p != OF_TOPIC || b->clauses)) return 0;
  if (p == OF_PLACE && found->place.found) return 0;
  *who = read_phrase(r, first, k - 1, 0);
  if (!who->found && p == OF_TOPIC && !found->name.found &&
      (d->morph[k - 1].tag == KO_TAG_NNP || (adjacent && d->morph[k - 1].tag != KO_TAG_NNB))) {
    found->name = *who;
    found->name.found = 1;
  }
  if (!who->found) return 0;
  if (described)
    found->loose = *who;
  else if (p == OF_PLACE)
    found->place = *who;
  else if (p == OF_TOPIC || b->ending == 0)
    return 1;
  else
    found->clause = *who, b->clauses = 0;
  return 0;
}

ko_speaker ko_subject_before(const ko_reading *r, size_t first, uint32_t character) {
  const ko_document *d = r->document;
  size_t k = ko_morpheme_from(d, character), floor = k > MAX_REACH ? k - MAX_REACH : 0;
  const size_t last = k;
  walk w = {floor > first ? floor : first, {0}, 0};
  subjects found = {nobody(), nobody(), nobody(), nobody(), nobody()};
  behind b = {0, 0, 0, 0, 0};
  ko_speaker who;
  while (k-- > w.first) {
    size_t open = before_quoted(d, &w, k);
    particle p;
    if (open < k) {
      k = open;
      continue;
    }
    if (ko_tag_group(d->morph[k].tag) == 'E' && d->morph[k].tag != KO_TAG_EP) {
      pass_ending(d, k, &b);
      continue;
    }
    if (k == w.first || ko_tag_group(d->morph[k].tag) != 'J') continue;
    p = particle_at(d, k);
    if (p != NOT_ONE && touches(d, k) &&
        take_subject(r, w.first, k, p, k + 1 == last, &b, &found, &who))
      return who;
    b.particles++;
  }
  found.described.weak = 1;
  return found.clause.found  ? found.clause
         : found.name.found  ? found.name
         : found.place.found ? found.place
         : found.loose.found ? found.loose
                             : found.described;
}

ko_speaker ko_subject_between(const ko_reading *r, size_t first, size_t last) {
  const ko_document *d = r->document;
  if (last > d->n) last = d->n;
  if (last > first + MAX_REACH) last = first + MAX_REACH;
  for (size_t k = first; k < last; k++) {
    uint32_t c = d->text.ch[d->morph[k].start].cp, after;
    ko_speaker who;
    if (c == '[') { /* the tag of a headline */
      while (k + 1 < last && d->text.ch[d->morph[k].start].cp != ']') k++;
      continue;
    }
    after = ko_after_quoted(&d->text, d->morph[k].start, d->morph[last - 1].end);
    if (after > d->morph[k].start) {
      while (k + 1 < last && d->morph[k + 1].start < after) k++;
      continue;
    }
    if (k == first || particle_at(d, k) < OF_SUBJECT || !touches(d, k)) continue;
    who = read_phrase(r, first, k - 1, 0);
    if (who.found) return who;
  }
  return nobody();
}

ko_speaker ko_speaker_before(const ko_reading *r, size_t first, uint32_t character) {
  const ko_document *d = r->document;
  size_t k = ko_morpheme_from(d, character);
  while (k > first &&
         (d->morph[k - 1].tag == KO_TAG_SP || d->text.ch[d->morph[k - 1].start].cp == ':'))
    k--;
  return k == first ? nobody() : read_phrase(r, first, k - 1, 1);
}

ko_speaker ko_speaker_at_comma(const ko_reading *r, size_t first, uint32_t character) {
  const ko_document *d = r->document;
  size_t end = ko_morpheme_from(d, character);
  if (end > first + MAX_REACH) end = first + MAX_REACH;
  for (size_t k = first + 1; k < end; k++) {
    if (d->text.ch[d->morph[k].start].cp == ',') return read_phrase(r, first, k - 1, 1);
    if (ko_tag_group(d->morph[k].tag) == 'E' || ko_tag_group(d->morph[k].tag) == 'J') break;
  }
  return nobody();
}

ko_speaker ko_speaker_at(const ko_reading *r, size_t first, size_t last) {
  const ko_document *d = r->document;
  size_t k = first;
  while (k < last && k < d->n &&
         (is_nominal(&d->morph[k]) || d->morph[k].tag == KO_TAG_MM ||
          d->text.ch[d->morph[k].start].cp == 0xB7))
    k++;
  return k == first ? nobody() : read_phrase(r, first, k - 1, 1);
}

ko_speaker ko_asker_before(const ko_reading *r, size_t first, uint32_t character) {
  const ko_document *d = r->document;
  size_t k = ko_morpheme_from(d, character), floor = k > MAX_REACH ? k - MAX_REACH : 0;
  if (floor > first) first = floor;
  while (k-- > first) {
    ko_speaker who = nobody();
    if (!is_nominal(&d->morph[k])) continue;
    who.span.start = phrase_start(r, first, k);
    who.span.end = d->morph[k].end;
    if (strcmp(speaker_kind(r, who.span.start, who.span.end), "asker") != 0) continue;
    who.found = 1;
    return who;
  }
  return nobody();
}
