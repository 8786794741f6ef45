-- Make the file usable without the extension: any client reads and writes it, also ALTER TABLE and VACUUM work.
-- Needs `.load build/korean` a last time, since SQLite asks the old tokenizer when its index is dropped.
--
-- What was extracted stays. The index goes over to unicode61, where 회담* finds 회담을 and 회담이 but 회담 does not.
-- Articles written from now on are found by their raw page; attach.sql reads them when the extension is there again.

DROP TRIGGER IF EXISTS article_insert;
DROP TRIGGER IF EXISTS article_update;
DROP TRIGGER IF EXISTS article_delete;
DROP VIEW IF EXISTS reading;
DROP VIEW IF EXISTS source;

CREATE TABLE IF NOT EXISTS changed(article INTEGER PRIMARY KEY);
CREATE TRIGGER article_insert AFTER INSERT ON article BEGIN
  INSERT OR IGNORE INTO changed VALUES (new.id);
  INSERT INTO article_text(article, published, publisher, body)
  VALUES (new.id, substr(new.published, 1, 10), new.publisher, new.page);
END;
CREATE TRIGGER article_update AFTER UPDATE ON article BEGIN
  INSERT OR IGNORE INTO changed VALUES (new.id);
  DELETE FROM article_text WHERE article = old.id;
  INSERT INTO article_text(article, published, publisher, body)
  VALUES (new.id, substr(new.published, 1, 10), new.publisher, new.page);
END;
CREATE TRIGGER article_delete AFTER DELETE ON article BEGIN
  DELETE FROM article_text WHERE article = old.id;
END;

DROP TABLE IF EXISTS article_search;
CREATE VIRTUAL TABLE article_search USING fts5(
  title, subtitle, body, captions, content = 'article_text', content_rowid = 'article', tokenize = 'unicode61');
INSERT INTO article_search(article_search) VALUES ('rebuild');
