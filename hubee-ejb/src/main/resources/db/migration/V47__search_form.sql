-- Any fragment of a number or a name is found by its trigrams. The extension is a trusted one: who may create in the database may bring it.
create extension if not exists pg_trgm with schema public;

-- A text as it is compared in a search: in capitals, without accents, with spaces for hyphens and apostrophes. Java has the same rule in
-- SearchForm. Indexes are made of what it answers: it never changes. What is ASCII alone, nearly all, takes the short way. It is not
-- strict: a strict one would be called for each row, instead of being written into the query.
create function search_form(written text) returns text language sql immutable parallel safe
return case when octet_length(written) = char_length(written)
    then upper(translate(written, '-''`', '   ') collate "C")
    else upper(translate(regexp_replace(
        replace(replace(replace(replace(replace(replace(normalize(written, NFKD),
            'œ', 'OE'), 'Œ', 'OE'), 'æ', 'AE'), 'Æ', 'AE'), 'ß', 'SS'), 'ẞ', 'SS'),
        '[\u0300-\u036F]', '', 'g'),
        U&'\00D8\00F8\0110\0111\00D0\00F0\0141\0142\0131-''`\02B9\02BA\02BB\02BC\2010\2011\2012\2013\2014\2015\2018\2019\201A\201B\2212',
        'OODDDDLLI                  ') collate "und-x-icu") collate "C"
    end;

-- Whether a case has a number of its own, which is not its folder's with « -01 » behind it: search_text begins with both.
create function own_number(number text, search_text text) returns boolean language sql immutable parallel safe
return not starts_with(substr(search_text, length(number) + 2), left(search_text, length(number) - 3) || ' ');
