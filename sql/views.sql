-- What an archive says: people and offices, events, where reports disagree, the timeline, the network. Ordinary SQL,
-- no function of the extension. After schema.sql and events.sql; running it again is an update.

SAVEPOINT korean;

-- One name for each spelling of a participant: yours (alias); else for a word the commonest longer name of which it is
-- the first or last word (벨로: 마커스 벨로), and for a longer one the part of it that is five times as common or all but
-- its title (마커스 벨로 큐보라: 마커스 벨로); else the commonest spelling (리사오르테가: 리사 오르테가).
DROP VIEW IF EXISTS korean_name_of;
CREATE VIEW korean_name_of(key, name) AS
WITH spelling AS MATERIALIZED (
  SELECT key, name, type, n FROM (
    SELECT key, name, type, sum(n) OVER (PARTITION BY key) AS n, row_number() OVER (PARTITION BY key ORDER BY n DESC,
        length(name) DESC, name, type) AS rank FROM korean_name_count)
  WHERE rank = 1),
longer AS MATERIALIZED (
  SELECT word, key FROM (
    SELECT l.word, l.key, row_number() OVER (PARTITION BY l.word ORDER BY sum(l.n) DESC, l.key) AS rank
    FROM (SELECT last_word AS word, key, n, type FROM korean_name_count WHERE last_word <> '' UNION ALL
          SELECT first_word, key, n, type FROM korean_name_count
            WHERE first_word <> '' AND NOT titled) l JOIN spelling s ON s.key = l.word
    WHERE l.type = 'person' AND s.type = 'person' GROUP BY l.word, l.key HAVING sum(l.n) * 5 >= max(s.n)) WHERE rank = 1),
shorter AS MATERIALIZED (
  SELECT key, part FROM (
    SELECT b.key, s.key AS part, row_number() OVER (PARTITION BY b.key ORDER BY s.n DESC, s.key) AS rank
    FROM (SELECT key, first_word AS part, n, titled, 5 AS times FROM korean_name_count WHERE first_word <> '' AND type = 'person' UNION ALL
          SELECT key, but_last, n, titled, 1 FROM korean_name_count WHERE but_last <> '' AND type = 'person' UNION ALL
          SELECT key, but_first, n, titled, 1 FROM korean_name_count
            WHERE but_first <> '' AND type = 'person') b JOIN spelling s ON s.key = b.part
    WHERE s.type = 'person' AND (b.titled OR s.n >= b.n * b.times AND s.n > b.n)) WHERE rank = 1),
part AS MATERIALIZED (
  SELECT s.key, s.name, h.part, p.name AS part_name, coalesce(h.part, s.key) AS word
  FROM spelling s LEFT JOIN shorter h ON h.key = s.key LEFT JOIN spelling p ON p.key = h.part),
own AS MATERIALIZED (
  SELECT p.key, coalesce(f.name, p.part_name, p.name) AS name
  FROM part p LEFT JOIN longer l ON l.word = p.word LEFT JOIN spelling f ON f.key = l.key)
SELECT own.key, coalesce(a.canonical, own.name) FROM own LEFT JOIN korean_alias a ON a.name = own.name;

DROP VIEW IF EXISTS korean_person;
CREATE VIEW korean_person AS
SELECT e.name, count(*) AS mentions, count(DISTINCT e.article) AS articles, min(t.published) AS first_report,
    max(t.published) AS last_report
FROM korean_entity e JOIN korean_article t USING (article) WHERE e.type = 'person' GROUP BY e.name;

-- Who held which title where, from when to when as reported; former_since: the first report that calls the person a
-- former one (전, 前, 당시). Where a report leaves the organisation out, it is the one that most others name.
DROP VIEW IF EXISTS korean_office;
CREATE VIEW korean_office AS
WITH counted AS (
  SELECT *, count(*) OVER held AS said, count(organization) OVER held AS named,
    count(*) OVER (PARTITION BY person, office, organization) AS n
  FROM korean_relation WINDOW held AS (PARTITION BY person, office)),
placed AS (                             -- at the organisation that most name, if enough do
  SELECT article, person, office, former, coalesce(organization,
    max(iif(n * 2 > named AND n * 5 >= said, organization, NULL)) OVER (PARTITION BY person, office)) AS organization
  FROM counted)
SELECT person, office AS title, organization,
  min(t.published) FILTER (WHERE NOT former) AS first_report, max(t.published) FILTER (WHERE NOT former) AS last_report,
  min(t.published) FILTER (WHERE former) AS former_since, count(DISTINCT article) AS articles
FROM placed JOIN korean_article t USING (article) GROUP BY person, office, organization;

-- Each report with the key of its event: the report that came first. It stays when other articles are added.
DROP VIEW IF EXISTS korean_event_key;
CREATE VIEW korean_event_key(event, key, reports) AS
SELECT event, article || '.' || seq, reports
FROM (SELECT event, min(article) AS article, seq, count(*) AS reports   -- seq of the row with the least: SQLite's rule for min()
      FROM (SELECT event, article, min(seq) AS seq FROM korean_meeting WHERE event IS NOT NULL GROUP BY event, article)
      GROUP BY event);

-- Each participant of each report under the name he has in the event. 차 회장 is 차강률 where another report calls him
-- so, and a company or country is the person who speaks for it; stated leaves companies and countries as they are.
DROP VIEW IF EXISTS korean_event_name;
CREATE VIEW korean_event_name AS
WITH told AS MATERIALIZED (
  SELECT r.event, r.article, p.meeting, p.seq, p.type, p.role, p.title, p.organization, n.key, n.name
  FROM korean_meeting r JOIN korean_participant p ON p.meeting = r.id JOIN korean_name_of n ON n.key = p.key
    WHERE r.event IS NOT NULL),
known AS MATERIALIZED (
  SELECT t.event, k.key, min(t.name) AS name, count(DISTINCT t.name) AS people
  FROM told t JOIN korean_participant_key k ON k.meeting = t.meeting AND k.seq = t.seq AND k.weak > 0 WHERE t.type = 'person'
      GROUP BY t.event, k.key)
SELECT t.event, t.article, t.meeting, t.seq, iif(t.type = 'person' AND k.people > 1, t.name, coalesce(k.name, t.name)) AS name,
  iif(t.type = 'person' AND k.people = 1, k.name, t.name) AS stated, iif(k.name IS NULL, t.type, 'person') AS type, t.role,
      t.title, t.organization
FROM told t LEFT JOIN known k ON k.event = t.event AND k.key = t.key;

-- Who was there: those whom at least one report in twenty names.
DROP VIEW IF EXISTS korean_event_participant;
CREATE VIEW korean_event_participant AS
SELECT n.event, n.name, max(n.type) AS type, max(n.role) AS role, max(n.title) AS title, max(n.organization) AS organization,
    count(DISTINCT n.article) AS reports
FROM korean_event_name n JOIN korean_event_key k ON k.event = n.event GROUP BY n.event, n.name
  HAVING count(DISTINCT n.article) * 20 >= max(k.reports);

-- What each report says of its event, one row for each thing said.
DROP VIEW IF EXISTS korean_event_fact;
CREATE VIEW korean_event_fact(event, what, value, meeting, article) AS
SELECT event, 'date', date_start || iif(date_end <> date_start, '/' || date_end, ''), id, article FROM korean_meeting
    WHERE event IS NOT NULL AND date_start IS NOT NULL
UNION ALL SELECT event, 'place', place, id, article FROM korean_meeting WHERE event IS NOT NULL AND place <> ''
UNION ALL SELECT event, 'length', format('%g분', duration), id, article FROM korean_meeting
  WHERE event IS NOT NULL AND duration > 0
UNION ALL SELECT event, 'form', kind, id, article FROM korean_meeting
  WHERE event IS NOT NULL AND form IS NOT NULL   -- 조찬, 오찬, 통화: not 회동 for 만남
UNION ALL SELECT event, 'status', status, id, article FROM korean_meeting WHERE event IS NOT NULL
UNION ALL SELECT event, 'participant', stated, meeting, article FROM korean_event_name
UNION ALL SELECT r.event, 'amount', e.text, r.id, r.article     -- money in the headlines or in the sentences about the meeting
  FROM korean_meeting r JOIN korean_entity e ON e.article = r.article AND e.type = 'money' AND e.value IS NOT NULL
    JOIN korean_article t ON t.article = r.article
  WHERE e.sentence BETWEEN r.sentence - 2 AND r.sentence + 6
     OR e.start <= coalesce(length(t.title) + 1, 0) + coalesce(length(t.subtitle) + 1, 0);

-- One row for each real meeting. Date: the most exact one. Place, kind, length, topic: what most say, then the longer.
-- Status: what most of the reports say that came on its day or later, one who saw it held counting for two who still
-- expect it; before that, what the last ones say.
DROP VIEW IF EXISTS korean_event;
CREATE VIEW korean_event AS
WITH report AS MATERIALIZED (
  SELECT m.*, last_value(date_start) OVER w AS day FROM korean_meeting m WHERE event IS NOT NULL
  WINDOW w AS (PARTITION BY event ORDER BY date_start IS NOT NULL, first_day - last_day, article DESC, seq DESC
               ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)),
fact AS (
  SELECT event, 'place' AS what, place AS value, 1 AS weight FROM report WHERE place <> ''
  UNION ALL SELECT event, 'kind', kind, 1 FROM report WHERE kind <> ''
  UNION ALL SELECT event, 'topic', topic, 1 FROM report WHERE topic <> ''
  UNION ALL SELECT event, 'duration', duration, 1 FROM report WHERE duration > 0
  UNION ALL SELECT event, 'time', time, 1 FROM report WHERE time <> ''
  UNION ALL SELECT event, 'status', status, iif(published >= day, iif(status = 'held', 2000001, 1000000),
      CAST(julianday(published) - 2400000 AS INTEGER)) FROM report),
most AS (
  SELECT event, what, value, row_number() OVER (PARTITION BY event, what
    ORDER BY iif(what = 'status' AND max(weight) < 1000000, max(weight), sum(weight)) DESC, length(value) DESC, value) AS rank
  FROM fact GROUP BY event, what, value),
said AS MATERIALIZED (
  SELECT event, max(value) FILTER (WHERE what = 'place') AS place, max(value) FILTER (WHERE what = 'kind') AS kind,
    max(value) FILTER (WHERE what = 'topic') AS topic, max(value) FILTER (WHERE what = 'duration') AS duration,
    max(value) FILTER (WHERE what = 'time') AS time, max(value) FILTER (WHERE what = 'status') AS status
  FROM most WHERE rank = 1 GROUP BY event),
dated AS MATERIALIZED (
  SELECT event, date_start, date_end FROM (
    SELECT event, date_start, date_end, row_number() OVER (PARTITION BY event ORDER BY date_start IS NULL, last_day - first_day,
        article, seq) AS rank FROM report) WHERE rank = 1),
people AS MATERIALIZED (
  SELECT event, json_group_array(name) AS participants
  FROM (SELECT event, name FROM korean_event_participant ORDER BY event, role DESC, reports DESC, name) GROUP BY event),
counted AS MATERIALIZED (SELECT event, min(published) AS first_report, max(published) AS last_report FROM report GROUP BY event)
SELECT k.key, k.event, s.kind, s.status, p.participants, d.date_start, d.date_end, s.time, s.place, s.duration, s.topic, k.reports,
    c.first_report, c.last_report
FROM korean_event_key k LEFT JOIN counted c ON c.event = k.event LEFT JOIN said s ON s.event = k.event
  LEFT JOIN dated d ON d.event = k.event
  LEFT JOIN people p ON p.event = k.event;

-- What the reports of an event say differently, each version with who says it. difference: differs; less or more
-- exact than another version (a date in a wider one, a place within a place); left out (somebody whom other reports do not name); changes (of status).
-- Amounts: sums of one currency within a quarter of each other, which are most likely meant to be the same.
DROP VIEW IF EXISTS korean_event_disagreement;
CREATE VIEW korean_event_disagreement AS
WITH told AS MATERIALIZED (SELECT event, key, reports FROM korean_event_key WHERE reports > 1 OR event IN (SELECT event FROM korean_event_fact
    WHERE what = 'amount')),
stated AS (
  SELECT DISTINCT f.event, f.what, f.value, replace(f.value, ' ', '') AS plain, f.article
      FROM korean_event_fact f CROSS JOIN told ON told.event = f.event WHERE f.what <> 'amount'
  UNION ALL
  SELECT DISTINCT f.event, 'amount ' || e.unit, f.value, e.value, f.article   -- plain: the number
  FROM korean_event_fact f JOIN korean_entity e ON e.article = f.article AND e.type = 'money' AND e.text = f.value
    WHERE f.what = 'amount'),
version AS MATERIALIZED (
  SELECT s.event, s.what, min(s.value) AS value, s.plain, count(*) AS n, count(*) OVER (PARTITION BY s.event, s.what) AS versions,
    group_concat(coalesce(t.publisher || ' ', '') || coalesce(t.published, '') || ' (' || t.article || ')', ', ') AS sources
  FROM (SELECT event, what, plain, article, min(value) AS value FROM stated GROUP BY 1, 2, 3, 4) s
      JOIN korean_article t ON t.article = s.article
  GROUP BY s.event, s.what, s.plain),
within AS MATERIALIZED (
  SELECT v.event, v.what, v.plain, max(CASE v.what
    WHEN 'date' THEN CASE WHEN substr(o.value, 1, 10) >= substr(v.value, 1, 10) AND substr(o.value, -10) <= substr(v.value, -10)
                          THEN 'less exact'
                          WHEN substr(v.value, 1, 10) >= substr(o.value, 1, 10) AND substr(v.value, -10) <= substr(o.value, -10)
                          THEN 'more exact' END
    WHEN 'place' THEN CASE WHEN instr(o.plain, v.plain) THEN 'less exact' WHEN instr(v.plain, o.plain) THEN 'more exact' END
    ELSE 'differs' END) AS difference                       -- of amounts: near one another
  FROM version v JOIN version o ON o.event = v.event AND o.what = v.what AND o.plain <> v.plain
  WHERE v.what IN ('date', 'place') OR v.what LIKE 'amount %' AND o.plain BETWEEN v.plain * .8 AND v.plain * 1.25
  GROUP BY v.event, v.what, v.plain)
SELECT t.key, iif(v.what LIKE 'amount %', 'amount', v.what) AS what, v.value,
  CASE v.what WHEN 'participant' THEN 'left out' WHEN 'status' THEN 'changes' ELSE coalesce(w.difference, 'differs') END AS difference,
  v.n AS reports, v.sources, v.event
FROM version v JOIN told t ON t.event = v.event LEFT JOIN within w ON w.event = v.event AND w.what = v.what AND w.plain = v.plain
WHERE CASE WHEN v.what = 'participant' THEN v.n < t.reports
           WHEN v.what LIKE 'amount %' THEN w.difference IS NOT NULL ELSE v.versions > 1 END
ORDER BY v.event, v.what, v.n DESC, v.value;

DROP VIEW IF EXISTS korean_timeline;
CREATE VIEW korean_timeline AS
SELECT coalesce(date_start, '') || CASE WHEN date_end = date_start THEN '' WHEN substr(date_end, 1, 4) = substr(date_start, 1, 4)
    THEN '/' || substr(date_end, 6) WHEN date_end <> date_start THEN '/' || date_end ELSE '' END AS date,
  status, kind, (SELECT group_concat(value, ', ') FROM json_each(participants)) AS participants, place, reports, key, event,
      date_start, date_end
FROM korean_event
ORDER BY coalesce(date_start, first_report), coalesce(date_end, date_start), event;

-- The meetings of a person, a row for each counterpart. since_last: how long after their last meeting, as Korean
-- headlines count: 18일 만, 7개월 만, 3년 만.
DROP VIEW IF EXISTS korean_person_meetings;
CREATE VIEW korean_person_meetings AS
WITH happened AS MATERIALIZED (SELECT * FROM korean_event),
met AS (
  SELECT a.name AS person, b.name AS counterpart, b.role AS counterpart_role, e.*,
    max(CASE WHEN e.status IN ('held', 'ongoing') THEN e.date_start || coalesce(e.date_end, e.date_start) END) OVER (
      PARTITION BY a.name, b.name ORDER BY coalesce(e.date_start, e.first_report), e.event ROWS BETWEEN UNBOUNDED PRECEDING
          AND 1 PRECEDING) AS before
  FROM korean_event_participant a JOIN korean_event_participant b ON b.event = a.event AND b.name <> a.name
    JOIN happened e ON e.event = a.event
  WHERE 'principal' IN (a.role, b.role)),
dated AS (
  SELECT *, substr(before, 1, 10) AS last_date, date_start = coalesce(date_end, date_start) AND substr(before, 1, 10) = substr(before, 11) AS exact
  FROM met),
measured AS (
  SELECT *, (substr(date_start, 1, 4) - substr(last_date, 1, 4)) * 12 + substr(date_start, 6, 2) - substr(last_date, 6, 2) AS months,
    exact AND substr(date_start, 9) < substr(last_date, 9) AS short      -- the last of these months is not full
  FROM dated)
SELECT person, date_start, date_end, counterpart, CASE
    WHEN date_start <= last_date OR status NOT IN ('held', 'ongoing', 'planned') THEN NULL
    WHEN exact AND julianday(date_start) - julianday(last_date) < 31 THEN format('%d일 만', julianday(date_start) - julianday(last_date))
    WHEN months - short BETWEEN 1 AND 23 THEN format('%d개월 만', months - short)
    WHEN months >= 24 THEN format('%d년 만', months / 12) END AS since_last,
  kind, status, place, counterpart_role, participants, reports, key, event
FROM measured
ORDER BY person, coalesce(date_start, first_report), event, counterpart;

-- Who met whom: pairs, the lesser name first, with how often and between which days; planned: meetings still to come.
-- Two people who only sat in do not count as having met.
DROP VIEW IF EXISTS korean_network;
CREATE VIEW korean_network AS
WITH happened AS MATERIALIZED (SELECT event, status, date_start, date_end, reports FROM korean_event)
SELECT a.name AS a, b.name AS b, count(*) FILTER (WHERE e.status IN ('held', 'ongoing')) AS meetings,
  count(*) FILTER (WHERE e.status IN ('planned', 'expected')) AS planned,
  min(e.date_start) FILTER (WHERE e.status IN ('held', 'ongoing')) AS first_date,
  max(coalesce(e.date_end, e.date_start)) FILTER (WHERE e.status IN ('held', 'ongoing')) AS last_date,
  sum(e.reports) AS reports
FROM korean_event_participant a JOIN korean_event_participant b ON b.event = a.event AND b.name > a.name
  JOIN happened e ON e.event = a.event
WHERE 'principal' IN (a.role, b.role) AND e.status <> 'unlikely'
GROUP BY a.name, b.name;

-- The network as each person sees it: those whom he met, and how they met each other; and all of it, person '*'.
DROP VIEW IF EXISTS korean_network_of;
CREATE VIEW korean_network_of(person, a, b, meetings, planned, last_date) AS
WITH pair AS MATERIALIZED (SELECT a, b, meetings, planned, last_date FROM korean_network WHERE meetings + planned > 0),
seen AS MATERIALIZED (                  -- whom each person sees: himself, and those whom he met
  SELECT DISTINCT iif(seer = '*', '*', iif(seer = 'a', a, b)) AS person, iif(other = 'a', a, b) AS other
  FROM pair, (SELECT column1 AS seer FROM (VALUES ('*'), ('a'), ('b'))), (SELECT column1 AS other FROM (VALUES ('a'), ('b'))))
SELECT x.person, p.* FROM pair p JOIN seen x ON x.other = p.a JOIN seen y ON y.person = x.person AND y.other = p.b;

-- Pictures, one row for each person and one for all, '*'.
--   sqlite3 news.db "SELECT dot FROM korean_network_dot WHERE person = '차강률'" | dot -Tsvg > network.svg
DROP VIEW IF EXISTS korean_network_dot;
CREATE VIEW korean_network_dot(person, dot) AS
SELECT person, 'graph network {' || char(10) || '  node [shape=box, style=rounded]; overlap=false;' || char(10)
  || group_concat(line, char(10)) || char(10) || '}'
FROM (
  SELECT person, format('  "%s" -- "%s" [label="%s", penwidth=%d%s];', replace(replace(a, '\', '\\'), '"', '\"'),
    replace(replace(b, '\', '\\'), '"', '\"'), iif(meetings, meetings || '회' || coalesce('\n' || substr(last_date, 1, 7), ''), '예정'),
    1 + min(meetings, 5), iif(meetings, '', ', style=dashed')) AS line
  FROM korean_network_of ORDER BY person, a, b)
GROUP BY person;

-- The same as Mermaid, which GitHub and many editors draw in Markdown.
DROP VIEW IF EXISTS korean_network_mermaid;
CREATE VIEW korean_network_mermaid(person, mermaid) AS
WITH node AS (
  SELECT person, a, b, meetings, side, format('n%d["%s"]', dense_rank() OVER (PARTITION BY person ORDER BY name),
    replace(replace(replace(name, '#', '#35;'), '"', '#quot;'), char(10), ' ')) AS box
  FROM (SELECT o.*, side, iif(side, b, a) AS name FROM korean_network_of o, (SELECT 0 AS side UNION ALL SELECT 1)))
SELECT person, 'graph LR' || char(10) || group_concat(line, char(10))
FROM (
  SELECT person, format('  %s %s|%s| %s', max(box) FILTER (WHERE NOT side), iif(meetings, '---', '-.-'),
    iif(meetings, meetings || '회', '예정'), max(box) FILTER (WHERE side)) AS line
  FROM node GROUP BY person, a, b ORDER BY person, a, b)
GROUP BY person;

-- The timeline of each person, and all of it, person '*'.
DROP VIEW IF EXISTS korean_timeline_of;
CREATE VIEW korean_timeline_of AS
WITH seen(person, event) AS (
  SELECT name, event FROM korean_event_participant UNION ALL SELECT '*', event FROM korean_event_key)
SELECT s.person, t.* FROM korean_timeline t JOIN seen s ON s.event = t.event WHERE t.status <> 'unlikely';

DROP VIEW IF EXISTS korean_timeline_dot;
CREATE VIEW korean_timeline_dot(person, dot) AS
SELECT person, 'digraph timeline {' || char(10) || '  rankdir=TB; node [shape=box];' || char(10) || group_concat(node, char(10))
  || char(10) || '  ' || group_concat('e' || event, ' -> ') || ';' || char(10) || '}'
FROM (
  SELECT person, event, format('  e%d [label="%s%s%s\n%s%s"%s];', event, iif(date = '', '?', date),
      coalesce(' ' || replace(replace(kind, '\', '\\'), '"', '\"'), ''), iif(status IN ('held', 'ongoing'), '', ' (' || status || ')'),
      replace(replace(participants, '\', '\\'), '"', '\"'), coalesce('\n' || replace(replace(place, '\', '\\'), '"', '\"'), ''),
      iif(status IN ('held', 'ongoing'), '', ', style=dashed')) AS node
  FROM korean_timeline_of ORDER BY person, date_start IS NULL, date_start, event)
GROUP BY person;

DROP VIEW IF EXISTS korean_timeline_mermaid;
CREATE VIEW korean_timeline_mermaid(person, mermaid) AS
SELECT person, 'timeline' || char(10) || group_concat(entry, char(10))
FROM (
  SELECT person,                        -- a colon parts the entries, # begins an entity and ; ends a statement
    format('  %s : %s', replace(date, '/', '~'), replace(replace(replace(replace(
      coalesce(kind || ' ', '') || participants || coalesce(' (' || place || ')', ''),
      ':', '：'), ';', '；'), '#', '＃'), char(10), ' ')) AS entry
  FROM korean_timeline_of WHERE date_start IS NOT NULL ORDER BY person, date_start, event)
GROUP BY person;

DROP TABLE IF EXISTS temp.korean_check;
CREATE TEMP TABLE korean_check(made CONSTRAINT "schema.sql of this version comes first: nothing was changed" CHECK (made));
INSERT OR ROLLBACK INTO korean_check
SELECT count(*) FROM main.sqlite_schema WHERE name = 'korean_layout_2';
DROP TABLE temp.korean_check;
RELEASE korean;
