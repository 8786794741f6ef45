-- What takes the archive out of a database again, as SQL to be read and run. Changes nothing itself. The articles and
-- korean_source stay; korean_alias, which you filled, goes.
--
--   sqlite3 news.db '.read sql/remove.sql' | sqlite3 -cmd '.load build/korean' news.db

SELECT format('DROP %s "%w";', type, name) AS sql FROM sqlite_schema
WHERE type <> 'index' AND name IN (SELECT made FROM korean_archive) OR name = 'korean_archive'
  OR type = 'trigger' AND (sql LIKE '%INTO korean\_refresh%' ESCAPE '\' OR sql LIKE '%INTO korean\_replaced%' ESCAPE '\')
ORDER BY CASE type WHEN 'trigger' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, name;
