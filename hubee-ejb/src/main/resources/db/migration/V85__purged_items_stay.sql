-- What was purged stays as it was noted, whoever updates it: it is put under a certificate, once. Receipts name what it says.
create trigger purged_item_unchanged before update on purged_item for each row
    when (old.certificate is not null or new.certificate is null
        or (old.act, old.subject, old.process_code, old.rule, old.size, old.sha256, old.happened_at, old.recipients)
            is distinct from (new.act, new.subject, new.process_code, new.rule, new.size, new.sha256, new.happened_at, new.recipients))
    execute function purged_item_stays();
