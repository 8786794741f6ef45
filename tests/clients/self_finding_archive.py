"""Titles and words of the archive beside the tree find themselves in every mode; left out where the archive is not there."""
import json
import os
import sqlite3
import sys

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
ARCHIVE = os.path.join(os.environ.get('SHARED', '../shared'), 'data/archive')
MODES = ('all', 'any', 'phrase', 'prefix')
EVERY = 4  # one title of so many, so that the test takes seconds

if not os.path.isdir(ARCHIVE):
    sys.exit(77)


def titles():
    for name in ('news.jsonl', 'pages.jsonl'):
        with open(os.path.join(ARCHIVE, name), encoding='utf-8') as file:
            yield from (json.loads(line)['title'] for line in file)


def without_terms(db):
    """The rows that documents have no term for: nothing can find them."""
    db.execute("CREATE VIRTUAL TABLE term USING fts5vocab(doc, instance)")
    return {n for n, in db.execute('SELECT rowid FROM doc EXCEPT SELECT doc FROM term')}


def test(what, texts):
    db = sqlite3.connect(':memory:')
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    db.execute("CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean')")
    db.executemany('INSERT INTO doc(rowid, body) VALUES (?, ?)', enumerate(texts))
    silent = without_terms(db)
    assert len(silent) < len(texts) / 100, f'{what}: {len(silent)} have no terms'
    search = 'SELECT 1 FROM doc WHERE doc MATCH korean_query(?, ?) AND rowid = ?'
    for mode in MODES:
        lost = [text for n, text in enumerate(texts) if n not in silent and not db.execute(search, (text, mode, n)).fetchone()]
        assert not lost, f'{what}, {mode}: {len(lost)} of {len(texts)} not found, such as {lost[:5]}'


chosen = sorted({title for title in titles() if title})[::EVERY]
test('titles', chosen)
test('words', sorted({word for title in chosen for word in title.split()}))
