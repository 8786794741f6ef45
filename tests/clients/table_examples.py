#!/usr/bin/env python3
"""The examples that the tables of ext/data/tables carry: "#= TEXT => ANSWER" behind an entry.

    tests/clients/table_examples.py EXTENSION [--accept] [TABLE ...]

What answers them, a line "#: example KIND" of the table's schema says, or "#=KIND TEXT => ANSWER" for one of them; the kinds are ANSWERS below. In a text
\\n stands for a line break. --accept writes what came out as what is expected; read it before you commit it."""
import glob
import os
import sqlite3
import sys

PUBLISHED = '2025-02-05'  # a Wednesday: the day of every example

# kind: a query over the text ?1, published on the day ?2, of one column; its rows are joined by ", "
ANSWERS = {
    'terms': "SELECT term FROM example_term ORDER BY offset, term",
    'forms_of': "SELECT group_concat(form, ' ') FROM morphemes(?1)",
    'any_query': "SELECT korean_query(?1, 'any')",
    'sentences': "SELECT '[' || s.text || ']' FROM sentences(?1) s",
    'reading': "SELECT hanja_reading(?1)",
    'romanize': "SELECT romanize(?1)",
    'names': """SELECT type || ' ' || e.name FROM extract_entities(?1, ?2) e
                WHERE type IN ('person', 'organization', 'location')""",
    'parts': "SELECT e.text FROM extract_entities(?1, ?2) e WHERE type = 'part'",
    'people': """SELECT e.name || ifnull(' ' || e.title, '') || ifnull(' (' || e.organization || ')', '')
                 FROM extract_entities(?1, ?2) e WHERE type = 'person'""",
    'dates': """SELECT e.text || ' = ' || ifnull(e.value || ifnull(' to ' || e.value_end, ''), '?')
                FROM extract_entities(?1, ?2) e WHERE type IN ('date', 'time')""",
    'amounts': """SELECT e.text || ' = ' || iif(e.value IS NULL, '?', printf('%.15g', e.value) ||
                     iif(e.value_end > e.value, printf(' to %.15g', e.value_end), '') || ifnull(' ' || e.unit, ''))
                  FROM extract_entities(?1, ?2) e
                  WHERE type IN ('money', 'percent', 'quantity', 'duration', 'ordinal')""",
    'quotes': "SELECT ifnull(q.speaker, '?') || ': ' || q.text FROM quotes(?1) q",
    'relations': "SELECT r.person || ' ' || r.title || ifnull(' (' || r.organization || ')', '') FROM relations(?1) r",
    'meetings': """SELECT m.kind || '(' || (SELECT group_concat(p.value, ' ') FROM json_each(m.participants) p) || ') ' ||
                          m.status || iif(m.evidential = 'direct', '', ' ' || m.evidential) ||
                          ifnull(' ' || m.date_start, '') || ifnull(' at ' || m.place, '')
                   FROM meetings(?1, ?2) m""",
    'published': "SELECT DISTINCT m.korean_published_argument FROM extract_entities('오늘', ?1) m",
    'forms': "SELECT m.kind || ifnull(' ' || m.form, '') FROM meetings(?1, ?2) m",
    'page': "SELECT replace(ifnull(a.body, ''), char(10), ' / ') FROM parse_article(?1) a",
    'captions': "SELECT replace(ifnull(a.captions, ''), char(10), ' / ') FROM parse_article(?1) a",
    'page_day': "SELECT a.published FROM parse_article(?1) a",
    'publisher': "SELECT a.publisher FROM parse_article(?1) a",
}


def connect(extension):
    db = sqlite3.connect(':memory:')
    db.enable_load_extension(True)
    db.load_extension(extension)
    db.execute("CREATE VIRTUAL TABLE example USING fts5(text, tokenize = 'korean')")
    db.execute("CREATE VIRTUAL TABLE example_term USING fts5vocab(example, instance)")
    return db


def answer(db, kind, text):
    text = text.replace('\\n', '\n')
    db.execute('DELETE FROM example')
    db.execute('INSERT INTO example VALUES (?)', (text,))
    query = ANSWERS[kind]
    arguments = tuple(a for a, name in ((text, '?1'), (PUBLISHED, '?2')) if name in query)
    return ', '.join(str(row[0]) for row in db.execute(query, arguments))


def examples(path):
    """Each example of a table: its line, what stands before its text, the kind of its answer, its text and the answer."""
    usual = None
    for number, line in enumerate(open(path, encoding='utf-8'), 1):
        line = line.rstrip('\n')
        if line.startswith('#: example '):
            usual = line.split()[2]
        elif line.startswith('#='):
            head, text = line.split(' ', 1)
            text, _, expected = text.rpartition(' => ')
            yield number, head, head[2:] or usual, text, expected


def accept(path, db):
    lines = open(path, encoding='utf-8').read().split('\n')
    for number, head, kind, text, _ in examples(path):
        lines[number - 1] = f'{head} {text} => {answer(db, kind, text)}'
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines))


def main():
    extension, *tables = [a for a in sys.argv[1:] if a != '--accept']
    db = connect(extension)
    asked = wrong = 0
    for path in sorted(glob.glob('ext/data/tables/*.tsv')):
        if tables and os.path.basename(path)[:-len('.tsv')] not in tables:
            continue
        if '--accept' in sys.argv:
            accept(path, db)
        for number, _, kind, text, expected in examples(path):
            got = answer(db, kind, text)
            asked += 1
            if got != expected:
                wrong += 1
                print(f'{path}:{number}: {text}\n  expected {expected}\n  but got  {got}')
    sys.exit(wrong > 0 or not asked)


if __name__ == '__main__':
    main()
