-- quotes(): the words, who said them, the verb; start and length give the words back
.mode list
.separator ' | '
-- name: one speaker, one quotation
SELECT seq, speaker, text, verb, sentence FROM quotes('김하늘 새벽전자 사장은 3일 "내년에 공장을 짓겠다"고 말했다.');
-- name: two in one breath have one speaker
SELECT speaker, text, verb FROM quotes('박민수 고려대 교수는 "값이 너무 올랐다"며 "집을 살 수 있는 사람이 없다"고 지적했다.');
SELECT speaker, text, verb FROM quotes('새벽전자 관계자는 “논의한 것은 사실”이라면서도 “결정된 것은 없다”고 선을 그었다.');
-- name: pronouns and dropped subjects
SELECT speaker, text, verb FROM quotes('최아람 의원은 이날 국회를 찾았다. 그는 "끝까지 묻겠다"고 강조했다. 이어 "숨길 이유가 없다"고 덧붙였다.');
-- name: the subject stands behind, or the verb describes it
SELECT speaker, text, verb FROM quotes('"우리는 이겼다"고 조은결 감독은 외쳤다.');
SELECT speaker, text, verb FROM quotes('"비가 오면 경기를 못 한다"고 말한 조은결 감독은 하늘을 봤다.');
-- name: a clause that only describes a noun has no say
SELECT speaker, text, verb FROM quotes('정가온 장관은 최아람 의원이 낸 법안에 대해 "검토해 보겠다"고 답했다.');
SELECT speaker, text, verb FROM quotes('정가온 장관은 "가능하다"고 했고, 최아람 의원은 "믿을 수 없다"고 맞섰다.');
-- name: questions belong to who asks
SELECT speaker, text, verb FROM quotes('정가온 장관은 3일 로비에서 취재진을 만났다. 기자들이 "언제 떠나느냐"고 묻자 정가온 장관은 "내일 떠난다"고 답했다.');
-- name: headlines
SELECT speaker, text, verb FROM quotes('정가온 장관 "물러서지 않겠다"…국회는 고성' || char(10) || '정가온 국방부 장관이 3일 국회에 나왔다.');
SELECT speaker, text, verb FROM quotes('최아람, 출마 질문에 "고민 중…곧 말씀드리겠다"' || char(10) || '최아람 의원이 3일 기자들을 만났다.');
-- name: officials without names, and whose they are
SELECT speaker, text, verb FROM quotes('새벽전자의 한 임원은 "일정이 바뀌었다"고 귀띔했다. 이 임원은 "곧 알게 될 것"이라고 했다.');
-- name: a quotation that is a sentence
SELECT speaker, text, verb FROM quotes('“밤에도 불이 켜져 있어 든든해요.” 주민 구자영(71)씨가 웃으며 말했다.');
SELECT speaker, text, verb FROM quotes('조은결 감독은 담담했다. "배우들이 다 했다. 나는 지켜봤을 뿐이다."');
-- name: names, titles of works and words in doubt are no quotations
SELECT speaker, text, verb FROM quotes('''방송 4법''을 두고 여야가 맞섰다. 영화 “늦은 배”가 상을 받았다. ‘키다리 아저씨’라고 불리는 김하늘 사장은 ‘새벽 동맹’을 이끈다. 이른바 "묻지마 투자"를 막는다.');
-- name: marks inside marks, and a missing one
SELECT speaker, text, verb FROM quotes('정가온 대변인은 "최아람 의원이 ''다시 검토하라''고 지시했다"고 전했다.');
SELECT speaker, text, verb FROM quotes('김하늘 사장은 "그가 ''못 간다''고 했다"고 전했다. 박민수 교수는 "그건 아니다.');
SELECT substr(t, start, length) = text FROM (SELECT '😀 김하늘 사장은 “간다”고 했다.' AS t) d, quotes(d.t);
SELECT count(*) FROM quotes(NULL);

-- name: marks typed one for another
SELECT speaker, text FROM quotes('김하늘 사장은 "공장을 열겠다”며 “값은 그대로 두겠다"고 말했다. 최아람 의원은 “믿기 어렵다“고 했고, 박민수 교수는 ”확인하겠다”고 했다.');
SELECT speaker, text FROM quotes('조은결 감독은 ''이번이 가장 힘든 경기였다"고 말했다. 그는 " 다시는 지지 않겠다 "라고 덧붙였다.');
SELECT speaker, text FROM quotes('길이 5" 화면이 나왔다. 박민수 교수는 "화면이 작다"고 평가했다.');
-- name: a headline says in short what is said in full below
SELECT speaker, q.text FROM (SELECT '"한강 다리 내년 봄 다시 연다"' || char(10) || '한강 다리가 닫힌 지 반년이 지났다.' || char(10) || '김하늘 서울시 국장은 3일 기자들과 만나 "한강 다리를 내년 봄에 다시 열 것"이라고 밝혔다.' AS t) d, quotes(d.t) q;
-- name: who speaks by the page's form
SELECT speaker, text FROM quotes('국회는 오늘 예산을 다뤘습니다.' || char(10) || '[최아람 / 새물결당 의원 : 이번 예산은 너무 적습니다. 다시 짜야 합니다.]' || char(10) || '[김하늘/서울시장 : "그럴 수 없습니다. 이미 정했습니다."]');
-- name: a body by its kind
SELECT speaker, text FROM quotes('나래일보는 3일 공장 소식을 전했다. 신문은 "공장이 내년에 문을 연다"고 보도했다.');
-- name: words in marks and nothing else
SELECT count(*) FROM quotes('"가나" "다라" "마바"');
-- name: behind the quotation in brackets
SELECT speaker, text FROM quotes('새물결당 안에서는 “사과부터 해야 한다”(최아람 의원)는 말이 나왔다. 최아람 의원은 3일 기자들을 만난다.');
-- name: a quotation of any length is one
WITH RECURSIVE said(n, t) AS (VALUES (1, '나무를 심겠다. ') UNION ALL SELECT n + 1, t || '꽃도 심겠다. ' FROM said WHERE n < 600)
SELECT speaker, length(q.text), verb FROM said, quotes('정한별 회장은 "' || t || '그러겠다"고 말했다.') q WHERE n = 600;

-- name: a speaker with offices at two firms
SELECT speaker, q.text FROM quotes('한서준 한빛전자·두레전자 의장은 2일 시무식에서 "체질 강화가 필요하다"고 강조했다.') q;
