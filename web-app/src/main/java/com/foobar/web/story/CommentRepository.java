package com.foobar.web.story;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The comments that are being written. */
interface CommentRepository extends Repository<Comment, Long> {

    Comment saveAndFlush(Comment comment);

    void delete(Comment comment);

    /** A story's comment, which nobody else can change until the transaction ends. */
    @Query(nativeQuery = true,
            value = "select c.* from story_comment c where c.id = :id and c.story_id = :story for update")
    Optional<Comment> lock(long id, long story);
}
