-- morphemes(): dictionary shapes, tags, and the piece of text each comes from
-- name: a row for each morpheme
SELECT * FROM morphemes('나는 어제 학교에 갔다. 추웠지만 재미있었다.');
-- name: contractions, copula, auxiliaries
SELECT group_concat(form || '/' || tag, ' ') FROM morphemes('했다');
SELECT group_concat(form || '/' || tag, ' ') FROM morphemes('아름다운 사람이었다');
SELECT group_concat(form || '/' || tag, ' ') FROM morphemes('먹어 봤더니 매웠다');
SELECT group_concat(form || '/' || tag, ' ') FROM morphemes('무엇을 도와드릴까요?');
-- name: Latin, digits, hanja, symbols
SELECT group_concat(form || '/' || tag, ' ') FROM morphemes('K9 자주포 3문을 10.5% 싸게 샀다(李 장관).');
-- name: no morpheme has a character that its text does not give; surfaces stand where they say
SELECT count(*), sum(substr(t, start, length) IS NOT surface) FROM
  (SELECT '정진해온 그는 "가겠다"고 했다. 아니겠지요? 추석에 내려가서 뵐게요!' AS t), morphemes(t);
-- name: seq rises by one, sentences do not go back
SELECT min(seq), max(seq) = count(*), max(sentence) FROM morphemes('하나다. 둘이다. 셋이다.');
-- name: as a table among tables
CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO article VALUES (1, '서울에 눈이 왔다'), (2, '부산에 비가 왔다'), (3, NULL), (4, '');
SELECT id, group_concat(form) FROM article, morphemes(body) WHERE tag LIKE 'NN%' GROUP BY id;
SELECT id, (SELECT count(*) FROM morphemes(body)) FROM article;
SELECT a.id, m.form FROM article a LEFT JOIN morphemes(a.body) m ON m.tag = 'NNP' ORDER BY 1, 2;
SELECT form FROM morphemes('가나 다라') ORDER BY seq DESC LIMIT 1;
SELECT count(*) FROM morphemes WHERE korean_text_argument = '나는 간다' AND tag = 'JX';
