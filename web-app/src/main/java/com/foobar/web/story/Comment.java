package com.foobar.web.story;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A comment as it is written to the database. */
@Entity
// The persistence provider reads the fields.
@SuppressWarnings("UnusedVariable")
@Table(name = "story_comment")
class Comment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long storyId;
    private @Nullable Long authorId;
    private String body;
    private Instant createdAt;
    private @Nullable Instant editedAt;
    private boolean hidden;

    @Version
    private long version;

    Comment(long storyId, long authorId, String body, Instant now) {
        this.storyId = storyId;
        this.authorId = authorId;
        this.body = body;
        this.createdAt = now;
    }

    /** Only for the persistence provider, which fills the fields. */
    protected Comment() {
        this(0, 0, "", Instant.EPOCH);
    }

    void edit(String newBody, Instant now) {
        body = newBody;
        editedAt = now;
    }

    void hide(boolean hide) {
        hidden = hide;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("A comment has no identifier before it is stored.");
        }
        return id;
    }

    boolean isBy(long accountId) {
        return authorId != null && authorId == accountId;
    }

    boolean isHidden() {
        return hidden;
    }

    long version() {
        return version;
    }
}
