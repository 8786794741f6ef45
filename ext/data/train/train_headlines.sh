#!/bin/sh
# train_headlines.sh [OUT]: learn ext/data/headlines.def again from the articles in $SHARED (../shared), into OUT (build/train). Run from
# the top of the tree after make. Takes a minute.
set -e
SHARED=${SHARED:-../shared} OUT=${1:-build/train} CC=${CC:-gcc} PYTHON=${PYTHON:-python3}
mkdir -p "$OUT"
set -x
"$PYTHON" ext/data/train/headline_pages.py "$SHARED" >"$OUT/headline.samples"
"$CC" -std=gnu11 -O2 -Iext -Ibuild -o "$OUT/train_headlines" ext/data/train/train_headlines.c build/ext/extract/page/headline_end.o \
  build/ext/base/*.o build/ext/text/*.o build/tables.o -lutf8proc -licui18n -licuuc -lm
"$OUT/train_headlines" "$OUT/headline.samples" "$OUT/headlines.def"
