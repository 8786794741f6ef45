#include "bind/argument.h"

#include "bind/sqlite.h"

int ko_argument_text(sqlite3_value *v, const char **text, size_t *n) {
  int type = sqlite3_value_type(v);
  *text = NULL;
  *n = 0;
  if (type == SQLITE_NULL) return SQLITE_OK;
  if (type != SQLITE_TEXT && type != SQLITE_BLOB) return SQLITE_MISMATCH;
  /* before the length, which it may change; of TEXT the blob would be in the database's encoding */
  *text = type == SQLITE_TEXT ? (const char *)sqlite3_value_text(v) : sqlite3_value_blob(v);
  *n = (size_t)sqlite3_value_bytes(v);
  if (*text) return SQLITE_OK;
  *text = "";
  return *n || type == SQLITE_TEXT ? SQLITE_NOMEM : SQLITE_OK; /* an empty blob is NULL */
}

const char *ko_argument_type(int type) {
  switch (type) {
  case SQLITE_INTEGER: return "an integer";
  case SQLITE_FLOAT: return "a real number";
  case SQLITE_BLOB: return "a blob";
  case SQLITE_TEXT: return "text";
  default: return "NULL";
  }
}
