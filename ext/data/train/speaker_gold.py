"""Write annotated texts with their quotations, for train_speakers: speaker_gold.py EXTENSION FOLDER|FILE ...

A folder is one that score_articles.py reads, a file has the form of speaker_examples.txt. Each text gives `D id bytes`, its text as the scorer puts it together, and for each quotation
`Q speaker TAB words`, both without white space."""
import glob
import json
import os
import sqlite3
import sys

SQL = """SELECT coalesce(a.title || char(10), '') || coalesce(a.subtitle || char(10), '') || coalesce(a.body || char(10), '') || coalesce(a.captions, '')
FROM parse_article(?) a"""


def squash(s):
    return ''.join(s.split())


def write(name, text, quotes):
    text = text.encode()
    sys.stdout.buffer.write(f'D {name} {len(text)}\n'.encode() + text + b'\n')
    for speaker, words in quotes:
        sys.stdout.buffer.write(f'Q {squash(speaker)}\t{squash(words)}\n'.encode())


def examples(path):
    with open(path, encoding='utf8') as file:
        for number, line in enumerate(file, 1):
            if line.startswith('#'):
                continue
            text, answer = line.rstrip('\n').split(' =>')
            write(number, text.replace('\\n', '\n'), [part.split(': ', 1) for part in answer.split(' | ') if part])


def main():
    db = sqlite3.connect(':memory:')
    db.enable_load_extension(True)
    db.load_extension(sys.argv[1])
    for place in sys.argv[2:]:
        if os.path.isfile(place):
            examples(place)
            continue
        for path in sorted(glob.glob(os.path.join(place, '[0-9]*.json'))):
            with open(path, encoding='utf8') as file:
                gold = json.load(file)
            with open(os.path.join(place, gold['file']), encoding='utf8') as file:
                text = db.execute(SQL, (file.read(),)).fetchone()[0]
            write(gold['file'], text, [(quote['speaker'], quote['text']) for quote in gold['quotes']])


main()
