-- The files that a person adds to a case arrive in several requests, too: one upload for all of them, one after the other. It has a case and a
-- size of its own instead of an attachment: until its files are deposited, they are none. The client is a hash now: logins may be long.
alter table upload alter attachment_id drop not null, add case_id uuid, add size bigint;
