"""All that the extension adds to a connection: no more, no less."""
import sqlite3
import sys

SCALARS = {('chosung', 1), ('hanja_reading', 1), ('korean_debug', 0), ('korean_normalize', 1), ('korean_query', 1),
           ('korean_query', 2), ('korean_query', 3), ('korean_query', 4), ('korean_version', 0), ('korean_words', 1), ('romanize', 1)}
READ_TABLES = {('korean_query', 4), ('korean_words', 1)}  # neither deterministic nor for a schema of somebody else's
MEETINGS = ('seq kind status evidential participants date_start date_end time place duration topic evidence start length '
            'sentence score form korean_text_argument korean_published_argument korean_words_argument')
TABLES = {  # their columns, hidden arguments last
    'morphemes': 'seq form tag surface start length sentence korean_text_argument korean_words_argument',
    'sentences': 'seq text start length korean_text_argument',
    'extract_entities': 'seq type text name value value_end unit title organization start length sentence score '
                        'korean_text_argument korean_published_argument korean_words_argument',
    'meetings': MEETINGS,
    'extract_meetings': MEETINGS,
    'meeting_participants': 'meeting seq name type role title organization office titled represents korean_text_argument korean_published_argument '
                            'korean_words_argument',
    'quotes': 'seq speaker text verb start length sentence korean_text_argument korean_words_argument',
    'relations': 'seq person title organization start length sentence office former korean_text_argument korean_words_argument',
    'parse_article': 'title subtitle byline email publisher published body captions korean_text_argument',
}
DETERMINISTIC, INNOCUOUS = 0x800, 0x200000

db = sqlite3.connect(':memory:')
db.enable_load_extension(True)


def functions():
    rows = db.execute("SELECT name, narg, flags FROM pragma_function_list WHERE type = 's'")
    return {(name, count): flags for name, count, flags in rows}


def modules():
    return {name for name, in db.execute('SELECT name FROM pragma_module_list') if not name.startswith('pragma_')}


functions_before, modules_before = functions(), modules()
db.load_extension(sys.argv[1] if len(sys.argv) > 1 else 'build/korean')
added = {key: flags for key, flags in functions().items() if key not in functions_before}
assert set(added) == SCALARS, set(added) ^ SCALARS
for key, flags in added.items():
    assert bool(flags & DETERMINISTIC) == bool(flags & INNOCUOUS) == (key not in READ_TABLES), key
new = modules() - modules_before
assert new == set(TABLES), new ^ set(TABLES)
for name, columns in TABLES.items():
    found = ' '.join(row[1] for row in db.execute(f'PRAGMA table_xinfo({name})'))
    assert found == columns, f'{name}: {found}'
assert 'korean' in {row[1] for row in db.execute('PRAGMA collation_list')}
