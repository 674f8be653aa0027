-- What is counted of each case, and the figures of each day, which stay when the cases are gone.

-- The first time only: a case that is notified again was still fetched and ended on that day.
alter table cases
    add picked_up_at  timestamptz,
    add ended_at      timestamptz,
    add first_outcome varchar(15);

update cases c set
    picked_up_at = least(c.sent_since, (
        select min(e.created_at) from case_event e where e.case_id = c.id and e.status <> 'IN_PROGRESS'
            and e.case_new_status in ('SENT', 'SI_RECEIVED', 'SI_INTG_ERROR', 'IN_PROGRESS', 'ADD_AWAITING', 'REFUSED', 'DONE',
                'CLOSED'))),
    ended_at = least(c.finished_since, (
        select min(e.created_at) from case_event e where e.case_id = c.id and e.status <> 'IN_PROGRESS'
            and e.case_new_status in ('REFUSED', 'DONE', 'CLOSED')));
update cases c set first_outcome = coalesce((
    select e.case_new_status from case_event e where e.case_id = c.id and e.status <> 'IN_PROGRESS'
        and e.case_new_status in ('REFUSED', 'DONE', 'CLOSED') order by e.created_at, e.id limit 1), c.status)
where c.ended_at is not null;

create index cases_transmitted on cases using brin (transmitted_at); -- rows lie about in the order of their dates
create index cases_picked_up on cases using brin (picked_up_at);
create index cases_ended on cases using brin (ended_at);

-- How many cases reached something on a day of Paris; those that took about as long share a bucket (ADR 0094).
create table daily_figure (
    day               date        not null,
    process_code      varchar(30) not null,
    organization_type varchar(20) not null,
    measure           varchar(10) not null,
    bucket            integer     not null,
    cases             bigint      not null,
    primary key (day, process_code, organization_type, measure, bucket)
);
create index daily_figure_by_process on daily_figure (process_code, day);

-- The last day that is counted; null before the first.
create table counted_days (
    id    integer primary key check (id = 1),
    until date
);
insert into counted_days values (1, null);

-- Whether no round of the reading of the store is under way.
alter table store_reading add over boolean not null default false;
