-- Whether a digest reports the case only as long as no agent has seen the applicant's answer.
alter table digest_item add answer_only boolean not null default false;
