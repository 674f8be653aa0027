-- How long things are kept: since when each case has come as far as each status, what was purged, and how the store fares.

-- At the status or past it, also when it was skipped; null while the case is before it. Without indexes: a change of status
-- then touches none.
alter table cases
    add sent_since        timestamptz,
    add si_received_since timestamptz,
    add in_progress_since timestamptz,
    add awaiting_since    timestamptz,
    add finished_since    timestamptz,
    add archived_at       timestamptz;
alter table folder add archived_at timestamptz;
alter table attachment add purged_at timestamptz;

-- What nightly jobs walk through, oldest first: what is closed, what is archived, what is stored.
create index cases_closed on cases (id) where closed_at is not null and archived_at is null;
create index folder_archived on folder (id) where archived_at is not null;
create index attachment_stored on attachment (id) where blob_key is not null;

-- The dates of what has happened so far: the events tell them, and the journal what was done without one. Where neither does,
-- it is the last change of the case: nothing is purged early.
create function pg_temp.progress(status text) returns integer language sql immutable as $$
    select case status
        when 'HUBEE_RECEIVED' then 0 when 'HUBEE_COMPLETED' then 1 when 'HUBEE_NOTIFIED' then 1 when 'SENT' then 2
        when 'SI_INTG_ERROR' then 2 when 'SI_RECEIVED' then 3 when 'IN_PROGRESS' then 4 when 'ADD_AWAITING' then 5
        when 'REFUSED' then 6 when 'DONE' then 6 when 'CLOSED' then 7 end
$$;
create temporary table moved on commit drop as
    select e.case_id, pg_temp.progress(e.case_new_status) as progress,
        case when e.action_type = 'ATTACH_DEPOSIT' then coalesce(e.updated_at, e.created_at) else e.created_at end as at
    from case_event e where e.case_new_status is not null and e.status <> 'IN_PROGRESS'
    union all
    select c.id, pg_temp.progress(a.changes::json -> 'status' ->> 1), a.happened_at
    from audit_entry a join cases c on c.id::text = a.subject
    where a.action = 'CASE_STATUS_CHANGED';
create index on moved (case_id);
analyze moved;
create function pg_temp.since(which uuid, now integer, milestone integer, otherwise timestamptz) returns timestamptz
language sql stable as $$
    select case when now >= milestone then coalesce((
        select min(m.at) from moved m where m.case_id = which and m.progress >= milestone
            and m.at > coalesce((select max(b.at) from moved b where b.case_id = which and b.progress < milestone),
                timestamptz '-infinity')), otherwise) end
$$;
update cases c set
    sent_since = pg_temp.since(c.id, pg_temp.progress(c.status), 2, coalesce(c.updated_at, c.created_at)),
    si_received_since = pg_temp.since(c.id, pg_temp.progress(c.status), 3, coalesce(c.updated_at, c.created_at)),
    in_progress_since = pg_temp.since(c.id, pg_temp.progress(c.status), 4, coalesce(c.updated_at, c.created_at)),
    awaiting_since = pg_temp.since(c.id, pg_temp.progress(c.status), 5, coalesce(c.updated_at, c.created_at)),
    finished_since = pg_temp.since(c.id, pg_temp.progress(c.status), 6, coalesce(c.updated_at, c.created_at))
where pg_temp.progress(c.status) > 1;
drop function pg_temp.since(uuid, integer, integer, timestamptz);
drop function pg_temp.progress(text);

-- The rules by which a démarche is purged. What was shortened so much that an administrator must confirm it first is not
-- here yet.
create table accepted_retention (
    process_code         varchar(30)  primary key references process deferrable initially deferred,
    file_deletion_status varchar(15)  not null,
    file_deletion_days   integer      not null,
    archiving_days       integer      not null,
    folder_deletion_days integer      not null,
    accepted_at          timestamptz  not null,
    accepted_by          varchar(320) not null
);
insert into accepted_retention
    select code, file_deletion_status, file_deletion_days, archiving_days, folder_deletion_days, now(), 'hubee'
    from process;

-- What was purged, for the certificates: identifiers, never names.
create table purged_item (
    act          varchar(20) not null,
    subject      uuid        not null,
    process_code varchar(30) not null,
    rule         varchar(200) not null,
    size         bigint,
    sha256       varchar(44),
    happened_at  timestamptz not null,
    certificate  uuid,
    primary key (act, subject)
);
create index purged_item_by_certificate on purged_item (certificate, subject) where certificate is not null;
create index purged_item_uncertified on purged_item (process_code, act) where certificate is null;

-- How far the slow reading of the store has come, and what it found.
create table store_reading (
    id           integer     primary key check (id = 1),
    after_id     uuid,
    round        integer     not null,
    started_at   timestamptz not null,
    files        bigint      not null,
    bytes        bigint      not null,
    last_round_at    timestamptz,
    last_round_files bigint,
    last_round_bytes bigint
);
create table damaged_file (
    attachment_id uuid        primary key references attachment on delete cascade,
    damage        varchar(10) not null,
    found_at      timestamptz not null,
    seen_at       timestamptz not null
);
