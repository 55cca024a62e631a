package com.foobar.web.story;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A row of a story, as a transaction reads it before it changes the story; {@link StoryQueries} reads what pages show.
 */
record StoryRow(long id, @Nullable Long authorId, String title, String slug, String body, String excerpt,
        Instant updatedAt, @Nullable Instant publishedAt, long version) {

    boolean isBy(long account) {
        return authorId != null && authorId == account;
    }

    StoryRow written(StoryText text, String newExcerpt, Instant now) {
        return new StoryRow(id, authorId, text.title(), slug, text.body(), newExcerpt, now, publishedAt, version);
    }

    /** Publishes the story. A story that is already published keeps its first time of publication. */
    StoryRow published(Instant now) {
        return publishedAt == null ? new StoryRow(id, authorId, title, slug, body, excerpt, now, now, version) : this;
    }

    StoryRow movedTo(String newSlug) {
        return new StoryRow(id, authorId, title, newSlug, body, excerpt, updatedAt, publishedAt, version);
    }
}
