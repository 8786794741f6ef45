/* The Revised Romanization of Korean (Ministry of Culture and Tourism, 2000), by sound: 신라 silla,
** 독립문 dongnimmun. Lower case; what is no Hangul stays as it is. */
#ifndef KO_ROMANIZE_H
#define KO_ROMANIZE_H

#include "base/buf.h"
#include "text/chars.h"

/* Append it to `out`. Returns 0, or -1 when memory is out or the work is to end. */
int ko_romanize(const ko_text *text, ko_buf *out);

#endif
