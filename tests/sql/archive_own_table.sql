-- An archive over tables that were there before, with other names: filled in, and kept up to date by triggers or by fill.sql.
.open $SCRATCH/own.db
PRAGMA synchronous = off;
.load build/korean

-- name: a table with an integer key: articles that were there, and one that comes later
CREATE TABLE news(nr INTEGER PRIMARY KEY, day TEXT, paper TEXT, headline TEXT, body TEXT, seen INTEGER);
INSERT INTO news VALUES (10, '2026-05-02T09:00:00+09:00', '가람뉴스', '강단비 장관 부산행', '강단비 장관이 1일 부산에서 길도영 대표와 오찬을 했다.', 0);
.read sql/schema.sql
.read sql/events.sql
.read sql/views.sql
CREATE VIEW korean_source(key, published, publisher, title, text, page) AS SELECT nr, day, paper, headline, body, NULL FROM news;
.read sql/attach.sql
.shell $SQLITE3 -batch $SCRATCH/own.db ".read sql/triggers.sql" "SELECT sql FROM korean_trigger_sql WHERE on_table = 'news' AND key = 'nr'" > $SCRATCH/own.sql
.read $SCRATCH/own.sql
.read sql/fill.sql
INSERT INTO news(nr, day, paper, headline, body) VALUES (11, '2026-05-03', '나래통신', '강 장관, 길 대표와 오찬', '강단비 장관이 지난 1일 부산에서 길도영 대표와 오찬을 함께했다.');
SELECT key, kind, status, date_start, place, participants, reports, first_report, last_report FROM korean_event;
SELECT rowid, highlight(korean_search, 0, '[', ']') FROM korean_search WHERE korean_search MATCH 'title:' || korean_query('장관');

-- name: update with another number, and delete
UPDATE news SET nr = 12, body = '비가 내렸다.' WHERE nr = 10;
DELETE FROM news WHERE nr = 11;
SELECT article, published, publisher, title, body FROM korean_article;
SELECT count(*) FROM korean_event;

-- name: an update of what is no part of the article reads nothing
DELETE FROM korean_entity;
INSERT INTO news(nr, body) VALUES (13, '길도영 대표가 부산에 왔다.');
SELECT article, type, text FROM korean_entity;
DELETE FROM korean_entity;
UPDATE news SET seen = 1;
SELECT count(*) FROM korean_entity;
UPDATE news SET body = '길도영 대표가 대구에 왔다.' WHERE nr = 13;
SELECT article, type, text FROM korean_entity;

-- name: days in other forms
INSERT INTO news(nr, day, headline) VALUES (20, '2026.05.03 11:20', 'a'), (21, '20260503', 'b'), (22, '3 May', 'c'), (23, '2026-13-41', 'd'), (24, NULL, 'e'), (25, 20260503, 'f'),
  (26, '2026.5.3.', 'g'), (27, '2026년 5월 3일 오전 9시', 'h'), (28, '2026. 5. 3. 09:00', 'i'), (29, '2026', 'j'), (30, '', 'k'), (31, '20260503T0900', 'l'), (32, '2026/05/03', 'm');
SELECT article, published, title FROM korean_article WHERE article >= 20;

-- name: without triggers: fill.sql reads what is new or has changed, and forgets what is no more
DROP TRIGGER korean_watch_news_insert; DROP TRIGGER korean_watch_news_update; DROP TRIGGER korean_watch_news_delete;
DELETE FROM news WHERE nr >= 20;
UPDATE news SET body = '강단비 장관이 1일 부산에서 길도영 대표와 오찬을 했다.' WHERE nr = 12;
INSERT INTO news(nr, body) VALUES (14, '길도영 대표가 광주에 왔다.');
.read sql/fill.sql
SELECT article, body FROM korean_article;
.read sql/fill.sql

-- name: INSERT OR REPLACE by url: of the article that was there nothing stays
DROP VIEW korean_source; DROP TABLE news;
CREATE TABLE post(id INTEGER PRIMARY KEY, url TEXT UNIQUE, site TEXT, nr INTEGER, body TEXT, UNIQUE (site, nr));
CREATE VIEW korean_source(key, published, publisher, title, text, page) AS SELECT id, '2026-05-02', site, NULL, body, NULL FROM post;
.shell $SQLITE3 -batch $SCRATCH/own.db ".read sql/triggers.sql" "SELECT sql FROM korean_trigger_sql WHERE on_table = 'post' AND key = 'id'" > $SCRATCH/own.sql
.read $SCRATCH/own.sql
.read sql/fill.sql
INSERT INTO post(url, site, nr, body) VALUES ('u/1', 's', 1, '강단비 장관이 1일 부산에서 길도영 대표를 만났다.'), ('u/2', 's', 2, '비가 왔다.'), ('u/3', 's', 3, '눈이 왔다.');
INSERT OR REPLACE INTO post(url, site, nr, body) VALUES ('u/1', 's', 1, '강단비 장관이 1일 대구에서 길도영 대표를 만났다.');
SELECT article, body FROM korean_article;
SELECT key, place, reports FROM korean_event;
REPLACE INTO post(url, site, nr, body) VALUES ('u/2', 's', 3, '바람이 불었다.');   -- takes the place of two
SELECT article, body FROM korean_article;
INSERT OR IGNORE INTO post(url, body) VALUES ('u/1', '이 글은 오지 않는다.');      -- takes no place
INSERT INTO post(url, body) VALUES ('u/1', '이 글은 고쳐졌다.') ON CONFLICT (url) DO UPDATE SET body = excluded.body;
INSERT INTO post(url, body) VALUES ('u/1', '이 글도 오지 않는다.');
INSERT OR REPLACE INTO post(id, url, body) VALUES (5, 'u/5', '구름이 끼었다.');
SELECT article, body FROM korean_article;
SELECT count(*) FROM korean_event;
SELECT n FROM korean_name_count;
INSERT INTO korean_search(korean_search) VALUES ('integrity-check');

-- name: keys that are no integers, WITHOUT ROWID: each has a number, which stays
DROP VIEW korean_source; DROP TABLE post;
CREATE TABLE wire(id TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID;
CREATE VIEW korean_source(key, published, publisher, title, text, page) AS SELECT id, '2026-05-02', NULL, NULL, body, NULL FROM wire;
.shell $SQLITE3 -batch $SCRATCH/own.db ".read sql/triggers.sql" "SELECT sql FROM korean_trigger_sql WHERE on_table = 'wire' AND key = 'id'" > $SCRATCH/own.sql
.read $SCRATCH/own.sql
INSERT INTO wire VALUES ('AKR1', '강단비 장관이 1일 부산에서 길도영 대표를 만났다.');
.read sql/fill.sql
INSERT INTO wire VALUES ('007', '비가 왔다.'), ('a "b" ''c''', '눈이 왔다.');
INSERT OR REPLACE INTO wire VALUES ('AKR1', '강단비 장관이 1일 대구에서 길도영 대표를 만났다.');
UPDATE wire SET id = '7' WHERE id = '007';
DELETE FROM wire WHERE id LIKE 'a%b%';
SELECT k.key, a.article, a.body FROM korean_article a JOIN korean_key k USING (article);
SELECT w.id, e.place FROM korean_event e JOIN korean_meeting m ON m.event = e.event JOIN korean_key k USING (article) JOIN wire w ON w.id = k.key;
SELECT count(*) FROM korean_key;
INSERT INTO korean_search(korean_search) VALUES ('integrity-check');

-- name: a view over two tables, keys made of two columns, quoted names; a key of NULL is no article
DROP VIEW korean_source; DROP TABLE wire;
CREATE TABLE "my ""news"""("the id" INTEGER PRIMARY KEY, body TEXT);
CREATE TABLE blog(site TEXT, nr INTEGER, body TEXT, PRIMARY KEY (site, nr));
CREATE VIEW korean_source(key, published, publisher, title, text, page) AS
SELECT 'news/' || "the id", '2026-05-02', NULL, NULL, body, NULL FROM "my ""news""" UNION ALL SELECT site || '/' || nr, NULL, site, NULL, body, NULL FROM blog;
INSERT INTO "my ""news""" VALUES (1, '비가 왔다.');
INSERT INTO blog VALUES ('b', 1, '눈이 왔다.'), (NULL, 2, '바람이 불었다.');
.read sql/fill.sql
SELECT k.key, a.body, a.publisher FROM korean_article a JOIN korean_key k USING (article) ORDER BY key;
.shell $SQLITE3 -batch $SCRATCH/own.db ".read sql/triggers.sql" "SELECT sql FROM korean_trigger_sql WHERE on_table LIKE 'my%' AND key = 'the id'" > $SCRATCH/own.sql
DROP VIEW korean_source;
CREATE VIEW korean_source(key, published, publisher, title, text, page) AS SELECT "the id", '2026-05-02', NULL, NULL, body, NULL FROM "my ""news""";
.read $SCRATCH/own.sql
.read sql/fill.sql
INSERT INTO "my ""news""" VALUES (2, '구름이 끼었다.');
UPDATE "my ""news""" SET body = '해가 났다.' WHERE "the id" = 1;
SELECT article, body FROM korean_article;
