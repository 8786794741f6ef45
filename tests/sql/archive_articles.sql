-- An archive by its triggers: insert, update and delete keep index and tables right; detach and attach.
.open $SCRATCH/archive.db
PRAGMA synchronous = off;
.load build/korean
.read sql/schema.sql
.read sql/events.sql
.read sql/views.sql
.read sql/article.sql
.read sql/attach.sql
.mode list
CREATE VIEW state AS SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM korean_article) AS texts, (SELECT count(DISTINCT article) FROM korean_entity) AS with_entities,
  (SELECT count(*) FROM korean_meeting) AS meetings, (SELECT count(*) FROM korean_event) AS events, (SELECT count(DISTINCT meeting) FROM korean_participant) AS with_participants;
-- What must hold at all times: 0 rows.
CREATE VIEW stray AS
  SELECT 'text of no article', article FROM korean_article WHERE article NOT IN (SELECT id FROM article)
  UNION ALL SELECT 'entity', article FROM korean_entity WHERE article NOT IN (SELECT article FROM korean_article)
  UNION ALL SELECT 'meeting', article FROM korean_meeting WHERE article NOT IN (SELECT article FROM korean_article)
  UNION ALL SELECT 'participant', meeting FROM korean_participant WHERE meeting NOT IN (SELECT id FROM korean_meeting)
  UNION ALL SELECT 'participant_key', meeting FROM korean_participant_key WHERE meeting NOT IN (SELECT id FROM korean_meeting)
  UNION ALL SELECT 'meeting_pair', meeting FROM korean_meeting_pair WHERE meeting NOT IN (SELECT id FROM korean_meeting)
  UNION ALL SELECT 'meeting_link', child FROM korean_meeting_link WHERE child NOT IN (SELECT id FROM korean_meeting) OR parent NOT IN (SELECT id FROM korean_meeting)
  UNION ALL SELECT 'meeting.event', id FROM korean_meeting WHERE event IS NOT (SELECT t.event FROM korean_topmost t WHERE t.meeting = id)
  UNION ALL SELECT 'name_count', n FROM korean_name_count c WHERE n <> (SELECT count(*) FROM korean_participant p WHERE (p.key, p.name, p.type) = (c.key, c.name, c.type));

-- name: insert
INSERT INTO article(id, url, publisher, published, page) VALUES
 (1, 'https://a.example/1', '가람뉴스', '2026-04-14',
'김민준 회장, 서울서 이서연 장관과 회동
입력 2026.04.14 10:00

김민준 한빛전자 회장이 14일 서울에서 이서연 산업통상부 장관과 만났다. 두 사람은 90분간 반도체 지원 방안을 논의했다.

이 장관은 "지원을 아끼지 않겠다"고 말했다.

이든솔 기자 sol@garam.example
저작권자 © 가람뉴스 무단전재 및 재배포 금지'),
 (2, 'https://b.example/2', '다온일보', '2026-04-15',
'이서연 장관, 김민준 회장 만나 반도체 논의
최아람 기자 입력 2026-04-15 11:30

이서연 산업통상부 장관이 전날 김민준 한빛전자 회장을 만나 반도체 지원 방안을 논의했다. 이 자리에는 박지훈 한빛전자 사장도 배석했다.

김 회장은 "속도가 중요하다"고 강조했다.

최아람 기자 aram@daon.example');
SELECT * FROM state; SELECT * FROM stray;
SELECT key, kind, status, date_start, participants, reports FROM korean_event;
SELECT rowid, highlight(korean_search, 0, '[', ']') FROM korean_search WHERE korean_search MATCH korean_query('회장') ORDER BY rowid;

-- name: update: no meeting
UPDATE article SET page = replace(replace(page, '이서연 장관과 회동', '수소 공장 방문'), '14일 서울에서 이서연 산업통상부 장관과 만났다. 두 사람은 90분간 반도체 지원 방안을 논의했다.',
  '수소 공장을 둘러봤다.') WHERE id = 1;
SELECT * FROM state; SELECT * FROM stray;
SELECT key, reports FROM korean_event;   -- the key was that of the report that is gone
SELECT rowid FROM korean_search WHERE korean_search MATCH korean_query('수소');
SELECT rowid FROM korean_search WHERE korean_search MATCH korean_query('반도체');

-- name: its number changes; a row of NULL and one of bytes that are no text
UPDATE article SET id = 7 WHERE id = 1;
INSERT INTO article(id, page) VALUES (8, NULL), (9, CAST(X'ED959CEAB5AD00FFFEEAB5ADED9A8CEC9D98EC9B90' AS TEXT));
SELECT * FROM state; SELECT * FROM stray;
SELECT rowid FROM korean_search WHERE korean_search MATCH korean_query('국회의원');
-- name: delete
DELETE FROM article WHERE id IN (2, 8, 9);
SELECT * FROM state; SELECT * FROM stray;
INSERT INTO korean_search(korean_search) VALUES ('integrity-check');
PRAGMA integrity_check;

-- name: detach: a client without the extension reads and writes
INSERT INTO article(id, published, publisher, page) VALUES (2, '2026-04-15', '다온일보', '김민준 회장, 도쿄서 다나카 미카 사장 만나
입력 2026.04.15 10:00

김민준 한빛전자 회장이 15일 도쿄에서 다나카 미카 미나토로보틱스 사장과 회동했다.');
.read sql/detach.sql
.open :memory:
.shell $SQLITE3 -batch $SCRATCH/archive.db "INSERT INTO article(id, published, page) VALUES (3, '2026-05-02', '국회 소식' || char(10) || '여야가 협상을 벌였다.')" "UPDATE article SET publisher = '새벽경제' WHERE id = 7" "DELETE FROM article WHERE id = 2" "SELECT rowid FROM korean_search WHERE korean_search MATCH '협상*'" "SELECT * FROM state" "SELECT * FROM stray" "ALTER TABLE article ADD COLUMN note" "ALTER TABLE article RENAME COLUMN note TO remark" "ALTER TABLE article DROP COLUMN remark" "INSERT INTO korean_search(korean_search) VALUES ('integrity-check')" "PRAGMA integrity_check" "VACUUM" "SELECT article FROM korean_article WHERE read_with IS NULL"
-- name: attach: what was written is read
.open $SCRATCH/archive.db
PRAGMA synchronous = off;
.load build/korean
.read sql/attach.sql
SELECT * FROM state; SELECT * FROM stray;
SELECT article, publisher, title FROM korean_article ORDER BY article;
SELECT rowid FROM korean_search WHERE korean_search MATCH korean_query('협상');
INSERT INTO korean_search(korean_search) VALUES ('integrity-check');
PRAGMA integrity_check;
SELECT count(*) FROM korean_article WHERE read_with IS NULL;

-- name: fill: the articles of a table that was there before
DELETE FROM article;
SELECT * FROM state; SELECT * FROM stray;
INSERT INTO article(id, page) WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 139) SELECT i, '비가 내렸다.' FROM n;
DELETE FROM korean_article;
.read sql/fill.sql
SELECT * FROM state; SELECT * FROM stray;
.read sql/fill.sql
-- name: a page in decomposed Hangul and a composed one: one event, found by either spelling
DELETE FROM article;
INSERT INTO article(id, published, page) VALUES (1, '2026-05-02', '강단비 장관, 길도영 대표와 오찬
입력 2026.05.02 10:00

강단비 장관이 1일 부산에서 길도영 대표와 오찬을 했다.'), (2, '2026-05-03', '강단비 장관, 길도영 대표와 부산서 오찬
입력 2026.05.03 10:00

강단비 장관이 지난 1일 부산에서 길도영 대표와 오찬을 함께했다.');
SELECT kind, date_start, participants, reports FROM korean_event;
SELECT group_concat(rowid) FROM korean_search WHERE korean_search MATCH korean_query('오찬');
SELECT group_concat(rowid) FROM korean_search WHERE korean_search MATCH korean_query('오찬');
-- name: what the functions say of forms and offices is kept, and told by it: 황 CEO is 황 최고경영자
DELETE FROM article;
INSERT INTO article(id, published, page) VALUES
  (1, '2026-05-02', '차 회장은 1일 서울에서 황 CEO와 만찬 회동을 했다. 이어 2일 황 CEO와 통화했다.'),
  (2, '2026-05-03', '차 회장은 지난 1일 황 최고경영자와 만찬을 했다. 박하늘 전 대통령과 김보라 최고경영자(CEO)도 왔다.'),
  (3, '2026-05-04', '서보라 대통령은 3일 안나 베르그 독일 총리와 오찬을 했다.'),
  (4, '2026-05-05', '한국과 독일은 지난 3일 오찬을 했다. 김보라 CEO가 말했다.');
SELECT kind, form, date_start FROM korean_meeting ORDER BY id;
SELECT DISTINCT name, key, office, titled, represents FROM korean_participant ORDER BY meeting, seq;
SELECT kind, date_start, participants, reports FROM korean_event;
SELECT person, title, office, former FROM korean_relation WHERE former OR office <> title;
SELECT person, title, first_report, last_report, former_since FROM korean_office WHERE person IN ('박하늘', '김보라');
SELECT * FROM stray;
