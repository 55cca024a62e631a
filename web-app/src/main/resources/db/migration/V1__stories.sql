-- The identifier grows with time, so the primary key serves the pages of newest stories.
create table story (
  id bigint not null auto_increment,
  title varchar(120) not null,
  body text not null,
  published_at datetime(6) not null,
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;
