# Perl's DBD::SQLite, when it is on this machine.
use strict;
use warnings;
use utf8;

exit 77 unless eval { require DBI; require DBD::SQLite; 1 };
my $extension = $ARGV[0] // 'build/korean';
my $db = DBI->connect('dbi:SQLite:dbname=:memory:', '', '', {RaiseError => 1, PrintError => 0, sqlite_unicode => 1});
$db->sqlite_enable_load_extension(1);
$db->sqlite_load_extension($extension, 'sqlite3_korean_init');

$db->do("CREATE VIRTUAL TABLE doc USING fts5(body, tokenize = 'korean')");
$db->do('INSERT INTO doc VALUES (?)', undef, '사용자는 알림을 이메일로 받는다');
my ($found) = $db->selectrow_array('SELECT count(*) FROM doc WHERE doc MATCH korean_query(?)', undef, '알림');
die "found $found" if $found != 1;
my $text = '李 장관은 학교에 갔다';
for my $row (@{$db->selectall_arrayref('SELECT surface, start, length FROM morphemes(?)', undef, $text)}) {
  my ($surface, $start, $length) = @$row;
  die "$start: $surface" if substr($text, $start - 1, $length) ne $surface;
}
$db->disconnect;
