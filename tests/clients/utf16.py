"""Databases whose text is UTF-16: every function, the tokenizer, the collation and the index give what they give in UTF-8."""
import sqlite3
import sys

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
TEXT = ('이도윤 한빛그룹 회장이 어제 서울 중구의 한 호텔에서 박서준 두레전자 사장을 만나 "내년까지 2조원을 투자하겠다"고 말했다. 李대통령은 😀 웃었다.\n'
        '김하늘 기자 sky@hanbit.example\n')
STATEMENTS = [
    'SELECT length(korean_normalize(?)), unicode(korean_normalize(?1))',
    'SELECT korean_normalize(?), hanja_reading(?1), romanize(?1), chosung(?1)',
    'SELECT * FROM morphemes(?)',
    'SELECT * FROM sentences(?)',
    "SELECT * FROM extract_entities(?, '2025-02-05')",
    "SELECT * FROM meetings(?, '2025년 2월 5일')",
    "SELECT * FROM meeting_participants(?, '2025-02-05 10:00')",
    "SELECT korean_text_argument, korean_published_argument FROM meetings(?, '2025-02-05')",
    'SELECT * FROM quotes(?)',
    'SELECT * FROM relations(?)',
    'SELECT * FROM parse_article(?)',
    "SELECT korean_query(?), korean_query(?1, 'any'), korean_query(?1, 'phrase'), korean_query('삼성전', 'prefix')",
    'SELECT korean_normalize(body || ?1), chosung(body), romanize(body), hanja_reading(body), korean_query(body) FROM doc',  # of a column
    'SELECT e.text FROM doc, extract_entities(doc.body, doc.day) e WHERE ?1 IS NOT NULL',
    'SELECT typeof(korean_version()), json_valid(korean_debug()) FROM doc WHERE ?1 IS NOT NULL',
    "SELECT rowid, highlight(found, 0, '[', ']'), bm25(found) FROM found WHERE found MATCH korean_query('호텔 만나다') AND ?1 IS NOT NULL",
    "SELECT rowid FROM found('북한 OR \"이 대통령\"') WHERE ?1 IS NOT NULL",
    "SELECT value FROM json_each('[\"하\",\"李\",\"가\",\"나\"]') WHERE ?1 IS NOT NULL ORDER BY value COLLATE korean",
    "SELECT term, doc FROM vocabulary WHERE ?1 IS NOT NULL ORDER BY term",
]
ERRORS = ["SELECT * FROM meetings('만났다', '이월')", "SELECT korean_query('가', '모두')"]


def database(encoding):
    db = sqlite3.connect(':memory:')
    db.execute(f"PRAGMA encoding = '{encoding}'")
    db.execute('CREATE TABLE doc(day TEXT, body TEXT)')
    assert db.execute('PRAGMA encoding').fetchone() == (encoding,)
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    db.execute('INSERT INTO doc VALUES (?, ?)', ('2025. 2. 5.', TEXT))
    db.execute("CREATE VIRTUAL TABLE found USING fts5(body, tokenize = 'korean')")
    db.execute('INSERT INTO found SELECT body FROM doc')
    db.execute("INSERT INTO found VALUES ('北 대표단'), ('a' || char(0) || '나무'), ('')")
    db.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(found, 'row')")
    db.execute("INSERT INTO found(found) VALUES ('integrity-check')")
    return db


def error_of(db, statement):
    try:
        db.execute(statement).fetchall()
    except sqlite3.OperationalError as error:
        return str(error)


def ask(db):
    asked = {statement: db.execute(statement, (TEXT,)).fetchall() for statement in STATEMENTS}
    asked['of a blob'] = db.execute('SELECT form, korean_normalize(?1) FROM morphemes(?1)', (TEXT.encode(),)).fetchall()
    return asked | {statement: error_of(db, statement) for statement in ERRORS}


expected = ask(database('UTF-8'))
for statement, rows in expected.items():
    assert rows, statement
for encoding in ('UTF-16le', 'UTF-16be'):
    for statement, rows in ask(database(encoding)).items():
        assert rows == expected[statement], f'{encoding}: {statement}\n{rows}\nnot {expected[statement]}'
