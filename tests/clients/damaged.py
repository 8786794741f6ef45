"""A file whose dictionary or model of names is damaged is refused when it is loaded, and says which.

Copies of the extension with some bytes changed: where the image of each begins is known by its first letters."""
import glob
import os
import sqlite3
import subprocess
import sys
import tempfile

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
NAMES, DICTIONARY = b'KONAMES\0', b'KOREANDI'
CASES = [  # what is changed, the bytes behind it, and what loading says
    ('names, its first letters', NAMES, 0, b'kO', 'korean: not a model of names'),
    ('names, the version', NAMES, 8, b'\xff', 'korean: the model of names is of another version'),
    ('names, a size', NAMES, 16, b'\xff', 'korean: the model of names is damaged'),
    ('names, another size', NAMES, 20, b'\x09', 'korean: the model of names is cut off'),
    ('names, a step', NAMES, 29, b'\x7f', 'korean: the model of names is damaged'),
    ('dictionary, its first letters', DICTIONARY, 0, b'k', 'korean: not a dictionary image'),
    ('dictionary, the version', DICTIONARY, 8, b'\xff', 'korean: dictionary image of another version'),
    ('dictionary, the count of sections', DICTIONARY, 12, b'\x0d', 'korean: dictionary image with something behind its end'),
]


def load(path):
    """In a process of its own: what was loaded once stays."""
    db = sqlite3.connect(':memory:')
    db.enable_load_extension(True)
    try:
        db.execute('SELECT load_extension(?, ?)', (path, 'sqlite3_korean_init'))
    except sqlite3.OperationalError as error:
        print(error, end='')


def image_at(whole, first_letters):
    """The image is aligned to 4; its first letters also stand in the code that looks for them."""
    places = [at for at in range(0, len(whole), 4) if whole.startswith(first_letters, at)]
    assert places, first_letters
    return places[-1]


def main():
    suffix = os.path.splitext(glob.glob(EXTENSION + '.*')[0])[1] if not os.path.exists(EXTENSION) else ''
    with open(EXTENSION + suffix, 'rb') as file:
        whole = file.read()
    with tempfile.TemporaryDirectory() as folder:
        for name, first_letters, offset, bytes_, expected in CASES:
            at = image_at(whole, first_letters) + offset
            path = os.path.join(folder, 'damaged.so')
            with open(path, 'wb') as file:
                file.write(whole[:at] + bytes_ + whole[at + len(bytes_):])
            done = subprocess.run([sys.executable, __file__, 'load', path], capture_output=True, text=True)
            assert done.stdout == f'error during initialization: {expected}', f'{name}: {done.stdout or "loaded"}, not {expected} {done.stderr}'


if sys.argv[1:2] == ['load']:
    load(sys.argv[2])
else:
    main()
