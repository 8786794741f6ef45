-- Which reports tell of the same meeting. Ordinary SQL, no function of the extension. After schema.sql; running it again is an update.
--
-- Two reports (of different articles, as a rule) can be one event when they share two participants, the days on which each can
-- have been overlap, and what they call it can be the same. Each report then points to its best such report among
-- those that are more exact than itself (fewer days, then the earlier article): `korean_meeting.parent`. The report at the
-- end of these pointers stands for the event: `korean_meeting.event`. The outcome depends on the reports alone, not on the
-- order of arrival.

SAVEPOINT korean;

-- The spellings under which a participant (of the first twelve: pairs grow with the square) may be met in another article.
-- A weak one (a word of a foreign name, surname and title, the organisation spoken for) counts only against a strong one:
-- 벨로 is 마커스 벨로, and 삼성전자 stands for its president, but two presidents of one company are two people.
CREATE TABLE IF NOT EXISTS korean_participant_key(
  meeting INTEGER, seq INTEGER, key TEXT,
  weak INTEGER,                         -- 0: the name, 1: a part of it, 5: an organisation
  PRIMARY KEY (meeting, seq, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS korean_participant_key_key ON korean_participant_key(key, weak);

-- Two keys of two participants of a meeting, the lesser first; weak: the sum of its weak and twice that of the second, so
-- that bits 1 and 2 say which is weak, 4 and 8 which is an organisation.
CREATE TABLE IF NOT EXISTS korean_meeting_pair(
  a TEXT, b TEXT, first_day INTEGER, meeting INTEGER, weak INTEGER, last_day INTEGER,
  PRIMARY KEY (a, b, first_day, meeting, weak)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS korean_meeting_pair_meeting ON korean_meeting_pair(meeting);

-- All pairs of reports that can be one event; parent is the more exact one.
CREATE TABLE IF NOT EXISTS korean_meeting_link(
  child INTEGER, parent INTEGER, child_article INTEGER, score INTEGER,
  PRIMARY KEY (child, parent)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS korean_meeting_link_parent ON korean_meeting_link(parent, child_article);

-- How often each spelling of a participant occurs, and the parts of a name of several words that may be all of it:
-- 마커스 벨로 is 벨로, 구로세 다쓰야 is 구로세, 마커스 벨로 큐보라 is 마커스 벨로. All without spaces.
CREATE TABLE IF NOT EXISTS korean_name_count(
  key TEXT, name TEXT, type TEXT, n INTEGER, first_word TEXT, last_word TEXT, but_last TEXT, but_first TEXT,
  titled INTEGER,                       -- 1: the last word is a title
  PRIMARY KEY (key, name, type)) WITHOUT ROWID;
DROP TRIGGER IF EXISTS korean_participant_insert;
CREATE TRIGGER korean_participant_insert AFTER INSERT ON korean_participant WHEN new.name <> '' BEGIN
  INSERT INTO korean_name_count(key, name, type, n, first_word, last_word, but_last, but_first, titled)
  SELECT new.key, new.name, new.type, 1, iif(length(first) > 1, first, NULL),
    iif(words > 1 AND length(last) > 1 AND unicode(last) >= 44032 AND NOT new.titled, last, NULL),
    iif(words > 2, substr(whole, 1, length(whole) - length(last)), NULL),
    iif(words > 2, substr(whole, length(first) + 1), NULL), new.titled
  FROM (SELECT whole, substr(new.name, 1, instr(new.name, ' ') - 1) AS first,
          substr(new.name, length(rtrim(new.name, whole)) + 1) AS last, length(new.name) - length(whole) + 1 AS words
        FROM (SELECT replace(new.name, ' ', '') AS whole))
  WHERE true
  ON CONFLICT (key, name, type) DO UPDATE SET n = n + 1;
END;
DROP TRIGGER IF EXISTS korean_participant_delete;
CREATE TRIGGER korean_participant_delete AFTER DELETE ON korean_participant BEGIN
  UPDATE korean_name_count SET n = n - 1 WHERE key = old.key AND name = old.name AND type = old.type;
  DELETE FROM korean_name_count WHERE key = old.key AND name = old.name AND type = old.type AND n = 0;
END;

-- The best parent of each report. An article does not tell one meeting twice: of its meetings only the one that fits best
-- may point to a given report, unless they are alike in day and form.
DROP VIEW IF EXISTS korean_best_parent;
CREATE VIEW korean_best_parent(meeting, parent) AS
SELECT m.id, (
  SELECT l.parent FROM korean_meeting_link l JOIN korean_meeting p ON p.id = l.parent
  WHERE l.child = m.id AND NOT EXISTS (
    SELECT 1 FROM korean_meeting_link s JOIN korean_meeting o ON o.id = s.child
    WHERE s.parent = l.parent AND s.child_article = m.article AND s.child <> m.id
      AND (s.score > l.score OR s.score = l.score AND s.child < m.id)
      AND NOT (o.form IS m.form AND o.date_start IS m.date_start AND o.date_end IS m.date_end))
  ORDER BY l.score DESC, p.last_day - p.first_day, p.article, p.seq LIMIT 1)
FROM korean_meeting m;

-- The report at the end of the pointers.
DROP VIEW IF EXISTS korean_topmost;
CREATE VIEW korean_topmost(meeting, event) AS
SELECT m.id, (
  WITH RECURSIVE up(id, parent) AS (SELECT m.id, m.parent UNION ALL SELECT p.id, p.parent FROM up JOIN korean_meeting p ON p.id = up.parent)
  SELECT id FROM up WHERE parent IS NULL)
FROM korean_meeting m;

-- INSERT INTO korean_linking(article) VALUES (17) compares the meetings of article 17 with all others.
DROP VIEW IF EXISTS korean_linking;    -- and its trigger
CREATE VIEW korean_linking(article) AS SELECT DISTINCT article FROM korean_meeting;
CREATE TRIGGER korean_linking_insert INSTEAD OF INSERT ON korean_linking
WHEN EXISTS (SELECT 1 FROM korean_meeting WHERE article = new.article) BEGIN
  -- Without a date the report itself bounds the days: what was held was held before it, what is planned comes after.
  UPDATE korean_meeting SET
    first_day = CAST(julianday(coalesce(date_start, CASE status WHEN 'held' THEN date(published, '-14 days')
                     WHEN 'unlikely' THEN date(published, '-14 days') ELSE published END)) + .5 AS INTEGER),
    last_day  = CAST(julianday(coalesce(date_end, date_start, CASE status WHEN 'held' THEN published WHEN 'ongoing' THEN published
                     WHEN 'expected' THEN date(published, '+60 days') ELSE date(published, '+30 days') END)) + .5 AS INTEGER)
  WHERE article = new.article;

  INSERT OR IGNORE INTO korean_participant_key(meeting, seq, key, weak)
  SELECT p.meeting, p.seq, p.key, 0
  FROM korean_meeting m JOIN korean_participant p ON p.meeting = m.id WHERE m.article = new.article AND p.seq <= 12;
  INSERT OR IGNORE INTO korean_participant_key(meeting, seq, key, weak)
  WITH person AS (
    SELECT p.meeting, p.seq, p.name, replace(p.office, ' ', '') AS office, replace(p.represents, ' ', '') AS represents,
      n.first_word, n.last_word, n.but_last, n.but_first
    FROM korean_meeting m JOIN korean_participant p ON p.meeting = m.id
      JOIN korean_name_count n ON n.key = p.key AND n.name = p.name AND n.type = p.type
    WHERE m.article = new.article AND p.type = 'person' AND p.seq <= 12)
  SELECT meeting, seq, last_word, 1 FROM person WHERE last_word <> ''
  UNION ALL SELECT meeting, seq, first_word, 1 FROM person WHERE first_word <> ''                -- 구로세 다쓰야; 미국 상무장관
  UNION ALL SELECT meeting, seq, but_last, 1 FROM person WHERE but_last <> ''                    -- 마커스 벨로 큐보라
  UNION ALL SELECT meeting, seq, but_first, 1 FROM person WHERE but_first <> ''
  UNION ALL SELECT meeting, seq, substr(but_last, length(first_word) + 1), 1 FROM person WHERE but_last <> '' AND first_word <> ''
  UNION ALL SELECT meeting, seq, last_word || office, 1 FROM person WHERE last_word <> '' AND office <> ''   -- 벨로 CEO
  UNION ALL SELECT meeting, seq, substr(name, 1, 1) || office, 1 FROM person                     -- 차 회장
    WHERE office <> '' AND length(name) BETWEEN 2 AND 4 AND instr(name, ' ') = 0
  UNION ALL SELECT meeting, seq, represents, 5 FROM person WHERE represents <> '';

  INSERT OR IGNORE INTO korean_meeting_pair(a, b, first_day, meeting, weak, last_day)
  SELECT x.key, y.key, m.first_day, x.meeting, x.weak + 2 * y.weak, m.last_day
  FROM korean_meeting m JOIN korean_participant_key x ON x.meeting = m.id
    JOIN korean_participant_key y ON y.meeting = m.id AND y.seq <> x.seq AND y.key > x.key
  WHERE m.article = new.article AND m.first_day IS NOT NULL;

  INSERT OR REPLACE INTO korean_meeting_link(child, parent, child_article, score)
  WITH shared AS MATERIALIZED (
    SELECT x.meeting AS x, y.meeting AS y, count(*) AS pairs, max(x.weak | y.weak < 4) AS named
    FROM korean_meeting m CROSS JOIN korean_meeting_pair x ON x.meeting = m.id
      CROSS JOIN korean_meeting_pair y ON y.a = x.a AND y.b = x.b AND y.weak & x.weak & 3 = 0
        AND y.first_day BETWEEN m.first_day - iif(m.last_day - m.first_day > 92, 400, 123) AND m.last_day + 31
        AND y.last_day >= m.first_day - 31   -- no farther, see below
    WHERE m.article = new.article GROUP BY x.meeting, y.meeting),
  compared AS MATERIALIZED (
    SELECT x.id AS x, y.id AS y, x.article AS x_article, y.article AS y_article,
      (y.last_day - y.first_day, y.article, y.seq) < (x.last_day - x.first_day, x.article, x.seq) AS y_first,
      max(x.first_day, y.first_day) - min(x.last_day, y.last_day) AS gap,          -- 0 or less: they overlap
      max(x.last_day - x.first_day, y.last_day - y.first_day) AS widest,
      min(x.last_day - x.first_day, y.last_day - y.first_day) AS narrowest,
      CASE WHEN x.form = y.form THEN 3 WHEN x.form IS y.form THEN 2 WHEN x.form IS NULL OR y.form IS NULL THEN 1 END AS form,
      CASE WHEN x.place IS NULL OR y.place IS NULL THEN 1
           WHEN instr(replace(x.place, ' ', ''), replace(y.place, ' ', ''))
             OR instr(replace(y.place, ' ', ''), replace(x.place, ' ', '')) THEN 2
           WHEN EXISTS (SELECT 1 FROM json_each('[' || replace(json_quote(x.place), ' ', '","') || ']')   -- a word of the one in the other
                        WHERE length(value) > 1 AND instr(y.place, value)) THEN 2
           WHEN (length(x.place) <= 3) <> (length(y.place) <= 3) THEN 1      -- 한국, 서울: the other may lie in it
           ELSE 0 END AS place,
      (x.date_start IS y.date_start AND x.date_end IS y.date_end AND x.date_start IS NOT NULL)
        + (x.date_start IS NOT NULL AND y.date_start IS NOT NULL) AS date,
      min(s.pairs, 3) AS pairs, s.named,
      (x.form IS 'call') <> (y.form IS 'call') AS other_medium
    FROM shared s JOIN korean_meeting x ON x.id = s.x JOIN korean_meeting y ON y.id = s.y
    WHERE x.article <> y.article     -- or an article tells of one dinner twice
       OR x.id <> y.id AND x.form = y.form AND x.date_start = y.date_start AND y.first_day = y.last_day
           AND x.first_day = x.last_day AND s.named)
  SELECT iif(y_first, x, y), iif(y_first, y, x), iif(y_first, x_article, y_article), form + place + date + pairs
  FROM compared
  WHERE form IS NOT NULL AND NOT other_medium
    AND (named OR date > 0)                                                       -- a country without a day is too little
    AND (gap <= 0 OR place = 2 AND date > 0 AND gap <= iif(narrowest >= 27, 31, 1))  -- one place: two dates for one meeting
    AND (widest <= 7 OR place > 0)                                                -- a month: in another place it is another one
    AND (widest <= 92 OR narrowest > 92);                                         -- "last year" is no date to tell meetings apart by

  UPDATE korean_meeting SET parent = (SELECT b.parent FROM korean_best_parent b WHERE b.meeting = korean_meeting.id)
  WHERE id IN (SELECT id FROM korean_meeting WHERE article = new.article)
     OR id IN (SELECT l.child FROM korean_meeting m JOIN korean_meeting_link l ON l.parent = m.id
         JOIN korean_meeting c ON c.id = l.child    -- those whom a new one suits better
               LEFT JOIN korean_meeting p ON p.id = c.parent LEFT JOIN korean_meeting_link o ON o.child = c.id AND o.parent = p.id
               WHERE m.article = new.article AND (p.id IS NULL OR
                 (-l.score, m.last_day - m.first_day, m.article, m.seq) < (-o.score, p.last_day - p.first_day, p.article, p.seq)));
  UPDATE korean_meeting SET event = (SELECT t.event FROM korean_topmost t WHERE t.meeting = korean_meeting.id)
  WHERE id IN (
    WITH RECURSIVE below(id) AS (
      SELECT id FROM korean_meeting WHERE article = new.article
      UNION SELECT l.child FROM korean_meeting m JOIN korean_meeting_link l ON l.parent = m.id WHERE m.article = new.article
      UNION SELECT m.id FROM below JOIN korean_meeting m ON m.parent = below.id)
    SELECT id FROM below);
END;

DROP TRIGGER IF EXISTS korean_meeting_delete;
CREATE TRIGGER korean_meeting_delete AFTER DELETE ON korean_meeting BEGIN
  DELETE FROM korean_participant WHERE meeting = old.id;
  DELETE FROM korean_participant_key WHERE meeting = old.id;
  DELETE FROM korean_meeting_pair WHERE meeting = old.id;
  DELETE FROM korean_meeting_link WHERE child = old.id;
  DELETE FROM korean_meeting_link WHERE parent = old.id;
  UPDATE korean_meeting SET event = NULL WHERE id IN (
    WITH RECURSIVE below(id) AS (SELECT id FROM korean_meeting WHERE parent = old.id UNION SELECT m.id FROM below
        JOIN korean_meeting m ON m.parent = below.id)
    SELECT id FROM below);
  UPDATE korean_meeting SET parent = (SELECT b.parent FROM korean_best_parent b WHERE b.meeting = korean_meeting.id)
    WHERE parent = old.id;
  UPDATE korean_meeting SET event = (SELECT t.event FROM korean_topmost t WHERE t.meeting = korean_meeting.id)
  WHERE event IS NULL AND first_day IS NOT NULL;
END;

DROP TABLE IF EXISTS temp.korean_check;
CREATE TEMP TABLE korean_check(made CONSTRAINT "schema.sql of this version comes first: nothing was changed" CHECK (made));
INSERT OR ROLLBACK INTO korean_check
SELECT count(*) FROM main.sqlite_schema WHERE name = 'korean_layout_2';
DROP TABLE temp.korean_check;
RELEASE korean;
