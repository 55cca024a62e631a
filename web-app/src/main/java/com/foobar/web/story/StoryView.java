package com.foobar.web.story;

/**
 * A story as its page shows it.
 *
 * @param body Markdown
 */
public record StoryView(StorySummary summary, String body) {

    /** Returns the present address below /stories. */
    public String slug() {
        return summary.slug();
    }

    /** Returns the text that the author can edit. */
    public StoryText text() {
        return new StoryText(summary.title(), body, summary.tags());
    }
}
