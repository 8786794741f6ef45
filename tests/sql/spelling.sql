-- what people type is read as what they mean (ext/data/tables/spelling.tsv has an example for each kind)
-- name: the form is the dictionary's, the surface what was typed
SELECT form, surface, start, length FROM morphemes('국밥이 맛있닼ㅋㅋ 걍 갔는데 됬다');
SELECT count(*), sum(substr(t, start, length) IS NOT surface) FROM (SELECT '않봤는데 재밋겟지... 감사합니당 좋아아아요 넘넘 왜케 그래쪄' AS t), morphemes(t);
-- name: decomposed as well; other words of the sentence keep their places
WITH t(t) AS (VALUES (replace('진짜 맛있닼 또 왔다', '있닼', char(0x110B, 0x1175, 0x11BB, 0x1103, 0x1161, 0x11BF))))
SELECT group_concat(form || ' ' || start || ' ' || length, ', '), sum(substr(t, start, length) IS NOT surface) FROM t, morphemes(t);
-- name: a vowel typed again and again
SELECT group_concat(form, ' ') FROM morphemes('좋아아아아아아아');
SELECT group_concat(form, ' ') FROM morphemes('최고오오오');
SELECT group_concat(form, ' ') FROM morphemes('나아가다');
-- name: what is a word as it stands is that word
SELECT group_concat(form, ' ') FROM morphemes('부엌에서 햇살을 받으며 새벽녘 동녘을 보고, 민주당 내용과 사이자 참가자나 이은 것을 이었다.');
-- name: a search for what is meant finds it, and the other way round; highlight() marks what was typed
CREATE VIRTUAL TABLE review USING fts5(body, tokenize = 'korean');
INSERT INTO review VALUES ('국밥이 맛있닼ㅋㅋ'), ('영화가 맛있었다'), ('어제 봣는데 않좋았음'), ('기분이 조아요'), ('부엌이 좋다');
SELECT rowid, highlight(review, 0, '[', ']') FROM review(korean_query('맛있다'));
SELECT rowid FROM review(korean_query('맛있닼'));
SELECT rowid, highlight(review, 0, '[', ']') FROM review(korean_query('보다'));
SELECT rowid, highlight(review, 0, '[', ']') FROM review(korean_query('좋다'));
INSERT INTO review(review) VALUES ('integrity-check');
-- name: a number before a respelt unit keeps its place
CREATE VIRTUAL TABLE number USING fts5(body, tokenize = 'korean');
INSERT INTO number VALUES ('3시꺠 20번봣다');
SELECT highlight(number, 0, '[', ']') FROM number(korean_query('보다'));
SELECT highlight(number, 0, '[', ']') FROM number(korean_query('20번'));
-- name: any length
WITH RECURSIVE n(k, a, b, c) AS (SELECT 1, '아', '넘넘', '됬' UNION ALL SELECT k + 1, a || a, b || b, c || c FROM n WHERE k < 14)
SELECT (SELECT count(*) FROM morphemes(a)) > 0, (SELECT count(*) FROM morphemes(b)) > 0, (SELECT sum(substr(c, start, length) IS NOT surface) FROM morphemes(c)) FROM n WHERE k = 14;
WITH RECURSIVE n(k, a) AS (SELECT 1, '넘넘' UNION ALL SELECT k + 1, a || a FROM n WHERE k < 7)
INSERT INTO review SELECT a FROM n;
INSERT INTO review(review) VALUES ('integrity-check');
