/* Runs of hanja in Hangul, by what words they make. A hanja may be read in two ways: by the law of initial sounds
** where a word of the run begins with it (新女性 신여성, 韓國歷史 한국역사), and as a surname where a name does
** (金日成 김일성). The reading is the one whose words cost least. */
#ifndef KO_HANJA_WORDS_H
#define KO_HANJA_WORDS_H

#include "morph/terms.h"

enum { KO_MAX_HANJA = KO_MAX_RUN }; /* characters of a run that is read at once */

/* Put the reading of hanja cp[0..n), at most KO_MAX_HANJA, into out[0..n). The terms and the text are workspace.
** Returns 0, or -1 when memory is out. */
int ko_hanja_words(ko_terms *t, ko_text *text, const uint32_t *cp, size_t n, uint32_t *out);

#endif
