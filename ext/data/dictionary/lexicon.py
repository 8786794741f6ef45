"""From mecab-ko-dic's entries to ours: Hangul words with their morphemes, in one canonical form.

An Entry says: `surface` may be read as `morphs`, at `cost`. What is left out, and why:
  - surfaces with anything but Hangul syllables: hanja are read through their readings, other
    scripts by rule, and endings that begin with a lone letter (ᆫ다고) never match composed text;
  - foreign full names written in one word (다니엘맥커천), which are their parts side by side;
  - entries that cannot win: the same surface, contexts and tags at a higher cost.
"""
import collections
import re
import unicodedata

Entry = collections.namedtuple('Entry', 'surface left right cost morphs parts sem')

HANGUL = re.compile('[가-힣]+')
HANJA = re.compile('[\u3400-\u9fff\uf900-\ufaff]+')
PART = re.compile(r'\+(?=[^/]+/[A-Z]+(?:\+[A-Z]+)*/)')

# mecab-ko's tags to the Sejong set; NNBC (a counter such as 명) is kept apart inside.
TAGS = {'SC': 'SP', 'SSO': 'SS', 'SSC': 'SS', 'SY': 'SW', 'UNKNOWN': 'NNP'}
KNOWN_TAGS = set('NNG NNP NNB NNBC NR NP VV VA VX VCP VCN MM MAG MAJ IC JKS JKC JKG JKO JKB JKV '
                 'JKQ JX JC EP EF EC ETN ETM XPN XSN XSV XSA XR SF SP SS SE SO SW SL SH SN'.split())
SEMANTIC = {'인명': 'person', '지명': 'place'}

_INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
_FINALS = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'
_COMPAT = {chr(0x1100 + i): c for i, c in enumerate(_INITIALS)}
_COMPAT.update({chr(0x1161 + i): chr(0x314F + i) for i in range(21)})
_COMPAT.update({chr(0x11A8 + i): c for i, c in enumerate(_FINALS)})
_COMPAT = str.maketrans(_COMPAT)


def canonical(form):
    """NFC; every lone jamo as its compatibility letter (U+11AB, U+3134 and U+1102 are one ㄴ); an
    ending that begins with a vowel as a syllable of its own (ㅏㅆ is 았)."""
    form = unicodedata.normalize('NFC', form).translate(_COMPAT)
    if 'ㅏ' <= form[:1] <= 'ㅣ':
        last = _FINALS.find(form[1]) + 1 if len(form) > 1 and form[1] in _FINALS else 0
        syllable = chr(0xAC00 + 11 * 588 + (ord(form[0]) - 0x314F) * 28 + last)
        form = syllable + form[1 + (last > 0):]
    return form


def final(syllable):
    """'F' an open syllable, 'L' one that ends in ㄹ, 'T' any other final, 'N' no Hangul."""
    if not '가' <= syllable <= '힣':
        return 'N'
    return {0: 'F', 8: 'L'}.get((ord(syllable) - 0xAC00) % 28, 'T')


def _morphs(expression):
    out = []
    for part in PART.split(expression):
        field = part.split('/')
        if len(field) < 2:
            return None
        out.append((canonical(field[0]).replace(' ', ''), TAGS.get(field[1], field[1])))
    return out


def convert(word, token):
    """One mecab-ko-dic entry as an Entry; None if it is left out."""
    feature = token.feature.split(',')
    if not HANGUL.fullmatch(word) or len(feature) != 8:
        return None
    tags, sem, _, _, kind, _, _, expression = feature
    sem = SEMANTIC.get(sem, '')
    morphs, parts = [(word, TAGS.get(tags, tags))], ()
    if expression != '*':
        found = _morphs(expression)
        if found is None:
            return None
        if kind == 'Compound':
            forms = tuple(form for form, _ in found)
            parts = forms if ''.join(forms) == word and len(forms) > 1 else ()
        elif kind == 'Preanalysis' and all(tag in ('NNP', 'NNG') for _, tag in found):
            return None
        else:
            morphs = found
    if any(not form or tag not in KNOWN_TAGS for form, tag in morphs):
        return None
    return Entry(word, token.left, token.right, token.cost, tuple(morphs), parts, sem)


def undominated(entries):
    """Drop every entry for which another of the same surface, classes and morphemes costs less."""
    best = {}
    for e in entries:
        key = (e.surface, e.left, e.right, e.morphs if len(e.morphs) > 1 else e.morphs[0][1])
        if key not in best or e.cost < best[key].cost:
            parts = e.parts or (best[key].parts if key in best else ())
            best[key] = e._replace(parts=parts)
        elif e.parts and not best[key].parts:
            best[key] = best[key]._replace(parts=e.parts)
    return sorted(best.values(), key=lambda e: (e.surface, e.cost, e.left, e.right, e.morphs))


# ---- inflected forms that mecab-ko-dic lacks ----

# Endings that begin with a lone consonant, which a stem in a vowel or ㄹ takes into its last syllable.
# mecab-ko-dic lists the results word by word (간다), and has not all (이끈다, 흔든다).
_CLOSING = ((('ㄴ다', 'EF'), ('ㄴ다', 'EC'), ('ㄴ다고', 'EC'), ('ㄴ다는', 'ETM'), ('ㄴ다면', 'EC'),
             ('ㄴ다며', 'EC')),
            (('ㄴ', 'ETM'), ('ㄹ', 'ETM'), ('ㅁ', 'ETN'), ('ㅂ니다', 'EF'), ('ㄹ까', 'EF'), ('ㄹ지', 'EC')))
_FORMS = 4   # a stem with fewer forms in mecab-ko-dic is rare, and stays as it is


def _close(stem, ending):
    """이끌 + ㄴ다: 이끈다"""
    syllable = (ord(stem[-1]) - 0xAC00) // 28 * 28
    return stem[:-1] + chr(0xAC00 + syllable + _FINALS.index(ending[0]) + 1) + ending[1:]


def completed(entries):
    """The entries, and for each verb and adjective in use the forms of _CLOSING that it lacks: at the cost
    of its stem and what the ending adds for most others, with the contexts that most others have."""
    stems = [e for e in entries if len(e.morphs) == 1 and e.morphs[0][1] in ('VV', 'VA', 'VX')
             and final(e.surface[-1]) in 'FL']
    have, forms = {}, collections.Counter()
    for e in entries:
        if len(e.morphs) == 2:
            forms[e.morphs[0]] += e.morphs not in have
            have[e.morphs] = min(e, have.get(e.morphs, e), key=lambda x: (x.cost, x.left, x.right))
    out, best = list(entries), {}
    for e in stems:
        key = e.morphs[0]
        if forms[key] < _FORMS:
            continue
        best[key] = min(e, best.get(key, e), key=lambda x: (x.cost, x.left, x.right))
    for ending in _CLOSING[0] + _CLOSING[1]:
        for tag in ('VV', 'VA', 'VX'):
            if tag == 'VA' and ending in _CLOSING[0]:
                continue
            added, rights = [], collections.Counter()
            for morph, stem in best.items():
                known = have.get((morph, ending))
                if morph[1] == tag and known:
                    added.append(known.cost - stem.cost)
                    rights[known.right] += 1
            if len(added) < 20:
                continue
            extra = sorted(added)[len(added) // 2]
            right = max(sorted(rights), key=rights.get)
            for morph, stem in best.items():
                if morph[1] == tag and (morph, ending) not in have and stem.surface == morph[0]:
                    out.append(Entry(_close(morph[0], ending[0]), stem.left, right, stem.cost + extra,
                                     (morph, ending), (), ''))
    return out


# ---- which stretch of the surface each morpheme comes from ----

_FUSED = {'ㅘ': 'ㅗㅏ', 'ㅝ': 'ㅜㅓ', 'ㅕ': 'ㅣㅓ', 'ㅙ': 'ㅚㅓ', 'ㅒ': 'ㅑㅣ', 'ㅖ': 'ㅕㅣ'}


def _letters(text):
    """The letters of a text, a vowel that contraction makes taken apart."""
    out = []
    for c in text:
        if '가' <= c <= '힣':
            n = ord(c) - 0xAC00
            vowel = chr(0x314F + n % 588 // 28)
            out += [_INITIALS[n // 588], *_FUSED.get(vowel, vowel)]
            if n % 28:
                out.append(_FINALS[n % 28 - 1])
        else:
            out.append(c)
    return out


def _missing(have, wanted):
    """How many of the letters `wanted` are not in `have`; the silent ㅇ does not count."""
    left = collections.Counter(wanted) - collections.Counter(have)
    return sum(n for letter, n in left.items() if letter != 'ㅇ')


def _price(surface, morphs, path):
    """Letters that a placement leaves unexplained, on either side."""
    price, shared = 0, [[] for _ in surface]
    for (form, _), (start, length) in zip(morphs, path):
        price += _missing(_letters(surface[start:start + length]), _letters(form))
        for k in range(start, start + length):
            shared[k] += _letters(form)
    return price + sum(_missing(have, _letters(c)) for c, have in zip(surface, shared))


def _placements(n, m, at=0):
    """Every way to lay m spans over n syllables, in order and without gaps; the next span may
    begin on the last syllable of the one before it."""
    if m == 0:
        if at == n:
            yield ()
        return
    for start in (at, at - 1):
        if 0 <= start < n:
            for end in range(max(start + 1, at), n + 1):
                for rest in _placements(n, m - 1, end):
                    yield ((start, end - start),) + rest


def spans(surface, morphs):
    """[(start, length)] in syllables, one for each morpheme. Spans start in order, may share a
    syllable where two morphemes are fused in it (했 = 하 + 았), and together cover the surface."""
    first, last, lo, hi, head, tail = 0, len(morphs), 0, len(surface), [], []
    while last > first and morphs[last - 1][0] == surface[max(lo, hi - len(morphs[last - 1][0])):hi]:
        hi -= len(morphs[last - 1][0])
        tail.insert(0, (hi, len(morphs[last - 1][0])))
        last -= 1
    while first < last and morphs[first][0] == surface[lo:lo + len(morphs[first][0])] and (
            lo + len(morphs[first][0]) < hi or first + 1 == last):
        head.append((lo, len(morphs[first][0])))
        lo += len(morphs[first][0])
        first += 1
    if first < last:
        if lo == hi:  # nothing of the surface is left for them: they are fused into a neighbour
            lo = max(0, lo - 1)
            hi = lo + 1
        middle, rest = surface[lo:hi], morphs[first:last]
        best = min(_placements(len(middle), len(rest)), default=None,
                   key=lambda path: (_price(middle, rest, path), sum(k for _, k in path), path))
        best = best or [(0, len(middle))] * len(rest)
        head += [(lo + start, length) for start, length in best]
    return head + tail
