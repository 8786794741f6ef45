-- Dates, times and lengths of time: what extract_entities() finds, and which days it means.
CREATE TABLE given(n INTEGER PRIMARY KEY, published, text);
CREATE VIEW found AS
  SELECT g.n, e.type, e.text, e.value, e.value_end, e.unit
  FROM given g, extract_entities(g.text, g.published) e
  WHERE e.type IN ('date', 'time', 'duration');

-- name: the number of a day: the last one, the next one, near the turn of months and years
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '두 장관은 16일 부산에서 만났다.'),
  ('2026-03-18', '두 장관은 20일 부산에서 만난다.'),
  ('2026-03-18', '28일 열린 회의에서 결정했다.'),
  ('2026-03-18', '위원회는 5일 열릴 예정이다.'),
  ('2026-01-02', '양측은 지난 30일 통화했다.'),
  ('2025-12-30', '양측은 오는 3일 통화한다.'),
  ('2026-03-18', '지난 25일과 오는 25일 사이다.'),
  ('2026-03-01', '31일 만났다고 밝혔다.');
SELECT n, text, value, value_end FROM found;
DELETE FROM given;

-- name: days of the week, weeks, weekends; the tense decides
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '두 사람은 월요일 만났다.'),
  ('2026-03-18', '두 사람은 월요일 만난다.'),
  ('2026-03-18', '두 사람은 지난 금요일 만났고 다음 주 화요일 다시 만난다.'),
  ('2026-03-18', '지난주 떠났다가 지난 주말 돌아왔다.'),
  ('2026-03-18', '이번 주말 떠나 다음 주 돌아온다.'),
  ('2026-03-18', '지난주 금요일 만났다.'),
  ('2026-03-18', '4월 둘째 주에 연다.');
SELECT n, text, value, value_end FROM found;
DELETE FROM given;

-- name: months, parts of months, years and quarters
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '지난 1월 시작해 지난달 말 끝났다.'),
  ('2026-03-18', '이달 초 떠나 이달 중순 돌아온다.'),
  ('2026-03-18', '내달 초 열기로 했다.'),
  ('2026-03-18', '지난해 12월 3일 시작했다.'),
  ('2026-03-18', '지난해 6월과 같은 해 9월에 찾았다. 이듬해 1월 문을 닫았다.'),
  ('2026-03-18', '2024년 3월에 시작해 5월에 끝냈다.'),
  ('2026-03-18', '올해 상반기 매출은 지난해 4분기보다 늘었다.'),
  ('2026-03-18', '작년에 시작해 내년에 끝난다.'),
  ('2026-03-18', '지난달 12일 낸 서류를 다음 달 2일까지 고친다.'),
  ('2026-01-10', '11월 발표했다.'),
  ('2025-11-20', '2월 발표한다.'),
  ('2026-03-18', '지난 2019년 8월에 만났다.'),
  ('2026-03-18', '1990년대 초반과 21세기'),
  ('2026-03-18', '2025 하반기 계획, ''24년 5월 기록, 97년 가을');
SELECT n, text, value, value_end FROM found;
DELETE FROM given;

-- name: periods
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '24~25일 열린다.'),
  ('2026-03-18', '8월 29일부터 9월 2일까지 연다.'),
  ('2026-03-18', '4월 29일부터 30일까지 연다.'),
  ('2026-03-18', '31일~4월 2일 열린다.'),
  ('2026-03-18', '6∼8월 문을 닫는다.'),
  ('2026-03-18', '2020~2024년 기록이다.'),
  ('2026-03-18', '7, 8일 열렸다.'),
  ('2026-03-18', '오는 30일~2일 연다.');
SELECT n, text, value, value_end FROM found;
DELETE FROM given;

-- name: dates in figures
INSERT INTO given(published, text) VALUES
  (NULL, '2024.6.10 등록, 2025-02-04 수정, 2024/6/10'),
  ('2026-03-18', '12·3 사태와 6·25 전쟁'),
  ('2026-03-18', '2024.13.40, 1.2.3.4, 010-1234-5678');
SELECT n, type, text, value, value_end FROM found;
DELETE FROM given;

-- name: where the story is at
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '대표단은 16일 서울에 왔다. 이들은 이날 오후 국회를 찾았다. 전날에는 도쿄에 있었다.'),
  ('2026-03-18', '이날 오전 회의가 열렸다.'),
  ('2026-03-18', '전날(17일) 밤 11시께 도착했다.'),
  ('2026-03-18', '그는 회의 다음날인 12일 사과했다.'),
  ('2026-03-18', '그는 지난 9일 제주를 찾았다. 이날 그는 바다를 보았다.'),
  ('2026-03-18', '17일 회의가 열렸다.' || char(10) || '그는 지난 9일 제주를 찾았다.' || char(10) || '비가 왔다. 바람이 불었다. 이날 회의는 짧았다.'),
  ('2026-03-18', '어제 만났고 오늘 헤어졌으며 내일 떠난다. 모레 온다.'),
  ('2026-03-18', '사흘 전 왔고 일주일 뒤 간다. 석 달 전 시작했다.');
SELECT n, type, text, value, value_end FROM found;
DELETE FROM given;

-- name: 이날 is the day of the news, which a day told meanwhile does not change, or the one the sentence before told
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '두레전자는 지난 15일 공장을 열었다고 18일 밝혔다. 회사는 새 제품도 내놓는다. 이날 행사에는 많은 사람이 왔다.'),
  ('2026-03-18', '시장은 17일 항구를 찾았다. 16일 큰비가 왔다고 한다. 배가 묶였다. 시장은 이날 배를 둘러봤다.'),
  ('2026-03-18', '시장은 16일 항구를 찾았다. 17일에는 장터에 갔다. 이날 저녁에 돌아왔다.'),
  ('2026-03-18', '대표단은 지난 14일 떠나 15일 닿았다. 날이 맑았다. 다음날 회의를 열었다.'),
  ('2026-03-18', '대표는 20일 협약을 맺는다고 18일 밝혔다. 같은 날 공장도 찾는다.'),
  ('2026-03-18', '그는 16일 글에서 “어제 만났고 내일 떠난다”고 했다. 어제는 비가 왔다.');
SELECT n, text, value, value_end FROM found;
DELETE FROM given;

-- name: a month in December, with its tense
INSERT INTO given(published, text) VALUES
  ('2025-12-30', '의원은 3월 열린 집회에서 말했다. 2월 다시 연다.'),
  ('2026-01-06', '가게는 11월 문을 열었다. 분점은 11월 연다.');
SELECT n, text, value, value_end FROM found;
DELETE FROM given;

-- name: holidays: of the Gregorian calendar, of the lunar one, and terms of the sun
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '지난 설 연휴에 만났고 올해 추석에 다시 만난다.'),
  ('2025-10-20', '추석에 만났다. 설날에 또 만난다.'),
  ('2025-12-01', '크리스마스에 만난다. 광복절에 만났다.'),
  ('2024-09-01', '2023년 추석과 2017년 추석은 길었다.'),
  ('2025-05-01', '부처님 오신 날과 어린이날이 겹친다.'),
  ('2025-09-20', '추분이 다가온다. 백로가 지났다.');
SELECT n, text, value, value_end FROM found;
DELETE FROM given;

-- name: dates that explain one another
INSERT INTO given(published, text) VALUES
  ('2025-10-20', '광복절인 15일 만났다. 추석 전날 다시 만났다.'),
  ('2025-10-15', '월요일인 13일 만났다. 일요일인 19일 만난다.'),
  ('2026-03-18', '대표단은 4월 3일부터 5일까지 머문다. 내년 상반기 시작해 12월 끝난다.'),
  ('2026-03-18', '2분기 말, 이번 주 후반, 다음 주 초'),
  ('2026-03-18', '지난달 마지막 주, 다음 달 첫 주말, 이달 마지막 주말, 이달 마지막 날'),
  ('2026-03-18', '작년 12·3 사태, 12·3 사태'),
  ('2026-03-18', '최장 10일, 30일 연장, 10일 무료, 18일 전 지역에 비');
SELECT n, type, text, value, value_end FROM found;
DELETE FROM given;

-- name: headlines, which have no tense
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '25일 정상회담 유력'),
  ('2026-03-18', '17일 정상회담…공동성명'),
  ('2026-03-18', '31일까지 신청…다음 달 발표'),
  ('2026-03-18', '월요일도 무더위'),
  ('2026-03-18', '7월 출시'),
  ('2026-03-18', '12월 수출 최대');
SELECT n, text, value, value_end FROM found;
DELETE FROM given;

-- name: without a day of publication only what the text fixes itself
INSERT INTO given(published, text) VALUES
  (NULL, '지난해 6월과 10일, 이달 초, 내일 만난다.'),
  (NULL, '2024년 6월 10일 만났다. 이날 비가 왔다. 다음 날 개었다.'),
  (NULL, '2024년 6월에 만나 같은 해 8월 헤어졌다.');
SELECT n, text, value, value_end FROM found;
DELETE FROM given;

-- name: hours
INSERT INTO given(published, text) VALUES
  (NULL, '오전 10시 30분에 시작해 오후 2시에 끝났다.'),
  (NULL, '새벽 1시 반, 밤 11시께, 낮 12시, 자정, 정오, 저녁 7시'),
  (NULL, '오후 5시∼8시, 14:30, 21시, 8시20분, 두 시'),
  (NULL, '아침에 나가 밤늦게 왔다.'),
  (NULL, '후반 24분 골을 넣었다. 7회말 역전했다.'),
  (NULL, '2:1로 이겼다. 시간이 없다. 낮은 산');
SELECT n, type, text, value, value_end FROM found;
DELETE FROM given;

-- name: hours to the second, with a zone, in words, with the half of the day behind them
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '오전 6:07:45에 떠나 17:20:05에 닿았다.'),
  ('2026-03-18', '2026-03-17T08:15:00+09:00, 2026-03-17T22:40Z'),
  ('2026-03-18', '저녁 일곱 시 오십 분에 만나 새벽 두시 십분에 헤어졌다.'),
  ('2026-03-18', '점심 2시에 모여 점심을 먹고 4:30 PM에 떠난다.'),
  ('2026-03-18', '자정 12시와 24시, 정오 12시');
SELECT n, type, text, value, value_end FROM found;
DELETE FROM given;

-- name: months of a punishment are a length, those of the calendar are none
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '징역 3년 4월에 집행유예 5년, 금고 8월을 선고했다. 재판은 지난해 4월 열렸다.');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: the year that turns, quarters in figures, hanja, the lunar calendar
INSERT INTO given(published, text) VALUES
  ('2025-12-28', '새해에 문을 연다.'),
  ('2026-01-05', '새해 들어 문을 열었다. 지난 한 해를 돌아봤다.'),
  ('2026-03-18', '지난해 3·4분기와 2Q25, 4Q 실적이 같다. 1·2분기는 다르다.'),
  ('2026-03-18', '2025年 11月 9日에 모였다. 7年 만이다.'),
  ('2026-03-18', '음력 4월 8일과 3·1절에 쉰다.'),
  ('2026-03-18', '그끄저께 와서 금일 떠난다.');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: lengths, in their own units
INSERT INTO given(published, text) VALUES
  (NULL, '약 2주 동안 머물렀고 7개월 만에 돌아왔다.'),
  (NULL, '4년5개월을 기다렸다. 1년 6개월, 징역 1년6월, 1박 2일'),
  (NULL, '1시간 30분 걸렸다. 2시간반, 40분간, 30초, 24시간 동안'),
  (NULL, '사흘째 비가 온다. 한 달, 두 달, 석 달, 넉 달 반, 반년, 일주일, 열흘'),
  (NULL, '2~3년 걸린다. 10여 년을 살았다. 10분기 연속 늘었다.'),
  (NULL, '몇 년 뒤, 수년간'),
  (NULL, '앞두고 하루 쉬었다. 10일간 쉬었다. 5일 만에 만났다. 35일 걸렸다.');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: half an hour more, minutes in words; a day before minutes is no part of the length
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '3시간 반가량 걸렸고 네 시간 반 만에 끝났다. 두 시간 이십 분을 기다렸다. 2년 반대했다.'),
  ('2026-03-18', '두 사람은 17일 80여 분간 만났다.');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: words of time that are none
INSERT INTO given(published, text) VALUES
  ('2026-03-18', '연말정산과 겨울왕국, 서류를 전달했다. 낮은 산을 보았다. 만일 그렇다면 자리를 내주지 마라.'),
  ('2026-03-18', '3월드, 10분의 1, 5일장');
SELECT n, type, text, value FROM found;
