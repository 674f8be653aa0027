-- whether a démarche takes files that no antivirus can look into
alter table process add encrypted_files boolean not null default false;
