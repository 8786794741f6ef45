#!/usr/bin/env python3
"""Texts of megabytes that nobody would write are read in seconds. Where everything in one was compared with
everything else, each of these took longer than tests/run.py lets a test run.

    tests/clients/long_texts.py EXTENSION"""
import itertools
import sqlite3
import sys
import unittest

NAMES = [''.join(parts) for parts in itertools.product(
    '김이박최정강조윤장임한오서신권황안송류홍', *['서준도윤하늘지민수현우진호은경태성재원나연아동혁철규상훈'] * 3)]


class LongTexts(unittest.TestCase):
    def setUp(self):
        self.db = sqlite3.connect(':memory:')
        self.db.enable_load_extension(True)
        self.db.load_extension(EXTENSION)

    def participants(self, text):
        return {names for names, in self.db.execute('SELECT participants FROM meetings(?)', (text,))}

    def test_many_leaders(self):
        """Summits of two countries, of which one has ninety thousand presidents: no one of them is meant."""
        text = ''.join(f'{name} 대통령은 ' for name in NAMES[:90000]) + '말했다. ' + '한미 정상회담. ' * 60000
        self.assertEqual(self.participants(text), {'["한국","미국"]'})

    def test_crowds(self):
        """Meetings of 255 people each, all of them others: no two are the same."""
        crowds = [NAMES[at:at + 255] for at in range(0, 255 * 700, 255)]
        text = ''.join('·'.join(crowd) + '과 회동했다. ' for crowd in crowds)
        self.assertGreater(len(self.participants(text)), 600)

    def test_headings(self):
        """Three hundred thousand numbers of headings (가. 나. 다.) on one line."""
        self.assertGreater(self.db.execute("SELECT count(*) FROM sentences(?)", ('다.' * 300000,)).fetchone()[0], 0)

    def test_stops(self):
        """Hundreds of thousands of stops, one behind the other or each with a mark that closes: one sentence ends there at most."""
        for stops in '?', '...', '.”', '!)':
            text = '한서준 대통령이 말했다' + stops * (300000 // len(stops)) + '두레전자'
            for function in 'parse_article', 'relations':
                with self.subTest(stops=stops, function=function):
                    self.assertLess(self.db.execute(f'SELECT count(*) FROM {function}(?)', (text,)).fetchone()[0], 3)

    def test_triggers(self):
        """Two hundred thousand words that a meeting may be told with in one sentence, and nobody who meets."""
        self.assertEqual(self.participants(' 통화:' * 200000), set())


EXTENSION = sys.argv.pop(1) if len(sys.argv) > 1 else 'build/korean'
if __name__ == '__main__':
    unittest.main()
