package com.foobar.web.story;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Stories and comments for tests. */
public final class Samples {

    public static final Instant TIME = Instant.parse("2026-11-25T10:15:30.123456Z");

    /** The author of the viewer Ada's account. */
    public static final Author ADA = new Author(1, "ada", "Ada <Lovelace>");
    public static final Author BOB = new Author(2, "bob", "Bob");

    private Samples() {}

    public static StorySummary summary(@Nullable Author author, @Nullable Instant publishedAt) {
        return new StorySummary(7, "a-title", "A <b>title</b>", "An excerpt & more", author, List.of("java", "日本"),
                TIME, TIME, publishedAt, 3);
    }

    /** Returns a published story by Ada. */
    public static StoryView story() {
        return new StoryView(summary(ADA, TIME), "# Head\n\nA *body* <script>");
    }

    public static StoryView draft() {
        return new StoryView(summary(ADA, null), "A draft");
    }

    public static CommentView comment(long id, @Nullable Author author, boolean hidden) {
        return new CommentView(id, author, "A *comment*", TIME, null, hidden, 4);
    }
}
