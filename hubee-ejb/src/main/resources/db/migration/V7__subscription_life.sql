-- Where its service was working when a case arrived; null for those that came before this was kept.
alter table cases add access_mode varchar(7);

-- What works has been validated, even where nobody told when.
update subscription set validated_at = coalesce(activated_at, created_at)
    where validated_at is null and status in ('ACTIVE', 'SUSPENDED');

create index subscription_by_editor
    on subscription (editor_company_register, editor_branch_code, editor_type);
