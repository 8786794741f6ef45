#!/usr/bin/env python3
"""Run a script of SQL as the sqlite3 shell would, and print what every version of SQLite prints alike.

    tests/sqlrun.py EXTENSION < SCRIPT        (EXTENSION: its path without the suffix)

Rows are printed as the shell's list mode does, errors as `error: MESSAGE`, without the line. Any shared
library with SQLite's API will do: SQLITE3_LIBRARY names its file, else it is the one of this machine.
The script starts with a database in memory and the extension loaded, and holds SQL and these lines:

    -- name: WORDS           a case begins; printed as `-- WORDS`
    .mode list|line          .separator TEXT          .nullvalue TEXT          .print TEXT
    .open FILE               .load EXTENSION          .read FILE               .shell COMMAND

$SCRATCH in them is a folder of this run's own, $SQLITE3 the shell. At the end SQLite must have got all its
memory back.
"""
import ctypes
import ctypes.util
import os
import shlex
import subprocess
import sys
import tempfile

OK, ROW = 0, 100
INTEGER, FLOAT, TEXT, NULL = 1, 2, 3, 5
PLAN = 2  # sqlite3_stmt_isexplain() of EXPLAIN QUERY PLAN


def library():
    path = os.environ.get('SQLITE3_LIBRARY') or ctypes.util.find_library('sqlite3')
    if not path:
        sys.exit('no SQLite library was found; name one in SQLITE3_LIBRARY')
    api = ctypes.CDLL(path)
    pointer, integer = ctypes.c_void_p, ctypes.c_int
    for name, result, *arguments in (
            ('open', integer, ctypes.c_char_p, pointer), ('close', integer, pointer),
            ('enable_load_extension', integer, pointer, integer),
            ('load_extension', integer, pointer, ctypes.c_char_p, ctypes.c_char_p, pointer),
            ('prepare_v2', integer, pointer, pointer, integer, pointer, pointer), ('step', integer, pointer),
            ('finalize', integer, pointer), ('errmsg', ctypes.c_char_p, pointer), ('free', None, pointer),
            ('stmt_isexplain', integer, pointer), ('column_count', integer, pointer),
            ('column_name', ctypes.c_char_p, pointer, integer), ('column_type', integer, pointer, integer),
            ('column_int64', ctypes.c_int64, pointer, integer), ('column_double', ctypes.c_double, pointer, integer),
            ('column_text', pointer, pointer, integer), ('column_blob', pointer, pointer, integer), ('column_bytes', integer, pointer, integer),
            ('complete', integer, ctypes.c_char_p), ('memory_used', ctypes.c_int64)):
        function = getattr(api, 'sqlite3_' + name)
        function.restype, function.argtypes = result, arguments
    return api


class Session:
    """One database and how its rows are printed."""

    def __init__(self, api, extension):
        self.api, self.extension, self.db = api, extension, None
        self.mode, self.separator, self.null = 'list', b'|', b''
        self.out = sys.stdout.buffer

    def open(self, path):
        self.close()
        self.db = ctypes.c_void_p()
        if self.api.sqlite3_open(path.encode(), ctypes.byref(self.db)) != OK:
            self.error(self.api.sqlite3_errmsg(self.db))
        self.api.sqlite3_enable_load_extension(self.db, 1)

    def close(self):
        if self.db and self.api.sqlite3_close(self.db) != OK:
            self.error(self.api.sqlite3_errmsg(self.db))
        self.db = None

    def load(self, path):
        message = ctypes.c_char_p()
        if self.api.sqlite3_load_extension(self.db, path.encode(), None, ctypes.byref(message)) == OK:
            return True
        self.error(message.value or b'it does not load')
        self.api.sqlite3_free(message)
        return False

    def print(self, line):
        self.out.write(line + b'\n')

    def error(self, message):
        self.print(b'error: ' + message)

    def value(self, statement, column):
        kind = self.api.sqlite3_column_type(statement, column)
        if kind == NULL:
            return self.null
        if kind == INTEGER:
            return b'%d' % self.api.sqlite3_column_int64(statement, column)
        if kind == FLOAT:  # SQLite's own digits differ from version to version
            digits = '%.15g' % self.api.sqlite3_column_double(statement, column)
            return (digits if set(digits) & set('.enf') else digits + '.0').encode()
        text = (self.api.sqlite3_column_text if kind == TEXT else self.api.sqlite3_column_blob)(statement, column)
        length = self.api.sqlite3_column_bytes(statement, column)
        return ctypes.string_at(text, length).replace(b'\0', b'\\0') if text else b''

    def row(self, names, values, first):
        if self.mode == 'list':
            self.print(self.separator.join(values))
            return
        if not first:
            self.print(b'')
        width = max(5, *map(len, names))
        for name, value in zip(names, values):
            self.print(name.rjust(width) + b' = ' + value)

    def statement(self, statement):
        names = [self.api.sqlite3_column_name(statement, i) for i in range(self.api.sqlite3_column_count(statement))]
        shown = range(len(names))
        if self.api.sqlite3_stmt_isexplain(statement) == PLAN:
            shown = shown[-1:]  # the numbers before it are SQLite's own business
        first = True
        while self.api.sqlite3_step(statement) == ROW:
            self.row(names, [self.value(statement, i) for i in shown], first)
            first = False
        if self.api.sqlite3_finalize(statement) != OK:
            self.error(self.api.sqlite3_errmsg(self.db))

    def sql(self, script):
        """Run the statements of a line. What follows one that cannot be read is left out: it may be within it, as in a trigger."""
        script = ctypes.create_string_buffer(script)
        at, end = ctypes.addressof(script), ctypes.addressof(script) + len(script) - 1
        while at < end:
            statement, tail = ctypes.c_void_p(), ctypes.c_void_p()
            wrong = self.api.sqlite3_prepare_v2(self.db, at, end - at, ctypes.byref(statement), ctypes.byref(tail))
            if wrong:
                self.error(self.api.sqlite3_errmsg(self.db))
                break
            if statement:
                self.statement(statement)
            if not tail.value or tail.value <= at:
                break
            at = tail.value

    def command(self, line):
        word, _, rest = line.strip().partition(' ')
        if word == '.shell':
            self.out.flush()
            subprocess.run(['sh', '-c', rest], stdout=self.out, stderr=subprocess.STDOUT, check=False)
        elif word == '.print':
            self.print(rest.encode())
        elif word == '.open':
            self.open(os.path.expandvars(rest))
        elif word == '.load':
            self.load(self.extension if rest == 'build/korean' else rest)
        elif word == '.read':
            with open(os.path.expandvars(rest), 'rb') as file:
                self.run(file.read())
        elif word == '.mode' and rest in ('list', 'line'):
            self.mode, self.separator = rest, b'|'
        elif word == '.separator':
            self.separator = shlex.split(rest)[0].encode()
        elif word == '.nullvalue':
            self.null = rest.encode()
        else:
            self.error(f'no such command: {line.strip()}'.encode())

    def run(self, script):
        """Commands stand on lines of their own where no statement is open."""
        waiting = b''
        for line in script.splitlines(True):
            if not waiting and line.startswith(b'-- name: '):
                self.print(line.strip().replace(b'-- name: ', b'-- ', 1))
            elif not waiting and line.startswith(b'.'):
                self.command(line.decode())
            elif waiting or not blank(line):
                waiting += line
                if self.api.sqlite3_complete(waiting):
                    self.sql(waiting)
                    waiting = b''
        self.sql(waiting)


def blank(line):
    return not line.strip() or line.startswith(b'--')


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    api = library()
    session = Session(api, sys.argv[1])
    session.open(':memory:')
    if not session.load(session.extension):
        sys.exit(1)
    session.close()
    at_rest = api.sqlite3_memory_used()  # what loading keeps for good
    session.open(':memory:')
    session.load(session.extension)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.update(SCRATCH=scratch, SQLITE3=os.environ.get('SQLITE3', 'sqlite3'))
        session.run(sys.stdin.buffer.read())
        session.close()
    if api.sqlite3_memory_used() != at_rest:
        session.error(b'%d bytes of SQLite were not given back' % (api.sqlite3_memory_used() - at_rest))


if __name__ == '__main__':
    main()
