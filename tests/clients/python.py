"""Python's sqlite3 module: loading, parameters of every type, threads, a file on disk."""
import os
import sqlite3
import sys
import tempfile
import threading

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'


def connect(path=':memory:'):
    db = sqlite3.connect(path, check_same_thread=False)
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    db.enable_load_extension(False)
    return db


def test_search():
    db = connect()
    db.execute("CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean')")
    db.executemany('INSERT INTO doc VALUES (?)', [('사용자는 알림을 이메일로 받는다',), ('배포는 화요일에 진행한다',)])
    search = 'SELECT rowid FROM doc WHERE doc MATCH korean_query(?)'
    assert db.execute(search, ('알림',)).fetchall() == [(1,)]
    assert db.execute(search, ('배포를',)).fetchall() == [(2,)]
    assert db.execute(search, ('"; DROP TABLE doc; --',)).fetchall() == []


def test_parameters():
    db = connect()
    forms = 'SELECT form FROM morphemes(?)'
    assert db.execute(forms, ('눈이 왔다',)).fetchall()[0] == ('눈',)
    assert db.execute(forms, ('눈이 왔다'.encode(),)).fetchall()[0] == ('눈',)
    assert db.execute(forms, (None,)).fetchall() == []
    for wrong in (1, 1.5):
        try:
            db.execute(forms, (wrong,)).fetchall()
        except sqlite3.OperationalError as error:
            assert 'morphemes(): the argument text takes text' in str(error), error
        else:
            raise AssertionError(wrong)
    text = '가😀나 李'
    for surface, start, length in db.execute('SELECT surface, start, length FROM morphemes(?)', (text,)):
        assert text[start - 1:start - 1 + length] == surface  # Python counts characters as SQLite does


def test_collation():
    db = connect()
    rows = db.execute('SELECT value FROM json_each(?) ORDER BY value COLLATE korean', ('["하","가","나"]',))
    assert [value for value, in rows] == ['가', '나', '하']


def test_file():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.db')
        db = connect(path)
        db.execute("CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean')")
        db.execute("INSERT INTO doc VALUES ('회의록을 공개했다')")
        db.commit()
        other = connect(path)  # two connections to one file
        assert other.execute("SELECT count(*) FROM doc('회의록')").fetchone() == (1,)
        other.close()
        db.close()


def test_threads():
    results = []

    def work():
        db = connect()
        results.append([db.execute("SELECT group_concat(form) FROM morphemes('비가 온다' || ?)", (i,)).fetchone()
                        for i in range(200)])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4 and all(result == results[0] for result in results)


for name, test in list(globals().items()):
    if name.startswith('test_'):
        test()
