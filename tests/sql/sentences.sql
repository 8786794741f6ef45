-- sentences(): nothing but white space between two of them
-- name: rows with their positions
SELECT * FROM sentences('오늘은 맑다. 내일은 비가 온다!  우산을 챙기자');
-- name: quotation marks, brackets, numbers, bylines stay whole
SELECT seq, text FROM sentences('그는 "비가 온다. 우산을 챙겨라."라고 말했다. 그러고 나갔다.');
SELECT seq, text FROM sentences('(서울=한빛뉴스) 김하늘 기자 = 정부는 3일 대책을 냈다. 값은 3.5% 올랐다.');
SELECT seq, text FROM sentences('별로 없다 고 말했다.');
SELECT seq, text FROM sentences('1. 첫째다. 2. 둘째다.');
-- name: an opening mark belongs to what follows it
SELECT seq, text FROM sentences('형은 소방관이었다. “나도 그 길을 가고 싶었다.” 동생이 말했다.');
-- name: line ends
SELECT seq, text FROM sentences('제목 한 줄' || char(10) || char(10) || '본문이다.' || char(13, 10) || '둘째 줄');
-- name: between two sentences is white space only, before the first and after the last too
WITH t(t) AS (VALUES ('  하나다. "둘이다." 셋!? 넷…' || char(9, 10) || '다섯　여섯.  ')),
  s AS (SELECT t, seq, start, length, lead(start, 1, length(t) + 1) OVER (ORDER BY seq) AS next FROM t, sentences(t))
SELECT count(*), sum(trim(substr(t, start + length, next - start - length), ' ' || char(9, 10, 12288)) <> '') FROM s;
-- name: what was said goes on after the closing mark, with or without white space
SELECT seq, text FROM sentences('그는 "내가 가겠다." 고 말했다. "안 간다."라고 했다가 “정말 미안합니다.” 라며 웃었다. ''모른다. 처음 듣는다.''는 답도 있었다.');
-- name: abbreviations, initials, dates, decimals, titles in Latin script
SELECT seq, text FROM sentences('J. D. 하퍼 의원과 Mr. Han이 U.S. 대표로 왔다. 3. 1절인 2024. 3. 1. 열린 A팀 vs. B팀 경기는 ‘Big Game.’ 이라 불렸다. 관중은 3.5% 늘었다.');
-- name: headlines: an ellipsis divides nothing
SELECT seq, text FROM sentences('하늘시 새 다리 열린다... 시민들 “반갑다.. 오래 기다렸다” 환호' || char(10) || '물값 오르나? … 시 “검토 안 해”' || char(10) || '[와, 여름이다!] 물놀이장 개장');
-- name: in running text it may; a missing space does not hide a boundary
SELECT seq, text FROM sentences('다리는 길었다... 끝이 보이지 않았다.그는 걸었다. 그런데... 비가 왔다.');
-- name: the number of a heading stays with its sentence
SELECT group_concat(text, ' | ') FROM sentences('1-1. 첫째다. 1.2.1. 둘째다. 가. 셋째다. 나-2. 넷째다. IV. 다섯째다. Ⅶ. 여섯째다. Q2. 일곱째인가? 제3장. 여덟째다. (9) 아홉째다. ●10. 열째다.');
SELECT group_concat(text, ' | ') FROM sentences('그때가 2024. 끝이 2025. 봄이다. 너. 그래, 너.');
-- name: behind a final ending and its stop a sentence may begin with anything
SELECT group_concat(text, ' | ') FROM sentences('회의가 끝났다.EBS도 왔다.2025년이다.iPad가 왔다!!다 왔다.(사진=한빛) 그렇다. --질문이 있다. - 답도 있다. e스포츠도 한다.▶더 보기');
SELECT group_concat(text, ' | ') FROM sentences('값은 3.5다. www.나래바다.kr과 바다.com과 노래해요.mp3를 e-mail로 2024.3.5. 홍길동.이라는 U.S.A에 보냈다');
-- name: without marks: polite endings divide, 다 where the whole has no mark; not what is quoted, nor a name
SELECT group_concat(text, ' | ') FROM sentences('네 안녕하세요 저는 김하늘입니다 먼저 주가가 올랐습니다 환율은 내렸고요 그럼 어디로 갈까요 잘 모르겠네요');
SELECT group_concat(text, ' | ') FROM sentences('정말 좋은 영화다 배우도 좋았다 지난 주에 봤는데 또 보고 싶다');
SELECT group_concat(text, ' | ') FROM sentences('둘다 재미있다 해서 봤는데 8점 주려다 친구가 말려서 말았다');
SELECT group_concat(text, ' | ') FROM sentences('그는 괜찮아요 하더니 "이리 오세요 어서 오세요 같이 가요" 하고 웃었고 좋아요 수는 늘었다. 나는 간다 말하고 그는 온다 했다.');
SELECT group_concat(text, ' | ') FROM sentences('새 다리 열린다 시민들 환호' || char(10) || '감사합니다 김하늘 기자');
-- name: a mark behind any ending divides without white space; behind a noun it does not
SELECT group_concat(text, ' | ') FROM sentences('힘을 내라.곧 봄이다. 안 왔음.EBS도 안 왔네!왜 그런가?모르겠어.2025년이다. 홍길동.이순신.가나다 씨가 "가라.오라."고 했다.');
-- name: the same sentences whichever function asked first
SELECT (SELECT group_concat(start || ' ' || length) FROM sentences(t)) AS a, (SELECT max(sentence) FROM morphemes(t)) AS m, (SELECT group_concat(start || ' ' || length) FROM sentences(t)) AS b
FROM (SELECT '날씨가 좋네요 그래서 나갔어요 비가 왔죠' AS t);
SELECT form, sentence FROM morphemes('비가 왔어요 그래서 갔어요') WHERE tag IN ('NNG', 'MAJ', 'VV');
-- name: bylines
SELECT seq, text FROM sentences('[한빛일보 = 김하늘 기자] 눈이 왔다. 길이 막혔다. 김하늘 기자 sky@hanbit.example.co.kr');

-- name: what has no width belongs to the sentence that it touches, else to the one before, at the beginning to the first
WITH u(name, c) AS (VALUES ('U+200B', char(0x200B)), ('U+200D', char(0x200D)), ('U+FEFF', char(0xFEFF)), ('U+00AD', char(0xAD)), ('U+FE0F', char(0xFE0F))),
  t(name, c, t) AS (SELECT name, c, c || '하나다.' || c || ' ' || c || '둘' || c || '이다. ' || c || char(10) || c || '셋.' || c FROM u)
SELECT name, group_concat(replace(quote(s.text), c, '*') || ' ' || s.start || ' ' || s.length || ' ' || (substr(t.t, s.start, s.length) = s.text), ' | ') FROM t, sentences(t.t) s GROUP BY name;
-- name: between such sentences is white space only
WITH t(t) AS (VALUES (char(0xFEFF) || ' 하나다.' || char(0x200B, 32, 0x200D) || '둘이다.' || char(10, 0x200B, 10) || '셋.' || char(0x200B, 32)), (char(0x200B, 32, 0xFEFF))),
  s AS (SELECT t, seq, start, length, lead(start, 1, length(t) + 1) OVER (PARTITION BY t ORDER BY seq) AS next FROM t, sentences(t))
SELECT count(*), min(start), sum(trim(substr(t, start + length, next - start - length), ' ' || char(9, 10)) <> '') FROM s;
