-- Nodes remember empty queues only, so only what makes a queue other than empty is announced: transactions that announce something commit
-- one after the other. Another notification of the same queue tells that it was announced. It is one that others see already, so of another
-- transaction, and it is locked, so that nobody takes it out before the new one is there. If somebody does so now, the new one is
-- announced; nobody waits here. In a search path of its own, nothing of the application's role is mistaken for what is meant.
create or replace function notification_queue_grew() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
begin
    perform from "${flyway:defaultSchema}".notification mine
        join "${flyway:defaultSchema}".notification other on other.company_register = mine.company_register
            and other.branch_code = mine.branch_code and other.organization_type = mine.organization_type
            and other.process_code = mine.process_code and other.xmin <> mine.xmin
        where mine.id = new.id
        order by other.id desc limit 1 for share of other skip locked;
    if not found then
        perform pg_notify('notification_queue', concat_ws('-', new.organization_type, new.company_register, new.branch_code));
    end if;
    return null;
end
$$;
