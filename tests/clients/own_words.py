"""Words of one's own while connections come and go, transactions are rolled back and databases attached."""
import os
import sqlite3
import sys
import tempfile

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
INDEX = "CREATE VIRTUAL TABLE post USING fts5(body, tokenize = 'korean words mine')"
LONG = '하늘시계'  # two words to the dictionary


def connect(path=':memory:', load=True):
    db = sqlite3.connect(path, isolation_level=None)
    if load:
        db.enable_load_extension(True)
        db.load_extension(EXTENSION)
    return db


def prepared(path=':memory:', encoding='UTF-8'):
    db = connect(path)
    db.execute(f"PRAGMA encoding = '{encoding}'")
    db.execute('CREATE TABLE mine(word, parts, synonyms, type)')
    db.execute(INDEX)
    return db


def add(db, word=LONG, synonyms=None, table='mine'):
    db.execute(f'INSERT INTO {table}(word, parts, synonyms) VALUES (?1, ?1, ?2)', (word, synonyms))


def whole(db, text=LONG, table='post'):
    """Is the text one word for the next document?"""
    rowid = db.execute(f'INSERT INTO {table}(body) VALUES (?)', (text,)).lastrowid
    found = db.execute(f"SELECT count(*) FROM {table} WHERE rowid = ? AND {table} MATCH ?", (rowid, '"=' + text + '"')).fetchone()[0]
    db.execute(f'DELETE FROM {table} WHERE rowid = ?', (rowid,))
    return bool(found)


def asked(db, text):
    """What a query for the text finds among documents that hold one term each."""
    return [row[0] for row in db.execute('SELECT body FROM post WHERE post MATCH ? ORDER BY body', (text,))]


def test_transactions():
    with tempfile.TemporaryDirectory() as folder:
        for path, pragma in ((':memory:', 'journal_mode = memory'), ('a.db', 'journal_mode = delete'), ('b.db', 'journal_mode = wal'),
                             ('c.db', 'locking_mode = exclusive'), ('d.db', 'cache_size = 1')):
            db = prepared(path if path == ':memory:' else os.path.join(folder, path))
            db.execute(f'PRAGMA {pragma}')
            transactions(db)
            db.close()


def transactions(db):
    db.execute("INSERT INTO post VALUES ('G9')")
    assert not whole(db)
    db.execute('BEGIN')
    add(db, synonyms='G9')
    assert whole(db) and asked(db, LONG) == ['G9']
    db.execute('ROLLBACK')
    assert not whole(db) and asked(db, LONG) == []
    db.execute('BEGIN')
    db.execute('SAVEPOINT a')
    add(db, synonyms='G9')
    assert asked(db, LONG) == ['G9']
    db.execute('ROLLBACK TO a')  # nothing that SQLite counts has changed since
    assert asked(db, LONG) == []
    add(db, synonyms='G9')
    db.execute('COMMIT')
    assert asked(db, LONG) == ['G9'] and whole(db)
    db.execute('UPDATE mine SET synonyms = NULL')
    assert asked(db, LONG) == []
    db.execute('DELETE FROM mine')
    assert not whole(db)


def test_one_statement_in_many_steps():
    """A trigger that adds a word before the document that has it."""
    db = prepared()
    db.execute('CREATE TABLE article(body)')
    db.execute("CREATE TRIGGER t AFTER INSERT ON article BEGIN INSERT INTO mine(word, parts) VALUES (new.body, new.body); "
               "INSERT INTO post VALUES (new.body); END")
    db.execute("INSERT INTO article VALUES ('하늘시계'), ('바다전화')")
    assert asked(db, '"=하늘시계"') == [LONG] and asked(db, '"=바다전화"') == ['바다전화']


def test_two_connections():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.db')
        for mode in ('delete', 'wal'):
            one = prepared(path)
            one.execute(f'PRAGMA journal_mode = {mode}')
            two, plain = connect(path), connect(path, load=False)
            one.execute("INSERT INTO post VALUES ('G9')")
            assert asked(two, LONG) == [] and asked(one, LONG) == []
            add(plain, synonyms='G9')  # a client without the extension
            assert asked(two, LONG) == ['G9'] and asked(one, LONG) == ['G9']
            two.execute('BEGIN')
            assert asked(two, LONG) == ['G9']
            if mode == 'wal':
                plain.execute('DELETE FROM mine')
                assert asked(two, LONG) == ['G9'] and asked(one, LONG) == []  # two reads what was there when it began
            two.execute('COMMIT')
            plain.execute('DELETE FROM mine')
            assert asked(two, LONG) == [] and asked(one, LONG) == []
            for db in (one, two, plain):
                db.close()
            os.remove(path)


def test_attached():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.db')
        db = prepared(path)
        add(db)
        db.close()
        db = connect()
        db.execute('ATTACH ? AS other', (path,))
        assert whole(db)  # the index is found there, and so are its words
        db.execute('CREATE TABLE mine(word)')  # main comes before
        assert not whole(db)
        db.execute('DROP TABLE mine')
        db.execute('CREATE TEMP TABLE mine(word)')  # temp comes last
        assert whole(db)
        db.execute('''CREATE VIRTUAL TABLE named USING fts5(body, tokenize = "korean words 'temp.mine'")''')
        assert not whole(db, table='named')
        db.execute("INSERT INTO temp.mine VALUES ('하늘시계')")
        db.execute('DETACH other')
        assert whole(db, text='하늘시계', table='named')


def test_several_lists():
    db = prepared()
    db.execute('CREATE TABLE other(word, parts, synonyms)')
    db.execute("CREATE VIRTUAL TABLE plain USING fts5(body, tokenize = 'korean')")
    db.execute("CREATE VIRTUAL TABLE second USING fts5(body, tokenize = 'korean words other')")
    add(db)
    for _ in range(2):  # each with terms of its own, however they take turns
        assert whole(db) and not whole(db, table='plain') and not whole(db, table='second')
    add(db, '바다전화', table='other')
    for _ in range(2):
        assert whole(db, '바다전화', 'second') and not whole(db, '바다전화') and not whole(db, table='second')


COUNTED = """CREATE TABLE mine_version(n);
INSERT INTO mine_version VALUES (random());
CREATE TRIGGER mine_added AFTER INSERT ON mine BEGIN UPDATE mine_version SET n = random(); END;
CREATE TRIGGER mine_changed AFTER UPDATE ON mine BEGIN UPDATE mine_version SET n = random(); END;
CREATE TRIGGER mine_removed AFTER DELETE ON mine BEGIN UPDATE mine_version SET n = random(); END"""


def test_version():
    """With a version the list is read only when that has changed."""
    db = prepared()
    db.executescript(COUNTED)
    for change in (lambda: add(db), lambda: db.execute("UPDATE mine SET parts = '하늘 시계'"), lambda: db.execute('DELETE FROM mine'),
                   lambda: db.execute(f"REPLACE INTO mine(rowid, word, parts) VALUES (1, '{LONG}', '{LONG}')")):
        before = whole(db)
        change()
        assert whole(db) or before
        db.execute('BEGIN')
        state = whole(db, '바다전화')
        db.execute('SAVEPOINT a')
        add(db, '바다전화')
        assert whole(db, '바다전화') and not state
        db.execute('ROLLBACK TO a')
        assert not whole(db, '바다전화')
        add(db, '바다전화')
        assert whole(db, '바다전화')
        db.execute('ROLLBACK')
        assert not whole(db, '바다전화')
    db.execute('UPDATE mine_version SET n = 7')
    assert whole(db)
    db.execute('DROP TRIGGER mine_removed')  # without all of them it says nothing
    db.execute('DELETE FROM mine')
    assert not whole(db)
    add(db)
    assert whole(db)
    db.execute('DROP TABLE mine')  # and with it the triggers
    db.execute('CREATE TABLE mine(parts, word)')
    assert not whole(db)
    db.execute('INSERT INTO mine VALUES (?1, ?1)', (LONG,))
    assert whole(db)
    db.executescript('DROP TABLE mine; DROP TABLE mine_version; CREATE VIEW mine AS SELECT 1 AS word')
    try:
        whole(db)
    except sqlite3.OperationalError:
        pass
    else:
        raise AssertionError('a view')


def test_encodings():
    for encoding in ('UTF-16le', 'UTF-16be'):
        db = prepared(encoding=encoding)
        add(db, synonyms='G9')
        db.execute("INSERT INTO post VALUES ('G9')")
        assert whole(db) and asked(db, LONG) == ['G9'], encoding


def test_order():
    """The same words in any order give the same index and the same errors."""
    rows = [('하늘시계', '하늘시계', 'G9, 시계', None), ('하늘시계', None, '나머지시계', None), ('G9', None, None, 'product'),
            ('구름', None, None, None), ('시계사', '시계 사', '시계회사', None)]
    seen = set()
    for turn in range(len(rows)):
        db = prepared()
        db.executemany('INSERT INTO mine VALUES (?, ?, ?, ?)', rows[turn:] + rows[:turn])
        db.execute("INSERT INTO post VALUES ('하늘시계사에서 G9와 시계사'), ('시계'), ('나머지시계')")
        db.execute('CREATE VIRTUAL TABLE v USING fts5vocab(post, instance)')
        seen.add((str(db.execute('SELECT term, doc, offset FROM v ORDER BY 1, 2, 3').fetchall()), str(asked(db, 'G9')), str(asked(db, LONG))))
    assert len(seen) == 1, seen


def test_closing():
    db = prepared()
    add(db)
    assert whole(db)
    db.execute('DROP TABLE mine')
    try:
        asked(db, LONG)
    except sqlite3.OperationalError:
        pass
    else:
        raise AssertionError('a table of words that is gone')
    db.execute('DROP TABLE post')
    db.close()


for name, test in sorted(globals().items()):
    if name.startswith('test_'):
        test()
