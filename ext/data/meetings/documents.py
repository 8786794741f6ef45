#!/usr/bin/env python3
"""Write the texts that train_meetings reads: `D id day bytes`, a line end, the text, a line end.

    documents.py SHARED LABELS > FILE

The labelled news items of SHARED/data/meetings (title, line end, text), and the pages of SHARED/data/archive that LABELS
(labels.tsv) has labels of. The day counts from 1970-01-01; `-` where none is known.
"""
import datetime
import json
import sys


def day(published):
    if not published:
        return '-'
    return (datetime.date.fromisoformat(published[:10]) - datetime.date(1970, 1, 1)).days


def write(name, published, text):
    data = text.encode()
    sys.stdout.buffer.write(f'D {name} {day(published)} {len(data)}\n'.encode() + data + b'\n')


def main():
    shared, labels = sys.argv[1:3]
    for part in ('dev', 'train'):
        for line in open(f'{shared}/data/meetings/{part}.texts.jsonl', encoding='utf-8'):
            item = json.loads(line)
            write(item['id'], item['published'], item['title'] + '\n' + item['text'])
    with open(labels, encoding='utf-8') as f:
        wanted = {line.split('\t')[0] for line in f if not line.startswith('#')}
    for line in open(f'{shared}/data/archive/pages.jsonl', encoding='utf-8'):
        page = json.loads(line)
        if page['id'] in wanted:
            write(page['id'], page['published'], page['page'])


if __name__ == '__main__':
    main()
