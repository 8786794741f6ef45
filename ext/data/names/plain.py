#!/usr/bin/env python3
"""Unlabelled text for the word clusters, a line each: plain.py SHARED > plain.txt

News items, whole articles, encyclopedia paragraphs and treebank sentences of SHARED/data, without the annotated
items and sentences of SHARED/data/entities and the articles of SHARED/data/pages, so that figures on held-out folds owe
nothing to them.
"""
import glob, json, os, re, sys

data = os.path.join(sys.argv[1], 'data')
annotated, sentences = set(), set()
for name in ('news.tsv', 'klue-ner.dev.tsv'):
    for line in open(os.path.join(data, 'entities', name), encoding='utf8'):
        found = re.match(r'## (news-([0-9a-f]+)-\S+|\S+)\t(.*)', line)
        if found:
            annotated.add(found[2])
            sentences.add(re.sub(r'<([^<>]*?):(PS|OG|LC|DT|TI|QT)>', r'\1', found[3]))
pages = [json.load(open(path, encoding='utf8')) for path in sorted(glob.glob(os.path.join(data, 'pages', '[0-9]*.json')))]
annotated |= {page['url'] for page in pages} | {page['article']['title'] for page in pages}


def texts():
    for line in open(os.path.join(data, 'archive', 'news.jsonl'), encoding='utf8'):
        item = json.loads(line)
        if item['id'] not in annotated:
            yield from (item['title'], item['text'])
    for name in ('pages', 'older'):
        for line in open(os.path.join(data, 'archive', f'{name}.jsonl'), encoding='utf8'):
            item = json.loads(line)
            if item.get('url') not in annotated and item['title'] not in annotated:
                yield from (part for part in item['page'].split('\n')[1:] if not re.fullmatch(r'.{0,40}[0-9]{4}-[0-9][0-9]-[0-9][0-9][ 0-9:]*', part))
    yield from (line.rstrip('\n') for line in open(os.path.join(data, 'unlabelled', 'klue-sentences.txt'), encoding='utf8'))
    for path in sorted(glob.glob(os.path.join(data, 'morphology', 'ud-gsd.*.conllu'))):
        yield from (line[9:].strip() for line in open(path, encoding='utf8') if line.startswith('# text = '))
    for path in ('morphology/garu-gold.dev.jsonl', 'meetings/dev.texts.jsonl', 'search/korquad.dev.jsonl'):
        for line in open(os.path.join(data, path), encoding='utf8'):
            item = json.loads(line)
            yield from (item.get(key) for key in ('title', 'text'))


seen = set(sentences)
for text in texts():
    text = re.sub(r'[\t\r\n]+', ' ', text or '')
    if text and text not in seen:
        seen.add(text)
        print(text)
