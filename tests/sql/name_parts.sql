-- Names within names of several words: rows of type part behind the whole name.
-- name: places, organisations and whose government it is
SELECT t.value, group_concat(e.text, ' / ') FROM json_each('["행사는 서울 중구 한빛호텔에서 열린다.", "국회 외교통일위원회는 5일 회의를 열었다.", "한빛대학교 국제지역대학원이 문을 열었다.",
  "미국 당국은 답하지 않았다.", "공장은 미국 조지아주 브라이언카운티에 있다.", "그는 미국 플로리다주(州) 팜비치에 있다."]') t, extract_entities(t.value) e WHERE e.type = 'part' GROUP BY t.key;

-- name: the person whose government it is, by the name that the document gives
SELECT e.type, e.text, e.name FROM extract_entities('레오 마르틴 대통령은 5일 부산에 있었다. 마르틴 정부는 답하지 않았다. 김대중 정부는 다른 길을 갔다.') e WHERE e.type <> 'date';

-- name: none in one word
SELECT e.type, e.text FROM extract_entities('한빛전자는 서울에 있다.') e;

-- name: the row behind the whole name, with its place and how sure it is
SELECT seq, type, e.text, name, start, length, sentence, score = max(score) OVER () AS as_sure FROM extract_entities('그는 서울 중구에서 산다.') e;

-- name: numbered in order, however many rows there are
WITH long(body) AS (SELECT replace(hex(zeroblob(400)), '00', '그는 서울 중구에서 산다. '))
SELECT count(*), max(seq), count(DISTINCT seq), sum(type = 'part'), sum(substr(body, start, length) <> e.text) FROM long, extract_entities(body) e;
SELECT count(*) FROM (SELECT start < lag(start) OVER (ORDER BY seq) AS back FROM extract_entities(replace(hex(zeroblob(400)), '00', '그는 서울 중구에서 산다. '))) WHERE back;
