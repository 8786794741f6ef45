"""Write the dictionary image; ext/morph/image.h describes the format that is read."""
import struct

MAGIC, VERSION = b'KOREANDI', 1
# Section numbers, as in ext/morph/image.h.
(INFO, CODES, UNITS, VALUES, ENTRIES, EXPANSIONS, STRINGS, LEFT_NAMES, RIGHT_NAMES, MATRIX, UNKNOWN,
 SYMBOLS, HANJA, HANJA_WORDS) = range(1, 15)

TAGS = ('NNG NNP NNB NNBC NR NP VV VA VX VCP VCN MM MAG MAJ IC JKS JKC JKG JKO JKB JKV JKQ JX JC '
        'EP EF EC ETN ETM XPN XSN XSV XSA XR SF SP SS SE SO SW SL SH SN').split()
TAG_NUMBER = {tag: i for i, tag in enumerate(TAGS)}


def pack(sections):
    """sections: {number: bytes}. A header, a table of (number, offset, size), the sections, each
    aligned to 8 bytes; the last one ends the file."""
    table_end = 16 + 12 * len(sections)
    at = (table_end + 7) & ~7
    table, body = b'', b'\0' * (at - table_end)
    for number in sorted(sections):
        data = sections[number]
        table += struct.pack('<III', number, at, len(data))
        padded = data + b'\0' * (-len(data) % 8)
        body += padded
        at += len(padded)
    return MAGIC + struct.pack('<II', VERSION, len(sections)) + table + body


class Strings:
    """A pool of UTF-16 strings without duplicates."""
    def __init__(self):
        self.data, self.at = [], {}

    def add(self, text):
        if text not in self.at:
            self.at[text] = len(self.data)
            self.data += [ord(c) for c in text]
        return self.at[text]

    def bytes(self):
        return struct.pack(f'<{len(self.data)}H', *self.data)


class Expansions:
    """What an entry expands to, as byte strings without duplicates:
        count, then for each morpheme: tag, start << 4 | length of its stretch of the surface in
        syllables, length of its form (0: the stretch itself), and the form's place in the pool
        (3 bytes) unless that length is 0;
    then, for a compound, a 16-bit mask: bit i says that a part begins at syllable i."""
    def __init__(self, strings):
        self.strings, self.data, self.at = strings, bytearray(b'\0' * 4), {}

    def add(self, surface, morphs, spans, cuts):
        out = bytearray([len(morphs)])
        for (form, tag), (start, length) in zip(morphs, spans):
            if start > 15 or length > 15:
                if len(morphs) > 1:
                    raise SystemExit(f'{surface}: a morpheme at syllable {start} of {length}')
                start, length = 0, 0          # a long word: the stretch is the whole of it
            out += bytes([TAG_NUMBER[tag], start << 4 | length])
            if len(morphs) == 1 and form == surface or form == surface[start:start + length]:
                out.append(0)
            else:
                out.append(len(form))
                out += struct.pack('<I', self.strings.add(form))[:3]
        mask = sum(1 << cut for cut in cuts if 0 < cut < 16)
        out += struct.pack('<H', mask)
        key = bytes(out)
        if key not in self.at:
            self.at[key] = len(self.data)
            self.data += key
        return self.at[key]
