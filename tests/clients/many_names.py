#!/usr/bin/env python3
"""Long texts lose nothing: whatever a page says of people and organisations counts, however many it names.

    tests/clients/many_names.py EXTENSION"""
import sqlite3
import sys
import unittest

SURNAMES = '박최정조윤장임한오서신권황안송류홍전고문손양배백허남심노하곽성차주우구민진나지엄채원천방공'
GIVEN = ['도현', '서준', '하윤', '민재', '지호', '수아', '예린', '은우', '태오', '가람']
PEOPLE = [surname + given for given in GIVEN for surname in SURNAMES]


class ManyNames(unittest.TestCase):
    def setUp(self):
        self.db = sqlite3.connect(':memory:')
        self.db.enable_load_extension(True)
        self.db.load_extension(EXTENSION)

    def entities(self, text):
        """text, name and organization of each mention"""
        return self.db.execute('SELECT e.text, name, organization FROM extract_entities(?) e', (text,)).fetchall()

    def name_of_last(self, text, mention):
        return [name for found, name, _ in self.entities(text) if found == mention][-1]

    def test_namesakes(self):
        """A surname with a title is its bearer, though twenty others have the surname."""
        others = '. '.join(f'김{given}{more} 의원은 말이 없었다' for given in '가나다라마' for more in '온윤율안')
        text = f'김도현 위원장이 회의를 열었다. {others}. 김 위원장은 회의를 마쳤다.'
        self.assertEqual(self.name_of_last(text, '김'), '김도현')

    def test_titles(self):
        """... and though the bearer has had many other titles."""
        titles = ['장관', '의원', '교수', '대사', '총장', '위원장', '특사']
        text = '. '.join(f'김도현 {title}은 말했다' for title in titles) + '. 김하윤 변호사가 왔다. 김 특사는 떠났다.'
        self.assertEqual(self.name_of_last(text, '김'), '김도현')

    def test_members_of_a_group(self):
        """A short name is the group's, though forty companies begin with it."""
        places = ('가평 가야 강남 강동 강릉 강북 강서 강원 강진 강화 개성 거제 경기 경남 경북 경산 경주 계룡 계양 고령 고성 고양 고창 '
                  '고흥 곡성 공주 과천 광명 광양 광주 괴산 구례 구로 구리 구미 군산 군포')
        members = '. '.join(f'한빛{place}은행은 지점을 열었다' for place in places.split())
        text = f'한빛그룹이 5일 발표했다. {members}. 한빛 측은 말이 없었다.'
        self.assertEqual(self.name_of_last(text, '한빛'), '한빛그룹')

    def test_heads_of_parts(self):
        """The head of a part belongs to the company named before eighty others in the sentence."""
        guests = ', '.join(f'{name} 의원' for name in PEOPLE[:80])
        text = f'두레전자가 {guests}을 부른 이날 행사에는 구도현 부문장이 나왔다.'
        self.assertEqual([organization for found, _, organization in self.entities(text)][-1:], ['두레전자'])

    def test_a_name_far_away(self):
        """The last syllable of a name, read as a particle, is known from the name a hundred mentions before."""
        others = '. '.join(f'{name} 의원이 말했다' for name in PEOPLE[:100])
        self.assertEqual(self.entities(f'윤소은 의원이 말했다. {others}. 그날 윤소은 웃었다.')[-1][:2], ('윤소은', '윤소은'))

    def test_a_long_name(self):
        """A name of seventeen syllables is found again where nothing introduces it."""
        name = '나래시민사회단체연대회의준비위원회'
        found = [text for text, _, _ in self.entities(f'두레전자는 {name}와 협약을 맺었다. - {name} -')]
        self.assertEqual(found, ['두레전자', name, name])

    def test_a_long_sentence(self):
        """A sentence without an end is read to its end: no name is cut where the model's window ends."""
        name = '나래시민사회단체연대회의준비위원회'
        for shift in range(4):
            text = '그리고 ' * shift + ', '.join([name, '한서준 교수'] * 150)
            self.assertEqual([found for found, _, _ in self.entities(text)], [name, '한서준'] * 150)

    def article(self, column, *lines):
        body = ['나래시가 5일 새 다리를 열었다. 다리는 길이가 300m다. 차로는 네 개다.'] * 2
        text = '\n'.join(['나래시 새 다리', '2025.02.05 10:00', *body, *lines])
        return self.db.execute(f'SELECT {column} FROM parse_article(?)', (text,)).fetchone()[0]

    def test_reporters(self):
        """All who wrote an article are named, though they are more than ten."""
        names = PEOPLE[:12]
        self.assertEqual(self.article('byline', '·'.join(names) + ' 기자'), ', '.join(names))

    def test_captions(self):
        """A caption that comes again behind ten others is one caption."""
        captions = [f'{name} 시장이 다리 위를 걷고 있다. [사진=나래시]' for name in PEOPLE[:10]]
        self.assertEqual(self.article('captions', *captions, captions[0], '다리는 튼튼하다고 했다.').splitlines(), captions)


EXTENSION = sys.argv.pop(1) if len(sys.argv) > 1 else 'build/korean'
if __name__ == '__main__':
    unittest.main()
