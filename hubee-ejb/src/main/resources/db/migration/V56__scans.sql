-- What the scanner found in a file, or why it could not look into it; null when it found nothing. A file that it has not answered
-- for is PENDING, with its key.
alter table attachment add column verdict varchar(200);

-- When its author sent the deposit, whose files wait for the scanner; it is sent for them then.
alter table case_event add column sent_for_scan_at timestamptz;
