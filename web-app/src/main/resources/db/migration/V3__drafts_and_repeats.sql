-- A draft's address no longer comes from its title: one that was taken told others that the title is there. Whoever has the draft
-- gets a new version with the new address.
update story set slug = concat('draft-', lower(hex(random_bytes(16)))), version = version + 1 where published_at is null;
delete g from story_slug g join story s on s.id = g.story_id where s.published_at is null;
insert into story_slug (slug, story_id) select slug, id from story where published_at is null;

-- What a request made that may come again. Keys are kept as their SHA-256, and so is what was asked for. A row is written in the
-- transaction of what it is about.
create table request_key (
  account_id bigint not null,
  key_hash binary(32) not null,
  fingerprint binary(32) not null,
  kind varchar(10) character set ascii collate ascii_bin not null,
  made_id bigint not null,
  created_at datetime(6) not null,
  used_at datetime(6) not null,
  primary key (account_id, key_hash),
  key request_key_created (created_at),
  constraint request_key_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
