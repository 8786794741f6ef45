"""Pages whose subtitle stands on a line of its own, for train_headlines.c: python3 headline_pages.py SHARED

Each line of the output is a sample, with tabs between: its fold, where the sentence begins in the page and ends, where in it the headline
ends (0: there is none), and the page, with U+2028 for line breaks. A page with a subtitle gives two: as it is, and with the subtitle run into
the first sentence. Sentences further below, which have none, are samples too.
"""
import json
import random
import re
import sys
import zlib

STOP = re.compile(r'[다요죠까][.?!]["\'”’)\]]*')
DATELINE = re.compile(r'^(\([^()=]{1,12}=[^()]{2,12}\) ?([가-힣 ]{2,20}(기자|특파원|통신원) ?= ?)?|\[[^\]]{2,30}(기자|특파원)?\] ?([가-힣 ]{2,20}(기자|특파원) ?= ?)?)')
NO_TEXT = re.compile(r'^[▲△◀\[(【<#■]|.{0,40}(기자|특파원|=)')
NO_SUBTITLE = re.compile(r'^[▲△◀\[(【<]|.*(기자|제공|사진|캡처|연합|뉴시스|뉴스1|=)\b.{0,12}$|.*(모습|장면)\.?$|^https?:')
SHORTEST, LONGEST, LONGEST_SUBTITLE = 25, 260, 220


def samples(page):
    lines = [line.strip() for line in page.split('\n')]
    head, text = lines[:2], [line for line in lines[2:] if line]
    if not text:
        return
    if len(text) > 1:
        text[1] = DATELINE.sub('', text[1])
    first = STOP.search(text[1]) if len(text) > 1 else None
    if (first and first.start() > SHORTEST and len(text[0]) <= LONGEST_SUBTITLE and not STOP.search(text[0])
            and not NO_SUBTITLE.match(text[0]) and not NO_TEXT.match(text[1])):
        above = '\n'.join(head) + '\n'
        whole = above + '\n'.join(text)
        start = len(above) + len(text[0]) + 1
        yield start, start + first.end(), 0, whole
        glued = above + text[0] + '\n'.join(text[1:])
        start = len(above)
        yield start, start + len(text[0]) + first.end(), start + len(text[0]), glued
    whole = '\n'.join(text)
    ends = [stop.end() for stop in STOP.finditer(whole)]
    below = [(start, end) for start, end in zip(ends[1:], ends[2:]) if 40 < end - start < LONGEST and '\n' not in whole[start:end]]
    for start, end in random.sample(below, min(2, len(below))):
        start += len(whole[start:end]) - len(whole[start:end].lstrip())
        yield start, end, 0, whole


def main():
    random.seed(1)
    with open(f'{sys.argv[1]}/data/archive/pages.jsonl', encoding='utf-8') as file:
        for line in file:
            article = json.loads(line)
            fold = zlib.crc32(article['id'].encode()) % 5
            for start, end, cut, page in samples(article['page'].replace('\t', ' ')):
                print(fold, start, end, cut, page.replace('\n', '\u2028'), sep='\t')


main()
