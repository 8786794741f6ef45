"""Two SQLite libraries in one process, Python's own and the one inside APSW. The file serves the one that loads it
first; the other is refused, whichever comes first, and a copy of the file serves it."""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
REFUSED = 'korean: this file serves another SQLite library of the process; load a copy of the file'
QUESTION = "SELECT count(*) FROM morphemes('서울에서 만났다')"


def with_python(path):
    import sqlite3
    db = sqlite3.connect(':memory:')
    db.enable_load_extension(True)
    db.load_extension(path)
    return lambda sql: db.execute(sql).fetchall()


def with_apsw(path):
    import apsw
    db = apsw.Connection(':memory:')
    db.enable_load_extension(True)
    db.load_extension(path)
    return lambda sql: db.execute(sql).fetchall()


def check(first, second):
    ask = first(EXTENSION)
    expected = ask(QUESTION)
    for _ in range(2):
        try:
            second(EXTENSION)
        except Exception as error:
            assert REFUSED in str(error), error
        else:
            raise AssertionError('loaded')
        assert ask(QUESTION) == expected  # the first goes on, also with new connections
        assert first(EXTENSION)(QUESTION) == expected
    with tempfile.TemporaryDirectory() as folder:
        file = next(name for name in (EXTENSION, *glob.glob(EXTENSION + '.*')) if os.path.isfile(name))
        other = second(shutil.copy(file, os.path.join(folder, 'korean.so')))
        assert other(QUESTION) == expected and ask(QUESTION) == expected


def has_apsw(python):
    """One that brings its own SQLite, and a sqlite3 module that loads extensions."""
    test = 'import apsw, sqlite3; sqlite3.connect(":memory:").enable_load_extension; assert apsw.using_amalgamation'
    return subprocess.run([python, '-c', test], capture_output=True).returncode == 0


if len(sys.argv) > 2:
    check(*((with_python, with_apsw) if sys.argv[2] == 'python first' else (with_apsw, with_python)))
    sys.exit(0)
python = next((p for p in (sys.executable, os.environ.get('APSW_PYTHON')) if p and has_apsw(p)), None)
if not python:
    print('no APSW; APSW_PYTHON may name a Python that has it')
    sys.exit(77)
for order in ('python first', 'apsw first'):
    done = subprocess.run([python, __file__, EXTENSION, order])
    assert done.returncode == 0, f'{order}: exit code {done.returncode}'
