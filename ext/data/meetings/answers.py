#!/usr/bin/env python3
"""Tell which proposal is right for each trigger that train_meetings lists: id TAB character TAB number, -1 unknown.

    answers.py LIST SHARED LABELS > FILE

Pages are labelled trigger by trigger (labels.tsv). News items have gold for the document: a meeting belongs to the trigger of
each sentence that has two of its parties and is its evidence or names its kind; what other triggers of such a sentence tell
is unknown. The right proposal is the one that shares most with the gold parties, by F1; below LEAST it is nobody.
"""
import collections
import json
import sys

LEAST = 0.6  # F1 of the parties
SURE = 1.2   # of a trigger for a meeting: share of its parties at hand, + 1 in its evidence, + 1 by its kind


def squash(text):
    return ''.join((text or '').split())


def read_labels(path):
    """id -> [(start, end, None or [(start, end) of each party])], in characters of the page."""
    labels = collections.defaultdict(list)
    for line in open(path, encoding='utf-8'):
        if line.startswith('#'):
            continue
        name, start, end, _, parties = line.rstrip('\n').split('\t')
        spans = [tuple(map(int, span.split('-'))) for span in parties.split()]
        labels[name].append((int(start), int(end), spans))
    return labels


def best_proposal(proposals, hits, wanted):
    """The proposal with the best F1, where hits(party) gives the gold parties that it stands for."""
    best, right = LEAST, 0
    for number, parties in enumerate(proposals):
        found = set().union(*(hits(party) for party in parties)) if parties else set()
        score = 2 * len(found) / (len(parties) + wanted) if parties else 0
        if score > best:
            best, right = score, number
    return right


def answer_page(row, labels):
    start, end = row['trigger']
    here = [spans for first, last, spans in labels if first < end and start < last]
    if not here:
        return -1
    spans = sorted(set(sum(here, [])))  # several meetings by one word: all who meet somebody
    if not spans:
        return 0
    return best_proposal(
        row['proposals'],
        lambda party: {k for k, (a, b) in enumerate(spans) if party['start'] < b and a < party['end']}, len(spans))


def hits_of(meeting):
    spellings = [{squash(p['name'])} | {squash(a) for a in p.get('aliases', [])} for p in meeting['participants']]

    def hits(party):
        names = {squash(party['name']), squash(party['words'])} | {squash(name) for name in party['leaders']}
        return {k for k, known in enumerate(spellings) if names & known}
    return hits, len(spellings)


def answer_item(rows, text, meetings):
    """Answers for all rows of one sentence of a news item."""
    parties = [party for row in rows for proposal in row['proposals'] for party in proposal]
    claims = []
    for number, meeting in enumerate(meetings):
        hits, wanted = hits_of(meeting)
        found = set().union(*map(hits, parties)) if parties else set()
        if len(found) < 2:
            continue
        at = text.find(meeting.get('evidence') or '\0')
        for row in rows:
            inside = 0 <= at <= row['trigger'][0] < at + len(meeting['evidence'])
            kind = squash(meeting['kind'])
            named = kind in (squash(row['kind']), squash(row['words'])) or squash(row['words']).endswith(kind[-2:])
            claims.append((len(found) / wanted + inside + named, number, row['at']))
    most = collections.defaultdict(float)
    for score, number, _ in claims:
        most[number] = max(most[number], score)
    chosen = {}
    for score, number, at in sorted(claims, key=lambda claim: -claim[0]):
        if score < most[number] - 0.01 or score < SURE:
            chosen.setdefault(at, -1)
        elif chosen.get(at, -1) == -1:
            chosen[at] = number
    for row in rows:
        number = chosen.get(row['at'])
        if number is None:
            yield row, 0
        elif number < 0:
            yield row, -1
        else:
            yield row, best_proposal(row['proposals'], *hits_of(meetings[number]))


def main():
    listed, shared, labels = sys.argv[1:4]
    labels = read_labels(labels)
    gold, texts = {}, {}
    for part in ('dev', 'train'):
        for line in open(f'{shared}/data/meetings/{part}.gold.jsonl', encoding='utf-8'):
            item = json.loads(line)
            gold[item['id']] = item['meetings']
        for line in open(f'{shared}/data/meetings/{part}.texts.jsonl', encoding='utf-8'):
            item = json.loads(line)
            texts[item['id']] = item['title'] + '\n' + item['text']
    sentences = collections.defaultdict(list)
    for line in open(listed, encoding='utf-8'):
        row = json.loads(line)
        if row['id'] in gold:
            sentences[row['id'], row['sentence'][0]].append(row)
        else:
            print(row['id'], row['at'], answer_page(row, labels[row['id']]), sep='\t')
    for (name, _), rows in sentences.items():
        for row, right in answer_item(rows, texts[name], gold[name]):
            print(name, row['at'], right, sep='\t')


if __name__ == '__main__':
    main()
