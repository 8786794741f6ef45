#!/usr/bin/env python3
"""score_articles.py on each fifth of the pages with an extension of its own: score_folds.py SHARED PREFIX

PREFIX0.so to PREFIX4.so are extensions whose model of names has learnt nothing from the pages whose number has that remainder by 5.
Prints the figures over all pages, over those with an even number and over those with an odd one.
"""
import collections, contextlib, glob, io, json, os, runpy, sys, tempfile

shared, prefix = sys.argv[1], os.path.abspath(sys.argv[2])
scorer = os.path.join(shared, 'eval', 'score_articles.py')
sys.path.insert(0, os.path.dirname(scorer))
totals = collections.defaultdict(collections.Counter)
for fold in range(5):
    os.environ['EXTENSION'] = f'{prefix}{fold}'
    for parity in (0, 1):
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
            for path in glob.glob(os.path.join(shared, 'data', 'pages', '[0-9]*')):
                number = int(os.path.basename(path)[:3])
                if number % 5 == fold and number % 2 == parity:
                    os.symlink(os.path.abspath(path), os.path.join(folder, os.path.basename(path)))
            sys.argv = [scorer, folder]
            for name, (right, n) in runpy.run_path(scorer)['total'].items():
                for which in ('all', ('even', 'odd')[parity]):
                    totals[which][name, 'right'] += right
                    totals[which][name, 'n'] += n
for which in ('all', 'even', 'odd'):
    of = totals[which]
    print(f'pages, {which}:', json.dumps({name: round(100 * of[name, 'right'] / n, 1) for (name, what), n in of.items() if what == 'n' and n}))
