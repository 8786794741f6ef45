#!/usr/bin/env python3
"""Put words that stand between the same words into clusters: clusters.py UNITS > clusters.tsv

UNITS are sentences of unlabelled text, a line each, cut into units by `train_names ... units`. Each
word's neighbours (two to either side) are counted, weighed by positive pointwise mutual information,
reduced to a few dimensions by a truncated singular value decomposition, and grouped by k-means, once
into few clusters and once into many. Seeded: a second run gives the same file.
"""
import collections, re, sys
import numpy

LEAST, CONTEXTS, DIMENSIONS, COARSE, FINE, ROUNDS = 10, 4000, 128, 64, 1024, 12


def word_of(unit):
    return '0' * min(len(unit), 5) if re.fullmatch(r'[0-9.,]+', unit) else unit


def counted(path):
    sentences = [[word_of(u) for u in line.split()] for line in open(path, encoding='utf8')]
    count = collections.Counter(w for s in sentences for w in s)
    words = sorted((w for w in count if count[w] >= LEAST), key=lambda w: (-count[w], w))
    number = {w: i for i, w in enumerate(words)}
    ids = []
    gap = [-1, -1]
    for s in sentences:
        ids += gap + [number.get(w, -1) for w in s]
    return words, numpy.array(ids + gap, dtype=numpy.int64)


def associations(n, ids):
    """Rows, columns and values of the matrix of words and contexts, sorted by row."""
    keys = []
    width = 4 * CONTEXTS
    for place, shift in enumerate((-2, -1, 1, 2)):
        other = numpy.roll(ids, -shift)
        use = (ids >= 0) & (other >= 0) & (other < CONTEXTS)
        keys.append(ids[use] * width + place * CONTEXTS + other[use])
    keys, count = numpy.unique(numpy.concatenate(keys), return_counts=True)
    rows, columns = keys // width, keys % width
    row_sum = numpy.bincount(rows, count, n) + 1e-9
    column_sum = numpy.bincount(columns, count, width) ** 0.75
    value = numpy.log(count * column_sum.sum() / (row_sum[rows] * column_sum[columns]))
    keep = value > 0
    return rows[keep], columns[keep], value[keep], width


def times(rows, columns, values, n, x):
    """Sparse matrix times dense x, in slices that fit in memory."""
    out = numpy.zeros((n, x.shape[1]))
    for at in range(0, len(rows), 1 << 18):
        r = rows[at:at + (1 << 18)]
        product = values[at:at + (1 << 18), None] * x[columns[at:at + (1 << 18)]]
        starts = numpy.flatnonzero(numpy.r_[True, r[1:] != r[:-1]])
        out[r[starts]] += numpy.add.reduceat(product, starts)
    return out


def vectors(n, rows, columns, values, width):
    random = numpy.random.default_rng(20251121)
    back = numpy.argsort(columns, kind='stable')
    across = columns[back], rows[back], values[back], width
    q = random.standard_normal((width, DIMENSIONS + 10))
    for _ in range(3):
        q = numpy.linalg.qr(times(rows, columns, values, n, q))[0]
        q = numpy.linalg.qr(times(*across, q))[0]
    u, s, _ = numpy.linalg.svd(times(rows, columns, values, n, q), full_matrices=False)
    v = u[:, :DIMENSIONS] * numpy.sqrt(s[:DIMENSIONS])
    return v / (numpy.linalg.norm(v, axis=1, keepdims=True) + 1e-9)


def k_means(v, k):
    """Spherical k-means; starts from the most frequent words, which come first."""
    random = numpy.random.default_rng(20251122)
    centre = v[numpy.sort(random.choice(min(len(v), 8 * k), k, replace=False))]
    for _ in range(ROUNDS):
        best = numpy.concatenate([(v[i:i + 4096] @ centre.T).argmax(1) for i in range(0, len(v), 4096)])
        total = numpy.zeros_like(centre)
        numpy.add.at(total, best, v)
        norm = numpy.linalg.norm(total, axis=1, keepdims=True)
        centre = numpy.where(norm > 1e-9, total / (norm + 1e-9), centre)
    return best + 1


if __name__ == '__main__':
    words, ids = counted(sys.argv[1])
    v = vectors(len(words), *associations(len(words), ids))
    for word, coarse, fine in sorted(zip(words, k_means(v, COARSE), k_means(v, FINE))):
        print(word, coarse, fine, sep='\t')
