-- An archive over a table that was there before, with other names: its rows are filled in, later ones read as they come.
-- name: articles that were there, and one that comes later
CREATE TABLE news(nr INTEGER PRIMARY KEY, day TEXT, paper TEXT, headline TEXT, body TEXT);
INSERT INTO news VALUES (10, '2026-05-02T09:00:00+09:00', '가람뉴스', '강단비 장관 부산행', '강단비 장관이 1일 부산에서 길도영 대표와 오찬을 했다.');
.shell sed -e '/^CREATE TABLE IF NOT EXISTS article(/,/^);/d' -e 's/^SELECT id, published.*/SELECT nr, day, paper, headline, body, NULL FROM news;/' -e 's/UPDATE OF id, publisher, published, page ON article /UPDATE ON news /; s/ ON article / ON news /; s/new\.id/new.nr/g; s/old\.id/old.nr/g' sql/schema.sql > build/test-own-schema.sql
.read build/test-own-schema.sql
.shell rm build/test-own-schema.sql
.read sql/events.sql
.read sql/attach.sql
.read sql/views.sql
.read sql/fill.sql
INSERT INTO news VALUES (11, '2026-05-03', '나래통신', '강 장관, 길 대표와 오찬', '강단비 장관이 지난 1일 부산에서 길도영 대표와 오찬을 함께했다.');
SELECT key, kind, status, date_start, place, participants, reports, first_report, last_report FROM event;
SELECT rowid, highlight(article_search, 0, '[', ']') FROM article_search WHERE article_search MATCH 'title:' || korean_query('장관');
-- name: update with another number, and delete
UPDATE news SET nr = 12, body = '비가 내렸다.' WHERE nr = 10;
DELETE FROM news WHERE nr = 11;
SELECT article, published, publisher, title, body FROM article_text;
SELECT count(*) FROM event;
-- name: days in other forms
INSERT INTO news(nr, day, headline) VALUES (20, '2026.05.03 11:20', 'a'), (21, '20260503', 'b'), (22, '3 May', 'c'), (23, '2026-13-41', 'd'), (24, NULL, 'e'), (25, 20260503, 'f');
SELECT article, published, title FROM article_text WHERE article >= 20;
