-- The time stamps of heads (RFC 3161): docs/journal-proofs.md. Like the heads, only their owner adds to them, and they stay.
create table journal_stamp (
    size       bigint      not null,
    at         timestamptz not null, -- with `size`, which head
    stamped_at timestamptz not null, -- by the clock of the authority
    token      bytea       not null,
    primary key (size, at)
);
create index journal_stamp_by_date on journal_stamp (at);
create trigger journal_stamp_stays before update or delete or truncate on journal_stamp
    for each statement execute function journal_proof_stays();
create trigger journal_stamp_of_owner before insert on journal_stamp
    for each statement execute function journal_proof_of_owner();
