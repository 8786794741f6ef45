-- Names of one's own in the functions that read: the last argument names a table of words.
CREATE TABLE mine(word TEXT, parts TEXT, type TEXT);
INSERT INTO mine VALUES ('두리모아', NULL, 'organization'), ('느루빗', NULL, 'product'), ('버들매가', NULL, 'location'), ('나루한', NULL, 'person'),
  ('물빛축제', NULL, 'event'), ('오늘', NULL, 'product'), ('아라누리', NULL, 'noun'), ('가온실', NULL, NULL);
CREATE TABLE story(body);
INSERT INTO story VALUES ('두리모아는 3일 버들매가에서 느루빗을 내놓았다. 나루한 두리모아 대표는 "물빛축제에 간다"고 말했다. 오늘 두리모아카드는 아라누리와 가온실을 만난다.');

-- name: found with the type that the table gives
SELECT type, e.text, name, value, title, organization, score FROM story, extract_entities(body, '2025-02-03', 'mine') e;
SELECT count(*) FROM story, extract_entities(body, '2025-02-03') WHERE type IN ('product', 'event');

-- name: by the other functions too
SELECT form, tag FROM story, morphemes(body, 'mine') WHERE form IN (SELECT word FROM mine);
SELECT person, title, organization FROM story, relations(body, 'mine');
SELECT speaker, text FROM story, quotes(body, 'mine');
SELECT participants FROM meetings('나루한 두리모아 대표가 3일 버들매가에서 김하늘 시장을 만나 회담했다.', '2025-02-03', 'mine');
SELECT name, organization FROM meeting_participants('나루한 두리모아 대표가 3일 버들매가에서 김하늘 시장을 만나 회담했다.', '2025-02-03', 'mine');

-- name: with particles, and as part of another name
SELECT group_concat(e.type || ' ' || e.text, ', ') FROM json_each('["느루빗만의 특징", "느루빗으로도", "느루빗카드사는 문을 닫았다"]') t, extract_entities(t.value, NULL, 'mine') e;

-- name: live
SELECT group_concat(type) FROM extract_entities('솔미르를 샀다', NULL, 'mine');
INSERT INTO mine VALUES ('솔미르', NULL, 'product');
SELECT group_concat(type) FROM extract_entities('솔미르를 샀다', NULL, 'mine');
UPDATE mine SET type = 'event' WHERE word = '솔미르';
SELECT group_concat(type) FROM extract_entities('솔미르를 샀다', NULL, 'mine');
SELECT count(*) FROM extract_entities('솔미르를 샀다') WHERE type = 'event';
BEGIN;
DELETE FROM mine;
SELECT count(*) FROM extract_entities('솔미르를 샀다', NULL, 'mine') WHERE type = 'event';
ROLLBACK;
SELECT count(*) FROM extract_entities('솔미르를 샀다', NULL, 'mine') WHERE type = 'event';

-- name: two lists in one statement, and none
CREATE TABLE other(word, type);
INSERT INTO other VALUES ('솔미르', 'person');
SELECT a.type, b.type, (SELECT count(*) FROM extract_entities('솔미르를 샀다', NULL, NULL) WHERE type = 'event')
FROM extract_entities('솔미르를 샀다', NULL, 'mine') a, extract_entities('솔미르를 샀다', NULL, 'other') b;
SELECT list, e.type FROM (SELECT 'mine' AS list UNION ALL SELECT 'other' UNION ALL SELECT 'main.mine'), extract_entities('솔미르를 샀다', NULL, list) e;
SELECT korean_words_argument FROM extract_entities('솔미르', NULL, 'mine');

-- name: refused
SELECT * FROM extract_entities('가', NULL, 'none');
SELECT * FROM morphemes('가', 7);
INSERT INTO other VALUES ('두 말', NULL);
SELECT * FROM quotes('가', 'other');
PRAGMA trusted_schema = OFF;
SELECT * FROM extract_entities('가', NULL, 'mine');
SELECT count(*) FROM extract_entities('가', NULL, NULL);
