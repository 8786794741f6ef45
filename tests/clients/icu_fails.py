"""ICU fails: what it is needed for is refused with the reason. No crash, no other order of words, no other rows.

A shared object made here stands before ICU's own functions; the variable KO_TEST_FAILS names the one that fails."""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
CC = os.environ.get('CC', 'cc')
SOURCE = r'''
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/ucol.h>

#define TEXT_OF(x) #x
#define NAME_OF(x) TEXT_OF(x) /* as the headers rename it: ubrk_open_72 */
static int fails(const char *name) {
  const char *which = getenv("KO_TEST_FAILS");
  return which && strcmp(which, name) == 0;
}
#define REAL(f) ((__typeof__(&f))dlsym(RTLD_NEXT, NAME_OF(f)))

UBreakIterator *ubrk_open(UBreakIteratorType type, const char *locale, const UChar *text, int32_t n, UErrorCode *status) {
  if (!fails("ubrk_open")) return REAL(ubrk_open)(type, locale, text, n, status);
  *status = U_FILE_ACCESS_ERROR;
  return NULL;
}
void ubrk_setText(UBreakIterator *i, const UChar *text, int32_t n, UErrorCode *status) {
  if (!fails("ubrk_setText")) REAL(ubrk_setText)(i, text, n, status);
  else *status = U_MEMORY_ALLOCATION_ERROR;
}
UCollator *ucol_open(const char *locale, UErrorCode *status) {
  if (!fails("ucol_open")) return REAL(ucol_open)(locale, status);
  *status = U_MISSING_RESOURCE_ERROR;
  return NULL;
}
UCollationResult ucol_strcollUTF8(const UCollator *c, const char *a, int32_t n_a, const char *b, int32_t n_b, UErrorCode *status) {
  if (!fails("ucol_strcollUTF8")) return REAL(ucol_strcollUTF8)(c, a, n_a, b, n_b, status);
  *status = U_MEMORY_ALLOCATION_ERROR;
  return UCOL_EQUAL;
}
UCalendar *ucal_open(const UChar *zone, int32_t n, const char *locale, UCalendarType type, UErrorCode *status) {
  if (!fails("ucal_open")) return REAL(ucal_open)(zone, n, locale, type, status);
  *status = U_MISSING_RESOURCE_ERROR;
  return NULL;
}
'''


def connect():
    db = sqlite3.connect(':memory:', isolation_level=None)
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    return db


def error_of(statement, db=None):
    """What a statement says that must not succeed."""
    try:
        rows = (db or connect()).execute(statement).fetchall()
    except sqlite3.OperationalError as error:
        return str(error)
    except MemoryError:
        return 'out of memory'
    raise AssertionError(f'{statement} gives {rows}')


def refused(reason):
    try:
        connect()
    except sqlite3.OperationalError as error:
        assert reason in str(error), error
    else:
        raise AssertionError('the extension was loaded')


def ubrk_open_fails():
    refused("korean: ICU's sentence boundaries: U_FILE_ACCESS_ERROR")


def ucol_open_fails():
    refused("korean: ICU's Korean order: U_MISSING_RESOURCE_ERROR")


def ubrk_setText_fails():
    db = connect()
    assert error_of("SELECT * FROM sentences('하나다. 둘이다.')", db) == 'out of memory'
    assert error_of("SELECT * FROM meetings('하나다. 둘이다.')", db) == 'out of memory'
    os.environ.pop('KO_TEST_FAILS')
    assert len(db.execute("SELECT * FROM sentences('하나다. 둘이다.')").fetchall()) == 2


def ucol_strcollUTF8_fails():
    db = connect()
    db.execute('CREATE TABLE word(w TEXT)')
    db.executescript('CREATE TABLE sorted(w TEXT COLLATE korean); CREATE INDEX sorted_w ON sorted(w)')
    db.execute("INSERT INTO word VALUES ('하'), ('李'), ('가'), ('a')")
    assert 'interrupted' in error_of('SELECT w FROM word ORDER BY w COLLATE korean', db)
    assert 'interrupted' in error_of('CREATE INDEX by_word ON word(w COLLATE korean)', db)
    assert db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'by_word'").fetchone() == (0,)
    assert 'interrupted' in error_of('INSERT INTO sorted SELECT w FROM word', db)
    assert 'interrupted' in error_of("INSERT INTO sorted VALUES ('나'), ('가')", db)
    assert db.execute('SELECT count(*) FROM sorted').fetchone() == (0,)
    os.environ.pop('KO_TEST_FAILS')
    db.execute('INSERT INTO sorted SELECT w FROM word')
    assert db.execute('SELECT w FROM sorted ORDER BY w').fetchall() == [('가',), ('李',), ('하',), ('a',)]
    assert db.execute('PRAGMA integrity_check').fetchone() == ('ok',)


def ucal_open_fails():
    db = connect()
    reason = error_of("SELECT value FROM extract_entities('올해 추석에 만났다', '2025-02-05')", db)
    assert reason == "extract_entities(): ICU's Korean calendar: U_MISSING_RESOURCE_ERROR", reason
    assert error_of("SELECT value FROM extract_entities('2024년 한글날~설날에 만났다', '2025-02-05')", db) == reason
    assert db.execute("SELECT value FROM extract_entities('어제 만났다', '2025-02-05')").fetchone() == ('2025-02-04',)


def main():
    if not shutil.which(CC.split()[0]):
        print('no C compiler')
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, 'fails.so')
        made = subprocess.run([*CC.split(), '-shared', '-fPIC', '-o', library, '-x', 'c', '-', '-ldl'], input=SOURCE, text=True)
        if made.returncode:
            sys.exit(1)
        wrong = 0
        for case in [name for name in globals() if name.endswith('_fails')]:
            preload = f'{os.environ.get("LD_PRELOAD", "")} {library}'.strip()
            environment = dict(os.environ, LD_PRELOAD=preload, KO_TEST_FAILS=case[:-len('_fails')], KO_TEST_CASE=case)
            done = subprocess.run([sys.executable, __file__, EXTENSION], env=environment)
            if done.returncode:
                wrong += 1
                print(f'{case}: exit code {done.returncode}', flush=True)
        sys.exit(wrong > 0)


if 'KO_TEST_CASE' in os.environ:
    globals()[os.environ['KO_TEST_CASE']]()
else:
    main()
