"""Write the texts of annotated pages with their quotations, for train_speakers: speaker_gold.py EXTENSION FOLDER ...

A folder is one that score_articles.py reads. Each page gives `D id bytes`, its text as the scorer puts it together, and for each quotation
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


def main():
    db = sqlite3.connect(':memory:')
    db.enable_load_extension(True)
    db.load_extension(sys.argv[1])
    out = sys.stdout.buffer
    for folder in sys.argv[2:]:
        for path in sorted(glob.glob(os.path.join(folder, '[0-9]*.json'))):
            with open(path, encoding='utf8') as file:
                gold = json.load(file)
            with open(os.path.join(folder, gold['file']), encoding='utf8') as file:
                text = db.execute(SQL, (file.read(),)).fetchone()[0].encode()
            out.write(f'D {gold["file"]} {len(text)}\n'.encode() + text + b'\n')
            for quote in gold['quotes']:
                out.write(f'Q {squash(quote["speaker"])}\t{squash(quote["text"])}\n'.encode())


main()
