-- Of a case whose new service is served by other software than its former one, or by the portal: what it was before, and what told
-- the other one of it. Its notification may be read, and gone.
alter table merged_case
    add column fetcher_changed boolean not null default false,
    add column former_mode     varchar(10),
    add column notification_id uuid;
