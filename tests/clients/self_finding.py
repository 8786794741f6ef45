"""Every text finds itself: what is indexed and what korean_query() asks for agree, in every mode and for every kind of table."""
import sqlite3
import sys
import unicodedata

EXTENSION = sys.argv[1] if len(sys.argv) > 1 else 'build/korean'
MODES = ('all', 'any', 'phrase', 'prefix')

# Invented headlines, in groups by what makes them hard.
TITLES = '''
# nouns whose end could be a particle, a copula or an ending
저축은행 대출이자 또 오른다
학교 앞 제한속도 시속 30㎞로
하늘궁서 국빈만찬 열린다
고립은둔 청년 돕는 지역의사법 통과될까
성장주도 정책의 끝, 한불수교 기념관도 문 닫나
굿디자인 상품전서 맛된장·연지홍게 인기
새 파트너이자 맞수인 두 회사의 하루
범죄자이자 피해자, 그를 어떻게 볼 것인가
한강변 실기고사 연기에 수험생 한숨
조업일지 부실 기재 어선 적발
발열내의 한 벌에 탄소제로 점수를 준다
함평군수 후보 단일화하나
모바일 총사업비 2조…민자도로 재검토
외환스와프급 호재에 환율 급락
공공기여 없는 재건축은 없다
이베리아반도 폭우에 철도 끊겨
# words with particles, alone between signs
"강변서도 보인다"…밤하늘 수놓은 빛
민주시민당서도 "나라면 고민했을 것"
국제회의서 만난 두 장관, 통상협상서 무슨 말
아이유도 간 그 골목, 삼성동의 밤
물치항서 잡은 홍게, 산간지대서 키운 배추
환자라면?…의사들이 답했다
재발하나?…난제 쌓인 공사장
현실화하나, '반도 아이비숲'에 들어서는 사옥
만이천 봉 아래 마을, 만이는 오늘도 간다
도와 함께 걷는 길, 도는 넓다
이랑 사이로 물이 흐른다, 너랑 나랑
# verbs that are nouns too, and the reverse
이 장관 만나 무슨 말 했나
볼 만한 전시, 볼 곳 많다
간 사람과 올 사람
큰 불 난 공장, 다시 문 연다
"더는 미룰 수 없어"…노조, 4년 만에 거리로 나선다
사람이 만들던 괴물소리 이젠 기계가 만든다
손잡은 두 회사, 코끝 시린 바람 품는 다리
집 사려면 신용대출 1억 넘게 받으면 안 된다
다자녀 직원, 정년 끝나도 1~2년 더 일한다
미래가 기대되다
차다, 차고 차가운 물에 발을 담그다
없어지다 알려졌다 나눠지는 것들
수갑찬 채 돌아온 이들…경찰서 바로 압송
기 팔 비틀기식 가격 인하…두 판박이 대책
열어두자 닫아두자 말이 많았다
가는 길 가늘게 갈게
# numbers with what follows them
지지율 14%에 그쳐…26%가 "모른다"
금리 50→60%로, 1.6%→1.7%로 또 올려
8월 29일 하늘시 새 다리 개통
1,000명 넘게 모였다…100만원씩 3만명에게
제18대 회장에 25세 김하늘
두 명이 세 번째 도전, 첫 승
3kg 2만원대, 10kg은 5만원
GS25서 산 우유, K9 자주포, GDDR7 메모리
2025년 2월 4일 오후 3시30분 44사이즈비키니
5G·6G 시대 AI로 강한 차 만들 것
# hanja, Latin, marks
李대통령 "北 대표단 환영"…美·中 반응은
與野 대치에 日 언론도 주목, 韓中日 정상 한자리
大韓民國 헌법 前文 읽기
美서 현대차 만든다…英 총리 방韓
64人 태운 비행기 귀국, 下 편에 계속
[단독] 윤 대통령, 다음 달 방미
(종합) "신천길, 합수본이 수사하라…남은 건 특검"
'맨'으로 돌아온 그, ‘컥’ 소리에 ‘쿵’…"왜?"
C# 개발자와 C++ 개발자의 R&D 이야기
한빛전자ㆍ두레전자‧나래통신·새벽경제 4사 협약
Hermes는 파이썬으로 작성되었다
don't stop 한국, @nasa a-b
＂ＡＢＣ＂ ㈜한빛 ㎏당 1만원 ①번
ㅋㅋㅋ 웃은 그 장면 ㅠㅠ
0.25%포인트 인하…기준금리 3.5%
=합계 = 3 =
# names and words that no dictionary has
우크르네온 넥스트리얼, 라키라키와 손잡다
더시드그룹 가락미륭아파트 카이버파크주 서구을당협위원장
허미미는 은메달, 올트먼은 방한
멀티에셋운용본부 다올투자증권 세아베스틸지주는
프리메라리가 하이얼즈자도 시그니처에 피프티피프티가
생태경관단지서 폐기물처리업체서 수원컨벤션센터서
한국자본시장연구원장이 지방국토관리청의 해양경찰청장이
특정경제범죄가중처벌법의 기초생활수급자가
국립수산과학원 생산과포용금융연구회 부산사랑의열매
주볼리비아 대사, 주인도네시아 대사
마음돌봄팀 지역통합돌봄팀 노인맞춤돌봄서비스
강원특별자치도가 한파주의보도 아동권리보장원은
열린민원과장 맑은물관리센터소장 찾나이도윤
'''
WORDS = '''
대출이자 제한속도 국빈만찬 파트너이자 고립은둔 지역의사법 성장주도 연지홍게 굿디자인 맛된장 실기고사 조업일지 총사업비 발열내의 함평군수 만이 도와 너랑
삼성전자 삼성전 서울대 행정안전부는 미래에셋증권 한국인 지하철역 사회취약자 열린우리당 알림 알림을 이끌었다 이끌다 기대되다 없어지다 만나 볼 간 큰 가는 보면 된다
나눠지는 기대된다 아이유도 삼성동의 동양대에 산업통상부가 원천기술이자 국회예산정책처에 웨스트나일열과 밀리의서재 총부채상환비율 개사육농장 오늘의집 겨레의집
8월 29일 14%에 1,000 3만명 제18대 25일 번째 10kg K9 C# C++ a-b 李대통령 北 韓中日 大韓民國 北韓 방韓 64人 ㈜한빛 ㎏당 ㅋㅋ don't 재발하나?…난제 "맨"으로 (속보) [단독]
'''
# what documents have no terms for: particles, endings, dependent nouns, auxiliaries, short adverbs, signs
NOTHING = '을 의 것 쪽 않는 또 더 꼭 … "'.split()


def connect():
    db = sqlite3.connect(':memory:')
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    return db


def titles():
    return [line for line in TITLES.strip().split('\n') if not line.startswith('#')]


def words():
    return sorted({word for text in (*titles(), WORDS) for word in text.split()} - set(NOTHING))


def index(texts, options=''):
    db = connect()
    db.execute(f"CREATE VIRTUAL TABLE doc USING fts5(body{options}, tokenize = 'korean')")
    db.executemany('INSERT INTO doc(rowid, body) VALUES (?, ?)', enumerate(texts))
    return db


def missed(db, typed, *arguments):
    """Which of the texts typed do not find the row of their number."""
    marks = ', ?' * len(arguments)
    search = f'SELECT 1 FROM doc WHERE doc MATCH korean_query(?{marks}) AND rowid = ?'
    return [text for n, text in enumerate(typed) if not db.execute(search, (text, *arguments, n)).fetchone()]


def has_terms(db, text):
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS one USING fts5(body, tokenize = 'korean')")
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS term USING fts5vocab(one, row)")
    db.execute('DELETE FROM one')
    db.execute('INSERT INTO one VALUES (?)', (text,))
    return db.execute('SELECT count(*) FROM term').fetchone()[0] > 0


def check(name, lost):
    assert not lost, f'{name}: {len(lost)} not found, such as {lost[:5]}'


def test_titles():
    """Each title finds itself in every mode."""
    db = index(titles())
    for mode in MODES:
        check(mode, missed(db, titles(), mode))
    db.execute("INSERT INTO doc(doc) VALUES ('integrity-check')")


def test_words():
    """Each word that documents have terms for finds itself in every mode; they lack them for nothing but these few."""
    db = index(words())
    check('no terms', [word for word in NOTHING if has_terms(db, word)])
    for mode in MODES:
        check(mode, [word for word in missed(db, words(), mode) if has_terms(db, word)])


def test_quoted():
    """A quoted text in an expression of one's own finds itself too."""
    db = index(titles())
    quoted = ['"' + title.lstrip('=').replace('"', '""') + '"' for title in titles()]
    lost = [text for n, text in enumerate(quoted) if not db.execute('SELECT 1 FROM doc WHERE doc MATCH ? AND rowid = ?', (text, n)).fetchone()]
    check('quoted', lost)


def test_inside():
    """A title finds itself inside a longer text, as words and as a phrase."""
    db = index([f'어제 나온 기사다. {title} 끝으로 날씨다.' for title in titles()])
    check('all', missed(db, titles(), 'all'))
    check('phrase', missed(db, titles(), 'phrase'))


def test_long():
    """A word of any length finds itself, and so does the beginning of a text of many words."""
    texts = ['가나다' * 120, '대한민국' * 90 + '만세', 'x' * 300, 'ab1' * 500, '韓中日' * 50, '하늘 ' * 300 + '끝', '1,000' * 100, '바' * 64, '바다' * 33 + '는', '물' * 20000]
    db = index(texts)
    for mode in MODES:
        check(mode, [text[:12] for text in missed(db, texts, mode)])


def test_decomposed():
    """Decomposed, full width and oddly spaced input finds what composed input finds, and the reverse."""
    wide = str.maketrans({c: chr(ord(c) + 0xFEE0) for c in map(chr, range(0x21, 0x7F))})
    shapes = {
        'NFD': lambda text: unicodedata.normalize('NFD', text),
        'full width': lambda text: text.translate(wide),
        'no-break spaces': lambda text: text.replace(' ', '\u00A0'),
        'ideographic spaces': lambda text: text.replace(' ', '\u3000'),
        'joiners': lambda text: '\u200B'.join(text),
    }
    plain = [title for title in titles() if '"' not in title]
    for name, shape in shapes.items():
        for mode in MODES:
            check(f'{name}, {mode}', missed(index(plain), [shape(text) for text in plain], mode))
            check(f'{name} indexed, {mode}', missed(index([shape(text) for text in plain]), plain, mode))


def test_normalised():
    """The expression is that of the normalised text, so that dates are joined and prefixes divided."""
    db = connect()
    query = lambda *arguments: db.execute(f'SELECT korean_query({", ".join("?" * len(arguments))})', arguments).fetchone()[0]
    decomposed = lambda text: unicodedata.normalize('NFD', text)
    for arguments in (('삼성전', 'prefix'), ('8월 29일',), ('두 명',), ('장관 만나', 'phrase'), ('한빛전자 서울', 'any')):
        assert query(decomposed(arguments[0]), *arguments[1:]) == query(*arguments), arguments
    assert query('８월　２９일') == query('8월 29일') == '"8월 29일"'
    assert query('한빛\u00A0서울') == query('한빛 서울')
    db = index(['삼성전자가 새 공장을 짓는다'])
    assert not missed(db, [decomposed('삼성전')], 'prefix')


def test_details():
    """Tables without positions are asked for terms alone; also contentless ones, those with content elsewhere, and single columns."""
    tables = {'': 'full', ", content = ''": 'full'}
    for detail in ('column', 'none'):
        for content in ('', ", content = ''", ", content = 'text', content_rowid = 'id'"):
            tables[f', detail = {detail}{content}'] = detail
    for options, detail in tables.items():
        db = connect()
        db.execute('CREATE TABLE text(id INTEGER PRIMARY KEY, body TEXT)')
        db.executemany('INSERT INTO text VALUES (?, ?)', enumerate(titles()))
        db.execute(f"CREATE VIRTUAL TABLE doc USING fts5(body{options}, tokenize = 'korean')")
        db.executemany('INSERT INTO doc(rowid, body) VALUES (?, ?)', enumerate(titles()))
        for mode in MODES:
            check(f'{options} {mode}', missed(db, titles(), mode, detail))
        if detail != 'none':  # such a table does not know its columns
            search = "SELECT count(*) FROM doc WHERE doc MATCH 'body: (' || korean_query(?, 'all', ?) || ')' AND rowid = ?"
            check(f'{options} column', [text for n, text in enumerate(titles()) if db.execute(search, (text, detail, n)).fetchone() == (0,)])
        db.execute("INSERT INTO doc(doc) VALUES ('integrity-check')")


def test_details_find_no_more():
    """Without positions a compound still needs all its parts, and 'any' one of them."""
    db = index(['삼성전자 서울 공장', '삼성 서울 병원', '전자 부품', '부산 항'], ', detail = none')
    find = lambda *arguments: [n for n, in db.execute(
        f'SELECT rowid FROM doc WHERE doc MATCH korean_query({", ".join("?" * len(arguments))})', arguments)]
    assert find('삼성전자', 'all', 'none') == [0]
    assert find('삼성전자', 'any', 'none') == [0, 1, 2]
    assert find('서울 삼성', 'all', 'none') == [0, 1]
    assert find('삼성전', 'prefix', 'none') == [0]
    assert find('부산 항', 'phrase', 'none') == [3]


def test_highlight():
    """The word is marked and nothing else, whatever cut it."""
    db = index(['대출이자 인하', '대출이자를 내렸다', '제한속도 위반', '제한속도를 지키자', '국빈만찬', '국빈만찬에서', '그는 만나 보았다'])
    mark = "SELECT highlight(doc, 0, '[', ']') FROM doc WHERE doc MATCH korean_query(?) ORDER BY rowid"
    for word, expected in {'대출이자': ['[대출이자] 인하', '[대출이자]를 내렸다'], '제한속도': ['[제한속도] 위반', '[제한속도]를 지키자'],
                           '국빈만찬': ['[국빈만찬]', '[국빈만찬]에서'], '만나': ['그는 [만나] 보았다']}.items():
        assert [text for text, in db.execute(mark, (word,))] == expected, (word, db.execute(mark, (word,)).fetchall())


def test_term():
    """A quoted string that begins with = is one term as it stands; what a person types never is."""
    db = index(['이끌었다', '이끄는 사람', 'C++ 언어'])
    find = lambda expression: [n for n, in db.execute('SELECT rowid FROM doc WHERE doc MATCH ?', (expression,))]
    assert find('"=이끌다"') == [0, 1] and find('"=이끌었다"') == [] and find('"=이끌"*') == [0, 1] and find('"=c++"') == [2] and find('"="') == []
    typed = lambda text: [n for n, in db.execute('SELECT rowid FROM doc WHERE doc MATCH korean_query(?)', (text,))]
    assert typed('=이끌었다') == [0, 1] and typed('==') == []


for name, test in list(globals().items()):
    if name.startswith('test_'):
        test()
