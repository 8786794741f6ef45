-- Bring the archive up to date with its articles: read what is new, what has changed and what an older version of the extension
-- has read; forget what is no more. In twenty transactions, with a line after each: it can be broken off and run again.
-- For a table without triggers run it now and then. Needs attach.sql.

PRAGMA cache_size = -64000;             -- 64 MB for this connection: pages are not written and read again
DROP TABLE IF EXISTS temp.korean_check; -- what a fill that was broken off in this session has left
DROP VIEW IF EXISTS temp.korean_progress;
DROP VIEW IF EXISTS temp.korean_fill;
DROP TABLE IF EXISTS temp.korean_step;
DROP TABLE IF EXISTS temp.korean_todo;

CREATE TEMP TABLE korean_check(attached CONSTRAINT "attach.sql comes first: nothing was read" CHECK (attached));
INSERT INTO korean_check SELECT count(*) FROM main.sqlite_schema WHERE name = 'korean_article_read';
CREATE TEMP TABLE korean_todo AS
SELECT key FROM (SELECT key FROM korean_gone UNION ALL SELECT * FROM (SELECT key FROM korean_changed ORDER BY key))
WHERE EXISTS (SELECT 1 FROM korean_check);
CREATE TEMP TABLE korean_step AS SELECT count(*) AS total, 0 AS percent, 0 AS n FROM korean_todo;
CREATE TEMP VIEW korean_fill(percent) AS SELECT percent FROM korean_step;
CREATE TEMP TRIGGER korean_fill_insert INSTEAD OF INSERT ON korean_fill BEGIN   -- read on until so much is read
  UPDATE korean_step SET percent = new.percent, n = (SELECT count(*) FROM korean_todo WHERE rowid <= total * new.percent / 100);
  INSERT INTO korean_refresh(key) SELECT key FROM korean_todo ORDER BY rowid LIMIT (SELECT n FROM korean_step);
  DELETE FROM korean_todo WHERE rowid <= (SELECT total FROM korean_step) * new.percent / 100;
END;
CREATE TEMP VIEW korean_progress AS
SELECT format('%3d %%  %,8d articles  %,10d entities  %,8d meetings', percent, (SELECT count(*) FROM korean_article),
  (SELECT count(*) FROM korean_entity), (SELECT count(*) FROM korean_meeting)) AS read
FROM korean_step WHERE n > 0;

INSERT INTO korean_fill VALUES (5); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (10); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (15); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (20); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (25); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (30); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (35); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (40); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (45); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (50); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (55); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (60); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (65); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (70); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (75); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (80); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (85); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (90); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (95); SELECT * FROM korean_progress;
INSERT INTO korean_fill VALUES (100); SELECT * FROM korean_progress;

DROP VIEW temp.korean_progress;
DROP VIEW temp.korean_fill;
DROP TABLE temp.korean_step;
DROP TABLE temp.korean_todo;
DROP TABLE temp.korean_check;
INSERT INTO korean_search(korean_search) VALUES ('optimize');
ANALYZE korean_article;
ANALYZE korean_entity;
ANALYZE korean_quote;
ANALYZE korean_relation;
ANALYZE korean_meeting;
ANALYZE korean_participant;
ANALYZE korean_participant_key;
ANALYZE korean_meeting_pair;
ANALYZE korean_meeting_link;
ANALYZE korean_name_count;
