"""Readings of hanja, learnt from the hanja words of mecab-ko-dic.

Most words are read character by character, with the initial-sound rule at the start of the word
(李 is 리, at the start 이). Words that are read otherwise (金浦 김포) are kept whole.
"""
import collections
import struct
import unicodedata

import lexicon


def words(tokens):
    """{hanja word: reading} from (word, token) pairs; the cheapest entry decides."""
    found = {}
    for word, token in tokens:
        word = unicodedata.normalize('NFC', word)   # U+F9E1 and U+674E are one 李
        feature = token.feature.split(',')
        if not lexicon.HANJA.fullmatch(word) or len(feature) != 8:
            continue
        reading = feature[3]
        if lexicon.HANGUL.fullmatch(reading) and len(reading) == len(word):
            if word not in found or token.cost < found[word][0]:
                found[word] = (token.cost, reading)
    return {word: reading for word, (_, reading) in found.items()}


def initial(syllable):
    """A syllable as it sounds at the start of a word: 리 이, 로 노, 녀 여."""
    n = ord(syllable) - 0xAC00
    onset, vowel = n // 588, n % 588 // 28
    y_sound = vowel in (2, 3, 6, 7, 12, 17, 20)    # ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ
    if onset == 5:
        onset = 11 if y_sound else 2
    elif onset == 2 and vowel in (6, 12, 17, 20):
        onset = 11
    return chr(0xAC00 + onset * 588 + n % 588)


def characters(readings):
    """{character: reading}"""
    count = collections.defaultdict(collections.Counter)
    for word, reading in readings.items():
        for c, r in zip(word, reading):
            count[c][r] += 1
    # a reading that is only the initial form of another one counts for that one
    for c, counter in count.items():
        for r in list(counter):
            if initial(r) != r and initial(r) in counter:
                counter[r] += counter[initial(r)]
    return {c: min(counter, key=lambda r: (-counter[r], r)) for c, counter in sorted(count.items())}


def read(chars, word):
    return initial(chars[word[0]]) + ''.join(chars[c] for c in word[1:])


def exceptions(readings, chars, known):
    """Words that are read otherwise, if their reading is a word that the dictionary knows and the
    one character by character is not."""
    out = {}
    for word, reading in readings.items():
        proper = initial(reading[0]) + reading[1:]
        if len(word) > 1 and read(chars, word) != proper and proper in known:
            out[word] = proper
    return out


def pack(chars, odd):
    """Two sections: u16 pairs (character, reading) sorted by character; and the odd words: u16
    count, for each word the u16 place of its string, then the strings (length, hanja, reading),
    sorted by the hanja."""
    rows = b''.join(struct.pack('<HH', ord(c), ord(r)) for c, r in sorted(chars.items()) if ord(c) < 0x10000)
    text, places = [], []
    for w, r in sorted(odd.items(), key=lambda kv: [ord(c) for c in kv[0]]):
        places.append(1 + len(odd) + len(text))
        text += [len(w), *map(ord, w), *map(ord, r)]
    return rows, struct.pack(f'<{1 + len(places) + len(text)}H', len(places), *places, *text)
