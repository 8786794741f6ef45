"""The sqlite3 shell: loading, a search, an error, the scripts of sql/ and the demo. Only what every version prints alike."""
import os
import subprocess
import sys
import tempfile

EXTENSION = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else 'build/korean')
SHELL = os.environ.get('SQLITE3', 'sqlite3')


def shell(script, database=':memory:', load=True):
    """Exit code and output of a session that ends at its first error."""
    begin = '.bail on\n.mode list\n' + (f'.load {EXTENSION}\n' if load else '')
    done = subprocess.run([SHELL, '-batch', '-init', os.devnull, database], input=begin + script, text=True, encoding='utf-8',
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout


def expect(rows, script, **options):
    code, out = shell(script, **options)
    assert (code, out) == (0, rows), f'{out}[exit code {code}]'


def test_search():
    expect('1|사용자는 [알림]을 이메일로 받는다\n', """CREATE VIRTUAL TABLE note USING fts5(body, tokenize = 'korean');
INSERT INTO note VALUES ('사용자는 알림을 이메일로 받는다'), ('배포는 화요일에 진행한다');
SELECT rowid, highlight(note, 0, '[', ']') FROM note WHERE note MATCH korean_query('알림');
""")


def test_error():
    code, out = shell("SELECT korean_query('가', 'every');")
    assert code != 0 and "korean_query(): the argument mode takes 'all', 'any', 'phrase', 'prefix' or 'fuzzy'" in out, out


def test_scripts():
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, 'archive.db')
        expect('오찬|2026-05-01|["강단비","길도영"]\n', """.read sql/schema.sql
.read sql/events.sql
.read sql/views.sql
.read sql/article.sql
.read sql/attach.sql
INSERT INTO article(id, published, page) VALUES (1, '2026-05-02', '강단비 장관이 1일 부산에서 길도영 대표와 오찬을 했다.');
SELECT kind, date_start, participants FROM korean_event;
.read sql/detach.sql
""", database=database)
        expect('1\n', """UPDATE article SET publisher = '새벽경제';
SELECT rowid FROM korean_search WHERE korean_search MATCH '오찬을';
""", database=database, load=False)
        expect('새벽경제\n', '.read sql/attach.sql\nSELECT publisher FROM korean_article;\n', database=database)


def test_demo():
    done = subprocess.run(['sh', 'sql/demo.sh'], env=dict(os.environ, SQLITE3=SHELL, B=os.path.dirname(EXTENSION)), text=True,
                          encoding='utf-8', stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    assert done.returncode == 0, done.stdout


for name, test in list(globals().items()):
    if name.startswith('test_'):
        test()
