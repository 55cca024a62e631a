package com.foobar.web.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.web.story.StoryText;

/**
 * A new story that a client sends; members that were left out are null.
 *
 * @param publish whether the story is published at once; null means true
 */
record NewStory(@Nullable String title, @Nullable String body, @Nullable List<String> tags,
        @Nullable Boolean publish) {

    StoryText text() {
        return new StoryText(title, body, tags);
    }

    boolean isPublished() {
        return publish == null || publish;
    }
}
