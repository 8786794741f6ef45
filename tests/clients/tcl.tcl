# Tcl's sqlite3 package, when it is on this machine.
if {[catch {package require sqlite3}]} {exit 77}
set extension [expr {$argc ? [lindex $argv 0] : "build/korean"}]
sqlite3 db :memory:
db enable_load_extension 1
db eval {SELECT load_extension($extension)}
db eval {CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean')}
set text "사용자는 알림을 이메일로 받는다"
db eval {INSERT INTO doc VALUES ($text)}
set typed "알림"
set found [db onecolumn {SELECT count(*) FROM doc WHERE doc MATCH korean_query($typed)}]
if {$found != 1} {error "found $found"}
db eval {SELECT surface, start, length FROM morphemes($text)} {
  set piece [string range $text [expr {$start - 1}] [expr {$start + $length - 2}]]
  if {$piece ne $surface} {error "$start: $surface"}
}
db close
