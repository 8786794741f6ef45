/* The Revised Romanization of Korean (Ministry of Culture and Tourism, 2000), by sound: 신라 silla,
** 독립문 dongnimmun. Lower case; what is no Hangul stays as it is. */
#ifndef KO_ROMANIZE_H
#define KO_ROMANIZE_H

#include "base/buf.h"
#include "text/chars.h"

/* What lies between two syllables that sounds otherwise than inside a noun. */
typedef enum ko_seam {
  KO_SEAM_ADDED = 1, /* ㄴ is added: 알약 allyak */
  KO_SEAM_NASAL = 2, /* ㄹ behind ㄴ becomes ㄴ: 의견란 uigyeonnan */
  KO_SEAM_APART = 4, /* the final sounds as it does alone: 겉옷 geodot */
  KO_SEAM_LIP = 8,   /* ㄼ sounds as ㅂ: 밟다 bapda */
  KO_SEAM_VERB = 16, /* no noun has both: ㅎ joins the final (잡혀 japyeo, but 묵호 mukho), */
  KO_SEAM_STEM = 32  /* nor the first: ㄺ is ㄹ before ㄱ (맑게 malge, but 닭과 dakgwa) */
} ko_seam;

/* Append it to `out`. seam[i], a set of ko_seam, lies between characters i and i + 1 of the text; NULL: nothing is
** known. Returns 0, or -1 when memory is out or the work is to end. */
int ko_romanize(const ko_text *text, const uint8_t *seam, ko_buf *out);

#endif
