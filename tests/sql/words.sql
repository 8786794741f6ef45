-- Words of one's own: a table of words, how they are cut, what else they are called, named in the tokenizer.
CREATE TABLE mine(word TEXT, parts TEXT, synonyms TEXT, type TEXT);
CREATE VIRTUAL TABLE post USING fts5(body, tokenize = 'korean words mine');
CREATE VIRTUAL TABLE terms USING fts5vocab(post, instance);

-- name: a word counts for the next document and the next query
INSERT INTO post VALUES ('두리모아가 매장을 열었다');
INSERT INTO mine(word) VALUES ('느루빗'), ('두리모아');
INSERT INTO post VALUES ('느루빗을 두리모아에서 샀다');
SELECT doc, offset, term FROM terms ORDER BY doc, offset, term;
SELECT highlight(post, 0, '[', ']') FROM post('느루빗');

-- name: cut as the dictionary would, as its owner says, or not at all
DELETE FROM post;
INSERT INTO post(post) VALUES ('rebuild');
UPDATE mine SET parts = '두리모아' WHERE word = '두리모아';
INSERT INTO mine(word, parts) VALUES ('새빛대', '새빛 대'), ('한결연금공단', NULL);
INSERT INTO post VALUES ('두리모아는'), ('새빛대에서'), ('한결연금공단의');
SELECT doc, offset, term FROM terms ORDER BY doc, offset, term;
SELECT '대', count(*) FROM post('대');
SELECT '공단', count(*) FROM post('공단');

-- name: older documents have the word after a rebuild
CREATE TABLE late(word, parts);
CREATE VIRTUAL TABLE old USING fts5(body, tokenize = 'korean words late');
INSERT INTO old VALUES ('나래카드가 왔다');
INSERT INTO late VALUES ('나래카드', '나래카드');
SELECT count(*) FROM old('나래카드');
INSERT INTO old(old) VALUES ('rebuild');
SELECT count(*) FROM old('나래카드');
INSERT INTO old(old) VALUES ('integrity-check');

-- name: synonyms widen what is asked, both ways, and not the index
DELETE FROM post;
DELETE FROM mine;
INSERT INTO post(post) VALUES ('rebuild');
INSERT INTO post VALUES ('나래카드를 받았다'), ('NaraeCard를 받았다'), ('나카로 냈다'), ('카드로 냈다');
INSERT INTO mine VALUES ('나래카드', '나래 카드', 'NaraeCard, 나카', 'product'), ('나카', '나카', NULL, NULL);
INSERT INTO post(post) VALUES ('rebuild');
SELECT doc, offset, term FROM terms WHERE doc < 4 ORDER BY doc, offset, term;
SELECT q, (SELECT group_concat(rowid) FROM post WHERE post MATCH q)
FROM (SELECT '나래카드' AS q UNION ALL SELECT 'naraecard' UNION ALL SELECT '나카' UNION ALL SELECT '나래' UNION ALL SELECT '"=나카"' UNION ALL SELECT '나카*'
  UNION ALL SELECT '"나카로 냈다"');
-- a new synonym needs no rebuild
INSERT INTO mine VALUES ('나카', '나카', '플라스틱머니', NULL);
INSERT INTO post VALUES ('플라스틱머니 이야기');
SELECT group_concat(rowid) FROM post WHERE post MATCH '나카';

-- name: letters and digits, upper and lower case
INSERT INTO mine(word, synonyms) VALUES ('XG7000', '하늘차');
INSERT INTO post VALUES ('xg7000을 탔다');
SELECT body FROM post('하늘차');

-- name: an extra column is passed over, as is the order of columns; a table may have only the words
CREATE TABLE glossary(id INTEGER PRIMARY KEY, TYPE TEXT, note, Word TEXT) ;
INSERT INTO glossary VALUES (1, 'person', x'00', '봄누리');
SELECT korean_words('glossary'), korean_words('main.glossary'), korean_words('GLOSSARY');

-- name: what is malformed is named
CREATE TABLE bad(word, parts, synonyms, type);
CREATE TABLE rows(word, parts, synonyms, type);
INSERT INTO rows VALUES (NULL, NULL, NULL, NULL), ('', NULL, NULL, NULL), (7, NULL, NULL, NULL), (x'EAB080', NULL, NULL, NULL), ('두 말', NULL, NULL, NULL),
  ('끝' || char(0), NULL, NULL, NULL), ('가' || char(10), NULL, NULL, NULL), ('★', NULL, NULL, NULL), (CAST(x'EAB0' AS TEXT), NULL, NULL, NULL),
  (replace(printf('%.*c', 41, 'x'), 'x', '가'), NULL, NULL, NULL), (replace(printf('%.*c', 1000000, 'x'), 'x', '가'), NULL, NULL, NULL),
  ('새빛대', '새빛대학', NULL, NULL), ('새빛대', '빛 대', NULL, NULL), ('새빛대', 3, NULL, NULL), ('새빛대', NULL, 2.5, NULL), ('새빛대', NULL, NULL, 'persn'),
  ('새빛대', NULL, NULL, x'00'), (replace(printf('%.*c', 17, 'x'), 'x', '가'), '가 ' || replace(printf('%.*c', 16, 'x'), 'x', '가'), NULL, NULL),
  ('새빛대', NULL, replace(printf('%.*c', 65, 'x'), 'x', '가,'), NULL), ('새빛대', NULL, 'A,' || CAST(x'FF61' AS TEXT), NULL);
-- each row by itself, behind a good one
INSERT INTO bad SELECT '버들', NULL, NULL, NULL;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 1;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 2;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 3;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 4;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 5;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 6;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 7;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 8;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 9;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 10;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 11;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 12;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 13;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 14;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 15;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 16;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 17;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 18;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 19;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
INSERT INTO bad SELECT * FROM rows WHERE rowid = 20;
SELECT korean_words('bad');
DELETE FROM bad WHERE rowid > 1;
SELECT korean_words('bad');

-- name: rows of one word agree, in any order, or are an error
INSERT INTO bad(word, type) VALUES ('버들', 'person'), ('버들', NULL);
SELECT korean_words('bad');
INSERT INTO bad(word, type) VALUES ('버들', 'product');
SELECT korean_words('bad');
DELETE FROM bad;
INSERT INTO bad(word, type) VALUES ('버들', 'product'), ('버들', 'person');
SELECT korean_words('bad');
DELETE FROM bad;
INSERT INTO bad(word, parts) VALUES ('새빛대', '새빛 대'), ('새빛대', '새 빛대');
SELECT korean_words('bad');
-- of several errors the same one is named whatever the order
DELETE FROM bad;
INSERT INTO bad(word, type) VALUES ('나', 'x'), ('가', 'x'), ('다', 'x');
SELECT korean_words('bad');

-- name: what is no table of words
CREATE VIEW seen AS SELECT * FROM mine;
SELECT korean_words('none');
SELECT korean_words('nowhere.mine');
SELECT korean_words('seen');
SELECT korean_words('post');
SELECT korean_words('rows" WHERE 1 --');
SELECT korean_words('sqlite_schema');
SELECT korean_words('');
SELECT korean_words(1);
SELECT korean_words(NULL) IS NULL;
CREATE TABLE "odd ""name"(word);
SELECT korean_words('odd "name');

-- name: a table that is gone stops what needs it, and can be put back
DROP TABLE late;
SELECT count(*) FROM old('나래카드');
INSERT INTO old VALUES ('또 왔다');
SELECT count(*) FROM old;
CREATE TABLE late(word, parts);
INSERT INTO old VALUES ('또 왔다');
SELECT count(*) FROM old;
DROP TABLE late;
DROP TABLE old;
