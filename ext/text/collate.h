/* The order of Korean words, as ICU's ko collation has it. */
#ifndef KO_COLLATE_H
#define KO_COLLATE_H

/* Opens ICU's collator; NULL if it cannot be had. */
void *ko_collator_open(void);
void ko_collator_close(void *collator);
/* <0, 0 or >0. Texts that ICU finds equal are ordered by their bytes. */
int ko_collate(const void *collator, const char *a, int n_a, const char *b, int n_b);
/* Version of ICU, such as "72.1". */
const char *ko_icu_version(void);

#endif
