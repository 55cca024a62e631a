package com.foobar.web.story;

/**
 * A story as its page shows it.
 *
 * @param body Markdown
 */
public record StoryView(StorySummary summary, String body) {

    public String slug() {
        return summary.slug();
    }

    /** What an author would edit. */
    public StoryText text() {
        return new StoryText(summary.title(), body, summary.tags());
    }
}
