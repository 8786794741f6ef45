"""The archive of sql/ in the hands of a program: names that are taken, other encodings, clients without the extension, savepoints,
copies, other readers, a fill that is killed, a process that forks."""
import os
import signal
import sqlite3
import sys
import tempfile
import time

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
SETUP = ('schema', 'events', 'views', 'article', 'attach')
PAGES = ['강단비 장관이 1일 부산에서 길도영 대표와 오찬을 했다.', '길도영 대표는 지난 1일 강단비 장관과 부산에서 오찬을 함께했다.',
         '비가 내렸다.', '차강률 회장이 2일 서울에서 마커스 벨로를 만났다. 그는 "함께 가자"고 말했다.']
ALL = ('korean_key', 'korean_article', 'korean_entity', 'korean_quote', 'korean_relation', 'korean_meeting', 'korean_participant',
       'korean_participant_key', 'korean_meeting_pair', 'korean_meeting_link', 'korean_name_count', 'korean_event',
       'korean_event_disagreement', 'korean_network')


def script(name):
    with open(f'sql/{name}.sql', encoding='utf-8') as file:
        return file.read()


def connect(path=':memory:', extension=True, **options):
    db = sqlite3.connect(path, isolation_level=None, **options)
    db.execute('PRAGMA synchronous = off')  # none of this takes the power away
    if extension:
        db.enable_load_extension(True)
        db.load_extension(EXTENSION)
    return db


def run(db, *names):
    for name in names:
        db.executescript(script(name))


def run_on(db, *names):
    """As a shell that goes on after errors."""
    errors, waiting = [], ''
    for line in ''.join(map(script, names)).splitlines(True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            try:
                db.execute(waiting).fetchall()
            except sqlite3.Error as error:
                errors.append(str(error))
            waiting = ''
    return errors


def archive(path=':memory:', pages=PAGES):
    db = connect(path)
    run(db, *SETUP)
    write(db, pages)
    return db


def write(db, pages):
    db.executemany("INSERT INTO article(publisher, published, page) VALUES ('가람뉴스', '2026-05-02', ?)", ((page,) for page in pages))


def contents(db, without=()):
    return {table: sorted(db.execute(f'SELECT * FROM {table}').fetchall(), key=repr) for table in ALL if table not in without}


def found(db, words):
    return [row for row, in db.execute('SELECT rowid FROM korean_search WHERE korean_search MATCH korean_query(?) ORDER BY rowid', (words,))]


def check(db):
    """The index holds what the table holds, and each row belongs to an article."""
    db.execute("INSERT INTO korean_search(korean_search, rank) VALUES ('integrity-check', 1)")
    assert db.execute('PRAGMA integrity_check').fetchall() == [('ok',)]
    for table in ('entity', 'quote', 'relation', 'meeting'):
        strays = db.execute(f'SELECT count(*) FROM korean_{table} WHERE article NOT IN (SELECT article FROM korean_article)')
        assert strays.fetchone() == (0,), table
    counts = 'SELECT n, (SELECT count(*) FROM korean_participant p WHERE (p.key, p.name, p.type) = (c.key, c.name, c.type)) FROM korean_name_count c'
    assert all(n == there for n, there in db.execute(counts))


def raises(words, call, *arguments):
    try:
        call(*arguments)
    except sqlite3.Error as error:
        assert words in str(error), error
    else:
        raise AssertionError(f'no error: {words}')


def schema(db):
    return db.execute('SELECT type, name, tbl_name, sql FROM sqlite_schema').fetchall()


def test_each_name_that_is_taken():
    db = archive()
    made = {name for name, in db.execute("SELECT name FROM sqlite_schema WHERE name LIKE 'korean\\_%' ESCAPE '\\'")}
    made -= {'korean_source'} | {name for name in made if name.startswith(('korean_search_', 'korean_watch_'))}
    for name in made:
        db = connect()
        db.executescript(f'CREATE TABLE mine(x); CREATE VIEW {name} AS SELECT x FROM mine')
        before = schema(db)
        raises('a name beginning with korean_ is taken', run, db, 'schema')
        db.rollback()
        assert schema(db) == before, name
    for name in ('korean_person', 'korean_now', 'korean_topmost', 'korean_refresh'):  # made by different scripts
        db = connect()
        db.executescript(f'CREATE TABLE mine(x); CREATE VIEW {name} AS SELECT x FROM mine')
        before = schema(db)
        assert run_on(db, *SETUP) and schema(db) == before, name
        assert run_on(db, 'detach', 'fill') and schema(db) == before, name


def test_a_name_that_comes_with_an_update():
    db = archive()
    before = contents(db)
    db.executescript("DELETE FROM korean_archive WHERE made IN ('korean_network_of', 'korean_layout_2'); DROP VIEW korean_layout_2;"
                     "DROP VIEW korean_network_of; CREATE VIEW korean_network_of AS SELECT 'mine'")  # as an older version leaves it
    there = schema(db)
    assert run_on(db, *SETUP) and sorted(schema(db)) == sorted(there)
    raises('a name beginning with korean_ is taken', run, db, 'schema')
    db.rollback()
    db.execute('DROP VIEW korean_network_of')
    run(db, *SETUP)
    assert contents(db) == before


# What the tables of version 1 were, where they were others, and its marks.
EARLIER = '''
DROP VIEW korean_layout_2; CREATE VIEW korean_layout_1 AS SELECT made FROM korean_archive;
DELETE FROM korean_archive WHERE made = 'korean_layout_2';
INSERT INTO korean_archive VALUES ('korean_layout_1'), ('korean_name_count_key');
DROP TABLE korean_relation; DROP TABLE korean_meeting; DROP TABLE korean_participant; DROP TABLE korean_name_count;
CREATE TABLE korean_relation(article, seq, person, title, organization, start, length, sentence, PRIMARY KEY (article, seq)) WITHOUT ROWID;
CREATE TABLE korean_meeting(id INTEGER PRIMARY KEY, article, seq, kind, status, evidential, date_start, date_end, time, place,
  duration, topic, evidence, start, length, sentence, score, published, first_day, last_day, parent, event,
  form TEXT GENERATED ALWAYS AS (CASE WHEN kind LIKE '%오찬%' THEN 'lunch' ELSE '' END) STORED, UNIQUE (article, seq));
CREATE TABLE korean_participant(meeting, seq, name, type, role, title, organization,
  key TEXT GENERATED ALWAYS AS (replace(name, ' ', '')) STORED, PRIMARY KEY (meeting, seq)) WITHOUT ROWID;
CREATE TABLE korean_name_count(name PRIMARY KEY, key, type, n, first_word, last_word, but_last, but_first, titled) WITHOUT ROWID;
CREATE INDEX korean_name_count_key ON korean_name_count(key);
INSERT INTO korean_meeting(article, seq, kind, event) VALUES (1, 1, '오찬', 1), (2, 1, '오찬', 1);
INSERT INTO korean_participant(meeting, seq, name) VALUES (1, 1, '강단비'), (2, 1, '강단비');
INSERT INTO korean_name_count(name, key, n) VALUES ('강단비', '강단비', 2);
'''


def test_an_archive_of_an_earlier_version():
    for last in ('attach', 'detach'):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'a.db')
            db = archive(path)
            db.execute("INSERT INTO korean_alias VALUES ('길도영', '길 대표')")
            before, whole = contents(db), sorted(schema(db))
            run(db, last)
            db.executescript(EARLIER)
            there = schema(db)
            raises('an archive of an earlier version: update.sql comes first', run, db, 'schema')
            db.rollback()
            assert schema(db) == there
            assert run_on(db, *SETUP) and run_on(db, 'detach') and schema(db) == there
            db.close()
            db = connect(path, extension=False)
            run(db, 'update', 'schema', 'events', 'views')
            assert not db.execute('SELECT * FROM korean_event').fetchall()
            db.close()
            db = connect(path)
            run(db, 'article', 'attach', 'fill')
            assert contents(db) == before and found(db, '오찬') == [1, 2]
            assert [row[:3] for row in sorted(schema(db)) if 'sqlite_stat' not in row[1]] == [row[:3] for row in whole]
            check(db)
            there = schema(db)
            raises('no archive of an earlier version', run, db, 'update')
            db.rollback()
            assert run_on(db, 'update') and schema(db) == there and contents(db) == before
            db.close()
    db = connect()
    db.execute('CREATE TABLE korean_meeting(mine)')
    there = schema(db)
    assert run_on(db, 'update') and schema(db) == there


def test_half_a_setup():
    for db in (connect(), connect(extension=False)):
        before = schema(db)
        for name in ('events', 'views', 'article', 'attach', 'detach', 'fill', 'update'):
            assert run_on(db, name) and schema(db) == before, name
    run(db, 'schema', 'events', 'views', 'article')  # without the extension
    before = schema(db)
    assert run_on(db, 'attach') and schema(db) == before


def test_it_is_removed_again():
    db = connect()
    run(db, 'schema', 'article')
    db.executescript('; '.join(sql for sql, in db.execute(script('remove'))))
    before = sorted(schema(db))
    assert [name for _, name, _, _ in before if 'korean' in name] == ['korean_source']
    for last in ('attach', 'detach'):
        run(db, *SETUP, last)
        write(db, PAGES)
        db.executescript('; '.join(sql for sql, in db.execute(script('remove'))))
        assert [(t, n, u) for t, n, u, _ in sorted(schema(db))] == [(t, n, u) for t, n, u, _ in before]
        write(db, PAGES)


def test_values_of_every_type():
    """A table of one's own need not be tidy: nothing that can be written to it makes the writing fail."""
    db = connect()
    run(db, 'schema', 'events', 'views', 'triggers')
    db.executescript("CREATE TABLE news(key PRIMARY KEY, published, publisher, title, text, page);"
                     "CREATE VIEW korean_source AS SELECT * FROM news;")
    run(db, 'attach')
    for sql, in db.execute("SELECT sql FROM korean_trigger_sql WHERE on_table = 'news' AND key = 'key'").fetchall():
        db.execute(sql)
    values = (None, 7, -1, 2.5, 'x', '', '가', b'\xff\0', '길\0도영', 1 << 62, float('inf'), '2026-05-02', 'now')
    for i in range(len(values)):
        for shift in range(6):
            row = [values[(i + shift * column) % len(values)] for column in range(6)]
            db.execute('INSERT OR REPLACE INTO news VALUES (?, ?, ?, ?, ?, ?)', row)
            check(db)
    keys = {key for key, in db.execute('SELECT key FROM news')} - {None}
    articles = db.execute('SELECT count(*) FROM korean_article').fetchone()[0]
    assert articles == len(keys)
    run(db, 'fill')
    assert db.execute('SELECT count(*) FROM korean_changed').fetchone() == (0,)
    db.execute('DELETE FROM news')
    assert not any(contents(db).values())


def test_utf16():
    """The same rows; only the order of names is that of the encoding."""
    plain = archive()
    for encoding in ('UTF-16le', 'UTF-16be'):
        db = connect()
        db.execute(f"PRAGMA encoding = '{encoding}'")
        run(db, *SETUP)
        write(db, PAGES)
        ordered = ('korean_meeting_pair', 'korean_network', 'korean_event')
        assert contents(db, ordered) == contents(plain, ordered), encoding
        events = 'SELECT e.key, e.event, e.kind, e.status, e.date_start, e.place, e.reports, p.value FROM korean_event e, json_each(e.participants) p'
        assert set(db.execute(events)) == set(plain.execute(events)), encoding
        assert found(db, '오찬') == [1, 2] and found(db, '비') == [3]
        check(db)
        db.execute('DELETE FROM article')
        assert not any(contents(db).values())
        check(db)


def test_without_the_extension():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.db')
        db = archive(path)
        before = contents(db)
        db.close()
        db = connect(path, extension=False)
        assert contents(db) == before  # reads all of it
        raises('no such', write, db, ['길이 막혔다.'])  # tokenizer or function, as versions of SQLite look first for one or the other
        db.close()
        db = connect(path)
        run(db, 'detach')
        db.close()
        db = connect(path, extension=False)
        assert contents(db) == before
        write(db, ['길이 막혔다.', '차강률 회장이 3일 대구에서 강단비 장관을 만났다.'])
        db.execute('DELETE FROM article WHERE id = 3')
        db.execute("UPDATE article SET page = '눈이 내렸다.' WHERE id = 4")
        assert [row for row, in db.execute("SELECT rowid FROM korean_search('막혔* OR 눈*') ORDER BY rowid")] == [4, 5]
        db.executescript('ALTER TABLE article ADD COLUMN note; ALTER TABLE article RENAME COLUMN note TO remark; '
                         'ALTER TABLE article DROP COLUMN remark; VACUUM; CREATE TABLE more AS SELECT * FROM article; DROP TABLE more')
        check(db)
        db.close()
        db = connect(path)
        run(db, 'attach')
        check(db)
        whole = connect()
        run(whole, *SETUP)
        whole.executemany('INSERT INTO article VALUES (?, ?, ?, ?, ?)', db.execute('SELECT * FROM article').fetchall())
        numbered = [table for table in ALL if 'meeting' in table or 'participant' in table] + ['korean_event', 'korean_event_disagreement']
        assert contents(db, numbered) == contents(whole, numbered)
        events = 'SELECT key, kind, status, date_start, place, participants, reports FROM korean_event ORDER BY key'
        assert db.execute(events).fetchall() == whole.execute(events).fetchall()
        assert found(db, '막히다') == [5] and found(db, '눈') == [4]
        db.execute('DROP TABLE article')
        db.close()


def test_a_schema_that_is_not_trusted():
    """As in the shell of Debian 13: views and triggers may only use what is innocuous."""
    db = connect()
    db.execute('PRAGMA trusted_schema = off')
    db.executescript('CREATE VIRTUAL TABLE plain USING fts5(x); CREATE VIEW seen AS SELECT * FROM plain')
    try:
        db.execute('SELECT * FROM seen')
    except sqlite3.OperationalError:
        return  # an SQLite that takes no FTS5 table in a view for innocuous, as 3.40
    run(db, *SETUP)
    write(db, PAGES)
    assert contents(db) == contents(archive())
    run(db, 'fill', 'triggers')
    triggers = 'SELECT sql FROM korean_trigger_sql WHERE on_table = ? AND key = ?'
    given = {sql for sql, in db.execute(triggers, ('article', 'id'))}
    there = db.execute("SELECT sql FROM sqlite_schema WHERE name LIKE 'korean\\_watch\\_%' ESCAPE '\\'").fetchall()
    assert {sql.replace(' IF NOT EXISTS', '').rstrip(';') for sql in given} == {sql for sql, in there}  # article.sql's are these
    db.execute("CREATE VIEW lunch AS SELECT rowid FROM korean_search(korean_query('오찬'))")  # a view cannot use MATCH then
    assert db.execute('SELECT * FROM lunch').fetchall() == [(1,), (2,)]


def test_datasette_finds_the_search():
    """Its question, of datasette.utils.detect_fts_sql()."""
    question = ("SELECT name FROM sqlite_schema WHERE rootpage = 0 AND sql LIKE "
                "'%VIRTUAL TABLE%USING FTS%content=\"korean\\_article\"%' ESCAPE '\\'")
    db = archive()
    assert db.execute(question).fetchall() == [('korean_search',)]
    run(db, 'detach')
    assert db.execute(question).fetchall() == [('korean_search',)]


def test_savepoints():
    db = archive()
    before = contents(db)
    db.execute('SAVEPOINT outer')
    write(db, ['강단비 장관이 3일 대구에서 차강률 회장을 만났다.'])
    db.execute('SAVEPOINT inner')
    db.execute('DELETE FROM article WHERE id <= 2')
    db.execute("UPDATE article SET page = '눈이 내렸다.' WHERE id = 3")
    assert found(db, '눈') == [3] and found(db, '오찬') == []
    db.execute('ROLLBACK TO inner')
    assert found(db, '눈') == [] and found(db, '대구') == [5]
    check(db)
    db.execute('ROLLBACK TO outer')
    db.execute('RELEASE outer')
    assert contents(db) == before and found(db, '대구') == []
    check(db)


def test_a_failing_insert_leaves_nothing():
    db = archive()
    before = contents(db)
    rows = [('u/1', '강단비 장관이 3일 대구에서 차강률 회장을 만났다.'), ('u/1', '눈이 내렸다.')]
    raises('UNIQUE', db.execute, 'INSERT INTO article(url, page) VALUES (?, ?), (?, ?)', rows[0] + rows[1])
    assert contents(db) == before
    for policy in ('OR IGNORE', 'OR REPLACE', 'OR FAIL', 'OR ABORT', 'OR ROLLBACK'):  # which triggers inherit
        db.execute(f'INSERT {policy} INTO article(url, page) VALUES (?, ?)', (policy, rows[0][1]))
        db.execute(f'INSERT {policy} INTO article(url, page) VALUES (?, ?)', (policy + '2', rows[0][1]))
        check(db)
    db.execute("DELETE FROM article WHERE url LIKE 'OR%'")
    assert contents(db) == before


def test_backup():
    with tempfile.TemporaryDirectory() as folder:
        db = archive()
        copy = connect(os.path.join(folder, 'copy.db'))
        db.backup(copy)
        assert contents(copy) == contents(db) and found(copy, '오찬') == [1, 2]
        write(copy, ['눈이 내렸다.'])
        assert found(copy, '눈') == [5] and found(db, '눈') == []
        check(copy)
        copy.execute('VACUUM INTO ?', (os.path.join(folder, 'small.db'),))
        small = connect(os.path.join(folder, 'small.db'))
        assert contents(small) == contents(copy) and found(small, '눈') == [5]
        check(small)


def test_read_only():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.db')
        before = contents(archive(path))
        db = connect(f'file:{path}?mode=ro', uri=True)
        assert contents(db) == before and found(db, '오찬') == [1, 2]
        raises('readonly', write, db, ['눈이 내렸다.'])
        raises('readonly', run, db, 'attach')


def test_a_reader_beside_the_writer():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.db')
        db = archive(path)
        assert db.execute('PRAGMA journal_mode = wal').fetchone() == ('wal',)
        reader = connect(path)
        reader.execute('BEGIN')
        before = contents(reader)
        db.execute('BEGIN')
        write(db, ['눈이 내렸다.'])
        assert contents(reader) == before and found(reader, '눈') == []
        db.execute('COMMIT')
        assert contents(reader) == before and found(reader, '눈') == []  # as when its transaction began
        reader.execute('COMMIT')
        assert found(reader, '눈') == [5] and contents(reader) == contents(db)
        check(reader)


MANY = [f'강단비 장관이 {i % 28 + 1}일 {place}에서 길도영 대표와 오찬을 했다. ' * 3 for i in range(60) for place in ('부산', '대구', '광주')]


def unread(path):
    """An archive whose articles are there and have not been read."""
    db = archive(path, [])
    db.execute('DROP TRIGGER korean_watch_article_insert')
    db.execute('BEGIN')
    write(db, MANY)
    db.execute('COMMIT')
    return db


def test_a_fill_that_is_killed():
    with tempfile.TemporaryDirectory() as folder:
        whole = unread(':memory:')
        run(whole, 'fill')
        path = os.path.join(folder, 'a.db')
        unread(path).close()
        child = os.fork()
        if not child:
            run(connect(path), 'fill')
            os._exit(0)
        db = connect(path, timeout=60)
        while not 0 < db.execute('SELECT count(*) FROM korean_article').fetchone()[0] < len(MANY):
            time.sleep(0.001)
        os.kill(child, signal.SIGKILL)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL, 'the fill was over before it was killed'
        check(db)
        assert 0 < db.execute('SELECT count(*) FROM korean_article').fetchone()[0] < len(MANY)
        run(db, 'fill')
        check(db)
        assert contents(db) == contents(whole)
        run(db, 'fill')
        assert contents(db) == contents(whole)


def test_a_fill_that_is_interrupted():
    whole = unread(':memory:')
    run(whole, 'fill')
    db = unread(':memory:')
    steps = [0]

    def stop():
        steps[0] += 1
        return steps[0] > 400

    db.set_progress_handler(stop, 1000)
    raises('interrupted', run, db, 'fill')
    db.set_progress_handler(None, 0)
    check(db)
    assert 0 < db.execute('SELECT count(*) FROM korean_article').fetchone()[0] < len(MANY)
    run(db, 'fill')  # in the session where the first one stopped
    assert contents(db) == contents(whole)


def test_a_process_that_forks():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.db')
        archive(path).close()
        child = os.fork()
        if not child:
            write(connect(path), ['눈이 내렸다.'])
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        db = connect(path)
        assert found(db, '눈') == [5]
        check(db)


for name, test in list(globals().items()):
    if name.startswith('test_'):
        test()
