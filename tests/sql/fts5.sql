-- The tokenizer in all that FTS5 offers.
CREATE VIRTUAL TABLE doc USING fts5(title, body, tokenize = 'korean', prefix = '1 2');
INSERT INTO doc VALUES
  ('반도체 공장 착공', '한빛전자가 3일 평택에서 반도체 공장을 착공했다. 반도체는 수출의 20%를 차지한다.'),
  ('수출 늘어', '지난달 수출이 늘었다. 자동차 수출도 좋았다.'),
  ('회의록 공개', '위원회가 회의록을 공개했다. 서울대를 찾은 위원들은 말을 아꼈다.');

-- name: highlight and snippet mark the word, not its particle
SELECT highlight(doc, 1, '[', ']') FROM doc('반도체');
SELECT highlight(doc, 1, '[', ']') FROM doc('공개하다');
SELECT snippet(doc, 1, '[', ']', '…', 4) FROM doc('수출') ORDER BY rank;
SELECT highlight(doc, 1, '[', ']') FROM doc('"반도체 공장"');
-- name: rank, columns, boolean operators, NEAR, the first word
SELECT rowid, title FROM doc('수출') ORDER BY bm25(doc, 10.0, 1.0);
SELECT rowid FROM doc('title: 공개');
SELECT rowid FROM doc('{title}: 착공 OR 자동차');
SELECT rowid FROM doc('수출 NOT 자동차');
SELECT rowid FROM doc('NEAR(위원회 공개, 3)');
SELECT rowid FROM doc('^수출');
-- name: prefixes
SELECT rowid FROM doc('회의*');
SELECT rowid FROM doc('반*');
SELECT rowid FROM doc('서울*');
SELECT count(*) FROM doc('서울');

-- name: update and delete
UPDATE doc SET body = '자동차는 독일에서 인기다' WHERE rowid = 2;
SELECT (SELECT count(*) FROM doc('독일')), (SELECT count(*) FROM doc('좋다'));
DELETE FROM doc WHERE rowid = 1;
SELECT count(*) FROM doc('반도체');
INSERT INTO doc(doc) VALUES ('integrity-check');
INSERT INTO doc(doc) VALUES ('optimize');
INSERT INTO doc(doc) VALUES ('rebuild');
INSERT INTO doc(doc) VALUES ('integrity-check');
SELECT rowid FROM doc('회의록');

-- name: a contentless table
CREATE VIRTUAL TABLE bare USING fts5(body, content = '', tokenize = 'korean');
INSERT INTO bare(rowid, body) VALUES (7, '회의록을 정리했다'), (8, '눈이 왔다');
SELECT rowid FROM bare('정리하다 OR 정리');
INSERT INTO bare(bare, rowid, body) VALUES ('delete', 7, '회의록을 정리했다');
SELECT count(*) FROM bare('회의록');

-- name: an external table, kept up by triggers
CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE article_index USING fts5(body, content = 'article', content_rowid = 'id', tokenize = 'korean');
CREATE TRIGGER article_ai AFTER INSERT ON article BEGIN INSERT INTO article_index(rowid, body) VALUES (new.id, new.body); END;
CREATE TRIGGER article_ad AFTER DELETE ON article BEGIN INSERT INTO article_index(article_index, rowid, body) VALUES ('delete', old.id, old.body); END;
CREATE TRIGGER article_au AFTER UPDATE ON article BEGIN
  INSERT INTO article_index(article_index, rowid, body) VALUES ('delete', old.id, old.body);
  INSERT INTO article_index(rowid, body) VALUES (new.id, new.body);
END;
INSERT INTO article(body) VALUES ('배포는 화요일에 진행한다'), ('사용자는 알림을 이메일로 받는다'), (NULL);
UPDATE article SET body = '배포는 수요일에 진행한다' WHERE id = 1;
SELECT (SELECT count(*) FROM article_index('화요일')), (SELECT count(*) FROM article_index('수요일')), (SELECT count(*) FROM article_index('알림'));
DELETE FROM article WHERE id = 2;
SELECT count(*) FROM article_index('알림');
INSERT INTO article_index(article_index) VALUES ('integrity-check');

-- name: terms, for a word list
CREATE VIRTUAL TABLE term USING fts5vocab(article_index, row);
SELECT term, doc, cnt FROM term WHERE term IN ('배포', '진행', '에');
