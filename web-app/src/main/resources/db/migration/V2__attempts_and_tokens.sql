-- Counts have windows of different lengths: each row says itself when it may be forgotten.
alter table throttle
  add column expires_at datetime(6) not null default '2026-01-01 00:00:00',
  add key throttle_expiry (expires_at),
  drop key throttle_window;

-- A token that was made before there were scopes may do what it always did.
alter table api_token
  add column scopes varchar(20) character set ascii collate ascii_bin not null default 'read write',
  add column last_used_at datetime(6) null,
  add key api_token_expiry (expires_at);
