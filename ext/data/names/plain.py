#!/usr/bin/env python3
"""Unlabelled text for the word clusters, a line each: plain.py SHARED > plain.txt

News items, encyclopedia paragraphs and treebank sentences of SHARED/data, without the annotated items
and sentences of SHARED/data/entities, so that figures on held-out folds owe nothing to them.
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


def texts():
    for line in open(os.path.join(data, 'archive', 'news.jsonl'), encoding='utf8'):
        item = json.loads(line)
        if item['id'] not in annotated:
            yield from (item['title'], item['text'])
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
