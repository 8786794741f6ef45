-- sentences(): nothing but white space between two of them
SELECT * FROM sentences('오늘은 맑다. 내일은 비가 온다!  우산을 챙기자');
.print -- quotation marks, brackets, numbers, bylines stay whole
SELECT seq, text FROM sentences('그는 "비가 온다. 우산을 챙겨라."라고 말했다. 그러고 나갔다.');
SELECT seq, text FROM sentences('(서울=한빛뉴스) 김하늘 기자 = 정부는 3일 대책을 냈다. 값은 3.5% 올랐다.');
SELECT seq, text FROM sentences('별로 없다 고 말했다.');
SELECT seq, text FROM sentences('1. 첫째다. 2. 둘째다.');
.print -- an opening mark belongs to what follows it
SELECT seq, text FROM sentences('형은 소방관이었다. “나도 그 길을 가고 싶었다.” 동생이 말했다.');
.print -- line ends
SELECT seq, text FROM sentences('제목 한 줄' || char(10) || char(10) || '본문이다.' || char(13, 10) || '둘째 줄');
.print -- between two sentences is white space only, before the first and after the last too
WITH t(t) AS (VALUES ('  하나다. "둘이다." 셋!? 넷…' || char(9, 10) || '다섯　여섯.  ')),
  s AS (SELECT t, seq, start, length, lead(start, 1, length(t) + 1) OVER (ORDER BY seq) AS next FROM t, sentences(t))
SELECT count(*), sum(trim(substr(t, start + length, next - start - length), ' ' || char(9, 10, 12288)) <> '') FROM s;
