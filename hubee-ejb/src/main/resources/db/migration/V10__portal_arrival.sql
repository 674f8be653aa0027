-- Cases that arrived in the portal, of which it has something to fetch: a row lives for a minute.
create table portal_arrival (
    case_id uuid primary key references cases on delete cascade deferrable initially deferred
);

insert into portal_arrival (case_id)
select c.id from cases c where c.access_mode = 'PORTAIL' and c.status in ('HUBEE_COMPLETED', 'HUBEE_NOTIFIED');
