/* The order of Korean words, as ICU's ko collation has it. */
#ifndef KO_COLLATE_H
#define KO_COLLATE_H

/* Opens ICU's collator. NULL if it cannot be had; *error is then ICU's name of what is wrong. */
void *ko_collator_open(const char **error);
void ko_collator_close(void *collator);
/* *order is <0, 0 or >0. Texts that ICU finds equal are ordered by their bytes. Returns 0, or -1 when ICU
** fails; no order is known then. */
int ko_collate(const void *collator, const char *a, int n_a, const char *b, int n_b, int *order);
/* Version of ICU, such as "72.1". */
const char *ko_icu_version(void);

#endif
