-- The tables of an archive of Korean news articles. Run once, then events.sql, attach.sql and views.sql:
--
--   sqlite3 news.db '.load build/korean' '.read sql/schema.sql' '.read sql/events.sql' '.read sql/attach.sql' '.read sql/views.sql'
--
-- Everything but the FTS5 index is an ordinary table: a client without the extension reads it.

-- 1. The articles. This part is yours: for a table that is there already, leave out CREATE TABLE, name your columns in
-- the view, and put the triggers on your table; no other file knows it. Then fill.sql reads what it holds. (Who writes with
-- INSERT OR REPLACE sets PRAGMA recursive_triggers = on, or SQLite does not tell of the rows that are replaced.)

CREATE TABLE IF NOT EXISTS article(
  id        INTEGER PRIMARY KEY,
  url       TEXT UNIQUE,
  publisher TEXT,
  published TEXT,                       -- the day of the report, 2026-04-14; a time after it is ignored
  page      TEXT                        -- as scraped: menus, captions and lists of other headlines included
);

CREATE VIEW source(article, published, publisher, title, text, page) AS
SELECT id, published, publisher, NULL, NULL, page FROM article;
-- published: 2026-04-14, 2026.04.14, 2026/04/14 or 20260414, whatever follows. Where title and text are clean already:
--   SELECT rowid, date, paper, headline, body, NULL FROM news;

CREATE TRIGGER article_insert AFTER INSERT ON article BEGIN
  INSERT INTO reading(article) VALUES (new.id);
END;
CREATE TRIGGER article_update AFTER UPDATE OF id, publisher, published, page ON article BEGIN
  DELETE FROM article_text WHERE article = old.id AND old.id <> new.id;
  INSERT INTO reading(article) VALUES (new.id);
END;
CREATE TRIGGER article_delete AFTER DELETE ON article BEGIN
  DELETE FROM article_text WHERE article = old.id;
END;

-- The day of a report as the functions take it; NULL for what is no day.
CREATE VIEW source_day(article, day) AS
SELECT article, CASE WHEN published GLOB '[12][0-9][0-9][0-9][-./][01][0-9][-./][0-3][0-9]*'
                     THEN date(substr(published, 1, 4) || '-' || substr(published, 6, 2) || '-' || substr(published, 9, 2))
                     WHEN published GLOB '[12][0-9][0-9][0-9][01][0-9][0-3][0-9]*'
                     THEN date(substr(published, 1, 4) || '-' || substr(published, 5, 2) || '-' || substr(published, 7, 2)) END FROM source;

-- 2. What was read out of them.

-- The text, by parse_article() where there was a page. `text` is what the positions of the tables below count in.
CREATE TABLE article_text(
  article   INTEGER PRIMARY KEY,
  published TEXT,
  publisher TEXT,
  title TEXT, subtitle TEXT, byline TEXT, email TEXT, body TEXT, captions TEXT,
  text TEXT GENERATED ALWAYS AS (coalesce(title || char(10), '') || coalesce(subtitle || char(10), '') ||
                                 coalesce(body || char(10), '') || coalesce(captions, '')) VIRTUAL
);

CREATE VIRTUAL TABLE article_search USING fts5(
  title, subtitle, body, captions, content = 'article_text', content_rowid = 'article', tokenize = 'korean');

CREATE TRIGGER article_text_insert AFTER INSERT ON article_text BEGIN
  INSERT INTO article_search(rowid, title, subtitle, body, captions)
  VALUES (new.article, new.title, new.subtitle, new.body, new.captions);
END;
CREATE TRIGGER article_text_update AFTER UPDATE ON article_text BEGIN
  INSERT INTO article_search(article_search, rowid, title, subtitle, body, captions)
  VALUES ('delete', old.article, old.title, old.subtitle, old.body, old.captions);
  INSERT INTO article_search(rowid, title, subtitle, body, captions)
  VALUES (new.article, new.title, new.subtitle, new.body, new.captions);
END;
CREATE TRIGGER article_text_delete AFTER DELETE ON article_text BEGIN
  INSERT INTO article_search(article_search, rowid, title, subtitle, body, captions)
  VALUES ('delete', old.article, old.title, old.subtitle, old.body, old.captions);
  DELETE FROM entity WHERE article = old.article;
  DELETE FROM quote WHERE article = old.article;
  DELETE FROM relation WHERE article = old.article;
  DELETE FROM meeting WHERE article = old.article;
END;

-- What the functions of the same names return, one row for each, with the article it stands in.
CREATE TABLE entity(
  article INTEGER, seq INTEGER, type TEXT, text TEXT, name TEXT, value, value_end, unit TEXT,
  title TEXT, organization TEXT, start INTEGER, length INTEGER, sentence INTEGER, score REAL,
  PRIMARY KEY (article, seq)) WITHOUT ROWID;
CREATE INDEX entity_name ON entity(type, name);

CREATE TABLE quote(
  article INTEGER, seq INTEGER, speaker TEXT, text TEXT, verb TEXT, start INTEGER, length INTEGER, sentence INTEGER,
  PRIMARY KEY (article, seq)) WITHOUT ROWID;
CREATE INDEX quote_speaker ON quote(speaker);

CREATE TABLE relation(
  article INTEGER, seq INTEGER, person TEXT, title TEXT, organization TEXT, start INTEGER, length INTEGER, sentence INTEGER,
  PRIMARY KEY (article, seq)) WITHOUT ROWID;
CREATE INDEX relation_person ON relation(person);

CREATE TABLE meeting(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL, seq INTEGER NOT NULL, kind TEXT, status TEXT, evidential TEXT, date_start TEXT, date_end TEXT,
  time TEXT, place TEXT, duration REAL, topic TEXT, evidence TEXT, start INTEGER, length INTEGER, sentence INTEGER, score REAL,
  published TEXT,
  first_day INTEGER, last_day INTEGER,  -- the days between which it can have been, as Julian day numbers: see events.sql
  parent INTEGER,                       -- a better report of the same event, NULL: none
  event INTEGER,                        -- the report that stands for the event
  form TEXT GENERATED ALWAYS AS (CASE   -- what keeps two meetings of one day apart
    WHEN kind LIKE '%통화%' OR kind LIKE '%화상%' OR kind LIKE '%전화%' THEN 'call'
    WHEN kind LIKE '%조찬%' OR kind LIKE '%아침%' THEN 'breakfast'
    WHEN kind LIKE '%오찬%' OR kind LIKE '%점심%' THEN 'lunch'
    WHEN kind LIKE '%만찬%' OR kind LIKE '%저녁%' THEN 'dinner'
    WHEN kind LIKE '%정상회담%' THEN 'summit' ELSE '' END) STORED,
  UNIQUE (article, seq));
CREATE INDEX meeting_parent ON meeting(parent);
CREATE INDEX meeting_event ON meeting(event);
CREATE INDEX meeting_date ON meeting(date_start);

CREATE TABLE participant(
  meeting INTEGER, seq INTEGER, name TEXT, type TEXT, role TEXT, title TEXT, organization TEXT,
  key TEXT GENERATED ALWAYS AS (replace(name, ' ', '')) STORED,
  PRIMARY KEY (meeting, seq)) WITHOUT ROWID;
CREATE INDEX participant_name ON participant(key);

-- Names you know to be one: INSERT INTO alias VALUES ('車 회장', '차강률'). Used wherever people are counted together.
CREATE TABLE alias(name TEXT PRIMARY KEY, canonical TEXT NOT NULL) WITHOUT ROWID;
