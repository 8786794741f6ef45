#!/bin/sh
# train_meetings.sh [OUT]: learn who meets (ext/data/meetings.def) from $SHARED (../shared) into OUT (build/train): prints how five
# folds fare that were left out, then writes OUT/meetings.def, learnt from all. Run from the top of the tree after make.
# Whoever changes the dictionary, the names, clauses or features learns the weights again. Takes two minutes. TRAINER: a
# train_meetings that is built already, with other names.
set -e
SHARED=${SHARED:-../shared} OUT=${1:-build/train} CC=${CC:-gcc} PYTHON=${PYTHON:-python3} HERE=ext/data/meetings
trainer=${TRAINER:-$OUT/train_meetings}
mkdir -p "$OUT"
[ -n "$TRAINER" ] || "$CC" -std=gnu11 -O2 -Iext -Ibuild -o "$OUT/train_meetings" $HERE/train_meetings.c build/ext/base/*.o build/ext/text/*.o \
  build/ext/morph/*.o build/ext/extract/*/*.o build/tables.o build/image.o -lutf8proc -licui18n -licuuc -lm
"$PYTHON" $HERE/documents.py "$SHARED" $HERE/labels.tsv >"$OUT/meetings.documents"
"$trainer" ext/data/korean.dic "$OUT/meetings.documents" list >"$OUT/meetings.list"
"$PYTHON" $HERE/answers.py "$OUT/meetings.list" "$SHARED" $HERE/labels.tsv >"$OUT/meetings.answers"
"$trainer" ext/data/korean.dic "$OUT/meetings.documents" "$OUT/meetings.answers" cv "$OUT/meetings.cv"
for part in dev train; do
  "$PYTHON" "$SHARED/eval/score_meetings.py" "$SHARED/data/meetings/$part.texts.jsonl" "$SHARED/data/meetings/$part.gold.jsonl" \
    --predictions "$OUT/meetings.cv"
done
"$trainer" ext/data/korean.dic "$OUT/meetings.documents" "$OUT/meetings.answers" write "$OUT/meetings.def"
