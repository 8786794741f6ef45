-- The scalar functions and the collation.

-- name: korean_normalize: one form for what is written in several
SELECT korean_normalize('ＡＢＣ１２３'), korean_normalize('ﾡﾢﾷ'), korean_normalize('㈜한국'), korean_normalize('①②'), korean_normalize('㎏');
SELECT korean_normalize('회' || char(0xAD) || '의' || char(0x200D) || '록') = '회의록';
SELECT korean_normalize(char(0x1112, 0x1161, 0x11AB)) = '한', hex(korean_normalize(char(0xF9E1)));
SELECT hex(korean_normalize(CAST(x'EAB0' AS TEXT))); -- half a character: U+FFFD
SELECT korean_normalize('"그는" · ‧ ㆍ …');

-- name: hanja_reading
SELECT hanja_reading('大韓民國'), hanja_reading('李大統領이 北京을 訪問했다'), hanja_reading('漢字 없는 글 ABC');
SELECT hanja_reading('女子'), hanja_reading('男女'), hanja_reading('老人'), hanja_reading('來日'), hanja_reading('歷史');
SELECT hanja_reading('不動産'), hanja_reading('十月'), hanja_reading('議論');
SELECT hanja_reading('困難'), hanja_reading('許諾'), hanja_reading('比率'), hanja_reading('能率'), hanja_reading('羅列'), hanja_reading('智異山'), hanja_reading('六月 抗爭');
SELECT hanja_reading(char(0xF9E1)), hanja_reading(char(0x674E));

-- name: hanja in words: the law of initial sounds where one begins, surnames
SELECT hanja_reading('金道現'), hanja_reading('金融'), hanja_reading('金曜日'), hanja_reading('沈道現'), hanja_reading('沈沒');
SELECT hanja_reading('新女性 男女 韓國歷史 海外旅行 會計年度 恐龍 未來 政府樹立 經濟力 國民年金');

-- name: romanize
SELECT romanize('대한민국'), romanize('신라'), romanize('독립문'), romanize('종로 2가'), romanize('Seoul 시청');
SELECT romanize('왕십리'), romanize('설악'), romanize('해돋이'), romanize('놓다'), romanize('벚꽃'), romanize('ㅋㅋ');

-- name: romanize: by standard pronunciation
SELECT romanize('잡혀 먹히다 밝히다 맞히다 앉히다 넓히다 닫혀 특히 못하다'), romanize('묵호 집현전 축하 입학 북한');
SELECT romanize('색연필 신여성 구속 영장 구속영장 서울역 가축방역'), romanize('월요일 목요일 독약');
SELECT romanize('생산량 상견례 신라 언론'), romanize('값을 값어치 꽃이 헛웃음'), romanize('맑게 맑다 닭과 읽고 밟는 넓다'), romanize('핥이다 붙여 굳이');

-- name: chosung
SELECT chosung('대한민국 ABC 1'), chosung('ㄱ까'), chosung(char(0x1112, 0x1161, 0x11AB));

-- name: versions
SELECT korean_version() GLOB '[0-9]*.[0-9]*.[0-9]*';
SELECT json_valid(korean_debug()), json_extract(korean_debug(), '$.dictionary'), json_extract(korean_debug(), '$.version') = korean_version();
SELECT json_extract(korean_debug(), '$.sqlite') = sqlite_version(), json_type(korean_debug(), '$.words'), json_type(korean_debug(), '$.icu');

-- name: the collation: Hangul as in a dictionary, hanja by reading, NFD beside NFC
CREATE TABLE word(w TEXT COLLATE korean);
INSERT INTO word VALUES ('나'), ('각'), ('가'), ('까'), ('b'), ('A'), ('1'), ('ㄱ'), ('李'), ('이'), ('힣'), (char(0x1102, 0x1161, 0x11A8)), ('');
SELECT group_concat(w, ' ') FROM (SELECT w FROM word ORDER BY w);
SELECT group_concat(w, ' ') FROM (SELECT w FROM word ORDER BY w COLLATE korean DESC);
SELECT count(*) FROM word WHERE w = '가';
SELECT group_concat(w, ' ') FROM (SELECT w FROM word WHERE w BETWEEN '가' AND '나' ORDER BY w);
CREATE INDEX by_word ON word(w);
SELECT group_concat(w, ' ') FROM (SELECT w FROM word INDEXED BY by_word WHERE w >= '나' ORDER BY w);
