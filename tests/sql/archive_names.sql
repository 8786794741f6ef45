-- The archive in a database that has tables and views of its own: nothing of them is dropped, replaced or written to.
-- name: names that everybody has
CREATE TABLE article(id INTEGER PRIMARY KEY, words TEXT);
CREATE TABLE quote(article, speaker, text);
CREATE TABLE event(what); CREATE TABLE network(a, b); CREATE TABLE mention(x); CREATE TABLE source(x); CREATE TABLE meeting(x);
CREATE TABLE entity(x); CREATE TABLE relation(x); CREATE TABLE participant(x); CREATE TABLE alias(x); CREATE TABLE reading(x);
CREATE VIEW person(name) AS SELECT 'own';
CREATE VIEW timeline(day) AS SELECT 'own';
CREATE VIEW office(name) AS SELECT 'own';
CREATE TRIGGER article_insert AFTER INSERT ON article BEGIN INSERT INTO quote VALUES (new.id, 'own', new.words); END;
INSERT INTO article VALUES (1, '강단비 장관이 1일 부산에서 길도영 대표를 만났다.');
CREATE TABLE before AS SELECT * FROM sqlite_schema;
.read sql/schema.sql
.read sql/events.sql
.read sql/views.sql
CREATE VIEW korean_source(key, published, publisher, title, text, page) AS SELECT id, '2026-05-02', NULL, NULL, words, NULL FROM article;
.read sql/attach.sql
.read sql/fill.sql
SELECT a, b, meetings FROM korean_network;
SELECT type, name, sql FROM before WHERE name <> 'before' EXCEPT SELECT type, name, sql FROM sqlite_schema;
SELECT name FROM sqlite_schema WHERE name NOT LIKE 'korean\_%' ESCAPE '\' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT IN (SELECT name FROM before);
SELECT count(*), (SELECT name FROM person), (SELECT day FROM timeline) FROM quote;

-- name: the files again: an update, which keeps what is there
CREATE TABLE once AS SELECT type, name, sql FROM sqlite_schema WHERE name <> 'sqlite_stat1';
INSERT INTO korean_alias VALUES ('길 대표', '길도영');
.read sql/schema.sql
.read sql/events.sql
.read sql/views.sql
.read sql/attach.sql
.read sql/fill.sql
SELECT a, b, meetings FROM korean_network;
SELECT * FROM korean_alias;
SELECT * FROM once EXCEPT SELECT type, name, sql FROM sqlite_schema;
SELECT type, name, sql FROM sqlite_schema WHERE name NOT IN ('once', 'sqlite_stat1') EXCEPT SELECT * FROM once;

-- name: article.sql where a table article is one's own
DROP TRIGGER article_insert; DROP VIEW korean_source;
.read sql/article.sql
SELECT name FROM sqlite_schema WHERE sql LIKE '%article.sql%' OR name LIKE 'korean\_watch%' ESCAPE '\';
INSERT INTO article VALUES (2, 'still mine');

-- name: a view of one's own with a name of ours: said, and nothing is changed
.open :memory:
.load build/korean
CREATE VIEW korean_person AS SELECT 'own' AS name;
CREATE TABLE Korean_Quote(mine);
.read sql/schema.sql
.read sql/events.sql
.read sql/views.sql
.read sql/article.sql
SELECT type, name, sql FROM sqlite_schema;
SELECT * FROM korean_person;

-- name: nothing is in the way any more
DROP VIEW korean_person; DROP TABLE Korean_Quote;
.read sql/schema.sql
.read sql/events.sql
.read sql/views.sql
.read sql/article.sql
.read sql/attach.sql
SELECT count(*) FROM korean_person;
