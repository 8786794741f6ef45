"""common.py N FILE...: the N commonest runs of Hangul of archives, for mkready.c to make terms ready for. The
commonest come first, so that in memory they lie side by side.

FILE is lines of JSON with the texts under "page", or "title" and "text"; or plain text. A run stands on a line of
its own, behind `0`, `a` or `)` if that is how it follows a digit, a letter or a closing mark (ext/morph/tokens.c),
which gives other terms. Only words that two texts have are taken, so that nothing of any one text gets in.
"""
import collections
import json
import re
import sys
import unicodedata

CLOSING = ")]}>\"'\u201d\u2019\u300b\u3009\u300d\u300f\u3011"
RUN = re.compile("(^|[^가-힣])([가-힣]{1,15})(?![가-힣])")


def texts(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("{"):
                row = json.loads(line)
                line = row.get("page") or row["title"] + "\n" + row["text"]
            yield unicodedata.normalize("NFC", line)


def before(c):
    if c and c in CLOSING:
        return ")"
    if c.isdigit():
        return "0"
    return "a" if c.isalpha() else ""


def main():
    counts = collections.Counter()
    seen = collections.Counter()
    for path in sys.argv[2:]:
        for text in texts(path):
            runs = [before(c) + run for c, run in RUN.findall(text)]
            counts.update(runs)
            seen.update(set(runs))
    common = sorted((r for r in counts if seen[r] > 1), key=lambda r: (-counts[r], r))
    print("\n".join(common[: int(sys.argv[1])]))


main()
