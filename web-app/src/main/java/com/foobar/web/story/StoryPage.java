package com.foobar.web.story;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of stories, newest first.
 *
 * @param older
 *            the identifier below which the next page begins, or null on the last page
 */
public record StoryPage(List<StoryView> stories, @Nullable Long older) {

    /** A page that shows nothing. */
    public static StoryPage empty() {
        return new StoryPage(List.of(), null);
    }
}
