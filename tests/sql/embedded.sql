-- The functions where SQLite wants pure ones: generated columns, indexes, checks, triggers, views.
-- name: generated columns, indexes and a check
CREATE TABLE person(
  name TEXT COLLATE korean,
  initials TEXT GENERATED ALWAYS AS (chosung(name)) STORED,
  latin TEXT AS (romanize(name)),
  CHECK (korean_normalize(name) = name)
);
CREATE INDEX person_initials ON person(initials);
CREATE INDEX person_reading ON person(hanja_reading(name));
INSERT INTO person(name) VALUES ('김하늘'), ('이도윤'), ('박서준'), ('李夏');
SELECT name, initials, latin FROM person ORDER BY name;
SELECT name FROM person WHERE initials = 'ㄱㅎㄴ';
EXPLAIN QUERY PLAN SELECT name FROM person WHERE hanja_reading(name) = '이하';
SELECT name FROM person WHERE hanja_reading(name) = '이하';
INSERT INTO person(name) VALUES ('ｆｕｌｌ');

-- name: a view and a trigger that read text
CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT);
CREATE TABLE noun(note, form);
CREATE VIEW note_sentence AS SELECT id, s.seq, s.text FROM note, sentences(note.body) s;
CREATE TRIGGER note_nouns AFTER INSERT ON note BEGIN
  INSERT INTO noun SELECT new.id, form FROM morphemes(new.body) WHERE tag IN ('NNG', 'NNP');
END;
INSERT INTO note(body) VALUES ('서울에 눈이 왔다. 길이 막혔다.'), ('부산은 맑다.');
SELECT * FROM note_sentence;
SELECT * FROM noun;

-- name: also when the schema is not trusted
PRAGMA trusted_schema = OFF;
INSERT INTO note(body) VALUES ('대전에 바람이 분다.');
SELECT * FROM noun WHERE note = 3;
SELECT count(*) FROM note_sentence;
SELECT latin FROM person LIMIT 1;

-- name: the same text in several functions of one statement, and inside one another
SELECT count(*) FROM sentences('가 본다. 나 본다.') a, morphemes('가 본다. 나 본다.') b, morphemes(a.text) c WHERE b.sentence = a.seq;
SELECT (SELECT group_concat(form) FROM morphemes(s.text)) FROM sentences('비가 온다. 눈이 온다. 해가 뜬다. 달이 진다. 별이 뜬다. 끝.') s;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6)
SELECT count(*) FROM n a, morphemes('하나' || a.i) b, morphemes('둘' || a.i) c, morphemes('셋' || a.i) d, morphemes('넷' || a.i) e, morphemes('다섯' || a.i) f, morphemes('여섯' || a.i) g;

-- name: a table of one's own with the same name
CREATE TABLE sentences(text);
INSERT INTO sentences VALUES ('my own');
SELECT * FROM sentences;
