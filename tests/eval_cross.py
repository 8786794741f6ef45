#!/usr/bin/env python3
"""Events across articles against gold: tests/eval_cross.py FOLDER [--errors]      (EXTENSION=build/korean)

FOLDER holds scraped pages, NNN.json gold for each, and cross.json with the events behind their meetings. The pages go through
the archive of sql/ as a user's would. Prints one JSON line:
  events         gold events found as one event: the same articles report it, at least half of the union of the participants is
                 shared, and the dates overlap (or none is known)
  partly         events of which some of these articles are missing, or others were taken in
  extra          events found that are none of these
  disagreements  date, place and participants on which the gold of the articles of an event differs, and sums on which they
                 contradict each other: how many `korean_event_disagreement` shows
"""
import argparse, glob, json, os, re, subprocess, sys

parser = argparse.ArgumentParser()
parser.add_argument('folder')
parser.add_argument('--errors', action='store_true')
args = parser.parse_args()
squash = lambda s: ''.join(str(s or '').split())
quote = lambda s: 'NULL' if s is None else "'" + s.replace("'", "''") + "'"

golds = {os.path.basename(p)[:3]: json.load(open(p, encoding='utf8')) for p in sorted(glob.glob(f'{args.folder}/[0-9]*.json'))}
cross = json.load(open(f'{args.folder}/cross.json', encoding='utf8'))
names = {}  # every spelling of a party, over all articles, to one name
for gold in golds.values():
    for m in gold['meetings']:
        for p in m['participants']:
            forms = {squash(p['name'])} | {squash(a) for a in p['aliases']}
            known = next((names[f] for f in sorted(forms) if f in names), squash(p['name']))
            names.update((f, known) for f in forms)
same = lambda people: {names.get(squash(p), squash(p)) for p in people}
days = lambda m, a='date', b='date_end': (m[a], m[b] or m[a]) if m[a] else None


def meet(x, y):
    return x is None and y is None or bool(x and y and x[0] <= y[1] and y[0] <= x[1])


def shared(a, b):
    return len(a & b) / len(a | b)


script = ['.bail on', '.load ' + os.environ.get('EXTENSION', 'build/korean')]
script += [f'.read sql/{name}.sql' for name in ('schema', 'events', 'views', 'article', 'attach')]
for number, (name, gold) in enumerate(golds.items(), 1):
    page = open(os.path.join(args.folder, gold['file']), encoding='utf8').read()
    script.append(f"INSERT INTO article(id, url, published, page) VALUES ({number}, '{name}', {quote(gold['published'])}, {quote(page)});")
script.append("""SELECT json_object('key', e.key, 'participants', json(e.participants), 'date', e.date_start, 'date_end', e.date_end, 'status', e.status,
  'files', (SELECT json_group_array(DISTINCT a.url) FROM korean_meeting m JOIN article a ON a.id = m.article WHERE m.event = e.event),
  'disagreements', (SELECT json_group_array(json_array(d.what, d.value)) FROM korean_event_disagreement d WHERE d.event = e.event)) FROM korean_event e;""")
done = subprocess.run([os.environ.get('SQLITE3', 'sqlite3'), '-batch', ':memory:'], input='\n'.join(script), capture_output=True, text=True)
if done.returncode or done.stderr:
    sys.exit(done.stderr)
found = [json.loads(line) for line in done.stdout.splitlines()]

pairs = []
for i, e in enumerate(found):
    for g in cross['meetings']:
        s = shared(same(e['participants']), same(g['participants']))
        if s >= .5 and meet(days(e), days(g)) and set(e['files']) & set(g['reported_in']):
            pairs.append((set(e['files']) == set(g['reported_in']), s, -i, g['id']))
match, used = {}, set()
for whole, s, i, g in sorted(pairs, reverse=True):
    if g not in match and -i not in used:
        match[g] = (found[-i], whole)
        used.add(-i)

expected, shown = [], []
for g in cross['meetings']:
    reports = []  # what the gold of each article says of this event
    for name in g['reported_in']:
        fitting = [m for m in golds[name]['meetings'] if meet(days(m), days(g)) or days(g) and not days(m)]
        fitting = [(shared(same(p['name'] for p in m['participants']), same(g['participants'])), m['kind'] == g['kind'], -k, m) for k, m in enumerate(fitting)]
        if fitting: reports.append(max(fitting, key=lambda f: f[:3])[3])
    values = {'date': {days(m) for m in reports if m['date']}, 'place': {squash(m['place']) for m in reports if m['place']},
              'participant': {frozenset(same(p['name'] for p in m['participants'])) for m in reports}}
    got = match.get(g['id'], ({'disagreements': []}, False))[0]['disagreements']
    for what in values:
        if len(values[what]) > 1:
            expected.append((g['id'], what))
            if any(d[0] == what for d in got): shown.append((g['id'], what))
money = re.compile(r'[\d,.]+(?:조|억|만)[\d,.조억만]*\s*(?:원|달러|엔)')
for c in cross['conflicts']:
    sums = [{squash(x) for x in money.findall(v['text'])} for v in c['values']]
    if len(sums) > 1 and all(sums) and len(set.union(*sums)) > 1:
        expected.append((c['fact'], 'amount'))
        listed = [squash(d[1]) for e in found for d in e['disagreements'] if d[0] == 'amount']
        if sum(any(x in l for l in listed) for x in set.union(*sums)) > 1: shown.append((c['fact'], 'amount'))

if args.errors:
    for g in cross['meetings']:
        e, whole = match.get(g['id'], (None, False))
        if not whole: print(g['id'], g['participants'], g['date'], g['date_end'], g['reported_in'], '→', e and (e['participants'], e['date'], e['date_end'], e['files']))
    for i, e in enumerate(found):
        if i not in used: print('extra', e['participants'], e['date'], e['date_end'], e['status'], e['files'])
    for x in expected:
        if x not in shown: print('not shown', x)
whole = sum(w for _, w in match.values())
print(json.dumps({'events': f"{whole} of {len(cross['meetings'])}", 'partly': len(match) - whole, 'extra': len(found) - len(used),
                  'disagreements': f'{len(shown)} of {len(expected)}'}))
