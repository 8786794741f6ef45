#include "bind/place.h"

#include <string.h>

#include "bind/sqlite.h"

void ko_place_free(ko_place *p) {
  sqlite3_free(p->schema);
  sqlite3_free(p->sql);
  memset(p, 0, sizeof *p);
}

static int replace(char **p, const char *text) {
  sqlite3_free(*p);
  *p = sqlite3_mprintf("%s", text ? text : "");
  return *p ? SQLITE_OK : SQLITE_NOMEM;
}

/* Look in p->schema. */
static int find_in(sqlite3 *db, ko_place *p) {
  static const char format[] = "SELECT rootpage, sql FROM \"%w\".sqlite_schema WHERE type IN "
                               "('table', 'view') AND name = ?1 COLLATE NOCASE";
  sqlite3_stmt *s = NULL;
  char *sql = sqlite3_mprintf(format, p->schema);
  int rc = sql ? sqlite3_prepare_v2(db, sql, -1, &s, NULL) : SQLITE_NOMEM, last;
  sqlite3_free(sql);
  if (rc == SQLITE_ERROR) return SQLITE_OK; /* no such schema */
  if (rc == SQLITE_OK) rc = sqlite3_bind_text(s, 1, p->table, -1, SQLITE_STATIC);
  if (rc == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW) {
    p->root = sqlite3_column_int(s, 0);
    rc = replace(&p->sql, (const char *)sqlite3_column_text(s, 1));
  }
  last = sqlite3_finalize(s);
  return rc == SQLITE_OK ? last : rc;
}

int ko_place_find(sqlite3 *db, const char *name, ko_place *out) {
  const char *dot = strchr(name, '.');
  sqlite3_stmt *s = NULL;
  int rc, last;
  memset(out, 0, sizeof *out);
  out->root = -1;
  out->table = dot ? dot + 1 : name;
  if (dot) {
    out->schema = sqlite3_mprintf("%.*s", (int)(dot - name), name);
    return out->schema ? find_in(db, out) : SQLITE_NOMEM;
  }
  rc = sqlite3_prepare_v2(db, "PRAGMA database_list", -1, &s, NULL);
  while (rc == SQLITE_OK && out->root < 0 && sqlite3_step(s) == SQLITE_ROW) {
    const char *schema = (const char *)sqlite3_column_text(s, 1);
    if (!schema || strcmp(schema, "temp") == 0) continue;
    if ((rc = replace(&out->schema, schema)) == SQLITE_OK) rc = find_in(db, out);
  }
  last = sqlite3_finalize(s);
  if (rc != SQLITE_OK || out->root >= 0) return rc;
  if (last != SQLITE_OK) return last;
  rc = replace(&out->schema, "temp");
  return rc == SQLITE_OK ? find_in(db, out) : rc;
}
