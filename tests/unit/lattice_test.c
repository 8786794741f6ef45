/* ext/morph/lattice: a dictionary of thirty entries, whose costs can be added up by hand. The image is
** written here; ext/morph/image.h says how.
**
** 삼성전자는 has these chains among others, with the costs of words and of connections:
**
**     BOS ─0─ 삼성전자/NNP 650 ────────────────── 10 ─ 는/JX 100 ─ 20 ─ EOS    780
**     BOS ─0─ 삼성/NNP 300 ─ 50 ─ 전자/NNG 400 ─── 10 ─ 는/JX 100 ─ 20 ─ EOS    880
**     BOS ─0─ 삼성전자/NNP 650 ───────────────── 600 ─ 는/ETM 120 ─ 10 ─ EOS   1380
*/
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "morph/analyser.h"
#include "morph/document.h"
#include "morph/posterior.h"
#include "morph/tagset.h"
#include "text/hangul.h"

enum { N_LEFT = 6, N_RIGHT = 9, MAX_LABELS = 40, MAX_STATES = 120, MAX_ENTRIES = 40 };
enum { L_EOS, L_ALONE, L_N, L_J, L_V, L_E };                             /* left classes */
enum { R_BOS, R_ALONE, R_DIGIT, R_LETTER, R_CLOSE, R_N, R_J, R_V, R_E }; /* right classes */
enum { SPACE = 700 }; /* a particle or an ending behind white space */

typedef struct entry {
  const char *surface;
  uint16_t left, right;
  int16_t cost;
  uint16_t flags;
  uint8_t tag;
  const char *stem; /* NULL, or of two morphemes the form of the first; the second is 는 or 았 */
  uint8_t tag2;     /* KO_TAG_ETM or KO_TAG_EP */
} entry;

static const entry dictionary[] = {
    {"삼성", L_N, R_N, 300, KO_ENTRY_NOUN, KO_TAG_NNP, NULL, 0},
    {"전자", L_N, R_N, 400, KO_ENTRY_NOUN, KO_TAG_NNG, NULL, 0},
    {"삼성전자", L_N, R_N, 650, KO_ENTRY_NOUN, KO_TAG_NNP, NULL, 0},
    {"성전", L_N, R_N, 500, KO_ENTRY_NOUN, KO_TAG_NNG, NULL, 0},
    {"자", L_N, R_N, 600, KO_ENTRY_NOUN, KO_TAG_NNG, NULL, 0},
    {"나", L_N, R_N, 350, KO_ENTRY_NOUN, KO_TAG_NP, NULL, 0},
    {"나", L_V, R_V, 420, 0, KO_TAG_VV, NULL, 0},
    {"날", L_V, R_V, 400, 0, KO_TAG_VV, NULL, 0},
    {"나는", L_V, R_E, 380, 0, KO_TAG_VV, "날", KO_TAG_ETM},
    {"새", L_N, R_N, 300, KO_ENTRY_NOUN, KO_TAG_NNG, NULL, 0},
    {"는", L_J, R_J, 100, 0, KO_TAG_JX, NULL, 0},
    {"는", L_E, R_E, 120, 0, KO_TAG_ETM, NULL, 0},
    {"은", L_J, R_J, 100, 0, KO_TAG_JX, NULL, 0},
    {"가", L_J, R_J, 90, 0, KO_TAG_JKS, NULL, 0},
    {"가", L_V, R_V, 200, 0, KO_TAG_VV, NULL, 0},
    {"가", L_N, R_N, 900, KO_ENTRY_NOUN, KO_TAG_NNG, NULL, 0},
    {"갔", L_V, R_V, 150, 0, KO_TAG_VV, "가", KO_TAG_EP},
    {"다", L_E, R_E, 80, 0, KO_TAG_EF, NULL, 0},
    {"고", L_E, R_E, 90, 0, KO_TAG_EC, NULL, 0},
    {"에", L_J, R_J, 60, 0, KO_TAG_JKB, NULL, 0},
    {"학교", L_N, R_N, 250, KO_ENTRY_NOUN, KO_TAG_NNG, NULL, 0},
    {"학", L_N, R_N, 500, KO_ENTRY_NOUN, KO_TAG_NNG, NULL, 0},
    {"교", L_N, R_N, 550, KO_ENTRY_NOUN, KO_TAG_NNG, NULL, 0},
    {"교가", L_N, R_N, 450, KO_ENTRY_NOUN, KO_TAG_NNG, NULL, 0},
    {"눈", L_N, R_N, 310, KO_ENTRY_NOUN, KO_TAG_NNG, NULL, 0},
    {"눈", L_N, R_N, 310, KO_ENTRY_NOUN, KO_TAG_NNP, NULL, 0}, /* as cheap as the one before it */
    {"이", L_J, R_J, 95, 0, KO_TAG_JKS, NULL, 0},
    {"오", L_V, R_V, 260, 0, KO_TAG_VV, NULL, 0},
    {"왔", L_V, R_V, 180, 0, KO_TAG_VV, "오", KO_TAG_EP},
    {"사", L_N, R_N, 480, KO_ENTRY_NOUN, KO_TAG_NR, NULL, 0},
};
enum { N_ENTRIES = sizeof dictionary / sizeof *dictionary };

/* The cost of a word of left class `left` behind one of right class `right`. */
static int connection(int left, int right, int space) {
  int behind_space = space && (left == L_J || left == L_E) ? SPACE : 0;
  if (left == L_EOS) return right == R_J ? 20 : right == R_E ? 10 : right == R_N ? 60 : 300;
  if (right <= R_CLOSE) return left == L_J || left == L_E ? 800 : 0;
  if (left == L_N) return right == R_N ? 50 : right == R_V ? 700 : 30;
  if (left == L_J) return (right == R_N ? 10 : 400) + behind_space;
  if (left == L_V) return right == R_N ? 90 : right == R_V ? 500 : 40;
  if (left == L_E) return (right == R_V ? 5 : 600) + behind_space;
  return 0;
}

/* Costs that differ little from one right class to another: few chains are then worth keeping, and it
** matters which are left out. */
static int narrow(int left, int right, int space) {
  unsigned noise = (unsigned)(left * 31 + right * 17 + space * 7) * 2654435761u;
  return 90 * left + 60 * right + 200 * space + (int)(noise >> 26);
}

typedef int (*costs)(int left, int right, int space);

/* ---- the image ---- */

static unsigned char *image;
static size_t image_size;
static ko_model model;

typedef struct trie {
  uint16_t label[11172]; /* of each syllable; 0 none */
  uint16_t n_labels;
  int32_t child[MAX_STATES][MAX_LABELS], value[MAX_STATES];
  int n_states, n_values;
} trie;

/* The state of a word; new states and labels as they are needed. */
static int state_of(trie *t, const ko_text *word) {
  int state = 0;
  for (size_t i = 0; i < word->n; i++) {
    uint32_t syllable = word->ch[i].cp - 0xAC00;
    if (t->label[syllable] == 0) t->label[syllable] = ++t->n_labels;
    if (t->child[state][t->label[syllable]] == 0)
      t->child[state][t->label[syllable]] = ++t->n_states;
    state = t->child[state][t->label[syllable]];
  }
  return state;
}

static void put16(ko_buf *b, unsigned v) {
  unsigned char bytes[2] = {(unsigned char)v, (unsigned char)(v >> 8)};
  ko_buf_add(b, bytes, 2);
}
static void put32(ko_buf *b, uint32_t v) {
  put16(b, v & 0xFFFF);
  put16(b, v >> 16);
}

static void read_word(ko_text *out, const char *word) {
  ko_reader r;
  ko_reader_init(&r, word, strlen(word));
  ko_text_clear(out);
  CHECK(ko_text_read(out, &r, (size_t)-1) == 0);
}

/* What an entry expands to: its count of morphemes, each with its tag, its stretch and its form. */
static void put_expansion(ko_buf *out, ko_buf *strings, const entry *e, size_t length) {
  ko_text form;
  unsigned char head[3] = {e->stem ? 2 : 1, e->tag, (unsigned char)(e->stem ? 1 : length)};
  ko_buf_add(out, head, 3);
  if (!e->stem) {
    ko_buf_add(out, "\0\0\0", 3); /* the form is the surface; no cuts */
    return;
  }
  ko_text_init(&form, &ko_mem_std);
  for (int part = 0; part < 2; part++) {
    const char *ending = e->tag2 == KO_TAG_EP ? "았" : "는";
    unsigned char rest[2] = {e->tag2, (unsigned char)((length - 1) << 4 | 1)};
    if (part) ko_buf_add(out, rest, 2);
    read_word(&form, part ? ending : e->stem);
    ko_buf_add(out, "\1", 1); /* characters of the form, then its place in the pool */
    put16(out, (unsigned)(strings->n / 2));
    ko_buf_add(out, "\0", 1);
    put16(strings, form.ch[0].cp);
  }
  ko_buf_add(out, "\0\0", 2);
  ko_text_free(&form);
}

/* Each state has its own stretch of MAX_LABELS units, so that no two meet. */
static void put_units(ko_buf *out, const trie *t) {
  put32(out, MAX_LABELS); /* the root: not 0, where an empty unit would seem to lead */
  put32(out, (uint32_t)(t->n_states + 2) * MAX_LABELS);
  for (int label = 0; label < MAX_LABELS; label++) put32(out, 0xFFF);
  for (int state = 0; state <= t->n_states; state++)
    for (int label = 0; label < MAX_LABELS; label++)
      if (label == 0 && t->value[state] >= 0)
        put32(out, (uint32_t)t->value[state] << 12);
      else if (label > 0 && t->child[state][label])
        put32(out, (uint32_t)(t->child[state][label] + 1) * MAX_LABELS << 12 | (uint32_t)label);
      else
        put32(out, 0xFFF);
}

static void put_unknown(ko_buf *out, const trie *t) {
  for (int i = 0; i < KO_N_FIXED; i++) put16(out, L_N), put16(out, R_N);
  for (int i = 0; i <= KO_MAX_UNKNOWN; i++) put16(out, (unsigned)(1000 + 100 * i));
  put16(out, t->n_labels + 1u);
  for (int edge = 0; edge < KO_N_EDGES; edge++)
    for (int label = 0; label <= t->n_labels; label++)
      put16(out, edge == KO_EDGE_SURNAME ? 2400 : 7);
}

/* Words first, in the order of their states: the entries of one word stand together. */
static void put_words(ko_buf section[KO_SEC_LAST + 1]) {
  static trie t;
  int state[N_ENTRIES];
  ko_text word;
  size_t n = 0;
  memset(&t, 0, sizeof t);
  memset(t.value, -1, sizeof t.value);
  ko_text_init(&word, &ko_mem_std);
  for (int i = 0; i < N_ENTRIES; i++) {
    read_word(&word, dictionary[i].surface);
    state[i] = state_of(&t, &word);
  }
  CHECK(t.n_states < MAX_STATES && t.n_labels < MAX_LABELS);
  put32(&section[KO_SEC_EXPANSIONS], 0);
  for (int s = 1; s <= t.n_states; s++)
    for (int i = 0; i < N_ENTRIES; i++) {
      const entry *e = &dictionary[i];
      if (state[i] != s) continue;
      if (t.value[s] < 0) {
        t.value[s] = t.n_values++;
        put32(&section[KO_SEC_VALUES], (uint32_t)n);
      }
      read_word(&word, e->surface);
      put16(&section[KO_SEC_ENTRIES], e->left);
      put16(&section[KO_SEC_ENTRIES], e->right);
      put16(&section[KO_SEC_ENTRIES], (unsigned)e->cost);
      put16(&section[KO_SEC_ENTRIES], e->flags);
      put32(&section[KO_SEC_ENTRIES], (uint32_t)section[KO_SEC_EXPANSIONS].n);
      put_expansion(&section[KO_SEC_EXPANSIONS], &section[KO_SEC_STRINGS], e, word.n);
      n++;
    }
  put32(&section[KO_SEC_VALUES], (uint32_t)n);
  for (int i = 0; i < 11172; i++) put16(&section[KO_SEC_CODES], t.label[i]);
  put_units(&section[KO_SEC_UNITS], &t);
  put_unknown(&section[KO_SEC_UNKNOWN], &t);
  ko_text_free(&word);
}

static void put_rest(ko_buf section[KO_SEC_LAST + 1], costs connect) {
  put32(&section[KO_SEC_MATRIX], N_LEFT);
  put32(&section[KO_SEC_MATRIX], N_RIGHT);
  for (int space = 0; space < 2; space++)
    for (int left = 0; left < N_LEFT; left++)
      for (int right = 0; right < N_RIGHT; right++)
        put16(&section[KO_SEC_MATRIX], (unsigned)connect(left, right, space));
  put32(&section[KO_SEC_SYMBOLS], '.');
  put16(&section[KO_SEC_SYMBOLS], L_ALONE);
  put16(&section[KO_SEC_SYMBOLS], R_ALONE);
  put16(&section[KO_SEC_SYMBOLS], KO_TAG_SF);
  put16(&section[KO_SEC_SYMBOLS], 0);
  put16(&section[KO_SEC_HANJA], 0x674E); /* 李 is 이 */
  put16(&section[KO_SEC_HANJA], 0xC774);
  put16(&section[KO_SEC_HANJA_WORDS], 0);
  ko_buf_str(&section[KO_SEC_INFO], "name=tiny\n");
  ko_buf_str(&section[KO_SEC_LEFT_NAMES], "EOS\nALONE\nN\nJ\nV\nE\n");
  ko_buf_str(&section[KO_SEC_RIGHT_NAMES], "BOS\nALONE\nDIGIT\nLETTER\nCLOSE\nN\nJ\nV\nE\n");
}

/* Write the image with these connection costs, and open it. */
static void write_image(costs connect) {
  ko_buf section[KO_SEC_LAST + 1], head, body;
  size_t at = (16 + 12 * KO_SEC_LAST + 7) / 8 * 8;
  for (int i = 0; i <= KO_SEC_LAST; i++) ko_buf_init(&section[i], &ko_mem_std);
  ko_buf_init(&head, &ko_mem_std);
  ko_buf_init(&body, &ko_mem_std);
  put_words(section);
  put_rest(section, connect);
  ko_buf_str(&head, "KOREANDI");
  put32(&head, KO_IMAGE_VERSION);
  put32(&head, KO_SEC_LAST);
  for (int i = 1; i <= KO_SEC_LAST; i++) {
    put32(&head, (uint32_t)i);
    put32(&head, (uint32_t)(at + body.n));
    put32(&head, (uint32_t)section[i].n);
    ko_buf_add(&body, section[i].data, section[i].n);
    while (body.n % 8) ko_buf_add(&body, "", 1);
  }
  while (head.n < at) ko_buf_add(&head, "", 1);
  image_size = head.n + body.n;
  image = malloc(image_size);
  CHECK(image != NULL && !head.failed && !body.failed);
  if (!image) exit(1);
  memcpy(image, head.data, head.n);
  memcpy(image + head.n, body.data, body.n);
  for (int i = 0; i <= KO_SEC_LAST; i++) ko_buf_free(&section[i]);
  ko_buf_free(&head);
  ko_buf_free(&body);
  CHECK(ko_model_open(&model, image, image_size) == NULL);
}

/* ---- chains ---- */

static ko_text text;
static ko_lattice lattice;

/* The cheapest chain of the text as "삼성전자/NNP 는/JX"; its cost is in lattice.cost. */
static const char *chain(const char *s) {
  static ko_buf out;
  ko_buf_init(&out, &ko_mem_std);
  read_word(&text, s);
  CHECK(ko_lattice_run(&lattice, &text, 0, text.n, R_BOS, L_EOS) == 0);
  for (size_t i = 0; i < lattice.n_path; i++) {
    const ko_node *node = &lattice.node[lattice.path[i]];
    if (i) ko_buf_str(&out, " ");
    for (uint32_t k = node->start; k < node->start + node->length; k++)
      ko_buf_char(&out, text.ch[k].cp);
    ko_buf_str(&out, "/");
    ko_buf_str(&out, ko_tag_name(node->origin == KO_ORIGIN_KNOWN ? ko_model_tag(&model, node->what)
                                                                 : node->what));
  }
  static char copy[400];
  snprintf(copy, sizeof copy, "%s", ko_buf_text(&out));
  ko_buf_free(&out);
  return copy;
}

#define CHECK_CHAIN(s, wanted, sum)                                                                \
  do {                                                                                             \
    CHECK_TEXT(chain(s), wanted);                                                                  \
    CHECK(lattice.cost == (sum));                                                                  \
  } while (0)

static void test_chains(void) {
  /* begin 삼성전자 N·J 는 J·EOS */
  CHECK_CHAIN("삼성전자는", "삼성전자/NNP 는/JX", 0 + 650 + 10 + 100 + 20);
  CHECK_CHAIN("삼성전자", "삼성전자/NNP", 0 + 650 + 60);
  /* BOS ─ 나/NP 350 ─ 10 ─ 는/JX 100 ─ 20 ─ EOS    480
  ** BOS ─ 나는/VV+ETM 380 ─ 10 ─ EOS               390
  ** BOS ─ 나/VV 420 ─ 5 ─ 는/ETM 120 ─ 10 ─ EOS    555 */
  CHECK_CHAIN("나는", "나는/VV", 0 + 380 + 10);
  /* before a noun:      E·N 30, 새 300, N·EOS 60      770
  ** 나/NP 는/JX 새:     J·N 30                        850 */
  CHECK_CHAIN("나는 새", "나는/VV 새/NNG", 0 + 380 + 30 + 300 + 60);
  CHECK_CHAIN("학교가", "학교/NNG 가/JKS", 0 + 250 + 10 + 90 + 20);
  CHECK_CHAIN("학교에 갔다", "학교/NNG 에/JKB 갔/VV 다/EF",
              0 + 250 + 10 + 60 + 40 + 150 + 5 + 80 + 10);
  /* white space before a particle costs 700 more; the noun 가 is then cheaper:
  ** 학교 250 ─ 10 + 700 ─ 가/JKS 90 ─ 20          1070
  ** 학교 250 ─ 90 ─ 가/VV 200 ─ 300                840
  ** 학교 250 ─ 50 ─ 가/NNG 900 ─ 60               1260 */
  CHECK_CHAIN("학교 가", "학교/NNG 가/VV", 0 + 250 + 90 + 200 + 300);
  CHECK_CHAIN("눈이 왔다", "눈/NNP 이/JKS 왔/VV 다/EF", 0 + 310 + 10 + 95 + 40 + 180 + 5 + 80 + 10);
  CHECK_CHAIN("", "", 300); /* what EOS costs behind BOS */
  CHECK_CHAIN(" \n ", "", 300);
}

static void test_unknown(void) {
  /* no entry begins with 볼 or 펜: an unknown noun of two syllables, 1200, with 7 for each edge */
  CHECK_CHAIN("볼펜은", "볼펜/NNP 은/JX", 0 + 1200 + 7 + 7 + 10 + 100 + 20);
  CHECK(lattice.node[lattice.path[0]].origin == KO_ORIGIN_UNKNOWN);
  /* where the dictionary has a noun of as many syllables there is no unknown one beside it */
  chain("학교");
  for (size_t i = 0; i < lattice.n; i++)
    CHECK(lattice.node[i].origin == KO_ORIGIN_KNOWN || lattice.node[i].length != 2);
  CHECK_CHAIN("K9 1,000.5", "K/SL 9/SN 1,000.5/SN", 0 + 50 + 50 + 60);
  CHECK_CHAIN("李.", "李/SH ./SF", 0 + 0 + 300);
}

/* Boundaries: what stands before and behind is part of the cost. */
static void test_boundaries(void) {
  read_word(&text, "가");
  CHECK(ko_lattice_run(&lattice, &text, 0, 1, R_N, L_EOS) == 0);
  CHECK(lattice.cost == 10 + 90 + 20); /* a particle, behind a noun */
  CHECK(ko_lattice_run(&lattice, &text, 0, 1, R_BOS, L_EOS) == 0);
  CHECK(lattice.cost == 0 + 200 + 300); /* a verb */
  read_word(&text, "나는 학교에 갔다");
  CHECK(ko_lattice_run(&lattice, &text, 3, 6, R_BOS, L_EOS) == 0); /* 학교에, out of its text */
  CHECK(lattice.n_path == 2 && lattice.cost == 0 + 250 + 10 + 60 + 20);
}

/* ---- every chain, the slow way ---- */

static int32_t cheapest_from(const ko_lattice *l, costs connect, size_t place, unsigned right,
                             int depth) {
  size_t length = l->to - l->from, at = place;
  int32_t best = INT32_MAX / 2;
  while (at < length && text.klass[at] == KO_CLASS_SPACE) at++;
  if (at == length) return connect(L_EOS, (int)right, 0);
  if (depth > 40) return best;
  for (size_t i = 0; i < l->n; i++) {
    const ko_node *node = &l->node[i];
    int32_t sum;
    if (node->start != at) continue;
    sum = connect(node->left, (int)right, at > place) + node->cost +
          cheapest_from(l, connect, at + node->length, node->right, depth + 1);
    best = sum < best ? sum : best;
  }
  return best;
}

/* The lattice leaves chains out that cannot win: none of them may have been the cheapest. */
static void test_against_all_chains(costs connect) {
  static const char *const piece[] = {"삼성", "전자", "나", "는", "가", "갔",  "다",
                                      "학",   "교",   "눈", "이", "왔", " ",   "에",
                                      "고",   "볼",   "9",  "K",  ".",  "성전"};
  unsigned state = 7;
  for (int round = 0; round < 3000; round++) {
    char s[100] = "";
    for (int i = 0; i < 1 + round % 9; i++) {
      state = state * 1103515245 + 12345;
      strcat(s, piece[(state >> 16) % (sizeof piece / sizeof *piece)]);
    }
    chain(s);
    if (lattice.cost != cheapest_from(&lattice, connect, 0, R_BOS, 0))
      check_failures++, printf("%s: %d, the cheapest chain costs %d\n", s, (int)lattice.cost,
                               (int)cheapest_from(&lattice, connect, 0, R_BOS, 0));
  }
}

/* Of two chains that cost the same the one with the later entry, on every machine. */
static void test_tie(void) {
  ko_posterior p;
  CHECK_TEXT(chain("눈"), "눈/NNP");
  ko_posterior_init(&p, &ko_mem_std);
  CHECK(ko_posterior_run(&p, &lattice) == 0);
  for (size_t i = 0; i < lattice.n; i++) /* each has half of the probability: KO_NAT * ln 2 */
    if (lattice.node[i].origin == KO_ORIGIN_KNOWN) CHECK(p.p[i] >= 207 && p.p[i] <= 225);
  ko_posterior_free(&p);
}

static void test_document(void) {
  static const char s[] = "나는 학교에 갔다.";
  static const char *const form[] = {"날", "는", "학교", "에", "가", "았", "다", "."};
  ko_worker worker;
  ko_document d;
  ko_buf out;
  ko_buf_init(&out, &ko_mem_std);
  ko_worker_init(&worker, &model, &ko_mem_std);
  ko_document_init(&d, &worker);
  CHECK(ko_document_read(&d, s, sizeof s - 1) == 0 && ko_document_analyse(&d) == 0);
  CHECK(d.n == sizeof form / sizeof *form);
  for (size_t i = 0; i < d.n && i < sizeof form / sizeof *form; i++) {
    ko_buf_clear(&out);
    ko_document_form(&d, &d.morph[i], &out);
    CHECK_TEXT(ko_buf_text(&out), form[i]);
  }
  CHECK(d.morph[4].start == 7 && d.morph[4].end == 8 && d.morph[5].start == 7); /* both of 갔 */
  ko_document_free(&d);
  ko_worker_free(&worker);
  ko_buf_free(&out);
}

/* Every byte of the image but those of the labels, damaged in turn: refused, or wrong words. */
static void test_damage(void) {
  static const char s[] = "나는 삼성전자 학교에 갔다. 눈이 왔다";
  int refused = 0, opened = 0;
  for (size_t at = 0; at < image_size; at++) {
    ko_model damaged;
    ko_worker worker;
    ko_document d;
    unsigned char was = image[at];
    if (at > 400 && at < 22400 && at % 64) continue; /* labels: 11,172 of one kind */
    image[at] = (unsigned char)(was ^ (0x81 >> at % 7));
    if (ko_model_open(&damaged, image, image_size)) {
      refused++;
    } else {
      opened++;
      ko_worker_init(&worker, &damaged, &ko_mem_std);
      ko_document_init(&d, &worker);
      CHECK(ko_document_read(&d, s, sizeof s - 1) == 0);
      CHECK(ko_document_analyse(&d) == 0);
      ko_document_free(&d);
      ko_worker_free(&worker);
    }
    image[at] = was;
  }
  CHECK(refused > 500 && opened > 500);
  for (size_t n = 0; n + 8 < image_size; n += n < 400 ? 1 : 501) {
    ko_model cut;
    CHECK(ko_model_open(&cut, image, n) != NULL);
  }
}

int main(void) {
  write_image(connection);
  ko_text_init(&text, &ko_mem_std);
  ko_lattice_init(&lattice, &model, &ko_mem_std);
  test_chains();
  test_unknown();
  test_boundaries();
  test_against_all_chains(connection);
  test_tie();
  test_document();
  test_damage();
  free(image);
  write_image(narrow);
  test_against_all_chains(narrow);
  ko_lattice_free(&lattice);
  ko_text_free(&text);
  free(image);
  return check_result();
}
