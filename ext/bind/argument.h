/* Arguments of functions, as SQLite hands them over. */
#ifndef KO_ARGUMENT_H
#define KO_ARGUMENT_H

#include <stddef.h>

struct sqlite3_value;

/* The bytes of a text: TEXT in UTF-8 whatever the encoding of the database, a BLOB as it is. *text is NULL
** for NULL. Returns SQLITE_OK; SQLITE_MISMATCH for a number; SQLITE_NOMEM. Valid until SQLite is asked
** for something else of the value. */
int ko_argument_text(struct sqlite3_value *v, const char **text, size_t *n);
/* What an SQLite type is called in messages: "an integer". */
const char *ko_argument_type(int type);

#endif
