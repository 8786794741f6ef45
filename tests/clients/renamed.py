"""The file under another name loads without its entry point being named."""
import os
import shutil
import sqlite3
import sys
import tempfile

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
file = next(EXTENSION + suffix for suffix in ('', '.so', '.dylib') if os.path.isfile(EXTENSION + suffix))

with tempfile.TemporaryDirectory() as folder:
    for name in ('korean', 'hangul-2', '한국어'):
        path = shutil.copy(file, os.path.join(folder, name + os.path.splitext(file)[1]))
        db = sqlite3.connect(':memory:')
        db.enable_load_extension(True)
        db.load_extension(path)
        assert db.execute("SELECT chosung('한국')").fetchone() == ('ㅎㄱ',), name
        db.close()
