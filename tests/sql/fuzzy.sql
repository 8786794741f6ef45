-- korean_query(…, 'fuzzy', …): first letters, the keyboard left in the other script, one slip; only what the table has.
CREATE VIRTUAL TABLE note USING fts5(body, tokenize = 'korean');
CREATE VIRTUAL TABLE bare USING fts5(body, tokenize = 'korean', detail = none);
CREATE TABLE texts(body);
INSERT INTO texts VALUES ('삼성전자가 반도체 공장을 짓는다'), ('사실을 증명했다'), ('김치찌개를 끓였다'), ('국은 국물을 낸다'), ('Apple says hello'), ('두리전구 공장'),
  ('한국은행 총재'), ('생선과 장사'), ('보리수나무'), ('쌈성');
INSERT INTO note SELECT body FROM texts;
INSERT INTO bare SELECT body FROM texts;

-- name: without its vocabulary
SELECT korean_query('ㅅㅅ', 'fuzzy', NULL, 'note');
CREATE VIRTUAL TABLE note_vocab USING fts5vocab(note, row);
CREATE VIRTUAL TABLE temp.bare_vocab USING fts5vocab(main, bare, row);

-- name: what is found
CREATE TABLE typed(kind, q);
INSERT INTO typed VALUES ('first letters', 'ㅅㅅㅈㅈ'), ('', '삼ㅅㅈㅈ'), ('', 'ㄱㅈ'), ('', 'ㅎㄱㅇㅎ'), ('', 'ㄷㄹㅈㄱ'), ('', 'ㅂㄹㅅㄴㅁ'), ('', 'ㅄ'), ('', 'ㄱㅊㅉㄱ'),
  ('two words', 'ㅂㄷㅊㄱㅈ'), ('', 'ㅂㄷㅊ ㄱㅈ'), ('keyboard', 'tkatjd'), ('', 'tkatjdwjswk'), ('', 'Tkatjd'), ('', 'TKATJD'), ('', 'ttww'),
  ('the reverse', 'ㅗ디ㅣㅐ'), ('', '메ㅔㅣㄷ'), ('one slip', '삼셩전자'), ('', '김치찌게를'), ('', '반도채'), ('', '공쟝'), ('', '곤장'), ('', '삼성전자자'),
  ('', '한구은행'), ('several', '삼셩 공장'), ('nothing else', '사실'), ('', 'hello'), ('', 'ㅋㅋ'), ('', 'ㅅ'), ('', '삼손'), ('', 'K9'), ('', ''), ('', '"'), ('', '사'),
  ('', 'AND'), ('', replace(printf('%.*c', 50, 'x'), 'x', 'ㅅ')), ('', replace(printf('%.*c', 5000, 'x'), 'x', '가')), ('', x'EAB0'), ('', 'ㅏㅏ');
SELECT kind, substr(q, 1, 20), (SELECT group_concat(rowid) FROM note WHERE note MATCH korean_query(q, 'fuzzy', NULL, 'note')),
  (SELECT group_concat(rowid) FROM bare WHERE bare MATCH korean_query(q, 'fuzzy', NULL, 'bare')) FROM typed;
SELECT korean_query('ㅅㅅㅈㅈ', 'fuzzy', NULL, 'note'), korean_query('ㅅㅅㅈㅈ', 'fuzzy', NULL, 'bare'), korean_query('삼셩 사실', 'fuzzy', NULL, 'note');

-- name: words of one's own are guessed too
CREATE TABLE mine(word, synonyms);
INSERT INTO mine VALUES ('느루빗', NULL), ('가온카드', '가카');
CREATE VIRTUAL TABLE post USING fts5(body, tokenize = 'korean words mine');
CREATE VIRTUAL TABLE post_vocab USING fts5vocab(post, row);
INSERT INTO post VALUES ('느루빗을 샀다'), ('가온카드로 냈다'), ('가카');
SELECT q, (SELECT group_concat(rowid) FROM post WHERE post MATCH korean_query(q, 'fuzzy', NULL, 'post'))
FROM (SELECT 'ㄴㄹㅂ' AS q UNION ALL SELECT 'smfnqlt' UNION ALL SELECT '느루빚' UNION ALL SELECT 'ㄱㅇㅋㄷ' UNION ALL SELECT '가카');

-- name: the most frequent guesses, whatever the order of the documents
CREATE VIRTUAL TABLE many USING fts5(body, tokenize = 'korean');
CREATE VIRTUAL TABLE many_vocab USING fts5vocab(many, row);
WITH RECURSIVE i(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM i WHERE x < 399)
INSERT INTO many SELECT char(0xAC00 + x % 100) || char(0xAC00 + x / 4) FROM i ORDER BY x * 7919 % 400;
SELECT length(korean_query('ㄱㄱ', 'fuzzy', NULL, 'many')) < 2000;

-- name: a vocabulary that is none
DROP TABLE many_vocab;
CREATE TABLE many_vocab(a);
SELECT korean_query('ㄱㄱ', 'fuzzy', NULL, 'many');
DROP TABLE many_vocab;
CREATE TABLE many_vocab(term, doc);
INSERT INTO many_vocab VALUES (x'00FF', 'x'), (NULL, NULL), ('가가', 'many'), (7, 7), ('가"가', 3), ('가가', 9), (replace(printf('%.*c', 100000, 'x'), 'x', '가'), 9);
SELECT korean_query('ㄱㄱ', 'fuzzy', NULL, 'many'), korean_query('가갸', 'fuzzy', NULL, 'many');
