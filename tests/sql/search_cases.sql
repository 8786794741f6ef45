-- Searches that must find what they find and nothing else. Each line of the output: what is typed,
-- then the numbers of the rows found.

CREATE VIRTUAL TABLE d USING fts5(t, tokenize = 'korean');
CREATE TABLE typed(n INTEGER PRIMARY KEY, q TEXT);
CREATE VIEW found AS
  SELECT q, (SELECT group_concat(rowid, ' ') FROM (SELECT rowid FROM d WHERE d MATCH korean_query(q) ORDER BY rowid)) AS rows
  FROM typed ORDER BY n;
.separator ": "
.nullvalue -

-- name: particles and endings
INSERT INTO d(rowid, t) VALUES
  (1, '사용자는 알림을 이메일로 받는다'),
  (2, '배포는 화요일에 진행한다'),
  (3, 'Hermes는 파이썬으로 작성되었다'),
  (4, '팀은 회의록을 Notion에 정리한다');
INSERT INTO typed(q) VALUES ('알림'), ('배포'), ('화요일'), ('파이썬'), ('회의록'), ('Hermes'), ('hermes'), ('Notion'), ('이메일'), ('정리하다');
SELECT * FROM found;
SELECT highlight(d, 0, '<', '>') FROM d('알림');
SELECT highlight(d, 0, '<', '>') FROM d('파이썬');
DELETE FROM d; DELETE FROM typed;

-- name: forms of one verb
INSERT INTO d(rowid, t) VALUES (1, '그가 팀을 이끌었다'), (2, '팀을 이끈다'), (3, '팀을 이끄는 사람'), (4, '아이를 이끌고 갔다'), (5, '이끼가 끼었다');
INSERT INTO typed(q) VALUES ('이끌다'), ('이끈다'), ('이끄는'), ('이끌었다');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: parts of names, and what is no part
INSERT INTO d(rowid, t) VALUES (1, '서울대를 졸업했다'), (2, '서울에서 만났다'), (3, '삼성전자가 발표했다'), (4, '외국인 순매수액이 늘었다'),
  (5, '유전자 검사를 받았다'), (6, '44사이즈비키니를 샀다'), (7, 'K9 자주포와 K55A1을 수출한다'), (8, '도로ㆍ지반ㆍ수자원ㆍ건축 분야'),
  (9, '도로·교량 공사'), (10, '더운 날에는 아이스크림'), (11, '아이스크림은 달다');
INSERT INTO typed(q) VALUES ('서울'), ('서울대'), ('삼성'), ('전자'), ('삼성전자'), ('삼성 전자'), ('순매수'), ('순매수액'), ('유전자'),
  ('사이즈'), ('비키니'), ('44'), ('44사이즈비키니'), ('K9'), ('k55a1'), ('K55A1'), ('도로'), ('지반'), ('수자원'), ('건축'), ('교량'), ('아이스크림');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: what is no part of a word
INSERT INTO d(rowid, t) VALUES (1, '코스피가 올랐다'), (2, '산책 코스를 돌았다'), (3, '태평양을 건넜다'), (4, '태평한 얼굴이다'), (5, '대체로 맑겠다'), (6, '대체 방안을 찾는다'),
  (7, '노하우를 배웠다'), (8, '더불어민주당이 밝혔다'), (9, '어민이 바다로 나갔다'), (10, '조지아주를 찾았다');
INSERT INTO typed(q) VALUES ('코스'), ('코스피'), ('태평'), ('태평양'), ('대체'), ('하우'), ('어민'), ('민주당'), ('아주');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: verbs whose stem changes before a vowel
INSERT INTO d(rowid, t) VALUES (1, '노래를 들었다'), (2, '가방을 드는 사람'), (3, '노래를 들으면'), (4, '집을 지었다'), (5, '해가 졌다'), (6, '뜻을 이었다'), (7, '병이 나았다'), (8, '물을 부어라'),
  (9, '뒤늦게 깨달았다'), (10, '짐을 실은 차'), (11, '빵을 만들었다');
INSERT INTO typed(q) VALUES ('듣다'), ('들다'), ('짓다'), ('지다'), ('잇다'), ('낫다'), ('붓다'), ('깨닫다'), ('싣다'), ('만들다');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: verbs that also help others
INSERT INTO d(rowid, t) VALUES (1, '쓰레기를 버렸다'), (2, '다 써버렸다'), (3, '책상에 놓았다'), (4, '문을 열어놓았다'), (5, '길을 보여줬다'), (6, '길을 보여주는 사람');
INSERT INTO typed(q) VALUES ('버리다'), ('놓다'), ('쓰다'), ('열다'), ('보이다'), ('보여주다');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: nouns side by side, however their end could be read
INSERT INTO d(rowid, t) VALUES (1, '대출이자 인하'), (2, '대출이자를 내렸다'), (3, '대출을 받았다'), (4, '제한속도'), (5, '국빈만찬'), (6, '새 파트너이자 맞수'), (7, '고립은둔 청년');
INSERT INTO typed(q) VALUES ('대출이자'), ('제한속도'), ('속도 제한'), ('국빈만찬'), ('만찬'), ('파트너이자'), ('고립은둔'), ('은둔');
SELECT * FROM found;
SELECT highlight(d, 0, '<', '>') FROM d('대출이자');
DELETE FROM d; DELETE FROM typed;

-- name: a noun and its particle that together could be a name or another noun
INSERT INTO d(rowid, t) VALUES (1, '그 이유만이 남았다'), (2, '플레이도 좋다'), (3, '아시아만 빼고'), (4, '자동차도 멈췄다'), (5, '전화 지시랑 문자'), (6, '경기도 소식'), (7, '서울대 소식'), (8, '온도 변화');
INSERT INTO typed(q) VALUES ('이유'), ('플레이'), ('아시아'), ('자동차'), ('지시'), ('경기'), ('서울'), ('온'), ('경기도');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: one and two syllables
INSERT INTO d(rowid, t) VALUES (1, '물이 흘렀다'), (2, '동물이 달렸다'), (3, '돈을 벌었다'), (4, '두 명이 왔다'), (5, '세 번째 시도였다'), (6, '할 수 있는 일');
INSERT INTO typed(q) VALUES ('물'), ('동물'), ('돈'), ('두 명'), ('세 번째'), ('일');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: numbers and their units
INSERT INTO d(rowid, t) VALUES (1, '8월 29일에 열렸다'), (2, '8월 2일에 29일을 말했다'), (3, '성장률은 3.5%였다'), (4, '1,000명이 모였다'), (5, '100만원을 냈다');
INSERT INTO typed(q) VALUES ('8월 29일'), ('29일'), ('8월'), ('29'), ('3.5%'), ('3.5'), ('1000명'), ('1,000'), ('100만원'), ('100만'), ('100');
SELECT * FROM found;
SELECT highlight(d, 0, '<', '>') FROM d('29일') WHERE rowid = 1;
DELETE FROM d; DELETE FROM typed;

-- name: decomposed, compatibility and full-width letters; what has no width
INSERT INTO d(rowid, t) VALUES (1, '한국 사람'), (2, CAST(x'e18492e185a1e186abe18480e185aee186a8' AS TEXT) || '에서'),
  (3, '아이' || char(0xAD) || '폰 판매'), (4, '아이' || char(0x200D) || '폰 수리'), (5, 'ＧＤＤＲ７ 메모리'), (6, '한' || char(0x200B) || '국에서');
INSERT INTO typed(q) VALUES ('한국'), (CAST(x'e18492e185a1e186abe18480e185aee186a8' AS TEXT)), ('아이폰'), ('아이' || char(0xAD) || '폰'), ('gddr7');
SELECT * FROM found;
SELECT rowid, highlight(d, 0, '<', '>') = '<' || CAST(x'e18492e185a1e186abe18480e185aee186a8' AS TEXT) || '>에서' FROM d('한국') WHERE rowid = 2;
DELETE FROM d; DELETE FROM typed;
CREATE VIRTUAL TABLE v USING fts5vocab(d, instance);
INSERT INTO d(rowid, t) VALUES (1, '표현입니당');
INSERT INTO d(rowid, t) VALUES (2, CAST(x'e18491e185ade18492e185a7e186abe1848be185b5e186b8e18482e185b5e18483e185a1e186bc' AS TEXT));
SELECT count(*) > 0, count(*) = 2 * sum(doc = 1) FROM v;
SELECT count(*) FROM (SELECT term, offset FROM v WHERE doc = 1 EXCEPT SELECT term, offset FROM v WHERE doc = 2);
DELETE FROM d; DELETE FROM typed;

-- name: hanja
INSERT INTO d(rowid, t) VALUES (1, '李대통령 방미'), (2, '이 대통령은 출국했다'), (3, '北 미사일 발사'), (4, '북한이 미사일을 쐈다'),
  (5, char(0xF9E1) || '대통령 귀국'), (6, '大韓民國 정부'), (7, '美·中 정상'), (8, '박 대통령 시절');
INSERT INTO typed(q) VALUES ('이 대통령'), ('李대통령'), ('李 대통령'), (char(0xF9E1) || '대통령'), ('북한'), ('北'), ('대한민국'), ('미국'), ('중국'), ('美');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: the same tokens wherever a word stands
INSERT INTO d(rowid, t) VALUES (1, '아이스크림'), (2, '아이스크림은'), (3, '(아이스크림)'), (4, '차가운 아이스크림을 먹었다'), (5, '"아이스크림"이라는 말');
SELECT doc, group_concat(term, ' ') FROM (SELECT doc, term FROM v WHERE term LIKE '아이%' OR term LIKE '%크림' ORDER BY doc, offset, term) GROUP BY doc;
DELETE FROM d;

-- name: anything typed makes an expression
INSERT INTO typed(q) VALUES ('C#'), ('C++'), ('don''t'), ('50%'), ('@nasa'), ('a-b'), ('"'), ('(속보)'), ('[단독] 윤 대통령, 방미'), ('제목: 부제'),
  ('AND'), ('OR'), ('NOT'), ('NEAR('), ('*'), ('^'), (''), (' '), ('은'), ('를 에서'), ('t:가'), ('"a" "b'), ('a AND'), ('{t}: x'), ('가*'), (char(1)), (char(10)), (x'ff');
INSERT INTO d(rowid, t) VALUES (1, '[단독] 윤 대통령, 내달 방미'), (2, 'C# 개발자'), (3, 'C++ 개발자'), (4, 'C 개발자'), (5, '수익률 50% 달성'), (6, '(속보) 지진'), (7, 'AND NEAR NOT OR'),
  (8, 'I don''t know'), (9, '@nasa a-b'), (10, '제목 아래 부제');
SELECT q, korean_query(q), korean_query(q, 'any'), korean_query(q, 'phrase'), korean_query(q, 'prefix') FROM typed ORDER BY n;
SELECT * FROM found;
SELECT count(*) FROM d WHERE d MATCH korean_query(replace(hex(zeroblob(524288)), '0', '가'));
SELECT count(*) FROM d WHERE d MATCH korean_query(replace(hex(zeroblob(524288)), '0', '가'), 'phrase');
SELECT count(*) FROM d WHERE d MATCH korean_query(replace(hex(zeroblob(524288)), '0', '가 '), 'any');
SELECT korean_query('다리를 처음 놓은 사람은 누구인가?', 'any');
SELECT korean_query('누구인가', 'any');
SELECT korean_query('하늘시는 삼성전자', 'any');
SELECT korean_query('새 다리가 8월 29일 열린 것', 'all');
SELECT korean_query('가', 'some');

-- name: whatever is stored, the index stays sound
DELETE FROM d;
INSERT INTO d(rowid, t) VALUES (1, CAST(x'eab080eb0a20ed959cea' AS TEXT) || ' 한국'), (2, '한' || char(0) || '국 사람'), (3, CAST(x'eda080' AS TEXT) || '부산'), (4, replace(hex(zeroblob(20000)), '0', '가')),
  (5, char(1, 2, 3, 31) || '대구'), (6, NULL), (7, 12345), (8, x'80');
INSERT INTO d(d) VALUES ('integrity-check');
SELECT rowid FROM d('부산');
SELECT rowid FROM d('대구');
SELECT rowid FROM d('한국');
