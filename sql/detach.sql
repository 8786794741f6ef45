-- Make the file usable without the extension: any client reads and writes it, also ALTER TABLE, DROP TABLE and VACUUM work.
-- Needs `.load build/korean` a last time, since SQLite asks the old tokenizer when its index is dropped.
--
-- What was read stays. The index goes over to unicode61, where 회담* finds 회담을 and 회담이 but 회담 does not.
-- Articles written from now on are found by their raw page; attach.sql reads them when the extension is there again.

SAVEPOINT korean;

DROP TRIGGER IF EXISTS korean_article_read;
DROP VIEW IF EXISTS korean_now;
CREATE VIEW korean_now(key, article, published, publisher, title, subtitle, byline, email, body, captions, read_with) AS
SELECT key, article, published, publisher, title, NULL, NULL, NULL, coalesce(text, page), NULL, NULL FROM korean_input;

DROP TABLE IF EXISTS korean_search;
CREATE VIRTUAL TABLE korean_search USING fts5(
  title, subtitle, body, captions, content="korean_article", content_rowid="article", tokenize='unicode61');
INSERT INTO korean_search(korean_search) VALUES ('rebuild');

CREATE TEMP TABLE korean_check(made CONSTRAINT "the extension is loaded and schema.sql run first: nothing was changed" CHECK (made));
INSERT OR ROLLBACK INTO korean_check
SELECT count(*) FROM main.sqlite_schema a, main.sqlite_schema s
WHERE a.name = 'korean_archive' AND a.sql LIKE '%of sql/schema.sql%' AND s.name = 'korean_search' AND s.sql LIKE '%tokenize=''unicode61''%';
DROP TABLE temp.korean_check;
RELEASE korean;
