-- The tables of an archive: what was read out of the articles of this database. Needs no extension. After it events.sql and
-- views.sql, then the articles: article.sql makes a table for them; a table or view of your own becomes the view korean_source
-- below. Then attach.sql, and fill.sql for articles that are there already.
--
-- All names begin with korean_, and nothing else in the database is touched. Running it again is an update: tables and
-- their rows stay, triggers and views are made anew.

SAVEPOINT korean;

-- A name that is taken by something of yours stops the script: at once where errors stop, and in a shell that goes on,
-- at the end, where everything is undone. What has been made here before is in korean_archive.
DROP TABLE IF EXISTS temp.korean_check;
DROP TABLE IF EXISTS temp.korean_taken;
DROP TABLE IF EXISTS temp.korean_earlier;
DROP TABLE IF EXISTS temp.korean_names;
CREATE TEMP TABLE korean_names(name);
INSERT INTO korean_names VALUES   -- tables
  ('korean_key'), ('korean_replaced'), ('korean_article'), ('korean_search'), ('korean_entity'),
  ('korean_quote'), ('korean_relation'), ('korean_meeting'), ('korean_participant'), ('korean_alias'),
  ('korean_participant_key'), ('korean_meeting_pair'), ('korean_meeting_link'), ('korean_name_count');
INSERT INTO korean_names VALUES   -- views
  ('korean_input'), ('korean_now'), ('korean_changed'), ('korean_gone'), ('korean_refresh'), ('korean_best_parent'),
  ('korean_topmost'), ('korean_linking'), ('korean_name_of'), ('korean_person'), ('korean_office'),
  ('korean_event_key'), ('korean_event_name'), ('korean_event_participant'), ('korean_event_fact'), ('korean_event'),
  ('korean_event_disagreement'), ('korean_timeline'), ('korean_person_meetings'), ('korean_network'),
  ('korean_network_of'), ('korean_network_dot'), ('korean_network_mermaid'), ('korean_timeline_of'),
  ('korean_timeline_dot'), ('korean_timeline_mermaid'), ('korean_layout_2');
INSERT INTO korean_names VALUES   -- indexes
  ('korean_entity_name'), ('korean_quote_speaker'), ('korean_relation_person'), ('korean_meeting_parent'),
  ('korean_meeting_event'), ('korean_meeting_date'), ('korean_participant_name'), ('korean_participant_key_key'),
  ('korean_meeting_pair_meeting'), ('korean_meeting_link_parent');
INSERT INTO korean_names VALUES   -- triggers
  ('korean_refresh_insert'), ('korean_article_insert'), ('korean_article_read'), ('korean_article_update'),
  ('korean_article_delete'), ('korean_participant_insert'), ('korean_participant_delete'), ('korean_linking_insert'),
  ('korean_meeting_delete');
CREATE TEMP TABLE korean_check(
  taken CONSTRAINT "a name beginning with korean_ is taken in this database, nothing was changed" CHECK (taken = 0),
  earlier CONSTRAINT "an archive of an earlier version: update.sql comes first, nothing was changed" CHECK (earlier = 0));
CREATE TEMP TABLE korean_earlier AS
SELECT name FROM main.sqlite_schema WHERE name = 'korean_layout_1' AND sql LIKE '%FROM korean_archive%';
INSERT INTO korean_check SELECT 0, count(*) FROM korean_earlier;
CREATE TABLE IF NOT EXISTS korean_archive(made TEXT PRIMARY KEY /* by sql/schema.sql */) WITHOUT ROWID;
CREATE TEMP TABLE korean_taken AS
SELECT name FROM main.sqlite_schema WHERE lower(name) = 'korean_archive' AND sql NOT LIKE '%by sql/schema.sql%';
INSERT INTO korean_check SELECT count(*), 0 FROM korean_taken;
INSERT INTO korean_taken
SELECT name FROM main.sqlite_schema WHERE lower(name) IN (SELECT n.name FROM korean_names n EXCEPT SELECT a.made FROM korean_archive a);
SELECT name AS "taken already" FROM korean_taken;
INSERT INTO korean_check SELECT count(*), 0 FROM korean_taken;
INSERT OR IGNORE INTO korean_archive SELECT name FROM korean_names;

-- 1. The articles as they come in.
--
-- korean_source is yours: a view over whatever holds your articles, with these columns, any of which but `key` may be NULL:
--
--   CREATE VIEW korean_source(key, published, publisher, title, text, page) AS
--   SELECT id, day, paper, headline, body, NULL FROM news;
--
--   key        what tells one article from another: integers, or values of any other kind (url; site || '/' || nr)
--   published  the day of the report: 2026-04-14, 2026.4.14, 20260414, 2026년 4월 14일; a time behind it is passed over
--   title, text   of an article that is clean already
--   page       the article as scraped, with menus, captions and lists of other headlines, instead of title and text

-- An article is called by its key where that is an integer, else by a number that it gets here.
CREATE TABLE IF NOT EXISTS korean_key(article INTEGER PRIMARY KEY, key NOT NULL UNIQUE);

-- korean_source with numbers and days; published is NULL for what is no day.
DROP VIEW IF EXISTS korean_input;
CREATE VIEW korean_input(key, article, published, publisher, title, text, page) AS
SELECT p.key, CASE WHEN k.article IS NOT NULL THEN k.article
                   WHEN typeof(p.key) = 'integer' AND NOT EXISTS (SELECT 1 FROM korean_key WHERE article = p.key) THEN p.key END,
  CASE WHEN p.published GLOB '[12][0-9][0-9][0-9][01][0-9][0-3][0-9]*'
       THEN date(substr(p.published, 1, 4) || '-' || substr(p.published, 5, 2) || '-' || substr(p.published, 7, 2))
       WHEN p.published GLOB '[12][0-9][0-9][0-9][^0-9]*'
       THEN date(format('%s-%02d-%02d', substr(p.published, 1, 4), CAST(p.month AS INTEGER),
                        CAST(ltrim(p.behind, substr(p.behind, 1, 1) || ' ') AS INTEGER))) END,
  p.publisher, p.title, p.text, iif(typeof(p.page) IN ('integer', 'real'), CAST(p.page AS TEXT), p.page)
FROM (SELECT *, ltrim(month, '0123456789') AS behind   -- whatever sign stands between the numbers, and spaces
      FROM (SELECT *, ltrim(substr(published, 5), substr(published, 5, 1) || ' ') AS month FROM korean_source WHERE key IS NOT NULL)) p
  LEFT JOIN korean_key k ON k.key = p.key;

-- 2. The articles as they were read.

-- What stands in them, by parse_article() where there was a page. `text` is what the positions of the tables below count in.
CREATE TABLE IF NOT EXISTS korean_article(
  article   INTEGER PRIMARY KEY,
  published TEXT,
  publisher TEXT,
  title TEXT, subtitle TEXT, byline TEXT, email TEXT, body TEXT, captions TEXT,
  read_with TEXT,                       -- the version of the extension, NULL: written without it, see detach.sql
  text TEXT GENERATED ALWAYS AS (coalesce(title || char(10), '') || coalesce(subtitle || char(10), '') ||
                                 coalesce(body || char(10), '') || coalesce(captions, '')) VIRTUAL
);

-- Keys whose article is not as it was read, and those that are no more. korean_now is korean_input as it would be read
-- now: attach.sql and detach.sql make it.
DROP VIEW IF EXISTS korean_changed;
CREATE VIEW korean_changed(key) AS
SELECT n.key FROM korean_now n LEFT JOIN korean_article a ON a.article = n.article
WHERE a.article IS NULL OR n.read_with IS NOT NULL AND a.read_with IS NOT n.read_with
   OR (a.published, a.publisher, a.title, a.subtitle, a.byline, a.email, a.body, a.captions)
      IS NOT (n.published, n.publisher, n.title, n.subtitle, n.byline, n.email, n.body, n.captions);
DROP VIEW IF EXISTS korean_gone;
CREATE VIEW korean_gone(key) AS
SELECT coalesce(k.key, a.article) FROM korean_article a LEFT JOIN korean_key k ON k.article = a.article
WHERE a.article NOT IN (SELECT article FROM korean_input WHERE article IS NOT NULL);

-- INSERT INTO korean_refresh(key) VALUES (17) reads article 17, again if it has been read; if it is no more, forgets it.
DROP VIEW IF EXISTS korean_refresh;     -- and its trigger
CREATE VIEW korean_refresh(key) AS SELECT key FROM korean_source;
CREATE TRIGGER korean_refresh_insert INSTEAD OF INSERT ON korean_refresh BEGIN
  INSERT INTO korean_key(article, key)
  SELECT 1 + max(coalesce((SELECT max(article) FROM korean_key), 0), coalesce((SELECT max(article) FROM korean_article), 0)), new.key
  WHERE EXISTS (SELECT 1 FROM korean_source WHERE key = new.key) AND NOT EXISTS (SELECT 1 FROM korean_key WHERE key = new.key)
    AND (typeof(new.key) <> 'integer' OR EXISTS (SELECT 1 FROM korean_key WHERE article = new.key));   -- the number is another's
  DELETE FROM korean_article WHERE article IN (
    SELECT article FROM korean_key WHERE key = new.key UNION ALL
    SELECT new.key WHERE typeof(new.key) = 'integer' AND NOT EXISTS (SELECT 1 FROM korean_key WHERE article = new.key));
  INSERT INTO korean_article(article, published, publisher, title, subtitle, byline, email, body, captions, read_with)
  SELECT article, published, publisher, title, subtitle, byline, email, body, captions, read_with FROM korean_now WHERE key = new.key;
  DELETE FROM korean_key WHERE key = new.key AND NOT EXISTS (SELECT 1 FROM korean_article a WHERE a.article = korean_key.article);
END;

-- INSERT OR REPLACE takes away the rows with which it collides and tells no trigger: one before it notes their keys here, see
-- triggers.sql.
CREATE TABLE IF NOT EXISTS korean_replaced(key);

-- The index korean_search is made by attach.sql and detach.sql, the one with the tokenizer of the extension.
DROP TRIGGER IF EXISTS korean_article_insert;
CREATE TRIGGER korean_article_insert AFTER INSERT ON korean_article BEGIN
  INSERT INTO korean_search(rowid, title, subtitle, body, captions)
  VALUES (new.article, new.title, new.subtitle, new.body, new.captions);
END;
DROP TRIGGER IF EXISTS korean_article_update;
CREATE TRIGGER korean_article_update AFTER UPDATE ON korean_article BEGIN
  INSERT INTO korean_search(korean_search, rowid, title, subtitle, body, captions)
  VALUES ('delete', old.article, old.title, old.subtitle, old.body, old.captions);
  INSERT INTO korean_search(rowid, title, subtitle, body, captions)
  VALUES (new.article, new.title, new.subtitle, new.body, new.captions);
END;
DROP TRIGGER IF EXISTS korean_article_delete;
CREATE TRIGGER korean_article_delete AFTER DELETE ON korean_article BEGIN
  INSERT INTO korean_search(korean_search, rowid, title, subtitle, body, captions)
  VALUES ('delete', old.article, old.title, old.subtitle, old.body, old.captions);
  DELETE FROM korean_entity WHERE article = old.article;
  DELETE FROM korean_quote WHERE article = old.article;
  DELETE FROM korean_relation WHERE article = old.article;
  DELETE FROM korean_meeting WHERE article = old.article;
END;

-- 3. What the functions of the same names return, one row for each, with the article it stands in.
CREATE TABLE IF NOT EXISTS korean_entity(
  article INTEGER, seq INTEGER, type TEXT, text TEXT, name TEXT, value, value_end, unit TEXT,
  title TEXT, organization TEXT, start INTEGER, length INTEGER, sentence INTEGER, score REAL,
  PRIMARY KEY (article, seq)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS korean_entity_name ON korean_entity(type, name);

CREATE TABLE IF NOT EXISTS korean_quote(
  article INTEGER, seq INTEGER, speaker TEXT, text TEXT, verb TEXT, start INTEGER, length INTEGER, sentence INTEGER,
  PRIMARY KEY (article, seq)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS korean_quote_speaker ON korean_quote(speaker);

CREATE TABLE IF NOT EXISTS korean_relation(
  article INTEGER, seq INTEGER, person TEXT, title TEXT, organization TEXT, start INTEGER, length INTEGER, sentence INTEGER,
  office TEXT, former INTEGER,
  PRIMARY KEY (article, seq)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS korean_relation_person ON korean_relation(person);

CREATE TABLE IF NOT EXISTS korean_meeting(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL, seq INTEGER NOT NULL, kind TEXT, status TEXT, evidential TEXT, date_start TEXT, date_end TEXT,
  time TEXT, place TEXT, duration REAL, topic TEXT, evidence TEXT, start INTEGER, length INTEGER, sentence INTEGER, score REAL,
  form TEXT,                            -- what keeps two meetings of one day apart
  published TEXT,
  first_day INTEGER, last_day INTEGER,  -- the days between which it can have been, as Julian day numbers: see events.sql
  parent INTEGER,                       -- a better report of the same event, NULL: none
  event INTEGER,                        -- the report that stands for the event
  UNIQUE (article, seq));
CREATE INDEX IF NOT EXISTS korean_meeting_parent ON korean_meeting(parent);
CREATE INDEX IF NOT EXISTS korean_meeting_event ON korean_meeting(event);
CREATE INDEX IF NOT EXISTS korean_meeting_date ON korean_meeting(date_start);

CREATE TABLE IF NOT EXISTS korean_participant(
  meeting INTEGER, seq INTEGER, name TEXT, type TEXT, role TEXT, title TEXT, organization TEXT,
  office TEXT, titled INTEGER, represents TEXT,
  key TEXT GENERATED ALWAYS AS (replace(   -- 황 CEO, 황 최고경영자: 황최고경영자
    iif(substr(name, -1 - length(title)) = ' ' || title, substr(name, 1, length(name) - length(title)) || coalesce(office, title),
        name), ' ', '')) STORED,
  PRIMARY KEY (meeting, seq)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS korean_participant_name ON korean_participant(key);

-- Names you know to be one: INSERT INTO korean_alias VALUES ('車 회장', '차강률'). Used wherever people are counted together.
CREATE TABLE IF NOT EXISTS korean_alias(name TEXT PRIMARY KEY, canonical TEXT NOT NULL) WITHOUT ROWID;

-- What the other scripts ask for. The number goes up, here and there, when a name is added to the lists above; where a table
-- has changed too, update.sql takes the old one away.
CREATE VIEW IF NOT EXISTS korean_layout_2 AS SELECT made FROM korean_archive;

INSERT OR ROLLBACK INTO korean_check SELECT (SELECT count(*) FROM korean_taken), (SELECT count(*) FROM korean_earlier);
DROP TABLE temp.korean_check;
DROP TABLE temp.korean_taken;
DROP TABLE temp.korean_earlier;
DROP TABLE temp.korean_names;
RELEASE korean;
