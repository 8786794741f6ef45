-- Amounts: money, percentages, counts and measures, ordinals, with values in base units.
CREATE TABLE given(n INTEGER PRIMARY KEY, text);
CREATE VIEW found AS
  SELECT g.n, e.type, e.text, e.value, e.value_end, e.unit
  FROM given g, extract_entities(g.text) e
  WHERE e.type IN ('money', 'percent', 'quantity', 'ordinal');

-- name: money
INSERT INTO given(text) VALUES
  ('공사비는 5000억달러(약 720조원)로 늘었다.'),
  ('1조2천억원과 6억4000여만원, 3억 4천200만원을 냈다.'),
  ('150~250억 달러, 7000억~1조원, 200만∼400만원을 오간다.'),
  ('2만4900원, 1,390.9원, 3천500원, 12만9,030원'),
  ('$100와 €3.5, 5유로, 300엔, 10만위안, 50센트'),
  ('2兆원을 들였다. 수천억 달러를 썼다. 50억원대 땅이다.');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: a numeral with white space within it, as broadcasters write it, is one; with a comma it is two
INSERT INTO given(text) VALUES
  ('7천 200억 원, 3억 4천 600만 원, 5조 1천 800억, 2만 7천 400원, 4만 50원, 6천 8백여 명'),
  ('이천 삼백 원, 관객 2천 100만 명, 만 5천 원, 14만 6260.4㎡'),
  ('가람은 6천, 400명은 나루에 산다. 만 19세 이상 1만 2,050명이 답했다. 1만 30분을 썼다.');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: money of other countries, codes and signs; powers of ten in English
INSERT INTO given(text) VALUES
  ('EUR 700, KRW 2,500을 받고 HK$300, ￦4000과 900 USD를 냈다.'),
  ('7억 미국 달러, 40 캐나다 달러, 2천만 대만달러, 90억 덴마크 크로네'),
  ('$4 million, US$1.5bn, 3.2 billion달러, $9M, 40 million won'),
  ('AED 3대와 iX3, V720을 샀다.');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: below zero
INSERT INTO given(text) VALUES
  ('영하 7도에서 영상 2도, 영하 12~8도, -6~4도, -9~-3도'),
  ('마이너스 0.4%, 마이너스(-) 1.2 %, ▼2.3%');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: articles of laws are no 10^12, groups neither
INSERT INTO given(text) VALUES
  ('형법 40조와 헌법 제20조 제2항, 노조법 2조 1항을 읽었다. 협약 제 25조도 있다.'),
  ('3인 1조로 다녔다. 이 법으로 3조 원을 아끼고 특별법 2조3천억원을 쓴다.');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: fractions of what is counted, a sum without its unit, words for two tens and ones
INSERT INTO given(text) VALUES
  ('설탕 1/4컵을 넣고 100Wh 전지를 쓴다. 시총은 약 612조에서 멈췄고 지수는 -8.3으로 나왔다.'),
  ('스물한 살 청년이 왔다. 1/4은 남겼다.'),
  ('가게는 나루로 12-3에 있다. 4 일본 기업과 겨뤄 2-1로 이겼다.');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: percentages
INSERT INTO given(text) VALUES
  ('90% 이상이 0.25%포인트 올랐고 5％ 내렸다.'),
  ('10~20%, 0.3%p, 8% 포인트, 1%대, 30퍼센트, -15.2%');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: counts
INSERT INTO given(text) VALUES
  ('3천만 건, 10여 개국, 다섯 명, 수백 명, 2000여 명, 3척'),
  ('1884만 8천명, 8만 8000개, 2천488개, 24,454명'),
  ('두 번, 세 가지, 네 차례, 두세 명, 서너 곳, 열두 마리, 스무 살, 서른세 명'),
  ('천 명, 만 명, 백만 명, 이십오 명, 삼천 명'),
  ('두 나라와 세 작품, 네 기관'),
  ('20홈런, 5개사, 16강, 3파전, 4연승'),
  ('8승 2패, 1인 2역, 5타수 3안타, 3-1로 이겼다. 10대 1이다.'),
  ('5분의 3이 찬성했다. 두 배로 늘었다. 1.5배 늘었다.'),
  ('20대 중반과 40대, 만 7세'),
  ('한번 해 보자. 취임 넉달 만이다. 수차례 말했다.'),
  ('１２명과 ３％');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: measures
INSERT INTO given(text) VALUES
  ('15㎜, 3.7km, 84㎡, 100 m, 1500cc, 7℃, 섭씨 5도, 25GW, 규모 6.3의 지진'),
  ('160km를 달려 85kg을 들고 30㎖를 마셨다.');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: ordinals
INSERT INTO given(text) VALUES
  ('첫 번째, 세 번째, 두번째, 16번째, 첫째'),
  ('1위, 38위, 10위권, 1~3위'),
  ('제20기, 제 6회, 제1차, 제1');
SELECT n, type, text, value, value_end, unit FROM found;
DELETE FROM given;

-- name: numbers that are none: codes, telephones, names, words that look like numerals
INSERT INTO given(text) VALUES
  ('K9과 F-35, GDDR7, B-1을 [005930] 02-123-4567 010-1234-5678로'),
  ('이 회사의 한 사장은 이 자리에서 조 회장과 오 사장, 구 의원을 만났다.'),
  ('한국, 한강, 한편, 한때, 세계, 세대, 사회, 오늘, 이미, 만약, 하나님'),
  ('다음 글은 3...');
SELECT n, type, text, value FROM found;
