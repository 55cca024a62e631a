package com.foobar.web.story;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A story without its body, as lists show it.
 *
 * @param slug the present address below /stories; a draft's address does not show its title and cannot be guessed
 * @param excerpt the beginning of the body as plain text
 * @param author null if the author's account was deleted
 * @param tags ordered by name
 * @param publishedAt null for a draft
 * @param version the version that an edit of this story is based on
 */
public record StorySummary(long id, String slug, String title, String excerpt, @Nullable Author author,
        List<String> tags, Instant createdAt, Instant updatedAt, @Nullable Instant publishedAt, long version) {

    public StorySummary {
        tags = List.copyOf(tags);
    }

    /** Returns whether the story has not been published. */
    public boolean isDraft() {
        return publishedAt == null;
    }

    /** Returns whether the story was changed after its publication; false for a draft. */
    public boolean isEdited() {
        return publishedAt != null && updatedAt.isAfter(publishedAt);
    }

    /** Returns whether an account is the story's author; false for null. */
    public boolean isBy(@Nullable Long accountId) {
        return author != null && accountId != null && author.accountId() == accountId;
    }
}
