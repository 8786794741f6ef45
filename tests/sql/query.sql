-- korean_query: whatever a person types becomes an expression that MATCH takes.
CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean');
INSERT INTO doc VALUES
  ('[단독] 윤 대통령, 다음 달 방미'),
  ('C# 개발자를 찾습니다'),
  ('C 언어 개발자를 찾습니다'),
  ('한국은행, 기준금리 0.25%포인트 인하'),
  ('삼성전자의 새 반도체 공장'),
  ('AND 게이트와 NEAR 연산');

CREATE TABLE typed(q);
INSERT INTO typed VALUES ('대통령'), ('[단독] 윤 대통령, 방미'), ('C#'), ('개발자'), ('0.25%'), ('AND'), ('NEAR('),
  ('don''t'), ('50%'), ('@nasa'), ('a-b'), ('"'), ('""'), ('(속보)'), ('제목: 부제'), ('*'), ('^'), ('{body}:'), ('body: 대통령'),
  ('-대통령'), ('+'), ('OR'), ('NOT 대통령'), (''), (' '), (x'EAB0'), (x'00'), ('가' || char(0) || '나'), ('은'), ('?!');
SELECT q, korean_query(q), korean_query(q, 'any'), korean_query(q, 'phrase'), korean_query(q, 'prefix') FROM typed;

-- name: none of them fails, and this is what they find
SELECT q, (SELECT group_concat(rowid) FROM doc WHERE doc MATCH korean_query(q)),
  (SELECT group_concat(rowid) FROM doc WHERE doc MATCH korean_query(q, 'any')),
  (SELECT group_concat(rowid) FROM doc WHERE doc MATCH korean_query(q, 'phrase')),
  (SELECT group_concat(rowid) FROM doc WHERE doc MATCH korean_query(q, 'prefix')) FROM typed;

-- name: every single ASCII character
WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < 127)
SELECT count(*), sum((SELECT count(*) FROM doc WHERE doc MATCH korean_query(char(i)))) >= 0 FROM c;

-- name: a megabyte without a space, and many words
SELECT count(*) FROM doc WHERE doc MATCH korean_query(replace(printf('%.*c', 1000000, 'x'), 'x', '가'));
SELECT count(*) FROM doc WHERE doc MATCH korean_query(replace(printf('%.*c', 1000000, 'x'), 'x', '"'), 'phrase');
SELECT count(*) FROM doc WHERE doc MATCH korean_query(replace(printf('%.*c', 100000, 'x'), 'x', '대통령 '), 'any');
SELECT count(*) FROM doc WHERE doc MATCH korean_query(replace(printf('%.*c', 100000, 'x'), 'x', '대통령 '), 'phrase');

-- name: prefix: while a word is being typed
SELECT q, (SELECT group_concat(rowid) FROM doc WHERE doc MATCH korean_query(q, 'prefix'))
FROM (SELECT '대' q UNION ALL SELECT '대통' UNION ALL SELECT '윤 대통' UNION ALL SELECT '개발' UNION ALL SELECT '반도' UNION ALL SELECT '삼성전' UNION ALL SELECT 'nea');

-- name: a headline finds itself, whatever its words would mean when typed alone
CREATE VIRTUAL TABLE headline USING fts5(body, tokenize = 'korean');
INSERT INTO headline VALUES ('이 회장, 서울 영빈관서 美 장관 만나 협력 논의'), ('"더는 미룰 수 없어"…노조, 4년 만에 거리로 나선다'), ('큰 불 난 공장, 다시 문 연다');
SELECT sum((SELECT count(*) FROM headline h WHERE h.headline MATCH korean_query(t.body) AND h.rowid = t.rowid)),
  sum((SELECT count(*) FROM headline h WHERE h.headline MATCH korean_query(t.body, 'phrase') AND h.rowid = t.rowid)),
  sum((SELECT count(*) FROM headline h WHERE h.headline MATCH korean_query(t.body, 'prefix') AND h.rowid = t.rowid)),
  sum((SELECT count(*) FROM headline h WHERE h.headline MATCH korean_query(t.body, 'any') AND h.rowid = t.rowid)) FROM headline t;
SELECT korean_query('만나'), korean_query('만나다'), korean_query('장관 만나', 'phrase');
