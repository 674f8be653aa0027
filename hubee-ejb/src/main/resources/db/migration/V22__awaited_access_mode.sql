-- What came before its service had chosen where it works waits there too, until it has.
insert into portal_arrival (case_id)
select c.id from cases c where c.access_mode is null and c.status in ('HUBEE_COMPLETED', 'HUBEE_NOTIFIED')
on conflict do nothing;
