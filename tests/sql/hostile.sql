-- Any bytes may stand in a document: the index stays whole, and the rest of the document is found.
-- name: the index stays whole
CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean');
CREATE TABLE bad(b);
-- each byte by itself, between words and inside one
WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < 255),
  byte(b) AS (SELECT CASE WHEN i < 128 THEN CAST(char(i) AS BLOB) ELSE substr(x'808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9FA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBFC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF', i - 127, 1) END FROM c)
INSERT INTO bad SELECT CAST(CAST('회의록을 ' AS BLOB) || b || CAST(' 읽었다 한' AS BLOB) || b || CAST('빛 끝' AS BLOB) AS TEXT) FROM byte;
-- cut off, too long, surrogates, beyond Unicode, nothing but continuation bytes
INSERT INTO bad VALUES (CAST(CAST('회의록을 읽었다 ' AS BLOB) || x'ED95' AS TEXT)), (CAST(CAST('회의록을 읽었다 ' AS BLOB) || x'EDA080EDB080' AS TEXT)),
  (CAST(CAST('회의록을 읽었다 ' AS BLOB) || x'F48FBFBFF4908080F8888080808080' AS TEXT)), (CAST(CAST('회의록을 읽었다 ' AS BLOB) || x'C080E08080F0808080' AS TEXT));
-- piles of marks, of joiners, of jamo
INSERT INTO bad SELECT '회의록을 읽었다 e' || replace(printf('%.*c', 5000, 'x'), 'x', char(0x301));
INSERT INTO bad SELECT '회의록을 읽었다 가' || replace(printf('%.*c', 5000, 'x'), 'x', char(0x200D)) || '나';
INSERT INTO bad SELECT '회의록을 읽었다 ' || replace(printf('%.*c', 5000, 'x'), 'x', char(0x1100));
INSERT INTO bad SELECT '회의록을 읽었다 ' || replace(printf('%.*c', 5000, 'x'), 'x', 'ㅋ');
-- long without a space: Hangul, Latin, hanja, digits
INSERT INTO bad SELECT '회의록을 읽었다 ' || replace(printf('%.*c', 6000, 'x'), 'x', '가나다');
INSERT INTO bad SELECT '회의록을 읽었다 ' || printf('%.*c', 18000, 'x');
INSERT INTO bad SELECT '회의록을 읽었다 ' || replace(printf('%.*c', 6000, 'x'), 'x', '韓');
INSERT INTO bad SELECT '회의록을 읽었다 ' || replace(printf('%.*c', 6000, 'x'), 'x', '1,');
INSERT INTO bad SELECT '회의록을 읽었다 ' || replace(printf('%.*c', 6000, 'x'), 'x', '("“');
INSERT INTO doc SELECT b FROM bad;
SELECT count(*) FROM bad;
INSERT INTO doc(doc) VALUES ('integrity-check');
-- name: U+0000 ends a text for substr() and the like, yet not for the index
SELECT count(*) FROM doc('회의록');
SELECT count(*) FROM doc('읽다');
SELECT count(*) FROM (SELECT highlight(doc, 0, '[', ']') AS h FROM doc('회의록')) WHERE h GLOB '*[[]회의록[]]*';
UPDATE doc SET body = body || ' 덧붙임' WHERE rowid % 2;
DELETE FROM doc WHERE rowid % 3 = 0;
INSERT INTO doc(doc) VALUES ('integrity-check');
SELECT count(*) FROM doc('덧붙임');

-- name: the functions on the same texts
SELECT count(*) > 0, sum((SELECT count(*) FROM morphemes(b)) > 0), sum((SELECT count(*) FROM sentences(b)) > 0), sum(length(korean_normalize(b)) > 0),
  sum(length(romanize(b)) > 0), sum(length(chosung(b)) > 0), sum(length(hanja_reading(b)) > 0), sum(length(korean_query(b)) > 0) FROM bad;
SELECT sum(CAST(substr(b, start, length) AS BLOB) IS NOT CAST(surface AS BLOB)) FROM bad, morphemes(b)
  WHERE instr(CAST(b AS BLOB), x'00') = 0 AND length(b) < 10000;

-- name: meetings in a text that never stops, beside a word without end, and counted from a day that is none
SELECT count(*), max(length) <= 1000, min(instr(evidence, '만나') > 0) FROM meetings(replace(printf('%.*c', 300, 'x'), 'x', '김도현 의원이 박서연 장관을 만나 이야기했고 '));
SELECT count(*) FROM meetings('김도현 의원이 박서연 장관을 만났다. ' || printf('%.*c', 70000, 'x') || ' 이야기는 길었다.');
SELECT count(*) FROM meetings('김도현 의원은 박서연 장관과의 회담을 99999999999999999999일 앞둔 5월 3일 귀국했다.', '2025-05-04');
