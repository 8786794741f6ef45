#!/usr/bin/env python3
"""Copies of annotated lines with invented names: rename.py SURNAMES GOLD ... > copies.tsv

A model that has seen few names leans on those it saw. So it is also trained on copies in which people
are called otherwise (Korean names from surnames by their frequency and syllables of given names, foreign
ones from a syllable bigram model), and half of the organisations whose names say nothing. A name is
replaced alike all through a line. The id of a copy ends in +: the trainer keeps it in the fold of its
original and never measures on it. Seeded: a second run gives the same file.
"""
import random, re, sys

ENDINGS = ('전자 그룹 물산 건설 은행 증권 바이오 제약 에너지 화학 중공업 텔레콤 소프트 테크 랩스 모터스 재단 연구소 협회 대학교 대 병원 화재 카드 '
           '통신 신문 시멘트 항공 반도체 솔루션 엔터테인먼트 로보틱스 푸드').split()
# Surnames and syllables of given names in Chinese, as Korean newspapers spell them: no list of names has those who become known next.
CHINESE = ('왕 리 장 류 천 양 황 자오 저우 우 쉬 쑨 마 주 후 궈 허 가오 린 뤄 정 량 셰 쑹 탕 한 펑 덩 차오 쩡 톈 둥 판 위안 차이 두 예 청 웨이 쑤 뤼 딩 런 선 야오 루 추이 탄 '
           '랴오 진 스 멍 샤 바이 추 란').split()
CHINESE_GIVEN = ('밍 웨이 핑 리 화 쥔 펑 제 레이 강 양 융 빈 타오 차오 샤오 훙 이 닝 팡 징 위 옌 칭 링 메이 린 둥 하오 위안 쩌 민 궈 진 바오 쿤 보 원 신 룽 톈 커 창 더 후이 즈 '
                 '춘 쉰 중 안 쉐 페이 란 잉 셴 정 광 지 성').split()
SPEAKING = re.compile('(부|청|처|당|원|회|국|군|위|사|대|팀)$') # organisations whose last syllable says what they are
MARK = re.compile(r'<([^<>]*?):(PS|OG|LC)>')


class Names:
    def __init__(self, surnames, lines):
        rows = [line.split('\t') for line in open(surnames, encoding='utf8') if not line.startswith('#')]
        self.surnames = {r[0]: float(r[1]) for r in rows if len(r[0]) == 1}
        self.long_surnames = [r[0] for r in rows if len(r[0]) == 2]
        self.random = random.Random(20251121)
        given, foreign = [], []
        for line in lines:
            for name, kind in MARK.findall(line):
                if kind == 'PS' and self.is_korean(name):
                    given.append(name[1:])
                elif kind == 'PS' and re.fullmatch('[가-힣 ]{4,}', name):
                    foreign += [w for w in name.split() if len(w) > 1]
                elif kind == 'LC' and re.fullmatch('[가-힣]{4,6}', name):
                    foreign.append(name)
        self.syllables = [g[0] for g in given], [g[1] for g in given]
        self.next = {}
        for word in foreign:
            for a, b in zip('^' + word, word + '$'):
                self.next.setdefault(a, []).append(b)

    def is_korean(self, name):
        return re.fullmatch('[가-힣]{3}', name) and name[0] in self.surnames

    def given(self):
        return ''.join(self.random.choice(s) for s in self.syllables)

    def korean(self):
        kind = self.random.random()
        if kind < 0.04:
            return self.random.choice(self.long_surnames) + self.given()[:self.random.choice((1, 2))]
        if kind < 0.1:
            return self.random.choices(*zip(*self.surnames.items()))[0] + self.given()[0]
        return self.random.choices(*zip(*self.surnames.items()))[0] + self.given()

    def foreign(self):
        while True:
            word, at = '', self.random.choice(self.next['^'])
            while at != '$' and len(word) < 7:
                word, at = word + at, self.random.choice(self.next[at])
            if at == '$' and 2 <= len(word) <= 6:
                return word

    def chinese(self):
        return self.random.choice(CHINESE) + ''.join(self.random.choice(CHINESE_GIVEN) for _ in range(self.random.choice((1, 2, 2))))

    def organisation(self):
        base = self.foreign() if self.random.random() < 0.6 else self.given()
        return base + (self.random.choice(ENDINGS) if self.random.random() < 0.7 else '')


def person(name, names, known):
    for full, other in known.items(): # 올트먼 after 샘 올트먼
        if ' ' in full and name in full.split():
            return other.split()[full.split().index(name)]
    if names.is_korean(name):
        return names.korean()
    if re.fullmatch('[가-힣]{2,4}', name) and names.random.random() < 0.5:
        return names.chinese()
    if re.fullmatch('[가-힣]{3,}|[가-힣]+( [가-힣]+)+', name):
        return ' '.join(names.foreign() for _ in name.split())
    return name


def renamed(line, names):
    people, others = {}, {}
    for name, kind in sorted(MARK.findall(line), key=lambda m: -len(m[0].split())):
        if kind == 'PS' and name not in people:
            people[name] = person(name, names, people)
        elif kind == 'OG' and name not in others:
            anything = re.fullmatch('[가-힣A-Z]{3,8}', name) and not SPEAKING.search(name) and names.random.random() < 0.5
            others[name] = names.organisation() if anything else name
    new = {'PS': people, 'OG': others, 'LC': {}}
    return MARK.sub(lambda m: f'<{new[m[2]].get(m[1], m[1])}:{m[2]}>', line)


if __name__ == '__main__':
    lines = [line.rstrip('\n') for path in sys.argv[2:] for line in open(path, encoding='utf8') if re.match(r'## \S+\t', line)]
    names = Names(sys.argv[1], lines)
    for line in lines:
        copy = renamed(line, names)
        if copy != line:
            print(re.sub(r'^(## \S+)\t', r'\1+\t', copy))
