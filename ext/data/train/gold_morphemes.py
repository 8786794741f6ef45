#!/usr/bin/env python3
"""Write gold morphology as the trainer reads it: text <TAB> form/TAG form/TAG ...

    gold_morphemes.py SHARED train|test|all > FILE

SHARED is the folder with data/ and eval/. Forms and tags go through the scorer's own merging of
annotation conventions, so that the trainer sees one convention. The split: every fifth sentence of
garu gold and of KLUE-DP is kept for testing, and all of UD GSD dev; UD GSD train is for training.
"""
import os
import sys

SOURCES = (('garu-gold.dev.jsonl', 5), ('klue-dp.dev.tsv', 5), ('ud-gsd.dev.conllu', 1), ('ud-gsd.train.conllu', 0))


def main():
    shared, part = sys.argv[1:3]
    sys.path.insert(0, os.path.join(shared, 'eval'))
    import gold
    import normalise
    for name, every in SOURCES:
        for i, (text, morphs) in enumerate(gold.read(os.path.join(shared, 'data', 'morphology', name))):
            held_out = every and i % every == every - 1
            if part == 'all' or held_out == (part == 'test'):
                pairs = normalise.norm(morphs)
                print(' '.join(text.split()) + '\t' + ' '.join(f'{form}/{tag}' for form, tag in pairs))


if __name__ == '__main__':
    main()
