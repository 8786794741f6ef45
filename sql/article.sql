-- A table for the articles, for a database that has none: pages and, where you know it, url, publisher and day. (For a table or
-- view of your own: part 1 of schema.sql, and triggers.sql.) After schema.sql; running it again does no harm.

SAVEPOINT korean;

CREATE TABLE IF NOT EXISTS article(     -- of sql/article.sql
  id        INTEGER PRIMARY KEY,
  url       TEXT UNIQUE,
  publisher TEXT,                       -- NULL: as the page says
  published TEXT,                       -- the day of the report, 2026-04-14; NULL: as the page says
  page      TEXT                        -- as scraped: menus, captions and lists of other headlines included
);
CREATE VIEW IF NOT EXISTS korean_source(key, published, publisher, title, text, page) AS   -- of sql/article.sql
SELECT id, published, publisher, NULL, NULL, page FROM article;

-- What triggers.sql prints for this table.
CREATE TRIGGER IF NOT EXISTS "korean_watch_article_replace" BEFORE INSERT ON "article" BEGIN
  DELETE FROM korean_replaced;
  INSERT INTO korean_replaced(key) SELECT "id" FROM "article" WHERE ("url" = new."url");
END;
CREATE TRIGGER IF NOT EXISTS "korean_watch_article_insert" AFTER INSERT ON "article" BEGIN
  INSERT INTO korean_refresh(key) SELECT r.key FROM korean_replaced r WHERE NOT EXISTS (SELECT 1 FROM "article" WHERE "id" = r.key);
  INSERT INTO korean_refresh(key) VALUES (new."id");
END;
CREATE TRIGGER IF NOT EXISTS "korean_watch_article_update" AFTER UPDATE ON "article" BEGIN
  INSERT INTO korean_refresh(key) SELECT old."id" WHERE old."id" IS NOT new."id";
  INSERT INTO korean_refresh(key) SELECT key FROM korean_changed WHERE key = new."id";
END;
CREATE TRIGGER IF NOT EXISTS "korean_watch_article_delete" AFTER DELETE ON "article" BEGIN
  INSERT INTO korean_refresh(key) VALUES (old."id");
END;

DROP TABLE IF EXISTS temp.korean_check;
CREATE TEMP TABLE korean_check(
  made CONSTRAINT "schema.sql of this version comes first: nothing was changed" CHECK (made),
  others CONSTRAINT "the table article or the view korean_source is your own: nothing was changed, see README" CHECK (others = 0));
INSERT OR ROLLBACK INTO korean_check
SELECT count(*) FILTER (WHERE name = 'korean_layout_2'),
  count(*) FILTER (WHERE lower(name) IN ('article', 'korean_source') AND sql NOT LIKE '%-- of sql/article.sql%')
FROM main.sqlite_schema;
DROP TABLE temp.korean_check;
RELEASE korean;
