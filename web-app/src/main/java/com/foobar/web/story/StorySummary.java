package com.foobar.web.story;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A story without its body, as lists show it.
 *
 * @param slug its present address below /stories; that of a draft says nothing of its title and cannot be guessed
 * @param excerpt the beginning of the body as plain text
 * @param author null where the author's account was deleted
 * @param tags by name
 * @param publishedAt null for a draft
 * @param version what an edit says that it is based on
 */
public record StorySummary(long id, String slug, String title, String excerpt, @Nullable Author author,
        List<String> tags, Instant createdAt, Instant updatedAt, @Nullable Instant publishedAt, long version) {

    public StorySummary {
        tags = List.copyOf(tags);
    }

    public boolean isDraft() {
        return publishedAt == null;
    }

    /** Whether it was changed after its publication. */
    public boolean isEdited() {
        return publishedAt != null && updatedAt.isAfter(publishedAt);
    }

    /** Whether an account is its author's; null is nobody's. */
    public boolean isBy(@Nullable Long accountId) {
        return author != null && accountId != null && author.accountId() == accountId;
    }
}
