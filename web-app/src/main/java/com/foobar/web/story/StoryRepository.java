package com.foobar.web.story;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** The stories in the database. */
interface StoryRepository extends Repository<Story, Long> {

    Story save(Story story);

    List<Story> findByIdLessThanOrderByIdDesc(long id, Limit limit);
}
