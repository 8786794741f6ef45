"""How the tree is built: which file may include which, what each part may call, what the extension shows, where words are."""
import collections
import glob
import os
import re
import subprocess
import sys

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
BUILD = os.path.dirname(EXTENSION)

# The floors, from the ground up. A file includes files of its own folder and of floors below.
FLOORS = [['base'], ['text'], ['morph'], ['extract/page', 'extract/words'], ['extract/amounts'], ['extract/names'],
          ['extract/clause'], ['extract/said'], ['extract/event'], ['bind'], ['.']]
FLOOR = collections.defaultdict(int, {folder: floor for floor, folders in enumerate(FLOORS) for folder in folders})
LOW = {'extract/page': 'text'}  # stands lower than its floor: needs only this and what is below it
BINDING = ('bind', '.')  # only these know SQLite
ENTRIES = {'sqlite3_korean_init', 'sqlite3_extension_init'}
MEMORY = {'malloc', 'calloc', 'realloc', 'free', 'strdup', 'strndup', 'aligned_alloc', 'posix_memalign', 'reallocarray'}

# Files with Korean in their code: in how many lines, and why. There are none: knowledge of the language belongs in
# ext/data/tables. Only the writing system itself might need one.
KOREAN = {}
LABELS = ('회', '예정', '%g분', '%d일 만', '%d개월 만', '%d년 만')


def sources():
    """The C files of the extension, by their name under ext/."""
    return sorted(os.path.relpath(path, 'ext') for pattern in ('**/*.c', '**/*.h') for path in glob.glob(f'ext/{pattern}', recursive=True)
                  if not path.startswith('ext/data/'))


def text_of(path):
    with open(os.path.join('ext', path), encoding='utf-8') as file:
        return file.read()


def includes(path):
    return [name for name in re.findall(r'^#include "([^"]+)"', text_of(path), re.M) if os.path.exists(os.path.join('ext', name))]


def folder_of(path):
    return os.path.dirname(path) or '.'


def test_folders():
    """Each folder has its floor."""
    return [f'ext/{folder}/ has no floor in tests/structure.py' for folder in sorted({folder_of(path) for path in sources()}) if folder not in FLOOR]


def test_includes():
    """No include points upwards, or sideways."""
    wrong = []
    for path in sources():
        own = folder_of(path)
        highest = FLOOR[LOW[own]] if own in LOW else FLOOR[own] - 1
        wrong += [f'ext/{path} includes {name}' for name in includes(path)
                  if folder_of(name) not in (own, '.') and FLOOR[folder_of(name)] > highest]
    return wrong


def test_circles():
    """No file includes itself by way of others."""
    wrong, done = [], set()

    def visit(path, way):
        if path in way:
            wrong.append('a circle of includes: ' + ' > '.join(way[way.index(path):] + [path]))
        elif path not in done:
            for name in includes(path):
                visit(name, way + [path])
            done.add(path)

    for path in sources():
        visit(path, [])
    return wrong


def test_names():
    """A name is that of one pair of files."""
    places = collections.defaultdict(set)
    for path in glob.glob('ext/**/*.[ch]', recursive=True):
        stem, _ = os.path.splitext(path)
        places[os.path.basename(stem)].add(stem)
    return [f'two files have one name: {", ".join(sorted(paths))}' for paths in places.values() if len(paths) > 1]


def code_of(text):
    """Without its comments; what they cover stays as empty lines."""
    token = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
    return token.sub(lambda found: re.sub(r'[^\n]', '', found[0]) if found[0][0] == '/' else found[0], text)


def test_korean():
    """Words are in tables."""
    wrong = []
    for path in sources():
        lines = sum(bool(re.search(r'[ᄀ-ᇿ㄰-㆏一-鿿가-힣]', line)) for line in code_of(text_of(path)).splitlines())
        most, _ = KOREAN.get(path, (0, ''))
        if lines > most:
            wrong.append(f'ext/{path} has {lines} lines with Korean in their code, {most} are allowed')
    return wrong


def test_korean_of_sql():
    """What sql/ knows of Korean the functions say; it writes labels for people to read."""
    wrong = []
    for path in sorted(glob.glob('sql/*.sql')):
        with open(path, encoding='utf-8') as file:
            code = re.sub(r"--[^\n]*|('(?:[^']|'')*')", lambda found: '' if found[1] is None or found[1][1:-1] in LABELS else found[1], file.read())
        wrong += [f'{path} has Korean in its code: {found}' for found in re.findall('[ᄀ-ᇿ㄰-㆏一-鿿가-힣]+', code)]
    return wrong


def symbols(path, *options):
    out = subprocess.run(['nm', *options, path], stdout=subprocess.PIPE, text=True, check=True).stdout
    return {line.split()[-1] for line in out.splitlines() if line.strip()}


def test_core():
    """What is under the binding knows no SQLite and asks nobody but base/mem.c for memory."""
    wrong = []
    for path in sources():
        name = os.path.join(BUILD, 'ext', os.path.splitext(path)[0] + '.o')
        if not path.endswith('.c') or folder_of(path) in BINDING:
            continue
        needed = symbols(name, '-u')
        wrong += [f'ext/{path} calls {name}()' for name in sorted(needed) if name.startswith('sqlite3_')]
        if path != 'base/mem.c':
            wrong += [f'ext/{path} calls {name}()' for name in sorted(needed & MEMORY)]
    return wrong


def test_exports():
    """A program that loads the extension sees its entry points and nothing else."""
    library = next(path for path in (EXTENSION + '.so', EXTENSION + '.dylib') if os.path.exists(path))
    seen = symbols(library, '-D', '--defined-only') if library.endswith('.so') else ENTRIES
    return [f'{library} exports {name}' for name in sorted(seen - ENTRIES)]


def test_cases():
    """Each file of SQL opens with what it tests, and its cases have names."""
    wrong = []
    for path in sorted(glob.glob('tests/sql/*.sql')):
        with open(path, encoding='utf-8') as file:
            text = file.read()
        names = re.findall(r'^-- name: (.+)$', text, re.M)
        if not re.match(r'-- (?!name: )', text):
            wrong.append(f'{path} does not open with what it tests')
        if not names:
            wrong.append(f'{path} has no case with a name')
        wrong += [f'{path} has two cases named "{name}"' for name in sorted(set(names)) if names.count(name) > 1]
    return wrong


failures = [line for name, test in list(globals().items()) if name.startswith('test_') for line in test()]
print('\n'.join(failures))
sys.exit(bool(failures))
