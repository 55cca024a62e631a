-- An instance of the version before V2 counts attempts without saying when they may be forgotten: not at once.
alter table throttle alter column expires_at set default (utc_timestamp(6) + interval 1 hour);
