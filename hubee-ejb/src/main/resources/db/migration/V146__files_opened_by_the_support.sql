-- Until when the support has opened the files of a finished case to the agents of its service again; null for never.
alter table cases add files_open_until timestamptz;
