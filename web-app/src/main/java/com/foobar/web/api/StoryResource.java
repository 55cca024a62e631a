package com.foobar.web.api;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.web.story.StorySummary;

/**
 * A story in responses.
 *
 * @param body Markdown; null in lists
 * @param html the body as HTML; null in lists
 */
record StoryResource(String slug, String title, String excerpt, @Nullable AuthorResource author, List<String> tags,
        String state, @Nullable Instant publishedAt, Instant updatedAt, @Nullable String body, @Nullable String html) {

    StoryResource {
        tags = List.copyOf(tags);
    }

    static StoryResource inList(StorySummary story) {
        return of(story, null, null);
    }

    static StoryResource of(StorySummary story, @Nullable String body, @Nullable String html) {
        return new StoryResource(story.slug(), story.title(), story.excerpt(), AuthorResource.of(story.author()),
                story.tags(), story.isDraft() ? "draft" : "published", story.publishedAt(), story.updatedAt(), body,
                html);
    }
}
