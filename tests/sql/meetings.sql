-- meetings(text, published) and meeting_participants(text, published). All people and firms are invented.
.mode list
.separator " | "
.nullvalue -
CREATE TABLE case_(n INTEGER PRIMARY KEY, about TEXT, text TEXT);
INSERT INTO case_(about, text) VALUES
('two subjects', '한서준 회장과 민도윤 대표가 5일 서울에서 만났다.'),
('subject and object', '한서준 회장은 지난 3일 부산의 한 호텔에서 민도윤 대표를 만나 투자 방안을 논의했다.'),
('A와 B의 회동', '한서준 회장과 민도윤 대표의 회동이 4일 열렸다.'),
('a headline without particles', '한서준·민도윤, 내일 단독 회동'),
('the one who is met comes first', '민도윤 대표와 만남을 가진 한서준 회장은 곧 출국했다.'),
('only the press', '한서준 회장은 5일 기자들과 만나 투자 계획을 밝혔다.'),
('things cannot be met', '한서준 회장이 만든 새 전기차를 전시장에서 만나볼 수 있다.'),
('people without names', '한서준 회장은 5일 협력사 직원들과 만나 격려했다.'),
('an assembly', '이서하 대통령은 5일 국무회의를 주재했다.'),
('an appointment', '이서하 대통령은 오는 12일 조아람 장관과 오찬 회동을 할 예정이다.'),
('announced in the present', '이서하 대통령이 12일 조아람 장관과 회동한다고 대통령실이 5일 밝혔다.'),
('proposed', '조아람 장관이 이서하 대통령에게 회담을 제안했다.'),
('being arranged', '한서준 회장과 민도윤 대표의 면담이 추진되고 있다.'),
('fell through', '한서준 회장과 민도윤 대표의 회동이 끝내 무산됐다.'),
('not held', '한서준 회장은 민도윤 대표를 만나지 않았다.'),
('hearsay', '한서준 회장이 지난달 민도윤 대표와 만난 것으로 알려졌다.'),
('countries', '한일 정상회담이 오는 20일 도쿄에서 열린다.'),
('several summits', '이서하 대통령은 한미·한중 정상회담을 준비하고 있다.'),
('leaders stand for their countries', '이서하 대통령과 안나 베르그 독일 총리가 3일 베를린에서 만났다. 한독 정상회담은 2시간 동안 진행됐다.'),
('counted from the eve', '이서하 대통령은 안나 베르그 독일 총리와의 정상회담을 하루 앞둔 4일 베를린에 도착했다.'),
('those who sat in', '한서준 회장이 5일 민도윤 대표와 회동했다. 이 자리에는 오세린 사장도 배석했다.'),
('told again in other words', '한서준 회장과 민도윤 대표가 4일 저녁 만찬을 했다. 두 사람은 이날 회동에서 투자 방안을 논의했다.'),
('an earlier one', '한서준 회장과 민도윤 대표가 5일 만났다. 두 사람은 지난해 3월 제주에서 처음 만났다.'),
('two in one sentence', '한서준 회장은 2일 민도윤 대표를 만난 데 이어 4일에는 조아람 장관을 면담했다.'),
('so long since', '이서하 대통령이 안나 베르그 총리와 만난 것은 지난해 6월 파리에서 열린 정상회의 이후 8개월 만이다.'),
('a call', '이서하 대통령은 5일 안나 베르그 독일 총리와 30분간 통화했다.'),
('the day of the report is another', '한서준 회장이 지난 1일 민도윤 대표와 만났다고 회사 측이 5일 밝혔다.'),
('a subject carried over', '한서준 회장은 4일 귀국했다. 이어 민도윤 대표를 만났다.'),
('in somebody''s words', '조아람 장관은 “이서하 대통령을 곧 만나고 싶다”고 말했다.'),
('who is included', '한서준 회장이 5일 민도윤 대표를 비롯한 회사 임원들과 면담했다.'),
('the guest', '이서하 대통령은 3일 민도윤 대표를 관저로 초청해 만찬을 했다.'),
('talks about the day after', '한미 정상회담 다음날인 5일 주가가 올랐다.'),
('denied as a fact', '한서준 회장은 민도윤 대표를 만난 일이 없다고 밝혔다.'),
('a claim that is denied', '한서준 회장이 민도윤 대표와 면담했다는 보도는 오보라고 회사는 밝혔다.'),
('a claim that is not so', '한서준 회장과 민도윤 대표가 만난다는 소식은 사실이 아니다.'),
('what was meant and failed', '한서준 회장은 민도윤 대표를 만나려고 했지만 만나지 못했다.'),
('what was planned and called off', '한서준 회장은 민도윤 대표를 만날 예정이었으나 일정이 취소됐다.'),
('only supposed', '한서준 회장이 민도윤 대표를 만났다면 알려졌을 것이다.'),
('what is denied at it', '한서준 회장은 4일 민도윤 대표와의 회동에서 의혹을 부인했다.');

-- name: meetings: number, what about; kind, status, how sure, who, when, hour, where, minutes, about what
SELECT c.n, c.about, m.kind, m.status, m.evidential, m.participants, m.date_start, m.date_end, m.time, m.place, m.duration, m.topic
  FROM case_ AS c LEFT JOIN meetings(c.text, '2026-02-05') AS m ON 1
 ORDER BY c.n, m.seq;

-- name: participants as rows
SELECT c.n, p.meeting, p.seq, p.name, p.type, p.role, p.title, p.organization
  FROM case_ AS c JOIN meeting_participants(c.text, '2026-02-05') AS p
 WHERE c.n IN (2, 17, 21)
 ORDER BY c.n, p.meeting, p.seq;

-- name: evidence is where it says it is; without a day of publication no day is guessed
SELECT c.n, count(*), sum(substr(c.text, m.start, m.length) = m.evidence)
  FROM case_ AS c JOIN extract_meetings(c.text, '2026-02-05') AS m
 GROUP BY c.n HAVING count(*) <> sum(substr(c.text, m.start, m.length) = m.evidence);
SELECT c.n, m.status, m.date_start, m.date_end FROM case_ AS c JOIN meetings(c.text) AS m WHERE c.n IN (1, 16);

-- name: nothing from nothing
SELECT count(*) FROM meetings(NULL), meetings('');
SELECT count(*) FROM meetings('회동 회동 만나 정상회담 · , 간'), meeting_participants('와 의 회동');

-- name: twenty people of one list, joined by dots or commas, lose nobody
CREATE TEMP TABLE member(seq INTEGER PRIMARY KEY, name TEXT);
INSERT INTO member(name) VALUES ('한서준'), ('민도윤'), ('오세린'), ('조아람'), ('강단비'), ('길도영'), ('나도현'), ('문가온'), ('배하린'), ('하윤재'),
  ('송라온'), ('신우진'), ('안채원'), ('양지호'), ('유다온'), ('윤슬기'), ('임도하'), ('장새봄'), ('정다솔'), ('최은결');
SELECT m.kind, json_array_length(m.participants) FROM meetings((SELECT group_concat(name, '·') FROM (SELECT name FROM member ORDER BY seq)) || ' 의원이 5일 국회에서 회동했다.') m;
SELECT m.kind, json_array_length(m.participants) FROM meetings('길하준 대표는 5일 국회에서 ' || (SELECT group_concat(name, ' 의원, ') FROM (SELECT name FROM member ORDER BY seq)) || ' 의원과 회동했다.') m;
-- name: a word for talks that are no meeting here leaves no earlier meeting behind either
SELECT kind, status, participants FROM meetings('한미 정상회담이 4일 서울에서 열렸다. 외교부와 국방부의 협의는 2019년 6월 서울에서 열린 회의 이후 6년 만이다.', '2025-02-05');
-- name: who only hears people, or settles something with an office, meets nobody; a learnt choice
SELECT n, kind, participants FROM (SELECT 1 AS n, '한빛일보는 지난 23일 한서준 편집장, 민도윤 기자를 서울 마포구에서 만났다.' AS text
  UNION ALL SELECT 2, '한서준 사장은 서울시와 협의해 공개채용을 진행한다고 밝혔다.'
  UNION ALL SELECT 3, '한서준 사장은 지난 23일 민도윤 시장과 서울 마포구에서 만났다.') AS d, meetings(d.text, '2025-02-05');
