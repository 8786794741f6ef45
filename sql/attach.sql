-- From now on articles are read and searched in Korean: with triggers on their table each as it is written, and by fill.sql
-- whatever was there before. Needs `.load build/korean`, now and in each client that writes articles or searches; the tables
-- and views with what was read are open to any client.
--
-- A client without the extension cannot even insert into your own table while these triggers are there ("no such
-- tokenizer: korean", "no such table: parse_article"). Where there are such writers, run detach.sql first.
--
-- Running it again does no harm, and is right after an update of the extension, whose dictionary may cut words differently:
-- the index is built anew; then fill.sql reads again what an older version has read.

SAVEPOINT korean;

DROP TABLE IF EXISTS temp.korean_check;
DROP TABLE IF EXISTS temp.korean_found;
CREATE TEMP TABLE korean_check(
  made CONSTRAINT "schema.sql of this version comes first: nothing was changed" CHECK (made),
  source CONSTRAINT "article.sql or a view korean_source of your own comes first: nothing was changed" CHECK (source),
  loaded CONSTRAINT "the extension korean is not loaded: nothing was changed" CHECK (loaded));
CREATE TEMP TABLE korean_found AS
SELECT count(*) FILTER (WHERE name = 'korean_layout_2'),
  count(*) FILTER (WHERE name = 'korean_source'),
  (SELECT count(*) FROM pragma_module_list WHERE name = 'parse_article') FROM main.sqlite_schema;
INSERT INTO korean_check SELECT * FROM korean_found;   -- stops here, or where errors do not stop the script, at the end

-- The articles as they are read: see schema.sql.
DROP VIEW IF EXISTS korean_now;
CREATE VIEW korean_now(key, article, published, publisher, title, subtitle, byline, email, body, captions, read_with) AS
SELECT i.key, i.article, coalesce(i.published, date(p.published)), coalesce(i.publisher, p.publisher), coalesce(i.title, p.title),
  p.subtitle, p.byline, p.email, coalesce(i.text, p.body, iif(p.title IS NULL, i.page, NULL)), p.captions, korean_version()
FROM korean_input i LEFT JOIN parse_article(i.page) p;

-- Words of the text stay as they are written; names, titles, kinds and places are made one over all articles, of which
-- some may be in decomposed Hangul.
DROP TRIGGER IF EXISTS korean_article_read;
CREATE TRIGGER korean_article_read AFTER INSERT ON korean_article BEGIN
  INSERT INTO korean_entity(article, seq, type, text, name, value, value_end, unit, title, organization, start, length, sentence, score)
  SELECT t.article, e.seq, e.type, e.text, korean_normalize(e.name), e.value, e.value_end, e.unit, korean_normalize(e.title),
    korean_normalize(e.organization), e.start, e.length, e.sentence, e.score
  FROM korean_article t JOIN extract_entities(t.text, t.published) e WHERE t.article = new.article;

  INSERT INTO korean_meeting(article, seq, kind, status, evidential, date_start, date_end, time, place, duration, topic, evidence,
    start, length, sentence, score, form, published)
  SELECT t.article, m.seq, korean_normalize(m.kind), m.status, m.evidential, m.date_start, m.date_end, m.time,
    korean_normalize(m.place), m.duration, m.topic, m.evidence, m.start, m.length, m.sentence, m.score, m.form, t.published
  FROM korean_article t JOIN extract_meetings(t.text, t.published) m WHERE t.article = new.article;

  INSERT INTO korean_participant(meeting, seq, name, type, role, title, organization, office, titled, represents)
  SELECT m.id, p.seq, korean_normalize(p.name), p.type, p.role, korean_normalize(p.title), korean_normalize(p.organization),
    korean_normalize(p.office), p.titled, korean_normalize(p.represents)
  FROM korean_article t JOIN meeting_participants(t.text, t.published) p
    JOIN korean_meeting m ON m.article = t.article AND m.seq = p.meeting
  WHERE t.article = new.article;

  INSERT INTO korean_quote(article, seq, speaker, text, verb, start, length, sentence)
  SELECT t.article, q.seq, korean_normalize(q.speaker), q.text, q.verb, q.start, q.length, q.sentence
  FROM korean_article t JOIN quotes(t.text) q WHERE t.article = new.article;

  INSERT INTO korean_relation(article, seq, person, title, organization, start, length, sentence, office, former)
  SELECT t.article, r.seq, korean_normalize(r.person), korean_normalize(r.title), korean_normalize(r.organization), r.start,
    r.length, r.sentence, korean_normalize(r.office), r.former
  FROM korean_article t JOIN relations(t.text) r WHERE t.article = new.article;

  INSERT INTO korean_linking(article) VALUES (new.article);
END;

-- content="korean_article" is written without spaces and in these marks because Datasette looks for it so.
DROP TABLE IF EXISTS korean_search;
CREATE VIRTUAL TABLE korean_search USING fts5(
  title, subtitle, body, captions, content="korean_article", content_rowid="article", tokenize='korean');
INSERT INTO korean_search(korean_search) VALUES ('rebuild');

-- What was written while the extension was away is read.
INSERT INTO korean_refresh(key)
SELECT coalesce(k.key, a.article) FROM korean_article a LEFT JOIN korean_key k ON k.article = a.article
WHERE a.read_with IS NULL ORDER BY a.article;

INSERT OR ROLLBACK INTO korean_check SELECT * FROM korean_found;
DROP TABLE temp.korean_check;
DROP TABLE temp.korean_found;
RELEASE korean;
