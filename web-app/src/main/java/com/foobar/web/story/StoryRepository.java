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
    default Optional<Story> lock(String slug) {
        return Slug.isWellFormed(slug) ? lockWellFormed(slug) : Optional.empty();
    }

    /** The same for what is an address. */
    @Query(nativeQuery = true, value = """
            select s.* from story s join story_slug g on g.story_id = s.id where g.slug = :slug for update
            """)
    Optional<Story> lockWellFormed(String slug);
}
