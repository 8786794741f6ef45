#!/usr/bin/env python3
"""Put all that the model of names knows about words into one file: lexicon.py CLUSTERS LISTS ... > lexicon.tsv

CLUSTERS are the lines of clusters.py; LISTS have lines of a class and its words, or of a class and one
name. Names of several words stand in the result without white space, in lower case.
"""
import collections, sys

# Bits of ko_name_word.lists; those from 10 up are harvested by the trainer.
CLASSES = ['country', 'province', 'district', 'town', 'city', 'place', 'title', 'given', 'org', 'person']

lists, clusters = collections.defaultdict(int), {}
for line in open(sys.argv[1], encoding='utf8'):
    word, coarse, fine = line.rstrip('\n').split('\t')
    clusters[word] = coarse, fine
for path in sys.argv[2:]:
    for line in open(path, encoding='utf8'):
        if line.startswith('#'):
            continue
        kind, names = line.rstrip('\n').split('\t')
        for name in [names.replace(' ', '')] if kind in ('country', 'city') else names.split():
            lists[name.lower()] |= 1 << CLASSES.index(kind)
for word in sorted(clusters.keys() | lists.keys()):
    print(word, *clusters.get(word, (0, 0)), lists[word], sep='\t')
