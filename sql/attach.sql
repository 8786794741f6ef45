-- Keep index and extracted tables right on every insert, update and delete. Needs `.load build/korean`, now and in
-- each client that writes or searches from now on (the other tables and views anybody reads); detach.sql takes it away
-- again. Running it twice does no harm; run it again after an update of the extension, whose dictionary may cut words
-- differently: the index is built anew.

-- INSERT INTO reading(article) VALUES (17) reads article 17, again if it has been read. Words of the text stay as they are
-- written; names, titles, kinds and places are made one over all articles, of which some may be in decomposed Hangul.
DROP VIEW IF EXISTS reading;
CREATE VIEW reading AS SELECT article FROM article_text;
CREATE TRIGGER reading_insert INSTEAD OF INSERT ON reading BEGIN
  DELETE FROM article_text WHERE article = new.article;
  INSERT INTO article_text(article, published, publisher, title, subtitle, byline, email, body, captions)
  SELECT s.article, coalesce(d.day, date(p.published)), coalesce(s.publisher, p.publisher), coalesce(s.title, p.title),
         p.subtitle, p.byline, p.email, coalesce(s.text, p.body, iif(p.title IS NULL, s.page, NULL)), p.captions
  FROM source s JOIN source_day d ON d.article = s.article LEFT JOIN parse_article(s.page) p WHERE s.article = new.article;

  INSERT INTO entity(article, seq, type, text, name, value, value_end, unit, title, organization, start, length, sentence, score)
  SELECT t.article, e.seq, e.type, e.text, korean_normalize(e.name), e.value, e.value_end, e.unit, korean_normalize(e.title),
      korean_normalize(e.organization), e.start, e.length, e.sentence, e.score
  FROM article_text t JOIN extract_entities(t.text, t.published) e WHERE t.article = new.article;

  INSERT INTO meeting(article, seq, kind, status, evidential, date_start, date_end, time, place, duration, topic, evidence, start,
      length, sentence, score, published)
  SELECT t.article, m.seq, korean_normalize(m.kind), m.status, m.evidential, m.date_start, m.date_end, m.time,
      korean_normalize(m.place), m.duration, m.topic, m.evidence, m.start, m.length,
         m.sentence, m.score, t.published
  FROM article_text t JOIN extract_meetings(t.text, t.published) m WHERE t.article = new.article;

  INSERT INTO participant(meeting, seq, name, type, role, title, organization)
  SELECT m.id, p.seq, korean_normalize(p.name), p.type, p.role, korean_normalize(p.title), korean_normalize(p.organization)
  FROM article_text t JOIN meeting_participants(t.text, t.published) p JOIN meeting m ON m.article = t.article AND m.seq = p.meeting
  WHERE t.article = new.article;

  INSERT INTO quote(article, seq, speaker, text, verb, start, length, sentence)
  SELECT t.article, q.seq, korean_normalize(q.speaker), q.text, q.verb, q.start, q.length, q.sentence
  FROM article_text t JOIN quotes(t.text) q WHERE t.article = new.article;

  INSERT INTO relation(article, seq, person, title, organization, start, length, sentence)
  SELECT t.article, r.seq, korean_normalize(r.person), korean_normalize(r.title), korean_normalize(r.organization), r.start,
      r.length, r.sentence
  FROM article_text t JOIN relations(t.text) r WHERE t.article = new.article;

  INSERT INTO linking(article) VALUES (new.article);
END;

-- After detach.sql: the index in Korean again, and what was written in the meantime is read.
DROP TABLE IF EXISTS article_search;
CREATE VIRTUAL TABLE article_search USING fts5(
  title, subtitle, body, captions, content = 'article_text', content_rowid = 'article', tokenize = 'korean');
INSERT INTO article_search(article_search) VALUES ('rebuild');
CREATE TABLE IF NOT EXISTS changed(article INTEGER PRIMARY KEY);
INSERT INTO reading(article) SELECT article FROM changed WHERE article IN (SELECT article FROM article_text) ORDER BY article;
DROP TABLE changed;
