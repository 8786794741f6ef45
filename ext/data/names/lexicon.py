#!/usr/bin/env python3
"""Put all that the model of names knows about words into one file: lexicon.py TABLES CLUSTERS LISTS ... > lexicon.tsv

CLUSTERS are the lines of clusters.py; LISTS have lines of a class and its words, or of a class and one
name. The tables of offices, of parts of organisations, of countries and of the press, which other parts
of the extension use as well, are read from TABLES (ext/data/tables). Names of several words stand in
the result without white space, in lower case.
"""
import collections, sys

# Bits of ko_name_word.what, at most 12.
CLASSES = ['country', 'province', 'district', 'town', 'city', 'place', 'title', 'given', 'org', 'person', 'part']

# Table, column and what stands there, class.
TABLES = [('title', 1, 'office', 'title'), ('title', 1, 'part', 'title'), ('title', 1, 'press', 'title'), ('title', 1, 'address', 'title'),
          ('organization_part', 0, None, 'part'), ('country', 2, 'full', 'country'), ('press', 1, 'name', 'org')]

lists, clusters = collections.defaultdict(int), {}
for table, column, value, kind in TABLES:
    for line in open(f'{sys.argv[1]}/{table}.tsv', encoding='utf8'):
        cells = line.rstrip('\n').split('\t')
        if cells[0] and not line.startswith('#') and (value is None or cells[column] == value):
            lists[cells[0].replace(' ', '').lower()] |= 1 << CLASSES.index(kind)
for line in open(sys.argv[2], encoding='utf8'):
    word, coarse, fine = line.rstrip('\n').split('\t')
    clusters[word] = coarse, fine
for path in sys.argv[3:]:
    for line in open(path, encoding='utf8'):
        if line.startswith('#'):
            continue
        kind, names = line.rstrip('\n').split('\t')
        for name in [names.replace(' ', '')] if kind in ('country', 'city') else names.split():
            lists[name.lower()] |= 1 << CLASSES.index(kind)
for word in sorted(clusters.keys() | lists.keys()):
    print(word, *clusters.get(word, (0, 0)), lists[word], sep='\t')
