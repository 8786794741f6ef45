"""Authorizers: what they deny is said as what it is; what they need not allow works without them."""
import sqlite3
import sys

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
DENY, OK, IGNORE = sqlite3.SQLITE_DENY, sqlite3.SQLITE_OK, sqlite3.SQLITE_IGNORE


def connect(authorizer):
    db = sqlite3.connect(':memory:')
    db.enable_load_extension(True)
    db.set_authorizer(authorizer)
    db.load_extension(EXTENSION)
    return db


def refusal(authorizer):
    try:
        connect(authorizer)
    except sqlite3.OperationalError as error:
        return str(error)
    return 'loaded'


def but(answer, *actions):
    return lambda action, *_: answer if action in actions else OK


# functions denied, all or fts5() alone: loading needs fts5(), and says so
for authorizer in (but(DENY, sqlite3.SQLITE_FUNCTION), lambda action, a, b, *_: DENY if b == 'fts5' else OK):
    assert refusal(authorizer).endswith('korean: FTS5 is needed: not authorized to use function: fts5'), refusal(authorizer)
# SELECT denied
assert refusal(but(DENY, sqlite3.SQLITE_SELECT)).endswith('korean: FTS5 is needed: not authorized'), refusal(
    but(DENY, sqlite3.SQLITE_SELECT))
# functions that give NULL instead
assert refusal(but(IGNORE, sqlite3.SQLITE_FUNCTION)).endswith('korean: FTS5 is needed: an authorizer ignores fts5()')

# once loaded, a connection that allows no functions but ours reads every form of published
allowed = {'korean_normalize', 'korean_query', 'match'}
db = connect(lambda *_: OK)
db.set_authorizer(lambda action, a, b, *_: OK if action != sqlite3.SQLITE_FUNCTION or b in allowed else DENY)
for day in ('2025-02-05', '2025-02-05T10:00Z', '2025.2.5', 20250205, '2025년 2월 5일'):
    assert db.execute("SELECT value FROM extract_entities('어제 만났다', ?)", (day,)).fetchone() == ('2025-02-04',), day
try:
    db.execute("SELECT chosung('가')")
except sqlite3.DatabaseError as error:
    assert 'not authorized to use function: chosung' in str(error), error
else:
    raise AssertionError('chosung() was not denied')
