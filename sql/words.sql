-- A list of words of one's own for a database that has none (README.md, Words of one's own), which says by itself when it has
-- changed. It needs no other file of this folder. Name it: tokenize = 'korean words korean_word'. Running it again does no harm.

SAVEPOINT korean;

CREATE TABLE IF NOT EXISTS korean_word(
  id       INTEGER PRIMARY KEY,
  word     TEXT NOT NULL,
  parts    TEXT,                        -- the word with a space at each cut; NULL: cut as without the list
  synonyms TEXT,                        -- other names, with commas between them
  type     TEXT,                        -- what extract_entities() finds it as; noun: a common noun; NULL: a name
  CONSTRAINT "word takes text without white space, 40 characters at most" CHECK (typeof(word) = 'text' AND length(word) BETWEEN 1 AND 40 AND instr(word, ' ') = 0),
  CONSTRAINT "parts takes the word with a space at each cut" CHECK (parts IS NULL OR typeof(parts) = 'text' AND lower(replace(parts, ' ', '')) = lower(word)),
  CONSTRAINT "synonyms takes text" CHECK (synonyms IS NULL OR typeof(synonyms) = 'text'),
  CONSTRAINT "type takes person, organization, location, product, event, noun or NULL"
    CHECK (type IN ('person', 'organization', 'location', 'product', 'event', 'noun'))
);

-- Another number for each change, which is rolled back with what it stands for.
CREATE TABLE IF NOT EXISTS korean_word_version(n INTEGER);
INSERT INTO korean_word_version SELECT random() WHERE NOT EXISTS (SELECT 1 FROM korean_word_version);
CREATE TRIGGER IF NOT EXISTS korean_word_added AFTER INSERT ON korean_word BEGIN UPDATE korean_word_version SET n = random(); END;
CREATE TRIGGER IF NOT EXISTS korean_word_changed AFTER UPDATE ON korean_word BEGIN UPDATE korean_word_version SET n = random(); END;
CREATE TRIGGER IF NOT EXISTS korean_word_removed AFTER DELETE ON korean_word BEGIN UPDATE korean_word_version SET n = random(); END;

RELEASE korean;
