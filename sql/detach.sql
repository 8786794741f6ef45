-- Make the file usable without the extension: any client reads and writes it, also ALTER TABLE and VACUUM work.
-- Needs `.load build/korean` a last time, since SQLite asks the old tokenizer when its index is dropped.
--
-- What was extracted stays. The index goes over to unicode61, where 회담* finds 회담을 and 회담이 but 회담 does not.
-- Articles written from now on are found by their raw page; attach.sql reads them when the extension is there again.

DROP VIEW IF EXISTS reading;            -- and its trigger
CREATE VIEW reading AS SELECT article FROM article_text;
CREATE TABLE IF NOT EXISTS changed(article INTEGER PRIMARY KEY);
CREATE TRIGGER reading_insert INSTEAD OF INSERT ON reading BEGIN
  INSERT OR IGNORE INTO changed VALUES (new.article);
  DELETE FROM article_text WHERE article = new.article;
  INSERT INTO article_text(article, published, publisher, title, body)
  SELECT s.article, d.day, s.publisher, s.title, coalesce(s.text, s.page) FROM source s JOIN source_day d ON d.article = s.article
      WHERE s.article = new.article;
END;

DROP TABLE IF EXISTS article_search;
CREATE VIRTUAL TABLE article_search USING fts5(
  title, subtitle, body, captions, content = 'article_text', content_rowid = 'article', tokenize = 'unicode61');
INSERT INTO article_search(article_search) VALUES ('rebuild');
