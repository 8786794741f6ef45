#!/bin/sh
# A small archive of Korean news: loaded, searched and read. Run by `make demo` from the top of the tree.
# ARTICLES is another folder of scraped pages, each NAME.txt; its day is taken from NAME.json ("published") or the page.
set -e
SQLITE3=${SQLITE3:-sqlite3} B=${B:-build} ARTICLES=${ARTICLES:-sql/articles}
DB=$B/demo.db; LIST=$B/demo.tsv
rm -f "$DB"
if [ -f "$ARTICLES/index.tsv" ]; then
  sed 1d "$ARTICLES/index.tsv" >"$LIST"
else
  for page in "$ARTICLES"/*.txt; do
    name=${page##*/}; gold=$ARTICLES/${name%.txt}.json
    [ -f "$gold" ] || gold=$ARTICLES/${name%%_*}.json
    day=
    [ ! -f "$gold" ] || day=$("$SQLITE3" :memory: "SELECT readfile('$gold') ->> '\$.published'")
    printf '%s\t%s\t\t\n' "$name" "$day"
  done >"$LIST"
fi
if [ -t 1 ] && [ -z "$NO_COLOR" ]; then on=$(printf '\033[1;33m') off=$(printf '\033[0m') head=$(printf '\033[1m'); else on=[ off=] head=; fi
reset=${head:+$off}
section() { printf '\n%s%s%s\n' "$head" "$1" "$reset"; }
run() { { printf '%s\n' ".load $B/korean"; cat; } | "$SQLITE3" -batch -bail "$DB"; }
table() { # lines of cells between tabs, the first with their names, as a table in which Hangul takes two columns
  LC_ALL=C awk -F'\t' '
    function width(s, c) { c = s; gsub(/[\200-\277]/, "", c); return length(c) + int((length(s) - length(c)) / 2) }
    { for (i = 1; i <= NF; i++) { cell[NR, i] = $i; if (width($i) > most[i]) most[i] = width($i) } if (NF > n) n = NF }
    END { for (r = 1; r <= NR; r++) {
            line = " "; rule = " "
            for (i = 1; i <= n; i++) { line = line " " sprintf("%s%*s", cell[r, i], most[i] - width(cell[r, i]) + 1, "")
              dashes = ""; while (length(dashes) < most[i]) dashes = dashes "-"; rule = rule " " dashes " " }
            sub(/ +$/, "", line); print line; if (r == 1) print rule } }'
}
ask() { # what is asked, then the SQL that answers it, in a table
  section "$1"
  printf '%s\n' "$2" | sed 's/^/  > /'
  printf '%s\n' '.mode tabs' '.headers on' "$2" | run | table
}

section "Loading $(wc -l <"$LIST" | tr -d ' ') pages from $ARTICLES into $DB: the triggers of sql/attach.sql index and read each"
run <<END
.bail on
.read sql/schema.sql
.read sql/events.sql
.read sql/views.sql
.read sql/article.sql
.read sql/attach.sql
CREATE TEMP TABLE listing(file, published, publisher, url);
.mode tabs
.import $LIST listing
INSERT INTO article(url, publisher, published, page)
SELECT nullif(url, ''), nullif(publisher, ''), nullif(published, ''), CAST(readfile('$ARTICLES/' || file) AS TEXT) FROM listing ORDER BY file;
.mode list
SELECT format('%d articles, %d sentences; %d names, dates and sums; %d offices; %d quotations; %d meetings, which are %d events',
  (SELECT count(*) FROM article), (SELECT count(*) FROM korean_article t JOIN sentences(t.text)), (SELECT count(*) FROM korean_entity),
  (SELECT count(*) FROM korean_office), (SELECT count(*) FROM korean_quote), (SELECT count(*) FROM korean_meeting), (SELECT count(*) FROM korean_event));
END

if [ "$ARTICLES" = sql/articles ]; then
  section "1. Search: what a person types, and how many of the articles each tokenizer finds"
  { run <<'END'
CREATE VIRTUAL TABLE temp.plain USING fts5(title, body);
CREATE VIRTUAL TABLE temp.grams USING fts5(title, body, tokenize = 'trigram');
INSERT INTO plain SELECT coalesce(title, ''), coalesce(subtitle, '') || ' ' || coalesce(body, '') || ' ' || coalesce(captions, '') FROM korean_article;
INSERT INTO grams SELECT * FROM plain;
CREATE TEMP TABLE try(n INTEGER PRIMARY KEY, typed, why);
INSERT INTO try(typed, why) VALUES
  ('반도체', 'with a particle on it: 반도체를, 반도체의'),
  ('칩', 'one syllable'),
  ('중공업', 'part of a compound: 해솔중공업'),
  ('서 대통령', 'a surname in hanja: 徐대통령'),
  ('미국 국무부', 'the news sense of hanja: 美 국무부'),
  ('만나다', 'a verb: 만났다, 만나, 만난'),
  ('용접 로봇', 'a page from a Mac, in decomposed Hangul'),
  ('Q3', 'Latin and digits in quotation marks'),
  ('[단독] 차강률·벨로', 'a headline pasted as it is');
CREATE TEMP TABLE quoted AS SELECT n, '"' || replace(typed, '"', '""') || '"' AS phrase FROM try;
.mode tabs
.headers on
SELECT typed, why, (SELECT count(*) FROM korean_search WHERE korean_search MATCH korean_query(typed)) AS korean,
  (SELECT count(*) FROM plain WHERE plain MATCH phrase) AS unicode61, (SELECT count(*) FROM grams WHERE grams MATCH phrase) AS trigram
FROM try JOIN quoted USING (n) ORDER BY n;
END
  } | table
  section "   ranked, with the words marked and not their particles"
  run <<END
.mode list
.separator "  "
SELECT '  ' || t.publisher || ' ' || t.published, replace(snippet(korean_search, -1, '$on', '$off', ' … ', 14), char(10), ' ')
FROM korean_search JOIN korean_article t ON t.article = korean_search.rowid
WHERE korean_search MATCH korean_query('로봇 반도체 만나다') ORDER BY bm25(korean_search, 4, 2, 1, 1) LIMIT 4;
SELECT '  ' || t.publisher || ' ' || t.published, highlight(korean_search, 0, '$on', '$off')
FROM korean_search JOIN korean_article t ON t.article = korean_search.rowid
WHERE korean_search MATCH 'title:' || korean_query('서 대통령') ORDER BY rank LIMIT 3;
END
fi

who=$(run <<'END'
SELECT name FROM korean_event_participant p JOIN korean_event e USING (event) WHERE p.type = 'person' AND e.status = 'held' GROUP BY name ORDER BY count(*) DESC, name LIMIT 1;
END
)
[ -n "$who" ] || { echo 'No meetings found in these articles.'; exit 0; }
ask "2. Who met $who?" "SELECT date_start AS date, counterpart, since_last, kind, status, place, reports
FROM korean_person_meetings WHERE person = '$who' ORDER BY coalesce(date_start, '9'), event;"
ask "3. The timeline, over all articles" "SELECT date, status, kind, participants, place, reports FROM korean_timeline;"
ask "4. What the reports of one meeting say differently" "SELECT what, value, difference, sources FROM korean_event_disagreement
WHERE key = (SELECT key FROM korean_event_disagreement GROUP BY key ORDER BY count(DISTINCT what) DESC, count(*) DESC LIMIT 1);"
ask "5. Who held which office, as reported" "SELECT person, title, organization, first_report, last_report, former_since FROM korean_office
WHERE person IN (SELECT person FROM korean_office GROUP BY person HAVING count(*) > 1 AND sum(articles) > 2) ORDER BY person, first_report, title LIMIT 12;"
section "6. The network of $who: Mermaid, and Graphviz DOT"
echo "  > SELECT mermaid FROM korean_network_mermaid WHERE person = '$who';"
run <<END
SELECT mermaid FROM korean_network_mermaid WHERE person = '$who';
END
run <<END >"$B/demo-network.dot"
SELECT dot FROM korean_network_dot WHERE person = '$who';
END
if command -v dot >/dev/null 2>&1; then
  dot -Tsvg "$B/demo-network.dot" >"$B/demo-network.svg" && echo "The picture: $B/demo-network.svg"
else
  echo "As a picture: dot -Tsvg $B/demo-network.dot > network.svg   (Graphviz)"
fi
printf '\nThe archive is in %s. Go on:  %s %s ".load %s/korean"\n' "$DB" "$SQLITE3" "$DB" "$B"
