#!/bin/sh
# train_names.sh model|folds [OUT]: the model of names, from the sets in $SHARED (../shared), into OUT (build/train).
#   model   names.crf of all sentences; it goes to ext/data/. About a minute.
#   folds   figures on held-out folds: F1 of KLUE and of the news lines, and score_articles.py on each fifth of the pages with
#           an extension whose model has learnt nothing from it. Five minutes.
# Run from the top of the tree after make. Seeded: a second run gives the same file.
set -e
SHARED=${SHARED:-../shared} OUT=${2:-build/train} CC=${CC:-gcc} PYTHON=${PYTHON:-python3}
names=ext/data/names libraries="-lutf8proc -licui18n -licuuc -lm"
core="build/ext/base/*.o build/ext/text/*.o build/ext/morph/*.o build/ext/extract/*/*.o build/tables.o"
mkdir -p "$OUT"

# shellcheck disable=SC2086 # lists of files and options
"$CC" -std=gnu11 -O3 -Iext -Ibuild -o "$OUT/train_names" $names/train_names.c $core build/image.o $libraries
gold="$SHARED/data/entities/klue-ner.dev.tsv $SHARED/data/entities/news.tsv $OUT/pages.tsv $OUT/archive.tsv"
"$PYTHON" $names/lexicon.py ext/data/tables $names/clusters.tsv $names/lists.tsv $names/places.tsv >"$OUT/lexicon.tsv"
"$PYTHON" $names/page_names.py "$SHARED/data/pages" ext/data/tables >"$OUT/pages.tsv"
"$PYTHON" $names/archive_names.py "$SHARED/data/archive/pages.jsonl" $names/labels.tsv ext/data/tables >"$OUT/archive.tsv"
# shellcheck disable=SC2086
"$PYTHON" $names/rename.py ext/data/tables/surname.tsv $gold | grep -e '^## news-' -e '^## page-' >"$OUT/copies.tsv"

case $1 in
model)
  # shellcheck disable=SC2086
  "$OUT/train_names" ext/data/korean.dic "$OUT/lexicon.tsv" write "$OUT/names.crf" $gold "$OUT/copies.tsv"
  ;;
folds)
  # shellcheck disable=SC2086
  "$OUT/train_names" -models "$OUT/names." ext/data/korean.dic "$OUT/lexicon.tsv" cv $gold "$OUT/copies.tsv"
  for fold in 0 1 2 3 4; do
    "$CC" -DIMAGE='"ext/data/korean.dic"' -DNAMES="\"$OUT/names.$fold\"" -c -o "$OUT/image.o" ext/data/image.S
    # shellcheck disable=SC2086
    "$CC" -shared -o "$OUT/fold$fold.so" build/ext/korean.o build/ext/bind/*.o $core "$OUT/image.o" build/ready.o $libraries
  done
  "$PYTHON" ext/data/train/score_folds.py "$SHARED" "$OUT/fold"
  ;;
*)
  sed -n 2,7p "$0" >&2
  exit 2
  ;;
esac
