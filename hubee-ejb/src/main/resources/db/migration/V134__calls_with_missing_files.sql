-- How many files were not received of the folder that a call completed; null for other calls.
alter table api_call add missing_files integer;
