/* The one place that includes SQLite's headers; ext/korean.c defines the API pointer. */
#ifndef KO_SQLITE_H
#define KO_SQLITE_H

#include <sqlite3ext.h>
#ifndef KO_DEFINE_API
SQLITE_EXTENSION_INIT3
#endif

#endif
