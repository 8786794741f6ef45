#!/usr/bin/env python3
"""Sentences of whole pages with their names marked: page_names.py PAGES TABLES [FOLD] > pages.tsv

PAGES is a folder of pages with gold (shared/data/pages). From number 500 on the gold has every named person, organisation and place of
a page, each with all its spellings and how often each stands there, so that a line of the page can be marked by them, in KLUE-NER's form.
FOLD, 0 to 4, leaves out the pages whose number has that remainder by 5.

What the gold leaves open, the marks leave open (the trainer learns from such a line what is certain):
  CO   a country, or a place that may be its government too: a place or a body, as it acts or not
  XX   names or none: products and events, in which firms and places have their names; countries of one syllable of Hangul, which the gold
       does not list; the reporter and the outlet; 박모 씨, A씨; 이재명 정부, which is one body elsewhere; a spelling that the page has oftener than the gold says
Places and bodies side by side, with only a space between them, may be one name: the trainer knows this by itself.
"""
import glob, json, os, re, sys

FIRST = 500                 # the first page whose gold has all names
ACTS = ('시', '도', '구', '군', '주', '성', '현')  # ends of divisions that are their governments too
TYPES = {'person': 'PS', 'org': 'OG', 'place': 'LC', 'facility': 'CO', 'event': 'XX', 'product': 'XX', 'character': 'XX'}
OPEN = re.compile(r'(?<![가-힣])[한미중일북러영독불남]{2,3}(?=$|[^가-힣]|[은는이가의와과을를도] |정상|관계|회담|외교|동맹|간 )'
                  r'|(?<![가-힣0-9])(?:대|친|반|방|주)?[미중일러북영독불](?=[ ·,’\'”"]|[의은는이가] )'
                  r'|[가-힣]{2,4}(?= (?:[가-힣]{1,4})?(?:기자|특파원)(?![가-힣]))|(?<=\[)[^\]\n=]{2,30}(?==)|(?<=\()[가-힣·]{2,20}=[^)\n]{2,20}(?=\))'
                  r'|(?<![가-힣])(?:[가-힣]모|[A-Z])(?= ?씨)')


GOVERNMENT = re.compile(r'<([^<>]*):PS> (정부|행정부|정권)')


def column(path, wanted):
    for line in open(path, encoding='utf8'):
        cells = line.rstrip('\n').split('\t')
        if cells[0] and not line.startswith('#') and wanted(cells):
            yield cells[0]


def spelled(entity, text, titles):
    """A spelling without the office that the gold keeps in it: 이 of 이 대통령, 李 of 李대통령."""
    if entity['type'] != 'person' or text == entity['name']:
        return text
    words = text.split()
    while len(words) > 1 and words[0] in entity['name'] and words[-1] not in entity['name']:
        words.pop()
    short = ' '.join(words)
    cut = titles.sub('', short)
    return cut if cut and short not in entity['name'] and (cut in entity['name'] or len(cut) == 1) else short


def marks_of(gold, titles, countries):
    """Spelling: its mark, and how often the gold has it. The whole of 이 대통령 is looked for, and 이 is marked."""
    marks = {}
    for entity in gold['entities']:
        for mention in entity['mentions']:
            text, short = mention['text'].strip(), spelled(entity, mention['text'].strip(), titles)
            kind = TYPES[entity['type']]
            if kind == 'LC' and (text in countries or text.endswith(ACTS)):
                kind = 'CO'
            if '<' in text or '>' in text or not text:
                continue
            if text in marks and marks[text][0] != kind:
                kind = 'CO' if {marks[text][0], kind} <= {'OG', 'LC', 'CO'} else 'XX'
            marks[text] = kind, short, marks.get(text, (0, 0, 0))[2] + mention['count']
    return marks


def marked(line, pattern, marks, doubtful):
    at, out = 0, []
    spans = [(m.start(), m.end(), m[0]) for m in pattern.finditer(line)] if pattern else []
    taken = [(a, b) for a, b, _ in spans]
    for m in OPEN.finditer(line):
        if m.end() > m.start() and all(m.end() <= a or b <= m.start() for a, b in taken):
            spans.append((m.start(), m.end(), None))
            taken.append((m.start(), m.end()))
    for a, b, text in sorted(spans):
        kind, short, _ = marks[text] if text else ('XX', line[a:b], 0)
        if text in doubtful:
            kind = 'XX'
        lead = line[a:b].find(short)
        out += line[at:a + lead], f'<{short}:{kind}>', line[a + lead + len(short):b]
        at = b
    return GOVERNMENT.sub(r'<\1 \2:XX>', ''.join(out) + line[at:])


def main():
    pages, tables = sys.argv[1:3]
    fold = int(sys.argv[3]) if len(sys.argv) > 3 else None
    offices = sorted(column(os.path.join(tables, 'title.tsv'), lambda c: c[1] != 'common'), key=len, reverse=True)
    titles = re.compile('(' + '|'.join(map(re.escape, offices)) + ')$')
    countries = set(column(os.path.join(tables, 'country.tsv'), lambda c: True))
    for path in sorted(glob.glob(os.path.join(pages, '[0-9]*.json'))):
        gold = json.load(open(path, encoding='utf8'))
        number = int(os.path.basename(path)[:3])
        if number < FIRST or number % 5 == fold:
            continue
        text = open(os.path.join(pages, gold['file']), encoding='utf8').read().replace('<', '(').replace('>', ')')
        marks = marks_of(gold, titles, countries)
        pattern = re.compile('|'.join(re.escape(s) for s in sorted(marks, key=len, reverse=True))) if marks else None
        found = pattern.findall(text) if pattern else []
        doubtful = {s for s in marks if found.count(s) > marks[s][2]}
        furniture = gold['article']['boilerplate']
        for i, line in enumerate(text.split('\n')):
            line = ' '.join(line.split())
            if line and line not in furniture:
                print(f'## page-{number}-{i}\t{marked(line, pattern, marks, doubtful)}')


if __name__ == '__main__':
    main()
