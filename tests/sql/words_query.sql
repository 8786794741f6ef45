-- korean_query() with the table that is searched: its words, its synonyms of several words, its detail.
CREATE TABLE mine(word TEXT, parts TEXT, synonyms TEXT, type TEXT);
CREATE VIRTUAL TABLE post USING fts5(body, [a, "b), tokenize = 'x'] UNINDEXED, tokenize = "korean words 'mine' hanja on", prefix='2 3');
CREATE VIRTUAL TABLE bare USING fts5(body, tok = "porter korean drop 'J E' words 'main.mine'", detail=NONE);
CREATE TABLE texts(body);
INSERT INTO texts VALUES ('하늘연합 총회'), ('BN 총회'), ('Byeol Nara assembly'), ('하늘의 연합'), ('별나가 말했다'), ('하늘시계를 샀다'), ('HClock을 샀다');
INSERT INTO post(body) SELECT body FROM texts;
INSERT INTO bare SELECT body FROM texts;
INSERT INTO mine VALUES ('별나', '별나', 'BN, 하늘연합, Byeol  Nara', NULL), ('하늘시계', NULL, 'HClock', NULL);
INSERT INTO post(post) VALUES ('rebuild');
INSERT INTO bare(bare) VALUES ('rebuild');
CREATE TABLE typed(q);
INSERT INTO typed VALUES ('별나'), ('하늘연합이'), ('byeol nara assembly'), ('BN 총회'), ('하늘시계'), ('hclock을'), (''), ('"');

-- name: every name finds what has another, whatever it is made of
SELECT q, mode.value, (SELECT group_concat(rowid) FROM post WHERE post MATCH korean_query(q, mode.value, NULL, 'post')),
  (SELECT group_concat(rowid) FROM bare WHERE bare MATCH korean_query(q, mode.value, NULL, 'main.bare'))
FROM typed, json_each('["all", "any", "phrase", "prefix"]') mode;
SELECT korean_query('하늘연합이', 'all', NULL, 'post'), korean_query('하늘연합이', 'all', NULL, 'bare'), korean_query('하늘연합이');

-- name: before the index is rebuilt
INSERT INTO mine VALUES ('바다전화', NULL, 'SeaPhone', NULL);
CREATE VIRTUAL TABLE late USING fts5(body, tokenize = 'korean words later');
CREATE TABLE later(word, synonyms);
INSERT INTO late VALUES ('바다전화를 샀다'), ('SeaPhone을 샀다');
INSERT INTO later VALUES ('바다전화', 'SeaPhone');
SELECT q, (SELECT group_concat(rowid) FROM late WHERE late MATCH korean_query(q, 'all', NULL, 'late'))
FROM (SELECT '바다전화' AS q UNION ALL SELECT 'seaphone');

-- name: a table without words of one's own, and none
CREATE VIRTUAL TABLE plain USING fts5(body, tokenize = 'korean', detail = column);
SELECT korean_query('하늘연합', 'all', NULL, 'plain'), korean_query('하늘연합', 'all', 'none', 'post'), korean_query('하늘연합', 'all', 'none', NULL);

-- name: refused
SELECT korean_query('별', 'all', NULL, 'none');
SELECT korean_query('별', 'all', NULL, 'mine');
SELECT korean_query('별', 'all', NULL, 3);
SELECT korean_query('별', 'all', NULL, NULL);
SELECT korean_query('별', NULL, NULL, 'post');
SELECT korean_query('별', 'fuzzy');
SELECT korean_query('별', 'fuzzy', 'full', 'post');
UPDATE mine SET type = 'x' WHERE word = '별나';
SELECT korean_query('별', 'all', NULL, 'post');
-- whoever is not trusted must not read tables by name
PRAGMA trusted_schema = OFF;
CREATE VIEW v AS SELECT korean_query('별', 'all', NULL, 'plain'), korean_query('별', 'all', 'none');
SELECT * FROM v;
SELECT korean_query('별', 'all', NULL, 'plain');
