-- The day of a text, `published`: every form that Korean tables hold; without it nothing is guessed, and
-- nothing makes a function read the clock.
.nullvalue NULL
CREATE TABLE form(id INTEGER PRIMARY KEY, day);
-- name: the day before 5 February 2025, in every form
INSERT INTO form(day) VALUES ('2025-02-05'), ('2025.2.5'), ('2025.02.05'), ('2025.02.05.'), ('2025. 2. 5.'), ('2025. 2. 5'), ('20250205'), ('2025/2/5'),
  ('2025/02/05'), ('2025-2-5'), ('2025년 2월 5일'), ('2025년2월5일'), ('2025년 02월 05일');
SELECT DISTINCT value, count(*) FROM form, extract_entities('어제 만났다', day);
-- name: with a time behind, which is passed over with its zone: the day as written counts
DELETE FROM form;
INSERT INTO form(day) VALUES ('2025-02-05 10:00'), ('2025-02-05 9:05'), ('2025-02-05T23:59'), ('2025-02-05t23:59:59z'), ('2025-02-05T23:59:00+09:00'), ('2025-02-05 00:10:00-05:00'),
  ('2025-02-05T23:59:00.123456Z'), ('2025-02-05 23:59:00 +0900'), ('2025-02-05 24:00'), ('2025.02.05 09:10'), ('2025.02.05. 09:10'), ('2025. 2. 5. 오후 3:10'), ('2025.02.05. 오전 9:10:11'),
  ('2025/02/05 09:10:11'), ('20250205 09:10'), ('20250205T091011'), ('20250205091011'), ('202502050910'), ('2025년 2월 5일 오후 3시'), ('2025년 2월 5일 15시 10분'), ('2025년 2월 5일 15:10');
SELECT DISTINCT value, count(*) FROM form, extract_entities('어제 만났다', day);
SELECT id, day FROM form WHERE NOT EXISTS (SELECT * FROM extract_entities('어제 만났다', day) WHERE value = '2025-02-04');
-- name: an integer of the same digits
SELECT value FROM extract_entities('어제 만났다', 20250205);
SELECT value FROM extract_entities('어제 만났다', 20250205091011);
-- name: decomposed, full width, white space of any kind around it
SELECT value FROM extract_entities('어제 만났다', '２０２５．０２．０５　０９：１０');
SELECT value FROM extract_entities('어제 만났다', '2025' || char(0x1102, 0x1167, 0x11AB) || ' 2' || char(0x110B, 0x116F, 0x11AF) || ' 5' || char(0x110B, 0x1175, 0x11AF));
SELECT value FROM extract_entities('어제 만났다', char(9, 0xA0) || '2025-02-05' || char(0x3000, 13, 10));
-- name: none: left out, NULL, empty, white space
SELECT text, value FROM extract_entities('어제 만났다');
SELECT text, value FROM extract_entities('어제 만났다', NULL);
SELECT text, value FROM extract_entities('어제 만났다', '');
SELECT text, value FROM extract_entities('어제 만났다', char(32, 9, 0x3000));
SELECT value FROM extract_entities('2025년 2월 3일 만났다');
-- name: the clock is not to be had
SELECT value FROM extract_entities('어제 만났다', 'now');
SELECT value FROM extract_entities('어제 만났다', ' NOW');
SELECT value FROM extract_entities('어제 만났다', 'subsec');
SELECT value FROM extract_entities('어제 만났다', 'subsecond');
SELECT value FROM extract_entities('어제 만났다', '12:00');
SELECT value FROM extract_entities('어제 만났다', x'6e6f77');
-- name: refused: no days
SELECT value FROM extract_entities('어제 만났다', 'yesterday');
SELECT value FROM extract_entities('어제 만났다', x'323032352D30322D3035');
SELECT value FROM extract_entities('어제 만났다', 2460710.5);
SELECT value FROM extract_entities('어제 만났다', 20250205.0);
SELECT value FROM extract_entities('어제 만났다', 1738713600);
SELECT value FROM extract_entities('어제 만났다', 20250230);
SELECT value FROM extract_entities('어제 만났다', -20250205);
SELECT value FROM extract_entities('어제 만났다', '2025-02');
SELECT value FROM extract_entities('어제 만났다', '25-02-05');
SELECT value FROM extract_entities('어제 만났다', '2025-02-05 25:00');
SELECT value FROM extract_entities('어제 만났다', '2025-02-05 10:00 tomorrow');
SELECT value FROM extract_entities('어제 만났다', '2025-02-05' || char(0));
SELECT value FROM extract_entities('어제 만났다', replace(hex(zeroblob(50)), '0', ' 2025-02-05'));
SELECT * FROM meetings('만났다', '4 Feb');
SELECT * FROM meeting_participants('만났다', '2월 4일');
-- name: refused: days that there are not
SELECT value FROM extract_entities('어제 만났다', '2025-02-30');
SELECT value FROM extract_entities('어제 만났다', '2025.13.01');
SELECT value FROM extract_entities('어제 만났다', '2023-02-29');
SELECT value FROM extract_entities('어제 만났다', '2024-02-29');
SELECT value FROM extract_entities('어제 만났다', '1900-02-29');
SELECT value FROM extract_entities('어제 만났다', '2025-00-10');
-- name: at the ends of the calendar
SELECT text, value FROM extract_entities('어제 만났다', '0000-01-01');
SELECT text, value FROM extract_entities('내일 만난다', '9999-12-31');
-- name: from columns, and by name
CREATE TABLE report(day TEXT, body TEXT);
INSERT INTO report VALUES ('2025-02-04', '어제 왔다'), (NULL, '어제 왔다'), ('2025-03-01', '어제 왔다');
SELECT day, value FROM report, extract_entities(body, day);
SELECT day, value FROM report JOIN extract_entities ON korean_text_argument = body AND korean_published_argument = day WHERE day > 0;
SELECT korean_published_argument, value FROM extract_entities('어제 왔다', '2025. 2. 4. 10:00');
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
