-- Read the articles that are there already, in twenty transactions, with a line after each. It can be broken off and
-- run again: only what has not been read is. Needs schema.sql, events.sql and attach.sql.

PRAGMA cache_size = -64000;             -- 64 MB for this connection: pages are not written and read again
CREATE TEMP TABLE fill_step AS SELECT 0 AS before;
CREATE TEMP VIEW fill(percent) AS SELECT 0;
CREATE TEMP TRIGGER fill_insert INSTEAD OF INSERT ON fill BEGIN   -- read on until this part of the articles is read
  UPDATE fill_step SET before = (SELECT count(*) FROM article_text);
  INSERT INTO reading(article)
  SELECT article FROM source WHERE article NOT IN (SELECT article FROM article_text) ORDER BY article
  LIMIT max(0, (SELECT count(*) FROM source) * new.percent / 100 - (SELECT count(*) FROM article_text));
END;
CREATE TEMP VIEW progress AS
SELECT format('%3d %%  %,8d articles  %,10d entities  %,8d meetings', 100.0 * articles / max(1, (SELECT count(*) FROM source)), articles,
              (SELECT count(*) FROM entity), (SELECT count(*) FROM meeting)) AS read
FROM (SELECT count(*) AS articles FROM article_text) WHERE articles > (SELECT before FROM fill_step);

INSERT INTO fill VALUES (5); SELECT * FROM progress;
INSERT INTO fill VALUES (10); SELECT * FROM progress;
INSERT INTO fill VALUES (15); SELECT * FROM progress;
INSERT INTO fill VALUES (20); SELECT * FROM progress;
INSERT INTO fill VALUES (25); SELECT * FROM progress;
INSERT INTO fill VALUES (30); SELECT * FROM progress;
INSERT INTO fill VALUES (35); SELECT * FROM progress;
INSERT INTO fill VALUES (40); SELECT * FROM progress;
INSERT INTO fill VALUES (45); SELECT * FROM progress;
INSERT INTO fill VALUES (50); SELECT * FROM progress;
INSERT INTO fill VALUES (55); SELECT * FROM progress;
INSERT INTO fill VALUES (60); SELECT * FROM progress;
INSERT INTO fill VALUES (65); SELECT * FROM progress;
INSERT INTO fill VALUES (70); SELECT * FROM progress;
INSERT INTO fill VALUES (75); SELECT * FROM progress;
INSERT INTO fill VALUES (80); SELECT * FROM progress;
INSERT INTO fill VALUES (85); SELECT * FROM progress;
INSERT INTO fill VALUES (90); SELECT * FROM progress;
INSERT INTO fill VALUES (95); SELECT * FROM progress;
INSERT INTO fill VALUES (100); SELECT * FROM progress;

DROP VIEW progress;
DROP VIEW fill;
DROP TABLE fill_step;
INSERT INTO article_search(article_search) VALUES ('optimize');
ANALYZE;
