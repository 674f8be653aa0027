-- The journal is searched by the number of a télédossier, also of those that are deleted: only the journal still knows them.
create index audit_entry_by_number on audit_entry ((substring(changes from '"externalId":[[]null,"([^"]*)"')), happened_at)
    where substring(changes from '"externalId":[[]null,"([^"]*)"') is not null;

-- When a person of its service and its software first had a télédossier in hand. Until now its first fetching was kept, which
-- measures the portal itself where it fetches for the service.
alter table cases
    add picked_up_by_person_at   timestamptz,
    add picked_up_by_software_at timestamptz,
    drop column picked_up_at;
create index cases_picked_up_by_person on cases using brin (picked_up_by_person_at); -- rows lie about in the order of their dates
create index cases_picked_up_by_software on cases using brin (picked_up_by_software_at);

-- The first day of which that is counted, of the télédossiers transmitted since; null where it always was.
alter table counted_days add pick_ups_since date;
update counted_days set pick_ups_since = cast(now() at time zone 'Europe/Paris' as date) + 1 where exists (select from cases);
delete from daily_figure where measure = 'PICKED_UP';
