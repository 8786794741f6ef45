-- Table-valued functions stand in queries as json_each() does: wherever the planner may look for another plan.
.mode list
-- name: OR over the columns of one function
SELECT type, text FROM extract_entities('한서준 한빛그룹 회장은 5일 서울로 갔다.', '2025-02-06') WHERE type = 'person' OR type = 'date';
-- name: OR with LIKE
SELECT text FROM extract_entities('한서준 한빛그룹 회장은 5일 서울로 갔다.') WHERE text LIKE '서%' OR text LIKE '한빛%';
-- name: OR between a function and the table that feeds it
CREATE TABLE note(id INTEGER PRIMARY KEY, day TEXT, body TEXT);
CREATE INDEX note_day ON note(day);
INSERT INTO note VALUES (1, '2025-02-06', '한서준 회장은 5일 서울로 갔다.'), (2, NULL, '눈이 왔다.'), (3, '2025-02-07', '민도윤 사장은 어제 부산에 있었다.');
SELECT id, e.text FROM note, extract_entities(note.body, note.day) e WHERE note.id = 3 OR e.type = 'person' ORDER BY 1, e.seq;
SELECT id, count(*) FROM note, morphemes(body) WHERE id = 1 OR (tag = 'NNG' AND day IS NULL) OR form = '부산' GROUP BY id;
-- name: EXISTS and NOT EXISTS
SELECT id FROM note WHERE EXISTS (SELECT 1 FROM extract_entities(note.body) WHERE type = 'person');
SELECT id FROM note WHERE NOT EXISTS (SELECT 1 FROM extract_entities(note.body) WHERE type = 'person' OR type = 'location');
-- name: IN and a scalar subquery
SELECT id FROM note WHERE '부산' IN (SELECT text FROM extract_entities(note.body) WHERE type = 'location' OR type = 'organization');
SELECT id, (SELECT value FROM extract_entities(note.body, note.day) WHERE type = 'date' OR type = 'time') FROM note;
-- name: a view, and OR on it
CREATE VIEW named AS SELECT id, e.type, e.text AS words, e.value FROM note, extract_entities(note.body, note.day) e;
SELECT * FROM named WHERE type = 'location' OR value > '2025';
SELECT words FROM named WHERE id = 3 OR words LIKE '서울%';
-- name: LEFT, RIGHT and FULL JOIN; without the subquery a RIGHT JOIN of a function fails before SQLite 3.41, for json_each() too
SELECT id, e.text FROM note LEFT JOIN extract_entities(note.body) e ON e.type = 'location' OR e.type = 'organization' ORDER BY id;
SELECT note.id, s.seq FROM note RIGHT JOIN (SELECT * FROM sentences('하나다. 둘이다. 셋이다. 넷이다.')) s ON note.id = s.seq ORDER BY s.seq;
SELECT note.id, s.seq FROM sentences('하나다. 둘이다.') s FULL JOIN note ON note.id = s.seq ORDER BY 1;
SELECT s.seq, j.value FROM sentences('하나다. 둘이다.') s RIGHT JOIN (SELECT * FROM json_each('[1,2,3]')) j ON j.value = s.seq;
-- name: two functions, the second fed by the first
SELECT s.seq, m.form FROM sentences('눈이 왔다. 비가 왔다.') s, morphemes(s.text) m WHERE m.tag = 'NNG' OR m.tag = 'NNP';
SELECT s.seq, m.form FROM morphemes(s.text) m, sentences('눈이 왔다. 비가 왔다.') s WHERE m.tag = 'NNG' OR m.tag = 'NNP';
-- name: order, and limits
SELECT seq, form FROM morphemes('눈이 왔다') ORDER BY seq DESC LIMIT 2;
SELECT seq, form FROM morphemes('눈이 왔다') ORDER BY seq LIMIT 2 OFFSET 1;
-- name: an argument that depends on the function's own rows, or on a table that needs it: no plan, said by SQLite
SELECT count(*) FROM morphemes(a.form) b, morphemes(b.form) a;
-- name: without a text the message comes when it runs, and only then
SELECT count(*) FROM morphemes;
SELECT count(*) FROM morphemes();
SELECT count(*) FROM meetings WHERE kind = '회동' OR place = '서울';
CREATE VIEW unfed AS SELECT * FROM quotes;
SELECT count(*) FROM note WHERE 0 AND EXISTS (SELECT 1 FROM quotes);
SELECT * FROM unfed;
-- name: the text as a constraint rather than an argument
SELECT count(*) FROM morphemes WHERE korean_text_argument = '나는 간다' AND (tag = 'JX' OR tag = 'EF');
SELECT korean_text_argument, form FROM morphemes WHERE korean_text_argument IN ('눈', '비');
SELECT count(*) FROM meetings('한서준과 민도윤이 만났다.') WHERE korean_text_argument = '다른 글';
-- name: columns of the user's table keep their names: published, text, input, body
CREATE TABLE news(id INTEGER PRIMARY KEY, published TEXT, text TEXT, input TEXT);
INSERT INTO news VALUES (1, '2025-02-06', '한서준 회장과 민도윤 사장이 5일 서울에서 회동했다.', '손');
SELECT id, published, text, input, kind, date_start FROM news, meetings(news.text, news.published);
SELECT id, published, name FROM news, meeting_participants(text, published);
SELECT published, input, type, name FROM news, extract_entities(news.text, news.published) WHERE type = 'person';
SELECT input, text, form FROM news, morphemes(text) LIMIT 1;
-- name: the arguments can be read back
SELECT korean_published_argument, korean_text_argument FROM meetings('한서준과 민도윤이 어제 만났다.', '2025-02-06 10:00');
-- name: several functions read one text at once, each for its own day
SELECT m.date_start, p.name, e.value FROM meetings('한서준과 민도윤이 어제 만났다.', '2025-02-06') m, meeting_participants('한서준과 민도윤이 어제 만났다.', '2025-03-06') p,
  extract_entities('한서준과 민도윤이 어제 만났다.', '2025-04-06') e WHERE e.type = 'date';
SELECT m.seq, p.seq, p.name, m.date_start FROM meetings('한서준과 민도윤이 어제 만났다.', '2025-02-06') m JOIN meeting_participants('한서준과 민도윤이 어제 만났다.', '2025-02-06') p ON p.meeting = m.seq;
SELECT a.date_start, b.date_start FROM meetings('한서준과 민도윤이 어제 만났다.', '2025-02-06') a, meetings('한서준과 민도윤이 어제 만났다.') b;
