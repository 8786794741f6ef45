-- Options of the tokenizer: what each does. (What is refused, and why: tests/clients/options.c.)

CREATE VIRTUAL TABLE mixed   USING fts5(t, tokenize = 'korean');
CREATE VIRTUAL TABLE none    USING fts5(t, tokenize = 'korean decompound none');
CREATE VIRTUAL TABLE discard USING fts5(t, tokenize = 'korean decompound discard');
INSERT INTO mixed   VALUES ('삼성전자가 사과했다');
INSERT INTO none    SELECT t FROM mixed;
INSERT INTO discard SELECT t FROM mixed;
CREATE VIRTUAL TABLE mixed_v   USING fts5vocab(mixed, instance);
CREATE VIRTUAL TABLE none_v    USING fts5vocab(none, instance);
CREATE VIRTUAL TABLE discard_v USING fts5vocab(discard, instance);
-- name: mixed
SELECT term, offset FROM mixed_v ORDER BY offset, term;
-- name: none
SELECT term, offset FROM none_v ORDER BY offset, term;
-- name: discard
SELECT term, offset FROM discard_v ORDER BY offset, term;

-- name: hanja on and off
CREATE VIRTUAL TABLE h USING fts5(t, tokenize = 'korean hanja on');
CREATE VIRTUAL TABLE o USING fts5(t, tokenize = 'korean hanja off');
INSERT INTO h VALUES ('北 대표단');
INSERT INTO o VALUES ('北 대표단');
SELECT 'on', count(*) FROM h('북한') UNION ALL SELECT 'off', count(*) FROM o('북한') UNION ALL SELECT 'off, 北', count(*) FROM o('北');

-- name: drop
CREATE VIRTUAL TABLE d USING fts5(t, tokenize = "korean drop 'J,E,VCP'");
CREATE VIRTUAL TABLE k USING fts5(t, tokenize = 'korean drop none');
INSERT INTO d VALUES ('할 수 있는 것');
INSERT INTO k VALUES ('할 수 있는 것');
CREATE VIRTUAL TABLE dv USING fts5vocab(d, row);
CREATE VIRTUAL TABLE kv USING fts5vocab(k, row);
SELECT 'J,E,VCP', group_concat(term, ' ') FROM dv;
SELECT 'none', group_concat(term, ' ') FROM kv;

-- name: mixed asks for a compound as closely as discard does
CREATE VIRTUAL TABLE closely USING fts5(t, tokenize = 'korean decompound mixed');
INSERT INTO closely(rowid, t) VALUES (1, '금융 시장이 올랐다'), (2, '금융감독원은 밝혔다'), (3, '감독원과 금융');
SELECT group_concat(rowid) FROM closely('금융감독원');
DROP TABLE closely;

-- name: a dropped prefix takes nothing of what stands before it
CREATE VIRTUAL TABLE p USING fts5(t, tokenize = "korean drop 'default XPN'");
INSERT INTO p VALUES ('미국반이민 시위');
CREATE VIRTUAL TABLE pv USING fts5vocab(p, row);
SELECT group_concat(term, ' ') FROM pv;

-- name: a cache of any size changes no term
CREATE VIRTUAL TABLE c USING fts5(t, tokenize = 'korean cache 0');
CREATE VIRTUAL TABLE cv USING fts5vocab(c, instance);
INSERT INTO c SELECT t FROM mixed;
SELECT term, offset FROM cv ORDER BY offset, term;

-- name: option names in any case, several at once
CREATE VIRTUAL TABLE several USING fts5(t, tokenize = 'korean Decompound none HANJA off drop default');

-- name: refused
CREATE VIRTUAL TABLE x USING fts5(t, tokenize = 'korean decompound all');
SELECT count(*) FROM sqlite_schema WHERE name = 'x';

-- name: inside porter
CREATE VIRTUAL TABLE x USING fts5(t, tokenize = 'porter korean');
INSERT INTO x VALUES ('서버에서 jumping');
SELECT count(*) FROM x('서버 jump');
