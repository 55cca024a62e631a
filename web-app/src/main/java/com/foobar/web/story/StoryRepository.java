package com.foobar.web.story;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores, locks and deletes stories. */
interface StoryRepository extends Repository<Story, Long> {

    Story save(Story story);

    Story saveAndFlush(Story story);

    void delete(Story story);

    /**
     * Returns the story that has or had an address, and locks it: no other transaction can change it until this one
     * ends.
     */
    default Optional<Story> lock(String slug) {
        return Slug.isWellFormed(slug) ? lockWellFormed(slug) : Optional.empty();
    }

    /** Does the same for a text that can be an address. */
    @Query(nativeQuery = true, value = """
            select s.* from story s join story_slug g on g.story_id = s.id where g.slug = :slug for update
            """)
    Optional<Story> lockWellFormed(String slug);
}
