package com.foobar.web.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.web.story.StoryText;

/** A story to write; what was left out is null. */
record NewStory(@Nullable String title, @Nullable String body, @Nullable List<String> tags,
        @Nullable Boolean publish) {

    StoryText text() {
        return new StoryText(title, body, tags);
    }

    boolean isPublished() {
        return publish == null || publish;
    }
}
