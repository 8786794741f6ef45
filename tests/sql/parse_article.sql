-- parse_article(): one row from a raw page; the pages are invented
.mode line
-- name: wire copy: a dateline, a caption with its own, rights, a list of other articles
SELECT * FROM parse_article('검색어를 입력하세요
검색
뉴스홈
정치
북한
경제
한·에스토니아 외교장관 회담…사이버안보 협력 확대 합의
송고2025-09-03 15:20
민가람 기자
기자 페이지
요약beta
공유
글자크기 변경
인쇄
(서울=달빛통신) 민가람 기자 = 표지훈 외교부 장관은 3일 서울 종로구 외교부 청사에서 마리스 카스크 에스토니아 외교장관과 회담하고 사이버안보 협력을 확대하기로 했다고 외교부가 밝혔다.
표 장관은 "디지털 선도국인 에스토니아와의 협력이 한층 넓어지기를 기대한다"고 말했다.
악수하는 한·에스토니아 외교장관
(서울=달빛통신) 도한별 기자 = 표지훈 외교부 장관(오른쪽)과 마리스 카스크 에스토니아 외교장관이 3일 서울 종로구 외교부 청사에서 열린 회담에 앞서 악수하고 있다. 2025.9.3 star@dalbit.example
양 장관은 우크라이나 정세와 한반도 문제에 대해서도 의견을 나눴다.
카스크 장관은 이날 오후 국회를 방문해 왕소라 국회의장을 예방할 예정이다.
garam@dalbit.example
제보는 카카오톡 dalbit
<저작권자(c) 달빛통신,
무단 전재-재배포, AI 학습 및 활용 금지>
2025/09/03 15:20 송고
#외교부
#에스토니아
댓글쓰기
함께 보면 좋은 콘텐츠
"아이 셋 낳으면 대출 탕감"…지자체 실험 통할까
가을 태풍 북상…주말 남부 많은 비
에디터스 픽
120년 된 은행나무 살린 주민들');
-- name: a reportage: advertisements, cross-heads and links within the body, an address, votes
SELECT * FROM parse_article('고요신문
로그인
|
회원가입
|
구독하기
사회
사회일반
"골목이 살아났다"…빈집 고쳐 만든 마을 도서관
수정 2024-11-21 19:08 등록 2024-11-21 14:30
노을빛 기자
충남 홍성군 한 마을 도서관에서 20일 오후 주민들이 책을 읽고 있다. 노을빛 기자
"예전엔 해만 지면 무서워서 못 지나다녔어요. 지금은 밤에도 불이 켜져 있으니 든든하죠."
20일 오후 충남 홍성군의 한 마을. 주민 구자영(71)씨가 환하게 웃으며 말했다. 구씨가 가리킨 곳에는 3년 전까지 빈집이던 작은 도서관이 있었다.
광고
도서관은 주민 스무 명이 한 푼씩 모아 만들었다. 지붕을 고치고 벽을 칠하는 데 꼬박 여덟 달이 걸렸다. 책 2천여 권은 전국에서 기증받았다.
■ 아이들이 돌아왔다
변화는 아이들에게서 먼저 나타났다. 학교가 끝나면 갈 곳이 없던 아이들이 도서관으로 모였다. 홍성군청 관계자는 "빈집 한 채가 마을 전체를 바꿨다"고 평가했다.
광고
[관련기사]
“빈집이 보물”…청년들 모여드는 섬
사라지는 학교, 남은 사람들
■ 남은 숙제
문제는 운영비다. 한 달 전기료와 난방비만 60만원이 든다. 구씨는 “후원이 끊기면 겨울에는 문을 닫아야 할지도 모른다”고 걱정했다.
군은 내년부터 운영비 절반을 지원하는 방안을 검토하고 있다.
홍성/노을빛 기자 noeul@goyo.example
기사를 읽고 어떤 감정이 드셨나요?
좋아요 31
슬퍼요 2
화나요 0
후속기사 원해요 12
한번만, 후원해 주세요. 고요신문은 독자 여러분의 후원으로 권력에 흔들리지 않는 기사를 씁니다.
이슈 지역이 사라진다
많이 보는 기사
1
국회 예산안 심사 막판 진통…오늘 자정 시한
2
첫눈 오는 날, 궁궐 무료로 연다');
-- name: broadcast news: everything is polite, a summary by a machine, notes for readers
SELECT * FROM parse_article('KBX
시청자
뉴스
9시 뉴스
밤새 눈 12cm…출근길 곳곳 빙판
입력 2025.02.11 (21:04) 수정 2025.02.11 (21:30)
동영상 재생
AI 요약
광주 전남에 밤새 최대 12cm의 눈이 내려 출근길 혼잡이 빚어졌습니다.
내일까지 최대 5cm가 더 내릴 것으로 예보됐습니다.
읽어주기 기능은 크롬기반의 브라우저에서만 사용하실 수 있습니다.
[앵커]
밤사이 광주와 전남에 많은 눈이 내렸습니다. 출근길은 빙판으로 변했는데요. 모하늘 기자가 보도합니다.
[리포트]
이른 아침, 차들이 거북이걸음을 합니다. 언덕길에서는 버스가 오르지 못하고 멈춰 섰습니다.
[문진아/광주 북구 : "평소보다 한 시간 일찍 나왔는데도 지각할 것 같아요."]
밤사이 내린 눈은 12cm. 올겨울 들어 가장 많은 양입니다. 광주시는 제설차 58대를 투입했지만 역부족이었습니다.
기상청은 내일까지 최대 5cm의 눈이 더 내릴 것으로 내다봤습니다.
KBX 뉴스 모하늘입니다.
촬영기자:변우석/영상편집:차미르
■ 제보하기
▷ 카카오톡 : ''KBX제보'' 검색, 채널 추가
▷ 전화 : 02-000-0000
▷ 이메일 : jebo@kbx.example
모하늘 기자 mo@bitgoeul.example
저작권자 ⓒ 빛고을방송, 무단전재 및 재배포 금지
이 기사가 좋으셨다면
좋아요 0
응원해요 0
후속 원해요 0
오늘의 HOT 클릭
실시간 뜨거운 관심을 받고 있는 뉴스');
-- name: a local paper: share buttons, two reporters, a caption with a mark, comments
SELECT * FROM parse_article('최종편집 2025-12-02 18:00 (화)
새길일보
인기검색어
기사검색
HOME
지방자치
시의회
가온시의회, 버스요금 인상안 보류…"시민 부담 먼저 살펴야"
기자명 표나래 기자, 단하윤 기자
입력 2025.12.02 16:21
댓글 0
찬성 9, 반대 14…내년 2월 재논의
SNS 기사보내기
페이스북(으)로 기사보내기
트위터(으)로 기사보내기
카카오톡(으)로 기사보내기
URL복사(으)로 기사보내기
다른 공유 찾기
기사스크랩하기
본문 글씨 줄이기
본문 글씨 키우기
▲ 가온시의회 본회의장 전경. 사진제공=가온시의회
[새길일보=표나래·단하윤 기자] 가온시의회가 시내버스 요금 인상안 처리를 미뤘다.
시의회는 2일 본회의를 열어 시내버스 기본요금을 1500원에서 1800원으로 올리는 조례 개정안을 표결에 부쳐 찬성 9표, 반대 14표로 보류했다.
옥세린 의원은 "시민 부담을 먼저 살펴야 한다"며 "적자 노선 실태를 공개하라"고 요구했다. 이에 대해 국지호 교통국장은 "운수업체 적자가 320억원에 이른다"고 설명했다.
시는 내년 2월 임시회에 수정안을 다시 낼 방침이다.
저작권자 © 새길일보 무단전재 및 재배포 금지
표나래 기자
narae@sae.example
다른기사 보기
댓글삭제
삭제한 댓글은 다시 복구할 수 없습니다.
그래도 삭제하시겠습니까?
댓글 0
댓글쓰기
계정을 선택하시면 로그인·계정인증을 통해
댓글을 남기실 수 있습니다.
회원 로그인
비회원 글쓰기
주요기사
가온시, 겨울 축제 20일 개막
농협 가온지부, 쌀 200포 기부
"눈 치우는 이웃에게 커피 한 잔"
최신뉴스
가온고 농구부 전국대회 준우승
시민단체 "소각장 증설 철회하라"');
-- name: an editorial below a list of headlines, above comments
SELECT * FROM parse_article('여울일보
PDF 신문보기
많이 본 뉴스
1 "금리 내린다"는데 대출 문턱은 그대로
2 바다 건너온 모래바람…주말 숨 막힌다
3 결승골 한수아 "동료들 덕분"
사설
[사설] 빈 교실을 지역의 거실로
학생이 줄면서 전국에 빈 교실이 늘고 있다. 문을 닫은 학교만 4000곳에 가깝다. 그런데도 상당수는 자물쇠가 채워진 채 방치돼 있다.
학교는 마을에서 가장 찾기 쉬운 곳이다. 운동장이 있고 급식실이 있다. 이 공간을 주민에게 열면 돌봄과 배움, 만남이 한자리에서 이뤄진다.
물론 관리 책임과 비용 문제가 있다. 그러나 해법이 없는 것은 아니다. 여러 지방자치단체가 위탁 운영으로 성과를 냈다.
교육 당국은 더 미루지 말고 기준을 만들어야 한다. 빈 교실은 짐이 아니라 자산이다.
여러분의 생각을 댓글로 남겨주세요
한줄 의견 2
나그네
맞는 말씀입니다. 우리 동네도 폐교가 흉물이 됐어요.
2025-04-02 09:11
공감 5 비공감 0
솔바람
예산은 어디서 나오나. 세금 낭비다.
2025-04-02 11:30
공감 1 비공감 3
전체 댓글 보기');
-- name: appointments: no prose at all
SELECT * FROM parse_article('인사·부고
[인사] 산림환경부
입력 2025-06-30 10:00:00
◇ 국장급 전보
▲ 기획조정실장 우제형 ▲ 산림정책국장 채은솔
◇ 과장급 승진
▲ 숲가꾸기과장 맹주연 ▲ 산불예방과장 탁현수
좋아요 0
댓글 0
최신기사
[부고] 은서준 가람대 교수 모친상
장마전선 북상…밤부터 많은 비');
-- name: the title of the page above, which names the site
SELECT title, subtitle, publisher, body FROM parse_article('나루시, 강변에 3만석 야구장 짓는다 - 새벽경제
로그인
산업
나루시, 강변에 3만석 야구장 짓는다
입력 2026.05.02 10:00
2030년 개장 목표…돔 지붕은 빼기로
나루시가 강변 체육공원에 3만석 규모의 야구장을 짓는다. 시는 2일 기본계획을 발표하고 내년 말 공사를 시작하겠다고 밝혔다.
총사업비는 4200억원으로 시와 구단이 절반씩 부담한다.
ⓒ 새벽경제, 무단전재 및 재배포 금지');
-- name: text broken at a width
SELECT title, body FROM parse_article('10월 독서 모임을 알립니다
회원 여러분, 안녕하십니까. 아침저녁으로 바람이 제법
서늘해졌습니다. 이달 모임은 오는 18일 오후 3시 대전
중구 문화원 2층에서 엽니다.
함께 읽을 책은 나무와 숲에 관한 산문집입니다. 발제는
총무를 맡은 지평강 회원이 맡기로 했습니다. 참석하실
분은 15일까지 알려 주시기 바랍니다.
지난달 모임에서는 회비를 월 1만원에서 1만2천원으로
올리기로 뜻을 모았습니다.
한밭독서회 총무 지평강 드림
수신거부');
-- name: a crawler's one line: caption, dateline, text, whose picture, requests, tags
SELECT byline, captions, body FROM parse_article('나루시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

모하늘(오른쪽) 나루시장이 2일 강변 도서관에서 시민들과 책을 고르고 있다. 나루시 제공최근 책을 찾는 사람이 늘면서 나루시가 강변에 도서관을 열었다.시는 책 3만 권을 들여놓았다고 2일 밝혔다. 모하늘 시장은 “누구나 와서 읽기 바란다”고 말했다.[사진 출처 : 나루시]■ 제보하기▷ 전화 : 02-000-0000▷ 이메일 : news@gaon.example▷ 카카오톡 : ‘가온제보’ 검색, 채널 추가');
SELECT byline, captions, body FROM parse_article('나루시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

나루시청.[가온뉴스][가온일보=우제형 기자] 나루시가 강변에 도서관을 열었다.시는 책 3만 권을 들여놓았다고 2일 밝혔다. 시민들은 반겼다.※ ‘당신의 제보가 뉴스가 됩니다’[카카오톡] 가온 검색해 채널 추가[메일] news@gaon.example');
SELECT byline, captions, body FROM parse_article('나루시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

책 3만 권, 밤 10시까지[가온일보 우제형 기자]나루시가 강변에 도서관을 열었다. 시는 책 3만 권을 들여놓았다고 2일 밝혔다. 문은 밤 10시에 닫는다. 시민들은 반겼다. 맹주연 기자 maeng@gaon.example #나루시 #도서관 #강변');
SELECT byline, captions, body FROM parse_article('나루시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

모하늘 시장이 2일 연설을 마친 뒤 시민들에게 손을 흔들고 있다. 나루시 제공나루=맹주연 특파원나루시가 강변에 도서관을 열었다. 시는 책 3만 권을 들여놓았다고 2일 밝혔다. 시민들은 반겼다.');
-- name: a broadcast in one line
SELECT byline, body FROM parse_article('강변에 도서관 열려
KBX | 2026-05-02 00:00

[앵커]나루시가 강변에 도서관을 열었습니다.책은 3만 권입니다.우제형 기자입니다. [리포트] 아침부터 시민들이 줄을 섰습니다. [모하늘/나루시장 : “누구나 와서 읽기 바랍니다.”] 문은 밤 10시에 닫습니다.KBX 뉴스 우제형입니다.영상편집:채은솔/자료조사:탁현수■ 제보하기▷ 전화 : 02-000-0000');
-- name: subtitles that run into one another and into the first sentence
SELECT subtitle, body FROM parse_article('한결시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

책 3만 권 갖추고 시범 운영…어린이 열람실도 확대한결시가 강변 체육공원 옆에 책 3만 권을 갖춘 새 도서관을 지어 다음 달부터 시민에게 문을 연다고 2일 밝혔다.한결시는 지난해부터 도서관을 지어 왔다. 시민들은 반겼다. 한결시장은 “누구나 와서 읽기 바란다”고 말했다.');
SELECT subtitle, body FROM parse_article('한결시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

10일부터 시범 운영…이용료는 무료우제형 시장 "어린이 열람실 확대 추진"우제형 한결시장이 강변 체육공원 옆에 책 3만 권을 갖춘 새 도서관을 지어 다음 달부터 시민에게 문을 연다고 2일 밝혔다.우제형 시장은 지난해부터 도서관을 지어 왔다. 시민들은 반겼다.');
SELECT subtitle, body FROM parse_article('한결시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

책 3만 권 갖추고 시범 운영하기로강변 체육공원 옆 옛 시장 건물 고쳐어린이 열람실과 강당도 마련밤 10시까지 열고 이용료는 무료10월에는 동네마다 작은 도서관도 문 열어

한결시가 강변에 도서관을 연다고 2일 밝혔다. 시민들은 반겼다. 시는 책을 더 산다.');
SELECT subtitle, body FROM parse_article('한결시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

한결시가 발표자료를 내고 강변 체육공원 옆에 책 3만 권을 갖춘 새 도서관을 지어 다음 달부터 시민에게 문을 연다고 2일 밝혔다.한결시는 지난해부터 도서관을 지어 왔다. 자료를 본 시민들은 반겼다.');
-- name: how pages write their day, above the title or below it
CREATE TABLE stamp(line);
INSERT INTO stamp VALUES ('2025-02-05 10:20:30'), ('수정 2025.02.06 11:00 | 입력 2025.02.05 10:00'), ('입력2025.02.05. 오전 10:02 수정2025.02.06. 오후 1:10'),
  ('업데이트 2025.02.06 11:00 게재 2025.02.05 10:02'), ('25.02.05 10:30'), ('입력 25.02.05'), ('Feb. 5, 2025'), ('Wed, 05 February 2025 10:00:00 GMT'),
  ('Updated Feb. 6, 2025 11:00 / Published Feb. 5, 2025 10:00'), ('2025-02-05T10:00:00+09:00'), ('2025년 2월 5일(수) 오전 9:00'), ('가온일보 | 2025-02-05 00:00');
CREATE VIEW dated AS SELECT line, below, iif(below, '한결시, 강변에 도서관 연다' || char(10) || line, line || char(10) || '한결시, 강변에 도서관 연다') || char(10) || '모하늘 기자' || char(10) ||
  '한결시가 강변에 새 도서관을 지어 다음 달부터 시민에게 문을 연다고 밝혔다. 시는 책 3만 권을 들여놓았다.' || char(10) || '문은 밤 10시에 닫는다.' AS page FROM stamp, (SELECT 0 AS below UNION SELECT 1);
SELECT published, title, subtitle, byline, publisher, count(*) FROM dated, parse_article(page) GROUP BY 1, 2, 3, 4, 5;
-- name: what a crawler puts around and into a page
CREATE TABLE body(text);
INSERT INTO body VALUES ('한결시가 강변에 새 도서관을 지어 다음 달부터 시민에게 문을 연다고 5일 밝혔다. 시는 책 3만 권을 들여놓았다.
모하늘 시장은 "누구나 와서 읽기 바란다"고 말했다. 문은 밤 10시에 닫는다고 한다.
시민들은 반겼다. 우제형(42)씨는 "아이들과 오겠다"고 말했다.');
CREATE TABLE head(kind, text);
INSERT INTO head VALUES ('title', '한결시, 강변에 도서관 연다' || char(10) || '2025-02-05'), ('front matter', '---
title: "한결시, 강변에 도서관 연다"
date: 2025-02-05
author: 모하늘
---
'), ('reader', 'Title: 한결시, 강변에 도서관 연다

URL Source: https://a.example/1

Published Time: 2025-02-05T10:00:00+09:00

Markdown Content:'), ('Markdown', '# 한결시, 강변에 도서관 연다

**모하늘 기자** | 2025-02-05 10:00

![도서관 전경](https://img.example/a.jpg)
'), ('warning', '이 브라우저는 더 이상 지원하지 않습니다. 최신 브라우저를 이용해 주세요.
한결시, 강변에 도서관 연다
입력 2025.02.05 10:00'), ('JavaScript', 'JavaScript가 비활성화되어 있습니다. 브라우저 설정에서 JavaScript를 활성화하거나, 지원되는 브라우저를 사용해 계속 진행하세요.

한결시, 강변에 도서관 연다
입력 2025.02.05 10:00'), ('English', 'Please enable JavaScript to view this page.
Your browser is not supported.
한결시, 강변에 도서관 연다
2025.02.05');
SELECT kind, title, subtitle, published, a.body = body.text AS whole FROM body, head, parse_article(head.text || char(10) || body.text) a;
SELECT a.body = text AS once FROM body, parse_article((SELECT text FROM head) || char(10) || text || char(10) || text) a;
SELECT title, a.body = text AS whole FROM body, (SELECT '한결시, 강변에 도서관 연다 [지금뉴스]' AS top UNION SELECT '[한결 운세] 2025년 2월 5일 띠별 운세'), parse_article(top || char(10) || '가온일보 | 2025-02-05 00:00' || char(10) || text) a;
-- name: behind the last sentence of a line: tags without end, an address
SELECT body FROM parse_article('나루시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

나루시가 강변에 도서관을 열었다. 시는 책 3만 권을 들여놓았다고 2일 밝혔다. 문은 밤 10시에 닫는다. 시민들은 반겼다. #나루시 #도서관 #강변 #어린이열람실 #무료이용 #책읽기 #주말나들이 #가볼만한곳 #새단장 #시민 #독서모임 #밤도서관');
SELECT body FROM parse_article('나루시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

나루시가 강변에 도서관을 열었다. 시는 책 3만 권을 들여놓았다고 2일 밝혔다. 문은 밤 10시에 닫는다. 모하늘 시장은 “누구나 와서 읽기 바란다”고 말했다. 어린이 열람실은 다음 달에 연다. 시민들은 반겼다. 나루시 누리집 https://naru.example/library');
-- name: a broadcast in one line whose presenter ends with a question or a name
SELECT subtitle, body FROM parse_article('나루시, 강변에 도서관 연다
KBX | 2026-05-02 00:00

[앵커]나루시가 오늘 강변에 도서관을 열었습니다.우제형 기자![기자]네, 책은 3만 권입니다. 문은 밤 10시에 닫습니다.[인터뷰]시민들은 반겼습니다. 책을 많이 읽겠다고 말했습니다.');
-- name: the title of the page names its publisher
SELECT title, subtitle, publisher, body FROM parse_article('한결시, 강변 체육공원에 도서관 연다 | 가온일보

책 3만 권 들여놓아
한결시가 강변에 도서관을 열었다. 시는 책 3만 권을 들여놓았다고 2일 밝혔다. 시민들은 반겼다.');
-- name: what stands in square brackets above the text is no subtitle
SELECT subtitle, body FROM parse_article('나루시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

[두레마트 제공]
책 3만 권 들여놓아
나루시가 강변에 도서관을 열었습니다. 책은 3만 권입니다. 시민들은 반겼습니다.');
SELECT subtitle, body FROM parse_article('나루시, 강변에 도서관 연다
가온일보 | 2026-05-02 00:00

[우리 동네 이야기]
나루시가 강변에 도서관을 열었습니다. 책은 3만 권입니다. 시민들은 반겼습니다.');
-- name: text that only looks like that
SELECT body FROM parse_article('나루시가 2일 강변에 도서관을 열었다. 가온뉴스통신은 책이 3만 권이라고 전했다. 사진 제공업체도 왔다. 모하늘 시장(왼쪽)은 “#나루 를 달아 달라”고 말했다. 우제형 기자회견장은 붐볐다. 시민 제보가 이어졌다. (가온일보) 기사에 따르면 문은 밤 10시에 닫는다.');
-- name: little or nothing
SELECT count(*) FROM parse_article(NULL);
SELECT * FROM parse_article('');
SELECT * FROM parse_article('로그인' || char(10) || '회원가입');
SELECT * FROM parse_article('눈이 왔다.');
-- name: the caller's own spelling, whatever line ends there are
SELECT hex(title), body FROM parse_article('새 다리 열린다' || char(13, 10) || '입력 2025.01.02 10:00' || char(13, 10) || '하늘시는 2일 가온강에 새 다리를 열었다. 다리는 길이가 １２０ｍ다.' || char(13, 10) || '댓글 0');
