package com.foobar.web.story;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stories that are being written. */
interface StoryRepository extends Repository<Story, Long> {

    Story save(Story story);

    Story saveAndFlush(Story story);

    void delete(Story story);

    /** The story that has or had an address, which nobody else can change until the transaction ends. */
    @Query(nativeQuery = true, value = """
            select s.* from story s join story_slug g on g.story_id = s.id where g.slug = :slug for update
            """)
    Optional<Story> lock(String slug);
}
