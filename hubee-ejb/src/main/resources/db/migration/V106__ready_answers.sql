-- The texts that the agents of a service send again and again, shared by those who handle its télédossiers.
create table ready_answer (
    id              uuid         primary key,
    subscription_id uuid         not null references subscription on delete cascade deferrable initially deferred,
    title           varchar(60)  not null,
    text            varchar(500) not null,
    version         bigint       not null,
    unique (subscription_id, title)
);
