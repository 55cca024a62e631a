-- Every list that a page shows seeks along one of these keys, so that a far page costs no more than the first.

create table account (
  id bigint not null auto_increment,
  username varchar(30) character set ascii collate ascii_general_ci not null,
  password_hash varchar(255) character set ascii collate ascii_bin not null,
  display_name varchar(60) not null,
  biography varchar(1000) not null,
  email varchar(254) not null,
  email_visible boolean not null,
  theme varchar(10) character set ascii collate ascii_bin not null,
  time_zone varchar(64) character set ascii collate ascii_bin not null,
  page_size int not null,
  created_at datetime(6) not null,
  version bigint not null,
  primary key (id),
  unique key account_username (username)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- A token itself is only its owner's: what is kept is its SHA-256.
create table user_session (
  id bigint not null auto_increment,
  account_id bigint not null,
  token_hash binary(32) not null,
  user_agent varchar(200) not null,
  address varchar(45) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  primary key (id),
  unique key user_session_token (token_hash),
  key user_session_account (account_id, id),
  key user_session_expiry (expires_at),
  constraint user_session_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table api_token (
  id bigint not null auto_increment,
  account_id bigint not null,
  name varchar(60) not null,
  token_hash binary(32) not null,
  created_at datetime(6) not null,
  expires_at datetime(6) null,
  primary key (id),
  unique key api_token_token (token_hash),
  key api_token_account (account_id, id),
  constraint api_token_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Attempts by subject, which is a hash: neither names nor addresses are kept here.
create table throttle (
  subject binary(32) not null,
  window_start datetime(6) not null,
  attempts int not null,
  primary key (subject),
  key throttle_window (window_start)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- A story without a time of publication is a draft; one without an author outlived the author's account.
create table story (
  id bigint not null auto_increment,
  author_id bigint null,
  title varchar(120) not null,
  slug varchar(100) character set ascii collate ascii_bin not null,
  body mediumtext not null,
  excerpt varchar(300) not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  published_at datetime(6) null,
  version bigint not null,
  primary key (id),
  key story_published (published_at, id),
  key story_author (author_id, published_at, id),
  fulltext key story_text (title, body),
  constraint story_author foreign key (author_id) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- Each address that a story ever had leads to it.
create table story_slug (
  slug varchar(100) character set ascii collate ascii_bin not null,
  story_id bigint not null,
  primary key (slug),
  key story_slug_story (story_id),
  constraint story_slug_story foreign key (story_id) references story (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- The time of publication stands here again, so that a tag's stories come from one key in their order.
create table story_tag (
  story_id bigint not null,
  tag varchar(30) collate utf8mb4_bin not null,
  published_at datetime(6) null,
  primary key (story_id, tag),
  key story_tag_published (tag, published_at, story_id),
  constraint story_tag_story foreign key (story_id) references story (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

create table story_comment (
  id bigint not null auto_increment,
  story_id bigint not null,
  author_id bigint null,
  body text not null,
  created_at datetime(6) not null,
  edited_at datetime(6) null,
  hidden boolean not null,
  version bigint not null,
  primary key (id),
  key story_comment_story (story_id, id),
  key story_comment_author (author_id, id),
  constraint story_comment_story foreign key (story_id) references story (id) on delete cascade,
  constraint story_comment_author foreign key (author_id) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
