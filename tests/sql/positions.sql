-- substr(text, start, length) gives the piece of text that a row is about, in the writer's own spelling.
-- name: morphemes and sentences give their text back
CREATE TABLE spelling(name, t);
INSERT INTO spelling VALUES
  ('composed',    '이재용 회장은 회의록을 읽었다.'),
  ('decomposed',  char(0x110B,0x1175,0x110C,0x1162,0x110B,0x116D,0x11BC,0x20,0x1112,0x116C,0x110C,0x1161,0x11BC,0x110B,0x1173,0x11AB,0x20,
                       0x1112,0x116C,0x110B,0x1174,0x1105,0x1169,0x11A8,0x110B,0x1173,0x11AF,0x20,0x110B,0x1175,0x11B0,0x110B,0x1165,0x11BB,0x1103,0x1161,0x2E)),
  ('full width',  'ＡＢＣ는　１２３을 냈다．'),
  ('half width',  'ﾡ은 글자다'),
  ('hanja',       '李大統領이 北京에 갔다'),
  ('compatibility hanja', char(0xF9E1) || '大統領이 갔다'),
  ('squared',     '쌀 10㎏을 ㈜한빛이 샀다'),
  ('invisible',   '회' || char(0xAD) || '의' || char(0x200D) || '록을 읽' || char(0xFEFF) || '었다'),
  ('emoji',       '좋다👍🏽 👨‍👩‍👧 가족이 웃었다'),
  ('accents',     'café에서 e' || char(0x301) || 'clair를 먹었다'),
  ('bad bytes',   CAST(x'EC84' || CAST('서울' AS BLOB) || x'FF80' || CAST('에 ' AS BLOB) || x'EDA080' || CAST('갔다' AS BLOB) || x'C0' AS TEXT)),
  ('control',     '가' || char(1, 8, 27, 127, 0x85) || '나는 간다'),
  ('variation',   '葛' || char(0xE0100) || '城에 갔다'),
  ('jamo',        'ㅋㅋㅋ 그래ㅠㅠ ' || char(0x11AB));
SELECT name, count(*), sum(CAST(substr(t, start, length) AS BLOB) IS NOT CAST(surface AS BLOB)) AS wrong FROM spelling, morphemes(t) GROUP BY name;
SELECT name, count(*), sum(CAST(substr(t, start, length) AS BLOB) IS NOT CAST(text AS BLOB)) AS wrong FROM spelling, sentences(t) GROUP BY name;
-- name: what is read is the same in every spelling
SELECT (SELECT group_concat(form || '/' || tag, ' ') FROM spelling, morphemes(t) WHERE name = 'composed') =
       (SELECT group_concat(form || '/' || tag, ' ') FROM spelling, morphemes(t) WHERE name = 'decomposed');
-- name: the pieces
SELECT form, hex(surface), start, length FROM spelling, morphemes(t) WHERE name = 'decomposed' AND tag LIKE 'NN%';
SELECT form, tag, surface, start, length FROM spelling, morphemes(t) WHERE name IN ('full width', 'hanja', 'squared');
SELECT form, tag, hex(surface), start, length FROM spelling, morphemes(t) WHERE name IN ('invisible', 'bad bytes', 'compatibility hanja');
