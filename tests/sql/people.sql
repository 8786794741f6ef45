-- Names with their offices, and one name for one person.
-- name: people and their offices
.mode list
CREATE TABLE d(id INTEGER PRIMARY KEY, text TEXT);
INSERT INTO d(text) VALUES
 ('정한별 한빛전자 회장은 12일 서울에서 기자간담회를 열었다. 정 회장은 투자를 늘리겠다고 말했다.'),
 ('한빛전자 창업자인 톰 켈러 최고경영자(CEO)가 방한했다. 켈러 CEO는 이날 연구소를 둘러봤다.'),
 ('이도현(왼쪽) 누리그룹 회장과 박서준·최은우 부회장이 참석했다.'),
 ('강민호(본명 오카다 민호) 태평양은행 총재가 말했다. 강 총재는 금리를 올렸다.'),
 ('윤가람 메모리사업부장·조하늘 시스템반도체사업부장도 나왔다.'),
 ('서지훈 당시 반도체 부문장(사장)을 만났다.'),
 ('이도현 회장은 이 자리에서 말했다. 이 회동에는 이 회장의 참모도 왔다.'),
 ('李대통령 “경제 회복 총력”' || char(10) || '이한결 대통령은 3일 국무회의를 열었다.'),
 ('박하늘 전 국무총리와 김초롱 대통령 권한대행이 통화했다.'),
 ('누리그룹 회장 이도현은 법정에 섰다. 이 회장 측은 항소했다.'),
 ('정유진 한빛배터리 대표가 왔다.'),
 ('(부산=한빛뉴스) 김하늘 이나래 기자 = 홍가비 정무수석비서관이 말했다. 홍 수석은 말을 아꼈다.'),
 ('車-한빛 회동' || char(10) || '차강률 라온빛그룹 회장이 서울에 왔다.'),
 ('마커스 벨로 큐보라 CEO가 무함마드 알 하산 회장과 만났다.'),
 ('레오 마르틴(Leo K. Martin) 한빛전자 CEO가 왔다. 안나 베르그(AI) 대표도 왔다.'),
 ('자오위판 위원장과 리웨이밍 총리가 만났다. 자오 위원장은 웃었고 리 총리는 말이 없었다.'),
 ('이도현 재정부 장관 지명자는 답하지 않았다. 이 지명자는 5일 나온다. 강민호 원내대표 직무대행이 왔다. 강 직무대행은 말을 아꼈다.'),
 ('배우 김하늘 씨가 왔다. 하늘 씨는 웃었다. 강 건너 마을이 보였다.'),
 ('미 모렌 대통령이 왔다. 日 언론이 전했다.');
SELECT d.id, e.text, e.name, coalesce(e.title, '-'), coalesce(e.organization, '-')
  FROM d, extract_entities(d.text) AS e WHERE e.type = 'person' ORDER BY d.id, e.seq;
-- name: relations
SELECT d.id, r.person, r.title, coalesce(r.organization, '-'), substr(d.text, r.start, r.length)
  FROM d, relations(d.text) AS r ORDER BY d.id, r.seq;
-- name: an office by one word for it, whether it is over, and whom its holder speaks for
SELECT person, title, office, former FROM relations('박하늘 전 대통령과 이 前회장, 김하늘 최고경영자(CEO), 한서준 부총리 겸 재정부 장관이 왔다. 당시 법무장관 김도현도 왔다.');
SELECT name, title, office, titled, represents FROM meeting_participants('이서하 대통령은 5일 안나 베르그 독일 총리, 민도윤 두레전자 CEO와 만났다.', '2025-02-06');
SELECT name, title, represents FROM meeting_participants('오하늘 전 대통령은 5일 모렌 미 대통령, 서보라 국무총리와 만났다.', '2025-02-06');
SELECT kind, form FROM meetings('이서하 대통령은 5일 안나 베르그 독일 총리와 오찬 회동을 했다.', '2025-02-06');
-- name: an organisation within a title is no part of the office
SELECT person, title, organization, office, former FROM relations('강하늘 전 국방부 장관이 왔다.');
-- name: an office stated behind a slash, in a bracket behind another, once for a list, or by a clause
SELECT d.column1, r.person, r.title, coalesce(r.organization, '-') FROM (VALUES
 (1, '[한서준 / 바다당 대표 : 내년에 다시 논의하겠습니다.]'),
 (2, '한서준 나래상공회의소 회장(두레그룹 회장)이 왔다.'),
 (3, '한서준, 민도윤, 이나래 의원이 발의했다.'),
 (4, '한빛그룹 한서준·두레그룹 민도윤 부회장이 만났다.'),
 (5, '특별위원회 위원장인 바다당 한서준 의원과 성악가이자 교수인 민도윤이 왔다.'),
 (6, '한서준 의원은 법안을 냈다. 2015년에는 한빛위원회 위원장을 지냈다.'),
 (7, '한빛협회(회장 직무대행 한서준)는 5일 문을 열었다.')) AS d, relations(d.column2) AS r;
