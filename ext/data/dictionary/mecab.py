"""Read a dictionary that MeCab compiled (sys.dic, matrix.bin) back into words and costs.

The layout is that of MeCab 0.996's dictionary.cpp and connector.cpp: a header of ten 32-bit
numbers, a Darts double array over the bytes of the words, 16-byte tokens, and a pool of
NUL-terminated feature strings.
"""
import array
import collections
import struct

Token = collections.namedtuple('Token', 'left right posid cost feature')


def words(path):
    """Yield (word, Token) for every entry of a sys.dic, in the order of the words' bytes."""
    data = open(path, 'rb').read()
    _, version, _, count, _, _, dsize, tsize, fsize, _ = struct.unpack_from('<10I', data, 0)
    if version != 102:
        raise SystemExit(f'{path}: dictionary version {version}, expected 102')
    units = array.array('i')
    units.frombytes(data[72:72 + dsize])
    tokens = data[72 + dsize:72 + dsize + tsize]
    features = data[72 + dsize + tsize:72 + dsize + tsize + fsize]
    base, check = units[0::2], units[1::2]
    children = collections.defaultdict(list)
    for i, parent in enumerate(check):
        if parent:
            children[parent].append(i)
    found, stack = 0, [(base[0], b'')]
    while stack:
        at, prefix = stack.pop()
        for i in reversed(children.get(at, ())):
            byte = i - at - 1
            if byte >= 0:
                stack.append((base[i], prefix + bytes([byte])))
        if at < len(base) and check[at] == at and base[at] < 0:
            packed = -base[at] - 1
            first, n = packed >> 8, packed & 0xFF
            for k in range(first, first + n):
                left, right, posid, cost, feature, _ = struct.unpack_from('<HHHhII', tokens, k * 16)
                text = features[feature:features.index(b'\0', feature)].decode('utf8')
                yield prefix.decode('utf8'), Token(left, right, posid, cost, text)
                found += 1
    if found != count:
        raise SystemExit(f'{path}: {found} entries read, its header says {count}')


def matrix(path):
    """(number of right contexts, number of left contexts, costs): the cost of a word with left
    context l after a word with right context r is costs[r + l * rights]."""
    data = open(path, 'rb').read()
    rights, lefts = struct.unpack_from('<HH', data, 0)
    costs = array.array('h')
    costs.frombytes(data[4:])
    if len(costs) != rights * lefts:
        raise SystemExit(f'{path}: {len(costs)} costs for {rights} x {lefts} contexts')
    return rights, lefts, costs


def contexts(path):
    """The features of a left-id.def or right-id.def, by context number."""
    out = {}
    for line in open(path, encoding='utf8'):
        number, feature = line.rstrip('\n').split(' ', 1)
        out[int(number)] = feature
    return out
