-- Which reports are one event: sql/events.sql and sql/views.sql on rows written by hand, without the functions.
.read sql/schema.sql
.read sql/events.sql
.read sql/views.sql
.read sql/article.sql
.read sql/detach.sql
CREATE VIEW report AS SELECT 0 AS article, '' AS published, '' AS kind, '' AS status, '' AS day, '' AS until, '' AS place, 0 AS minutes, '' AS people;
CREATE TRIGGER report_insert INSTEAD OF INSERT ON report BEGIN
  INSERT OR IGNORE INTO korean_article(article, published, publisher) VALUES (new.article, new.published, 'P' || new.article);
  INSERT INTO korean_meeting(article, seq, kind, form, status, date_start, date_end, place, duration, published)
  VALUES (new.article, (SELECT count(*) + 1 FROM korean_meeting WHERE article = new.article), new.kind,
    CASE new.kind WHEN '통화' THEN 'call' WHEN '오찬' THEN 'lunch' WHEN '만찬' THEN 'dinner' END, new.status, new.day, coalesce(new.until, new.day), new.place, new.minutes, new.published);
  INSERT INTO korean_participant(meeting, seq, name, type, role, title, organization, office, titled, represents)
  SELECT (SELECT max(id) FROM korean_meeting), p.key + 1, p.value ->> 0, coalesce(p.value ->> 1, 'person'), coalesce(p.value ->> 4, 'principal'), p.value ->> 2, p.value ->> 3,
    coalesce(p.value ->> 5, p.value ->> 2), coalesce(p.value ->> 0 LIKE '% ' || (p.value ->> 2), 0), p.value ->> 3
  FROM json_each(new.people) p;
END;
CREATE TABLE given(n INTEGER PRIMARY KEY, article, published, kind, status, day, until, place, minutes, people);
INSERT INTO given(article, published, kind, status, day, until, place, minutes, people) VALUES
  -- planned, held, told again; one calls him by his last name, one by surname and title; a month instead of the day
  (1, '2026-04-13', '회동', 'planned', '2026-04-14', NULL, '서울 모처', NULL, '[["차강률"], ["마커스 벨로"]]'),
  (2, '2026-04-14', '회동', 'held', '2026-04-14', NULL, '서울 성북동 솔향재', 120, '[["차강률", "person", "회장"], ["벨로"], ["유나라", "person", "사장", "라온빛전자", "attendee"]]'),
  (3, '2026-04-15', '만남', 'held', '2026-04-14', NULL, '솔향재', 90, '[["차 회장", "person", "회장"], ["마커스 벨로"]]'),
  (4, '2026-05-20', '만남', 'held', '2026-04-01', '2026-04-30', NULL, NULL, '[["차강률"], ["벨로"]]'),
  -- the same two the day after on the telephone, and half a year before: other events
  (5, '2026-04-16', '통화', 'held', '2026-04-15', NULL, NULL, NULL, '[["차강률"], ["벨로"]]'),
  (5, '2026-04-16', '만남', 'held', '2025-10-01', '2025-10-31', '도쿄', NULL, '[["차강률"], ["벨로"]]'),
  -- lunch and dinner of one day, each told by two; the company stands for the one who speaks for it
  (6, '2026-05-02', '오찬', 'held', '2026-05-01', NULL, NULL, NULL, '[["민서진", "person", "부회장", "도담에너지"], ["고은찬"]]'),
  (6, '2026-05-02', '만찬', 'held', '2026-05-01', NULL, '부산', NULL, '[["민서진", "person", "부회장", "도담에너지"], ["고은찬"]]'),
  (7, '2026-05-03', '만찬', 'held', '2026-05-01', NULL, '부산 해운대', NULL, '[["도담에너지", "organization"], ["고은찬"]]'),
  (7, '2026-05-03', '오찬', 'held', '2026-05-01', NULL, NULL, NULL, '[["고은찬"], ["도담에너지", "organization"]]'),
  -- two presidents of one company are two people
  (8, '2026-06-01', '만남', 'held', '2026-06-01', NULL, NULL, NULL, '[["정태오", "person", "사장", "라온빛반도체"], ["구도 미카"]]'),
  (9, '2026-06-01', '만남', 'held', '2026-06-01', NULL, NULL, NULL, '[["심가온", "person", "사장", "라온빛반도체"], ["구도 미카"]]'),
  -- no date: what was held was held shortly before the report; what fell through is the plan of another report
  (10, '2026-06-10', '회동', 'expected', '2026-06-11', '2026-06-20', '뮌헨', NULL, '[["차강률"], ["안네 브루크너"]]'),
  (11, '2026-06-16', '회동', 'unlikely', NULL, NULL, NULL, NULL, '[["차강률"], ["브루크너"]]'),
  (12, '2026-09-01', '만남', 'held', NULL, NULL, NULL, NULL, '[["차강률"], ["브루크너"]]'),
  -- one place, a month apart in the memory of two reports
  (13, '2026-06-20', '만남', 'held', '2025-06-01', '2025-06-30', '팰로앨토 큐보라 본사', NULL, '[["차강률"], ["리사 오르테가"]]'),
  (14, '2026-06-21', '만남', 'held', '2025-07-01', '2025-07-31', '큐보라 본사', NULL, '[["차강률"], ["리사 오르테가"]]'),
  -- "last year" is no date to merge by
  (15, '2026-06-22', '만남', 'held', '2025-01-01', '2025-12-31', NULL, NULL, '[["차강률"], ["리사 오르테가"]]'),
  -- one office by two words, and a former one
  (16, '2026-07-06', '만남', 'held', '2026-07-05', NULL, NULL, NULL, '[["노라 밀러", "person", "CEO", "모아랩", "principal", "최고경영자"], ["박하늘", "person", "전 장관", null, "principal", "장관"]]'),
  (17, '2026-07-07', '만남', 'held', '2026-07-05', NULL, NULL, NULL, '[["밀러 최고경영자", "person", "최고경영자", null, "principal", "최고경영자"], ["박 전 장관", "person", "전 장관", null, "principal", "장관"]]'),
  (18, '2026-07-08', '만남', 'held', '2026-07-05', NULL, NULL, NULL, '[["밀러 CEO", "person", "CEO", null, "principal", "최고경영자"], ["박 장관", "person", "장관"]]');

INSERT INTO report SELECT article, published, kind, status, day, until, place, minutes, people FROM given ORDER BY n;
INSERT INTO korean_linking SELECT DISTINCT article FROM given ORDER BY 1;
CREATE TABLE one AS SELECT key, kind, status, date_start, date_end, place, duration, participants, reports FROM korean_event;
-- name: events
SELECT key, status, kind, date_start || iif(date_end <> date_start, '/' || date_end, ''), place, duration, participants, reports FROM korean_event ORDER BY coalesce(date_start, first_report), event;
-- name: disagreement
SELECT key, what, value, difference, sources FROM korean_event_disagreement WHERE key IN ('1.1', '13.1', '6.2');
-- name: how long since the last
SELECT person, date_start, counterpart, since_last, status FROM korean_person_meetings WHERE person = '차강률';
-- name: network: pairs of a principal
SELECT a, b, meetings, planned, first_date, last_date FROM korean_network;

-- name: in the other order of arrival: no difference
DELETE FROM korean_article;
SELECT count(*) FROM korean_meeting JOIN korean_participant JOIN korean_participant_key JOIN korean_meeting_pair JOIN korean_meeting_link;
INSERT INTO report SELECT article, published, kind, status, day, until, place, minutes, people FROM given ORDER BY article DESC, n;
INSERT INTO korean_linking SELECT DISTINCT article FROM given ORDER BY 1 DESC;
SELECT * FROM one EXCEPT SELECT key, kind, status, date_start, date_end, place, duration, participants, reports FROM korean_event;
SELECT count(*) - (SELECT count(*) FROM one) FROM korean_event;

-- name: a later report joins, the key stays; it goes again, and the first report too: what is left stays one event
INSERT INTO report VALUES (20, '2026-06-30', '회동', 'held', '2026-04-14', NULL, '한남동 자택', 180, '[["차강률"], ["마커스 벨로"]]');
INSERT INTO korean_linking VALUES (20);
SELECT key, reports, duration, place FROM korean_event WHERE date_start = '2026-04-14';
DELETE FROM korean_article WHERE article IN (20, 1);
SELECT key, reports, duration, place, first_report FROM korean_event WHERE date_start = '2026-04-14';
DELETE FROM korean_article WHERE article = 2;
SELECT key, reports, duration, place, first_report FROM korean_event WHERE date_start = '2026-04-14';

-- name: names in pictures
INSERT INTO report VALUES (30, '2026-07-01', '회동; #1', 'held', '2026-07-01', NULL, 'A "B" \ C: D', NULL, '[["\"갑\" \\ 을"], ["병;#정"]]');
INSERT INTO korean_linking VALUES (30);
SELECT dot FROM korean_network_dot WHERE person = '병;#정';
SELECT dot FROM korean_timeline_dot WHERE person = '병;#정';
SELECT mermaid FROM korean_network_mermaid WHERE person = '병;#정';
SELECT mermaid FROM korean_timeline_mermaid WHERE person = '병;#정';
-- name: one name for two spellings
INSERT INTO korean_alias VALUES ('안네 브루크너', '안네 브루크너 박사');
SELECT DISTINCT counterpart FROM korean_person_meetings WHERE person = '차강률' AND counterpart LIKE '%브루크너%';

-- name: offices: as reported, with the organisation that most name, and from when on somebody is a former one
INSERT INTO korean_article(article, published) VALUES (50, '2026-01-05'), (51, '2026-02-05'), (52, '2026-03-05'), (53, '2026-06-05');
INSERT INTO korean_relation(article, seq, person, title, organization, office, former) VALUES
  (50, 1, '유나라', '사장', '라온빛전자', '사장', 0), (51, 1, '유나라', '사장', NULL, '사장', 0), (52, 1, '유나라', '사장', '라온빛전자', '사장', 0), (53, 1, '유나라', '부회장', '라온빛전자', '부회장', 0),
  (50, 2, '마커스 벨로', '최고경영자(CEO)', '큐보라', '최고경영자', 0), (51, 2, '마커스 벨로', 'CEO', '큐보라', '최고경영자', 0), (52, 2, '강필주', '사장', '도담에너지', '사장', 0), (53, 2, '강필주', '전 사장', '도담에너지', '사장', 1),
  (51, 3, '정태오', '부문장(사장)', '라온빛반도체', '부문장', 0), (52, 3, '정태오', '디바이스(DS) 부문장', '라온빛반도체', '디바이스(DS) 부문장', 0);
SELECT * FROM korean_office ORDER BY person, first_report, title;

-- name: long numbers of articles, as those of posts: the key is that of the first
INSERT INTO report VALUES (1922337203685477580, '2026-08-02', '만남', 'held', '2026-08-01', NULL, NULL, NULL, '[["강필주"], ["서이준"]]'),
  (1922337203685477579, '2026-08-02', '만남', 'held', '2026-08-01', NULL, NULL, NULL, '[["강필주"], ["서이준"]]');
INSERT INTO korean_linking VALUES (1922337203685477580), (1922337203685477579);
SELECT key, reports FROM korean_event WHERE date_start = '2026-08-01';
