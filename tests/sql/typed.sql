-- What is typed and what a document has may be written in different ways. Each line of the output: what is
-- typed, then the numbers of the rows found.

CREATE VIRTUAL TABLE d USING fts5(t, tokenize = 'korean');
CREATE TABLE typed(n INTEGER PRIMARY KEY, q TEXT);
CREATE VIEW found AS
  SELECT q, (SELECT group_concat(rowid, ' ') FROM (SELECT rowid FROM d WHERE d MATCH korean_query(q) ORDER BY rowid)) AS rows,
    (SELECT group_concat(rowid, ' ') FROM (SELECT rowid FROM d WHERE d MATCH korean_query(q, 'phrase') ORDER BY rowid)) AS phrase
  FROM typed ORDER BY n;
.separator ": "
.nullvalue -

-- name: model names with and without a sign or a space
INSERT INTO d(rowid, t) VALUES (1, 'KH-7 헬기를 샀다'), (2, 'KH7 헬기를 팔았다'), (3, 'KH 7 헬기가 떴다'), (4, 'KH 헬기 7대'), (5, 'Z-POP 축제'), (6, 'ZPOP 축제');
INSERT INTO typed(q) VALUES ('KH7'), ('KH-7'), ('kh 7'), ('KH7 헬기'), ('KH-7 헬기'), ('KH 7 헬기'), ('Z-POP');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: days by number
INSERT INTO d(rowid, t) VALUES (1, '4·9 운동 기념식'), (2, '4.9 운동 기념식'), (3, '4ㆍ9운동'), (4, '수익률 14.9%');
INSERT INTO typed(q) VALUES ('4·9'), ('4.9'), ('4.9운동'), ('4ㆍ9 운동'), ('14.9');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: words without their spaces
INSERT INTO d(rowid, t) VALUES (1, '김하늘의 골이 터졌다'), (2, '두부 부치는 법'), (3, '정부가 발표한 대책'), (4, '이 사장은 간다'), (5, '대출을 받은 이 자가');
INSERT INTO typed(q) VALUES ('김하늘골'), ('두부부치는법'), ('정부가발표한'), ('정부가발표한 대책'), ('이사장'), ('대출이자');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: a number and its unit
INSERT INTO d(rowid, t) VALUES (1, '7조 원 규모로 짓는다'), (2, '7조원 규모로 짓는다'), (3, '40여 명이 다쳤다'), (4, '40여명이 다쳤다'), (5, '짐은 8 kg이다'), (6, '짐은 8kg이다'),
  (7, '3인 가구가 늘었다'), (8, '3인가구가 늘었다'), (9, '지하철 6 호선 공사'), (10, '지하철 6호선 공사'), (11, '21만3천여 명'), (12, '21만3천여명'), (13, '7 대신 8'), (14, '40여성'),
  (15, '7조
원탁'), (16, '6만주를 샀다');
INSERT INTO typed(q) VALUES ('7조원'), ('7조 원'), ('7조'), ('7조 원 규모'), ('40여명'), ('40여 명'), ('명이 다쳤다'), ('여명'), ('8kg'), ('8 kg'), ('8'), ('3인가구'), ('3인 가구'), ('6호선'), ('6 호선'),
  ('3천여명'), ('21만3천여 명'), ('7 대신'), ('대신'), ('여성'), ('원탁'), ('만주'), ('6만 주');
SELECT * FROM found;
SELECT highlight(d, 0, '<', '>') FROM d('7조원');
DELETE FROM d; DELETE FROM typed;

-- name: articles of a law
INSERT INTO d(rowid, t) VALUES (1, '형법 제7조 제2항에 따라'), (2, '형법 제7조제2항에 따라'), (3, '법 제7조의2제2항제3호를 보면'), (4, '제2항과 제7조');
INSERT INTO typed(q) VALUES ('제7조'), ('제7조제2항'), ('제7조 제2항'), ('제3호'), ('조제');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: words that are being typed
CREATE VIEW typing AS
  SELECT q, (SELECT group_concat(rowid, ' ') FROM (SELECT rowid FROM d WHERE d MATCH korean_query(q, 'prefix') ORDER BY rowid)) AS rows FROM typed ORDER BY n;
INSERT INTO d(rowid, t) VALUES (1, '가온에어로모빌리티가 수주했다'), (2, '우즈베키스탄 여행'), (3, '길이 미끄러웠다'), (4, '삼성전자가 판다'), (5, '삼성 병원'), (6, '북한과 만났다'), (7, '카드뉴스를 봤다'),
  (8, '사과나무를 심었다'), (9, '국회에서 열렸다'), (10, '서울은 넓다'), (11, '문을 열었다'), (12, '신랑과 신부'), (13, '금값이 올랐다');
INSERT INTO typed(q) VALUES ('가온에어로모'), ('가온에어로몹'), ('우즈베'), ('우즈베ㅋ'), ('우즈베킷'), ('미끄러'), ('삼성ㅈ'), ('삼성저'), ('삼성전'), ('북하'), ('카든'), ('카드ㄴ'), ('사관'), ('국호'),
  ('서울ㅇ'), ('열었'), ('시'), ('신라'), ('갑'), ('하야'), ('ㅈ'), ('ㅏ'), ('2ㅈ');
SELECT * FROM typing;
DELETE FROM d; DELETE FROM typed;

-- name: tables without positions
CREATE VIRTUAL TABLE n USING fts5(t, detail = none, tokenize = 'korean');
INSERT INTO n(rowid, t) VALUES (1, '삼성전자가 판다'), (2, '삼성 병원'), (3, '북한과 만났다'), (4, 'KH-7 헬기');
SELECT q, (SELECT group_concat(rowid, ' ') FROM n WHERE n MATCH korean_query(q, 'prefix', 'none')) FROM (SELECT column1 AS q FROM (VALUES ('삼성ㅈ'), ('삼성전'), ('북하'), ('KH7')));
DROP TABLE n;

-- name: hanja
INSERT INTO d(rowid, t) VALUES (1, '金道現 의원'), (2, '新女性 잡지'), (3, '韓國歷史 강의'), (4, '7兆 투자'), (5, '64人 탑승'), (6, '10億 원을 냈다'), (7, '男女 공용');
INSERT INTO typed(q) VALUES ('김도현'), ('신여성'), ('역사'), ('7조'), ('7兆'), ('10억원'), ('10億원'), ('64人'), ('남녀'), ('金道現'), ('韓國歷史');
SELECT * FROM found;
DELETE FROM d; DELETE FROM typed;

-- name: compounds that are indexed whole
CREATE VIRTUAL TABLE w USING fts5(t, detail = none, tokenize = 'korean decompound none');
INSERT INTO w VALUES ('삼성전자가 판다'), ('삼성은 전자를 판다');
SELECT rowid FROM w WHERE w MATCH korean_query('삼성전자와', 'all', 'none');
DROP TABLE w;

-- name: hanja that are indexed as they stand
CREATE VIRTUAL TABLE h USING fts5(t, tokenize = 'korean hanja off');
CREATE VIRTUAL TABLE hn USING fts5(t, detail = none, tokenize = 'korean hanja off');
INSERT INTO h VALUES ('李大統領 발표'), ('北 대표단');
INSERT INTO hn SELECT t FROM h;
SELECT q, (SELECT group_concat(rowid, ' ') FROM h WHERE h MATCH korean_query(q)), (SELECT group_concat(rowid, ' ') FROM h WHERE h MATCH korean_query(q, 'any')),
  (SELECT group_concat(rowid, ' ') FROM hn WHERE hn MATCH korean_query(q, 'all', 'none')), (SELECT group_concat(rowid, ' ') FROM hn WHERE hn MATCH korean_query(q, 'prefix', 'none'))
  FROM (SELECT column1 AS q FROM (VALUES ('李大統領'), ('北'), ('대통령')));
DROP TABLE h; DROP TABLE hn;

-- name: counters and capitals
INSERT INTO d(rowid, t) VALUES (1, '40대 여성'), (2, 'Li-Fi 접속'), (3, 'uBook 15 출시'), (4, '대한민국'), (5, '세 달이 지났다');
INSERT INTO typed(q) VALUES ('40대여성'), ('LiFi'), ('uBook15'), ('세달'), ('세대');
SELECT * FROM found;
DELETE FROM typed;
INSERT INTO typed(q) VALUES ('대한ㅁ'), ('대한미'), ('대한민구');
SELECT * FROM typing;
DELETE FROM d; DELETE FROM typed;
