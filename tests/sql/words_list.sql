-- sql/words.sql: a list of words of one's own that checks its rows and says when it has changed.
.read sql/words.sql
.read sql/words.sql
CREATE VIRTUAL TABLE post USING fts5(body, tokenize = 'korean words korean_word');

-- name: a word counts at once
INSERT INTO korean_word(word, parts, type) VALUES ('새빛대', '새빛 대', 'organization'), ('DuriMoa', NULL, 'organization');
INSERT INTO post VALUES ('새빛대에서 강연했다');
SELECT body FROM post('대');
SELECT type, text FROM extract_entities('새빛대와 DURIMOA의 강연', NULL, 'korean_word');
UPDATE korean_word SET parts = '새빛대' WHERE word = '새빛대';
INSERT INTO post VALUES ('새빛대를 나왔다');
SELECT body FROM post('대');
REPLACE INTO korean_word(id, word) VALUES (1, '나래솔');
SELECT group_concat(text) FROM extract_entities('새빛대와 DURIMOA의 강연', NULL, 'korean_word') WHERE score = 1;
DELETE FROM korean_word;
SELECT korean_words('korean_word');

-- name: what is no word does not get in
INSERT INTO korean_word(word) VALUES ('두 말');
INSERT INTO korean_word(word) VALUES (NULL);
INSERT INTO korean_word(word, parts) VALUES ('새빛대', '새빛대학');
INSERT INTO korean_word(word, type) VALUES ('새빛대', 'school');
SELECT count(*) FROM korean_word;
