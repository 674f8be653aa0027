-- The path of a refused call with its identifiers, for the corrected request that explains it; other values stay names.
alter table api_call add path varchar(300);
