/* How a reading comes about: each finder adds to it what those before it make possible.
**
**      names ─┐
**    amounts ─┼─ mentions in order ─ titles ─ entities ─ values of dates ─ the reading
**      dates ─┘
*/
#ifndef KO_READING_RUN_H
#define KO_READING_RUN_H

#include "extract/names/reading.h"

/* Read a document that has its morphemes; it must stay as it is while the reading is used. Returns
** 0, or -1 when memory is out. */
int ko_reading_run(ko_reading *r, const ko_document *d, int32_t published);

#endif
