-- When the antivirus first looked into the bytes of a file, null where it did not, or nobody knows; and since when it has been due again, as
-- it had no answer when the store was read.
alter table attachment add scanned_at timestamptz, add scan_missed_at timestamptz;
