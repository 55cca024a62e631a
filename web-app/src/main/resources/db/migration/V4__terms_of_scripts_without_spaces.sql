-- What search looks for in scripts that put no spaces between words, written by the site (com.foobar.web.search). Only a published
-- story that has such text has a row: all others cost nothing here.
create table story_term (
  story_id bigint not null,
  terms mediumtext not null,
  primary key (story_id),
  fulltext key story_term_terms (terms),
  constraint story_term_story foreign key (story_id) references story (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

-- How far the stories are indexed that were there before. To have all of them indexed anew: set (0, false) and restart an instance.
create table story_term_fill (
  id tinyint not null,
  last_story_id bigint not null,
  done boolean not null,
  primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_unicode_ci;

insert into story_term_fill (id, last_story_id, done) values (1, 0, false);
