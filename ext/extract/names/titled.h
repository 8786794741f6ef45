/* People whom the model of names missed, known by the title behind them: 샘 올트먼 오픈AI 최고경영자,
** 차강률 회장. */
#ifndef KO_TITLED_H
#define KO_TITLED_H

#include "extract/words/mention.h"

/* Add the people, and part two people side by side before one title into a person and an
** organisation, or make them one. m, in order and with its morphemes, stays so. Returns 0, or -1
** when memory is out. */
int ko_titled_find(const ko_document *d, ko_mentions *m);

#endif
