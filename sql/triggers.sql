-- Triggers for a table of your own, as SQL to be run: then every change of it is read at once. `key` is the column that is
-- the key in korean_source. Changes nothing itself: the view is there in this session only.
--
--   sqlite3 news.db '.read sql/triggers.sql' "SELECT sql FROM korean_trigger_sql WHERE on_table = 'news' AND key = 'id'" |
--     sqlite3 news.db
--
-- Without triggers fill.sql, run now and then, reads what has changed. Where the key is no column, or an article comes
-- from several tables, write them yourself: what they say is INSERT INTO korean_refresh(key) VALUES (…), for the old key and
-- the new one.

DROP VIEW IF EXISTS temp.korean_trigger_sql;
CREATE TEMP VIEW korean_trigger_sql(on_table, key, sql) AS
WITH own AS MATERIALIZED (
  SELECT name, wr AS without_rowid FROM pragma_table_list
  WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'korean\_%' ESCAPE '\'),
candidate(name, key) AS MATERIALIZED (
  SELECT o.name, c.name FROM own o JOIN pragma_table_info(o.name) c UNION SELECT name, 'rowid' FROM own WHERE NOT without_rowid),
collision(name, columns, condition) AS MATERIALIZED (   -- the rows that a new one replaces
  SELECT o.name, group_concat(i.name), '(' || group_concat(format('"%w" = new."%w"', i.name, i.name), ' AND ') || ')'
  FROM own o JOIN pragma_index_list(o.name) l JOIN pragma_index_info(l.name) i
  WHERE l."unique" AND NOT l.partial GROUP BY o.name, l.name HAVING count(i.name) = count(*)
  UNION
  SELECT o.name, min(c.name), format('("%w" = new."%w")', c.name, c.name)
  FROM own o JOIN pragma_table_info(o.name) c WHERE c.pk GROUP BY o.name HAVING count(*) = 1)
SELECT name, key, format('CREATE TRIGGER IF NOT EXISTS "korean_watch_%w_replace" BEFORE INSERT ON "%w" BEGIN
  DELETE FROM korean_replaced;
  INSERT INTO korean_replaced(key) SELECT "%w" FROM "%w" WHERE %s;
END;', name, name, key, name, group_concat(condition, ' OR '))
FROM candidate JOIN collision USING (name) WHERE columns <> key GROUP BY name, key
UNION ALL
SELECT name, key, format('CREATE TRIGGER IF NOT EXISTS "korean_watch_%w_insert" AFTER INSERT ON "%w" BEGIN
  INSERT INTO korean_refresh(key) SELECT r.key FROM korean_replaced r WHERE NOT EXISTS (SELECT 1 FROM "%w" WHERE "%w" = r.key);
  INSERT INTO korean_refresh(key) VALUES (new."%w");
END;', name, name, name, key, key) FROM candidate
UNION ALL
SELECT name, key, format('CREATE TRIGGER IF NOT EXISTS "korean_watch_%w_update" AFTER UPDATE ON "%w" BEGIN
  INSERT INTO korean_refresh(key) SELECT old."%w" WHERE old."%w" IS NOT new."%w";
  INSERT INTO korean_refresh(key) SELECT key FROM korean_changed WHERE key = new."%w";
END;', name, name, key, key, key, key) FROM candidate
UNION ALL
SELECT name, key, format('CREATE TRIGGER IF NOT EXISTS "korean_watch_%w_delete" AFTER DELETE ON "%w" BEGIN
  INSERT INTO korean_refresh(key) VALUES (old."%w");
END;', name, name, key) FROM candidate;
