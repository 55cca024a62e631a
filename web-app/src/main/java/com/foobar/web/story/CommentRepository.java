package com.foobar.web.story;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores, locks and deletes comments. */
interface CommentRepository extends Repository<Comment, Long> {

    Comment saveAndFlush(Comment comment);

    void delete(Comment comment);

    /** Returns a comment of a story and locks it: no other transaction can change it until this one ends. */
    @Query(nativeQuery = true,
            value = "select c.* from story_comment c where c.id = :id and c.story_id = :story for update")
    Optional<Comment> lock(long id, long story);
}
