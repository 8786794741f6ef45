/* The FTS5 tokenizer `korean`. */
#ifndef KO_TOKENIZER_H
#define KO_TOKENIZER_H

#include "bind/state.h"

struct sqlite3;

/* Register the tokenizer with the connection's FTS5. `state` must outlive the connection's
** statements. Returns an SQLite result code and, on failure, a message in *error (to be freed with
** sqlite3_free). */
int ko_tokenizer_register(struct sqlite3 *db, ko_state *state, char **error);

#endif
