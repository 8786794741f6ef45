-- Make the file usable without the extension: any client reads and writes it, also ALTER TABLE, DROP TABLE and VACUUM work.
-- Needs `.load build/korean` a last time, since SQLite asks the old tokenizer when its index is dropped.
--
-- What was read stays. The index goes over to unicode61, where 회담* finds 회담을 and 회담이 but 회담 does not.
-- Articles written from now on are found by their raw page; attach.sql reads them when the extension is there again.

SAVEPOINT korean;

DROP TABLE IF EXISTS temp.korean_check;
DROP TABLE IF EXISTS temp.korean_found;
CREATE TEMP TABLE korean_check(
  made CONSTRAINT "schema.sql of this version comes first: nothing was changed" CHECK (made),
  loaded CONSTRAINT "the extension korean is not loaded: nothing was changed" CHECK (loaded));
CREATE TEMP TABLE korean_found AS
SELECT count(*) FILTER (WHERE name = 'korean_layout_2'),
  (SELECT count(*) FROM pragma_module_list WHERE name = 'parse_article') FROM main.sqlite_schema;
INSERT INTO korean_check SELECT * FROM korean_found;   -- stops here, or where errors do not stop the script, at the end

DROP TRIGGER IF EXISTS korean_article_read;
DROP VIEW IF EXISTS korean_now;
CREATE VIEW korean_now(key, article, published, publisher, title, subtitle, byline, email, body, captions, read_with) AS
SELECT key, article, published, publisher, title, NULL, NULL, NULL, coalesce(text, page), NULL, NULL FROM korean_input;

DROP TABLE IF EXISTS korean_search;
CREATE VIRTUAL TABLE korean_search USING fts5(
  title, subtitle, body, captions, content="korean_article", content_rowid="article", tokenize='unicode61');
INSERT INTO korean_search(korean_search) VALUES ('rebuild');

INSERT OR ROLLBACK INTO korean_check SELECT * FROM korean_found;
DROP TABLE temp.korean_check;
DROP TABLE temp.korean_found;
RELEASE korean;
