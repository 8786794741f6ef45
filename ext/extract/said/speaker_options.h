/* Who may have said a quotation: everybody whom the grammar of the sentences around it could mean, and what
** speaks for each, as numbers that weights are learnt for. Among the options are that it is no quotation
** (the first) and that nobody is named (the second).
**
** ext/data/train/train_speakers.c learns the weights, ext/data/speakers.def, from the same features. */
#ifndef KO_SPEAKER_OPTIONS_H
#define KO_SPEAKER_OPTIONS_H

#include "base/map.h"
#include "extract/said/quoted.h"
#include "extract/said/speaker.h"

enum {
  KO_SPEAKER_BITS = 14,     /* of a feature's number */
  KO_SPEAKER_UNIT = 24,     /* of a weight: so many are a factor of e */
  KO_OPTION_FEATURES = 240, /* of an option; more are dropped */
  KO_MAX_OPTIONS = 32,
  KO_OPTION_NONE = 0,  /* it is no quotation */
  KO_OPTION_NOBODY = 1 /* nobody is named */
};

typedef struct ko_speaker_option {
  ko_speaker who;
  uint32_t ways; /* how it was come to, a bit for each */
  uint16_t n;
  uint16_t feature[KO_OPTION_FEATURES];
} ko_speaker_option;

/* What the text up to a quotation has said. */
typedef struct ko_speech {
  ko_speaker spoke, before;     /* who spoke last, and the last who is another */
  ko_speaker told, told_before; /* who spoke or was spoken of last, and the last who is another */
  ko_speaker person, body;      /* the same by kind */
  ko_speaker echo;              /* who says nearly the same as this quotation elsewhere */
  uint32_t spoke_sentence, spoke_behind; /* where that quotation was */
  int *spoken, *named;                   /* of each entity: how often so far, and in all the text */
  int chief;                             /* the person named most often; -1 */
  ko_map spelling;                       /* what a name is written as, to its entity */
} ko_speech;

typedef struct ko_speaker_options {
  ko_buf key;  /* for looking words up */
  int last;    /* 1: what is chosen stays */
  int certain; /* the one whom the page's form names; -1 */
  int n;
  ko_speaker_option option[KO_MAX_OPTIONS];
} ko_speaker_options;

/* Find the options for a quotation. Returns 0, or -1 when memory is out. */
int ko_speaker_options_find(const ko_clauses *c, const ko_quoted *q, const ko_speech *said,
                            ko_speaker_options *out);
/* The option that the weights are for. */
int ko_speaker_options_choose(const ko_speaker_options *o, const int8_t *weight);
/* Those that the extension uses, 1 << KO_SPEAKER_BITS. */
extern const int8_t ko_speaker_weights[];

/* Are the two the same? */
int ko_speaker_is(const ko_text *t, const ko_speaker *a, const ko_speaker *b);

#endif
