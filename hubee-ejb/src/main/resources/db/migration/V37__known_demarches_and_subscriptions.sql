-- The nodes keep démarches and subscriptions in memory: each change is announced, with its commit, to those that listen. Names are
-- qualified: the application's role may make functions in this schema, and none is to be mistaken for these.
create function process_changed() returns trigger language plpgsql as $$
begin
    perform pg_catalog.pg_notify('process', old.code);
    return null;
end
$$;
create trigger process_changed after update or delete on process for each row execute function process_changed();

create function subscription_changed() returns trigger language plpgsql as $$
begin
    perform pg_catalog.pg_notify('subscription', pg_catalog.concat(old.process_code, ' ',
        pg_catalog.concat_ws('-', old.organization_type, old.company_register, old.branch_code)));
    if tg_op = 'UPDATE' then
        perform pg_catalog.pg_notify('subscription', pg_catalog.concat(new.process_code, ' ',
            pg_catalog.concat_ws('-', new.organization_type, new.company_register, new.branch_code)));
    end if;
    return null;
end
$$;
create trigger subscription_changed after update or delete on subscription for each row execute function subscription_changed();
