package com.foobar.web.story;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

/** A story as the database keeps it. */
@Entity
class Story {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String title;
    private String body;
    private Instant publishedAt;

    Story(String title, String body, Instant publishedAt) {
        this.title = title;
        this.body = body;
        this.publishedAt = publishedAt;
    }

    /** For the persistence provider, which fills the fields itself. */
    protected Story() {
        this("", "", Instant.EPOCH);
    }

    StoryView view() {
        if (id == null) {
            throw new IllegalStateException("A story has no view before it is stored.");
        }
        return new StoryView(id, title, body, publishedAt);
    }
}
