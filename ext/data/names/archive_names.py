#!/usr/bin/env python3
"""Sentences of the archive with their names marked: archive_names.py ARCHIVE LABELS TABLES > archive.tsv

ARCHIVE is shared/data/archive/pages.jsonl, LABELS labels.tsv beside this program, which says where in it the names of some
sentences are. They are marked as page_names.py marks pages, in whose sense of a name they were annotated, so that the trainer
takes them for pages: number 1000 and up, one for each article.
"""
import json
import os
import sys

from page_names import ACTS, OPEN, column

TYPES = {'P': 'PS', 'O': 'OG', 'L': 'LC', 'X': 'XX'}
FIRST = 1000


def mark(kind, text, countries):
    return 'CO' if kind in 'OL' and (text in countries or kind == 'L' and text.endswith(ACTS)) else TYPES[kind]


def main():
    archive, labels, tables = sys.argv[1:4]
    countries = set(column(os.path.join(tables, 'country.tsv'), lambda c: True))
    wanted = {}
    for line in open(labels, encoding='utf8'):
        if not line.startswith('#'):
            article, start, end, names = line.rstrip('\n').split('\t')
            wanted.setdefault(article, []).append((int(start), int(end), names.split()))
    pages = {}
    for line in open(archive, encoding='utf8'):
        page = json.loads(line)
        if page['id'] in wanted:
            pages[page['id']] = page['page'].replace('<', '(').replace('>', ')')
    for number, article in enumerate(sorted(wanted), FIRST):
        for start, end, names in wanted[article]:
            sentence = pages[article][start:end]
            spans = [(int(a), int(b), mark(kind, sentence[int(a):int(b)], countries))
                     for a, b, kind in (name.replace('-', ':').split(':') for name in names)]
            for m in OPEN.finditer(sentence):
                if m.end() > m.start() and all(m.end() <= a or b <= m.start() for a, b, _ in spans):
                    spans.append((m.start(), m.end(), 'XX'))
            at, out = 0, ''
            for a, b, kind in sorted(spans):
                out += sentence[at:a] + f'<{sentence[a:b]}:{kind}>'
                at = b
            print(f'## page-{number}-{start}\t' + ' '.join((out + sentence[at:]).split()))


if __name__ == '__main__':
    main()
