-- The journal as a Merkle tree (RFC 6962): docs/journal-proofs.md. Leaves, their tree and its signed heads lie beside the entries, so
-- that an entry costs its writer nothing more, and only grow. Names are qualified: see V27.

-- Up to 249 leaves, in the order of their numbers: the identifiers of their entries (16 bytes each) and their hashes (32 bytes each).
-- 249 of each fill the pieces of 1,996 bytes in which the database keeps what is long: four of them are a page.
create table journal_block (
    first_leaf bigint      primary key,
    leaves     int         not null,
    first_id   uuid        not null,
    last_id    uuid        not null,
    sealed_at  timestamptz not null default clock_timestamp(),
    ids        bytea       not null,
    hashes     bytea       not null
);
alter table journal_block alter ids set storage external; -- nothing of it can be compressed
alter table journal_block alter hashes set storage external;
create index journal_block_by_date on journal_block using brin (sealed_at);

-- The hash of each complete subtree of 256 leaves (level 8), 512 (level 9), and so on.
create table journal_node (
    level    int    not null,
    position bigint not null,
    hash     bytea  not null,
    primary key (level, position)
);

-- The heads that were signed, as JSON Web Signatures.
create table journal_head (
    size bigint      not null,
    at   timestamptz not null,
    jws  text        not null,
    primary key (size, at)
);
create index journal_head_by_date on journal_head (at);

-- The public keys that have signed heads, as JSON Web Keys.
create table journal_key (
    kid   text        primary key,
    jwk   text        not null,
    since timestamptz not null default clock_timestamp()
);

-- Where the sealing is: one row. Every entry that happened before `since` has a leaf. `mark` is a moment that becomes it after a sweep
-- that began when no transaction ran any more whose number is below `mark_xid`: all that happened before `mark_at` is of such ones.
-- A sweep goes from `since` to now, in the order of identifiers, in steps.
create table journal_sealing (
    one         boolean primary key default true check (one),
    since       timestamptz,
    mark_at     timestamptz not null,
    mark_xid    xid8,
    swept_at    timestamptz, -- the beginning of the last sweep that found all
    sweep_at    timestamptz, -- what follows is of the sweep that goes on
    sweep_xid   xid8,
    sweep_from  timestamptz,
    sweep_after uuid,
    sweep_moves boolean,
    witnessed   timestamptz -- the last head that the witness has taken
);
insert into journal_sealing (mark_at) values (clock_timestamp()); -- the first round gives it a number, after this moment

-- Only their owner adds to them, whatever was granted, and what is there stays.
create function journal_proof_stays() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'the proofs of the journal are append-only';
end
$$;
create function journal_proof_of_owner() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
begin
    if current_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
        raise exception 'the proofs of the journal are written by their owner';
    end if;
    return null;
end
$$;
create trigger journal_block_stays before update or delete or truncate on journal_block
    for each statement execute function journal_proof_stays();
create trigger journal_block_of_owner before insert on journal_block
    for each statement execute function journal_proof_of_owner();
create trigger journal_node_stays before update or delete or truncate on journal_node
    for each statement execute function journal_proof_stays();
create trigger journal_node_of_owner before insert on journal_node
    for each statement execute function journal_proof_of_owner();
create trigger journal_head_stays before update or delete or truncate on journal_head
    for each statement execute function journal_proof_stays();
create trigger journal_head_of_owner before insert on journal_head
    for each statement execute function journal_proof_of_owner();
create trigger journal_key_stays before update or delete or truncate on journal_key
    for each statement execute function journal_proof_stays();
create trigger journal_key_of_owner before insert on journal_key
    for each statement execute function journal_proof_of_owner();
create trigger journal_sealing_stays before delete or truncate on journal_sealing
    for each statement execute function journal_proof_stays();
create trigger journal_sealing_of_owner before insert or update on journal_sealing
    for each statement execute function journal_proof_of_owner();

-- A text as its length in bytes (four bytes, the highest first) and its bytes in UTF-8; null as a length of -1.
create function journal_text(value text) returns bytea language sql stable
    return coalesce(int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8'), '\xffffffff'::bytea);

-- What is hashed of an entry, version 1.
create function journal_entry_bytes(id uuid, happened_at timestamptz, actor text, actor_organization text, address text, action text,
    organization text, subject text, subject_version bigint, changes text, database_user text) returns bytea language sql stable
    return '\x01'::bytea || uuid_send(id) || int8send((extract(epoch from happened_at) * 1000000)::bigint)
        || "${flyway:defaultSchema}".journal_text(actor) || "${flyway:defaultSchema}".journal_text(actor_organization)
        || "${flyway:defaultSchema}".journal_text(address) || "${flyway:defaultSchema}".journal_text(action)
        || "${flyway:defaultSchema}".journal_text(organization) || "${flyway:defaultSchema}".journal_text(subject)
        || "${flyway:defaultSchema}".journal_text(subject_version::text) || "${flyway:defaultSchema}".journal_text(changes)
        || "${flyway:defaultSchema}".journal_text(database_user);

-- The lowest identifier that append_to_journal gives at that moment.
create function journal_id_at(moment timestamptz) returns uuid language sql stable
    return (lpad(to_hex(greatest(0, floor(extract(epoch from moment) * 1000)::bigint)), 12, '0') || '00000000000000000000')::uuid;

-- Gives leaves to entries that have none, in the order of their identifiers, one step of a sweep; null when somebody else is at it.
-- An entry is looked for from a while before `since`, as the clock of the database may have been set back. `taken` counts the new
-- leaves, `ended` says whether none is left to give, `leaves` is how many there are.
create function seal_journal(most int, while_before interval, out taken bigint, out ended boolean, out leaves bigint, out moment timestamptz)
language plpgsql
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC' as $$
declare
    s       "${flyway:defaultSchema}".journal_sealing;
    mine    xid8;
    last_id uuid;
begin
    if pg_current_xact_id_if_assigned() is not null then
        raise exception 'the journal is sealed in a transaction of its own'; -- its number would be older than the moment
    end if;
    if not pg_try_advisory_xact_lock(hashtextextended('"${flyway:defaultSchema}".journal_block', 0)) then
        return;
    end if;
    select * into s from "${flyway:defaultSchema}".journal_sealing;
    select b.first_leaf + b.leaves into leaves from "${flyway:defaultSchema}".journal_block b order by b.first_leaf desc limit 1;
    leaves := coalesce(leaves, 0);
    -- an entry's transaction has its number first, then asks for the time (V53): if it happened before this moment, its transaction
    -- has a number below ours
    moment := clock_timestamp();
    mine := pg_current_xact_id();
    if s.mark_xid is null or s.mark_xid > mine then -- the first round; or the database was restored elsewhere, and counts anew
        update "${flyway:defaultSchema}".journal_sealing set mark_xid = mine,
            mark_at = case when s.mark_xid is null then s.mark_at else moment end;
        taken := 0;
        ended := false;
        return;
    end if;
    if s.sweep_after is null then
        s.sweep_at := moment;
        s.sweep_xid := mine;
        s.sweep_moves := s.mark_xid <= pg_snapshot_xmin(pg_current_snapshot());
        s.sweep_from := coalesce(s.since - while_before, '-infinity');
        s.sweep_after := case when s.since is null then '00000000-0000-0000-0000-000000000000'
            else "${flyway:defaultSchema}".journal_id_at(s.sweep_from) end;
    end if;
    with known as materialized (
        select substr(b.ids, n * 16 + 1, 16) as id
        from (
            select o.leaves, o.ids || ''::bytea as ids -- read once, not once for each piece of it
            from "${flyway:defaultSchema}".journal_block o where o.last_id > s.sweep_after offset 0) b,
            generate_series(0, b.leaves - 1) n
    ), found as (
        select e.id, sha256('\x00'::bytea || "${flyway:defaultSchema}".journal_entry_bytes(e.id, e.happened_at, e.actor,
                e.actor_organization, e.address, e.action, e.organization, e.subject, e.subject_version, e.changes, e.database_user))
                as hash
        from "${flyway:defaultSchema}".audit_entry e
        where e.happened_at >= s.sweep_from and e.id > s.sweep_after
            and not exists (select from known k where k.id = uuid_send(e.id))
        order by e.id limit most
    ), numbered as (
        select f.id, f.hash, row_number() over (order by f.id) - 1 as n from found f
    ), blocks as (
        insert into "${flyway:defaultSchema}".journal_block (first_leaf, leaves, first_id, last_id, ids, hashes)
        select seal_journal.leaves + min(n), count(*), (array_agg(id order by n))[1], (array_agg(id order by n desc))[1],
            string_agg(uuid_send(id), ''::bytea order by n), string_agg(hash, ''::bytea order by n)
        from numbered group by n / 249
        returning journal_block.leaves, journal_block.last_id as id
    )
    select coalesce(sum(b.leaves), 0), (array_agg(b.id order by b.id desc))[1] into taken, last_id from blocks b;
    leaves := leaves + taken;
    ended := taken < most;
    if not ended then
        s.sweep_after := last_id;
    else
        if s.sweep_moves then
            s.since := greatest(s.since, s.mark_at);
            s.mark_at := s.sweep_at;
            s.mark_xid := s.sweep_xid;
        end if;
        s.swept_at := s.sweep_at;
        s.sweep_after := null;
    end if;
    update "${flyway:defaultSchema}".journal_sealing set since = s.since, mark_at = s.mark_at, mark_xid = s.mark_xid,
        swept_at = s.swept_at, sweep_at = s.sweep_at, sweep_xid = s.sweep_xid, sweep_from = s.sweep_from, sweep_after = s.sweep_after,
        sweep_moves = s.sweep_moves;
end
$$;

revoke all on function journal_proof_stays, journal_proof_of_owner, journal_text, journal_entry_bytes, journal_id_at, seal_journal
    from public;
