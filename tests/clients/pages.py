"""parse_article() on the pages of tests/pages: how many lines are what a careful reader says they are."""
import collections
import glob
import json
import os
import subprocess
import sys

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'pages')
LINES, FACTS = 0.98, 0.98  # of the lines, and of bylines, addresses, publishers and dates
COLUMNS = {'T': 'title', 'S': 'subtitle', 'C': 'captions', 'B': 'body'}


def quote(text):
    return "'" + text.replace("'", "''") + "'"


def squash(text):
    return ''.join((text or '').split())


def parse(page):
    shell = [os.environ.get('SQLITE3', 'sqlite3'), '-batch', '-bail']
    script = f'.load {EXTENSION}\n.mode json\nSELECT * FROM parse_article({quote(page)});'
    return json.loads(subprocess.run(shell, input=script, capture_output=True, text=True, check=True).stdout)[0]


def label_of(line, article):
    """What parse_article() took the line for. A dateline or a signature may be cut off it."""
    line = squash(line)
    for label, column in COLUMNS.items():
        for part in map(squash, (article[column] or '').split('\n')):
            if part and part in line and 2 * len(part) >= len(line):
                return label
    return '-'


def main():
    right, of = collections.Counter(), collections.Counter()
    for path in sorted(glob.glob(os.path.join(FOLDER, '*.txt'))):
        name = os.path.basename(path)
        with open(path, encoding='utf-8') as file:
            head, *lines = file.read().splitlines()
        lines = [line.split('\t', 1) for line in lines]
        article = parse('\n'.join(text for _, text in lines))
        for label, text in lines:
            got = label_of(text, article)
            if label != '=':
                of['lines'] += 1
                right['lines'] += got == label
                if got != label:
                    print(f'{name}: {label} read as {got}: {text[:60]}')
        for fact in head[1:].split(' #'):
            key, wanted = fact.split('=')
            got = (article[key] or 'none').replace(', ', ',')
            of['facts'] += 1
            right['facts'] += got == wanted
            if got != wanted:
                print(f'{name}: {key} {wanted} read as {got}')
    for what, least in (('lines', LINES), ('facts', FACTS)):
        print(f'{what}: {right[what]} of {of[what]}')
        if not of[what] or right[what] < least * of[what]:
            sys.exit(f'fewer than {least:.0%} of the {what}')


main()
