#!/usr/bin/env python3
"""Run the scorers of ../shared over the built extension and print their figures (`make eval`).

    tests/eval.py [--extension build/korean] [--shared ../shared] [MEASURE ...]

MEASURE is one of nouns, verbs, mentions, keywords, questions, morphemes, entities, articles, meetings
and events; all of them when none is named. Sets without a folder before them are in SHARED/data. Parts of some sets have trained the models (which, stands
in ext/data/README.md): a figure of the whole set is then better than that of new text.
"""
import argparse
import json
import os
import subprocess
import sys

MORPHOLOGY = ('garu-gold.dev.jsonl', 'klue-dp.dev.tsv', 'ud-gsd.dev.conllu')
NOUNS = [(name.split('.')[0], f'morphology/{name}') for name in MORPHOLOGY]
QUESTIONS = [('korquad', 'search/korquad.dev.jsonl')]
NAMES = [('klue-ner', 'entities/klue-ner.dev.tsv'), ('news', 'entities/news.tsv')]

# measure: (scorer and its arguments, sets, figures to show)
MEASURES = {
    'nouns': (['score_search.py', 'nouns'], NOUNS, ('recall', 'precision')),
    'verbs': (['score_search.py', 'verbs'], NOUNS, ('recall', 'precision')),
    'mentions': (['score_search.py', 'mentions'], NAMES, ('recall', 'precision')),
    'keywords': (['score_search.py', 'keywords'], QUESTIONS, ('recall', 'precision')),
    'questions': (['score_search.py', 'questions'], QUESTIONS, ('mrr10', 'recall1', 'recall5')),
    'morphemes': (['score_morphemes.py'], NOUNS, ('norm', 'seg', 'exact')),
    'entities': (['score_entities.py'], NAMES, ('micro_f1', 'macro_f1', 'PS', 'OG', 'LC', 'DT', 'TI', 'QT')),
    'articles': (['score_articles.py'], [('articles', 'articles'), ('pages', 'pages'), ('our own', 'tests/articles')], None),
    'meetings': (['score_meetings.py'], [('dev', 'meetings/dev.texts.jsonl meetings/dev.gold.jsonl'),
                                         ('new', 'meetings/train.texts.jsonl meetings/train.gold.jsonl')], None),
    'events': (['tests/eval_cross.py'], [('articles', 'articles')], None),
}


def figures(output):
    """The scorer's last line, which is JSON; None if there is none."""
    for line in reversed(output.splitlines()):
        if line.startswith('{'):
            return json.loads(line)
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--extension', default='build/korean')
    parser.add_argument('--shared', default='../shared')
    parser.add_argument('measures', nargs='*', metavar='MEASURE', choices=[*MEASURES, []])
    options = parser.parse_args()
    if not os.path.isdir(os.path.join(options.shared, 'eval')):
        print(f'{options.shared}/eval is not here: nothing to measure with')
        return
    environment = dict(os.environ, EXTENSION=options.extension)
    failed = False
    for measure in options.measures or MEASURES:
        command, sets, shown = MEASURES[measure]
        for name, files in sets:
            paths = [path if path.startswith('tests/') else os.path.join(options.shared, 'data', path)
                     for path in files.split()]
            scorer = command[0] if command[0].startswith('tests/') else os.path.join(options.shared, 'eval', command[0])
            done = subprocess.run([sys.executable, scorer, *command[1:], *paths], env=environment, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            found = figures(done.stdout)
            if found is None:
                failed = True
                print(f'{measure:10} {name:10} {(done.stderr or done.stdout).strip().splitlines()[-1][:100]}', flush=True)
                continue
            keys = shown or [key for key, value in found.items() if isinstance(value, (int, float, str))]
            print(f'{measure:10} {name:10} ' + '  '.join(f'{key} {found[key]}' for key in keys), flush=True)
    sys.exit(failed)


if __name__ == '__main__':
    main()
