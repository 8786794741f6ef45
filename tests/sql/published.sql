-- The day of a text: every form that SQLite's date functions read; without it nothing is guessed.
.nullvalue NULL
SELECT value FROM extract_entities('어제 만났다', '2025-02-04');
SELECT value FROM extract_entities('어제 만났다', '2025-02-04 10:00');
SELECT value FROM extract_entities('어제 만났다', '2025-02-04T23:59:00+09:00');
SELECT value FROM extract_entities('어제 만났다', 2460710.5);
SELECT text, value FROM extract_entities('어제 만났다');
SELECT text, value FROM extract_entities('어제 만났다', NULL);
SELECT value FROM extract_entities('2025년 2월 3일 만났다');
-- name: refused: no dates, and the clock
SELECT value FROM extract_entities('어제 만났다', 'yesterday');
SELECT value FROM extract_entities('어제 만났다', 'now');
SELECT value FROM extract_entities('어제 만났다', '');
SELECT value FROM extract_entities('어제 만났다', '2025.02.04');
SELECT value FROM extract_entities('어제 만났다', x'00');
SELECT * FROM meetings('만났다', '4 Feb');
SELECT * FROM meeting_participants('만났다', '4 Feb');
-- name: at the ends of the calendar
SELECT text, value FROM extract_entities('어제 만났다', '0000-01-01');
SELECT text, value FROM extract_entities('내일 만난다', '9999-12-31');
-- name: from columns, and by name
CREATE TABLE report(day TEXT, body TEXT);
INSERT INTO report VALUES ('2025-02-04', '어제 왔다'), (NULL, '어제 왔다'), ('2025-03-01', '어제 왔다');
SELECT day, value FROM report, extract_entities(body, day);
SELECT day, value FROM report JOIN extract_entities ON korean_text_argument = body AND korean_published_argument = day WHERE day > 0;
SELECT korean_published_argument, value FROM extract_entities('어제 왔다', '2025-02-04 10:00');
SELECT count(*) FROM extract_entities WHERE korean_text_argument = '서울에서 만났다' AND type = 'location';
-- name: wrong arguments
SELECT * FROM extract_entities();
SELECT * FROM extract_entities('a', '2025-02-04', 1);
SELECT * FROM extract_entities(1);
SELECT * FROM meetings(1.5, '2025-02-04');
SELECT * FROM extract_meetings(5);
SELECT * FROM meeting_participants(5);
SELECT * FROM quotes(5);
SELECT * FROM relations(5);
SELECT * FROM parse_article(5);
SELECT * FROM quotes('a', '2025-02-04');
-- name: NULL and the empty text
SELECT (SELECT count(*) FROM extract_entities(NULL)), (SELECT count(*) FROM meetings(NULL, '2025-02-04')), (SELECT count(*) FROM meeting_participants(NULL)),
  (SELECT count(*) FROM quotes(NULL)), (SELECT count(*) FROM relations(NULL)), (SELECT count(*) FROM parse_article(NULL));
SELECT (SELECT count(*) FROM extract_entities('')), (SELECT count(*) FROM meetings('', '2025-02-04')), (SELECT count(*) FROM meeting_participants('')),
  (SELECT count(*) FROM quotes('')), (SELECT count(*) FROM relations('')), (SELECT count(*) FROM parse_article(''));
