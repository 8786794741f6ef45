-- An archive made before offices and forms were columns of its tables is made ready for schema.sql, events.sql, views.sql and
-- attach.sql of this version. What was read of meetings and offices goes here: fill.sql, last, reads all articles again.
-- Keys and aliases stay, articles are found in the meantime. Needs no extension.

SAVEPOINT korean;

DROP TABLE IF EXISTS temp.korean_check;
DROP TABLE IF EXISTS temp.korean_found;
CREATE TEMP TABLE korean_check(earlier CONSTRAINT "no archive of an earlier version: nothing was changed" CHECK (earlier));
CREATE TEMP TABLE korean_found AS
SELECT count(*) FROM main.sqlite_schema WHERE name = 'korean_layout_1' AND sql LIKE '%FROM korean_archive%';
INSERT INTO korean_check SELECT * FROM korean_found;   -- stops here, or where errors do not stop the script, at the end

DROP TRIGGER IF EXISTS main.korean_article_update;     -- the index stays as it is
DROP TRIGGER IF EXISTS main.korean_article_read;
DROP TABLE IF EXISTS main.korean_relation;
DROP TABLE IF EXISTS main.korean_meeting;
DROP TABLE IF EXISTS main.korean_participant;
DROP TABLE IF EXISTS main.korean_participant_key;
DROP TABLE IF EXISTS main.korean_meeting_pair;
DROP TABLE IF EXISTS main.korean_meeting_link;
DROP TABLE IF EXISTS main.korean_name_count;
DROP VIEW IF EXISTS main.korean_layout_1;
UPDATE korean_article SET read_with = '' WHERE read_with IS NOT NULL;
DELETE FROM korean_archive WHERE made IN ('korean_layout_1', 'korean_name_count_key');

INSERT OR ROLLBACK INTO korean_check SELECT * FROM korean_found;
DROP TABLE temp.korean_check;
DROP TABLE temp.korean_found;
RELEASE korean;
