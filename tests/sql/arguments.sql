-- What functions say about arguments of the wrong type or number, and what NULL gives.
-- name: numbers are no text
SELECT korean_normalize(1);
SELECT hanja_reading(1.5);
SELECT romanize(0);
SELECT chosung(-1);
SELECT korean_query(7);
SELECT * FROM morphemes(12);
SELECT * FROM sentences(1.5);

-- name: modes of korean_query
SELECT korean_query('가', 'every');
SELECT korean_query('가', 1);
SELECT korean_query('가', NULL);
SELECT korean_query('가', 'ANY');
SELECT korean_query('가', 'all', 'some'), korean_query('가', 'all', 1);
SELECT korean_query('가', 'all', NULL);
SELECT korean_query('한빛전자', 'all', 'None'), korean_query('한빛전자', 'all', 'column'), korean_query('한빛전자', 'all', 'full');

-- name: number of arguments
SELECT korean_query();
SELECT korean_query('a', 'all', 'full', 'b', 'c');
SELECT chosung();
SELECT korean_version(1);
SELECT count(*) FROM morphemes;
SELECT count(*) FROM morphemes();
SELECT count(*) FROM morphemes('가', '나');

-- name: NULL
SELECT quote(korean_normalize(NULL)), quote(hanja_reading(NULL)), quote(romanize(NULL)), quote(chosung(NULL)), quote(korean_query(NULL));
SELECT count(*) FROM morphemes(NULL);
SELECT count(*) FROM sentences(NULL);

-- name: the empty text
SELECT quote(korean_normalize('')), quote(hanja_reading('')), quote(romanize('')), quote(chosung('')), quote(korean_query(''));
SELECT count(*) FROM morphemes('');
SELECT count(*) FROM sentences('   ');

-- name: a blob is text too
SELECT korean_normalize(CAST('가' AS BLOB)), typeof(korean_normalize(x'EAB080'));
SELECT form, tag FROM morphemes(CAST('학교' AS BLOB));

-- name: after an error all goes on
SELECT chosung('한국');
