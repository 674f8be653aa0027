-- The nodes remember which queues are empty. Whatever adds to a queue announces it, with its commit, to those that listen: once
-- for each queue, however many rows. Names are qualified: the application's role may make functions in this schema, and none is
-- to be mistaken for these.
create function notification_queue_grew() returns trigger language plpgsql as $$
begin
    perform pg_catalog.pg_notify('notification_queue',
        pg_catalog.concat_ws('-', new.organization_type, new.company_register, new.branch_code));
    return null;
end
$$;
create trigger notification_queue_grew
    after insert or update of organization_type, company_register, branch_code, process_code on notification
    for each row execute function notification_queue_grew();
