-- a démarche says whose name its télédossiers show; the release before leaves the column alone
alter table process add case_person varchar(20) not null default 'APPLICANT';

update process set case_person = 'DECEASED' where code in ('CERTDC');
