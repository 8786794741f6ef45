#!/usr/bin/env python3
"""Run the tests. Usage, from the top of the tree (or `make test`):

    tests/run.py [--build build] [--asan] [--accept] [--list] [WHAT ...]

WHAT is a kind (structure, sql, readme, unit, clients, fault, fuzz) or one test (sql/tokenizer). The kinds:

    structure
             tests/structure.py: how the tree is built, and nothing else than that
    sql      tests/sql/NAME.sql goes through tests/sqlrun.py with the extension loaded; what that
             prints, errors included, must be tests/sql/NAME.out. A line `-- name: WORDS` opens a case
    readme   the ```sql blocks of README.md, one session; a block of plain ``` behind one is its output
    unit     C programs linked with all of ext/ that knows no SQLite; they exit with 0 and print what failed
    clients, fault, fuzz
             programs that use the extension as others do: C (built by make), Python, Perl, Tcl. They
             get the extension's path without its suffix as argument, exit with 0, or with 77 when
             what they need is not on this machine

--accept writes what came out as what is expected; read it before you commit it.
--asan preloads AddressSanitizer, for an extension built by `make asan`.
--valgrind runs them in it, which takes fifty times as long.
--within SECONDS ends whatever still runs by then, as failed.
SQLITE3_LIBRARY in the environment runs sql and readme on another SQLite: a shared library with its API.
"""
import argparse
import concurrent.futures
import difflib
import glob
import os
import re
import shutil
import subprocess
import sys
import time

TIMEOUT = 600  # seconds, for one test
SKIPPED = 77
PROGRAMS = ('unit', 'clients', 'fault', 'fuzz')
INTERPRETERS = {'.py': sys.executable, '.pl': 'perl', '.tcl': 'tclsh'}


class Runner:
    def __init__(self, options):
        self.build, self.accept, self.valgrind = options.build, options.accept, options.valgrind
        self.end = time.monotonic() + options.within
        self.extension = os.path.join(self.build, 'korean')
        self.environment = dict(os.environ, LC_ALL='C.UTF-8', TZ='UTC')
        self.environment.update(UBSAN_OPTIONS='print_stacktrace=1', PYTHONMALLOC='malloc')
        self.preload = {}
        if options.asan:
            find = [os.environ.get('CC', 'gcc'), '-print-file-name=libasan.so']
            self.preload = {'LD_PRELOAD': subprocess.run(find, capture_output=True, text=True).stdout.strip()}

    def run(self, command, script='', leaks=True, preload=True):
        """Exit code and output, errors and all, of a command that reads the script."""
        environment = dict(self.environment, ASAN_OPTIONS=f'detect_leaks={int(leaks)}:abort_on_error=0')
        if preload:
            environment.update(self.preload)
        if self.valgrind:
            command = ['valgrind', '-q', '--error-exitcode=99', f'--leak-check={"full" if leaks else "no"}', *command]
        seconds = max(1, min(TIMEOUT, self.end - time.monotonic()))
        try:
            done = subprocess.run(command, input=script.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  timeout=seconds, env=environment)
        except subprocess.TimeoutExpired as late:
            return 1, (late.stdout or b'').decode(errors='replace') + f'\nstopped after {seconds:.0f} s\n'
        return done.returncode, done.stdout.decode(errors='replace')

    def sqlite(self, script):
        """What comes of the script, and what is wrong when it did not run to its end."""
        code, out = self.run([sys.executable, 'tests/sqlrun.py', self.extension], script, leaks=False)
        ended = f'[ended by signal {-code}]' if code < 0 else f'[exit code {code}]'
        return out, f'{out[-2000:]}{ended}\n' if code else ''

    # Each kind of test returns '' or what is wrong; None when it cannot run here.

    def sql(self, path):
        expected_path = path[:-len('.sql')] + '.out'
        out, broken = self.sqlite(read(path))
        if broken:
            return broken
        if self.accept:
            write(expected_path, out)
        expected = read(expected_path) if os.path.exists(expected_path) else ''
        return by_case(expected, out, expected_path)

    def readme(self, path):
        text = read(path)
        blocks = list(re.finditer(r'^```sql\n(.*?)^```\n(?:```\n(.*?)^```\n)?', text, re.M | re.S))
        script = ''.join(f'{block[1]}.print \x01\n' for block in blocks)
        out, broken = self.sqlite(script)
        outputs = out.split('\x01\n')
        if broken or len(outputs) != len(blocks) + 1 or outputs[-1]:
            return broken or f'the session ended early: {outputs[-1]}'
        wrong, at, changed = '', 0, ''
        for block, out in zip(blocks, outputs):
            line = text.count('\n', 0, block.start()) + 1
            wrong += difference(block[2] or '', out, f'README.md:{line}')
            changed += text[at:block.start()] + f'```sql\n{block[1]}```\n' + (f'```\n{out}```\n' if out else '')
            at = block.end()
        if self.accept:
            write(path, changed + text[at:])
            return ''
        return wrong

    def program(self, path):
        name, suffix = os.path.splitext(path)
        if suffix == '.c':
            code, out = self.run([os.path.join(self.build, name), self.extension], preload=False)
        elif not shutil.which(INTERPRETERS[suffix]):
            return None
        else:  # interpreters do not give everything back at their end
            code, out = self.run([INTERPRETERS[suffix], path, self.extension], leaks=False)
        if code == SKIPPED:
            return None
        return '' if code == 0 else f'{out}[exit code {code}]\n'

    def test(self, name):
        kind, path = name
        begun = time.monotonic()
        method = getattr(self, kind if kind in ('sql', 'readme') else 'program')
        try:
            wrong = method(path)
        except OSError as error:
            wrong = f'{error}\n'
        return wrong, time.monotonic() - begun


def read(path):
    with open(path, encoding='utf-8', errors='replace', newline='') as file:
        return file.read()


def write(path, text):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(text)


def difference(expected, got, where):
    lines = difflib.unified_diff(expected.splitlines(True), got.splitlines(True), where, 'what came out', n=1)
    return ''.join(line if line.endswith('\n') else line + '\n' for line in lines)


def by_case(expected, got, where):
    """The differences of the cases that differ, each under its name; of everything when the names differ."""
    cases = [re.split(r'^-- (.*)\n', text, flags=re.M) for text in (expected, got)]
    if cases[0][1::2] != cases[1][1::2]:
        return difference(expected, got, where)
    names = ['before the first case', *cases[0][1::2]]
    return ''.join(f'{name}:\n{difference(*pair, where)}' for name, *pair in zip(names, *(c[::2] for c in cases)) if pair[0] != pair[1])


def all_tests():
    yield 'structure', 'tests/structure.py'
    yield from (('sql', path) for path in sorted(glob.glob('tests/sql/*.sql')))
    yield from (('readme', path) for path in glob.glob('README.md'))
    for kind in PROGRAMS:
        for path in sorted(glob.glob(f'tests/{kind}/*.*')):
            if os.path.splitext(path)[1] in ('.c', *INTERPRETERS):
                yield kind, path


def name_of(test):
    return test[0] if test[0] in ('readme', 'structure') else os.path.splitext(test[1])[0][len('tests/'):]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', default='build')
    parser.add_argument('--asan', action='store_true')
    parser.add_argument('--valgrind', action='store_true')
    parser.add_argument('--accept', action='store_true')
    parser.add_argument('--within', type=float, default=3600)
    parser.add_argument('--list', action='store_true')
    parser.add_argument('what', nargs='*')
    options = parser.parse_args()
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
    tests = [t for t in all_tests() if not options.what or {t[0], name_of(t)} & set(options.what)]
    if options.list:
        print('\n'.join(map(name_of, tests)))
        return
    runner = Runner(options)
    passed = failed = skipped = 0
    if not tests:
        failed += 1
        print(f'no test is called {" ".join(options.what)}')
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for test, (wrong, seconds) in zip(tests, pool.map(runner.test, tests)):
            if wrong is None:
                skipped += 1
                print(f'skipped {name_of(test)}: what it needs is not on this machine')
            elif wrong:
                failed += 1
                print(f'FAILED  {name_of(test)}\n{wrong}', end='')
            else:
                passed += 1
                print(f'ok      {name_of(test)} ({seconds:.1f} s)')
            sys.stdout.flush()
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    sys.exit(failed > 0)


if __name__ == '__main__':
    main()
