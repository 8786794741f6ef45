#include "bind/index_options.h"

#include <string.h>

#include "bind/sqlite.h"

typedef struct piece {
  const char *at;
  size_t n;
} piece;

static int is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static piece trimmed(piece p) {
  while (p.n > 0 && is_blank(*p.at)) p.at++, p.n--;
  while (p.n > 0 && is_blank(p.at[p.n - 1])) p.n--;
  return p;
}

/* The bytes of the quoted piece that s begins with, quotation marks included; 0 if it begins with none. */
static size_t quoted(const char *s, size_t n) {
  char close = n == 0 ? 0 : *s == '[' ? ']' : *s;
  size_t i = 1;
  if (!close || !strchr("'\"`]", close)) return 0;
  for (; i < n; i++)
    if (s[i] == close) {
      if (close == ']' || i + 1 >= n || s[i + 1] != close) return i + 1;
      i++;
    }
  return n;
}

/* The piece up to an `end` outside of quotation marks and brackets, or all of it. */
static piece up_to(piece p, char end) {
  size_t i = 0, q;
  for (int depth = 0; i < p.n && (depth > 0 || p.at[i] != end); i += q ? q : 1) {
    q = quoted(p.at + i, p.n - i);
    depth += p.at[i] == '(';
    depth -= p.at[i] == ')';
  }
  return (piece){p.at, i};
}

static piece behind(piece all, piece first, size_t more) {
  size_t n = first.n + more < all.n ? first.n + more : all.n;
  return (piece){all.at + n, all.n - n};
}

/* Put a piece without its quotation marks into out. */
static void unquote(piece p, ko_buf *out) {
  size_t n = quoted(p.at, p.n);
  out->n = 0; /* a failure stays */
  if (n < 2 || n < p.n) {
    ko_buf_add(out, p.at, p.n);
    return;
  }
  for (size_t i = 1; i + 1 < n; i++) {
    ko_buf_add(out, p.at + i, 1);
    if (p.at[i] == *p.at) i++; /* doubled */
  }
}

/* The next word of a tokenizer's options, quoted or not; 0 at the end. */
static int next_option(piece *rest, ko_buf *out) {
  size_t n;
  *rest = trimmed(*rest);
  if (rest->n == 0) return 0;
  n = quoted(rest->at, rest->n);
  if (n == 0)
    while (n < rest->n && !is_blank(rest->at[n])) n++;
  unquote((piece){rest->at, n}, out);
  *rest = behind(*rest, (piece){rest->at, n}, 0);
  return 1;
}

static int is_text(ko_buf *b, const char *text) {
  return sqlite3_stricmp(ko_buf_text(b), text) == 0;
}

/* The value of the option words, behind the name of our tokenizer. */
static int read_tokenizer(ko_buf *value, ko_index_options *out) {
  piece rest = {value->data, value->n};
  int ours = 0, failed;
  ko_buf word;
  ko_buf_init(&word, value->mem);
  while (!ours && next_option(&rest, &word)) ours = is_text(&word, "korean");
  while (next_option(&rest, &word)) {
    int words = is_text(&word, "words");
    if (next_option(&rest, words ? &out->words : &word)) continue;
  }
  failed = word.failed || out->words.failed;
  ko_buf_free(&word);
  return failed ? -1 : 0;
}

/* Is `key` an abbreviation of `name`, as FTS5 takes them? */
static int abbreviates(piece key, const char *name) {
  return key.n > 0 && key.n <= strlen(name) && sqlite3_strnicmp(key.at, name, (int)key.n) == 0;
}

static int read_argument(piece argument, ko_buf *value, ko_index_options *out) {
  piece key = up_to(argument, '=');
  if (key.n == argument.n) return 0; /* a column */
  unquote(trimmed(behind(argument, key, 1)), value);
  if (value->failed) return -1;
  key = trimmed(key);
  if (abbreviates(key, "tokenize")) return read_tokenizer(value, out);
  if (abbreviates(key, "detail"))
    out->detail = is_text(value, "none") ? 2 : is_text(value, "column") || is_text(value, "col");
  return value->failed ? -1 : 0;
}

int ko_index_options_read(const char *sql, ko_index_options *out) {
  piece all = {sql, strlen(sql)}, head = up_to(all, '('), rest = behind(all, head, 1);
  ko_buf value;
  int rc = 0;
  out->detail = 0;
  ko_buf_clear(&out->words);
  if (head.n == all.n) return 0;
  head = trimmed(head);
  if (head.n < 5 || sqlite3_strnicmp(head.at + head.n - 4, "fts5", 4) != 0 ||
      sqlite3_strnicmp(sql, "CREATE VIRTUAL", 14) != 0)
    return 0;
  ko_buf_init(&value, out->words.mem);
  rest = up_to(rest, ')');
  while (rc == 0 && rest.n > 0) {
    piece argument = up_to(rest, ',');
    rest = behind(rest, argument, 1);
    rc = read_argument(trimmed(argument), &value, out);
  }
  ko_buf_free(&value);
  return rc == 0 ? 1 : -1;
}
