/* Scalar functions and the collation. */
#ifndef KO_SCALARS_H
#define KO_SCALARS_H

#include "bind/state.h"

struct sqlite3;
struct sqlite3_context;
struct sqlite3_value;

int ko_scalars_register(struct sqlite3 *db, ko_state *state, char **error);

/* korean_query(text [, mode [, detail]]), in bind/query.c */
void ko_query_function(struct sqlite3_context *context, int argc, struct sqlite3_value **argv);

/* The bytes of a text argument, which may be TEXT or BLOB. Returns 1; 0 for NULL; -1 after setting
** an error that names the function. */
int ko_text_argument(struct sqlite3_context *context, struct sqlite3_value *v, const char *function,
                     const char **text, size_t *n);
/* Return an error: `error`, which is freed, with the name of the function before it; or, without one or when
** the work was ended, what rc says. */
void ko_result_failed(struct sqlite3_context *context, ko_state *state, int rc,
                      const char *function, char *error);
/* Return what is in state->out. */
void ko_result_out(struct sqlite3_context *context, ko_state *state);

#endif
