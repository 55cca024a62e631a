package com.foobar.web.story;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A story as it is written to the database; {@link StoryQueries} reads stories. */
@Entity
// The persistence provider reads the fields.
@SuppressWarnings("UnusedVariable")
class Story {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private @Nullable Long authorId;
    private String title = "";
    private String slug = "";
    private String body = "";
    private String excerpt = "";
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant publishedAt;

    @Version
    private long version;

    Story(long authorId, Instant now) {
        this.authorId = authorId;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Only for the persistence provider, which fills the fields. */
    protected Story() {
        this(0, Instant.EPOCH);
    }

    void write(StoryText text, String textExcerpt, Instant now) {
        title = text.title();
        body = text.body();
        excerpt = textExcerpt;
        updatedAt = now;
    }

    /** Publishes the story. A story that is already published keeps its first time of publication. */
    void publish(Instant now) {
        if (publishedAt == null) {
            publishedAt = now;
            updatedAt = now;
        }
    }

    void moveTo(String newSlug) {
        slug = newSlug;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("A story has no identifier before it is stored.");
        }
        return id;
    }

    boolean isBy(long accountId) {
        return authorId != null && authorId == accountId;
    }

    String title() {
        return title;
    }

    String body() {
        return body;
    }

    String slug() {
        return slug;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    long version() {
        return version;
    }
}
