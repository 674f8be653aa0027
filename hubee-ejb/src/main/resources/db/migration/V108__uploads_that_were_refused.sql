-- When the last upload of a file was refused, since its bytes were not those that were announced; null once it is received.
alter table attachment add refused_at timestamptz;
