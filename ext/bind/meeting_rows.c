/* meetings(text, published), also extract_meetings, and meeting_participants(text, published). */
#include "bind/row_function.h"

static void json_string(ko_buf *b, const char *s) {
  static const char hex[] = "0123456789abcdef";
  ko_buf_str(b, "\"");
  for (; *s; s++) {
    unsigned char c = (unsigned char)*s;
    if (c == '"' || c == '\\') {
      ko_buf_add(b, "\\", 1);
      ko_buf_add(b, s, 1);
    } else if (c < 0x20) {
      char u[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
      ko_buf_add(b, u, 6);
    } else {
      ko_buf_add(b, s, 1);
    }
  }
  ko_buf_str(b, "\"");
}

static const char *const statuses[] = {"held", "ongoing", "planned", "expected", "unlikely"};
static const char *const evidentials[] = {"direct", "hearsay", "inferred"};

/* By ko_meeting_form_form. */
static const char *const forms[] = {NULL, "call", "breakfast", "lunch", "dinner", "summit"};

static void meeting_row(ko_call *call, ko_rows *rows, const ko_meetings *ms, size_t i) {
  const ko_meeting *m = &ms->item[i];
  size_t begun;
  ko_row_int(rows, (long long)i + 1);
  if (m->kind.end > m->kind.start)
    ko_row_words(call, rows, m->kind);
  else
    ko_row_str(rows, m->kind_lemma);
  ko_row_str(rows, statuses[m->status]);
  ko_row_str(rows, evidentials[m->evidential]);
  begun = ko_row_begin(rows);
  ko_buf_str(&rows->text, "[");
  for (size_t k = 0; k < m->n_participants; k++) {
    if (k) ko_buf_str(&rows->text, ",");
    json_string(&rows->text, ms->participant[m->participant + k].name);
  }
  ko_buf_str(&rows->text, "]");
  ko_row_end(rows, begun);
  ko_row_day(rows, m->day);
  ko_row_day(rows, m->day_end == m->day ? KO_NO_DAY : m->day_end);
  ko_row_minute(rows, m->minute);
  ko_row_words(call, rows, m->place);
  if (m->duration > 0)
    ko_row_real(rows, m->duration);
  else
    ko_row_null(rows);
  ko_row_words(call, rows, m->topic);
  ko_row_words(call, rows, m->evidence);
  ko_row_span(call, rows, m->evidence.start, m->evidence.end);
  ko_row_int(rows, (long long)m->sentence + 1);
  ko_row_real(rows, m->score / 1000.0);
  ko_row_str(rows, forms[m->form]);
}

static void participant_rows(ko_call *call, ko_rows *rows, const ko_meetings *ms, size_t i) {
  const ko_meeting *m = &ms->item[i];
  for (size_t k = 0; k < m->n_participants; k++) {
    const ko_participant *p = &ms->participant[m->participant + k];
    ko_row_int(rows, (long long)i + 1);
    ko_row_int(rows, (long long)k + 1);
    ko_row_str(rows, p->name);
    ko_row_str(rows, p->type);
    ko_row_str(rows, p->attendee ? "attendee" : "principal");
    ko_row_words(call, rows, p->title);
    ko_row_words(call, rows, p->organization);
    if (p->title.end > p->title.start)
      ko_row_office(call, rows, p->title, p->organization);
    else
      ko_row_null(rows);
    ko_row_int(rows, p->titled);
    if (p->home)
      ko_row_str(rows, p->home);
    else
      ko_row_words(call, rows, p->organization);
  }
}

static void fill(ko_call *call, ko_rows *rows,
                 void (*row)(ko_call *, ko_rows *, const ko_meetings *, size_t)) {
  const ko_meetings *ms = ko_analysis_meetings(call->analysis, call->published);
  size_t i, end;
  if (!ms) {
    rows->failed = 1;
    return;
  }
  end = ko_call_batch(call, ms->n, &i);
  for (; i < end; i++) row(call, rows, ms, i);
}

static void fill_meetings(ko_call *call, ko_rows *rows) {
  fill(call, rows, meeting_row);
}
static void fill_participants(ko_call *call, ko_rows *rows) {
  fill(call, rows, participant_rows);
}

const ko_table_function ko_table_meetings = {
    .columns =
        "seq INTEGER, kind TEXT, status TEXT, evidential TEXT, participants TEXT, "
        "date_start TEXT, date_end TEXT, time TEXT, place TEXT, duration REAL, topic TEXT, "
        "evidence TEXT, start INTEGER, length INTEGER, sentence INTEGER, score REAL, form TEXT",
    .takes_published = 1,
    .takes_words = 1,
    .fill = fill_meetings,
};

const ko_table_function ko_table_meeting_participants = {
    .columns = "meeting INTEGER, seq INTEGER, name TEXT, type TEXT, role TEXT, title TEXT, "
               "organization TEXT, office TEXT, titled INTEGER, represents TEXT",
    .takes_published = 1,
    .takes_words = 1,
    .fill = fill_participants,
};
