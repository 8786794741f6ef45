"""A minimal automaton of words, stored as a double array of 32-bit units.

Words that end alike and have the same value share states. A unit holds the label code of the arc
that leads to it in its low 12 bits and, above them, the base of the state it leads to: the unit
of the arc with code c of a state with base b is number b + c. Code 0 marks the end of a word; its
unit holds the word's value in place of a base. No two states have the same base, so a matching
label proves that the arc belongs to the state.
"""
import array

EMPTY = 0xFFF          # a label that no arc has
LABEL_BITS, PAYLOAD_LIMIT = 12, 1 << 20


def _automaton(words):
    """words: sorted (word, value) pairs, words distinct. Returns (root, states): a state is
    (value or None, ((character, state number), ...)), numbered so that children come first."""
    register, states = {}, []

    def number(value, arcs):
        key = (value, tuple(arcs))
        if key not in register:
            register[key] = len(states)
            states.append(key)
        return register[key]

    # path[i]: [value, arcs finished so far, label of the arc still open] of the i-th state
    path, before = [[None, [], None]], ''
    def close(depth):
        while len(path) - 1 > depth:
            value, arcs, _ = path.pop()
            child = number(value, arcs)
            path[-1][1].append((path[-1][2], child))
    for word, value in words:
        common = 0
        while common < min(len(word), len(before)) and word[common] == before[common]:
            common += 1
        close(common)
        for c in word[common:]:
            path[-1][2] = c
            path.append([None, [], None])
        path[-1][0], before = value, word
    close(0)
    return number(path[0][0], path[0][1]), states


def build(words):
    """words: {word: value}. Returns (codes, root, units): the code of each character, the base of
    the root, and the units."""
    root, states = _automaton(sorted(words.items()))
    use = {}
    for _, arcs in states:
        for c, _ in arcs:
            use[c] = use.get(c, 0) + 1
    ranked = sorted(use, key=lambda c: (-use[c], c))
    codes = {c: i + 1 for i, c in enumerate(ranked)}
    if len(codes) >= EMPTY:
        raise SystemExit(f'{len(codes)} distinct characters in words; {EMPTY - 1} fit a label')

    size = PAYLOAD_LIMIT + EMPTY + 1
    taken, used_base = bytearray(size), bytearray(size)
    following = array.array('i', range(1, size + 1))   # next slot that may be free, path-compressed

    def free_from(slot):
        at = slot
        while taken[at]:
            at = following[at]
        while taken[slot]:
            following[slot], slot = at, following[slot]
        return at

    base, labels = [0] * len(states), [None] * len(states)
    for i, (value, arcs) in enumerate(states):
        labels[i] = sorted([0] * (value is not None) + [codes[c] for c, _ in arcs])
    # large states first: they are the hardest to place
    order = sorted((i for i in range(len(states)) if labels[i]), key=lambda i: (-len(labels[i]), i))
    start, width = 1, 0
    for i in order:
        first, rest = labels[i][0], labels[i][1:]
        if len(labels[i]) != width:    # smaller states try the gaps that larger ones left
            start, width = 1, len(labels[i])
        slot, tries = free_from(max(start, first + 1)), 0
        while True:
            b = slot - first
            if not used_base[b] and not any(taken[b + c] for c in rest):
                break
            tries += 1
            slot = free_from(slot + 1)
        if tries > 500:
            start = max(start, slot - first)
        if b >= PAYLOAD_LIMIT:
            raise SystemExit('too many words for 20-bit bases')
        base[i], used_base[b] = b, 1
        for c in labels[i]:
            taken[b + c] = 1
            following[b + c] = b + c + 1
    top = max(base) + EMPTY + 1
    units = array.array('I', [EMPTY]) * top
    for i, (value, arcs) in enumerate(states):
        if value is not None:
            if value >= PAYLOAD_LIMIT:
                raise SystemExit(f'value {value} does not fit 20 bits')
            units[base[i]] = value << LABEL_BITS
        for c, child in arcs:
            units[base[i] + codes[c]] = base[child] << LABEL_BITS | codes[c]
    return codes, base[root], units


def find(codes, root, units, word):
    """The value of a word, or None: the look-up in its simplest form."""
    at = root
    for c in word:
        code = codes.get(c)
        if code is None or units[at + code] & EMPTY != code:
            return None
        at = units[at + code] >> LABEL_BITS
    return units[at] >> LABEL_BITS if units[at] & EMPTY == 0 else None
