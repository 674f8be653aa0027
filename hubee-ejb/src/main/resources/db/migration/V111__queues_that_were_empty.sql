-- Nodes remember empty queues only, so only what makes a queue other than empty is announced: transactions that announce something commit
-- one after the other. Another notification of the same queue tells that it was announced. It is one that others see already, so of another
-- transaction, and it is locked, so that nobody takes it out before the new one is there. If somebody does so now, the new one is
-- announced; nobody waits here. Of a large queue the newest twenty are looked at: a transaction that adds more than that announces again.
-- What is moved to another queue is always announced: a merge locks no notification besides those that it moves.
-- In a search path of its own, nothing of the application's role is mistaken for what is meant.
create or replace function notification_queue_grew() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        perform from "${flyway:defaultSchema}".notification mine
            join "${flyway:defaultSchema}".notification other on other.xmin <> mine.xmin and other.id in (
                select id from "${flyway:defaultSchema}".notification q
                where q.company_register = new.company_register and q.branch_code = new.branch_code
                    and q.organization_type = new.organization_type and q.process_code = new.process_code
                order by q.id desc limit 20)
            where mine.id = new.id
            order by other.id desc limit 1 for share of other skip locked;
        if found then
            return null;
        end if;
    end if;
    perform pg_notify('notification_queue', concat_ws('-', new.organization_type, new.company_register, new.branch_code));
    return null;
end
$$;
