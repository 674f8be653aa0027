-- When a person last proved a second factor on a known device; null for never.
alter table known_device add proven_at timestamptz;
